//! The headers that every answer carries.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use record::api::BINARY;

/// Only this server's own files run, and they speak to this server alone.
const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
         manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), bluetooth=(), \
         browsing-topics=()",
    ),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

/// What is enough for an answer of sync: bytes that no browser would show or
/// run, and of which a phone gets many small ones.
const OF_BYTES: &[(&str, &str)] =
    &[("cross-origin-resource-policy", "same-origin"), ("x-content-type-options", "nosniff")];

/// Adds them.
pub(super) async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let media = response.headers().get(header::CONTENT_TYPE);
    let headers = if media.is_some_and(|media| media == BINARY) { OF_BYTES } else { HEADERS };
    for (name, value) in headers {
        response
            .headers_mut()
            .insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}
