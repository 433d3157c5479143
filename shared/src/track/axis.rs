//! The axes of a chart: where they begin and end, and their marks.

use jiff::civil::Date;
use record::kinds::Measure;
use record::kinds::Tracker;

use super::measures::{Shape, bounds_of, shape_of};
use super::span::{Range, Window};
use crate::screen::{Axis, Tick};
use crate::when;
use crate::words::{Words, say};

/// The days of a stretch of time, with marks where days begin.
pub(super) fn across(words: &Words, window: &Window<'_>) -> Axis {
    let (from, to) = (window.from(), window.to());
    let day = |date| Tick { at: window.dawn(date), label: short_day(words, date) };
    let days = |apart: usize| {
        let all = (0..).map_while(|n| when::days_after(window.first, n));
        all.take_while(|date| *date <= window.last).step_by(apart)
    };
    let ticks = match window.range {
        // By the clock, from the first full hour of a quarter of the day.
        Range::Day => {
            let first = (from / 360.0).ceil();
            let hours = [0.0, 1.0, 2.0, 3.0].into_iter().map(|quarter| (first + quarter) * 360.0);
            let label = |at: f64| format!("{}:00", (at / 60.0).rem_euclid(24.0));
            hours.map(|at| Tick { at, label: label(at) }).collect()
        }
        Range::Week => days(2).map(day).collect(),
        Range::Month => days(7).map(day).collect(),
        Range::Year => firsts(window.first, window.last)
            .into_iter()
            .step_by(3)
            .map(|date| Tick { at: window.dawn(date), label: short_month(words, date) })
            .collect(),
    };
    Axis { from, to, ticks }
}

/// The first days of the months after a day.
fn firsts(start: Date, end: Date) -> Vec<Date> {
    let mut found = Vec::new();
    let mut date = start.first_of_month();
    while date <= end {
        if date >= start {
            found.push(date);
        }
        let Ok(next) = date.last_of_month().tomorrow() else { break };
        date = next;
    }
    found
}

fn short_month(words: &Words, date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "track-jan",
        "track-feb",
        "track-mar",
        "track-apr",
        "track-may",
        "track-jun",
        "track-jul",
        "track-aug",
        "track-sep",
        "track-oct",
        "track-nov",
        "track-dec",
    ];
    let month = usize::try_from(date.month() - 1).unwrap_or(0);
    words.get(MONTHS.get(month).copied().unwrap_or("track-jan"))
}

fn short_day(words: &Words, date: Date) -> String {
    let month = short_month(words, date);
    say!(words, "day-month", day = i64::from(date.day()), month = month)
}

/// The values, with a few marks at round numbers. A scale is shown whole.
pub(super) fn up(tracker: &Tracker, values: impl Iterator<Item = f64>) -> Axis {
    let bounds = bounds_of(tracker).map(|bounds| bounds.possible);
    if let (Shape::Scale, Some(limits)) = (shape_of(tracker), bounds) {
        return marks(limits.least, limits.most, 5.0);
    }
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| {
        (least.min(value), most.max(value))
    });
    if !least.is_finite() || !most.is_finite() {
        return Axis { from: 0.0, to: 1.0, ticks: Vec::new() };
    }
    let spread = if most > least { most - least } else { (most.abs() / 5.0).max(1.0) };
    let step = round_step(spread / 3.0);
    let mut from = (least / step).floor() * step;
    let mut to = (most / step).ceil() * step;
    if to <= from {
        from -= step;
        to += step;
    }
    if from < 0.0 && least >= 0.0 {
        from = 0.0;
    }
    if tracker.measure == Measure::Oxygen {
        to = to.min(100.0);
    }
    marks(from, to, step)
}

/// 1, 2 or 5 times a power of ten, not below `wanted`.
fn round_step(wanted: f64) -> f64 {
    let power = 10_f64.powf(wanted.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|n| n * power)
        .find(|step| *step >= wanted)
        .unwrap_or(10.0 * power)
}

fn marks(from: f64, to: f64, step: f64) -> Axis {
    let mut ticks = Vec::new();
    let mut n = 0_u8;
    loop {
        let at = from + f64::from(n) * step;
        if at > to + step / 1000.0 || n > 20 {
            break;
        }
        ticks.push(Tick { at, label: label(at, step) });
        n += 1;
    }
    Axis { from, to, ticks }
}

fn label(at: f64, step: f64) -> String {
    let places = if step >= 1.0 { 0 } else { 1 + usize::from(step < 0.1) };
    let text = format!("{at:.places$}");
    text.parse().map_or(text, super::names::figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_round() {
        let steps = [2.2, 0.13, 1000.0].map(|wanted| round_step(wanted).to_string());
        assert_eq!(steps, ["5", "0.2", "1000"]);
        let labels: Vec<String> =
            marks(4.0, 12.0, 2.0).ticks.into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels, ["4", "6", "8", "10", "12"]);
        assert_eq!(label(0.6, 0.2), "0.6");
        assert_eq!(label(12_000.0, 5_000.0), "12,000");
    }
}
