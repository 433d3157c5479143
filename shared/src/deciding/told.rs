//! Decisions, what is said of them and what was done, for their own pages.

use record::fields::FieldNumber;
use record::kinds::{Decision, DecisionPart, DecisionStep};
use record::{EntryId, Record};

use super::Intent;
use super::wording::{day_text, did, lines, often_text, said, sort_name, step_lines};
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

impl Told for Decision {
    fn title(&self, _: &Words, _: &Record) -> String {
        self.about.clone()
    }

    fn text(&self, _: &Words, _: &Record) -> String {
        let parts: Vec<String> =
            [self.about.clone()].into_iter().chain(self.problem.clone()).collect();
        parts.join(". ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let problem = self.problem.clone().unwrap_or_default();
        vec![
            SummaryRow::new(say!(words, "deciding-about"), self.about.clone()),
            SummaryRow::new(say!(words, "deciding-problem"), problem),
        ]
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        match field {
            2 => self.problem.clone().unwrap_or_else(|| say!(words, "plans-left-empty")),
            1 => self.about.clone(),
            _ => self.text(words, record),
        }
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Deciding(Intent::Change(id)))
    }
}

impl Told for DecisionPart {
    fn title(&self, words: &Words, _: &Record) -> String {
        sort_name(words, self.of)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        said(words, self)
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let mut row = SummaryRow::new(sort_name(words, self.of), String::new());
        row.value = lines(words, self);
        vec![row]
    }

    fn field(&self, field: FieldNumber, words: &Words, _: &Record) -> String {
        let text = match field {
            4 => self.more.clone(),
            5 => self.link.clone(),
            6 => self
                .often
                .as_ref()
                .map(|often| format!("{}: {}", often_text(words, often), often.source)),
            7 => self.day.map(|day| day_text(words, day)),
            _ => Some(self.text.clone()),
        };
        text.unwrap_or_else(|| say!(words, "plans-left-empty"))
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Deciding(Intent::Part(id)))
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        format!("{}: {}", self.title(words, record), said(words, self))
    }
}

impl Told for DecisionStep {
    fn title(&self, words: &Words, _: &Record) -> String {
        did(words, self.did)
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let mut all = vec![did(words, self.did)];
        all.extend(step_lines(words, self, record));
        all.join(". ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let mut row = SummaryRow::new(did(words, self.did), String::new());
        row.value = step_lines(words, self, record);
        vec![row]
    }

    fn correct(_: EntryId) -> Option<Press> {
        None
    }
}
