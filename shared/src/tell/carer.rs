//! What a carer sees of a sign: what is shared with them says what it was of, or
//! nothing does.

use crux_core::Command;

use crate::app::Cmd;
use crate::effects::platform::{Notification, Notifications, PlatformOperation, Purpose};
use crate::holding::{Holding, RecordSide};
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::outside::{self, Asking};
use crate::screen::{Block, Card, CardLayout, Cards, Icon};
use crate::words::say;
use crate::{settings, today, welcome, when};

/// The name of the notification.
const SIGNS: &str = "signs";

/// As many of what is not answered are named.
const NAMED: usize = 3;

/// On Today of somebody one helps, for a day.
pub(crate) fn card(view: View<'_>, holding: &Holding) -> Option<Block> {
    let about = &holding.about;
    let at = *about.signs.last().filter(|_| about.side == RecordSide::Carer)?;
    let words = view.words;
    let name = about.name.as_str();
    let mut open = Vec::new();
    for source in outside::sources(holding, view.now, words) {
        let missed = |one: &Asking| !one.answered && one.asked.at <= at;
        open.extend(source.today(view.now).into_iter().filter(missed));
    }
    open.truncate(NAMED);
    let time = |at| when::time(when::wall_at(at, &view.now.zone).time());
    let mut card = if open.is_empty() {
        Card::new(say!(words, "tell-carer-wanted", name = name)).line(say!(
            words,
            "tell-carer-unknown",
            name = name
        ))
    } else {
        Card::new(say!(words, "tell-carer-unanswered", name = name))
    };
    for one in open {
        let time = time(one.asked.at);
        card = card.line(say!(words, "tell-carer-which", what = one.label, time = time));
    }
    card = card
        .line(say!(words, "tell-carer-line"))
        .line(say!(words, "tell-carer-when", time = time(at)))
        .icon(Icon::Carer);
    card.now = true;
    Some(Block::Cards(Cards { layout: CardLayout::Column, cards: vec![card] }))
}

/// Tells a carer outside the app that there is a sign; not whose, nor of what.
pub(crate) fn tell(cx: &mut Cx<'_>) -> Cmd {
    let newest = cx
        .open
        .holdings
        .iter()
        .filter(|held| held.about.side == RecordSide::Carer)
        .filter_map(|held| Some((*held.about.signs.last()?, held.index)))
        .max();
    let known = cx.open.settings.sign_told;
    let Some((at, index)) = newest else {
        if known == 0 {
            return Command::done();
        }
        cx.open.settings.sign_told = 0;
        let clear = PlatformOperation::Notifications(Notifications::Clear(vec![SIGNS.to_owned()]));
        return settings::save(cx).and(outside::ask(clear, cx));
    };
    if at <= known || !cx.open.outside.in_front && outside::is_quiet(cx) {
        return Command::done();
    }
    cx.open.settings.sign_told = at;
    let kept = settings::save(cx);
    if cx.open.outside.in_front {
        return kept;
    }
    let here = cx.open.holding().is_some_and(|held| held.index == index);
    let open = if here {
        Press::Tab(Place::Today(today::Screen::Day))
    } else {
        Press::Welcome(welcome::Intent::Show(index))
    };
    let show = Notification {
        id: SIGNS.to_owned(),
        purpose: Purpose::Messages,
        title: say!(cx.words, "app-name"),
        text: say!(cx.words, "tell-carer-outside"),
        open: open.into(),
        actions: Vec::new(),
    };
    kept.and(outside::ask(
        PlatformOperation::Notifications(Notifications::Show(Box::new(show))),
        cx,
    ))
}
