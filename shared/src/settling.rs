//! Says when nothing is under way any more, to a shell that runs in the background
//! for as long as something is.
//!
//! What waits for the person (the lock, a file to be handed over) is not under way:
//! nobody is there.

use crux_core::Command;

use crate::app::{Cmd, Signal};
use crate::command::ask;
use crate::effects::platform::PlatformOperation;
use crate::model::Open;

/// Who waits, and for what.
#[derive(Debug, Default)]
pub struct State {
    /// The numbers to be told.
    waiting: Vec<u32>,
    /// Events of the shell's that have not got their time yet.
    pub(crate) arriving: u32,
}

impl State {
    /// Somebody wants to be told.
    pub(crate) fn ask(&mut self, number: u32) {
        self.waiting.push(number);
    }

    /// Looks once more, after all that the present turn has set going: an event that
    /// waited comes first.
    pub(crate) fn look(&self, open: &Open) -> Option<Cmd> {
        let settled = !self.waiting.is_empty() && !is_under_way(open);
        settled.then(|| Command::event(Signal::Settling))
    }

    /// Tells all who wait, where nothing has been set going since.
    pub(crate) fn settle(&mut self, open: &Open) -> Cmd {
        if self.arriving > 0 || is_under_way(open) { Command::done() } else { self.tell() }
    }

    /// Tells all who wait.
    pub(crate) fn tell(&mut self) -> Cmd {
        let told = std::mem::take(&mut self.waiting).into_iter();
        Command::all(told.map(|number| ask(PlatformOperation::Settled(number), |_| Signal::Heard)))
    }
}

fn is_under_way(open: &Open) -> bool {
    open.saving
        || !open.waiting.is_empty()
        || open.sync.is_running()
        || open.looked.is_looking()
        || open.outside.is_telling()
        || open.media.is_under_way()
        || open.sheet.is_under_way()
}
