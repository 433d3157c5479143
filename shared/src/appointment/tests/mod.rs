//! Preparing for an appointment, as people do it.

mod bad_input;
mod others;

use record::kinds::{AppointmentSummary, DiaryNote, Reading, Ref, SummaryPart, Symptom, Tracker};
use record::state::Entry;
use record::time::{Happened, Zone};
use record::{Decimal, Kind};

use crate::effects::clock::Now;
use crate::saving::{Act, Go};
use crate::testing::{Journey, MORNING};

const DAY: i64 = 86_400_000;

/// 7:42 on a Sunday in London (22 November 2026), alone.
fn person() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey
}

fn create<K: Kind>(journey: &mut Journey, day: i64, value: &K) {
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        let at = (MORNING + day * DAY) / 1000;
        act.create(value, Happened { at, zone: Zone::new("Europe/London") });
        act.save(cx, Go::Stay, None)
    });
}

fn follow(journey: &mut Journey, name: &str) {
    journey.press("Track").press("Choose what to follow");
    let which = "What do you want to follow?";
    let values = crate::pilot::choices(&journey.page(), which, &[name]);
    journey.choose(which, &[&values[0]]).press("Follow these");
}

fn read(journey: &mut Journey, day: i64, value: &str, second: Option<i64>) {
    let tracker =
        journey.holding(|holding| holding.record.current::<Tracker>().next_back().unwrap().id);
    let reading = Reading {
        tracker: Ref(tracker.created_by()),
        value: value.parse().unwrap(),
        second: second.map(Decimal::whole),
        third: None,
        context: None,
        note: None,
    };
    create(journey, day, &reading);
}

fn medicine(journey: &mut Journey, name: &str, dose: &str, started: Option<&str>) {
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", name);
    journey.type_in("How much at a time, in your own words", dose);
    if let Some(year) = started {
        journey.date("Since when?", "1", "3", year);
    }
    journey.press("Save and set its times").press("Not now");
}

fn appointments(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Appointments")
}

fn tick(journey: &mut Journey, parts: &[&str]) {
    let ask = "What else shall stand on it?";
    let values = crate::pilot::choices(&journey.page(), ask, parts);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    journey.choose(ask, &values);
}

/// Begins one with Dr Reid on 24 November, since 1 November, and stands on it.
fn begin(journey: &mut Journey, parts: &[&str]) {
    appointments(journey).press("Get ready for an appointment");
    journey.type_in("Who is it with?", "Dr Reid");
    journey.date("On which day?", "24", "11", "2026").type_in("At which time?", "10:20");
    journey.type_in("What I most want to talk about", "My knee, and the stairs");
    journey.date("How I have been since", "1", "11", "2026");
    tick(journey, parts);
    journey.press("Save");
    assert_eq!(journey.page().name, "appointment.one", "{}", journey.text());
}

fn only(journey: &Journey) -> Entry<AppointmentSummary> {
    journey.holding(|holding| holding.record.current::<AppointmentSummary>().next().unwrap())
}

const ALL: [&str; 7] = [
    "Readings",
    "Symptoms",
    "Medicines and allergies",
    "Changes in medicines",
    "Questionnaires",
    "What matters most to me",
    "From my diary",
];

/// A record with some of everything.
fn full() -> Journey {
    let mut journey = person();
    follow(&mut journey, "Blood pressure");
    for (day, upper, lower) in
        [(-40, "190", 99), (-10, "128", 82), (-5, "141", 88), (-1, "131", 84)]
    {
        read(&mut journey, day, upper, Some(lower));
    }
    for (day, severity) in [(-30, Some(9)), (-8, Some(3)), (-2, Some(6))] {
        create(&mut journey, day, &Symptom { what: "Dizzy".into(), severity, note: None });
    }
    create(&mut journey, -3, &Symptom { what: "Sore foot".into(), severity: None, note: None });
    medicine(&mut journey, "Metformin", "one with supper", Some("2024"));
    medicine(&mut journey, "Ramipril", "one", None);
    journey.press("More").press("Medicines").press("Add an allergy or bad reaction");
    journey.type_in("To what?", "Penicillin");
    let sort = "What sort of reaction is it?";
    let values = crate::pilot::choices(&journey.page(), sort, &["Allergy"]);
    journey.choose(sort, &[&values[0]]);
    journey.press("Save");
    journey.press("Today").press("Write it down");
    journey.type_in("What is most important to me", "My garden").press("Save");
    let note = DiaryNote {
        topic: record::kinds::DiaryTopic::Note,
        text: "Slept badly".into(),
        mood: None,
        amount: None,
    };
    create(&mut journey, -4, &note);
    journey
}

