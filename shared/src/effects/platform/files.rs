//! Files to the person, and from them.

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

/// Asks for a part of the file that the person picked last: for files that are too
/// large to be handed over whole ([`crate::screen::PickedFile`]).
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct FilePart {
    /// `Form::id` of the form that it was picked in.
    pub form: String,
    /// `Question::id` of its field.
    pub field: String,
    /// How many bytes it had when it was picked.
    pub size: u64,
    /// From which byte on.
    pub offset: u64,
    /// How many; fewer are given only where the file is not as it was.
    pub length: u32,
}

/// What came of asking.
#[derive(Facet, Serialize, Deserialize, Clone, PartialEq, Eq)]
#[repr(C)]
pub enum FileRead {
    /// The bytes.
    Part(Vec<u8>),
    /// The file is not as it was when it was picked.
    Changed,
    /// It can no longer be read, or another was picked since.
    Gone,
}

impl std::fmt::Debug for FileRead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Part(bytes) => write!(f, "Part({} bytes)", bytes.len()),
            Self::Changed => f.write_str("Changed"),
            Self::Gone => f.write_str("Gone"),
        }
    }
}
