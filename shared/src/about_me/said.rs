//! What stands of an item.

use record::Record;
use record::kinds::AboutMe;
use record::state::{Entry, Version};

use super::Item;
use crate::items::setters;
use crate::when;
use crate::words::{Words, say};

/// One thing that was said of an item, and by which operation.
pub(crate) struct Said {
    pub(crate) text: String,
    pub(crate) by: Version,
}

/// Everything that stands of one: more than one where it was written in two places.
pub(crate) fn said(record: &Record, item: Item) -> Vec<Said> {
    said_in(record, record.current(), item)
}

/// The same, of these entries.
pub(super) fn said_in(
    record: &Record,
    entries: impl IntoIterator<Item = Entry<AboutMe>>,
    item: Item,
) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    for entry in entries {
        let mut conflicts = entry.conflicts.iter();
        let differs = conflicts.find(|conflict| conflict.field.number == item.number());
        let values = if let Some(conflict) = differs {
            let all = conflict.values.iter();
            all.map(|(by, value)| (by.clone(), item.of(value).clone())).collect()
        } else {
            let set = (entry.versions > 1).then(|| setters(record, entry.id));
            let by = set.and_then(|mut set| set.remove(&item.number()));
            vec![(by.unwrap_or_else(|| entry.last.clone()), item.of(&entry.value).clone())]
        };
        for (by, text) in values {
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else { continue };
            if found.iter().all(|known| known.text != text) {
                found.push(Said { text, by });
            }
        }
    }
    found
}

/// What is said of an item, as it is read: of who helped also when, as was said last.
pub(crate) fn spoken(words: &Words, record: &Record, item: Item, text: String) -> String {
    let days = || record.current::<AboutMe>().filter_map(|entry| entry.value.helped_on);
    let day = (item == Item::HelpedBy).then(|| days().next_back()).flatten();
    match day.map(|day| when::day(words, day, jiff::civil::Date::ZERO)) {
        Some(day) => say!(words, "about-me-helped-day", who = text, day = day),
        None => text,
    }
}
