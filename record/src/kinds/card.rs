//! Cards: who somebody is.

use super::{codes, kind};
use crate::ids::Member;

codes! {
    /// Whose card it is.
    CardOf {
        /// The person's own.
        0 Person,
        /// A carer's.
        1 Carer,
        /// A care team's.
        2 Team,
    }
}

kind! {
    /// Who a member of the record is, and how to reach them.
    Card = 2 in About as "card" {
        /// Whose.
        1 of: CardOf => Fixed,
        /// Which member.
        2 member: Member => Fixed,
        /// Their name as they wish to be called.
        3 name: String => Latest,
        /// What they are to the person: "daughter", "respiratory nurses".
        4 role: Option<String> => Latest,
        /// A telephone number.
        5 phone: Option<String> => Latest,
        /// When a team reads and answers messages, in its own words.
        6 reply: Option<String> => Latest,
        /// Conditions the person lives with, as they call them.
        7 conditions: Vec<String> => All,
    }
}
