//! The care team's server.
//!
//! One folder per thing it does: [`accounts`], [`sessions`], [`invitations`],
//! [`records`] (members, writers, consent), [`sync`], [`caseload`], [`signs`],
//! [`calendar`], [`media`], [`paper`]. In each the rules are pure: no HTTP, no clock, no engine; now and chance are handed in.
//! [`store`] keeps what they keep, [`upkeep`] checks it and saves it; [`http`]
//! lets the world in, and decides at the door who may.
//!
//! Where to start: [`records::access`] for who may do what, [`sync::push`] for
//! what is taken, [`http::cards`] for what can be asked.

pub mod accounts;
mod base64;
pub mod calendar;
pub mod caseload;
pub mod chance;
pub mod clock;
mod hex;
pub mod http;
pub mod invitations;
pub mod keys;
pub mod media;
mod metrics;
pub mod operator;
pub mod paper;
pub mod records;
pub mod refused;
pub mod sessions;
pub mod signs;
pub mod store;
pub mod sync;
pub mod upkeep;
pub mod web;
