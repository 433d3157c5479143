//! An operation: the one thing a record is made of.

use crate::ids::{Member, OpId};
use crate::time::{Happened, Hlc};

/// The most bytes a payload may have.
pub const MAX_PAYLOAD: usize = 64 * 1024;

/// The number of a kind (`crate::kinds`). Unknown ones are kept and passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KindId(pub u16);

impl KindId {
    /// No entry at all: what stands under the counter of an operation that could
    /// not be taken, so that those after it can be.
    pub const VOID: Self = Self(0);
}

/// Creates, changes or retracts one entry.
#[derive(Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its name within its stream.
    pub id: OpId,
    /// What it does.
    pub act: Act,
    /// When it happened, in the person's life.
    pub happened: Happened,
    /// When it was written down, by the writer's clock.
    pub recorded: Hlc,
    /// For whom the writer wrote it, where not for themselves.
    pub on_behalf: Option<Member>,
    /// The fields it sets (`crate::fields`).
    pub payload: Vec<u8>,
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The payload is somebody's health.
        write!(
            f,
            "Operation({}.{} {:?}, {} bytes)",
            self.id.writer.0,
            self.id.counter,
            self.act,
            self.payload.len()
        )
    }
}

/// What an operation does to its entry.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Act {
    /// Begins an entry, named by this operation.
    Create(KindId),
    /// Sets fields of an entry (a correction, where its fields are fixed).
    Change(Touch),
    /// Says that an entry no longer holds; field 1 of the payload says why.
    /// Nothing is deleted.
    Retract(Touch),
}

/// The entry that is touched, and what the writer saw of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Touch {
    /// The operation that created the entry.
    pub entry: OpId,
    /// The entry's latest operations, as far as the writer had them: those that
    /// this one replaces. What is not among their ancestors is concurrent.
    pub seen: Vec<OpId>,
}

impl Act {
    /// The touch, where there is one.
    #[must_use]
    pub fn touch(&self) -> Option<&Touch> {
        match self {
            Self::Create(_) => None,
            Self::Change(touch) | Self::Retract(touch) => Some(touch),
        }
    }
}
