//! The readings of an export, gathered while it is read: each in 24 bytes, so that
//! ten years of them fit where the file never would.

use record::time::Zone;

use super::kinds::{self, What};
use super::xml::{Attributes, Part};
use crate::bring_in::parse::dates::{self, Moment};
use crate::zones;

/// The most readings that are kept of one file: more than ten years of a watch.
const MOST: usize = 1_000_000;

/// Seconds.
const DAY: i64 = 86_400;

/// No second value.
const NONE: i32 = i32::MIN;

/// One reading. The order is by what it is of, then by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// Of what.
    pub what: What,
    /// When: seconds since 1970, UTC.
    pub at: i64,
    /// Its value, in the decimals of [`What::places`].
    pub first: i32,
    /// Its second value; [`Reading::second`] reads it.
    second: i32,
    /// Said beside it.
    pub meal: Meal,
    /// The zone that it was measured in, by its place in [`Found::zones`].
    pub zone: u16,
}

impl Reading {
    /// Its second value.
    #[must_use]
    pub fn second(&self) -> Option<i32> {
        (self.second != NONE).then_some(self.second)
    }
}

/// Of a half of a pressure: which.
const UPPER: Meal = Meal::Before;
const LOWER: Meal = Meal::After;

/// How a reading lies to a meal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Meal {
    /// It is not said.
    NotSaid,
    /// Before one.
    Before,
    /// After one.
    After,
}

/// What there is in an export.
#[derive(Debug)]
pub struct Found {
    /// Sorted, none of them twice.
    pub readings: Vec<Reading>,
    /// The first is where the device is.
    pub zones: Vec<Zone>,
    /// How many were left out: no meter shows such numbers, their unit is not known,
    /// half of a pressure is missing, or their time is to come.
    pub left_out: u32,
    /// How many were more than can be kept.
    pub too_many: u32,
    /// How many are of something that is not followed here: sleep, workouts.
    pub others: u32,
}

/// Gathers them.
pub struct Gather {
    found: Found,
    /// The reading whose element is open.
    open: Option<Reading>,
    last_day: (String, i64),
    /// The day of the export: not over yet.
    exported: i64,
    now: i64,
    root: Root,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Root {
    NotSeen,
    Health,
    Other,
}

impl Gather {
    /// On a device in this zone, at this second.
    #[must_use]
    pub fn new(zone: &str, now: i64) -> Self {
        let zones = vec![Zone::new(zone)];
        Self {
            found: Found { readings: Vec::new(), zones, left_out: 0, too_many: 0, others: 0 },
            open: None,
            last_day: (String::new(), 0),
            exported: i64::MAX,
            now,
            root: Root::NotSeen,
        }
    }

    /// Whether it has turned out to be something else.
    #[must_use]
    pub fn is_other(&self) -> bool {
        self.root == Root::Other
    }

    /// Whether it has begun as an export does.
    #[must_use]
    pub fn is_health(&self) -> bool {
        self.root == Root::Health
    }

    /// Takes what was read.
    pub fn take(&mut self, part: &Part<'_>) {
        match part {
            Part::Begin(name, _) if self.root == Root::NotSeen => {
                self.root = if *name == "HealthData" { Root::Health } else { Root::Other };
            }
            Part::Begin("Record", said) => self.begin(said),
            Part::Begin("MetadataEntry", said) => self.beside(said),
            Part::Begin("ExportDate", said) => {
                let day = said.get("value").get(..10).unwrap_or_default();
                self.exported = self.day(day).unwrap_or(i64::MAX);
            }
            Part::End("Record") => {
                if let Some(reading) = self.open.take() {
                    self.keep(reading);
                }
            }
            Part::Begin(..) | Part::End(_) => {}
        }
    }

    fn begin(&mut self, said: &Attributes<'_>) {
        self.open = None;
        let Some(read) = kinds::read(said.get("type"), said.get("unit"), said.get("value")) else {
            self.found.others = self.found.others.saturating_add(1);
            return;
        };
        let start = said.get("startDate");
        let at = match dates::moment(start) {
            Some(Moment::Instant(at)) if at <= self.now + DAY && at > -70 * 365 * DAY => Some(at),
            _ => None,
        };
        let (Some((what, first)), Some(at)) = (read, at) else {
            self.found.left_out += 1;
            return;
        };
        let (meal, zone) = (Meal::NotSaid, 0);
        let one = Reading { what, at, first, second: NONE, meal, zone };
        // What becomes one with others of its source later: the source stands first.
        let source = hash(said.get("sourceName"));
        let part = |what, at, meal| Reading { what, at, first: source, second: first, meal, zone };
        self.open = match what {
            // By the day that the phone says.
            What::Counted => {
                let day = start.get(..10).and_then(|day| self.day(day));
                day.map(|day| part(what, day * DAY + DAY / 2, Meal::NotSaid))
            }
            What::Systolic => Some(part(What::Systolic, at, UPPER)),
            What::Diastolic => Some(part(What::Systolic, at, LOWER)),
            _ => Some(one),
        };
    }

