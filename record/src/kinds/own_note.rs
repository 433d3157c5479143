//! What only the person sees.

use super::{Ref, codes, kind};

codes! {
    /// Beside what a note stands.
    OwnPlace {
        /// The plan.
        1 Plan,
        /// A decision that is being prepared.
        2 Decision,
        /// About me.
        3 AboutMe,
    }
}

kind! {
    /// Something that the person keeps to themselves. Its stream is given to nobody but
    /// their own devices, whatever was agreed with whom. To share it is to write
    /// another entry where others see it, and to take this one away.
    OwnNote = 70 in Own as "own note" {
        /// Beside what it stands.
        1 place: OwnPlace => Fixed,
        /// Which of them, in its own stream: the decision.
        2 of: Option<Ref> => Fixed,
        /// What it would be there, by that place's codes: a sort of thing in the plan, a
        /// part of a decision, the number of a field of About me.
        3 sort: u64 => Fixed,
        /// In the person's words.
        4 text: String => All,
    }
}
