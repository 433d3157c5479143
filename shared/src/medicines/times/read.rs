//! Reading the form into a rule, or saying where it cannot be one.

use record::Decimal;
use record::kinds::Medicine;
use record::schedule::{Amount, At, Rule, RuleError, Step, Terms, When};

use super::{AMOUNTS, BY_TIME, ELAPSED, NEEDED, NONE, STEPPED, STEPS, home};
use crate::forms::Draft;
use crate::forms::fields::Typed;
use crate::medicines::due::WINDOW;
use crate::rules::{self, DAILY, Day, Errors, TIMES, minute};
use crate::words::{Words, say};

/// Minutes, of hours as typed; wrong where they are no whole minutes.
fn minutes(words: &Words, typed: &mut Typed<'_>, field: &'static str) -> Option<u16> {
    let hours = typed.some(field, "medicines-hours-not")?;
    let unit = 10_i64.checked_pow(u32::from(hours.places()))?;
    let minutes = hours.mantissa().checked_mul(60).map(|minutes| (minutes / unit, minutes % unit));
    if let Some((minutes, 0)) = minutes {
        // What is too long is refused as such.
        return u16::try_from(minutes).ok().or(Some(u16::MAX));
    }
    typed.wrong(field, say!(words, "medicines-hours-not"));
    None
}

/// How much, as it was typed: a number where it is one.
fn amount(text: String) -> Amount {
    text.parse::<Decimal>().map_or(Amount::Words(text), Amount::Number)
}

/// The times, each with the dose that was typed for it.
fn by_time(words: &Words, draft: &Draft, typed: &mut Typed<'_>) -> Vec<Step> {
    let mut times = Vec::new();
    for (time, dose) in TIMES.into_iter().zip(AMOUNTS) {
        let text = typed.text(dose, Amount::LONGEST / 4);
        let Ok(Some(at)) = draft.time(time) else { continue };
        if text.is_none() {
            typed.wrong(dose, say!(words, "medicines-time-dose-none"));
        }
        times.push(At { minute: minute(at), amount: text.map(amount) });
    }
    vec![Step { days: 0, times }]
}

/// The steps of a course: at each time of each, its dose.
fn steps(words: &Words, draft: &Draft, times: &[At], typed: &mut Typed<'_>) -> Vec<Step> {
    match draft.choice("steps") {
        Some(STEPPED) => {}
        Some(BY_TIME) => return by_time(words, draft, typed),
        _ => return vec![Step { days: 0, times: times.to_vec() }],
    }
    let mut steps = Vec::new();
    for (days, dose) in STEPS {
        let text = typed.text(dose, Amount::LONGEST / 4);
        let days = typed.count(days);
        let Some(text) = text else { continue };
        let amount = amount(text);
        let at = |at: &At| At { minute: at.minute, amount: Some(amount.clone()) };
        steps.push(Step { days: days.unwrap_or(0), times: times.iter().map(at).collect() });
    }
    if steps.is_empty() {
        typed.wrong(STEPS[0].1, say!(words, "medicines-steps-none"));
    }
    steps
}

fn when(words: &Words, draft: &Draft, typed: &mut Typed<'_>) -> Option<When> {
    let days = match draft.choice("how").unwrap_or(DAILY) {
        NONE => return None,
        NEEDED => {
            let gap = minutes(words, typed, "gap");
            return Some(When::AsNeeded { gap, most: typed.count("most") });
        }
        ELAPSED => {
            let every = minutes(words, typed, "hours").unwrap_or(0);
            let start = rules::times(words, draft, typed).first().map_or(0, |at| at.minute);
            return Some(When::Elapsed { every, start });
        }
        _ => rules::days(words, draft, typed),
    };
    let times = rules::times(words, draft, typed);
    let steps = steps(words, draft, &times, typed);
    Some(When::Calendar { days, steps })
}

/// Where what the record's check found is said, and how.
fn refusal(words: &Words, draft: &Draft, why: RuleError) -> (&'static str, String) {
    let elapsed = draft.choice("how") == Some(ELAPSED);
    match why {
        // Every so many hours is asked for under another name.
        RuleError::EveryNothing | RuleError::TooRare if elapsed => {
            ("hours", say!(words, "medicines-elapsed-not"))
        }
        RuleError::Gap => ("gap", say!(words, "medicines-gap-not")),
        RuleError::NoneADay => ("most", say!(words, "medicines-count-not")),
        RuleError::EndlessStep => ("days1", say!(words, "medicines-steps-endless")),
        why => rules::refusal(words, draft, why)
            .unwrap_or_else(|| ("how", say!(words, "reminders-rule-not"))),
    }
}

/// The rule that the form says; none for no times.
pub(super) fn read(
    words: &Words,
    draft: &Draft,
    medicine: &Medicine,
    (day, here): (Day, &str),
) -> Result<Option<Rule>, Errors> {
    let mut typed = Typed::new(words, draft);
    let when = when(words, draft, &mut typed);
    let Some(when) = when else { return Ok(None) };
    let (first, from, end) = rules::span(words, draft, &mut typed, day);
    let home = home(medicine, here);
    let zone = rules::zone(words, draft, &mut typed, &home);
    let elapsed = matches!(when, When::Elapsed { .. });
    // What is counted from the last knows of no day.
    let day_start = if elapsed { 0 } else { rules::day_start(draft, day) };
    typed.done()?;
    let terms = Terms { when, zone, first, from, end, day_start, window: WINDOW };
    Rule::new(terms).map(Some).map_err(|why| vec![refusal(words, draft, why)])
}
