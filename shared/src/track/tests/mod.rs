//! Following something, as a person does it.

mod beside;
mod charts;
mod diaries;
mod two_devices;

use std::fmt::Write;

use crux_core::Command;
use record::kinds::Reading;
use record::{Member, Scopes};

use crate::effects::store::StoreProblem;
use crate::holding::RecordSide;
use crate::screen::{Block, Chart};
use crate::testing::Journey;

fn begun() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey
}

/// With these followed, on Today.
fn following(codes: &[&str]) -> Journey {
    let mut journey = begun();
    journey.press("Choose what to follow").choose("What do you want to follow?", codes);
    journey.press("Follow these");
    journey
}

const GLUCOSE: &str = "1.1";
const PRESSURE: &str = "2.3";
const PAIN: &str = "7.10";

fn logged(journey: &mut Journey, value: &str) {
    journey.press("Blood glucose").type_in("Reading", value).press("Save");
}

fn chart_of(journey: &Journey) -> Chart {
    journey
        .page()
        .blocks
        .into_iter()
        .find_map(|block| if let Block::Chart(chart) = block { Some(chart) } else { None })
        .expect("a chart")
}

#[test]
fn choosing_offers_what_is_not_followed_yet() {
    let mut journey = following(&[GLUCOSE, PAIN]);
    insta::assert_snapshot!("today_following", journey.text());
    journey.press("Track").press("Follow something else");
    insta::assert_snapshot!("choose_more", journey.text());
    journey.press("Follow these");
    assert!(journey.text().contains("✗ Choose at least one"));
}

#[test]
fn a_reading_is_logged_with_its_circumstances_and_found_after_a_crash() {
    let mut journey = following(&[GLUCOSE]);
    journey.press("Blood glucose");
    insta::assert_snapshot!("log_glucose", journey.text());
    journey
        .type_in("Reading", "6.80")
        .choose("Before or after a meal?", &["1"])
        .type_in("Note", "slept badly");
    let mut journey = journey.restarted();
    assert!(!journey.text().contains("6.80"), "the draft is no reading");
    journey.press("Blood glucose").press("Save");
    insta::assert_snapshot!("today_after_logging", journey.text());
    let mut journey = journey.restarted();
    journey.press("Track");
    insta::assert_snapshot!("track_list", journey.text());
    journey.press("Blood glucose");
    insta::assert_snapshot!("chart_of_one", journey.text());
}

#[test]
fn what_cannot_be_a_reading_is_refused_at_the_field_with_the_reason() {
    let mut journey = following(&[GLUCOSE, PRESSURE, PAIN]);
    let mut refused = String::new();
    for typed in ["", "six", "68", "0.5", "1.2.3"] {
        journey.press("Blood glucose").type_in("Reading", typed).press("Save");
        let text = journey.text();
        let error = text.lines().find(|line| line.starts_with('✗')).unwrap_or("taken");
        writeln!(refused, "{typed:>6} {error}").unwrap();
        journey.press("Back");
    }
    for (upper, lower, pulse) in
        [("120", "", ""), ("80", "120", ""), ("120", "80", "300"), ("120.5", "80", "")]
    {
        journey
            .press("Blood pressure")
            .type_in("Upper number", upper)
            .type_in("Lower number", lower)
            .type_in("Pulse", pulse)
            .press("Save");
        let text = journey.text();
        for error in text.lines().filter(|line| line.starts_with('✗')) {
            writeln!(refused, "{upper}/{lower}/{pulse} {error}").unwrap();
        }
        journey.press("Back");
    }
    journey.press("Pain").type_in("How much pain?", "11").press("Save");
    refused.push_str(journey.text().lines().find(|line| line.starts_with('✗')).unwrap());
    insta::assert_snapshot!(refused);
    journey.holding(|holding| assert_eq!(holding.record.ids::<Reading>().count(), 0));
}

#[test]
fn an_unlikely_number_is_asked_about_once_and_kept_where_meant() {
    let mut journey = following(&[GLUCOSE]);
    journey.press("Blood glucose").type_in("Reading", "30").press("Save");
    insta::assert_snapshot!("asked_once", journey.text());
    // Another unlikely number is another question.
    journey.type_in("Reading", "1.5").press("Save");
    assert!(journey.text().contains("✗ That is lower than most readings. Is it right?"));
    journey.type_in("Reading", "30").press("Save").press("Yes, save 30 mmol/L");
    assert!(journey.text().contains("Blood glucose 30 mmol/L"));
    assert_eq!(journey.page().name, "today");
}

