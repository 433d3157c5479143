//! What is sent back.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use record::api::{BINARY, JSON, Problem, ProblemCode};

use super::App;
use crate::refused::Refused;

/// An answer with this body, not to be kept by anybody on the way.
pub(super) fn answer(status: StatusCode, media: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

pub(super) fn json(status: StatusCode, value: &impl serde::Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => answer(status, JSON, body),
        Err(_) => plain_problem(&ProblemCode::Fault.into()),
    }
}

pub(super) fn binary(body: Vec<u8>) -> Response {
    answer(StatusCode::OK, BINARY, body)
}

/// The same, packed with gzip.
pub(super) fn packed(body: Vec<u8>) -> Response {
    let mut response = binary(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    response
}

pub(super) fn empty() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A refusal as it is sent. Failures beneath the rules are logged here, and
/// nowhere said.
pub(super) fn refusal(app: &App, refused: &Refused) -> Response {
    if let Refused::Store(error) = refused {
        tracing::error!(%error, "the store could not");
    }
    let mut problem = refused.problem();
    problem.retry_after = problem.retry_after.map(|seconds| app.jitter(seconds));
    plain_problem(&problem)
}

/// A problem as it is sent.
pub(super) fn plain_problem(problem: &Problem) -> Response {
    let status =
        StatusCode::from_u16(problem.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(problem).unwrap_or_default();
    let mut response = answer(status, JSON, body);
    if let Some(seconds) = problem.retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
