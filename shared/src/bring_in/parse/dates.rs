//! Days and times as people and meters write them.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use crate::when::MONTHS;

/// Which comes first where a day is written in figures alone.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 22/11/2026.
    DayFirst,
    /// 11/22/2026.
    MonthFirst,
}

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It can only be this one.
    Plain {
        /// Year, with the century.
        year: i16,
        /// 1 to 12, if it is a month.
        month: i8,
        /// 1 to 31, if it is a day.
        day: i8,
    },
    /// Two figures and a year: which is the month is a matter of [`Order`].
    Figures {
        /// The first.
        first: i8,
        /// The second.
        second: i8,
        /// Year, with the century.
        year: i16,
    },
}

impl Written {
    /// The day; none where there is no such day.
    #[must_use]
    pub fn day(self, order: Order) -> Option<Date> {
        let (year, month, day) = match (self, order) {
            (Self::Plain { year, month, day }, _) => (year, month, day),
            (Self::Figures { first, second, year }, Order::DayFirst) => (year, second, first),
            (Self::Figures { first, second, year }, Order::MonthFirst) => (year, first, second),
        };
        Date::new(year, month, day).ok()
    }
}

/// What looks like a day, whether or not there is such a day. A year of two
/// figures is one of this century; the preview says so.
#[must_use]
pub fn day(text: &str) -> Option<Written> {
    let parts: Vec<&str> = text
        .split(|c: char| matches!(c, '/' | '-' | '.' | ' ' | ',') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    if let Some(month) = month_name(b) {
        return Some(Written::Plain { year: year(c)?, month, day: figures(ordinal(a))? });
    }
    if let Some(month) = month_name(a) {
        return Some(Written::Plain { year: year(c)?, month, day: figures(ordinal(b))? });
    }
    if a.len() == 4 {
        return Some(Written::Plain { year: year(a)?, month: figures(b)?, day: figures(c)? });
    }
    Some(Written::Figures { first: figures(a)?, second: figures(b)?, year: year(c)? })
}

fn figures(text: &str) -> Option<i8> {
    let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

fn year(text: &str) -> Option<i16> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        4 => text.parse().ok(),
        2 => text.parse::<i16>().ok().map(|year| 2000 + year),
        _ => None,
    }
}

fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text)
}

fn month_name(text: &str) -> Option<i8> {
    if text.len() < 3 || !text.is_ascii() {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| month.starts_with(&text) || text == "sept")?;
    let at = if text == "sept" { 8 } else { at };
    i8::try_from(at + 1).ok()
}

/// A time of day: `7:42`, `07:42:10`, `7.42`, `7:42 pm`. One figure of minutes
/// may have lost the other, so it is none.
#[must_use]
pub fn time(text: &str) -> Option<Time> {
    let lower = text.trim().to_ascii_lowercase();
    let (figures, half) = if let Some(rest) = lower.strip_suffix("am") {
        (rest, Some(false))
    } else if let Some(rest) = lower.strip_suffix("pm") {
        (rest, Some(true))
    } else {
        (lower.as_str(), None)
    };
    let mut parts = figures.trim().split([':', '.']);
    let hour = parts.next()?;
    let minute = parts.next()?;
    let second = parts.next().unwrap_or("00");
    // Thousandths, as some meters write them, say nothing that is kept.
    let rest = parts.next().unwrap_or("0");
    let two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some()
        || !(1..=2).contains(&hour.len())
        || !two(minute)
        || !two(second)
        || !rest.bytes().all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let mut hour: i8 = hour.parse().ok()?;
    if let Some(afternoon) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    Time::new(hour, minute.parse().ok()?, second.parse().ok()?, 0).ok()
}

/// A day and a time in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// By the wall.
    Wall(Written, Time),
    /// An instant, seconds since 1970, UTC: it came with an offset.
    Instant(i64),
}

/// A day and a time: `2026-11-22T07:42:00Z`, `22/11/2026 07:42`.
#[must_use]
pub fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Some(instant) = instant(text) {
        return Some(Moment::Instant(instant));
    }
    // The time is what stands behind a `T`, or behind the last gap before a colon.
    let split = match text.find('T') {
        Some(at) if text.get(..at).is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit())) => at,
        _ => {
            let colon = text.find(':')?;
            text.get(..colon)?.trim_end().rfind([' ', ','])?
        }
    };
    let before = text.get(..split)?;
    let behind = text.get(split + 1..)?;
    Some(Moment::Wall(day(before)?, time(behind)?))
}

