//! What happened beside the readings, and blood pressure as pairs.

use record::Decimal;
use record::kinds::{DiaryNote, DiaryTopic, DoseTaken, DoseUnit, Symptom};
use record::time::Happened;

use super::{GLUCOSE, PRESSURE, begun, chart_of, following, logged};
use crate::saving::{Act, Go};
use crate::testing::Journey;

/// Writes down so many doses, one an hour back from now, and on `days` days.
fn doses(journey: &mut Journey, days: i64, a_day: i64) {
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        for n in 0..days * a_day {
            let dose = DoseTaken {
                medicine: "Insulin".into(),
                amount: Decimal::new(9, 0).ok(),
                unit: DoseUnit::Unit,
                note: None,
            };
            let at = now.at - (n / a_day) * 86_400 - (n % a_day) * 3_600;
            act.create(&dose, Happened { at, zone: now.zone.clone() });
        }
        act.save(cx, Go::Stay, None)
    });
}

#[test]
fn doses_notes_and_events_stand_on_one_line_of_time_with_the_readings() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "3.4");
    journey.press("Blood glucose").type_in("Reading", "6.8").type_in("Note", "felt better");
    journey.press("Save");
    doses(&mut journey, 1, 2);
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        let note =
            |topic, text: &str| DiaryNote { topic, text: text.into(), mood: None, amount: None };
        for (topic, text) in [
            (DiaryTopic::Meal, "Porridge"),
            (DiaryTopic::Exercise, ""),
            (DiaryTopic::Event, "The lift was broken"),
            (DiaryTopic::Note, "Slept badly"),
        ] {
            act.create(&note(topic, text), now.clone());
        }
        // Of another time: not in a day's chart.
        let before = Happened { at: now.at - 3 * 86_400, zone: now.zone.clone() };
        act.create(&note(DiaryTopic::Meal, "Soup"), before);
        act.create(&Symptom { what: "Shaky".into(), severity: Some(4), note: None }, now);
        act.save(cx, Go::Stay, None)
    });
    journey.press("Track").press("Blood glucose").press("Day");
    insta::assert_snapshot!(journey.text());
    let chart = chart_of(&journey);
    for lane in &chart.lanes {
        for mark in &lane.marks {
            assert!(chart.across.from <= mark.x && mark.x <= chart.across.to, "{mark:?}");
        }
    }
    journey.press("Week");
    assert!(chart_of(&journey).sentence.contains("Meals (2)"), "{}", journey.text());
}

#[test]
fn many_marks_of_a_lane_are_counted_and_none_is_lost() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "6.8");
    doses(&mut journey, 400, 5);
    journey.press("Track").press("Blood glucose").press("Week");
    let lane = chart_of(&journey).lanes.remove(0);
    assert_eq!((lane.name.as_str(), lane.marks.len()), ("Doses taken", 35));
    assert_eq!(lane.marks[34].label, "Insulin, 9 units, Sunday 22 November, 7:42");
    journey.press("Month");
    let chart = chart_of(&journey);
    assert_eq!(chart.lanes[0].marks.len(), 30);
    assert!(chart.lanes[0].marks[29].label.starts_with("5 times, Sunday 22 November"));
    assert!(chart.sentence.ends_with("Marked below the chart: Doses taken (150)."));
    journey.press("Year");
    let chart = chart_of(&journey);
    assert!(chart.sentence.ends_with("Marked below the chart: Doses taken (1825)."));
    let counted = chart.lanes[0].marks.iter().map(|mark| {
        let (count, _) = mark.label.split_once(' ').unwrap();
        count.parse::<u32>().unwrap()
    });
    assert_eq!(counted.sum::<u32>(), 1825);
    assert!(chart.lanes[0].marks.len() <= 54);
}

#[test]
fn what_was_crossed_out_is_not_marked() {
    let mut journey = following(&[GLUCOSE]);
    logged(&mut journey, "6.8");
    journey.press("Track").press("Write down a symptom");
    journey.type_in("In your own words", "Dizzy").press("Save");
    journey.press("Track").press("Blood glucose");
    assert!(journey.text().contains("Symptoms: Dizzy, Sunday 22 November, 7:42"));
    journey.press("Track").press("Dizzy").press("Cross it out");
    journey.choose("Why?", &["twice"]).press("Cross it out");
    journey.press("Track").press("Blood glucose");
    assert!(chart_of(&journey).lanes.is_empty(), "{}", journey.text());
}

