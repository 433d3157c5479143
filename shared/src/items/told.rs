//! Kinds made of items in words, for the entry's own page.

use record::fields::FieldNumber;
use record::state::Entry;
use record::{EntryId, Kind, Record, Writer};

use super::{Of, show};
use crate::entry::Told;
use crate::holding::Holding;
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

/// A kind made of items.
pub(crate) trait Itemed: Kind {
    /// What is said of it.
    const OF: Of;
    /// The id of what it is called.
    const TITLE: &'static str;
    /// What begins a change.
    fn change(id: EntryId) -> Press;
}

fn whole(words: &Words, of: &Of, fields: &[u8]) -> String {
    let said = show::said(words, of, fields).into_iter();
    let said = said.map(|(item, text)| format!("{} {text}", words.get(item.ask)));
    said.collect::<Vec<_>>().join(". ").replace('\n', "; ")
}

fn rows(words: &Words, of: &Of, fields: &[u8]) -> Vec<SummaryRow> {
    let row = |(item, text): (&super::Item, String)| {
        let mut row = SummaryRow::new(words.get(item.ask), String::new());
        row.value = text.lines().map(str::to_owned).collect();
        row
    };
    show::said(words, of, fields).into_iter().map(row).collect()
}

fn one(words: &Words, of: &Of, fields: &[u8], field: FieldNumber) -> String {
    let said = show::said(words, of, fields).into_iter().find(|(item, _)| item.number == field);
    match (said, of.items().find(|item| item.number == field)) {
        (Some((item, text)), _) => format!("{}: {text}", words.get(item.ask)),
        (None, Some(_)) => say!(words, "plans-left-empty"),
        (None, None) => whole(words, of, fields),
    }
}

impl<K: Itemed> Told for K {
    fn title(&self, words: &Words, _: &Record) -> String {
        words.get(K::TITLE)
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        whole(words, &K::OF, &self.payload(Writer::ME))
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        rows(words, &K::OF, &self.payload(Writer::ME))
    }

    fn may(_: &Entry<Self>, holding: &Holding, now: i64) -> bool {
        K::OF.may(holding, now)
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(K::change(id))
    }

    fn field(&self, field: FieldNumber, words: &Words, _: &Record) -> String {
        one(words, &K::OF, &self.payload(Writer::ME), field)
    }
}
