//! A clock that was put back: why nothing is asked is said, with what to do, and no
//! second dose is invited.

use record::kinds::What;

use super::{add, armed, daily, doses, medicines, person, today};
use crate::event::Event;
use crate::testing::Journey;

const YEAR: i64 = 365 * 86_400_000;

/// Every six hours after the last one, taken once, and then the clock is a year back.
fn put_back() -> Journey {
    let mut journey = person();
    add(&mut journey, "Paracetamol", "1");
    journey.choose("How often?", &["elapsed"]);
    journey.type_in("How many hours after the last one?", "6").type_in("First time", "7:00");
    journey.press("Save");
    journey.later(5);
    today(&mut journey);
    journey.press("Paracetamol").press("Taken");
    assert_eq!(doses(&journey), [What::Done]);
    journey.ms -= YEAR;
    journey.send(Event::Resume);
    journey
}

#[test]
fn a_clock_set_back_a_year_is_said_on_today_and_on_the_medicines_page() {
    let mut journey = put_back();
    let text = today(&mut journey);
    for said in [
        "Check the date: Paracetamol",
        "The last dose was written down for Sunday 22 November 2026, 7:47",
        "clock says Saturday 22 November 2025, 7:47, which is before that",
        "does not ask for it",
        "Look at the date and time in this device’s own settings first",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("[Now]") && !text.contains("<Taken"), "no second dose: {text}");
    insta::assert_snapshot!("put_back", text);
    medicines(&mut journey).press("Paracetamol");
    let text = journey.text();
    assert!(text.contains("which is before that") && text.contains("correct when"), "{text}");
    // What is armed does not ask for one before the last has been.
    let soon = journey.ms / 1000 + 300 * 86_400;
    assert!(armed(&journey).iter().all(|one| one.at > soon), "{:?}", armed(&journey));
    // The date put right, everything is as it was.
    journey.ms += YEAR;
    journey.send(Event::Resume);
    assert!(!today(&mut journey).contains("Check the date"), "{}", journey.text());
}

#[test]
fn a_dose_that_was_written_down_with_a_clock_ahead_is_amended_from_there() {
    let mut journey = put_back();
    today(&mut journey);
    journey.press("Look at that dose").press("Correct");
    journey.date("Date", "22", "11", "2025").type_in("Time", "1:00").press("Save");
    let text = today(&mut journey);
    assert!(!text.contains("Check the date"), "{text}");
}

#[test]
fn on_a_bad_day_it_is_said_too_and_nothing_is_taken_with_one_press() {
    let mut journey = put_back();
    today(&mut journey);
    journey.press("Today is a bad day");
    let text = journey.text();
    assert!(text.contains("Check the date: Paracetamol"), "{text}");
}

#[test]
fn what_goes_by_the_clock_is_not_taken_with_others_in_one_press_while_a_date_is_in_doubt() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    daily(&mut journey, "Ramipril", &["8:00"]);
    assert!(today(&mut journey).contains("all of this morning"), "{}", journey.text());
    journey.press("Metformin").press("Taken");
    medicines(&mut journey).press("Ramipril").press("Write down a dose").press("Save");
    // A day back: what was not answered yesterday stands there, and the date is in doubt.
    journey.ms -= 86_400_000;
    journey.send(Event::Resume);
    let text = today(&mut journey);
    assert!(text.contains("Check the date: Ramipril"), "{text}");
    assert!(!text.contains("all of this morning"), "{text}");
}
