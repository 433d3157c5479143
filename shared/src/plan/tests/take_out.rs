//! To take something out is proposed too, and nothing goes until the person says yes.

use record::Scope;
use record::kinds::{PlanAnswer, PlanItem, PlanNote, PlanSort, Proposes};

use super::{NURSE, all, become_carer, become_person, become_writer, copy, create, plan, some};
use crate::holding::RecordSide;
use crate::testing::Journey;

fn step(journey: &mut Journey) -> &mut Journey {
    plan(journey).press("Walk to the allotment").press("Walk to the gate")
}

/// Ada proposes that the step is taken out.
fn proposed(journey: &mut Journey) {
    become_carer(journey, &[Scope::Plan], &[Scope::Plan]);
    step(journey).press("Propose to take it out");
    journey.type_in("Why take it out?", "The gate is shut").press("Propose this");
    become_person(journey);
    journey.later(5);
}

fn steps(journey: &Journey) -> usize {
    all(journey, PlanSort::Action).iter().filter(|it| !it.value.is_proposal()).count()
}

fn answers(journey: &Journey) -> Vec<PlanNote> {
    journey.holding(|holding| {
        let notes = holding.record.current::<PlanNote>().map(|entry| entry.value);
        notes.filter(|note| note.answer.is_some()).collect()
    })
}

#[test]
fn it_is_asked_with_its_reason_and_goes_when_the_person_says_yes() {
    let mut journey = some();
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    step(&mut journey).press("Propose to take it out");
    insta::assert_snapshot!("take_out", journey.text());
    journey.press("Propose this");
    assert!(journey.text().contains("✗ Write the reason in a few words"), "{}", journey.text());
    journey.type_in("Why take it out?", "The gate is shut").press("Propose this");
    assert!(journey.text().contains("It waits for Sam to answer"), "{}", journey.text());
    assert_eq!(steps(&journey), 1, "nothing is taken out yet");
    // It says what stands, so that an app that knows of none of this changes nothing.
    let says = all(&journey, PlanSort::Action).pop().unwrap().value;
    assert!(matches!(says.proposes(), Some(Proposes::TakesOut { .. })), "{says:?}");
    assert_eq!(says.text.as_deref(), Some("Walk to the gate"));
    // Whoever proposed it can take it back, and has no words to change.
    plan(&mut journey).press("Take out: Walk to the gate");
    let text = journey.text();
    assert!(text.contains("<Take it back>") && !text.contains("<Change>"), "{text}");

    become_person(&mut journey);
    journey.later(5);
    journey.press("Today").press("A proposal to look at");
    insta::assert_snapshot!("taking_out", journey.text());
    journey.press("Yes, take it out");
    assert!(journey.text().contains("It is out of the plan now"), "{}", journey.text());
    assert_eq!(steps(&journey), 0);
    let [answer] = &answers(&journey)[..] else { panic!("one answer") };
    assert_eq!(answer.answer, Some(PlanAnswer::Accepted));
    plan(&mut journey);
    let text = journey.text();
    assert!(text.contains("Take out: Walk to the gate") && text.contains("[yes]"), "{text}");
    journey.press("Take out: Walk to the gate");
    let text = journey.text();
    assert!(text.contains("You said yes") && text.contains("Me, with Ada"), "{text}");
    assert!(!text.contains("no longer in the plan"), "it went by this: {text}");
    plan(&mut journey).press("What was crossed out");
    let text = journey.text();
    assert!(text.contains("Walk to the gate") && text.contains("The gate is shut"), "{text}");
    // It is put back as anything is.
    journey.press("Walk to the gate").press("Put it back");
    assert_eq!(steps(&journey), 1);
    let files = copy(&journey);
    let row = files["plan.csv"].lines().find(|line| line.contains("Take out: ")).unwrap();
    assert!(row.contains("Take out: Walk to the gate"), "{row}");
    assert!(row.contains("The gate is shut") && !row.contains("Me, with Ada"), "{row}");
    let notes = &files["plan-notes.csv"];
    assert!(
        notes.contains("Take out: Walk to the gate") && notes.contains("Answer: yes"),
        "{notes}"
    );
}

