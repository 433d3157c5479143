//! Who may write what: one table, for the app, which does not offer what the server
//! would refuse, and for the server, which refuses what a program that is not this app
//! sends all the same. Consent says to which streams somebody may add; this says what
//! of such a stream is whose to say.
//!
//! Sources: PRSB's personalised care and support plan (2.0) and shared decision making
//! (1.0), in which the plan and the decision are the person's; `docs/decisions` 29, 30
//! and 36.
//!
//! Where to start: [`begins`] and [`touches`].

use crate::fields::{FieldNumber, Fields, Value};
use crate::ids::{Scope, Scopes};
use crate::kinds::{
    AdvancePaper, AdvanceWishes, Contingency, ContingencyProposal, Decision, DecisionPart,
    DecisionStep, Kind, OwnNote, PartOf, PlanItem, PlanNote, PlanSort, Proxy, Referral, Share,
    Tell,
};
use crate::op::KindId;

/// Whose hand writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The person's own.
    Person,
    /// A carer whom the person lets decide about the plan, now.
    Proxy,
    /// Any other carer.
    Carer,
    /// Somebody of a care team.
    Team,
}

/// Whose word something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Whoever may add to the stream.
    Anyone,
    /// The person, or a carer who may add for them; never a care team.
    PersonsSide,
    /// The person, or whom they let decide.
    Decider,
    /// The person alone.
    Person,
    /// A care team's: only professionals say it. Who decides may take it over.
    Team,
}

impl Word {
    /// Whether a hand may say it.
    #[must_use]
    pub fn is_of(self, hand: Hand) -> bool {
        match self {
            Self::Anyone => true,
            Self::PersonsSide => hand != Hand::Team,
            Self::Decider => matches!(hand, Hand::Person | Hand::Proxy),
            Self::Person => hand == Hand::Person,
            Self::Team => hand == Hand::Team,
        }
    }
}

/// The streams in which not everything is everybody's to say.
pub const GUARDED: Scopes = Scopes::NONE.with(Scope::Plan).with(Scope::Decisions);

/// The field of a plan's item, and of a decision's part, that says what it is.
const SORT: [(KindId, FieldNumber); 2] = [(PlanItem::SPEC.id, 1), (DecisionPart::SPEC.id, 2)];
const PROPOSED: FieldNumber = 2;
const NOTE_ANSWERS: [FieldNumber; 2] = [5, 6];
const DECISION_COMPLETE: [FieldNumber; 1] = [3];
const REFERRAL_CHOSEN: [FieldNumber; 2] = [7, 8];

/// Who says this of a decision.
#[must_use]
pub fn part_of_decision(of: PartOf) -> Word {
    match of {
        PartOf::Matters | PartOf::MyAgenda => Word::PersonsSide,
        PartOf::TeamAgenda | PartOf::Withheld | PartOf::Delayed => Word::Team,
        _ => Word::Anyone,
    }
}

/// Who says this in a plan, as a proposal or otherwise.
#[must_use]
pub fn in_plan(sort: PlanSort) -> Word {
    match sort {
        PlanSort::Formulation => Word::Team,
        _ => Word::Anyone,
    }
}

/// Whose the entries of a kind are, where that is the same for all of them.
#[must_use]
pub fn of_kind(kind: KindId) -> Word {
    standing(kind, &[])
}

/// Whether a hand may begin an entry of a kind that says this. Kinds that this app does
/// not know are their own app's to guard.
#[must_use]
pub fn begins(hand: Hand, kind: KindId, payload: &[u8]) -> bool {
    if kind == PlanItem::SPEC.id {
        let proposed = uint(payload, PROPOSED) == Some(1);
        let sort =
            sort_of(kind, payload).map_or(Word::Anyone, |code| in_plan(PlanSort::from_code(code)));
        return Word::Decider.is_of(hand) || proposed && sort.is_of(hand);
    }
    standing(kind, payload).is_of(hand) && says(kind, payload).is_of(hand)
}

/// What a hand would touch, as it was begun.
#[derive(Clone, Copy, Debug)]
pub struct Begun<'a> {
    /// Its kind.
    pub kind: KindId,
    /// What it said first.
    pub payload: &'a [u8],
    /// Whether the same member began it.
    pub own: bool,
}

