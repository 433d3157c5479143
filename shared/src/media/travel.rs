//! Between this device and the server, part by part, one thing at a time: first what
//! somebody waits to see, then what is to be forgotten, then what is not yet sent. It
//! goes after the blocks of the record, and never holds them up.
//!
//! What is not yet sent is known by a value on the device, so that a run of the app
//! that ends anywhere is gone on with: the server says which part it wants next.

use crux_core::render::render;
use record::api::{MediaAsked, MediaPart, MediaTaken, paths};
use record::media::{MediaHash, part_size, parts};
use record::{RecordId, Scope};

use super::tidy::keep;
use super::{Signal, find};
use crate::account::{authorized, problem_of};
use crate::app::{Cmd, Signal as AppSignal, drawn};
use crate::command::{ask, run};
use crate::effects::network::{Answer, Content, Method, NetworkOperation, NetworkOutput};
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem};
use crate::holding::Holding;
use crate::holding::apart::{self, Held, HeldState};
use crate::json;
use crate::model::{Cx, Open};

/// What is remembered between steps.
#[derive(Default)]
pub struct State {
    /// What is under way.
    under_way: Option<At>,
    /// What somebody waits to see, the first first.
    wanted: Vec<Wanted>,
    /// What goes no further by itself, and why. A new run of the app tries again.
    troubles: Vec<(MediaHash, Trouble)>,
    /// How often in a row nobody answered.
    failures: u32,
    /// Not before this time, milliseconds since 1970 by this device.
    not_before: i64,
}

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The number of its record on this device.
    pub index: u32,
    /// Whose consent it goes by.
    pub scope: Scope,
    /// Its hash.
    pub hash: MediaHash,
}

/// One that is being fetched.
struct Wanted {
    at: At,
    bytes: u64,
    got: Vec<u8>,
}

/// Why one goes no further by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server has it not, or no longer.
    Gone,
    /// The server does not take it from this side, or does not give it.
    Refused,
    /// The record has no room left with the server.
    Full,
    /// The device cannot keep it.
    Store,
}

impl State {
    /// Why one goes no further.
    #[must_use]
    pub fn trouble(&self, hash: MediaHash) -> Option<Trouble> {
        self.troubles.iter().find(|(of, _)| *of == hash).map(|(_, trouble)| *trouble)
    }

    /// Whether somebody waits for it.
    #[must_use]
    pub fn is_wanted(&self, hash: MediaHash) -> bool {
        self.wanted.iter().any(|wanted| wanted.at.hash == hash)
    }

    /// Whether nobody answered lately.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.failures > 0
    }

    /// Whether something is on its way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    fn set(&mut self, hash: MediaHash, trouble: Trouble) {
        self.troubles.retain(|(of, _)| *of != hash);
        self.troubles.push((hash, trouble));
        self.wanted.retain(|wanted| wanted.at.hash != hash);
    }
}

/// Somebody wants to see or hear one that is not here.
pub(super) fn want(hash: MediaHash, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let Some(said) = find(holding, hash).filter(|said| said.id.is_some()) else {
        return Cmd::done();
    };
    if holding.apart.find(said.scope, hash).is_some() {
        return Cmd::done();
    }
    let at = At { index: holding.index, scope: said.scope, hash };
    let state = &mut cx.open.media;
    state.troubles.retain(|(of, _)| *of != hash);
    // Who waits does not wait for the next try.
    (state.failures, state.not_before) = (0, 0);
    if !state.is_wanted(hash) {
        state.wanted.push(Wanted { at, bytes: said.bytes, got: Vec::new() });
    }
    drawn(kick(cx))
}

/// Goes on with what there is to do, where there is anyone to do it with.
pub(crate) fn kick(cx: &mut Cx<'_>) -> Cmd {
    let open = &*cx.open;
    let signed_in = open.session().is_some_and(|session| !session.ended);
    if !signed_in
        || open.media.under_way.is_some()
        || open.sync.is_running()
        || cx.now.ms < open.media.not_before
    {
        return Cmd::done();
    }
    if let Some(wanted) = open.media.wanted.first() {
        let (at, part) = (wanted.at, parts(wanted.got.len() as u64));
        return fetch(at, part, cx);
    }
    if open.sync.is_offline() {
        return Cmd::done();
    }
    match next(open) {
        Some((at, HeldState::Leaving)) => forget(at, cx),
        // The server says by the first part which one it wants.
        Some((at, _)) => send(at, 0, cx),
        None => Cmd::done(),
    }
}

/// What is to be forgotten, or else to be sent.
fn next(open: &Open) -> Option<(At, HeldState)> {
    let all = || {
        let enrolled = open.holdings.iter().filter(|held| held.kept && held.about.record.is_some());
        enrolled.flat_map(|holding| {
            let held = holding.apart.held.iter();
            let held = held.filter(|held| open.media.trouble(held.hash).is_none());
            held.map(|held| {
                let at = At { index: holding.index, scope: held.scope, hash: held.hash };
                (at, held.state)
            })
        })
    };
    let of = |wanted| all().find(|(_, state)| *state == wanted);
    of(HeldState::Leaving).or_else(|| of(HeldState::Unsent))
}

