//! What would be brought in: every line of the file is in here once, taken or
//! refused.

use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use record::kinds::{DiaryNote, DoseTaken, Measure, Symptom, Tracker};
use record::{Decimal, Scope};

use super::coded;
use super::dates::{self, Moment, Order};
use super::item::{Item, NewReading, Reason, TrackerKey};
use super::meaning::{self, Meaning, Meanings, Recognised, Thing};
use super::numbers::{self, Mark};
use super::rows::{Row, Rows};
use super::table::{Columns, Table, TimeFrom, plain};
use super::{Diary, Layout};
use crate::bring_in::known::{self, Key};
use crate::track::{self, Check};
use crate::words::Words;

/// A line that is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its number.
    pub line: u32,
    /// How many lines it takes.
    pub lines: u32,
    /// When: seconds since 1970, UTC.
    pub at: i64,
    /// When by the wall.
    pub wall: DateTime,
    /// What it becomes.
    pub item: Item,
    /// The number is possible but unlikely: to be looked at.
    pub unusual: bool,
}

/// A line that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its number.
    pub line: u32,
    /// How many lines it takes.
    pub lines: u32,
    /// Where its words are in the file, bytes.
    pub at: (usize, usize),
    /// Why.
    pub reason: Reason,
}

/// A thing of the file, how many lines have it, and what it was taken to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The thing, as first written.
    pub thing: Thing,
    /// On how many lines.
    pub lines: u32,
    /// What it is; none while nobody has said.
    pub meaning: Option<Meaning>,
    /// It is known what it is, but not in which unit.
    pub unit_missing: bool,
}

/// What would be brought in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Lines that are taken, in the order of the file.
    pub taken: Vec<Taken>,
    /// Lines that are not, in the order of the file.
    pub refused: Vec<Refused>,
    /// The things of a diary in columns, in the order in which they come up.
    pub things: Vec<Found>,
    /// 1 where the first line holds the names of the columns.
    pub heading: u32,
    /// Times that the clocks jumped over: taken at the next time there was.
    pub moved: u32,
}

/// The most different things of one file: more is a column of something else.
pub const MOST_THINGS: usize = 60;

/// The most bytes of words that one entry keeps.
const MOST_WORDS: usize = 10_000;

/// What is needed to read a diary.
pub struct Reading<'a> {
    /// The words: medicines and symptoms that a code stands for get theirs.
    pub words: &'a Words,
    /// The device's zone: the times of the file are taken to be in it.
    pub zone: &'a str,
    /// The time, milliseconds since 1970.
    pub now: i64,
    /// Which column holds what.
    pub columns: Columns,
    /// What things are.
    pub meanings: &'a Meanings,
    /// The trackers that are there.
    pub trackers: &'a [Tracker],
    /// What is in the record already.
    pub known: &'a HashSet<Key>,
    /// Whether entries may be added to a scope.
    pub may_add: &'a dyn Fn(Scope) -> bool,
}

impl Plan {
    /// How many lines are taken.
    #[must_use]
    pub fn lines_taken(&self) -> u32 {
        self.taken.iter().map(|taken| taken.lines).sum()
    }

    /// How many lines are refused, without those in the record already.
    #[must_use]
    pub fn lines_refused(&self) -> u32 {
        self.lines_of(|reason| *reason != Reason::AlreadyThere)
    }

    /// How many lines are in the record already.
    #[must_use]
    pub fn lines_there(&self) -> u32 {
        self.lines_of(|reason| *reason == Reason::AlreadyThere)
    }

    fn lines_of(&self, which: impl Fn(&Reason) -> bool) -> u32 {
        self.refused.iter().filter(|refused| which(&refused.reason)).map(|r| r.lines).sum()
    }

    fn found(&mut self, thing: &Thing, meaning: &Recognised) -> bool {
        let key = thing.key();
        if let Some(found) = self.things.iter_mut().find(|found| found.thing.key() == key) {
            found.lines += 1;
            return true;
        }
        if self.things.len() >= MOST_THINGS {
            return false;
        }
        self.things.push(Found {
            thing: thing.clone(),
            lines: 1,
            meaning: match meaning {
                Recognised::Sure(meaning) => Some(meaning.clone()),
                _ => None,
            },
            unit_missing: *meaning == Recognised::UnitMissing,
        });
        true
    }
}

