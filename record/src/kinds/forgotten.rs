//! What a device says it has forgotten, after consent was withdrawn.

use super::kind;
use crate::ids::{Member, Scopes};

kind! {
    /// A carer's device no longer holds these parts of the record. Written by the
    /// server alone, when the device says so. What was read before cannot be
    /// unread, and the page says that too.
    Forgotten = 12 in Sharing as "forgotten" {
        /// On whose side.
        1 member: Member => Fixed,
        /// Their name.
        2 who: String => Fixed,
        /// What it forgot.
        3 parts: Scopes => Fixed,
    }
}
