//! Referrals and what is said of them, for their own pages.

use record::fields::FieldNumber;
use record::kinds::{Referral, ReferralPart, ReferralPartOf};
use record::{EntryId, Record};

use super::Intent;
use super::wording::{chosen, day_text, facts, lines, of_text, part_name};
use crate::entry::Told;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

impl Told for Referral {
    fn title(&self, _: &Words, _: &Record) -> String {
        self.service.clone()
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let all = facts(words, self, record).into_iter();
        all.map(|(key, text)| format!("{key}: {text}")).collect::<Vec<_>>().join(". ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let all = facts(words, self, record).into_iter();
        all.map(|(key, text)| SummaryRow::new(key, text)).collect()
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| day_text(words, day));
        let text = match field {
            1 => Some(of_text(words, self.of)),
            2 => Some(self.service.clone()),
            3 => self.problem.clone(),
            4 => self.by.clone(),
            5 => day(self.referred),
            6 => day(self.clock),
            7 => chosen(self, record),
            8 => self.because.clone(),
            _ => day(self.over),
        };
        text.unwrap_or_else(|| say!(words, "plans-left-empty"))
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Choosing(Intent::Change(id)))
    }

    fn named(&self, _: &Words, _: &Record) -> String {
        self.service.clone()
    }
}

impl Told for ReferralPart {
    fn title(&self, words: &Words, _: &Record) -> String {
        match &self.text {
            Some(name) if self.of == ReferralPartOf::Provider => name.clone(),
            _ => part_name(words, self.of),
        }
    }

    fn text(&self, words: &Words, record: &Record) -> String {
        let mut all = vec![self.title(words, record)];
        all.extend(lines(words, self));
        all.join(". ")
    }

    fn rows(&self, words: &Words, record: &Record) -> Vec<SummaryRow> {
        let mut row = SummaryRow::new(part_name(words, self.of), String::new());
        row.value = vec![self.title(words, record)];
        row.value.extend(lines(words, self));
        vec![row]
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Choosing(Intent::Part(id)))
    }
}
