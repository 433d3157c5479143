//! What cannot be, each with its sentence where it was typed.

use record::schedule::{Rule, RuleBytes};
use record::time::Zone;

use super::{add, daily, medicine, medicines, person, today};
use crate::saving::{Act, Go};
use crate::testing::Journey;

#[track_caller]
fn refused(journey: &mut Journey, why: &str) {
    journey.press("Save");
    let text = journey.text();
    assert_eq!(journey.page().name, "medicines.times", "{text}");
    assert!(text.contains("There is a problem"), "{text}");
    let said = text.lines().any(|line| line.starts_with("✗ ") && line.contains(why));
    assert!(said, "“{why}” in {text}");
}

#[test]
fn a_medicine_without_a_name() {
    let mut journey = person();
    medicines(&mut journey).press("Add a medicine").press("Save and set its times");
    assert!(journey.text().contains("✗ Write what it is called"), "{}", journey.text());
}

#[test]
fn a_dose_of_a_few_is_kept_as_words_and_refused_as_a_number() {
    let mut journey = person();
    medicines(&mut journey).press("Add a medicine").type_in("What is it called?", "Senna");
    journey.type_in("How much at a time, as a number", "a few").press("Save and set its times");
    let text = journey.text();
    assert!(text.contains("✗ This is not a number. Enter a number, such as 2 or 0.5, or leave it empty and say it in words."), "{text}");
    for bad in ["0", "-1"] {
        journey.type_in("How much at a time, as a number", bad).press("Save and set its times");
        assert!(journey.text().contains("✗ Enter a number above 0"), "{}", journey.text());
    }
    journey.type_in("How much at a time, as a number", "");
    journey.type_in("How much at a time, in your own words", "a few");
    journey.press("Save and set its times").press("Not now").press("Senna");
    assert!(journey.text().contains("Dose: a few"), "{}", journey.text());
    let dose = medicine(&journey).1.dose.unwrap();
    assert_eq!((dose.words.as_str(), dose.amount), ("a few", None));
    // The same where a dose is written down.
    journey.press("Write down a dose").type_in("How much was taken?", "a few").press("Save");
    assert!(journey.text().contains("✗ This is not a number"), "{}", journey.text());
}

#[test]
fn a_stock_below_nothing() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.press("Metformin").press("What is left");
    for (typed, why) in [
        ("-3", "There cannot be less than nothing left"),
        ("\u{2212}3", "There cannot be less than nothing left"),
        ("a box", "Enter a number, such as 28"),
    ] {
        journey.type_in("How much is there now?", typed).press("Save");
        assert_eq!(journey.page().name, "medicines.stock");
        assert!(journey.text().contains(why), "{}", journey.text());
    }
    journey.type_in("How much is there now?", "").type_in("Or when how much is left?", "7");
    journey.press("Save");
    assert!(journey.text().contains("✗ Enter how much there is now"), "{}", journey.text());
}

#[test]
fn a_course_that_ends_before_it_starts() {
    let mut journey = person();
    add(&mut journey, "Amoxicillin", "1");
    journey.type_in("First time", "8:00").date("From which day?", "24", "11", "2026");
    journey.date("Until which day?", "23", "11", "2026");
    refused(&mut journey, "It would end before it starts");
    journey.date("Until which day?", "28", "11", "2026").press("Save");
    journey.press("Amoxicillin").press("Change its times");
    journey.type_in("First time", "9:00").date("From which day?", "22", "11", "2026");
    journey.date("Until which day?", "21", "11", "2026");
    refused(&mut journey, "This day is over. Enter today or a later day");
    // A change of what comes today begins tomorrow, and so cannot end today.
    journey.date("Until which day?", "28", "11", "2026").press("Save");
    journey.press("Change its times").date("Until which day?", "22", "11", "2026");
    refused(&mut journey, "It would end before it starts");
    // One that ended before it was started altogether.
    journey.press("Back").press("Change").date("Since when?", "24", "11", "2026").press("Save");
    journey.press("I no longer take it").date("What was the last day?", "1", "1", "2026");
    journey.press("Save");
    assert!(journey.text().contains("✗ This is before it was started"), "{}", journey.text());
}

