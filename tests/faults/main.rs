//! Real faults, on the real program. It runs as an operator starts it, over a
//! real SQLite file; `strace` stands between it and the system and kills it, or
//! makes its disk fail, at the call that a test names (decision 16). After each
//! fault: every operation that was acknowledged is there, no other appears, no
//! other person's stream has changed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]

mod abuse;
mod disk;
mod forged;
mod frames;
mod killed;
mod people;
mod power;
mod program;
mod reader;
mod segment;
mod slow;
mod storm;
