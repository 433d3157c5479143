//! Blocks: how operations travel and rest. One block holds a contiguous run of
//! one writer's operations in one stream, signed once.
//!
//! Layout (all numbers as in [`crate::codec`]):
//!
//! ```text
//! version 1 · scope · writer · first counter · count
//! recorded milliseconds of the first · zones: count, names
//! operations, each against the one before
//! signature, 64 bytes (not in a draft)
//! ```
//!
//! An operation's flags say what is left out because it is as before; a reading
//! costs about 13 bytes. Within a block writer 0 means the block's own writer,
//! so that a draft written before the device had a number needs only a new
//! header ([`claim`]) before it is signed.
//!
//! One list of operations has one encoding: whatever else is read is refused,
//! so what is read and written again is the same bytes.

mod read;
mod write;

pub(crate) use read::{Code, Step, Steps};
pub use read::{Operations, View, decode, header};
pub use write::{BlockError, claim, encode};

use crate::codec::DecodeError;
use crate::ids::{OpId, RecordId, Scope, Writer};
use crate::op::KindId;
use crate::time::Hlc;

const VERSION: u8 = 1;

/// The most bytes a block may have.
pub const MAX_BLOCK: usize = 512 * 1024;

/// The most operations in a block.
pub const MAX_OPERATIONS: usize = 4096;

/// Bytes of a signature (Ed25519).
pub const SIGNATURE: usize = 64;

/// The fewest bytes a signed block can have: a header, the first time, one zone
/// of one letter, one operation of two bytes, and the signature.
pub const MIN_BLOCK: usize = 5 + 1 + 3 + 2 + SIGNATURE;

const ACT: u8 = 0b11;
const SAME_KIND: u8 = 1 << 2;
const OTHER_ZONE: u8 = 1 << 3;
const NEXT_TICK: u8 = 1 << 4;
const ON_BEHALF: u8 = 1 << 5;
const HAPPENED_NOW: u8 = 1 << 6;
const RESERVED: u8 = 1 << 7;

/// What a block says of itself before its operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The stream it belongs to.
    pub scope: Scope,
    /// Whose operations these are; [`Writer::ME`] in a draft made before the
    /// device had a number.
    pub writer: Writer,
    /// The counter of the first.
    pub first: u32,
    /// How many, at least 1.
    pub count: u32,
}

impl Header {
    /// The counter of the last.
    #[must_use]
    pub fn last(self) -> u32 {
        self.first.saturating_add(self.count.saturating_sub(1))
    }

    /// Whether one of its operations has this name.
    #[must_use]
    pub fn names(self, scope: Scope, id: OpId) -> bool {
        (self.scope, self.writer) == (scope, id.writer)
            && (self.first..=self.last()).contains(&id.counter)
    }

    fn fits(self) -> bool {
        self.first >= 1
            && self.count >= 1
            && self.count as usize <= MAX_OPERATIONS
            && self.first.checked_add(self.count).is_some()
    }
}

/// What the operation before leaves behind for the next to differ from.
#[derive(Debug)]
struct Before {
    counter: u32,
    recorded: Hlc,
    happened: i64,
    kind: KindId,
    zone: usize,
}

impl Before {
    fn new(ms: i64, counter: u32) -> Self {
        Self {
            counter,
            recorded: Hlc::new(ms, 0),
            happened: ms.div_euclid(1000),
            kind: KindId(0),
            zone: 0,
        }
    }
}

/// What is signed: the draft, bound to the person's record.
#[must_use]
pub fn signing_bytes(record: RecordId, draft: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(24 + 16 + draft.len());
    bytes.extend_from_slice(b"what-matters block v1\0");
    bytes.extend_from_slice(&record.0);
    bytes.extend_from_slice(draft);
    bytes
}

/// A block: the draft with its signature behind it.
#[must_use]
pub fn sign(mut draft: Vec<u8>, signature: &[u8; SIGNATURE]) -> Vec<u8> {
    draft.extend_from_slice(signature);
    draft
}

/// The draft and the signature of a block.
///
/// # Errors
/// [`DecodeError::Truncated`] where there is no room for a signature.
pub fn unsigned(block: &[u8]) -> Result<(&[u8], &[u8]), DecodeError> {
    let at = block.len().checked_sub(SIGNATURE).ok_or(DecodeError::Truncated)?;
    Ok(block.split_at(at))
}
