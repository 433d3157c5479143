//! What the core asks of a device, answered in Rust on every platform: memory,
//! network, the server's hints, time, chance and the signing key. The shell is
//! left with drawing the page and handing over files.
//!
//! Where to start: [`Engine`] for the life of a core on a device; [`Config`] for
//! what it needs to be told; [`Shell`] for what it asks of a shell; [`store`]
//! for what is kept and how. `ports` is the wiring to Crux's effect router,
//! `driver` carries the core's requests out, `net` speaks HTTP.
//!
//! The same [`Engine`] exists twice. On native platforms the core lives on a
//! thread of its own, SQLite on another, and the network on a small runtime, so
//! that no call of a shell ever waits. In the browser everything lives in one
//! dedicated worker, and SQLite answers before the turn is over.

mod clock;
mod config;
mod driver;
mod engine;
mod net;
#[cfg(not(target_arch = "wasm32"))]
pub mod pilot;
mod ports;
pub mod store;

pub use config::{BadAddress, Config, SealingKey, ServerAddress, StartError, Storage};
pub use engine::{Engine, EngineError, RequestId, Shell, ShellBounds};
