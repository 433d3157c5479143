//! Times as a calendar (RFC 5545): for those whose device cannot be relied on, and
//! whose calendar can. Calendars are shared with others and kept by strangers: one
//! title stands for all, and none says what something is.
//!
//! Each time has a name that stays the same, so that taking in a newer calendar makes
//! no second one.

use jiff::Timestamp;
use jiff::tz::Offset;

use crate::api::CalendarTimes;

/// The longest line, in bytes, without its end (RFC 5545 §3.1).
const LINE: usize = 75;

/// The words of a calendar, and when it was made.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// What the calendar is called.
    pub name: &'a str,
    /// What every time in it is called.
    pub title: &'a str,
    /// When it was made, in seconds since 1970.
    pub made: i64,
    /// Whether it is asked for again and again: it then says how often that helps.
    pub followed: bool,
}

/// Writes it.
#[must_use]
pub fn write(times: &CalendarTimes, about: About<'_>) -> String {
    let title = escaped(about.title);
    let mut file = String::new();
    let mut put = |text: &str| line(&mut file, text);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put("PRODID:-//What Matters//Reminders//EN");
    put(&["X-WR-CALNAME:", &escaped(about.name)].concat());
    if about.followed {
        // RFC 7986 §5.7, and what is older and more widely known.
        put("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        put("X-PUBLISHED-TTL:PT1H");
    }
    let made = stamp(about.made).unwrap_or_default();
    let floating = times.floating.iter().map(|sign| (sign, ""));
    for (sign, utc) in floating.chain(times.moments.iter().map(|sign| (sign, "Z"))) {
        // A time that no calendar has stands in none.
        let Some(start) = stamp(sign.at) else { continue };
        put("BEGIN:VEVENT");
        put(&format!("UID:{}@what-matters", sign.name));
        put(&format!("DTSTAMP:{made}Z"));
        put(&format!("DTSTART:{start}{utc}"));
        put("DURATION:PT15M");
        put("TRANSP:TRANSPARENT");
        put("CLASS:PRIVATE");
        put(&["SUMMARY:", &title].concat());
        put("BEGIN:VALARM");
        put("ACTION:DISPLAY");
        put(&["DESCRIPTION:", &title].concat());
        put("TRIGGER:PT0S");
        put("END:VALARM");
        put("END:VEVENT");
    }
    put("END:VCALENDAR");
    file
}

/// `20261129T080000`.
fn stamp(seconds: i64) -> Option<String> {
    let wall = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    let (year, month, day) = (wall.year(), wall.month(), wall.day());
    let (hour, minute) = (wall.hour(), wall.minute());
    (year >= 0).then(|| format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}00"))
}

/// What would end a text is written so that it does not (RFC 5545 §3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            _ => out.push(letter),
        }
    }
    out
}

/// Adds a line, folded where it is too long; never within a letter.
fn line(file: &mut String, text: &str) {
    let mut used = 0;
    for letter in text.chars() {
        if used + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{Sign, SignName};

    #[test]
    fn long_lines_are_folded_and_nothing_in_a_text_ends_it() {
        let mut file = String::new();
        line(&mut file, &format!("SUMMARY:{}", escaped(&"é, b; c\\\n".repeat(20))));
        for folded in file.trim_end().split("\r\n") {
            assert!(folded.len() <= 75, "{folded}");
        }
        let whole = file.replace("\r\n ", "");
        assert!(whole.starts_with("SUMMARY:é\\, b\\; c\\\\\\né\\, b"), "{whole}");
    }

    #[test]
    fn what_is_no_time_is_left_out_and_the_rest_stands() {
        let sign = |at| Sign { at, name: SignName([7; 8]) };
        let times = CalendarTimes {
            floating: vec![sign(i64::MAX), sign(1_795_334_400)],
            moments: vec![sign(i64::MIN), sign(1_795_334_400)],
        };
        let about = About { name: "A", title: "B", made: 0, followed: true };
        let file = write(&times, about);
        let starts: Vec<&str> =
            file.lines().filter_map(|line| line.strip_prefix("DTSTART:")).collect();
        assert_eq!(starts, ["20261122T080000", "20261122T080000Z"]);
        assert!(file.contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"), "{file}");
        let saved = write(&times, About { followed: false, ..about });
        assert!(!saved.contains("PT1H"), "{saved}");
    }
}
