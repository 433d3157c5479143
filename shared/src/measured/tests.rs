use record::kinds::Reading;

use crate::effects::platform::{HealthAnswer, HealthMeasure, HealthReading, PlatformOperation};
use crate::event::{Abilities, Launch, Platform};
use crate::testing::{Journey, MORNING};

const NOW: i64 = MORNING / 1000;

fn reading(measure: HealthMeasure, value: f64, ago: i64) -> HealthReading {
    HealthReading { measure, value, second: None, at: NOW - ago, zone: None }
}

fn pressure(upper: f64, lower: Option<f64>, ago: i64) -> HealthReading {
    HealthReading { second: lower, ..reading(HealthMeasure::BloodPressure, upper, ago) }
}

fn phone(readings: Vec<HealthReading>) -> Journey {
    let abilities = Abilities { health: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Ios, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.press("Use it on this device");
    journey.health = HealthAnswer::Readings(readings);
    journey.press("More").press("Readings from Apple Health");
    journey
}

fn readings(journey: &Journey) -> usize {
    journey.holding(|holding| holding.record.current::<Reading>().count())
}

#[test]
fn what_is_new_is_shown_and_brought_in_once() {
    let mut journey = phone(vec![
        reading(HealthMeasure::Glucose, 6.800_000_1, 3600),
        reading(HealthMeasure::Glucose, 7.25, 7200),
        reading(HealthMeasure::Oxygen, 97.0, 60),
        pressure(128.0, Some(82.0), 86_400),
    ]);
    journey.press("The last month");
    insta::assert_snapshot!("found", journey.text());
    journey.press("Bring in 4 readings");
    assert!(journey.text().contains("4 readings were added"), "{}", journey.text());
    assert!(journey.text().contains("6.8 mmol/L"), "{}", journey.text());
    assert_eq!(readings(&journey), 4);
    journey.press("More").press("Readings from Apple Health").press("The last month");
    let text = journey.text();
    assert!(text.contains("There is nothing new") && text.contains("4 readings are in"), "{text}");
}

#[test]
fn a_reading_is_the_same_wherever_the_device_is_and_however_it_was_corrected() {
    let glucose = || vec![reading(HealthMeasure::Glucose, 6.8, 3600)];
    let mut journey = phone(glucose());
    journey.press("The last month").press("Bring in 1 reading");
    // In another zone.
    journey.zone = "Asia/Tokyo".into();
    journey.press("More").press("Readings from Apple Health").press("The last year");
    assert!(journey.text().contains("There is nothing new"), "{}", journey.text());
    // Crossed out: it was not theirs.
    journey.press("Track").press("Blood glucose").press("Today, 6:42");
    journey.press("Cross it out");
    journey.choose("Why?", &["twice"]).press("Cross it out");
    assert_eq!(readings(&journey), 0, "{}", journey.text());
    journey.press("More").press("Readings from Apple Health").press("Everything");
    assert!(journey.text().contains("There is nothing new"), "{}", journey.text());
}

#[test]
fn what_cannot_be_is_counted_and_left_out() {
    let mut journey = phone(vec![
        reading(HealthMeasure::Oxygen, 0.97, 60),
        reading(HealthMeasure::Weight, f64::NAN, 60),
        reading(HealthMeasure::Weight, f64::INFINITY, 60),
        reading(HealthMeasure::Temperature, 36.6, -3 * 86_400),
        pressure(128.0, None, 60),
        pressure(128.0, Some(1.0), 60),
        reading(HealthMeasure::PeakFlow, 410.0, 60),
        reading(HealthMeasure::PeakFlow, 410.0, 60),
    ]);
    journey.press("Everything");
    let text = journey.text();
    assert!(text.contains("6 readings were left out"), "{text}");
    assert!(text.contains("1 reading is in your record already"), "{text}");
    assert!(text.contains("Bring in 1 reading"), "{text}");
}

#[test]
fn what_does_not_fit_one_answer_is_asked_for_in_further_ones() {
    let mut journey = phone(Vec::new());
    // A sensor that measures every five minutes, for the better part of a year.
    let all: Vec<HealthReading> =
        (0..50_000).map(|n| reading(HealthMeasure::Glucose, 6.8, n * 300)).collect();
    journey.store = all;
    journey.press("The last year");
    let asked: Vec<_> = journey
        .asked
        .iter()
        .filter_map(|asked| match asked {
            PlatformOperation::Health(query) => Some((query.measures.len(), query.until)),
            _ => None,
        })
        .collect();
    assert_eq!(asked.len(), 3);
    assert_eq!(asked[0], (6, None));
    assert_eq!(asked[1], (1, Some(NOW - 19_999 * 300 + 1)));
    assert!(journey.text().contains("Bring in 50000 readings"), "{}", journey.text());
    assert!(!journey.text().contains("in your record already"), "{}", journey.text());
    journey.press("Bring in 50000 readings");
    assert_eq!(readings(&journey), 50_000);
}

#[test]
fn more_in_one_second_than_fit_an_answer_is_not_asked_for_for_ever() {
    let mut journey = phone(Vec::new());
    journey.store = vec![reading(HealthMeasure::Glucose, 6.8, 300); 30_000];
    journey.press("The last year");
    assert!(journey.text().contains("Bring in 1 reading"), "{}", journey.text());
}

#[test]
fn it_asks_only_as_far_back_as_was_said() {
    let mut journey = phone(Vec::new());
    journey.press("The last month");
    let Some(PlatformOperation::Health(query)) = journey.asked.last() else { panic!() };
    assert_eq!(query.from, NOW - 31 * 86_400);
    assert_eq!(query.measures.len(), 6);
}

#[test]
fn a_phone_that_says_no_is_believed_and_one_without_a_store_is_not_asked() {
    let mut journey = phone(Vec::new());
    journey.health = HealthAnswer::Denied;
    journey.press("The last month");
    assert!(journey.text().contains("may not see these readings"), "{}", journey.text());
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More");
    assert!(!journey.text().contains("Readings on this phone"));
}
