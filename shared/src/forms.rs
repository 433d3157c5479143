//! Drafts of forms: what has been typed and not yet sent.
//!
//! They live in the core, are kept on the device as they change, and survive a
//! crash. Forms with a password, and files, are remembered but never kept.
//!
//! A form of what is in the record remembers as what it saw that when it was opened:
//! what came since was not seen, and is not written over (`docs/decisions/0039`).

pub(crate) mod fields;
pub(crate) mod voice;

use record::few::Few;
use record::state::{Entry, Sight};
use record::{EntryId, Kind, Record};
use serde::{Deserialize, Serialize};

use crate::effects::store::Write;
use crate::json;
use crate::screen::{Block, DateInput, Field, Input, PickedFile};
use crate::words::{Words, say};

/// All drafts, by form.
#[derive(Default)]
pub struct Forms {
    drafts: Few<String, Draft>,
}

/// One form's draft.
#[derive(Default, Clone)]
pub struct Draft {
    values: Few<String, Value>,
    errors: Few<String, String>,
    file: Option<PickedFile>,
    /// What the form saw of the entries that it is about.
    saw: Vec<Sight>,
    /// Whether anybody has typed in it: what was only filled in is filled in afresh.
    typed: bool,
}

/// A draft as it is kept on the device.
#[derive(Serialize, Deserialize)]
struct Kept<V, S> {
    values: V,
    saw: S,
}

#[derive(Serialize, Deserialize, Clone, PartialEq)]
enum Value {
    Text(String),
    Chosen(Vec<String>),
    Date { day: String, month: String, year: String },
}

/// The most characters a draft keeps of one field.
const MAX_TEXT: usize = 20_000;

/// Names of forms whose drafts are never kept begin with this.
pub const SECRET: &str = "secret.";

fn key(form: &str) -> String {
    format!("draft/{form}")
}

impl Forms {
    /// Takes a change; answers what to keep, where anything is.
    pub fn input(&mut self, form: &str, field: &str, input: Input) -> Option<Write> {
        let draft = self.drafts.or_default(form.to_owned());
        draft.typed = true;
        let value = match input {
            Input::Text(mut text) => {
                if let Some((cut, _)) = text.char_indices().nth(MAX_TEXT) {
                    text.truncate(cut);
                }
                Value::Text(text)
            }
            Input::Chosen(values) => Value::Chosen(values),
            Input::Date(DateInput { day, month, year }) => Value::Date { day, month, year },
            Input::File(file) => {
                draft.file = Some(file);
                return None;
            }
        };
        draft.values.insert(field.to_owned(), value);
        self.keep(form)
    }

    /// Sets a value from the core, where a form is filled in.
    pub fn set(&mut self, form: &str, field: &str, text: impl Into<String>) {
        let draft = self.drafts.or_default(form.to_owned());
        draft.values.insert(field.to_owned(), Value::Text(text.into()));
    }

    /// Sets a choice from the core.
    pub fn choose(&mut self, form: &str, field: &str, value: impl Into<String>) {
        self.choose_all(form, field, vec![value.into()]);
    }

    /// Sets several choices from the core.
    pub fn choose_all(&mut self, form: &str, field: &str, values: Vec<String>) {
        let draft = self.drafts.or_default(form.to_owned());
        draft.values.insert(field.to_owned(), Value::Chosen(values));
    }

    /// Sets a day from the core.
    pub fn set_date(&mut self, form: &str, field: &str, date: jiff::civil::Date) {
        let draft = self.drafts.or_default(form.to_owned());
        draft.values.insert(
            field.to_owned(),
            Value::Date {
                day: date.day().to_string(),
                month: date.month().to_string(),
                year: date.year().to_string(),
            },
        );
    }

