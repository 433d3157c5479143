//! Blood pressure as people are told to take it at home.

use super::{begin, calls, part, person, set};
use crate::testing::Journey;

const HOME: &str = "Blood pressure at home, step by step";

fn home(journey: &mut Journey) -> &mut Journey {
    journey.press("Track").press("Blood pressure");
    if journey.page().name == "track.chart" && crate::pilot::find(&journey.page(), HOME).is_some() {
        journey.press(HOME);
    }
    journey
}

/// Two readings, a minute apart, now.
fn two(journey: &mut Journey, first: (&str, &str), second: (&str, &str)) {
    for (upper, lower) in [first, second] {
        journey.press("Today").press("Blood pressure");
        journey.type_in("Upper number", upper).type_in("Lower number", lower).press("Save");
        journey.later(1);
    }
}

#[test]
fn four_days_the_first_left_out_and_the_average_said_as_one() {
    let mut journey = person(&["Blood pressure"]);
    two(&mut journey, ("180", "110"), ("182", "112"));
    home(&mut journey);
    insta::assert_snapshot!("home_first", journey.text());
    for day in 1..4_i64 {
        journey.ms = crate::testing::MORNING + day * 24 * 3_600_000;
        two(&mut journey, ("130", "80"), ("133", "85"));
        journey.later(11 * 60);
        two(&mut journey, ("135", "82"), ("136", "84"));
    }
    home(&mut journey);
    let text = journey.text();
    // (130 + 133 + 135 + 136) / 4 = 133.5, and (80 + 85 + 82 + 84) / 4 = 82.75.
    let average = "The average of 12 readings on 3 days is 134/83 mmHg, to a whole number.";
    assert!(text.contains(average), "{text}");
    assert!(text.contains("Your plans have no numbers for an average"), "{text}");
    insta::assert_snapshot!("home_done", text);
    // Another first day: then there are too few.
    journey.press("Monday 23 November");
    assert!(journey.text().contains("An average needs at least 4 days"), "{}", journey.text());
}

#[test]
fn the_average_falls_in_a_part_only_by_numbers_for_an_average() {
    let mut journey = person(&["Blood pressure"]);
    begin(&mut journey, "Blood pressure plan");
    part(&mut journey, "Red", "", "Ring the surgery today", "Surgery, 01632 960001");
    let average = "Blood pressure, average at home, upper number";
    set(&mut journey, average, &[("Red: this number or more", "134")]);
    for day in 0..4_i64 {
        journey.ms = crate::testing::MORNING + day * 24 * 3_600_000;
        two(&mut journey, ("133", "80"), ("134", "84"));
        assert_eq!(journey.page().name, "today", "one reading is no average");
        journey.later(11 * 60);
        two(&mut journey, ("133", "80"), ("134", "84"));
    }
    home(&mut journey);
    assert_eq!(calls(&journey)[..2], ["01632 960001", "999"], "{}", journey.text());
    assert!(journey.text().contains("Ring the surgery today"), "{}", journey.text());
}

/// On the morning of a day, counted from the first.
fn morning(journey: &mut Journey, day: i64) {
    journey.ms = crate::testing::MORNING + day * 24 * 3_600_000;
    journey.send(crate::event::Event::Resume);
}

fn one(journey: &mut Journey, upper: &str) {
    journey.press("Today").press("Blood pressure");
    journey.type_in("Upper number", upper).type_in("Lower number", "80").press("Save");
}

#[test]
fn a_half_counts_with_two_readings_a_minute_apart_and_what_lacks_is_said() {
    let mut journey = person(&["Blood pressure"]);
    two(&mut journey, ("180", "110"), ("182", "112"));
    // Whole days, and one each with a fault of its own.
    for day in [1, 2, 5] {
        morning(&mut journey, day);
        two(&mut journey, ("130", "80"), ("130", "80"));
        journey.later(11 * 60);
        two(&mut journey, ("130", "80"), ("130", "80"));
    }
    // One reading in the morning, and two in the evening that are seconds apart.
    morning(&mut journey, 3);
    one(&mut journey, "200");
    journey.later(11 * 60);
    one(&mut journey, "210");
    journey.ms += 20_000;
    one(&mut journey, "220");
    // Nothing at all on the fourth; on the sixth three in the morning, of which two count.
    morning(&mut journey, 6);
    one(&mut journey, "140");
    journey.ms += 20_000;
    one(&mut journey, "220");
    journey.ms += 50_000;
    one(&mut journey, "140");
    journey.later(11 * 60);
    home(&mut journey).press("Sunday 22 November");
    let text = journey.text();
    // Twelve of 130 on three days and two of 140 on the sixth; 131.43 comes to 131.
    assert!(text.contains("The average of 14 readings on 4 days is 131/80 mmHg"), "{text}");
    for said in [
        "Wednesday 25 November, morning: only one reading",
        "Wednesday 25 November, evening: the readings are less than a minute apart",
        "Thursday 26 November: no readings",
        "If you took them at least a minute apart, correct the time of one of them",
        "Take the first of two readings",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // Beside the readings themselves.
    assert!(
        text.contains("220/80 mmHg at 7:42; 140/80 mmHg at 7:43 (2 of them counted)"),
        "{text}"
    );
    assert!(!text.contains("Today, evening:"), "it is not over yet: {text}");
    insta::assert_snapshot!("home_lacks", text);
}

#[test]
fn mornings_alone_are_no_course() {
    let mut journey = person(&["Blood pressure"]);
    for day in 0..4 {
        morning(&mut journey, day);
        two(&mut journey, ("130", "80"), ("130", "80"));
    }
    home(&mut journey);
    let text = journey.text();
    assert!(text.contains("1 day counts so far. An average needs at least 4 days"), "{text}");
    assert!(text.contains("Monday 23 November, evening: no readings"), "{text}");
    assert!(!text.contains("The average of"), "{text}");
}

#[test]
fn two_that_are_seconds_apart_count_once_one_of_them_is_corrected() {
    let mut journey = person(&["Blood pressure"]);
    one(&mut journey, "130");
    journey.ms += 10_000;
    one(&mut journey, "131");
    home(&mut journey);
    let text = journey.text();
    assert!(text.contains("less than a minute apart, and do not count yet"), "{text}");
    journey.later(1);
    one(&mut journey, "132");
    home(&mut journey);
    assert!(journey.text().contains("The next two are for this evening"), "{}", journey.text());
}
