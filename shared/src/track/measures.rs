//! The ready-made trackers, as data: what each measures, in which unit, and
//! which numbers can be a reading at all.
//!
//! Where the limits come from. They are about instruments and slips of the
//! finger, never about health: no clinical threshold stands here, and a number
//! within them says nothing about how somebody is.
//!
//! *Possible* is the range that home instruments can show, or that the scale
//! has; outside it the number is refused:
//! - blood glucose: meters read 0.6 to 33.3 mmol/L (10 to 600 mg/dL) and show
//!   "LO" or "HI" beyond;
//! - blood pressure: cuffs of upper-arm monitors go to 300 mmHg, and the
//!   monitors show 40 to 180 or 200 beats; a little room is left around both;
//! - peak flow: low-range and standard meters together have 30 to 900 L/min;
//! - oxygen: finger oximeters show 35 to 100 %;
//! - temperature: home thermometers read 32 to 43 °C, a few 30 to 45;
//! - weight: from a small baby to more than the strongest scales carry;
//! - sleep: hours in a day; steps: more than has been walked in one.
//!
//! *Likely* is narrower, wide enough that most people never meet its edge, and
//! there to catch a lost decimal point or a doubled key: outside it the app asks
//! once whether the number is right, and keeps it where the person says so.

use record::Decimal;
use record::kinds::{Measure, Tracker, Unit};

use crate::screen::Icon;

/// A range of numbers, both ends in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

/// Which numbers can be a reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Outside these the number is refused.
    pub possible: Limits,
    /// Outside these the app asks once.
    pub likely: Limits,
}

/// What bounds say of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Nothing.
    Fine,
    /// Lower than most readings: ask once.
    Low,
    /// Higher than most readings: ask once.
    High,
    /// Lower than an instrument can show: refuse.
    TooLow,
    /// Higher than an instrument can show: refuse.
    TooHigh,
}

impl Bounds {
    /// What they say of a number.
    #[must_use]
    pub fn check(&self, value: Decimal) -> Check {
        let value = value.to_f64();
        if value < self.possible.least {
            Check::TooLow
        } else if value > self.possible.most {
            Check::TooHigh
        } else if value < self.likely.least {
            Check::Low
        } else if value > self.likely.most {
            Check::High
        } else {
            Check::Fine
        }
    }
}

/// How a reading is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One number.
    Number,
    /// Two numbers and the pulse.
    Pressure,
    /// A whole number from a short scale, each with a button.
    Scale,
}

/// A tracker that one only has to choose.
#[derive(Clone, Copy, Debug)]
pub struct ReadyMade {
    /// What it measures.
    pub measure: Measure,
    /// In which unit.
    pub unit: Unit,
    /// How a reading is given.
    pub shape: Shape,
    /// Of the value (systolic for blood pressure).
    pub bounds: Bounds,
    /// Only whole numbers.
    pub whole: bool,
    /// Its picture.
    pub icon: Icon,
}

/// Of the diastolic pressure, mmHg.
pub const DIASTOLIC: Bounds = bounds(20.0, 220.0, 40.0, 140.0);

/// Of the pulse, beats a minute.
pub const PULSE: Bounds = bounds(20.0, 250.0, 35.0, 180.0);

/// How bad a symptom is.
pub const SEVERITY: Bounds = bounds(0.0, 10.0, 0.0, 10.0);

/// The greatest number of an own scale that has buttons.
const LONGEST_SCALE: f64 = 10.0;

const fn bounds(least: f64, most: f64, likely_least: f64, likely_most: f64) -> Bounds {
    Bounds {
        possible: Limits { least, most },
        likely: Limits { least: likely_least, most: likely_most },
    }
}

const fn number(measure: Measure, unit: Unit, bounds: Bounds, icon: Icon) -> ReadyMade {
    ReadyMade { measure, unit, shape: Shape::Number, bounds, whole: false, icon }
}

const fn scale(measure: Measure, icon: Icon) -> ReadyMade {
    ReadyMade {
        measure,
        unit: Unit::Score,
        shape: Shape::Scale,
        bounds: bounds(0.0, 10.0, 0.0, 10.0),
        whole: true,
        icon,
    }
}

