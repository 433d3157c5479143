//! What the person follows, with the latest value of each.

use crux_core::Command;
use record::kinds::Tracker;
use record::state::Entry;
use record::{EntryId, Scope};

use super::names::{tracker_name, value_text};
use super::readings::{latest_reading, trackers};
use super::{Intent, Screen, Span, icon_of, line, symptom};
use crate::action_plan;
use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page, Timeline};
use crate::when;
use crate::words::say;

/// How many symptoms stand on the first page.
const SYMPTOMS: usize = 5;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let page = Page {
        name: "track".into(),
        title: say!(words, "tab-track"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let (shown, away) = trackers(&holding.record);
    let today = view.today();
    let write = holding.may_write(Scope::Health);
    let choose = |label| Button::secondary(label, Place::Track(Screen::Choose)).icon(Icon::Plus);

    let mut blocks = Vec::new();
    if shown.is_empty() {
        blocks.push(Block::empty(
            Icon::Track,
            say!(words, "track-empty"),
            say!(words, "track-empty-text"),
            write.then(|| {
                Button::primary(say!(words, "track-choose"), Place::Track(Screen::Choose))
            }),
        ));
    } else {
        let cards = shown.iter().map(|entry| {
            let card = Card::new(tracker_name(words, &entry.value))
                .icon(icon_of(&entry.value))
                .opens(Place::Track(Screen::chart(entry.id, Span::default())));
            match latest_reading(view, holding, entry.id) {
                Some(latest) => Card {
                    tag: action_plan::reading_tag(view, holding, &entry.value, &latest),
                    ..card.line(say!(
                        words,
                        "track-latest",
                        value = value_text(words, &entry.value, &latest.value),
                        when = when::near(words, &latest.happened, today)
                    ))
                },
                None => card.line(say!(words, "track-nothing-yet")),
            }
        });
        blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards: cards.collect() }));
        if write {
            blocks.push(Block::buttons(vec![choose(say!(words, "track-choose-more"))]));
        }
    }

    let found = symptom::newest(holding, 0, SYMPTOMS + 1);
    if write || !found.is_empty() {
        blocks.push(Block::heading(say!(words, "track-symptoms")));
    }
    if !found.is_empty() {
        let items = found
            .iter()
            .take(SYMPTOMS)
            .map(|entry| line::symptom(view, holding, entry, line::When::Day(today)))
            .collect();
        let more = (found.len() > SYMPTOMS).then(|| {
            Button::secondary(
                say!(words, "track-symptoms-all"),
                Place::Track(Screen::Symptoms { skip: 0 }),
            )
        });
        blocks.push(Block::Timeline(Timeline { items, more }));
    }
    if write {
        blocks.push(Block::buttons(vec![
            Button::secondary(say!(words, "track-symptom-add"), Place::Track(Screen::Symptom))
                .icon(Icon::Plus),
        ]));
    }
    if !away.is_empty() {
        blocks.push(Block::heading(say!(words, "track-away")));
        blocks.push(Block::Cards(Cards {
            layout: CardLayout::Column,
            cards: away.iter().map(|entry| put_away(view, entry, write)).collect(),
        }));
    }
    Page { blocks, ..page }
}

fn put_away(view: View<'_>, entry: &Entry<Tracker>, write: bool) -> Card {
    let words = view.words;
    let name = tracker_name(words, &entry.value);
    let mut card = Card::new(name.clone()).icon(icon_of(&entry.value));
    card.buttons.push(
        Button::quiet(
            say!(words, "track-look"),
            Place::Track(Screen::chart(entry.id, Span::default())),
        )
        .spoken(say!(words, "track-look-at", name = name.as_str())),
    );
    if write {
        card.buttons.push(
            Button::quiet(
                say!(words, "track-bring-back"),
                Press::Track(Intent::BringBack(entry.id)),
            )
            .spoken(say!(words, "track-bring-back-what", name = name)),
        );
    }
    card
}

/// Puts a tracker away, or brings it back. Its readings stay.
pub(super) fn place(id: EntryId, away: bool, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding().filter(|holding| holding.may_write(Scope::Health)) else {
        return Command::done();
    };
    let Some(entry) = holding.record.get::<Tracker>(id) else { return Command::done() };
    let name = tracker_name(cx.words, &entry.value);
    let put_away = Some(away);
    let new = Tracker { put_away, ..entry.value.clone() };
    let text = if away {
        say!(cx.words, "track-was-put-away", name = name)
    } else {
        say!(cx.words, "track-was-brought-back", name = name)
    };
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    act.change(entry.sight(), &entry.value, &new, now);
    let notice = saving::notice(cx.open, cx.words, holding).text(text);
    let go = if away { Go::Tab(Place::Track(Screen::All)) } else { Go::Stay };
    act.save(cx, go, Some(notice))
}
