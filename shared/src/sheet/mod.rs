//! A page for somebody else to read: tables, with when they were correct. Shown,
//! printed by the browser, or handed over: as a file that opens without this app, or as
//! a PDF that the server makes and keeps nothing of. Each in large print too.
//!
//! A feature says what stands on its page ([`Sheet`]) and is asked for it by [`Which`];
//! all else is here.

mod page;
mod pdf;
mod save;
#[cfg(test)]
mod tests;

use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::effects::network::NetworkOutput;
use crate::effects::platform::PlatformOutput;
use crate::model::{Cx, View};
use crate::screen::Block;
use crate::when;
use crate::words::say;
use crate::your_data::ReadableTable;
use crate::{
    about_me, action_plan, advance_care, appointment, contingency, deciding, medicines, plan,
};

pub(crate) use page::{FIT_LARGE, bare, page};
pub(crate) use save::hand_over;

/// What stands on such a page.
pub(crate) struct Sheet {
    /// The name of its page.
    pub(crate) page: &'static str,
    /// What its file is called, before the day.
    pub(crate) file: &'static str,
    pub(crate) title: String,
    /// When it was correct; said first.
    pub(crate) correct: String,
    /// Tables, each with what is said where it is empty.
    pub(crate) parts: Vec<(ReadableTable, String)>,
    /// Pictures, after the tables; none in a file, which has their words.
    pub(crate) pictures: Vec<Block>,
    /// Said last.
    pub(crate) says: String,
}

/// Which page it is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// About the person.
    AboutMe,
    /// The care and support plan.
    Plan,
    /// What to do when things change.
    ActionPlan(EntryId),
    /// A decision made together.
    Decision(EntryId),
    /// What the person would like in advance.
    AdvanceCare,
    /// What is taken, and reacted badly to.
    Medicines,
    /// For an appointment.
    Appointment(EntryId),
    /// If this happens, do that.
    Contingency(EntryId),
}

/// For what it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum For {
    /// To be seen in the app: with pictures.
    Show,
    /// To leave it: pictures stand in it in their words.
    Leave,
}

/// What stands on it now; none where there is nothing, or it is not shared.
fn find(which: Which, view: View<'_>, made: For) -> Option<Sheet> {
    match which {
        Which::AboutMe => about_me::for_others(view, made),
        Which::Plan => plan::for_others(view),
        Which::ActionPlan(id) => action_plan::for_others(id, view),
        Which::Decision(id) => deciding::for_others(id, view),
        Which::AdvanceCare => advance_care::for_others(view),
        Which::Medicines => medicines::for_others(view),
        Which::Appointment(id) => appointment::for_others(id, view),
        Which::Contingency(id) => contingency::for_others(id, view),
    }
}

/// What the server would be asked to set, for tests of how long it is.
#[cfg(any(test, feature = "testing"))]
pub(crate) fn asked(which: Which, cx: &Cx<'_>) -> Option<record::api::Paper> {
    find(which, cx.view(), For::Leave).map(|sheet| pdf::paper(which, sheet, cx))
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Hand it over as a file.
    Save(Which),
    /// Have the server make a PDF of it, and hand that over.
    Pdf(Which),
    /// In large print, or not.
    Large(bool),
}

/// What it tells itself.
#[derive(Debug)]
pub enum Signal {
    /// What became of a file that was handed over.
    Handed(PlatformOutput),
    /// The server has answered with a PDF, or not.
    Made(pdf::Asked, Option<NetworkOutput>),
}

/// What is remembered.
#[derive(Debug, Default)]
pub struct State {
    /// Whether such pages are in large print.
    large: bool,
    /// The PDF that is being made.
    making: Option<pdf::Asked>,
}

impl State {
    /// Whether something is on its way.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        self.making.is_some()
    }
}

/// Carries out a press.
pub(crate) fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save(which) => save::save(which, cx),
        Intent::Pdf(which) => pdf::ask(which, cx),
        Intent::Large(large) => {
            cx.open.sheet.large = large;
            Cmd::done()
        }
    }
}

/// Takes in a signal.
pub(crate) fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Handed(output) => save::handed(&output, cx),
        Signal::Made(asked, output) => pdf::made(&asked, output, cx),
    }
}

/// "Correct when printed: 22 November 2026, 7:42".
pub(crate) fn correct(view: View<'_>) -> String {
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    // Seen from another year, so that the year is always said.
    let day = when::day(view.words, wall.date(), jiff::civil::Date::ZERO);
    say!(view.words, "sheet-correct", day = day, time = when::time(wall.time()))
}