    /// A form is opened that is about these entries, as they stand. True where it is to
    /// be filled in; what somebody has typed stands as they left it, and so does what
    /// they saw then.
    #[must_use]
    pub fn opens(&mut self, form: &str, saw: Vec<Sight>) -> bool {
        let fresh = self.drafts.get(form).is_none_or(|draft| !draft.typed);
        if fresh {
            self.drafts.insert(form.to_owned(), Draft { saw, ..Draft::default() });
        }
        fresh
    }

    /// The draft, empty where nothing has been typed.
    #[must_use]
    pub fn get(&self, form: &str) -> Draft {
        self.drafts.get(form).cloned().unwrap_or_default()
    }

    /// Says what is wrong with a form; shown until something is pressed. Were it gone as
    /// soon as a field changes, the button under the finger would move away.
    pub fn refuse(&mut self, form: &str, errors: Vec<(&str, String)>) {
        let draft = self.drafts.or_default(form.to_owned());
        draft.errors = errors.into_iter().map(|(field, error)| (field.to_owned(), error)).collect();
    }

    /// Something was pressed: what is wrong is looked at anew.
    pub fn pressed(&mut self) {
        for (_, draft) in self.drafts.iter_mut() {
            draft.errors = Few::default();
        }
    }

    /// Forgets a draft; answers what to forget on the device.
    pub fn forget(&mut self, form: &str) -> Option<Write> {
        self.drafts.remove(form)?;
        (!form.starts_with(SECRET)).then(|| Write::Forget { key: key(form) })
    }

    /// What keeps a form's draft.
    #[must_use]
    pub fn keep(&self, form: &str) -> Option<Write> {
        if form.starts_with(SECRET) {
            return None;
        }
        let Draft { values, saw, .. } = self.drafts.get(form)?;
        let body = json::bytes(&Kept { values, saw });
        Some(Write::Put { key: key(form), body })
    }

    /// Takes back a draft kept on the device.
    pub fn restore(&mut self, key: &str, body: &[u8]) {
        if let Some(form) = key.strip_prefix("draft/")
            && let Some(Kept { values, saw }) = json::read(body)
        {
            let draft = Draft { values, saw, typed: true, ..Draft::default() };
            self.drafts.insert(form.to_owned(), draft);
        }
    }

    /// Puts drafts and errors into the forms of a page.
    pub fn fill(&self, words: &Words, blocks: &mut [Block]) {
        for block in blocks {
            let Block::Form(form) = block else { continue };
            let empty = Draft::default();
            let draft = self.drafts.get(&form.id).unwrap_or(&empty);
            for field in &mut form.fields {
                draft.fill(words, field);
            }
            if !draft.errors.is_empty() {
                form.problem = Some(say!(words, "there-is-a-problem"));
            }
        }
    }
}

impl Draft {
    /// An entry as it stood when the form was opened.
    #[must_use]
    pub fn stood<K: Kind>(&self, record: &Record, id: EntryId) -> Option<Entry<K>> {
        let id = record.own(id);
        match self.saw.iter().find(|sight| record.own(sight.entry) == id) {
            Some(sight) => record.as_seen(sight),
            None => record.get(id),
        }
    }

    /// What the form saw of the entries that it is about.
    #[must_use]
    pub fn saw(&self) -> &[Sight] {
        &self.saw
    }

