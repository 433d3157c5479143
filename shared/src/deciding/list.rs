//! All decisions.

use record::Scope;
use record::kinds::{Decision, StepOf};
use record::state::Entry;

use super::whole::{Status, last, status, steps};
use super::wording::{day_text, decision, tag, wordings};
use super::{Screen, is_shared};
use crate::entry;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::when;
use crate::words::say;

/// As many are listed.
const LISTED: usize = 100;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "decisions".into(),
        title: say!(words, "deciding-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if !is_shared(holding) {
        page.blocks.push(Block::paragraph(say!(words, "deciding-not-shared")));
        return page;
    }
    let write = holding.may_write(Scope::Decisions);
    let new = || Button::primary(say!(words, "deciding-new"), Place::Deciding(Screen::New));
    let all: Vec<Entry<Decision>> = holding.record.current().rev().take(LISTED).collect();
    if all.is_empty() {
        page.blocks.push(Block::empty(
            Icon::Decision,
            say!(words, "deciding-empty"),
            say!(words, "deciding-empty-text"),
            write.then(new),
        ));
        return page;
    }
    let cards = all.iter().map(|entry| card(entry, holding, view)).collect();
    page.blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    if write {
        page.blocks.push(Block::buttons(vec![new().icon(Icon::Plus)]));
    }
    page
}

fn card(entry: &Entry<Decision>, holding: &Holding, view: View<'_>) -> Card {
    let words = view.words;
    let steps = steps(holding, entry.id);
    let status = status(&steps);
    let mut card = Card::new(wordings(words, entry, |decision| decision.about.clone()))
        .icon(Icon::Decision)
        .opens(Place::Deciding(Screen::One(entry.id, false)));
    card.tag = Some(entry::differs(words, entry).unwrap_or_else(|| tag(words, status)));
    if let Some(step) = last(&steps, StepOf::Decided).filter(|_| status == Status::Decided) {
        let on = day_text(words, when::wall(&step.happened).date());
        card = card.line(decision(&step.value, &holding.record)).line(on);
    }
    card
}
