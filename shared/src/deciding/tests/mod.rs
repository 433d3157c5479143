mod bad_input;
mod easy_read;
mod meanwhile;
mod recordings;
mod since;
mod who;

use record::EntryId;
use record::kinds::{Decision, DecisionPart, DecisionStep, StepOf};

use crate::screen::{Block, OptionsGrid};
use crate::testing::Journey;

pub(super) fn decisions(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Decisions")
}

/// A decision begun, standing on its page.
pub(super) fn begun() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    decisions(&mut journey).press("Begin a decision");
    journey.type_in("What is to be decided?", "Breathing classes, or not");
    journey.type_in("Which health problem is it about?", "COPD").press("Save");
    assert_eq!(journey.page().name, "decisions.one", "{}", journey.text());
    journey
}

/// Adds an option, and stands on its page.
pub(super) fn option<'a>(journey: &'a mut Journey, name: &str) -> &'a mut Journey {
    journey.press("Add an option").type_in("What is the option?", name).press("Save");
    assert_eq!(journey.page().name, "decisions.option", "{}", journey.text());
    journey
}

/// Adds a benefit or a risk of the option on show.
pub(super) fn says(journey: &mut Journey, risk: bool, text: &str, number: Option<(&str, &str)>) {
    let (add, ask) = if risk {
        ("Add a risk", "What is the risk?")
    } else {
        ("Add a benefit", "What is the benefit?")
    };
    journey.press(add).type_in(ask, text);
    if let Some((some, all)) = number {
        journey.type_in("To how many does it happen?", some).type_in("Of how many?", all);
        journey.type_in("Where is the number from?", "My team’s leaflet, 2026");
    }
    journey.press("Save");
    assert_eq!(journey.page().name, "decisions.option", "{}", journey.text());
}

/// Two options, each with a benefit and a risk.
pub(super) fn weighed() -> Journey {
    let mut journey = begun();
    option(&mut journey, "Breathing classes");
    says(&mut journey, false, "No flare-up in a year", Some(("66", "100")));
    says(&mut journey, true, "Two afternoons a week", None);
    journey.press("Back").press("Add: going on as now");
    journey.type_in("What is it to do nothing, or to go on as now?", "Go on as now");
    journey.press("Save");
    says(&mut journey, false, "Nothing new to learn", None);
    says(&mut journey, true, "A flare-up in a year", Some(("47", "100")));
    journey.press("Back");
    journey
}

pub(super) fn decide(journey: &mut Journey, option: &str) {
    journey.press("Write down the decision");
    let which = crate::pilot::choices(&journey.page(), "What was decided?", &[option]);
    journey.choose("What was decided?", &[&which[0]]);
    journey.type_in("Why?", "My garden needs my breath").press("Save");
    assert_eq!(journey.page().name, "decisions.one", "{}", journey.text());
}

pub(super) fn the_decision(journey: &Journey) -> EntryId {
    journey.holding(|holding| holding.record.ids::<Decision>().next().unwrap())
}

pub(super) fn grid(journey: &Journey) -> OptionsGrid {
    let page = journey.page();
    let found = page.blocks.into_iter().find_map(|block| match block {
        Block::OptionsGrid(grid) => Some(grid),
        _ => None,
    });
    found.expect("options beside each other")
}

#[test]
fn options_grid_with_benefits_risks_and_doing_nothing() {
    let mut journey = weighed();
    let grid = grid(&journey);
    assert_eq!(grid.criteria, ["Benefit", "Risk"]);
    let names: Vec<&str> = grid.options.iter().map(|option| option.name.as_str()).collect();
    assert_eq!(names, ["Breathing classes", "Go on as now"]);
    let risk = &grid.options[1].cells[1];
    assert_eq!(risk.text, "A flare-up in a year: 47 in 100");
    assert_eq!(risk.source.as_deref(), Some("From: My team’s leaflet, 2026"));
    let drawn = risk.frequency.expect("drawn");
    assert_eq!((drawn.of_them, drawn.out_of), (47, 100));
    assert!(grid.options[0].cells[1].frequency.is_none(), "no number was given");
    journey.press("These are all the options");
    insta::assert_snapshot!("weighed", journey.text());
    // It is all there again after a crash.
    let mut again = journey.restarted();
    decisions(&mut again).press("Breathing classes, or not");
    assert!(again.text().contains("You said that these are all the options."), "{}", again.text());
}

