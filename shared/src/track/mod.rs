//! Track: what the person follows, and its readings.

mod measures;
mod names;

use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

pub use measures::{
    Bounds, Check, DIASTOLIC, Limits, PULSE, ReadyMade, Shape, bounds_of, icon_of, of, ready_made,
    shape_of,
};
pub use names::{
    context_text, figures, measure_name, number_text, tracker_name, unit_text, value_text,
};

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// The first.
    All,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {}

/// Carries out a press.
pub fn update(intent: Intent, _cx: &mut Cx<'_>) -> Cmd {
    match intent {}
}

/// The page of a place.
#[must_use]
pub fn page(screen: &Screen, _view: View<'_>) -> Page {
    match screen {
        Screen::All => Page { name: "track".into(), title: "track".into(), ..Page::default() },
    }
}
