//! All questionnaires, and when each was last answered.

use record::Scope;
use record::kinds::QuestionnaireResponse;

use super::known::{self, Known};
use super::{Intent, Screen};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page};
use crate::when;
use crate::words::say;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "questionnaires".into(),
        title: say!(words, "questions-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let write = holding.may_write(Scope::Health);
    page.blocks.push(Block::lede(say!(words, "questions-intro")));
    let cards = known::all(&holding.record);
    let cards = cards.iter().map(|known| card(known, write, holding, view)).collect();
    page.blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    if write {
        let bring = Place::Questionnaires(Screen::BringIn);
        page.blocks.push(Block::buttons(vec![
            Button::secondary(say!(words, "questions-bring-in"), bring).icon(Icon::Upload),
        ]));
    }
    page
}

fn card(known: &Known, write: bool, holding: &Holding, view: View<'_>) -> Card {
    let words = view.words;
    let definition = &known.definition;
    let title = definition.title.as_str();
    let mut card = Card::new(title);
    card.lines.extend(definition.about.clone());
    let answered = holding.record.current::<QuestionnaireResponse>();
    let answered = answered.filter(|entry| entry.value.questionnaire == definition.url);
    let last = answered.max_by_key(|entry| entry.happened.at);
    if write {
        card = card.opens(Place::Questionnaires(Screen::Fill(definition.url.clone())));
    }
    if let Some(last) = last {
        let day = when::near(words, &last.happened, view.today());
        card.lines.push(say!(words, "questions-last", day = day));
        let over_time = Place::Questionnaires(Screen::OverTime(definition.url.clone(), 0));
        card.buttons.push(
            Button::quiet(say!(words, "questions-over-time"), over_time).spoken(say!(
                words,
                "questions-over-time-what",
                title = title
            )),
        );
    }
    if let Some(id) = known.brought.filter(|_| write) {
        let away = Press::Questionnaires(Intent::PutAway(id));
        card.buttons.push(Button::quiet(say!(words, "questions-put-away"), away).spoken(say!(
            words,
            "questions-put-away-what",
            title = title
        )));
    }
    card
}
