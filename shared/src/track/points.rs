//! The points of a chart: every reading, or the middle ones where there are too
//! many to draw and to read out.

use jiff::civil::{Date, DateTime};
use record::Decimal;
use record::kinds::{Measure, Reading, Tracker};
use record::sort;
use record::state::Entry;

use super::names::{number_text, tracker_name};
use crate::effects::clock::Now;
use crate::screen::{Cell, Column, Point, Row, Series, Table, Tone};
use crate::when;
use crate::words::{Words, say};

/// The most points of one line.
const MOST: usize = 200;

/// A reading with when it was taken, by the wall where it was.
pub(super) struct Taken {
    pub(super) entry: Entry<Reading>,
    pub(super) wall: DateTime,
}

/// How readings are gathered into points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thinned {
    /// Each is a point.
    No,
    /// One point a day.
    Days,
    /// One point a week.
    Weeks,
}

/// One of the numbers of a reading.
pub(super) type Part = fn(&Reading) -> Option<Decimal>;

/// The lines of a tracker, each with what it draws.
pub(super) fn parts(words: &Words, tracker: &Tracker) -> Vec<(String, Part)> {
    let value: Part = |reading| Some(reading.value);
    if tracker.measure == Measure::BloodPressure {
        let lower: Part = |reading| reading.second;
        vec![(say!(words, "track-upper"), value), (say!(words, "track-lower"), lower)]
    } else {
        vec![(tracker_name(words, tracker), value)]
    }
}

/// How many readings have to be gathered for at most [`MOST`] points.
pub(super) fn thinned(taken: &[Taken], now: &Now) -> Thinned {
    if taken.len() <= MOST {
        return Thinned::No;
    }
    let mut days: Vec<Date> = taken.iter().map(|taken| when::own_date(taken.wall, now)).collect();
    sort::by_key(&mut days, |day| *day);
    days.dedup();
    if days.len() <= MOST { Thinned::Days } else { Thinned::Weeks }
}

/// One line of a chart, before it is drawn.
pub(super) struct Line {
    name: String,
    dots: Vec<Dot>,
}

/// One point of a line, with its words.
struct Dot {
    x: f64,
    y: f64,
    /// "6.8 mmol/L".
    value: String,
    /// "Sunday 22 November, 7:42", "Sunday 22 November", "week from …".
    when: String,
    label: String,
}

impl Line {
    /// As it is drawn.
    pub(super) fn series(self) -> Series {
        let point = |dot: Dot| Point { x: dot.x, y: dot.y, label: dot.label, tone: Tone::Brand };
        Series { name: self.name, points: self.dots.into_iter().map(point).collect() }
    }
}

/// The line of one part; `taken` is newest first, the line is left to right.
pub(super) fn line(
    words: &Words,
    tracker: &Tracker,
    (name, part): &(String, Part),
    taken: &[Taken],
    (how, today, now): (Thinned, Date, &Now),
) -> Line {
    let values =
        taken.iter().rev().filter_map(|taken| Some((taken.wall, part(&taken.entry.value)?)));
    let text = |value| number_text(words, tracker, value);
    let dots = match how {
        Thinned::No => values
            .map(|(wall, value)| {
                let when = say!(
                    words,
                    "day-time",
                    day = when::long_day(words, wall.date(), today),
                    time = when::time(wall.time())
                );
                let value_text = text(value);
                let label =
                    say!(words, "track-point", value = value_text.as_str(), when = when.as_str());
                Dot { x: minutes(wall), y: value.to_f64(), value: value_text, when, label }
            })
            .collect(),
        Thinned::Days | Thinned::Weeks => gather(values, (how, now))
            .into_iter()
            .map(|(first, mut values)| {
                let value = middle(&mut values);
                let day = when::long_day(words, first, today);
                let (when, half) = if how == Thinned::Days {
                    (day, 720.0)
                } else {
                    (say!(words, "track-week", day = day), 5040.0)
                };
                let value_text = text(value);
                let label = say!(
                    words,
                    "track-point-middle",
                    value = value_text.as_str(),
                    count = values.len(),
                    when = when.as_str()
                );
                let x = when::day_minutes(first) + half;
                Dot { x, y: value.to_f64(), value: value_text, when, label }
            })
            .collect(),
    };
    Line { name: name.clone(), dots }
}