/// The record of one, as the server knows it.
fn record(at: At, open: &mut Open) -> Option<(RecordId, &mut Holding)> {
    let holding = open.holding_by_index(at.index)?;
    Some((holding.about.record?, holding))
}

fn request(
    at: At,
    path: &'static str,
    (content, body): (Content, Vec<u8>),
    cx: &mut Cx<'_>,
    then: fn(At, Option<NetworkOutput>) -> Signal,
) -> Cmd {
    cx.open.media.under_way = Some(at);
    let session = cx.open.session().cloned();
    let keep = !cx.open.staff.is_active();
    run(move |ctx| async move {
        let path = path.to_owned();
        let request = NetworkOperation { method: Method::Post, path, bearer: None, content, body };
        let output = authorized(&ctx, session, keep, request).await;
        ctx.send_event(AppSignal::Media(then(at, output)));
    })
}

fn asked(record: RecordId, at: At, part: u32) -> (Content, Vec<u8>) {
    let body = MediaAsked { record, scope: at.scope, hash: at.hash, part };
    (Content::Json, json::bytes(&body))
}

/// Nothing is under way any more: the next.
fn over(cx: &mut Cx<'_>) -> Cmd {
    cx.open.media.under_way = None;
    cx.open.media.failures = 0;
    drawn(kick(cx))
}

/// Nobody answered, or not now: later, after a while that doubles.
fn later(seconds: Option<u32>, cx: &mut Cx<'_>) -> Cmd {
    let state = &mut cx.open.media;
    state.under_way = None;
    state.failures = state.failures.saturating_add(1);
    // What was waited for stays asked for: the page says that there is no network.
    let wait = seconds.map_or(2_i64 << state.failures.min(8), i64::from);
    state.not_before = cx.now.ms + wait * 1_000;
    render()
}

fn stuck(at: At, trouble: Trouble, cx: &mut Cx<'_>) -> Cmd {
    cx.open.media.set(at.hash, trouble);
    over(cx)
}

/// The answer, where it is a success; else what becomes of it.
fn answer(at: At, output: Option<NetworkOutput>, cx: &mut Cx<'_>) -> Result<Answer, Box<Cmd>> {
    match output {
        Some(NetworkOutput::Answer(answer)) if (200..300).contains(&answer.status) => Ok(answer),
        Some(NetworkOutput::Answer(answer)) => Err(Box::new(match answer.status {
            404 => stuck(at, Trouble::Gone, cx),
            413 => stuck(at, Trouble::Full, cx),
            408 | 429 | 500.. => {
                let said = answer.retry_after.or(problem_of(&answer).retry_after);
                later(said, cx)
            }
            401 => later(Some(60), cx),
            _ => stuck(at, Trouble::Refused, cx),
        })),
        Some(NetworkOutput::Unreachable) => Err(Box::new(later(None, cx))),
        None => Err(Box::new(later(Some(60), cx))),
    }
}

/// Reads a part, to be sent.
fn send(at: At, part: u32, cx: &mut Cx<'_>) -> Cmd {
    cx.open.media.under_way = Some(at);
    let slot = apart::slot(at.index, at.scope, at.hash);
    let row = StoreOperation::Row { slot, position: u64::from(part) };
    ask(row, move |output| AppSignal::Media(Signal::Read(at, output)))
}

/// Sends it.
pub(super) fn read(at: At, output: StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    let row = match output {
        StoreOutput::Rows(rows) => rows.into_iter().next(),
        _ => return later(Some(60), cx),
    };
    let Some((record, holding)) = record(at, cx.open) else { return over(cx) };
    let Some(held) = holding.apart.find(at.scope, at.hash) else { return over(cx) };
    let part = row.as_ref().and_then(|row| u32::try_from(row.position).ok());
    let (Some(row), Some(part)) = (row, part) else { return damaged(at, cx) };
    if part_size(held.bytes, part) != Some(row.body.len()) {
        return damaged(at, cx);
    }
    let body = MediaPart {
        record,
        scope: at.scope,
        hash: at.hash,
        bytes: held.bytes,
        part,
        content: row.body,
    };
    request(at, paths::MEDIA, (Content::Binary, body.encode()), cx, Signal::Sent)
}

