//! The store port: this device's own memory.
//!
//! Two shapes and one rule. *Logs* are numbered rows in slots; *values* are
//! named. A [`StoreOperation::Commit`] is one act: after
//! [`StoreOutput::Done`] all of it survives a power cut, before it none of it
//! shows. The device seals every body and binds it to its place; what slots,
//! positions and names mean is the core's business. Logs from [`APART`] on hold what
//! is large: they are read only row by row.

use crux_core::capability::Operation;
use serde::{Deserialize, Serialize};

/// Rows of slots from here on are not among those of [`StoreOutput::Opened`]: they
/// are asked for one at a time, so that an opening never waits for what is large.
pub const APART: u64 = 1 << 63;

/// Asks something of the store.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum StoreOperation {
    /// Open it and answer with everything in it, but for what lies [`APART`].
    Open,
    /// Answer with the rows of one log.
    Rows {
        /// Which.
        slot: u64,
    },
    /// Answer with one row of a log; with none where there is none.
    Row {
        /// Which log.
        slot: u64,
        /// Where in it.
        position: u64,
    },
    /// Carry out all of these, or none.
    Commit(Vec<Write>),
    /// Forget everything, and the signing key with it.
    Erase,
}

/// One change.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq)]
pub enum Write {
    /// Adds a row, or replaces the one at its place.
    Append {
        /// Which log.
        slot: u64,
        /// Where in it.
        position: u64,
        /// What.
        body: Vec<u8>,
    },
    /// Takes away rows `from..=to`.
    Remove {
        /// Which log.
        slot: u64,
        /// The first.
        from: u64,
        /// The last.
        to: u64,
    },
    /// Keeps a value under a name.
    Put {
        /// The name.
        key: String,
        /// What.
        body: Vec<u8>,
    },
    /// Forgets a value.
    Forget {
        /// The name.
        key: String,
    },
}

impl std::fmt::Debug for Write {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Append { slot, position, body } => {
                write!(f, "Append({slot}, {position}, {} bytes)", body.len())
            }
            Self::Remove { slot, from, to } => write!(f, "Remove({slot}, {from}..={to})"),
            Self::Put { key, body } => write!(f, "Put({key}, {} bytes)", body.len()),
            Self::Forget { key } => write!(f, "Forget({key})"),
        }
    }
}

/// The answer.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub enum StoreOutput {
    /// Everything that was there.
    Opened(Opened),
    /// The rows of one log, by position; or the one that was asked for.
    Rows(Vec<LogRow>),
    /// It is kept, and stays kept through a power cut (as far as
    /// [`Opened::durable`] said).
    Done,
    /// It is not.
    Failed(StoreProblem),
}

/// Everything in the store.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// False where nothing outlives this run (a private window, no OPFS).
    pub durable: bool,
    /// Rows of slots below [`APART`], by slot, then by position.
    pub rows: Vec<LogRow>,
    /// Values, by name.
    pub values: Vec<(String, Vec<u8>)>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Opened(durable {}, {} rows, {} values)",
            self.durable,
            self.rows.len(),
            self.values.len()
        )
    }
}

/// A row of a log.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq)]
pub struct LogRow {
    /// Which log.
    pub slot: u64,
    /// Where in it.
    pub position: u64,
    /// What.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for LogRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LogRow({}, {}, {} bytes)", self.slot, self.position, self.body.len())
    }
}

/// Why the store could not do it.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreProblem {
    /// No room left on the device.
    Full,
    /// The file was made by a newer version of the app; it is left untouched.
    Newer,
    /// The file cannot be read with this device's key, or is damaged; it is
    /// left untouched.
    Unreadable,
    /// The device refused for another reason (in use, no permission, a fault).
    Unavailable,
}

impl Operation for StoreOperation {
    type Output = StoreOutput;
}
