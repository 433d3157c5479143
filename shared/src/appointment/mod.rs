//! One page for an appointment: what the person most wants to talk about, what they
//! want to ask, and what the app can fill in from the record.
//!
//! What is filled in is made from the record each time, until the person puts it
//! into words of their own. Nothing is shared by itself: the page is printed, saved
//! as a file, or put into a message, which the person sends.
//!
//! Where to start: [`fill`] for what the app says; `sheet` for the page that others
//! get. Two versions at once, and history: [`crate::entry`].

mod fill;
mod form;
mod list;
mod one;
mod part;
mod questions;
mod sheet;
#[cfg(test)]
mod tests;
mod told;

use crux_core::Command;
use jiff::civil::Date;
use record::kinds::{AppointmentSummary, Ref};
use record::state::Entry;
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::entry::change;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::saving::Act;
use crate::screen::Page;
use crate::words::{Words, say};

pub(crate) use list::today;
pub(crate) use sheet::for_others;
pub(crate) use told::parts_of;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them.
    All,
    /// Beginning one.
    New,
    /// Changing what stands on one.
    Change(EntryId),
    /// One of them.
    One(EntryId),
    /// What is to be asked.
    Questions(EntryId),
    /// The words of a part, by its code.
    Part(EntryId, u64),
    /// The page that others get.
    Sheet(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Keep a new one.
    Save,
    /// Open the form of one.
    Change(EntryId),
    /// Keep a change.
    SaveChange(EntryId),
    /// Add questions.
    Add(EntryId),
    /// Ask a question earlier.
    Up(EntryId, String),
    /// Take a question away.
    Remove(EntryId, String),
    /// Open the form of a part.
    Part(EntryId, u64),
    /// Keep its words.
    SavePart(EntryId, u64),
    /// The app fills a part in again.
    Again(EntryId, u64),
    /// Put the page into a message.
    Share(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => form::save(None, cx),
        Intent::Change(id) => form::open(id, cx),
        Intent::SaveChange(id) => form::save(Some(id), cx),
        Intent::Add(id) => questions::add(id, cx),
        Intent::Up(id, question) => questions::moved(id, &question, true, cx),
        Intent::Remove(id, question) => questions::moved(id, &question, false, cx),
        Intent::Part(id, code) => part::open(id, code, cx),
        Intent::SavePart(id, code) => part::save(id, code, cx),
        Intent::Again(id, code) => part::again(id, code, cx),
        Intent::Share(id) => sheet::share(id, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => form::page(None, view),
        Screen::Change(id) => form::page(Some(*id), view),
        Screen::One(id) => one::page(*id, view),
        Screen::Questions(id) => questions::page(*id, view),
        Screen::Part(id, code) => part::page(*id, *code, view),
        Screen::Sheet(id) => sheet::page(*id, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(*id),
        Screen::Part(id, code) => Intent::Part(*id, *code),
        _ => return None,
    })
}

fn nothing() -> Cmd {
    Command::done()
}

/// The form of something that is about one, or of a new one.
fn form(holding: &Holding, what: &str, id: Option<EntryId>) -> String {
    match id {
        Some(id) => change::form(&format!("appointment.{what}"), holding, id),
        None => format!("appointment.{what}.{}", holding.index),
    }
}

/// One that can be looked at here.
fn shown(id: EntryId, view: View<'_>) -> Option<(&Holding, Entry<AppointmentSummary>)> {
    let holding = view.open.holding().filter(|holding| holding.sees(Scope::Diary))?;
    Some((holding, holding.record.get(id)?))
}

/// What a reminder is offered for: what it is, its day, and its time in minutes after
/// midnight.
pub(crate) fn to_remind(
    holding: &Holding,
    id: EntryId,
    words: &Words,
) -> Option<(String, Date, Option<u16>)> {
    let of = holding.record.get::<AppointmentSummary>(id)?.value;
    let title = match &of.with {
        Some(who) => say!(words, "appointment-remind", who = who.as_str()),
        None => say!(words, "appointment-remind-any"),
    };
    Some((title, of.on?, of.at.and_then(|at| u16::try_from(at).ok())))
}

/// Says which reminder there is of one, in the same act.
pub(crate) fn link(act: &mut Act, holding: &Holding, of: EntryId, reminder: EntryId) {
    let Some(entry) = holding.record.get::<AppointmentSummary>(of) else { return };
    let reminder = Some(Ref(reminder.created_by()));
    act.set(Some(&entry), &AppointmentSummary { reminder, ..entry.value.clone() });
}
