//! Plans and their numbers in words.

use record::Decimal;
use record::judge::TrackerKey;
use record::kinds::{ActionPlan, Condition, Gauge, Limits, Occasion, Threshold, Tracker};

pub(super) use record::judge::versions;

use super::judge::Part;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::screen::{Tag, Tone};
use crate::track;
use crate::when;
use crate::words::{Words, say};

/// Both, where two stand.
pub(super) fn either(words: &Words, texts: Vec<String>) -> String {
    let mut texts = texts.into_iter().filter(|text| !text.is_empty());
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |before, value| say!(words, "track-or", before = before, value = value))
}

/// What a plan is for.
#[must_use]
pub(crate) fn condition_text(words: &Words, condition: Condition) -> String {
    words.get(match condition {
        Condition::Asthma => "plans-asthma",
        Condition::Copd => "plans-copd",
        Condition::Diabetes => "plans-diabetes",
        Condition::Hypertension => "plans-pressure",
        Condition::HeartFailure => "plans-heart",
        Condition::Own | Condition::Unknown(_) => "plans-own",
    })
}

/// What a plan is called.
#[must_use]
pub(crate) fn plan_name(words: &Words, plan: &ActionPlan) -> String {
    plan.name.clone().unwrap_or_else(|| condition_text(words, plan.condition))
}

/// "Red", as a word with its colour.
pub(super) fn tag(words: &Words, part: Part) -> Tag {
    let (text, tone) = match part {
        Part::Green => ("plans-green", Tone::Green),
        Part::Amber => ("plans-amber", Tone::Amber),
        Part::Red => ("plans-red", Tone::Red),
    };
    Tag::new(words.get(text), tone)
}

/// The tracker that numbers are about, there or not.
pub(super) fn tracker_of(threshold: &Threshold) -> Tracker {
    TrackerKey::about(threshold).tracker()
}

/// What numbers are about: "Blood glucose, before meals".
#[must_use]
pub(crate) fn threshold_name(words: &Words, threshold: &Threshold) -> String {
    let tracker = tracker_of(threshold);
    let mut name = track::tracker_name(words, &tracker);
    let pressure = track::shape_of(&tracker) == track::Shape::Pressure;
    let gauge = match threshold.gauge {
        Gauge::Reading if pressure => Some("plans-gauge-upper"),
        Gauge::Second => Some("plans-gauge-lower"),
        Gauge::PercentOfBest => Some("plans-gauge-percent"),
        Gauge::Rise => Some("plans-gauge-rise"),
        Gauge::Average => Some("plans-gauge-average"),
        Gauge::AverageSecond => Some("plans-gauge-average-lower"),
        Gauge::Severity => Some("plans-gauge-severity"),
        Gauge::Reading | Gauge::Unknown(_) => None,
    };
    let occasion = threshold.occasion.map(occasion_id);
    for part in [gauge, occasion].into_iter().flatten() {
        name = format!("{name}, {}", words.get(part));
    }
    name
}

/// The id of the words for when a number holds.
pub(super) fn occasion_id(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::BeforeMeals => "plans-before-meals",
        Occasion::AfterMeals => "plans-after-meals",
        Occasion::Night | Occasion::Unknown(_) => "plans-night",
    }
}

/// One of the numbers with its unit.
pub(super) fn limit_text(words: &Words, threshold: &Threshold, limit: Decimal) -> String {
    match threshold.gauge {
        Gauge::PercentOfBest => format!("{}%", track::figures(limit)),
        _ => track::number_text(words, &tracker_of(threshold), limit),
    }
}

/// "Red below 60%. Amber below 80%. The personal best is 450 L/min."
#[must_use]
pub(crate) fn limits_text(words: &Words, threshold: &Threshold) -> String {
    let limits = &threshold.limits;
    let number = |limit: Decimal| limit_text(words, threshold, limit);
    let mut parts = Vec::new();
    if let Some(limit) = limits.red_below {
        parts.push(say!(words, "plans-limit-red-below", limit = number(limit)));
    }
    if let Some(limit) = limits.amber_below {
        parts.push(say!(words, "plans-limit-amber-below", limit = number(limit)));
    }
    if let Some(limit) = limits.amber_from {
        parts.push(say!(words, "plans-limit-amber-from", limit = number(limit)));
    }
    if let Some(limit) = limits.red_from {
        parts.push(say!(words, "plans-limit-red-from", limit = number(limit)));
    }
    if let Some(best) = limits.best {
        let best = track::number_text(words, &tracker_of(threshold), best);
        parts.push(say!(words, "plans-limit-best", best = best));
    }
    if threshold.gauge == Gauge::Rise {
        let days = i64::try_from(limits.days).unwrap_or(i64::MAX);
        parts.push(say!(words, "plans-limit-days", days = days));
    }
    parts.join(" ")
}

/// By whom and when: "Set by Dr Reid on 1 May 2026".
pub(super) fn by_text(
    words: &Words,
    mine: bool,
    set_by: Option<&str>,
    set_on: Option<jiff::civil::Date>,
) -> String {
    let who = match set_by {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ if mine => say!(words, "plans-set-by-me"),
        _ => say!(words, "plans-set-by-person"),
    };
    // Seen from another year, so that the year is always said.
    match set_on.map(|day| when::day(words, day, jiff::civil::Date::ZERO)) {
        Some(day) => say!(words, "plans-set-on", who = who, day = day),
        None => say!(words, "plans-set", who = who),
    }
}

/// By whom numbers were set, and when.
pub(super) fn set_text(view: View<'_>, holding: &Holding, limits: &Limits) -> String {
    by_text(view.words, is_mine(holding), Some(&limits.set_by), limits.set_on)
}

/// Whether the record is that of who looks.
pub(super) fn is_mine(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person
}

/// Whom to call: a name, and a number where there is one.
pub(crate) fn call_of(text: &str) -> (&str, Option<&str>) {
    match text.split_once('\n') {
        Some((name, number)) if !number.trim().is_empty() => (name.trim(), Some(number.trim())),
        _ => (text.trim(), None),
    }
}

/// Whom to call, in one line.
pub(crate) fn call_text(text: &str) -> String {
    match call_of(text) {
        ("", Some(number)) => number.to_owned(),
        (name, Some(number)) => format!("{name}, {number}"),
        (name, None) => name.to_owned(),
    }
}
