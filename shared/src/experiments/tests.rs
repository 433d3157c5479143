//! Trying things out, as people do it.

use jiff::civil::Date;
use record::kinds::{Experiment, Reading, Ref, Symptom, Tracker, Weeks};
use record::state::Entry;
use record::time::{Happened, Zone};
use record::{Decimal, EntryId, Kind, Scope, Scopes};

use crate::effects::clock::Now;
use crate::holding::RecordSide;
use crate::messages::fixture::{TABLET, changed, signed_in, with};
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
fn what_cannot_be_is_refused_where_it_stands() {
    let mut journey = person();
    experiments(&mut journey).press("Try something out").press("Save");
    let text = journey.text();
    for needed in [
        "✗ Write what you want to know",
        "✗ Write what you will do differently",
        "✗ Choose what to look at",
    ] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    fill(&mut journey, "Tiredness");
    for (first, second, days, needed) in [
        (
            ("22", "11", "2026"),
            ("20", "11", "2026"),
            "7",
            "✗ The days as usual go on until 28 November. Enter a later day.",
        ),
        (
            ("22", "11", "2026"),
            ("28", "11", "2026"),
            "7",
            "✗ The days as usual go on until 28 November. Enter a later day.",
        ),
        (
            ("22", "11", "2026"),
            ("29", "11", "2026"),
            "2",
            "✗ Enter a whole number of days from 3 to 28",
        ),
        (
            ("22", "11", "2026"),
            ("29", "12", "2026"),
            "29",
            "✗ Enter a whole number of days from 3 to 28",
        ),
        (
            ("22", "11", "2026"),
            ("29", "12", "2026"),
            "a week",
            "✗ Enter a whole number of days from 3 to 28",
        ),
        (("31", "2", "2026"), ("29", "11", "2026"), "7", "✗ Enter a date, such as 22 11 2026"),
        (("22", "11", "20226"), ("29", "11", "2026"), "7", "✗ Enter a date, such as 22 11 2026"),
        (
            ("22", "11", "2206"),
            ("29", "11", "2206"),
            "7",
            "✗ This day is more than a year away. Check the year.",
        ),
        (("22", "11", "1066"), ("29", "11", "2026"), "7", "✗ Enter a day after 1969"),
    ] {
        journey.date("First day as usual", first.0, first.1, first.2);
        journey.date("First day with the change", second.0, second.1, second.2);
        journey.type_in("How many days as usual?", days).press("Save");
        assert!(journey.text().contains(needed), "{needed}: {}", journey.text());
        assert_eq!(journey.holding(|holding| holding.record.ids::<Experiment>().count()), 0);
    }
    journey.type_in("What do you want to know?", &"a".repeat(301)).press("Save");
    assert!(journey.text().contains("✗ Use 300 characters or fewer"), "{}", journey.text());
}

