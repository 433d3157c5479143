//! What numbers a plan can have: first what is usual for its condition, then
//! whatever the person follows. An outline says what is measured and brings no
//! number. What is published stands beside the question ([`published`]), with
//! where it comes from; sources differ, and none of it fills anything in.

use record::judge::TrackerKey;
use record::kinds::{
    ActionPlan, Condition, Gauge, Limits, Measure, Occasion, Ref, Symptom, Threshold, Tracker, Unit,
};
use record::{EntryId, Record, sort};

use super::one::thresholds;
use super::wording::threshold_name;
use super::{About, Intent, Screen, Thing};
use crate::entry::gone;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Card, CardLayout, Cards, Page};
use crate::words::say;
use crate::{letters, track};

/// The most symptoms that numbers are offered for, and among how many of the last that
/// were written down they are looked for.
const SYMPTOMS: usize = 12;
const LOOKED_AT: usize = 200;

/// What is usually measured for a condition.
fn usual(condition: Condition) -> &'static [(Measure, Unit)] {
    match condition {
        Condition::Asthma => &[(Measure::PeakFlow, Unit::LitrePerMinute)],
        Condition::Copd => &[(Measure::Oxygen, Unit::Percent)],
        Condition::Diabetes => &[(Measure::Glucose, Unit::MmolPerLitre)],
        Condition::Hypertension => &[(Measure::BloodPressure, Unit::MmHg)],
        Condition::HeartFailure => &[(Measure::Weight, Unit::Kilogram)],
        Condition::Own | Condition::Unknown(_) => &[],
    }
}

/// What of a reading numbers can be about.
fn variants(measure: Measure) -> &'static [(Gauge, Option<Occasion>)] {
    match measure {
        Measure::PeakFlow => &[(Gauge::PercentOfBest, None), (Gauge::Reading, None)],
        Measure::Weight => &[(Gauge::Rise, None), (Gauge::Reading, None)],
        Measure::BloodPressure => &[
            (Gauge::Reading, None),
            (Gauge::Second, None),
            (Gauge::Average, None),
            (Gauge::AverageSecond, None),
        ],
        Measure::Glucose => &[
            (Gauge::Reading, None),
            (Gauge::Reading, Some(Occasion::BeforeMeals)),
            (Gauge::Reading, Some(Occasion::AfterMeals)),
            (Gauge::Reading, Some(Occasion::Night)),
        ],
        _ => &[(Gauge::Reading, None)],
    }
}

/// What is published about such numbers and where, as the id of its words.
///
/// Sources: Breathe 2015;11(2):98 and the British Thoracic Society (peak flow);
/// Heart Failure Matters (European Society of Cardiology) and the British Heart
/// Foundation (weight); Heart (BMJ) and Buckinghamshire Healthcare (pressure);
/// Bertie (glucose); GP Direct and Durham (oxygen).
pub(super) fn published(threshold: &Threshold) -> Option<&'static str> {
    Some(match (threshold.measure, threshold.gauge, threshold.unit) {
        (Measure::PeakFlow, Gauge::PercentOfBest, _) => "plans-published-peak-flow",
        (Measure::Weight, Gauge::Rise, _) => "plans-published-weight",
        (Measure::BloodPressure, Gauge::Average | Gauge::AverageSecond, _) => {
            "plans-published-average"
        }
        (Measure::BloodPressure, ..) => "plans-published-pressure",
        (Measure::Glucose, _, Unit::MmolPerLitre) => "plans-published-glucose",
        (Measure::Oxygen, ..) => "plans-published-oxygen",
        _ => return None,
    })
}

