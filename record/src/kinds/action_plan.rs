//! Action plans: what the person has agreed to do when things are well, when they
//! get worse, and when help is needed.

use jiff::civil::Date;

use super::{codes, kind};
use crate::fields::FieldNumber;

codes! {
    /// What a plan is for.
    Condition {
        /// Asthma.
        1 Asthma,
        /// Chronic obstructive pulmonary disease.
        2 Copd,
        /// Diabetes.
        3 Diabetes,
        /// High blood pressure.
        4 Hypertension,
        /// Heart failure.
        5 HeartFailure,
        /// One's own, in words.
        6 Own,
    }
}

kind! {
    /// An action plan: three parts, each in the words of those who agreed it.
    /// The numbers that belong to it are entries of their own ([`Threshold`]).
    ///
    /// What it is like in a part (`signs`) is a sign a line. Whom to call is a
    /// name, and on a second line a number.
    ///
    /// [`Threshold`]: super::Threshold
    ActionPlan = 21 in Plan as "action_plan" {
        /// For what.
        1 condition: Condition => Fixed,
        /// What it is called, where the condition does not say it.
        2 name: Option<String> => All,
        /// Who set it: a clinician by name; none for the person.
        3 set_by: Option<String> => All,
        /// On which day.
        4 set_on: Option<Date> => All,
        /// What it is like when things are as they should be.
        5 green_signs: Option<String> => All,
        /// What to do then.
        6 green_do: Option<String> => All,
        /// Whom to call then.
        7 green_call: Option<String> => All,
        /// What it is like when things get worse.
        8 amber_signs: Option<String> => All,
        /// What to do then.
        9 amber_do: Option<String> => All,
        /// Whom to call then.
        10 amber_call: Option<String> => All,
        /// What it is like when help is needed.
        11 red_signs: Option<String> => All,
        /// What to do then.
        12 red_do: Option<String> => All,
        /// Whom to call then.
        13 red_call: Option<String> => All,
        /// The last day; it is no longer followed.
        14 ended: Option<Date> => All,
    }
}

/// The words of one part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartWords<'a> {
    /// What it is like.
    pub signs: &'a Option<String>,
    /// What to do.
    pub action: &'a Option<String>,
    /// Whom to call.
    pub call: &'a Option<String>,
}

impl ActionPlan {
    /// The number of the first field of the green part; each part has three.
    pub const PARTS: FieldNumber = 5;

    /// The words of the green, the amber and the red part.
    #[must_use]
    pub fn parts(&self) -> [PartWords<'_>; 3] {
        let part = |signs, action, call| PartWords { signs, action, call };
        [
            part(&self.green_signs, &self.green_do, &self.green_call),
            part(&self.amber_signs, &self.amber_do, &self.amber_call),
            part(&self.red_signs, &self.red_do, &self.red_call),
        ]
    }

    /// The same, to change.
    pub fn parts_mut(&mut self) -> [[&mut Option<String>; 3]; 3] {
        [
            [&mut self.green_signs, &mut self.green_do, &mut self.green_call],
            [&mut self.amber_signs, &mut self.amber_do, &mut self.amber_call],
            [&mut self.red_signs, &mut self.red_do, &mut self.red_call],
        ]
    }
}
