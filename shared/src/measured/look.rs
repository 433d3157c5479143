//! What to ask the phone, and which of its readings are new.

use record::kinds::{Measure, Reading, Ref, Unit};
use record::time::{Happened, Zone};
use record::{Decimal, Record};

use super::Back;
use super::known::{self, Key, Known};
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

/// The most readings of one measure at a time: what crosses to the core at once has
/// its bound, however much there is.
pub(super) const MOST: u32 = 20_000;

/// The most new readings of one act.
const MOST_NEW: usize = 250_000;

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
        known::key(known::what(&self.tracker), self.happened.at, self.first, self.second)
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
    HealthQuery { measures: ALL.to_vec(), from, until: None, most: MOST }
}

/// What to ask next, where one measure had as many as were asked for: those before.
#[must_use]
pub(super) fn further(query: &HealthQuery, given: &[HealthReading]) -> Option<HealthQuery> {
    let mut measures = Vec::new();
    let mut until = i64::MIN;
    for measure in &query.measures {
        let of = given.iter().filter(|reading| reading.measure == *measure);
        let (count, oldest) =
            of.fold((0, i64::MAX), |(count, oldest), reading| (count + 1, oldest.min(reading.at)));
        if count >= query.most as usize {
            measures.push(*measure);
            // Of the oldest second there may be more.
            until = until.max(oldest.saturating_add(1));
        }
    }
    let older = query.until.is_none_or(|before| until < before);
    (!measures.is_empty() && older && until > query.from).then(|| HealthQuery {
        measures,
        until: Some(until),
        ..query.clone()
    })
}

/// Which of them are still not in the record.
#[must_use]
pub(super) fn still_new(new: Vec<New>, record: &Record) -> Vec<New> {
    let there = Known::of(record);
    new.into_iter().filter(|reading| !there.has(&reading.key())).collect()
}

/// Sorts the phone's readings, beside those that it gave before.
pub(super) fn sort(readings: &[HealthReading], record: &Record, now: &Now, found: &mut Found) {
    let mut seen = Known::of(record);
    // What was asked for twice is not counted twice.
    let mut before = Known::default();
    for new in &found.new {
        before.add(new.key());
    }
    for reading in readings {
        match read(reading, now) {
            None => found.not_possible += 1,
            Some(new) if before.has(&new.key()) => {}
            Some(new) if found.new.len() < MOST_NEW && seen.add(new.key()) => found.new.push(new),
            Some(_) => found.there += 1,
        }
    }
}

/// Whether there is room for more.
#[must_use]
pub(super) fn has_room(found: &Found) -> bool {
    found.new.len() < MOST_NEW
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
