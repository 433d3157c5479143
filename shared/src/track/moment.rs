//! The date and time of something that is written down: now, or in the past.

use jiff::civil::{Date, DateTime};
use record::time::Happened;

use super::Errors;
use crate::effects::clock::Now;
use crate::forms::Draft;
use crate::screen::{DateField, DateInput, Field, Question, TimeField};
use crate::when;
use crate::words::{Words, say};

/// How many seconds a device's clock may run behind without a time that was
/// typed from the wall being called the future.
const TOLERANCE: i64 = 120;

/// The earliest year that is taken for meant.
const EARLIEST: i16 = 1900;

/// This moment where the device is.
pub(crate) fn present(now: &Now) -> Happened {
    Happened { at: now.ms.div_euclid(1000), zone: record::time::Zone::new(&now.zone) }
}

/// The two questions, filled in with a moment until something else is typed.
pub(crate) fn fields(words: &Words, moment: &Happened) -> [Field; 2] {
    let wall = when::wall(moment);
    [
        Field::Date(DateField {
            question: Question::new("date", say!(words, "track-date")),
            value: DateInput {
                day: wall.day().to_string(),
                month: wall.month().to_string(),
                year: wall.year().to_string(),
            },
        }),
        Field::Time(TimeField {
            question: Question::new("time", say!(words, "track-time"))
                .hint(say!(words, "track-time-hint")),
            value: format!("{:02}:{:02}", wall.hour(), wall.minute()),
        }),
    ]
}

/// The moment that was typed. What was left as it stood is the moment itself,
/// to the second.
pub(crate) fn read(
    words: &Words,
    draft: &Draft,
    moment: &Happened,
    now: &Now,
) -> Result<Happened, Errors> {
    let wall = when::wall(moment);
    let mut errors = Errors::new();
    let date = draft.date("date").map(|date| date.unwrap_or(wall.date()));
    if date.is_err() {
        errors.push(("date", say!(words, "track-date-none")));
    }
    let time = draft.time("time").map(|time| time.unwrap_or(wall.time()));
    if time.is_err() {
        errors.push(("time", say!(words, "track-time-none")));
    }
    let (Ok(date), Ok(time)) = (date, time) else {
        return Err(errors);
    };
    if date.year() < EARLIEST {
        return Err(vec![("date", say!(words, "track-date-early"))]);
    }
    let same = date == wall.date() && (time.hour(), time.minute()) == (wall.hour(), wall.minute());
    if same {
        return Ok(moment.clone());
    }
    let typed = when::happened(date, time, moment.zone.name());
    if typed.at > now.ms.div_euclid(1000) + TOLERANCE {
        return Err(vec![in_future(words, date, when::wall(&present(now)))]);
    }
    Ok(typed)
}

fn in_future(words: &Words, date: Date, now: DateTime) -> (&'static str, String) {
    if date > now.date() {
        ("date", say!(words, "track-date-future"))
    } else {
        ("time", say!(words, "track-time-future", now = when::time(now.time())))
    }
}
