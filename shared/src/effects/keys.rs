//! The keys port: this device's Ed25519 key, which never leaves it.

use crux_core::capability::Operation;
use serde::{Deserialize, Serialize};

/// Asks something of the signing key.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum KeysOperation {
    /// The public half; made at the first asking, and kept sealed.
    Public,
    /// A signature over these bytes.
    Sign(Vec<u8>),
    /// Make a new key and forget the old one (after signing out).
    Renew,
}

/// The answer.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum KeysOutput {
    /// 32 bytes.
    Public(Vec<u8>),
    /// 64 bytes.
    Signature(Vec<u8>),
    /// The key could not be read or kept.
    Failed,
}

impl Operation for KeysOperation {
    type Output = KeysOutput;
}
