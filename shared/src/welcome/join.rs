//! Creating an account, signing in, accepting an invitation: from the form to a
//! device that writes under a number of its own.

use crux_core::Command;
use crux_core::render::render;
use record::api::{
    AccountRole, Code, CodeOnly, DeviceKey, Enrolled, InvitationCard, Me, NewAccount, Problem,
    ProblemCode, RecordCard, RecordOnly, RecordRole, Secret, Session, SignIn, paths,
};
use record::kinds::Share;
use record::{Record, Scopes, Writer};
use serde::Serialize;

use super::{CODE, CREATE, SIGN_IN, Signal, asks_to_share, keep_records};
use crate::account::{self, Called, Ctx, call, send};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::{ask, run};
use crate::effects::clock::ClockOperation;
use crate::effects::keys::{KeysOperation, KeysOutput};
use crate::effects::network::Method;
use crate::effects::store::{StoreOperation, StoreOutput};
use crate::holding::{About, Holding, RecordSide};
use crate::model::Cx;
use crate::nav::Screen as Place;
use crate::saving::{Act, Go};
use crate::screen::{Notice, NoticeTone};
use crate::words::say;
use crate::{saving, settings, sharing, staff, sync, today};

/// A session, and the records that this device is now a writer of.
#[derive(Debug)]
pub struct Joined {
    session: account::Kept,
    cards: Vec<RecordCard>,
    invitation: Option<InvitationCard>,
}

/// The form that creates an account is complete: asks for one.
pub(super) fn create(cx: &mut Cx<'_>) -> Cmd {
    let draft = cx.open.forms.get(CREATE);
    let mut errors = Vec::new();
    for (field, id) in [("name", "welcome-name-empty"), ("username", "welcome-username-empty")] {
        if draft.text(field).is_empty() {
            errors.push((field, cx.words.get(id)));
        }
    }
    if draft.exact("password").chars().count() < 10 {
        errors.push(("password", say!(cx.words, "welcome-password-short")));
    }
    if !errors.is_empty() {
        cx.open.forms.refuse(CREATE, errors);
        return Command::done();
    }
    let invitation = cx.open.welcome.invitation.clone();
    let code = invitation.as_ref().map(|(code, _)| code.clone());
    let (username, name) = (draft.text("username").to_owned(), draft.text("name").to_owned());
    let password = Secret::new(draft.exact("password"));
    open_session(cx, CREATE, paths::ACCOUNTS, invitation, None, move |device_key| NewAccount {
        username,
        password,
        name,
        device_key,
        invitation: code,
    })
}

/// The form that signs in is complete: asks for a session.
pub(super) fn sign_in(cx: &mut Cx<'_>) -> Cmd {
    let draft = cx.open.forms.get(SIGN_IN);
    let mut errors = Vec::new();
    if draft.text("username").is_empty() {
        errors.push(("username", say!(cx.words, "welcome-username-empty")));
    }
    if draft.exact("password").is_empty() {
        errors.push(("password", say!(cx.words, "welcome-password-empty")));
    }
    if !errors.is_empty() {
        cx.open.forms.refuse(SIGN_IN, errors);
        return Command::done();
    }
    let invitation = cx.open.welcome.invitation.clone();
    let accept = invitation.as_ref().map(|(code, _)| code.clone());
    let username = draft.text("username").to_owned();
    let password = Secret::new(draft.exact("password"));
    open_session(cx, SIGN_IN, paths::SESSIONS, invitation, accept, move |device_key| SignIn {
        username,
        password,
        device_key,
    })
}

/// Asks for a session with a body that names this device's key, accepts an
/// invitation with it where there is one, and enrols the device.
fn open_session<B: Serialize + Send + Sync + 'static>(
    cx: &mut Cx<'_>,
    form: &'static str,
    path: &'static str,
    invitation: Option<(Code, InvitationCard)>,
    accept: Option<Code>,
    body: impl FnOnce(DeviceKey) -> B + Send + 'static,
) -> Cmd {
    cx.open.welcome.busy = true;
    run(move |ctx| async move {
        let KeysOutput::Public(key) = ctx.request_from_shell(KeysOperation::Public).await else {
            return refuse(&ctx, form, Some(ProblemCode::DeviceKeyInvalid.into()));
        };
        let Ok(key) = <[u8; 32]>::try_from(key) else {
            return refuse(&ctx, form, Some(ProblemCode::DeviceKeyInvalid.into()));
        };
        let session: Session = match send(&ctx, Method::Post, path, &body(DeviceKey(key))).await {
            Called::Done(session) => session,
            Called::Refused(problem) => return refuse(&ctx, form, Some(problem)),
            Called::Unreachable | Called::SignedOut => return refuse(&ctx, form, None),
        };
        let now = ctx.request_from_shell(ClockOperation::Now).await;
        let kept = account::Kept::from_session(&session, &now);
        finish(&ctx, form, kept, session.records, accept, invitation.map(|(_, card)| card)).await;
    })
}

/// Accepts an invitation as the person already signed in here.
pub(super) fn accept(cx: &mut Cx<'_>) -> Cmd {
    let (Some((code, card)), Some(session)) =
        (cx.open.welcome.invitation.clone(), cx.open.session.clone())
    else {
        return Command::done();
    };
    cx.open.welcome.busy = true;
    run(move |ctx| async move {
        finish(&ctx, CODE, session, Vec::new(), Some(code), Some(card)).await;
    })
}

