//! How bad a symptom is, held against the numbers of one's own plan.

use super::{begin, calls, part, person, plans, set, threshold};
use crate::testing::Journey;

const WHAT: &str = "Breathlessness, how bad it is, from 0 to 10";

fn feel(journey: &mut Journey, what: &str, severity: &str) {
    journey.later(5);
    journey.press("Today").press("Something else");
    journey.type_in("In your own words", what);
    if !severity.is_empty() {
        journey.type_in("How bad is it?", severity);
    }
    journey.press("Save");
}

/// A plan whose red begins at 7, and amber at 3.
fn copd() -> Journey {
    let mut journey = person(&["Weight"]);
    feel(&mut journey, "Breathlessness", "2");
    begin(&mut journey, "COPD plan");
    part(&mut journey, "Amber", "", "Sit at the window", "");
    part(&mut journey, "Red", "", "Ring the lung team", "Ada, 01632 960002");
    let numbers = [("Amber: this number or more", "3"), ("Red: this number or more", "7")];
    set(&mut journey, WHAT, &numbers);
    journey
}

#[test]
fn a_symptom_falls_by_how_bad_it_is_said_to_be() {
    let mut journey = copd();
    let text = journey.text();
    assert!(text.contains(WHAT) && text.contains("Amber from 3"), "{text}");
    assert!(text.contains("Set by Sam Okoro, nurse on 1 May 2026"), "{text}");
    feel(&mut journey, "breathlessness", "3");
    assert_eq!(journey.page().name, "plans.now", "{}", journey.text());
    assert!(journey.text().contains("Sit at the window"), "{}", journey.text());
    assert!(!journey.text().contains("Ring the lung team"), "{}", journey.text());
    feel(&mut journey, "Breathlessness", "7");
    let text = journey.text();
    assert!(text.contains("Ring the lung team"), "{text}");
    assert_eq!(calls(&journey)[..2], ["01632 960002", "999"], "{text}");
    // Whose numbers they are, and when they were set, stands where it falls.
    assert!(text.contains(&format!("{WHAT}: ")) && text.contains("1 May 2026"), "{text}");
    feel(&mut journey, "Breathlessness", "2");
    assert_eq!(journey.page().name, "today");
    assert!(journey.text().contains("Green in COPD plan"), "{}", journey.text());
}

#[test]
fn what_is_not_said_or_is_something_else_falls_nowhere() {
    let mut journey = copd();
    for (what, severity) in [("Breathlessness", ""), ("Dizzy", "9")] {
        feel(&mut journey, what, severity);
        assert_eq!(journey.page().name, "today", "{what}");
        assert!(!journey.text().contains("in COPD plan"), "{}", journey.text());
    }
    // Nor once the plan is no longer followed.
    plans(&mut journey).press("COPD plan").press("I no longer follow this plan");
    feel(&mut journey, "Breathlessness", "9");
    assert_eq!(journey.page().name, "today", "{}", journey.text());
}

#[test]
fn it_goes_from_0_to_10_and_is_asked_for_once() {
    let mut journey = copd();
    journey.press("Set numbers").press(WHAT);
    assert_eq!(journey.page().name, "plans.limits", "it is there, and is changed");
    journey.type_in("Red: this number or more", "11").press("Save");
    assert!(journey.text().contains("How bad it is goes from 0 to 10"), "{}", journey.text());
    journey.type_in("Red: this number or more", "8").press("Save");
    let red = threshold(&journey).value.limits.red_from;
    assert_eq!(red, Some(record::Decimal::whole(8)));
    assert_eq!(journey.holding(|held| held.record.ids::<record::kinds::Threshold>().count()), 1);
}

#[test]
fn only_what_was_written_down_has_numbers_by_its_name() {
    let mut journey = person(&["Weight"]);
    begin(&mut journey, "COPD plan");
    journey.press("Set numbers");
    assert!(!journey.text().contains("how bad it is"), "{}", journey.text());
    assert!(journey.text().contains("symptoms that you have written down"), "{}", journey.text());
    feel(&mut journey, "Cough", "4");
    feel(&mut journey, "cough", "5");
    plans(&mut journey).press("COPD plan").press("Set numbers");
    assert_eq!(journey.text().matches("how bad it is, from 0 to 10").count(), 1);
}
