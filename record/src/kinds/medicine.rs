//! Medicines: what the person takes, as they or their team say it.

use jiff::civil::Date;

use super::dosage::Dosage;
use super::tracker::Measure;
use super::{codes, kind};
use crate::fields::FieldNumber;
use crate::schedule::RuleBytes;

codes! {
    /// What a medicine comes as.
    MedicineForm {
        /// A tablet.
        1 Tablet,
        /// A capsule.
        2 Capsule,
        /// A liquid to swallow.
        3 Liquid,
        /// An inhaler.
        4 Inhaler,
        /// An injection or a pen.
        5 Injection,
        /// A patch.
        6 Patch,
        /// A cream, ointment or gel.
        7 Cream,
        /// Drops.
        8 Drops,
        /// A spray.
        9 Spray,
        /// A suppository or pessary.
        10 Suppository,
        /// A powder or granules.
        11 Powder,
        /// Something else.
        12 Other,
    }
}

kind! {
    /// A medicine. What is agreed about it is kept whoever says otherwise at the
    /// same time, until somebody resolves it. Headings as in the medication item
    /// entry of PRSB's core information standard where it has one.
    Medicine = 15 in Medicines as "medicine" {
        /// What it is called, in the person's words or as in a list.
        1 name: String => All,
        /// How strong it is: "500 mg".
        2 strength: Option<String> => All,
        /// What it comes as.
        3 form: Option<MedicineForm> => All,
        /// How much at a time.
        4 dose: Option<Dosage> => All,
        /// What it is for, in the person's words.
        5 why: Option<String> => All,
        /// How to take it: "with food".
        6 how: Option<String> => All,
        /// Who prescribed it.
        7 prescriber: Option<String> => All,
        /// Since when.
        8 started: Option<Date> => All,
        /// The last day; it is no longer taken.
        9 stopped: Option<Date> => All,
        /// Why it was stopped.
        10 stop_reason: Option<String> => All,
        /// When to take it; none where it has no times.
        11 rule: Option<RuleBytes> => All,
        /// Whether a locked screen must not show what it is; none is yes.
        12 discreet: Option<bool> => Latest,
        /// Whether its times stay on Today and are not told outside the app.
        13 silent: Option<bool> => Latest,
        /// What is measured because of it: its readings are shown beside the doses.
        14 beside: Option<Measure> => Latest,
        /// Whether its times are told in quiet hours too.
        15 important: Option<bool> => Latest,
        /// Whether its times are asked for again until they are answered.
        16 insist: Option<bool> => Latest,
    }
}

impl Medicine {
    /// The number of its dose.
    pub const DOSE: FieldNumber = 4;
    /// The number of its rule.
    pub const RULE: FieldNumber = 11;
}