#[test]
fn blood_pressure_is_drawn_in_pairs_with_the_zones_of_each_number_on_its_side() {
    let mut journey = following(&[PRESSURE]);
    let log = |journey: &mut Journey, upper: &str, lower: &str| {
        journey.press("Today").press("Blood pressure").type_in("Upper number", upper);
        journey.type_in("Lower number", lower).press("Save").later(30);
    };
    for (upper, lower) in [("128", "82"), ("141", "90"), ("119", "70")] {
        log(&mut journey, upper, lower);
    }
    journey.press("Track").press("Blood pressure");
    let chart = chart_of(&journey);
    let pairs: Vec<_> = chart.bars.iter().map(|bar| (bar.from, bar.to)).collect();
    assert_eq!(pairs, [(82.0, 128.0), (90.0, 141.0), (70.0, 119.0)]);
    assert!(chart.zones.is_empty());
    let who = |journey: &mut Journey| {
        journey.choose("Who set it?", &["named"]).type_in("Their name", "Sam Okoro, nurse");
        journey.date("When was it set?", "1", "5", "2026").press("Save");
    };
    journey.press("More").press("Action plans").press("Add a plan");
    let which = "Which plan is it?";
    let plan = crate::pilot::choices(&journey.page(), which, &["Blood pressure plan"]);
    who(journey.choose(which, &[&plan[0]]));
    for (what, number) in
        [("Blood pressure, upper number", "135"), ("Blood pressure, lower number", "85")]
    {
        journey.press("Set numbers").press(what).type_in("Amber: this number or more", number);
        who(&mut journey);
    }
    journey.press("Track").press("Blood pressure");
    let chart = chart_of(&journey);
    let zones: Vec<String> = chart
        .zones
        .iter()
        .map(|zone| format!("{:?} {:?} {}", zone.from, zone.to, zone.name))
        .collect();
    insta::assert_snapshot!(
        "zones_of_pressure",
        format!("{}\n{}", zones.join("\n"), chart.sentence)
    );
    // No reading lies in a band that is about the other number.
    for (series, number) in chart.series.iter().zip(["Upper number", "Lower number"]) {
        for point in &series.points {
            let inside = |zone: &&crate::screen::Zone| {
                zone.from.is_none_or(|from| from <= point.y)
                    && zone.to.is_none_or(|to| point.y < to)
            };
            let zone = chart.zones.iter().find(inside).unwrap();
            assert!(zone.name.starts_with(number), "{} in {}", point.y, zone.name);
        }
    }
    // Where they cannot be told apart by height, there are no bands.
    log(&mut journey, "88", "60");
    journey.press("Track").press("Blood pressure");
    assert!(chart_of(&journey).zones.is_empty());
}

#[test]
fn patterns_are_counts_and_say_nothing_of_a_few() {
    let mut journey = begun();
    journey.act(|cx| {
        let mut act = Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        let key = crate::track::TrackerKey::ready_made(
            record::kinds::Measure::Glucose,
            record::kinds::Unit::MmolPerLitre,
        );
        let tracker = record::kinds::Ref(act.create(&key.tracker(), now.clone()).created_by());
        // At 7:42 on ten days, and at 21:42 on four of them.
        let at = |n: i64, hours: i64| now.at - n * 86_400 - hours * 3_600;
        for (n, at) in (0..10).map(|n| (n, at(n, 0))).chain((0..4).map(|n| (n + 20, at(n, 10)))) {
            let reading = record::kinds::Reading {
                tracker,
                value: Decimal::new(38 + n * 3, 1).unwrap(),
                second: None,
                third: None,
                context: (n < 10).then_some(record::kinds::Context::BeforeBreakfast),
                note: None,
            };
            act.create(&reading, Happened { at, zone: now.zone.clone() });
        }
        act.save(cx, Go::Stay, None)
    });
    journey.press("Track").press("Blood glucose").press("By time of day and day of the week");
    assert_eq!(journey.page().name, "track.patterns");
    insta::assert_snapshot!("patterns", journey.text());
    journey.press("Day");
    assert!(journey.text().contains("1 reading today."), "{}", journey.text());
    journey.press("Back");
    assert_eq!(journey.page().name, "track.chart");
}
