//! Schedules as data, and what they come to: rules are stored, occurrences are
//! derived, only outcomes are written.
//!
//! Where to start: [`Rule`] for what a schedule can say; [`Schedule`] for the
//! rules that one reminder has had, and when each was in force;
//! [`Schedule::occurrences`] and [`next`] for what they come to; [`state`] for
//! where one of them stands. The zone database is the caller's.

mod amount;
mod check;
mod clock;
mod code;
mod day;
mod key;
mod needed;
mod next;
mod occur;
mod rule;
mod standing;
mod versions;
mod walk;

pub use amount::Amount;
pub use check::RuleError;
pub use clock::Clocks;
pub use code::{RuleBytes, Trouble};
pub use day::day_of;
pub(crate) use day::{date as day_date, number as day_number};
pub use key::OccurrenceKey;
pub use needed::Needed;
pub use next::next;
pub use occur::Occurrence;
pub use rule::{At, Days, End, Promise, Rule, Step, Terms, Weekdays, When, Window};
pub use standing::{State, state};
pub use versions::{InForce, Schedule, Version, Zones};
