//! The plan, read once for a page.

use std::cmp::Reverse;

use jiff::civil::Date;
use record::kinds::{PlanItem, PlanNote, PlanSort, Ref};
use record::sort;
use record::state::Entry;
use record::{EntryId, Scope};

use super::proposed::Proposal;
use super::rights::by_decider;
use crate::holding::Holding;
use crate::when;

/// All that holds, and what was crossed out; each entry is read once.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) items: Vec<Entry<PlanItem>>,
    pub(super) proposals: Vec<Proposal>,
    pub(super) notes: Vec<Entry<PlanNote>>,
    /// What was in the plan, or proposed, and was crossed out: the last first.
    pub(super) crossed_out: Vec<Entry<PlanItem>>,
}

/// Another entry names this one.
pub(super) fn names(of: Option<Ref>, id: EntryId) -> bool {
    of.is_some_and(|of| of.0 == id.created_by())
}

/// An entry as another names it.
pub(super) fn naming(holding: &Holding, id: EntryId) -> Ref {
    Ref(holding.record.own(id).created_by())
}

impl Gathered {
    pub(super) fn of(holding: &Holding) -> Self {
        let record = &holding.record;
        let (mut items, mut proposed, mut crossed_out) = (Vec::new(), Vec::new(), Vec::new());
        for entry in record.all::<PlanItem>() {
            let of = match (&entry.retracted, entry.value.is_proposal()) {
                (Some(_), _) => &mut crossed_out,
                (None, true) => &mut proposed,
                (None, false) => &mut items,
            };
            of.push(entry);
        }
        sort::by_key(&mut crossed_out, |entry| Reverse(entry.last.recorded));
        let proposals = Proposal::all(proposed, record.current());
        Self { items, proposals, notes: record.current().collect(), crossed_out }
    }

    /// Those of a sort: goals by how much they matter, the rest as they came.
    pub(super) fn of_sort(&self, sort: PlanSort) -> Vec<&Entry<PlanItem>> {
        let mut found: Vec<_> = self.items.iter().filter(|e| e.value.sort == sort).collect();
        if sort == PlanSort::Goal {
            sort::by_key(&mut found, |entry| Reverse(entry.value.importance));
        }
        found
    }

    /// What names this one as its need or goal.
    pub(super) fn children(&self, id: EntryId) -> Vec<&Entry<PlanItem>> {
        self.items.iter().filter(|entry| names(entry.value.of, id)).collect()
    }

    /// What was said of something, the last first.
    pub(super) fn notes_of(&self, id: EntryId) -> Vec<&Entry<PlanNote>> {
        let mut found: Vec<_> =
            self.notes.iter().filter(|entry| names(Some(entry.value.of), id)).collect();
        sort::by_key(&mut found, |entry| Reverse((entry.happened.at, entry.created.recorded)));
        found
    }

    /// The person's answer to a proposal.
    pub(super) fn answer(&self, holding: &Holding, id: EntryId) -> Option<&Entry<PlanNote>> {
        self.notes.iter().find(|note| answers(note, holding, id))
    }

    /// Proposals that nobody has answered.
    pub(super) fn waiting(&self, holding: &Holding) -> Vec<&Proposal> {
        self.proposals.iter().filter(|entry| self.answer(holding, entry.id).is_none()).collect()
    }

    /// Proposals with the answer to each, the last answered first.
    pub(super) fn answered(&self, holding: &Holding) -> Vec<(&Proposal, &Entry<PlanNote>)> {
        let proposals = self.proposals.iter();
        let mut found: Vec<_> =
            proposals.filter_map(|entry| Some((entry, self.answer(holding, entry.id)?))).collect();
        sort::by_key(&mut found, |(_, answer)| Reverse(answer.created.recorded));
        found
    }

    /// The day on which the plan began: the first thing in it that is no review.
    pub(super) fn begun(&self) -> Option<Date> {
        let is_plan = |entry: &&Entry<PlanItem>| entry.value.sort != PlanSort::Review;
        let first = self.items.iter().filter(is_plan).min_by_key(|entry| entry.created.happened.at);
        first.map(|entry| when::wall(&entry.created.happened).date())
    }

    /// The agreement that was made last.
    pub(super) fn agreement(&self) -> Option<&Entry<PlanItem>> {
        let made = |entry: &&Entry<PlanItem>| entry.value.sort == PlanSort::Agreement;
        self.items.iter().filter(made).max_by_key(|entry| entry.created.recorded)
    }

    /// What was written or changed after the plan was agreed last.
    pub(super) fn since_agreed(&self) -> Vec<&Entry<PlanItem>> {
        let Some(agreed) = self.agreement() else { return Vec::new() };
        let is_part = |entry: &&Entry<PlanItem>| {
            !matches!(entry.value.sort, PlanSort::Agreement | PlanSort::Review)
                && entry.last.recorded > agreed.created.recorded
        };
        self.items.iter().filter(is_part).collect()
    }
}

/// Whether a proposal was answered.
pub(crate) fn is_answered(holding: &Holding, id: EntryId) -> bool {
    holding.record.current::<PlanNote>().any(|note| answers(&note, holding, id))
}

/// Whether this is the person's answer to a proposal.
fn answers(note: &Entry<PlanNote>, holding: &Holding, id: EntryId) -> bool {
    note.value.answer.is_some()
        && names(Some(note.value.of), id)
        && by_decider(holding, note.created.id.writer)
}

/// An item that holds and is part of the plan.
pub(super) fn find(holding: &Holding, id: EntryId) -> Option<Entry<PlanItem>> {
    debug_assert_eq!(id.scope, Scope::Plan);
    holding.record.get::<PlanItem>(id).filter(|entry| entry.retracted.is_none())
}
