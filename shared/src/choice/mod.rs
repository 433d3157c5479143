//! Choice and rights: a referral with its clock, the providers that were offered
//! and the one that was chosen, and for each choice whether it is a legal right in
//! England, what it does not cover, how to use it and what to say.
//!
//! The app states dates and rights. It says of nobody that they broke a rule.
//!
//! Where to start: [`rules`] for the rules, which are data; [`clock`] for the days
//! that follow from them.

mod bring_in;
mod choose;
mod clock;
mod edit;
mod letter;
mod list;
mod one;
mod part;
mod right;
mod rules;
#[cfg(test)]
mod tests;
mod told;
mod wording;

use record::EntryId;
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::deciding::form;
use crate::model::{Cx, View};
use crate::screen::Page;

pub(crate) use wording::{part_cells, referral_cells};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All referrals, and the choices there are.
    All,
    /// Writing one down.
    New,
    /// Changing it.
    Change(EntryId),
    /// One of them.
    One(EntryId),
    /// Saying something of one, by the code of its sort.
    NewPart(EntryId, u64),
    /// Changing that.
    ChangePart(EntryId),
    /// Choosing a provider.
    Choose(EntryId),
    /// A choice, by its id, and of which referral.
    Right(String, Option<EntryId>),
    /// Bringing in a list of providers.
    BringIn(EntryId),
    /// Writing a letter.
    Letter(Letter),
    /// The letter.
    Written(Letter),
}

/// Which letter: each right has its own.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Letter {
    /// The right, by its id.
    pub rule: String,
    /// Of which referral.
    pub of: Option<EntryId>,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Keep a new referral.
    Save,
    /// Open the form of one.
    Change(EntryId),
    /// Keep it.
    SaveChange(EntryId),
    /// Keep something new that is said of one.
    SavePart(EntryId, u64),
    /// Open the form of that.
    Part(EntryId),
    /// Keep it as changed.
    SaveChangedPart(EntryId),
    /// Open the form of the chosen provider.
    Choose(EntryId),
    /// Keep which was chosen.
    SaveChosen(EntryId),
    /// Read the list of providers that was picked.
    BringIn(EntryId),
    /// Open the form of a letter.
    Letter(Letter),
    /// Make the letter.
    Write(Letter),
    /// Hand it over as a file.
    HandOver(Letter),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => edit::save(None, cx),
        Intent::Change(id) => edit::open(id, cx),
        Intent::SaveChange(id) => edit::save(Some(id), cx),
        Intent::SavePart(of, code) => part::save(part::Saying::New(of, code), cx),
        Intent::Part(id) => part::open(id, cx),
        Intent::SaveChangedPart(id) => part::save(part::Saying::Change(id), cx),
        Intent::Choose(id) => choose::open(id, cx),
        Intent::SaveChosen(id) => choose::save(id, cx),
        Intent::BringIn(id) => bring_in::read(id, cx),
        Intent::Letter(which) => letter::open(which, cx),
        Intent::Write(which) => letter::write(which, cx),
        Intent::HandOver(which) => letter::hand_over(&which, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => edit::page(None, view),
        Screen::Change(id) => edit::page(Some(*id), view),
        Screen::One(id) => one::page(*id, view),
        Screen::NewPart(of, code) => part::page(part::Saying::New(*of, *code), view),
        Screen::ChangePart(id) => part::page(part::Saying::Change(*id), view),
        Screen::Choose(id) => choose::page(*id, view),
        Screen::Right(rule, id) => right::page(rule, *id, view),
        Screen::BringIn(id) => bring_in::page(*id, view),
        Screen::Letter(which) => letter::page(which, view),
        Screen::Written(which) => letter::written(which, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: &Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(*id),
        Screen::ChangePart(id) => Intent::Part(*id),
        Screen::Choose(id) => Intent::Choose(*id),
        Screen::Letter(which) => Intent::Letter(which.clone()),
        _ => return None,
    })
}

fn nothing() -> Cmd {
    Cmd::done()
}