    /// What was typed, without the space around it.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        match self.values.get(field) {
            Some(Value::Text(text)) => text.trim(),
            _ => "",
        }
    }

    /// What was typed to the letter (passwords).
    #[must_use]
    pub fn exact(&self, field: &str) -> &str {
        match self.values.get(field) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The one value chosen.
    #[must_use]
    pub fn choice(&self, field: &str) -> Option<&str> {
        self.choices(field).first().map(String::as_str)
    }

    /// The values chosen.
    #[must_use]
    pub fn choices(&self, field: &str) -> &[String] {
        match self.values.get(field) {
            Some(Value::Chosen(values)) => values,
            _ => &[],
        }
    }

    /// Whether a field has been touched.
    #[must_use]
    pub fn has(&self, field: &str) -> bool {
        self.values.contains(field)
    }

    /// The file picked.
    #[must_use]
    pub fn file(&self) -> Option<&PickedFile> {
        self.file.as_ref()
    }

    /// The day typed: `Ok(None)` where nothing is.
    ///
    /// # Errors
    /// [`NotADay`] where it is none.
    pub fn date(&self, field: &str) -> Result<Option<jiff::civil::Date>, NotADay> {
        let Some(Value::Date { day, month, year }) = self.values.get(field) else {
            return Ok(None);
        };
        let (day, month, year) = (day.trim(), month.trim(), year.trim());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return Ok(None);
        }
        let year: i16 = year.parse().map_err(|_| NotADay)?;
        if year < 1000 {
            return Err(NotADay);
        }
        jiff::civil::Date::new(
            year,
            month.parse().map_err(|_| NotADay)?,
            day.parse().map_err(|_| NotADay)?,
        )
        .map(Some)
        .map_err(|_| NotADay)
    }

    /// The time typed, as `7:42`, `07:42` or `7.42`: `Ok(None)` where nothing is.
    ///
    /// # Errors
    /// [`NotATime`] where it is none.
    pub fn time(&self, field: &str) -> Result<Option<jiff::civil::Time>, NotATime> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        let (hour, minute) = text.split_once([':', '.']).ok_or(NotATime)?;
        // Some pickers give seconds as well.
        let minute = minute.split(':').next().unwrap_or(minute);
        jiff::civil::Time::new(
            hour.trim().parse().map_err(|_| NotATime)?,
            minute.trim().parse().map_err(|_| NotATime)?,
            0,
            0,
        )
        .map(Some)
        .map_err(|_| NotATime)
    }

    fn fill(&self, words: &Words, field: &mut Field) {
        let question = field.question_mut();
        let id = question.id.clone();
        question.error = self.errors.get(&id).cloned();
        if question.optional {
            question.label = say!(words, "optional-label", label = question.label.as_str());
        }
        let Some(value) = self.values.get(&id) else {
            if let Field::File(f) = field {
                f.value = self.file.as_ref().map(|file| file.name.clone());
            }
            return;
        };
        match (field, value) {
            (Field::Text(f), Value::Text(text)) => f.value.clone_from(text),
            (Field::LongText(f), Value::Text(text)) => f.value.clone_from(text),
            (Field::Number(f), Value::Text(text)) => f.value.clone_from(text),
            (Field::Money(f), Value::Text(text)) => f.value.clone_from(text),
            (Field::Time(f), Value::Text(text)) => f.value.clone_from(text),
            (Field::Search(f), Value::Text(text)) => f.value.clone_from(text),
            (Field::Scale(f), Value::Text(text)) => f.value = text.parse().ok(),
            (Field::Date(f), Value::Date { day, month, year }) => {
                f.value = DateInput { day: day.clone(), month: month.clone(), year: year.clone() };
            }
            (Field::Choice(f) | Field::Choices(f) | Field::Person(f), Value::Chosen(values)) => {
                for choice in &mut f.choices {
                    choice.chosen = values.contains(&choice.value);
                }
            }
            (Field::Search(f), Value::Chosen(values)) => {
                for choice in &mut f.found {
                    choice.chosen = values.contains(&choice.value);
                }
            }
            _ => {}
        }
    }
}

/// What was typed is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

/// What was typed is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATime;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_stays_until_something_is_pressed() {
        let mut forms = Forms::default();
        forms.refuse("one", vec![("name", "Write a name".into())]);
        forms.input("one", "name", Input::Text("Ada".into()));
        let wrong = |forms: &Forms| forms.get("one").errors.get("name").cloned();
        assert_eq!(wrong(&forms).as_deref(), Some("Write a name"));
        forms.pressed();
        assert_eq!(wrong(&forms), None);
        assert_eq!(forms.get("one").text("name"), "Ada");
    }
}
