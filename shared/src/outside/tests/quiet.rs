use jiff::Timestamp;

use super::super::quiet::Quiet;
use super::{amina_writes, moments, person, remind, rosa, shown, turn};
use crate::event::Event;
use crate::testing::Journey;

const NIGHT: Quiet = Quiet { from: 22 * 60, to: 7 * 60 };

fn at(text: &str) -> i64 {
    text.parse::<Timestamp>().unwrap().as_second()
}

fn over(quiet: Quiet, from: &str, zone: &str) -> String {
    Timestamp::from_second(quiet.over(at(from), zone)).unwrap().to_string()
}

#[test]
fn what_comes_in_quiet_hours_waits_until_they_are_over_also_past_midnight() {
    let london = |from| over(NIGHT, from, "Europe/London");
    for free in ["2026-11-22T07:00:00Z", "2026-11-22T21:59:59Z", "2026-11-22T12:00:00Z"] {
        assert_eq!(london(free), free);
    }
    assert_eq!(london("2026-11-22T22:00:00Z"), "2026-11-23T07:00:00Z");
    assert_eq!(london("2026-11-22T23:59:00Z"), "2026-11-23T07:00:00Z");
    assert_eq!(london("2026-11-23T00:00:00Z"), "2026-11-23T07:00:00Z");
    assert_eq!(london("2026-11-23T06:59:59Z"), "2026-11-23T07:00:00Z");
    let rest = Quiet { from: 13 * 60, to: 14 * 60 + 30 };
    assert_eq!(over(rest, "2026-11-22T13:10:00Z", "Europe/London"), "2026-11-22T14:30:00Z");
    assert_eq!(over(rest, "2026-11-22T14:30:00Z", "Europe/London"), "2026-11-22T14:30:00Z");
    // By the wall where the person is.
    assert_eq!(over(NIGHT, "2026-11-22T13:30:00Z", "Asia/Tokyo"), "2026-11-22T22:00:00Z");
}

#[test]
fn on_the_nights_on_which_the_clocks_change_they_end_when_the_wall_says_so() {
    let zone = "Europe/London";
    assert_eq!(over(NIGHT, "2027-03-27T23:00:00Z", zone), "2027-03-28T06:00:00Z");
    assert_eq!(over(NIGHT, "2027-10-30T22:00:00Z", zone), "2027-10-31T07:00:00Z");
    // An end that the clock skips is where it skips.
    let short = Quiet { from: 22 * 60, to: 90 };
    assert_eq!(over(short, "2027-03-28T00:59:00Z", zone), "2027-03-28T01:00:00Z");
    // Of an end that comes twice, the first; nothing is held back again.
    assert_eq!(over(short, "2027-10-31T00:00:00Z", zone), "2027-10-31T00:30:00Z");
    assert_eq!(over(short, "2027-10-31T01:10:00Z", zone), "2027-10-31T01:10:00Z");
}

#[test]
fn in_every_zone_nothing_is_told_early_out_of_order_or_a_second_time() {
    let zones = [
        "Europe/London",
        "America/St_Johns",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Pacific/Apia",
        "Africa/Cairo",
        "Asia/Kathmandu",
    ];
    for zone in zones {
        for quiet in [NIGHT, Quiet { from: 0, to: 150 }, Quiet { from: 23 * 60, to: 30 }] {
            let mut before = i64::MIN;
            // With the day that Samoa skipped, and two years of clock changes.
            let years = [("2011-12-25T00:00:00Z", 10), ("2026-01-01T00:00:00Z", 730)];
            for (from, days) in years {
                for step in 0..days * 48 {
                    let moment = at(from) + step * 1800;
                    let told = quiet.over(moment, zone);
                    assert!(told >= moment && told - moment <= 25 * 3600, "{zone} {moment} {told}");
                    assert!(told >= before, "{zone} {moment}: out of order");
                    assert_eq!(quiet.over(told, zone), told, "{zone} {moment}: twice");
                    before = told;
                }
            }
        }
    }
}

