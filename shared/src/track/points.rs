//! The points of a chart: every reading, or the middle ones where there are too
//! many to draw and to read out, each with its lowest and highest.

use jiff::civil::{Date, DateTime};
use record::Decimal;
use record::kinds::{Measure, Reading, Tracker};
use record::sort;
use record::state::Entry;

use super::lanes::{Found, Row as LaneRow};
use super::names::{number_text, tracker_name};
use super::span::Window;
use crate::screen::{Bar, Cell, Column, Point, Row, Series, Table, Tone};
use crate::when;
use crate::words::{Words, say};

/// The most points of one line.
const MOST: usize = 200;

/// A reading with when it was taken, by the wall where it was.
pub(super) struct Taken {
    pub(super) entry: Entry<Reading>,
    pub(super) wall: DateTime,
}

/// How what happened is gathered into points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thinned {
    /// Each is a point.
    No,
    /// One point an hour.
    Hours,
    /// One point a day.
    Days,
    /// One point a week.
    Weeks,
}

/// A group of things that are gathered into one point: its day and its hour.
pub(super) type Group = (Date, i8);

impl Thinned {
    /// The group of what a wall said: weeks begin on Monday, days as the person's
    /// own do.
    pub(super) fn group(self, wall: DateTime, window: &Window<'_>) -> Group {
        let date = when::own_date(wall, window.now);
        match self {
            Self::No | Self::Days => (date, 0),
            Self::Hours => (wall.date(), wall.hour()),
            Self::Weeks => {
                let since = i32::from(date.weekday().to_monday_zero_offset());
                (when::days_after(date, -since).unwrap_or(date), 0)
            }
        }
    }

    /// The least gathering with which there are at most so many groups; what walls
    /// said comes in rising or falling order.
    pub(super) fn least(most: usize, walls: &[DateTime], window: &Window<'_>) -> Self {
        if walls.len() <= most {
            return Self::No;
        }
        for how in [Self::Hours, Self::Days] {
            let mut groups: Vec<Group> = Vec::new();
            for group in walls.iter().map(|wall| how.group(*wall, window)) {
                if groups.last() != Some(&group) {
                    groups.push(group);
                }
            }
            if groups.len() <= most {
                return how;
            }
        }
        Self::Weeks
    }

    /// Where the point of a group stands: in its middle, and in the picture.
    pub(super) fn place(self, (date, hour): Group, window: &Window<'_>) -> f64 {
        let middle = match self {
            Self::Hours => when::day_minutes(date) + f64::from(hour) * 60.0 + 30.0,
            Self::No | Self::Days => window.dawn(date) + 720.0,
            Self::Weeks => window.dawn(date) + 5040.0,
        };
        middle.clamp(window.from(), window.to())
    }

    /// "Sunday 22 November, 7:00 to 8:00", "Sunday 22 November", "week from …".
    pub(super) fn when(self, words: &Words, (date, hour): Group, today: Date) -> String {
        let day = when::long_day(words, date, today);
        match self {
            Self::No | Self::Days => day,
            Self::Hours => {
                let time = |hour: i8| format!("{hour}:00");
                let (from, to) = (time(hour), time((hour + 1) % 24));
                say!(words, "track-hour", day = day, from = from, to = to)
            }
            Self::Weeks => say!(words, "track-week", day = day),
        }
    }
}

/// "Sunday 22 November, 7:42".
pub(super) fn moment(words: &Words, wall: DateTime, today: Date) -> String {
    let day = when::long_day(words, wall.date(), today);
    say!(words, "day-time", day = day, time = when::time(wall.time()))
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
pub(super) fn thinned(taken: &[Taken], window: &Window<'_>) -> Thinned {
    let walls: Vec<DateTime> = taken.iter().map(|taken| taken.wall).collect();
    Thinned::least(MOST, &walls, window)
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
    /// The lowest and the highest of several.
    spread: Option<(f64, f64)>,
    /// "6.8 mmol/L".
    value: String,
    /// "4 readings, from 3.9 mmol/L to 12.1 mmol/L".
    note: Option<String>,
    when: String,
    label: String,
}

impl Line {
    /// As it is drawn.
    pub(super) fn series(&self) -> Series {
        let point =
            |dot: &Dot| Point { x: dot.x, y: dot.y, label: dot.label.clone(), tone: Tone::Brand };
        Series { name: self.name.clone(), points: self.dots.iter().map(point).collect() }
    }

    /// Between which values it lies.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.dots.iter().flat_map(|dot| {
            let (least, most) = dot.spread.unwrap_or((dot.y, dot.y));
            [least, most]
        })
    }
}

