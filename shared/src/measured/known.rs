//! What makes two measurements the same, wherever they were read: what was
//! measured, the second, and the value. Also what has since been corrected or
//! crossed out is known, because it must not come again.

use std::collections::HashSet;

use record::few::Few;
use record::fields::Fields;
use record::kinds::{Kind, Measure, Reading, Tracker, Unit};
use record::{Act, Decimal, OpId, Record, Scope};

use crate::letters;
use crate::track::TrackerKey;

/// What was measured, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// Something that is measured.
    Measure(u64),
    /// Glucose in mg/dL, which a phone may give in mmol/L another time.
    GlucoseMg,
    /// Steps: of a day there is one number, which grows until all that counted them
    /// has told the phone.
    Steps,
}

/// What makes two of them the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    of: u64,
    at: i64,
    first: (i64, u8),
    second: Option<(i64, u8)>,
}

/// What a tracker measures (FNV-1a of all that makes it another).
#[must_use]
pub fn what(tracker: &TrackerKey) -> Of {
    match (tracker.measure, tracker.unit) {
        (Measure::Steps, Unit::Step) => Of::Steps,
        (Measure::Glucose, Unit::MgPerDecilitre) => Of::GlucoseMg,
        (measure, unit) => Of::Measure(hash(measure, unit, tracker)),
    }
}

fn hash(measure: Measure, unit: Unit, tracker: &TrackerKey) -> u64 {
    let words = |words: &Option<String>| words.as_deref().map(letters::small).unwrap_or_default();
    let said = format!(
        "{} {} {}\u{1f}{}",
        measure.code(),
        unit.code(),
        words(&tracker.name),
        words(&tracker.unit_name)
    );
    said.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Milligrams of glucose in a decilitre for each millimole in a litre: a mole of it
/// is 180.156 grams.
const MG_A_MMOL: f64 = 18.0156;

/// What makes a measurement the same as another.
#[must_use]
pub fn key(of: Of, at: i64, first: Decimal, second: Option<Decimal>) -> Key {
    match of {
        Of::Measure(of) => Key { of, at, first: exact(first), second: second.map(exact) },
        Of::GlucoseMg => {
            let glucose = TrackerKey::ready_made(Measure::Glucose, Unit::MmolPerLitre);
            let of = hash(glucose.measure, glucose.unit, &glucose);
            #[expect(clippy::cast_possible_truncation, reason = "no reading is as large")]
            let tenths = (first.to_f64() / MG_A_MMOL * 10.0).round() as i64;
            let first = Decimal::new(tenths, 1).map_or((tenths, 1), exact);
            Key { of, at, first, second: second.map(exact) }
        }
        // At midday exactly, where a day's sum stands.
        Of::Steps if at.rem_euclid(86_400) == 43_200 => {
            Key { of: 0, at, first: (0, 0), second: None }
        }
        Of::Steps => Key { of: 0, at, first: exact(first), second: second.map(exact) },
    }
}

/// 6.8 and 6.80 are the same.
fn exact(decimal: Decimal) -> (i64, u8) {
    let (mut mantissa, mut places) = (decimal.mantissa(), decimal.places());
    while places > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        places -= 1;
    }
    (mantissa, places)
}

/// All readings that a record has, or has had: as first written, and as corrected.
#[derive(Default)]
pub struct Known(HashSet<Key>);

impl Known {
    /// Of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let trackers: Few<OpId, Of> = record
            .all::<Tracker>()
            .map(|entry| (entry.id.created_by(), what(&TrackerKey::of(&entry.value))))
            .collect();
        let key_of = |reading: &Reading, at: i64| {
            let tracker = trackers.get(&reading.tracker.0)?;
            Some(key(*tracker, at, reading.value, reading.second))
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
        Self(keys)
    }

    /// Whether it is among them.
    #[must_use]
    pub fn has(&self, key: &Key) -> bool {
        self.0.contains(key)
    }

    /// Adds one; false where it was there.
    pub fn add(&mut self, key: Key) -> bool {
        self.0.insert(key)
    }
}
