//! Questionnaires: asked as their authors wrote them, answered when the person
//! likes, and looked at over time. The app adds up what a questionnaire says is to be
//! added up, and says nothing of what a score means.
//!
//! Where to start: [`definition`] for what a questionnaire is, `strict` for what is
//! refused, `harm` for the question that opens crisis help,
//! `enabled` and [`score`] for its two kinds of logic, `fill` for answering one,
//! `over_time` for what was answered, `import` for bringing one in.

mod answers;
mod broken;
mod definition;
mod enabled;
mod fill;
mod harm;
mod import;
mod initial;
mod known;
mod list;
mod number;
mod options;
mod over_time;
mod score;
mod strict;
#[cfg(test)]
mod tests;
mod told;

use crux_core::Command;
use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

pub use broken::{Broken, Why};
pub use definition::{Choice, Definition, Item, What};
pub(crate) use told::{answered_rows, score_rows};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them.
    All,
    /// Answering one, by its canonical address.
    Fill(String),
    /// What was just answered.
    Answered(EntryId),
    /// All that was answered to one, by its canonical address; so many are passed over.
    OverTime(String, usize),
    /// Bringing one in.
    BringIn,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Keep the answers.
    Save(String),
    /// Read the file that was picked.
    BringIn,
    /// One that was brought in is no longer wanted.
    PutAway(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save(url) => fill::save(&url, cx),
        Intent::BringIn => import::read(cx),
        Intent::PutAway(id) => import::put_away(id, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::Fill(url) => fill::page(url, view),
        Screen::Answered(id) => over_time::answered(*id, view),
        Screen::OverTime(url, skip) => over_time::page(url, *skip, view),
        Screen::BringIn => import::page(view),
    }
}

fn nothing() -> Cmd {
    Command::done()
}
