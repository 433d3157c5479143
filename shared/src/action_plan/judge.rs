//! Where a reading or a symptom falls, by the person's own numbers and words: the
//! arithmetic is [`record::judge`]'s, and here is what is said of it.

use record::judge::{self, Fall, Figure, TrackerKey, scaled, versions};
use record::kinds::{Reading, Symptom, Threshold, Tracker};
use record::state::Entry;
use record::time::Happened;
use record::{Decimal, EntryId, Record};

pub(super) use record::judge::{Part, Plans, is_followed};

use super::wording::{limits_text, set_text, threshold_name};
use crate::holding::Holding;
use crate::letters;
use crate::model::View;
use crate::track;
use crate::when;
use crate::words::{Words, say};

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
pub(super) fn plans(record: &Record, view: View<'_>) -> Plans {
    let today = view.today();
    Plans::of(record, letters::small, |plan| is_followed(plan, today))
}

/// Where a reading falls.
pub(super) fn reading(
    view: View<'_>,
    holding: &Holding,
    plans: &Plans,
    tracker: &Tracker,
    taken: &Taken<'_>,
) -> Vec<Falls> {
    let lowest = |days| lowest(view, holding, taken, days);
    let falls = plans.reading(&TrackerKey::of(tracker), taken.reading, &lowest);
    said(view, holding, tracker, falls)
}

/// Where an average of readings taken at home falls.
pub(super) fn average(
    view: View<'_>,
    holding: &Holding,
    plans: &Plans,
    tracker: &Tracker,
    average: (Decimal, Option<Decimal>),
) -> Vec<Falls> {
    said(view, holding, tracker, plans.average(&TrackerKey::of(tracker), average))
}

/// Where a symptom falls: in the part that has it among its signs, word for word but
/// for capitals, and by how bad it is.
pub(super) fn symptom(
    view: View<'_>,
    holding: &Holding,
    plans: &Plans,
    symptom: &Symptom,
) -> Vec<Falls> {
    let mut found = Vec::new();
    for (plan, entry) in plans.plans.iter().enumerate() {
        for part in Part::ALL {
            let all = versions(entry, |plan| plan.parts()[part as usize].signs.clone());
            if all.into_iter().flatten().any(|signs| has_sign(&signs, &symptom.what)) {
                found.push(Falls { plan, part, why: Vec::new() });
            }
        }
    }
    let tracker = TrackerKey::own(&symptom.what, "").tracker();
    found.extend(said(view, holding, &tracker, plans.severity(symptom)));
    found
}

/// The same, with what is said of it.
fn said(view: View<'_>, holding: &Holding, tracker: &Tracker, falls: Vec<Fall>) -> Vec<Falls> {
    let one = |fall: Fall| {
        let mut why = figure_text(&fall.figure, view, tracker);
        why.extend(by_which(view, holding, &fall.threshold));
        Falls { plan: fall.plan, part: fall.part, why }
    };
    falls.into_iter().map(one).collect()
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
    let others = track::readings_since(view, holding, track::tracker_id(taken.reading), start);
    judge::lowest(others, taken.happened.at, taken.id)
}

/// What was held against numbers, where the reading itself does not say it.
fn figure_text(figure: &Figure, view: View<'_>, tracker: &Tracker) -> Vec<String> {
    let words: &Words = view.words;
    match figure {
        Figure::Plain(_) => Vec::new(),
        Figure::Percent(value, best) => {
            let percent = scaled(*value).saturating_mul(100) / scaled(*best);
            let best = track::number_text(words, tracker, *best);
            vec![say!(words, "plans-why-percent", percent = percent.to_string(), best = best)]
        }
        Figure::Rise(value, before) => {
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
