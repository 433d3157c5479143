//! Trying things out, as people do it.

mod bad_input;
mod others;

use record::kinds::{Experiment, Reading, Ref, Symptom, Tracker};
use record::state::Entry;
use record::time::{Happened, Zone};
use record::{Decimal, EntryId, Kind};

use crate::saving::{Act, Go};
use crate::testing::{Journey, MORNING};

const DAY: i64 = 86_400_000;

/// 7:42 on a Sunday in London (22 November 2026), alone, following tiredness.
fn person() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    follow(&mut journey);
    journey
}

fn follow(journey: &mut Journey) {
    journey.press("Track").press("Choose what to follow");
    let which = "What do you want to follow?";
    let values = crate::pilot::choices(&journey.page(), which, &["Tiredness", "Blood pressure"]);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    journey.choose(which, &values).press("Follow these");
}

fn tracker(journey: &Journey, name: &str) -> EntryId {
    let words = crate::words::Words::default();
    journey.holding(|holding| {
        let named =
            |entry: &Entry<Tracker>| crate::track::tracker_name(&words, &entry.value) == name;
        holding.record.current::<Tracker>().find(named).unwrap().id
    })
}

fn create<K: Kind>(journey: &mut Journey, all: &[(i64, K)]) {
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        for (at, value) in all {
            let happened = Happened { at: at / 1000, zone: Zone::new("Europe/London") };
            act.create(value, happened);
        }
        act.save(cx, Go::Stay, None)
    });
}

/// Writes numbers down, one a day from a day on (0 is 22 November); none where there
/// is none.
fn write(journey: &mut Journey, name: &str, from: i64, numbers: &[Option<i64>]) {
    let tracker = Ref(tracker(journey, name).created_by());
    let reading = |(at, number): (usize, &Option<i64>)| {
        let value = Decimal::whole((*number)?);
        let reading = Reading {
            tracker,
            value,
            second: (name == "Blood pressure").then(|| Decimal::whole(80)),
            third: None,
            context: None,
            note: None,
        };
        Some((MORNING + (from + i64::try_from(at).unwrap()) * DAY, reading))
    };
    let all: Vec<(i64, Reading)> = numbers.iter().enumerate().filter_map(reading).collect();
    create(journey, &all);
}

fn experiments(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Home experiments")
}

fn fill(journey: &mut Journey, what: &str) {
    journey.type_in("What do you want to know?", "Does pacing help me?");
    journey.type_in("What will you do differently?", "Rest ten minutes after each hour");
    let ask = "What will you look at?";
    let value = crate::pilot::choices(&journey.page(), ask, &[what]);
    journey.choose(ask, &[&value[0]]);
}

/// Begins one whose days as usual began on 8 November, and stands on its page.
fn begin(journey: &mut Journey) {
    experiments(journey).press("Try something out");
    fill(journey, "Tiredness");
    journey.date("First day as usual", "8", "11", "2026");
    journey.date("First day with the change", "15", "11", "2026").press("Save");
    assert_eq!(journey.page().name, "experiments.one", "{}", journey.text());
}

fn only(journey: &Journey) -> Entry<Experiment> {
    journey.holding(|holding| holding.record.current::<Experiment>().next().unwrap())
}

/// That nothing is said of what caused what, or of how likely it is by chance.
fn claims_nothing(text: &str) {
    let small = text.to_lowercase();
    for word in [
        "because of",
        "proves",
        "works for you",
        "significant",
        "p-value",
        "better",
        "worse",
        "you missed",
        "failed",
    ] {
        assert!(!small.contains(word), "{word} in {text}");
    }
}

#[test]
fn peers_14_two_weeks_are_shown_side_by_side_with_what_they_cannot_show() {
    let mut journey = person();
    experiments(&mut journey);
    insta::assert_snapshot!("none", journey.text());
    write(&mut journey, "Tiredness", -14, &[5, 6, 5, 7, 4, 6, 5].map(Some));
    write(&mut journey, "Tiredness", -7, &[4, 4, 3, 5, 4, 4, 4].map(Some));
    begin(&mut journey);
    insta::assert_snapshot!("both_weeks", journey.text());
    let text = journey.text();
    assert!(
        text.contains("6 of 7 days in the second week were lower than the middle day of the first, 5 out of 10."),
        "{text}"
    );
    assert!(text.contains("This cannot show what caused it."), "{text}");
    claims_nothing(&text);
}

