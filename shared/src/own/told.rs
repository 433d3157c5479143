//! One of them, for its own page and the copy.

use record::kinds::OwnNote;
use record::state::Entry;
use record::{EntryId, Record};

use super::{Intent, name};
use crate::entry::Told;
use crate::holding::{Holding, RecordSide};
use crate::nav::Intent as Press;
use crate::screen::SummaryRow;
use crate::words::{Words, say};

impl Told for OwnNote {
    fn title(&self, words: &Words, _: &Record) -> String {
        say!(words, "own-title")
    }

    fn text(&self, _: &Words, _: &Record) -> String {
        self.text.clone()
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        vec![SummaryRow::new(name(words, self.place, self.sort), self.text.clone())]
    }

    fn correct(id: EntryId) -> Option<Press> {
        Some(Press::Own(Intent::Change(id)))
    }

    fn may(_: &Entry<Self>, holding: &Holding, _: i64) -> bool {
        holding.about.side == RecordSide::Person
    }
}