impl About {
    /// Such numbers of a plan, none of them set.
    pub(super) fn threshold(self, plan: Ref, record: &Record) -> Option<Threshold> {
        let key = match self.thing {
            Thing::Made(measure, unit) => {
                TrackerKey::ready_made(Measure::from_code(measure), Unit::from_code(unit))
            }
            Thing::Own(id) => TrackerKey::of(&record.get::<Tracker>(id)?.value),
            Thing::Symptom(id) => TrackerKey::own(&record.get::<Symptom>(id)?.value.what, ""),
        };
        Some(Threshold {
            plan,
            measure: key.measure,
            unit: key.unit,
            name: key.name,
            unit_name: key.unit_name,
            gauge: Gauge::from_code(self.gauge),
            occasion: self.occasion.map(Occasion::from_code),
            limits: Limits {
                red_below: None,
                amber_below: None,
                amber_from: None,
                red_from: None,
                best: None,
                days: 0,
                set_on: None,
                set_by: String::new(),
            },
        })
    }
}

/// What the person has felt, each name once, the latest first; and one of each.
fn symptoms(record: &Record) -> Vec<(TrackerKey, EntryId)> {
    let mut times: Vec<(i64, EntryId)> =
        record.first_times::<Symptom>().map(|(id, at)| (at, id)).collect();
    sort::newest(&mut times, LOOKED_AT);
    let mut found: Vec<(TrackerKey, EntryId)> = Vec::new();
    for (_, id) in times {
        let Some(entry) = record.get::<Symptom>(id) else { continue };
        let key = TrackerKey::own(&entry.value.what, "");
        let known = found.iter().any(|(known, _)| known.same(&key, letters::small));
        if entry.retracted.is_none() && !known && found.len() < SYMPTOMS {
            found.push((key, entry.id));
        }
    }
    found
}

/// The page that asks what numbers are to be set for.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<ActionPlan>(id) else { return gone(view) };
    let plan = Ref(holding.record.own(id).created_by());
    let (shown, _) = track::trackers(&holding.record);
    let followed: Vec<(TrackerKey, Thing)> = shown
        .iter()
        .map(|tracker| {
            let key = TrackerKey::of(&tracker.value);
            let own = key.name.is_some() || key.unit_name.is_some();
            let made = Thing::Made(key.measure.code(), key.unit.code());
            (key, if own { Thing::Own(tracker.id) } else { made })
        })
        .collect();
    let mut keys: Vec<(TrackerKey, Thing)> = Vec::new();
    for (measure, unit) in usual(entry.value.condition) {
        // In the unit in which the person measures.
        let theirs = followed.iter().find(|(key, _)| key.measure == *measure);
        let made = Thing::Made(measure.code(), unit.code());
        keys.push(theirs.cloned().unwrap_or((TrackerKey::ready_made(*measure, *unit), made)));
    }
    for key in followed {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let mut asked: Vec<(TrackerKey, Thing, Gauge, Option<Occasion>)> = Vec::new();
    for (key, thing) in keys {
        let all = variants(key.measure).iter();
        asked.extend(all.map(|(gauge, occasion)| (key.clone(), thing, *gauge, *occasion)));
    }
    for (key, id) in symptoms(&holding.record) {
        asked.push((key, Thing::Symptom(id), Gauge::Severity, None));
    }
    let there = thresholds(holding, entry.id);
    let mut cards = Vec::new();
    for (key, thing, gauge, occasion) in asked {
        let about = About { thing, gauge: gauge.code(), occasion: occasion.map(Occasion::code) };
        let Some(threshold) = about.threshold(plan, &holding.record) else { continue };
        let card = Card::new(threshold_name(words, &threshold));
        // What is there is changed, and not set a second time.
        let known = there.iter().find(|known| {
            TrackerKey::about(&known.value).same(&key, letters::small)
                && (known.value.gauge, known.value.occasion) == (gauge, occasion)
        });
        cards.push(match known {
            Some(known) => card
                .line(say!(words, "plans-numbers-there"))
                .opens(Press::Plans(Intent::ChangeLimits(known.id))),
            None => card.opens(Place::Plans(Screen::Limits(entry.id, about))),
        });
    }
    let mut blocks = vec![Block::paragraph(say!(words, "plans-choose-text"))];
    if !cards.is_empty() {
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    blocks.push(Block::small(say!(words, "plans-choose-follow")));
    Page {
        name: "plans.choose".into(),
        title: say!(words, "plans-choose"),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}