#[test]
fn weeks_that_are_alike_are_said_to_be() {
    let mut journey = person();
    write(&mut journey, "Tiredness", -14, &[5, 6, 5, 7].map(Some));
    write(&mut journey, "Tiredness", -7, &[6, 5, 5, 6].map(Some));
    begin(&mut journey);
    let text = journey.text();
    assert!(text.contains("Most days were alike in both weeks."), "{text}");
    assert!(text.contains("2 of 4 days in the second week were the same as"), "{text}");
    claims_nothing(&text);
}

#[test]
fn with_few_readings_or_none_nothing_is_said() {
    let mut journey = person();
    write(&mut journey, "Tiredness", -14, &[Some(5), None, None, Some(7)]);
    begin(&mut journey);
    let text = journey.text();
    assert!(text.contains("There are too few days to say anything yet"), "{text}");
    assert!(text.contains("2 of 7 | 0 of 7"), "{text}");
    assert!(!text.contains("alike"), "{text}");
    claims_nothing(&text);
}

#[test]
fn it_runs_from_day_to_day_and_can_be_stopped_at_any_time() {
    let mut journey = person();
    journey.press("Track").press("Tiredness");
    experiments(&mut journey).press("Try something out");
    fill(&mut journey, "Tiredness");
    journey.press("Save");
    assert!(journey.text().contains("Day 1 of 7, as usual"), "{}", journey.text());
    journey.later(8 * 24 * 60);
    experiments(&mut journey);
    assert!(journey.text().contains("Day 2 of 7 with the change"), "{}", journey.text());
    journey.press("Does pacing help me?").press("Stop here");
    let text = journey.text();
    assert!(text.contains("Stopped on 30 November"), "{text}");
    claims_nothing(&text);
    // What was written afterwards is no part of it.
    journey.later(24 * 60);
    write(&mut journey, "Tiredness", 9, &[Some(9)]);
    assert!(journey.text().contains("0 of 7 | 0 of 2"), "{}", journey.text());
    journey.press("Go on with it");
    assert!(journey.text().contains("1 of 3"), "{}", journey.text());
    journey.press("Stop here");
    experiments(&mut journey);
    let text = journey.text();
    assert!(text.contains("## Before\n<Does pacing help me?>"), "{text}");
}

#[test]
fn uhabits_88_bad_days_and_days_left_out_count_for_nothing() {
    let mut journey = person();
    write(&mut journey, "Tiredness", -7, &[5, 6, 5, 7, 4, 6, 9].map(Some));
    write(&mut journey, "Tiredness", 0, &[Some(10)]);
    experiments(&mut journey).press("Try something out");
    fill(&mut journey, "Tiredness");
    journey.date("First day as usual", "15", "11", "2026");
    journey.date("First day with the change", "22", "11", "2026").press("Save");
    assert!(journey.text().contains("7 of 7 | 1 of 1"), "{}", journey.text());
    // Today turns out to be a bad day.
    journey.press("Today").press("Today is a bad day");
    experiments(&mut journey).press("Does pacing help me?");
    let text = journey.text();
    assert!(text.contains("7 of 7 | 0 of 0 (1 left out)"), "{text}");
    claims_nothing(&text);
    // Nobody else hears of it.
    assert!(only(&journey).value.left_out.is_empty());
    // And a day that was not as planned.
    journey.press("What I think of it");
    journey.type_in("What I think of it", "Hard to keep up at work");
    journey.choose("Days that do not count", &["2026-11-21", "2026-11-22"]).press("Save");
    let text = journey.text();
    assert!(text.contains("6 of 6 (1 left out) | 0 of 0 (1 left out)"), "{text}");
    assert!(text.contains("Hard to keep up at work"), "{text}");
    assert!(text.contains("Highest day | 7 out of 10"), "{text}");
    // A bad day can count all the same.
    journey.press("What I think of it");
    journey.choose("Days that do not count", &[]).press("Save");
    assert!(journey.text().contains("7 of 7 | 1 of 1"), "{}", journey.text());
    assert!(journey.restarted().page().name == "today");
}

