//! Looks: the audit that the person sees.

use super::kind;
use crate::ids::{Member, Scopes};

kind! {
    /// Somebody opened the record. Written by the server alone.
    Look = 11 in Sharing as "look" {
        /// On whose side.
        1 member: Member => Fixed,
        /// Their name and role.
        2 who: String => Fixed,
        /// What they could see.
        3 saw: Scopes => Fixed,
        /// Why, in their words.
        4 reason: Option<String> => Fixed,
    }
}
