//! Diaries in columns: which column holds what, found by its name or by what
//! is in it, and never silently where it could be otherwise.

use super::dates::{self, Moment, Order, Written};
use super::meters::{self, Meter};
use super::numbers::{self, Hint, Mark};
use super::rows::Rows;
use super::text::NotADiary;
use crate::letters;

/// How many rows are looked at to find out what a file is.
const LOOKED_AT: usize = 400;

/// How many rows are shown on the page of columns.
pub const SAMPLES: usize = 5;

/// The most columns a diary may have.
pub const MOST_COLUMNS: usize = 40;

/// How far down the names of a meter's columns may stand.
const HEADS: usize = 12;

/// A diary in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What parts the columns.
    pub separator: char,
    /// The first row holds their names.
    pub heading: bool,
    /// What to call each column: its name, or its number from 1.
    pub names: Vec<String>,
    /// The first rows, for the person to look at.
    pub samples: Vec<Vec<String>>,
    /// What was made out without asking.
    pub guess: Columns,
    /// Whether all that is needed stood in the names of the columns.
    pub sure: bool,
    /// How a meter's table is laid out, where it is one.
    pub meter: Option<Box<Meter>>,
    /// How many rows come before the names of the columns, empty ones left out.
    pub before: usize,
}

/// Where the time of day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFrom {
    /// In the cell of the day.
    Same,
    /// In a column of its own.
    Column(usize),
    /// Nowhere: the person said to take midday.
    Midday,
}

/// Which column holds what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Columns {
    /// The day, or day and time.
    pub date: Option<usize>,
    /// The time of day.
    pub time: Option<TimeFrom>,
    /// What was measured; none where every line is the same thing.
    pub what: Option<usize>,
    /// The value.
    pub value: Option<usize>,
    /// The unit.
    pub unit: Option<usize>,
    /// More about it.
    pub note: Option<usize>,
    /// Day or month first, where that matters.
    pub order: Option<Order>,
    /// What stands before the decimals, where that matters.
    pub mark: Option<Mark>,
    /// It is read as a meter's.
    pub meter: bool,
}

/// What the cells say of things that have to be known before they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Day or month first; none where both fit, or some lines fit only the one
    /// and some only the other.
    pub order: Option<Order>,
    /// Whether it matters.
    pub order_matters: bool,
    /// The mark before the decimals; none where both fit.
    pub mark: Option<Mark>,
    /// Whether it matters.
    pub mark_matters: bool,
}

const DATE: &[&str] = &["date", "day", "datum", "recorded", "measured", "takenon", "when"];
const MOMENT: &[&str] = &["datetime", "dateandtime", "timestamp", "dateofreading", "recordedat"];
const TIME: &[&str] = &["time", "timeofday", "clock", "hour", "zeit", "at"];
const WHAT: &[&str] =
    &["what", "type", "measure", "measurement", "item", "kind", "name", "category", "entry"];
const VALUE: &[&str] = &["value", "reading", "result", "amount", "level", "number", "figure"];
const UNIT: &[&str] = &["unit", "units", "unitofmeasure", "uom"];
const NOTE: &[&str] = &["note", "notes", "comment", "comments", "remark", "remarks", "text"];

/// A name without what people write differently: case, space, signs.
#[must_use]
pub fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).map(letters::small_letter).collect()
}

