//! Medicines: what the person takes, when, and what became of it; what they react
//! badly to; how much is left; and a page for whoever has to know all of that.
//!
//! The app keeps and shows what people say. It never works out, suggests or
//! changes a dose, and never says that one may be taken: of what is taken as
//! needed it says what the person's own limits are and when the last one was.
//!
//! Where to start: [`due`] for what stands today and next; `form` and `times` for
//! what is said of a medicine; `dose` and `write` for what became of one time;
//! `sheet` for the page that others read. The history of an entry, two versions at
//! once, and crossing out: [`crate::entry`]. What is said on a lock screen:
//! [`crate::outside`].

mod allergy;
mod dose;
pub(crate) mod due;
mod facts;
mod form;
mod list;
mod names;
mod one;
mod rule;
mod sheet;
mod skip;
mod stock;
mod stop;
pub(crate) mod telling;
#[cfg(test)]
mod tests;
mod times;
mod today;
mod told;
mod wording;
mod write;

use crux_core::Command;
use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::entry::change;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::reminders::Time;
use crate::screen::Page;
use crate::sheet::{Which, page as sheet_page};

pub(crate) use rule::{as_needed, elapsed, text as rule_text};
pub(crate) use sheet::{for_others, text as sheet_text};
pub(crate) use stock::text as supply_text;
pub(crate) use today::{bad_day, blocks as today_blocks};
pub(crate) use told::line as dose_line;
pub(crate) use wording::{
    allergy_text, dosage_text, dose_outcome, each, form_text, full_name, name_of, reacts_text,
    step_dosage,
};

/// The form of something in this feature that is about one entry.
fn form_of(what: &str, holding: &Holding, id: EntryId) -> String {
    change::form(&format!("medicines.{what}"), holding, id)
}

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them, and what the person reacts badly to.
    All,
    /// Adding one.
    New,
    /// Changing what is said of one.
    Change(EntryId),
    /// Its times.
    Times(EntryId),
    /// One of them, and its doses from the newest.
    One(EntryId),
    /// Its older doses: so many are passed over.
    Older(EntryId, usize),
    /// One time of one of them, by its name.
    Dose(String),
    /// Writing a dose down.
    Write(Writing),
    /// Why one was not taken.
    Skip(String),
    /// How much is left, and when to order.
    Stock(EntryId),
    /// No longer taking one.
    Stop(EntryId),
    /// Something the person reacts badly to.
    Allergy(Option<EntryId>),
    /// The page that others read.
    Sheet,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Keep a new medicine.
    Save,
    /// Open the form of one.
    Change(EntryId),
    /// Keep a change.
    SaveChange(EntryId),
    /// Open the form of its times.
    Times(EntryId),
    /// Keep its times.
    SaveTimes(EntryId),
    /// One was taken.
    Take {
        /// Which.
        time: Time,
        /// When.
        when: Taken,
    },
    /// All of these were taken.
    TakeAll(Vec<Time>),
    /// Say why one was not taken.
    Skip(Time),
    /// Open the form of a dose.
    Write(Writing),
    /// Keep what it says.
    SaveDose(Writing),
    /// Ask again in a while.
    Later(Time),
    /// Look at one time, from outside the app.
    Open(Time),
    /// Open the form of what is left.
    Stock(EntryId),
    /// Keep what is left.
    SaveStock(EntryId),
    /// More was ordered.
    Ordered(EntryId),
    /// Look at what is left, from outside the app: of which record, and of what.
    Order(u32, EntryId),
    /// It is no longer taken.
    Stop(EntryId),
    /// It is taken again.
    StartAgain(EntryId),
    /// Open the form of something the person reacts badly to.
    ChangeAllergy(EntryId),
    /// Keep what it says.
    SaveAllergy(Option<EntryId>),
    /// Say why one was not taken, from outside the app.
    Why(Time),
}

/// When a dose was taken that is written down with one press.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Just now.
    Now,
    /// At its time.
    OnTime,
}

/// Which dose is being written down.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Writing {
    /// What became of one time.
    Time(String),
    /// One that was taken as needed, or besides.
    Besides(EntryId),
    /// Correcting one.
    Correct(EntryId),
}

impl Intent {
    /// Whether it shows nothing of the record: such a one is done from a lock
    /// screen too, while the app is locked.
    #[must_use]
    pub fn shows_nothing(&self) -> bool {
        matches!(self, Self::Take { .. } | Self::Later(_))
    }
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => form::save(None, cx),
        Intent::Change(id) => form::open(id, cx),
        Intent::SaveChange(id) => form::save(Some(id), cx),
        Intent::Times(id) => times::open(id, cx),
        Intent::SaveTimes(id) => times::save(id, cx),
        Intent::Take { time, when } => dose::take(&time, when, cx),
        Intent::TakeAll(times) => dose::take_all(&times, cx),
        Intent::Skip(time) => skip::save(&time, cx),
        Intent::Write(writing) => write::open(writing, cx),
        Intent::SaveDose(writing) => write::save(&writing, cx),
        Intent::Later(time) => dose::later(time, cx),
        Intent::Open(time) => dose::open(&time, cx),
        Intent::Stock(id) => stock::open(id, cx),
        Intent::SaveStock(id) => stock::save(id, cx),
        Intent::Ordered(id) => stock::ordered(id, cx),
        Intent::Order(record, id) => stock::from_outside(record, id, cx),
        Intent::Stop(id) => stop::save(id, cx),
        Intent::StartAgain(id) => stop::again(id, cx),
        Intent::ChangeAllergy(id) => allergy::open(id, cx),
        Intent::SaveAllergy(id) => allergy::save(id, cx),
        Intent::Why(time) => dose::why(&time, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => form::page(None, view),
        Screen::Change(id) => form::page(Some(*id), view),
        Screen::Times(id) => times::page(*id, view),
        Screen::One(id) => one::page(*id, 0, view),
        Screen::Older(id, skip) => one::page(*id, *skip, view),
        Screen::Dose(key) => dose::page(key, view),
        Screen::Write(writing) => write::page(writing, view),
        Screen::Skip(key) => skip::page(key, view),
        Screen::Stock(id) => stock::page(*id, view),
        Screen::Stop(id) => stop::page(*id, view),
        Screen::Allergy(id) => allergy::page(*id, view),
        Screen::Sheet => sheet_page(Which::Medicines, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(*id),
        Screen::Times(id) => Intent::Times(*id),
        Screen::Write(writing) => Intent::Write(writing.clone()),
        Screen::Stock(id) => Intent::Stock(*id),
        Screen::Allergy(Some(id)) => Intent::ChangeAllergy(*id),
        _ => return None,
    })
}

fn nothing() -> Cmd {
    Command::done()
}
