//! A reminder in words.

use jiff::civil::{Time, Weekday};
use record::kinds::{Outcome, Reminder, Tracker, What};
use record::schedule::{Days, Rule, State, Trouble, When};
use record::{EntryId, OpId, Record, Scope};

use crate::screen::{Tag, Tone};
use crate::words::{Words, say};
use crate::{track, when, zones};

/// What it is: the person's own words, or the name of the tracker.
#[must_use]
pub(crate) fn label(words: &Words, record: &Record, reminder: &Reminder) -> String {
    if let Some(own) = &reminder.words {
        return own.clone();
    }
    let tracker = reminder.about.and_then(|about| {
        let OpId { writer, counter } = about.0;
        record.get::<Tracker>(EntryId { scope: Scope::Health, writer, counter })
    });
    tracker.map_or_else(
        || say!(words, "reminders-unnamed"),
        |entry| track::tracker_name(words, &entry.value),
    )
}

/// When it comes, or why it does not.
#[must_use]
pub(crate) fn times(words: &Words, reminder: &Reminder) -> String {
    match reminder.rule.read() {
        Ok(said) if is_lost(&said) => trouble(words, Trouble::UnknownZone),
        Ok(said) => rule(words, &said),
        Err(why) => trouble(words, why),
    }
}

/// What an outcome is of.
#[must_use]
pub(crate) fn of_outcome(words: &Words, record: &Record, outcome: &Outcome) -> String {
    let OpId { writer, counter } = outcome.reminder.0;
    let reminder = record.get::<Reminder>(EntryId { scope: Scope::Health, writer, counter });
    reminder.map_or_else(
        || say!(words, "reminders-unnamed"),
        |entry| label(words, record, &entry.value),
    )
}

/// The time that an outcome is of; nothing for one counted from the last.
#[must_use]
pub(crate) fn slot_text(slot: u64) -> String {
    u16::try_from(slot)
        .ok()
        .filter(|slot| *slot < 1440)
        .map_or_else(String::new, |slot| when::time(time(slot)))
}

/// What became of it.
#[must_use]
pub(crate) fn outcome_text(words: &Words, what: What) -> String {
    tag(words, State::Outcome(what)).text
}

/// "Every day at 8:00 and 20:00".
fn rule(words: &Words, rule: &Rule) -> String {
    let terms = rule.terms();
    let When::Calendar { days, steps } = &terms.when else {
        return say!(words, "reminders-rule-other");
    };
    let minutes = steps.first().map(|step| step.times.as_slice()).unwrap_or_default();
    let times: Vec<String> = minutes.iter().map(|at| when::time(time(at.minute))).collect();
    let times = list(words, &times);
    let said = match days {
        Days::Every(1) => say!(words, "reminders-rule-daily", times = times),
        Days::Weeks { every: 1, on } => {
            let names: Vec<String> = WEEK
                .iter()
                .filter(|day| on.0 & bit(**day) != 0)
                .map(|day| name(words, *day))
                .collect();
            say!(words, "reminders-rule-weekly", days = list(words, &names), times = times)
        }
        _ => say!(words, "reminders-rule-other"),
    };
    match &terms.zone {
        Some(zone) => {
            let place = place(zone.name());
            say!(words, "reminders-rule-pinned", rule = said, place = place)
        }
        None => said,
    }
}

/// Whether it is pinned to a zone that is not known here: then it asks for nothing.
#[must_use]
pub(crate) fn is_lost(rule: &Rule) -> bool {
    rule.terms().zone.as_ref().is_some_and(|zone| zones::get(zone.name()).is_none())
}

/// Why a rule is silent.
fn trouble(words: &Words, trouble: Trouble) -> String {
    match trouble {
        Trouble::UnknownZone => say!(words, "reminders-trouble-zone"),
        Trouble::Newer => say!(words, "reminders-trouble-newer"),
        _ => say!(words, "reminders-trouble"),
    }
}

/// Where one time stands, as a word or two.
#[must_use]
pub(super) fn tag(words: &Words, state: State) -> Tag {
    match state {
        State::Upcoming => Tag::new(say!(words, "reminders-later"), Tone::Neutral),
        State::Due => Tag::new(say!(words, "reminders-now"), Tone::Brand),
        State::Late => Tag::new(say!(words, "reminders-open"), Tone::Brand),
        State::Expired => Tag::new(say!(words, "reminders-not-known"), Tone::Neutral),
        State::Outcome(what) => match what {
            What::Done | What::DoneLate => Tag::new(say!(words, "reminders-done"), Tone::Green),
            What::Part => Tag::new(say!(words, "reminders-part"), Tone::Green),
            What::Skipped => Tag::new(say!(words, "reminders-skipped"), Tone::Neutral),
            _ => Tag::new(say!(words, "reminders-not-known"), Tone::Neutral),
        },
    }
}

/// Monday first, as weeks begin in the rules.
pub(crate) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// A weekday's bit in a rule.
#[must_use]
pub(crate) fn bit(day: Weekday) -> u8 {
    record::schedule::Weekdays::of(&[day]).0
}

/// A weekday's name.
#[must_use]
pub(super) fn name(words: &Words, day: Weekday) -> String {
    when::weekday(words, day)
}

/// "Europe/London" as people say it.
#[must_use]
pub(crate) fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// Minutes after midnight on the wall.
#[must_use]
pub(crate) fn time(minute: u16) -> Time {
    let (hour, minute) = (minute / 60 % 24, minute % 60);
    let small = |number: u16| i8::try_from(number).unwrap_or(0);
    Time::new(small(hour), small(minute), 0, 0).unwrap_or(Time::midnight())
}

/// "8:00, 12:00 and 20:00".
#[must_use]
pub(crate) fn list(words: &Words, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            say!(words, "list-and", first = first.join(", "), last = last.as_str())
        }
    }
}