#[test]
fn of_several_readings_on_a_day_the_middle_one_stands_and_a_night_is_of_its_evening() {
    let mut journey = person();
    let tracker = Ref(tracker(&journey, "Tiredness").created_by());
    let at = |hours: i64, value| {
        let value = Decimal::whole(value);
        let reading =
            Reading { tracker, value, second: None, third: None, context: None, note: None };
        (MORNING - 14 * DAY + hours * 3_600_000, reading)
    };
    create(&mut journey, &[at(0, 2), at(3, 8), at(6, 5), at(17, 9)]);
    begin(&mut journey);
    // 0:42 is of the next day, until the person's day begins later.
    let text = journey.text();
    assert!(text.contains("2 of 7"), "{text}");
    assert!(text.contains("Lowest day | 5 out of 10"), "{text}");
    journey.press("More").press("Settings").press("Change when your day begins");
    journey.type_in("When does your day begin?", "4:00").press("Save");
    experiments(&mut journey).press("Does pacing help me?");
    assert!(journey.text().contains("1 of 7"), "{}", journey.text());
}

#[test]
fn a_symptom_is_looked_at_by_its_words_and_its_absence_is_not_known() {
    let mut journey = person();
    let symptom = |what: &str, severity| Symptom { what: what.into(), severity, note: None };
    let on = |day: i64| MORNING + day * DAY;
    create(
        &mut journey,
        &[
            (on(-14), symptom("Dizzy", Some(6))),
            (on(-13), symptom("dizzy", Some(4))),
            (on(-12), symptom("DIZZY", Some(7))),
            (on(-12), symptom("Sore foot", Some(1))),
            (on(-6), symptom("Dizzy", None)),
        ],
    );
    experiments(&mut journey).press("Try something out");
    fill(&mut journey, "A symptom");
    journey.date("First day as usual", "8", "11", "2026");
    journey.date("First day with the change", "15", "11", "2026").press("Save");
    assert!(journey.text().contains("✗ Write which symptom"), "{}", journey.text());
    journey.type_in("Which symptom?", "Dizzy").press("Save");
    let text = journey.text();
    assert!(text.contains("3 of 7 | 1 of 7"), "{text}");
    assert!(text.contains("Lowest day | 4 out of 10 | –"), "{text}");
    assert!(text.contains("is not a day without it"), "{text}");
    assert!(text.contains("too few days"), "{text}");
}

#[test]
fn blood_pressure_has_both_its_numbers() {
    let mut journey = person();
    write(&mut journey, "Blood pressure", -14, &[130, 131, 132, 133].map(Some));
    write(&mut journey, "Blood pressure", -7, &[120, 121, 122, 123].map(Some));
    experiments(&mut journey).press("Try something out");
    fill(&mut journey, "Blood pressure");
    journey.date("First day as usual", "8", "11", "2026");
    journey.date("First day with the change", "15", "11", "2026").press("Save");
    let text = journey.text();
    assert!(text.contains("Upper number:") && text.contains("Lower number:"), "{text}");
    assert!(text.contains("No day with the change was like a day as usual."), "{text}");
    assert!(text.contains("4 of 4 days in the second week were the same as"), "{text}");
}

#[test]
fn a_chart_leads_to_trying_something_out_with_its_tracker_chosen() {
    let mut journey = person();
    write(&mut journey, "Tiredness", -1, &[Some(4)]);
    journey.press("Track").press("Tiredness").press("Try something out");
    assert!(journey.text().contains("(•) Tiredness"), "{}", journey.text());
    journey.type_in("What do you want to know?", "Does an early night help?");
    journey.type_in("What will you do differently?", "Bed at ten").press("Save");
    let entry = only(&journey);
    let tiredness = tracker(&journey, "Tiredness");
    assert_eq!(entry.value.tracker, Some(Ref(tiredness.created_by())));
}

#[test]
fn it_is_changed_with_its_history_and_goes_on_after_a_crash() {
    let mut journey = person();
    begin(&mut journey);
    journey.press("Change it").type_in("How many days with the change?", "10");
    let mut again = journey.died();
    assert_eq!(again.page().name, "experiments.edit");
    assert!(again.text().contains("? How many days with the change? = 10"), "{}", again.text());
    assert!(again.text().contains("? What do you want to know? = Does pacing"), "{}", again.text());
    again.press("Save").press("History, or cross it out");
    let text = again.text();
    assert!(text.contains("15 November 2026 to 24 November 2026"), "{text}");
    assert!(text.contains("Written down: Does pacing help me?"), "{text}");
    again.press("Cross it out").choose("Why?", &["typed"]).press("Cross it out");
    assert!(again.holding(|holding| holding.record.current::<Experiment>().next().is_none()));
}
