//! A proposal of a change is about what its form changed, and about nothing else.

use record::kinds::{FieldSet, PlanAnswer, PlanItem, PlanNote, PlanSort, Proposes, Proxy, Ref};
use record::op::{Act, Touch};
use record::{Kind, Member, Scope};

use super::{
    ADA, NURSE, SAM_ELSEWHERE, all, become_carer, become_person, become_writer, create, plan, some,
    theirs,
};
use crate::holding::RecordSide;
use crate::testing::{Journey, MORNING};

const TEXT: u16 = 5;
const WHY: u16 = 6;
const IMPORTANCE: u16 = 8;

/// The form of a change to the goal, on Ada's device.
fn proposing(journey: &mut Journey) {
    become_carer(journey, &[Scope::Plan], &[Scope::Plan]);
    plan(journey).press("Walk to the allotment").press("Propose a change");
}

/// Ada proposes that it matters less, and nothing else.
fn less(journey: &mut Journey) {
    proposing(journey);
    journey.type_in("How much it matters", "4").type_in("Why you propose it", "You said so");
    journey.press("Propose this");
    become_person(journey);
    journey.later(5);
}

fn change(journey: &mut Journey, label: &str, words: &str) {
    plan(journey).press("Walk to the allotment").press("Change");
    journey.type_in(label, words).press("Save");
}

fn goal(journey: &Journey) -> PlanItem {
    all(journey, PlanSort::Goal).remove(0).value
}

/// What the proposal is about.
fn about(journey: &Journey) -> FieldSet {
    let proposals = all(journey, PlanSort::Goal).into_iter().filter(|it| it.value.is_proposal());
    match proposals.last().unwrap().value.proposes() {
        Some(Proposes::Changes { fields: Some(fields), .. }) => fields,
        other => panic!("{other:?}"),
    }
}

fn answers(journey: &Journey) -> Vec<PlanAnswer> {
    journey.holding(|holding| {
        let notes = holding.record.current::<PlanNote>();
        notes.filter_map(|note| note.value.answer).collect()
    })
}

#[test]
fn what_the_proposer_never_touched_is_not_overwritten_and_not_said_to_have_changed() {
    let mut journey = some();
    less(&mut journey);
    assert_eq!(about(&journey), FieldSet::of([IMPORTANCE]));
    change(&mut journey, "Why it matters", "The beans");
    change(&mut journey, "Goal or hope", "Walk to the beans");
    plan(&mut journey).press("A change: Walk to the beans");
    let text = journey.text();
    assert!(!text.contains("was changed here after this was proposed"), "{text}");
    assert!(text.contains("Now: 9 out of 10") && text.contains("Proposed: 4 out of 10"), "{text}");
    assert!(!text.contains("The beans"), "what it is not about is not in it: {text}");
    journey.press("Yes, put it in the plan");
    let goal = goal(&journey);
    assert_eq!((goal.importance, goal.why.as_deref()), (Some(4), Some("The beans")));
    assert_eq!(goal.text.as_deref(), Some("Walk to the beans"));
    assert_eq!(answers(&journey), [PlanAnswer::Accepted]);
}

#[test]
fn that_one_of_its_own_fields_was_changed_since_is_said() {
    let mut journey = some();
    less(&mut journey);
    change(&mut journey, "How much it matters", "7");
    plan(&mut journey).press("A change: Walk to the allotment");
    let text = journey.text();
    assert!(text.contains("The plan was changed here after this was proposed"), "{text}");
    assert!(text.contains("Now: 7 out of 10"), "{text}");
    // Once it is answered there is nothing to look at any more.
    journey.press("Yes, put it in the plan");
    plan(&mut journey).press("Proposal: Walk to the allotment");
    assert!(!journey.text().contains("was changed here after"), "{}", journey.text());
}

#[test]
fn that_a_field_is_left_empty_is_a_change_too() {
    let mut journey = some();
    change(&mut journey, "Why it matters", "The beans");
    proposing(&mut journey);
    journey.type_in("Why it matters", "").press("Propose this");
    assert_eq!(about(&journey), FieldSet::of([WHY]));
    become_person(&mut journey);
    plan(&mut journey).press("A change: Walk to the allotment");
    let text = journey.text();
    assert!(text.contains("Now: The beans") && text.contains("Proposed: left empty"), "{text}");
    journey.press("Yes, put it in the plan");
    assert_eq!((goal(&journey).why, goal(&journey).importance), (None, Some(9)));
}

