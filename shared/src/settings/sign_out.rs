//! Signing out: everything is taken off this device, but never before the
//! person knows what has not been sent.
//!
//! The device forgets first, and the server is told after: a device that dies
//! in between holds nothing, and a session that nobody holds does no harm.

use crux_core::Command;
use crux_core::render::render;
use record::api::paths;

use crate::account::{self, call};
use crate::app::{Cmd, Signal as AppSignal, after_saving};
use crate::command::run;
use crate::effects::keys::KeysOperation;
use crate::effects::network::{HintsOperation, Method};
use crate::effects::platform::{PlatformOperation, Push};
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem};
use crate::holding::Holding;
use crate::letters;
use crate::model::{Cx, Open};
use crate::saving;
use crate::screen::{Notice, NoticeTone};
use crate::words::say;

/// The form in which losing something is confirmed.
pub(super) const FORM: &str = "secret.sign-out";

/// What was on the device, while it is being forgotten. Out of the model, so
/// that nothing writes it again meanwhile.
pub struct Leaving {
    holdings: Vec<Holding>,
    session: Option<account::Kept>,
}

impl std::fmt::Debug for Leaving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Leaving({} records)", self.holdings.len())
    }
}

/// What signing out tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The device has forgotten.
    Left,
    /// It could not: all is as it was.
    Stayed(Box<Leaving>, StoreProblem),
}

/// How many entries would be lost: not sent, or refused by the server.
#[must_use]
pub(super) fn unsent(open: &Open) -> u32 {
    let parked = |holding: &Holding| -> u32 {
        holding.parked.iter().map(|parked| parked.piece.header.count).sum()
    };
    open.holdings.iter().map(|holding| holding.unsent() + parked(holding)).sum()
}

/// Signs out where nothing is lost by it.
pub(super) fn gently(cx: &mut Cx<'_>) -> Cmd {
    if unsent(cx.open) > 0 { Command::done() } else { leave(cx) }
}

/// Signs out although something is lost, where that has been typed.
pub(super) fn and_lose(cx: &mut Cx<'_>) -> Cmd {
    let typed = letters::small(cx.open.forms.get(FORM).text("confirm"));
    if typed != say!(cx.words, "settings-confirm-word") {
        let error = say!(cx.words, "settings-confirm-wrong");
        cx.open.forms.refuse(FORM, vec![("confirm", error)]);
        return Command::done();
    }
    leave(cx)
}

fn leave(cx: &mut Cx<'_>) -> Cmd {
    let session = cx.open.session.take();
    let leaving = Box::new(Leaving { holdings: std::mem::take(&mut cx.open.holdings), session });
    let settings = cx.open.settings.of_device().keep();
    cx.open.saving = true;
    let pushed = cx.open.settings.push;
    run(move |ctx| async move {
        if let StoreOutput::Failed(why) = ctx.request_from_shell(StoreOperation::Erase).await {
            ctx.send_event(tell(Signal::Stayed(leaving, why)));
            return;
        }
        // How the words look is the device's, not the person's.
        let _ = ctx.request_from_shell(StoreOperation::Commit(vec![settings])).await;
        let _ = ctx.request_from_shell(KeysOperation::Renew).await;
        ctx.notify_shell(HintsOperation::Stop);
        if pushed {
            // The server's side ends with the session.
            ctx.request_from_shell(PlatformOperation::Push(Push::Leave)).await;
        }
        let session = leaving.session;
        let _ = call::<()>(&ctx, session, false, Method::Delete, paths::SESSIONS, &()).await;
        ctx.send_event(tell(Signal::Left));
    })
}

fn tell(signal: Signal) -> AppSignal {
    AppSignal::Settings(super::Signal::Leaving(signal))
}

/// Takes in a signal.
pub(super) fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Left => {
            let mut open = cx.open.emptied();
            open.notice =
                Some(Notice::new(NoticeTone::Success, say!(cx.words, "settings-signed-out")));
            *cx.open = open;
            render()
        }
        Signal::Stayed(leaving, why) => {
            cx.open.holdings = leaving.holdings;
            cx.open.session = leaving.session;
            cx.open.saving = false;
            cx.open.notice = Some(saving::problem(cx.words, why));
            after_saving(cx)
        }
    }
}
