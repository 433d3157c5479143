//! All experiments: those that go on, and those that are over.

use record::Scope;
use record::kinds::Experiment;
use record::state::Entry;

use super::{Screen, looked_at, one, weeks};
use crate::entry;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "experiments".into(),
        title: say!(words, "experiments-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if !holding.sees(Scope::Health) {
        page.blocks.push(Block::paragraph(say!(words, "experiments-not-shared")));
        return page;
    }
    let write = holding.may_write(Scope::Health);
    let today = view.own_day();
    let goes_on = |entry: &Entry<Experiment>| {
        entry.value.stopped.is_none() && weeks::last(entry.value.weeks.change) >= today
    };
    let all: Vec<Entry<Experiment>> = holding.record.current().collect();
    let (now, before): (Vec<_>, Vec<_>) = all.into_iter().rev().partition(goes_on);
    let cards = |all: &[Entry<Experiment>]| {
        let card = |entry: &Entry<Experiment>| {
            let experiment = &entry.value;
            let mut card = Card::new(experiment.question.as_str())
                .line(looked_at(words, &holding.record, experiment))
                .line(one::stands(experiment, view))
                .icon(Icon::Chart)
                .opens(Place::Experiments(Screen::One(entry.id)));
            card.tag = entry::differs(words, entry);
            card
        };
        let cards = all.iter().take(100).map(card).collect();
        Block::Cards(Cards { layout: CardLayout::Column, cards })
    };
    let new =
        Button::primary(say!(words, "experiments-new"), Place::Experiments(Screen::New(None)));
    if now.is_empty() && before.is_empty() {
        page.blocks.push(Block::empty(
            Icon::Chart,
            say!(words, "experiments-none"),
            say!(words, "experiments-none-text"),
            write.then_some(new),
        ));
        return page;
    }
    if !now.is_empty() {
        page.blocks.push(cards(&now));
    }
    if write {
        page.blocks.push(Block::buttons(vec![new.icon(Icon::Plus)]));
    }
    if !before.is_empty() {
        page.blocks.push(Block::heading(say!(words, "experiments-before")));
        page.blocks.push(cards(&before));
    }
    page
}
