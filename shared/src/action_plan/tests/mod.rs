mod bad_input;
mod falls;
mod home;
mod pains;
mod severity;
mod two_devices;

use record::EntryId;
use record::kinds::{ActionPlan, Threshold};

use crate::screen::{Block, Target};
use crate::testing::Journey;

/// 7:42 on a Sunday in London, alone, following these.
pub(crate) fn person(follows: &[&str]) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    if follows.is_empty() {
        return journey;
    }
    journey.press("Track").press("Choose what to follow");
    let which = "What do you want to follow?";
    let values = crate::pilot::choices(&journey.page(), which, follows);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    journey.choose(which, &values).press("Follow these");
    assert_eq!(journey.page().name, "track", "{}", journey.text());
    journey
}

pub(crate) fn plans(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Action plans")
}

/// Begins a plan that a nurse set, and stands on its page.
pub(super) fn begin(journey: &mut Journey, condition: &str) {
    plans(journey).press("Add a plan");
    let which = crate::pilot::choices(&journey.page(), "Which plan is it?", &[condition]);
    journey.choose("Which plan is it?", &[&which[0]]);
    who(journey);
    journey.press("Save");
    assert_eq!(journey.page().name, "plans.one", "{}", journey.text());
}

/// Says that a nurse set it, on 1 May.
pub(super) fn who(journey: &mut Journey) {
    journey.choose("Who set it?", &["named"]).type_in("Their name", "Sam Okoro, nurse");
    journey.date("When was it set?", "1", "5", "2026");
}

/// Sets numbers, and stands on the plan again.
pub(super) fn set(journey: &mut Journey, what: &str, numbers: &[(&str, &str)]) {
    journey.press("Set numbers").press(what);
    for (label, number) in numbers {
        journey.type_in(label, number);
    }
    who(journey);
    journey.press("Save");
    assert_eq!(journey.page().name, "plans.one", "{}", journey.text());
}

/// Writes the words of a part.
pub(super) fn part(journey: &mut Journey, name: &str, signs: &str, action: &str, call: &str) {
    journey.press(&format!("Change {name}"));
    journey.type_in("What is it like for you?", signs).type_in("What is to be done?", action);
    if let Some((who, number)) = call.split_once(", ") {
        journey.type_in("Whom to call", who).type_in("Their phone number", number);
    }
    journey.press("Save");
    assert_eq!(journey.page().name, "plans.one", "{}", journey.text());
}

/// An asthma plan as somebody might have it.
pub(crate) fn asthma() -> Journey {
    let mut journey = person(&["Peak flow"]);
    begin(&mut journey, "Asthma plan");
    part(&mut journey, "Amber", "I wake up coughing", "Brown inhaler: as on my card", "");
    part(
        &mut journey,
        "Red",
        "I cannot finish a sentence",
        "Blue inhaler as on my card. Then call 999.",
        "Ada, 01632 960002",
    );
    let percent = "Peak flow, per cent of personal best";
    let numbers = [("Personal best", "450"), ("Amber: below", "80"), ("Red: below", "60")];
    set(&mut journey, percent, &numbers);
    journey
}

/// Writes a reading of one number down.
pub(crate) fn log(journey: &mut Journey, tracker: &str, value: &str) {
    journey.press("Today").press(tracker).type_in("Reading", value).press("Save");
}

/// The blocks of the page, by what they are, in their order.
pub(super) fn calls(journey: &Journey) -> Vec<String> {
    let page = journey.page();
    let cards = page.blocks.iter().filter_map(|block| match block {
        Block::CareCard(card) => Some(&card.actions),
        _ => None,
    });
    let target = |target: &Target| match target {
        Target::Call(number) => number.clone(),
        Target::Text(text) => text.number.clone(),
        _ => String::new(),
    };
    cards.flatten().map(|button| target(&button.target)).collect()
}

pub(super) fn plan(journey: &Journey) -> (EntryId, ActionPlan) {
    journey.holding(|holding| {
        let entry = holding.record.current::<ActionPlan>().next_back().unwrap();
        (entry.id, entry.value)
    })
}

pub(super) fn threshold(journey: &Journey) -> record::state::Entry<Threshold> {
    journey.holding(|holding| holding.record.current::<Threshold>().next_back().unwrap())
}

#[test]
fn a_plan_is_empty_until_somebody_fills_it_in() {
    let mut journey = person(&["Peak flow"]);
    plans(&mut journey);
    insta::assert_snapshot!("none", journey.text());
    begin(&mut journey, "Asthma plan");
    insta::assert_snapshot!("empty", journey.text());
    let (_, plan) = plan(&journey);
    assert!(plan.parts().iter().all(|p| (p.signs, p.action, p.call) == (&None, &None, &None)));
    // With a plan that has no numbers, no reading falls anywhere.
    log(&mut journey, "Peak flow", "100");
    assert_eq!(journey.page().name, "today");
    assert!(!journey.text().contains("in plan"), "{}", journey.text());
}

