//! Action plans: what the person has agreed to do when things are well, when they
//! get worse, and when help is needed; and the numbers that say which part of
//! their own plan a reading falls in.
//!
//! The app brings no number and no word of its own to a plan. What is published
//! is shown beside the question with its source, differs, and fills nothing in.
//! Where a reading falls is arithmetic with the person's own numbers; what is then
//! shown are the plan's own words, and for red whom to call, before anything else.
//!
//! Where to start: [`judge`] for where a reading or a symptom falls; `limits` for
//! setting numbers; `now` for what is shown after something was written down;
//! `home` for blood pressure as people are told to take it at home. Two versions
//! at once, and history: [`crate::entry`].

mod bands;
mod course;
mod home;
mod judge;
mod limits;
mod list;
mod marks;
mod new;
mod now;
mod one;
mod outline;
mod part;
mod sheet;
#[cfg(test)]
pub(crate) mod tests;
mod told;
mod wording;

use crux_core::Command;
use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;
use crate::sheet::{Which, page as sheet_page};

pub(crate) use bands::{Lowest, chart_zones, lowest_limits};
pub(crate) use home::{Begun, link as home_link};
pub(crate) use judge::Taken;
pub(crate) use marks::{
    after_reading, after_symptom, before_saving, entry_rows, reading_tag, symptom_tag, today_blocks,
};
pub(crate) use part::is_number;
pub(crate) use sheet::for_others;
pub(crate) use wording::{
    call_of, call_text, condition_text, limits_text, plan_name, threshold_name,
};

/// What numbers are for: what is measured, what of it, and when.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub struct About {
    /// What is measured.
    thing: Thing,
    /// The code of a [`Gauge`](record::kinds::Gauge).
    gauge: u64,
    /// The code of an [`Occasion`](record::kinds::Occasion); none for any.
    occasion: Option<u64>,
}

/// What is measured.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Thing {
    /// A ready-made tracker, by the codes of its measure and unit.
    Made(u64, u64),
    /// One of the person's own.
    Own(EntryId),
    /// How bad a symptom is, by one that was written down.
    Symptom(EntryId),
}

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All plans.
    All,
    /// Beginning one.
    New,
    /// Changing its name and who set it.
    Change(EntryId),
    /// One of them.
    One(EntryId),
    /// The words of a part: 0 green, 1 amber, 2 red.
    Part(EntryId, usize),
    /// Choosing what to set numbers for.
    Choose(EntryId),
    /// Setting numbers.
    Limits(EntryId, About),
    /// Changing numbers.
    ChangeLimits(EntryId),
    /// Where a reading or a symptom falls, and what the plan then says.
    Now(EntryId),
    /// The page to print.
    Sheet(EntryId),
    /// Blood pressure at home: of which tracker, and since which day.
    Home(EntryId, Option<Begun>),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Keep a new plan.
    Save,
    /// Open the form of its name and who set it.
    Change(EntryId),
    /// Keep those.
    SaveChange(EntryId),
    /// Open the form of a part.
    Part(EntryId, usize),
    /// Keep its words.
    SavePart(EntryId, usize),
    /// Keep new numbers.
    SaveLimits(EntryId, About),
    /// Open the form of numbers.
    ChangeLimits(EntryId),
    /// Keep changed numbers.
    SaveChangedLimits(EntryId),
    /// This sign is there now: it is written down as a symptom.
    Have(String),
    /// The plan is no longer followed, or is again.
    End(EntryId, bool),
    /// Blood pressure at home: another first day.
    Begun(EntryId, Begun),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => new::save(None, cx),
        Intent::Change(id) => new::open(id, cx),
        Intent::SaveChange(id) => new::save(Some(id), cx),
        Intent::Part(id, part) => part::open(id, part, cx),
        Intent::SavePart(id, part) => part::save(id, part, cx),
        Intent::SaveLimits(plan, about) => limits::save(&limits::Setting::New(plan, about), cx),
        Intent::ChangeLimits(id) => limits::open(id, cx),
        Intent::SaveChangedLimits(id) => limits::save(&limits::Setting::Change(id), cx),
        Intent::Have(sign) => now::have(sign, cx),
        Intent::End(id, end) => new::end(id, end, cx),
        Intent::Begun(tracker, day) => home::begun(tracker, day, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => new::page(None, view),
        Screen::Change(id) => new::page(Some(*id), view),
        Screen::One(id) => one::page(*id, view),
        Screen::Part(id, part) => part::page(*id, *part, view),
        Screen::Choose(id) => outline::page(*id, view),
        Screen::Limits(plan, about) => limits::page(&limits::Setting::New(*plan, *about), view),
        Screen::ChangeLimits(id) => limits::page(&limits::Setting::Change(*id), view),
        Screen::Now(id) => now::page(*id, view),
        Screen::Sheet(id) => sheet_page(Which::ActionPlan(*id), view),
        Screen::Home(tracker, begun) => home::page(*tracker, *begun, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(*id),
        Screen::Part(id, part) => Intent::Part(*id, *part),
        Screen::ChangeLimits(id) => Intent::ChangeLimits(*id),
        _ => return None,
    })
}

fn nothing() -> Cmd {
    Command::done()
}
