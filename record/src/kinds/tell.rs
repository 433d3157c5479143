//! Whom the person wants to be told, and of what: their consent to it.

use super::{Ref, codes, kind};
use crate::ids::Member;

codes! {
    /// What somebody is told of.
    TellOf {
        /// A reminder that was not answered.
        1 Reminder,
        /// A medicine whose time was not answered.
        2 Medicine,
        /// A bad day.
        3 BadDay,
    }
}

kind! {
    /// A carer is told when something that matters was not answered, or of a bad
    /// day. In the stream of consents, so that nobody but the person can say so; it
    /// is retracted to stop it.
    Tell = 35 in Sharing as "tell" {
        /// Whom.
        1 member: Member => Fixed,
        /// What of.
        2 of: TellOf => Fixed,
        /// Which reminder or medicine.
        3 which: Option<Ref> => Fixed,
        /// How many minutes after its time, where it was not answered by then.
        4 after: Option<u64> => Latest,
    }
}
