//! Being told while the app is closed, where a browser needs the server for that. The
//! server is told when something is due, and by a name that says nothing; it sends an
//! empty push then, and the words are the device's own.

use crux_core::Command;
use crux_core::render::render;
use record::RecordId;
use record::api::{NewPush, ProblemCode, PushKey, Sign, SignName, Signs, paths};

use super::{Quiet, Signal as Own};
use crate::account::{Called, Kept, call};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::run;
use crate::effects::network::Method;
use crate::effects::platform::{
    Notifications, Notified, Notifying, PlatformOperation, PlatformOutput, Push, Subscribed,
    Subscribing,
};
use crate::event::Platform;
use crate::model::{Cx, Open, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Notice, NoticeTone};
use crate::words::say;
use crate::{json, settings, when};

/// What came of asking for it, or of telling the server when.
#[derive(Debug)]
pub enum Signal {
    /// Asked for.
    Begun(Begun),
    /// The server has been told when; or was not.
    Told(Called<()>, Vec<u8>),
}

/// What came of asking for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// This device is told from now on.
    On,
    /// The person, or the browser, said no.
    Denied,
    /// The browser has nothing of the kind, or one that the server does not know.
    Unable,
    /// The server could not be asked.
    Unreachable,
}

/// Whether it can be offered: in a browser, to a person who is signed in.
fn session(view: View<'_>) -> Option<&Kept> {
    let can = view.launch.platform == Platform::Web && view.launch.abilities.notifications;
    let session = view.open.session.as_ref()?;
    (can && !session.ended && !view.open.staff.is_active()).then_some(session)
}

/// Turns it on, or off.
pub(super) fn turn(on: bool, cx: &mut Cx<'_>) -> Cmd {
    let Some(session) = session(cx.view()).cloned() else { return Command::done() };
    let keep = cx.open.durable;
    if !on {
        let title = say!(cx.words, "push-off-now");
        cx.open.notice = Some(Notice::new(NoticeTone::Success, title));
        cx.open.outside.signed.forget();
        cx.open.settings.push = false;
        let forget = run(move |ctx| async move {
            ctx.request_from_shell(PlatformOperation::Push(Push::Leave)).await;
            let _ = call::<()>(&ctx, Some(session), keep, Method::Delete, paths::PUSH, &()).await;
        });
        return settings::save(cx).and(forget).and(render());
    }
    let (title, text) = (say!(cx.words, "app-name"), say!(cx.words, "push-says"));
    run(move |ctx| async move {
        let begun = async {
            let ask = PlatformOperation::Notifications(Notifications::Ask);
            let PlatformOutput::Notifications(Notified { allowed: Notifying::Allowed, .. }) =
                ctx.request_from_shell(ask).await
            else {
                return Begun::Denied;
            };
            let key = Some(session.clone());
            let key = call::<PushKey>(&ctx, key, keep, Method::Get, paths::PUSH, &()).await;
            let Called::Done(PushKey { key }) = key else { return Begun::Unreachable };
            let ask = PlatformOperation::Push(Push::Subscribe(Subscribing { key, title, text }));
            let PlatformOutput::Push(Subscribed::Here(endpoint)) =
                ctx.request_from_shell(ask).await
            else {
                return Begun::Unable;
            };
            let new = NewPush { endpoint };
            match call::<()>(&ctx, Some(session), keep, Method::Post, paths::PUSH, &new).await {
                Called::Done(()) => Begun::On,
                Called::Refused(_) => Begun::Unable,
                Called::Unreachable | Called::SignedOut => Begun::Unreachable,
            }
        };
        let begun = begun.await;
        ctx.send_event(AppSignal::Outside(Own::Push(Signal::Begun(begun))));
    })
}

