//! Who is behind a writer's number.

use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::ids::{Member, Writer};

/// Who is behind a writer's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriterCard {
    /// The number.
    pub writer: Writer,
    /// On whose side.
    pub member: Member,
    /// Their name.
    pub name: String,
    /// What they are to the person: "practice nurse", "daughter".
    pub role: String,
    /// What kind of member.
    pub side: Side,
    /// Their device's Ed25519 key.
    pub key: [u8; 32],
}

/// The server's word that it enrolled a writer: a keyed hash over the record and
/// the card as it is encoded, which the server alone can make and check.
pub type Voucher = [u8; 32];

/// A card with the server's word for it, so that a server restored from a backup
/// can know a writer again whom it had enrolled since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// The card, as the server gave it.
    pub card: WriterCard,
    /// Its word for it.
    pub voucher: Voucher,
}

impl Vouched {
    /// The fewest bytes of one.
    pub(super) const LEAST: usize = WriterCard::LEAST + 32;

    /// Appends it to `out`.
    pub fn put(&self, out: &mut Vec<u8>) {
        self.card.put(out);
        out.extend_from_slice(&self.voucher);
    }

    /// Reads one.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self { card: WriterCard::read(reader)?, voucher: reader.array()? })
    }
}

/// What kind of member a writer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Side {
    /// The person.
    Person = 0,
    /// Somebody who cares for them.
    Carer = 1,
    /// Their care team.
    Team = 2,
    /// The server.
    Server = 3,
}

impl Side {
    fn from_code(code: u8) -> Result<Self, DecodeError> {
        [Self::Person, Self::Carer, Self::Team, Self::Server]
            .get(usize::from(code))
            .copied()
            .ok_or(DecodeError::Code)
    }
}

impl WriterCard {
    /// The fewest bytes of one.
    pub(super) const LEAST: usize = 37;

    /// Appends it to `out`.
    pub fn put(&self, out: &mut Vec<u8>) {
        put_uint(out, u64::from(self.writer.0));
        put_uint(out, u64::from(self.member.0));
        put_sized(out, self.name.as_bytes());
        put_sized(out, self.role.as_bytes());
        out.push(self.side as u8);
        out.extend_from_slice(&self.key);
    }

    /// Reads one.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            writer: Writer(reader.u32()?),
            member: Member(reader.u32()?),
            name: reader.text()?.to_owned(),
            role: reader.text()?.to_owned(),
            side: Side::from_code(reader.u8()?)?,
            key: reader.array()?,
        })
    }
}
