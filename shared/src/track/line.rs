//! One line for a reading or a symptom, for Today, the diary and lists; and who
//! wrote it.

use jiff::civil::Date;
use record::kinds::{Reading, Symptom, Tracker};
use record::state::{Entry, Version};

use super::names::{context_text, tracker_name, value_text};
use super::{Screen, icon_of, symptom::symptom_text};
use crate::holding::{Author, Holding};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Icon, Tag, TimelineItem, Tone};
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
    let Author { me, name, role, .. } = holding.author(version.id.writer);
    if me || name.is_empty() {
        return None;
    }
    Some(if role.is_empty() {
        say!(words, "by-person", name = name)
    } else {
        say!(words, "by-role", name = name, role = role)
    })
}

/// The word on an entry that two people wrote at once.
pub(super) fn differs<K>(words: &Words, entry: &Entry<K>) -> Option<Tag> {
    (!entry.conflicts.is_empty() || entry.disputed.is_some())
        .then(|| Tag::new(say!(words, "track-differs"), Tone::Amber))
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
    lines.extend(author_line(words, holding, &entry.last));
    TimelineItem {
        when: when_text(words, &entry.happened, when),
        title: tracker.map_or_else(
            || entry.value.value.to_string(),
            |tracker| {
                let value = value_text(words, tracker, &entry.value);
                format!("{} {value}", tracker_name(words, tracker))
            },
        ),
        lines,
        icon: Some(tracker.map_or(Icon::Track, icon_of)),
        tag: differs(words, entry),
        action: Some(Place::Track(Screen::Entry(entry.id)).into()),
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
    lines.extend(author_line(words, holding, &entry.last));
    TimelineItem {
        when: when_text(words, &entry.happened, when),
        title: symptom_text(words, &entry.value),
        lines,
        icon: Some(Icon::Face),
        tag: differs(words, entry),
        action: Some(Place::Track(Screen::Entry(entry.id)).into()),
    }
}
