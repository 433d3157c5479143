//! Reading the answers into a rule, or saying at its field why there can be none.

use jiff::civil::{Date, Time, Weekday};
use record::schedule::{
    At, Days, End, InForce, Rule, RuleBytes, RuleError, Schedule, Version, Weekdays, When,
};
use record::time::Zone;
use record::{OpId, Writer};

use super::{BY_WEEKDAY, DAILY, EVERY, MONTHLY, ONCE, PINNED, TIMES, WEEKLY, once};
use crate::effects::clock::Now;
use crate::forms::Draft;
use crate::forms::fields::Typed;
use crate::reminders::{WEEK, bit, clocks};
use crate::words::{Words, say};
use crate::{when, zones};

/// What is wrong, at which field.
pub(crate) type Errors = Vec<(&'static str, String)>;

/// The days that a form needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Day {
    /// The person's own.
    pub(crate) today: Date,
    /// The first on which the rule may hold: after a change that is tomorrow where
    /// something of the old one comes today.
    pub(crate) earliest: Date,
    /// When the person's day begins, in minutes after midnight.
    pub(crate) start: u16,
}

/// Minutes after midnight.
pub(crate) fn minute(time: Time) -> u16 {
    u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or(0)
}

/// The times of day, none of them twice.
pub(crate) fn times(words: &Words, draft: &Draft, typed: &mut Typed<'_>) -> Vec<At> {
    let mut times: Vec<At> = Vec::new();
    for field in TIMES {
        match draft.time(field) {
            Ok(Some(time)) => {
                let at = At { minute: minute(time), amount: None };
                if times.contains(&at) {
                    typed.wrong(field, say!(words, "reminders-time-twice"));
                }
                times.push(at);
            }
            Ok(None) if field == TIMES[0] => {
                typed.wrong(field, say!(words, "reminders-time-none"));
            }
            Ok(None) => {}
            Err(_) => typed.wrong(field, say!(words, "track-time-none")),
        }
    }
    times
}

/// Every so many; 1 where nothing is said.
fn every(typed: &mut Typed<'_>, field: &'static str) -> u16 {
    typed.count(field).unwrap_or(1)
}

fn weekday(draft: &Draft) -> Option<Weekday> {
    let chosen = draft.choice("weekday")?.parse::<u8>().ok()?;
    WEEK.into_iter().find(|day| bit(*day) == chosen)
}

/// On which days.
pub(crate) fn days(words: &Words, draft: &Draft, typed: &mut Typed<'_>) -> Days {
    match draft.choice("how").unwrap_or(DAILY) {
        WEEKLY => {
            let chosen = draft.choices("days").iter().filter_map(|bit| bit.parse::<u8>().ok());
            let bits = chosen.fold(0, |bits, bit| bits | (bit & 0x7f));
            match (every(typed, "weeks"), bits) {
                (1, 0x7f) => Days::DAILY,
                (every, on) => Days::Weeks { every, on: Weekdays(on) },
            }
        }
        EVERY => Days::Every(typed.count("every").unwrap_or(0)),
        MONTHLY => {
            let every = every(typed, "months");
            if draft.choice("by") != Some(BY_WEEKDAY) {
                let day = typed.count("day").unwrap_or(0);
                return Days::MonthDay { every, day: u8::try_from(day).unwrap_or(u8::MAX) };
            }
            let nth = draft.choice("nth").and_then(|nth| nth.parse().ok()).unwrap_or(1);
            let on = weekday(draft).unwrap_or_else(|| {
                typed.wrong("weekday", say!(words, "rules-weekday-none"));
                Weekday::Monday
            });
            Days::MonthWeekday { every, nth, on }
        }
        _ => Days::DAILY,
    }
}

/// From which day it is counted, from which it holds, and when it is over.
pub(crate) fn span(
    words: &Words,
    draft: &Draft,
    typed: &mut Typed<'_>,
    day: Day,
) -> (Date, Date, End) {
    let Day { today, earliest, .. } = day;
    let said = typed.date("first");
    if draft.choice("how") == Some(ONCE) {
        match said {
            // What is no day has been refused as such.
            None if matches!(draft.date("first"), Ok(None)) => {
                typed.wrong("first", say!(words, "rules-once-none"));
            }
            Some(on) if on < today => typed.wrong("first", say!(words, "rules-once-past")),
            Some(on) if on < earliest => typed.wrong("first", say!(words, "rules-once-today")),
            _ => {}
        }
        let on = said.unwrap_or(earliest).max(earliest);
        return (on, on, End::On(on));
    }
    let first = said.unwrap_or(today);
    let end = match (typed.date("last"), typed.count("count")) {
        (None, None) => End::Open,
        (Some(last), None) => {
            if last < today && first <= today {
                typed.wrong("last", say!(words, "rules-until-past"));
            }
            End::On(last)
        }
        (None, Some(count)) => End::After(u32::from(count)),
        (Some(_), Some(_)) => {
            typed.wrong("count", say!(words, "rules-end-twice"));
            End::Open
        }
    };
    (first, first.max(earliest), end)
}