#[test]
fn a_proposal_that_changes_nothing_is_refused_where_it_is_asked() {
    let mut journey = some();
    proposing(&mut journey);
    journey.type_in("Why you propose it", "To say something").press("Propose this");
    let text = journey.text();
    assert!(text.contains("✗ The plan says this already. Change something first"), "{text}");
    assert_eq!(all(&journey, PlanSort::Goal).len(), 1);
    journey.type_in("How much it matters", "4").press("Propose this");
    assert_eq!(all(&journey, PlanSort::Goal).len(), 2);
}

#[test]
fn who_proposed_it_puts_it_better_and_it_is_about_what_differs_then() {
    let mut journey = some();
    less(&mut journey);
    change(&mut journey, "Why it matters", "The beans");
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("A change: Walk to the allotment").press("Change");
    let text = journey.text();
    assert!(text.contains("? Why it matters (optional) = The beans"), "it is what stands: {text}");
    assert!(text.contains("= You said so"), "{text}");
    journey.type_in("How much it matters", "9").press("Propose this");
    assert!(journey.text().contains("✗ The plan says this already"), "{}", journey.text());
    journey.type_in("Goal or hope", "Walk to church");
    journey.type_in("Why you propose it", "You said so on Friday").press("Propose this");
    assert_eq!(about(&journey), FieldSet::of([TEXT]));
    let all = all(&journey, PlanSort::Goal);
    assert_eq!(all.len(), 2, "it is the same proposal");
    assert_eq!(all[1].value.reason.as_deref(), Some("You said so on Friday"));
    become_person(&mut journey);
    plan(&mut journey).press("A change: Walk to church").press("Yes, put it in the plan");
    let goal = goal(&journey);
    assert_eq!((goal.importance, goal.why.as_deref()), (Some(9), Some("The beans")));
    assert_eq!(goal.text.as_deref(), Some("Walk to church"));
}

#[test]
fn what_has_its_answer_is_not_put_better() {
    let mut journey = some();
    less(&mut journey);
    plan(&mut journey).press("A change: Walk to the allotment").press("Yes, put it in the plan");
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    let proposal = all(&journey, PlanSort::Goal).pop().unwrap();
    let writing = super::super::Writing::Change(proposal.id);
    journey.act(|cx| super::super::update(super::super::Intent::Edit(writing), cx));
    assert_eq!(journey.page().name, "plan.proposal", "{}", journey.text());
    journey.act(|cx| super::super::update(super::super::Intent::Save(writing), cx));
    assert_eq!(all(&journey, PlanSort::Goal).pop().unwrap(), proposal);
}

#[test]
fn with_changes_the_form_begins_with_what_stands_and_writes_what_was_changed_in_it() {
    let mut journey = some();
    less(&mut journey);
    change(&mut journey, "Why it matters", "The beans");
    plan(&mut journey).press("A change: Walk to the allotment").press("Yes, with changes");
    let text = journey.text();
    assert!(text.contains("The beans") && text.contains("How much it matters"), "{text}");
    assert!(text.contains("= 4"), "{text}");
    // Meanwhile other words come from another device of theirs.
    let before = all(&journey, PlanSort::Goal).remove(0);
    let seen = journey.holding(|holding| holding.record.touch(before.id).seen);
    let new = PlanItem { text: Some("Walk to church".into()), ..before.value.clone() };
    let act = Act::Change(Touch { entry: before.id.created_by(), seen });
    let payload = new.payload_from(&before.value, SAM_ELSEWHERE);
    theirs::<PlanItem>(&mut journey, (SAM_ELSEWHERE, 1), 9, act, payload);
    journey.type_in("How much it matters", "6").press("Save");
    let after = all(&journey, PlanSort::Goal).remove(0);
    assert!(after.conflicts.is_empty(), "{}", journey.text());
    let goal = after.value;
    assert_eq!((goal.importance, goal.text.as_deref()), (Some(6), Some("Walk to church")));
    assert_eq!(goal.why.as_deref(), Some("The beans"));
    assert_eq!(answers(&journey), [PlanAnswer::Adapted]);
}

