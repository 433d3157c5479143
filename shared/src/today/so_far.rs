//! What has been written down today, of every kind, newest first.

use std::cmp::Reverse;

use record::EntryId;
use record::few::Few;
use record::kinds::{DiaryNote, Dose, DoseTaken, Reading, Symptom, Tracker};
use record::state::Entry;
use record::time::Happened;

use crate::holding::Holding;
use crate::model::View;
use crate::screen::TimelineItem;
use crate::{diary, medicines, track, when};
use record::sort;

/// The most lines on the page.
const MOST: usize = 100;

/// How far from this moment, in seconds, a place on earth can still have today's
/// date on its wall: a day, and the 26 hours between the outermost zones.
const REACH: i64 = (24 + 26) * 3600;

/// The lines.
pub(super) fn items(view: View<'_>, holding: &Holding) -> Vec<TimelineItem> {
    let record = &holding.record;
    let now = view.now.ms.div_euclid(1000);
    let near = (now - REACH, now + REACH);
    let today = view.own_day();
    let is_today = |happened: &Happened| when::own_date(when::wall(happened), view.now) == today;
    let mut trackers: Few<EntryId, Option<Tracker>> = Few::default();
    let mut found: Vec<((i64, EntryId), TimelineItem)> = Vec::new();

    for entry in record.between::<Reading>(near).filter(|entry| is_today(&entry.happened)) {
        let id = track::tracker_id(&entry.value);
        let tracker = trackers.or_insert_with(id, || record.get(id).map(|entry| entry.value));
        let line = track::reading_line(view, holding, tracker.as_ref(), &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in record.between::<Symptom>(near).filter(|entry| is_today(&entry.happened)) {
        let line = track::symptom_line(view, holding, &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in record.between::<DoseTaken>(near).filter(|entry| is_today(&entry.happened)) {
        found.push((key(&entry), diary::line(view, holding, entry).1));
    }
    for entry in record.between::<Dose>(near).filter(|entry| is_today(&entry.happened)) {
        let line = medicines::dose_line(view, holding, &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in record.between::<DiaryNote>(near).filter(|entry| is_today(&entry.happened)) {
        found.push((key(&entry), diary::line(view, holding, entry).1));
    }
    sort::by_key(&mut found, |(key, _)| Reverse(*key));
    found.into_iter().take(MOST).map(|(_, item)| item).collect()
}

fn key<K>(entry: &Entry<K>) -> (i64, EntryId) {
    (entry.happened.at, entry.id)
}
