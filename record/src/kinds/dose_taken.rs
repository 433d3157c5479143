//! Doses taken.

use super::{codes, kind};
use crate::decimal::Decimal;

codes! {
    /// The unit of a dose.
    DoseUnit {
        /// As the medicine's own words say.
        0 None,
        /// International units.
        1 Unit,
        /// Tablets or capsules.
        2 Tablet,
        /// Puffs.
        3 Puff,
        /// Millilitres.
        4 Millilitre,
        /// Milligrams.
        5 Milligram,
        /// Micrograms.
        6 Microgram,
        /// Drops.
        7 Drop,
        /// Patches.
        8 Patch,
    }
}

kind! {
    /// A dose that was taken. The app never calculates or suggests one.
    DoseTaken = 7 in Medicines as "dose taken" {
        /// The medicine, in the person's words.
        1 medicine: String => Fixed,
        /// How much.
        2 amount: Option<Decimal> => Fixed,
        /// Of what.
        3 unit: DoseUnit => Fixed,
        /// More about it.
        4 note: Option<String> => Fixed,
    }
}
