//! Telling a carer, whom the person chose, that something which matters was not
//! answered, or that it is a bad day.
//!
//! The person's consent is an entry of the sharing stream, which nobody else can
//! write. Their device tells the server when a sign is due, and takes it back once it
//! is answered; the server knows no more. What the carer's app says, it works out
//! from what is shared with them. Nobody is said to be watching.
//!
//! Where to start: [`due`] for what the server is told; [`carer`] for what a carer
//! sees; `list` and `form` for choosing.

pub(crate) mod carer;
pub(crate) mod due;
mod form;
mod list;
#[cfg(test)]
mod tests;

pub(crate) use list::{in_words, told};
use record::EntryId;
use record::kinds::{Tell, TellOf};
use serde::{Deserialize, Serialize};

use crate::account::{Called, Posted};
use crate::app::Cmd;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::screen::Page;
use crate::sharing;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// Who is told of what, and who was.
    All,
    /// Choosing somebody.
    New,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Keep what the form says.
    Save,
    /// No longer.
    Stop(EntryId),
}

/// What is remembered.
#[derive(Debug, Default)]
pub struct State {
    /// What the server was told last in this run.
    posted: Posted,
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The server has been told of a record, or was not; with a bad day among it.
    Told(u32, Called<()>, Vec<u8>, bool),
}

/// Whether somebody is told of bad days who may still see anything.
pub(crate) fn is_told_of_bad_days(holding: &Holding, now_ms: i64) -> bool {
    let allowed = sharing::allowed(holding, now_ms.div_euclid(1000));
    let told = |tell: &Tell| {
        tell.of == TellOf::BadDay && allowed.iter().any(|(member, _)| *member == tell.member)
    };
    holding.record.current::<Tell>().any(|entry| told(&entry.value))
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => form::save(cx),
        Intent::Stop(id) => list::stop(id, cx),
    }
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    let Signal::Told(index, called, tells, bad_day) = signal;
    due::told(index, &called, tells, bad_day, cx)
}

/// The page of a place.
#[must_use]
pub fn page(screen: Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => form::page(view),
    }
}
