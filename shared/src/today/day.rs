//! The page of the day.

use record::kinds::{DiaryNote, DoseTaken, Medicine, Reading, Symptom, Tracker};
use record::state::Entry;
use record::{EntryId, Kind, Record, Scope};

use super::{bad_day, matters, so_far};
use crate::holding::{Holding, RecordSide};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::opening::help_button;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page, Timeline};
use crate::words::{Words, say};
use crate::{
    about_me, action_plan, appointment, bring_in, diary, medicines, messages, outside, plan,
    reminders, tell, track, when,
};

/// How many trackers stand on the page; the rest are on Track.
const TRACKERS: usize = 6;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let today = view.own_day();
    let date = when::long_day(words, today, today);
    let mut page = Page {
        name: "today".into(),
        title: greeting(view),
        caption: Some(date),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let mine = holding.about.side == RecordSide::Person;
    if !mine {
        page.title = if holding.about.name.is_empty() {
            say!(words, "tab-today")
        } else {
            holding.about.name.clone()
        };
    }
    let (shown, away) = track::trackers(&holding.record);
    let write = holding.may_write(Scope::Health);
    let blocks = &mut page.blocks;

    if let Some(new) = messages::badge(view) {
        blocks.push(column(vec![Card {
            now: true,
            ..Card::new(say!(words, "today-messages", new = new))
                .line(say!(words, "today-messages-line"))
                .icon(Icon::Messages)
                .opens(Place::Messages(messages::Screen::Thread))
        }]));
    }
    blocks.extend(about_me::brief(view, holding));
    blocks.extend(tell::carer::card(view, holding));
    blocks.extend(action_plan::today_blocks(view, holding));
    blocks.extend(plan::today_blocks(view, holding));
    blocks.extend(outside::travel_card(view).filter(|_| mine));
    if let Some(bad) = bad_day::blocks(view, holding) {
        blocks.extend(bad);
        return page;
    }
    blocks.extend(appointment::today(view, holding));
    blocks.extend(medicines::today_blocks(view, holding));
    blocks.extend(reminders::today_blocks(view, holding, false));
    if write && mine && shown.is_empty() && away.is_empty() && is_new(&holding.record) {
        blocks.extend(beginning(words));
    } else if write {
        blocks.push(Block::heading(if mine {
            say!(words, "today-how")
        } else {
            say!(words, "today-write")
        }));
        blocks.push(how(words, &shown));
    }

    let items = so_far::items(view, holding);
    if !items.is_empty() {
        blocks.push(Block::heading(say!(words, "today-so-far")));
        blocks.push(Block::Timeline(Timeline { items, more: None }));
        blocks.push(diary_button(words));
    } else if !is_new(&holding.record) {
        blocks.push(Block::heading(say!(words, "today-so-far")));
        blocks.push(Block::small(say!(words, "today-nothing")));
        blocks.push(diary_button(words));
    }
    blocks.extend(matters::blocks(view, holding));
    if let (true, Some(name)) = (blocks.is_empty(), person(holding)) {
        blocks.push(Block::lede(say!(words, "today-of-nothing", name = name)));
    }
    let mut last = vec![help_button(words)];
    last.extend(about_me::button(view, holding));
    last.extend(bad_day::switch(view, holding));
    blocks.push(Block::buttons(last));
    page
}

fn greeting(view: View<'_>) -> String {
    let hour = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone).hour();
    match hour {
        5..12 => say!(view.words, "today-morning"),
        12..18 => say!(view.words, "today-afternoon"),
        18..23 => say!(view.words, "today-evening"),
        _ => say!(view.words, "today-night"),
    }
}

/// The days before, and a note to write.
fn diary_button(words: &Words) -> Block {
    let diary = Place::Diary(diary::Screen::All);
    Block::buttons(vec![Button::secondary(say!(words, "tab-diary"), diary).icon(Icon::Diary)])
}

fn column(cards: Vec<Card>) -> Block {
    Block::Cards(Cards { layout: CardLayout::Column, cards })
}

/// Whether nothing has been written down yet.
fn is_new(record: &Record) -> bool {
    fn none<K: Kind>(record: &Record) -> bool {
        record.ids::<K>().next().is_none()
    }
    none::<Reading>(record)
        && none::<Symptom>(record)
        && none::<DiaryNote>(record)
        && none::<DoseTaken>(record)
        && none::<Medicine>(record)
}

/// A calm beginning.
fn beginning(words: &Words) -> Vec<Block> {
    vec![
        Block::lede(say!(words, "today-new")),
        column(vec![
            Card {
                now: true,
                ..Card::new(say!(words, "today-new-choose"))
                    .line(say!(words, "today-new-choose-line"))
                    .icon(Icon::Track)
                    .opens(Place::Track(track::Screen::Choose))
            },
            Card::new(say!(words, "today-new-diary"))
                .line(say!(words, "today-new-diary-line"))
                .icon(Icon::Diary)
                .opens(Place::Diary(diary::Screen::Write)),
            Card::new(say!(words, "today-new-bring"))
                .line(say!(words, "today-new-bring-line"))
                .icon(Icon::Upload)
                .opens(Place::BringIn(bring_in::Screen::Pick)),
        ]),
    ]
}

/// What can be written down with one press.
fn how(words: &Words, shown: &[Entry<Tracker>]) -> Block {
    let card = |title: String, icon, id: EntryId| {
        Card::new(title).icon(icon).opens(Place::Track(track::Screen::Log(id)))
    };
    let mut cards: Vec<Card> = shown
        .iter()
        .take(TRACKERS)
        .map(|entry| {
            card(track::tracker_name(words, &entry.value), track::icon_of(&entry.value), entry.id)
        })
        .collect();
    cards.push(
        Card::new(say!(words, "today-else"))
            .icon(Icon::Plus)
            .opens(Place::Track(track::Screen::Symptom)),
    );
    if shown.len() > TRACKERS {
        cards.push(
            Card::new(say!(words, "today-all"))
                .icon(Icon::Track)
                .opens(crate::nav::Intent::Tab(Place::Track(track::Screen::All))),
        );
    }
    Block::Cards(Cards { layout: CardLayout::Grid, cards })
}

/// The name of the holding's person, for sentences about somebody else.
pub(super) fn person(holding: &Holding) -> Option<&str> {
    let about = &holding.about;
    (about.side != RecordSide::Person && !about.name.is_empty()).then_some(about.name.as_str())
}
