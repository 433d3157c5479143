//! When a medicine is taken, in words.

use record::kinds::{DoseUnit, Medicine};
use record::schedule::{At, Days, End, Rule, Step, Trouble, When};

use super::wording::{dosage_text, span, step_dosage};
use crate::reminders::{WEEK, bit, is_lost, list, place_of, time};
use crate::when;
use crate::words::{Words, say};

/// When it is taken, or why that is not known here; none where it has no times.
#[must_use]
pub(crate) fn text(words: &Words, medicine: &Medicine) -> Option<String> {
    let unit = medicine.dose.as_ref().map_or(DoseUnit::None, |dose| dose.unit);
    let said = match medicine.rule.as_ref()?.read() {
        Ok(rule) if is_lost(&rule) => trouble(words, Trouble::UnknownZone),
        Ok(rule) => rule_text(words, &rule, unit),
        Err(why) => trouble(words, why),
    };
    Some(said)
}

/// Why a rule is silent.
fn trouble(words: &Words, trouble: Trouble) -> String {
    match trouble {
        Trouble::UnknownZone => say!(words, "reminders-trouble-zone"),
        Trouble::Newer => say!(words, "reminders-trouble-newer"),
        _ => say!(words, "medicines-trouble"),
    }
}

fn rule_text(words: &Words, rule: &Rule, unit: DoseUnit) -> String {
    let terms = rule.terms();
    let mut said = match &terms.when {
        When::Calendar { days, steps } => calendar(words, *days, steps, unit),
        When::AsNeeded { gap, most } => as_needed(words, *gap, *most),
        When::Elapsed { every, .. } => {
            let every = span(words, i64::from(*every) * 60);
            say!(words, "medicines-rule-elapsed", every = every)
        }
    };
    // Seen from the day on which it begins: the year is said where another follows.
    let day = |date| when::day(words, date, terms.first);
    match terms.end {
        End::Open => {}
        End::On(last) => {
            said = say!(words, "medicines-rule-until", rule = said, day = day(last));
        }
        End::After(count) => {
            said = say!(words, "medicines-rule-count", rule = said, count = count as usize);
        }
    }
    match &terms.zone {
        Some(zone) => {
            let place = place_of(zone.name());
            say!(words, "reminders-rule-pinned", rule = said, place = place)
        }
        None => said,
    }
}

fn calendar(words: &Words, days: Days, steps: &[Step], unit: DoseUnit) -> String {
    let first = steps.first().map(|step| step.times.as_slice()).unwrap_or_default();
    // One step for ever says its doses beside its times.
    let beside = matches!(steps, [only] if only.days == 0);
    let times: Vec<String> = first.iter().map(|at| time_text(words, at, beside, unit)).collect();
    let times = list(words, &times);
    let said = match days {
        Days::Every(1) => say!(words, "reminders-rule-daily", times = times),
        Days::Every(every) => {
            say!(words, "medicines-rule-every", count = usize::from(every), times = times)
        }
        Days::Weeks { every: 1, on } => {
            let names: Vec<String> = WEEK
                .iter()
                .filter(|day| on.0 & bit(**day) != 0)
                .map(|day| when::weekday(words, *day))
                .collect();
            say!(words, "reminders-rule-weekly", days = list(words, &names), times = times)
        }
        Days::MonthDay { every: 1, day } => {
            say!(words, "medicines-rule-monthly", day = usize::from(day), times = times)
        }
        _ => say!(words, "reminders-rule-other"),
    };
    let steps = if beside { &[] } else { steps };
    let doses: Vec<String> = steps.iter().filter_map(|step| step_text(words, step, unit)).collect();
    if doses.is_empty() { said } else { format!("{said}: {}", doses.join(", ")) }
}

/// "8:00", "8:00 (2 tablets)".
fn time_text(words: &Words, at: &At, with_dose: bool, unit: DoseUnit) -> String {
    let time = when::time(time(at.minute));
    match at.amount.as_ref().filter(|_| with_dose) {
        Some(amount) => {
            let dose = dosage_text(words, &step_dosage(amount, unit));
            say!(words, "medicines-rule-time-dose", time = time, dose = dose)
        }
        None => time,
    }
}

/// "8 tablets for 5 days"; none for a step that says no dose of its own.
fn step_text(words: &Words, step: &Step, unit: DoseUnit) -> Option<String> {
    let amount = step.times.first()?.amount.as_ref()?;
    let dose = dosage_text(words, &step_dosage(amount, unit));
    Some(match step.days {
        0 => say!(words, "medicines-step-last", dose = dose),
        days => say!(words, "medicines-step", count = usize::from(days), dose = dose),
    })
}

fn as_needed(words: &Words, gap: Option<u16>, most: Option<u16>) -> String {
    let mut parts = vec![say!(words, "medicines-as-needed")];
    parts.extend(
        gap.map(|gap| say!(words, "medicines-rule-gap", gap = span(words, i64::from(gap) * 60))),
    );
    parts.extend(most.map(|most| say!(words, "medicines-rule-most", count = usize::from(most))));
    parts.join(", ")
}