/// Reads a diary.
#[must_use]
pub fn plan(diary: &Diary, reading: &Reading<'_>) -> Plan {
    let zone = crate::when::zone(reading.zone);
    let mut plan = Plan::default();
    let mut seen: HashMap<Key, u32> = HashMap::new();
    let (rows, table) = match &diary.layout {
        Layout::Coded => (Rows::of(&diary.text, '\t', false), None),
        Layout::Table(table) => (Rows::of(&diary.text, table.separator, true), Some(table)),
    };
    let mut heading = table.is_some_and(|table| table.heading);
    for row in rows {
        let empty = row.cells.as_ref().is_some_and(|cells| cells.iter().all(String::is_empty));
        if heading && !empty {
            heading = false;
            plan.heading = row.lines;
            continue;
        }
        let result = if empty {
            Err(Reason::Empty)
        } else {
            read(diary, table, reading, &zone, &row, &mut plan)
        };
        let result = result.and_then(|mut taken| {
            let key = known::key(taken.wall, &taken.item);
            if let Some(line) = seen.get(&key) {
                return Err(Reason::SameAs(*line));
            }
            seen.insert(key.clone(), taken.line);
            if reading.known.contains(&key) {
                return Err(Reason::AlreadyThere);
            }
            taken.unusual = check(&taken.item, reading.trackers)?;
            if !(reading.may_add)(scope(&taken.item)) {
                return Err(Reason::NotAllowed);
            }
            Ok(taken)
        });
        match result {
            Ok(taken) => plan.taken.push(taken),
            Err(reason) => {
                let Row { line, lines, at, .. } = row;
                plan.refused.push(Refused { line, lines, at, reason });
            }
        }
    }
    plan
}

fn scope(item: &Item) -> Scope {
    match item {
        Item::Reading(_) | Item::Symptom(_) => Scope::Health,
        Item::Dose(_) => Scope::Medicines,
        Item::Note(_) => Scope::Diary,
    }
}

fn read(
    diary: &Diary,
    table: Option<&Table>,
    reading: &Reading<'_>,
    zone: &TimeZone,
    row: &Row,
    plan: &mut Plan,
) -> Result<Taken, Reason> {
    let words = diary.text.get(row.at.0..row.at.1).unwrap_or_default();
    if words.contains('\u{fffd}') {
        return Err(Reason::NotText);
    }
    let cells = row.cells.as_ref().ok_or(Reason::Quote)?;
    let (at, item) = match table {
        None => {
            let (date, time, item) = coded::read(reading.words, cells)?;
            (instant(date, time, zone, plan)?, item)
        }
        Some(table) => {
            // What it is comes first, so that the person is asked about every
            // thing in the file, whatever else is wrong with its lines.
            let (thing, meaning) = thing_of(cells, &reading.columns, reading.meanings, plan)?;
            let at = moment(cells, table, &reading.columns, zone, plan)?;
            (at, item(cells, &reading.columns, &thing, &meaning)?)
        }
    };
    if at > reading.now.div_euclid(1000) {
        return Err(Reason::Future);
    }
    let wall = Timestamp::from_second(at).map_err(|_| Reason::NoSuchDay)?;
    let wall = wall.to_zoned(zone.clone()).datetime();
    if wall.year() < 1900 {
        return Err(Reason::LongAgo);
    }
    Ok(Taken { line: row.line, lines: row.lines, at, wall, item, unusual: false })
}

/// The instant of a wall time; one that the clocks jumped over is counted.
fn instant(date: Date, time: Time, zone: &TimeZone, plan: &mut Plan) -> Result<i64, Reason> {
    let ambiguous = zone.to_ambiguous_timestamp(civil::DateTime::from_parts(date, time));
    let gap = matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. });
    let at = ambiguous.compatible().map_err(|_| Reason::NoSuchDay)?;
    plan.moved += u32::from(gap);
    Ok(at.as_second())
}

