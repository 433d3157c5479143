//! The sheets of questionnaires: each answer in a row of its own, and those that
//! were brought in, as they are.

use record::kinds::{Questionnaire, QuestionnaireResponse};

use super::sheets::{Making, Sheet};
use crate::questionnaires::answered_rows;
use crate::words::say;

impl Making<'_> {
    pub(super) fn answers(&self) -> Sheet {
        let (words, record) = (self.words, &self.holding.record);
        let rows = |of: &QuestionnaireResponse| answered_rows(words, record, of);
        self.sheet::<QuestionnaireResponse>(
            "questionnaire-answers.csv",
            say!(words, "questions-answers"),
            vec![
                say!(words, "questions-which"),
                say!(words, "questions-question"),
                say!(words, "questions-answer-column"),
            ],
            |entry| {
                let title = &entry.value.title;
                let row = |question: String, answer: String| vec![title.clone(), question, answer];
                let mut all: Vec<Vec<String>> = rows(&entry.value)
                    .into_iter()
                    .map(|said| row(said.key, said.value.join(" ")))
                    .collect();
                if all.is_empty() {
                    all.push(row(String::new(), String::new()));
                }
                all
            },
            |response| {
                let rows = rows(response).into_iter();
                rows.map(|row| format!("{}: {}", row.key, row.value.join(" ")))
                    .collect::<Vec<_>>()
                    .join("; ")
            },
        )
    }

    pub(super) fn questionnaires(&self) -> Sheet {
        let words = self.words;
        self.sheet::<Questionnaire>(
            "questionnaires.csv",
            say!(words, "questions-title"),
            vec![say!(words, "questions-which")],
            |entry| vec![vec![entry.value.source.clone()]],
            |questionnaire| questionnaire.source.clone(),
        )
    }
}
