//! Allergies and bad reactions.

use super::{codes, kind};

codes! {
    /// What sort of a reaction it is, as the person understands it.
    Reacts {
        /// An allergy.
        1 Allergy,
        /// A bad reaction or side effect.
        2 BadReaction,
        /// Not sure.
        3 NotSure,
    }
}

kind! {
    /// Something that the person reacts badly to. Headings as in the allergies and
    /// adverse reactions of PRSB's core information standard.
    Allergy = 17 in Medicines as "allergy" {
        /// To what.
        1 to: String => All,
        /// What sort.
        2 sort: Reacts => All,
        /// What happens.
        3 reaction: Option<String> => All,
        /// When it was noticed, in the person's words.
        4 noticed: Option<String> => All,
    }
}
