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
}

impl Operation for ClockOperation {
    type Output = Now;
}
