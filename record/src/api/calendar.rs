//! A calendar that follows a person's times: an address that whoever holds it may
//! read without signing in. It says when something is due, and never what.

use serde::{Deserialize, Serialize};

use super::{Secret, Sign};

/// The most times that a calendar holds.
pub const MAX_TIMES: usize = 1000;

/// An address was made. It is said once: the server keeps only its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarMade {
    /// The whole address, as a calendar takes it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub address: Secret,
    /// When it was made, by which the account's devices tell one from another.
    pub made: i64,
}

/// The times of the next months. Takes the place of what any of the person's
/// devices said before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarTimes {
    /// Those that go by the clock wherever the calendar is: the date and the time of
    /// that clock, in seconds as though it showed UTC.
    pub floating: Vec<Sign>,
    /// Those that are moments.
    pub moments: Vec<Sign>,
}

impl CalendarTimes {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.floating.len() + self.moments.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
