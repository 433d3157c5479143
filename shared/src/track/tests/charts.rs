//! Many readings: ranges, thinning, older ones.

use std::collections::BTreeMap;

use record::Decimal;
use record::kinds::{Measure, Reading, Ref, Tracker, Unit};
use record::time::Happened;

use super::{begun, chart_of};
use crate::screen::Block;
use crate::testing::Journey;
use crate::track::TrackerKey;

/// Many readings of one tracker, written as an import would.
fn many(journey: &mut Journey, days: i64, a_day: i64) {
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = crate::saving::Act::new(holding, cx.now);
        let tracker = Tracker {
            measure: Measure::Glucose,
            name: None,
            unit: Unit::MmolPerLitre,
            unit_name: None,
            least: None,
            most: None,
            place: Some(1),
            put_away: None,
        };
        let now = act.happened_now();
        let id = act.create(&tracker, now.clone());
        for n in 0..days * a_day {
            let reading = Reading {
                tracker: record::kinds::Ref(id.created_by()),
                value: Decimal::new(50 + (n * 37) % 61, 1).unwrap(),
                second: None,
                third: None,
                context: None,
                note: None,
            };
            let at = now.at - (n / a_day) * 86_400 - (n % a_day) * 3_600;
            act.create(&reading, Happened { at, zone: now.zone.clone() });
        }
        act.save(cx, crate::saving::Go::Stay, None)
    });
}

#[test]
fn ranges_are_chosen_thinned_and_said() {
    let mut journey = begun();
    many(&mut journey, 400, 3);
    journey.press("Track").press("Blood glucose");
    let chart = chart_of(&journey);
    assert_eq!(chart.series[0].points.len(), 90);
    assert!(chart.series[0].points.windows(2).all(|pair| pair[0].x <= pair[1].x));
    assert_eq!(chart.table.rows.len(), 90);
    assert!(chart.bars.is_empty() && chart.lanes.is_empty());
    insta::assert_snapshot!("a_month", chart.sentence);
    journey.press("Day");
    assert_eq!(chart_of(&journey).series[0].points.len(), 3);
    journey.press("Week");
    assert_eq!(chart_of(&journey).series[0].points.len(), 21);
    journey.press("Year");
    let chart = chart_of(&journey);
    assert_eq!(chart.series[0].points.len(), 53);
    assert!(chart.sentence.ends_with("one week, with its lowest and highest."));
    let labels: Vec<&str> = chart.across.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(labels, ["Dec", "Mar", "Jun", "Sep"]);
    assert_eq!(chart.ranges.iter().filter(|button| button.chosen == Some(true)).count(), 1);
    insta::assert_snapshot!("a_point_of_a_year", chart.series[0].points[10].label);
}

#[test]
fn what_is_thinned_keeps_the_lowest_and_the_highest_of_each_week() {
    let mut journey = begun();
    many(&mut journey, 400, 3);
    journey.press("Track").press("Blood glucose").press("Year");
    let chart = chart_of(&journey);
    // Told again from the readings: weeks begin on Monday.
    let monday = |at: f64| ((at / 1440.0).floor() + 3.0).div_euclid(7.0).to_string();
    let mut weeks: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    journey.holding(|holding| {
        for entry in holding.record.current::<Reading>() {
            let at = crate::when::wall_minutes(&entry.happened);
            if at >= chart.across.from {
                weeks.entry(monday(at)).or_default().push(entry.value.value.to_f64());
            }
        }
    });
    assert_eq!(chart.bars.len(), 53);
    for bar in &chart.bars {
        let values = &weeks[&monday(bar.x)];
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let most = values.iter().copied().fold(0.0, f64::max);
        assert_eq!((bar.from, bar.to), (least, most));
        // Nothing is beyond the picture.
        assert!(chart.up.from <= bar.from && bar.to <= chart.up.to);
    }
    let rows = &chart.table.rows;
    assert_eq!(
        rows[1].cells[1].note.as_deref(),
        Some("21 readings from 5.1 mmol/L to 11.0 mmol/L")
    );
}

