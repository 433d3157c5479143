//! Day by day, newest first, with all that was written down on each.

use std::collections::HashSet;

use jiff::civil::Date;
use record::few::Few;
use record::kinds::{DiaryNote, Dose, DoseTaken, Reading, Symptom, Tracker};
use record::sort;
use record::state::Entry;
use record::{EntryId, Kind, OpId, Record, Scope};

use super::Screen;
use super::told::Listed;
use crate::bring_in;
use crate::entry;
use crate::holding::Holding;
use crate::medicines;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Icon, Page, Timeline, TimelineItem};
use crate::track;
use crate::when;
use crate::words::say;

/// The most entries on one page.
const ROWS: usize = 100;

/// The most characters of one line of a note on this page.
const LONGEST: usize = 200;

/// When an entry happened, and which it is: newest first is by this, reversed.
type Key = (i64, EntryId);

/// The page, from the newest entry or from what is older than one.
pub(super) fn page(before: Option<Key>, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return entry::gone(view) };
    let (found, more) = newest(&holding.record, before);
    let write = holding.may_write(Scope::Diary);
    let mut blocks = Vec::new();
    if write && before.is_none() && !found.is_empty() {
        blocks.push(Block::buttons(vec![
            Button::primary(say!(words, "diary-write"), Place::Diary(Screen::Write))
                .icon(Icon::Pencil),
            Button::quiet(say!(words, "diary-bring-in"), Place::BringIn(bring_in::Screen::Pick))
                .icon(Icon::Upload),
        ]));
    }
    if found.is_empty() {
        let button = Button::primary(say!(words, "diary-write"), Place::Diary(Screen::Write));
        blocks.push(Block::empty(
            Icon::Diary,
            say!(words, "diary-empty"),
            say!(words, "diary-empty-text"),
            write.then_some(button),
        ));
        if write {
            blocks.push(Block::buttons(vec![Button::quiet(
                say!(words, "diary-bring-in"),
                Place::BringIn(bring_in::Screen::Pick),
            )]));
        }
    }
    let last = found.last().copied();
    for (day, items) in days(view, holding, &found) {
        blocks.push(Block::heading(when::near_day(words, day, view.own_day())));
        blocks.push(Block::Timeline(Timeline { items, more: None }));
    }
    if let (true, Some((at, id))) = (more, last) {
        blocks.push(Block::buttons(vec![Button::secondary(
            say!(words, "diary-older"),
            Place::Diary(Screen::Older(at, id)),
        )]));
    }
    Page {
        name: before.map_or_else(|| "diary".into(), |(at, _)| format!("diary.older.{at}")),
        title: match before {
            None => say!(words, "diary-title"),
            Some(_) => say!(words, "diary-title-older"),
        },
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// The newest entries that hold, newest first, and whether there are more.
fn newest(record: &Record, before: Option<Key>) -> (Vec<Key>, bool) {
    let mut all = Vec::new();
    gather::<Reading>(record, &mut all);
    gather::<Symptom>(record, &mut all);
    gather::<DoseTaken>(record, &mut all);
    gather::<Dose>(record, &mut all);
    gather::<DiaryNote>(record, &mut all);
    if let Some(before) = before {
        all.retain(|key| *key < before);
    }
    let more = all.len() > ROWS;
    sort::newest(&mut all, ROWS);
    (all, more)
}

/// Entries of a kind, each with the time that it has now. Only those that were
/// changed are read.
fn gather<K: Kind>(record: &Record, all: &mut Vec<Key>) {
    let changed: HashSet<OpId> = record.touched(K::SPEC.scope).collect();
    all.extend(record.first_times::<K>().filter_map(|(id, at)| {
        if !changed.contains(&id.created_by()) {
            return Some((at, id));
        }
        let entry = record.get::<K>(id)?;
        entry.retracted.is_none().then_some((entry.happened.at, id))
    }));
}

fn days(view: View<'_>, holding: &Holding, found: &[Key]) -> Vec<(Date, Vec<TimelineItem>)> {
    let record = &holding.record;
    let mut trackers: Few<EntryId, Option<Tracker>> = Few::default();
    let mut days: Vec<(Date, Vec<TimelineItem>)> = Vec::new();
    for (_, id) in found {
        let line = match id.scope {
            Scope::Health => {
                if let Some(entry) = record.get::<Reading>(*id) {
                    let tracker = track::tracker_id(&entry.value);
                    let tracker = trackers
                        .or_insert_with(tracker, || record.get(tracker).map(|entry| entry.value));
                    let when = track::When::Time;
                    let line = track::reading_line(view, holding, tracker.as_ref(), &entry, when);
                    Some((entry.happened, line))
                } else {
                    record.get::<Symptom>(*id).map(|entry| {
                        let when = track::When::Time;
                        let line = track::symptom_line(view, holding, &entry, when);
                        (entry.happened, line)
                    })
                }
            }
            Scope::Medicines => {
                if let Some(entry) = record.get::<Dose>(*id) {
                    let line = medicines::dose_line(view, holding, &entry, track::When::Time);
                    Some((entry.happened, line))
                } else {
                    record.get::<DoseTaken>(*id).map(|e| line(view, holding, e))
                }
            }
            _ => record.get::<DiaryNote>(*id).map(|e| line(view, holding, e)),
        };
        let Some((happened, item)) = line else { continue };
        let day = when::own_date(when::wall(&happened), view.now);
        match days.last_mut() {
            Some((last, items)) if *last == day => items.push(item),
            _ => days.push((day, vec![item])),
        }
    }
    days
}

/// A note or dose in one line, with when it happened. Pressed, it opens.
pub(crate) fn line<K: Listed>(
    view: View<'_>,
    holding: &Holding,
    entry: Entry<K>,
) -> (record::time::Happened, TimelineItem) {
    let words = view.words;
    let (title, lines) = entry.value.listed(words);
    let mut lines: Vec<String> = lines.iter().map(|line| short(line)).take(6).collect();
    lines.extend(track::authors(words, holding, &entry));
    let item = TimelineItem {
        when: when::time(when::wall(&entry.happened).time()),
        title: short(&title),
        lines,
        icon: Some(entry.value.icon()),
        tag: entry::differs(words, &entry),
        action: Some(Place::Entry(entry::Screen::Whole(entry.id)).into()),
    };
    (entry.happened, item)
}

/// Cut where it is too long for a line.
pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
