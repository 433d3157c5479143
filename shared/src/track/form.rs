//! The questions of a reading, and what the answers come to: refused with the
//! reason, asked about once, or taken.

use record::Decimal;
use record::kinds::{Context, Measure, Reading, Ref, Tracker};

use super::measures::{Bounds, Check, DIASTOLIC, Limits, PULSE, Shape, bounds_of, of, shape_of};
use super::names::{context_text, figures, number_text, unit_text};
use super::{Errors, scale};
use crate::forms::{Draft, Forms};
use crate::letters;
use crate::screen::{Choice, ChoiceField, Field, Question};
use crate::words::{Words, say};

/// The most characters of a note.
pub(super) const MAX_NOTE: usize = 500;

/// Where a form remembers about which numbers it has asked; no field has this
/// name, so nobody sees it.
const ASKED: &str = "asked";

/// What the answers come to.
pub(super) struct Answers {
    /// The reading.
    pub(super) reading: Reading,
    /// Numbers to ask about once, by field.
    pub(super) doubts: Errors,
}

/// The questions.
pub(super) fn fields(words: &Words, tracker: &Tracker) -> Vec<Field> {
    let mut fields = match shape_of(tracker) {
        Shape::Pressure => vec![
            Field::number(Question::new("value", say!(words, "track-upper")), "mmHg", false),
            Field::number(Question::new("second", say!(words, "track-lower")), "mmHg", false),
            Field::number(
                Question::new("third", say!(words, "track-pulse")).optional(),
                say!(words, "track-pulse-unit"),
                false,
            ),
        ],
        Shape::Scale => vec![scale::field(
            words,
            tracker,
            Question::new("value", scale::question(words, tracker)),
        )],
        Shape::Number => vec![Field::number(
            Question::new("value", say!(words, "track-reading")),
            unit_text(words, tracker),
            !of(tracker).is_some_and(|made| made.whole),
        )],
    };
    if tracker.measure == Measure::Glucose {
        fields.push(Field::Choice(ChoiceField {
            question: Question::new("context", say!(words, "track-context")).optional(),
            choices: Context::ALL
                .iter()
                .map(|context| Choice {
                    value: context.code().to_string(),
                    label: capital(&context_text(words, *context)),
                    hint: None,
                    icon: None,
                    chosen: false,
                })
                .chain([Choice {
                    value: "none".into(),
                    label: say!(words, "track-context-none"),
                    hint: None,
                    icon: None,
                    chosen: false,
                }])
                .collect(),
        }));
    }
    fields
}

/// The question for a note.
pub(super) fn note_field(words: &Words) -> Field {
    Field::long_text(
        Question::new("note", say!(words, "track-note")).optional(),
        2,
        u32::try_from(MAX_NOTE).unwrap_or(u32::MAX),
    )
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().map(letters::capital).chain(chars).collect()
}

/// Puts a reading's answers into a form.
pub(super) fn prefill(forms: &mut Forms, form: &str, reading: &Reading) {
    forms.set(form, "value", reading.value.to_string());
    if let Some(second) = reading.second {
        forms.set(form, "second", second.to_string());
    }
    if let Some(third) = reading.third {
        forms.set(form, "third", third.to_string());
    }
    if let Some(context) = reading.context {
        forms.choose(form, "context", context.code().to_string());
    }
    forms.set(form, "note", reading.note.clone().unwrap_or_default());
}