#[test]
fn every_number_of_an_option_is_drawn_on_its_own_page() {
    let mut journey = begun();
    option(&mut journey, "Breathing classes");
    for at in 1..=7 {
        let some = at.to_string();
        says(&mut journey, true, &format!("Risk of day {at}"), Some((&some, "100")));
    }
    says(&mut journey, true, "One without a number", None);
    let drawn = grid(&journey);
    assert_eq!(drawn.criteria.last().unwrap(), "Risk 7");
    let cells = drawn.options[0].cells.iter();
    let often: Vec<_> = cells.map(|cell| cell.frequency.unwrap().of_them).collect();
    assert_eq!(often, [1, 2, 3, 4, 5, 6, 7], "the one without a number is none");
    assert!(drawn.options[0].cells.iter().all(|cell| cell.source.is_some()));
}

#[test]
fn what_matters_is_taken_from_about_me_and_the_plan_and_put_in_order() {
    let mut journey = begun();
    journey.press("More").press("About me").press("What is most important to me");
    journey.type_in("What is most important to me", "My garden\nMy grandchildren").press("Save");
    journey.press("Plan").press("Add a goal or hope");
    journey.type_in("Goal or hope", "Walk to the allotment").type_in("How much it matters", "9");
    journey.press("Save");
    decisions(&mut journey).press("Breathing classes, or not").press("Add: What matters to me");
    let ready = "Choose any of these";
    let wanted = ["My garden", "Walk to the allotment"];
    let offered = journey.text();
    assert!(wanted.iter().all(|words| offered.contains(&format!("( ) {words}"))), "{offered}");
    let chosen = crate::pilot::choices(&journey.page(), ready, &wanted);
    journey.choose(ready, &[&chosen[0], &chosen[1]]);
    journey.type_in("What matters to you in this?", "Sleeping through the night").press("Save");
    let order = |journey: &Journey| {
        let text = journey.text();
        assert!(!text.contains("My grandchildren"), "not chosen: {text}");
        let mut found: Vec<(usize, &str)> = ["My garden", "Walk to", "Sleeping through"]
            .into_iter()
            .map(|words| (text.find(words).unwrap(), words))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, words)| words).collect::<Vec<_>>()
    };
    assert_eq!(order(&journey), ["My garden", "Walk to", "Sleeping through"]);
    journey.press("Move up: Sleeping through the night");
    assert_eq!(order(&journey), ["My garden", "Sleeping through", "Walk to"]);
    journey.press("Move down: My garden");
    assert_eq!(order(&journey), ["Sleeping through", "My garden", "Walk to"]);
    // The first cannot go further, nor the last.
    let pressed = crate::pilot::presses(&journey.page());
    let has = |label: &str| pressed.iter().any(|(words, _)| words == label);
    assert!(!has("Move up: Sleeping through the night"));
    assert!(!has("Move down: Walk to the allotment"));
}

#[test]
fn everything_that_can_be_said_has_its_place() {
    let mut journey = begun();
    for (button, question, more) in [
        ("People involved", "Who?", Some(("What are they to the person?", "My daughter"))),
        ("What I want to talk about", "What do you want to talk about?", None),
        ("Given to read before", "What was given?", Some(("Where can it be found?", "Kitchen"))),
        ("Decision aid used", "What is it called?", Some(("Where can it be found?", "nhs.uk"))),
        ("Talks about it", "With whom?", Some(("Where, or how?", "By phone"))),
        ("What I or a carer will do", "What is to be done?", None),
        ("What the team will do", "What is to be done?", Some(("Who will do it?", "Sam"))),
    ] {
        journey.press(button).type_in(question, &format!("Words of {button}"));
        if let Some((label, text)) = more {
            journey.type_in(label, text);
        }
        journey.press("Save");
        assert_eq!(journey.page().name, "decisions.one", "{}", journey.text());
        let text = journey.text();
        assert!(text.contains(&format!("Words of {button}")), "{text}");
        assert!(more.is_none_or(|(_, more)| text.contains(more)), "{text}");
    }
    journey.press("Questions to ask");
    let ready = "Choose any of these";
    let first = "What could this do for me?";
    let chosen = crate::pilot::choices(&journey.page(), ready, &[first]);
    journey.choose(ready, &[&chosen[0]]).type_in("What do you want to ask?", "Is there a bus?");
    journey.press("Save");
    let text = journey.text();
    assert!(text.contains(first) && text.contains("Is there a bus?"), "{text}");
    journey.press("Change: Is there a bus?").type_in("The answer", "Line 9").press("Save");
    assert!(journey.text().contains("Line 9"), "{}", journey.text());
    // What only professionals write is not offered to the person.
    assert!(!journey.text().contains("Something not told"), "{}", journey.text());
    let journey = journey.restarted();
    journey.holding(|holding| assert_eq!(holding.record.current::<DecisionPart>().count(), 9));
}

