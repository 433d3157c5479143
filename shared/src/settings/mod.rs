//! Settings: how it looks, who is signed in, signing out, and what this is.

mod day;
mod pages;
mod password;
pub(crate) mod reading;
mod sign_out;
#[cfg(test)]
mod tests;

use crux_core::Command;
use serde::{Deserialize, Serialize};

use crate::account::Called;
use crate::app::{Cmd, keep};
use crate::effects::store::Write;
use crate::json;
use crate::model::Cx;
use crate::nav::Intent as Press;
use crate::opening::SETTINGS;
use crate::outside::{Followed, Quiet};
use crate::screen::{Block, Button, Buttons, Look, TextSize, Theme};
use crate::{lock, reminders};

pub(crate) use day::start as day_start;
pub use pages::page;

/// The places of this feature.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub enum Screen {
    /// All of them.
    All,
    /// Change the password.
    Password,
    /// Sign out: asked once more.
    SignOut,
    /// What this is, and who made its parts.
    About,
    /// When the day begins.
    Day,
}

/// What its buttons do.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Light, dark or as the device says.
    Theme(Theme),
    /// Size of type.
    Size(TextSize),
    /// Send the form that changes the password.
    Password,
    /// Sign out: nothing is waiting to be sent.
    SignOut,
    /// Sign out and lose what has not been sent.
    SignOutAndLose,
    /// Read Easy Read, or the standard words again.
    Read(bool),
    /// Open the form about when the day begins.
    Day,
    /// Keep it.
    SaveDay,
}

/// How the person wants things. Kept as JSON.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Default)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is by itself true or not")]
pub struct Kept {
    /// Light, dark or as the device says.
    pub theme: Theme,
    /// Size of type.
    pub text_size: TextSize,
    /// Whether it is read in Easy Read.
    pub easy_read: bool,
    /// Whether that was chosen here and the account's server has not been told yet.
    pub easy_read_untold: bool,
    /// Whether the app locks.
    pub lock: bool,
    /// Whether "About me" may be shown while it is locked.
    pub show_about: bool,
    /// Whether the person is told about new messages outside the app.
    pub tell_messages: bool,
    /// How many of the messages not seen yet they have been told of.
    pub told: usize,
    /// The reminders that were put off on this device.
    pub snoozed: Vec<Snoozed>,
    /// Whether reminders come to the minute, where the platform allows it.
    pub exact: bool,
    /// Whether the server tells this device when something is due while the app is
    /// closed.
    pub push: bool,
    /// The address that a calendar follows, where it was made on this device.
    pub calendar: Option<Followed>,
    /// When nothing is said aloud; none where there are no such hours.
    pub quiet: Option<Quiet>,
    /// When something that was said outside was last pressed, in milliseconds.
    pub came_ms: Option<i64>,
    /// By the clock of which zone reminders go that are not pinned to one, as the
    /// person has agreed; none before there were any.
    pub zone: Option<String>,
    /// The day that the person last said was a bad one (`2026-11-29`), until they say
    /// that it is over.
    pub bad_day: Option<String>,
    /// All such days of late, oldest first: home experiments do not count them.
    pub bad_days: Vec<String>,
    /// The last such day that chosen people were told of.
    pub bad_day_told: Option<String>,
    /// Of somebody one helps: the last sign that was told outside the app, in seconds.
    pub sign_told: i64,
    /// What was pressed outside while the app was locked: done once it opens.
    pub then: Option<lock::Then>,
}

/// A time of a reminder that is to be asked for again.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Snoozed {
    /// Which.
    pub time: reminders::Time,
    /// When, in milliseconds since 1970.
    pub until_ms: i64,
}

impl Kept {
    /// How it should look.
    #[must_use]
    pub fn look(&self) -> Look {
        let Self { theme, text_size, easy_read, .. } = *self;
        Look { theme, text_size, easy_read, covered: false }
    }

    /// What is the device's and not the person's: how it looks, and its lock. How
    /// many messages were told of stays until they have been taken back.
    #[must_use]
    pub fn of_device(&self) -> Self {
        let Self { theme, text_size, easy_read, lock, told, .. } = *self;
        Self { theme, text_size, easy_read, lock, told, ..Self::default() }
    }

    /// What keeps it.
    #[must_use]
    pub fn keep(&self) -> Write {
        Write::Put { key: SETTINGS.into(), body: json::bytes(self) }
    }
}

/// What this feature tells itself.
#[derive(Debug)]
pub enum Signal {
    /// What came of signing out.
    Leaving(sign_out::Signal),
    /// The server has answered about the password.
    Password(Called<()>),
    /// It has answered about how the account reads, of which it was told this.
    Reading(Called<()>, Vec<u8>),
}

/// Takes in a signal.
pub fn signal(signal: Signal, cx: &mut Cx<'_>) -> Cmd {
    match signal {
        Signal::Leaving(signal) => sign_out::signal(signal, cx),
        Signal::Password(called) => password::changed(called, cx),
        Signal::Reading(called, told) => reading::told(&called, told, cx),
    }
}

/// Carries out a press.
pub fn update(intent: Intent, cx: &mut Cx<'_>) -> Cmd {
    match intent {
        Intent::Theme(theme) => cx.open.settings.theme = theme,
        Intent::Size(size) => cx.open.settings.text_size = size,
        Intent::Read(easy) => return reading::turn(easy, cx),
        Intent::Password => return password::change(cx),
        Intent::SignOut => return sign_out::gently(cx),
        Intent::SignOutAndLose => return sign_out::and_lose(cx),
        Intent::Day => return day::open(cx),
        Intent::SaveDay => return day::save(cx),
    }
    save(cx)
}

/// Keeps the settings as they are now, where this device keeps anything.
pub(crate) fn save(cx: &Cx<'_>) -> Cmd {
    if cx.open.durable { keep(vec![cx.open.settings.keep()]) } else { Command::done() }
}

/// A choice of two among the settings: what it is about, and a button for each, the
/// present one marked.
pub(crate) fn two(
    title: String,
    text: String,
    on: bool,
    turns: [(String, Press); 2],
) -> Vec<Block> {
    let [yes, no] = turns;
    let button = |(label, press): (String, Press), is| Button::secondary(label, press).chosen(is);
    vec![
        Block::heading(title.clone()),
        Block::paragraph(text),
        Block::Buttons(Buttons {
            label: Some(title),
            buttons: vec![button(yes, on), button(no, !on)],
        }),
    ]
}
