//! The page vocabulary: everything a shell can be asked to draw.
//!
//! The core's view is one [`Page`]. A shell implements each [`Block`] and each
//! [`Field`] once, with its platform's own controls, and thereby has every
//! feature. Nothing here knows a feature; nothing in a shell does either.
//!
//! All words arrive ready to show: translated, formatted, in standard or Easy
//! Read wording. A shell adds only the words of its own chrome.
//!
//! Where to start: [`Page`], then [`Block`], then [`Field`]. A page for a shell
//! that knows less of this: [`plain`]. How a page reads as plain text, for tests:
//! [`text`].

pub mod aloud;
mod block;
mod build;
mod field;
pub mod illustrated;
mod parts;
pub mod plain;
pub mod text;

pub use block::*;
pub use field::*;
pub use parts::*;

use facet::Facet;
use serde::{Deserialize, Serialize};

/// One page, whole. The only thing a shell draws.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Page {
    /// Which page this is, for moving focus and scrolling to the top when it
    /// changes: `today`, `track.log`. Never shown, never holds anything personal.
    pub name: String,
    /// Where the person is, as a token for [`Launch::place`](crate::event::Launch):
    /// a core that starts again in the same visit goes on from here.
    pub place: Option<String>,
    /// The page's one `h1`.
    pub title: String,
    /// A quiet line above or below the title.
    pub caption: Option<String>,
    /// The way back, where there is one.
    pub back: Option<Link>,
    /// The main navigation: bottom tabs on a phone, a side column on a desktop.
    /// Empty before there is anything to navigate.
    pub tabs: Vec<Tab>,
    /// What has been saved and sent.
    pub sync: SyncStatus,
    /// Things to know before the rest of the page.
    pub notices: Vec<Notice>,
    /// The content, in reading order.
    pub blocks: Vec<Block>,
    /// Whose app this is right now: a person's own, or a member of staff's.
    pub setting: Setting,
    /// How the person wants it to look.
    pub look: Look,
    /// BCP 47 tag of the words on the page, such as `en-GB`.
    pub language: String,
    /// Said aloud by a screen reader when it changes; not shown.
    pub announce: Option<String>,
    /// True while the page waits for something; presses are still taken.
    pub busy: bool,
    /// The press that turns Easy Read on, or off again; drawn beside the title.
    pub reading: Option<Button>,
    /// Easy Read: which words have a picture beside them, wherever they stand whole.
    pub pictures: Vec<Illustration>,
    /// Easy Read on a phone: all that the page says, for its voice.
    pub aloud: Option<String>,
    /// Printed in large print: nothing smaller than 18 pt. On a screen it is as ever.
    pub large_print: bool,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            name: String::new(),
            place: None,
            title: String::new(),
            caption: None,
            back: None,
            tabs: Vec::new(),
            sync: SyncStatus::default(),
            notices: Vec::new(),
            blocks: Vec::new(),
            setting: Setting::Person,
            look: Look::default(),
            language: "en-GB".into(),
            announce: None,
            busy: false,
            reading: None,
            pictures: Vec::new(),
            aloud: None,
            large_print: false,
        }
    }
}
