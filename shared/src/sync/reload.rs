//! Reads a record anew from the store, after what is kept of it was rearranged:
//! what stands in memory is then what a restart would find.

use super::{Problem, Signal, send, stop};
use crate::app::{Cmd, Signal as AppSignal, after_saving};
use crate::command::ask;
use crate::effects::clock::ClockOperation;
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem};
use crate::holding::Holding;
use crate::model::Cx;

/// Begins; the record's round goes on after it. Presses wait meanwhile, so that
/// nothing is written beside it, and what is being saved is saved first.
pub(super) fn begin(cx: &mut Cx<'_>, index: u32) -> Cmd {
    if cx.open.saving {
        return after_this(Signal::Reload(index));
    }
    cx.open.saving = true;
    ask(StoreOperation::Open, move |output| AppSignal::Sync(Signal::Reloaded(index, output)))
}

/// Tries again soon: something is on its way to the store.
pub(super) fn after_this(signal: Signal) -> Cmd {
    ask(ClockOperation::Wake { after: 50 }, move |_| AppSignal::Sync(signal))
}

/// The store has answered.
pub(super) fn reloaded(index: u32, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.saving = false;
    let opened = match output {
        StoreOutput::Opened(opened) => opened,
        StoreOutput::Failed(why) => return stop(cx, Problem::Store(*why)),
        StoreOutput::Done | StoreOutput::Rows(_) => {
            return stop(cx, Problem::Store(StoreProblem::Unavailable));
        }
    };
    for holding in cx.open.holdings.iter_mut().filter(|holding| holding.kept) {
        let Ok(mut read) = Holding::load(holding.index, holding.about.clone(), opened) else {
            return stop(cx, Problem::Store(StoreProblem::Unreadable));
        };
        read.safe = holding.safe;
        read.clock = read.clock.max(holding.clock);
        *holding = read;
    }
    send::begin(index, cx).and(after_saving(cx))
}
