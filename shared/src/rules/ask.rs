//! The questions: those that the chosen way needs, and no others.

use jiff::civil::{Date, Weekday};

use super::{
    BY_DATE, BY_WEEKDAY, DAILY, EVERY, FLOATING, MONTHLY, OFFERED, ONCE, Of, PINNED, TIMES, WEEKLY,
};
use crate::forms::Draft;
use crate::forms::fields::{ask, choice, date, one_of, optional};
use crate::reminders::{WEEK, bit, place_of};
use crate::screen::{Choice, ChoiceField, Field, Question, TimeField};
use crate::when;
use crate::words::{Words, say};

/// On which days, as choices.
pub(crate) fn how(words: &Words) -> Vec<Choice> {
    vec![
        choice(DAILY, say!(words, "rules-how-daily")),
        choice(WEEKLY, say!(words, "rules-how-weekly")),
        choice(EVERY, say!(words, "rules-how-every")),
        choice(MONTHLY, say!(words, "rules-how-monthly")),
        choice(ONCE, say!(words, "rules-how-once")),
    ]
}

fn count(words: &Words, id: &str, label: &str, hint: &str, unit: &str) -> Field {
    Field::number(ask(words, id, label, hint), words.get(unit), false)
}

fn more(words: &Words, id: &str, label: &str, hint: &str, unit: &str) -> Field {
    Field::number(optional(words, id, label, hint), words.get(unit), false)
}

fn weekdays(words: &Words, value: impl Fn(Weekday) -> String) -> Vec<Choice> {
    WEEK.iter().map(|day| choice(value(*day), when::weekday(words, *day))).collect()
}

/// What the chosen way needs to know of its days; of one day, that day.
pub(crate) fn on_days(words: &Words, draft: &Draft, how: &str) -> Vec<Field> {
    match how {
        WEEKLY => {
            let question = ask(words, "days", "rules-days", "");
            let choices = weekdays(words, |day| bit(day).to_string());
            vec![
                Field::Choices(ChoiceField { question, choices }),
                more(words, "weeks", "rules-weeks", "rules-weeks-hint", "rules-unit-weeks"),
            ]
        }
        EVERY => vec![count(words, "every", "rules-every", "rules-every-hint", "rules-unit-days")],
        MONTHLY => {
            let by = vec![
                choice(BY_DATE, say!(words, "rules-by-date")),
                choice(BY_WEEKDAY, say!(words, "rules-by-weekday")),
            ];
            let mut fields = vec![one_of(ask(words, "by", "rules-by", ""), by, true)];
            if draft.choice("by") == Some(BY_WEEKDAY) {
                let nth = (1..=5_u8).map(|nth| choice(nth.to_string(), self::nth(words, nth)));
                fields.push(one_of(ask(words, "nth", "rules-nth", ""), nth.collect(), true));
                let days = weekdays(words, |day| bit(day).to_string());
                fields.push(one_of(ask(words, "weekday", "rules-weekday", ""), days, false));
            } else {
                let day = ask(words, "day", "rules-day", "rules-day-hint");
                fields.push(Field::number(day, String::new(), false));
            }
            let hint = "rules-months-hint";
            fields.push(more(words, "months", "rules-months", hint, "rules-unit-months"));
            fields
        }
        ONCE => vec![date(ask(words, "first", "rules-once", ""), None)],
        _ => Vec::new(),
    }
}

/// "First", "last".
pub(super) fn nth(words: &Words, nth: u8) -> String {
    words.get(match nth {
        1 => "rules-first",
        2 => "rules-second",
        3 => "rules-third",
        4 => "rules-fourth",
        _ => "rules-last",
    })
}

/// One of the times.
pub(crate) fn time(words: &Words, at: usize, of: Of) -> Field {
    let id = TIMES.get(at).copied().unwrap_or(TIMES[0]);
    let question = match (at, of) {
        (0, Of::Reminder) => ask(words, id, "reminders-time", ""),
        (0, Of::Medicine(_)) => ask(words, id, "medicines-time", ""),
        _ => Question::new(id, say!(words, "rules-time-also", number = at + 1)).optional(),
    };
    Field::Time(TimeField { question, value: String::new() })
}

/// How many times are asked for: one more than are filled in.
pub(crate) fn how_many(draft: &Draft) -> usize {
    let filled = TIMES.iter().filter(|field| !draft.text(field).is_empty()).count();
    (filled + 1).clamp(OFFERED, TIMES.len())
}

/// From which day; of one day nothing more.
pub(crate) fn first(words: &Words, how: &str, today: Date) -> Option<Field> {
    let hint = if matches!(how, WEEKLY | EVERY | MONTHLY) { "rules-from-hint" } else { "" };
    (how != ONCE).then(|| date(ask(words, "first", "rules-from", hint), Some(today)))
}

/// Until when, or how often.
pub(crate) fn end(words: &Words, how: &str, of: Of) -> Vec<Field> {
    if how == ONCE {
        return Vec::new();
    }
    let (count, hint, unit) = match of {
        Of::Reminder => ("rules-count", "rules-count-hint", "rules-unit-times"),
        Of::Medicine(_) => ("medicines-count", "medicines-count-hint", "medicines-unit-doses"),
    };
    let last = match of {
        Of::Reminder => "rules-until-hint",
        Of::Medicine(_) => "medicines-last-day-hint",
    };
    let mut fields = vec![date(optional(words, "last", "rules-until", last), None)];
    // How often, of what has times of day.
    if matches!(how, DAILY | WEEKLY | EVERY | MONTHLY) {
        fields.push(more(words, "count", count, hint, unit));
    }
    fields
}

/// By which clock.
pub(crate) fn zone_field(words: &Words, home: &str) -> Field {
    let pinned = say!(words, "reminders-zone-home", place = place_of(home));
    let zones = vec![choice(FLOATING, say!(words, "reminders-zone-here")), choice(PINNED, pinned)];
    one_of(ask(words, "zone", "reminders-zone", ""), zones, true)
}
