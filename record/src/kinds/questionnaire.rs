//! Questionnaires that were brought in, and what was answered to one.

use super::kind;
use super::slot::{Owned, scalar};
use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::fields::Value;

/// What was answered: for each question, by its `linkId`, the values in FHIR's own
/// spelling (`true`, `3.5`, `2026-11-30`, a coding's code). Which type they have is
/// the questionnaire's to say.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Answers(pub Vec<(String, Vec<String>)>);

scalar!(
    Answers,
    |value, _author| match value {
        Value::Bytes(bytes) => Answers::read(bytes),
        _ => Err(DecodeError::Field),
    },
    |answers: &Answers, _author| Owned::Made(answers.bytes())
);

impl Answers {
    /// The values given to a question; none where it was not answered.
    #[must_use]
    pub fn of(&self, link: &str) -> &[String] {
        self.0.iter().find(|(of, _)| of == link).map_or(&[], |(_, values)| values)
    }

    fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        let mut answers = Vec::new();
        while reader.left() > 0 {
            let link = reader.text()?.to_owned();
            let count = reader.count(1)?;
            let values = (0..count).map(|_| reader.text().map(str::to_owned));
            answers.push((link, values.collect::<Result<_, _>>()?));
        }
        Ok(Self(answers))
    }

    fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for (link, values) in &self.0 {
            put_sized(&mut out, link.as_bytes());
            put_uint(&mut out, values.len() as u64);
            for value in values {
                put_sized(&mut out, value.as_bytes());
            }
        }
        out
    }
}

kind! {
    /// A questionnaire that somebody brought in, beside those of the app.
    Questionnaire = 30 in Health as "questionnaire" {
        /// It, as FHIR's JSON.
        1 source: String => Fixed,
        /// No longer wanted.
        2 put_away: Option<bool> => Latest,
    }
}

kind! {
    /// What was answered to a questionnaire, at one time (FHIR's
    /// `QuestionnaireResponse`).
    QuestionnaireResponse = 31 in Health as "questionnaire response" {
        /// Which: its canonical address.
        1 questionnaire: String => Fixed,
        /// Which version of it.
        2 version: Option<String> => Fixed,
        /// What it was called.
        3 title: String => Fixed,
        /// The answers, in the order of the questions.
        4 answers: Answers => Fixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_read_back_and_damage_is_refused() {
        let given = vec![
            ("1".to_owned(), vec!["3".to_owned()]),
            ("2.1".to_owned(), vec!["a".to_owned(), "ä".to_owned()]),
            ("3".to_owned(), Vec::new()),
        ];
        let answers = Answers(given);
        let bytes = answers.bytes();
        assert_eq!(Answers::read(&bytes), Ok(answers.clone()));
        assert_eq!(answers.of("2.1").len(), 2);
        assert!(answers.of("9").is_empty());
        for cut in 1..bytes.len() {
            // Cut between two answers it is a shorter list; nothing panics.
            let _ = Answers::read(&bytes[..cut]);
        }
        assert!(Answers::read(&[200, 1, 1]).is_err());
    }
}
