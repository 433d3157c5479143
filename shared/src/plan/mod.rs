//! The care and support plan: strengths, needs, goals, steps and how they went; who
//! takes part, what was agreed, and when it is looked at again.
//!
//! Nothing in it changes unless the person says so ([`rights`]). Everybody else who
//! may add to it proposes; a proposal is an entry of its own, and is put into the
//! plan by who decides. What two devices write at once stands side by side until
//! somebody settles it ([`crate::entry`]).
//!
//! Where to start: `sorts` for what there is and what is asked of it, as one table;
//! `edit` for the form of all of them; `proposing` for what all proposals have in common,
//! those of plans for when something happens among them; `settle` for what becomes of one.

mod all;
mod asked;
mod edit;
mod ended;
mod gathered;
mod link;
mod list;
mod missing;
mod note;
mod one;
mod others;
mod part;
mod proposal;
mod proposed;
mod proposing;
mod proxy;
mod review;
mod rights;
mod settle;
mod sheet;
mod sorts;
mod take_out;
#[cfg(test)]
pub(crate) mod tests;
mod then;
mod today;
mod told;

use crux_core::Command;
use record::{EntryId, OpId};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::entry::change;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::screen::Page;
use crate::sheet::{Which, page as sheet_page};

pub(crate) use all::contingencies;
pub(crate) use ended::{opens, refuse, refused};
pub(crate) use gathered::is_answered;
pub(crate) use link::{Became, link, linked, step_text, to_remind};
pub(crate) use part::{Part, said};
pub(crate) use proposed::{shown, titled};
pub(crate) use proposing::{At, Cell, Proposing};
pub(crate) use rights::{Right, decides, right};
pub(crate) use sheet::for_others;
pub(crate) use sorts::{label, name};
pub(crate) use today::{blocks as today_blocks, review_card};
pub(crate) use told::of_note;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// The plan.
    All,
    /// All of one sort (the code of a [`PlanSort`](record::kinds::PlanSort)), passing
    /// over so many.
    List(u64, usize),
    /// All proposals that were answered, passing over so many.
    Answered(usize),
    /// All that was crossed out, passing over so many.
    CrossedOut(usize),
    /// One thing in it.
    One(EntryId),
    /// Writing.
    Edit(Writing),
    /// A proposal.
    Proposal(EntryId),
    /// Saying no to one.
    Decline(EntryId),
    /// Proposing to take something out.
    TakeOut(EntryId),
    /// Writing how something went.
    Note(EntryId),
    /// What is still missing.
    Missing,
    /// Who decides for the person.
    Proxies,
    /// The page to print.
    Sheet,
    /// The plan as it was when it was agreed, by the agreement.
    AsAgreed(EntryId),
}

/// What is being written.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Writing {
    /// Something new of a sort, of a need or goal where one is named.
    New(u64, Option<EntryId>),
    /// Something that is there.
    Change(EntryId),
    /// What a proposal says, before it is put into the plan.
    Adapt(EntryId),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Open the form.
    Edit(Writing),
    /// Keep what it says, or propose it.
    Save(Writing),
    /// A goal is reached, a step is done.
    Done(EntryId),
    /// Say yes to a proposal, as it was when its writer had last said something of it.
    Accept(EntryId, OpId),
    /// Say no, with the reason.
    Decline(EntryId),
    /// Propose to take something out.
    TakeOut(EntryId),
    /// Keep how something went.
    SaveNote(EntryId),
    /// Let somebody decide.
    SaveProxy,
    /// End that.
    EndProxy(EntryId),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Edit(writing) => edit::open(writing, cx),
        Intent::Save(writing) => edit::save(writing, cx),
        Intent::Done(id) => edit::done(id, cx),
        Intent::Accept(id, saw) => proposal::accept(id, saw, cx),
        Intent::Decline(id) => proposal::decline(id, cx),
        Intent::TakeOut(id) => take_out::save(id, cx),
        Intent::SaveNote(id) => note::save(id, cx),
        Intent::SaveProxy => proxy::save(cx),
        Intent::EndProxy(id) => proxy::end(id, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => all::page(view),
        Screen::List(sort, skip) => list::page(sort, skip, view),
        Screen::Answered(skip) => list::answered(skip, view),
        Screen::CrossedOut(skip) => list::crossed(skip, view),
        Screen::One(id) => one::page(id, view),
        Screen::Edit(writing) => edit::page(writing, view),
        Screen::Proposal(id) => proposal::page(id, view),
        Screen::Decline(id) => proposal::decline_page(id, view),
        Screen::TakeOut(id) => take_out::page(id, view),
        Screen::Note(id) => note::page(id, view),
        Screen::Missing => missing::page(view),
        Screen::Proxies => proxy::page(view),
        Screen::Sheet => sheet_page(Which::Plan, view),
        Screen::AsAgreed(id) => then::page(id, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: Screen) -> Option<Intent> {
    match screen {
        Screen::Edit(writing) => Some(Intent::Edit(writing)),
        _ => None,
    }
}

fn nothing() -> Cmd {
    Command::done()
}

/// The form of something here that is about one entry.
fn form(what: &str, holding: &Holding, id: EntryId) -> String {
    change::form(&format!("plan.{what}"), holding, id)
}

/// Now, in seconds since 1970.
pub(crate) fn seconds(view: View<'_>) -> i64 {
    view.now.ms.div_euclid(1000)
}

/// What the person is called on somebody else's device.
pub(crate) fn person(view: View<'_>) -> String {
    view.owner().unwrap_or_else(|| crate::words::say!(view.words, "plan-the-person"))
}