async fn finish(
    ctx: &Ctx,
    form: &'static str,
    session: account::Kept,
    mut cards: Vec<RecordCard>,
    accept: Option<Code>,
    invitation: Option<InvitationCard>,
) {
    let kept = Some(session.clone());
    if let Some(code) = accept {
        let body = CodeOnly { code };
        let called = call::<Me>(ctx, kept.clone(), false, Method::Post, paths::ACCEPT, &body).await;
        match called {
            Called::Done(me) => cards = me.records,
            Called::Refused(problem) => return refuse(ctx, form, Some(problem)),
            Called::Unreachable | Called::SignedOut => return refuse(ctx, form, None),
        }
    }
    if session.account.role == AccountRole::Person {
        for card in &mut cards {
            let body = RecordOnly { record: card.record };
            let called =
                call::<Enrolled>(ctx, kept.clone(), false, Method::Post, paths::ENROL, &body).await;
            match called {
                Called::Done(enrolled) => card.writer = Some(enrolled.writer),
                Called::Refused(problem) => return refuse(ctx, form, Some(problem)),
                Called::Unreachable | Called::SignedOut => return refuse(ctx, form, None),
            }
        }
    }
    ctx.send_event(AppSignal::Welcome(Signal::Joined(Box::new(Joined {
        session,
        cards,
        invitation,
    }))));
}

fn refuse(ctx: &Ctx, form: &'static str, problem: Option<Problem>) {
    ctx.send_event(AppSignal::Welcome(Signal::NotJoined(form, problem)));
}

/// The server has let this device in: keeps that, before anything is changed.
pub(super) fn joined(joined: Joined, cx: &mut Cx<'_>) -> Cmd {
    for form in [CREATE, SIGN_IN, CODE] {
        cx.open.forms.forget(form);
    }
    if joined.session.account.role == AccountRole::Staff {
        cx.open.welcome.invitation = None;
        return staff::begin(cx, joined.session);
    }
    let plan = plan(&cx.open.holdings, &joined.cards);
    let records: Vec<(u32, &About)> = plan.iter().map(|(index, about)| (*index, about)).collect();
    let writes = vec![keep_records(&records), joined.session.keep()];
    cx.open.welcome.busy = true;
    let joined = Box::new(joined);
    ask(StoreOperation::Commit(writes), move |output| {
        AppSignal::Welcome(Signal::Kept(joined, output))
    })
}

/// All records of this device as they will be: each card's, and those that are
/// on this device alone.
pub(crate) fn plan(holdings: &[Holding], cards: &[RecordCard]) -> Vec<(u32, About)> {
    let mut planned: Vec<(u32, About)> =
        holdings.iter().map(|held| (held.index, held.about.clone())).collect();
    let mut next = planned.iter().map(|(index, _)| index + 1).max().unwrap_or(0);
    for card in cards {
        let same = |about: &About| about.record == Some(card.record);
        let own = |about: &About| {
            about.record.is_none()
                && about.side == RecordSide::Person
                && card.role == RecordRole::Person
        };
        let at = planned
            .iter()
            .position(|(_, about)| same(about))
            .or_else(|| planned.iter().position(|(_, about)| own(about)));
        if let Some((_, about)) = at.and_then(|at| planned.get_mut(at)) {
            *about = account::about(card, about);
        } else {
            planned.push((next, account::about(card, &About::default())));
            next += 1;
        }
    }
    planned
}

/// Kept: the device writes under its numbers from now on.
pub(super) fn kept(joined: Joined, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    if let StoreOutput::Failed(why) = output {
        cx.open.notice = Some(saving::problem(cx.words, *why));
        return render();
    }
    let first = cx.open.session.is_none();
    for (index, about) in plan(&cx.open.holdings, &joined.cards) {
        match cx.open.holding_by_index(index) {
            Some(holding) => renumber(holding, about),
            None => cx.open.holdings.push(Holding::new(index, about)),
        }
    }
    // An account with an own record shows it first; a carer's the one shared.
    if first && cx.open.holding().is_none() {
        cx.open.active = 0;
    }
    if let Some(card) = &joined.invitation
        && !asks_to_share(card)
    {
        cx.open.active = cx.open.holdings.len().saturating_sub(1);
    }
    let reading = joined.session.account.easy_read;
    cx.open.session = Some(joined.session);
    let reading = settings::reading::said(reading, cx);
    cx.open.welcome.invitation = None;
    cx.open.restart(Place::Today(today::Screen::Day));
    let notice = Notice::new(NoticeTone::Success, say!(cx.words, "welcome-joined"));
    cx.open.notice = Some(notice.clone());
    let sharing = match &joined.invitation {
        Some(card) if asks_to_share(card) => share(card, cx, notice),
        _ => Command::done(),
    };
    let syncing = sync::begin(cx);
    Command::all([reading, sharing, syncing, render()])
}

/// The same holding, written to under another number: what lies in its outbox
/// says "this device", so nothing is rewritten.
fn renumber(holding: &mut Holding, about: About) {
    if holding.record.me() != about.writer {
        let mut record = Record::new(about.writer);
        for piece in &holding.outbox {
            let _ = record.apply(&piece.bytes, None);
        }
        holding.record = record;
    }
    holding.about = about;
}

/// The person said yes to what the team asked for: that is a share.
fn share(card: &InvitationCard, cx: &mut Cx<'_>, notice: Notice) -> Cmd {
    let Some(holding) = cx.open.holding() else {
        return Command::done();
    };
    if holding.about.writer == Writer::ME {
        return Command::done();
    }
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    for team in holding.about.teams.clone() {
        // By which it is, never by its name: two teams may have one.
        if card.team.is_none() || team.id != card.team {
            continue;
        }
        act.create(
            &Share {
                member: team.member,
                see: card.scopes,
                add: card.scopes.and(Scopes::of(&sharing::TEAM_ADDS)),
                until: None,
                name: team.name,
            },
            now.clone(),
        );
    }
    if act.is_empty() {
        return Command::done();
    }
    act.save(cx, Go::Stay, Some(notice))
}
