//! One line for a reading or a symptom, for Today, the diary and lists; and who
//! wrote it.

use jiff::civil::Date;
use record::kinds::{Reading, Symptom, Tracker};
use record::state::{Entry, Version};

use super::names::{context_text, tracker_name, value_text};
use super::{icon_of, symptom::symptom_text};
use crate::action_plan;
use crate::entry;
use crate::holding::{Author, Holding};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Icon, TimelineItem};
use crate::when;
use crate::words::{Words, say};

/// How a line says when.
#[derive(Clone, Copy)]
pub enum When {
    /// "7:42", where the day is known.
    Time,
    /// "Today, 7:42", seen from a day.
    Day(Date),
}

fn when_text(words: &Words, happened: &record::time::Happened, when: When) -> String {
    match when {
        When::Time => when::time(when::wall(happened).time()),
        When::Day(today) => when::near(words, happened, today),
    }
}

/// Who wrote something, where that was somebody else.
#[must_use]
pub fn author_line(words: &Words, holding: &Holding, version: &Version) -> Option<String> {
    let Author { me, name, .. } = holding.author(version.id.writer);
    if me || name.is_empty() {
        return None;
    }
    Some(say!(words, "by-person", name = entry::who(words, holding, version)))
}

/// Who wrote an entry and who corrected it, where that was somebody else. Says
/// nothing of who wrote what where two people disagree: its page does.
#[must_use]
pub fn authors<K>(words: &Words, holding: &Holding, entry: &Entry<K>) -> Vec<String> {
    if !entry.conflicts.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<String> = author_line(words, holding, &entry.created).into_iter().collect();
    let (first, last) =
        (holding.author(entry.created.id.writer), holding.author(entry.last.id.writer));
    if first != last {
        lines.push(if last.me {
            say!(words, "track-corrected-by-me")
        } else if last.name.is_empty() {
            say!(words, "track-corrected")
        } else {
            let name = entry::for_whom(words, holding, last.name, entry.last.on_behalf);
            say!(words, "track-corrected-by", name = name)
        });
    }
    lines
}

/// A reading's value, or all of them where they differ: "7.8 mmol/L or 8.6 mmol/L".
pub(super) fn values(words: &Words, tracker: &Tracker, entry: &Entry<Reading>) -> String {
    let mut values = vec![value_text(words, tracker, &entry.value)];
    for (_, value) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
        let text = value_text(words, tracker, value);
        if !values.contains(&text) {
            values.push(text);
        }
    }
    let mut values = values.into_iter();
    let first = values.next().unwrap_or_default();
    values.fold(first, |before, value| say!(words, "track-or", before = before, value = value))
}

/// A reading in one line: its tracker, its value, its circumstances, its note
/// and who wrote it. Pressed, it opens.
#[must_use]
pub fn reading(
    view: View<'_>,
    holding: &Holding,
    tracker: Option<&Tracker>,
    entry: &Entry<Reading>,
    when: When,
) -> TimelineItem {
    let words = view.words;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(entry.value.context.map(|context| context_text(words, context)));
    lines.extend(entry.value.note.clone());
    lines.extend(authors(words, holding, entry));
    TimelineItem {
        when: when_text(words, &entry.happened, when),
        title: tracker.map_or_else(
            || entry.value.value.to_string(),
            |tracker| {
                let value = values(words, tracker, entry);
                format!("{} {value}", tracker_name(words, tracker))
            },
        ),
        lines,
        icon: Some(tracker.map_or(Icon::Track, icon_of)),
        tag: entry::differs(words, entry)
            .or_else(|| action_plan::reading_tag(view, holding, tracker?, entry)),
        action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
    }
}

/// A symptom in one line. Pressed, it opens.
#[must_use]
pub fn symptom(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<Symptom>,
    when: When,
) -> TimelineItem {
    let words = view.words;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(entry.value.note.clone());
    lines.extend(authors(words, holding, entry));
    TimelineItem {
        when: when_text(words, &entry.happened, when),
        title: symptom_text(words, &entry.value),
        lines,
        icon: Some(Icon::Face),
        tag: entry::differs(words, entry)
            .or_else(|| action_plan::symptom_tag(view, holding, entry)),
        action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
    }
}
