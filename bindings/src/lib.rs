//! The core for other languages.
//!
//! Where to start: `typegen` (behind the feature of that name) writes the
//! types that shells share with the core.

#[cfg(feature = "typegen")]
pub mod typegen;
