//! The diary: notes in the person's own words, and every day with all that was
//! written down on it.

mod days;
mod entry;
mod note;
#[cfg(test)]
mod tests;
mod told;

use record::kinds::{DiaryNote, DoseTaken};
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::screen::{Block, Page};
use crate::track::Said;
use crate::words::say;

pub(crate) use days::line;
pub use told::{dose_text, note_title};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The newest days.
    All,
    /// What is older than an entry: when it happened, and which.
    Older(i64, EntryId),
    /// Writing a note.
    Write,
    /// One note or dose.
    Entry(EntryId),
    /// Correcting a note.
    Correct(EntryId),
    /// Crossing a note or dose out.
    CrossOut(EntryId),
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
    /// Cross an entry out.
    CrossOut(EntryId),
    /// Say that it holds after all.
    PutBack(EntryId),
    /// Say which of several values is right.
    Keep(EntryId, Said),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => note::save(None, cx),
        Intent::Correct(id) => note::correct(id, cx),
        Intent::SaveCorrection(id) => note::save(Some(id), cx),
        Intent::CrossOut(id) => entry::cross_out(id, cx),
        Intent::PutBack(id) if id.scope == Scope::Diary => entry::put_back::<DiaryNote>(id, cx),
        Intent::PutBack(id) => entry::put_back::<DoseTaken>(id, cx),
        Intent::Keep(id, said) if id.scope == Scope::Diary => {
            entry::keep::<DiaryNote>(id, said, cx)
        }
        Intent::Keep(id, said) => entry::keep::<DoseTaken>(id, said, cx),
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
        Screen::Entry(id) if id.scope == Scope::Diary => entry::page::<DiaryNote>(*id, view),
        Screen::Entry(id) => entry::page::<DoseTaken>(*id, view),
        Screen::CrossOut(id) if id.scope == Scope::Diary => {
            entry::cross_out_page::<DiaryNote>(*id, view)
        }
        Screen::CrossOut(id) => entry::cross_out_page::<DoseTaken>(*id, view),
    }
}

/// Whether this side may write to a stream here. A record held in memory only
/// has to have come first, so that its next number is known.
pub(crate) fn may_write(holding: &Holding, scope: Scope) -> bool {
    holding.may_add(scope) && (holding.kept || !holding.cursors.is_empty())
}

/// The page of something that is not here.
fn gone(view: View<'_>) -> Page {
    Page {
        name: "diary.gone".into(),
        title: say!(view.words, "diary-gone"),
        blocks: vec![Block::paragraph(say!(view.words, "diary-gone-text"))],
        ..Page::default()
    }
}
