//! What the app does: features, pages, effects and sync. Pure: no I/O, no clock,
//! no randomness, nothing spawned.
//!
//! Where to start: [`app`] for how an event becomes a page; [`screen`] for what
//! a page can hold; [`effects`] for what the core may ask of a device;
//! [`saving`] for how an act is kept whole. Each feature is one folder holding
//! its places, its intents, its update and its pages.

pub mod about_me;
pub mod account;
pub mod action_plan;
pub mod advance_care;
pub mod app;
pub mod appointment;
pub mod bring_in;
pub mod choice;
mod command;
pub mod contingency;
pub mod deciding;
pub mod diary;
pub mod effects;
pub mod entry;
pub mod event;
pub mod experiments;
pub mod forms;
pub mod gallery;
pub mod help;
pub mod holding;
mod items;
pub mod json;
mod letters;
mod link;
pub mod lock;
pub mod measured;
pub mod media;
pub mod medicines;
pub mod messages;
pub mod model;
pub mod more;
pub mod nav;
pub mod opening;
mod outcomes;
pub mod outside;
pub mod own;
pub mod pilot;
pub mod plan;
pub mod questionnaires;
pub mod reminders;
mod rules;
pub mod saving;
pub mod screen;
pub mod settings;
pub mod settling;
pub mod sharing;
mod sheet;
pub mod staff;
pub mod sync;
pub mod tell;
pub mod today;
pub mod track;
pub mod welcome;
pub mod when;
pub mod words;
pub mod your_data;
pub mod zip;
pub mod zones;

#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use app::{App, Signal};
pub use event::Event;
pub use model::Model;

#[cfg(test)]
mod journeys {
    use crate::testing::Journey;

    #[test]
    fn a_person_begins_on_this_device_alone_and_finds_it_again() {
        let mut journey = Journey::default();
        journey.press("Use it on this device");
        assert_eq!(journey.page().name, "today");
        assert_eq!(journey.restarted().page().name, "today");
    }
}
