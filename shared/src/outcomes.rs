//! What became of one time, of a reminder as of a medicine: done, done late, in part,
//! not and why, or not known. None of them is a failing, and to give no reason is one of
//! the reasons.

use record::kinds::What;
use record::time::Happened;

use crate::effects::clock::Now;
use crate::forms::Draft;
use crate::forms::fields::{MAX_WORDS, Typed, ask, choice, one_of, optional};
use crate::screen::Field;
use crate::track::moment;
use crate::words::{Words, say};

/// What can have become of one, in the order in which it is asked.
const WHATS: [What; 5] = [What::Done, What::DoneLate, What::Part, What::Skipped, What::NotKnown];

/// A reason: a value, and the id of its words.
pub(crate) type Reason = (&'static str, &'static str);

/// What the last of the reasons says is nothing, and nothing is kept of it.
const SILENT: &str = "silent";

/// The reasons that fit anything.
pub(crate) const REASONS: [Reason; 5] = [
    ("ill", "outcomes-why-ill"),
    ("told", "outcomes-why-told"),
    ("forgot", "outcomes-why-forgot"),
    ("away", "outcomes-why-away"),
    (SILENT, "outcomes-why-silent"),
];

/// What became of it, with what each is called.
pub(crate) fn what_field(words: &Words, called: impl Fn(What) -> String) -> Field {
    let whats = WHATS.iter().map(|what| choice(what.code().to_string(), called(*what))).collect();
    one_of(ask(words, "what", "outcomes-what", ""), whats, true)
}

/// When it was, and what else there is to say.
pub(crate) fn more_fields(words: &Words, happened: &Happened) -> Vec<Field> {
    let mut fields: Vec<Field> = moment::fields(words, happened).into();
    fields.push(Field::text(optional(words, "note", "outcomes-note", "")));
    fields
}

/// What is said to have become of it, and what else.
pub(crate) fn read_what(
    draft: &Draft,
    before: What,
    typed: &mut Typed<'_>,
) -> (What, Option<String>) {
    let code = draft.choice("what").and_then(|code| code.parse().ok());
    (code.map_or(before, What::from_code), typed.text("note", MAX_WORDS))
}

/// When it was; what is no such time is refused at its field.
pub(crate) fn read_when(
    words: &Words,
    draft: &Draft,
    before: &Happened,
    now: &Now,
    typed: &mut Typed<'_>,
) -> Happened {
    moment::read(words, draft, before, now).unwrap_or_else(|errors| {
        for (field, why) in errors {
            typed.wrong(field, why);
        }
        before.clone()
    })
}

/// Why it was not.
pub(crate) fn why_fields(words: &Words, reasons: &[Reason]) -> Vec<Field> {
    let reasons = reasons.iter().map(|(value, label)| choice(*value, words.get(label))).collect();
    vec![
        one_of(ask(words, "why", "outcomes-why", ""), reasons, false),
        Field::text(optional(words, "words", "entry-why-words", "")),
    ]
}

/// The reason, where one was given.
pub(crate) fn read_why(
    words: &Words,
    draft: &Draft,
    reasons: &[Reason],
    typed: &mut Typed<'_>,
) -> Option<String> {
    let own = typed.text("words", MAX_WORDS);
    let chosen = draft.choice("why");
    let label = reasons.iter().find(|(value, _)| Some(*value) == chosen && *value != SILENT);
    let label = label.map(|(_, label)| words.get(label));
    if chosen.is_none() && own.is_none() {
        typed.wrong("why", say!(words, "outcomes-why-none"));
    }
    match (label, own) {
        (Some(label), Some(own)) => Some(format!("{label}: {own}")),
        (label, own) => label.or(own),
    }
}
