//! Signs: that something is due, for devices whose app is closed, and for carers
//! whom the person chose. The server knows when, and never what.
//!
//! [`push`] keeps which devices are told and when; [`tells`] keeps when carers are;
//! [`due`] takes what is due; [`deliver`] sends an empty push (RFC 8030) with the
//! server's word for itself ([`vapid`], RFC 8292).

mod deliver;
pub mod due;
pub mod push;
pub mod tells;
pub mod vapid;

pub use deliver::{Deliver, Delivered, PushRule, RuleError};
pub use due::{DueKey, Dues};

use record::RecordId;
use record::api::SignName;

use crate::sessions::SessionId;

/// How late a sign may still be given, in seconds: after a stop of the server, say.
/// Later it would say nothing true.
pub const LATE: i64 = 15 * 60;

/// What is to be looked at when its time comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The signs of a session's device.
    Session(SessionId),
    /// The signs about a record's person.
    Record(RecordId),
}

/// An empty push to one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Whose session.
    pub session: SessionId,
    /// Where to.
    pub endpoint: String,
    /// What for, as far as a push service is told: how long it may wait.
    pub wait: Wait,
}

/// How long a push service may keep a push for a device that is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// As long as a sign that something is due says something true.
    Short,
    /// A day: a message is still new then.
    Day,
}

/// A sign's name, as it is kept.
pub(crate) fn name(name: SignName) -> u64 {
    u64::from_be_bytes(name.0)
}
