//! Shares: the person's consent.

use super::kind;
use crate::ids::{Member, Scopes};

kind! {
    /// Who may see and add what. The server reads these to decide, and where
    /// concurrent values differ only what all of them allow is allowed.
    Share = 10 in Sharing as "share" {
        /// With whom.
        1 member: Member => Fixed,
        /// What they may see.
        2 see: Scopes => All,
        /// What they may add to.
        3 add: Scopes => All,
        /// Until when: seconds since 1970, UTC. None for no end.
        4 until: Option<i64> => All,
        /// Their name when it was agreed.
        5 name: String => Latest,
    }
}
