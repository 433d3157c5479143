//! messages.

use crux_core::Command;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The first.
    Thread,
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
        Screen::Thread => {
            Page { name: "messages".into(), title: "messages".into(), ..Page::default() }
        }
    }
}

/// Called when a place is entered.
pub fn entered(_screen: &Screen, _cx: &mut Cx<'_>) -> Cmd {
    Command::done()
}

/// How many new messages, in words.
#[must_use]
pub fn badge(_view: View<'_>) -> Option<String> {
    None
}
