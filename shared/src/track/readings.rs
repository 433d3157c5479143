//! Finding readings without reading each: ten years of them are looked over for
//! one page, and only those on show are read in full.

use std::collections::HashSet;

use record::fields::Fields;
use record::kinds::{Reading, Ref, Slot, Tracker};
use record::op::Act;
use record::state::Entry;
use record::{EntryId, Kind, OpId, Record, Scope};

/// A reading at a glance.
#[derive(Clone, Copy, Debug)]
struct Glance {
    id: EntryId,
    /// When it happened, seconds since 1970, UTC.
    at: i64,
    tracker: OpId,
}

/// All readings that hold, each with its tracker and its time.
pub(super) struct Readings {
    all: Vec<Glance>,
}

impl Readings {
    /// Looks over a record.
    pub(super) fn of(record: &Record) -> Self {
        let mut changed = HashSet::new();
        let mut all = Vec::new();
        for held in record.history(Scope::Health) {
            match held.act {
                Act::Create(kind) if kind == Reading::SPEC.id => {
                    if let Some(tracker) = tracker_of(held.payload, held.id) {
                        let OpId { writer, counter } = held.id;
                        let id = EntryId { scope: Scope::Health, writer, counter };
                        all.push(Glance { id, at: held.happened.at, tracker });
                    }
                }
                Act::Create(_) => {}
                Act::Change(touch) | Act::Retract(touch) => {
                    changed.insert(touch.entry);
                }
            }
        }
        if !changed.is_empty() {
            all.retain_mut(|glance| {
                if !changed.contains(&glance.id.created_by()) {
                    return true;
                }
                let entry = record.get::<Reading>(glance.id);
                let Some(entry) = entry.filter(|entry| entry.retracted.is_none()) else {
                    return false;
                };
                glance.at = entry.happened.at;
                glance.tracker = entry.value.tracker.0;
                true
            });
        }
        Self { all }
    }

    /// The newest reading of a tracker.
    pub(super) fn latest(&self, record: &Record, tracker: EntryId) -> Option<Entry<Reading>> {
        let newest = self.of_tracker(tracker).max_by_key(|glance| (glance.at, glance.id))?;
        record.get(newest.id)
    }

    /// The readings of a tracker, newest first, with their times.
    pub(super) fn newest_first(&self, tracker: EntryId) -> Vec<(EntryId, i64)> {
        let mut found: Vec<(EntryId, i64)> =
            self.of_tracker(tracker).map(|glance| (glance.id, glance.at)).collect();
        found.sort_unstable_by_key(|(id, at)| std::cmp::Reverse((*at, *id)));
        found
    }

    fn of_tracker(&self, tracker: EntryId) -> impl Iterator<Item = &Glance> {
        self.all.iter().filter(move |glance| glance.tracker == tracker.created_by())
    }
}

/// Which tracker a reading names: its first field.
fn tracker_of(payload: &[u8], id: OpId) -> Option<OpId> {
    let (number, value) = Fields::of(payload).next()?.ok()?;
    if number != 1 {
        return None;
    }
    let mut building = None;
    <Ref as Slot>::add(&mut building, value, id.writer).ok()?;
    building.map(|Ref(tracker)| tracker)
}

/// The tracker that a reading names.
#[must_use]
pub fn tracker_of_reading(record: &Record, reading: &Reading) -> Option<Entry<Tracker>> {
    record.get(tracker_id(reading))
}

/// The id of the tracker that a reading names.
#[must_use]
pub fn tracker_id(reading: &Reading) -> EntryId {
    let Ref(OpId { writer, counter }) = reading.tracker;
    EntryId { scope: Scope::Health, writer, counter }
}

/// What the person follows, in their order: those on show, and those put away.
#[must_use]
pub fn trackers(record: &Record) -> (Vec<Entry<Tracker>>, Vec<Entry<Tracker>>) {
    let mut all: Vec<Entry<Tracker>> = record.current().collect();
    all.sort_by_key(|entry| (entry.value.place.unwrap_or(i64::MAX), entry.created.recorded));
    all.into_iter().partition(|entry| entry.value.put_away != Some(true))
}
