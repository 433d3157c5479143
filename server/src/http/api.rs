//! How a route comes to be: with a policy, a body of a known size, and a line in
//! the description. There is no other way.

use std::future::Future;
use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use utoipa::openapi::OpenApi;

use super::asker::Asker;
use super::body::{self, Give, Take};
use super::policy::Policy;
use super::{App, answer, openapi};
use crate::refused::Refused;

/// What is known of a route without its types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RouteCard {
    /// The verb.
    pub method: &'static str,
    /// The path, which names nobody.
    pub path: &'static str,
    /// What it is for.
    pub summary: &'static str,
    /// Whether a token is needed.
    pub signed_in: bool,
    /// The media type of what it takes; none for no body.
    pub takes: Option<&'static str>,
}

/// The routes, as they are gathered.
pub(super) struct Routes {
    router: Router<Arc<App>>,
    description: openapi::Description,
    cards: Vec<RouteCard>,
}

impl Routes {
    pub(super) fn new() -> Self {
        Self { router: Router::new(), description: openapi::Description::new(), cards: Vec::new() }
    }

    /// Adds a route. The handler gets what its policy found, and what was
    /// asked; neither can be had in another way.
    pub(super) fn add<P, In, Out, H, F>(
        mut self,
        method: &'static str,
        path: &'static str,
        summary: &'static str,
        handler: H,
    ) -> Self
    where
        P: Policy<In> + 'static,
        In: Take,
        Out: Give + 'static,
        H: Fn(Arc<App>, P, In) -> F + Copy + Send + Sync + 'static,
        F: Future<Output = Result<Out, Refused>> + Send + 'static,
    {
        let card = RouteCard { method, path, summary, signed_in: P::SIGNED_IN, takes: In::MEDIA };
        self.description.add::<In, Out>(&card);
        self.cards.push(card);
        let endpoint = move |State(app): State<Arc<App>>, request: Request| async move {
            let started = Instant::now();
            let unpacks = unpacks(request.headers());
            let response = match serve::<P, In, Out, H, F>(&app, request, handler).await {
                Ok(given) if unpacks => given.give_packed(),
                Ok(given) => given.give(),
                Err(refused) => answer::refusal(&app, &refused),
            };
            note(&app, &card, &response, started);
            response
        };
        self.router = self.router.route(path, on(filter(method), endpoint));
        self
    }

    /// The router, the cards of its routes, and their description.
    pub(super) fn finish(self) -> (Router<Arc<App>>, Vec<RouteCard>, OpenApi) {
        (self.router, self.cards, self.description.finish())
    }
}

/// Whether whoever asks can unpack gzip.
fn unpacks(headers: &HeaderMap) -> bool {
    let said =
        headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|said| said.to_str().ok());
    said.flat_map(|said| said.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        name.trim().eq_ignore_ascii_case("gzip") && weight.replace(' ', "") != "q=0"
    })
}

async fn serve<P, In, Out, H, F>(
    app: &Arc<App>,
    request: Request,
    handler: H,
) -> Result<Out, Refused>
where
    P: Policy<In>,
    In: Take,
    H: Fn(Arc<App>, P, In) -> F,
    F: Future<Output = Result<Out, Refused>>,
{
    let (parts, body) = request.into_parts();
    let knocking = Asker::of(&parts, app.behind_proxy);
    let entry = P::enter(app, &knocking).await?;
    let asked: In = body::read(&app.room, Request::from_parts(parts, body)).await?;
    let policy = P::admit(app, entry, &asked).await?;
    handler(Arc::clone(app), policy, asked).await
}

/// The log and the metrics hold the route, the status and the time: nothing of
/// who asked, and nothing of what.
fn note(app: &App, card: &RouteCard, response: &Response, started: Instant) {
    let took = started.elapsed();
    let status = response.status().as_u16();
    app.metrics.answered(card.method, card.path, status, took);
    tracing::info!(
        method = card.method,
        route = card.path,
        status,
        ms = took.as_millis(),
        "answered"
    );
}

fn filter(method: &'static str) -> MethodFilter {
    Method::from_bytes(method.as_bytes())
        .ok()
        .and_then(|method| MethodFilter::try_from(method).ok())
        .unwrap_or(MethodFilter::GET)
}
