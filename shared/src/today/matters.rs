//! What matters most to the person, in their own words: the first item of "About
//! me", on the day's page.

use record::Scope;

use super::day::person;
use crate::about_me::{self, Intent, Item, said};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Card, CardLayout, Cards};
use crate::track;
use crate::words::say;

/// The part of the day's page.
pub(super) fn blocks(view: View<'_>, holding: &Holding) -> Vec<Block> {
    let words = view.words;
    let write = holding.may_write(Scope::About);
    let said = said(&holding.record, Item::Important);
    if said.is_empty() && !write {
        return Vec::new();
    }
    let heading = match person(holding) {
        Some(name) => say!(words, "today-matters-to", name = name),
        None => say!(words, "today-matters"),
    };
    // What is spoken begins with the words that are seen, for those who speak to
    // their device (WCAG 2.5.3).
    let button = |label: String| {
        let spoken = say!(
            words,
            "today-matters-button",
            button = label.as_str(),
            heading = heading.as_str()
        );
        Button::quiet(label, Press::AboutMe(Intent::Write(Item::Important))).spoken(spoken)
    };
    let mut blocks = vec![Block::heading(heading.clone())];
    if said.is_empty() {
        let (title, line) = match person(holding) {
            Some(name) => (
                say!(words, "today-matters-none-of", name = name),
                say!(words, "today-matters-none-of-line"),
            ),
            None => (say!(words, "today-matters-none"), say!(words, "today-matters-none-line")),
        };
        let mut card = Card::new(title).line(line);
        card.buttons.push(button(say!(words, "today-matters-add")));
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards: vec![card] }));
        return blocks;
    }
    if said.len() > 1 {
        blocks.push(Block::paragraph(say!(words, "today-matters-two")));
    }
    let two = said.len() > 1;
    for said in said {
        blocks.push(Block::quote(said.text));
        blocks.extend(track::author_line(words, holding, &said.by).map(Block::small));
    }
    let all = Button::quiet(say!(words, "about-me-all"), Place::AboutMe(about_me::Screen::All));
    if write {
        let label = if two { say!(words, "today-matters-settle") } else { say!(words, "change") };
        blocks.push(Block::buttons(vec![button(label), all]));
    } else {
        blocks.push(Block::buttons(vec![all]));
    }
    blocks
}