fn moment(
    cells: &[String],
    table: &Table,
    columns: &Columns,
    zone: &TimeZone,
    plan: &mut Plan,
) -> Result<i64, Reason> {
    let at = columns.date.unwrap_or_default();
    let missing = || Reason::Fields { wanted: table.names.len(), found: cells.len() };
    let cell = cells.get(at).ok_or_else(missing)?;
    let order = columns.order.unwrap_or(Order::DayFirst);
    let day = |written: Option<dates::Written>| {
        written.ok_or(Reason::NotADay)?.day(order).ok_or(Reason::NoSuchDay)
    };
    let (date, time) = match columns.time {
        Some(TimeFrom::Same) | None => match dates::moment(cell) {
            Some(Moment::Instant(at)) => return Ok(at),
            Some(Moment::Wall(written, time)) => (day(Some(written))?, time),
            None if dates::day(cell).is_some() => return Err(Reason::NoTime),
            None => return Err(Reason::NotADay),
        },
        Some(TimeFrom::Column(from)) => {
            let time = cells.get(from).ok_or_else(missing)?;
            let date = day(dates::day(cell))?;
            if time.is_empty() {
                return Err(Reason::NoTime);
            }
            (date, dates::time(time).ok_or(Reason::NotATime)?)
        }
        Some(TimeFrom::Midday) => (day(dates::day(cell))?, Time::constant(12, 0, 0, 0)),
    };
    instant(date, time, zone, plan)
}

fn cell(cells: &[String], at: Option<usize>) -> &str {
    at.and_then(|at| cells.get(at)).map_or("", String::as_str)
}

/// What the thing of a line is.
fn thing_of(
    cells: &[String],
    columns: &Columns,
    meanings: &Meanings,
    plan: &mut Plan,
) -> Result<(Thing, Meaning), Reason> {
    let what = cell(cells, columns.what).to_owned();
    let (in_column, in_cell) =
        (cell(cells, columns.unit), meaning::unit_in(cell(cells, columns.value)));
    if !in_column.is_empty() && !in_cell.is_empty() && plain(in_column) != plain(in_cell) {
        return Err(Reason::Unit(what));
    }
    let unit = if in_column.is_empty() { in_cell } else { in_column };
    let thing = Thing { what, unit: unit.to_owned() };
    let meaning = meanings.of(&thing);
    let few = plan.found(&thing, &meaning);
    match meaning {
        Recognised::Sure(Meaning::LeaveOut) => Err(Reason::LeftOut),
        Recognised::Sure(meaning) if few => Ok((thing, meaning)),
        Recognised::UnitMissing if few => Err(Reason::Unit(thing.what)),
        _ => Err(Reason::What(thing.what)),
    }
}

/// What a line becomes.
fn item(
    cells: &[String],
    columns: &Columns,
    thing: &Thing,
    meaning: &Meaning,
) -> Result<Item, Reason> {
    let value = cell(cells, columns.value);
    let note = cell(cells, columns.note);
    if value.len() > MOST_WORDS || note.len() > MOST_WORDS || thing.what.len() > 200 {
        return Err(Reason::TooLong);
    }
    let words = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mark = columns.mark.unwrap_or(Mark::Point);
    let number = |text: &str| {
        if text.is_empty() {
            return Err(Reason::NoValue);
        }
        let (figures, behind) = numbers::split_unit(text);
        // "2 biscuits" is no number, "6.8 mmol/L" is.
        let fits = behind.is_empty() || !meaning::unit_in(text).is_empty();
        numbers::number(figures, mark).filter(|_| fits).ok_or(Reason::NotANumber)
    };
    match meaning {
        Meaning::Tracker(key) => {
            let (value, second, third) = if key.measure == Measure::BloodPressure {
                pressure(value, mark)?
            } else {
                (number(value)?, None, None)
            };
            let (tracker, note) = (key.clone(), words(note));
            Ok(Item::Reading(NewReading { tracker, value, second, third, context: None, note }))
        }
        Meaning::Symptom | Meaning::Symptoms => {
            let named_by_value = *meaning == Meaning::Symptoms || thing.what.is_empty();
            let what = if named_by_value { value } else { thing.what.as_str() };
            if what.is_empty() {
                return Err(Reason::NoValue);
            }
            let severity = match value {
                "" => None,
                _ if named_by_value => None,
                value => {
                    let bad = number(value)?;
                    let whole = bad.places() == 0 && (0..=10).contains(&bad.mantissa());
                    Some(if whole {
                        bad.mantissa().unsigned_abs()
                    } else {
                        return Err(Reason::NotPossible);
                    })
                }
            };
            Ok(Item::Symptom(Symptom { what: what.to_owned(), severity, note: words(note) }))
        }
        Meaning::Dose(unit) => {
            let by_value = thing.what.is_empty();
            let medicine = if by_value { value } else { thing.what.as_str() };
            if medicine.is_empty() {
                return Err(Reason::NoValue);
            }
            let amount = if by_value || value.is_empty() { None } else { Some(number(value)?) };
            let (medicine, note) = (medicine.to_owned(), words(note));
            Ok(Item::Dose(DoseTaken { medicine, amount, unit: *unit, note }))
        }
        Meaning::Note(topic) => {
            let both = [value, note].into_iter().filter(|text| !text.is_empty());
            let text = both.collect::<Vec<_>>().join("\n");
            if text.is_empty() {
                return Err(Reason::NoValue);
            }
            Ok(Item::Note(DiaryNote { topic: *topic, text, mood: None, amount: None }))
        }
        Meaning::Own | Meaning::LeaveOut => Err(Reason::What(thing.what.clone())),
    }
}

