//! What the core may ask for: one file a port.
//!
//! `device` answers store, network, hints, clock, random and keys in Rust, on
//! every platform; the shell answers render and [`platform`]. The shells see only
//! [`ShellEffect`], so a port that Rust answers never crosses.
#![allow(missing_docs, reason = "Crux's macro writes items without any")]

pub mod clock;
pub mod keys;
pub mod network;
pub mod platform;
pub mod random;
pub mod store;

use crux_core::macros::effect;
use crux_core::render::RenderOperation;

use clock::ClockOperation;
use keys::KeysOperation;
use network::{HintsOperation, NetworkOperation};
use platform::PlatformOperation;
use random::RandomOperation;
use store::StoreOperation;

/// Everything the core may ask for.
#[effect]
#[derive(Debug)]
pub enum Effect {
    /// Draw the page again.
    Render(RenderOperation),
    /// What belongs to the phone or the browser.
    Platform(PlatformOperation),
    /// What time is it; wake me later.
    Clock(ClockOperation),
    /// Unpredictable bytes.
    Random(RandomOperation),
    /// This device's own memory.
    Store(StoreOperation),
    /// One request to the server.
    Network(NetworkOperation),
    /// The server's hints that something is new.
    Hints(HintsOperation),
    /// This device's signing key.
    Keys(KeysOperation),
}

/// What a shell answers. Registered for type generation as it is, because the
/// generated index of a variant must be the index on the wire.
#[effect(facet_typegen)]
#[derive(Debug)]
pub enum ShellEffect {
    /// Draw the page again.
    Render(RenderOperation),
    /// What belongs to the phone or the browser.
    Platform(PlatformOperation),
}
