//! Where a reading or a symptom falls, by the person's own numbers and words. No
//! number stands here: without one of theirs nothing falls anywhere.

use record::kinds::{
    ActionPlan, Context, Gauge, Limits, Occasion, Reading, Symptom, Threshold, Tracker,
};
use record::state::Entry;
use record::time::Happened;
use record::{Decimal, EntryId, Record};

use super::wording::{limits_text, set_text, threshold_name, versions};
use crate::holding::Holding;
use crate::letters;
use crate::model::View;
use crate::track::{self, TrackerKey};
use crate::when;
use crate::words::{Words, say};

/// A part of a plan, from the best to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Green,
    Amber,
    Red,
}

impl Part {
    pub(super) const ALL: [Self; 3] = [Self::Green, Self::Amber, Self::Red];
}

/// That something falls in a part of a plan, and by what.
pub(super) struct Falls {
    /// Which of the plans.
    pub(super) plan: usize,
    pub(super) part: Part,
    /// "56% of the personal best of 450 L/min"; by whose numbers.
    pub(super) why: Vec<String>,
}

/// A reading that is kept, or is just being written down.
#[derive(Clone, Copy)]
pub(crate) struct Taken<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) happened: &'a Happened,
    /// Where it is kept.
    pub(crate) id: Option<EntryId>,
}

impl<'a> Taken<'a> {
    /// One that is kept.
    pub(crate) fn of(entry: &'a Entry<Reading>) -> Self {
        Self { reading: &entry.value, happened: &entry.happened, id: Some(entry.id) }
    }
}

/// The plans that are followed, and their numbers.
pub(super) struct Plans {
    pub(super) plans: Vec<Entry<ActionPlan>>,
    thresholds: Vec<(usize, Entry<Threshold>)>,
}

/// A number with nine decimal places, so that any two can be compared exactly.
pub(super) fn scaled(number: Decimal) -> i128 {
    let places = Decimal::MAX_PLACES.saturating_sub(number.places());
    i128::from(number.mantissa()) * 10_i128.pow(u32::from(places))
}

const ONE: i128 = 1_000_000_000;

/// The part of limits in which something falls; `below` says whether it lies
/// below one of them.
pub(super) fn part_of(limits: &Limits, below: impl Fn(Decimal) -> bool) -> Part {
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

pub(super) fn occasion_of(context: Context) -> Option<Occasion> {
    Some(match context {
        Context::BeforeBreakfast
        | Context::BeforeLunch
        | Context::BeforeEveningMeal
        | Context::BeforeSnack => Occasion::BeforeMeals,
        Context::AfterBreakfast | Context::AfterLunch | Context::AfterEveningMeal => {
            Occasion::AfterMeals
        }
        Context::Bedtime | Context::Night => Occasion::Night,
        Context::Unknown(_) => return None,
    })
}

/// What numbers are about, by what makes two trackers the same.
pub(super) fn key_of(threshold: &Threshold) -> TrackerKey {
    TrackerKey {
        measure: threshold.measure,
        unit: threshold.unit,
        name: threshold.name.clone(),
        unit_name: threshold.unit_name.clone(),
    }
}

/// Whether a plan is followed.
pub(super) fn is_followed(plan: &ActionPlan, today: jiff::civil::Date) -> bool {
    plan.ended.is_none_or(|last| last > today)
}

impl Plans {
    /// Those that are followed.
    pub(super) fn of(record: &Record, view: View<'_>) -> Self {
        let today = view.today();
        let plans: Vec<Entry<ActionPlan>> = record
            .current::<ActionPlan>()
            .filter(|entry| is_followed(&entry.value, today))
            .collect();
        let thresholds = if plans.is_empty() {
            Vec::new()
        } else {
            record
                .current::<Threshold>()
                .filter_map(|entry| {
                    let of = entry.value.plan.0;
                    let plan = plans.iter().position(|plan| plan.id.created_by() == of)?;
                    Some((plan, entry))
                })
                .collect()
        };
        Self { plans, thresholds }
    }

    /// The numbers about one thing that is measured.
    pub(super) fn about<'a>(
        &'a self,
        key: &'a TrackerKey,
    ) -> impl Iterator<Item = &'a (usize, Entry<Threshold>)> {
        self.thresholds.iter().filter(|(_, entry)| key_of(&entry.value).same(key))
    }

    /// Where a reading falls: once for each set of numbers that is about it, and
    /// once for each version of one that two people set otherwise.
    pub(super) fn reading(
        &self,
        view: View<'_>,
        holding: &Holding,
        tracker: &Tracker,
        taken: &Taken<'_>,
    ) -> Vec<Falls> {
        let (words, reading) = (view.words, taken.reading);
        let mut found = Vec::new();
        let occasion = reading.context.and_then(occasion_of);
        for (plan, entry) in self.about(&TrackerKey::of(tracker)) {
            let Threshold { gauge, occasion: wanted, .. } = &entry.value;
            if wanted.is_some() && *wanted != occasion {
                continue;
            }
            for threshold in versions(entry, Clone::clone) {
                let limits = &threshold.limits;
                let value = match gauge {
                    Gauge::Reading => Figure::Plain(reading.value),
                    Gauge::Second => match reading.second {
                        Some(second) => Figure::Plain(second),
                        None => continue,
                    },
                    Gauge::PercentOfBest => match limits.best.filter(|best| best.mantissa() > 0) {
                        Some(best) => Figure::Percent(reading.value, best),
                        None => continue,
                    },
                    Gauge::Rise => match lowest(view, holding, taken, limits.days) {
                        Some(lowest) => Figure::Rise(reading.value, Box::new(lowest)),
                        None => continue,
                    },
                    // These are about several readings: their page says it.
                    Gauge::Average | Gauge::AverageSecond | Gauge::Unknown(_) => continue,
                };
                let mut why: Vec<String> = value.text(words, view, tracker);
                why.extend(by_which(view, holding, &threshold));
                found.push(Falls { plan: *plan, part: value.part(limits), why });
            }
        }
        found
    }

    /// Where an average of readings taken at home falls.
    pub(super) fn average(
        &self,
        view: View<'_>,
        holding: &Holding,
        tracker: &Tracker,
        (upper, lower): (Decimal, Option<Decimal>),
    ) -> Vec<Falls> {
        let mut found = Vec::new();
        for (plan, entry) in self.about(&TrackerKey::of(tracker)) {
            let value = match entry.value.gauge {
                Gauge::Average => Some(upper),
                Gauge::AverageSecond => lower,
                _ => None,
            };
            let Some(value) = value else { continue };
            for threshold in versions(entry, Clone::clone) {
                let part = Figure::Plain(value).part(&threshold.limits);
                let why = by_which(view, holding, &threshold).into();
                found.push(Falls { plan: *plan, part, why });
            }
        }
        found
    }

    /// Whether there are numbers for readings with another circumstance alone, and
    /// this one does not say which it had.
    pub(super) fn lacks_occasion(&self, tracker: &Tracker, reading: &Reading) -> bool {
        reading.context.and_then(occasion_of).is_none()
            && self.about(&TrackerKey::of(tracker)).any(|(_, it)| it.value.occasion.is_some())
    }

    /// Where a symptom falls: in the part that has it among its signs, word for
    /// word but for capitals.
    pub(super) fn symptom(&self, symptom: &Symptom) -> Vec<Falls> {
        let mut found = Vec::new();
        for (plan, entry) in self.plans.iter().enumerate() {
            for part in Part::ALL {
                let all = versions(entry, |plan| plan.parts()[part as usize].signs.clone());
                if all.into_iter().flatten().any(|signs| has_sign(&signs, &symptom.what)) {
                    found.push(Falls { plan, part, why: Vec::new() });
                }
            }
        }
        found
    }
}

