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
    }
    home(&mut journey);
    assert_eq!(calls(&journey)[..2], ["01632 960001", "999"], "{}", journey.text());
    assert!(journey.text().contains("Ring the surgery today"), "{}", journey.text());
}
