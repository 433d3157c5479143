//! Deciding together: what a decision is about, what matters, the options with
//! their benefits and risks, what was decided and why, and what came after.
//!
//! Everybody with the right adds as themselves; only the person's side says that a
//! decision is made (decision 30). Options may be incomplete and say what is
//! missing; they are complete only when each has a benefit and a risk.
//!
//! Where to start: [`sort`] for what can be said; `whole` for a decision with all
//! that belongs to it; `one` for its page. Two versions at once, and history:
//! [`crate::entry`].

mod decide;
mod diary;
mod edit;
mod grid;
mod list;
mod one;
mod option;
mod part;
mod recording;
mod sheet;
mod sort;
mod sure;
#[cfg(test)]
mod tests;
mod told;
mod whole;
mod wording;

use record::media::MediaHash;
use record::rights::Word;
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::screen::Page;
use crate::sheet::{Which, page as sheet_page};

pub(crate) use sheet::for_others;
pub(crate) use wording::{others, part_cells, step_cells, wordings};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Screen {
    /// All decisions.
    All,
    /// Beginning one.
    New,
    /// Changing what it is about.
    Change(EntryId),
    /// One of them; whether the person has just said that its options are complete.
    One(EntryId, bool),
    /// One of its options.
    Option(EntryId),
    /// Saying something of a decision or an option, by the code of its sort.
    NewPart(EntryId, u64),
    /// Changing that.
    ChangePart(EntryId),
    /// How sure the person is.
    Sure(EntryId),
    /// Writing down what was decided.
    Decide(EntryId),
    /// What was decided, beside what came after.
    Diary(EntryId),
    /// The page to print.
    Sheet(EntryId),
    /// Keeping a recording of a talk about it.
    Record(EntryId),
    /// Deleting one: asked once more.
    Delete(EntryId, MediaHash),
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Keep a new decision.
    Save,
    /// Open the form of what it is about.
    Change(EntryId),
    /// Keep that.
    SaveChange(EntryId),
    /// The options are complete.
    Complete(EntryId),
    /// Keep something new that is said of a decision or an option.
    SavePart(EntryId, u64),
    /// Open the form of something that was said.
    Part(EntryId),
    /// Keep it as changed.
    SaveChangedPart(EntryId),
    /// What matters comes one place earlier, or later.
    Move(EntryId, bool),
    /// Keep how sure the person is.
    SaveSure(EntryId),
    /// Keep what was decided.
    SaveDecision(EntryId),
    /// It is open again.
    Reopen(EntryId),
    /// It is no longer to be decided.
    Cancel(EntryId),
    /// Be reminded to look again, of this step.
    Remind(EntryId),
    /// Keep a recording on this device.
    Record(EntryId),
    /// Share one with those who see the decision.
    Share(EntryId, MediaHash),
    /// Delete one for good.
    Delete(EntryId, MediaHash),
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Save => edit::save(None, cx),
        Intent::Change(id) => edit::open(id, cx),
        Intent::SaveChange(id) => edit::save(Some(id), cx),
        Intent::Complete(id) => edit::complete(id, cx),
        Intent::SavePart(within, code) => part::save(part::Saying::New(within, code), cx),
        Intent::Part(id) => part::open(id, cx),
        Intent::SaveChangedPart(id) => part::save(part::Saying::Change(id), cx),
        Intent::Move(id, up) => part::shift(id, up, cx),
        Intent::SaveSure(id) => sure::save(id, cx),
        Intent::SaveDecision(id) => decide::save(id, cx),
        Intent::Reopen(id) => decide::step(id, record::kinds::StepOf::Reopened, cx),
        Intent::Cancel(id) => decide::step(id, record::kinds::StepOf::Cancelled, cx),
        Intent::Remind(id) => decide::remind(id, cx),
        Intent::Record(id) => recording::save(id, cx),
        Intent::Share(id, hash) => recording::share(id, hash, cx),
        Intent::Delete(_, hash) => recording::delete(hash, cx),
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: Screen, view: View<'_>) -> Page {
    match screen {
        Screen::All => list::page(view),
        Screen::New => edit::page(None, view),
        Screen::Change(id) => edit::page(Some(id), view),
        Screen::One(id, asked) => one::page(id, asked, view),
        Screen::Option(id) => option::page(id, view),
        Screen::NewPart(within, code) => part::page(part::Saying::New(within, code), view),
        Screen::ChangePart(id) => part::page(part::Saying::Change(id), view),
        Screen::Sure(id) => sure::page(id, view),
        Screen::Decide(id) => decide::page(id, view),
        Screen::Diary(id) => diary::page(id, view),
        Screen::Sheet(id) => sheet_page(Which::Decision(id), view),
        Screen::Record(id) => recording::page(id, view),
        Screen::Delete(id, hash) => recording::sure(id, hash, view),
    }
}

/// The press that opened a form which is filled in from the record.
#[must_use]
pub(crate) fn filled_by(screen: Screen) -> Option<Intent> {
    Some(match screen {
        Screen::Change(id) => Intent::Change(id),
        Screen::ChangePart(id) => Intent::Part(id),
        _ => return None,
    })
}

fn nothing() -> Cmd {
    Cmd::done()
}

/// Whether the decisions of a record are shown on this device at all.
pub(crate) fn is_shared(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person || holding.about.scopes.has(Scope::Decisions)
}

/// Whether this side decides: the person, or a carer who may add for them.
/// The id of what a part of a decision is called.
pub(crate) fn title(of: record::kinds::PartOf) -> &'static str {
    sort::of(of).map_or("deciding-more", |sort| sort.title)
}

fn may_decide(holding: &Holding) -> bool {
    holding.may_say(Word::PersonsSide, Scope::Decisions, i64::MAX)
}

/// The form of something about one entry.
pub(crate) fn form(what: &str, holding: &Holding, id: Option<EntryId>) -> String {
    let Some(id) = id else { return format!("decisions.{what}.{}", holding.index) };
    let EntryId { writer, counter, .. } = holding.record.own(id);
    format!("decisions.{what}.{}.{}.{counter}", holding.index, writer.0)
}
