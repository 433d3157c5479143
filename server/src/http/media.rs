//! The handlers of pictures, sound and film.

use std::sync::Arc;

use record::RecordId;
use record::api::{MediaAsked, MediaTaken};

use super::App;
use super::body::{Bytes, Json, Nothing, Part};
use super::policy::{AboutRecord, Member};
use crate::media;
use crate::refused::Refused;

impl AboutRecord for Part {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

impl AboutRecord for Json<MediaAsked> {
    fn record(&self) -> RecordId {
        self.0.record
    }
}

pub(super) async fn take(
    app: Arc<App>,
    by: Member,
    Part(part): Part,
) -> Result<Json<MediaTaken>, Refused> {
    Ok(Json(media::take(&app.books, by.standing(), part, app.now()).await?))
}

pub(super) async fn give(
    app: Arc<App>,
    by: Member,
    Json(asked): Json<MediaAsked>,
) -> Result<Bytes, Refused> {
    Ok(Bytes(media::give(&app.books, by.standing(), asked, app.now()).await?))
}

pub(super) async fn forget(
    app: Arc<App>,
    by: Member,
    Json(asked): Json<MediaAsked>,
) -> Result<Nothing, Refused> {
    media::forget(&app.books, by.standing(), asked, app.now()).await?;
    Ok(Nothing)
}
