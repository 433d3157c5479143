//! What cannot be, each with its sentence where it enters.

use super::{begun, decisions, grid, option, says, the_decision};
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
fn an_option_without_a_risk_is_refused_where_it_stands_and_a_draft_says_what_is_missing() {
    let mut journey = begun();
    journey.press("These are all the options");
    assert!(journey.text().contains("There is no option yet"), "{}", journey.text());
    option(&mut journey, "Breathing classes");
    says(&mut journey, false, "More breath", None);
    journey.press("Back");
    assert_eq!(grid(&journey).options[0].cells[1].text, "No risk yet");
    journey.press("These are all the options");
    let cells = &grid(&journey).options[0].cells;
    assert_eq!(cells[0].text, "More breath");
    assert!(cells[1].text.starts_with("Write at least one risk of this option"), "{cells:?}");
    assert!(journey.text().contains("The options are not complete yet"), "{}", journey.text());
    let complete = |journey: &Journey| {
        let id = the_decision(journey);
        journey
            .holding(|held| held.record.get::<record::kinds::Decision>(id).unwrap().value.complete)
    };
    assert_eq!(complete(&journey), None, "nothing was kept");
    journey.press("Look closer");
    says(&mut journey, true, "Two afternoons", None);
    journey.press("Back").press("These are all the options");
    assert_eq!(complete(&journey), Some(true));
    // An option that comes later makes a draft of it again.
    option(&mut journey, "An inhaler");
    journey.press("Back");
    assert!(journey.text().contains("This is a draft"), "{}", journey.text());
}

#[test]
fn a_number_needs_its_other_half_its_source_and_must_fit_a_picture() {
    let mut journey = begun();
    option(&mut journey, "Breathing classes").press("Add a risk");
    let (some, all) = ("To how many does it happen?", "Of how many?");
    let source = "Where is the number from?";
    journey.press("Save");
    assert!(wrong(&journey, "What is the risk?").contains("your own words"));
    journey.type_in("What is the risk?", "A sore throat").type_in(some, "8").press("Save");
    assert!(wrong(&journey, all).contains("whole number"));
    assert!(wrong(&journey, source).contains("where the number is from"));
    journey.type_in(all, "100").press("Save");
    assert_eq!(wrong(&journey, all), "");
    assert!(wrong(&journey, source).contains("or leave the number out"));
    journey.type_in(source, "A leaflet");
    for (of_them, out_of, at, sentence) in [
        ("108", "100", some, "more than all of them"),
        ("8", "0", all, "from 1 to 1,000"),
        ("8", "1001", all, "from 1 to 1,000"),
        ("8.5", "100", some, "whole number"),
        ("-8", "100", some, "whole number"),
        ("eight", "100", some, "whole number"),
        ("8", "99999999999", all, "whole number"),
    ] {
        journey.type_in(some, of_them).type_in(all, out_of).press("Save");
        assert_eq!(journey.page().name, "decisions.part", "{of_them} in {out_of} was taken");
        assert!(wrong(&journey, at).contains(sentence), "{of_them} in {out_of}");
    }
    journey.type_in(some, "0").type_in(all, "1000").press("Save");
    assert!(journey.text().contains("A sore throat: 0 in 1000"), "{}", journey.text());
}

#[test]
fn a_recording_needs_everybodys_consent_and_the_app_records_nothing() {
    let mut journey = begun();
    journey.press("Recording of a talk");
    assert!(journey.text().contains("This app does not record."), "{}", journey.text());
    journey.type_in("Who was there?", "Sam, Ada and I").type_in("Where is it kept?", "My phone");
    journey.press("Save");
    assert!(wrong(&journey, "Did everybody agree").contains("only if everybody agrees"));
    journey.choose("Did everybody agree to be recorded?", &["all"]).press("Save");
    assert!(journey.text().contains("My phone"), "{}", journey.text());
}

#[test]
fn a_decision_needs_words_and_a_day_that_is_to_come() {
    let mut journey = begun();
    journey.press("Write down the decision").press("Save");
    assert!(wrong(&journey, "What was decided?").contains("Choose what was decided"));
    journey.choose("What was decided?", &["else"]).press("Save");
    assert!(wrong(&journey, "In your own words").contains("Write what was decided"));
    journey.type_in("In your own words", "Ask again in spring");
    journey.date("When will you look at it again?", "1", "1", "2026").press("Save");
    assert!(wrong(&journey, "When will you look").contains("This day is over"));
    journey.date("When will you look at it again?", "31", "2", "2027").press("Save");
    assert!(!wrong(&journey, "When will you look").is_empty());
    journey.date("When will you look at it again?", "1", "3", "2027").press("Save");
    assert!(journey.text().contains("Look again on 1 March 2027"), "{}", journey.text());
    journey.press("Say how sure you are").press("Save");
    assert!(wrong(&journey, "Do you understand").contains("Choose yes or no"));
    decisions(&mut journey).press("Begin a decision").press("Save");
    assert!(wrong(&journey, "What is to be decided?").contains("Write what is to be decided"));
    journey.type_in("What is to be decided?", &"a".repeat(301)).press("Save");
    assert!(wrong(&journey, "What is to be decided?").contains("300 characters"));
}

#[test]
fn an_option_that_was_crossed_out_is_not_there() {
    let mut journey = begun();
    option(&mut journey, "Breathing classes").press("History, or cross it out");
    journey.press("Cross it out").type_in("In your own words", "Full").press("Cross it out");
    decisions(&mut journey).press("Breathing classes, or not");
    assert!(journey.text().contains("No option is written down yet."), "{}", journey.text());
}
