//! What a tracker's own pages take from plans: their parts as bands of a chart, and
//! the limits below which readings are counted.

use record::Decimal;
use record::kinds::{Gauge, Limits, Occasion, Reading, Tracker};

use record::judge::{Plans, occasion_of, scaled, versions};

use super::judge::{self, Part};
use super::wording::{limits_text, occasion_id, plan_name, tag};
use crate::holding::Holding;
use crate::model::View;
use crate::screen::{Tag, Zone};
use crate::track::{self, TrackerKey};
use crate::words::{Words, say};

/// The parts as bands of a chart, lowest first, and the same in words. None where
/// the numbers of more than one version, plan or circumstance would have to stand
/// in one picture. Of blood pressure each number has its own bands on its side of
/// `parting`, a value that parts all upper numbers from all lower ones, so that no
/// reading lies in a band that is not about it; without one there are none.
pub(crate) fn chart_zones(
    view: View<'_>,
    holding: &Holding,
    tracker: &Tracker,
    axis: (f64, f64),
    parting: Option<f64>,
) -> (Vec<Zone>, Vec<String>) {
    let plans = judge::plans(&holding.record, view);
    let key = TrackerKey::of(tracker);
    let (mut zones, mut said) = (Vec::new(), Vec::new());
    let mut add = |gauges: &[Gauge], side| {
        let (bands, words) = bands(view.words, (&plans, &key), gauges, axis, side);
        zones.extend(bands);
        said.extend(words);
    };
    if track::shape_of(tracker) != track::Shape::Pressure {
        add(&[Gauge::Reading, Gauge::PercentOfBest], Side::Both);
    } else if let Some(parting) = parting {
        add(&[Gauge::Second], Side::Below(parting));
        add(&[Gauge::Reading], Side::Above(parting));
    }
    (zones, said)
}

/// Which side of a chart is about a number.
#[derive(Clone, Copy)]
enum Side {
    Both,
    Below(f64),
    Above(f64),
}

impl Side {
    /// A band's ends, as far as they lie on this side.
    fn part(self, from: Option<f64>, to: Option<f64>) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Both => (from, to),
            Self::Below(end) => (from, Some(to.map_or(end, |to| to.min(end)))),
            Self::Above(end) => (Some(from.map_or(end, |from| from.max(end))), to),
        }
    }
}

/// The bands of one number, and the same in words.
fn bands(
    words: &Words,
    (plans, key): (&Plans, &TrackerKey),
    gauges: &[Gauge],
    axis: (f64, f64),
    side: Side,
) -> (Vec<Zone>, Option<String>) {
    let none = (Vec::new(), None);
    let mut of_all = plans.about(key).filter(|(_, entry)| gauges.contains(&entry.value.gauge));
    let (Some((plan, entry)), None) = (of_all.next(), of_all.next()) else { return none };
    let all = versions(entry, |threshold| threshold.limits.clone());
    let ([limits], None) = (all.as_slice(), entry.value.occasion) else { return none };
    let share = match (entry.value.gauge, limits.best) {
        (Gauge::PercentOfBest, Some(best)) => best.to_f64() / 100.0,
        (Gauge::PercentOfBest, None) => return none,
        _ => 1.0,
    };
    // Each edge begins the part that is said with it.
    let mut edges: Vec<(Decimal, Part)> = Vec::new();
    let mut first = Part::Green;
    if let Some(amber) = limits.amber_below {
        first = Part::Amber;
        edges.push((amber, Part::Green));
    }
    if let Some(red) = limits.red_below {
        first = Part::Red;
        let next = if limits.amber_below.is_some() { Part::Amber } else { Part::Green };
        edges.insert(0, (red, next));
    }
    edges.extend(limits.amber_from.map(|amber| (amber, Part::Amber)));
    edges.extend(limits.red_from.map(|red| (red, Part::Red)));
    record::sort::by_key(&mut edges, |(edge, _)| scaled(*edge));
    let name = plans.plans.get(*plan).map(|plan| plan_name(words, &plan.value)).unwrap_or_default();
    // Of blood pressure it is said which of the two numbers is meant.
    let number = match side {
        Side::Both => None,
        Side::Below(_) => Some(say!(words, "track-lower")),
        Side::Above(_) => Some(say!(words, "track-upper")),
    };
    let mut zones = Vec::new();
    let (mut start, mut part) = (None, first);
    let ends = edges.iter().map(|(edge, next)| (Some(edge.to_f64() * share), Some(*next)));
    for (end, next) in ends.chain([(None, None)]) {
        // What lies outside the picture has no band in it.
        let (from, to) = side.part(start, end);
        let (low, high) = (from.unwrap_or(f64::NEG_INFINITY), to.unwrap_or(f64::INFINITY));
        if low < high && high > axis.0 && low < axis.1 {
            let Tag { text, tone } = tag(words, part);
            let mut name = say!(words, "plans-zone", part = text, plan = name.as_str());
            if let Some(number) = number.as_deref() {
                name = say!(words, "plans-zone-of", number = number, zone = name);
            }
            zones.push(Zone { from, to, name, tone });
        }
        start = end;
        part = next.unwrap_or(part);
    }
    let limits = limits_text(words, &entry.value);
    let said = match number {
        None => say!(words, "plans-chart", plan = name, limits = limits),
        Some(number) => {
            say!(words, "plans-chart-of", number = number, plan = name, limits = limits)
        }
    };
    (zones, Some(said))
}

/// One of the person's own limits below which a reading can lie, and for which
/// readings it is.
#[derive(PartialEq)]
pub(crate) struct Lowest {
    limit: Decimal,
    occasion: Option<Occasion>,
    /// "Below 70 mg/dL", "Below 4 mmol/L before meals".
    pub(crate) title: String,
}

impl Lowest {
    /// Whether a reading is one that it is for, and lies below it.
    pub(crate) fn is_above(&self, reading: &Reading) -> bool {
        let meant = self.occasion.is_none() || self.occasion == occasion_of(reading);
        meant && scaled(reading.value) < scaled(self.limit)
    }
}

/// The limits of the person's own plans below which readings of a tracker can lie,
/// each once; of two that were said at once both.
pub(crate) fn lowest_limits(view: View<'_>, holding: &Holding, tracker: &Tracker) -> Vec<Lowest> {
    let words = view.words;
    let plans = judge::plans(&holding.record, view);
    let key = TrackerKey::of(tracker);
    let mut found = Vec::new();
    for (_, entry) in plans.about(&key).filter(|(_, it)| it.value.gauge == Gauge::Reading) {
        for threshold in versions(entry, Clone::clone) {
            let Limits { amber_below, red_below, .. } = threshold.limits;
            for limit in [amber_below, red_below].into_iter().flatten() {
                let occasion = threshold.occasion;
                let number = track::number_text(words, tracker, limit);
                let mut title = say!(words, "plans-below", limit = number);
                if let Some(occasion) = occasion {
                    title = format!("{title} {}", words.get(occasion_id(occasion)));
                }
                let lowest = Lowest { limit, occasion, title };
                if !found.contains(&lowest) {
                    found.push(lowest);
                }
            }
        }
    }
    found
}
