//! The app: a stateless tag; everything delegates.

use crux_core::Command;
use crux_core::render::render;

use crate::effects::Effect;
use crate::event::Event;
use crate::screen::Page;

/// Everything that moves the app: what a shell tells it, and what it tells
/// itself. Only [`Event`] ever crosses to a shell.
#[derive(Debug)]
pub enum Signal {
    /// From a shell.
    Shell(Event),
}

/// What the core remembers while it runs.
#[derive(Default)]
pub struct Model {}

/// The app.
#[derive(Default)]
pub struct App;

impl crux_core::App for App {
    type Event = Signal;
    type Model = Model;
    type ViewModel = Page;
    type Effect = Effect;

    fn update(&self, _event: Signal, _model: &mut Model) -> Command<Effect, Signal> {
        render()
    }

    fn view(&self, _model: &Model) -> Page {
        Page::default()
    }
}