    /// What is said beside a reading.
    fn beside(&mut self, said: &Attributes<'_>) {
        let Some(reading) = &mut self.open else { return };
        let value = said.get("value");
        match (said.get("key"), value) {
            ("HKBloodGlucoseMealTime", "1") => reading.meal = Meal::Before,
            ("HKBloodGlucoseMealTime", "2") => reading.meal = Meal::After,
            ("HKTimeZone", name) => {
                let zones = &mut self.found.zones;
                let at = zones.iter().position(|zone| zone.name() == name).or_else(|| {
                    zones::get(name)?;
                    zones.push(Zone::new(name));
                    Some(zones.len() - 1)
                });
                reading.zone = at.and_then(|at| u16::try_from(at).ok()).unwrap_or(0);
            }
            _ => {}
        }
    }

    fn keep(&mut self, reading: Reading) {
        if self.found.readings.len() < MOST {
            self.found.readings.push(reading);
        } else {
            self.found.too_many += 1;
        }
    }

    /// Days since 1970 of a date; most are of the day of the one before.
    fn day(&mut self, date: &str) -> Option<i64> {
        if self.last_day.0 != date {
            let day = dates::day(date)?.day(dates::Order::DayFirst)?;
            #[expect(clippy::cast_possible_truncation, reason = "whole days")]
            let number = (crate::when::day_minutes(day) / 1440.0) as i64;
            self.last_day = (date.to_owned(), number);
        }
        Some(self.last_day.1)
    }

    /// All that was there.
    #[must_use]
    pub fn finish(mut self) -> Found {
        let all = &mut self.found.readings;
        all.sort_unstable();
        let parts = all.split_off(all.partition_point(|reading| reading.what < What::Systolic));
        let middle = parts.partition_point(|part| part.what < What::Counted);
        let (halves, counted) = parts.split_at(middle);
        self.pressures(halves);
        self.steps(counted);
        let all = &mut self.found.readings;
        all.sort_unstable();
        // The same from a phone and a watch.
        let same = |one: &Reading| (one.what, one.at, one.first, one.second);
        all.dedup_by(|a, b| same(a) == same(b));
        self.found
    }

    /// Puts the halves of pressures together: of one second and one source, one of
    /// each. An export has them alone and once more as a pair.
    fn pressures(&mut self, halves: &[Reading]) {
        for group in halves.chunk_by(|a, b| (a.at, a.first) == (b.at, b.first)) {
            let side = |side| {
                let mut found = group.iter().filter(|half| half.meal == side);
                let first = found.next()?;
                found.all(|other| other.second == first.second).then_some(first.second)
            };
            match (group.first(), side(UPPER), side(LOWER)) {
                (Some(half), Some(first), Some(second)) if second < first => {
                    let (what, meal) = (What::Pressure, Meal::NotSaid);
                    self.found.readings.push(Reading { what, first, second, meal, ..*half });
                }
                _ => self.found.left_out += 1,
            }
        }
    }

    /// A day's steps: of what counted most of them, because a phone and a watch count
    /// the same ones. The day of the export is not over.
    fn steps(&mut self, counted: &[Reading]) {
        // Midday of the day itself, wherever the device is when it is brought in: the
        // same day must be known again.
        let zone = u16::try_from(self.found.zones.len()).unwrap_or(0);
        self.found.zones.push(Zone::new("UTC"));
        for day in counted.chunk_by(|a, b| a.at == b.at) {
            let by_source = day.chunk_by(|a, b| a.first == b.first);
            let sums = by_source.map(|some| {
                some.iter().fold(0_i32, |sum, reading| sum.saturating_add(reading.second))
            });
            let (Some(one), Some(first)) = (day.first(), sums.max()) else { continue };
            if one.at.div_euclid(DAY) >= self.exported {
                continue;
            }
            if What::Steps.possible(first) {
                let what = What::Steps;
                self.found.readings.push(Reading { what, first, second: NONE, zone, ..*one });
            } else {
                self.found.left_out += 1;
            }
        }
    }
}

/// A short name for a source (FNV-1a).
fn hash(words: &str) -> i32 {
    let start = 0x811c_9dc5_u32;
    let hash = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    words.bytes().fold(start, hash).cast_signed()
}