/// By which numbers something falls, and whose they are.
fn by_which(view: View<'_>, holding: &Holding, threshold: &Threshold) -> [String; 2] {
    let (name, limits) =
        (threshold_name(view.words, threshold), limits_text(view.words, threshold));
    [format!("{name}: {limits}"), set_text(view, holding, &threshold.limits)]
}

/// The signs of a part, one a line.
pub(super) fn signs(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(|line| line.trim().trim_start_matches(['-', '•', '*']).trim())
        .filter(|line| !line.is_empty())
}

fn has_sign(text: &str, what: &str) -> bool {
    let plain = |text: &str| letters::small(text.trim().trim_end_matches('.'));
    let what = plain(what);
    signs(text).any(|sign| plain(sign) == what)
}

/// The lowest reading of some days before, and this one's own day.
fn lowest(
    view: View<'_>,
    holding: &Holding,
    taken: &Taken<'_>,
    days: u64,
) -> Option<Entry<Reading>> {
    let days = i32::try_from(days).ok()?;
    let start = when::days_after(when::wall(taken.happened).date(), -days)?;
    track::readings_since(view, holding, track::tracker_id(taken.reading), start)
        .into_iter()
        .filter(|other| Some(other.id) != taken.id && other.happened.at <= taken.happened.at)
        .min_by_key(|other| scaled(other.value.value))
}

/// What is held against limits.
enum Figure {
    Plain(Decimal),
    /// Of the personal best.
    Percent(Decimal, Decimal),
    /// Since an earlier reading.
    Rise(Decimal, Box<Entry<Reading>>),
}

impl Figure {
    fn part(&self, limits: &Limits) -> Part {
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

    /// What it is, where the reading itself does not say it.
    fn text(&self, words: &Words, view: View<'_>, tracker: &Tracker) -> Vec<String> {
        match self {
            Self::Plain(_) => Vec::new(),
            Self::Percent(value, best) => {
                let percent = scaled(*value).saturating_mul(100) / scaled(*best);
                let best = track::number_text(words, tracker, *best);
                vec![say!(words, "plans-why-percent", percent = percent.to_string(), best = best)]
            }
            Self::Rise(value, before) => {
                let rise = scaled(*value) - scaled(before.value.value);
                let places = value.places().max(before.value.value.places());
                let unit = 10_i128.pow(u32::from(Decimal::MAX_PLACES - places));
                let rise = i64::try_from(rise / unit).ok();
                let rise = rise.and_then(|rise| Decimal::new(rise, places).ok());
                let day = when::wall(&before.happened).date();
                let day = when::long_day(words, day, view.today());
                let earlier = track::number_text(words, tracker, before.value.value);
                let rise = rise.map(|rise| track::number_text(words, tracker, rise));
                let rise = rise.unwrap_or_default();
                vec![say!(words, "plans-why-rise", rise = rise, day = day, earlier = earlier)]
            }
        }
    }
}
