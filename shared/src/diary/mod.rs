//! The diary: notes in the person's own words, and every day with all that was
//! written down on it.

mod days;
mod note;
#[cfg(test)]
mod tests;
mod told;

use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

pub(crate) use days::{line, short};
pub use told::{amount_text, dose_text, note_title};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The newest days.
    All,
    /// What is older than an entry: when it happened, and which.
    Older(i64, EntryId),
    /// Writing a note.
    Write,
    /// Correcting a note.
    Correct(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Save a new note.
    Save,
    /// Begin to correct a note.
    Correct(EntryId),
    /// Save the correction.
    SaveCorrection(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => note::save(None, cx),
        Intent::Correct(id) => note::correct(id, cx),
        Intent::SaveCorrection(id) => note::save(Some(id), cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => days::page(None, view),
        Screen::Older(at, id) => days::page(Some((*at, *id)), view),
        Screen::Write => note::page(None, view),
        Screen::Correct(id) => note::page(Some(*id), view),
    }
}
