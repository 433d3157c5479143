//! sharing.

use crux_core::Command;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The first.
    All,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {}

/// Carries out a press.
pub fn update(intent: Intent, _cx: &mut Cx<'_>) -> Cmd {
    match intent {}
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, _view: View<'_>) -> Page {
    match screen {
        Screen::All => Page { name: "sharing".into(), title: "sharing".into(), ..Page::default() },
    }
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {}

/// Takes in a signal.
pub fn signal(signal: Signal, _cx: &mut Cx<'_>) -> Cmd {
    match signal {}
}

/// Called when a place is entered.
pub fn entered(_screen: &Screen, _cx: &mut Cx<'_>) -> Cmd {
    Command::done()
}
