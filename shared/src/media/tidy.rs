//! What is crossed out is deleted: here at once, and with the server when it can be
//! told. Its words stay in the history.

use record::kinds::{AboutMedia, DecisionMedia};
use record::media::MediaHash;
use record::{Kind, Scope};

use super::Signal;
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::ask;
use crate::effects::store::{StoreOperation, Write};
use crate::holding::apart::{self, Held, HeldState};
use crate::holding::{Holding, RecordSide};
use crate::model::Cx;

/// What becomes of bytes that are here.
#[derive(PartialEq)]
enum Becomes {
    Stay,
    /// Crossed out by whoever may: the server forgets it too.
    Leave,
    /// No longer shared with this device.
    Go,
}

/// Forgets what no longer stands.
pub(crate) fn tidy(cx: &mut Cx<'_>) -> Cmd {
    let mut writes = Vec::new();
    for holding in cx.open.holdings.iter_mut().filter(|holding| holding.kept) {
        for held in holding.apart.held.clone() {
            if held.state == HeldState::Leaving {
                continue;
            }
            let becomes = becomes(holding, &held);
            if becomes == Becomes::Stay {
                continue;
            }
            writes.push(apart::remove(holding.index, held.scope, held.hash));
            let known = holding.about.record.is_some() && holding.may_add(held.scope);
            if becomes == Becomes::Leave && known {
                let leaving = Held { state: HeldState::Leaving, ..held };
                writes.push(leaving.keep(holding.index));
                holding.apart.put(leaving);
            } else {
                writes.push(apart::forget(holding.index, held.scope, held.hash));
                holding.apart.forget(held.scope, held.hash);
            }
        }
    }
    keep(writes)
}

/// Keeps what no page waits for; where it fails, the next run of the app finds it as it
/// was, and does it again.
pub(crate) fn keep(writes: Vec<Write>) -> Cmd {
    if writes.is_empty() {
        return Cmd::done();
    }
    ask(StoreOperation::Commit(writes), |_| AppSignal::Media(Signal::Done))
}

fn becomes(holding: &Holding, held: &Held) -> Becomes {
    if holding.about.side != RecordSide::Person && !holding.sees(held.scope) {
        return Becomes::Go;
    }
    let (stands, crossed) = match held.scope {
        Scope::Decisions => found::<DecisionMedia>(holding, held.hash, |value| value.hash),
        _ => found::<AboutMedia>(holding, held.hash, |value| value.hash),
    };
    // What is not known at all may still come: it is waited for.
    if crossed && !stands { Becomes::Leave } else { Becomes::Stay }
}

/// Whether an entry with this hash stands, and whether one is crossed out.
fn found<K: Kind>(
    holding: &Holding,
    hash: MediaHash,
    of: impl Fn(&K) -> MediaHash,
) -> (bool, bool) {
    let entries = holding.record.all::<K>().filter(|entry| of(&entry.value) == hash);
    entries.fold((false, false), |(stands, crossed), entry| {
        let out = entry.retracted.is_some();
        (stands || !out, crossed || out)
    })
}

/// The server was restored from a backup: it may lack what it had.
pub(crate) fn ask_again(holding: &mut Holding) -> Vec<Write> {
    let index = holding.index;
    let sent = holding.apart.held.iter_mut().filter(|held| held.state == HeldState::Sent);
    sent.map(|held| {
        held.state = HeldState::Unsent;
        held.keep(index)
    })
    .collect()
}
