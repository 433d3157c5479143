//! What was written or changed between two reviews.

use jiff::civil::Time;
use record::kinds::{PlanItem, PlanSort};
use record::op::Act;
use record::state::Entry;
use record::{OpId, Scope};

use super::all::{Seen, cards};
use super::one::NOTES;
use super::part::{self, Part};
use crate::items::setters;
use crate::screen::Block;
use crate::when;
use crate::words::say;

/// When a review was held, in milliseconds since 1970: when it was written down, or at
/// the end of its day where that was later. What was changed on the same day after it
/// belongs to the next.
fn held(review: &Entry<PlanItem>, seen: Seen<'_>) -> Option<i64> {
    let day = review.value.done?;
    let record = &seen.holding.record;
    let by = setters(record, review.id).remove(&Part::Done.number());
    let written = by.map_or(review.created.recorded, |by| by.recorded).ms();
    let next = day.tomorrow().ok()?;
    let over = when::happened(next, Time::midnight(), &seen.view.now.zone).at * 1000;
    Some(written.min(over))
}

/// Of a review: what was written or changed since the one before it was held, and
/// before it was held itself.
pub(super) fn since(entry: &Entry<PlanItem>, seen: Seen<'_>) -> Vec<Block> {
    let Seen { plan, view, holding } = seen;
    let words = view.words;
    if entry.value.sort != PlanSort::Review {
        return Vec::new();
    }
    let until = held(entry, seen).unwrap_or(i64::MAX);
    let reviews = plan.of_sort(PlanSort::Review).into_iter().filter(|other| other.id != entry.id);
    let before = reviews
        .filter(|other| other.value.done <= entry.value.done.or(entry.value.on))
        .filter_map(|other| Some((held(other, seen)?, other.value.done?)))
        .filter(|(at, _)| *at < until)
        .max();
    let Some((from, day)) = before else { return Vec::new() };
    let within = |at: i64| from < at && at <= until;
    let history = holding.record.history(Scope::Plan);
    let changed: Vec<OpId> = history
        .filter(|held| within(held.recorded.ms()))
        .map(|held| match held.act {
            Act::Create(_) => held.id,
            Act::Change(touch) | Act::Retract(touch) => touch.entry,
        })
        .collect();
    let changed = plan.items.iter().filter(|item| {
        item.value.sort != PlanSort::Review && changed.contains(&item.id.created_by())
    });
    let mut blocks = vec![Block::heading(say!(words, "plan-since", day = part::day(words, day)))];
    let mut changed = changed.peekable();
    if changed.peek().is_none() {
        blocks.push(Block::small(say!(words, "plan-since-none")));
    } else {
        blocks.push(cards(changed.take(NOTES), seen));
    }
    blocks
}
