//! Thresholds: the numbers of a person's own plan.

use jiff::civil::Date;

use super::slot::{Owned, scalar};
use super::tracker::{Measure, Unit};
use super::{Ref, codes, kind};
use crate::codec::{DecodeError, Reader, put_int, put_uint};
use crate::decimal::Decimal;
use crate::fields::Value;
use crate::schedule::{day_date, day_number};

codes! {
    /// What of a reading the numbers are about.
    Gauge {
        /// The reading (systolic, for blood pressure).
        1 Reading,
        /// Its second number (diastolic).
        2 Second,
        /// The reading as per cent of the personal best.
        3 PercentOfBest,
        /// How much more it is than the lowest of some days before.
        4 Rise,
        /// The average of readings taken at home over some days.
        5 Average,
        /// That of their second numbers.
        6 AverageSecond,
        /// How bad a symptom is, 0 to 10. It is named as the person writes it down.
        7 Severity,
    }
}

codes! {
    /// The circumstances that the numbers are about.
    Occasion {
        /// Before a meal.
        1 BeforeMeals,
        /// After a meal.
        2 AfterMeals,
        /// At bedtime and in the night.
        3 Night,
    }
}

/// What two people may set otherwise at once, as one value: in fields of their
/// own, one's amber could stand beside the other's red, which nobody has said.
///
/// A part reaches from its number, which belongs to it, up to the next, which does
/// not: below `red_below` is red, from there below `amber_below` is amber, from
/// `amber_from` on amber, from `red_from` on red, and the rest is green.
///
/// As bytes: five numbers, each its places and figures or the byte [`NONE`]; the
/// days; the day, 0 for none; and the name to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Below it is red.
    pub red_below: Option<Decimal>,
    /// Below it is amber.
    pub amber_below: Option<Decimal>,
    /// From it on is amber.
    pub amber_from: Option<Decimal>,
    /// From it on is red.
    pub red_from: Option<Decimal>,
    /// The personal best, where per cent of it are meant.
    pub best: Option<Decimal>,
    /// Over how many days, where a rise is meant; 0 where none is.
    pub days: u64,
    /// On which day it was set.
    pub set_on: Option<Date>,
    /// Who set it: a clinician by name; empty for the person.
    pub set_by: String,
}

/// Stands for no number; no number has so many places.
const NONE: u8 = 0xff;

impl Limits {
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.set_by.len() + 20);
        for number in [self.red_below, self.amber_below, self.amber_from, self.red_from, self.best]
        {
            match number {
                Some(number) => {
                    out.push(number.places());
                    put_int(&mut out, number.mantissa());
                }
                None => out.push(NONE),
            }
        }
        put_uint(&mut out, self.days);
        let day = self.set_on.and_then(day_number).map_or(0, u64::from);
        put_uint(&mut out, day);
        out.extend_from_slice(self.set_by.as_bytes());
        out
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let mut number = || match reader.u8()? {
            NONE => Ok(None),
            places => Decimal::new(reader.int()?, places).map(Some),
        };
        let [red_below, amber_below, amber_from, red_from, best] =
            [number()?, number()?, number()?, number()?, number()?];
        let days = reader.uint()?;
        let set_on = match reader.uint()? {
            0 => None,
            day => {
                let day = u32::try_from(day).ok().and_then(day_date);
                Some(day.ok_or(DecodeError::Field)?)
            }
        };
        let name = reader.bytes(reader.left())?;
        let set_by = std::str::from_utf8(name).map_err(|_| DecodeError::Text)?.to_owned();
        Ok(Self { red_below, amber_below, amber_from, red_from, best, days, set_on, set_by })
    }
}

scalar!(
    Limits,
    |value, _author| match value {
        Value::Bytes(bytes) => Limits::from_bytes(bytes),
        _ => Err(DecodeError::Field),
    },
    |limits: &Limits, _author| Owned::Made(limits.to_bytes())
);

kind! {
    /// Numbers of a plan for one thing that is measured. It is named by what is
    /// measured and not by the tracker, whose stream is another's.
    Threshold = 22 in Plan as "threshold" {
        /// The plan.
        1 plan: Ref => Fixed,
        /// What is measured.
        2 measure: Measure => Fixed,
        /// In which unit.
        3 unit: Unit => Fixed,
        /// Of one's own: what it is called.
        4 name: Option<String> => Fixed,
        /// Of one's own: the unit in the person's words.
        5 unit_name: Option<String> => Fixed,
        /// What of a reading.
        6 gauge: Gauge => Fixed,
        /// In which circumstances; none for any.
        7 occasion: Option<Occasion> => Fixed,
        /// The numbers, and who set them.
        8 limits: Limits => All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = Option<Decimal>> {
        proptest::option::of((-1_000_000_i64..1_000_000, 0_u8..=9))
            .prop_map(|number| number.map(|(m, p)| Decimal::new(m, p).unwrap()))
    }

    proptest! {
        #[test]
        fn written_and_read_again_is_the_same(
            numbers in [number(), number(), number(), number(), number()],
            days in 0_u64..400,
            day in proptest::option::of(1_u32..60_000),
            set_by in ".{0,40}",
        ) {
            let [red_below, amber_below, amber_from, red_from, best] = numbers;
            let set_on = day.and_then(day_date);
            let limits =
                Limits { red_below, amber_below, amber_from, red_from, best, days, set_on, set_by };
            prop_assert_eq!(Limits::from_bytes(&limits.to_bytes()).unwrap(), limits);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            if let Ok(limits) = Limits::from_bytes(&bytes) {
                prop_assert_eq!(Limits::from_bytes(&limits.to_bytes()).unwrap(), limits);
            }
        }
    }
}
