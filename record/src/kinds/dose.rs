//! Doses: what became of one time of a medicine, or one that was taken besides.

use jiff::civil::Date;

use super::dosage::Dosage;
use super::outcome::What;
use super::{Ref, kind};
use crate::schedule::OccurrenceKey;

kind! {
    /// One dose of one medicine. When it was taken is the operation's. Fields 2 to
    /// 4 name the time that it answers; a dose that was taken as needed, or
    /// besides, has none of them.
    Dose = 16 in Medicines as "dose" {
        /// The medicine.
        1 medicine: Ref => Fixed,
        /// Which of its rules was in force ([`RuleBytes::number`]).
        ///
        /// [`RuleBytes::number`]: crate::schedule::RuleBytes::number
        2 version: Option<u64> => Fixed,
        /// The person's day, by the rule; not before 1970.
        3 date: Option<Date> => Fixed,
        /// The rule's time, as in [`OccurrenceKey::slot`].
        4 slot: Option<u64> => Fixed,
        /// What became of it.
        5 what: What => Fixed,
        /// How much was taken, where that is known.
        6 taken: Option<Dosage> => Fixed,
        /// Why, where it was skipped, or more about it.
        7 note: Option<String> => Fixed,
    }
}

impl Dose {
    /// The time that it answers, where it answers one.
    #[must_use]
    pub fn key(&self) -> Option<OccurrenceKey> {
        Some(OccurrenceKey {
            schedule: self.medicine.0,
            version: u32::try_from(self.version?).ok()?,
            date: self.date?,
            slot: u16::try_from(self.slot?).ok()?,
        })
    }

    /// Whether something was taken.
    #[must_use]
    pub fn was_taken(&self) -> bool {
        matches!(self.what, What::Done | What::DoneLate | What::Part)
    }
}
