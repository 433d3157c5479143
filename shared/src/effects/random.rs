//! The random port.

use crux_core::capability::Operation;
use serde::{Deserialize, Serialize};

/// Asks for so many unpredictable bytes.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct RandomOperation {
    /// How many.
    pub bytes: u32,
}

impl Operation for RandomOperation {
    type Output = Vec<u8>;
}
