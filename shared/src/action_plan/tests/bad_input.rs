//! What cannot be, each with its sentence where it enters.

use super::{asthma, begin, person, plans, who};
use crate::screen::Block;
use crate::testing::Journey;

/// Fills in numbers, presses Save, and gives back what is wrong at a question.
fn wrong(journey: &mut Journey, numbers: &[(&str, &str)], at: &str) -> String {
    for label in
        ["Red: below", "Amber: below", "Amber: this number or more", "Red: this number or more"]
    {
        if crate::pilot::field(&journey.page(), label).is_some() {
            journey.type_in(label, "");
        }
    }
    for (label, number) in numbers {
        journey.type_in(label, number);
    }
    journey.press("Save");
    assert_eq!(journey.page().name, "plans.limits", "{numbers:?} was taken");
    let page = journey.page();
    let found = page.blocks.iter().find_map(|block| match block {
        Block::Form(form) => form.fields.iter().find_map(|field| {
            let question = field.question();
            question.label.starts_with(at).then(|| question.error.clone().unwrap_or_default())
        }),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn numbers_that_contradict_each_other_are_refused_where_they_stand() {
    let mut journey = person(&["Blood glucose in mmol/L"]);
    begin(&mut journey, "Diabetes plan");
    journey.press("Set numbers").press("Blood glucose");
    who(&mut journey);
    let (red, amber) = ("Red: below", "Amber: below");
    let (amber_from, red_from) = ("Amber: this number or more", "Red: this number or more");
    let journey = &mut journey;
    let no_amber = wrong(journey, &[(red, "5"), (amber, "4")], amber);
    assert!(no_amber.contains("nothing would be left for amber"), "{no_amber}");
    assert!(no_amber.contains("5 mmol/L") && no_amber.contains("4 mmol/L"), "{no_amber}");
    let red_in_amber = wrong(journey, &[(amber, "6"), (red_from, "5")], red_from);
    assert!(
        red_in_amber.contains("Below 6 mmol/L is amber, so red cannot begin"),
        "{red_in_amber}"
    );
    let amber_in_red = wrong(journey, &[(red, "6"), (amber_from, "5")], amber_from);
    assert!(
        amber_in_red.contains("Below 6 mmol/L is red, so amber cannot begin"),
        "{amber_in_red}"
    );
    let both = wrong(journey, &[(red, "6"), (red_from, "5")], red_from);
    assert!(both.contains("some readings would be in both"), "{both}");
    let high = wrong(journey, &[(amber_from, "9"), (red_from, "9")], red_from);
    assert!(high.contains("Amber begins at 9 mmol/L"), "{high}");
    assert!(wrong(journey, &[(red, "four")], red).contains("This is not a number"));
    assert!(wrong(journey, &[(red, "70")], red).contains("never 70 mmol/L"));
    assert_eq!(wrong(journey, &[], red), "Enter at least one number");
    // What fits is taken, also where green is nothing between two numbers.
    journey.type_in(red, "4").type_in(amber_from, "4").press("Save");
    assert_eq!(journey.page().name, "plans.one", "{}", journey.text());
}

#[test]
fn a_personal_best_of_nothing_is_none() {
    let mut journey = person(&[]);
    begin(&mut journey, "Asthma plan");
    journey.press("Set numbers").press("Peak flow, per cent of personal best");
    who(&mut journey);
    let best = "Personal best";
    let numbers = |best| [("Personal best", best), ("Red: below", "60")];
    assert!(wrong(&mut journey, &numbers("0"), best).contains("above 0"));
    assert!(wrong(&mut journey, &numbers("-450"), best).contains("above 0"));
    assert!(wrong(&mut journey, &numbers(""), best).contains("Enter your personal best"));
    assert!(wrong(&mut journey, &numbers("4500"), best).contains("never 4,500 L/min"));
    assert!(wrong(&mut journey, &numbers("lots"), best).contains("not a number"));
    let zero = wrong(&mut journey, &[(best, "450"), ("Red: below", "0")], "Red: below");
    assert!(zero.contains("above 0"), "{zero}");
}

#[test]
fn days_who_and_when_have_to_be_said() {
    let mut journey = person(&[]);
    begin(&mut journey, "Heart failure plan");
    journey.press("Set numbers").press("Weight, rise over some days");
    let more = ("Red: this number or more", "2");
    for days in ["", "0", "-1", "2.5", "400", "three"] {
        let said = wrong(&mut journey, &[more, ("Over how many days?", days)], "Over how many");
        assert!(said.contains("from 1 to 31"), "{days}: {said}");
    }
    let days = ("Over how many days?", "3");
    assert_eq!(wrong(&mut journey, &[more, days], "Who set it?"), "Choose who set it");
    journey.choose("Who set it?", &["named"]);
    assert!(wrong(&mut journey, &[more, days], "Their name").contains("Write the name"));
    journey.choose("Who set it?", &["person"]).date("When was it set?", "1", "1", "2027");
    assert!(wrong(&mut journey, &[more, days], "When was it set?").contains("has not come yet"));
    journey.date("When was it set?", "31", "2", "2026");
    assert!(!wrong(&mut journey, &[more, days], "When was it set?").is_empty());
}

#[test]
fn a_plan_needs_what_it_is_for_and_a_number_that_can_be_called() {
    let mut journey = person(&[]);
    plans(&mut journey).press("Add a plan").press("Save");
    let text = journey.text();
    assert!(
        text.contains("Choose which plan it is") && text.contains("Choose who set it"),
        "{text}"
    );
    journey.choose("Which plan is it?", &["6"]).choose("Who set it?", &["person"]).press("Save");
    assert!(journey.text().contains("Write what this plan is called"), "{}", journey.text());
    let mut journey = asthma();
    journey.press("Change Red").type_in("Their phone number", "ask Ada").press("Save");
    assert!(journey.text().contains("A phone number has figures"), "{}", journey.text());
    journey.type_in("Their phone number", "+44 1632 960 002").press("Save");
    assert_eq!(journey.page().name, "plans.one");
}
