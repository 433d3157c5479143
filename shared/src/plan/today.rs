//! What the plan says on Today: a proposal to look at, a review that is due.

use record::kinds::PlanItem;
use record::review;
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

/// The cards: a proposal for who decides about the plan, a review for whoever sees it.
pub(crate) fn blocks(view: View<'_>, holding: &Holding) -> Option<Block> {
    if !sees(holding) {
        return None;
    }
    let mut plan = Gathered::of(holding);
    let mut cards = Vec::new();
    if right(holding, seconds(view)) == Right::Decides {
        cards.extend(proposed(&plan, view, holding));
    }
    cards.extend(card(std::mem::take(&mut plan.items), view, holding));
    (!cards.is_empty()).then_some(Block::Cards(Cards { layout: CardLayout::Column, cards }))
}

/// The card of a review that is due or soon will be, where this side sees the plan.
pub(crate) fn review_card(view: View<'_>, holding: &Holding) -> Option<Card> {
    sees(holding).then(|| card(holding.record.current(), view, holding))?
}

fn proposed(plan: &Gathered, view: View<'_>, holding: &Holding) -> Option<Card> {
    let words = view.words;
    let waiting = plan.waiting(holding);
    let first = waiting.first()?;
    let screen = match waiting.len() {
        1 => Screen::Proposal(first.id),
        _ => Screen::All,
    };
    let by = entry::who(words, holding, &first.created);
    let card = Card::new(say!(words, "plan-today", count = waiting.len()))
        .line(say!(words, "plan-today-line", who = by))
        .icon(Icon::Plan)
        .opens(Place::Plan(screen));
    Some(card)
}

fn card(
    plan: impl IntoIterator<Item = Entry<PlanItem>>,
    view: View<'_>,
    holding: &Holding,
) -> Option<Card> {
    let words = view.words;
    let soon = when::days_after(view.today(), AHEAD);
    let (_, review) = review::first(plan).filter(|(due, _)| Some(*due) <= soon)?;
    let mut card = Card::new(super::told::line(words, &holding.record, &review.value))
        .icon(Icon::Plan)
        .opens(Place::Plan(Screen::One(review.id)));
    card.lines.extend(match right(holding, seconds(view)) {
        Right::Decides => Some(say!(words, "plan-today-review")),
        Right::Proposes => Some(say!(words, "plan-today-review-may")),
        Right::Reads => None,
    });
    Some(card)
}
