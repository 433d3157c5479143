//! What is said of something in the plan, by whoever says it.

use super::{Ref, codes, kind};
use crate::ids::Member;

codes! {
    /// What the person said to a proposal.
    PlanAnswer {
        /// Yes, as it is.
        1 Accepted,
        /// Yes, with changes of their own.
        2 Adapted,
        /// No, for a reason.
        3 Declined,
    }
}

kind! {
    /// A note on something in the plan: how it went, what a side wants to talk about
    /// at a review, what in daily life a step became, or the answer to a proposal.
    PlanNote = 51 in Plan as "plan_note" {
        /// What it is about.
        1 of: Ref => Fixed,
        /// In words; of a no: the reason.
        2 text: Option<String> => Fixed,
        /// The reminder that a step became, in the stream of readings.
        3 reminder: Option<Ref> => Fixed,
        /// The tracker that a step became, in the same.
        4 tracker: Option<Ref> => Fixed,
        /// The answer to a proposal.
        5 answer: Option<PlanAnswer> => Fixed,
        /// What in the plan an accepted proposal became, or changed.
        6 became: Option<Ref> => Fixed,
    }
}

kind! {
    /// A carer may say yes or no to proposals, and change the plan, as the person
    /// themselves may. It counts where one of the person's own devices began it and
    /// nobody has touched it since; it is retracted to end it.
    Proxy = 52 in Plan as "proxy" {
        /// Who.
        1 member: Member => Fixed,
        /// Until when: seconds since 1970, UTC. None for no end.
        2 until: Option<i64> => Fixed,
        /// Why, in the person's words.
        3 why: Option<String> => Fixed,
    }
}
