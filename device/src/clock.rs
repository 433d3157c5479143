//! The device's time, and where it thinks it is.

use shared::effects::clock::Now;

/// The device's time now. The zone is empty where the platform does not say.
pub(crate) fn now() -> Now {
    let zone = iana_time_zone::get_timezone().unwrap_or_default();
    Now { ms: milliseconds(), zone, agreed: None, day_start: 0 }
}

#[cfg(not(target_arch = "wasm32"))]
fn milliseconds() -> i64 {
    use std::time::{SystemTime, UNIX_EPOCH};
    let saturated =
        |elapsed: std::time::Duration| i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX);
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => saturated(since),
        Err(before) => -saturated(before.duration()),
    }
}

#[cfg(target_arch = "wasm32")]
fn milliseconds() -> i64 {
    // A whole number of milliseconds well below 2^53.
    #[expect(clippy::cast_possible_truncation)]
    let ms = js_sys::Date::now() as i64;
    ms
}
