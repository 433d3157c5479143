//! Where a reading or a symptom falls, and what is then shown.

use super::{asthma, begin, calls, log, part, person, plans, set};
use crate::effects::store::StoreProblem;
use crate::screen::{Block, NoticeTone, Tone};
use crate::testing::Journey;

#[test]
fn red_shows_the_plans_words_and_whom_to_call_before_anything_else() {
    let mut journey = asthma();
    log(&mut journey, "Peak flow", "250");
    insta::assert_snapshot!("red", journey.text());
    let page = journey.page();
    assert!(page.notices.is_empty(), "{:?}", page.notices);
    assert!(matches!(&page.blocks[0], Block::CareCard(card) if card.title == "Red in Asthma plan"));
    // One's own contact first, then what is there for everybody; no network is asked.
    let numbers =
        ["01632 960002", "999", "111", "111", "116 123", "85258", "0800 068 4141", "0800 1111"];
    assert_eq!(calls(&journey), numbers);
    // It is written down, and stays on Today until there is a better one.
    journey.press("Today");
    let text = journey.text();
    assert!(text.contains("Peak flow 250 L/min") && text.contains("Read what Asthma plan says"));
    insta::assert_snapshot!("today", text);
    journey.later(30);
    log(&mut journey, "Peak flow", "440");
    assert!(!journey.text().contains("Read what"), "{}", journey.text());
}

#[test]
fn amber_shows_its_words_and_green_says_so_beside_saved() {
    let mut journey = asthma();
    log(&mut journey, "Peak flow", "300");
    insta::assert_snapshot!("amber", journey.text());
    assert!(calls(&journey).is_empty());
    log(&mut journey, "Peak flow", "400");
    assert_eq!(journey.page().name, "today");
    assert!(journey.text().contains("Green in Asthma plan"), "{}", journey.text());
}

#[test]
fn a_part_begins_with_its_number_exactly() {
    let mut journey = asthma();
    // 80% of 450 is 360, and 60% is 270.
    for (value, part) in
        [("360", "green"), ("359", "amber"), ("270", "amber"), ("269", "red"), ("450", "green")]
    {
        journey.later(5);
        log(&mut journey, "Peak flow", value);
        journey.press("Track");
        let text = journey.text();
        assert!(text.contains(&format!("[{part} in plan]")), "{value}: {text}");
    }
}

#[test]
fn the_chart_has_the_parts_as_bands_and_says_them() {
    let mut journey = asthma();
    for value in ["250", "440"] {
        journey.later(5);
        log(&mut journey, "Peak flow", value);
    }
    journey.press("Track").press("Peak flow");
    let page = journey.page();
    let chart = page.blocks.iter().find_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        _ => None,
    });
    let chart = chart.unwrap();
    let zones: Vec<_> = chart.zones.iter().map(|zone| (zone.from, zone.to, zone.tone)).collect();
    let expected = [
        (None, Some(270.0), Tone::Red),
        (Some(270.0), Some(360.0), Tone::Amber),
        (Some(360.0), None, Tone::Green),
    ];
    assert_eq!(zones, expected);
    assert!(chart.sentence.contains("In Asthma plan: Red below 60%. Amber below 80%."));
    assert_eq!(chart.zones[0].name, "Red in Asthma plan");
}

#[test]
fn a_rise_is_counted_from_the_lowest_of_the_days_before_to_the_gram() {
    let mut journey = person(&["Weight"]);
    begin(&mut journey, "Heart failure plan");
    let days = ("Over how many days?", "3");
    set(&mut journey, "Weight, rise over some days", &[days, ("Red: this number or more", "2")]);
    log(&mut journey, "Weight", "80.3");
    assert_eq!(journey.page().name, "today", "{}", journey.text());
    journey.later(24 * 60);
    log(&mut journey, "Weight", "82.2");
    assert_eq!(journey.page().name, "today", "1.9 is less than 2");
    journey.later(24 * 60);
    log(&mut journey, "Weight", "82.3");
    assert_eq!(journey.page().name, "plans.now", "{}", journey.text());
    let text = journey.text();
    assert!(text.contains("2.0 kg more than on Sunday 22 November (80.3 kg)"), "{text}");
    // Four days on, the lowest of the three days before is another.
    journey.later(2 * 24 * 60);
    log(&mut journey, "Weight", "82.5");
    assert_eq!(journey.page().name, "today", "{}", journey.text());
}

#[test]
fn glucose_is_held_against_the_numbers_of_its_own_circumstances() {
    let mut journey = person(&["Blood glucose in mmol/L"]);
    begin(&mut journey, "Diabetes plan");
    set(&mut journey, "Blood glucose, before meals", &[("Amber: this number or more", "7.1")]);
    set(&mut journey, "Blood glucose, after meals", &[("Amber: this number or more", "9")]);
    let write = |journey: &mut Journey, value: &str, when: &str| {
        journey.later(5);
        journey.press("Today").press("Blood glucose").type_in("Reading", value);
        if !when.is_empty() {
            let field = "Before or after a meal?";
            let which = crate::pilot::choices(&journey.page(), field, &[when]);
            journey.choose(field, &[&which[0]]);
        }
        journey.press("Save");
    };
    write(&mut journey, "8.0", "Before breakfast");
    assert_eq!(journey.page().name, "plans.now", "{}", journey.text());
    write(&mut journey, "8.0", "After breakfast");
    assert!(journey.text().contains("Green in Diabetes plan"), "{}", journey.text());
    // Which of them it was is not guessed.
    write(&mut journey, "8.0", "");
    assert!(journey.text().contains("does not say which it was"), "{}", journey.text());
    // Before some meal is enough.
    write(&mut journey, "8.0", "Before a meal");
    assert_eq!(journey.page().name, "plans.now", "{}", journey.text());
}

