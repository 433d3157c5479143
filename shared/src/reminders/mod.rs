//! Reminders: what the person wants to be asked for, and when; what became of it.
//!
//! Rules are kept, what they come to is derived (`record::schedule`), and only
//! what became of one is written down. A reading of the tracker that a reminder is
//! about answers it by itself. Nothing is counted, and nothing missed is held
//! against anyone: what nobody said is "not known".
//!
//! Where to start: [`due`] for what stands today and next; `form` for making a
//! reminder; `one` for answering. What is said on a lock screen:
//! [`crate::outside`].

mod answer;
mod asking;
pub(crate) mod due;
mod form;
mod list;
mod offer;
mod one;
#[cfg(test)]
mod tests;
mod today;
mod wording;

use answer::Writing;
use crux_core::Command;
use form::Making;
use record::EntryId;
use record::kinds::What;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::nav::Screen as Place;
use crate::screen::Page;

pub(crate) use asking::source;
pub(crate) use due::clocks;
pub(crate) use offer::{button, is_wanted, row};
pub(crate) use one::put_off;
pub(crate) use today::blocks as today_blocks;
pub(crate) use wording::{
    WEEK, bit, is_lost, label, of_outcome, outcome_text, place as place_of, slot_text, time, times,
};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them.
    All,
    /// Making one.
    New,
    /// Changing one.
    Change(EntryId),
    /// Making one for what stands elsewhere: a review of the plan, an appointment.
    For(EntryId),
    /// One time of one of them, by its name.
    One(String),
    /// Saying why it was not done.
    Skip(String),
    /// Saying what became of it.
    Write(String),
    /// Correcting what was said.
    Correct(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Keep what the form says.
    Save,
    /// Open the form of one.
    Change(EntryId),
    /// Keep a change.
    SaveChange(EntryId),
    /// Make one for a step of the plan, or open the form of one for a review or an
    /// appointment.
    For(EntryId),
    /// Keep that.
    SaveFor(EntryId),
    /// No longer wanted, or wanted again.
    PutAway(EntryId, bool),
    /// Say what became of one time; where something was said, only `again`.
    Answer {
        /// Which.
        time: Time,
        /// What became of it.
        what: Answer,
        /// Whether the person has seen what was said before.
        again: bool,
    },
    /// Keep that it was not done, and why.
    Skip(Time),
    /// Keep what became of it.
    SaveOutcome(Time),
    /// Open the form of a correction.
    Correct(EntryId),
    /// Keep that.
    SaveCorrect(EntryId),
    /// Ask again in a while.
    Later(Time),
    /// Look at one time, from outside the app.
    Open(Time),
    /// Write down the reading that it asks for, from outside the app.
    Write(Time),
}

/// One time of a reminder, and of which record: what is pressed outside the app may
/// be about another one than the one on show.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Time {
    /// The record, by its number on this device.
    pub record: u32,
    /// Its name in it.
    pub key: String,
}

/// What can be said of one time.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was done.
    Done,
    /// It was not, on purpose.
    Skipped,
}

impl Answer {
    fn what(self, late: bool) -> What {
        match self {
            Self::Done if late => What::DoneLate,
            Self::Done => What::Done,
            Self::Skipped => What::Skipped,
        }
    }
}

impl Intent {
    /// Whether it shows nothing of the record: such a one is done from a lock
    /// screen too, while the app is locked.
    #[must_use]
    pub fn shows_nothing(&self) -> bool {
        matches!(self, Self::Answer { .. } | Self::Later(_))
    }
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => form::save(Making::New, cx),
        Intent::Change(id) => form::open(id, cx),
        Intent::SaveChange(id) => form::save(Making::Change(id), cx),
        Intent::For(id) => form::open_for(id, cx),
        Intent::SaveFor(id) => form::save(Making::For(id), cx),
        Intent::PutAway(id, away) => list::put_away(id, away, cx),
        Intent::Answer { time, what, again } => one::answer(&time, what, again, cx),
        Intent::Skip(time) => answer::save(Writing::Skip(&time.key), Some(time.record), cx),
        Intent::SaveOutcome(time) => answer::save(Writing::Time(&time.key), Some(time.record), cx),
        Intent::Correct(id) => answer::open(id, cx),
        Intent::SaveCorrect(id) => answer::save(Writing::Correct(id), None, cx),
        Intent::Later(time) => one::later(time, cx),
        Intent::Open(time) => one::open(&time, cx),
        Intent::Write(time) => one::write(&time, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => form::page(Making::New, view),
        Screen::Change(id) => form::page(Making::Change(*id), view),
        Screen::For(id) => form::page(Making::For(*id), view),
        Screen::One(key) => one::page(key, view),
        Screen::Skip(key) => answer::page(Writing::Skip(key), view),
        Screen::Write(key) => answer::page(Writing::Time(key), view),
        Screen::Correct(id) => answer::page(Writing::Correct(*id), view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(*id),
        Screen::For(id) => Intent::For(*id),
        Screen::Correct(id) => Intent::Correct(*id),
        _ => return None,
    })
}

/// Where one time is answered.
pub(crate) fn place(key: String) -> Place {
    Place::Reminders(Screen::One(key))
}

fn nothing() -> Cmd {
    Command::done()
}