/// Whether a hand may change an entry to say this; without anything to say, whether it
/// may retract it. None is an entry that is not here: only who decides could mean one.
#[must_use]
pub fn touches(hand: Hand, begun: Option<Begun<'_>>, payload: Option<&[u8]>) -> bool {
    let Some(Begun { kind, payload: first, own }) = begun else {
        return Word::Decider.is_of(hand);
    };
    let new = payload.unwrap_or_default();
    let whole = payload.is_none();
    if kind == PlanItem::SPEC.id {
        // A proposal is its writer's own, and stays one.
        let theirs = own && uint(first, PROPOSED) == Some(1) && !has(new, &[PROPOSED]);
        return Word::Decider.is_of(hand) || theirs;
    }
    if kind == ContingencyProposal::SPEC.id {
        return Word::Decider.is_of(hand) || own;
    }
    if kind == PlanNote::SPEC.id {
        let theirs = own && !has(first, &NOTE_ANSWERS) && !has(new, &NOTE_ANSWERS);
        return Word::Decider.is_of(hand) || theirs;
    }
    // A whole decision is taken away by the person's side, or by whoever began it.
    if whole && !own && [Decision::SPEC.id, Referral::SPEC.id].contains(&kind) {
        return Word::PersonsSide.is_of(hand);
    }
    standing(kind, first).is_of(hand) && says(kind, new).is_of(hand)
}

/// Whose the entries of a kind are.
fn standing(kind: KindId, payload: &[u8]) -> Word {
    match kind {
        it if it == DecisionPart::SPEC.id => sort_of(kind, payload)
            .map_or(Word::Anyone, |code| part_of_decision(PartOf::from_code(code))),
        it if it == DecisionStep::SPEC.id => Word::PersonsSide,
        it if [Contingency::SPEC.id, AdvanceWishes::SPEC.id, AdvancePaper::SPEC.id]
            .contains(&it) =>
        {
            Word::Decider
        }
        it if [Proxy::SPEC.id, Share::SPEC.id, Tell::SPEC.id, OwnNote::SPEC.id].contains(&it) => {
            Word::Person
        }
        _ => Word::Anyone,
    }
}

/// Whose the fields are that somebody sets.
fn says(kind: KindId, payload: &[u8]) -> Word {
    match kind {
        it if it == PlanNote::SPEC.id && has(payload, &NOTE_ANSWERS) => Word::Decider,
        it if it == Decision::SPEC.id && has(payload, &DECISION_COMPLETE) => Word::PersonsSide,
        it if it == Referral::SPEC.id && has(payload, &REFERRAL_CHOSEN) => Word::PersonsSide,
        _ => Word::Anyone,
    }
}

fn sort_of(kind: KindId, payload: &[u8]) -> Option<u64> {
    let (_, number) = SORT.iter().find(|(known, _)| *known == kind)?;
    uint(payload, *number)
}

fn uint(payload: &[u8], wanted: FieldNumber) -> Option<u64> {
    Fields::of(payload).flatten().find_map(|(number, value)| match value {
        Value::Uint(said) if number == wanted => Some(said),
        _ => None,
    })
}

