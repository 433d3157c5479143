//! Where something falls by the numbers of a person's own plans. No number stands
//! here: without one of theirs nothing falls anywhere. The device says it beside what
//! was written down, the server counts it for the care team: one arithmetic.
//!
//! Where to start: [`Plans::reading`].

use jiff::civil::Date;

use crate::decimal::Decimal;
use crate::ids::EntryId;
use crate::kinds::{
    ActionPlan, Context, Gauge, Limits, Measure, Occasion, Reading, Symptom, Threshold, Tracker,
    Unit,
};
use crate::state::{Entry, Record};

/// A part of a plan, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// As it should be.
    Green,
    /// It gets worse.
    Amber,
    /// Help is needed.
    Red,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Green, Self::Amber, Self::Red];
}

/// Makes words small, so that they are the same but for capitals.
pub type Small = fn(&str) -> String;

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

    /// Of what numbers are about.
    #[must_use]
    pub fn about(threshold: &Threshold) -> Self {
        Self {
            measure: threshold.measure,
            unit: threshold.unit,
            name: threshold.name.clone(),
            unit_name: threshold.unit_name.clone(),
        }
    }

    /// Whether it is the same but for capitals.
    #[must_use]
    pub fn same(&self, other: &Self, small: Small) -> bool {
        let alike = |a: &Option<String>, b: &Option<String>| {
            a.as_deref().map(small) == b.as_deref().map(small)
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

/// A number with nine decimal places, so that any two can be compared exactly.
#[must_use]
pub fn scaled(number: Decimal) -> i128 {
    let places = Decimal::MAX_PLACES.saturating_sub(number.places());
    i128::from(number.mantissa()) * 10_i128.pow(u32::from(places))
}

const ONE: i128 = 1_000_000_000;

/// The part of limits in which something falls; `below` says whether it lies below
/// one of them.
fn part_of(limits: &Limits, below: impl Fn(Decimal) -> bool) -> Part {
    let falls = |lower: Option<Decimal>, upper: Option<Decimal>| {
        lower.is_some_and(&below) || upper.is_some_and(|upper| !below(upper))
    };
    if falls(limits.red_below, limits.red_from) {
        Part::Red
    } else if falls(limits.amber_below, limits.amber_from) {
        Part::Amber
    } else {
        Part::Green
    }
}

/// Around what a reading was taken, where it says so.
#[must_use]
pub fn occasion_of(reading: &Reading) -> Option<Occasion> {
    Some(match reading.context? {
        Context::BeforeMeal
        | Context::BeforeBreakfast
        | Context::BeforeLunch
        | Context::BeforeEveningMeal
        | Context::BeforeSnack => Occasion::BeforeMeals,
        Context::AfterMeal
        | Context::AfterBreakfast
        | Context::AfterLunch
        | Context::AfterEveningMeal => Occasion::AfterMeals,
        Context::Bedtime | Context::Night => Occasion::Night,
        Context::Unknown(_) => return None,
    })
}

/// Whether a plan is followed.
#[must_use]
pub fn is_followed(plan: &ActionPlan, today: Date) -> bool {
    plan.ended.is_none_or(|last| last > today)
}

/// Everything that stands in an entry under what `look` picks, each once: two
/// people may have said it otherwise at once, and then both hold.
pub fn versions<K, T: PartialEq>(entry: &Entry<K>, look: impl Fn(&K) -> T) -> Vec<T> {
    let mut found = vec![look(&entry.value)];
    for (_, value) in entry.conflicts.iter().flat_map(|conflict| &conflict.values) {
        let other = look(value);
        if !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

/// The lowest of other readings that came before one.
pub fn lowest(
    others: impl IntoIterator<Item = Entry<Reading>>,
    at: i64,
    id: Option<EntryId>,
) -> Option<Entry<Reading>> {
    others
        .into_iter()
        .filter(|other| Some(other.id) != id && other.happened.at <= at)
        .min_by_key(|other| scaled(other.value.value))
}

/// What is held against limits.
#[derive(Clone, Debug)]
pub enum Figure {
    /// As it is.
    Plain(Decimal),
    /// Of the personal best.
    Percent(Decimal, Decimal),
    /// Since an earlier reading.
    Rise(Decimal, Box<Entry<Reading>>),
}

impl Figure {
    /// What of a reading numbers are about; none where they are not about this one, or
    /// about several together. `lowest` finds the lowest reading of so many days before.
    fn of(
        threshold: &Threshold,
        reading: &Reading,
        lowest: &dyn Fn(u64) -> Option<Entry<Reading>>,
    ) -> Option<Self> {
        let limits = &threshold.limits;
        Some(match threshold.gauge {
            Gauge::Reading => Self::Plain(reading.value),
            Gauge::Second => Self::Plain(reading.second?),
            Gauge::PercentOfBest => {
                Self::Percent(reading.value, limits.best.filter(|best| best.mantissa() > 0)?)
            }
            Gauge::Rise => Self::Rise(reading.value, Box::new(lowest(limits.days)?)),
            Gauge::Average | Gauge::AverageSecond | Gauge::Severity | Gauge::Unknown(_) => {
                return None;
            }
        })
    }

    /// Where it falls.
    #[must_use]
    pub fn part(&self, limits: &Limits) -> Part {
        part_of(limits, |limit| match self {
            Self::Plain(value) => scaled(*value) < scaled(limit),
            Self::Percent(value, best) => {
                let (value, limit) = (scaled(*value), scaled(limit));
                value.saturating_mul(100 * ONE) < limit.saturating_mul(scaled(*best))
            }
            Self::Rise(value, before) => {
                scaled(*value) - scaled(before.value.value) < scaled(limit)
            }
        })
    }
}

/// That something falls in a part of a plan, and by which numbers.
#[derive(Clone, Debug)]
pub struct Fall {
    /// Which of the plans.
    pub plan: usize,
    /// In which part of it.
    pub part: Part,
    /// The numbers, in the version that says so.
    pub threshold: Threshold,
    /// What was held against them.
    pub figure: Figure,
}

/// Plans, and their numbers.
#[derive(Clone, Debug)]
pub struct Plans {
    /// The plans.
    pub plans: Vec<Entry<ActionPlan>>,
    thresholds: Vec<(usize, Entry<Threshold>)>,
    small: Small,
}

impl Plans {
    /// Those of a record that are wanted.
    #[must_use]
    pub fn of(record: &Record, small: Small, wanted: impl Fn(&ActionPlan) -> bool) -> Self {
        let all = record.current::<ActionPlan>();
        let plans: Vec<Entry<ActionPlan>> = all.filter(|entry| wanted(&entry.value)).collect();
        let mut thresholds = Vec::new();
        if !plans.is_empty() {
            for entry in record.current::<Threshold>() {
                let of = entry.value.plan.0;
                if let Some(plan) = plans.iter().position(|plan| plan.id.created_by() == of) {
                    thresholds.push((plan, entry));
                }
            }
        }
        Self { plans, thresholds, small }
    }

    /// Whether they have no number at all.
    #[must_use]
    pub fn has_no_numbers(&self) -> bool {
        self.thresholds.is_empty()
    }

    /// The numbers about one thing that is measured.
    pub fn about<'a>(
        &'a self,
        key: &'a TrackerKey,
    ) -> impl Iterator<Item = &'a (usize, Entry<Threshold>)> {
        let small = self.small;
        self.thresholds
            .iter()
            .filter(move |(_, entry)| TrackerKey::about(&entry.value).same(key, small))
    }

    /// Where a reading falls: once for each set of numbers that is about it, and once
    /// for each version of one that two people set otherwise. `lowest` finds the lowest
    /// reading of so many days before this one's own, and of that day until then.
    #[must_use]
    pub fn reading(
        &self,
        key: &TrackerKey,
        reading: &Reading,
        lowest: &dyn Fn(u64) -> Option<Entry<Reading>>,
    ) -> Vec<Fall> {
        let occasion = occasion_of(reading);
        let wanted =
            |threshold: &Threshold| threshold.occasion.is_none() || threshold.occasion == occasion;
        self.falls(key, &|threshold| {
            wanted(threshold).then(|| Figure::of(threshold, reading, lowest))?
        })
    }

    /// Where an average of readings taken at home falls.
    #[must_use]
    pub fn average(
        &self,
        key: &TrackerKey,
        (upper, lower): (Decimal, Option<Decimal>),
    ) -> Vec<Fall> {
        self.falls(key, &|threshold| match threshold.gauge {
            Gauge::Average => Some(Figure::Plain(upper)),
            Gauge::AverageSecond => lower.map(Figure::Plain),
            _ => None,
        })
    }

    /// Where a symptom falls by how bad it is.
    #[must_use]
    pub fn severity(&self, symptom: &Symptom) -> Vec<Fall> {
        let Some(severity) = symptom.severity.and_then(|severity| i64::try_from(severity).ok())
        else {
            return Vec::new();
        };
        self.falls(&TrackerKey::own(&symptom.what, ""), &|threshold| {
            let is_it = threshold.gauge == Gauge::Severity;
            is_it.then(|| Figure::Plain(Decimal::whole(severity)))
        })
    }

    fn falls(&self, key: &TrackerKey, figure: &dyn Fn(&Threshold) -> Option<Figure>) -> Vec<Fall> {
        let mut found = Vec::new();
        for (plan, entry) in self.about(key) {
            for threshold in versions(entry, Clone::clone) {
                if let Some(figure) = figure(&threshold) {
                    let part = figure.part(&threshold.limits);
                    found.push(Fall { plan: *plan, part, threshold, figure });
                }
            }
        }
        found
    }

    /// Whether there are numbers for readings with another circumstance alone, and
    /// this one does not say which it had.
    #[must_use]
    pub fn lacks_occasion(&self, key: &TrackerKey, reading: &Reading) -> bool {
        occasion_of(reading).is_none() && self.about(key).any(|(_, it)| it.value.occasion.is_some())
    }

    /// Whether there are numbers for the same thing in another unit alone. Nothing is
    /// converted: the numbers are as somebody gave them.
    #[must_use]
    pub fn lacks_unit(&self, key: &TrackerKey) -> bool {
        let same = |(_, it): &(usize, Entry<Threshold>)| it.value.measure == key.measure;
        key.measure != Measure::Own
            && self.about(key).next().is_none()
            && self.thresholds.iter().any(same)
    }
}
