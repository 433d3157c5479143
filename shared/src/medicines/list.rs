//! All medicines, and what the person reacts badly to.

use record::Scope;
use record::kinds::{Allergy, Medicine};
use record::state::Entry;

use super::wording::{dose_text, each, full_name, reacts_text};
use super::{Screen, facts, rule, stock};
use crate::entry;
use crate::event::Platform;
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::words::say;

/// The medicines of a record: those that are taken, and those that were.
pub(super) fn all(view: View<'_>, holding: &Holding) -> [Vec<Entry<Medicine>>; 2] {
    let today = view.today();
    let taken = |entry: &Entry<Medicine>| entry.value.stopped.is_none_or(|last| last >= today);
    let (now, before) = holding.record.current::<Medicine>().partition(taken);
    [now, before]
}

/// Whether the medicines of a record are shown on this device at all.
pub(super) fn is_shared(holding: &Holding) -> bool {
    holding.about.side == RecordSide::Person || holding.about.scopes.has(Scope::Medicines)
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "medicines".into(),
        title: say!(words, "medicines-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if !is_shared(holding) {
        // To say "no medicines" here would be to say what is not known.
        page.blocks.push(Block::paragraph(say!(words, "medicines-not-shared")));
        return page;
    }
    let write = holding.may_write(Scope::Medicines);
    let [now, before] = all(view, holding);
    let allergies: Vec<Entry<Allergy>> = holding.record.current().collect();
    let new = || Button::primary(say!(words, "medicines-new"), Place::Medicines(Screen::New));
    let blocks = &mut page.blocks;
    if now.is_empty() {
        blocks.push(Block::empty(
            Icon::Pill,
            say!(words, "medicines-none"),
            say!(words, "medicines-none-text"),
            write.then(new),
        ));
    } else {
        blocks.push(cards(&now, |entry| card(entry, holding, view)));
        let mut buttons = Vec::new();
        if write {
            buttons.push(new().icon(Icon::Plus));
        }
        let sheet = Place::Medicines(Screen::Sheet);
        buttons.push(Button::secondary(say!(words, "medicines-sheet"), sheet).icon(Icon::File));
        blocks.push(Block::buttons(buttons));
        blocks.push(Block::small(how_they_come(view)));
    }
    blocks.push(Block::heading(say!(words, "medicines-allergies")));
    if allergies.is_empty() {
        blocks.push(Block::paragraph(say!(words, "medicines-allergies-none")));
    } else {
        blocks.push(cards(&allergies, |entry| allergy_card(entry, view)));
    }
    if write {
        let place = Place::Medicines(Screen::Allergy(None));
        let add = Button::secondary(say!(words, "medicines-allergy-new"), place);
        blocks.push(Block::buttons(vec![add]));
    }
    if !before.is_empty() {
        blocks.push(Block::heading(say!(words, "medicines-stopped")));
        blocks.push(cards(&before, |entry| card(entry, holding, view)));
    }
    page
}

fn cards<K>(entries: &[Entry<K>], card: impl Fn(&Entry<K>) -> Card) -> Block {
    let cards = entries.iter().take(100).map(card).collect();
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}

fn card(entry: &Entry<Medicine>, holding: &Holding, view: View<'_>) -> Card {
    let words = view.words;
    let name = each(words, entry, &|medicine| Some(full_name(medicine))).unwrap_or_default();
    let mut card = Card::new(name).icon(Icon::Pill).opens(Place::Medicines(Screen::One(entry.id)));
    card.tag = entry::differs(words, entry);
    card.lines.extend(dose_text(words, entry));
    card.lines.extend(each(words, entry, &|medicine| rule::text(words, medicine)));
    if let Some(last) = entry.value.stopped {
        let day = crate::when::day(words, last, view.today());
        card.lines.push(say!(words, "medicines-stopped-on", day = day));
        return card;
    }
    if facts::as_needed(&entry.value) {
        card.lines.extend(facts::last(view, holding, entry));
    }
    card.lines.extend(stock::line(view, holding, entry));
    card
}

fn allergy_card(entry: &Entry<Allergy>, view: View<'_>) -> Card {
    let words = view.words;
    let to = each(words, entry, &|allergy| Some(allergy.to.clone())).unwrap_or_default();
    let mut card =
        Card::new(to).icon(Icon::Warning).opens(Place::Entry(entry::Screen::Whole(entry.id)));
    card.tag = entry::differs(words, entry);
    card.lines.extend(each(words, entry, &|allergy| Some(reacts_text(words, allergy.sort))));
    card.lines.extend(each(words, entry, &|allergy| allergy.reaction.clone()));
    card
}

/// What this device can be trusted with.
fn how_they_come(view: View<'_>) -> String {
    let can = view.launch.abilities.notifications;
    match view.launch.platform {
        Platform::Web if can => say!(view.words, "medicines-how-browser"),
        _ if can => say!(view.words, "medicines-how-phone"),
        _ => say!(view.words, "medicines-how-today"),
    }
}