fn has(payload: &[u8], any: &[FieldNumber]) -> bool {
    Fields::of(payload).flatten().any(|(number, _)| any.contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{OpId, Writer};
    use crate::kinds::{KINDS, PlanAnswer, Ref, StepOf};

    const ALL: [Hand; 4] = [Hand::Person, Hand::Proxy, Hand::Carer, Hand::Team];

    fn who(may: impl Fn(Hand) -> bool) -> Vec<Hand> {
        ALL.into_iter().filter(|hand| may(*hand)).collect()
    }

    fn begin<K: Kind>(value: &K) -> Vec<Hand> {
        let payload = value.payload(Writer(2));
        who(|hand| begins(hand, K::SPEC.id, &payload))
    }

    fn first() -> Ref {
        Ref(OpId { writer: Writer(2), counter: 1 })
    }

    fn note(answer: Option<PlanAnswer>) -> PlanNote {
        PlanNote {
            of: first(),
            text: Some("Well".into()),
            reminder: None,
            tracker: None,
            answer,
            became: None,
        }
    }

    fn step() -> DecisionStep {
        DecisionStep {
            decision: first(),
            did: StepOf::Decided,
            option: None,
            text: None,
            reason: None,
            doubts: None,
            again: None,
            answers: Vec::new(),
            said: None,
        }
    }

    #[test]
    fn the_plan_is_changed_by_who_decides_and_the_rest_propose() {
        let mut item = PlanItem::new(PlanSort::Goal);
        assert_eq!(begin(&item), [Hand::Person, Hand::Proxy]);
        item.proposed = Some(true);
        assert_eq!(begin(&item), ALL);
        item.sort = PlanSort::Formulation;
        assert_eq!(begin(&item), [Hand::Person, Hand::Proxy, Hand::Team], "a professional's");
        assert_eq!(begin(&note(None)), ALL);
        assert_eq!(begin(&note(Some(PlanAnswer::Accepted))), [Hand::Person, Hand::Proxy]);
        assert_eq!(
            begin(&Proxy { member: crate::Member(3), until: None, why: None }),
            [Hand::Person]
        );
    }

    #[test]
    fn what_to_do_if_something_happens_is_written_changed_and_crossed_out_by_who_decides() {
        let kind = Contingency::SPEC.id;
        let decides = [Hand::Person, Hand::Proxy];
        assert_eq!(who(|hand| begins(hand, kind, &[])), decides);
        // Also where somebody began it while they could decide.
        for own in [true, false] {
            let begun = Some(Begun { kind, payload: &[], own });
            assert_eq!(who(|hand| touches(hand, begun, Some(&[]))), decides);
            assert_eq!(who(|hand| touches(hand, begun, None)), decides);
        }
        // Who set a number of an action plan is a part of it.
        for kind in [crate::kinds::ActionPlan::SPEC.id, crate::kinds::Threshold::SPEC.id] {
            assert_eq!(who(|hand| begins(hand, kind, &[])), ALL);
        }
    }

    #[test]
    fn what_is_proposed_for_it_is_anyones_to_begin_and_ones_own_to_change() {
        let kind = ContingencyProposal::SPEC.id;
        assert_eq!(who(|hand| begins(hand, kind, &[])), ALL);
        let touch = |own, new: Option<&[u8]>| {
            who(|hand| touches(hand, Some(Begun { kind, payload: &[], own }), new))
        };
        for new in [Some(&[][..]), None] {
            assert_eq!(touch(true, new), ALL);
            assert_eq!(touch(false, new), [Hand::Person, Hand::Proxy]);
        }
        // That something is taken out is proposed like anything else, and the taking out
        // is who decides': a proposal that says so touches nothing.
        let out = PlanItem {
            proposed: Some(true),
            instead: Some(first()),
            takes_out: Some(true),
            ..PlanItem::new(PlanSort::Goal)
        };
        assert_eq!(begin(&out), ALL);
        let standing = PlanItem { proposed: None, ..out };
        assert_eq!(begin(&standing), [Hand::Person, Hand::Proxy], "it says that it is none");
    }

    #[test]
    fn what_is_decided_is_never_a_care_teams_word() {
        assert_eq!(begin(&step()), [Hand::Person, Hand::Proxy, Hand::Carer]);
        let mut decision = Decision { about: "My knee".into(), problem: None, complete: None };
        assert_eq!(begin(&decision), ALL);
        decision.complete = Some(true);
        assert_eq!(begin(&decision), [Hand::Person, Hand::Proxy, Hand::Carer]);
        let part = |of| DecisionPart {
            within: first(),
            of,
            text: "x".into(),
            more: None,
            link: None,
            often: None,
            day: None,
            place: None,
        };
        assert_eq!(begin(&part(PartOf::Option)), ALL);
        assert_eq!(begin(&part(PartOf::Matters)), [Hand::Person, Hand::Proxy, Hand::Carer]);
        assert_eq!(begin(&part(PartOf::Withheld)), [Hand::Team]);
    }

    #[test]
    fn one_touches_ones_own_proposals_and_notes_and_no_more() {
        let mut item = PlanItem::new(PlanSort::Goal);
        item.proposed = Some(true);
        let proposal = item.payload(Writer(5));
        item.proposed = None;
        let standing = item.payload(Writer(2));
        let touch = |kind, payload: &[u8], own, new: Option<&[u8]>| {
            who(|hand| touches(hand, Some(Begun { kind, payload, own }), new))
        };
        let decides = [Hand::Person, Hand::Proxy];
        let plan = PlanItem::SPEC.id;
        assert_eq!(touch(plan, &proposal, true, None), ALL);
        assert_eq!(touch(plan, &proposal, false, None), decides);
        assert_eq!(touch(plan, &standing, true, None), decides);
        assert_eq!(touch(plan, &proposal, true, Some(&standing)), ALL, "it says no more");
        let was = PlanItem { proposed: Some(true), ..item.clone() };
        let made_true = item.payload_from(&was, Writer(5));
        assert_eq!(touch(plan, &proposal, true, Some(&made_true)), decides, "it stays a proposal");
        let note = note(None).payload(Writer(5));
        assert_eq!(touch(PlanNote::SPEC.id, &note, true, None), ALL);
        assert_eq!(touch(PlanNote::SPEC.id, &note, false, None), decides);
        let step = step().payload(Writer(2));
        let persons = [Hand::Person, Hand::Proxy, Hand::Carer];
        assert_eq!(touch(DecisionStep::SPEC.id, &step, false, None), persons);
        assert_eq!(who(|hand| touches(hand, None, None)), decides, "of what is not here");
    }

    #[test]
    fn a_guarded_kind_stands_in_a_guarded_stream_or_in_one_that_is_the_persons() {
        for spec in KINDS {
            let open = ALL.iter().all(|hand| begins(*hand, spec.id, &[]));
            let persons = [Scope::Sharing, Scope::Own].contains(&spec.scope);
            assert!(open || persons || GUARDED.has(spec.scope), "{}", spec.name);
        }
    }
}