#[test]
fn a_tracker_that_was_put_away_meanwhile_is_said_to_be() {
    let mut journey = person();
    experiments(&mut journey).press("Try something out");
    fill(&mut journey, "Tiredness");
    let id = tracker(&journey, "Tiredness");
    journey.act(|cx| crate::track::update(crate::track::Intent::PutAway(id), cx));
    experiments(&mut journey).press("Try something out").press("Save");
    let text = journey.text();
    assert!(
        text.contains("✗ Tiredness is put away. Bring it back first, or choose something else."),
        "{text}"
    );
    // One that was there before goes on being counted.
    let mut journey = person();
    write(&mut journey, "Tiredness", -14, &[5, 6, 5].map(Some));
    begin(&mut journey);
    journey.act(|cx| crate::track::update(crate::track::Intent::PutAway(id), cx));
    experiments(&mut journey).press("Does pacing help me?");
    let text = journey.text();
    assert!(text.contains("What this looks at is put away") && text.contains("3 of 7"), "{text}");
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

#[test]
fn two_devices_that_set_other_days_have_both_and_nothing_is_counted_until_one_is_kept() {
    let mut journey = signed_in();
    follow(&mut journey);
    write(&mut journey, "Tiredness", -14, &[5, 6, 5, 7].map(Some));
    begin(&mut journey);
    let before = only(&journey);
    let touch = journey.holding(|holding| holding.record.touch(before.id));
    let other = Weeks { change: (Date::constant(2026, 11, 20), 7), ..before.value.weeks };
    let other = Experiment { weeks: other, ..before.value.clone() };
    journey.press("Change it").type_in("How many days with the change?", "10").press("Save");
    with(&mut journey, |holding| {
        changed(holding, TABLET, 1, touch, (&before.value, &other), MORNING + 60_000);
    });
    let text = journey.text();
    assert!(text.contains("so nothing is counted") && !text.contains("Side by side"), "{text}");
    journey.press("Look at both and choose");
    let text = journey.text();
    assert!(text.contains("20 November 2026 to 26 November 2026"), "{text}");
    assert!(text.contains("15 November 2026 to 24 November 2026"), "{text}");
    let keep = crate::pilot::presses(&journey.page());
    let (label, _) = keep
        .iter()
        .find(|(label, _)| label.starts_with("Keep") && label.contains("20 November"))
        .unwrap();
    journey.press(label);
    assert_eq!(only(&journey).value.weeks, other.weeks);
    journey.press("Back");
    assert!(journey.text().contains("Side by side"), "{}", journey.text());
}

fn carer(journey: &mut Journey, sees: &[Scope], adds: &[Scope]) {
    with(journey, |holding| {
        holding.about.side = RecordSide::Carer;
        holding.about.name = "Rosa".into();
        (holding.about.scopes, holding.about.adds) = (Scopes::of(sees), Scopes::of(adds));
    });
}

#[test]
fn a_carer_sees_or_helps_as_far_as_readings_are_shared() {
    let mut journey = person();
    begin(&mut journey);
    carer(&mut journey, &[Scope::Health], &[]);
    experiments(&mut journey);
    assert!(!journey.text().contains("<Try something out>"), "{}", journey.text());
    journey.press("Does pacing help me?");
    let text = journey.text();
    assert!(text.contains("Side by side") && !text.contains("Stop here"), "{text}");
    // A press of another time changes nothing either.
    let id = only(&journey).id;
    journey.act(|cx| super::update(super::Intent::Stop(id, true), cx));
    assert_eq!(only(&journey).value.stopped, None);
    carer(&mut journey, &[Scope::Health], &[Scope::Health]);
    experiments(&mut journey).press("Does pacing help me?").press("What I think of it");
    journey.type_in("What I think of it", "It did Rosa good, I think").press("Save");
    assert!(only(&journey).value.thoughts.is_some());
    carer(&mut journey, &[Scope::Diary], &[]);
    experiments(&mut journey);
    let text = journey.text();
    assert!(text.contains("not shared with you") && !text.contains("pacing"), "{text}");
}

#[test]
fn all_of_it_is_in_the_copy_that_the_person_keeps() {
    let mut journey = person();
    begin(&mut journey);
    journey.press("What I think of it").type_in("What I think of it", "Worth it, I think");
    journey.press("Save");
    let now = Now { ms: journey.ms, zone: journey.zone.clone(), agreed: None, day_start: 0 };
    let words = crate::words::Words::default();
    let (archive, _) =
        journey.holding(|holding| crate::your_data::archive(holding, &words, &now).unwrap());
    let files = crate::your_data::tests::unpack(&archive);
    let file = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    for name in ["experiments.csv", "record.html", "record.json"] {
        let text = file(name);
        assert!(text.contains("Does pacing help me?"), "{name}");
        assert!(text.contains("Worth it, I think"), "{name}");
    }
    assert!(file("experiments.csv").contains("Tiredness,2026-11-08,7,2026-11-15,7"));
    journey.press("More").press("Your data on this device");
    assert!(journey.text().contains("Home experiments: 1"), "{}", journey.text());
}
