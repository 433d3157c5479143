//! A member of staff signs in and out. Nothing of it is kept on the device.

use crux_core::Command;
use crux_core::render::render;
use record::api::paths;

use super::{Intent, Screen, Signal, State, caseload, record as open_record};
use crate::account::{self, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::keys::KeysOperation;
use crate::effects::network::{HintsOperation, Method};
use crate::forms::Forms;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Card, CardLayout, Cards, Icon, Notice, NoticeTone, Page, SyncState, SyncStatus,
};
use crate::words::say;
use crate::{settings, sync, today, welcome};

/// What else is on this device, while a member of staff is signed in.
pub(super) struct Aside {
    holdings: Vec<Holding>,
    active: usize,
    session: Option<account::Kept>,
    forms: Forms,
    reading: settings::reading::Aside,
}

/// A member of staff has signed in: their session begins here.
pub fn begin(cx: &mut Cx<'_>, session: account::Kept) -> Cmd {
    let open = &mut *cx.open;
    if !open.staff.active {
        let aside = Aside {
            holdings: std::mem::take(&mut open.holdings),
            active: std::mem::take(&mut open.active),
            session: open.session.take(),
            forms: std::mem::take(&mut open.forms),
            reading: settings::reading::set_aside(open),
        };
        open.staff = State { active: true, aside: Some(Box::new(aside)), ..State::default() };
        open.sync = sync::State::default();
    }
    open.staff.trouble = None;
    let reading = session.account.easy_read;
    open.session = Some(session);
    open.restart(Place::Staff(Screen::Caseload));
    let reading = settings::reading::said(reading, cx);
    Command::all([reading, caseload::refresh(cx), sync::begin(cx), render()])
}

/// The server has ended the session. What has been written and not sent stays
/// on the page for as long as it is open.
pub fn ended(cx: &mut Cx<'_>) -> Cmd {
    if let Some(session) = &mut cx.open.session {
        session.ended = true;
    }
    cx.open.staff.list = None;
    cx.open.staff.trouble = Some(say!(cx.words, "staff-ended"));
    render()
}

/// Signs out: the screen forgets at once, then the server is told.
pub(super) fn leave(cx: &mut Cx<'_>) -> Cmd {
    let session = cx.open.session.take();
    cx.open.holdings.clear();
    cx.open.forms = Forms::default();
    cx.open.staff.opened = None;
    cx.open.staff.list = None;
    cx.open.staff.busy = true;
    // The key is the device's: where somebody's own record is on it, it stays.
    let renew = cx.open.staff.aside.as_ref().is_none_or(|aside| aside.holdings.is_empty());
    run(move |ctx| async move {
        ctx.notify_shell(HintsOperation::Stop);
        let _ = call::<()>(&ctx, session, false, Method::Delete, paths::SESSIONS, &()).await;
        if renew {
            let _ = ctx.request_from_shell(KeysOperation::Renew).await;
        }
        ctx.send_event(AppSignal::Staff(Signal::Left));
    })
    .and(render())
}

/// Signed out: what else is on the device is there again.
pub(super) fn left(cx: &mut Cx<'_>) -> Cmd {
    let open = &mut *cx.open;
    let state = std::mem::take(&mut open.staff);
    open.holdings.clear();
    open.session = None;
    open.forms = Forms::default();
    open.sync = sync::State::default();
    if let Some(aside) = state.aside {
        open.holdings = aside.holdings;
        open.active = aside.active;
        open.session = aside.session;
        open.forms = aside.forms;
        settings::reading::take_back(&aside.reading, open);
    }
    open.restart(if open.holdings.is_empty() {
        Place::Welcome(welcome::Screen::Start)
    } else {
        Place::Today(today::Screen::Day)
    });
    open.notice = Some(Notice::new(NoticeTone::Success, say!(cx.words, "staff-signed-out")));
    Command::all([sync::begin(cx), render()])
}

/// What the top of each page says: nothing that is written here is kept here.
#[must_use]
pub fn status(view: View<'_>) -> SyncStatus {
    let status = sync::status(view);
    if view.open.holdings.is_empty() {
        return SyncStatus::default();
    }
    match status.state {
        SyncState::Sending => SyncStatus { text: say!(view.words, "staff-sending"), ..status },
        SyncState::Waiting | SyncState::NotSaved if open_record::unsent(view.open) > 0 => {
            SyncStatus {
                state: SyncState::NotSaved,
                text: say!(view.words, "staff-not-sent"),
                action: None,
            }
        }
        SyncState::NotSaved => SyncStatus {
            state: SyncState::Sent,
            text: say!(view.words, "staff-sent"),
            action: None,
        },
        SyncState::Sent => SyncStatus { text: say!(view.words, "staff-sent"), ..status },
        _ => status,
    }
}

/// Everything that has no tab.
pub(super) fn more(view: View<'_>) -> Page {
    let words = view.words;
    let card = |title: String, line: String, icon, place: Place| {
        Card::new(title).line(line).icon(icon).opens(place)
    };
    Page {
        name: "staff.more".into(),
        title: say!(words, "tab-more"),
        blocks: vec![Block::Cards(Cards {
            layout: CardLayout::Column,
            cards: vec![
                card(
                    say!(words, "staff-invite"),
                    say!(words, "staff-invite-line"),
                    Icon::Plus,
                    Place::Staff(Screen::Invite),
                ),
                card(
                    say!(words, "more-settings"),
                    say!(words, "staff-settings-line"),
                    Icon::Settings,
                    Place::Settings(settings::Screen::All),
                ),
                card(
                    say!(words, "settings-sign-out"),
                    say!(words, "staff-sign-out-line"),
                    Icon::SignOut,
                    Place::Staff(Screen::SignOut),
                ),
            ],
        })],
        ..Page::default()
    }
}

/// Asks once more.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let unsent = open_record::unsent(view.open);
    let mut blocks = vec![Block::paragraph(say!(words, "staff-sign-out-text"))];
    let mut buttons = Vec::new();
    if unsent > 0 {
        blocks.push(Block::inset(say!(words, "staff-unsent", count = i64::from(unsent))));
        buttons.push(Button::primary(
            say!(words, "settings-send-now"),
            Press::Sync(sync::Intent::Now),
        ));
        buttons.push(Button::warning(
            say!(words, "settings-sign-out-lose", count = i64::from(unsent)),
            Press::Staff(Intent::SignOut),
        ));
    } else {
        buttons.push(
            Button::primary(say!(words, "settings-sign-out"), Press::Staff(Intent::SignOut))
                .icon(Icon::SignOut),
        );
    }
    buttons.push(Button::quiet(say!(words, "cancel"), Press::Back));
    blocks.push(Block::buttons(buttons));
    Page {
        name: "staff.sign-out".into(),
        title: say!(words, "settings-sign-out"),
        blocks,
        ..Page::default()
    }
}