const READY_MADE: &[ReadyMade] = &[
    number(Measure::Glucose, Unit::MmolPerLitre, bounds(0.6, 33.3, 2.0, 28.0), Icon::Drop),
    number(Measure::Glucose, Unit::MgPerDecilitre, bounds(10.0, 600.0, 36.0, 500.0), Icon::Drop),
    ReadyMade {
        measure: Measure::BloodPressure,
        unit: Unit::MmHg,
        shape: Shape::Pressure,
        bounds: bounds(40.0, 300.0, 70.0, 230.0),
        whole: true,
        icon: Icon::Heart,
    },
    number(Measure::Weight, Unit::Kilogram, bounds(0.5, 500.0, 30.0, 250.0), Icon::Scale),
    ReadyMade {
        whole: true,
        ..number(
            Measure::PeakFlow,
            Unit::LitrePerMinute,
            bounds(30.0, 900.0, 60.0, 800.0),
            Icon::Wind,
        )
    },
    number(Measure::Oxygen, Unit::Percent, bounds(35.0, 100.0, 70.0, 100.0), Icon::Lungs),
    number(Measure::Temperature, Unit::Celsius, bounds(30.0, 45.0, 34.0, 42.0), Icon::Thermometer),
    scale(Measure::Pain, Icon::Bolt),
    scale(Measure::Mood, Icon::Face),
    scale(Measure::Breathlessness, Icon::Lungs),
    scale(Measure::Fatigue, Icon::Moon),
    number(Measure::Sleep, Unit::Hour, bounds(0.0, 24.0, 0.0, 16.0), Icon::Moon),
    ReadyMade {
        whole: true,
        ..number(Measure::Steps, Unit::Step, bounds(0.0, 250_000.0, 0.0, 60_000.0), Icon::Steps)
    },
];

/// All of them, in the order in which they are offered.
#[must_use]
pub fn ready_made() -> &'static [ReadyMade] {
    READY_MADE
}

/// The ready-made one that a tracker came from; none for one's own, or for one
/// of a newer app.
#[must_use]
pub fn of(tracker: &Tracker) -> Option<&'static ReadyMade> {
    READY_MADE.iter().find(|made| made.measure == tracker.measure && made.unit == tracker.unit)
}

/// Which numbers can be a reading of a tracker; none where any can.
#[must_use]
pub fn bounds_of(tracker: &Tracker) -> Option<Bounds> {
    if let Some(made) = of(tracker) {
        return Some(made.bounds);
    }
    if tracker.least.is_none() && tracker.most.is_none() {
        return None;
    }
    let least = tracker.least.map_or(f64::NEG_INFINITY, Decimal::to_f64);
    let most = tracker.most.map_or(f64::INFINITY, Decimal::to_f64);
    Some(bounds(least, most, least, most))
}

/// How a reading of a tracker is given. One's own is a scale where it goes from
/// one whole number to another in a few steps.
#[must_use]
pub fn shape_of(tracker: &Tracker) -> Shape {
    if let Some(made) = of(tracker) {
        return made.shape;
    }
    match (tracker.unit, tracker.least, tracker.most) {
        (Unit::Score, Some(least), Some(most))
            if least.places() == 0
                && most.places() == 0
                && most.to_f64() - least.to_f64() <= LONGEST_SCALE =>
        {
            Shape::Scale
        }
        _ => Shape::Number,
    }
}

/// The picture of a tracker.
#[must_use]
pub fn icon_of(tracker: &Tracker) -> Icon {
    of(tracker).map_or(Icon::Star, |made| made.icon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_likely_is_possible_and_every_measure_is_there() {
        for made in ready_made() {
            let Bounds { possible, likely } = made.bounds;
            assert!(possible.least <= likely.least && likely.most <= possible.most, "{made:?}");
        }
        for measure in Measure::ALL.iter().filter(|measure| **measure != Measure::Own) {
            assert!(ready_made().iter().any(|made| made.measure == *measure), "{measure:?}");
        }
    }

    #[test]
    fn the_ends_are_in() {
        let glucose = ready_made()[0].bounds;
        let check = |text: &str| glucose.check(text.parse().unwrap());
        assert_eq!(check("0.6"), Check::Low);
        assert_eq!(check("0.5"), Check::TooLow);
        assert_eq!(check("33.3"), Check::High);
        assert_eq!(check("33.31"), Check::TooHigh);
        assert_eq!(check("2.0"), Check::Fine);
    }
}
