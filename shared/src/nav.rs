//! Where the person is, and what a press means.
//!
//! A [`Screen`] is a place; an [`Intent`] is what a button does. Both are plain
//! data: an intent travels through the shell as the token of an `Action`.

use serde::{Deserialize, Serialize};

use crate::screen::{Action, Target};
use crate::{
    bring_in, diary, messages, settings, sharing, staff, sync, today, track, welcome, your_data,
};

/// A place in the app.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// Before there is a record on this device.
    Welcome(welcome::Screen),
    /// The day.
    Today(today::Screen),
    /// Trackers and readings.
    Track(track::Screen),
    /// The diary.
    Diary(diary::Screen),
    /// Bringing in a diary.
    BringIn(bring_in::Screen),
    /// Messages with the team.
    Messages(messages::Screen),
    /// Everything that has no tab.
    More,
    /// Who can see what.
    Sharing(sharing::Screen),
    /// Settings.
    Settings(settings::Screen),
    /// Your data on this device.
    YourData(your_data::Screen),
    /// Red help: works with no network and waits for nothing.
    Help,
    /// The care team's side.
    Staff(staff::Screen),
}

/// What a press does.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Go to a place, with the present one behind it.
    Go(Screen),
    /// Go to a place of the main navigation, with nothing behind it.
    Tab(Screen),
    /// Go back.
    Back,
    /// Do what the feature says.
    Welcome(welcome::Intent),
    /// Do what the feature says.
    Today(today::Intent),
    /// Do what the feature says.
    Track(track::Intent),
    /// Do what the feature says.
    Diary(diary::Intent),
    /// Do what the feature says.
    BringIn(bring_in::Intent),
    /// Do what the feature says.
    Messages(messages::Intent),
    /// Do what the feature says.
    Sharing(sharing::Intent),
    /// Do what the feature says.
    Settings(settings::Intent),
    /// Do what the feature says.
    YourData(your_data::Intent),
    /// Do what the feature says.
    Staff(staff::Intent),
    /// Do what sync says.
    Sync(sync::Intent),
}

impl From<Intent> for Action {
    fn from(intent: Intent) -> Self {
        Self {
            // Plain data without maps of odd keys: this cannot fail, and an
            // empty token would only be a button that says it is out of date.
            token: serde_json::to_string(&intent).unwrap_or_default(),
        }
    }
}

impl From<Intent> for Target {
    fn from(intent: Intent) -> Self {
        Self::Press(intent.into())
    }
}

impl From<Screen> for Target {
    fn from(screen: Screen) -> Self {
        Intent::Go(screen).into()
    }
}

impl From<Screen> for Action {
    fn from(screen: Screen) -> Self {
        Intent::Go(screen).into()
    }
}

impl Intent {
    /// What a token means; none for one that this version did not make.
    #[must_use]
    pub fn read(action: &Action) -> Option<Self> {
        serde_json::from_str(&action.token).ok()
    }
}

impl Screen {
    /// The forms of this place: forgotten when the person leaves it by Back or
    /// by finishing.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Welcome(_) => "welcome",
            Self::Today(_) => "today",
            Self::Track(_) => "track",
            Self::Diary(_) => "diary",
            Self::BringIn(_) => "bring_in",
            Self::Messages(_) => "messages",
            Self::More => "more",
            Self::Sharing(_) => "sharing",
            Self::Settings(_) => "settings",
            Self::YourData(_) => "your_data",
            Self::Help => "help",
            Self::Staff(_) => "staff",
        }
    }
}
