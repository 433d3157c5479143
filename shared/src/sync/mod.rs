//! Sync: sends what was written here, fetches what is new.
//!
//! One round of one record goes: sign what waits in the outbox ([`send`]) →
//! keep it as pending → one request → keep what came ([`take`]) → fold it. Each
//! step is kept before the next begins, so a device that dies anywhere sends the
//! very same bytes again. Sync is a sibling of navigation, never inside a page.

pub(crate) mod fork;
mod heal;
mod pack;
mod refuse;
mod reload;
mod send;
mod status;
mod take;
#[cfg(test)]
pub(crate) mod tests;
mod writers;

use crux_core::Command;
use crux_core::render::render;
use record::api::paths;
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal as AppSignal, drawn};
use crate::effects::clock::Now;
use crate::effects::network::{Hint, HintsOperation, NetworkOutput};
use crate::effects::store::{StoreOutput, StoreProblem};
use crate::holding::{About, Holding, RecordSide};
use crate::model::{Cx, Open};
use crate::{account, staff};

pub use fork::Forked;
pub use heal::Healing;
pub use send::Signed;
pub use status::status;
pub use take::Taking;

/// Where sync stands.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is by itself true or not")]
pub struct State {
    round: Round,
    /// Something changed while a round was running.
    again: bool,
    /// The platform said that there is no network.
    offline: bool,
    /// Rounds that failed in a row.
    failures: u32,
    /// Not before this time, milliseconds since 1970 by this device.
    not_before: i64,
    /// The last round of any record that went through.
    pub last: Option<i64>,
    /// Whether hints are being listened to.
    listening: bool,
    /// What went wrong that the person should know of.
    pub problem: Option<Problem>,
    /// What is on the disk was rearranged: it is read anew before the next round.
    anew: bool,
    /// How often this run of the app got new numbers.
    forks: u8,
    /// Records whose round is still to come, by their number here.
    queue: Vec<u32>,
}

/// Whether a round is running.
#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
enum Round {
    #[default]
    Idle,
    Running,
}

/// What went wrong that the person should know of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The device could not keep what came; nothing was lost.
    Store(StoreProblem),
    /// The server said no, for a reason that will not pass by itself.
    Refused,
}

impl State {
    /// The platform says the network came or went.
    pub fn network(&mut self, online: bool) {
        self.offline = !online;
        if online {
            self.failures = 0;
            self.not_before = 0;
        }
    }

    /// Whether a round is running.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.round == Round::Running
    }

    /// Whether the server can be reached, as far as is known.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        self.offline || self.failures > 0
    }
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Sync now.
    Now,
}

/// What sync tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The outbox is signed.
    Signed(u32, Vec<Signed>),
    /// The signed blocks are kept.
    Pending(u32, Vec<Signed>, StoreOutput),
    /// The server has answered; none where nobody is signed in.
    Answered(u32, Option<NetworkOutput>),
    /// What came is kept.
    Taken(Box<Taking>, StoreOutput),
    /// The rows of a stream, to be packed.
    Rows(u32, record::Scope, StoreOutput),
    /// They are packed, or not.
    PackedRows,
    /// The rows of a stream that the server lacks, and where it stands.
    HealRows(Box<Healing>, record::stream::Head, StoreOutput),
    /// All of a stream was given back; none where the server could not be reached.
    Healed(Option<Box<Healing>>),
    /// What became of it is kept.
    HealKept(Box<Healing>, StoreOutput),
    /// The device has new numbers; none where the server gave none.
    Forked(Option<Box<Forked>>),
    /// They are kept.
    ForkKept(Vec<(u32, About)>, StoreOutput),
    /// All that the server has of a record is here: what it has not is written again
    /// under the device's new number.
    Compare(u32),
    /// What is on the device, to be compared.
    ToCompare(u32, StoreOutput),
    /// What was written again is kept.
    Renumbered(u32, Vec<(u32, About)>, StoreOutput),
    /// What is on the device is to be read anew.
    Reload(u32),
    /// It is read.
    Reloaded(u32, StoreOutput),
    /// The outbox was packed into fewer pieces.
    Packed(u32, Vec<(record::Scope, Vec<u8>)>, StoreOutput),
    /// A hint.
    Hint(Hint),
}

