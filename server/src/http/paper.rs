//! The handler of pages that are made into PDFs, and what it takes and gives.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use record::RecordId;
use record::api::{JSON, MAX_PAPER, PDF, PaperAsked, ProblemCode};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ComponentsBuilder, Schema};

use super::body::{Give, Take, referred};
use super::policy::{AboutRecord, Member};
use super::{App, answer};
use crate::refused::Refused;

/// A page: JSON that may be large.
pub(super) struct Page(PaperAsked);

impl Take for Page {
    const MEDIA: Option<&'static str> = Some(JSON);
    const MOST: usize = MAX_PAPER;

    fn take(body: &[u8]) -> Result<Self, ProblemCode> {
        // What was wrong is not said back: it is about somebody's health.
        serde_json::from_slice(body).map(Self).map_err(|_| ProblemCode::Malformed)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        referred::<PaperAsked>(components)
    }
}

impl AboutRecord for Page {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

/// A PDF: packed already.
pub(super) struct Pdf(Vec<u8>);

impl Give for Pdf {
    const MEDIA: Option<&'static str> = Some(PDF);

    fn give(self) -> Response {
        answer::answer(StatusCode::OK, PDF, self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

pub(super) async fn make(
    app: Arc<App>,
    by: Member,
    Page(PaperAsked { paper, .. }): Page,
) -> Result<Pdf, Refused> {
    Ok(Pdf(app.press.pdf(&by.standing(), paper, app.now()).await?))
}