#[test]
fn it_is_decided_opened_again_and_decided_otherwise_with_its_history() {
    use StepOf::{Cancelled, Decided, Reopened, Sure};

    let mut journey = weighed();
    journey.press("Say how sure you are");
    for question in [
        "Do you understand the options well enough?",
        "Do you know what matters most to you in this?",
        "Have you had the help and time that you want, with nobody pressing you?",
        "Do you know what you want to do?",
    ] {
        journey.choose(question, &["2"]);
    }
    journey.choose("Do you know what you want to do?", &["1"]).press("Save");
    assert!(journey.text().contains("Do you know what you want to do? Yes."), "{}", journey.text());
    decide(&mut journey, "Breathing classes");
    assert!(grid(&journey).options[0].chosen && !grid(&journey).options[1].chosen);
    let text = journey.text();
    assert!(text.contains("[Decided]") && text.contains("Why: My garden"), "{text}");
    journey.later(60 * 24 * 30);
    decisions(&mut journey).press("Breathing classes, or not").press("Open it again");
    assert!(journey.text().contains("[In progress]"), "{}", journey.text());
    assert!(!grid(&journey).options[0].chosen, "nothing is chosen while it is open");
    decide(&mut journey, "Go on as now");
    assert!(grid(&journey).options[1].chosen);
    insta::assert_snapshot!("decided_again", journey.text());
    journey.press("Open it again").press("It is not to be decided any more");
    assert!(journey.text().contains("[Not to be decided any more]"), "{}", journey.text());
    journey.holding(|holding| {
        let steps = holding.record.current::<DecisionStep>();
        let did: Vec<StepOf> = steps.map(|step| step.value.did).collect();
        assert_eq!(did, [Sure, Decided, Reopened, Decided, Reopened, Cancelled]);
    });
}

#[test]
fn a_core_that_died_goes_on_with_what_was_typed() {
    let mut journey = weighed();
    journey.press("Look closer").press("Change: Two afternoons a week");
    journey.type_in("What is the risk?", "Three afternoons a week");
    let mut again = journey.died();
    assert_eq!(again.page().name, "decisions.part");
    again.press("Save");
    assert!(again.text().contains("Three afternoons a week"), "{}", again.text());
}

#[test]
fn it_prints_and_is_in_the_copy_that_the_person_keeps() {
    let mut journey = weighed();
    decide(&mut journey, "Breathing classes");
    journey.press("A page to print");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("Save this page as a file");
    let file = journey.files.last().unwrap();
    let page = String::from_utf8(file.content.clone()).unwrap();
    assert!(page.contains("47 in 100") && page.contains("My team’s leaflet, 2026"), "{page}");
    let now = crate::effects::clock::Now {
        ms: journey.ms,
        zone: journey.zone.clone(),
        agreed: None,
        day_start: 0,
    };
    let words = crate::words::Words::default();
    let (archive, _) =
        journey.holding(|holding| crate::your_data::archive(holding, &words, &now).unwrap());
    let files = crate::your_data::tests::unpack(&archive);
    let text = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    for name in ["decisions.csv", "record.html"] {
        assert!(text(name).contains("Breathing classes, or not"), "{name}");
    }
    for name in ["decision-parts.csv", "record.html"] {
        let text = text(name);
        assert!(text.contains("47 in 100") && text.contains("My team’s leaflet, 2026"), "{name}");
    }
    for name in ["decision-steps.csv", "record.html"] {
        assert!(text(name).contains("Why: My garden needs my breath"), "{name}");
    }
}
