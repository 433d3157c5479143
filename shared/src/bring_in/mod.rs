//! Bringing in a diary that was kept somewhere else.
//!
//! Pick a file, say what its columns and things are where that is not plain,
//! look at what would be taken and what not, confirm. Nothing is guessed
//! silently, and the whole import is one act. Where to start: [`parse`] for
//! reading a file, [`flow`] for the way through, [`known`] for bringing the
//! same file twice.

mod columns;
mod flow;
pub mod health;
mod keep;
pub mod known;
mod labels;
mod pages;
pub mod parse;
mod preview;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, Open, View};
use crate::screen::Page;

pub use flow::State;
pub(crate) use labels::{Group, tracker as tracker_label};
pub(crate) use preview::groups as groups_table;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// Picking a file.
    Pick,
    /// Which column holds what.
    Columns,
    /// What one thing of the file is, by its number ([`flow`]).
    Thing(String),
    /// What would be brought in.
    Preview,
    /// The lines that cannot be taken, from this one on.
    Refused(usize),
    /// What Apple Health exported is being read.
    Reading,
    /// What is in it.
    Health,
    /// It has been brought in.
    Done {
        /// How many entries.
        entries: usize,
        /// How many lines were not taken.
        left_out: u32,
    },
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Read the file that was picked.
    Read,
    /// Take the columns as said.
    Columns,
    /// Take a thing as said.
    Thing(String),
    /// Bring it in.
    Confirm,
    /// Leave it and pick another file.
    Another,
    /// Stop reading.
    Stop,
    /// Bring in what was chosen of an export.
    BringInHealth,
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Read => flow::read(cx),
        Intent::Columns => columns::take(cx),
        Intent::Thing(id) => flow::take_thing(&id, cx),
        Intent::Confirm => keep::confirm(cx),
        Intent::Another => flow::another(cx),
        Intent::Stop => health::stop(cx),
        Intent::BringInHealth => health::confirm(cx),
    }
}

/// Lets go of a file that is on its way in: nothing leads back to it.
pub fn left(open: &mut Open) {
    open.bring_in.loaded = None;
    open.bring_in.health = None;
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    if let Some(health) = &view.open.bring_in.health {
        match screen {
            Screen::Reading => return health::reading(health, view),
            Screen::Health => return health::found(health, view),
            _ => {}
        }
    }
    match (screen, &view.open.bring_in.loaded) {
        (Screen::Columns, Some(loaded)) => columns::page(loaded, view),
        (Screen::Thing(id), Some(loaded)) => pages::thing(id, loaded, view),
        (Screen::Preview, Some(loaded)) => preview::page(loaded, view),
        (Screen::Refused(from), Some(loaded)) => preview::refused_page(*from, loaded, view),
        (Screen::Done { entries, left_out }, _) => pages::done(*entries, *left_out, view),
        _ => pages::pick(view),
    }
}
