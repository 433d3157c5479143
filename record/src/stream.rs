//! Streams: one per person and scope, append-only, numbered by the server from
//! 1, with a running hash, so that a device can prove that it holds all of it.

use sha2::{Digest, Sha256};

use crate::block;
use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::ids::Writer;

/// Running hash of a stream: the first 16 bytes of a SHA-256.
pub type Hash = [u8; 16];

/// Where a stream stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Head {
    /// The number of the last operation; 0 for none.
    pub sequence: u64,
    /// Hash over all blocks so far, zeros for none.
    pub hash: Hash,
}

impl Head {
    /// After one more block: SHA-256 over the hash before, the number of the
    /// block's first operation and its arrival (both little-endian, 8 bytes), and
    /// the SHA-256 of the block; its first 16 bytes.
    #[must_use]
    pub fn after(self, placed: &Placed) -> Self {
        let mut sha = Sha256::new();
        sha.update(self.hash);
        sha.update(placed.first.to_le_bytes());
        sha.update(placed.arrived.to_le_bytes());
        sha.update(Sha256::digest(&placed.block));
        let digest = sha.finalize();
        let mut hash = [0; 16];
        hash.copy_from_slice(&digest[..16]);
        Self { sequence: self.sequence.saturating_add(placed.count()), hash }
    }
}

/// A block in its place in a stream.
#[derive(Clone, PartialEq, Eq)]
pub struct Placed {
    /// The number of its first operation in the stream.
    pub first: u64,
    /// When it reached the server: milliseconds since 1970, by its clock.
    pub arrived: i64,
    /// The block, with its signature.
    pub block: Vec<u8>,
}

impl std::fmt::Debug for Placed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Placed({} +{}, {} bytes)", self.first, self.count(), self.block.len())
    }
}

impl Placed {
    /// The fewest bytes one takes.
    pub const LEAST: usize = 3 + block::MIN_BLOCK;

    /// How many operations it holds; 0 where the block cannot be read.
    #[must_use]
    pub fn count(&self) -> u64 {
        block::header(&self.block).map_or(0, |header| u64::from(header.count))
    }

    /// Appends it to `out`.
    pub fn put(&self, out: &mut Vec<u8>) {
        put_uint(out, self.first);
        put_uint(out, self.arrived.cast_unsigned());
        put_sized(out, &self.block);
    }

    /// Reads one.
    ///
    /// # Errors
    /// [`DecodeError`]; the block's own content is not read beyond its header.
    /// [`DecodeError::Code`] where its writer has no number: nobody else could
    /// say whose it is.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let first = reader.uint()?;
        let arrived = reader.uint()?.cast_signed();
        let block = reader.sized()?;
        let (draft, _) = block::unsigned(block)?;
        if block::header(draft)?.writer == Writer::ME {
            return Err(DecodeError::Code);
        }
        Ok(Self { first, arrived, block: block.to_vec() })
    }
}

/// How far a device has a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The server's epoch when it was read; a restored server starts another.
    pub epoch: u32,
    /// Where.
    pub head: Head,
}
