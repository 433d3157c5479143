//! Another zone: what goes by the clock where the person is does not move before
//! they have seen the next 48 hours and agreed. Until then it goes on by the clock
//! that they agreed to last, on Today as on the lock screen.

use std::collections::HashSet;

use crux_core::Command;

use super::{Intent, Screen, Signal, reminders};
use crate::app::{Cmd, Signal as AppSignal};
use crate::effects::clock::Now;
use crate::holding::RecordSide;
use crate::model::{Cx, Open, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::reminders::place_of;
use crate::screen::{
    Block, Button, Card, CardLayout, Cards, Cell, Column, Icon, Notice, NoticeTone, Page, Row,
    Table,
};
use crate::words::say;
use crate::{settings, when, zones};

/// How far ahead is shown, in seconds.
const AHEAD: i64 = 48 * 3600;

/// A time, in seconds since 1970, by the clock that was agreed to and by the one here.
#[derive(Debug)]
pub(crate) struct Moved {
    /// Of what.
    pub(crate) what: String,
    /// Its name.
    pub(crate) key: String,
    /// Before.
    pub(crate) before: i64,
    /// If it moves; the same for what is pinned.
    pub(crate) after: i64,
}

/// The zone that was agreed to, where it is another than the one here.
pub(crate) fn agreed(open: &Open, here: &str) -> Option<String> {
    let other = |zone: &&String| *zone != here && !open.staff.is_active();
    open.settings.zone.as_ref().filter(other).cloned()
}

/// The next 48 hours by both clocks, soonest first.
fn ahead(view: View<'_>) -> Vec<Moved> {
    let here = Now { agreed: None, ..view.now.clone() };
    let mut seen = HashSet::new();
    let mut all: Vec<Moved> = Vec::new();
    for holding in &view.open.holdings {
        if holding.about.side != RecordSide::Person {
            continue;
        }
        let clocks = [view.now, &here];
        let mut found = reminders::moved(holding, clocks, AHEAD, view.words);
        found.retain(|one| seen.insert((holding.index, one.key.clone())));
        all.append(&mut found);
    }
    record::sort::by_key(&mut all, |one| one.before);
    all
}

/// Notices that the device is elsewhere. Where nothing would move, there is nothing to
/// agree to; a zone that the app does not know changes nothing.
pub(super) fn look(cx: &mut Cx<'_>) -> Option<Cmd> {
    let agreed = cx.open.settings.zone.as_ref();
    if agreed == Some(&cx.now.zone) || zones::get(&cx.now.zone).is_none() {
        return None;
    }
    let moves = |one: &Moved| one.before != one.after;
    match agreed {
        Some(_) if ahead(cx.view()).iter().any(moves) => None,
        Some(_) => Some(go_by_here(cx)),
        None if ahead(cx.view()).is_empty() => None,
        None => {
            cx.open.settings.zone = Some(cx.now.zone.clone());
            Some(settings::save(cx))
        }
    }
}

fn go_by_here(cx: &mut Cx<'_>) -> Cmd {
    cx.open.settings.zone = Some(cx.now.zone.clone());
    settings::save(cx).and(Command::event(AppSignal::Outside(Signal::Moved)))
}

/// The person has agreed.
pub(super) fn agree(cx: &mut Cx<'_>) -> Cmd {
    if cx.now.agreed.is_none() || zones::get(&cx.now.zone).is_none() {
        return Command::done();
    }
    if *cx.open.screen() == Place::Outside(Screen::Travel) {
        cx.open.back();
    }
    let title = say!(cx.words, "travel-agreed", here = place_of(&cx.now.zone));
    cx.open.notice = Some(Notice::new(NoticeTone::Success, title));
    go_by_here(cx)
}

/// What stands on Today until then.
pub(crate) fn card(view: View<'_>) -> Option<Block> {
    let agreed = view.now.agreed.as_deref()?;
    zones::get(&view.now.zone)?;
    let words = view.words;
    let (here, there) = (place_of(&view.now.zone), place_of(agreed));
    let card = Card::new(say!(words, "travel-title", here = here))
        .line(say!(words, "travel-line", there = there))
        .icon(Icon::Clock)
        .opens(Place::Outside(Screen::Travel));
    Some(Block::Cards(Cards { layout: CardLayout::Column, cards: vec![card] }))
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let here = place_of(&view.now.zone);
    let title = say!(words, "travel-title", here = here.as_str());
    let mut page = Page { name: "outside.travel".into(), title, ..Page::default() };
    let Some(agreed) = view.now.agreed.as_deref() else {
        page.blocks.push(Block::paragraph(say!(words, "travel-same")));
        return page;
    };
    let there = place_of(agreed);
    let column = |title| Column { title, numeric: false };
    let rows = ahead(view).iter().map(|one| row(one, view)).collect();
    page.blocks = vec![
        Block::paragraph(say!(words, "travel-what", there = there.as_str())),
        Block::Table(Table {
            caption: say!(words, "travel-table", here = here.as_str()),
            columns: vec![
                column(say!(words, "travel-column-what")),
                column(say!(words, "travel-column-before", there = there.as_str())),
                column(say!(words, "travel-column-after", here = here.as_str())),
            ],
            rows,
            more: None,
        }),
        Block::paragraph(say!(words, "travel-ask")),
        Block::buttons(vec![
            Button::primary(
                say!(words, "travel-agree", here = here.as_str()),
                Press::Outside(Intent::GoByHere),
            ),
            Button::secondary(say!(words, "travel-leave", there = there.as_str()), Press::Back),
        ]),
    ];
    page
}

fn row(one: &Moved, view: View<'_>) -> Row {
    let words = view.words;
    let moment = |at: i64| {
        let wall = when::wall_at(at, &view.now.zone);
        let day = when::near_day(words, wall.date(), view.today());
        say!(words, "day-time", day = day, time = when::time(wall.time()))
    };
    let after = if one.before == one.after {
        say!(words, "travel-unchanged")
    } else {
        let said = moment(one.after);
        let passed = one.after <= view.now.ms.div_euclid(1000);
        if passed { say!(words, "travel-passed", when = said) } else { said }
    };
    Row::new(vec![Cell::new(one.what.as_str()), Cell::new(moment(one.before)), Cell::new(after)])
}
