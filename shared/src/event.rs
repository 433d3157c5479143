//! What a shell tells the core.
//!
//! The surface stays this small as features come: a press hands back the token
//! that its button carried (`docs/decisions/0003`).

use facet::Facet;
use serde::{Deserialize, Serialize};

use crate::screen::{Action, Input};

/// What happened outside the core.
#[derive(Facet, Serialize, Deserialize, Debug)]
#[repr(C)]
pub enum Event {
    /// The app started. Sent once, first.
    Start(Launch),
    /// A button, link, card or tab was pressed.
    Press(Action),
    /// A field changed. Sent when the person pauses, leaves the field or
    /// presses anything, whichever is first.
    Input(FieldInput),
    /// The platform's own "back".
    Back,
    /// The app came to the front, or the device woke while it was there.
    Resume,
    /// The app is no longer in front: another app is, or the screen is off.
    Left,
    /// The system lets the app run for a while without being in front: a planned
    /// sync, or because the device started, or its clock, zone or permissions
    /// changed.
    Background,
    /// Asks to be told when nothing is under way any more of what was said before:
    /// answered once by [`PlatformOperation::Settled`], with the same number. For a
    /// system that lets the app run in the background until it says that it is done.
    ///
    /// [`PlatformOperation::Settled`]: crate::effects::platform::PlatformOperation::Settled
    Settle(u32),
    /// A link to the app was opened: the whole address.
    Link(String),
    /// The platform says the network came (true) or went. A hint, not a fact.
    Network(bool),
    /// A [`Media`](crate::screen::Media) is on the page, and its bytes are wanted: its
    /// `id`. They come by [`PlatformOperation::Media`].
    ///
    /// [`PlatformOperation::Media`]: crate::effects::platform::PlatformOperation::Media
    Media(String),
}

/// What the shell knows at the start.
#[derive(Facet, Serialize, Deserialize, Debug, Clone, PartialEq, Eq, Default)]
pub struct Launch {
    /// BCP 47 tags the person prefers, best first.
    pub languages: Vec<String>,
    /// What kind of device, for the words ("on this phone").
    pub platform: Platform,
    /// The link that opened the app: the whole address.
    pub link: Option<String>,
    /// What the shell can do that not every one can.
    pub abilities: Abilities,
    /// Whether the system started it without the person: for a planned sync, or
    /// because something of the device changed. Nothing of it is in front.
    pub background: bool,
    /// `Page::place` of the last page of this visit, where the core starts again
    /// in the middle of one: it died, or another tab of the browser had it.
    pub place: Option<String>,
    /// Opens a page of every block instead of the app, for the shells' tests.
    pub gallery: bool,
    /// How much of the page vocabulary the shell draws: `KNOWN`, which is written
    /// beside its generated types.
    pub vocabulary: Vocabulary,
}

/// What a shell can do that not every one can. What it cannot do is neither offered
/// nor asked of it.
#[derive(Facet, Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is by itself true or not")]
pub struct Abilities {
    /// The device has a lock, and an app may ask for it.
    pub unlock: bool,
    /// It can notify.
    pub notifications: bool,
    /// It has a widget.
    pub widget: bool,
    /// It has a store of measurements.
    pub health: bool,
    /// Alarms to the minute are to be had, for a permission.
    pub exact: bool,
    /// It can put what is on the device aside and begin anew.
    pub aside: bool,
}

/// How many kinds there were of each when the shell's types were generated. Kinds
/// are only ever added, at the end; what was added since reaches the shell as its
/// words ([`crate::screen::plain`]), because an encoding without names, such as
/// bincode, cannot pass over what it does not know.
#[derive(Facet, Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vocabulary {
    /// Kinds of [`Block`](crate::screen::Block).
    pub blocks: u32,
    /// Kinds of [`Field`](crate::screen::Field).
    pub fields: u32,
}

/// Everything, as those know it who have the core's own types.
impl Default for Vocabulary {
    fn default() -> Self {
        Self { blocks: u32::MAX, fields: u32::MAX }
    }
}

/// What kind of device it is.
#[derive(Facet, Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C)]
pub enum Platform {
    /// A browser.
    #[default]
    Web,
    /// An Android phone or tablet.
    Android,
    /// An iPhone or iPad.
    Ios,
    /// A test or a tool.
    Desktop,
}

/// A field changed.
#[derive(Facet, Serialize, Deserialize, Debug, Clone, PartialEq, Eq)]
pub struct FieldInput {
    /// `Form::id`.
    pub form: String,
    /// `Question::id`.
    pub field: String,
    /// The new value.
    pub value: Input,
}
