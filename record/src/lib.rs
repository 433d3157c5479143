//! What a care record is: operations, entries, kinds, scopes, streams, blocks
//! and merging. Pure: no I/O, no clock, no randomness.
//!
//! Where to start: [`op`] for the one thing a record is made of, [`kinds`] for
//! what can be in it, [`state`] for how operations fold into entries, [`block`]
//! for how they travel, [`rest`] for how they rest on a device, [`sync`] for what a device and the server say
//! to each other, [`schedule`] for what is to be done when.

pub mod api;
pub mod block;
pub mod calendar;
pub mod codec;
pub mod decimal;
pub mod few;
pub mod fields;
pub mod ids;
pub mod judge;
pub mod kinds;
pub mod media;
pub mod mutation;
pub mod op;
pub mod rename;
pub mod rest;
pub mod review;
pub mod rights;
pub mod schedule;
pub mod sort;
pub mod state;
pub mod stream;
pub mod sync;
pub mod time;

pub use codec::DecodeError;
pub use decimal::Decimal;
pub use ids::{EntryId, Member, OpId, RecordId, Scope, Scopes, Writer};
pub use kinds::Kind;
pub use op::{Act, KindId, Operation, Touch};
pub use state::Record;
