//! Reviews: what changed between two of them, and what is still missing of one.

use record::Scope;
use record::kinds::PlanSort;

use super::{all, become_carer, plan, some};
use crate::testing::Journey;

fn review(journey: &mut Journey, label: &str, due: (&str, &str, &str)) {
    plan(journey).press(label).press("Add a review");
    journey.date("When it is due", due.0, due.1, due.2);
    journey.type_in("Who is responsible for it", "Amina Khan, nurse").press("Save");
}

/// Says of the review that is open that it was held.
fn held(journey: &mut Journey, day: &str) {
    journey.press("Change").date("When it was held", day, "11", "2026").press("Save");
    assert!(journey.text().contains("Review held on"), "{}", journey.text());
}

fn change(journey: &mut Journey, from: &str, to: &str) {
    plan(journey).press(from).press("Change").type_in("Need or concern", to).press("Save");
}

/// What a review's page says was changed since the one before.
fn since(journey: &Journey) -> String {
    let text = journey.text();
    let since = text.split("Changed since the review on").nth(1);
    since.unwrap_or_else(|| panic!("{text}")).to_owned()
}

#[test]
fn what_changed_on_the_day_of_a_review_and_after_it_stands_with_the_next() {
    let mut journey = some();
    review(&mut journey, "Add: Reviews", ("25", "11", "2026"));
    plan(&mut journey).press("Open: Reviews").press("Review due on 25 November 2026");
    held(&mut journey, "22");
    journey.later(60);
    change(&mut journey, "The stairs", "The bath");
    review(&mut journey, "Open: Reviews", ("1", "3", "2027"));
    plan(&mut journey).press("Open: Reviews").press("Review due on 1 March 2027");
    let first = since(&journey);
    assert!(first.contains("The bath") && !first.contains("Good neighbours"), "{first}");
    // It is held; what is changed then is the next one's, also where it is the same thing.
    journey.later(24 * 60);
    held(&mut journey, "23");
    assert!(since(&journey).contains("The bath"), "{}", journey.text());
    journey.later(24 * 60);
    change(&mut journey, "The bath", "The bath and the kitchen");
    plan(&mut journey).press("Add a strength").type_in("Strength", "A dog").press("Save");
    plan(&mut journey).press("Open: Reviews").press("Review held on 23 November 2026");
    let held = since(&journey);
    assert!(held.contains("The bath") && !held.contains("A dog"), "{held}");
}

#[test]
fn what_is_written_down_late_belongs_to_the_review_of_its_day() {
    let mut journey = some();
    review(&mut journey, "Add: Reviews", ("25", "11", "2026"));
    journey.later(2 * 24 * 60);
    plan(&mut journey).press("Add a strength").type_in("Strength", "A dog").press("Save");
    // Held on the first day, and written down on the third.
    plan(&mut journey).press("Open: Reviews").press("Review due on 25 November 2026");
    held(&mut journey, "22");
    review(&mut journey, "Open: Reviews", ("1", "3", "2027"));
    plan(&mut journey).press("Open: Reviews").press("Review due on 1 March 2027");
    let since = since(&journey);
    assert!(since.contains("A dog") && !since.contains("The stairs"), "{since}");
}

#[test]
fn a_review_whose_day_has_passed_is_not_said_to_be_there() {
    let mut journey = some();
    review(&mut journey, "Add: Reviews", ("25", "11", "2026"));
    let missing = |journey: &mut Journey| {
        plan(journey).press("What is still missing");
        journey.text().contains("The day of the review has passed")
    };
    assert!(!missing(&mut journey), "{}", journey.text());
    journey.later(3 * 24 * 60);
    assert!(!missing(&mut journey), "it is its day: {}", journey.text());
    journey.later(24 * 60);
    assert!(missing(&mut journey), "{}", journey.text());
    // One press leads to where it is said when it was held.
    journey.press("The plan is looked at again");
    assert_eq!(journey.page().name, "plan.one", "{}", journey.text());
    review(&mut journey, "Open: Reviews", ("1", "3", "2027"));
    assert!(!missing(&mut journey), "there is another: {}", journey.text());
}

#[test]
fn a_review_is_told_to_whoever_sees_the_plan_and_asked_only_of_who_may_write() {
    let mut journey = some();
    review(&mut journey, "Add: Reviews", ("25", "11", "2026"));
    let today = |journey: &mut Journey| {
        journey.press("Today");
        let text = journey.text();
        let of = |wanted: &str| text.contains(wanted);
        (
            of("Review due on 25 November 2026"),
            of("Write down what you want to talk about"),
            of("You can write what you want to talk about"),
        )
    };
    assert_eq!(today(&mut journey), (true, true, false));
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    assert_eq!(today(&mut journey), (true, false, true));
    journey.press("Review due on 25 November 2026");
    assert!(journey.text().contains("Prepared for the review"), "{}", journey.text());
    become_carer(&mut journey, &[Scope::Plan], &[]);
    assert_eq!(today(&mut journey), (true, false, false));
    become_carer(&mut journey, &[Scope::Health], &[Scope::Health]);
    assert_eq!(today(&mut journey), (false, false, false));
}

#[test]
fn a_goal_that_is_reached_or_not_wanted_any_more_needs_no_step() {
    let mut journey = some();
    plan(&mut journey).press("Add a goal or hope").type_in("Goal or hope", "Swim").press("Save");
    let missing = |journey: &mut Journey| {
        plan(journey).press("What is still missing");
        journey.text().contains("A goal has no step yet")
    };
    journey.press("More").press("About me").press("What is most important to me");
    journey.type_in("What is most important to me", "My garden").press("Save");
    assert!(missing(&mut journey), "{}", journey.text());
    plan(&mut journey).press("Swim").press("This is reached");
    assert!(!missing(&mut journey), "{}", journey.text());
    plan(&mut journey).press("Swim").press("Change").choose("How far it is", &["1"]);
    journey.press("Save");
    assert!(missing(&mut journey), "{}", journey.text());
    assert_eq!(all(&journey, PlanSort::Goal).len(), 2);
}
