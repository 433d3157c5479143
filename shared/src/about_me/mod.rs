//! About me: what everybody who supports the person should know, in the person's own
//! words. The items are those of the PRSB "About Me" standard (1.4); it is one page,
//! which prints on one sheet where people write as much as fits on one.
//!
//! Before it stands what the person needs so that they understand and are understood
//! ([`needs`]): whoever opens the record sees that first.
//!
//! Nothing is overwritten: what two people write at once stands side by side until
//! somebody puts it into one.

mod item;
mod media;
mod needs;
mod page;
mod said;
mod sheet;
#[cfg(test)]
pub(crate) mod tests;
mod told;
mod write;

use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::Page;
use crate::sheet::{Which, page as sheet_page};

pub use item::Item;
pub(crate) use media::for_team as media_for_team;
pub(crate) use needs::{brief, for_team};
pub(crate) use said::{said, spoken};
pub(crate) use sheet::{button, for_others, in_front};
pub(crate) use write::{add, clear};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of it.
    All,
    /// Writing one item.
    Write(Item),
    /// Writing what the person needs.
    Needs,
    /// All of it for somebody else to read, on one sheet.
    Sheet,
    /// Adding a picture, sound or film.
    Media,
    /// Changing the words of one.
    Words(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Begin to write an item, or to change it.
    Write(Item),
    /// Keep it.
    Save(Item),
    /// Begin to write what the person needs, or to change it.
    Needs,
    /// Keep that.
    SaveNeeds,
    /// Keep a picture, sound or film.
    SaveMedia,
    /// Begin to change the words of one.
    Words(EntryId),
    /// Keep them.
    SaveWords(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Write(item) => write::open(item, cx),
        Intent::Save(item) => write::save(item, cx),
        Intent::Needs => {
            needs::open(cx);
            Cmd::done()
        }
        Intent::SaveNeeds => needs::save(cx),
        Intent::SaveMedia => media::save(cx),
        Intent::Words(id) => media::open_words(id, cx),
        Intent::SaveWords(id) => media::save_words(id, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => page::page(view),
        Screen::Write(item) => write::page(*item, view),
        Screen::Needs => needs::page(view),
        Screen::Sheet => sheet_page(Which::AboutMe, view),
        Screen::Media => media::page(view),
        Screen::Words(id) => media::words_page(*id, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Press> {
    match screen {
        Screen::All | Screen::Sheet | Screen::Media => None,
        Screen::Words(id) => Some(Press::AboutMe(Intent::Words(*id))),
        Screen::Needs => Some(Press::AboutMe(Intent::Needs)),
        Screen::Write(item) => Some(Press::AboutMe(Intent::Write(*item))),
    }
}
