//! settings.

use serde::{Deserialize, Serialize};

use crate::app::Cmd;
use crate::model::{Cx, View};
use crate::screen::Page;

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
        Screen::All => {
            Page { name: "settings".into(), title: "settings".into(), ..Page::default() }
        }
    }
}

/// How the person wants things. Kept as JSON.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Default)]
#[serde(default)]
pub struct Kept {
    /// Light, dark or as the device says.
    pub theme: crate::screen::Theme,
    /// Size of type.
    pub text_size: crate::screen::TextSize,
}

impl Kept {
    /// How it should look.
    #[must_use]
    pub fn look(&self) -> crate::screen::Look {
        crate::screen::Look { theme: self.theme, text_size: self.text_size, easy_read: false }
    }
}
