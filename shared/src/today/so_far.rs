//! What has been written down today, of every kind, newest first.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use record::kinds::{
    Amount, DiaryNote, DiaryTopic, DoseTaken, DoseUnit, Reading, Symptom, Tracker,
};
use record::state::Entry;
use record::{EntryId, Kind, OpId, Record, Scope};

use crate::holding::Holding;
use crate::model::View;
use crate::screen::{Icon, TimelineItem};
use crate::track;
use crate::when;
use crate::words::{Words, say};

/// The most lines on the page.
const MOST: usize = 100;

/// How many characters of a note stand on the page.
const LONGEST: usize = 160;

/// How far from this moment, in seconds, a place on earth can still have today's
/// date on its wall: a day, and the 26 hours between the outermost zones.
const REACH: i64 = (24 + 26) * 3600;

/// The lines.
pub(super) fn items(view: View<'_>, holding: &Holding) -> Vec<TimelineItem> {
    let words = view.words;
    let record = &holding.record;
    let today = view.today();
    let near = Near::of(record, view.now.ms.div_euclid(1000));
    let mut trackers: HashMap<EntryId, Option<Tracker>> = HashMap::new();
    let mut found: Vec<((i64, EntryId), TimelineItem)> = Vec::new();

    for entry in near.today::<Reading>(record, today) {
        let tracker = trackers
            .entry(track::tracker_id(&entry.value))
            .or_insert_with_key(|id| record.get(*id).map(|entry| entry.value));
        let line = track::reading_line(view, holding, tracker.as_ref(), &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in near.today::<Symptom>(record, today) {
        let line = track::symptom_line(view, holding, &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in near.today::<DoseTaken>(record, today) {
        let title = dose_text(words, &entry.value);
        let note = entry.value.note.clone();
        found.push((key(&entry), line(view, holding, &entry, Icon::Pill, title, note)));
    }
    for entry in near.today::<DiaryNote>(record, today) {
        let (icon, title, note) = note_text(words, &entry.value);
        found.push((key(&entry), line(view, holding, &entry, icon, title, note)));
    }
    found.sort_by_key(|(key, _)| Reverse(*key));
    found.into_iter().take(MOST).map(|(_, item)| item).collect()
}

fn key<K>(entry: &Entry<K>) -> (i64, EntryId) {
    (entry.happened.at, entry.id)
}

/// Entries that may have happened today: found by the time they first had, and
/// all that were changed, since a correction may have moved them.
struct Near {
    now: i64,
    changed: HashSet<(Scope, OpId)>,
}

impl Near {
    fn of(record: &Record, now: i64) -> Self {
        let mut changed = HashSet::new();
        for scope in [Scope::Health, Scope::Medicines, Scope::Diary] {
            changed.extend(record.touched(scope).map(|id| (scope, id)));
        }
        Self { now, changed }
    }

    fn today<'a, K: Kind + 'a>(
        &'a self,
        record: &'a Record,
        today: Date,
    ) -> impl Iterator<Item = Entry<K>> + 'a {
        record
            .first_times::<K>()
            .filter(|(id, at)| {
                (at - self.now).abs() <= REACH
                    || self.changed.contains(&(id.scope, id.created_by()))
            })
            .filter_map(|(id, _)| record.get::<K>(id))
            .filter(move |entry| {
                entry.retracted.is_none() && when::wall(&entry.happened).date() == today
            })
    }
}

fn line<K>(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<K>,
    icon: Icon,
    title: String,
    note: Option<String>,
) -> TimelineItem {
    let mut lines: Vec<String> = note.into_iter().collect();
    lines.extend(track::author_line(view.words, holding, &entry.last));
    TimelineItem {
        when: when::time(when::wall(&entry.happened).time()),
        title,
        lines,
        icon: Some(icon),
        tag: None,
        action: None,
    }
}

/// A dose in words: "Blue inhaler, 2 puffs".
fn dose_text(words: &Words, dose: &DoseTaken) -> String {
    let Some(amount) = dose.amount else {
        return dose.medicine.clone();
    };
    let one = amount == record::Decimal::whole(1);
    let unit = match (dose.unit, one) {
        (DoseUnit::Unit, true) => say!(words, "today-unit"),
        (DoseUnit::Unit, false) => say!(words, "today-units"),
        (DoseUnit::Tablet, true) => say!(words, "today-tablet"),
        (DoseUnit::Tablet, false) => say!(words, "today-tablets"),
        (DoseUnit::Puff, true) => say!(words, "today-puff"),
        (DoseUnit::Puff, false) => say!(words, "today-puffs"),
        (DoseUnit::Millilitre, _) => "ml".into(),
        (DoseUnit::Milligram, _) => "mg".into(),
        (DoseUnit::None | DoseUnit::Unknown(_), _) => String::new(),
    };
    let amount = track::figures(amount);
    format!("{}, {amount} {unit}", dose.medicine).trim_end().to_owned()
}

/// A diary note: its picture, its line, and the rest of it.
fn note_text(words: &Words, note: &DiaryNote) -> (Icon, String, Option<String>) {
    let (icon, topic) = match note.topic {
        DiaryTopic::Note | DiaryTopic::Unknown(_) => (Icon::Diary, say!(words, "today-note")),
        DiaryTopic::Meal => (Icon::Meal, say!(words, "today-meal")),
        DiaryTopic::Exercise => (Icon::Steps, say!(words, "today-exercise")),
        DiaryTopic::Event => (Icon::Star, say!(words, "today-event")),
    };
    let title = match note.amount {
        Some(Amount::Usual) => say!(words, "today-usual", what = topic),
        Some(Amount::More) => say!(words, "today-more", what = topic),
        Some(Amount::Less) => say!(words, "today-less", what = topic),
        Some(Amount::Unknown(_)) | None => topic,
    };
    let text = note.text.trim();
    let short = match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", text[..cut].trim_end()),
        None => text.to_owned(),
    };
    (icon, title, (!short.is_empty()).then_some(short))
}