#[test]
fn the_past_is_taken_and_the_future_refused() {
    let mut journey = following(&[GLUCOSE]);
    journey.press("Blood glucose").type_in("Reading", "7.1").date("Date", "23", "11", "2026");
    journey.press("Save");
    assert!(journey.text().contains("✗ That day has not come yet. Check the date."));
    journey.date("Date", "22", "11", "2026").type_in("Time", "7:50").press("Save");
    assert!(journey.text().contains("✗ That is later than now (7:42). Check the time."));
    journey.date("Date", "30", "2", "2026").press("Save");
    assert!(journey.text().contains("✗ Enter a date, such as 22 11 2026"));
    // A minute ahead is only another clock.
    journey.date("Date", "22", "11", "2026").type_in("Time", "7:43").press("Save");
    assert!(journey.text().contains("7:43 · Blood glucose 7.1 mmol/L"), "{}", journey.text());
    journey.press("Blood glucose").type_in("Reading", "5.5").date("Date", "20", "11", "2026");
    journey.type_in("Time", "21.30").press("Save");
    assert!(!journey.text().contains("21:30 · Blood glucose 5.5"), "it was not today");
    journey.press("Track").press("Blood glucose");
    assert!(journey.text().contains("Friday 20 November, 21:30 | 5.5 mmol/L"));
}

#[test]
fn blood_pressure_has_two_lines_and_a_pulse() {
    let mut journey = following(&[PRESSURE]);
    for (upper, lower, pulse) in [("128", "82", "70"), ("141", "90", "")] {
        journey
            .press("Blood pressure")
            .type_in("Upper number", upper)
            .type_in("Lower number", lower)
            .type_in("Pulse", pulse)
            .press("Save");
        journey.later(30);
    }
    journey.press("Track").press("Blood pressure");
    insta::assert_snapshot!(journey.text());
    let chart = chart_of(&journey);
    assert_eq!(chart.series[0].points[0].label, "128 mmHg, Sunday 22 November, 7:42");
    assert_eq!(chart.series[1].points[1].label, "90 mmHg, Sunday 22 November, 8:12");
    assert_eq!(chart.table.rows[0].cells[2].text, "90 mmHg");
}

#[test]
fn a_correction_keeps_what_was_there_and_says_who() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "68");
    journey.type_in("Reading", "8.6").press("Save");
    journey.later(5);
    journey.press("Blood glucose 8.6 mmol/L").press("Correct");
    assert!(journey.text().contains("? Reading = 8.6"));
    journey.type_in("Reading", "6.8").press("Save");
    insta::assert_snapshot!("corrected", journey.text());
    journey.press("Cross it out").press("Cross it out");
    assert!(journey.text().contains("✗ Choose why"));
    journey.choose("Why?", &["other"]).press("Cross it out");
    assert!(journey.text().contains("✗ Write the reason in a few words"));
    journey.type_in("In your own words", "That was the cat’s").press("Cross it out");
    insta::assert_snapshot!("crossed_out", journey.text());
    journey.press("Today");
    assert!(!journey.text().contains("6.8"));
    journey.press("Track").press("Blood glucose");
    assert!(journey.text().contains("No readings yet"));
}

#[test]
fn what_is_put_back_counts_again() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "6.8");
    journey.press("Blood glucose 6.8 mmol/L").press("Cross it out");
    journey.choose("Why?", &["twice"]).press("Cross it out").press("Put it back").press("Today");
    assert!(journey.text().contains("Blood glucose 6.8 mmol/L"));
}

#[test]
fn an_own_tracker_has_its_own_words_and_limits() {
    let mut journey = begun();
    journey.press("Choose what to follow").press("Make your own").press("Start to follow it");
    insta::assert_snapshot!("own_refused", journey.text());
    journey
        .type_in("What is it called?", "Glasses of water")
        .choose("How is it written down?", &["number"])
        .type_in("What is counted?", "glasses")
        .type_in("The least it can be", "5")
        .type_in("The most it can be", "2")
        .press("Start to follow it");
    assert!(journey.text().contains("✗ The most has to be more than the least"));
    journey.type_in("The least it can be", "").type_in("The most it can be", "20");
    journey.press("Start to follow it").press("Glasses of water");
    journey.type_in("Reading", "21").press("Save");
    assert!(journey.text().contains("✗ You said that this is 20 or less."));
    journey.type_in("Reading", "6").press("Save");
    assert!(journey.text().contains("Glasses of water 6 glasses"));
    journey.press("Track").press("Follow something else").press("Make your own");
    journey
        .type_in("What is it called?", "Itch")
        .choose("How is it written down?", &["scale"])
        .type_in("The most it can be", "5")
        .press("Start to follow it");
    journey.press("Today").press("Itch").type_in("Itch", "4").press("Save");
    assert!(journey.text().contains("Itch 4 out of 5"));
}

