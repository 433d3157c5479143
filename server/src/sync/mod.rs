//! Sync, the server's side: what is taken of a push, and what a device lacks.
//!
//! Nothing here knows of HTTP, of a clock or of an engine. [`push::check`] is
//! what can be said of a block by itself, outside the one writer;
//! [`push::take`] what can be said only in turn, whose word it is among that
//! (`rights`). [`heal`] takes back what a
//! restored server lacks, [`aside`] keeps for the person what its writer may no
//! longer add, [`holds`] notes what carers' devices have. [`pull::answer`] reads.
//! [`answer()`] puts them together over the books, as a request needs them.
//! [`gather`] puts old blocks into segments, whose bytes [`segment`] knows.

mod answer;
pub mod aside;
pub mod gather;
pub mod heal;
pub mod holds;
mod log;
pub mod pull;
pub mod push;
mod rights;
pub mod segment;
#[cfg(test)]
mod tests;

pub use answer::{Outcome, Told, answer};
#[cfg(test)]
pub(crate) use log::walk;
pub use log::{Opener, append, fold, next_counter, tell, write};

use record::Writer;
use record::stream::{Hash, Head};

use crate::clock::Moment;
use crate::store::LogId;

/// A stream as it is kept: where it stands.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct StreamRow {
    /// Where its blocks are.
    pub log: LogId,
    sequence: u64,
    #[serde(with = "crate::hex")]
    hash: Hash,
    /// The last counter of each writer.
    counters: Vec<(Writer, u32)>,
    /// When its last block arrived.
    pub arrived: Moment,
    /// Up to which operation its blocks lie in segments; behind that each has an
    /// entry of its own.
    #[serde(default, skip_serializing_if = "is_none")]
    gathered: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_none(gathered: &u64) -> bool {
    *gathered == 0
}

impl StreamRow {
    /// A stream with nothing in it.
    #[must_use]
    pub fn new(log: LogId, now: Moment) -> Self {
        Self { log, sequence: 0, hash: [0; 16], counters: Vec::new(), arrived: now, gathered: 0 }
    }

    /// Where it stands.
    #[must_use]
    pub fn head(&self) -> Head {
        Head { sequence: self.sequence, hash: self.hash }
    }

    /// Up to which operation its blocks lie in segments.
    #[must_use]
    pub fn gathered(&self) -> u64 {
        self.gathered
    }

    /// The last counter of a writer; 0 for none.
    #[must_use]
    pub fn last_counter(&self, writer: Writer) -> u32 {
        self.counters.iter().find(|(known, _)| *known == writer).map_or(0, |(_, last)| *last)
    }

    /// The last counter of each writer.
    #[must_use]
    pub fn counters(&self) -> &[(Writer, u32)] {
        &self.counters
    }

    fn advance(&mut self, head: Head, writer: Writer, last: u32, now: Moment) {
        self.sequence = head.sequence;
        self.hash = head.hash;
        self.arrived = now;
        match self.counters.iter_mut().find(|(known, _)| *known == writer) {
            Some((_, known)) => *known = last,
            None => self.counters.push((writer, last)),
        }
    }
}