/// Makes out a diary in columns.
///
/// # Errors
/// [`NotADiary::NoColumns`] where there are none, [`NotADiary::NoDates`] where
/// no cell is a day.
pub fn look(text: &str) -> Result<Table, NotADiary> {
    let separator = [',', ';', '\t', '|']
        .into_iter()
        .map(|separator| (evenness(text, separator), separator))
        .filter(|((_, width), _)| (2..=MOST_COLUMNS).contains(width))
        .max_by_key(|((rows, width), _)| (*rows, *width))
        .map(|(_, separator)| separator)
        .ok_or(NotADiary::NoColumns)?;
    let rows: Vec<Vec<String>> = Rows::of(text, separator, true)
        .filter_map(|row| row.cells)
        .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
        .take(LOOKED_AT)
        .collect();
    let is_day = |cell: &String| dates::day(cell).is_some() || dates::moment(cell).is_some();
    if !rows.iter().flatten().any(is_day) {
        return Err(NotADiary::NoDates);
    }
    let (before, meter) = rows
        .iter()
        .take(HEADS)
        .enumerate()
        .find_map(|(at, row)| Some((at, Some(meters::of(row)?))))
        .unwrap_or((0, None));
    let rows = rows.get(before..).unwrap_or_default();
    let (first, rest) = rows.split_first().ok_or(NotADiary::NoColumns)?;
    let heading = meter.is_some()
        || (!first.iter().any(is_day)
            && (columns_by_name(first).date.is_some()
                || rest.first().is_some_and(|next| next.iter().any(is_day))));
    let body = if heading { rest } else { rows };
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().min(MOST_COLUMNS);
    let names = (0..width)
        .map(|i| match first.get(i) {
            Some(name) if heading && !name.is_empty() => name.clone(),
            _ => (i + 1).to_string(),
        })
        .collect();
    let by_name = if heading { columns_by_name(first) } else { Columns::default() };
    let mut guess = match &meter {
        Some(Meter { date, time, note, .. }) => Columns {
            date: Some(*date),
            time: *time,
            note: *note,
            meter: true,
            ..Columns::default()
        },
        None => columns_by_cells(body, width, by_name),
    };
    if guess.time.is_none()
        && let Some(date) = guess.date
        && body.iter().filter_map(|row| row.get(date)).any(|cell| dates::moment(cell).is_some())
    {
        guess.time = Some(TimeFrom::Same);
    }
    Ok(Table {
        separator,
        heading,
        names,
        samples: body.iter().take(SAMPLES).cloned().collect(),
        sure: guess.time.is_some()
            && (meter.is_some()
                || by_name.date.is_some() && by_name.what.is_some() && by_name.value.is_some()),
        guess,
        meter: meter.map(Box::new),
        before,
    })
}

/// How many rows have the commonest number of columns, and that number.
fn evenness(text: &str, separator: char) -> (usize, usize) {
    let mut widths = [0_usize; MOST_COLUMNS + 1];
    let mut all = 0;
    for cells in Rows::of(text, separator, true).filter_map(|row| row.cells).take(LOOKED_AT) {
        all += usize::from(cells.iter().any(|cell| !cell.is_empty()));
        if cells.len() > 1
            && let Some(count) = widths.get_mut(cells.len())
        {
            *count += 1;
        }
    }
    // A comma here and there makes no columns: most lines must have as many.
    let best = widths.iter().enumerate().max_by_key(|(_, count)| **count);
    best.filter(|(_, count)| **count * 10 > all * 5)
        .map_or((0, 0), |(width, count)| (*count, width))
}

fn columns_by_name(names: &[String]) -> Columns {
    let plains: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let find = |known: &[&str]| {
        plains.iter().position(|name| known.contains(&name.as_str())).or_else(|| {
            // "Result (mmol/L)", "Reading date": a known word with others around it.
            names.iter().position(|name| {
                name.split(|c: char| !c.is_alphanumeric())
                    .next()
                    .is_some_and(|word| known.contains(&letters::small(word).as_str()))
            })
        })
    };
    let moment = find(MOMENT);
    let date = moment.or_else(|| find(DATE));
    let other = |found: Option<usize>| found.filter(|at| Some(*at) != date);
    Columns {
        date,
        time: match (moment, other(find(TIME))) {
            (Some(_), _) => Some(TimeFrom::Same),
            (None, at) => at.map(TimeFrom::Column),
        },
        what: other(find(WHAT)),
        value: other(find(VALUE)),
        unit: other(find(UNIT)),
        note: other(find(NOTE)),
        ..Columns::default()
    }
}

/// Fills in what the names did not say from what is in the cells: only for the
/// person to look at and to change.
fn columns_by_cells(rows: &[Vec<String>], width: usize, named: Columns) -> Columns {
    let mostly = |at: usize, fits: &dyn Fn(&str) -> bool| {
        let cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty());
        let (all, good) =
            cells.fold((0, 0), |(all, good), cell| (all + 1, good + usize::from(fits(cell))));
        all > 0 && good * 10 >= all * 6
    };
    let mut columns = named;
    let taken = |columns: &Columns, at: usize| {
        [columns.date, columns.what, columns.value, columns.unit, columns.note].contains(&Some(at))
            || columns.time == Some(TimeFrom::Column(at))
    };
    for at in 0..width {
        if taken(&columns, at) {
            continue;
        }
        let is_moment = |cell: &str| dates::moment(cell).is_some();
        let is_number = |cell: &str| {
            let (figures, _) = numbers::split_unit(cell);
            numbers::number(figures, Mark::Point).is_some()
                || numbers::number(figures, Mark::Comma).is_some()
        };
        let is_text = |cell: &str| cell.chars().any(char::is_alphabetic);
        if columns.date.is_none()
            && mostly(at, &|cell| is_moment(cell) || dates::day(cell).is_some())
        {
            columns.date = Some(at);
            if mostly(at, &is_moment) {
                columns.time = Some(TimeFrom::Same);
            }
        } else if columns.time.is_none()
            && mostly(at, &|cell| cell.contains(':') && dates::time(cell).is_some())
        {
            columns.time = Some(TimeFrom::Column(at));
        } else if columns.value.is_none() && mostly(at, &is_number) {
            columns.value = Some(at);
        } else if columns.what.is_none() && columns.value.is_none() && mostly(at, &is_text) {
            columns.what = Some(at);
        }
    }
    columns
}

