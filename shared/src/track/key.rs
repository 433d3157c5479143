//! Which tracker is meant, where readings come from somewhere else: what makes two
//! trackers the same, and finding the one that is there or making it.

use record::Record;
use record::kinds::{Measure, Ref, Tracker, Unit};

use crate::letters;
use crate::saving::Act;

/// Which tracker, by what makes two of them the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TrackerKey {
    /// What is measured.
    pub measure: Measure,
    /// In which unit.
    pub unit: Unit,
    /// Of one's own: what it is called.
    pub name: Option<String>,
    /// Of one's own: the unit in the person's words.
    pub unit_name: Option<String>,
}

impl TrackerKey {
    /// One of the ready-made ones.
    #[must_use]
    pub fn ready_made(measure: Measure, unit: Unit) -> Self {
        Self { measure, unit, name: None, unit_name: None }
    }

    /// One of the person's own.
    #[must_use]
    pub fn own(name: &str, unit: &str) -> Self {
        let words = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self { measure: Measure::Own, unit: Unit::None, name: words(name), unit_name: words(unit) }
    }

    /// Of a tracker that is there.
    #[must_use]
    pub fn of(tracker: &Tracker) -> Self {
        let own = matches!(tracker.measure, Measure::Own | Measure::Unknown(_));
        Self {
            measure: tracker.measure,
            unit: tracker.unit,
            name: tracker.name.clone().filter(|_| own),
            unit_name: tracker.unit_name.clone().filter(|_| own),
        }
    }

    /// Whether it is the same but for capitals.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        let alike = |a: &Option<String>, b: &Option<String>| {
            a.as_deref().map(letters::small) == b.as_deref().map(letters::small)
        };
        self.measure == other.measure
            && self.unit == other.unit
            && alike(&self.name, &other.name)
            && alike(&self.unit_name, &other.unit_name)
    }

    /// Such a tracker.
    #[must_use]
    pub fn tracker(&self) -> Tracker {
        Tracker {
            measure: self.measure,
            name: self.name.clone(),
            unit: self.unit,
            unit_name: self.unit_name.clone(),
            least: None,
            most: None,
            place: None,
            put_away: None,
        }
    }
}

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
        if let Some((_, tracker)) = self.0.iter().find(|(known, _)| known.same(key)) {
            return *tracker;
        }
        let now = act.happened_now();
        let tracker = Ref(act.create(&key.tracker(), now).created_by());
        self.0.push((key.clone(), tracker));
        tracker
    }
}
