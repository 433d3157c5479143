//! Every field: empty, filled and in error.

use super::{button, heading};
use crate::screen::{
    Block, ButtonStyle, Choice, ChoiceField, DateField, DateInput, Field, FileField, Form, Icon,
    LongTextField, MoneyField, NumberField, Question, ScaleField, SearchField, TextField,
    TextPurpose, TimeField,
};

pub(super) fn blocks() -> Vec<Block> {
    vec![
        heading("A form"),
        Block::Form(Form {
            id: "plain".into(),
            fields: plain(),
            buttons: vec![
                button("Save", ButtonStyle::Primary, Some(Icon::Check)),
                button("Start again", ButtonStyle::Secondary, None),
            ],
            problem: None,
        }),
        heading("A form with something to put right"),
        Block::Form(Form {
            id: "wrong".into(),
            fields: wrong(),
            buttons: vec![button("Save it", ButtonStyle::Secondary, None)],
            problem: Some("There is something to put right".into()),
        }),
    ]
}

fn question(id: &str, label: &str, hint: Option<&str>, error: Option<&str>) -> Question {
    Question {
        id: id.into(),
        label: label.into(),
        hint: hint.map(Into::into),
        error: error.map(Into::into),
        optional: false,
    }
}

fn choices(chosen: &[&str]) -> Vec<Choice> {
    [
        ("before", "Before a meal", None, Some(Icon::Meal)),
        ("after", "After a meal", Some("About two hours later"), Some(Icon::Clock)),
        ("night", "At night", None, Some(Icon::Moon)),
    ]
    .into_iter()
    .map(|(value, label, hint, icon): (&str, &str, Option<&str>, _)| Choice {
        value: value.into(),
        label: label.into(),
        hint: hint.map(Into::into),
        icon,
        chosen: chosen.contains(&value),
    })
    .collect()
}

fn people(chosen: Option<&str>) -> Vec<Choice> {
    ["Amina, practice nurse", "Delroy, your carer"]
        .into_iter()
        .map(|name| Choice {
            value: name.into(),
            label: name.into(),
            hint: None,
            icon: None,
            chosen: chosen == Some(name),
        })
        .collect()
}

fn plain() -> Vec<Field> {
    let mut fields = typed();
    fields.extend(picked());
    fields
}

/// Answered by typing.
fn typed() -> Vec<Field> {
    vec![
        Field::Text(TextField {
            question: question("name", "What should we call you?", None, None),
            value: "Joyce".into(),
            purpose: TextPurpose::Name,
        }),
        Field::Text(TextField {
            question: question(
                "password",
                "Choose a password",
                Some("At least 12 characters. Three words together are good."),
                None,
            ),
            value: String::new(),
            purpose: TextPurpose::NewPassword,
        }),
        Field::Text(TextField {
            question: question(
                "code",
                "The code from your invitation",
                Some("12 letters and figures"),
                None,
            ),
            value: String::new(),
            purpose: TextPurpose::Code,
        }),
        Field::LongText(LongTextField {
            question: Question {
                optional: true,
                ..question("note", "A note (if you like)", None, None)
            },
            value: "Slept well.".into(),
            rows: 3,
            max: 40,
        }),
        Field::Number(NumberField {
            question: question(
                "glucose",
                "What was it?",
                Some("As on your meter, such as 6.8"),
                None,
            ),
            value: "6.8".into(),
            unit: "mmol/L".into(),
            decimals: true,
        }),
        Field::Money(MoneyField {
            question: question("cost", "What does it cost?", None, None),
            value: "48.00".into(),
        }),
        Field::Date(DateField {
            question: question("day", "Which day was it?", Some("Such as 22 11 2026"), None),
            value: DateInput { day: "22".into(), month: "11".into(), year: "2026".into() },
        }),
        Field::Time(TimeField {
            question: question("time", "At what time?", None, None),
            value: "07:42".into(),
        }),
    ]
}

/// Answered by choosing.
fn picked() -> Vec<Field> {
    vec![
        Field::Choice(ChoiceField {
            question: question("when", "When was this?", None, None),
            choices: choices(&["before"]),
        }),
        Field::Choices(ChoiceField {
            question: question(
                "which",
                "Which of these do you want to track?",
                Some("Choose any"),
                None,
            ),
            choices: choices(&["before", "night"]),
        }),
        Field::Search(SearchField {
            question: question("find", "Find a medicine", Some("Type the first letters"), None),
            value: "met".into(),
            found: people(None)
                .into_iter()
                .zip(["Metformin", "Metoprolol"])
                .map(|(choice, name)| Choice {
                    value: name.into(),
                    label: name.into(),
                    chosen: name == "Metformin",
                    ..choice
                })
                .collect(),
        }),
        Field::Scale(ScaleField {
            question: question("pain", "How bad is the pain?", None, None),
            from: 0,
            to: 10,
            from_label: "no pain".into(),
            to_label: "the worst you can think of".into(),
            value: Some(3),
        }),
        Field::File(FileField {
            question: question(
                "diary",
                "Your diary",
                Some("A file from your meter or another app"),
                None,
            ),
            value: Some("diary.csv".into()),
            accept: vec![".csv".into(), ".tsv".into(), "text/plain".into()],
            max_bytes: 1_000_000,
        }),
        Field::Person(ChoiceField {
            question: question("who", "Who is this for?", None, None),
            choices: people(Some("Amina, practice nurse")),
        }),
    ]
}

fn wrong() -> Vec<Field> {
    let wrong = |id: &str, label: &str, error: &str| question(id, label, None, Some(error));
    vec![
        Field::Text(TextField {
            question: wrong(
                "username",
                "Name to sign in with",
                "Type the name that you sign in with",
            ),
            value: String::new(),
            purpose: TextPurpose::Username,
        }),
        Field::Text(TextField {
            question: wrong("secret", "Password", "That name and password do not fit together"),
            value: String::new(),
            purpose: TextPurpose::Password,
        }),
        Field::LongText(LongTextField {
            question: wrong("why", "Why do you take it back?", "Say why in a few words"),
            value: String::new(),
            rows: 2,
            max: 500,
        }),
        Field::Number(NumberField {
            question: wrong("weight", "Your weight", "A weight is between 20 and 400 kg"),
            value: "4000".into(),
            unit: "kg".into(),
            decimals: true,
        }),
        Field::Date(DateField {
            question: wrong("on", "On which day?", "That day has not come yet"),
            value: DateInput { day: "31".into(), month: "12".into(), year: "2099".into() },
        }),
        Field::Choice(ChoiceField {
            question: wrong("one", "Before or after?", "Choose one"),
            choices: choices(&[]),
        }),
        Field::Scale(ScaleField {
            question: wrong("mood", "How is your mood?", "Choose a number"),
            from: 0,
            to: 10,
            from_label: "very low".into(),
            to_label: "very good".into(),
            value: None,
        }),
        Field::File(FileField {
            question: wrong("file", "Your diary, again", "This file is too big"),
            value: None,
            accept: vec!["image/*".into()],
            max_bytes: 1000,
        }),
    ]
}
