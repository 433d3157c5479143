//! Exact decimal numbers: what a person typed is what is kept.

use crate::codec::DecodeError;

/// `mantissa × 10^-places`. 6.8 and 6.80 differ: the second was read more finely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: i64,
    places: u8,
}

impl Decimal {
    /// The most decimal places kept.
    pub const MAX_PLACES: u8 = 9;

    /// From its parts.
    ///
    /// # Errors
    /// [`DecodeError::Number`] beyond [`Decimal::MAX_PLACES`].
    pub fn new(mantissa: i64, places: u8) -> Result<Self, DecodeError> {
        if places > Self::MAX_PLACES {
            return Err(DecodeError::Number);
        }
        Ok(Self { mantissa, places })
    }

    /// A whole number.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self { mantissa: value, places: 0 }
    }

    /// The figures without the point.
    #[must_use]
    pub fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// How many figures stand after the point.
    #[must_use]
    pub fn places(self) -> u8 {
        self.places
    }

    /// For drawing and comparing; not for keeping.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "for drawing")]
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 / 10_f64.powi(i32::from(self.places))
    }
}

impl std::str::FromStr for Decimal {
    type Err = DecodeError;

    /// As typed in English: figures, an optional sign, one point (or comma).
    fn from_str(text: &str) -> Result<Self, DecodeError> {
        let text = text.trim();
        let (negative, figures) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut mantissa = 0_i64;
        let mut places = None;
        let mut any = false;
        for c in figures.chars() {
            match c {
                '0'..='9' => {
                    any = true;
                    mantissa = mantissa
                        .checked_mul(10)
                        .and_then(|m| m.checked_add(i64::from(c as u32 - '0' as u32)))
                        .ok_or(DecodeError::Number)?;
                    places = places.map(|p: u8| p.saturating_add(1));
                }
                '.' | ',' if places.is_none() => places = Some(0),
                _ => return Err(DecodeError::Number),
            }
        }
        if !any {
            return Err(DecodeError::Number);
        }
        Self::new(if negative { -mantissa } else { mantissa }, places.unwrap_or(0))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.places == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let unit = 10_u64.pow(u32::from(self.places));
        let size = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let width = usize::from(self.places);
        write!(f, "{sign}{}.{:0width$}", size / unit, size % unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_typed_is_what_is_shown() {
        for text in ["6.8", "6.80", "0.05", "-1.5", "120", "0"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        assert_eq!("6,8".parse::<Decimal>().unwrap().to_string(), "6.8");
        for text in ["", ".", "1.2.3", "abc", "1e5", "99999999999999999999", "1.0000000001"] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn shown_and_read_again_is_the_same(m in -1_000_000_000_000_i64..1_000_000_000_000, p in 0_u8..=9) {
            let decimal = Decimal::new(m, p).unwrap();
            prop_assert_eq!(decimal.to_string().parse::<Decimal>().unwrap(), decimal);
        }
    }
}
