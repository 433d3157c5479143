//! How features ask, and what was typed read or refused where it stands.

use jiff::civil::Date;
use record::{Decimal, EntryId};

use crate::forms::{Draft, Forms};
use crate::screen::{Choice, ChoiceField, DateField, DateInput, Field, Question};
use crate::words::{Words, say};

/// The most characters of a name.
pub(crate) const MAX_NAME: usize = 80;

/// The most characters of other words.
pub(crate) const MAX_WORDS: usize = 300;

/// The first day that can be kept.
const EARLIEST: Date = Date::constant(1970, 1, 1);

/// A question by the ids of its words; without a hint where its id is empty.
pub(crate) fn ask(words: &Words, id: &str, label: &str, hint: &str) -> Question {
    let hint = (!hint.is_empty()).then(|| words.get(hint));
    Question { hint, ..Question::new(id, words.get(label)) }
}

/// One that may be left empty.
pub(crate) fn optional(words: &Words, id: &str, label: &str, hint: &str) -> Question {
    ask(words, id, label, hint).optional()
}

/// What was typed, and what is wrong with it.
pub(crate) struct Typed<'a> {
    words: &'a Words,
    draft: &'a Draft,
    errors: Vec<(&'static str, String)>,
}

impl<'a> Typed<'a> {
    pub(crate) fn new(words: &'a Words, draft: &'a Draft) -> Self {
        Self { words, draft, errors: Vec::new() }
    }

    pub(crate) fn wrong(&mut self, field: &'static str, why: String) {
        self.errors.push((field, why));
    }

    /// Words, where there are any.
    pub(crate) fn text(&mut self, field: &'static str, most: usize) -> Option<String> {
        let text = self.draft.text(field);
        if text.chars().count() > most {
            self.wrong(field, say!(self.words, "too-long", most = most));
        }
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// What was chosen.
    pub(crate) fn chosen(&self, field: &str) -> &'a [String] {
        self.draft.choices(field)
    }

    /// A number, where there is one; `not` is what is said of anything else.
    pub(crate) fn number(&mut self, field: &'static str, not: &str) -> Option<Decimal> {
        let text = self.draft.text(field);
        if text.is_empty() {
            return None;
        }
        let number = text.parse::<Decimal>().ok();
        if number.is_none() {
            self.wrong(field, self.words.get(not));
        }
        number
    }

    /// A number above nothing.
    pub(crate) fn some(&mut self, field: &'static str, not: &str) -> Option<Decimal> {
        let number = self.number(field, not)?;
        if number.mantissa() <= 0 {
            self.wrong(field, say!(self.words, "medicines-number-none"));
        }
        Some(number)
    }

    /// A whole number from 1.
    pub(crate) fn count(&mut self, field: &'static str) -> Option<u16> {
        let text = self.draft.text(field);
        if text.is_empty() {
            return None;
        }
        let count = text.parse::<u16>().ok().filter(|count| *count > 0);
        if count.is_none() {
            self.wrong(field, say!(self.words, "medicines-count-not"));
        }
        count
    }

    /// A day, where there is one.
    pub(crate) fn date(&mut self, field: &'static str) -> Option<Date> {
        match self.draft.date(field) {
            Ok(Some(date)) if date < EARLIEST => {
                self.wrong(field, say!(self.words, "medicines-date-early"));
                None
            }
            Ok(date) => date,
            Err(_) => {
                self.wrong(field, say!(self.words, "track-date-none"));
                None
            }
        }
    }

    /// What is wrong, where anything is.
    pub(crate) fn done(self) -> Result<(), Vec<(&'static str, String)>> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }

    /// Says what is wrong; false where nothing is.
    pub(crate) fn refuse(self, forms: &mut Forms, form: &str) -> bool {
        let wrong = !self.errors.is_empty();
        if wrong {
            forms.refuse(form, self.errors);
        }
        wrong
    }
}

/// An entry as the value of a choice. Where it stands among others changes while a form
/// is open; which it is does not.
pub(crate) fn value(id: EntryId) -> String {
    format!("{}.{}", id.writer.0, id.counter)
}

pub(crate) fn choice(value: impl Into<String>, label: String) -> Choice {
    Choice { value: value.into(), label, hint: None, icon: None, chosen: false }
}

/// One of a few; the first holds where nothing is chosen, if `first` says so.
pub(crate) fn one_of(question: Question, mut choices: Vec<Choice>, first: bool) -> Field {
    if let Some(choice) = choices.first_mut() {
        choice.chosen = first;
    }
    Field::Choice(ChoiceField { question, choices })
}

/// A day, filled in with one until something else is typed.
pub(crate) fn date(question: Question, value: Option<Date>) -> Field {
    let value = value.map_or_else(DateInput::default, |date| DateInput {
        day: date.day().to_string(),
        month: date.month().to_string(),
        year: date.year().to_string(),
    });
    Field::Date(DateField { question, value })
}
