//! From the wall's time to the instant, and back.

use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

/// A time of day, by its minutes after midnight.
pub(super) fn time(minute: u16) -> Time {
    let part = |number: u16| i8::try_from(number).unwrap_or(0);
    Time::new(part(minute / 60), part(minute % 60), 0, 0).unwrap_or(Time::midnight())
}

/// When the wall says this, in seconds since 1970. Of a time that comes twice it
/// is the first; a time that is skipped happens when the clock has just jumped,
/// at the next minute there is, and the wall says another one. None at the ends
/// of the calendar.
pub(super) fn instant(zone: &TimeZone, wall: DateTime) -> Option<(i64, DateTime)> {
    let found = zone.to_ambiguous_timestamp(wall);
    let AmbiguousOffset::Gap { before, after } = found.offset() else {
        return Some((found.compatible().ok()?.as_second(), wall));
    };
    // The clock jumped somewhere between the two readings of the time.
    let mut early = after.to_timestamp(wall).ok()?.as_second();
    let mut late = before.to_timestamp(wall).ok()?.as_second();
    while late - early > 1 {
        let middle = early + (late - early) / 2;
        if zone.to_offset(Timestamp::from_second(middle).ok()?) == before {
            early = middle;
        } else {
            late = middle;
        }
    }
    Some((late, zone.to_datetime(Timestamp::from_second(late).ok()?)))
}
