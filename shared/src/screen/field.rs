//! The fields of a form, and what a shell sends when one changes.

use facet::Facet;
use serde::{Deserialize, Serialize};

use super::Icon;

/// One question of a form.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
#[repr(C)]
pub enum Field {
    /// One line of text. Value: `Input::Text`.
    Text(TextField),
    /// Several lines of text. Value: `Input::Text`.
    LongText(LongTextField),
    /// A number with its unit. Value: `Input::Text`, as typed.
    Number(NumberField),
    /// An amount in pounds. Value: `Input::Text`, as typed.
    Money(MoneyField),
    /// A day. Value: `Input::Date`.
    Date(DateField),
    /// A time of day. Value: `Input::Text` as `HH:MM`.
    Time(TimeField),
    /// One of a few. Value: `Input::Chosen` with one value.
    Choice(ChoiceField),
    /// Any of a few. Value: `Input::Chosen`.
    Choices(ChoiceField),
    /// One of many, found by typing. Value: `Input::Text` while searching,
    /// `Input::Chosen` once picked.
    Search(SearchField),
    /// A number from 0 to 10 or so, each with a button. Value: `Input::Text`.
    Scale(ScaleField),
    /// A photo or file. Value: `Input::File`.
    File(FileField),
    /// One of the people of the record. Value: `Input::Chosen` with one value.
    Person(ChoiceField),
}

/// What every field has.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct Question {
    /// Names the field within its form.
    pub id: String,
    /// The question.
    pub label: String,
    /// Help below the question.
    pub hint: Option<String>,
    /// What is wrong with the answer and what to do, where something is.
    pub error: Option<String>,
    /// May be left empty; said in the label by the core.
    pub optional: bool,
}

/// What a text line is for, so that the platform can help to fill it.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C)]
pub enum TextPurpose {
    /// Nothing in particular.
    #[default]
    Plain,
    /// The name someone signs in with.
    Username,
    /// A password to check.
    Password,
    /// A password to choose.
    NewPassword,
    /// Someone's name.
    Name,
    /// A code from an invitation: no spell-checking, capitals.
    Code,
    /// A web address.
    Address,
}

/// One line of text.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct TextField {
    /// The question.
    pub question: Question,
    /// The draft.
    pub value: String,
    /// What it is for.
    pub purpose: TextPurpose,
}

/// Several lines of text.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct LongTextField {
    /// The question.
    pub question: Question,
    /// The draft.
    pub value: String,
    /// Lines to show at first.
    pub rows: u8,
    /// The most characters; the shell counts down near it.
    pub max: u32,
}

/// A number with its unit.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct NumberField {
    /// The question.
    pub question: Question,
    /// The draft, as typed.
    pub value: String,
    /// "mmol/L"; empty for none.
    pub unit: String,
    /// Whether a decimal point is expected, for the keyboard.
    pub decimals: bool,
}

/// An amount in pounds.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct MoneyField {
    /// The question.
    pub question: Question,
    /// The draft, as typed.
    pub value: String,
}

/// A day, as three boxes or the platform's picker.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct DateField {
    /// The question.
    pub question: Question,
    /// The draft.
    pub value: DateInput,
}

/// A day as typed.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct DateInput {
    /// 1 to 31.
    pub day: String,
    /// 1 to 12.
    pub month: String,
    /// Four figures.
    pub year: String,
}

/// A time of day.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct TimeField {
    /// The question.
    pub question: Question,
    /// The draft, `HH:MM` by the 24-hour clock.
    pub value: String,
}

/// One or any of a few.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct ChoiceField {
    /// The question.
    pub question: Question,
    /// What there is to choose from.
    pub choices: Vec<Choice>,
}

/// One of the choices.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Sent when chosen.
    pub value: String,
    /// Read by the person.
    pub label: String,
    /// A quieter line.
    pub hint: Option<String>,
    /// Its picture.
    pub icon: Option<Icon>,
    /// Chosen in the draft.
    pub chosen: bool,
}

/// One of many, found by typing.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct SearchField {
    /// The question.
    pub question: Question,
    /// What has been typed.
    pub value: String,
    /// What fits it.
    pub found: Vec<Choice>,
}

/// A row of numbers to press.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct ScaleField {
    /// The question.
    pub question: Question,
    /// The least.
    pub from: i32,
    /// The most.
    pub to: i32,
    /// What the least means: "no pain".
    pub from_label: String,
    /// What the most means.
    pub to_label: String,
    /// The draft.
    pub value: Option<i32>,
}

/// A photo or file.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct FileField {
    /// The question.
    pub question: Question,
    /// The name of the file already picked.
    pub value: Option<String>,
    /// Endings and media types to offer, as `.csv` or `image/*`; empty for any.
    pub accept: Vec<String>,
    /// The most bytes the core takes. A shell sends a larger file's name and
    /// size without its bytes, and the core says why.
    pub max_bytes: u64,
}

/// What a shell sends when a field changes.
#[derive(Facet, Serialize, Deserialize, Clone, PartialEq, Eq)]
#[repr(C)]
pub enum Input {
    /// What was typed.
    Text(String),
    /// The values chosen.
    Chosen(Vec<String>),
    /// The day typed or picked.
    Date(DateInput),
    /// The file picked.
    File(PickedFile),
}

/// A file that the person picked.
#[derive(Facet, Serialize, Deserialize, Clone, PartialEq, Eq)]
pub struct PickedFile {
    /// Its name.
    pub name: String,
    /// Its size, bytes.
    pub size: u64,
    /// Its content; none where it is larger than the field takes.
    pub content: Option<Vec<u8>>,
}

// Nothing typed by a person may reach a log through `{:?}`.
impl std::fmt::Debug for Input {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(_) => f.write_str("Text(…)"),
            Self::Chosen(values) => write!(f, "Chosen({} …)", values.len()),
            Self::Date(_) => f.write_str("Date(…)"),
            Self::File(file) => write!(f, "{file:?}"),
        }
    }
}

impl std::fmt::Debug for PickedFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PickedFile({} bytes)", self.size)
    }
}