#[test]
fn times_that_cannot_be() {
    let mut journey = person();
    add(&mut journey, "Tablets", "1");
    refused(&mut journey, "Enter at least one time");
    journey.type_in("First time", "25:99");
    refused(&mut journey, "Enter a time");
    journey.type_in("First time", "8:00").type_in("Time 2", "08:00");
    refused(&mut journey, "This time is there already");
    journey.type_in("Time 2", "").choose("How often?", &["weekly"]);
    refused(&mut journey, "Choose at least one day");
    for every in ["0", "some", "999"] {
        journey.choose("How often?", &["every"]).type_in("Every how many days?", every);
        let why = if every == "999" { "not too large" } else { "Enter a whole number" };
        refused(&mut journey, why);
    }
    for day in ["0", "32", "400"] {
        journey.choose("How often?", &["monthly"]).type_in("On which day of the month?", day);
        let why = if day == "0" { "Enter a whole number" } else { "Enter a day from 1 to 31" };
        refused(&mut journey, why);
    }
    journey.choose("How often?", &["needed"]).type_in("At least how long between two?", "25");
    refused(&mut journey, "Enter at most 24 hours");
    journey.type_in("At least how long between two?", "often");
    refused(&mut journey, "Enter hours as a number");
    journey
        .type_in("At least how long between two?", "")
        .type_in("At most how many in a day?", "0");
    refused(&mut journey, "Enter a whole number from 1");
    journey.choose("How often?", &["elapsed"]).type_in("How many hours after the last one?", "");
    for hours in ["", "169", "99999999999"] {
        journey.type_in("How many hours after the last one?", hours);
        refused(&mut journey, "Enter a number of hours, at most 168");
    }
    journey.choose("How often?", &["daily"]).type_in("Or after how many doses?", "60000");
    refused(&mut journey, "Enter a number from 1 to 9,999");
    journey.type_in("Or after how many doses?", "3").date("Until which day?", "1", "1", "2027");
    refused(&mut journey, "not both");
    journey.date("Until which day?", "", "", "").date("From which day?", "1", "1", "2300");
    refused(&mut journey, "before the year 2200");
    journey.date("From which day?", "1", "1", "1960");
    refused(&mut journey, "Enter a day after 1969");
    journey.date("From which day?", "22", "11", "2026");
    journey.choose("Is the dose always the same?", &["stepped"]);
    refused(&mut journey, "Write how much to take in the first step");
    journey.type_in("Step 1: how much each time", "2");
    journey.type_in("Step 2: how much each time", "1");
    refused(&mut journey, "Each step but the last needs a number of days");
    journey.type_in("Step 1: for how many days", "5").press("Save");
    assert!(
        journey.text().contains("2 tablets for 5 days, then 1 tablet, for 3 doses"),
        "{}",
        journey.text()
    );
}

#[test]
fn a_zone_that_the_app_does_not_know() {
    let mut journey = person();
    journey.zone = "Mars/Olympus_Mons".into();
    journey.send(crate::event::Event::Resume);
    add(&mut journey, "Metformin", "1");
    journey.type_in("First time", "8:00").choose("When you travel", &["pinned"]);
    refused(
        &mut journey,
        "This device says that it is in “Mars/Olympus_Mons”, which the app does not know",
    );
    journey.choose("When you travel", &["floating"]).press("Save");
    assert!(journey.text().contains("Every day at 8:00"), "{}", journey.text());
    // One that came from elsewhere is silent, and says so where it stands.
    let (id, _) = medicine(&journey);
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let old = holding.record.get::<record::kinds::Medicine>(id).unwrap();
        let mut terms = old.value.rule.clone().unwrap().read().unwrap().terms().clone();
        terms.zone = Some(Zone::new("Mars/Olympus_Mons"));
        let rule = Some(RuleBytes::of(&Rule::new(terms).unwrap()));
        let new = record::kinds::Medicine { rule, ..old.value.clone() };
        let mut act = Act::new(holding, cx.now);
        act.change(old.sight(), &old.value, &new, old.happened.clone());
        act.save(cx, Go::Stay, None)
    });
    assert!(journey.text().contains("Its time zone is not known here"), "{}", journey.text());
    assert!(!today(&mut journey).contains("Metformin ["), "{}", journey.text());
}

#[test]
fn words_that_are_too_long() {
    let mut journey = person();
    medicines(&mut journey).press("Add a medicine");
    journey.type_in("What is it called?", &"x".repeat(81));
    journey.type_in("Why do you take it?", &"y".repeat(301)).press("Save and set its times");
    let text = journey.text();
    assert!(text.contains("80") && text.contains("300"), "{text}");
    assert_eq!(journey.page().name, "medicines.edit");
}
