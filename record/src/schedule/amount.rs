//! How much, at one time of a rule: kept and shown as it was said.

use crate::codec::{DecodeError, Reader, put_int, put_sized};
use crate::decimal::Decimal;

/// How much, as somebody said it. The app never calculates with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// In words: "two tablets". 1 to [`Amount::LONGEST`] bytes.
    Words(String),
    /// As a number, in the unit that the schedule's own words say.
    Number(Decimal),
}

impl Amount {
    /// The most bytes of words.
    pub const LONGEST: usize = 200;

    /// Whether it says anything, and not too much.
    pub(super) fn fits(&self) -> bool {
        match self {
            Self::Words(words) => (1..=Self::LONGEST).contains(&words.len()),
            Self::Number(_) => true,
        }
    }

    /// What tells it from the others: 0 is none, 3 is nothing yet.
    pub(super) fn shape(amount: Option<&Self>) -> u16 {
        match amount {
            None => 0,
            Some(Self::Words(_)) => 1,
            Some(Self::Number(_)) => 2,
        }
    }

    pub(super) fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Words(words) => put_sized(out, words.as_bytes()),
            Self::Number(number) => {
                out.push(number.places());
                put_int(out, number.mantissa());
            }
        }
    }

    pub(super) fn words(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self::Words(reader.text()?.to_owned()))
    }

    pub(super) fn number(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let places = reader.u8()?;
        Ok(Self::Number(Decimal::new(reader.int()?, places)?))
    }
}
