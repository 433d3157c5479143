//! Rules of when something comes, for whatever has times: asking for one, reading it,
//! filling a form in with one that stands, and saying it in words.
//!
//! The record's own check refuses what cannot be (`record::schedule`); here each
//! reason gets its words and its field. Reminders and medicines ask alike; what only a
//! dose needs (as needed, steps) is asked for in [`crate::medicines`].

mod ask;
mod fill;
mod read;
mod said;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use record::kinds::DoseUnit;
use record::schedule::{Days, End, Rule, RuleBytes, Step, Terms, When};

pub(crate) use ask::{end, first, how, how_many, on_days, time, zone_field};
pub(crate) use fill::{clock, fill};
pub(crate) use read::{
    Day, Errors, day_start, days, earliest, minute, read, refusal, span, times, zone,
};
pub(crate) use said::{list, said, trouble};

/// What has the times.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// A reminder.
    Reminder,
    /// A medicine, whose steps say their doses in this unit.
    Medicine(DoseUnit),
}

/// The times that a form asks for; so many are offered, and one more than are filled
/// in.
pub(crate) const TIMES: [&str; 8] =
    ["time1", "time2", "time3", "time4", "time5", "time6", "time7", "time8"];
pub(crate) const OFFERED: usize = 2;

/// On which days it can come. The first is what holds where none is chosen.
pub(crate) const DAILY: &str = "daily";
pub(crate) const WEEKLY: &str = "weekly";
pub(crate) const EVERY: &str = "every";
pub(crate) const MONTHLY: &str = "monthly";
pub(crate) const ONCE: &str = "once";

/// Of a month: by its date, or by one of its weekdays.
const BY_DATE: &str = "date";
const BY_WEEKDAY: &str = "weekday";

/// What is kept when the person travels.
pub(crate) const PINNED: &str = "pinned";
pub(crate) const FLOATING: &str = "floating";

/// The day of a rule that comes on one day only.
#[must_use]
pub(crate) fn once(terms: &Terms) -> Option<Date> {
    let one_step = |steps: &[Step]| matches!(steps, [only] if only.days == 0);
    match &terms.when {
        When::Calendar { days: Days::Every(1), steps }
            if one_step(steps) && terms.end == End::On(terms.first) =>
        {
            Some(terms.first)
        }
        _ => None,
    }
}

/// The rule as it is kept: what only says the same from a later day is no change.
/// Where two stand beside each other (`disputed`), saying one of them again settles it.
#[must_use]
pub(crate) fn kept(rule: &Rule, before: Option<&RuleBytes>, disputed: bool) -> RuleBytes {
    let same = |old: &&RuleBytes| {
        let from = rule.terms().from;
        old.read().is_ok_and(|old| Terms { from, ..old.terms().clone() } == *rule.terms())
    };
    let before = before.filter(|_| !disputed).filter(same);
    before.map_or_else(|| RuleBytes::of(rule), RuleBytes::clone)
}

/// The zone that a rule is, or would be, pinned to.
#[must_use]
pub(crate) fn home(rule: Option<&RuleBytes>, here: &str) -> String {
    let pinned = rule.and_then(|rule| rule.read().ok()).and_then(|rule| rule.terms().zone.clone());
    pinned.map_or_else(|| here.to_owned(), |zone| zone.name().to_owned())
}