#[test]
fn a_tracker_is_put_away_and_brought_back_with_its_readings() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "6.8");
    journey.press("Track").press("Blood glucose").press("Put away");
    insta::assert_snapshot!("put_away", journey.text());
    journey.press("Today");
    assert!(!journey.text().contains("<Blood glucose>"));
    journey.press("Track").press("Bring back").press("Blood glucose");
    assert!(journey.text().contains("6.8 mmol/L"));
}

#[test]
fn a_symptom_is_written_down_in_own_words() {
    let mut journey = begun();
    journey.press("Track").press("Write down a symptom").press("Save");
    assert!(journey.text().contains("✗ Write what it is"));
    insta::assert_snapshot!("symptom_form", journey.text());
    journey
        .type_in("In your own words", "Dizzy when I stood up")
        .type_in("How bad is it?", "4")
        .press("Save");
    insta::assert_snapshot!("symptom_listed", journey.text());
    journey.press("Dizzy when I stood up, 4 out of 10").press("Correct");
    journey.type_in("How bad is it?", "5").press("Save");
    assert!(journey.text().contains("Corrected to: Dizzy when I stood up, 5 out of 10"));
}

#[test]
fn a_correction_of_the_time_moves_a_reading_to_its_day() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "6.8");
    journey.press("Blood glucose 6.8 mmol/L").press("Correct").date("Date", "21", "11", "2026");
    journey.press("Save").press("Today");
    assert!(!journey.text().contains("6.8"));
    journey.press("Track");
    assert!(journey.text().contains("6.8 mmol/L · Yesterday, 7:42"));
}

/// As somebody else sees the record.
fn seen_by(journey: &mut Journey, side: RecordSide, scopes: Scopes) {
    journey.act(|cx| {
        let about = &mut cx.open.holding_mut().unwrap().about;
        about.side = side;
        about.name = "Ruth Okafor".into();
        about.adds = scopes;
        Command::done()
    });
}

#[test]
fn who_may_only_look_is_offered_nothing_to_write() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "6.8");
    seen_by(&mut journey, RecordSide::Team, Scopes::NONE);
    insta::assert_snapshot!("looking_today", journey.text());
    journey.press("Blood glucose 6.8 mmol/L");
    insta::assert_snapshot!("looking_entry", journey.text());
    journey.press("Track").press("Blood glucose");
    let text = journey.text();
    assert!(text.contains("Ruth Okafor") && !text.contains("Add a reading"), "{text}");
    assert!(!text.contains("Put away"), "{text}");
}

#[test]
fn a_carer_writes_for_the_person() {
    let mut journey = following(&[GLUCOSE]);
    seen_by(&mut journey, RecordSide::Carer, Scopes::ALL);
    logged(&mut journey, "6.8");
    journey.holding(|holding| {
        let entry = holding.record.all::<Reading>().next().unwrap();
        assert_eq!(entry.created.on_behalf, Some(Member::PERSON));
    });
    insta::assert_snapshot!(journey.text());
}

#[test]
fn on_a_full_disk_nothing_is_said_to_be_saved_and_nothing_typed_is_lost() {
    let mut journey = following(&[GLUCOSE]);
    journey.press("Blood glucose").type_in("Reading", "6.8");
    journey.disk.lock().unwrap().problem = Some(StoreProblem::Full);
    journey.press("Save");
    let text = journey.text();
    assert!(text.contains("There is no room left") && text.contains("? Reading = 6.8"), "{text}");
    assert!(!text.contains("! Success"), "{text}");
    journey.disk.lock().unwrap().problem = None;
    journey.press("Save");
    assert!(journey.text().contains("7:42 · Blood glucose 6.8 mmol/L"));
}
