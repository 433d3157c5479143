//! A day that begins when the person says: "Today", the diary and new times follow it,
//! and what a clock says does not.

use record::kinds::{OwnDay, Reminder};
use record::schedule::OccurrenceKey;

use crate::effects::platform::{Notifications, PlatformOperation, Telling};
use crate::event::{Abilities, Launch, Platform};
use crate::testing::Journey;

fn person() -> Journey {
    let abilities = Abilities { notifications: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Ios, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.press("Use it on this device");
    journey
}

fn begins(journey: &mut Journey, at: &str) {
    journey.press("More").press("Settings").press("Change when your day begins");
    journey.type_in("When does your day begin?", at).press("Save");
}

fn note(journey: &mut Journey, text: &str) {
    journey.press("More").press("Diary").press("Write a note");
    journey.type_in("What would you like to remember?", text).press("Save");
}

fn today(journey: &mut Journey) -> (String, String) {
    journey.press("Today");
    (journey.page().caption.unwrap_or_default(), journey.text())
}

#[test]
fn uhabits_607_the_day_begins_when_the_person_says() {
    let mut journey = person();
    begins(&mut journey, "4:00");
    assert!(journey.text().contains("Your day begins at 4:00"), "{}", journey.text());
    note(&mut journey, "Tea with Ada");
    // One in the morning: it is Sunday evening still.
    journey.later(17 * 60 + 18);
    note(&mut journey, "Still up");
    let (date, text) = today(&mut journey);
    assert_eq!(date, "Sunday 22 November");
    assert!(text.contains("Tea with Ada") && text.contains("1:00"), "{text}");
    journey.press("More").press("Diary");
    assert_eq!(
        journey.text().matches("Today").count(),
        2,
        "one day, and the tab: {}",
        journey.text()
    );
    // Half past four: Monday, and yesterday's is no more on Today.
    journey.later(3 * 60 + 30);
    let (date, text) = today(&mut journey);
    assert_eq!(date, "Monday 23 November");
    assert!(!text.contains("Tea with Ada") && !text.contains("Still up"), "{text}");
    let mut next = journey.restarted();
    assert_eq!(today(&mut next).0, "Monday 23 November");
    next.press("More").press("Settings");
    assert!(next.text().contains("Your day begins at 4:00"), "it is in the record");
}

#[test]
fn reminders_stay_by_the_wall_clock_and_a_night_belongs_to_the_evening_before() {
    let mut journey = person();
    begins(&mut journey, "4:00");
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", "Turn over").type_in("At which time?", "1:00");
    // Sundays: the last bit of the week.
    journey.choose("How often?", &["weekly"]);
    journey.choose("On which days?", &["64"]).press("Save");
    let armed = journey.asked.iter().rev().find_map(|asked| match asked {
        PlatformOperation::Notifications(Notifications::Arm(tellings)) => Some(tellings.clone()),
        _ => None,
    });
    let first: Telling = armed.unwrap().remove(0);
    // Sunday's one o'clock is in the night to Monday.
    assert_eq!((first.date.as_str(), first.time.as_str()), ("2026-11-23", "01:00"));
    let name = first.notification.id.splitn(3, '.').nth(2).unwrap().to_owned();
    let key = OccurrenceKey::from_text(&name).unwrap();
    assert_eq!(key.date.to_string(), "2026-11-22");
    journey.later(17 * 60 + 20);
    let (_, text) = today(&mut journey);
    assert!(text.contains("Turn over") && text.contains("Now"), "{text}");
    journey.holding(|holding| assert_eq!(holding.record.current::<Reminder>().count(), 1));
}

#[test]
fn a_day_that_begins_after_noon_is_refused_and_midnight_is_as_ever() {
    let mut journey = person();
    for wrong in ["13:00", "", "?", "late"] {
        begins(&mut journey, wrong);
        assert!(journey.text().contains("Enter a time from 0:00 to 12:00"), "{wrong}");
        journey.press("Back");
    }
    begins(&mut journey, "0:00");
    journey.holding(|holding| assert_eq!(holding.record.current::<OwnDay>().count(), 0));
    begins(&mut journey, "3:30");
    begins(&mut journey, "0:00");
    let kept: Vec<u64> = journey.holding(|holding| {
        holding.record.current::<OwnDay>().map(|entry| entry.value.start).collect()
    });
    assert_eq!(kept, [0], "changed, not begun anew");
}