#[test]
fn a_no_has_its_reason_and_it_is_on_the_page_to_print_while_it_waits() {
    let mut journey = some();
    proposed(&mut journey);
    plan(&mut journey).press("A page to print");
    assert!(journey.text().contains("Take out: Walk to the gate"), "{}", journey.text());
    plan(&mut journey).press("Take out: Walk to the gate");
    assert!(!journey.text().contains("Yes, with changes"), "{}", journey.text());
    journey.press("No, not this").press("No, not this");
    assert!(journey.text().contains("✗ Write the reason"), "{}", journey.text());
    journey.type_in("Why not?", "I go round it").press("No, not this");
    assert_eq!(steps(&journey), 1);
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("Take out: Walk to the gate");
    assert!(journey.text().contains("I go round it"), "{}", journey.text());
}

#[test]
fn one_that_was_taken_back_is_not_said_to_be_what_it_would_have_taken_out() {
    let mut journey = some();
    proposed(&mut journey);
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    // It has no words to correct: that leads to where it can be taken back.
    let id = all(&journey, PlanSort::Action).pop().unwrap().id;
    let correct = super::super::Writing::Change(id);
    journey.act(|cx| super::super::update(super::super::Intent::Edit(correct), cx));
    assert_eq!(journey.page().name, "plan.proposal", "{}", journey.text());
    journey.press("Take it back").choose("Why?", &["typed"]).press("Cross it out");
    become_person(&mut journey);
    assert_eq!(steps(&journey), 1);
    plan(&mut journey);
    assert!(!journey.text().contains("Take out: "), "{}", journey.text());
    journey.press("What was crossed out");
    assert!(journey.text().contains("Take out: Walk to the gate"), "{}", journey.text());
}

#[test]
fn that_it_is_gone_already_is_said_and_a_yes_does_no_more() {
    let mut journey = some();
    proposed(&mut journey);
    step(&mut journey).press("History, or cross it out").press("Cross it out");
    journey.choose("Why?", &["typed"]).press("Cross it out");
    plan(&mut journey).press("Take out: Walk to the gate");
    let text = journey.text();
    assert!(text.contains("What this would take out is no longer in the plan"), "{text}");
    journey.press("Yes, take it out");
    assert_eq!((steps(&journey), answers(&journey).len()), (0, 1));
    plan(&mut journey).press("What was crossed out");
    assert!(!journey.text().contains("The gate is shut"), "the reason is the person's");
}

#[test]
fn it_is_offered_to_who_may_propose_and_to_nobody_else() {
    let mut journey = some();
    step(&mut journey);
    assert!(!journey.text().contains("Propose to take it out"), "{}", journey.text());
    become_carer(&mut journey, &[Scope::Plan], &[]);
    step(&mut journey);
    assert!(!journey.text().contains("Propose to take it out"), "{}", journey.text());
    // Nor does a press of before.
    let id = all(&journey, PlanSort::Action).remove(0).id;
    journey.act(|cx| super::super::update(super::super::Intent::TakeOut(id), cx));
    assert_eq!(all(&journey, PlanSort::Action).len(), 1);
    // What is a professional's is not for a carer to propose about.
    let formulation =
        PlanItem { text: Some("As we see it".into()), ..PlanItem::new(PlanSort::Formulation) };
    create(&mut journey, (super::SAM_ELSEWHERE, 1), 1, &formulation);
    for (writer, side, offered) in
        [(super::ADA, RecordSide::Carer, false), (NURSE, RecordSide::Team, true)]
    {
        become_writer(&mut journey, writer, side, &[Scope::Plan], &[Scope::Plan]);
        plan(&mut journey).press("Open: How the team understands it").press("As we see it");
        let text = journey.text();
        assert_eq!(text.contains("<Propose to take it out>"), offered, "{text}");
        assert_eq!(text.contains("<Propose a change>"), offered, "{text}");
    }
}

#[test]
fn a_team_proposes_it_as_anybody_does() {
    let mut journey = some();
    become_writer(&mut journey, NURSE, RecordSide::Team, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("Good neighbours").press("Propose to take it out");
    journey.type_in("Why take it out?", "They have moved").press("Propose this");
    become_person(&mut journey);
    journey.press("Today");
    assert!(journey.text().contains("From Amina Khan, nurse"), "{}", journey.text());
    journey.press("A proposal to look at").press("Yes, take it out");
    let strengths = all(&journey, PlanSort::Strength);
    assert!(strengths.iter().all(|it| it.value.is_proposal()), "{strengths:?}");
}
