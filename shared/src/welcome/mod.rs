//! Welcome: beginning, on this device alone or with an account.

use serde::{Deserialize, Serialize};

use crate::app::{Cmd, Signal as AppSignal};
use crate::effects::store::{StoreOperation, Write};
use crate::holding::{About, Holding};
use crate::model::{Cx, Open, View};
use crate::nav::{self, Screen as Place};
use crate::screen::{Block, Button, Page};
use crate::today;
use crate::words::say;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The first.
    Start,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Use it on this device alone.
    Alone,
}

/// What is remembered between presses.
#[derive(Default)]
pub struct State {}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// The first record is kept.
    Begun,
}

/// The app was opened by an invitation's link.
pub fn invited(_open: &mut Open, _code: &str) {}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Alone => {
            let about = About::default();
            let body = serde_json::to_vec(&[(0, &about)]).unwrap_or_default();
            cx.open.holdings.push(Holding::new(0, about));
            Cmd::request_from_shell(StoreOperation::Commit(vec![Write::Put {
                key: crate::opening::RECORDS.into(),
                body,
            }]))
            .then_send(|_| AppSignal::Welcome(Signal::Begun))
        }
    }
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Begun => {
            cx.open.restart(Place::Today(today::Screen::Day));
            crux_core::render::render()
        }
    }
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, view: View<'_>) -> Page {
    match screen {
        Screen::Start => Page {
            name: "welcome".into(),
            title: say!(view.words, "welcome-title"),
            blocks: vec![Block::buttons(vec![Button::primary(
                say!(view.words, "welcome-alone"),
                nav::Intent::Welcome(Intent::Alone),
            )])],
            ..Page::default()
        },
    }
}
