//! Welcome: beginning on this device alone, creating an account, joining with
//! an invitation, signing in on another device.
//!
//! Nothing already written is lost by joining: the record on this device
//! becomes the account's, under the number that the server gives the device.

mod join;
mod pages;
#[cfg(test)]
mod tests;

use crux_core::Command;
use crux_core::render::render;
use record::api::{Code, InvitationCard, InvitationRole, Problem, ProblemCode};
use serde::{Deserialize, Serialize};

use crate::account::{Called, send};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::{ask, run};
use crate::effects::network::Method;
use crate::effects::store::{StoreOperation, StoreOutput, Write};
use crate::holding::{About, Holding, RecordSide};
use crate::json;
use crate::model::{Cx, Open};
use crate::nav::Screen as Place;
use crate::screen::{Notice, NoticeTone};
use crate::words::say;
use crate::{opening, saving, today};

pub use join::Joined;
pub(crate) use join::plan;
pub use pages::page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// How to begin.
    Start,
    /// Create an account.
    Create,
    /// Sign in.
    SignIn,
    /// Enter an invitation's code.
    Invitation,
    /// What the invitation is to; then create an account or sign in.
    Invited,
    /// Whose record to show, for someone who has several.
    Whose,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Use it on this device alone.
    Alone,
    /// Send the form that creates an account.
    Create,
    /// Send the form that signs in.
    SignIn,
    /// Look up an invitation's code.
    Look,
    /// Accept the invitation as the person already signed in.
    Accept,
    /// Show this record, by its number on this device.
    Show(u32),
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {
    /// Waiting for the server.
    pub busy: bool,
    /// The invitation that was looked up.
    pub invitation: Option<(Code, InvitationCard)>,
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The first record is kept, or not.
    Begun(Box<About>, StoreOutput),
    /// What the code is to.
    Looked(Box<(Code, Called<InvitationCard>)>),
    /// The account is there and this device is one of its own.
    Joined(Box<Joined>),
    /// It could not be; the form says why.
    NotJoined(&'static str, Option<Problem>),
    /// What joining changed is kept, or not.
    Kept(Box<Joined>, StoreOutput),
}

/// The form that creates an account. Never kept on the device: it holds a
/// password.
pub const CREATE: &str = "secret.create";
/// The form that signs in.
pub const SIGN_IN: &str = "secret.sign-in";
/// The form that takes an invitation's code.
pub const CODE: &str = "secret.code";

/// The app was opened by an invitation's link.
pub fn invited(open: &mut Open, code: &str) {
    open.forms.set(CODE, "code", code);
    open.go(Place::Welcome(Screen::Invitation));
}

/// Carries out a press.
#[expect(clippy::needless_pass_by_value, reason = "as every feature's")]
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    if cx.open.welcome.busy {
        return Command::done();
    }
    match intent {
        Intent::Alone => alone(cx),
        Intent::Create => join::create(cx),
        Intent::SignIn => join::sign_in(cx),
        Intent::Look => look(cx),
        Intent::Accept => join::accept(cx),
        Intent::Show(index) => {
            if let Some(at) = cx.open.holdings.iter().position(|held| held.index == index) {
                cx.open.active = at;
                cx.open.restart(Place::Today(today::Screen::Day));
            }
            Command::done()
        }
    }
}

fn alone(cx: &mut Cx<'_>) -> Cmd {
    let about = About { scopes: record::Scopes::ALL, ..About::default() };
    cx.open.welcome.busy = true;
    ask(StoreOperation::Commit(vec![keep_records(&[(0, &about)])]), move |output| {
        AppSignal::Welcome(Signal::Begun(Box::new(about), output))
    })
}

/// What keeps the list of records on this device.
pub(crate) fn keep_records(records: &[(u32, &About)]) -> Write {
    Write::Put { key: opening::RECORDS.into(), body: json::bytes(records) }
}

fn look(cx: &mut Cx<'_>) -> Cmd {
    let draft = cx.open.forms.get(CODE);
    let Ok(code) = draft.text("code").parse::<Code>() else {
        let error = say!(cx.words, "welcome-code-shape");
        cx.open.forms.refuse(CODE, vec![("code", error)]);
        return Command::done();
    };
    cx.open.welcome.busy = true;
    run(move |ctx| async move {
        let body = record::api::CodeOnly { code: code.clone() };
        let called = send(&ctx, Method::Post, record::api::paths::LOOK, &body).await;
        ctx.send_event(AppSignal::Welcome(Signal::Looked(Box::new((code, called)))));
    })
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    cx.open.welcome.busy = false;
    match signal {
        Signal::Begun(_, StoreOutput::Failed(why)) => {
            cx.open.notice = Some(saving::problem(cx.words, why));
            render()
        }
        Signal::Begun(about, _) => {
            cx.open.holdings.push(Holding::new(0, *about));
            cx.open.restart(Place::Today(today::Screen::Day));
            render()
        }
        Signal::Looked(looked) => match *looked {
            (code, Called::Done(card)) => {
                cx.open.welcome.invitation = Some((code, card));
                cx.open.go(Place::Welcome(Screen::Invited));
                render()
            }
            (_, Called::Refused(problem)) => refuse(cx, CODE, Some(problem)),
            (_, Called::Unreachable | Called::SignedOut) => refuse(cx, CODE, None),
        },
        Signal::NotJoined(form, problem) => refuse(cx, form, problem),
        Signal::Joined(joined) => join::joined(*joined, cx),
        Signal::Kept(joined, output) => join::kept(*joined, &output, cx),
    }
}

/// Says at the right field why the server said no.
fn refuse(cx: &mut Cx<'_>, form: &str, problem: Option<Problem>) -> Cmd {
    let Some(problem) = problem else {
        cx.open.notice = Some(
            Notice::new(NoticeTone::Problem, say!(cx.words, "welcome-offline-title"))
                .text(say!(cx.words, "welcome-offline-text")),
        );
        return render();
    };
    let field = match problem.code {
        ProblemCode::UsernameInvalid | ProblemCode::UsernameTaken => Some("username"),
        ProblemCode::PasswordWeak | ProblemCode::CredentialsWrong => Some("password"),
        ProblemCode::NameInvalid => Some("name"),
        ProblemCode::InvitationUnknown
        | ProblemCode::InvitationUsed
        | ProblemCode::InvitationExpired
            if form == CODE =>
        {
            Some("code")
        }
        _ => None,
    };
    match field {
        Some(field) => cx.open.forms.refuse(form, vec![(field, problem.message)]),
        None => cx.open.notice = Some(Notice::new(NoticeTone::Problem, problem.message)),
    }
    render()
}

/// Whether the present record is somebody else's.
#[must_use]
pub fn is_for_another(open: &Open) -> bool {
    open.holding().is_some_and(|holding| holding.about.side != RecordSide::Person)
}

/// Whether an invitation asks the person to share their record with a team.
#[must_use]
pub fn asks_to_share(card: &InvitationCard) -> bool {
    card.role == InvitationRole::Patient
}
