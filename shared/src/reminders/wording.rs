//! A reminder in words.

use jiff::civil::{Time, Weekday};
use record::kinds::{Outcome, Reminder, Tracker, What};
use record::schedule::{Rule, State, Trouble};
use record::{EntryId, OpId, Record, Scope};

use crate::screen::{Tag, Tone};
use crate::words::{Words, say};
use crate::{rules, track, when, zones};

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
    let why = match reminder.rule.read() {
        Ok(said) if is_lost(&said) => Trouble::UnknownZone,
        Ok(said) => return rules::said(words, &said, rules::Of::Reminder),
        Err(why) => why,
    };
    rules::trouble(words, why).unwrap_or_else(|| say!(words, "reminders-trouble"))
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

/// Whether it is pinned to a zone that is not known here: then it asks for nothing.
#[must_use]
pub(crate) fn is_lost(rule: &Rule) -> bool {
    rule.terms().zone.as_ref().is_some_and(|zone| zones::get(zone.name()).is_none())
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
            What::Done => Tag::new(say!(words, "reminders-done"), Tone::Green),
            What::DoneLate => Tag::new(say!(words, "reminders-done-late"), Tone::Green),
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