/// A part was sent, or not.
pub(super) fn sent(at: At, output: Option<NetworkOutput>, cx: &mut Cx<'_>) -> Cmd {
    let taken = match answer(at, output, cx) {
        Ok(answer) => json::read::<MediaTaken>(&answer.body),
        Err(command) => return *command,
    };
    let Some(taken) = taken else { return later(Some(300), cx) };
    let Some((_, holding)) = record(at, cx.open) else { return over(cx) };
    let Some(held) = holding.apart.find(at.scope, at.hash).cloned() else { return over(cx) };
    if held.state != HeldState::Unsent {
        // Crossed out meanwhile.
        return over(cx);
    }
    if taken.whole {
        let held = Held { state: HeldState::Sent, ..held };
        let write = held.keep(at.index);
        holding.apart.put(held);
        return keep(vec![write]).and(over(cx));
    }
    cx.open.media.failures = 0;
    if cx.open.sync.is_running() || !cx.open.media.wanted.is_empty() {
        // The record goes first, and so does what somebody waits for.
        cx.open.media.under_way = None;
        return kick(cx);
    }
    send(at, taken.next, cx)
}

/// Asks for a part.
fn fetch(at: At, part: u32, cx: &mut Cx<'_>) -> Cmd {
    let Some((record, _)) = record(at, cx.open) else {
        cx.open.media.wanted.retain(|wanted| wanted.at != at);
        return Cmd::done();
    };
    request(at, paths::MEDIA_PART, asked(record, at, part), cx, Signal::Fetched)
}

/// A part came, or not.
pub(super) fn fetched(at: At, output: Option<NetworkOutput>, cx: &mut Cx<'_>) -> Cmd {
    let body = match answer(at, output, cx) {
        Ok(answer) => answer.body,
        Err(command) => return *command,
    };
    let Some(place) = cx.open.media.wanted.iter().position(|wanted| wanted.at == at) else {
        return over(cx);
    };
    let Some(wanted) = cx.open.media.wanted.get_mut(place) else { return over(cx) };
    let part = parts(wanted.got.len() as u64);
    if part_size(wanted.bytes, part) != Some(body.len()) {
        return stuck(at, Trouble::Gone, cx);
    }
    wanted.got.extend_from_slice(&body);
    if (wanted.got.len() as u64) < wanted.bytes {
        cx.open.media.under_way = None;
        return kick(cx);
    }
    let bytes = std::mem::take(&mut wanted.got);
    if MediaHash::of(&bytes) != at.hash {
        return stuck(at, Trouble::Gone, cx);
    }
    let size = bytes.len() as u64;
    let Some((_, holding)) = record(at, cx.open) else { return over(cx) };
    if !holding.kept {
        holding.apart.looked.push((at.hash, bytes));
        return kept(at, size, &StoreOutput::Done, cx);
    }
    let held = Held { hash: at.hash, scope: at.scope, bytes: size, state: HeldState::Sent };
    let mut writes = apart::rows(at.index, at.scope, at.hash, &bytes);
    writes.push(held.keep(at.index));
    ask(StoreOperation::Commit(writes), move |output| {
        AppSignal::Media(Signal::Kept(at, size, output))
    })
}

/// All of it is kept, or is not.
pub(super) fn kept(at: At, bytes: u64, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.media.wanted.retain(|wanted| wanted.at != at);
    if let StoreOutput::Failed(StoreProblem::Full | StoreProblem::Unavailable) = output {
        return stuck(at, Trouble::Store, cx);
    }
    if let Some((_, holding)) = record(at, cx.open).filter(|(_, holding)| holding.kept) {
        let state = HeldState::Sent;
        holding.apart.put(Held { hash: at.hash, scope: at.scope, bytes, state });
    }
    over(cx)
}

/// Has the server forget one.
fn forget(at: At, cx: &mut Cx<'_>) -> Cmd {
    let Some((record, _)) = record(at, cx.open) else { return Cmd::done() };
    request(at, paths::MEDIA_FORGET, asked(record, at, 0), cx, Signal::Forgot)
}

/// It has, or has not.
pub(super) fn forgot(at: At, output: Option<&NetworkOutput>, cx: &mut Cx<'_>) -> Cmd {
    match output {
        // What the server will never do is not asked for again.
        Some(NetworkOutput::Answer(answer))
            if answer.status < 500 && ![401, 408, 429].contains(&answer.status) =>
        {
            if let Some((_, holding)) = record(at, cx.open) {
                holding.apart.forget(at.scope, at.hash);
            }
            keep(vec![apart::forget(at.index, at.scope, at.hash)]).and(over(cx))
        }
        _ => later(None, cx),
    }
}

/// What lies here is not what its hash says. What the server has can be fetched again.
pub(super) fn damaged(at: At, cx: &mut Cx<'_>) -> Cmd {
    cx.open.media.under_way = None;
    let Some(holding) = cx.open.holding_by_index(at.index) else { return render() };
    if holding.apart.find(at.scope, at.hash).is_some_and(|held| held.state == HeldState::Sent) {
        holding.apart.forget(at.scope, at.hash);
        return keep(vec![
            apart::remove(at.index, at.scope, at.hash),
            apart::forget(at.index, at.scope, at.hash),
        ])
        .and(render());
    }
    cx.open.media.set(at.hash, Trouble::Store);
    render()
}
