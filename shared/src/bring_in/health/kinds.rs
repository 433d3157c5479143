//! What of an export the app can follow: Apple's names and units beside the app's
//! trackers. Names of types and of what is said beside a value are `HealthKit`'s;
//! units are written as its `HKUnit` writes them.
//!
//! Glucose is kept in the unit that it is exported in. Weight and temperature are
//! exported as the phone shows them and are kept in kilograms and degrees Celsius;
//! a pound is 0.45359237 kg (International yard and pound agreement, 1959).
//! Saturation is exported as a part of one.

use record::Decimal;
use record::kinds::{Measure, Unit};

use crate::track::{self, Bounds, Check, TrackerKey};
use crate::words::{Words, say};

/// What a reading is of. In the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum What {
    /// Blood glucose, mmol/L.
    Glucose,
    /// Blood glucose, mg/dL.
    GlucoseMg,
    /// Both pressures.
    Pressure,
    /// Weight.
    Weight,
    /// Oxygen.
    Oxygen,
    /// Temperature.
    Temperature,
    /// Peak flow.
    PeakFlow,
    /// The heart's rate at rest: one a day.
    RestingRate,
    /// Steps of a day.
    Steps,
    /// The heart's rate whenever a watch looked.
    Rate,
    /// Half a pressure: becomes one where there is the other.
    Systolic,
    /// The other half.
    Diastolic,
    /// Steps of a few minutes.
    Counted,
}

impl What {
    /// Those that a reading can be of once all has been read.
    pub const ALL: [Self; 10] = [
        Self::Glucose,
        Self::GlucoseMg,
        Self::Pressure,
        Self::Weight,
        Self::Oxygen,
        Self::Temperature,
        Self::PeakFlow,
        Self::RestingRate,
        Self::Steps,
        Self::Rate,
    ];

    /// Its name in a form's draft.
    #[must_use]
    pub fn code(self) -> String {
        (self as u8).to_string()
    }

    /// How many decimals are kept.
    #[must_use]
    pub fn places(self) -> u8 {
        match self {
            Self::Glucose | Self::Temperature => 1,
            Self::Weight => 2,
            _ => 0,
        }
    }

    /// The tracker that it belongs to.
    #[must_use]
    pub fn tracker(self, words: &Words) -> TrackerKey {
        let made = TrackerKey::ready_made;
        let own = |name: String| TrackerKey::own(&name, &say!(words, "health-beats"));
        match self {
            Self::Glucose => made(Measure::Glucose, Unit::MmolPerLitre),
            Self::GlucoseMg => made(Measure::Glucose, Unit::MgPerDecilitre),
            Self::Pressure | Self::Systolic | Self::Diastolic => {
                made(Measure::BloodPressure, Unit::MmHg)
            }
            Self::Weight => made(Measure::Weight, Unit::Kilogram),
            Self::Oxygen => made(Measure::Oxygen, Unit::Percent),
            Self::Temperature => made(Measure::Temperature, Unit::Celsius),
            Self::PeakFlow => made(Measure::PeakFlow, Unit::LitrePerMinute),
            Self::Steps | Self::Counted => made(Measure::Steps, Unit::Step),
            Self::RestingRate => own(say!(words, "health-resting-rate")),
            Self::Rate => own(say!(words, "health-rate")),
        }
    }

    /// Whether a number can be a reading at all.
    #[must_use]
    pub fn possible(self, value: i32) -> bool {
        let bounds = match self {
            Self::Diastolic => Some(track::DIASTOLIC),
            Self::Rate | Self::RestingRate => Some(track::PULSE),
            _ => self.bounds(),
        };
        bounds.is_none_or(|bounds| {
            !matches!(bounds.check(self.decimal(value)), Check::TooLow | Check::TooHigh)
        })
    }

    fn bounds(self) -> Option<Bounds> {
        track::bounds_of(&self.tracker(&Words::default()).tracker())
    }

    /// A number of so many decimals, written as short as it can be.
    #[must_use]
    pub fn decimal(self, value: i32) -> Decimal {
        let (mut mantissa, mut places) = (i64::from(value), self.places());
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        Decimal::new(mantissa, places).unwrap_or(Decimal::whole(mantissa))
    }
}

/// A unit of Apple's: what a value in it is of, and by how much it is multiplied
/// once something has been taken off.
struct Given {
    unit: &'static str,
    what: What,
    less: f64,
    times: f64,
}

const fn given(unit: &'static str, what: What, times: f64) -> Given {
    Given { unit, what, less: 0.0, times }
}

/// Begins every type's name.
const TYPE: &str = "HKQuantityTypeIdentifier";