/// The lines as a table, newest first: the same as the picture.
pub(super) fn as_table(words: &Words, title: &str, lines: &[Line]) -> Table {
    let column = |title: String| Column { title, numeric: false };
    let columns = [column(say!(words, "track-when"))]
        .into_iter()
        .chain(lines.iter().map(|line| column(line.name.clone())))
        .collect();
    let Some((first, rest)) = lines.split_first() else {
        return Table { caption: title.to_owned(), columns, rows: Vec::new(), more: None };
    };
    // Every reading has the first number; another may be missing, and then its
    // line has a point less.
    let mut others: Vec<_> = rest.iter().map(|line| line.dots.iter().rev().peekable()).collect();
    let rows = first
        .dots
        .iter()
        .rev()
        .map(|dot| {
            let mut cells = vec![Cell::new(dot.when.clone()), Cell::new(dot.value.clone())];
            for other in &mut others {
                let same = other.next_if(|other| (other.x - dot.x).abs() < f64::EPSILON);
                cells.push(Cell::new(same.map_or_else(String::new, |other| other.value.clone())));
            }
            Row::new(cells)
        })
        .collect();
    Table { caption: title.to_owned(), columns, rows, more: None }
}

/// Minutes since 1970 by the wall.
pub(super) fn minutes(wall: DateTime) -> f64 {
    when::day_minutes(wall.date()) + f64::from(wall.hour()) * 60.0 + f64::from(wall.minute())
}

/// By the person's day or by week (from Monday), in rising order.
fn gather(
    values: impl Iterator<Item = (DateTime, Decimal)>,
    (how, now): (Thinned, &Now),
) -> Vec<(Date, Vec<Decimal>)> {
    let mut groups: Vec<(Date, Vec<Decimal>)> = Vec::new();
    for (wall, value) in values {
        let date = when::own_date(wall, now);
        let first = match how {
            Thinned::Weeks => {
                let since = i32::from(date.weekday().to_monday_zero_offset());
                when::days_after(date, -since).unwrap_or(date)
            }
            Thinned::No | Thinned::Days => date,
        };
        match groups.last_mut() {
            Some((known, values)) if *known == first => values.push(value),
            _ => groups.push((first, vec![value])),
        }
    }
    groups
}

/// The middle one: of an even number, the lower of the two, so that it is a
/// reading that was really taken.
pub(super) fn middle(values: &mut [Decimal]) -> Decimal {
    sort::by(values, |a, b| a.to_f64().total_cmp(&b.to_f64()));
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or_else(|| Decimal::whole(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_one_that_was_taken() {
        let mut values: Vec<Decimal> =
            ["9", "10.5", "8.0", "9.5"].iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(middle(&mut values).to_string(), "9");
    }

    #[test]
    fn a_week_begins_on_monday_and_a_night_is_of_the_day_before_where_that_is_so() {
        let at = |day, hour| DateTime::constant(2026, 11, day, hour, 0, 0, 0);
        let firsts = |how, day_start| -> Vec<String> {
            let now = Now { day_start, ..Now::default() };
            let taken = [at(21, 8), at(22, 8), at(23, 2), at(23, 8)];
            let values = taken.into_iter().map(|at| (at, Decimal::whole(1)));
            let groups = gather(values, (how, &now));
            groups.iter().map(|(first, all)| format!("{first}: {}", all.len())).collect()
        };
        assert_eq!(firsts(Thinned::Weeks, 0), ["2026-11-16: 2", "2026-11-23: 2"]);
        assert_eq!(firsts(Thinned::Weeks, 240), ["2026-11-16: 3", "2026-11-23: 1"]);
        let days = ["2026-11-21: 1", "2026-11-22: 2", "2026-11-23: 1"];
        assert_eq!(firsts(Thinned::Days, 240), days);
    }
}
