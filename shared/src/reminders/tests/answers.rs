//! What became of one time, and amending it.

use record::kinds::{Outcome, What};

use super::{HOUR, outcomes, person, remind, today};
use crate::event::Event;
use crate::testing::Journey;

fn reasons(journey: &Journey) -> Vec<Option<String>> {
    journey.holding(|holding| {
        holding.record.current::<Outcome>().map(|entry| entry.value.reason).collect()
    })
}

/// A reminder at eight, looked at.
fn due() -> Journey {
    let mut journey = person();
    remind(&mut journey, "Exercises", &["8:00"]);
    today(&mut journey);
    journey.press("Exercises");
    journey
}

#[test]
fn what_was_said_is_amended_and_its_history_stays() {
    let mut journey = due();
    journey.press("Done").press("Exercises");
    let text = journey.text();
    assert!(text.contains("To amend it, open it"), "{text}");
    assert!(!text.contains("<Not this time>"), "said once, it is amended: {text}");
    journey.press("Done").press("Correct").choose("What became of it?", &["3"]);
    journey.type_in("Anything else?", "Only the first half").press("Save");
    assert_eq!(outcomes(&journey), [What::Part], "one entry, corrected");
    assert_eq!(reasons(&journey), [Some("Only the first half".to_owned())]);
    let text = journey.text();
    assert!(text.contains("Done in part"), "{text}");
    assert!(text.contains("for 8:00"), "{text}");
    insta::assert_snapshot!("amended", text);
    assert!(today(&mut journey).contains("[Done in part]"), "{}", journey.text());
}

#[test]
fn not_this_time_with_a_reason_or_with_none() {
    for (why, own, kept) in [
        ("ill", "", Some("I felt ill")),
        ("away", "At the hospital", Some("I was out and about: At the hospital")),
        ("silent", "", None),
    ] {
        let mut journey = due();
        journey.press("Not this time").press("Save");
        assert!(journey.text().contains("✗ Choose a reason"), "{}", journey.text());
        journey.choose("Why not?", &[why]).type_in("In your own words", own).press("Save");
        assert_eq!(journey.page().name, "today");
        assert_eq!(outcomes(&journey), [What::Skipped]);
        assert_eq!(reasons(&journey), [kept.map(str::to_owned)]);
    }
}

#[test]
fn in_part_later_and_not_known_are_said_with_when() {
    for (code, what, said) in [
        ("2", What::DoneLate, "Done later"),
        ("3", What::Part, "Done in part"),
        ("5", What::NotKnown, "Not known"),
    ] {
        let mut journey = due();
        journey.ms += 2 * HOUR;
        journey.send(Event::Resume);
        journey.press("Part of it, or something else");
        journey.choose("What became of it?", &[code]).type_in("Time", "9:10");
        journey.press("Save");
        assert_eq!(outcomes(&journey), [what]);
        assert!(today(&mut journey).contains(&format!("[{said}]")), "{}", journey.text());
        journey.press("Exercises");
        assert!(journey.text().contains("Today, 9:10"), "{}", journey.text());
    }
}

#[test]
fn a_time_that_is_still_to_come_is_refused_at_its_field() {
    let mut journey = due();
    journey.press("Part of it, or something else").type_in("Time", "23:00");
    journey.press("Save");
    assert_eq!(journey.page().name, "reminders.write");
    assert!(journey.text().contains("✗ "), "{}", journey.text());
    assert!(outcomes(&journey).is_empty());
}

#[test]
fn a_form_that_was_left_open_says_nothing_twice() {
    let mut journey = due();
    journey.press("Not this time").choose("Why not?", &["ill"]);
    let save = crate::nav::Intent::Reminders(super::Intent::Skip(super::super::Time {
        record: journey.holding(|holding| holding.index),
        key: key(&journey),
    }));
    journey.send(Event::Press(save.clone().into()));
    assert_eq!(outcomes(&journey), [What::Skipped]);
    journey.send(Event::Press(save.into()));
    assert_eq!(outcomes(&journey), [What::Skipped]);
    assert!(journey.text().contains("You have answered this already"), "{}", journey.text());
}

fn key(journey: &Journey) -> String {
    use record::kinds::Reminder;
    use record::schedule::OccurrenceKey;
    journey.holding(|holding| {
        let entry = holding.record.current::<Reminder>().next().unwrap();
        OccurrenceKey {
            schedule: entry.id.created_by(),
            version: entry.value.rule.number(),
            date: jiff::civil::Date::constant(2026, 11, 22),
            slot: 480,
        }
        .to_text()
    })
}
