//! All referrals, and the choices there are.

use record::Scope;
use record::kinds::Referral;

use super::Screen;
use super::rules::{self, Rule};
use super::wording::{day_text, of_text};
use crate::deciding::is_shared;
use crate::entry;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page, Tag, Tone};
use crate::words::{Words, say};

/// As many are listed.
const LISTED: usize = 100;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "choice".into(),
        title: say!(words, "choice-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    if is_shared(holding) {
        let referrals: Vec<Card> = holding
            .record
            .current::<Referral>()
            .rev()
            .take(LISTED)
            .map(|entry| {
                let mut card = Card::new(entry.value.service.clone())
                    .line(of_text(words, entry.value.of))
                    .icon(Icon::Calendar)
                    .opens(Place::Choosing(Screen::One(entry.id)));
                if let Some(day) = entry.value.referred {
                    let day = day_text(words, day);
                    card = card.line(say!(words, "choice-referred-on", day = day));
                }
                card.tag = entry::differs(words, &entry);
                card
            })
            .collect();
        if referrals.is_empty() {
            page.blocks.push(Block::paragraph(say!(words, "choice-empty")));
        } else {
            page.blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards: referrals }));
        }
        if holding.may_write(Scope::Decisions) {
            let new = Button::primary(say!(words, "choice-new"), Place::Choosing(Screen::New));
            page.blocks.push(Block::buttons(vec![new.icon(Icon::Plus)]));
        }
    } else {
        page.blocks.push(Block::paragraph(say!(words, "deciding-not-shared")));
    }
    page.blocks.push(Block::heading(say!(words, "choice-rights")));
    page.blocks.push(Block::paragraph(say!(words, "choice-england")));
    let today = view.today();
    let rules = rules::all().into_iter().filter(|rule| rule.holds_on(today));
    let cards = rules.map(|rule| card(words, &rule, None)).collect();
    page.blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    page
}

/// A choice, and whether it is a right.
pub(super) fn card(words: &Words, rule: &Rule<'_>, of: Option<record::EntryId>) -> Card {
    let place = Place::Choosing(Screen::Right(rule.id.to_owned(), of));
    let mut card = Card::new(words.get(rule.title)).icon(Icon::Info).opens(place);
    card.tag = Some(tag(words, rule));
    card
}

/// "A legal right", or that it is none.
pub(super) fn tag(words: &Words, rule: &Rule<'_>) -> Tag {
    if rule.is_right {
        Tag::new(say!(words, "choice-right"), Tone::Green)
    } else {
        Tag::new(say!(words, "choice-no-right"), Tone::Neutral)
    }
}
