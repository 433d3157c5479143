//! Outcomes: what became of an occurrence of a reminder.

use jiff::civil::Date;

use super::slot::{Owned, scalar};
use super::{Ref, codes, kind};
use crate::codec::DecodeError;
use crate::fields::Value;
use crate::schedule::{OccurrenceKey, day_date, day_number};

codes! {
    /// What became of it. None of them is a failing.
    What {
        /// Done.
        1 Done,
        /// Done, later than it was due.
        2 DoneLate,
        /// Done in part.
        3 Part,
        /// Not done, on purpose.
        4 Skipped,
        /// Nobody can say.
        5 NotKnown,
    }
}

// Days since 1970.
scalar!(
    Date,
    |value, _author| match value {
        Value::Uint(days) => {
            u32::try_from(days).ok().and_then(day_date).ok_or(DecodeError::Field)
        }
        _ => Err(DecodeError::Field),
    },
    |date: &Date, _author| Owned::Uint(u64::from(day_number(*date).unwrap_or(0)))
);

kind! {
    /// What became of one occurrence, which the first four fields name. When it
    /// happened is the operation's.
    Outcome = 14 in Health as "outcome" {
        /// The reminder.
        1 reminder: Ref => Fixed,
        /// Which of its rules was in force ([`RuleBytes::number`]).
        ///
        /// [`RuleBytes::number`]: crate::schedule::RuleBytes::number
        2 version: u64 => Fixed,
        /// The person's day, by the rule; not before 1970.
        3 date: Date => Fixed,
        /// The rule's time, as in [`OccurrenceKey::slot`].
        4 slot: u64 => Fixed,
        /// What became of it.
        5 what: What => Fixed,
        /// Why, where it was skipped, or more about it.
        6 reason: Option<String> => Fixed,
    }
}

impl Outcome {
    /// Of an occurrence.
    #[must_use]
    pub fn of(key: OccurrenceKey, what: What, reason: Option<String>) -> Self {
        Self {
            reminder: Ref(key.schedule),
            version: u64::from(key.version),
            date: key.date,
            slot: u64::from(key.slot),
            what,
            reason,
        }
    }
}
