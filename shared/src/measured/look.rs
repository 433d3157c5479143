//! What to ask the phone, and which of its readings are new.

use std::collections::HashSet;

use record::few::Few;
use record::fields::Fields;
use record::kinds::{Kind, Measure, Reading, Ref, Tracker, Unit};
use record::time::{Happened, Zone};
use record::{Act, Decimal, OpId, Record, Scope};

use super::Back;
use crate::effects::clock::Now;
use crate::effects::platform::{HealthMeasure, HealthQuery, HealthReading};
use crate::track::{self, Check, TrackerKey};
use crate::zones;

/// All that both stores know.
const ALL: [HealthMeasure; 6] = [
    HealthMeasure::Glucose,
    HealthMeasure::BloodPressure,
    HealthMeasure::Weight,
    HealthMeasure::PeakFlow,
    HealthMeasure::Oxygen,
    HealthMeasure::Temperature,
];

/// The most readings of one measure at a time: more than a year of a sensor that
/// measures each quarter of an hour.
const MOST: u32 = 40_000;

const DAY: i64 = 86_400;

/// What the phone had.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// Not in the record yet, as the phone gave them.
    pub(super) new: Vec<New>,
    /// In the record already.
    pub(super) there: usize,
    /// Numbers that no instrument shows, and times to come.
    pub(super) not_possible: usize,
}

/// A reading that is not in the record yet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct New {
    /// Of what, and in which unit.
    pub(super) tracker: TrackerKey,
    /// When.
    pub(super) happened: Happened,
    /// The value.
    pub(super) first: Decimal,
    /// The second value.
    pub(super) second: Option<Decimal>,
}

impl New {
    /// As it is written down.
    #[must_use]
    pub(super) fn value(&self, tracker: Ref) -> Reading {
        let (value, second) = (self.first, self.second);
        Reading { tracker, value, second, third: None, context: None, note: None }
    }

    fn key(&self) -> Key {
        key(&self.tracker, self.happened.at, self.first, self.second)
    }
}

/// Asks for everything from then on.
#[must_use]
pub(super) fn query(back: Back, now: i64) -> HealthQuery {
    let from = match back {
        Back::Month => now - 31 * DAY,
        Back::Year => now - 366 * DAY,
        Back::All => 0,
    };
    HealthQuery { measures: ALL.to_vec(), from, most: MOST }
}

/// What makes two readings the same: what was measured and in which unit, the
/// second, and the values.
type Key = (u64, u64, i64, Exact, Option<Exact>);

/// 6.8 and 6.80 are the same.
type Exact = (i64, u8);

fn exact(decimal: Decimal) -> Exact {
    let (mut mantissa, mut places) = (decimal.mantissa(), decimal.places());
    while places > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        places -= 1;
    }
    (mantissa, places)
}

fn key(tracker: &TrackerKey, at: i64, first: Decimal, second: Option<Decimal>) -> Key {
    (tracker.measure.code(), tracker.unit.code(), at, exact(first), second.map(exact))
}

/// All readings that a record has, or has had: as first written, and as corrected.
fn keys(record: &Record) -> HashSet<Key> {
    let trackers: Few<OpId, TrackerKey> = record
        .all::<Tracker>()
        .map(|entry| (entry.id.created_by(), TrackerKey::of(&entry.value)))
        .collect();
    let key_of = |reading: &Reading, at: i64| {
        let tracker = trackers.get(&reading.tracker.0)?;
        Some(key(tracker, at, reading.value, reading.second))
    };
    let mut keys = HashSet::new();
    for held in record.history(Scope::Health) {
        if held.act == Act::Create(Reading::SPEC.id) {
            let author = held.id.writer;
            let fields = Fields::of(held.payload).map_while(Result::ok);
            let first = Reading::read(fields.map(|(number, value)| (number, value, author)));
            keys.extend(first.ok().and_then(|reading| key_of(&reading, held.happened.at)));
        }
    }
    let now = record.all::<Reading>();
    keys.extend(now.filter_map(|entry| key_of(&entry.value, entry.happened.at)));
    keys
}

/// Which of them are still not in the record.
#[must_use]
pub(super) fn still_new(new: Vec<New>, record: &Record) -> Vec<New> {
    let there = keys(record);
    new.into_iter().filter(|reading| !there.contains(&reading.key())).collect()
}

/// Sorts the phone's readings.
#[must_use]
pub(super) fn sort(readings: &[HealthReading], record: &Record, now: &Now) -> Found {
    let mut seen = keys(record);
    let mut found = Found::default();
    for reading in readings {
        let Some(new) = read(reading, now) else {
            found.not_possible += 1;
            continue;
        };
        if seen.insert(new.key()) {
            found.new.push(new);
        } else {
            found.there += 1;
        }
    }
    found
}

/// None for what cannot be: a number that no instrument shows, a time to come.
fn read(reading: &HealthReading, now: &Now) -> Option<New> {
    let (measure, unit, places) = match reading.measure {
        HealthMeasure::Glucose => (Measure::Glucose, Unit::MmolPerLitre, 1),
        HealthMeasure::BloodPressure => (Measure::BloodPressure, Unit::MmHg, 0),
        HealthMeasure::Weight => (Measure::Weight, Unit::Kilogram, 2),
        HealthMeasure::PeakFlow => (Measure::PeakFlow, Unit::LitrePerMinute, 0),
        HealthMeasure::Oxygen => (Measure::Oxygen, Unit::Percent, 0),
        HealthMeasure::Temperature => (Measure::Temperature, Unit::Celsius, 1),
    };
    let tracker = TrackerKey::ready_made(measure, unit);
    let first = decimal(reading.value, places)?;
    let possible = |check| !matches!(check, Check::TooLow | Check::TooHigh);
    let bounds = track::bounds_of(&tracker.tracker())?;
    let second = match (measure, reading.second) {
        (Measure::BloodPressure, second) => {
            let second = decimal(second?, places)?;
            if !possible(track::DIASTOLIC.check(second)) {
                return None;
            }
            Some(second)
        }
        _ => None,
    };
    let to_come = reading.at > now.ms.div_euclid(1000) + DAY;
    if !possible(bounds.check(first)) || to_come {
        return None;
    }
    let zone = reading.zone.as_deref().filter(|name| zones::get(name).is_some());
    let happened = Happened { at: reading.at, zone: Zone::new(zone.unwrap_or(&now.zone)) };
    Some(New { tracker, happened, first, second })
}

/// As an instrument shows it, with so many decimals.
fn decimal(value: f64, places: u8) -> Option<Decimal> {
    let scaled = (value * 10_f64.powi(i32::from(places))).round();
    // Far beyond any reading, and within what a float holds exactly.
    if !scaled.is_finite() || scaled.abs() > 1e9 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 10^9")]
    let (mut mantissa, mut places) = (scaled as i64, places);
    while places > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        places -= 1;
    }
    Decimal::new(mantissa, places).ok()
}
