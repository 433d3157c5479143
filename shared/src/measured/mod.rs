//! Readings that the phone has: from a meter, a scale, another app, kept in its
//! own store (Apple Health, Health Connect).
//!
//! Look for them, see what is new, bring it in: one act, and nothing without
//! asking. A reading that is in the record already, whoever brought it and on
//! whichever device, is known by what was measured, the second and the value, and
//! is not added again; nor is one that the person has corrected or crossed out.

pub mod known;
mod look;
mod page;
#[cfg(test)]
mod tests;

use crux_core::Command;
use crux_core::render::render;
use record::Scope;
use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal as AppSignal};
use crate::command;
use crate::effects::platform::{HealthAnswer, HealthQuery, PlatformOperation, PlatformOutput};
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::Screen as Place;
use crate::saving::{Act, Go};
use crate::screen::{Notice, NoticeTone, Page};
use crate::track;
use crate::words::say;

pub use page::card;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// Looking for readings, and what was found.
    Look,
}

/// How far back to look.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Back {
    /// A month.
    Month,
    /// A year.
    Year,
    /// As long as there is anything.
    All,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Ask the phone.
    Look(Back),
    /// Bring in what is new.
    BringIn,
}

/// What is remembered between presses.
#[derive(Debug, Default)]
pub struct State {
    /// True while the phone is asked.
    asking: bool,
    /// What it answered so far.
    found: Option<look::Found>,
    /// What it was asked last.
    query: Option<HealthQuery>,
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Look(back) => ask(back, cx),
        Intent::BringIn => bring_in(cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(_screen: Screen, view: View<'_>) -> Page {
    page::page(view)
}

fn ask(back: Back, cx: &mut Cx<'_>) -> Cmd {
    if cx.open.measured.asking {
        return Command::done();
    }
    cx.open.measured = State::default();
    further(look::query(back, cx.now.ms.div_euclid(1000)), cx)
}

fn further(query: HealthQuery, cx: &mut Cx<'_>) -> Cmd {
    cx.open.measured.asking = true;
    cx.open.measured.query = Some(query.clone());
    command::ask(PlatformOperation::Health(query), AppSignal::Measured)
}

/// The phone has answered.
pub fn answered(output: PlatformOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.measured.asking = false;
    let problem = |title: String| Some(Notice::new(NoticeTone::Warning, title));
    match output {
        PlatformOutput::Health(HealthAnswer::Readings(readings)) => {
            let mut found = cx.open.measured.found.take().unwrap_or_default();
            if let Some(holding) = cx.open.holding() {
                look::sort(&readings, &holding.record, cx.now, &mut found);
            }
            let query = cx.open.measured.query.take();
            let more = query.filter(|_| look::has_room(&found));
            let more = more.and_then(|query| look::further(&query, &readings));
            cx.open.measured.found = Some(found);
            if let Some(query) = more {
                return further(query, cx);
            }
        }
        PlatformOutput::Health(HealthAnswer::Denied) => {
            cx.open.notice = problem(say!(cx.words, "measured-denied"))
                .map(|notice| notice.text(say!(cx.words, "measured-denied-text")));
        }
        _ => cx.open.notice = problem(say!(cx.words, "measured-unavailable")),
    }
    render()
}

fn bring_in(cx: &mut Cx<'_>) -> Cmd {
    let Some(found) = cx.open.measured.found.take() else {
        return Command::done();
    };
    // A phone's readings are its person's own.
    let own = |holding: &&Holding| holding.about.side == RecordSide::Person;
    let may = cx.open.holding().filter(own).filter(|held| held.may_write(Scope::Health));
    let Some(holding) = may else { return Command::done() };
    // Something may have arrived since they were looked at.
    let new = look::still_new(found.new, &holding.record);
    if new.is_empty() {
        return Command::done();
    }
    let count = new.len();
    let mut act = Act::new(holding, cx.now);
    let mut trackers = track::Trackers::of(&holding.record);
    for reading in new {
        let tracker = trackers.find_or_make(&reading.tracker, &mut act);
        let happened = reading.happened.clone();
        act.bring_in(&reading.value(tracker), happened);
    }
    let title = say!(cx.words, "measured-done", count = count);
    let notice = Notice::new(NoticeTone::Success, title);
    act.save(cx, Go::Tab(Place::Track(track::Screen::All)), Some(notice))
}
