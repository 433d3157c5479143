//! What came after: the diary of a decision, and being reminded to look again.

use record::kinds::{Reminder, Symptom};

use super::{begun, decide, decisions, option, the_decision};
use crate::saving::{Act, Go};
use crate::testing::Journey;

const DAY: i64 = 60 * 24;

/// Follows peak flow, and has written these down, a day each, up to now.
fn following(journey: &mut Journey, values: &[&str]) {
    for value in values {
        journey.press("Today").press("Peak flow").type_in("Reading", value).press("Save");
        journey.later(DAY);
    }
}

#[test]
fn a_decision_is_replayed_beside_the_readings_before_and_after_and_nothing_is_claimed() {
    let mut journey = begun();
    journey.press("Track").press("Choose what to follow");
    let which = "What do you want to follow?";
    let values = crate::pilot::choices(&journey.page(), which, &["Peak flow", "Weight"]);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    journey.choose(which, &values).press("Follow these");
    following(&mut journey, &["310", "290", "300", "320"]);
    decisions(&mut journey).press("Breathing classes, or not");
    option(&mut journey, "Breathing classes").press("Back");
    decide(&mut journey, "Breathing classes");
    following(&mut journey, &["330", "350"]);
    decisions(&mut journey).press("Breathing classes, or not").press("See what happened since");
    let text = journey.text();
    // As many days before as since: three.
    assert!(text.contains("3 days before 26 November 2026"), "{text}");
    assert!(text.contains("3 readings"), "{text}");
    assert!(text.contains("lowest 290 L/min, highest 320 L/min"), "{text}");
    assert!(text.contains("2 readings"), "{text}");
    assert!(text.contains("lowest 330 L/min, highest 350 L/min"), "{text}");
    assert!(text.contains("This does not say why they changed."), "{text}");
    assert!(!text.contains("Weight"), "nothing was written of it: {text}");
    let small = text.to_lowercase();
    for claim in ["because of", "thanks to", "worked", "better", "worse", "improve"] {
        assert!(!small.contains(claim), "{claim}: {text}");
    }
    insta::assert_snapshot!("diary", text);
}

#[test]
fn looking_again_becomes_a_reminder_in_one_press() {
    let mut journey = begun();
    journey.press("Write down the decision").choose("What was decided?", &["else"]);
    journey.type_in("In your own words", "Ask again in spring");
    journey.date("When will you look at it again?", "25", "11", "2026").press("Save");
    journey.press("Remind me to look again");
    let pressed = crate::pilot::presses(&journey.page());
    assert!(!pressed.iter().any(|(label, _)| label == "Remind me to look again"), "it is made");
    journey.holding(|holding| {
        let mut all = holding.record.current::<Reminder>();
        let reminder = all.next().unwrap().value;
        assert!(all.next().is_none());
        let words = reminder.words.unwrap();
        assert_eq!(words, "Look again: Breathing classes, or not");
        let first = reminder.rule.read().unwrap().terms().first;
        assert_eq!(first, jiff::civil::Date::constant(2026, 11, 25));
    });
    journey.press("Today");
    assert!(!journey.text().contains("Look again"), "not yet: {}", journey.text());
    journey.later(3 * DAY + 60 * 2);
    journey.press("Today");
    assert!(journey.text().contains("Look again: Breathing classes, or not"), "{}", journey.text());
    journey.later(DAY);
    journey.press("Today");
    assert!(!journey.text().contains("Look again"), "once only: {}", journey.text());
    assert!(the_decision(&journey).counter > 0);
}

/// Decides to ask again on a day.
fn again(journey: &mut Journey, day: (&str, &str, &str)) {
    journey.press("Write down the decision").choose("What was decided?", &["else"]);
    journey.type_in("In your own words", "Ask again");
    journey.date("When will you look at it again?", day.0, day.1, day.2).press("Save");
}

/// The first days of the reminders that hold, and whether each was put away.
fn reminders(journey: &Journey) -> Vec<(String, bool)> {
    journey.holding(|holding| {
        let all = holding.record.current::<Reminder>().map(|entry| entry.value);
        all.map(|reminder| {
            let first = reminder.rule.read().unwrap().terms().first.to_string();
            (first, reminder.put_away == Some(true))
        })
        .collect()
    })
}

#[test]
fn the_reminder_goes_by_the_day_that_was_decided_last() {
    let mut journey = begun();
    again(&mut journey, ("25", "11", "2026"));
    journey.press("Remind me to look again").press("Open it again");
    again(&mut journey, ("1", "3", "2027"));
    journey.press("Remind me to look again");
    // The day that no longer holds is not kept beside it.
    assert_eq!(reminders(&journey), [("2027-03-01".to_owned(), false)]);
    let offered = |journey: &Journey| {
        let pressed = crate::pilot::presses(&journey.page());
        pressed.iter().any(|(label, _)| label == "Remind me to look again")
    };
    assert!(!offered(&journey));
    // One that was put away reminds nobody.
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let entry = holding.record.current::<Reminder>().next().unwrap();
        let new = Reminder { put_away: Some(true), ..entry.value.clone() };
        let mut act = Act::new(holding, cx.now);
        act.set(Some(&entry), &new);
        act.save(cx, Go::Stay, None)
    });
    assert!(offered(&journey), "{}", journey.text());
    journey.press("Remind me to look again");
    let days = reminders(&journey);
    assert_eq!(days.len(), 2);
    assert!(days.contains(&("2027-03-01".to_owned(), false)), "{days:?}");
}

fn felt(journey: &mut Journey, what: &str, severity: u64) {
    let symptom = Symptom { what: what.into(), severity: Some(severity), note: None };
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        act.create(&symptom, now);
        act.save(cx, Go::Stay, None)
    });
}

#[test]
fn symptoms_stand_beside_it_each_under_its_name() {
    let mut journey = begun();
    for severity in [4, 7] {
        felt(&mut journey, "Breathless", severity);
        journey.later(DAY);
    }
    decisions(&mut journey).press("Breathing classes, or not");
    option(&mut journey, "Breathing classes").press("Back");
    decide(&mut journey, "Breathing classes");
    felt(&mut journey, "breathless", 3);
    felt(&mut journey, "Dizzy", 2);
    journey.later(DAY);
    decisions(&mut journey).press("Breathing classes, or not").press("See what happened since");
    let text = journey.text();
    let row = |name: &str| text.lines().find(|line| line.contains(name)).unwrap_or_default();
    let breath = row("Breathless");
    assert!(breath.contains("2 times") && breath.contains("lowest 4, highest 7"), "{text}");
    assert!(breath.contains("Once") && breath.contains("lowest 3, highest 3"), "{text}");
    assert!(row("Dizzy").contains("Not written down"), "{text}");
    assert!(!text.contains("No readings or symptoms"), "{text}");
}
