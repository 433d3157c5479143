//! Whether a number can be what it says: refused where it cannot, shown where
//! it is unlikely.

use record::Decimal;
use record::kinds::{DoseUnit, Tracker};

use super::item::{Item, Reason, TrackerKey};
use crate::letters;
use crate::track::{self, Check};

/// The most of one dose, in any unit: beyond it a key was held down.
const MOST_DOSE: f64 = 10_000.0;

/// The most units of insulin in one dose.
const MOST_UNITS: f64 = 500.0;

/// Whether a number is unlikely.
///
/// # Errors
/// [`Reason::NotPossible`] where it cannot be.
pub(super) fn check(item: &Item, trackers: &[Tracker]) -> Result<bool, Reason> {
    match item {
        Item::Reading(reading) => {
            let mut unusual = false;
            let mut ask = |bounds: Option<track::Bounds>, value: Option<Decimal>| {
                let (Some(bounds), Some(value)) = (bounds, value) else {
                    return Ok(());
                };
                match bounds.check(value) {
                    Check::Fine => Ok(()),
                    Check::Low | Check::High => {
                        unusual = true;
                        Ok(())
                    }
                    Check::TooLow | Check::TooHigh => Err(Reason::NotPossible),
                }
            };
            let is_it =
                |there: &&Tracker| TrackerKey::of(there).same(&reading.tracker, letters::small);
            let there = trackers.iter().find(is_it);
            let made = reading.tracker.tracker();
            let tracker = there.unwrap_or(&made);
            ask(track::bounds_of(tracker), Some(reading.value))?;
            ask(Some(track::DIASTOLIC), reading.second)?;
            ask(Some(track::PULSE), reading.third)?;
            let whole = track::of(tracker).is_some_and(|made| made.whole);
            let parts = [Some(reading.value), reading.second, reading.third];
            if whole && parts.into_iter().flatten().any(|value| value.to_f64().fract() != 0.0) {
                return Err(Reason::NotPossible);
            }
            if reading.second.is_some_and(|lower| lower.to_f64() >= reading.value.to_f64()) {
                return Err(Reason::NotPossible);
            }
            Ok(unusual)
        }
        Item::Dose(dose) => {
            let most = if dose.unit == DoseUnit::Unit { MOST_UNITS } else { MOST_DOSE };
            let fits = |amount: Decimal| amount.to_f64() > 0.0 && amount.to_f64() <= most;
            if dose.amount.is_some_and(|amount| !fits(amount)) {
                return Err(Reason::NotPossible);
            }
            Ok(false)
        }
        Item::Symptom(_) | Item::Note(_) => Ok(false),
    }
}