/// Takes in a signal.
pub(super) fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Begun(begun) => {
            // Subscribed anew by itself: nothing is new to the person.
            let known = std::mem::replace(&mut cx.open.settings.push, begun == Begun::On);
            cx.open.outside.signed.forget();
            let words = cx.words;
            cx.open.notice = Some(match begun {
                Begun::On if known => return settings::save(cx).and(super::refresh(cx)),
                Begun::On => Notice::new(NoticeTone::Success, say!(words, "push-on-now")),
                Begun::Denied => super::denied(cx),
                Begun::Unable => Notice::new(NoticeTone::Warning, say!(words, "push-unable"))
                    .text(say!(words, "push-unable-text")),
                Begun::Unreachable => {
                    Notice::new(NoticeTone::Warning, say!(words, "push-unreachable"))
                        .text(say!(words, "push-unreachable-text"))
                }
            });
            settings::save(cx).and(super::refresh(cx)).and(render())
        }
        Signal::Told(called, signs) => {
            if cx.open.outside.signed.heard(0, &called, signs) {
                return tell(cx);
            }
            match called {
                // The push service let go of it. Once, it is asked for anew.
                Called::Refused(problem) if problem.code == ProblemCode::PushUnknown => {
                    if !std::mem::replace(&mut cx.open.outside.renewed, true) {
                        return turn(true, cx);
                    }
                    cx.open.settings.push = false;
                    settings::save(cx)
                }
                _ => Command::done(),
            }
        }
    }
}

/// Tells the server when something is due, where that has changed.
pub(super) fn tell(cx: &mut Cx<'_>) -> Cmd {
    let view = cx.view();
    let told = &view.open.outside.signed;
    let wanted = view.open.settings.push && !told.is_under_way() && !view.open.sync.is_offline();
    let Some(session) = session(view).filter(|_| wanted).cloned() else {
        return Command::done();
    };
    let signs = json::bytes(&signs(view));
    if !told.is_news(0, &signs) {
        return Command::done();
    }
    let heard = |called, signs| AppSignal::Outside(Own::Push(Signal::Told(called, signs)));
    let by = (session, cx.open.durable);
    cx.open.outside.signed.tell(paths::SIGNS, signs, by, Box::new(heard))
}

/// What is armed, as times.
fn signs(view: View<'_>) -> Signs {
    let armed = view.open.outside.armed.as_ref();
    let tellings = armed.map_or(&[][..], |later| &later.tellings);
    let over = armed.map_or(&[][..], |later| &later.over);
    Signs {
        signs: tellings
            .iter()
            .map(|one| Sign { at: one.at, name: name(&one.notification.id, view.open) })
            .collect(),
        over: over.iter().map(|id| name(id, view.open)).collect(),
        messages: view.open.settings.tell_messages,
        quiet: view.open.settings.quiet.map(|quiet| by_utc(quiet, view)),
    }
}

/// Quiet hours as the server knows them, by the clock as it is now.
fn by_utc(quiet: Quiet, view: View<'_>) -> (u16, u16) {
    let seconds = view.now.ms.div_euclid(1000);
    let wall = when::wall_at(seconds, &view.now.zone);
    let minute = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
    let ahead = minute - seconds.div_euclid(60);
    let utc = |minute: u16| {
        u16::try_from((i64::from(minute) - ahead).rem_euclid(1440)).unwrap_or_default()
    };
    (utc(quiet.from), utc(quiet.to))
}

/// What is said outside, as all devices of the account call it and nobody else can
/// read: a record's number is each device's own, so its id stands in its place.
fn name(id: &str, open: &Open) -> SignName {
    let mut parts = id.splitn(3, '.');
    let (kind, index) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let held = open.holdings.iter().find(|held| held.index.to_string() == index);
    let record = held.and_then(|held| held.about.record).unwrap_or(RecordId([0; 16]));
    SignName::of(&[kind.as_bytes(), &record.0, parts.next().unwrap_or_default().as_bytes()])
}

/// The part of the page about what can be relied on.
pub(super) fn blocks(view: View<'_>) -> Vec<Block> {
    if view.launch.platform != Platform::Web || !view.launch.abilities.notifications {
        return Vec::new();
    }
    let words = view.words;
    if session(view).is_none() {
        return vec![
            Block::heading(say!(words, "push-heading")),
            Block::paragraph(say!(words, "push-account")),
        ];
    }
    let on = |on| Press::Outside(super::Intent::Push(on));
    settings::two(
        say!(words, "push-heading"),
        say!(words, "push-what"),
        view.open.settings.push,
        [(say!(words, "push-on"), on(true)), (say!(words, "push-off"), on(false))],
    )
}
