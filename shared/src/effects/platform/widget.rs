//! The widget on the home screen, which others see too.

use facet::Facet;
use serde::{Deserialize, Serialize};

use crate::screen::Action;

/// All that the widget shows. Kept by the shell where the widget can read it,
/// so it holds nothing that was measured or written down.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Default)]
pub struct Widget {
    /// Its title.
    pub title: String,
    /// A line beneath, where there is something to say.
    pub line: Option<String>,
    /// Quick ways in, at most four.
    pub buttons: Vec<WidgetButton>,
}

/// A quick way in.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct WidgetButton {
    /// What it says.
    pub label: String,
    /// Sent as a press once the app is in front.
    pub action: Action,
}
