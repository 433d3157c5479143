//! The platform port: what belongs to the phone or the browser and is therefore
//! the shell's to do. One port for all of it: a shell has one place that is
//! asked and one way to answer, and what is new is a variant of two enums.
//!
//! Every request is answered, with the variant of the same name; what a shell
//! cannot do, it says (`Unavailable`), and the core goes on without.

mod aside;
mod files;
mod health;
mod lock;
mod media;
mod notifications;
mod push;
mod widget;

use crux_core::capability::Operation;
use facet::Facet;
use serde::{Deserialize, Serialize};

pub use aside::PutAside;
pub use files::{FilePart, FileRead, Handed, OutgoingFile};
pub use health::{HealthAnswer, HealthMeasure, HealthQuery, HealthReading};
pub use lock::{Unlocked, Unlocking};
pub use media::{MediaChunk, MediaShown};
pub use notifications::{
    Battery, Notification, NotificationAction, Notifications, Notified, Notifying, Purpose, Telling,
};
pub use push::{Push, Subscribed, Subscribing};
pub use widget::{Widget, WidgetButton};

/// What the shell is asked to do.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum PlatformOperation {
    /// Let the person keep or share a file.
    HandOver(OutgoingFile),
    /// Let the person show that the device is theirs.
    Unlock(Unlocking),
    /// What is to be said outside the app.
    Notifications(Notifications),
    /// What the widget on the home screen shows from now on.
    Widget(Widget),
    /// What the phone has measured, or other apps have.
    Health(HealthQuery),
    /// Nothing is under way any more: the answer to `Event::Settle` of this number.
    Settled(u32),
    /// Put all that is on this device where a new core does not find it, deleting
    /// nothing, and start one. The person has been asked twice.
    SetAside,
    /// Being told while the app is closed.
    Push(Push),
    /// A part of the file that was picked.
    ReadFile(FilePart),
    /// Bytes of something that is on the page.
    Media(MediaChunk),
}

/// What became of it.
#[derive(Facet, Serialize, Deserialize, Clone, Debug, PartialEq)]
#[repr(C)]
pub enum PlatformOutput {
    /// Of a file.
    HandOver(Handed),
    /// Of unlocking.
    Unlock(Unlocked),
    /// Of what is said outside the app.
    Notifications(Notified),
    /// The widget has been told, or there is none.
    Widget,
    /// Of measurements.
    Health(HealthAnswer),
    /// The shell has heard it.
    Settled,
    /// Of what cannot be opened.
    SetAside(PutAside),
    /// Of being told while the app is closed.
    Push(Subscribed),
    /// Of a picked file.
    ReadFile(FileRead),
    /// Of bytes for the page.
    Media(MediaShown),
}

impl Operation for PlatformOperation {
    type Output = PlatformOutput;
}

impl PlatformOperation {
    /// The answer of a platform that has nothing of the kind.
    #[must_use]
    pub fn unavailable(&self) -> PlatformOutput {
        match self {
            Self::HandOver(_) => PlatformOutput::HandOver(Handed::Failed),
            Self::Unlock(_) => PlatformOutput::Unlock(Unlocked::Unavailable),
            Self::Notifications(_) => PlatformOutput::Notifications(Notified::UNAVAILABLE),
            Self::Widget(_) => PlatformOutput::Widget,
            Self::Health(_) => PlatformOutput::Health(HealthAnswer::Unavailable),
            Self::Settled(_) => PlatformOutput::Settled,
            Self::SetAside => PlatformOutput::SetAside(PutAside::Failed),
            Self::Push(_) => PlatformOutput::Push(Subscribed::Nowhere),
            Self::ReadFile(_) => PlatformOutput::ReadFile(FileRead::Gone),
            Self::Media(_) => PlatformOutput::Media(MediaShown::Unwanted),
        }
    }
}
