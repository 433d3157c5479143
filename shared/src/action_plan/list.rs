//! All plans.

use record::Scope;
use record::kinds::ActionPlan;
use record::state::Entry;

use super::Screen;
use super::judge::is_followed;
use super::wording::{by_text, either, is_mine, plan_name, versions};
use crate::entry;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;

/// Whether the plans of a record are shown on this device at all.
pub(super) fn is_shared(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person || holding.about.scopes.has(Scope::Plan)
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "plans".into(),
        title: say!(words, "plans-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if !is_shared(holding) {
        // To say "no plans" here would be to say what is not known.
        page.blocks.push(Block::paragraph(say!(words, "plans-not-shared")));
        return page;
    }
    let write = holding.may_write(Scope::Plan);
    let today = view.today();
    let (now, before): (Vec<Entry<ActionPlan>>, Vec<_>) =
        holding.record.current::<ActionPlan>().partition(|entry| is_followed(&entry.value, today));
    let new = || Button::primary(say!(words, "plans-new"), Place::Plans(Screen::New));
    if now.is_empty() {
        page.blocks.push(Block::empty(
            Icon::Plan,
            say!(words, "plans-none"),
            say!(words, "plans-none-text"),
            write.then(new),
        ));
    } else {
        page.blocks.push(cards(&now, holding, view));
        if write {
            page.blocks.push(Block::buttons(vec![new().icon(Icon::Plus)]));
        }
    }
    if !before.is_empty() {
        page.blocks.push(Block::heading(say!(words, "plans-ended")));
        page.blocks.push(cards(&before, holding, view));
    }
    page
}

fn cards(plans: &[Entry<ActionPlan>], holding: &Holding, view: View<'_>) -> Block {
    let words = view.words;
    let card = |entry: &Entry<ActionPlan>| {
        let name = either(words, versions(entry, |plan| plan_name(words, plan)));
        let (by, on) = (entry.value.set_by.as_deref(), entry.value.set_on);
        let mut card = Card::new(name)
            .line(by_text(words, is_mine(holding), by, on))
            .icon(Icon::Plan)
            .opens(Place::Plans(Screen::One(entry.id)));
        card.tag = entry::differs(words, entry);
        card
    };
    let cards = plans.iter().take(100).map(card).collect();
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}
