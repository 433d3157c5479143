//! The times of an operation. Evaluating zones is not done here: an instant and
//! the zone's name are data; what the clock on the wall said is `shared`'s
//! business, with the zone database. Only `schedule` asks a zone anything, and is
//! handed it.

/// When something happened: the instant, and the zone the person was in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Happened {
    /// Seconds since 1970, UTC.
    pub at: i64,
    /// IANA name, such as `Europe/London`.
    pub zone: Zone,
}

/// IANA name of a time zone; at most 63 bytes of ASCII.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zone(std::sync::Arc<str>);

impl Zone {
    /// By its name; anything that cannot be one becomes `UTC`, so that a
    /// strange device still keeps what it is told.
    #[must_use]
    pub fn new(name: &str) -> Self {
        if Self::fits(name) { Self(name.into()) } else { Self::utc() }
    }

    pub(crate) fn utc() -> Self {
        Self("UTC".into())
    }

    pub(crate) fn fits(name: &str) -> bool {
        !name.is_empty()
            && name.len() <= 63
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'_' | b'-' | b'+'))
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// Hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a
/// counter in the lower 16. Orders what one person sees; never decides between
/// clinical values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Hlc(pub u64);

/// How far ahead of the server's clock a device's may be before its operations
/// are marked and win nothing.
pub const FUTURE_TOLERANCE_MS: i64 = 5 * 60 * 1000;

impl Hlc {
    /// The latest millisecond it can hold (year 10889).
    pub const MAX_MS: u64 = (1 << 48) - 1;

    /// From its parts; milliseconds beyond the range are held at its ends.
    #[must_use]
    pub fn new(ms: i64, logical: u16) -> Self {
        let ms = u64::try_from(ms).unwrap_or(0).min(Self::MAX_MS);
        Self(ms << 16 | u64::from(logical))
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn ms(self) -> i64 {
        (self.0 >> 16).cast_signed()
    }

    /// The counter within the millisecond.
    #[must_use]
    pub fn logical(self) -> u16 {
        #[expect(clippy::cast_possible_truncation, reason = "the lower 16 bits")]
        {
            self.0 as u16
        }
    }

    /// The next one a device writes: after its last, and not before its clock.
    #[must_use]
    pub fn next(self, now_ms: i64) -> Self {
        Self::new(now_ms, 0).max(Self(self.0.saturating_add(1)))
    }

    /// Whether it claims to be from after it arrived at the server.
    #[must_use]
    pub fn is_suspect(self, arrived_ms: i64) -> bool {
        self.ms() > arrived_ms.saturating_add(FUTURE_TOLERANCE_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_only_goes_forward() {
        let first = Hlc::default().next(1_000);
        assert_eq!(first, Hlc::new(1_000, 0));
        assert_eq!(first.next(1_000), Hlc::new(1_000, 1));
        assert_eq!(first.next(500), Hlc::new(1_000, 1));
        assert!(first.next(2_000) > first);
    }

    #[test]
    fn a_zone_is_ascii_and_short() {
        assert_eq!(Zone::new("Europe/London").name(), "Europe/London");
        assert_eq!(Zone::new("").name(), "UTC");
        assert_eq!(Zone::new("Zürich").name(), "UTC");
    }
}
