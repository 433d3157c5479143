//! Clock and calendar: from instants to what a person's wall said, and back.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp};
use record::time::{Happened, Zone};

use crate::effects::clock::Now;
use crate::words::{Words, say};
use crate::zones;

/// The zone by its name; `UTC` where the name is not in the database.
#[must_use]
pub fn zone(name: &str) -> zones::Zone {
    zones::get(name).unwrap_or_else(zones::Zone::utc)
}

/// What the wall said where it happened.
#[must_use]
pub fn wall(happened: &Happened) -> DateTime {
    wall_at(happened.at, happened.zone.name())
}

/// What the wall says in a zone at an instant (seconds since 1970, UTC).
#[must_use]
pub fn wall_at(seconds: i64, zone_name: &str) -> DateTime {
    zone(zone_name).to_datetime(Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH))
}

/// The person's own day of an instant, by the wall where they are.
#[must_use]
pub fn own_day(seconds: i64, now: &Now) -> Date {
    own_date(wall_at(seconds, &now.zone), now)
}

/// The person's own day of what a wall said.
#[must_use]
pub fn own_date(wall: DateTime, now: &Now) -> Date {
    let minute = i32::from(wall.hour()) * 60 + i32::from(wall.minute());
    let before = i32::from(minute < i32::from(now.day_start));
    days_after(wall.date(), -before).unwrap_or(wall.date())
}

/// The instant of a wall time. One that daylight saving skips is the next valid
/// one; of one that comes twice it is the first.
#[must_use]
pub fn happened(date: Date, time: Time, zone_name: &str) -> Happened {
    let at = zone(zone_name).to_timestamp(date.to_datetime(time)).map_or(0, Timestamp::as_second);
    Happened { at, zone: Zone::new(zone_name) }
}

/// Minutes since 1970 by the wall: the horizontal axis of charts.
#[must_use]
pub fn wall_minutes(happened: &Happened) -> f64 {
    let wall = wall(happened);
    day_minutes(wall.date()) + f64::from(wall.hour()) * 60.0 + f64::from(wall.minute())
}

/// Minutes since 1970 of the midnight that begins a day.
#[must_use]
pub fn day_minutes(date: Date) -> f64 {
    let hours = date.duration_since(Date::constant(1970, 1, 1)).as_hours();
    #[allow(clippy::cast_precision_loss, reason = "a date is far below 2⁵² hours")]
    let hours = hours as f64;
    hours * 60.0
}

// jiff's spans would bring all of its errors' words into the browser's module;
// these do without.

/// The date that lies some days after this one, or before it.
#[must_use]
pub fn days_after(date: Date, days: i32) -> Option<Date> {
    date.checked_add(SignedDuration::from_hours(24 * i64::from(days))).ok()
}

/// "7:42", "16:05".
#[must_use]
pub fn time(at: Time) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

/// "22 November", with the year where it is not `today`'s.
#[must_use]
pub fn day(words: &Words, date: Date, today: Date) -> String {
    let month = month(words, date);
    if date.year() == today.year() {
        say!(words, "day-month", day = i64::from(date.day()), month = month)
    } else {
        say!(
            words,
            "day-month-year",
            day = i64::from(date.day()),
            month = month,
            year = date.year().to_string()
        )
    }
}

/// "Today", "Yesterday", else "Sunday 22 November".
#[must_use]
pub fn near_day(words: &Words, date: Date, today: Date) -> String {
    if date == today {
        return say!(words, "today");
    }
    if date.tomorrow().is_ok_and(|next| next == today) {
        return say!(words, "yesterday");
    }
    long_day(words, date, today)
}

/// "Sunday".
#[must_use]
pub fn weekday(words: &Words, day: jiff::civil::Weekday) -> String {
    words.get(match day {
        jiff::civil::Weekday::Monday => "monday",
        jiff::civil::Weekday::Tuesday => "tuesday",
        jiff::civil::Weekday::Wednesday => "wednesday",
        jiff::civil::Weekday::Thursday => "thursday",
        jiff::civil::Weekday::Friday => "friday",
        jiff::civil::Weekday::Saturday => "saturday",
        jiff::civil::Weekday::Sunday => "sunday",
    })
}

/// "Sunday 22 November".
#[must_use]
pub fn long_day(words: &Words, date: Date, today: Date) -> String {
    let weekday = weekday(words, date.weekday());
    format!("{weekday} {}", day(words, date, today))
}

/// "Sunday 22 November 2026".
#[must_use]
pub fn dated(words: &Words, date: Date) -> String {
    let day = say!(
        words,
        "day-month-year",
        day = i64::from(date.day()),
        month = month(words, date),
        year = date.year().to_string()
    );
    format!("{} {day}", weekday(words, date.weekday()))
}

/// "Today, 7:42".
#[must_use]
pub fn near(words: &Words, happened: &Happened, today: Date) -> String {
    let wall = wall(happened);
    say!(words, "day-time", day = near_day(words, wall.date(), today), time = time(wall.time()))
}

/// The months in English, which are the ids of their words too.
pub(crate) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn month(words: &Words, date: Date) -> String {
    let index = usize::try_from(date.month() - 1).unwrap_or(0);
    words.get(MONTHS.get(index).copied().unwrap_or("january"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_time_is_the_next_valid_one_and_a_doubled_one_is_the_first() {
        let date = Date::constant(2026, 3, 29);
        let gap = happened(date, Time::constant(1, 30, 0, 0), "Europe/London");
        assert_eq!(time(wall(&gap).time()), "2:30");
        let date = Date::constant(2026, 10, 25);
        let fold = happened(date, Time::constant(1, 30, 0, 0), "Europe/London");
        assert_eq!(fold.at, 1_792_888_200);
        assert_eq!(time(wall(&fold).time()), "1:30");
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months() {
        let date = Date::constant;
        assert_eq!(days_after(date(2026, 12, 30), 4), Some(date(2027, 1, 3)));
        assert_eq!(days_after(date(2024, 3, 2), -3), Some(date(2024, 2, 28)));
        assert_eq!(days_after(Date::MAX, 1), None);
    }

    #[test]
    fn an_unknown_zone_is_utc() {
        let h = happened(Date::constant(2026, 7, 1), Time::midnight(), "Mars/Olympus");
        assert_eq!(h.at % 86_400, 0);
    }
}
