//! Bodies: what handlers take and give, each read and written in one way.

use std::io::Write;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use record::api::{BINARY, JSON, MAX_JSON, MAX_MEDIA, MAX_SYNC, MediaPart, ProblemCode};
use record::sync;
use tokio::sync::{Semaphore, SemaphorePermit};
use utoipa::openapi::schema::{ComponentsBuilder, Schema};
use utoipa::openapi::{ContentBuilder, Ref, RefOr};

use super::answer;
use crate::refused::Refused;

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// The fewest bytes of an answer that are packed: below it, a pack saves little
/// more than its own head.
const WORTH_PACKING: usize = 1024;

/// A body up to this size needs no place: whatever the rest do, small pushes get
/// through.
const SMALL: u64 = 64 * 1024;
/// How many KiB of larger bodies may be on their way at once.
const LARGE_AT_ONCE: usize = 128 * 1024;

/// Memory for large bodies on their way in.
#[derive(Debug)]
pub(crate) struct Room(Semaphore);

impl Default for Room {
    fn default() -> Self {
        Self(Semaphore::new(LARGE_AT_ONCE))
    }
}

impl Room {
    /// Room for a body of so many bytes, until it is dropped. None is needed for
    /// a small one.
    fn take(&self, bytes: u64) -> Result<Option<SemaphorePermit<'_>>, Refused> {
        if bytes <= SMALL {
            return Ok(None);
        }
        let busy = || Refused::Later(ProblemCode::Busy, 5);
        let kib = u32::try_from(bytes.div_ceil(1024)).map_err(|_| busy())?;
        self.0.try_acquire_many(kib).map(Some).map_err(|_| busy())
    }
}

/// What an endpoint takes.
pub(super) trait Take: Sized + Send + Sync + 'static {
    /// The media type of the body; none for no body.
    const MEDIA: Option<&'static str>;
    /// The most bytes.
    const MOST: usize;

    /// Reads it.
    fn take(body: &[u8]) -> Result<Self, ProblemCode>;

    /// Its schema, for the description.
    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>);
}

/// What an endpoint gives.
pub(super) trait Give: Send {
    /// The status of success.
    const STATUS: StatusCode = StatusCode::OK;
    /// The media type of the body; none for no body.
    const MEDIA: Option<&'static str>;

    /// Writes it.
    fn give(self) -> Response;

    /// Writes it for somebody who can unpack gzip.
    fn give_packed(self) -> Response
    where
        Self: Sized,
    {
        self.give()
    }

    /// Its schema, for the description.
    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>);
}

/// Reads a request's body, within its size and time.
pub(super) async fn read<In: Take>(room: &Room, request: Request) -> Result<In, Refused> {
    let (parts, body) = request.into_parts();
    let Some(media) = In::MEDIA else {
        return Ok(In::take(&[])?);
    };
    let said = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(|value| value.split_once(';').map_or(value, |(media, _)| media).trim());
    if !said.is_some_and(|said| said.eq_ignore_ascii_case(media)) {
        return Err(ProblemCode::WrongKind.into());
    }
    // Nothing here opens what is compressed: a small body cannot become a large one.
    let plain = |value: &HeaderValue| value.as_bytes().eq_ignore_ascii_case(b"identity");
    if !parts.headers.get_all(header::CONTENT_ENCODING).iter().all(plain) {
        return Err(ProblemCode::WrongKind.into());
    }
    let announced = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if announced.is_some_and(|length| length > In::MOST as u64) {
        return Err(ProblemCode::TooLarge.into());
    }
    let _place = room.take(announced.unwrap_or(In::MOST as u64))?;
    let collected = tokio::time::timeout(PATIENCE, Limited::new(body, In::MOST).collect());
    match collected.await {
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(ProblemCode::TooLarge.into()),
        Err(_) | Ok(Err(_)) => Err(ProblemCode::TooSlow.into()),
        Ok(Ok(collected)) => Ok(In::take(&collected.to_bytes())?),
    }
}

/// A reference to a type's schema; the schema itself, and those of the types
/// within it, among the components.
pub(super) fn referred<T: utoipa::ToSchema>(
    components: ComponentsBuilder,
) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
    let reference = RefOr::Ref(Ref::from_schema_name(T::name()));
    let mut within = Vec::new();
    T::schemas(&mut within);
    let components = components.schema_from::<T>().schemas_from_iter(within);
    (components, Some(reference))
}

/// No body.
pub(super) struct Nothing;

impl Take for Nothing {
    const MEDIA: Option<&'static str> = None;
    const MOST: usize = 0;

