//! New messages, told outside the app: how many, and never whose.

use crux_core::Command;

use super::{ask, is_quiet};
use crate::app::Cmd;
use crate::effects::platform::{Notification, Notifications, PlatformOperation, Purpose};
use crate::model::Cx;
use crate::nav::{Intent as Press, Screen as Place};
use crate::words::{Words, say};
use crate::{messages, settings, welcome};

/// The name of the notification of new messages.
const MESSAGES: &str = "messages";

/// Tells of them, or takes back what was told.
pub(super) fn tell_messages(cx: &mut Cx<'_>) -> Cmd {
    let unseen: usize = cx.open.holdings.iter().map(messages::unseen).sum();
    let told = cx.open.settings.told;
    if unseen == told {
        return Command::done();
    }
    let on = cx.open.settings.tell_messages;
    // In quiet hours they wait: the first look after them tells of all.
    if on && is_quiet(cx) && unseen > told && !cx.open.outside.in_front {
        return Command::done();
    }
    cx.open.settings.told = unseen;
    let kept = settings::save(cx);
    let said = if unseen == 0 {
        let clear = Notifications::Clear(vec![MESSAGES.to_owned()]);
        ask(PlatformOperation::Notifications(clear), cx)
    } else if unseen > told && on && !cx.open.outside.in_front {
        let show = Notifications::Show(Box::new(new_messages(unseen, cx)));
        ask(PlatformOperation::Notifications(show), cx)
    } else {
        Command::done()
    };
    kept.and(said)
}

fn new_messages(count: usize, cx: &Cx<'_>) -> Notification {
    let text = messages_text(count, cx.words);
    // The record on show where it has some, else the one that does.
    let here = cx.open.holding().is_some_and(|holding| messages::unseen(holding) > 0);
    let there = cx.open.holdings.iter().find(|holding| messages::unseen(holding) > 0);
    let open = match there {
        Some(holding) if !here => Press::Welcome(welcome::Intent::Show(holding.index)),
        _ => Press::Tab(Place::Messages(messages::Screen::Thread)),
    };
    Notification {
        id: MESSAGES.to_owned(),
        purpose: Purpose::Messages,
        title: say!(cx.words, "app-name"),
        text,
        open: open.into(),
        actions: Vec::new(),
    }
}

/// How many there are.
pub(super) fn messages_text(count: usize, words: &Words) -> String {
    say!(words, "telling-messages", count = count)
}
