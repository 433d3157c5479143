//! Days as numbers, and the person's own.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::clock::{self, Clocks};

/// Minutes of a day on the clock.
pub(super) const MINUTES: u16 = 1440;
/// Seconds of a day on the clock.
pub(super) const SECONDS: i64 = 86_400;

const FIRST: Date = Date::constant(1970, 1, 1);

/// Days since 1970; none for a date before.
pub(crate) fn number(date: Date) -> Option<u32> {
    u32::try_from(date.duration_since(FIRST).as_secs() / SECONDS).ok()
}

/// The date so many days after the first of 1970; none beyond the year 9999.
pub(crate) fn date(number: u32) -> Option<Date> {
    FIRST.checked_add(SignedDuration::from_secs(i64::from(number) * SECONDS)).ok()
}

/// So many days before or after, held at the ends of the calendar.
pub(super) fn days_after(date: Date, days: i64) -> Date {
    date.saturating_add(SignedDuration::from_secs(days * SECONDS))
}

/// The day of the person's own that an instant belongs to. `at`: seconds since
/// 1970; `day_start`: when their day begins, in minutes after midnight.
#[must_use]
pub fn day_of(at: i64, zone: &dyn Clocks, day_start: u16) -> Date {
    let at = Timestamp::from_second(at).unwrap_or(Timestamp::UNIX_EPOCH);
    let wall = clock::wall(zone, at);
    let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
    if minute < i32::from(day_start) { days_after(wall.date(), -1) } else { wall.date() }
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    #[test]
    fn days_are_counted_from_1970_and_back() {
        for days in [0, 1, 58, 59, 11_016, 20_458, 2_932_896] {
            assert_eq!(number(date(days).unwrap()), Some(days));
        }
        assert_eq!(date(11_016), Some(Date::constant(2000, 2, 29)));
        assert_eq!(date(2_932_897), None);
        assert_eq!(date(u32::MAX), None);
        assert_eq!(number(Date::constant(1969, 12, 31)), None);
    }

    #[test]
    fn the_night_belongs_to_the_day_before_where_the_day_begins_at_four() {
        let one = Date::constant(2026, 1, 6).at(1, 0, 0, 0);
        let at = TimeZone::UTC.to_timestamp(one).unwrap().as_second();
        assert_eq!(day_of(at, &TimeZone::UTC, 240), Date::constant(2026, 1, 5));
        assert_eq!(day_of(at + 3 * 3600, &TimeZone::UTC, 240), Date::constant(2026, 1, 6));
        assert_eq!(day_of(at, &TimeZone::UTC, 0), Date::constant(2026, 1, 6));
        assert_eq!(day_of(i64::MAX, &TimeZone::UTC, 0), FIRST);
    }
}