/// Carries out a press.
#[expect(clippy::needless_pass_by_value, reason = "as every feature's")]
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Now => {
            cx.open.sync.not_before = 0;
            cx.open.sync.problem = None;
            kick(cx)
        }
    }
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Signed(index, signed) => send::keep(index, signed, cx),
        Signal::Pending(index, signed, output) => send::kept(index, signed, &output, cx),
        Signal::Answered(index, output) => take::answered(index, output, cx),
        Signal::Taken(taking, output) => take::taken(*taking, &output, cx),
        Signal::Packed(index, pieces, output) => pack::packed(index, pieces, &output, cx),
        Signal::Rows(index, scope, output) => pack::rows(index, scope, &output, cx),
        Signal::PackedRows => next(cx),
        Signal::HealRows(healing, head, output) => heal::rows(*healing, head, output, cx),
        Signal::Healed(healing) => heal::healed(healing, cx),
        Signal::HealKept(healing, output) => heal::kept(*healing, &output, cx),
        Signal::Forked(forked) => fork::forked(forked, cx),
        Signal::ForkKept(abouts, output) => fork::kept(abouts, &output, cx),
        Signal::Compare(index) => fork::compare(index, cx),
        Signal::ToCompare(index, output) => fork::compared(index, &output, cx),
        Signal::Renumbered(index, abouts, output) => fork::renumbered(index, abouts, &output, cx),
        Signal::Reload(index) => reload::begin(cx, index),
        Signal::Reloaded(index, output) => reload::reloaded(index, &output, cx),
        Signal::Hint(Hint::Open) => Command::done(),
        Signal::Hint(Hint::New) => {
            // A carer's sign is in no stream.
            let helps = cx.open.holdings.iter().any(|held| held.about.side == RecordSide::Carer);
            let looked = if helps { account::look_soon(cx) } else { Command::done() };
            kick(cx).and(looked).and(staff::hinted(cx))
        }
        Signal::Hint(Hint::Closed) => {
            cx.open.sync.listening = false;
            Command::done()
        }
    }
}

/// Called once, when what is on the device has been opened, and after signing in.
pub fn begin(cx: &mut Cx<'_>) -> Cmd {
    kick(cx)
}

/// Syncs all records soon, where there is anyone to sync with.
pub fn kick(cx: &mut Cx<'_>) -> Cmd {
    if !can(cx.open) {
        if cx.open.staff.is_active() {
            // No record is open, but somebody may begin to wait.
            return hints(cx).unwrap_or_else(Command::done);
        }
        return pack::outbox(cx);
    }
    if cx.open.sync.is_running() {
        cx.open.sync.again = true;
        return Command::done();
    }
    if cx.now.ms < cx.open.sync.not_before || cx.open.sync.offline {
        return Command::done();
    }
    cx.open.sync.queue =
        cx.open.holdings.iter().filter(|held| is_enrolled(held)).map(|held| held.index).collect();
    let listening = hints(cx);
    let round = next(cx);
    match listening {
        Some(listening) => round.and(listening),
        None => round,
    }
}

/// Syncs one record now (a member of staff has opened it).
pub fn fetch(cx: &mut Cx<'_>, index: u32) -> Cmd {
    if cx.open.sync.is_running() {
        cx.open.sync.again = true;
        return Command::done();
    }
    cx.open.sync.queue = vec![index];
    next(cx)
}

/// Whether there is anyone to sync with.
fn can(open: &Open) -> bool {
    open.session().is_some_and(|session| !session.ended) && open.holdings.iter().any(is_enrolled)
}

fn is_enrolled(holding: &Holding) -> bool {
    holding.about.record.is_some() && holding.about.writer != record::Writer::ME
}

/// The next record's round, or the end of them.
fn next(cx: &mut Cx<'_>) -> Cmd {
    if let Some(index) = cx.open.sync.queue.pop() {
        cx.open.sync.round = Round::Running;
        drawn(send::begin(index, cx))
    } else if let Some(packing) = pack::streams(cx) {
        packing
    } else {
        cx.open.sync.round = Round::Idle;
        if std::mem::take(&mut cx.open.sync.again) {
            return kick(cx);
        }
        render()
    }
}

/// The round of a record went through.
fn done(cx: &mut Cx<'_>) -> Cmd {
    let now = cx.now.ms;
    let state = &mut cx.open.sync;
    state.failures = 0;
    state.not_before = 0;
    state.last = Some(now);
    state.problem = None;
    next(cx)
}

/// It did not, and may later: tried again after a while that doubles and is
/// never the same for all devices.
fn later(cx: &mut Cx<'_>, seconds: Option<u32>) -> Cmd {
    let now: &Now = cx.now;
    let state = &mut cx.open.sync;
    state.failures = state.failures.saturating_add(1);
    let step = 2_i64 << state.failures.min(8);
    // The device's own milliseconds are jitter enough to spread a crowd.
    let jitter = now.ms.rem_euclid(1_000) * step / 1_000;
    let wait = seconds.map_or(step + jitter, |s| i64::from(s) + jitter.min(30));
    state.not_before = now.ms + wait * 1_000;
    state.queue.clear();
    state.again = false;
    state.round = Round::Idle;
    render()
}

/// It did not, and will not by itself.
fn stop(cx: &mut Cx<'_>, problem: Problem) -> Cmd {
    cx.open.sync.problem = Some(problem);
    later(cx, Some(300))
}

/// Listens for hints; none where it does, or nobody is signed in.
fn hints(cx: &mut Cx<'_>) -> Option<Cmd> {
    let session = cx.open.session().filter(|_| !cx.open.sync.listening)?;
    if cx.now.ms >= session.until {
        // The next request gets new tokens; hints begin after it.
        return None;
    }
    let operation =
        HintsOperation::Listen { path: paths::HINTS.to_owned(), bearer: session.access.clone() };
    cx.open.sync.listening = true;
    let listening = Command::stream_from_shell(operation);
    Some(listening.then_send(|hint| AppSignal::Sync(Signal::Hint(hint))))
}

impl Open {
    /// Who is signed in: the person, or the member of staff.
    #[must_use]
    pub fn session(&self) -> Option<&account::Kept> {
        self.session.as_ref()
    }
}
