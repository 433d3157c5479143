//! When a medicine is taken, in words.

use record::kinds::{DoseUnit, Medicine};
use record::schedule::Trouble;

use super::wording::span;
use crate::reminders::is_lost;
use crate::rules::{self, Of};
use crate::words::{Words, say};

/// When it is taken, or why that is not known here; none where it has no times.
#[must_use]
pub(crate) fn text(words: &Words, medicine: &Medicine) -> Option<String> {
    let why = match medicine.rule.as_ref()?.read() {
        Ok(rule) if is_lost(&rule) => Trouble::UnknownZone,
        Ok(rule) => return Some(rules::said(words, &rule, of(medicine))),
        Err(why) => why,
    };
    Some(rules::trouble(words, why).unwrap_or_else(|| say!(words, "medicines-trouble")))
}

/// As what its rule is asked for and said.
pub(super) fn of(medicine: &Medicine) -> Of {
    Of::Medicine(medicine.dose.as_ref().map_or(DoseUnit::None, |dose| dose.unit))
}

/// "4 hours after the last one".
#[must_use]
pub(crate) fn elapsed(words: &Words, minutes: u16) -> String {
    let every = span(words, i64::from(minutes) * 60);
    say!(words, "medicines-rule-elapsed", every = every)
}

/// "As needed, at least 4 hours between two".
#[must_use]
pub(crate) fn as_needed(words: &Words, gap: Option<u16>, most: Option<u16>) -> String {
    let mut parts = vec![say!(words, "medicines-as-needed")];
    parts.extend(
        gap.map(|gap| say!(words, "medicines-rule-gap", gap = span(words, i64::from(gap) * 60))),
    );
    parts.extend(most.map(|most| say!(words, "medicines-rule-most", count = usize::from(most))));
    parts.join(", ")
}
