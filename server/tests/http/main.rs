//! The real server on a port of its own, over a real database in a folder of
//! its own, driven over HTTP.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod accounts;
mod calendar;
mod caseload;
mod doors;
mod files;
mod hints;
mod invitations;
mod media;
mod paper;
mod rights;
mod sessions;
mod signs;
mod support;
mod sync;
