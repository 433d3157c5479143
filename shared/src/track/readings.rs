//! Finding readings without reading each: ten years of them are looked over for
//! one page, and only those on show are read in full.

use std::collections::HashSet;
use std::sync::Mutex;

use jiff::civil::Date;
use record::few::Few;
use record::fields::Fields;
use record::kinds::{Reading, Ref, Slot, Tracker};
use record::op::Act;
use record::state::Entry;
use record::{EntryId, Kind, OpId, Record, RecordId, Scope, Writer};

use crate::holding::Holding;
use crate::model::View;
use crate::when;
use record::sort;

/// What this feature remembers between presses.
#[derive(Default)]
pub struct State {
    readings: Mutex<Option<Readings>>,
}

/// Which holding, whose record, on which device, how many copied operations it has met,
/// and how often another of two that were brought in alike has come to stand.
type Of = (u32, Option<RecordId>, Writer, usize, u32);

/// The readings that hold, by tracker. Kept from page to page and brought up to
/// date with what has come since.
pub(super) struct Readings {
    /// Which record this is. Where it differs, all is gathered anew.
    of: Of,
    /// How many operations have been taken in.
    count: usize,
    /// How many of them began a reading, and the last of those: where another
    /// stands in its place, the stream was read afresh.
    created: (usize, Option<EntryId>),
    /// By time, oldest first: seconds since 1970, UTC.
    by_tracker: Few<OpId, Vec<(i64, EntryId)>>,
}

/// Looks at the readings of a record.
pub(super) fn with<T>(view: View<'_>, holding: &Holding, look: impl FnOnce(&Readings) -> T) -> T {
    let record = &holding.record;
    let doubles = record.doubles_changed(Scope::Health);
    let clashes = record.clashes().count();
    let of = (holding.index, holding.about.record, record.me(), clashes, doubles);
    // What a page that failed left half done is not trusted: it is made anew.
    let mut kept = view.open.track.readings.lock().unwrap_or_else(|broken| {
        let mut kept = broken.into_inner();
        *kept = None;
        kept
    });
    let before = kept.take().filter(|kept| kept.of == of && kept.goes_before(record));
    let mut readings = before.unwrap_or_else(|| Readings {
        of,
        count: 0,
        created: (0, None),
        by_tracker: Few::default(),
    });
    readings.catch_up(record);
    let seen = look(&readings);
    *kept = Some(readings);
    seen
}

impl Readings {
    /// Whether a record holds what was taken in, and perhaps more.
    fn goes_before(&self, record: &Record) -> bool {
        let (created, last) = self.created;
        let stands = created.checked_sub(1).and_then(|at| record.ids::<Reading>().nth(at));
        self.count <= record.count(Scope::Health) && stands == last
    }

    fn catch_up(&mut self, record: &Record) {
        let count = record.count(Scope::Health);
        // A correction may have come before what it corrects.
        let ever: HashSet<OpId> = record.touched(Scope::Health).collect();
        let mut touched = HashSet::new();
        let mut grown = HashSet::new();
        for held in record.history(Scope::Health).rev().take(count - self.count) {
            match held.act {
                Act::Create(kind) if kind == Reading::SPEC.id && !held.double => {
                    if let Some(tracker) = tracker_of(held.payload, held.id) {
                        let OpId { writer, counter } = held.id;
                        let id = EntryId { scope: Scope::Health, writer, counter };
                        self.by_tracker.or_default(tracker).push((held.happened.at, id));
                        grown.insert(tracker);
                        if ever.contains(&held.id) {
                            touched.insert(held.id);
                        }
                    }
                }
                Act::Create(_) => {}
                Act::Change(touch) | Act::Retract(touch) => {
                    touched.insert(touch.entry);
                }
            }
        }
        if !touched.is_empty() {
            for (_, times) in self.by_tracker.iter_mut() {
                times.retain(|(_, id)| !touched.contains(&id.created_by()));
            }
        }
        for OpId { writer, counter } in touched {
            let id = EntryId { scope: Scope::Health, writer, counter };
            let entry = record.get::<Reading>(id).filter(|entry| entry.retracted.is_none());
            if let Some(entry) = entry {
                let tracker = tracker_id(&entry.value).created_by();
                self.by_tracker.or_default(tracker).push((entry.happened.at, id));
                grown.insert(tracker);
            }
        }
        for tracker in grown {
            sort::times(self.by_tracker.or_default(tracker));
        }
        if count > self.count {
            let mut ids = record.ids::<Reading>();
            let last = ids.next_back();
            self.created = (ids.count() + usize::from(last.is_some()), last);
            self.count = count;
        }
    }

    /// The newest reading of a tracker.
    pub(super) fn latest(&self, tracker: EntryId) -> Option<EntryId> {
        self.by_tracker.get(&tracker.created_by())?.last().map(|(_, id)| *id)
    }

    /// The readings of a tracker by time, oldest first.
    pub(super) fn of_tracker(&self, tracker: EntryId) -> &[(i64, EntryId)] {
        self.by_tracker.get(&tracker.created_by()).map_or(&[], Vec::as_slice)
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
    sort::by_key(&mut all, |entry| (entry.value.place.unwrap_or(i64::MAX), entry.created.recorded));
    all.into_iter().partition(|entry| entry.value.put_away != Some(true))
}

/// The newest reading of a tracker.
pub(crate) fn latest_reading(
    view: View<'_>,
    holding: &Holding,
    tracker: EntryId,
) -> Option<Entry<Reading>> {
    with(view, holding, |readings| readings.latest(tracker)).and_then(|id| holding.record.get(id))
}

/// The readings of a tracker since a day, by the wall where each was taken; the
/// newest first.
pub(crate) fn since(
    view: View<'_>,
    holding: &Holding,
    tracker: EntryId,
    start: Date,
) -> Vec<Entry<Reading>> {
    // Where somebody travels, a wall's day begins up to a day earlier.
    let midnight = when::happened(start, jiff::civil::Time::midnight(), &view.now.zone).at;
    let earliest = midnight - 86_400;
    let near: Vec<EntryId> = with(view, holding, |readings| {
        let all = readings.of_tracker(tracker).iter().rev();
        all.take_while(|(at, _)| *at >= earliest).map(|(_, id)| *id).collect()
    });
    near.into_iter()
        .filter_map(|id| holding.record.get(id))
        .filter(|entry: &Entry<Reading>| when::wall(&entry.happened).date() >= start)
        .collect()
}
