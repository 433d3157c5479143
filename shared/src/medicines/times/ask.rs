//! The questions: those that the way of taking it needs, and no others.

use record::kinds::Medicine;

use super::{
    AMOUNTS, BY_TIME, DAILY, ELAPSED, EVERY, FLOATING, HIDDEN, MONTHLY, NEEDED, NONE, OFFERED,
    PINNED, SAME, SHOWN, SILENT, STEPPED, STEPS, TIMES, TOLD, WEEKLY, home,
};
use crate::forms::Draft;
use crate::medicines::fields::{self, choice, one_of};
use crate::model::View;
use crate::reminders::{self, WEEK, bit};
use crate::screen::{ChoiceField, Field, Question, TimeField};
use crate::when;
use crate::words::{Words, say};

/// The questions.
pub(super) fn questions(medicine: &Medicine, draft: &Draft, view: View<'_>) -> Vec<Field> {
    let words = view.words;
    let number = |id: &'static str, label: String, hint: String, unit: String| {
        Field::number(Question::new(id, label).hint(hint), unit, false)
    };
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
    let mut fields =
        vec![one_of(Question::new("how", say!(words, "medicines-how-often")), ways, true)];
    match how {
        WEEKLY => fields.push(days_field(words)),
        EVERY => fields.push(number(
            "every",
            say!(words, "medicines-every"),
            say!(words, "medicines-every-hint"),
            say!(words, "medicines-unit-days"),
        )),
        MONTHLY => fields.push(number(
            "day",
            say!(words, "medicines-day"),
            say!(words, "medicines-day-hint"),
            String::new(),
        )),
        NEEDED => {
            let gap = Question::new("gap", say!(words, "medicines-gap"))
                .hint(say!(words, "medicines-gap-hint"));
            let unit = say!(words, "medicines-unit-hours");
            fields.push(Field::number(gap.optional(), unit, true));
            let most = Question::new("most", say!(words, "medicines-most"))
                .hint(say!(words, "medicines-most-hint"));
            fields.push(Field::number(most.optional(), say!(words, "medicines-unit-a-day"), false));
        }
        ELAPSED => {
            let hours = Question::new("hours", say!(words, "medicines-elapsed"))
                .hint(say!(words, "medicines-elapsed-hint"));
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
    let first = Question::new("first", say!(words, "medicines-first"));
    fields.push(fields::date(first, Some(view.today())));
    let last = Question::new("last", say!(words, "medicines-last-day"))
        .hint(say!(words, "medicines-last-day-hint"));
    fields.push(fields::date(last.optional(), None));
    if calendar {
        let count = Question::new("count", say!(words, "medicines-count"))
            .hint(say!(words, "medicines-count-hint"));
        fields.push(Field::number(count.optional(), say!(words, "medicines-unit-doses"), false));
    }
    if how != NEEDED {
        let zone = home(medicine, &view.now.zone);
        let place = reminders::place_of(&zone);
        let here = choice(FLOATING, say!(words, "reminders-zone-here"));
        let pinned = choice(PINNED, say!(words, "reminders-zone-home", place = place));
        let question = Question::new("zone", say!(words, "reminders-zone"));
        fields.push(one_of(question, vec![here, pinned], true));
        let told = choice(TOLD, say!(words, "medicines-tell-yes"));
        let silent = choice(SILENT, say!(words, "medicines-tell-no"));
        let question = Question::new("tell", say!(words, "medicines-tell"));
        fields.push(one_of(question, vec![told, silent], true));
        let hidden = choice(HIDDEN, say!(words, "reminders-discreet-yes"));
        let shown = choice(SHOWN, say!(words, "reminders-discreet-no"));
        let question = Question::new("discreet", say!(words, "reminders-discreet"));
        fields.push(one_of(question, vec![hidden, shown], true));
    }
    fields
}

fn time_field(words: &Words, at: usize) -> Field {
    let id = TIMES.get(at).copied().unwrap_or(TIMES[0]);
    let question = if at == 0 {
        Question::new(id, say!(words, "medicines-time"))
    } else {
        Question::new(id, say!(words, "medicines-time-also", number = at + 1)).optional()
    };
    Field::Time(TimeField { question, value: String::new() })
}

/// How much at one of the times.
fn amount_field(words: &Words, at: usize) -> Field {
    let id = AMOUNTS.get(at).copied().unwrap_or(AMOUNTS[0]);
    Field::text(if at == 0 {
        Question::new(id, say!(words, "medicines-time-dose"))
    } else {
        Question::new(id, say!(words, "medicines-time-dose-also", number = at + 1)).optional()
    })
}

fn days_field(words: &Words) -> Field {
    let day =
        |day: &jiff::civil::Weekday| choice(bit(*day).to_string(), when::weekday(words, *day));
    let question = Question::new("days", say!(words, "reminders-days"));
    Field::Choices(ChoiceField { question, choices: WEEK.iter().map(day).collect() })
}

/// A course whose dose changes: as many steps as are filled in, and one more.
fn step_fields(words: &Words, draft: &Draft) -> Vec<Field> {
    let same = choice(SAME, say!(words, "medicines-steps-no"));
    let stepped = choice(STEPPED, say!(words, "medicines-steps-yes"));
    let by_time = choice(BY_TIME, say!(words, "medicines-steps-times"));
    let question = Question::new("steps", say!(words, "medicines-steps"));
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
