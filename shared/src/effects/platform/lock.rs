//! The device's own lock: a face, a finger, or its code.

use facet::Facet;
use serde::{Deserialize, Serialize};

/// Asks the person to show that the device is theirs.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Unlocking {
    /// Why, for the platform's own dialogue.
    pub reason: String,
}

/// What came of asking.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Unlocked {
    /// It is theirs.
    Proved,
    /// It was not shown: cancelled, or wrong too often.
    NotProved,
    /// The device has no lock, or none that an app can ask.
    Unavailable,
}
