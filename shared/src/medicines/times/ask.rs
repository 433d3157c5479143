//! The questions: those that the way of taking it needs, and no others.

use record::kinds::Medicine;

use super::{
    AGAIN, ALWAYS, AMOUNTS, BY_TIME, ELAPSED, HIDDEN, NEEDED, NONE, ONCE, SAME, SHOWN, SILENT,
    STEPPED, STEPS, TOLD, WAIT, home,
};
use crate::forms::Draft;
use crate::forms::fields::{ask, choice, one_of};
use crate::medicines::rule;
use crate::model::View;
use crate::outside;
use crate::rules::{self, DAILY, OFFERED};
use crate::screen::{Field, Question};
use crate::words::{Words, say};

/// The questions.
pub(super) fn questions(medicine: &Medicine, draft: &Draft, view: View<'_>) -> Vec<Field> {
    let words = view.words;
    let how = draft.choice("how").unwrap_or(DAILY);
    let of = rule::of(medicine);
    let mut ways = rules::how(words);
    ways.push(choice(NEEDED, say!(words, "medicines-how-needed")));
    ways.push(choice(ELAPSED, say!(words, "medicines-how-elapsed")));
    ways.push(choice(NONE, say!(words, "medicines-how-none")));
    let mut fields = vec![one_of(ask(words, "how", "rules-how", ""), ways, true)];
    fields.extend(rules::on_days(words, draft, how));
    match how {
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
            fields.push(rules::time(words, 0, of));
        }
        _ => {}
    }
    if !matches!(how, NEEDED | ELAPSED | NONE) {
        let by_time = draft.choice("steps") == Some(BY_TIME);
        for at in 0..rules::how_many(draft) {
            fields.push(rules::time(words, at, of));
            fields.extend(by_time.then(|| amount_field(words, at)));
        }
        fields.extend(step_fields(words, draft));
    }
    if how == NONE {
        return fields;
    }
    fields.extend(rules::first(words, how, view.today()));
    fields.extend(rules::end(words, how, of));
    if how != NEEDED {
        fields.push(rules::zone_field(words, &home(medicine, &view.now.zone)));
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

/// How much at one of the times.
fn amount_field(words: &Words, at: usize) -> Field {
    let id = AMOUNTS.get(at).copied().unwrap_or(AMOUNTS[0]);
    Field::text(if at == 0 {
        ask(words, id, "medicines-time-dose", "")
    } else {
        Question::new(id, say!(words, "medicines-time-dose-also", number = at + 1)).optional()
    })
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
        fields.push(Field::number(question.optional(), say!(words, "rules-unit-days"), false));
    }
    fields
}
