//! What the app does: features, pages, effects and sync. Pure: no I/O, no clock,
//! no randomness, nothing spawned.
//!
//! Where to start: [`app`] for how an event becomes a page; [`screen`] for what
//! a page can hold; [`effects`] for what the core may ask of a device. Each
//! feature is one folder holding its events, its update and its pages.

pub mod app;
pub mod effects;
pub mod event;
pub mod gallery;
pub mod screen;

pub use app::{App, Model, Signal};
pub use event::Event;
