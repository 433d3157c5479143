//! What each fuzz target demands of a decoder. That it does not panic is the
//! least; what it takes it must give back, byte for byte where one value has one
//! encoding, and it may use no more memory than what it was given warrants.

#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a fuzz target fails by panicking"
)]

mod diaries;
mod exports;
mod pictures;
mod rests;
mod seals;
mod wire;

// Files of other crates that show nothing of themselves to the outside.
#[path = "../../server/src/chance.rs"]
#[allow(dead_code)]
mod chance;
/// What the device's sealing needs of its crate.
mod config {
    pub(crate) struct SealingKey([u8; 32]);

    impl SealingKey {
        pub(crate) fn new(bytes: [u8; 32]) -> Self {
            Self(bytes)
        }

        pub(crate) fn bytes(&self) -> &[u8; 32] {
            &self.0
        }
    }
}
#[path = "../../server/src/keys.rs"]
#[allow(dead_code)]
mod keys;
#[path = "../../device/src/store/seal.rs"]
#[allow(dead_code)]
mod seal;
/// What rests on the server of old blocks, before it is sealed.
#[path = "../../server/src/sync/segment/mod.rs"]
#[allow(dead_code)]
pub mod segments;
#[path = "../../device/src/net/sse.rs"]
mod sse;

pub use diaries::diary;
pub use exports::export;
pub use pictures::media;
pub use rests::segment;
pub use seals::{SEALED, sealed};
pub use wire::{api, block, fields, merging, placed, request, response, rows};

/// What a decoder gives, having held no more at once than `times` what it was
/// given, and a little.
fn within<T>(times: u64, data: &[u8], decode: impl FnOnce(&[u8]) -> T) -> T {
    let mut decoded = None;
    let used = allocation_counter::measure(|| decoded = Some(decode(data)));
    let bound = times * data.len() as u64 + 16 * 1024;
    assert!(used.bytes_max <= bound, "{} bytes held for {} given", used.bytes_max, data.len());
    decoded.unwrap()
}

/// A stream of server-sent events: where its pieces part does not matter.
pub fn events(data: &[u8]) {
    let Some((&at, text)) = data.split_first() else { return };
    let whole = within(1, text, |text| sse::Events::default().take(text));
    let (one, two) = text.split_at(usize::from(at).min(text.len()));
    let mut parts = sse::Events::default();
    assert_eq!(parts.take(one) + parts.take(two), whole);
    assert!(whole <= text.len() / 2);
}

/// An invitation's code, however it was typed.
pub fn code(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(code) = within(1, data, |_| text.parse::<record::api::Code>()) {
        let shown = code.to_string();
        assert_eq!(shown.len(), 14);
        assert_eq!(shown.parse(), Ok(code.clone()));
        let upper = text.to_uppercase();
        let typed = upper.chars().filter(char::is_ascii_alphanumeric);
        assert!(typed.eq(code.figures().iter().map(|figure| char::from(*figure))));
    }
}
