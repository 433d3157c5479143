//! What is known about when a medicine was last taken, beside the person's own
//! limits. Facts, never a permission and never an invitation.

use jiff::civil::DateTime;
use record::kinds::{Dose, Medicine};
use record::schedule::{InForce, Promise, When};
use record::state::Entry;

use super::due::{doses, last_taken};
use super::wording::span;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::reminders::due::clocks;
use crate::when;
use crate::words::say;

/// How far ahead of this clock a dose can be without a word, in seconds.
const TOLERANCE: i64 = 120;

/// Whether it is taken as needed.
pub(super) fn as_needed(medicine: &Medicine) -> bool {
    let rule = medicine.rule.as_ref().and_then(|rule| rule.read().ok());
    rule.is_some_and(|rule| matches!(rule.terms().when, When::AsNeeded { .. }))
}

/// The last one, where it is later than this device's clock: that was put back, or was
/// ahead when it was written down.
pub(super) fn ahead(
    view: View<'_>,
    holding: &Holding,
    entry: &Entry<Medicine>,
) -> Option<Entry<Dose>> {
    let now = view.now.ms.div_euclid(1000);
    let created = holding.record.own(entry.id).created_by();
    last_taken(&holding.record, created, now).filter(|dose| dose.happened.at > now + TOLERANCE)
}

/// What is said of that, and what can be done; never that another can be taken.
pub(super) fn ahead_text(
    view: View<'_>,
    entry: &Entry<Medicine>,
    dose: &Entry<Dose>,
) -> Vec<String> {
    let words = view.words;
    let dated = |wall: DateTime| {
        let day = when::dated(words, wall.date());
        say!(words, "day-time", day = day, time = when::time(wall.time()))
    };
    let last = dated(when::wall(&dose.happened));
    let now = dated(when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone));
    let mut said = vec![say!(words, "medicines-ahead", last = last, now = now)];
    let rule = entry.value.rule.as_ref().and_then(|rule| rule.read().ok());
    if rule.is_some_and(|rule| rule.promise() == Promise::Elapsed) {
        said.push(say!(words, "medicines-ahead-silent"));
    }
    said.push(say!(words, "medicines-ahead-do"));
    said
}

/// When the last one was, in one sentence; none where none was written down.
pub(super) fn last(view: View<'_>, holding: &Holding, entry: &Entry<Medicine>) -> Option<String> {
    let words = view.words;
    let now = view.now.ms.div_euclid(1000);
    let created = holding.record.own(entry.id).created_by();
    let happened = last_taken(&holding.record, created, now)?.happened;
    if happened.at > now + TOLERANCE {
        let when = when::near(words, &happened, view.today());
        return Some(say!(words, "medicines-last-ahead", when = when));
    }
    let ago = span(words, now - happened.at);
    let time = when::near(words, &happened, view.today());
    Some(say!(words, "medicines-last", ago = ago, when = time))
}

/// What the person's own limits say, and what was written down, one sentence each.
pub(super) fn sentences(view: View<'_>, holding: &Holding, entry: &Entry<Medicine>) -> Vec<String> {
    let words = view.words;
    let mine = holding.about.side == RecordSide::Person;
    let mut said = Vec::new();
    let rule = entry.value.rule.as_ref().and_then(|rule| rule.read().ok());
    let in_force = rule.and_then(|rule| InForce::new(rule, &clocks).ok());
    let mut today = None;
    if let Some(in_force) = &in_force
        && let When::AsNeeded { gap, most } = in_force.rule.terms().when
    {
        if let Some(gap) = gap {
            let gap = span(words, i64::from(gap) * 60);
            said.push(if mine {
                say!(words, "medicines-limit-gap", gap = gap)
            } else {
                say!(words, "medicines-limit-gap-theirs", gap = gap)
            });
        }
        if let Some(most) = most.map(usize::from) {
            said.push(if mine {
                say!(words, "medicines-limit-most", count = most)
            } else {
                say!(words, "medicines-limit-most-theirs", count = most)
            });
        }
        let created = holding.record.own(entry.id).created_by();
        let now = view.now.ms.div_euclid(1000);
        // Those of today, in whatever zone.
        let lately = doses(&holding.record, created, now - 3 * 86_400);
        let taken = lately.filter(|dose| dose.value.was_taken());
        let done: Vec<i64> = taken.map(|dose| dose.happened.at).collect();
        let device = when::zone(view.now.going_by());
        let needed = in_force.needed(&done, now, &device);
        today = Some(say!(words, "medicines-today-count", count = needed.today));
    }
    match last(view, holding, entry) {
        Some(last) => said.push(last),
        None if today.is_some() => said.push(say!(words, "medicines-last-none")),
        None => {}
    }
    said.extend(today);
    said
}
