//! Track: what the person follows, its readings, and symptoms.
//!
//! Where to start: [`measures`](self) for the ready-made trackers and their
//! limits; `log` for writing a reading down; `chart` for looking at them, with
//! `lanes` for what happened beside; `patterns` for counting them.
//! One of them, its corrections and its history: [`crate::entry`].

mod axis;
mod chart;
mod choose;
mod form;
mod key;
mod lanes;
mod line;
mod list;
mod log;
mod measures;
pub(crate) mod moment;
mod names;
mod patterns;
mod points;
mod readings;
mod scale;
mod span;
mod summary;
mod symptom;
#[cfg(test)]
mod tests;
mod told;

use crux_core::Command;
use record::EntryId;
pub use record::judge::TrackerKey;
use serde::{Deserialize, Serialize};

pub use key::Trackers;
pub use line::{When, author_line, authors, reading as reading_line, symptom as symptom_line};
pub use measures::{
    Bounds, Check, DIASTOLIC, Limits, PULSE, ReadyMade, SEVERITY, Shape, bounds_of, icon_of, of,
    ready_made, shape_of,
};
pub use names::{
    context_text, figures, measure_name, number_text, tracker_name, unit_text, value_text,
};
pub use readings::{State, tracker_id, tracker_of_reading, trackers};
pub(crate) use readings::{latest_reading, since as readings_since};
pub use span::{Range, Span};
pub use symptom::symptom_text;

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::nav::Screen as Place;
use crate::screen::Page;

/// What is wrong, by field.
type Errors = Vec<(&'static str, String)>;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All trackers.
    All,
    /// Choosing what to follow.
    Choose,
    /// Making a tracker of one's own.
    Own,
    /// Changing one's own.
    OwnChange(EntryId),
    /// Writing a reading down.
    Log(EntryId),
    /// The readings of a tracker.
    Chart {
        /// Which.
        tracker: EntryId,
        /// What the picture is about.
        span: Span,
        /// How many of the newest readings the table passes over.
        skip: usize,
    },
    /// Its readings by time of day and by day of the week.
    Patterns {
        /// Which.
        tracker: EntryId,
        /// What is counted.
        span: Span,
    },
    /// Correcting a reading.
    Correct(EntryId),
    /// Writing a symptom down.
    Symptom,
    /// Correcting a symptom.
    CorrectSymptom(EntryId),
    /// All symptoms.
    Symptoms {
        /// How many of the newest are passed over.
        skip: usize,
    },
}

impl Screen {
    /// The readings of a tracker, the newest of them in the table.
    #[must_use]
    pub fn chart(tracker: EntryId, span: Span) -> Self {
        Self::Chart { tracker, span, skip: 0 }
    }
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Follow what has been chosen.
    Follow,
    /// Make one's own.
    MakeOwn,
    /// Make one for a step of the plan.
    OwnFor(EntryId),
    /// Open the form of one's own, to change it.
    OwnChange(EntryId),
    /// Keep that.
    SaveOwn(EntryId),
    /// Put a tracker away.
    PutAway(EntryId),
    /// Bring one back.
    BringBack(EntryId),
    /// Save the reading of a tracker.
    Log(EntryId),
    /// Show another stretch of time on the chart.
    Chart(EntryId, Span),
    /// And on the page of patterns.
    Patterns(EntryId, Span),
    /// Begin to correct a reading.
    Correct(EntryId),
    /// Save the correction.
    SaveCorrection(EntryId),
    /// Save a symptom.
    LogSymptom,
    /// Begin to correct a symptom.
    CorrectSymptom(EntryId),
    /// Save the correction.
    SaveSymptom(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Follow => choose::follow(cx),
        Intent::MakeOwn => choose::make(None, cx),
        Intent::OwnFor(step) => choose::make_for(step, cx),
        Intent::OwnChange(id) => choose::open(id, cx),
        Intent::SaveOwn(id) => choose::make(Some(id), cx),
        Intent::PutAway(id) => list::place(id, true, cx),
        Intent::BringBack(id) => list::place(id, false, cx),
        Intent::Log(id) => log::save(log::Writing::New(id), cx),
        Intent::Chart(tracker, span) => instead(Screen::chart(tracker, span), cx),
        Intent::Patterns(tracker, span) => instead(Screen::Patterns { tracker, span }, cx),
        Intent::Correct(id) => log::correct(id, cx),
        Intent::SaveCorrection(id) => log::save(log::Writing::Correction(id), cx),
        Intent::LogSymptom => symptom::save(None, cx),
        Intent::CorrectSymptom(id) => symptom::correct(id, cx),
        Intent::SaveSymptom(id) => symptom::save(Some(id), cx),
    }
}

/// Another page in the place of the one on show.
fn instead(screen: Screen, cx: &mut Cx<'_>) -> Cmd {
    cx.open.stack.pop();
    cx.open.stack.push(Place::Track(screen));
    Command::done()
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::Choose => choose::page(view),
        Screen::Own => choose::own_page(None, view),
        Screen::OwnChange(id) => choose::own_page(Some(*id), view),
        Screen::Log(id) => log::page(log::Writing::New(*id), view),
        Screen::Chart { tracker, span, skip } => chart::page(*tracker, *span, *skip, view),
        Screen::Patterns { tracker, span } => patterns::page(*tracker, *span, view),
        Screen::Correct(id) => log::page(log::Writing::Correction(*id), view),
        Screen::Symptom => symptom::page(None, view),
        Screen::CorrectSymptom(id) => symptom::page(Some(*id), view),
        Screen::Symptoms { skip } => symptom::list(*skip, view),
    }
}
