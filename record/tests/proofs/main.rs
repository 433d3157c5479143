//! The proofs of the record: its bytes never change unnoticed, what is written
//! is what is read, damage is an error and costs nothing, an old app erases
//! nothing, every replica that holds the same operations shows the same, and no
//! clock's jump or journey loses or doubles what is to be done.

#![allow(clippy::unwrap_used, reason = "a proof that cannot go on has failed")]

mod arbitrary;
mod damage;
mod doubles;
mod golden;
mod golden_person;
mod identity;
mod items;
mod merging;
mod occurrences;
mod old_app;
mod policies;
mod rest;
mod rules;
mod schedules;
mod spans;
mod standards;
mod support;
mod travel;
mod zones;
