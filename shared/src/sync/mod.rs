//! Sync: sends what was written here, fetches what is new.

use crux_core::Command;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::SyncStatus;

/// What is remembered between presses.
#[derive(Default)]
pub struct State {}

impl State {
    /// The platform says the network came or went.
    pub fn network(&mut self, _online: bool) {}
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {}

/// Carries out a press.
pub fn update(intent: Intent, _cx: &mut Cx<'_>) -> Cmd {
    match intent {}
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {}

/// Takes in a signal.
pub fn signal(signal: Signal, _cx: &mut Cx<'_>) -> Cmd {
    match signal {}
}

/// Called once, when what is on the device has been opened.
pub fn begin(_cx: &mut Cx<'_>) -> Cmd {
    Command::done()
}

/// Syncs soon, where there is anything to do.
pub fn kick(_cx: &mut Cx<'_>) -> Cmd {
    Command::done()
}

/// What the top of the page says.
#[must_use]
pub fn status(_view: View<'_>) -> SyncStatus {
    SyncStatus::default()
}
