//! The core for other languages.
//!
//! One object, three methods: `update` takes an event, `resolve` takes the
//! outcome of an effect, `view` gives the page. Kotlin and Swift speak bincode
//! through `UniFFI` ([`Core`]); the browser speaks JSON through wasm-bindgen
//! (`WebCore`). Everything else, the store and the network included, happens in
//! Rust behind them.
//!
//! Nothing panics across the border: a fault in the core comes back as an
//! error. In the browser's release build a panic stops the module instead (it
//! is built with `panic = "abort"` for its size); the worker that owns it sees
//! the trap and starts a new one, which finds everything that was saved.
//!
//! Where to start: `native` or `web` for the object itself, `wire` for what
//! travels; `typegen` (behind the feature of that name) writes the types that
//! shells share with the core.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(all(feature = "typegen", not(target_arch = "wasm32")))]
pub mod typegen;
#[cfg(target_arch = "wasm32")]
mod web;
mod wire;

#[cfg(not(target_arch = "wasm32"))]
pub use native::{Core, CoreConfig, CoreError, CoreShell, ShellFault};
#[cfg(target_arch = "wasm32")]
pub use web::WebCore;

#[cfg(not(target_arch = "wasm32"))]
uniffi::setup_scaffolding!();