/// The zone that it is pinned to, where the person wants that.
pub(crate) fn zone(
    words: &Words,
    draft: &Draft,
    typed: &mut Typed<'_>,
    home: &str,
) -> Option<Zone> {
    let pinned = draft.choice("zone") == Some(PINNED);
    if pinned && zones::get(home).is_none() {
        typed.wrong("zone", say!(words, "rules-zone-unknown", zone = home));
    }
    pinned.then(|| Zone::new(home))
}

/// Where what the record's check found is said, and how. None for what only some
/// kinds of rules can be refused for.
pub(crate) fn refusal(
    words: &Words,
    draft: &Draft,
    why: RuleError,
) -> Option<(&'static str, String)> {
    let field = match draft.choice("how").unwrap_or(DAILY) {
        WEEKLY => "weeks",
        MONTHLY => "months",
        _ => "every",
    };
    Some(match why {
        RuleError::EndBeforeStart => ("last", say!(words, "rules-until-early")),
        RuleError::Never => ("last", say!(words, "rules-never")),
        RuleError::Weekdays => ("days", say!(words, "rules-days-none")),
        RuleError::EveryNothing | RuleError::TooRare => (field, say!(words, "rules-every-not")),
        RuleError::NoSuchDay => ("day", say!(words, "rules-day-not")),
        RuleError::NoCourse | RuleError::LongCourse | RuleError::NotCounted => {
            ("count", say!(words, "rules-count-long"))
        }
        RuleError::TooFar => ("first", say!(words, "medicines-date-far")),
        RuleError::EqualTimes => (TIMES[1], say!(words, "reminders-time-twice")),
        RuleError::NoTimes => (TIMES[0], say!(words, "reminders-time-none")),
        _ => return None,
    })
}

/// When the day begins by which a rule goes. One day is the calendar's, as it was
/// typed.
pub(crate) fn day_start(draft: &Draft, day: Day) -> u16 {
    if draft.choice("how") == Some(ONCE) { 0 } else { day.start }
}

/// The first day on which what replaces these rules may hold. Where something of them
/// comes today that is tomorrow, so that nothing is asked for twice.
#[must_use]
pub(crate) fn earliest(schedule: &Schedule, today: Date, now: &Now) -> Date {
    let by_days = |version: &Version| match &version.rule {
        Ok(rule) => matches!(rule.rule.terms().when, When::Calendar { .. }),
        Err(_) => true,
    };
    let device = when::zone(now.going_by());
    let free = schedule.versions.iter().all(by_days)
        && schedule.occurrences(today, today, &device).is_empty();
    if free { today } else { when::days_after(today, 1).unwrap_or(today) }
}

/// Whether what comes on one day only is over already.
fn is_past(rule: &Rule, now: &Now) -> bool {
    let Some(on) = once(rule.terms()) else { return false };
    let Ok(rule) = InForce::new(rule.clone(), &clocks) else { return false };
    let version = Version { number: 0, until: None, rule: Ok(rule) };
    let id = OpId { writer: Writer(0), counter: 0 };
    let schedule = Schedule { id, versions: vec![version], last: None };
    let device = when::zone(now.going_by());
    let seconds = now.ms.div_euclid(1000);
    schedule.occurrences(on, on, &device).iter().all(|one| one.at <= seconds)
}

/// Reads a form that may change a rule. What says the same as before is no change, also
/// where it is over by now; else the rule holds as `day` says.
///
/// # Errors
/// What `read` refuses, and one day that is over.
pub(crate) fn read(
    words: &Words,
    before: Option<&RuleBytes>,
    (day, now): (Day, &Now),
    read: impl Fn(Day) -> Result<Option<Rule>, Errors>,
) -> Result<Option<Rule>, Errors> {
    if let Some(before) = before.and_then(|before| before.read().ok()) {
        let from = before.terms().from;
        let then = Day { today: from, earliest: from, ..day };
        if let Ok(Some(same)) = read(then)
            && same == before
        {
            return Ok(Some(same));
        }
    }
    match read(day)? {
        Some(rule) if is_past(&rule, now) => Err(vec![past(words)]),
        read => Ok(read),
    }
}

/// What is said of that, at its field.
fn past(words: &Words) -> (&'static str, String) {
    (TIMES[0], say!(words, "rules-time-past"))
}
