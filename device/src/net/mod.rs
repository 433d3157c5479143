//! HTTP to the care team's server, and the server's hints.

#[cfg(not(target_arch = "wasm32"))]
mod native;
mod sse;
#[cfg(target_arch = "wasm32")]
mod wasm;

use std::time::Duration;

use shared::effects::network::{Content, Method};

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::Net;
#[cfg(target_arch = "wasm32")]
pub(crate) use wasm::Net;

/// The largest answer taken. The server pages what it sends far below this; it
/// keeps a broken one from filling a phone's memory.
const LARGEST: usize = 64 << 20;
/// How long the server may be silent: while it takes a push in, in the middle
/// of an answer, and between hints (where it says something every 15 seconds).
const SILENCE: Duration = Duration::from_mins(1);

fn verb(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Delete => "DELETE",
    }
}

fn media_type(content: Content) -> Option<&'static str> {
    match content {
        Content::None => None,
        Content::Json => Some("application/json"),
        Content::Binary => Some("application/octet-stream"),
    }
}

/// The seconds that `Retry-After` names. The other form, a date, is not used by
/// our server, and would have to be held against a clock that may be wrong.
fn retry_after(header: Option<&str>) -> Option<u32> {
    header?.trim().parse().ok()
}
