//! Names of things. All are small numbers within one person's record; nothing
//! travels with a UUID (16 bytes that no compressor removes).

use serde::{Deserialize, Serialize};

use crate::codec::DecodeError;

/// One person's record: 16 random bytes, written as 32 hexadecimal figures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct RecordId(pub [u8; 16]);

impl std::fmt::Display for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl std::fmt::Debug for RecordId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Enough to tell two apart in a test; not enough to name a person.
        write!(f, "RecordId({:02x}…)", self.0[0])
    }
}

impl std::str::FromStr for RecordId {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let mut id = [0; 16];
        if text.len() != 32 || !text.is_ascii() {
            return Err(DecodeError::Text);
        }
        for (byte, pair) in id.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| DecodeError::Text)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| DecodeError::Text)?;
        }
        Ok(Self(id))
    }
}

impl Serialize for RecordId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse()
            .map_err(|_| serde::de::Error::custom("a record's id is 32 hexadecimal figures"))
    }
}

/// A device within one person's record. Numbers are given by the server, from
/// 1; [`Writer::ME`] is the device itself before it has one, and inside a block
/// always means the block's own writer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Writer(pub u32);

impl Writer {
    /// This device.
    pub const ME: Self = Self(0);
    /// The server itself, which writes only what it alone can know (who looked).
    pub const SERVER: Self = Self(1);

    /// The number behind `ME`, as seen by `author`.
    #[must_use]
    pub fn or(self, author: Self) -> Self {
        if self == Self::ME { author } else { self }
    }
}

/// Somebody (or a team) within one person's record. 0 is the person.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Member(pub u32);

impl Member {
    /// The person whose record it is.
    pub const PERSON: Self = Self(0);
}

/// What consent is given for. Each scope of a record is one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Scope {
    /// Who I am and what matters to me.
    About = 1,
    /// The care and support plan.
    Plan = 2,
    /// Trackers, readings, symptoms.
    Health = 3,
    /// Medicines and doses.
    Medicines = 4,
    /// My diary.
    Diary = 5,
    /// Support given by carers.
    Support = 6,
    /// Messages with the team.
    Messages = 7,
    /// Decisions made together.
    Decisions = 8,
    /// Community groups and social prescribing.
    Community = 9,
    /// Personal health budget.
    Budget = 10,
    /// Who may see what, and who looked.
    Sharing = 11,
    /// What the person keeps to themselves: their own devices alone have it, and nobody
    /// can be allowed it.
    Own = 12,
}

impl Scope {
    /// All of them, in order.
    pub const ALL: [Self; 12] = [
        Self::About,
        Self::Plan,
        Self::Health,
        Self::Medicines,
        Self::Diary,
        Self::Support,
        Self::Messages,
        Self::Decisions,
        Self::Community,
        Self::Budget,
        Self::Sharing,
        Self::Own,
    ];

    /// By its number.
    ///
    /// # Errors
    /// [`DecodeError::Code`] for a number that names none.
    pub fn from_code(code: u8) -> Result<Self, DecodeError> {
        Self::ALL.get(usize::from(code).wrapping_sub(1)).copied().ok_or(DecodeError::Code)
    }

    /// Its number, 1 to 12.
    #[must_use]
    pub fn code(self) -> u8 {
        self as u8
    }
}

/// A set of scopes. Those of a newer app are carried along and grant nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Scopes(u64);

impl Scopes {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// Every one this app knows.
    pub const ALL: Self = Self(0b1_1111_1111_1110);
    /// Those that the person can let others see.
    pub const SHAREABLE: Self = Self(0b1111_1111_1110);

    /// These.
    #[must_use]
    pub fn of(scopes: &[Scope]) -> Self {
        scopes.iter().fold(Self::NONE, |set, scope| set.with(*scope))
    }

    /// Whether it is among them.
    #[must_use]
    pub fn has(self, scope: Scope) -> bool {
        self.0 & (1 << scope.code()) != 0
    }

    /// With one more.
    #[must_use]
    pub const fn with(self, scope: Scope) -> Self {
        Self(self.0 | 1 << scope as u8)
    }

    /// Those in both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those in either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of `self` that are not in `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether there are none that this app knows.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 & Self::ALL.0 == 0
    }

    /// One after the other, in order.
    pub fn iter(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.into_iter().filter(move |scope| self.has(*scope))
    }

    /// As bits; bit n is the scope with code n.
    #[must_use]
    pub fn bits(self) -> u64 {
        self.0
    }

    /// From bits. Those that this app does not know are kept as they came, so
    /// that an old app does not erase what a newer one agreed; nothing can ask
    /// for them here.
    #[must_use]
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

impl std::fmt::Debug for Scopes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

impl Serialize for Scopes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The person's own needs no saying, and an older app does not know its name.
        serializer.collect_seq(self.and(Self::SHAREABLE).iter())
    }
}

impl<'de> Deserialize<'de> for Scopes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::of(&Vec::<Scope>::deserialize(deserializer)?))
    }
}

/// An operation, within its stream. The counter is contiguous from 1 for each
/// writer in each stream (`docs/decisions/0002`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OpId {
    /// Who wrote it.
    pub writer: Writer,
    /// Its number among theirs.
    pub counter: u32,
}

/// An entry, named by the operation that created it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId {
    /// The stream it lives in.
    pub scope: Scope,
    /// Who created it.
    pub writer: Writer,
    /// Which of theirs.
    pub counter: u32,
}

impl EntryId {
    /// The operation that created it.
    #[must_use]
    pub fn created_by(self) -> OpId {
        OpId { writer: self.writer, counter: self.counter }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_is_found_by_its_code() {
        for scope in Scope::ALL {
            assert_eq!(Scope::from_code(scope.code()), Ok(scope));
            assert!(Scopes::ALL.has(scope));
        }
        assert!(Scope::from_code(0).is_err() && Scope::from_code(13).is_err());
        assert_eq!(Scopes::ALL.without(Scopes::SHAREABLE), Scopes::of(&[Scope::Own]));
    }

    #[test]
    fn a_record_id_reads_back_and_nonsense_does_not() {
        let id = RecordId([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("xyz".parse::<RecordId>().is_err());
        assert!("é".repeat(16).parse::<RecordId>().is_err());
    }
}
