//! Plans and their numbers in words, for their own pages.

use record::fields::FieldNumber;
use record::kinds::{ActionPlan, Threshold};
use record::{EntryId, Record};

use super::Intent;
use super::judge::Part;
use super::wording::{by_text, call_text, limits_text, plan_name, tag, threshold_name};
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

/// What is said in a plan, each under its name and the number of its field.
pub(super) fn parts(words: &Words, plan: &ActionPlan) -> Vec<(FieldNumber, String, String)> {
    let mut all = Vec::new();
    let mut field = ActionPlan::PARTS;
    for (part, said) in Part::ALL.into_iter().zip(plan.parts()) {
        let texts = [
            ("plans-signs", said.signs.clone()),
            ("plans-do", said.action.clone()),
            ("plans-whom", said.call.as_deref().map(call_text)),
        ];
        for (key, text) in texts {
            let key = format!("{}: {}", tag(words, part).text, words.get(key));
            all.extend(text.map(|text| (field, key, text)));
            field += 1;
        }
    }
    all
}

impl Told for ActionPlan {
    fn title(&self, words: &Words, _: &Record) -> String {
        plan_name(words, self)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let mut all = vec![plan_name(words, self)];
        all.push(by_text(words, false, self.set_by.as_deref(), self.set_on));
        all.extend(parts(words, self).into_iter().map(|(_, key, text)| format!("{key}: {text}")));
        all.join(". ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let by = by_text(words, false, self.set_by.as_deref(), self.set_on);
        let mut rows = vec![SummaryRow::new(say!(words, "plans-row-by"), by)];
        rows.extend(
            parts(words, self).into_iter().map(|(_, key, text)| SummaryRow::new(key, text)),
        );
        rows
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        let part = parts(words, self).into_iter().find(|(number, ..)| *number == field);
        match part {
            Some((_, key, text)) => format!("{key}: {text}"),
            None if (ActionPlan::PARTS..ActionPlan::PARTS + 9).contains(&field) => {
                say!(words, "plans-left-empty")
            }
            None => self.text(words, record),
        }
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Plans(Intent::Change(id)))
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        self.title(words, record)
    }
}

impl Told for Threshold {
    fn title(&self, words: &Words, _: &Record) -> String {
        threshold_name(words, self)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let by = by_text(words, false, Some(&self.limits.set_by), self.limits.set_on);
        format!("{} {by}", limits_text(words, self))
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let by = by_text(words, false, Some(&self.limits.set_by), self.limits.set_on);
        vec![
            SummaryRow::new(say!(words, "plans-numbers"), limits_text(words, self)),
            SummaryRow::new(say!(words, "plans-row-by"), by),
        ]
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Plans(Intent::ChangeLimits(id)))
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        format!("{}: {}", self.title(words, record), self.text(words, record))
    }
}