#[test]
fn what_is_published_stands_beside_the_question_with_its_source_and_fills_nothing_in() {
    let mut journey = person(&[]);
    for (plan, what, sources) in [
        (
            "Asthma plan",
            "Peak flow, per cent of personal best",
            ["Breathe, 2015", "British Thoracic Society"],
        ),
        ("COPD plan", "Oxygen level", ["GP Direct", "Durham"]),
        ("Diabetes plan", "Blood glucose", ["Bertie", "differ from person to person"]),
        (
            "Blood pressure plan",
            "Blood pressure, upper number",
            ["Buckinghamshire", "Other places"],
        ),
        (
            "Blood pressure plan",
            "Blood pressure, average at home, upper number",
            ["the journal Heart", "some sources print"],
        ),
        (
            "Heart failure plan",
            "Weight, rise over some days",
            ["European Society of Cardiology", "British Heart Foundation"],
        ),
    ] {
        begin(&mut journey, plan);
        journey.press("Set numbers").press(what);
        let page = journey.page();
        let details = page.blocks.iter().find_map(|block| match block {
            Block::Details(details) => Some(details.text.join(" ")),
            _ => None,
        });
        let details = details.unwrap();
        assert!(details.contains("Sources differ"), "{what}: {details}");
        assert!(sources.iter().all(|source| details.contains(source)), "{what}: {details}");
        for block in &page.blocks {
            let Block::Form(form) = block else { continue };
            for field in &form.fields {
                if let crate::screen::Field::Number(number) = field {
                    assert_eq!(number.value, "", "{what}: {number:?}");
                }
            }
        }
        journey.press("Back");
    }
}

#[test]
fn a_plan_with_its_words_numbers_and_who_set_them() {
    let mut journey = asthma();
    insta::assert_snapshot!("plan", journey.text());
    journey.press("A page to print");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("Save this page as a file");
    let file = &journey.files[0];
    let text = String::from_utf8_lossy(&file.content);
    assert!(text.contains("Blue inhaler as on my card") && text.contains("60%"), "{text}");
    assert_eq!(file.name, "action-plan-2026-11-22.html");
}

#[test]
fn it_is_changed_with_its_history_and_ended() {
    let mut journey = asthma();
    journey.press("Change: Peak flow, per cent of personal best");
    journey.type_in("Personal best", "470").press("Save");
    assert!(journey.text().contains("The personal best is 470 L/min"), "{}", journey.text());
    journey
        .press("Change its name or who set it")
        .type_in("What do you call it?", "Chest")
        .press("Save");
    journey.press("History, or cross it out");
    let text = journey.text();
    assert!(text.contains("Written down: Asthma plan") && text.contains("Chest"), "{text}");
    journey.press("Back").press("I no longer follow this plan");
    log(&mut journey, "Peak flow", "100");
    assert_eq!(journey.page().name, "today", "a plan that is no longer followed says nothing");
    plans(&mut journey);
    assert!(journey.text().contains("No longer followed"), "{}", journey.text());
    journey.press("Chest").press("I follow this plan again");
    journey.press("Today");
    assert!(journey.text().contains("Peak flow 100 L/min"), "{}", journey.text());
    assert!(journey.text().contains("[Red]"), "{}", journey.text());
}

#[test]
fn another_persons_device_that_may_not_see_plans_is_not_told_that_there_are_none() {
    let mut journey = asthma();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.side = crate::holding::RecordSide::Carer;
        holding.about.scopes = record::Scopes::of(&[record::Scope::Health]);
        crux_core::Command::done()
    });
    plans(&mut journey);
    let text = journey.text();
    assert!(text.contains("That does not mean that there are none"), "{text}");
}

#[test]
fn a_core_that_died_goes_on_with_what_was_typed() {
    let mut journey = asthma();
    journey.press("Change: Peak flow, per cent of personal best");
    journey.type_in("Personal best", "470");
    let mut again = journey.died();
    assert_eq!(again.page().name, "plans.limits");
    again.press("Save");
    assert_eq!(threshold(&again).value.limits.best, Some(record::Decimal::whole(470)));
}

#[test]
fn all_of_it_is_in_the_copy_that_the_person_keeps() {
    let journey = asthma();
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
    let names = files.keys().cloned().collect::<Vec<_>>().join(" ");
    let contents = files.values().map(|content| String::from_utf8_lossy(content));
    let text = contents.fold(names, |before, content| before + &content);
    for needed in [
        "action-plans.csv",
        "action-plan-numbers.csv",
        "Brown inhaler: as on my card",
        "Red below 60%",
    ] {
        assert!(text.contains(needed), "{needed}");
    }
}
