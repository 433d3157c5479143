//! staff.

use crux_core::Command;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The first.
    Caseload,
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
        Screen::Caseload => Page { name: "staff".into(), title: "staff".into(), ..Page::default() },
    }
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {
    active: bool,
}

impl State {
    /// Whether a member of staff is signed in.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.active
    }
}

/// The main navigation of the care team's side.
#[must_use]
pub fn tabs(_view: View<'_>) -> Vec<crate::screen::Tab> {
    Vec::new()
}

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
