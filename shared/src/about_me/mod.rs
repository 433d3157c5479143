//! About me: what everybody who supports the person should know, in the person's own
//! words. The items are those of the PRSB "About Me" standard (1.4); it is one page,
//! which prints on one sheet where people write as much as fits on one.
//!
//! Nothing is overwritten: what two people write at once stands side by side until
//! somebody puts it into one.

mod item;
mod page;
mod said;
#[cfg(test)]
mod tests;
mod write;

use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::Page;

pub use item::Item;
pub(crate) use said::said;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of it.
    All,
    /// Writing one item.
    Write(Item),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Begin to write an item, or to change it.
    Write(Item),
    /// Keep it.
    Save(Item),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Write(item) => write::open(item, cx),
        Intent::Save(item) => write::save(item, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => page::page(view),
        Screen::Write(item) => write::page(*item, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Press> {
    match screen {
        Screen::All => None,
        Screen::Write(item) => Some(Press::AboutMe(Intent::Write(*item))),
    }
}
