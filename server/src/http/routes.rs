//! Every route there is.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware;
use axum::response::Response;
use record::api::{Problem, ProblemCode, paths};
use utoipa::openapi::OpenApi;

use super::api::{RouteCard, Routes};
use super::{App, answer, calendar, handlers, headers, media, paper, signs};
use crate::web;

/// Where a monitor asks whether the server can do its work.
pub(super) const HEALTH: &str = "/healthz";

fn routes() -> Routes {
    Routes::new()
        .add("POST", paths::ACCOUNTS, "Makes an account, and its first session", handlers::sign_up)
        .add("POST", paths::SESSIONS, "Signs in", handlers::sign_in)
        .add("DELETE", paths::SESSIONS, "Signs out", handlers::sign_out)
        .add("POST", paths::REFRESH, "Gives a session its next tokens", handlers::refresh)
        .add("GET", paths::ME, "Says who is signed in and what they may reach", handlers::me)
        .add("POST", paths::PASSWORD, "Changes the password", handlers::change_password)
        .add("POST", paths::READING, "Keeps how somebody reads", handlers::read_so)
        .add("POST", paths::ENROL, "Makes this device a writer of a record", handlers::enrol)
        .add("POST", paths::OPEN, "Opens a person’s record to a colleague", handlers::open)
        .add("POST", paths::INVITATIONS, "Invites somebody", handlers::invite)
        .add("POST", paths::LOOK, "Says what an invitation is to", handlers::look)
        .add("POST", paths::ACCEPT, "Accepts an invitation", handlers::accept)
        .add("POST", paths::SYNC, "Takes new blocks and gives what is lacking", handlers::sync)
        .add("GET", paths::HINTS, "Says, as events, that something is new", handlers::hints)
        .add("GET", paths::PUSH, "Gives the key that push services know", signs::key)
        .add("POST", paths::PUSH, "Tells this device while its app is closed", signs::begin)
        .add("DELETE", paths::PUSH, "Tells it no longer", signs::end)
        .add("POST", paths::SIGNS, "Says when this device is to be told", signs::set)
        .add("POST", paths::TELLS, "Says when carers are to be given a sign", signs::tell)
        .add("POST", paths::CALENDAR, "Makes an address that a calendar follows", calendar::begin)
        .add("DELETE", paths::CALENDAR, "Ends it", calendar::end)
        .add("POST", paths::CALENDAR_TIMES, "Says when something is due", calendar::set)
        .add("GET", paths::FOLLOW, "Gives the calendar of an address", calendar::follow)
        .add("POST", paths::MEDIA, "Takes a part of a picture, sound or film", media::take)
        .add("POST", paths::MEDIA_PART, "Gives a part of one", media::give)
        .add("POST", paths::MEDIA_FORGET, "Forgets one", media::forget)
        .add("POST", paths::PAPER, "Makes a page into a PDF, and keeps nothing of it", paper::make)
        .add("GET", paths::CASELOAD, "Lists a team’s people and who waits", handlers::caseload)
        .add("GET", paths::OPENAPI, "Describes this API", handlers::describe)
        .add("GET", HEALTH, "Says whether the server can do its work", handlers::health)
}

/// What is known of every route.
#[must_use]
pub fn cards() -> Vec<RouteCard> {
    routes().finish().1
}

/// The description of every route.
pub(super) fn description() -> OpenApi {
    routes().finish().2
}

/// The router: the API, and the web app's files for everything else.
pub(super) fn router(app: Arc<App>) -> Router {
    routes()
        .finish()
        .0
        .method_not_allowed_fallback(|| async { problem(ProblemCode::MethodNotAllowed) })
        .fallback(elsewhere)
        .layer(middleware::from_fn(headers::add))
        .with_state(app)
}

async fn elsewhere(State(app): State<Arc<App>>, request: Request) -> Response {
    let path = request.uri().path();
    if path.starts_with("/api/") {
        return problem(ProblemCode::NotFound);
    }
    let vouched = app.apps.find(request.method(), path);
    let found =
        vouched.or_else(|| web::find(app.assets, request.method(), path, request.headers()));
    found.unwrap_or_else(|| problem(ProblemCode::NotFound))
}

fn problem(code: ProblemCode) -> Response {
    answer::plain_problem(&Problem::from(code))
}
