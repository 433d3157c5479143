//! Letters: each right has its own, and what has changed since is in it.

use super::{OUTPATIENT, choice, provider, referred};
use crate::choice::rules;
use crate::testing::Journey;
use crate::words::Words;

fn choose(journey: &mut Journey, name: &str) {
    journey.press("Choose a provider");
    let which = crate::pilot::choices(&journey.page(), "Which one?", &[name]);
    journey.choose("Which one?", &[&which[0]]).press("Save");
}

#[test]
fn what_nobody_typed_is_filled_in_afresh() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    provider(&mut journey, "Riverside", "6 weeks");
    journey.press("Write a letter");
    let text = journey.text();
    assert!(text.contains("which other providers could see me sooner"), "{text}");
    assert!(!text.contains("has changed"), "{text}");
    journey.type_in("Their address", "1 Quay Street").type_in("Your name", "Rosa Lind");
    journey.press("Make the letter").press("Back").press("Back");
    choose(&mut journey, "Riverside");
    journey.press("Write a letter");
    let text = journey.text();
    assert!(text.contains("seen by Riverside instead"), "{text}");
    assert!(!text.contains("which other providers") && !text.contains("has changed"), "{text}");
    assert!(text.contains("1 Quay Street") && text.contains("Rosa Lind"), "typed before: {text}");
    assert!(text.contains("Dr Reid"), "{text}");
}

#[test]
fn what_was_typed_stays_and_it_is_said_that_something_has_changed() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    provider(&mut journey, "Riverside", "6 weeks");
    journey.press("Write a letter").type_in("What the letter says", "Please ring me.");
    journey.press("Back");
    choose(&mut journey, "Riverside");
    // Also after the app was closed.
    let mut journey = journey.restarted();
    choice(&mut journey).press("Lung clinic").press("Write a letter");
    let text = journey.text();
    assert!(text.contains("Please ring me.") && text.contains("has changed since"), "{text}");
    assert!(text.contains("seen by Riverside instead"), "as it would be now: {text}");
    journey.type_in("Their address", "1 Quay Street").type_in("Your name", "Rosa Lind");
    journey.press("Make the letter");
    let text = journey.text();
    assert!(text.contains("Please ring me.") && !text.contains("Riverside"), "{text}");
    // Said once, and not for ever.
    journey.press("Back");
    assert!(!journey.text().contains("has changed since"), "{}", journey.text());
}

#[test]
fn each_right_has_its_own_letter_and_one_that_goes_with_no_referral_has_one_too() {
    let words = Words::default();
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    let today = jiff::civil::Date::constant(2026, 11, 22);
    for rule in rules::all().into_iter().filter(|rule| rule.holds_on(today)) {
        choice(&mut journey).press(&words.get(rule.title)).press("Write a letter");
        let text = journey.text();
        assert!(text.contains(&words.get(rule.letter)), "{}: {text}", rule.id);
        let new = !text.contains("I was referred") && !text.contains("has changed");
        assert!(new, "{}: {text}", rule.id);
    }
    choice(&mut journey).press("Which GP practice you are with").press("Write a letter");
    journey.type_in("To whom?", "Quay Surgery").type_in("Your name", "Rosa Lind");
    journey.press("Make the letter");
    assert!(journey.text().contains("✗ Write the address. Without one"), "{}", journey.text());
    journey.type_in("Their address", "2 Quay Street").press("Make the letter");
    journey.press("Save the letter as a file");
    let letter = String::from_utf8(journey.files.last().unwrap().content.clone()).unwrap();
    assert!(letter.contains("Quay Surgery\r\n2 Quay Street"), "{letter}");
    assert!(letter.contains("I would like to join your practice."), "{letter}");
    assert!(!letter.contains("wait"), "{letter}");
}

#[test]
fn a_letter_about_the_first_appointment_asks_for_places_and_not_to_be_seen_sooner() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    provider(&mut journey, "Riverside", "6 weeks");
    journey.press("Where you go for your first appointment").press("Write a letter");
    let text = journey.text();
    assert!(text.contains("which places I can choose from") && !text.contains("sooner"), "{text}");
    assert!(text.contains("I was referred to Lung clinic on 1 June 2026."), "{text}");
    journey.press("Back").press("Back");
    choose(&mut journey, "Riverside");
    journey.press("Where you go for your first appointment").press("Write a letter");
    let text = journey.text();
    assert!(text.contains("first appointment to be with Riverside"), "{text}");
    assert!(!text.contains("sooner"), "{text}");
    // And the one about the wait beside it is another.
    journey.press("Back").press("Back");
    journey.press("To be seen elsewhere if you wait longer than the longest time");
    journey.press("Write a letter");
    assert!(journey.text().contains("if they can see me sooner"), "{}", journey.text());
}
