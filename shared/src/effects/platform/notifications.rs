//! What is said outside the app: on a lock screen, in a list of notifications.
//!
//! The core decides what is said and when; a shell puts it there and passes
//! presses back as it does those of a page. Texts are made for a screen that
//! others see.

use facet::Facet;
use serde::{Deserialize, Serialize};

use crate::screen::Action;

/// What is asked of the platform's notifications.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Notifications {
    /// May the app notify? Asks the person, where the platform has not yet.
    Ask,
    /// May its alarms come to the minute? Leads the person to where the platform
    /// lets them allow it, unless they have.
    AskExact,
    /// Says this now.
    Show(Box<Notification>),
    /// Takes those with these ids away again: what they said is done.
    Clear(Vec<String>),
    /// All that is to be said later, soonest first; replaces what was armed
    /// before. At most 30.
    Arm(Vec<Telling>),
}

/// One notification.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// Names it: another of the same id takes its place.
    pub id: String,
    /// What it is for: the platform lets the person turn off each.
    pub purpose: Purpose,
    /// Its first line. Nothing of a person's health.
    pub title: String,
    /// Its text. Nothing of a person's health, unless the person has asked for it.
    pub text: String,
    /// Sent as a press when it is opened.
    pub open: Action,
    /// Its buttons, at most three.
    pub actions: Vec<NotificationAction>,
}

/// A button of a notification.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct NotificationAction {
    /// What it says.
    pub label: String,
    /// Sent as a press.
    pub action: Action,
    /// Whether the app comes to the front for it.
    pub opens: bool,
}

/// A notification, and when.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// What is said.
    pub notification: Notification,
    /// The local date, `2026-11-29`.
    pub date: String,
    /// The local time, `08:00`.
    pub time: String,
    /// The zone of both (an IANA name): the one that the person agreed to, wherever
    /// the device is by then. Where it goes by another clock, the app asks first.
    pub zone: String,
    /// The same as an instant: seconds since 1970, UTC. For platforms whose alarms
    /// know no wall time, or not this zone.
    pub at: i64,
    /// From when on, in the same seconds, it must not be said any more, and is taken
    /// away where it was: it would invite to do something a second time.
    pub expires: i64,
    /// Whether a minute matters, and so a permission for exact alarms where the
    /// person has given it.
    pub exact: bool,
}

/// What a notification is for.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(C)]
pub enum Purpose {
    /// Somebody wrote.
    Messages,
    /// A time of the person's own choosing has come.
    Reminders,
}

/// How the platform stands to notifications. Told after each request.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notified {
    /// Whether they are allowed.
    pub allowed: Notifying,
    /// Whether alarms to the minute are.
    pub exact: bool,
    /// Whether the device may stop the app to save its battery.
    pub battery: Battery,
    /// When something was last said outside the app, in milliseconds since 1970, as
    /// far as the platform knows.
    pub last_said: Option<i64>,
}

/// Whether a device may stop an app to save its battery.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(C)]
pub enum Battery {
    /// It lets this app run.
    Unrestricted,
    /// It may stop this app, and then nothing comes.
    Restricted,
    /// The platform does not say.
    #[default]
    Unknown,
}

/// Whether an app may notify.
#[derive(Facet, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Notifying {
    /// It may.
    Allowed,
    /// The person has said no, or turned them off.
    Denied,
    /// The person has not been asked yet.
    NotAsked,
    /// Not on this platform.
    Unavailable,
}

impl Notified {
    /// Where there are no notifications.
    pub const UNAVAILABLE: Self = Self::new(Notifying::Unavailable);

    /// Where nothing more is known.
    #[must_use]
    pub const fn new(allowed: Notifying) -> Self {
        Self { allowed, exact: false, battery: Battery::Unknown, last_said: None }
    }
}
