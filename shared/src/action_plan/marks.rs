//! What the rest of the app shows of plans: which part a reading or a symptom
//! falls in, beside it; what comes after saving. As bands of a chart: `bands`.

use record::EntryId;
use record::judge::TrackerKey;
use record::kinds::{Reading, Symptom, Tracker};
use record::state::Entry;
use record::time::Happened;

use super::judge::{self, Falls, Part, Plans, Taken};
use super::wording::plan_name;
use super::{Screen, now};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::saving::Go;
use crate::screen::{Block, Card, CardLayout, Cards, Icon, Notice, SummaryRow, Tag, Tone};
use crate::words::{Words, say};
use crate::{track, when};

fn worst(falls: &[Falls]) -> Option<&Falls> {
    falls.iter().max_by_key(|falls| falls.part)
}

/// "red in plan".
fn mark(words: &Words, falls: &[Falls]) -> Option<Tag> {
    Some(match worst(falls)?.part {
        Part::Green => Tag::new(say!(words, "plans-mark-green"), Tone::Green),
        Part::Amber => Tag::new(say!(words, "plans-mark-amber"), Tone::Amber),
        Part::Red => Tag::new(say!(words, "plans-mark-red"), Tone::Red),
    })
}

/// The part in which a reading falls, as a word beside it.
pub(crate) fn reading_tag(
    view: View<'_>,
    holding: &Holding,
    tracker: &Tracker,
    entry: &Entry<Reading>,
) -> Option<Tag> {
    let plans = judge::plans(&holding.record, view);
    mark(view.words, &judge::reading(view, holding, &plans, tracker, &Taken::of(entry)))
}

/// The same of a symptom.
pub(crate) fn symptom_tag(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<Symptom>,
) -> Option<Tag> {
    let plans = judge::plans(&holding.record, view);
    mark(view.words, &judge::symptom(view, holding, &plans, &entry.value))
}

/// What comes after something was written down.
pub(crate) enum After {
    /// Its page, at once: it is amber or red.
    Show(Place),
    /// A sentence beside "saved".
    Say(String),
}

impl After {
    /// Where to go. What comes first on the page of red and amber is the plan.
    pub(crate) fn go(self, notice: &mut Option<Notice>) -> Go {
        match self {
            Self::Show(place) => {
                *notice = None;
                Go::Instead(place)
            }
            Self::Say(text) => {
                if let Some(said) = notice.as_mut().and_then(|notice| notice.text.as_mut()) {
                    *said = format!("{said}. {text}");
                }
                Go::Back
            }
        }
    }
}

/// For how many seconds what was written down is about now. What is written down
/// of an earlier day is said and no more: it is not what to do at this moment.
const NOW: i64 = 86_400;

fn after(
    view: View<'_>,
    plans: &Plans,
    falls: &[Falls],
    (id, happened): (EntryId, &Happened),
) -> Option<After> {
    let worst = worst(falls)?;
    if worst.part > Part::Green && view.now.ms.div_euclid(1000) - happened.at < NOW {
        return Some(After::Show(Place::Plans(Screen::Now(id))));
    }
    let plan = plans.plans.get(worst.plan)?;
    let name = plan_name(view.words, &plan.value);
    let part = super::wording::tag(view.words, worst.part).text;
    Some(After::Say(say!(view.words, "plans-zone", part = part, plan = name)))
}

/// What comes after a reading was written down, which will have this id.
pub(crate) fn after_reading(
    view: View<'_>,
    holding: &Holding,
    tracker: &Tracker,
    taken: &Taken<'_>,
) -> Option<After> {
    let plans = judge::plans(&holding.record, view);
    let falls = judge::reading(view, holding, &plans, tracker, taken);
    if falls.is_empty() && plans.lacks_occasion(&TrackerKey::of(tracker), taken.reading) {
        return Some(After::Say(say!(view.words, "plans-no-occasion")));
    }
    if falls.is_empty() && plans.lacks_unit(&TrackerKey::of(tracker)) {
        return Some(After::Say(say!(view.words, "plans-no-unit")));
    }
    after(view, &plans, &falls, (taken.id?, taken.happened))
}