#[test]
fn what_was_looked_at_and_left_as_proposed_is_accepted() {
    let mut journey = some();
    less(&mut journey);
    plan(&mut journey).press("A change: Walk to the allotment").press("Yes, with changes");
    journey.press("Save");
    assert_eq!(
        (goal(&journey).importance, answers(&journey)),
        (Some(4), vec![PlanAnswer::Accepted])
    );
}

#[test]
fn one_from_an_app_that_knows_of_no_set_goes_on_meaning_all_of_it() {
    let mut journey = some();
    change(&mut journey, "Why it matters", "The beans");
    let of = all(&journey, PlanSort::Goal).remove(0).id.created_by();
    let proposal = PlanItem {
        proposed: Some(true),
        instead: Some(Ref(of)),
        text: Some("Walk to church".into()),
        who: Some("Me".into()),
        ..PlanItem::new(PlanSort::Goal)
    };
    create(&mut journey, (NURSE, 1), 1, &proposal);
    plan(&mut journey).press("A change: Walk to church");
    assert!(journey.text().contains("Proposed: left empty"), "{}", journey.text());
    journey.press("Yes, put it in the plan");
    let goal = goal(&journey);
    assert_eq!((goal.text.as_deref(), goal.why), (Some("Walk to church"), None));
}

#[test]
fn a_set_cannot_say_that_what_is_put_in_is_something_else() {
    let mut journey = some();
    let of = all(&journey, PlanSort::Need).remove(0).id.created_by();
    let proposal = PlanItem {
        proposed: Some(true),
        instead: Some(Ref(of)),
        text: Some("The bath".into()),
        reason: Some("So that it stays a proposal".into()),
        about: Some(FieldSet::of(0..64)),
        ..PlanItem::new(PlanSort::Need)
    };
    create(&mut journey, (NURSE, 1), 1, &proposal);
    plan(&mut journey).press("A change: The bath").press("Yes, put it in the plan");
    let need = all(&journey, PlanSort::Need).remove(0).value;
    assert_eq!(need.text.as_deref(), Some("The bath"));
    assert_eq!((need.proposed, need.instead, need.about, need.reason), (None, None, None, None));
}

#[test]
fn a_teams_proposal_is_about_what_it_changed() {
    let mut journey = some();
    become_writer(&mut journey, NURSE, RecordSide::Team, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("Walk to the allotment").press("Propose a change");
    journey.type_in("Why it matters", "The air").press("Propose this");
    assert_eq!(about(&journey), FieldSet::of([WHY]));
    become_person(&mut journey);
    journey.press("Today").press("A proposal to look at").press("Yes, put it in the plan");
    assert_eq!(
        (goal(&journey).why.as_deref(), goal(&journey).importance),
        (Some("The air"), Some(9))
    );
    // In the copy that the person keeps, it says what it is about and no more.
    let files = super::copy(&journey);
    let row = files["plan.csv"].lines().find(|line| line.contains("Proposal ")).unwrap();
    assert!(row.contains("The air") && !row.contains("9 out of 10"), "{row}");
}

#[test]
fn one_whose_right_ended_while_they_adapted_it_proposes_a_change_to_what_stands() {
    let mut journey = some();
    less(&mut journey);
    let until = Some(MORNING / 1000 + 3_600);
    let of = all(&journey, PlanSort::Goal).remove(0).id.created_by();
    create(&mut journey, (SAM_ELSEWHERE, 1), 6, &Proxy { member: Member(3), until, why: None });
    become_writer(&mut journey, ADA, RecordSide::Carer, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("A change: Walk to the allotment").press("Yes, with changes");
    journey.type_in("How much it matters", "6");
    journey.ms += 2 * 3_600_000;
    journey.press("Save");
    assert!(journey.text().contains("✗ Your right to decide for Sam ended"), "{}", journey.text());
    journey.press("Propose this");
    let proposals: Vec<_> =
        all(&journey, PlanSort::Goal).into_iter().filter(|it| it.value.is_proposal()).collect();
    assert_eq!(proposals.len(), 2, "{}", journey.text());
    assert!(proposals.iter().all(|it| it.value.instead == Some(Ref(of))), "{proposals:?}");
    assert_eq!((about(&journey), goal(&journey).importance), (FieldSet::of([IMPORTANCE]), Some(9)));
}
