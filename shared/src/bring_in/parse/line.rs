//! One line of a diary: when, what, and what it becomes.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::AmbiguousOffset;
use record::Decimal;
use record::kinds::{DiaryNote, DiaryTopic, DoseTaken, Measure, Symptom};

use super::Diary;
use super::coded;
use super::dates::{self, Moment, Order};
use super::item::{Item, NewReading, Reason};
use super::meaning::{self, Meaning, Meanings, Recognised, Thing};
use super::meters;
use super::numbers::{self, Mark};
use super::plan::{Plan, Reading, Taken};
use super::rows::Row;
use super::table::{Columns, Table, TimeFrom, plain};
use crate::zones::Zone;

/// The most bytes of words that one entry keeps.
const MOST_WORDS: usize = 10_000;

/// Reads one row that is not empty: what is on it, each with why it cannot be taken.
///
/// # Errors
/// Why none of it can.
pub(super) fn read(
    diary: &Diary,
    table: Option<&Table>,
    reading: &Reading<'_>,
    zone: &Zone,
    row: &Row,
    plan: &mut Plan,
) -> Result<Vec<Result<Taken, Reason>>, Reason> {
    let words = diary.text.get(row.at.0..row.at.1).unwrap_or_default();
    if words.contains('\u{fffd}') {
        return Err(Reason::NotText);
    }
    let cells = row.cells.as_ref().ok_or(Reason::Quote)?;
    let (at, items) = match table {
        None => {
            let (date, time, item) = coded::read(reading.words, cells)?;
            (instant(date, time, zone, plan)?, vec![Ok(item)])
        }
        Some(table) if reading.columns.meter => {
            let items = metered(cells, table, reading, plan);
            let at = moment(cells, table, &reading.columns, zone, plan)?;
            if items.is_empty() {
                return Err(Reason::NoValue);
            }
            (at, items)
        }
        Some(table) => {
            // What it is comes first, so that the person is asked about every
            // thing in the file, whatever else is wrong with its lines.
            let (thing, meaning) = thing_of(cells, &reading.columns, reading.meanings, plan)?;
            let at = moment(cells, table, &reading.columns, zone, plan)?;
            (at, vec![Ok(item(cells, &reading.columns, &thing, &meaning)?)])
        }
    };
    if at > reading.now.div_euclid(1000) {
        return Err(Reason::Future);
    }
    let wall = Timestamp::from_second(at).map_err(|_| Reason::NoSuchDay)?;
    let wall = zone.to_datetime(wall);
    if wall.year() < 1900 {
        return Err(Reason::LongAgo);
    }
    let (line, lines, unusual) = (row.line, row.lines, false);
    let taken = |item| Taken { line, lines, at, wall, item, unusual };
    Ok(items.into_iter().map(|item| item.map(taken)).collect())
}

/// The values on a line of a meter's table.
fn metered(
    cells: &[String],
    table: &Table,
    reading: &Reading<'_>,
    plan: &mut Plan,
) -> Vec<Result<Item, Reason>> {
    let Some(meter) = &table.meter else { return Vec::new() };
    let mut markers = meter.markers.iter().map(|at| cell(cells, Some(*at)));
    let marker = markers.find(|marker| !marker.is_empty()).unwrap_or_default();
    let context = meters::context(marker);
    let said = [cell(cells, meter.note), if context.is_some() { "" } else { marker }];
    let mut note = said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    let columns =
        Columns { value: Some(0), note: Some(1), mark: reading.columns.mark, ..Columns::default() };
    let mut items = Vec::new();
    for value in &meter.values {
        let mut text = cell(cells, Some(value.at)).to_owned();
        if text.is_empty() {
            continue;
        }
        if let Some((lower, pulse)) = value.beside {
            let pulse = cell(cells, pulse);
            let parts = [text.as_str(), cell(cells, Some(lower)), pulse];
            text = parts[..if pulse.is_empty() { 2 } else { 3 }].join("/");
        }
        let name = table.names.get(value.at).map_or("", String::as_str);
        // "Systolic (mmHg)"; a name that is a unit alone stays.
        let what = name.split(['(', '[']).next().map_or(name, str::trim);
        let thing = Thing { what: what.to_owned(), unit: String::new() };
        let meaning = reading.meanings.said(&thing).unwrap_or_else(|| value.meaning.clone());
        if !plan.found(&thing, &Recognised::Sure(meaning.clone())) {
            items.push(Err(Reason::What(thing.what)));
        } else if meaning == Meaning::LeaveOut {
            items.push(Err(Reason::LeftOut));
        } else {
            let mut item = item(&[text, std::mem::take(&mut note)], &columns, &thing, &meaning);
            if let Ok(Item::Reading(reading)) = &mut item
                && reading.tracker.measure == Measure::Glucose
            {
                reading.context = context;
            }
            items.push(item);
        }
    }
    if items.is_empty() && !note.is_empty() && note.len() <= MOST_WORDS {
        let topic = DiaryTopic::Note;
        items.push(Ok(Item::Note(DiaryNote { topic, text: note, mood: None, amount: None })));
    }
    items
}

/// The instant of a wall time; one that the clocks jumped over is counted.
fn instant(date: Date, time: Time, zone: &Zone, plan: &mut Plan) -> Result<i64, Reason> {
    let wall = DateTime::from_parts(date, time);
    let gap = matches!(zone.to_ambiguous_offset(wall), AmbiguousOffset::Gap { .. });
    let at = zone.to_timestamp(wall).ok_or(Reason::NoSuchDay)?;
    plan.moved += u32::from(gap);
    Ok(at.as_second())
}

fn moment(
    cells: &[String],
    table: &Table,
    columns: &Columns,
    zone: &Zone,
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
