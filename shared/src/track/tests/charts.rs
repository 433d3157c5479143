//! Many readings: ranges, thinning, older ones.

use record::Decimal;
use record::kinds::{Measure, Reading, Tracker, Unit};
use record::time::Happened;

use super::{begun, chart_of};
use crate::screen::Block;
use crate::testing::Journey;

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
    assert_eq!(chart.series[0].points.len(), 42);
    assert!(chart.series[0].points.windows(2).all(|pair| pair[0].x <= pair[1].x));
    assert_eq!(chart.table.rows.len(), 42);
    insta::assert_snapshot!("two_weeks", chart.sentence);
    journey.press("Day");
    assert_eq!(chart_of(&journey).series[0].points.len(), 3);
    journey.press("3 months");
    let chart = chart_of(&journey);
    assert_eq!(chart.series[0].points.len(), 92);
    assert!(chart.sentence.ends_with("Each point is the middle reading of one day."));
    journey.press("Year");
    let chart = chart_of(&journey);
    assert!(chart.series[0].points.len() <= 54);
    assert!(chart.sentence.ends_with("Each point is the middle reading of one week."));
    let labels: Vec<&str> = chart.across.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(labels, ["Dec", "Mar", "Jun", "Sep"]);
    assert_eq!(chart.ranges.iter().filter(|button| button.chosen == Some(true)).count(), 1);
    insta::assert_snapshot!("a_point_of_a_year", chart.series[0].points[10].label);
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
