//! Who is told of what, with a way to stop it; and who was told.

use record::kinds::{Tell, TellOf, Told};
use record::state::Entry;
use record::{EntryId, Scope};

use super::{Intent, Screen, due};
use crate::app::Cmd;
use crate::holding::{Holding, RecordSide};
use crate::medicines;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::saving::{self, Act, Go};
use crate::screen::{Block, Button, Card, CardLayout, Cards, Icon, Page, Timeline, TimelineItem};
use crate::words::{Words, say};
use crate::{reminders, sharing, when};

/// As many of those who were told are listed.
const LISTED: usize = 20;

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page =
        Page { name: "tell".into(), title: say!(words, "tell-title"), ..Page::default() };
    let own = view.open.holding().filter(|holding| holding.about.side == RecordSide::Person);
    let Some(holding) = own else {
        page.blocks.push(Block::paragraph(say!(words, "tell-not-yours")));
        return page;
    };
    page.blocks.push(Block::lede(say!(words, "tell-lede")));
    let cards: Vec<Card> =
        holding.record.current::<Tell>().map(|entry| card(&entry, holding, view)).collect();
    if !cards.is_empty() {
        page.blocks.push(Block::Cards(Cards { layout: CardLayout::Column, cards }));
    }
    if sharing::carers(holding, view.now.ms.div_euclid(1000)).is_empty() {
        page.blocks.push(Block::paragraph(say!(words, "tell-nobody")));
        let sharing = Place::Sharing(sharing::Screen::All);
        page.blocks
            .push(Block::buttons(vec![Button::secondary(say!(words, "more-sharing"), sharing)]));
    } else {
        let new = Button::primary(say!(words, "tell-new"), Place::Tell(Screen::New));
        page.blocks.push(Block::buttons(vec![new.icon(Icon::Plus)]));
    }
    page.blocks.push(Block::paragraph(say!(words, "tell-limits")));
    let items = told(holding, view);
    if !items.is_empty() {
        page.blocks.push(Block::heading(say!(words, "tell-told-title")));
        page.blocks.push(Block::Timeline(Timeline { items, more: None }));
    }
    page
}

/// Whom the server told, newest first; also for the page of who can see what.
pub(crate) fn told(holding: &Holding, view: View<'_>) -> Vec<TimelineItem> {
    let words = view.words;
    let item = |entry: Entry<Told>| {
        let wall = when::wall_at(entry.happened.at, &view.now.zone);
        let day = when::near_day(words, wall.date(), view.today());
        TimelineItem {
            when: say!(words, "day-time", day = day, time = when::time(wall.time())),
            title: say!(words, "tell-told", who = entry.value.who.as_str()),
            lines: Vec::new(),
            icon: Some(Icon::Carer),
            tag: None,
            action: None,
        }
    };
    holding.record.all::<Told>().rev().take(LISTED).map(item).collect()
}

/// Who is told, and of what.
pub(crate) fn in_words(tell: &Tell, holding: &Holding, words: &Words) -> (String, String) {
    (sharing::called(holding, tell.member), what(tell, holding, words))
}

/// What somebody is told of.
pub(super) fn what(tell: &Tell, holding: &Holding, words: &Words) -> String {
    let of = |scope| {
        let record::OpId { writer, counter } = tell.which?.0;
        Some(EntryId { scope, writer, counter })
    };
    match tell.of {
        TellOf::BadDay => say!(words, "tell-bad-day"),
        TellOf::Medicine => of(Scope::Medicines).and_then(|id| holding.record.get(id)).map_or_else(
            || say!(words, "reminders-unnamed"),
            |entry| medicines::full_name(&entry.value),
        ),
        _ => of(Scope::Health).and_then(|id| holding.record.get(id)).map_or_else(
            || say!(words, "reminders-unnamed"),
            |entry| reminders::label(words, &holding.record, &entry.value),
        ),
    }
}

fn card(entry: &Entry<Tell>, holding: &Holding, view: View<'_>) -> Card {
    let words = view.words;
    let tell = &entry.value;
    let (who, what) = in_words(tell, holding, words);
    let line = if tell.of == TellOf::BadDay {
        say!(words, "tell-when-bad-day")
    } else {
        say!(
            words,
            "tell-when",
            minutes = i64::try_from(tell.after.unwrap_or(due::AFTER)).unwrap_or(0)
        )
    };
    let mut card = Card::new(say!(words, "tell-card", who = who.as_str(), what = what.as_str()))
        .line(line)
        .icon(Icon::Carer);
    let now = view.now.ms.div_euclid(1000);
    if !sharing::allowed(holding, now).iter().any(|(member, _)| *member == tell.member) {
        card = card.line(say!(words, "tell-ended", who = who.as_str()));
    }
    let stop = Button::quiet(say!(words, "tell-stop"), Press::Tell(Intent::Stop(entry.id)));
    card.buttons.push(stop.spoken(say!(words, "tell-stop-spoken", who = who, what = what)));
    card
}

/// Nobody is told of it any more.
pub(super) fn stop(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let own = cx.open.holding().filter(|holding| holding.about.side == RecordSide::Person);
    let Some(holding) = own else { return Cmd::done() };
    if holding.record.get::<Tell>(id).is_none() {
        return Cmd::done();
    }
    let mut act = Act::new(holding, cx.now);
    act.retract(holding, id, "");
    let notice = saving::notice(cx.open, cx.words, holding);
    act.save(cx, Go::Stay, Some(notice))
}
