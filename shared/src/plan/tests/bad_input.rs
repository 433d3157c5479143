use record::Scope;
use record::kinds::PlanSort;

use super::{NURSE, agree, all, become_carer, become_writer, person, plan, some};
use crate::holding::RecordSide;

#[test]
fn a_step_with_no_owner_is_refused_where_it_is_asked() {
    let mut journey = some();
    journey.press("Add a step").type_in("What is to be done", "Buy shoes").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ Write who does it. A step that is nobody’s is not done."), "{text}");
    assert_eq!(all(&journey, PlanSort::Action).len(), 1);
    journey.type_in("Who does it", "Me").press("Save");
    assert_eq!(all(&journey, PlanSort::Action).len(), 2);
}

#[test]
fn a_step_needs_a_goal() {
    // Where there is none, and where there is one that was not chosen.
    for mut journey in [person(), some()] {
        let before = all(&journey, PlanSort::Action).len();
        plan(&mut journey);
        let label = if before == 0 { "Add: Steps" } else { "Open: Steps" };
        journey.press(label).press("Add a step");
        journey.type_in("What is to be done", "Buy shoes").type_in("Who does it", "Me");
        journey.press("Save");
        let text = journey.text();
        assert!(text.contains("✗ Choose the goal. Where there is none yet"), "{text}");
        assert_eq!(all(&journey, PlanSort::Action).len(), before);
    }
}

#[test]
fn a_goal_needs_its_words() {
    let mut journey = person();
    journey.press("Add a goal or hope").press("Save");
    assert!(journey.text().contains("✗ Write something here"), "{}", journey.text());
    assert!(all(&journey, PlanSort::Goal).is_empty());
}

#[test]
fn a_goal_needs_somebody_whose_it_is() {
    let mut journey = person();
    journey.press("Add a goal or hope").type_in("Goal or hope", "Walk to the pond");
    // Nearly every one is the person's own; it stands there to be changed.
    journey.type_in("Whose goal it is", "").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ Write whose goal it is. A goal that is nobody’s"), "{text}");
    assert!(all(&journey, PlanSort::Goal).is_empty());
    journey.type_in("Whose goal it is", "Me and Ada").press("Save");
    assert_eq!(all(&journey, PlanSort::Goal)[0].value.who.as_deref(), Some("Me and Ada"));
}

#[test]
fn an_agreement_with_one_side_is_none() {
    let mut journey = some();
    plan(&mut journey).press("Add: Agreements").press("Write down an agreement");
    journey.type_in("Who agreed for the person", "Sam");
    journey.date("When they agreed", "22", "11", "2026").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ An agreement has two sides."), "{text}");
    assert!(text.contains("✗ Enter the day on which they agreed"), "{text}");
    journey.type_in("Who agreed for the other side", "Sam");
    journey.date("When the other side agreed", "23", "11", "2026").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ This is the same name on both sides"), "{text}");
    assert!(text.contains("✗ This day has not come yet"), "{text}");
    assert!(all(&journey, PlanSort::Agreement).is_empty());
    agree(&mut journey);
    assert_eq!(all(&journey, PlanSort::Agreement).len(), 1);
}

#[test]
fn a_review_before_the_plan_is_refused() {
    let mut journey = person();
    journey.press("Add: Reviews").press("Add a review");
    journey.date("When it is due", "1", "3", "2027").type_in("Who is responsible for it", "Amina");
    journey.press("Save");
    assert!(journey.text().contains("✗ There is no plan to review yet"), "{}", journey.text());
    let mut journey = some();
    plan(&mut journey).press("Add: Reviews").press("Add a review");
    journey
        .date("When it is due", "21", "11", "2026")
        .type_in("Who is responsible for it", "Amina");
    journey.press("Save");
    let text = journey.text();
    assert!(
        text.contains("✗ The plan begins on 22 November 2026, so a review cannot be"),
        "{text}"
    );
    journey.date("When it is due", "31", "2", "2027").press("Save");
    assert!(journey.text().contains("✗"), "{}", journey.text());
    journey.date("When it is due", "1", "3", "2027");
    journey.date("When it was held", "21", "11", "2026").press("Save");
    assert!(journey.text().contains("so a review cannot be before"), "{}", journey.text());
    journey.date("When it was held", "23", "11", "2026").press("Save");
    assert!(journey.text().contains("✗ This day has not come yet"), "{}", journey.text());
    assert!(all(&journey, PlanSort::Review).is_empty());
}

#[test]
fn numbers_and_lengths_out_of_their_ends_are_refused() {
    let mut journey = person();
    journey.press("Add a goal or hope").type_in("Goal or hope", &"a".repeat(2_001));
    journey.type_in("How much it matters", "11").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ Choose a number from 1 to 10") && text.contains("2000"), "{text}");
    journey.type_in("Goal or hope", "Walk").type_in("How much it matters", "0").press("Save");
    assert!(journey.text().contains("✗ Choose a number from 1 to 10"), "{}", journey.text());
    assert!(all(&journey, PlanSort::Goal).is_empty());
}

#[test]
fn a_right_that_ended_while_somebody_wrote_loses_nothing() {
    let mut journey = some();
    let plan_only = [Scope::Plan];
    become_carer(&mut journey, &plan_only, &plan_only);
    plan(&mut journey).press("The stairs").press("Propose a change");
    journey.type_in("Need or concern", "The stairs and the bath");
    become_carer(&mut journey, &plan_only, &[]);
    journey.press("Propose this");
    let text = journey.text();
    assert!(text.contains("✗ You can no longer write in this plan"), "{text}");
    assert!(text.contains("The stairs and the bath"), "what was typed is still there: {text}");
    assert_eq!(all(&journey, PlanSort::Need).len(), 1);
}

#[test]
fn a_plan_that_is_not_shared_is_not_said_to_be_empty() {
    let mut journey = some();
    become_carer(&mut journey, &[Scope::Health], &[]);
    plan(&mut journey);
    assert!(journey.text().contains("That does not mean that there is none"), "{}", journey.text());
}

#[test]
fn a_formulation_is_a_professionals() {
    let mut journey = some();
    plan(&mut journey);
    let text = journey.text();
    assert!(!text.contains("Add: How the team understands it"), "{text}");
    become_writer(&mut journey, NURSE, RecordSide::Team, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("Add: How the team understands it");
    journey.press("Add how the team understands it");
    let text = journey.text();
    assert!(text.contains("Nothing in the plan changes until Sam says yes"), "{text}");
}
