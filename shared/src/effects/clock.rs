//! The clock port.

use crux_core::capability::Operation;
use serde::{Deserialize, Serialize};

/// Asks for the time, now or later.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum ClockOperation {
    /// Answer at once.
    Now,
    /// Answer after so many milliseconds, or a little later.
    Wake {
        /// Milliseconds.
        after: u64,
    },
}

/// The device's time and where it thinks it is.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct Now {
    /// Milliseconds since 1970, UTC, by the device's own clock.
    pub ms: i64,
    /// IANA name of the device's time zone, such as `Europe/London`.
    pub zone: String,
    /// The zone by whose clock times that are not pinned go on until the person has
    /// agreed to another; none where that is the device's own. No clock says this:
    /// it is filled in from what the person has agreed to.
    #[serde(default)]
    pub agreed: Option<String>,
    /// When the person's day begins, in minutes after midnight. No clock says this
    /// either: it is filled in from the record on show.
    #[serde(default)]
    pub day_start: u16,
}

impl Now {
    /// The zone by whose clock times go that are not pinned to one.
    #[must_use]
    pub fn going_by(&self) -> &str {
        self.agreed.as_deref().unwrap_or(&self.zone)
    }
}

impl Operation for ClockOperation {
    type Output = Now;
}
