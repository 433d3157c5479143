//! A rule in words: every rule that there is, also those that no form can make.

use record::schedule::{At, Days, End, Rule, Step, Trouble, When};

use super::{Of, ask, once};
use crate::medicines::{dosage_text, elapsed, step_dosage};
use crate::reminders::{WEEK, bit, place_of, time};
use crate::when;
use crate::words::{Words, say};

/// "Every day at 8:00 and 20:00".
#[must_use]
pub(crate) fn said(words: &Words, rule: &Rule, of: Of) -> String {
    let terms = rule.terms();
    let once = once(terms);
    let mut said = match &terms.when {
        When::Calendar { days, steps } => {
            // One step for ever says its doses beside its times.
            let beside = matches!(steps.as_slice(), [only] if only.days == 0);
            let first = steps.first().map(|step| step.times.as_slice()).unwrap_or_default();
            let times: Vec<String> =
                first.iter().map(|at| time_text(words, at, beside, of)).collect();
            let times = list(words, &times);
            let said = match once {
                Some(on) => {
                    let day = when::dated(words, on);
                    say!(words, "rules-said-once", day = day, times = times)
                }
                None => days_text(words, *days, &times),
            };
            let steps = if beside { &[] } else { steps.as_slice() };
            let doses: Vec<String> =
                steps.iter().filter_map(|step| step_text(words, step, of)).collect();
            if doses.is_empty() { said } else { format!("{said}: {}", doses.join(", ")) }
        }
        When::AsNeeded { gap, most } => crate::medicines::as_needed(words, *gap, *most),
        When::Elapsed { every, .. } => elapsed(words, *every),
    };
    match terms.end {
        End::On(last) if once.is_none() => {
            // Seen from the day on which it begins: the year is said where another follows.
            let day = when::day(words, last, terms.first);
            said = say!(words, "rules-said-until", rule = said, day = day);
        }
        End::After(count) => {
            let count = count as usize;
            said = match of {
                Of::Reminder => say!(words, "rules-said-count", rule = said, count = count),
                Of::Medicine(_) => {
                    say!(words, "medicines-rule-count", rule = said, count = count)
                }
            };
        }
        End::Open | End::On(_) => {}
    }
    match &terms.zone {
        Some(zone) => {
            let place = place_of(zone.name());
            say!(words, "reminders-rule-pinned", rule = said, place = place)
        }
        None => said,
    }
}

/// Why a rule is silent; none for what each says in words of its own.
#[must_use]
pub(crate) fn trouble(words: &Words, trouble: Trouble) -> Option<String> {
    match trouble {
        Trouble::UnknownZone => Some(say!(words, "reminders-trouble-zone")),
        Trouble::Newer => Some(say!(words, "reminders-trouble-newer")),
        Trouble::Damaged(_) | Trouble::Impossible(_) => None,
    }
}

fn days_text(words: &Words, days: Days, times: &str) -> String {
    match days {
        Days::Every(every) => {
            say!(words, "rules-said-every", count = usize::from(every), times = times)
        }
        Days::Weeks { every, on } => {
            let chosen = WEEK.iter().filter(|day| on.0 & bit(**day) != 0);
            let names: Vec<String> = chosen.map(|day| when::weekday(words, *day)).collect();
            let (days, count) = (list(words, &names), usize::from(every));
            say!(words, "rules-said-weeks", count = count, days = days, times = times)
        }
        Days::MonthDay { every, day } => {
            let on = if day > 28 {
                say!(words, "rules-said-day-or-last", day = usize::from(day))
            } else {
                say!(words, "rules-said-day", day = usize::from(day))
            };
            say!(words, "rules-said-months", count = usize::from(every), on = on, times = times)
        }
        Days::MonthWeekday { every, nth, on } => {
            let nth = ask::nth(words, nth).to_lowercase();
            let day = when::weekday(words, on);
            let on = say!(words, "rules-said-nth", nth = nth, day = day);
            say!(words, "rules-said-months", count = usize::from(every), on = on, times = times)
        }
    }
}

/// "8:00", "8:00 (2 tablets)".
fn time_text(words: &Words, at: &At, with_dose: bool, of: Of) -> String {
    let time = when::time(time(at.minute));
    match (at.amount.as_ref().filter(|_| with_dose), of) {
        (Some(amount), Of::Medicine(unit)) => {
            let dose = dosage_text(words, &step_dosage(amount, unit));
            say!(words, "medicines-rule-time-dose", time = time, dose = dose)
        }
        _ => time,
    }
}

/// "8 tablets for 5 days"; none for a step that says no dose of its own.
fn step_text(words: &Words, step: &Step, of: Of) -> Option<String> {
    let Of::Medicine(unit) = of else { return None };
    let amount = step.times.first()?.amount.as_ref()?;
    let dose = dosage_text(words, &step_dosage(amount, unit));
    Some(match step.days {
        0 => say!(words, "medicines-step-last", dose = dose),
        days => say!(words, "medicines-step", count = usize::from(days), dose = dose),
    })
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
