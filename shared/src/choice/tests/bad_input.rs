//! What cannot be, each with its sentence where it enters.

use super::{OUTPATIENT, choice, provider, referred};
use crate::screen::Block;
use crate::testing::Journey;

/// What is wrong at a question.
fn wrong(journey: &Journey, at: &str) -> String {
    let page = journey.page();
    let found = page.blocks.iter().find_map(|block| match block {
        Block::Form(form) => form.fields.iter().find_map(|field| {
            let question = field.question();
            question.label.starts_with(at).then(|| question.error.clone().unwrap_or_default())
        }),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no question “{at}” on:\n{}", journey.text()))
}

#[test]
fn a_referral_needs_its_kind_its_service_and_days_that_can_be() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    choice(&mut journey).press("Write down a referral").press("Save");
    assert!(wrong(&journey, "What is the referral for?").contains("Choose"));
    assert!(wrong(&journey, "Service").contains("which service"));
    assert!(wrong(&journey, "Day of the referral").contains("Enter the day"));
    journey.choose("What is the referral for?", &["1"]).type_in("Service", "Lung clinic");
    journey.date("Day of the referral", "31", "11", "2026").press("Save");
    assert!(!wrong(&journey, "Day of the referral").is_empty());
    journey.date("Day of the referral", "1", "12", "2026").press("Save");
    assert!(wrong(&journey, "Day of the referral").contains("has not come yet"));
    journey.date("Day of the referral", "1", "6", "2026");
    journey.date("Day on which the clock began", "31", "5", "2026").press("Save");
    assert!(wrong(&journey, "Day on which the clock began").contains("before the referral"));
    journey.date("Day on which the clock began", "3", "6", "2026");
    let over = "Day on which treatment began";
    journey.date(
        "Day on which treatment began, or cancer was ruled out or confirmed",
        "2",
        "6",
        "2026",
    );
    journey.press("Save");
    assert!(wrong(&journey, over).contains("before the clock began"));
    journey.date("Day on which treatment began, or cancer was ruled out or confirmed", "", "", "");
    journey.press("Save");
    assert_eq!(journey.page().name, "choice.one", "{}", journey.text());
    // Without its clock no day is counted, and nothing is made up.
    journey.press("Change this referral").date("Day on which the clock began", "", "", "");
    journey.press("Save");
    assert!(journey.text().contains("so no days can be counted"), "{}", journey.text());
}

#[test]
fn a_letter_with_no_address_is_refused_and_nothing_of_it_is_lost() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    journey.press("Write a letter").type_in("To whom?", "Patient advice service");
    journey.type_in("Your name", "Rosa Lind").type_in("What the letter says", "Please ring me.");
    journey.press("Make the letter");
    assert!(wrong(&journey, "Their address").contains("Without one the letter cannot be sent"));
    assert!(journey.text().contains("Please ring me."), "{}", journey.text());
    assert!(journey.files.is_empty());
    journey.type_in("Their address", "1 Quay Street").type_in("To whom?", " ");
    journey.press("Make the letter");
    assert!(wrong(&journey, "To whom?").contains("to whom the letter goes"));
    journey.type_in("To whom?", "Patient advice service").press("Make the letter");
    assert!(journey.text().contains("Please ring me."), "{}", journey.text());
    assert_eq!(journey.page().name, "choice.written");
}

#[test]
fn a_reason_needs_its_first_day_and_a_choice_its_provider() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    journey.press("I chose to wait").press("Save");
    assert!(wrong(&journey, "From which day?").contains("Enter the first day"));
    journey.date("From which day?", "9", "7", "2026").date("Until which day?", "8", "7", "2026");
    journey.press("Save");
    assert!(wrong(&journey, "Until which day?").contains("before the first"));
    journey.press("Back").press("Add a provider").press("Save");
    assert!(wrong(&journey, "What is it called?").contains("what the provider is called"));
    journey.press("Back");
    provider(&mut journey, "St Ann’s", "6 weeks");
    journey.press("Choose a provider").press("Save");
    assert!(wrong(&journey, "Which one?").contains("Choose one of them"));
}

#[test]
fn a_list_that_is_none_is_refused_with_what_to_do() {
    let mut journey = referred(OUTPATIENT, ("1", "6", "2026"));
    journey.press("Bring in a list of providers").press("Save");
    assert!(wrong(&journey, "Choose the file").contains("Choose a file"));
    assert!(wrong(&journey, "Where is the list from?").contains("where the list is from"));
    journey.type_in("Where is the list from?", "A website");
    let many = (0..51).fold("provider\n".to_owned(), |list, at| format!("{list}Clinic {at}\n"));
    for (content, sentence) in [
        ("", "No column called"),
        ("a,b\n1,2\n", "No column called"),
        ("\u{0}\u{1}", "No column called"),
        ("PK\u{3}\u{4}", "No column called"),
        ("provider,wait\n", "There is no provider in this file"),
        ("provider,wait\n,6\n", "There is no provider in this file"),
        (many.as_str(), "more than 50 providers"),
    ] {
        journey.pick("Choose the file", "list.csv", content.as_bytes()).press("Save");
        let said = wrong(&journey, "Choose the file");
        assert!(said.contains(sentence), "{content:?}: {said}");
    }
}