#[test]
fn a_page_is_prepared_and_the_app_fills_in_what_is_ticked() {
    let mut journey = full();
    appointments(&mut journey);
    insta::assert_snapshot!("none", journey.text());
    begin(&mut journey, &ALL);
    insta::assert_snapshot!("one", journey.text());
    journey.press("See, print or share the page");
    insta::assert_snapshot!("sheet", journey.text());
    let text = journey.text();
    // What was before that day is no part of it, and nothing is judged or counted as
    // missed.
    assert!(!text.contains("190") && !text.contains("3 times"), "{text}");
    for word in ["missed", "normal", "high blood", "too high", "severe", "adherence"] {
        assert!(!text.to_lowercase().contains(word), "{word}: {text}");
    }
}

#[test]
fn only_what_is_ticked_stands_on_it_and_nothing_is_ticked_by_itself() {
    let mut journey = full();
    appointments(&mut journey).press("Get ready for an appointment");
    assert!(!journey.text().contains("(•)"), "{}", journey.text());
    begin(&mut journey, &["Symptoms"]);
    journey.press("See, print or share the page");
    let text = journey.text();
    assert!(text.contains("Dizzy: 2 times") && text.contains("from 3 to 6 out of 10"), "{text}");
    assert!(!text.contains("Metformin") && !text.contains("My garden"), "{text}");
}

#[test]
fn it_is_saved_as_a_file_that_opens_without_the_app() {
    let mut journey = full();
    begin(&mut journey, &["Medicines and allergies"]);
    journey.press("See, print or share the page").press("Save this page as a file");
    let file = &journey.files[0];
    assert_eq!(file.name, "appointment-2026-11-22.html");
    let text = String::from_utf8_lossy(&file.content);
    for needed in [
        "With Dr Reid, Tuesday 24 November 2026 at 10:20",
        "Correct when made: 22 November 2026 at 7:42",
        "My knee, and the stairs",
        "- Metformin, one with supper",
        "- Penicillin, Allergy",
    ] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    assert!(!text.contains("<script"), "{text}");
}

#[test]
fn questions_are_ticked_or_written_put_in_order_and_taken_away() {
    let mut journey = person();
    begin(&mut journey, &[]);
    journey.press("Questions to ask").press("Add");
    assert!(journey.text().contains("✗ Tick a question, or write one"), "{}", journey.text());
    insta::assert_snapshot!("questions", journey.text());
    let ticked = ["appointment-ask-risks", "appointment-ask-nothing"];
    journey.choose("Questions that many people ask", &ticked).press("Add");
    journey.type_in("A question of your own", "May I swim?").press("Add");
    let asked = |journey: &Journey| only(journey).value.questions;
    assert_eq!(asked(&journey).len(), 3);
    // The button of the second; then of the third, twice, of which one comes too late.
    journey.press("Ask it earlier");
    assert_eq!(asked(&journey)[0], "What if we wait, or do nothing?");
    let id = only(&journey).id;
    for _ in 0..3 {
        let up = super::Intent::Up(id, "May I swim?".into());
        journey.act(|cx| super::update(up, cx));
    }
    assert_eq!(asked(&journey)[0], "May I swim?");
    assert!(
        !journey.text().contains("What could go wrong or feel worse, and how likely is it?\n  (")
    );
    journey.type_in("A question of your own", "may i SWIM?").press("Add");
    assert!(journey.text().contains("✗ This question is there already"), "{}", journey.text());
    let gone = super::Intent::Remove(id, "What if we wait, or do nothing?".into());
    journey.act(|cx| super::update(gone.clone(), cx));
    // A page that still shows it takes nothing else away.
    journey.act(|cx| super::update(gone, cx));
    assert_eq!(asked(&journey).len(), 2);
    for at in 0..10 {
        journey.type_in("A question of your own", &format!("Question {at}")).press("Add");
    }
    journey.type_in("A question of your own", "One more").press("Add");
    assert!(journey.text().contains("✗ There is room for 12 questions"), "{}", journey.text());
    journey.press("Back").press("See, print or share the page");
    assert!(
        journey.text().contains("1. May I swim?\n2. What could go wrong"),
        "{}",
        journey.text()
    );
}

#[test]
fn every_text_can_be_changed_and_then_stays_as_it_is() {
    let mut journey = full();
    begin(&mut journey, &["Readings", "Symptoms"]);
    let part = "Change the words of Readings since 1 November 2026";
    // To look and to save changes nothing: new readings come in by themselves.
    journey.press(part).press("Save");
    assert_eq!(only(&journey).value.readings, None);
    read(&mut journey, 0, "155", Some(90));
    assert!(journey.text().contains("4 readings"), "{}", journey.text());
    journey.press(part).type_in("In your words", "Up and down since I moved").press("Save");
    read(&mut journey, 0, "156", Some(90));
    let text = journey.text();
    assert!(text.contains("Readings (in my own words): Up and down since I moved"), "{text}");
    assert!(!text.contains("5 readings"), "{text}");
    journey.press("See, print or share the page");
    assert!(journey.text().contains("## Readings (in my own words)"), "{}", journey.text());
    journey.press("Back").press("Change the words of Readings (in my own words)");
    journey.press("Fill it in from my record again");
    assert!(journey.text().contains("5 readings"), "{}", journey.text());
    // What was typed is there again after a crash.
    journey.press(part).type_in("In your words", "Half a sen");
    let again = journey.died();
    assert_eq!(again.page().name, "appointment.part");
    assert!(again.text().contains("= Half a sen"), "{}", again.text());
}

