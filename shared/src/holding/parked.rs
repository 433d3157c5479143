//! What the server did not take, with the reason: kept for the person, out of
//! the way of the rest.

use record::block::{self, Header};
use record::codec::{Reader, put_uint};
use record::stream::{Head, Placed};
use record::sync::Refusal;
use record::{DecodeError, OpId, Record};

use super::Piece;
use crate::effects::store::Write;
use crate::holding::slot::{self, Area};

/// Why the server did not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Why {
    /// This device may not write there.
    NotAllowed = 1,
    /// The signature does not fit the device.
    Signature = 2,
    /// It cannot be read.
    Malformed = 3,
    /// It says what only the server may say.
    Reserved = 4,
    /// Writing there was no longer allowed; the person has it too, and decides.
    SetAside = 5,
    /// The server lost it, and could not take it back.
    Lost = 6,
    /// A copy of this device wrote something else in its place.
    Copied = 7,
    /// It is somebody else's to write.
    NotTheirs = 8,
}

impl Why {
    const ALL: [Self; 8] = [
        Self::NotAllowed,
        Self::Signature,
        Self::Malformed,
        Self::Reserved,
        Self::SetAside,
        Self::Lost,
        Self::Copied,
        Self::NotTheirs,
    ];

    /// What a refusal means for what was refused; none for one that is not for
    /// good.
    #[must_use]
    pub fn of(refusal: Refusal) -> Option<Self> {
        match refusal {
            Refusal::Gap { .. } => None,
            Refusal::NotAllowed => Some(Self::NotAllowed),
            Refusal::Signature => Some(Self::Signature),
            Refusal::Malformed { .. } => Some(Self::Malformed),
            Refusal::Reserved { .. } => Some(Self::Reserved),
            Refusal::SetAside => Some(Self::SetAside),
            Refusal::Clone { .. } => Some(Self::Copied),
            Refusal::NotTheirs { .. } => Some(Self::NotTheirs),
        }
    }

    /// Whether it is still part of the record as this device shows it. A single
    /// operation that made no sense, or was not this writer's to say, is not: a void
    /// stands in its place.
    #[must_use]
    pub fn shows(self) -> bool {
        !matches!(self, Self::Malformed | Self::Reserved | Self::NotTheirs)
    }
}

/// A block that the server did not take.
#[derive(Clone, Debug)]
pub struct Parked {
    /// Why.
    pub why: Why,
    /// The block, with a signature behind it.
    pub piece: Piece,
}

impl Parked {
    /// From a row.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn read(body: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(body);
        let code = reader.uint()?;
        let why = Why::ALL.into_iter().find(|why| *why as u64 == code).ok_or(DecodeError::Code)?;
        let bytes = reader.bytes(reader.left())?.to_vec();
        let (draft, _) = block::unsigned(&bytes)?;
        Ok(Self { why, piece: Piece { header: block::header(draft)?, bytes } })
    }

    /// Whether it is part of a record as that stands. Where something else has its
    /// name by now, that holds.
    #[must_use]
    pub fn is_shown_in(&self, record: &Record) -> bool {
        let Header { scope, writer, first, .. } = self.piece.header;
        self.why.shows() && !record.holds(scope, OpId { writer, counter: first })
    }

    /// What keeps it. It lies where its own bytes say: a carer's device that counts
    /// anew may come to set two blocks apart under one name.
    #[must_use]
    pub fn keep(&self, index: u32) -> Write {
        let header = self.piece.header;
        let block = self.piece.bytes.clone();
        let placed = Placed { first: 1, arrived: 0, block };
        let hash = u128::from_be_bytes(Head::default().after(&placed).hash);
        let mut body = Vec::with_capacity(self.piece.bytes.len() + 1);
        put_uint(&mut body, self.why as u64);
        body.extend_from_slice(&self.piece.bytes);
        Write::Append {
            slot: slot::of(index, Area::Parked, header.scope),
            // Rows are numbered up to 2⁶³.
            position: u64::try_from(hash >> 65).unwrap_or_default(),
            body,
        }
    }
}
