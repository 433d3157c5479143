//! All pages for appointments, and the one that comes soon.

use record::Scope;
use record::kinds::AppointmentSummary;
use record::sort;
use record::state::Entry;

use super::Screen;
use super::told::{title, when_text};
use crate::entry;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::when;
use crate::words::say;

/// How many days before it an appointment stands on Today.
const SOON: i32 = 2;

/// Those to come, soonest first, and those without a day; and those before, newest
/// first.
fn all(view: View<'_>, holding: &Holding) -> [Vec<Entry<AppointmentSummary>>; 2] {
    let today = view.today();
    let mut all: Vec<Entry<AppointmentSummary>> = holding.record.current().collect();
    sort::by_key(&mut all, |entry| (entry.value.on.is_none(), entry.value.on, entry.value.at));
    let to_come = |entry: &Entry<_>| {
        let entry: &Entry<AppointmentSummary> = entry;
        entry.value.on.is_none_or(|on| on >= today)
    };
    let (now, mut before): (Vec<_>, Vec<_>) = all.into_iter().partition(to_come);
    before.reverse();
    [now, before]
}

fn card(entry: &Entry<AppointmentSummary>, view: View<'_>) -> Card {
    let words = view.words;
    let mut card = Card::new(title(words, &entry.value))
        .icon(Icon::Calendar)
        .opens(Place::Appointment(Screen::One(entry.id)));
    card.lines.extend(when_text(words, &entry.value, view.today()));
    card.tag = entry::differs(words, entry);
    card
}

fn cards(cards: Vec<Card>) -> Block {
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}

/// On Today: the appointment that comes within days.
pub(crate) fn today(view: View<'_>, holding: &Holding) -> Option<Block> {
    let words = view.words;
    let soon = when::days_after(view.today(), SOON)?;
    let [to_come, _] = all(view, holding);
    let first = to_come.first().filter(|entry| entry.value.on.is_some_and(|on| on <= soon))?;
    let when = when_text(words, &first.value, view.today())?;
    let mut card = Card::new(say!(words, "appointment-soon", when = when))
        .icon(Icon::Calendar)
        .opens(Place::Appointment(Screen::One(first.id)));
    card.lines = vec![title(words, &first.value), say!(words, "appointment-soon-line")];
    Some(cards(vec![card]))
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "appointment".into(),
        title: say!(words, "appointment-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if !holding.sees(Scope::Diary) {
        page.blocks.push(Block::paragraph(say!(words, "appointment-not-shared")));
        return page;
    }
    let write = holding.may_write(Scope::Diary);
    let [now, before] = all(view, holding);
    let new = Button::primary(say!(words, "appointment-new"), Place::Appointment(Screen::New));
    let list = |all: &[Entry<AppointmentSummary>]| {
        cards(all.iter().take(50).map(|entry| card(entry, view)).collect())
    };
    if now.is_empty() {
        page.blocks.push(Block::empty(
            Icon::Calendar,
            say!(words, "appointment-none"),
            say!(words, "appointment-none-text"),
            write.then_some(new),
        ));
    } else {
        page.blocks.push(list(&now));
        if write {
            page.blocks.push(Block::buttons(vec![new.icon(Icon::Plus)]));
        }
    }
    if !before.is_empty() {
        page.blocks.push(Block::heading(say!(words, "appointment-before")));
        page.blocks.push(list(&before));
    }
    page
}