/// The same of a symptom.
pub(crate) fn after_symptom(
    view: View<'_>,
    holding: &Holding,
    symptom: &Symptom,
    written: (EntryId, &Happened),
) -> Option<After> {
    let plans = judge::plans(&holding.record, view);
    after(view, &plans, &judge::symptom(view, holding, &plans, symptom), written)
}

/// Whom to call, where what is typed and could not be kept yet is red: help waits
/// neither for a question nor for a store.
pub(crate) fn before_saving(
    view: View<'_>,
    holding: &Holding,
    tracker: &Tracker,
    taken: &Taken<'_>,
) -> Vec<Block> {
    let plans = judge::plans(&holding.record, view);
    let falls = judge::reading(view, holding, &plans, tracker, taken);
    match worst(&falls) {
        Some(worst) if worst.part == Part::Red => now::cards(view, &plans, &falls),
        _ => Vec::new(),
    }
}

/// What the page of an entry says of it: the part it falls in, by the plan as it
/// is now, and by whose numbers.
pub(crate) fn entry_rows(view: View<'_>, holding: &Holding, id: EntryId) -> Vec<SummaryRow> {
    let plans = judge::plans(&holding.record, view);
    rows(view.words, &plans, &now::falls(view, holding, &plans, id))
}

/// For each plan and set of numbers the part, and why.
pub(super) fn rows(words: &Words, plans: &Plans, falls: &[Falls]) -> Vec<SummaryRow> {
    let rows = falls.iter().filter_map(|falls| {
        let name = plan_name(words, &plans.plans.get(falls.plan)?.value);
        let mut row = SummaryRow::new(say!(words, "plans-row", plan = name), String::new());
        row.value.clone_from(&falls.why);
        row.tag = Some(super::wording::tag(words, falls.part));
        Some(row)
    });
    rows.collect()
}

/// Today's part: for each thing that is followed, its latest reading where that is
/// of today and amber or red; and such symptoms of today.
pub(crate) fn today_blocks(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let record = &holding.record;
    let plans = judge::plans(record, view);
    if plans.plans.is_empty() {
        return Vec::new();
    }
    let words = view.words;
    let mut found: Vec<(Part, Card)> = Vec::new();
    let mut add = |falls: &[Falls], said: String, id: EntryId| {
        let Some(worst) = worst(falls).filter(|worst| worst.part > Part::Green) else { return };
        let Some(plan) = plans.plans.get(worst.plan) else { return };
        let name = plan_name(words, &plan.value);
        let mut card = Card::new(said).line(say!(words, "plans-today", plan = name));
        card.tag = Some(super::wording::tag(words, worst.part));
        card = card.icon(Icon::Plan).opens(Place::Plans(Screen::Now(id)));
        found.push((worst.part, card));
    };
    for tracker in track::trackers(record).0 {
        let Some(latest) = track::latest_reading(view, holding, tracker.id) else { continue };
        if when::own_date(when::wall(&latest.happened), view.now) != view.own_day() {
            continue;
        }
        let falls = judge::reading(view, holding, &plans, &tracker.value, &Taken::of(&latest));
        add(&falls, now::reading_text(words, &tracker.value, &latest.value), latest.id);
    }
    let now = view.now.ms.div_euclid(1000);
    for entry in record.since::<Symptom>(now - 2 * 86_400) {
        if when::own_date(when::wall(&entry.happened), view.now) == view.own_day() {
            let said = track::symptom_text(words, &entry.value);
            add(&judge::symptom(view, holding, &plans, &entry.value), said, entry.id);
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    record::sort::by_key(&mut found, |(part, _)| std::cmp::Reverse(*part as u8));
    let cards = found.into_iter().map(|(_, card)| card).collect();
    vec![Block::Cards(Cards { layout: CardLayout::Column, cards })]
}
