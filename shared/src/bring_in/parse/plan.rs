//! What would be brought in: every line of the file is in here once, taken or
//! refused.

use std::collections::{HashMap, HashSet};

use jiff::civil::DateTime;
use record::Scope;
use record::kinds::Tracker;

use super::check::check;
use super::item::{Item, Reason};
use super::line::read;
use super::meaning::{Meaning, Meanings, Recognised, Thing};
use super::rows::{Row, Rows};
use super::table::Columns;
use super::{Diary, Layout};
use crate::bring_in::known::{self, Key};
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

    /// Counts a line of a thing. False where there are too many different ones.
    pub(super) fn found(&mut self, thing: &Thing, meaning: &Recognised) -> bool {
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
    let mut before = table.map_or(0, |table| table.before);
    for row in rows {
        let empty = row.cells.as_ref().is_some_and(|cells| cells.iter().all(String::is_empty));
        if heading && !empty && row.cells.is_some() {
            if before == 0 {
                heading = false;
                plan.heading = row.lines;
                continue;
            }
            before -= 1;
        }
        let results = if empty {
            Err(Reason::Empty)
        } else {
            read(diary, table, reading, &zone, &row, &mut plan)
        };
        let mut keep = |result: Result<Taken, Reason>, lines| {
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
                Ok(taken) => plan.taken.push(Taken { lines, ..taken }),
                Err(reason) => {
                    let Row { line, at, .. } = row;
                    plan.refused.push(Refused { line, lines, at, reason });
                }
            }
        };
        match results {
            Err(reason) => keep(Err(reason), row.lines),
            // A line counts once, with the first of what is on it.
            Ok(results) => {
                for (nth, result) in results.into_iter().enumerate() {
                    keep(result, if nth == 0 { row.lines } else { 0 });
                }
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
