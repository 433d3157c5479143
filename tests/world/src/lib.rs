//! The simulated world: real cores and the server's own rules in one thread,
//! from one seed, with everything that can go wrong between them.
//!
//! Where to start: [`schedule`] for what a seed decides, [`step`] for what can
//! happen, [`oracle`] for what must be true all the same.

pub mod device;
pub mod dice;
pub mod disk;
pub mod oracle;
pub mod schedule;
pub mod service;
pub mod shelf;
pub mod shrink;
pub mod step;
pub mod template;
pub mod trace;
pub mod world;
mod write;

/// A world takes memory in a great many small pieces and gives all of it back.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;