/// An instant, in seconds since 1970: a day, a time and an offset, and perhaps
/// the name of a zone in brackets (RFC 3339, RFC 9557). By hand, as jiff's reader
/// of all the forms there are brings much into the browser's module.
fn instant(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked("2026-11-22".len())?;
    let Written::Plain { year, month, day } = day(date)? else { return None };
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let rest = match rest.strip_suffix(']') {
        Some(rest) => rest.split_once('[')?.0,
        None => rest,
    };
    let (clock, offset) = rest.split_at_checked(rest.find(['Z', 'z', '+', '-'])?)?;
    let wall = Date::new(year, month, day).ok()?.to_datetime(time(clock)?);
    let at = Offset::UTC.to_timestamp(wall).ok()?.as_second();
    Some(at - offset_seconds(offset)?)
}

/// `Z`, `+01`, `+0100`, `+01:00`.
fn offset_seconds(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("Z" | "z", "") => return Some(0),
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = rest.split_at_checked(2)?;
    let minutes = match minutes.strip_prefix(':').unwrap_or(minutes) {
        "" if minutes.is_empty() => "00",
        minutes => minutes,
    };
    let two = |text: &str| if text.len() == 2 { figures(text).map(i64::from) } else { None };
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_written() {
        let plain = |year, month, day| Some(Written::Plain { year, month, day });
        for text in ["2026-11-22", "2026/11/22", "22 Nov 2026", "Nov 22, 2026", "22nd November 26"]
        {
            assert_eq!(day(text), plain(2026, 11, 22), "{text}");
        }
        assert_eq!(day("1 Sept 2026"), plain(2026, 9, 1));
        let figures = Some(Written::Figures { first: 2, second: 3, year: 2026 });
        for text in ["02/03/2026", "2.3.2026", "02-03-26"] {
            assert_eq!(day(text), figures, "{text}");
        }
        for text in ["", "7:42", "2026", "22 Nov", "1/2/123", "a/b/c", "-", "１/２/2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn the_order_decides_and_impossible_days_are_none() {
        let written = day("06/31/1991").unwrap();
        assert_eq!(written.day(Order::MonthFirst), None);
        assert_eq!(written.day(Order::DayFirst), None);
        let written = day("02/03/2026").unwrap();
        assert_eq!(written.day(Order::DayFirst), Some(Date::constant(2026, 3, 2)));
        assert_eq!(written.day(Order::MonthFirst), Some(Date::constant(2026, 2, 3)));
    }

    #[test]
    fn times_are_read_as_written() {
        let at = |h, m, s| Some(Time::constant(h, m, s, 0));
        assert_eq!(time("7:42"), at(7, 42, 0));
        assert_eq!(time("07.42"), at(7, 42, 0));
        assert_eq!(time("07:42:10.000"), at(7, 42, 10));
        assert_eq!(time("7:42 PM"), at(19, 42, 0));
        assert_eq!(time("12:05am"), at(0, 5, 0));
        for text in ["", "11:0", "24:00", "7", "13:00 pm", "7:6", "a:bc", "138"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_and_a_time_may_share_a_cell() {
        let wall = |y, m, d| Written::Plain { year: y, month: m, day: d };
        let seven = Time::constant(7, 42, 0, 0);
        for text in ["2026-11-22 07:42", "2026-11-22T07:42", "22 Nov 2026, 7:42"] {
            assert_eq!(moment(text), Some(Moment::Wall(wall(2026, 11, 22), seven)), "{text}");
        }
        assert_eq!(moment("1970-01-01T00:01:00Z"), Some(Moment::Instant(60)));
        assert_eq!(moment("1970-01-01T01:01:00+01:00"), Some(Moment::Instant(60)));
        assert_eq!(moment("22 Nov 2026"), None);
    }

    #[test]
    fn an_instant_is_read_as_jiff_reads_it() {
        for text in [
            "2026-11-22T07:42:00Z",
            "2026-11-22t07:42:10z",
            "2026-11-22 07:42:10.250+00:00",
            "2026-03-29T01:30+01",
            "1999-12-31T23:59:59-0530",
            "2026-11-22T07:42-11:45",
            "2026-07-01T12:00:00+01:00[Europe/London]",
        ] {
            let jiff: jiff::Timestamp = text.parse().unwrap();
            assert_eq!(moment(text), Some(Moment::Instant(jiff.as_second())), "{text}");
        }
        for text in [
            "2026-11-22T07:42:00+1",
            "2026-11-22T07:42:00+1:00",
            "2026-11-22T07:42:00+01:",
            "2026-11-22T07:42:00+01:60",
            "2026-11-22T07:42:00+24:00",
            "2026-11-31T07:42:00Z",
            "2026-11-22T07:42:00Zulu",
            "2026-11-22Z",
            "2026-11-22TZ",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
