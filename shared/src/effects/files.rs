//! The files port: handing a file to the person.

use crux_core::capability::Operation;
use facet::Facet;
use serde::{Deserialize, Serialize};

/// Asks the platform to let the person keep or share a file.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct FilesOperation {
    /// The name to suggest. Holds nothing about the person.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// What became of it.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum FilesOutput {
    /// Handed over.
    Saved,
    /// The person changed their mind.
    Cancelled,
    /// The platform could not.
    Failed,
}

impl Operation for FilesOperation {
    type Output = FilesOutput;
}
