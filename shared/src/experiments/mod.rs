//! Home experiments: does something help me? Some days as usual beside some days
//! with a change, in plain words.
//!
//! The app counts and names. It never says that something helped: days differ by
//! themselves, and nothing here can show what caused a difference. A bad day, a day
//! that was left out and a day on which nothing was written count for nothing.
//!
//! Where to start: [`weeks`] for what is counted; `one` for how it is said. Two
//! versions at once, and history: [`crate::entry`].

mod form;
mod list;
mod one;
mod stop;
#[cfg(test)]
mod tests;
mod told;
mod weeks;

use crux_core::Command;
use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::entry::change;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::screen::Page;

pub(crate) use told::{dates, looked_at};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them.
    All,
    /// Beginning one, perhaps about a tracker.
    New(Option<EntryId>),
    /// Changing one.
    Change(EntryId),
    /// One of them: both runs of days beside each other.
    One(EntryId),
    /// What the person thinks, and which days do not count.
    Think(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Keep a new one, begun from a tracker or not.
    Save(Option<EntryId>),
    /// Open the form of one.
    Change(EntryId),
    /// Keep a change.
    SaveChange(EntryId),
    /// It is stopped, or goes on.
    Stop(EntryId, bool),
    /// Open the form of what the person thinks.
    Think(EntryId),
    /// Keep it.
    SaveThoughts(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save(tracker) => form::save(form::Of::New(tracker), cx),
        Intent::Change(id) => form::open(id, cx),
        Intent::SaveChange(id) => form::save(form::Of::Change(id), cx),
        Intent::Stop(id, stop) => stop::stop(id, stop, cx),
        Intent::Think(id) => stop::open(id, cx),
        Intent::SaveThoughts(id) => stop::save(id, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New(tracker) => form::page(form::Of::New(*tracker), view),
        Screen::Change(id) => form::page(form::Of::Change(*id), view),
        Screen::One(id) => one::page(*id, view),
        Screen::Think(id) => stop::page(*id, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(*id),
        Screen::Think(id) => Intent::Think(*id),
        _ => return None,
    })
}

fn nothing() -> Cmd {
    Command::done()
}

/// The form of something that is about one.
fn form(holding: &Holding, what: &str, id: EntryId) -> String {
    change::form(&format!("experiments.{what}"), holding, id)
}
