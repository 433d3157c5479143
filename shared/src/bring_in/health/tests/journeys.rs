//! The way through the pages.

use record::kinds::{Reading, Tracker};

use super::{at_the_file, everything, look_at, record, zip};
use crate::effects::platform::{HealthAnswer, HealthMeasure, HealthReading};
use crate::effects::store::StoreProblem;
use crate::event::{Abilities, Launch, Platform};
use crate::testing::Journey;

fn readings(journey: &Journey) -> usize {
    journey.holding(|holding| holding.record.current::<Reading>().count())
}

#[test]
fn an_export_is_looked_at_chosen_from_and_brought_in_once() {
    let export = zip(&everything());
    let mut journey = look_at(at_the_file(), "export.zip", &export);
    insta::assert_snapshot!("found", journey.text());
    assert_eq!(readings(&journey), 0);
    journey.press("Bring them in");
    assert!(journey.text().contains("Brought in 8 entries"), "{}", journey.text());
    // All but what a watch notes every few minutes.
    assert_eq!(readings(&journey), 8);
    journey.press("Track").press("Blood glucose");
    assert!(journey.text().contains("6.8"), "{}", journey.text());
    // Once more, in another zone and after it was started again.
    let mut again = journey.restarted();
    again.zone = "Asia/Tokyo".into();
    again.press("More").press("Bring in a diary");
    let mut again = look_at(again, "export.zip", &export);
    assert!(again.text().contains("2 readings can be brought in"), "{}", again.text());
    assert!(again.text().contains("8 readings are in your record already"));
    again.press("Bring them in");
    assert!(again.text().contains("Choose something that has new readings"), "{}", again.text());
    again.choose("What do you want to bring in?", &["9"]).press("Bring them in");
    assert_eq!(readings(&again), 10);
    again.press("Bring in another file");
    let again = look_at(again, "export.zip", &export);
    assert!(again.text().contains("All readings of this export are in the record already"));
    let trackers = again.holding(|holding| holding.record.current::<Tracker>().count());
    assert_eq!(trackers, 9, "one each");
}

#[test]
fn what_came_from_the_phone_itself_is_known_in_its_export() {
    let at = "2026-11-20T08:00:00Z".parse::<jiff::Timestamp>().unwrap().as_second();
    let reading = |measure, value| HealthReading { measure, value, second: None, at, zone: None };
    let abilities = Abilities { health: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Ios, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.press("Use it on this device");
    journey.health = HealthAnswer::Readings(vec![
        // The phone gives millimoles, whatever the export is in.
        reading(HealthMeasure::Glucose, 121.0 / 18.015_588),
        reading(HealthMeasure::Weight, 71.25),
    ]);
    journey.press("More").press("Readings from Apple Health").press("The last month");
    journey.press("Bring in 2 readings").press("More").press("Bring in a diary");
    let both = record("BloodGlucose", "mg/dL", "121", "2026-11-20 08:00:00 +0000")
        + &record("BodyMass", "kg", "71.25", "2026-11-20 08:00:00 +0000");
    let journey = look_at(journey, "export.zip", &zip(&both));
    assert!(journey.text().contains("All readings of this export"), "{}", journey.text());
}

#[test]
fn what_was_crossed_out_does_not_come_again() {
    let one = zip(&record("BodyMass", "kg", "71.25", "2026-11-20 08:00:00 +0000"));
    let mut journey = look_at(at_the_file(), "export.zip", &one);
    journey.press("Bring them in").press("Track").press("Weight").press("Friday 20 November, 8:00");
    journey.press("Cross it out").choose("Why?", &["twice"]).press("Cross it out");
    assert_eq!(readings(&journey), 0);
    journey.press("More").press("Bring in a diary");
    let journey = look_at(journey, "export.zip", &one);
    assert!(journey.text().contains("All readings of this export"), "{}", journey.text());
}

#[test]
fn stopped_or_left_nothing_of_it_is_kept() {
    let export = zip(&everything());
    let mut journey = at_the_file();
    journey.slow = true;
    let rows = journey.disk.lock().unwrap().rows();
    let mut journey = look_at(journey, "export.zip", &export);
    insta::assert_snapshot!("reading", journey.text());
    while journey.page().name == "bring_in.reading" && journey.read_on() {}
    assert_eq!(journey.page().name, "bring_in.health");
    for leave in ["Stop", "Today"] {
        journey.press("More").press("Bring in a diary");
        journey = look_at(journey, "export.zip", &export);
        assert!(journey.read_on());
        journey.press(leave);
        let page = journey.page().name;
        assert!(journey.read_on(), "the answer that was on its way");
        assert!(!journey.read_on(), "nothing is asked for any more");
        assert_eq!(journey.page().name, page);
    }
    assert_eq!(journey.disk.lock().unwrap().rows(), rows);
}

#[test]
fn the_file_picked_second_is_not_taken_for_the_first() {
    let mut journey = at_the_file();
    journey.slow = true;
    let mut journey = look_at(journey, "export.zip", &zip(&everything()));
    journey.press("Stop");
    let other = zip(&record("BodyMass", "kg", "71.25", "2026-11-20 08:00:00 +0000"));
    journey.slow = false;
    let mut journey = look_at(journey, "export.zip", &other);
    assert!(journey.text().contains("1 reading can be brought in"), "{}", journey.text());
    journey.read_on();
    assert!(journey.text().contains("1 reading can be brought in"), "{}", journey.text());
}

#[test]
fn thousands_go_in_whole_or_not_at_all() {
    let mut many = String::new();
    for minute in 0..3000 {
        let at = format!(
            "2026-11-{:02} {:02}:{:02}:00 +0000",
            1 + minute / 1440,
            minute / 60 % 24,
            minute % 60
        );
        many += &record("BloodGlucose", "mg/dL", &(80 + minute % 100).to_string(), &at);
    }
    let mut journey = look_at(at_the_file(), "export.zip", &zip(&many));
    let rows = journey.disk.lock().unwrap().rows();
    journey.disk.lock().unwrap().problem = Some(StoreProblem::Full);
    journey.press("Bring them in");
    assert!(journey.text().contains("There is no room left on this device"));
    assert_eq!(journey.disk.lock().unwrap().rows(), rows);
    assert_eq!(readings(&journey), 0);
    journey.disk.lock().unwrap().problem = None;
    journey.press("Bring them in");
    assert!(journey.text().contains("Brought in 3000 entries"), "{}", journey.text());
    assert_eq!(readings(&journey.restarted()), 3000);
}

#[test]
fn only_as_far_back_as_was_said() {
    let two = record("BodyMass", "kg", "71", "2026-11-20 08:00:00 +0000")
        + &record("BodyMass", "kg", "72", "2019-11-20 08:00:00 +0000");
    let mut journey = look_at(at_the_file(), "export.zip", &zip(&two));
    journey.choose("How far back shall we look?", &["5"]).press("Bring them in");
    assert_eq!(readings(&journey), 1);
}
