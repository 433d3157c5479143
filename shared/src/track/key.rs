//! Which tracker is meant, where readings come from somewhere else: finding the one
//! that is there or making it.

use record::Record;
use record::judge::TrackerKey;
use record::kinds::{Ref, Tracker};

use crate::letters;
use crate::saving::Act;

/// The trackers of a record, with those that an act makes on the way.
pub struct Trackers(Vec<(TrackerKey, Ref)>);

impl Trackers {
    /// Those that are there.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let current = record.current::<Tracker>();
        Self(current.map(|it| (TrackerKey::of(&it.value), Ref(it.id.created_by()))).collect())
    }

    /// The one that is there, or a new one.
    pub fn find_or_make(&mut self, key: &TrackerKey, act: &mut Act) -> Ref {
        if let Some((_, tracker)) = self.0.iter().find(|(known, _)| known.same(key, letters::small))
        {
            return *tracker;
        }
        let now = act.happened_now();
        let tracker = Ref(act.create(&key.tracker(), now).created_by());
        self.0.push((key.clone(), tracker));
        tracker
    }
}
