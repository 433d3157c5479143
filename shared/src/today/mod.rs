//! Today: one thing first, how are you, what happened so far, what matters.

mod bad_day;
mod day;
mod matters;
mod so_far;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The day.
    Day,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Today is a bad day, or it is over.
    BadDay(bool),
    /// All right for now.
    AllRight,
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::BadDay(on) => bad_day::turn(on, cx),
        Intent::AllRight => bad_day::all_right(cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::Day => day::page(view),
    }
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {}