#[test]
fn what_changed_in_medicines_is_said_with_what_was_before() {
    let mut journey = person();
    medicine(&mut journey, "Metformin", "one", Some("2024"));
    medicine(&mut journey, "Ramipril", "one", None);
    medicine(&mut journey, "Sertraline", "one", None);
    journey.later(10 * 24 * 60);
    journey.press("More").press("Medicines").press("Metformin").press("Change");
    journey.type_in("How much at a time, in your own words", "two").press("Save");
    journey.press("More").press("Medicines").press("Ramipril").press("I no longer take it");
    journey.type_in("Why was it stopped?", "Cough").press("Save");
    medicine(&mut journey, "Losartan", "half", None);
    appointments(&mut journey).press("Get ready for an appointment");
    journey.date("How I have been since", "30", "11", "2026");
    tick(&mut journey, &["Changes in medicines"]);
    journey.press("Save");
    let text = journey.text();
    assert!(
        text.contains("Now: Metformin, two, ") && text.contains("Before: Metformin, one, "),
        "{text}"
    );
    assert!(text.contains("Last day 2 December: Ramipril, Cough"), "{text}");
    assert!(text.contains("New on the list: Losartan, half"), "{text}");
    assert!(!text.contains("Sertraline"), "{text}");
}

#[test]
fn scores_are_numbers_and_without_a_score_the_answers_stand() {
    let mut journey = person();
    journey.press("More").press("Questionnaires").press("Worry (GAD-7)");
    let fields: Vec<String> = journey
        .page()
        .blocks
        .iter()
        .flat_map(|block| match block {
            crate::screen::Block::Form(form) => {
                form.fields.iter().map(|field| field.question().label.clone()).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    for field in &fields {
        let values = crate::pilot::choices(&journey.page(), field, &["Several days"]);
        journey.choose(field, &[&values[0]]);
    }
    journey.press("Save");
    assert_eq!(journey.page().name, "questionnaires.answered", "{}", journey.text());
    begin(&mut journey, &["Questionnaires"]);
    let text = journey.text();
    assert!(text.contains("22 November: ") && text.contains("7 of 21"), "{text}");
    assert!(!text.contains("Several days") && !text.contains("mild"), "{text}");
}

#[test]
fn one_that_comes_soon_stands_on_today() {
    let mut journey = person();
    begin(&mut journey, &[]);
    journey.press("Today");
    let text = journey.text();
    assert!(text.contains("<Your appointment: Tuesday 24 November at 10:20>"), "{text}");
    assert!(text.contains("With Dr Reid"), "{text}");
    journey.press("Today is a bad day");
    assert!(!journey.text().contains("Your appointment"), "{}", journey.text());
    journey.press("Back to my usual day").press("Your appointment: Tuesday 24 November at 10:20");
    assert_eq!(journey.page().name, "appointment.one");
    journey.later(3 * 24 * 60);
    journey.press("Today");
    assert!(!journey.text().contains("Your appointment"), "{}", journey.text());
    appointments(&mut journey);
    assert!(journey.text().contains("## Before\n<With Dr Reid>"), "{}", journey.text());
}

#[test]
fn it_goes_on_after_a_crash_and_is_in_the_copy_that_the_person_keeps() {
    let mut journey = full();
    begin(&mut journey, &["Symptoms"]);
    journey.press("Change what stands on it").type_in("Anything else", "I have moved");
    let mut again = journey.died();
    assert_eq!(again.page().name, "appointment.edit");
    assert!(again.text().contains("? Who is it with? (optional) = Dr Reid"), "{}", again.text());
    assert!(again.text().contains("(•) Symptoms"), "{}", again.text());
    again.press("Save");
    assert_eq!(only(&again).value.parts, [SummaryPart::Symptoms]);
    let now = Now { ms: again.ms, zone: again.zone.clone(), agreed: None, day_start: 0 };
    let words = crate::words::Words::default();
    let (archive, _) =
        again.holding(|holding| crate::your_data::archive(holding, &words, &now).unwrap());
    let files = crate::your_data::tests::unpack(&archive);
    for name in ["appointments.csv", "record.html", "record.json"] {
        let text = String::from_utf8_lossy(&files[name]);
        assert!(
            text.contains("I have moved") && text.contains("My knee, and the stairs"),
            "{name}"
        );
    }
    again.press("More").press("Your data on this device");
    assert!(again.text().contains("Appointments: 1"), "{}", again.text());
}
