use super::{armed, moments, person, remind};
use crate::event::Event;
use crate::testing::Journey;

const PINNED: [(&str, &str); 1] = [("When you travel", "pinned")];

fn flies(journey: &mut Journey, zone: &str) -> String {
    journey.zone = zone.into();
    journey.send(Event::Background);
    journey.send(Event::Resume);
    journey.press("Today");
    journey.text()
}

fn traveller() -> Journey {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    remind(&mut journey, "The pill", &["21:00"], &PINNED);
    journey
}

#[test]
fn medtimer_759_the_next_48_hours_are_shown_before_anything_moves() {
    let mut journey = traveller();
    let before = armed(&journey).unwrap().clone();
    let text = flies(&mut journey, "America/New_York");
    assert!(text.contains("This device now goes by the clock of New York"), "{text}");
    assert!(text.contains("Stretch") && text.contains("3:00"), "{text}");
    // Each comes at the instant at which it would have come.
    let instants = |all: &[super::Telling]| all.iter().map(|one| one.at).collect::<Vec<_>>();
    assert_eq!(instants(armed(&journey).unwrap()), instants(&before));
    let first = &armed(&journey).unwrap()[0];
    assert_eq!((first.time.as_str(), first.zone.as_str()), ("08:00", "Europe/London"));
    journey.press("This device now goes by the clock of New York");
    insta::assert_snapshot!("travel", journey.text());
    journey.press("Go by the clock of New York");
    assert_eq!(journey.page().name, "today");
    assert!(!journey.text().contains("now goes by"), "{}", journey.text());
    let first = &armed(&journey).unwrap()[0];
    assert_eq!((first.time.as_str(), first.zone.as_str()), ("08:00", "America/New_York"));
    assert_eq!(first.at - before[0].at, 5 * 3600);
    // What is pinned came along unmoved.
    let pinned = |all: &[super::Telling]| {
        all.iter().filter(|one| one.time == "21:00").map(|one| one.at).collect::<Vec<_>>()
    };
    assert_eq!(pinned(armed(&journey).unwrap()), pinned(&before));
}

#[test]
fn there_and_back_without_agreeing_ends_where_it_began() {
    let mut journey = traveller();
    let before = armed(&journey).unwrap().clone();
    flies(&mut journey, "Asia/Tokyo");
    assert!(journey.text().contains("clock of Tokyo"), "{}", journey.text());
    // Kept, for the phone may start the app anew.
    let mut next = Journey::unstarted(journey.disk.clone());
    next.zone = "Asia/Tokyo".into();
    next.notified = super::ALLOWED;
    next.send(Event::Start(super::phone(false)));
    assert!(next.text().contains("clock of Tokyo"), "{}", next.text());
    assert_eq!(armed(&next).unwrap()[0].at, before[0].at);
    let text = flies(&mut journey, "Europe/London");
    assert!(!text.contains("now goes by"), "{text}");
    assert_eq!(*armed(&journey).unwrap(), before);
}

#[test]
fn what_has_passed_by_the_clock_there_says_so() {
    let mut journey = traveller();
    flies(&mut journey, "Asia/Tokyo");
    journey.press("This device now goes by the clock of Tokyo");
    let text = journey.text();
    assert!(text.contains("8:00, which has passed"), "{text}");
    journey.press("Keep the clock of London for now");
    assert!(journey.text().contains("now goes by the clock of Tokyo"), "{}", journey.text());
}

#[test]
fn where_nothing_would_move_there_is_nothing_to_agree_to() {
    // The same clock all winter.
    let mut journey = traveller();
    let text = flies(&mut journey, "Europe/Lisbon");
    assert!(!text.contains("now goes by"), "{text}");
    assert_eq!(armed(&journey).unwrap()[0].zone, "Europe/Lisbon");
    // All of it pinned.
    let mut journey = person();
    remind(&mut journey, "The pill", &["21:00"], &PINNED);
    assert!(!flies(&mut journey, "Asia/Tokyo").contains("now goes by"));
    // Nothing to remind of.
    let mut journey = person();
    assert!(!flies(&mut journey, "Asia/Tokyo").contains("now goes by"));
    assert!(moments(&journey).is_empty());
}

#[test]
fn a_zone_that_nobody_knows_moves_nothing() {
    let mut journey = traveller();
    let before: Vec<i64> = armed(&journey).unwrap().iter().map(|one| one.at).collect();
    let text = flies(&mut journey, "Mars/Olympus_Mons");
    assert!(!text.contains("now goes by"), "{text}");
    let after: Vec<i64> = armed(&journey).unwrap().iter().map(|one| one.at).collect();
    assert_eq!(after, before);
}

/// A medicine at these times, told as is chosen.
fn medicine(journey: &mut Journey, name: &str, times: &[&str], tell: &str) {
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", name).press("Save and set its times");
    for (label, time) in ["First time", "Time 2", "Time 3", "Time 4"].iter().zip(times) {
        journey.type_in(label, time);
    }
    journey.choose("At its times", &[tell]).press("Save");
    assert_eq!(journey.page().name, "medicines", "{}", journey.text());
}

#[test]
fn a_phone_that_has_not_woken_the_app_yet_moves_nothing_by_itself() {
    let mut journey = traveller();
    medicine(&mut journey, "Metformin", &["8:00"], "told");
    journey.later(19);
    journey.press("Today").press("Stretch").press("In 15 minutes");
    let armed = armed(&journey).unwrap();
    assert!(armed[0].date == "2026-11-22" && armed[0].time == "08:16", "{:?}", armed[0]);
    // Whatever its own clock says by then, each has the zone that it was made in.
    assert!(armed.iter().all(|one| one.zone == "Europe/London"), "{armed:?}");
}

#[test]
fn all_of_the_48_hours_is_shown_however_much_there_is_in_them() {
    let mut journey = person();
    let times = ["8:00", "12:00", "16:00", "20:00"];
    for number in 1..=12 {
        medicine(&mut journey, &format!("Medicine {number}"), &times, "told");
    }
    flies(&mut journey, "America/New_York");
    journey.press("This device now goes by the clock of New York");
    let text = journey.text();
    let rows = text.lines().filter(|line| line.contains("Medicine 7")).count();
    // Those of two days, four a day, by either clock.
    assert_eq!(rows, 8, "{text}");
    let last = "Medicine 12 | Monday 23 November, 15:00 | Monday 23 November, 20:00";
    assert!(text.contains(last), "{text}");
}

#[test]
fn what_is_not_told_moves_on_today_and_so_is_shown_first() {
    let mut journey = person();
    medicine(&mut journey, "Metformin", &["8:00"], "silent");
    assert!(moments(&journey).is_empty());
    let text = flies(&mut journey, "America/New_York");
    assert!(text.contains("This device now goes by the clock of New York"), "{text}");
    assert!(text.contains("3:00"), "by the clock that was agreed to: {text}");
    journey.press("This device now goes by the clock of New York");
    assert!(journey.text().contains("Metformin"), "{}", journey.text());
}