    fn take(_: &[u8]) -> Result<Self, ProblemCode> {
        Ok(Self)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

impl Give for Nothing {
    const STATUS: StatusCode = StatusCode::NO_CONTENT;
    const MEDIA: Option<&'static str> = None;

    fn give(self) -> Response {
        answer::empty()
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// A JSON body.
pub(super) struct Json<T>(pub(super) T);

impl<T> Take for Json<T>
where
    T: serde::de::DeserializeOwned + utoipa::ToSchema + Send + Sync + 'static,
{
    const MEDIA: Option<&'static str> = Some(JSON);
    const MOST: usize = MAX_JSON;

    fn take(body: &[u8]) -> Result<Self, ProblemCode> {
        // What was wrong is not said back: it could hold a password.
        serde_json::from_slice(body).map(Self).map_err(|_| ProblemCode::Malformed)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        referred::<T>(components)
    }
}

impl<T: serde::Serialize + utoipa::ToSchema + Send> Give for Json<T> {
    const MEDIA: Option<&'static str> = Some(JSON);

    fn give(self) -> Response {
        answer::json(StatusCode::OK, &self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        referred::<T>(components)
    }
}

/// A JSON body about something that was made.
pub(super) struct Made<T>(pub(super) T);

impl<T: serde::Serialize + utoipa::ToSchema + Send> Give for Made<T> {
    const STATUS: StatusCode = StatusCode::CREATED;
    const MEDIA: Option<&'static str> = Some(JSON);

    fn give(self) -> Response {
        answer::json(Self::STATUS, &self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        referred::<T>(components)
    }
}

/// A sync request.
pub(super) struct Pushed(pub(super) sync::Request);

impl Take for Pushed {
    const MEDIA: Option<&'static str> = Some(BINARY);
    const MOST: usize = MAX_SYNC;

    fn take(body: &[u8]) -> Result<Self, ProblemCode> {
        sync::Request::decode(body).map(Self).map_err(|_| ProblemCode::Malformed)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// A part of a picture, sound or film.
pub(super) struct Part(pub(super) MediaPart);

impl Take for Part {
    const MEDIA: Option<&'static str> = Some(BINARY);
    const MOST: usize = MAX_MEDIA;

    fn take(body: &[u8]) -> Result<Self, ProblemCode> {
        MediaPart::decode(body).map(Self).map_err(|_| ProblemCode::Malformed)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// The bytes of one: packed already.
pub(super) struct Bytes(pub(super) Vec<u8>);

impl Give for Bytes {
    const MEDIA: Option<&'static str> = Some(BINARY);

    fn give(self) -> Response {
        answer::binary(self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// A sync answer.
pub(super) struct Pulled(pub(super) sync::Response);

impl Give for Pulled {
    const MEDIA: Option<&'static str> = Some(BINARY);

    fn give(self) -> Response {
        answer::binary(self.0.encode())
    }

    fn give_packed(self) -> Response {
        let plain = self.0.encode();
        if plain.len() < WORTH_PACKING {
            return answer::binary(plain);
        }
        let mut packer = GzEncoder::new(Vec::with_capacity(plain.len()), Compression::fast());
        // Writing to memory does not fail; if it did, the plain bytes are as good.
        match packer.write_all(&plain).and_then(|()| packer.finish()) {
            Ok(small) => answer::packed(small),
            Err(_) => answer::binary(plain),
        }
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// A word in plain text.
pub(super) struct Text(pub(super) &'static str);

impl Give for Text {
    const MEDIA: Option<&'static str> = Some("text/plain; charset=utf-8");

    fn give(self) -> Response {
        answer::answer(StatusCode::OK, "text/plain; charset=utf-8", self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// JSON that was written before.
pub(super) struct Written(pub(super) String);

impl Give for Written {
    const MEDIA: Option<&'static str> = Some(JSON);

    fn give(self) -> Response {
        answer::answer(StatusCode::OK, JSON, self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// A calendar, which whoever asked may keep for themselves.
pub(super) struct Calendar {
    /// None where they have it already.
    pub(super) text: Option<String>,
    /// Its tag.
    pub(super) tag: String,
}

impl Give for Calendar {
    const MEDIA: Option<&'static str> = Some("text/calendar; charset=utf-8");

    fn give(self) -> Response {
        let status = if self.text.is_some() { Self::STATUS } else { StatusCode::NOT_MODIFIED };
        let text = self.text.unwrap_or_default();
        let mut response = answer::answer(status, "text/calendar; charset=utf-8", text);
        let headers = response.headers_mut();
        // Asked for again each time: an address that was stopped says nothing more.
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        if let Ok(tag) = HeaderValue::from_str(&self.tag) {
            headers.insert(header::ETAG, tag);
        }
        response
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// Server-sent events.
pub(super) struct Events(pub(super) Body);

impl Give for Events {
    const MEDIA: Option<&'static str> = Some("text/event-stream");

    fn give(self) -> Response {
        answer::answer(StatusCode::OK, "text/event-stream", self.0)
    }

    fn schema(components: ComponentsBuilder) -> (ComponentsBuilder, Option<RefOr<Schema>>) {
        (components, None)
    }
}

/// The content of a body, for the description.
pub(super) fn content(schema: Option<RefOr<Schema>>) -> utoipa::openapi::Content {
    ContentBuilder::new().schema(schema).build()
}
