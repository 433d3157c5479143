//! Pictures, sound and film on their way to the page.

use facet::Facet;
use serde::{Deserialize, Serialize};

/// Some of the bytes of one that a shell asked for
/// ([`Event::Media`](crate::event::Event::Media)): from the first to the last, one
/// after the other. What all of them are together was checked when the last is given.
#[derive(Facet, Serialize, Deserialize, Clone, PartialEq, Eq)]
pub struct MediaChunk {
    /// Which: [`Media::id`](crate::screen::Media).
    pub id: String,
    /// What they are (IANA).
    pub media_type: String,
    /// How many there are in all.
    pub bytes: u64,
    /// How many came before these.
    pub offset: u64,
    /// These.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for MediaChunk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MediaChunk({} of {} bytes)", self.content.len(), self.bytes)
    }
}

/// What became of them.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum MediaShown {
    /// The shell has them, and takes the next.
    Taken,
    /// It is no longer on the page, or this shell shows none.
    Unwanted,
}
