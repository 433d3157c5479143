//! What has been written down today, of every kind, newest first.

use std::cmp::Reverse;
use std::collections::HashSet;

use record::few::Few;
use record::kinds::{DiaryNote, Dose, DoseTaken, Reading, Symptom, Tracker};
use record::state::Entry;
use record::{EntryId, Kind, OpId, Record, Scope};

use crate::effects::clock::Now;
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
    let near = Near::of(record, view.now.ms.div_euclid(1000));
    let mut trackers: Few<EntryId, Option<Tracker>> = Few::default();
    let mut found: Vec<((i64, EntryId), TimelineItem)> = Vec::new();

    for entry in near.today::<Reading>(record, view.now) {
        let id = track::tracker_id(&entry.value);
        let tracker = trackers.or_insert_with(id, || record.get(id).map(|entry| entry.value));
        let line = track::reading_line(view, holding, tracker.as_ref(), &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in near.today::<Symptom>(record, view.now) {
        let line = track::symptom_line(view, holding, &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in near.today::<DoseTaken>(record, view.now) {
        found.push((key(&entry), diary::line(view, holding, entry).1));
    }
    for entry in near.today::<Dose>(record, view.now) {
        let line = medicines::dose_line(view, holding, &entry, track::When::Time);
        found.push((key(&entry), line));
    }
    for entry in near.today::<DiaryNote>(record, view.now) {
        found.push((key(&entry), diary::line(view, holding, entry).1));
    }
    sort::by_key(&mut found, |(key, _)| Reverse(*key));
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
        now: &'a Now,
    ) -> impl Iterator<Item = Entry<K>> + 'a {
        let today = when::own_day(self.now, now);
        record
            .first_times::<K>()
            .filter(|(id, at)| {
                (at - self.now).abs() <= REACH
                    || self.changed.contains(&(id.scope, id.created_by()))
            })
            .filter_map(|(id, _)| record.get::<K>(id))
            .filter(move |entry| {
                entry.retracted.is_none()
                    && when::own_date(when::wall(&entry.happened), now) == today
            })
    }
}
