//! Pictures, sound and film: their parts on the way.

use serde::{Deserialize, Serialize};

use crate::codec::{DecodeError, Reader, put_uint};
use crate::ids::{RecordId, Scope};
use crate::media::{MOST, MediaHash, PART, part_size};

/// The largest body of a part on its way to the server, in bytes.
pub const MAX_MEDIA: usize = PART + 256;

/// A part on its way to the server. Travels in the record's own encoding.
#[derive(Clone, PartialEq, Eq)]
pub struct MediaPart {
    /// Whose.
    pub record: RecordId,
    /// Whose consent it goes by.
    pub scope: Scope,
    /// The hash of all of it.
    pub hash: MediaHash,
    /// How many bytes all of it has.
    pub bytes: u64,
    /// Which part, from 0.
    pub part: u32,
    /// The part's bytes: [`PART`] of them, or what is left.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for MediaPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MediaPart({}, {} bytes)", self.part, self.content.len())
    }
}

impl MediaPart {
    /// As bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.content.len() + 80);
        out.extend_from_slice(&self.record.0);
        out.push(self.scope.code());
        out.extend_from_slice(&self.hash.0);
        put_uint(&mut out, self.bytes);
        put_uint(&mut out, u64::from(self.part));
        out.extend_from_slice(&self.content);
        out
    }

    /// From bytes.
    ///
    /// # Errors
    /// [`DecodeError`] where they are none, or the part has not the size that it must
    /// have.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let record = RecordId(reader.array()?);
        let scope = Scope::from_code(reader.u8()?)?;
        let hash = MediaHash(reader.array()?);
        let (all, part) = (reader.uint()?, reader.u32()?);
        let content = reader.bytes(reader.left())?.to_vec();
        if all > MOST || part_size(all, part) != Some(content.len()) {
            return Err(DecodeError::Field);
        }
        Ok(Self { record, scope, hash, bytes: all, part, content })
    }
}

/// What the server has of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MediaTaken {
    /// The part that it wants next.
    pub next: u32,
    /// Whether it has all, and all is what its hash says.
    pub whole: bool,
}

/// Names a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MediaAsked {
    /// Whose.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub record: RecordId,
    /// Whose consent it goes by.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub scope: Scope,
    /// The hash of all of it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub hash: MediaHash,
    /// Which part, from 0; all of it where it is to be forgotten.
    #[serde(default)]
    pub part: u32,
}