const KINDS: &[(&str, &[Given])] = &[
    ("HeartRate", &[given("count/min", What::Rate, 1.0)]),
    ("StepCount", &[given("count", What::Counted, 1.0)]),
    (
        "BloodGlucose",
        // The unit goes on with the weight of a mole.
        &[given("mg/dL", What::GlucoseMg, 1.0), given("mmol&lt;", What::Glucose, 1.0)],
    ),
    ("BloodPressureSystolic", &[given("mmHg", What::Systolic, 1.0)]),
    ("BloodPressureDiastolic", &[given("mmHg", What::Diastolic, 1.0)]),
    (
        "BodyMass",
        &[
            given("kg", What::Weight, 1.0),
            given("lb", What::Weight, 0.453_592_37),
            given("st", What::Weight, 6.350_293_18),
            given("g", What::Weight, 0.001),
        ],
    ),
    ("OxygenSaturation", &[given("%", What::Oxygen, 100.0)]),
    (
        "BodyTemperature",
        &[
            given("degC", What::Temperature, 1.0),
            Given { unit: "degF", what: What::Temperature, less: 32.0, times: 5.0 / 9.0 },
        ],
    ),
    ("PeakExpiratoryFlowRate", &[given("L/min", What::PeakFlow, 1.0)]),
    ("RestingHeartRate", &[given("count/min", What::RestingRate, 1.0)]),
];

/// What a type, a unit and a value come to. None for what the app does not follow;
/// the inner one where the unit or the number is none that can be.
#[must_use]
pub fn read(kind: &str, unit: &str, value: &str) -> Option<Option<(What, i32)>> {
    let name = kind.strip_prefix(TYPE)?;
    let (_, units) = KINDS.iter().find(|(known, _)| *known == name)?;
    let fits = |known: &str| {
        known == unit || (known.ends_with(';') && unit.starts_with(known) && unit.ends_with("/L"))
    };
    let read = || {
        let given = units.iter().find(|given| fits(given.unit))?;
        let scaled = (number(value)? - given.less)
            * given.times
            * 10_f64.powi(i32::from(given.what.places()));
        // More than any reading, and within what is kept.
        if scaled.abs() > 1e9 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 10^9")]
        let whole = scaled.round() as i32;
        given.what.possible(whole).then_some((given.what, whole))
    };
    Some(read())
}

/// A number as programs write it. By hand: the standard library's reader is exact to
/// the last bit and brings ten kilobytes of tables into the browser's module.
fn number(text: &str) -> Option<f64> {
    let (text, power) = match text.split_once(['e', 'E']) {
        Some((text, power)) => (text, power.strip_prefix('+').unwrap_or(power).parse().ok()?),
        None => (text, 0_i32),
    };
    let (figures, sign) = match text.strip_prefix('-') {
        Some(figures) => (figures, -1.0),
        None => (text, 1.0),
    };
    let (whole, behind) = figures.split_once('.').unwrap_or((figures, ""));
    let (mut sum, mut places) = (0_u64, 0_i32);
    for (nth, figure) in whole.bytes().chain(behind.bytes()).enumerate() {
        if !figure.is_ascii_digit() {
            return None;
        }
        // What comes later is less than any reading is read to.
        if sum < 100_000_000_000_000 {
            sum = sum * 10 + u64::from(figure - b'0');
            places += i32::from(nth >= whole.len());
        } else if nth < whole.len() {
            return None;
        }
    }
    if whole.is_empty() && behind.is_empty() {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let sum = sum as f64;
    Some(sign * sum * 10_f64.powi(power.clamp(-30, 30) - places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_programs_write_them() {
        for (text, wanted) in [
            ("6.8", 6.8),
            ("-3", -3.0),
            (".5", 0.5),
            ("0.970000028610229", 0.970_000_028_610_229),
            ("1e-05", 1e-5),
            ("1.2E+3", 1200.0),
            ("70.30681234567890123", 70.306_812_345_678_9),
        ] {
            let read = number(text).unwrap();
            assert!((read - wanted).abs() <= wanted.abs() * 1e-12, "{text}: {read}");
        }
        for text in
            ["", "-", ".", "a", "1,2", "1.2.3", "0x10", "inf", "NaN", "1e", "12345678901234567890"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn each_unit_comes_to_the_trackers_own() {
        let of =
            |name: &str, unit, value| read(&format!("HKQuantityTypeIdentifier{name}"), unit, value);
        let mole = "mmol&lt;180.1558800000541&gt;/L";
        for (name, unit, value, wanted) in [
            ("BloodGlucose", mole, "6.84", Some((What::Glucose, 68))),
            ("BloodGlucose", "mg/dL", "121.6", Some((What::GlucoseMg, 122))),
            ("BodyMass", "kg", "71.25", Some((What::Weight, 7125))),
            ("BodyMass", "lb", "157", Some((What::Weight, 7121))),
            ("BodyMass", "st", "11.2", Some((What::Weight, 7112))),
            ("BodyTemperature", "degF", "98.6", Some((What::Temperature, 370))),
            ("OxygenSaturation", "%", "0.97", Some((What::Oxygen, 97))),
            ("HeartRate", "count/min", "61.4", Some((What::Rate, 61))),
            ("PeakExpiratoryFlowRate", "L/min", "410", Some((What::PeakFlow, 410))),
            // A unit that is not known, and numbers that no meter shows.
            ("BloodGlucose", "mg/L", "120", None),
            ("BloodGlucose", mole, "120", None),
            ("OxygenSaturation", "%", "97", None),
            ("BodyMass", "kg", "no", None),
        ] {
            assert_eq!(of(name, unit, value), Some(wanted), "{name} {value} {unit}");
        }
        assert_eq!(of("DietaryWater", "mL", "200"), None);
        assert_eq!(read("HKCategoryTypeIdentifierSleepAnalysis", "", ""), None);
    }
}
