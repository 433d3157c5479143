//! Putting aside what cannot be opened.

use facet::Facet;
use serde::{Deserialize, Serialize};

/// What came of putting aside what is on the device.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum PutAside {
    /// It lies elsewhere, whole, and another core begins.
    Done,
    /// It lies where it was.
    Failed,
}
