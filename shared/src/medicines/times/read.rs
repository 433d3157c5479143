//! Reading the form into a rule, or saying where it cannot be one.

use jiff::civil::{Date, Time};
use record::Decimal;
use record::kinds::Medicine;
use record::schedule::{Amount, At, Days, End, Rule, RuleError, Step, Terms, Weekdays, When};
use record::time::Zone;

use super::{
    AMOUNTS, BY_TIME, DAILY, ELAPSED, EVERY, Errors, MONTHLY, NEEDED, NONE, PINNED, STEPPED, STEPS,
    TIMES, WEEKLY, home,
};
use crate::forms::Draft;
use crate::medicines::due::WINDOW;
use crate::medicines::fields::Typed;
use crate::words::{Words, say};
use crate::{when, zones};

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

fn times(words: &Words, draft: &Draft, typed: &mut Typed<'_>) -> Vec<At> {
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

fn minute(time: Time) -> u16 {
    u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).unwrap_or(0)
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
            let start = times(words, draft, typed).first().map_or(0, |at| at.minute);
            return Some(When::Elapsed { every, start });
        }
        WEEKLY => {
            let chosen = draft.choices("days").iter().filter_map(|bit| bit.parse::<u8>().ok());
            let bits = chosen.fold(0, |bits, bit| bits | (bit & 0x7f));
            Days::Weeks { every: 1, on: Weekdays(bits) }
        }
        EVERY => Days::Every(typed.count("every").unwrap_or(0)),
        MONTHLY => {
            let day = typed.count("day").unwrap_or(0);
            Days::MonthDay { every: 1, day: u8::try_from(day).unwrap_or(u8::MAX) }
        }
        _ => Days::DAILY,
    };
    let times = times(words, draft, typed);
    let steps = steps(words, draft, &times, typed);
    Some(When::Calendar { days, steps })
}

/// Where what the record's check found is said, and how.
fn refusal(words: &Words, why: RuleError) -> (&'static str, String) {
    match why {
        RuleError::EndBeforeStart | RuleError::Never => {
            ("last", say!(words, "medicines-last-day-early"))
        }
        RuleError::Weekdays => ("days", say!(words, "medicines-days-none")),
        RuleError::EveryNothing | RuleError::TooRare => {
            ("every", say!(words, "medicines-every-not"))
        }
        RuleError::NoSuchDay => ("day", say!(words, "medicines-day-not")),
        RuleError::Gap => ("gap", say!(words, "medicines-gap-not")),
        RuleError::NoneADay => ("most", say!(words, "medicines-count-not")),
        RuleError::NoCourse | RuleError::LongCourse | RuleError::NotCounted => {
            ("count", say!(words, "medicines-count-long"))
        }
        RuleError::EndlessStep => ("days1", say!(words, "medicines-steps-endless")),
        RuleError::TooFar => ("first", say!(words, "medicines-date-far")),
        RuleError::EqualTimes => (TIMES[1], say!(words, "reminders-time-twice")),
        RuleError::NoTimes => (TIMES[0], say!(words, "reminders-time-none")),
        _ => ("how", say!(words, "reminders-rule-not")),
    }
}

/// The rule that the form says; none for no times.
pub(super) fn read(
    words: &Words,
    draft: &Draft,
    medicine: &Medicine,
    (today, day_start, here): (Date, u16, &str),
) -> Result<Option<Rule>, Errors> {
    let mut typed = Typed::new(words, draft);
    let when = when(words, draft, &mut typed);
    let Some(when) = when else { return Ok(None) };
    let first = typed.date("first").unwrap_or(today);
    // A change begins tomorrow: what was taken or asked today is not asked again.
    let earliest = match medicine.rule {
        Some(_) => when::days_after(today, 1).unwrap_or(today),
        None => today,
    };
    let from = first.max(earliest);
    let end = match (typed.date("last"), typed.count("count")) {
        (None, None) => End::Open,
        (Some(last), None) => End::On(last),
        (None, Some(count)) => End::After(u32::from(count)),
        (Some(_), Some(_)) => {
            typed.wrong("count", say!(words, "medicines-end-twice"));
            End::Open
        }
    };
    let zone = home(medicine, here);
    let pinned = draft.choice("zone") == Some(PINNED);
    if pinned && zones::get(&zone).is_none() {
        typed.wrong("zone", say!(words, "medicines-zone-unknown", zone = zone.as_str()));
    }
    let zone = pinned.then(|| Zone::new(&zone));
    let asked = matches!(when, When::Elapsed { .. });
    // What is counted from the last knows of no day.
    let day_start = if asked { 0 } else { day_start };
    typed.done()?;
    let terms = Terms { when, zone, first, from, end, day_start, window: WINDOW };
    Rule::new(terms).map(Some).map_err(|why| {
        vec![match refusal(words, why) {
            // Every so many hours is asked for under another name.
            ("every", _) if asked => ("hours", say!(words, "medicines-elapsed-not")),
            refusal => refusal,
        }]
    })
}
