//! The questions: those that the way of taking it needs, and no others.

use record::kinds::Medicine;

use super::{
    AGAIN, ALWAYS, AMOUNTS, BY_TIME, DAILY, ELAPSED, EVERY, FLOATING, HIDDEN, MONTHLY, NEEDED,
    NONE, OFFERED, ONCE, PINNED, SAME, SHOWN, SILENT, STEPPED, STEPS, TIMES, TOLD, WAIT, WEEKLY,
    home,
};
use crate::forms::Draft;
use crate::medicines::fields::{self, ask, choice, one_of};
use crate::model::View;
use crate::outside;
use crate::reminders::{self, WEEK, bit};
use crate::screen::{ChoiceField, Field, Question, TimeField};
use crate::when;
use crate::words::{Words, say};

/// The questions.
pub(super) fn questions(medicine: &Medicine, draft: &Draft, view: View<'_>) -> Vec<Field> {
    let words = view.words;
    let number =
        |id, label, hint, unit: String| Field::number(ask(words, id, label, hint), unit, false);
    let how = draft.choice("how").unwrap_or(DAILY);
    let ways = [
        (DAILY, say!(words, "medicines-how-daily")),
        (WEEKLY, say!(words, "medicines-how-weekly")),
        (EVERY, say!(words, "medicines-how-every")),
        (MONTHLY, say!(words, "medicines-how-monthly")),
        (NEEDED, say!(words, "medicines-how-needed")),
        (ELAPSED, say!(words, "medicines-how-elapsed")),
        (NONE, say!(words, "medicines-how-none")),
    ];
    let ways = ways.into_iter().map(|(value, label)| choice(value, label)).collect();
    let mut fields = vec![one_of(ask(words, "how", "medicines-how-often", ""), ways, true)];
    match how {
        WEEKLY => fields.push(days_field(words)),
        EVERY => fields.push(number(
            "every",
            "medicines-every",
            "medicines-every-hint",
            say!(words, "medicines-unit-days"),
        )),
        MONTHLY => fields.push(number("day", "medicines-day", "medicines-day-hint", String::new())),
        NEEDED => {
            let gap = ask(words, "gap", "medicines-gap", "medicines-gap-hint");
            let unit = say!(words, "medicines-unit-hours");
            fields.push(Field::number(gap.optional(), unit, true));
            let most = ask(words, "most", "medicines-most", "medicines-most-hint");
            fields.push(Field::number(most.optional(), say!(words, "medicines-unit-a-day"), false));
        }
        ELAPSED => {
            let hours = ask(words, "hours", "medicines-elapsed", "medicines-elapsed-hint");
            fields.push(Field::number(hours, say!(words, "medicines-unit-hours"), true));
            fields.push(time_field(words, 0));
        }
        _ => {}
    }
    let calendar = matches!(how, DAILY | WEEKLY | EVERY | MONTHLY);
    if calendar {
        let filled = TIMES.iter().filter(|field| !draft.text(field).is_empty()).count();
        let shown = (filled + 1).clamp(OFFERED, TIMES.len());
        let by_time = draft.choice("steps") == Some(BY_TIME);
        for at in 0..shown {
            fields.push(time_field(words, at));
            fields.extend(by_time.then(|| amount_field(words, at)));
        }
        fields.extend(step_fields(words, draft));
    }
    if how == NONE {
        return fields;
    }
    let first = ask(words, "first", "medicines-first", "");
    fields.push(fields::date(first, Some(view.today())));
    let last = ask(words, "last", "medicines-last-day", "medicines-last-day-hint");
    fields.push(fields::date(last.optional(), None));
    if calendar {
        let count = ask(words, "count", "medicines-count", "medicines-count-hint");
        fields.push(Field::number(count.optional(), say!(words, "medicines-unit-doses"), false));
    }
    if how != NEEDED {
        let zone = home(medicine, &view.now.zone);
        let place = reminders::place_of(&zone);
        let here = choice(FLOATING, say!(words, "reminders-zone-here"));
        let pinned = choice(PINNED, say!(words, "reminders-zone-home", place = place));
        let question = ask(words, "zone", "reminders-zone", "");
        fields.push(one_of(question, vec![here, pinned], true));
        let told = choice(TOLD, say!(words, "medicines-tell-yes"));
        let silent = choice(SILENT, say!(words, "medicines-tell-no"));
        let question = ask(words, "tell", "medicines-tell", "");
        fields.push(one_of(question, vec![told, silent], true));
        let hidden = choice(HIDDEN, say!(words, "reminders-discreet-yes"));
        let shown = choice(SHOWN, say!(words, "reminders-discreet-no"));
        let question = ask(words, "discreet", "reminders-discreet", "");
        fields.push(one_of(question, vec![hidden, shown], true));
        let once = choice(ONCE, say!(words, "reminders-insist-no"));
        let again = choice(AGAIN, say!(words, "reminders-insist-yes", times = outside::AGAIN));
        let question = ask(words, "insist", "reminders-insist", "");
        fields.push(one_of(question, vec![once, again], true));
        let wait = choice(WAIT, say!(words, "medicines-important-no"));
        let always = choice(ALWAYS, say!(words, "reminders-important-yes"));
        let question = ask(words, "important", "medicines-important", "");
        fields.push(one_of(question, vec![wait, always], true));
    }
    fields
}

fn time_field(words: &Words, at: usize) -> Field {
    let id = TIMES.get(at).copied().unwrap_or(TIMES[0]);
    let question = if at == 0 {
        ask(words, id, "medicines-time", "")
    } else {
        Question::new(id, say!(words, "medicines-time-also", number = at + 1)).optional()
    };
    Field::Time(TimeField { question, value: String::new() })
}

/// How much at one of the times.
fn amount_field(words: &Words, at: usize) -> Field {
    let id = AMOUNTS.get(at).copied().unwrap_or(AMOUNTS[0]);
    Field::text(if at == 0 {
        ask(words, id, "medicines-time-dose", "")
    } else {
        Question::new(id, say!(words, "medicines-time-dose-also", number = at + 1)).optional()
    })
}

fn days_field(words: &Words) -> Field {
    let day =
        |day: &jiff::civil::Weekday| choice(bit(*day).to_string(), when::weekday(words, *day));
    let question = ask(words, "days", "reminders-days", "");
    Field::Choices(ChoiceField { question, choices: WEEK.iter().map(day).collect() })
}

/// A course whose dose changes: as many steps as are filled in, and one more.
fn step_fields(words: &Words, draft: &Draft) -> Vec<Field> {
    let same = choice(SAME, say!(words, "medicines-steps-no"));
    let stepped = choice(STEPPED, say!(words, "medicines-steps-yes"));
    let by_time = choice(BY_TIME, say!(words, "medicines-steps-times"));
    let question = ask(words, "steps", "medicines-steps", "");
    let mut fields = vec![one_of(question, vec![same, stepped, by_time], true)];
    if draft.choice("steps") != Some(STEPPED) {
        return fields;
    }
    let filled = STEPS.iter().filter(|(_, dose)| !draft.text(dose).is_empty()).count();
    for (at, (days, dose)) in STEPS.iter().enumerate().take((filled + 1).max(OFFERED)) {
        let number = at + 1;
        let question = Question::new(*dose, say!(words, "medicines-step-dose", number = number));
        fields.push(Field::text(if at == 0 { question } else { question.optional() }));
        let question = Question::new(*days, say!(words, "medicines-step-days", number = number))
            .hint(say!(words, "medicines-step-days-hint"));
        fields.push(Field::number(question.optional(), say!(words, "medicines-unit-days"), false));
    }
    fields
}
