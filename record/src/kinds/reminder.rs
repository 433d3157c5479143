//! Reminders: what the person wants to be asked for, and when.

use super::{Ref, kind};
use crate::fields::FieldNumber;
use crate::schedule::RuleBytes;

kind! {
    /// Something about the person's health that is to be done at some times:
    /// a reading of a tracker, or whatever its words say.
    Reminder = 13 in Health as "reminder" {
        /// The tracker it is about.
        1 about: Option<Ref> => Fixed,
        /// What it is, in the person's words; the tracker's name where there are
        /// none.
        2 words: Option<String> => Latest,
        /// When.
        3 rule: RuleBytes => All,
        /// Whether a locked screen must not show what it is; none is yes.
        4 discreet: Option<bool> => Latest,
        /// No longer wanted.
        5 put_away: Option<bool> => Latest,
        /// Whether it is told in quiet hours and on bad days too.
        6 important: Option<bool> => Latest,
        /// Whether it is asked for again until it is answered.
        7 insist: Option<bool> => Latest,
    }
}

impl Reminder {
    /// The number of its rule.
    pub const RULE: FieldNumber = 3;
}
