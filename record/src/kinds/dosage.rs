//! A dose as one value: words, and a number where there is one.

use super::dose_taken::DoseUnit;
use super::slot::{Owned, scalar};
use crate::codec::{DecodeError, Reader, put_int, put_uint};
use crate::decimal::Decimal;
use crate::fields::Value;

/// A dose, as somebody said it. One value of one field, so that of two people who
/// say otherwise each is shown with their own words beside their own number. The
/// app counts the stock with the number, and calculates nothing else with it.
///
/// As bytes: the unit's code, the number's places and figures or the byte
/// [`NONE`], and the words to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dosage {
    /// As the person says it: "one in the morning".
    pub words: String,
    /// How much.
    pub amount: Option<Decimal>,
    /// Of what.
    pub unit: DoseUnit,
}

/// Stands for no number; no number has so many places.
const NONE: u8 = 0xff;

impl Dosage {
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.words.len() + 4);
        put_uint(&mut out, self.unit.code());
        match self.amount {
            Some(amount) => {
                out.push(amount.places());
                put_int(&mut out, amount.mantissa());
            }
            None => out.push(NONE),
        }
        out.extend_from_slice(self.words.as_bytes());
        out
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let unit = DoseUnit::from_code(reader.uint()?);
        let amount = match reader.u8()? {
            NONE => None,
            places => Some(Decimal::new(reader.int()?, places)?),
        };
        let words = reader.bytes(reader.left())?;
        let words = std::str::from_utf8(words).map_err(|_| DecodeError::Text)?.to_owned();
        Ok(Self { words, amount, unit })
    }
}

scalar!(
    Dosage,
    |value, _author| match value {
        Value::Bytes(bytes) => Dosage::from_bytes(bytes),
        _ => Err(DecodeError::Field),
    },
    |dosage: &Dosage, _author| Owned::Made(dosage.to_bytes())
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn written_and_read_again_is_the_same(
            words in ".{0,40}",
            amount in proptest::option::of((-1_000_000_i64..1_000_000, 0_u8..=9)),
            unit in 0_u64..9,
        ) {
            let amount = amount.map(|(m, p)| Decimal::new(m, p).unwrap());
            let dosage = Dosage { words, amount, unit: DoseUnit::from_code(unit) };
            prop_assert_eq!(Dosage::from_bytes(&dosage.to_bytes()).unwrap(), dosage);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            if let Ok(dosage) = Dosage::from_bytes(&bytes) {
                prop_assert_eq!(Dosage::from_bytes(&dosage.to_bytes()).unwrap(), dosage);
            }
        }
    }
}
