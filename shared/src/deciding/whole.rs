//! A decision with all that belongs to it.

use record::kinds::{Decision, DecisionPart, DecisionStep, PartOf, Ref, StepOf};
use record::state::{Entry, Version};
use record::sync::Side;
use record::{EntryId, OpId, Scope, sort};

use crate::holding::Holding;

/// An option with what is said of it.
pub(super) struct Way {
    pub(super) entry: Entry<DecisionPart>,
    pub(super) benefits: Vec<Entry<DecisionPart>>,
    pub(super) risks: Vec<Entry<DecisionPart>>,
}

/// A decision with all that belongs to it.
pub(super) struct Whole {
    pub(super) decision: Entry<Decision>,
    /// What is said of it, options apart, each sort in its order.
    pub(super) parts: Vec<Entry<DecisionPart>>,
    pub(super) ways: Vec<Way>,
    /// What was done, oldest first.
    pub(super) steps: Vec<Entry<DecisionStep>>,
}

/// How far it is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Status {
    InProgress,
    Decided,
    Cancelled,
}

/// The entry behind a reference of this stream.
pub(super) fn entry_of(Ref(OpId { writer, counter }): Ref) -> EntryId {
    EntryId { scope: Scope::Decisions, writer, counter }
}

/// A reference to an entry of this stream.
pub(super) fn ref_to(holding: &Holding, id: EntryId) -> Ref {
    Ref(holding.record.own(id).created_by())
}

/// What is said of an entry, in its order.
fn said_of(holding: &Holding, id: EntryId) -> Vec<Entry<DecisionPart>> {
    let of = ref_to(holding, id);
    let all = holding.record.current::<DecisionPart>();
    let mut found: Vec<_> = all.filter(|entry| entry.value.within == of).collect();
    sort::by_key(&mut found, |entry| {
        (entry.value.place.unwrap_or(i64::MAX), entry.created.recorded, entry.id)
    });
    found
}

/// An option with what is said of it.
pub(super) fn way(holding: &Holding, entry: Entry<DecisionPart>) -> Way {
    let said = said_of(holding, entry.id);
    let (risks, rest): (Vec<_>, Vec<_>) =
        said.into_iter().partition(|entry| entry.value.of == PartOf::Risk);
    Way { entry, benefits: rest, risks }
}

/// What was done with a decision, oldest first. A care team does not decide for
/// the person: what one of theirs wrote as decided, or crossed out, does not count.
pub(super) fn steps(holding: &Holding, id: EntryId) -> Vec<Entry<DecisionStep>> {
    let of = ref_to(holding, id);
    let theirs = |version: &Version| holding.author(version.id.writer).side == Side::Team;
    let counts = |entry: &Entry<DecisionStep>| {
        let crossed_out = entry.retracted.as_ref().is_some_and(|by| !theirs(&by.by));
        entry.value.decision == of && !theirs(&entry.created) && !crossed_out
    };
    let all = holding.record.all::<DecisionStep>();
    let mut found: Vec<_> = all.filter(counts).collect();
    sort::by_key(&mut found, |entry| (entry.created.recorded, entry.id));
    found
}

/// The last of some sort.
pub(super) fn last(steps: &[Entry<DecisionStep>], did: StepOf) -> Option<&Entry<DecisionStep>> {
    steps.iter().rev().find(|entry| entry.value.did == did)
}

/// How far it is, by what was done last.
pub(super) fn status(steps: &[Entry<DecisionStep>]) -> Status {
    for entry in steps.iter().rev() {
        match entry.value.did {
            StepOf::Decided => return Status::Decided,
            StepOf::Cancelled => return Status::Cancelled,
            StepOf::Reopened => return Status::InProgress,
            StepOf::Sure | StepOf::Unknown(_) => {}
        }
    }
    Status::InProgress
}

/// A decision by its entry.
pub(super) fn whole(holding: &Holding, id: EntryId) -> Option<Whole> {
    let decision = holding.record.get::<Decision>(id)?;
    let (options, parts): (Vec<_>, Vec<_>) = said_of(holding, id)
        .into_iter()
        .partition(|entry| matches!(entry.value.of, PartOf::Option | PartOf::Nothing));
    let ways = options.into_iter().map(|entry| way(holding, entry)).collect();
    Some(Whole { decision, parts, ways, steps: steps(holding, id) })
}

impl Way {
    /// Whether it has a benefit and a risk.
    pub(super) fn is_complete(&self) -> bool {
        !self.benefits.is_empty() && !self.risks.is_empty()
    }
}

impl Whole {
    /// Whether there is an option, and each has a benefit and a risk.
    pub(super) fn is_complete(&self) -> bool {
        !self.ways.is_empty() && self.ways.iter().all(Way::is_complete)
    }

    /// Those of one sort.
    pub(super) fn of(&self, of: PartOf) -> impl Iterator<Item = &Entry<DecisionPart>> {
        self.parts.iter().filter(move |entry| entry.value.of == of)
    }
}
