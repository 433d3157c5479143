//! Requests to the server, made as the person signed in.
//!
//! A request whose access token is over gets new tokens first; those are kept
//! on the device before they are used, because the old ones no longer serve.

use record::api::{Problem, ProblemCode, Refresh, Secret, Session, paths};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Kept, Signal};
use crate::app;
use crate::effects::Effect;
use crate::effects::clock::ClockOperation;
use crate::effects::network::{Answer, Content, Method, NetworkOperation, NetworkOutput};
use crate::effects::store::StoreOperation;
use crate::json;

/// What a feature awaits in.
pub type Ctx = crux_core::command::CommandContext<Effect, app::Signal>;

/// What came of a request that answers with JSON.
#[derive(Debug)]
pub enum Called<T> {
    /// As asked.
    Done(T),
    /// The server said no, and why.
    Refused(Problem),
    /// No answer. It may or may not have been carried out.
    Unreachable,
    /// Nobody is signed in, or the session is over.
    SignedOut,
}

/// One request without an account.
pub async fn send<T: DeserializeOwned>(
    ctx: &Ctx,
    method: Method,
    path: &str,
    body: &impl Serialize,
) -> Called<T> {
    let output = ctx.request_from_shell(json(method, path, body, None)).await;
    read(output)
}

/// One JSON request as the person signed in.
pub async fn call<T: DeserializeOwned>(
    ctx: &Ctx,
    session: Option<Kept>,
    keep: bool,
    method: Method,
    path: &str,
    body: &impl Serialize,
) -> Called<T> {
    match authorized(ctx, session, keep, json(method, path, body, None)).await {
        Some(output) => read(output),
        None => Called::SignedOut,
    }
}

fn json(
    method: Method,
    path: &str,
    body: &impl Serialize,
    bearer: Option<String>,
) -> NetworkOperation {
    let none = method == Method::Get;
    NetworkOperation {
        method,
        path: path.to_owned(),
        bearer,
        content: if none { Content::None } else { Content::Json },
        body: if none { Vec::new() } else { json::bytes(body) },
    }
}

pub(super) fn read<T: DeserializeOwned>(output: NetworkOutput) -> Called<T> {
    match output {
        NetworkOutput::Unreachable => Called::Unreachable,
        NetworkOutput::Answer(answer) if (200..300).contains(&answer.status) => {
            // "No content" reads as `null`.
            let body: &[u8] = if answer.body.is_empty() { b"null" } else { &answer.body };
            json::read(body)
                .map_or_else(|| Called::Refused(ProblemCode::Fault.into()), Called::Done)
        }
        NetworkOutput::Answer(answer) => Called::Refused(problem_of(&answer)),
    }
}

/// What the server said was wrong.
#[must_use]
pub fn problem_of(answer: &Answer) -> Problem {
    json::read(&answer.body).unwrap_or_else(|| ProblemCode::Fault.into())
}

/// One request as the person signed in; none where nobody is, or no longer.
/// `keep` is false where the session is not kept on the device (staff).
pub async fn authorized(
    ctx: &Ctx,
    session: Option<Kept>,
    keep: bool,
    mut request: NetworkOperation,
) -> Option<NetworkOutput> {
    let mut session = session.filter(|session| !session.ended)?;
    let now = ctx.request_from_shell(ClockOperation::Now).await;
    if now.ms >= session.until {
        match renew(ctx, &session, keep).await {
            Renewal::Renewed(new) => session = *new,
            Renewal::Ended => return None,
            Renewal::Unreachable => return Some(NetworkOutput::Unreachable),
        }
    }
    request.bearer = Some(session.access.clone());
    let output = ctx.request_from_shell(request.clone()).await;
    let over = matches!(&output, NetworkOutput::Answer(answer)
        if answer.status == 401 && problem_of(answer).code == ProblemCode::SignedOut);
    if !over {
        return Some(output);
    }
    match renew(ctx, &session, keep).await {
        Renewal::Renewed(new) => {
            request.bearer = Some(new.access);
            Some(ctx.request_from_shell(request).await)
        }
        Renewal::Ended => None,
        Renewal::Unreachable => Some(NetworkOutput::Unreachable),
    }
}

enum Renewal {
    Renewed(Box<Kept>),
    Ended,
    Unreachable,
}

async fn renew(ctx: &Ctx, session: &Kept, keep: bool) -> Renewal {
    let body = Refresh { refresh: Secret::new(session.refresh.clone()), device_key: None };
    match send::<Session>(ctx, Method::Post, paths::REFRESH, &body).await {
        Called::Done(new) => {
            let now = ctx.request_from_shell(ClockOperation::Now).await;
            let kept = Kept::from_session(&new, &now);
            if keep {
                // Kept or not, these tokens are the ones that serve now.
                let _ = ctx.request_from_shell(StoreOperation::Commit(vec![kept.keep()])).await;
            }
            ctx.send_event(app::Signal::Account(Signal::Renewed(Box::new(kept.clone()))));
            Renewal::Renewed(Box::new(kept))
        }
        Called::Refused(problem) if super::is_over(&problem) => {
            ctx.send_event(app::Signal::Account(Signal::Ended));
            Renewal::Ended
        }
        Called::Refused(_) | Called::Unreachable | Called::SignedOut => Renewal::Unreachable,
    }
}
