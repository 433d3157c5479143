//! What was written before, as entries of the record have their pages.

use record::fields::FieldNumber;
use record::kinds::AboutMe;
use record::state::Entry;
use record::{EntryId, Record};

use super::Item;
use crate::entry::{self, Told};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Button, SummaryRow};
use crate::words::{Words, say};

/// Each item of which something is said, with its question.
fn parts(about: &AboutMe, words: &Words) -> Vec<(Item, String, String)> {
    let part = |item: Item| Some((item, words.get(item.question()), item.of(about).clone()?));
    Item::ALL.into_iter().filter_map(part).collect()
}

impl Told for AboutMe {
    fn title(&self, words: &Words, _: &Record) -> String {
        say!(words, "about-me-title")
    }

    fn text(&self, words: &Words, _: &Record) -> String {
        let parts = parts(self, words).into_iter();
        let parts = parts.map(|(_, question, text)| format!("{question}: {text}"));
        parts.collect::<Vec<_>>().join(" · ")
    }

    fn rows(&self, words: &Words, _: &Record) -> Vec<SummaryRow> {
        let parts = parts(self, words).into_iter();
        parts.map(|(_, question, text)| SummaryRow::new(question, text)).collect()
    }

    /// Each item is changed where it stands.
    fn correct(_: EntryId) -> Option<Press> {
        None
    }

    fn field(&self, field: FieldNumber, words: &Words, record: &Record) -> String {
        let mut parts = parts(self, words).into_iter();
        match parts.find(|(item, ..)| item.number() == field) {
            Some((_, question, text)) => format!("{question}: {text}"),
            None => self.text(words, record),
        }
    }

    /// What stands is put into one, or taken away, on its own page: an item at a time.
    fn may(_: &Entry<Self>, _: &Holding, _: i64) -> bool {
        false
    }

    fn named(&self, words: &Words, record: &Record) -> String {
        self.title(words, record)
    }
}

/// A button to what was written before, for each entry that was ever changed: there is
/// more than one where two devices began it.
pub(super) fn history(view: View<'_>, holding: &Holding) -> Vec<Button> {
    let changed = holding.record.current::<AboutMe>().filter(|entry| entry.versions > 1);
    let button = |entry: Entry<AboutMe>| {
        let whole = Place::Entry(entry::Screen::Whole(entry.id));
        Button::quiet(say!(view.words, "about-me-history"), whole)
    };
    changed.map(button).collect()
}
