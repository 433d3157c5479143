//! The real server on a port of its own, over a real database in a folder of
//! its own, driven over HTTP.

mod accounts;
mod caseload;
mod doors;
mod files;
mod hints;
mod invitations;
mod sessions;
mod support;
mod sync;
