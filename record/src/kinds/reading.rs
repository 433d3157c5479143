//! Readings.

use super::{Ref, codes, kind};
use crate::decimal::Decimal;

codes! {
    /// The circumstances of a reading.
    Context {
        /// Before breakfast.
        1 BeforeBreakfast,
        /// After breakfast.
        2 AfterBreakfast,
        /// Before lunch.
        3 BeforeLunch,
        /// After lunch.
        4 AfterLunch,
        /// Before the evening meal.
        5 BeforeEveningMeal,
        /// After the evening meal.
        6 AfterEveningMeal,
        /// Before a snack.
        7 BeforeSnack,
        /// At bedtime.
        8 Bedtime,
        /// In the night.
        9 Night,
        /// Before a meal, of which nothing more is known.
        10 BeforeMeal,
        /// After a meal, of which nothing more is known.
        11 AfterMeal,
    }
}

kind! {
    /// One reading of one tracker. When it happened is the operation's.
    Reading = 4 in Health as "reading" {
        /// Which tracker.
        1 tracker: Ref => Fixed,
        /// The value, in the tracker's unit. Systolic, for blood pressure.
        2 value: Decimal => Fixed,
        /// Diastolic, for blood pressure.
        3 second: Option<Decimal> => Fixed,
        /// Pulse per minute, for blood pressure.
        4 third: Option<Decimal> => Fixed,
        /// The circumstances.
        5 context: Option<Context> => Fixed,
        /// In the person's words.
        6 note: Option<String> => Fixed,
    }
}