/// The line of one part; `taken` is newest first, the line is left to right.
pub(super) fn line(
    words: &Words,
    tracker: &Tracker,
    (name, part): &(String, Part),
    taken: &[Taken],
    (how, window): (Thinned, &Window<'_>),
) -> Line {
    let values =
        taken.iter().rev().filter_map(|taken| Some((taken.wall, part(&taken.entry.value)?)));
    let text = |value| number_text(words, tracker, value);
    let one = |x: f64, value: Decimal, when: String| {
        let value_text = text(value);
        let label = say!(words, "track-point", value = value_text.as_str(), when = when.as_str());
        Dot { x, y: value.to_f64(), spread: None, value: value_text, note: None, when, label }
    };
    let dots = match how {
        Thinned::No => values
            .map(|(wall, value)| one(minutes(wall), value, moment(words, wall, window.today)))
            .collect(),
        _ => gather(values, (how, window))
            .into_iter()
            .map(|(group, mut values)| {
                let middle = middle(&mut values);
                let dot =
                    one(how.place(group, window), middle, how.when(words, group, window.today));
                let (Some(least), Some(most)) = (values.first(), values.last()) else { return dot };
                if values.len() == 1 {
                    return dot;
                }
                let note = say!(
                    words,
                    "track-gathered",
                    count = values.len(),
                    least = text(*least),
                    most = text(*most)
                );
                let label = say!(
                    words,
                    "track-point-middle",
                    value = dot.value.as_str(),
                    note = note.as_str(),
                    when = dot.when.as_str()
                );
                let spread = Some((least.to_f64(), most.to_f64()));
                Dot { spread, label, note: Some(note), ..dot }
            })
            .collect(),
    };
    Line { name: name.clone(), dots }
}

/// The dots of the first line, each with those of the others at the same time.
/// Every reading has the first number; another may be missing, and then its line
/// has a dot less.
fn beside(lines: &[Line]) -> impl Iterator<Item = (&Dot, Vec<Option<&Dot>>)> {
    let (first, rest) =
        lines.split_first().map_or((&[][..], lines), |(first, rest)| (first.dots.as_slice(), rest));
    let mut others: Vec<_> = rest.iter().map(|line| line.dots.iter().peekable()).collect();
    first.iter().map(move |dot| {
        let same = |other: &&Dot| (other.x - dot.x).abs() < f64::EPSILON;
        (dot, others.iter_mut().map(|other| other.next_if(same)).collect())
    })
}

/// What is drawn upright: the two numbers of each reading of blood pressure; of
/// what is gathered, from the lowest to the highest.
pub(super) fn bars(how: Thinned, lines: &[Line]) -> Vec<Bar> {
    if how == Thinned::No {
        let pair = |(upper, lower): (&Dot, Vec<Option<&Dot>>)| {
            let lower = lower.into_iter().flatten().next()?;
            Some(Bar { x: upper.x, from: lower.y, to: upper.y })
        };
        return beside(lines).filter_map(pair).collect();
    }
    let dots = lines.iter().flat_map(|line| &line.dots);
    let bar = |dot: &Dot| dot.spread.map(|(from, to)| Bar { x: dot.x, from, to });
    dots.filter_map(bar).collect()
}

/// A value that parts all upper numbers from all lower ones, where there is one.
pub(super) fn parting(lines: &[Line]) -> Option<f64> {
    let [upper, lower] = lines else { return None };
    let least = upper.values().reduce(f64::min)?;
    let most = lower.values().reduce(f64::max)?;
    (most < least).then_some(f64::midpoint(least, most))
}

/// The lines and the marks below them as a table, newest first: the same as the
/// picture.
pub(super) fn as_table(words: &Words, title: &str, lines: &[Line], beneath: &[LaneRow]) -> Table {
    let column = |title: String| Column { title, numeric: false };
    let mut columns = vec![column(say!(words, "track-when"))];
    columns.extend(lines.iter().map(|line| column(line.name.clone())));
    if !beneath.is_empty() {
        columns.push(column(say!(words, "track-lanes")));
    }
    let mut rows: Vec<(f64, Row)> = beside(lines)
        .map(|(dot, others)| {
            let cell = |dot: Option<&Dot>| Cell {
                note: dot.and_then(|dot| dot.note.clone()),
                ..Cell::new(dot.map(|dot| dot.value.clone()).unwrap_or_default())
            };
            let mut cells = vec![Cell::new(dot.when.clone()), cell(Some(dot))];
            cells.extend(others.into_iter().map(cell));
            cells.resize(columns.len(), Cell::default());
            (dot.x, Row::new(cells))
        })
        .collect();
    rows.reverse();
    for lane in beneath {
        for Found { x, when, what } in &lane.found {
            let mut cells = vec![Cell::new(when.clone())];
            cells.resize(columns.len() - 1, Cell::default());
            cells.push(Cell::new(say!(
                words,
                "track-lane-mark",
                lane = lane.name.as_str(),
                what = what.as_str()
            )));
            rows.push((*x, Row::new(cells)));
        }
    }
    sort::by(&mut rows, |(a, _), (b, _)| b.total_cmp(a));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Table { caption: title.to_owned(), columns, rows, more: None }
}

/// Minutes since 1970 by the wall.
pub(super) fn minutes(wall: DateTime) -> f64 {
    when::day_minutes(wall.date()) + f64::from(wall.hour()) * 60.0 + f64::from(wall.minute())
}

/// By groups, in rising order.
fn gather(
    values: impl Iterator<Item = (DateTime, Decimal)>,
    (how, window): (Thinned, &Window<'_>),
) -> Vec<(Group, Vec<Decimal>)> {
    let mut groups: Vec<(Group, Vec<Decimal>)> = Vec::new();
    for (wall, value) in values {
        let group = how.group(wall, window);
        match groups.last_mut() {
            Some((known, values)) if *known == group => values.push(value),
            _ => groups.push((group, vec![value])),
        }
    }
    groups
}

/// The middle one: of an even number, the lower of the two, so that it is a
/// reading that was really taken. Leaves them in rising order.
pub(super) fn middle(values: &mut [Decimal]) -> Decimal {
    sort::by(values, |a, b| a.to_f64().total_cmp(&b.to_f64()));
    values.get(values.len().saturating_sub(1) / 2).copied().unwrap_or_else(|| Decimal::whole(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effects::clock::Now;
    use crate::track::span::Range;

    fn window(now: &Now) -> Window<'_> {
        let (first, last) = (Date::constant(2026, 11, 16), Date::constant(2026, 11, 23));
        Window { range: Range::Month, first, last, today: last, now }
    }

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
            let groups = gather(values, (how, &window(&now)));
            groups.iter().map(|((first, _), all)| format!("{first}: {}", all.len())).collect()
        };
        assert_eq!(firsts(Thinned::Weeks, 0), ["2026-11-16: 2", "2026-11-23: 2"]);
        assert_eq!(firsts(Thinned::Weeks, 240), ["2026-11-16: 3", "2026-11-23: 1"]);
        let days = ["2026-11-21: 1", "2026-11-22: 2", "2026-11-23: 1"];
        assert_eq!(firsts(Thinned::Days, 240), days);
        assert_eq!(firsts(Thinned::Hours, 240).len(), 4);
    }

    #[test]
    fn what_is_gathered_is_as_fine_as_can_be_and_stays_in_the_picture() {
        let now = Now::default();
        let window = window(&now);
        let least = |most, apart: i64| {
            let start = DateTime::constant(2026, 11, 16, 0, 0, 0, 0);
            let walls: Vec<DateTime> = (0..192)
                .map(|n| {
                    let hours = jiff::SignedDuration::from_mins(n * apart);
                    start.checked_add(hours).unwrap()
                })
                .collect();
            Thinned::least(most, &walls, &window)
        };
        assert_eq!(least(200, 60), Thinned::No);
        assert_eq!(least(100, 30), Thinned::Hours);
        assert_eq!(least(100, 60), Thinned::Days);
        assert_eq!(least(7, 60), Thinned::Weeks);
        let week = Thinned::Weeks.place((Date::constant(2026, 11, 9), 0), &window);
        assert!((week - window.from()).abs() < f64::EPSILON);
    }
}
