//! Numbers of questionnaires, in thousandths: exact, compared and added without a
//! float's reading and writing, which is much code in the browser.

use record::Decimal;
use serde_json::Value;

/// A number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Number(i64);

impl Number {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole one.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self(number.saturating_mul(1000))
    }

    /// From what was typed, or FHIR's spelling; none for what is no number, or has
    /// more places than three.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let number: Decimal = text.parse().ok()?;
        let up = 10_i64.checked_pow(3_u32.checked_sub(u32::from(number.places()))?)?;
        number.mantissa().checked_mul(up).map(Self)
    }

    /// From JSON.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "saturates, and nobody asks for that much")]
    pub fn of(json: &Value) -> Option<Self> {
        let whole = json.as_i64().map(Self::whole);
        whole.or_else(|| json.as_f64().map(|number| Self((number * 1000.0).round() as i64)))
    }

    /// Whether it has no places.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0 % 1000 == 0
    }

    /// One more to it.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// As it is drawn.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "as it is drawn")]
    pub fn drawn(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// The whole part.
    #[must_use]
    pub fn floor(self) -> i64 {
        self.0.div_euclid(1000)
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (mut mantissa, mut places) = (self.0, 3);
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        match Decimal::new(mantissa, places) {
            Ok(number) => number.fmt(f),
            Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        for text in ["0", "12", "-3.5", "0.125", "1000"] {
            assert_eq!(Number::read(text).unwrap().to_string(), text);
        }
        for none in ["", "ten", "1e9", "0.0001", "99999999999999999999", "NaN"] {
            assert_eq!(Number::read(none), None, "{none}");
        }
        assert_eq!(Number::of(&serde_json::json!(2.5)), Number::read("2.5"));
        assert_eq!(Number::of(&serde_json::json!(7)), Some(Number::whole(7)));
        assert!(Number::whole(7).is_whole() && Number::read("1.5").unwrap().floor() == 1);
    }
}
