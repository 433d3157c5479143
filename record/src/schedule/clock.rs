//! From the wall's time to the instant, and back.

use std::fmt::Debug;

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// The clocks of a zone. `jiff`'s zones have them; so can a database in another
/// form, without the reader of files that those bring along.
pub trait Clocks: Debug + Send + Sync {
    /// How far the wall is from UTC at an instant.
    fn offset_at(&self, at: Timestamp) -> Offset;
    /// How far a wall time is from UTC; of one that comes twice or never, before
    /// the clock is put, and after.
    fn offset_of(&self, wall: DateTime) -> AmbiguousOffset;
}

impl Clocks for TimeZone {
    fn offset_at(&self, at: Timestamp) -> Offset {
        self.to_offset(at)
    }

    fn offset_of(&self, wall: DateTime) -> AmbiguousOffset {
        self.to_ambiguous_timestamp(wall).offset()
    }
}

/// UTC.
#[derive(Clone, Copy, Debug)]
pub(super) struct Utc;

impl Clocks for Utc {
    fn offset_at(&self, _at: Timestamp) -> Offset {
        Offset::UTC
    }

    fn offset_of(&self, _wall: DateTime) -> AmbiguousOffset {
        AmbiguousOffset::Unambiguous { offset: Offset::UTC }
    }
}

/// What the wall says at an instant.
pub(super) fn wall(zone: &dyn Clocks, at: Timestamp) -> DateTime {
    zone.offset_at(at).to_datetime(at)
}

/// A time of day, by its minutes after midnight.
pub(super) fn time(minute: u16) -> Time {
    let part = |number: u16| i8::try_from(number).unwrap_or(0);
    Time::new(part(minute / 60), part(minute % 60), 0, 0).unwrap_or(Time::midnight())
}

/// When the wall says this, in seconds since 1970. Of a time that comes twice it
/// is the first; a time that is skipped happens when the clock has just jumped,
/// at the next minute there is, and the wall says another one. None at the ends
/// of the calendar.
pub(super) fn instant(zone: &dyn Clocks, planned: DateTime) -> Option<(i64, DateTime)> {
    let (before, after) = match zone.offset_of(planned) {
        AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
            return Some((offset.to_timestamp(planned).ok()?.as_second(), planned));
        }
        AmbiguousOffset::Gap { before, after } => (before, after),
    };
    // The clock jumped somewhere between the two readings of the time.
    let mut early = after.to_timestamp(planned).ok()?.as_second();
    let mut late = before.to_timestamp(planned).ok()?.as_second();
    while late - early > 1 {
        let middle = early + (late - early) / 2;
        if zone.offset_at(Timestamp::from_second(middle).ok()?) == before {
            early = middle;
        } else {
            late = middle;
        }
    }
    Some((late, wall(zone, Timestamp::from_second(late).ok()?)))
}