/// What the cells of a whole file say of the order of days and the mark before
/// decimals.
#[must_use]
pub fn facts(text: &str, table: &Table, columns: &Columns) -> Facts {
    let (mut day_first, mut month_first, mut either) = (false, false, false);
    let (mut point, mut comma, mut any) = (false, false, false);
    let skip = usize::from(table.heading) + table.before;
    let values: Vec<usize> = match &table.meter {
        Some(meter) if columns.meter => meter.values.iter().map(|value| value.at).collect(),
        _ => columns.value.into_iter().collect(),
    };
    for row in Rows::of(text, table.separator, true).skip(skip) {
        let Some(cells) = row.cells else { continue };
        if let Some(cell) = columns.date.and_then(|at| cells.get(at)) {
            let written = match dates::moment(cell) {
                Some(Moment::Wall(day, _)) => Some(day),
                Some(Moment::Instant(_)) => None,
                None => dates::day(cell),
            };
            if let Some(Written::Figures { first, second, .. }) = written {
                match (first > 12, second > 12) {
                    (true, false) => day_first = true,
                    (false, true) => month_first = true,
                    (false, false) if first != second => either = true,
                    _ => {}
                }
            }
        }
        for cell in values.iter().filter_map(|at| cells.get(*at)) {
            match numbers::hint(cell) {
                Hint::None => {}
                Hint::Only(Mark::Point) => point = true,
                Hint::Only(Mark::Comma) => comma = true,
                Hint::Either => any = true,
            }
        }
    }
    Facts {
        order: match (day_first, month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        },
        order_matters: day_first || month_first || either,
        mark: match (point, comma) {
            (true, false) => Some(Mark::Point),
            (false, true) => Some(Mark::Comma),
            _ => None,
        },
        mark_matters: point || comma || any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_names_in_many_spellings() {
        let table =
            look("Date;TIME;Type;Result (value);Units\n1.2.2026;7:00;BG;6,8;mmol/L\n").unwrap();
        assert_eq!(table.separator, ';');
        assert!(table.heading && table.sure, "{table:?}");
        assert_eq!(table.guess.value, Some(3));
        assert_eq!(table.guess.unit, Some(4));
    }

    #[test]
    fn columns_without_names_are_guessed_and_not_sure() {
        let table = look("2026-02-01,07:00,weight,71.5,kg\n2026-02-02,07:10,weight,71,kg\n");
        let table = table.unwrap();
        assert!(!table.heading && !table.sure);
        let Columns { date, time, what, value, .. } = table.guess;
        assert_eq!((date, what, value), (Some(0), Some(2), Some(3)));
        assert_eq!(time, Some(TimeFrom::Column(1)));
    }

    #[test]
    fn the_order_of_days_is_known_from_a_day_that_fits_one_order_only() {
        let facts_of = |text: &str| {
            let table = look(text).unwrap();
            facts(text, &table, &table.guess)
        };
        let head = "date,time,what,value\n";
        let line = |date: &str| format!("{date},7:00,steps,10\n");
        let either = facts_of(&format!("{head}{}", line("02/03/2026")));
        assert_eq!((either.order, either.order_matters), (None, true));
        let day = facts_of(&format!("{head}{}{}", line("02/03/2026"), line("13/03/2026")));
        assert_eq!(day.order, Some(Order::DayFirst));
        let both = facts_of(&format!("{head}{}{}", line("03/13/2026"), line("13/03/2026")));
        assert_eq!((both.order, both.order_matters), (None, true));
        let plain = facts_of(&format!("{head}{}", line("2026-03-02")));
        assert!(!plain.order_matters);
    }

    #[test]
    fn what_is_no_table_or_has_no_days_is_no_diary() {
        assert_eq!(look("Dear diary\nToday I felt well.\n"), Err(NotADiary::NoColumns));
        assert_eq!(look("a,b\n1,2\n"), Err(NotADiary::NoDates));
    }
}