fn set(journey: &mut Journey, from: &str, to: &str) {
    journey.press("More").press("Settings").press("Set quiet hours");
    journey.type_in("From", from).type_in("Until", to).press("Save");
}

#[test]
fn quiet_hours_are_asked_for_plainly_and_can_be_given_up() {
    let mut journey = person();
    journey.press("More").press("Settings").press("Set quiet hours");
    insta::assert_snapshot!("quiet", journey.text());
    journey.press("Save");
    assert_eq!(journey.text().matches("✗ Enter a time").count(), 2, "{}", journey.text());
    journey.type_in("From", "22:00").type_in("Until", "22.00").press("Save");
    assert!(journey.text().contains("✗ Enter an end that is not the same"), "{}", journey.text());
    journey.type_in("Until", "7:00").press("Save");
    let text = journey.text();
    assert!(text.contains("From now on it is quiet from 22:00 to 7:00"), "{text}");
    assert!(text.contains("From 22:00 to 7:00 this device says nothing"), "{text}");
    assert!(journey.disk.lock().unwrap().values_text().contains("\"quiet\":{\"from\":1320"));
    journey.press("Change quiet hours").press("No quiet hours");
    assert!(journey.text().contains("There are no quiet hours any more"), "{}", journey.text());
    assert!(journey.text().contains("Set quiet hours"), "{}", journey.text());
}

#[test]
fn what_is_held_back_is_told_once_unless_it_is_answered_and_stands_on_today() {
    let mut journey = person();
    set(&mut journey, "22:00", "7:00");
    remind(&mut journey, "Stretch", &["21:00", "23:00"], &[("If you do not answer", "again")]);
    let first = |journey: &Journey| {
        let plain = moments(journey).into_iter().filter(|one| one.ends_with("00"));
        plain.take(4).collect::<Vec<_>>()
    };
    assert_eq!(first(&journey), ["22 21:00", "23 07:00", "23 21:00", "24 07:00"]);
    // Half an hour into them its time is past, and it still comes in the morning.
    journey.later(15 * 60 + 48);
    assert_eq!(moments(&journey)[0], "23 07:00");
    assert_eq!(moments(&journey).iter().filter(|one| one.as_str() == "23 07:00").count(), 1);
    journey.press("Today");
    assert!(journey.text().contains("23:00"), "{}", journey.text());
    let stretch = journey.text().matches("Stretch").count();
    assert_eq!(stretch, 2, "{}", journey.text());
    journey.send(Event::Press(
        super::armed(&journey).unwrap()[0].notification.actions[0].action.clone(),
    ));
    assert_eq!(moments(&journey)[0], "23 21:00");
}

#[test]
fn what_can_no_longer_be_done_by_then_is_not_told() {
    let mut journey = person();
    set(&mut journey, "19:00", "8:00");
    remind(&mut journey, "Stretch", &["19:30"], &[]);
    assert!(moments(&journey).is_empty(), "{:?}", moments(&journey));
}

#[test]
fn what_the_person_wants_all_the_same_comes_all_the_same() {
    let mut journey = person();
    set(&mut journey, "22:00", "7:00");
    let always = [("In quiet hours and on bad days", "always")];
    remind(&mut journey, "Stretch", &["23:00"], &always);
    assert_eq!(moments(&journey)[..2], ["22 23:00", "23 23:00"]);
    // The choice stands in the form of a change.
    journey.press("Change");
    assert!(journey.text().contains("(•) Tell me all the same"), "{}", journey.text());
}

#[test]
fn a_message_that_comes_in_quiet_hours_is_told_after_them_and_once() {
    let mut journey = rosa();
    turn(&mut journey, "Tell me about new messages");
    set(&mut journey, "22:00", "9:00");
    journey.send(Event::Left);
    amina_writes(&mut journey, 1);
    assert!(shown(&journey).is_empty());
    journey.ms += 2 * 3_600_000;
    journey.send(Event::Background);
    journey.send(Event::Background);
    assert_eq!(shown(&journey).len(), 1);
}
