//! Today: one thing first, how are you, what happened so far, what matters.

mod day;
mod matters;
mod so_far;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::model::View;
use crate::screen::Page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The day.
    Day,
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