/// The answers, or what is wrong with them, by field.
pub(super) fn read(
    words: &Words,
    tracker: &Tracker,
    names: Ref,
    draft: &Draft,
) -> Result<Answers, Errors> {
    let mut asking = Asking { words, tracker, errors: Vec::new(), doubts: Vec::new() };
    let whole = of(tracker).is_some_and(|made| made.whole) || shape_of(tracker) == Shape::Scale;
    let bounds = bounds_of(tracker);
    let value = asking.number(draft, "value", bounds, whole);
    let (mut second, mut third) = (None, None);
    if shape_of(tracker) == Shape::Pressure {
        second = asking.number(draft, "second", Some(DIASTOLIC), true);
        if !draft.text("third").is_empty() {
            third = asking.number(draft, "third", Some(PULSE), true);
        }
        if let (Some(upper), Some(lower)) = (value, second)
            && lower.to_f64() >= upper.to_f64()
        {
            asking.errors.push(("second", say!(words, "track-lower-above")));
        }
    }
    let note = draft.text("note");
    if note.chars().count() > MAX_NOTE {
        asking.errors.push(("note", say!(words, "too-long", most = MAX_NOTE)));
    }
    let Some(value) = value.filter(|_| asking.errors.is_empty()) else {
        return Err(asking.errors);
    };
    let context =
        draft.choice("context").and_then(|code| code.parse().ok()).map(Context::from_code);
    Ok(Answers {
        reading: Reading {
            tracker: names,
            value,
            second,
            third,
            context,
            note: (!note.is_empty()).then(|| note.to_owned()),
        },
        doubts: asking.doubts,
    })
}

/// What a form remembers once it has asked about these numbers.
fn asked_about(reading: &Reading) -> String {
    let or_none = |number: Option<Decimal>| number.map_or_else(String::new, |n| n.to_string());
    format!("{} {} {}", reading.value, or_none(reading.second), or_none(reading.third))
}

/// Whether these very numbers have been asked about.
pub(super) fn was_asked(draft: &Draft, reading: &Reading) -> bool {
    draft.text(ASKED) == asked_about(reading).trim()
}

/// Remembers that these numbers have been asked about.
pub(super) fn asked(forms: &mut Forms, form: &str, reading: &Reading) {
    forms.set(form, ASKED, asked_about(reading));
}

struct Asking<'a> {
    words: &'a Words,
    tracker: &'a Tracker,
    errors: Errors,
    doubts: Errors,
}

impl Asking<'_> {
    fn number(
        &mut self,
        draft: &Draft,
        field: &'static str,
        bounds: Option<Bounds>,
        whole: bool,
    ) -> Option<Decimal> {
        let words = self.words;
        let text = draft.text(field);
        if text.is_empty() {
            let sentence = match shape_of(self.tracker) {
                Shape::Scale => say!(words, "track-choose-number"),
                Shape::Number | Shape::Pressure => say!(words, "track-number-none"),
            };
            self.errors.push((field, sentence));
            return None;
        }
        let Ok(value) = text.parse::<Decimal>() else {
            self.errors.push((field, say!(words, "track-number-wrong")));
            return None;
        };
        if whole && value.places() > 0 {
            self.errors.push((field, say!(words, "track-number-whole")));
            return None;
        }
        let Some(bounds) = bounds else {
            return Some(value);
        };
        match bounds.check(value) {
            Check::Fine => {}
            Check::TooLow | Check::TooHigh => {
                self.errors.push((field, self.impossible(field, bounds.possible)));
            }
            Check::Low => self.doubts.push((field, say!(words, "track-low"))),
            Check::High => self.doubts.push((field, say!(words, "track-high"))),
        }
        Some(value)
    }

    fn impossible(&self, field: &str, possible: Limits) -> String {
        let words = self.words;
        let (least, most) = (plain(possible.least), plain(possible.most));
        if shape_of(self.tracker) == Shape::Scale {
            return say!(words, "track-scale-range", least = least, most = most);
        }
        match field {
            "third" => say!(words, "track-range-pulse", least = least, most = most),
            _ if of(self.tracker).is_none() => match (self.tracker.least, self.tracker.most) {
                (Some(least), None) => say!(words, "track-own-least", least = figures(least)),
                (None, Some(most)) => say!(words, "track-own-most", most = figures(most)),
                _ => say!(words, "track-own-range", least = least, most = most),
            },
            _ => {
                let most = number_text(words, self.tracker, decimal(possible.most));
                say!(words, "track-range", least = least, most = most)
            }
        }
    }
}

/// A limit as a number that is shown: all have at most one decimal place.
fn decimal(limit: f64) -> Decimal {
    format!("{limit}").parse().unwrap_or_else(|_| Decimal::whole(0))
}

fn plain(limit: f64) -> String {
    figures(decimal(limit))
}
