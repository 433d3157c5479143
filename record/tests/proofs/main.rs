//! The proofs of the record: its bytes never change unnoticed, what is written
//! is what is read, damage is an error and costs nothing, an old app erases
//! nothing, and every replica that holds the same operations shows the same.

#![allow(clippy::unwrap_used, reason = "a proof that cannot go on has failed")]

mod arbitrary;
mod damage;
mod golden;
mod identity;
mod merging;
mod old_app;
mod policies;
mod rest;
mod support;