#[test]
fn a_reading_in_another_unit_is_held_against_nothing_and_that_is_said() {
    let mut journey = person(&["Blood glucose in mmol/L"]);
    begin(&mut journey, "Diabetes plan");
    set(&mut journey, "Blood glucose, before meals", &[("Red: below", "4")]);
    journey.press("Track").press("Blood glucose").press("Put away");
    journey.press("Track").press("Choose what to follow");
    let which = "What do you want to follow?";
    let other = crate::pilot::choices(&journey.page(), which, &["Blood glucose in mg/dL"]);
    journey.choose(which, &[&other[0]]).press("Follow these");
    log(&mut journey, "Blood glucose", "50");
    assert!(journey.text().contains("are in another unit"), "{}", journey.text());
}

#[test]
fn a_sign_of_the_plan_is_written_down_with_one_press() {
    let mut journey = asthma();
    journey.press("I have this now: I cannot finish a sentence");
    assert_eq!(journey.page().name, "plans.now");
    assert_eq!(calls(&journey)[0], "01632 960002");
    journey.press("Look at it, or correct it");
    let text = journey.text();
    assert!(text.contains("Now in Asthma plan:") && text.contains("[Red]"), "{text}");
    // The same, written as a symptom, but for capitals.
    journey.press("Today").press("Something else");
    journey.type_in("In your own words", "i wake up coughing").press("Save");
    assert!(journey.text().contains("Brown inhaler: as on my card"), "{}", journey.text());
    // What is not among them falls nowhere.
    journey.press("Today").press("Something else");
    journey.type_in("In your own words", "Dizzy").press("Save");
    assert_eq!(journey.page().name, "today");
}

#[test]
fn help_waits_neither_for_a_question_nor_for_the_store() {
    let mut journey = person(&["Blood glucose in mmol/L"]);
    begin(&mut journey, "Diabetes plan");
    part(&mut journey, "Red", "", "Jelly babies, as my nurse said", "Ada, 01632 960002");
    set(&mut journey, "Blood glucose", &[("Red: below", "4")]);
    // So low that it is asked about once.
    log(&mut journey, "Blood glucose", "1.8");
    assert_eq!(journey.page().name, "track.log");
    assert_eq!(calls(&journey)[..2], ["01632 960002", "999"], "{}", journey.text());
    journey.press("Today").press("Blood glucose").type_in("Reading", "3.2");
    assert!(calls(&journey).is_empty(), "what is being typed is not judged");
    journey.disk.lock().unwrap().problem = Some(StoreProblem::Full);
    journey.press("Save");
    assert_eq!(journey.page().notices[0].tone, NoticeTone::Problem);
    assert_eq!(calls(&journey)[..2], ["01632 960002", "999"], "{}", journey.text());
    assert!(journey.text().contains("Jelly babies, as my nurse said"), "{}", journey.text());
}

#[test]
fn nothing_is_said_that_the_plan_does_not_say() {
    let mut journey = person(&["Peak flow"]);
    begin(&mut journey, "Asthma plan");
    let percent = "Peak flow, per cent of personal best";
    set(&mut journey, percent, &[("Personal best", "450"), ("Amber: below", "80")]);
    log(&mut journey, "Peak flow", "100");
    let text = journey.text();
    assert!(text.contains("This part of the plan says nothing yet about what to do"), "{text}");
    assert!(!text.contains("999"), "without a red of one's own nothing is red: {text}");
    for word in ["severe", "attack", "diagnos", "you have asthma", "danger"] {
        let said = text.replace("It is not a diagnosis", "");
        assert!(!said.contains(word), "{word}: {text}");
    }
    plans(&mut journey);
}

#[test]
fn what_is_written_down_of_another_day_is_said_and_is_not_what_to_do_now() {
    let mut journey = asthma();
    journey.press("Today").press("Peak flow").type_in("Reading", "250");
    journey.date("Date", "15", "11", "2026").press("Save");
    assert_eq!(journey.page().name, "today", "{}", journey.text());
    assert!(journey.text().contains("Red in Asthma plan"), "{}", journey.text());
    // What was last night still is.
    journey.press("Peak flow").type_in("Reading", "250");
    journey.date("Date", "21", "11", "2026").type_in("Time", "22:30").press("Save");
    assert_eq!(journey.page().name, "plans.now", "{}", journey.text());
}

#[test]
fn in_two_plans_each_says_its_own() {
    let mut journey = asthma();
    begin(&mut journey, "COPD plan");
    part(&mut journey, "Amber", "", "Ring the lung team", "");
    set(&mut journey, "Peak flow", &[("Amber: below", "300")]);
    log(&mut journey, "Peak flow", "250");
    let text = journey.text();
    let (red, amber) = (text.find("Red in Asthma plan").unwrap(), text.find("Amber in COPD plan"));
    assert!(red < amber.unwrap(), "the worst first: {text}");
    assert!(text.contains("Ring the lung team"), "{text}");
}
