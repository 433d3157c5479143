//! Handing a file to the person.

use facet::Facet;
use serde::{Deserialize, Serialize};

/// A file for the person to keep or share.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct OutgoingFile {
    /// The name to suggest. Holds nothing about the person.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// What became of a file.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Handed {
    /// Handed over.
    Saved,
    /// The person changed their mind.
    Cancelled,
    /// The platform could not.
    Failed,
}