#[test]
fn many_readings_of_one_day_are_gathered_by_the_hour() {
    let mut journey = begun();
    journey.ms += 12 * 3_600_000;
    at_minutes(&mut journey, 288);
    journey.press("Track").press("Blood glucose").press("Day");
    let chart = chart_of(&journey);
    // 19:42 is the last, and every 5 minutes before it on this day.
    assert_eq!(chart.series[0].points.len(), 20);
    let last = chart.series[0].points.last().unwrap();
    assert!(last.label.ends_with("Sunday 22 November, 19:00 to 20:00"), "{}", last.label);
    assert!(chart.sentence.contains("Each point is the middle reading of one hour"));
    let labels: Vec<&str> = chart.across.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(labels, ["0:00", "6:00", "12:00", "18:00"]);
}

/// So many readings, one every 5 minutes up to now.
fn at_minutes(journey: &mut Journey, count: i64) {
    journey.act(|cx| {
        let mut act = crate::saving::Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        let key = TrackerKey::ready_made(Measure::Glucose, Unit::MmolPerLitre);
        let tracker = Ref(act.create(&key.tracker(), now.clone()).created_by());
        for n in 0..count {
            let value = Decimal::new(50 + n % 30, 1).unwrap();
            let reading =
                Reading { tracker, value, second: None, third: None, context: None, note: None };
            act.create(&reading, Happened { at: now.at - n * 300, zone: now.zone.clone() });
        }
        act.save(cx, crate::saving::Go::Stay, None)
    });
}

#[test]
fn what_is_older_is_a_press_away_past_what_is_empty() {
    let mut journey = begun();
    many(&mut journey, 3, 2);
    // Two years on.
    journey.later(2 * 365 * 24 * 60);
    journey.press("Track").press("Blood glucose");
    let text = journey.text();
    assert!(text.contains("No readings in the last 30 days."), "{text}");
    assert!(!text.contains("<Later>"));
    journey.press("Earlier");
    let chart = chart_of(&journey);
    assert_eq!(chart.series[0].points.len(), 6);
    assert!(
        chart.sentence.starts_with(
            "6 readings from 24 October 2026 to 22 November 2026. The lowest was 5.0 mmol/L"
        ),
        "{}",
        chart.sentence
    );
    assert!(chart.sentence.contains("The last of them was"), "{}", chart.sentence);
    assert!(!journey.text().contains("<Earlier>"));
    journey.press("Day");
    assert!(chart_of(&journey).sentence.starts_with("2 readings on 22 November 2026."));
    journey.press("Earlier").press("Earlier");
    assert!(chart_of(&journey).sentence.starts_with("2 readings on 20 November 2026."));
    journey.press("Later").press("Later").press("Later");
    assert!(chart_of(&journey).sentence.starts_with("No readings today."), "{}", journey.text());
    journey.press("Back");
    assert_eq!(journey.page().name, "track");
}

#[test]
fn uhabits_607_a_day_of_a_chart_begins_when_the_person_says() {
    let mut journey = begun();
    many(&mut journey, 2, 7);
    journey.act(|cx| {
        let mut act = crate::saving::Act::new(cx.open.holding().unwrap(), cx.now);
        let now = act.happened_now();
        act.create(&record::kinds::OwnDay { start: 4 * 60 }, now);
        act.save(cx, crate::saving::Go::Stay, None)
    });
    journey.press("Track").press("Blood glucose").press("Day");
    let chart = chart_of(&journey);
    // 7:42 back to 4:42 are of today; 3:42 to 1:42 are of the day before.
    assert_eq!(chart.series[0].points.len(), 4);
    let labels: Vec<&str> = chart.across.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(labels, ["6:00", "12:00", "18:00", "0:00"]);
    let points = &chart.series[0].points;
    assert!(points.iter().all(|point| chart.across.from <= point.x && point.x <= chart.across.to));
    journey.press("Earlier");
    assert_eq!(chart_of(&journey).series[0].points.len(), 7);
    journey.press("By time of day and day of the week");
    let text = journey.text();
    assert!(text.contains("Saturday 21 November | 7 |"), "{text}");
}

#[test]
fn older_rows_come_by_asking() {
    let mut journey = begun();
    many(&mut journey, 50, 1);
    journey.press("Track").press("Blood glucose");
    let table = |journey: &Journey| {
        journey.page().blocks.into_iter().find_map(|block| match block {
            Block::Table(table) => Some(table.rows.len()),
            _ => None,
        })
    };
    assert_eq!(table(&journey), Some(20));
    journey.press("Show older").press("Show older");
    let text = journey.text();
    assert_eq!(text.lines().filter(|line| line.contains("mmol/L")).count(), 10);
    assert!(!text.contains("Show older"));
    journey.press("Back").press("Back");
    assert_eq!(journey.page().name, "track.chart");
}