type Pressure = (Decimal, Option<Decimal>, Option<Decimal>);

/// "120/80", "120/80/70": upper, lower and, where given, the pulse.
fn pressure(value: &str, mark: Mark) -> Result<Pressure, Reason> {
    if value.is_empty() {
        return Err(Reason::NoValue);
    }
    let figures = value.strip_suffix("mmHg").unwrap_or(value);
    let parts = figures
        .split('/')
        .map(|part| numbers::number(part, mark).ok_or(Reason::NotANumber))
        .collect::<Result<Vec<_>, _>>()?;
    match parts.as_slice() {
        [upper, lower] => Ok((*upper, Some(*lower), None)),
        [upper, lower, pulse] => Ok((*upper, Some(*lower), Some(*pulse))),
        _ => Err(Reason::NotANumber),
    }
}

/// The most of one dose, in any unit: beyond it a key was held down.
const MOST_DOSE: f64 = 10_000.0;

/// The most units of insulin in one dose.
const MOST_UNITS: f64 = 500.0;

/// Whether a number is unlikely.
///
/// # Errors
/// [`Reason::NotPossible`] where it cannot be.
fn check(item: &Item, trackers: &[Tracker]) -> Result<bool, Reason> {
    match item {
        Item::Reading(reading) => {
            let mut unusual = false;
            let mut ask = |bounds: Option<track::Bounds>, value: Option<Decimal>| {
                let (Some(bounds), Some(value)) = (bounds, value) else {
                    return Ok(());
                };
                match bounds.check(value) {
                    Check::Fine => Ok(()),
                    Check::Low | Check::High => {
                        unusual = true;
                        Ok(())
                    }
                    Check::TooLow | Check::TooHigh => Err(Reason::NotPossible),
                }
            };
            let there = trackers.iter().find(|there| TrackerKey::of(there).same(&reading.tracker));
            let made = reading.tracker.tracker();
            let tracker = there.unwrap_or(&made);
            ask(track::bounds_of(tracker), Some(reading.value))?;
            ask(Some(track::DIASTOLIC), reading.second)?;
            ask(Some(track::PULSE), reading.third)?;
            let whole = track::of(tracker).is_some_and(|made| made.whole);
            let parts = [Some(reading.value), reading.second, reading.third];
            if whole && parts.into_iter().flatten().any(|value| value.to_f64().fract() != 0.0) {
                return Err(Reason::NotPossible);
            }
            if reading.second.is_some_and(|lower| lower.to_f64() >= reading.value.to_f64()) {
                return Err(Reason::NotPossible);
            }
            Ok(unusual)
        }
        Item::Dose(dose) => {
            let most =
                if dose.unit == record::kinds::DoseUnit::Unit { MOST_UNITS } else { MOST_DOSE };
            let fits = |amount: Decimal| amount.to_f64() > 0.0 && amount.to_f64() <= most;
            if dose.amount.is_some_and(|amount| !fits(amount)) {
                return Err(Reason::NotPossible);
            }
            Ok(false)
        }
        Item::Symptom(_) | Item::Note(_) => Ok(false),
    }
}
