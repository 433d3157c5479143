//! What the plan says on Today: a proposal to look at, a review that is due.

use record::kinds::{PlanItem, PlanSort};
use record::state::Entry;

use super::gathered::Gathered;
use super::rights::{Right, right, sees};
use super::{Screen, seconds};
use crate::entry;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Card, CardLayout, Cards, Icon};
use crate::when;
use crate::words::say;

/// A review stands on Today from so many days before it.
const AHEAD: i32 = 7;

/// The cards, for who decides about the plan.
pub(crate) fn blocks(view: View<'_>, holding: &Holding) -> Option<Block> {
    let words = view.words;
    if !sees(holding) || right(holding, seconds(view)) != Right::Decides {
        return None;
    }
    let plan = Gathered::of(holding);
    let mut cards = Vec::new();
    let waiting = plan.waiting(holding);
    if let Some(first) = waiting.first() {
        let screen = match waiting.len() {
            1 => Screen::Proposal(first.id),
            _ => Screen::All,
        };
        let by = entry::who(words, holding, &first.created);
        let card = Card::new(say!(words, "plan-today", count = waiting.len()))
            .line(say!(words, "plan-today-line", who = by))
            .icon(Icon::Plan)
            .opens(Place::Plan(screen));
        cards.push(card);
    }
    let soon = when::days_after(view.today(), AHEAD);
    let due = |entry: &&&Entry<PlanItem>| entry.value.done.is_none() && entry.value.on <= soon;
    let reviews = plan.of_sort(PlanSort::Review);
    if let Some(review) = reviews.iter().filter(due).min_by_key(|entry| entry.value.on) {
        let card = Card::new(super::told::line(words, &holding.record, &review.value))
            .line(say!(words, "plan-today-review"))
            .icon(Icon::Plan)
            .opens(Place::Plan(Screen::One(review.id)));
        cards.push(card);
    }
    (!cards.is_empty()).then_some(Block::Cards(Cards { layout: CardLayout::Column, cards }))
}
