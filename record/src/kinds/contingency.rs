//! If this happens, do that.

use jiff::civil::Date;

use super::{FieldSet, Proposes, Ref, kind};

kind! {
    /// A contingency plan: the items of the PRSB standard for personalised care
    /// and support plans (2.0). Whom to call is a name, and on a second line a
    /// number.
    #[derive(Default)]
    Contingency = 59 in Plan as "contingency" {
        /// What it is called.
        1 name: Option<String> => All,
        /// What may happen, or bring it on: one a line.
        2 triggers: String => All,
        /// How it begins.
        3 signs: Option<String> => All,
        /// What to do.
        4 action: Option<String> => All,
        /// What helps the person to cope.
        5 coping: Option<String> => All,
        /// What is to happen where the carer cannot care.
        6 no_carer: Option<String> => All,
        /// Medicines and equipment kept ready for it, and where.
        7 medicines: Option<String> => All,
        /// Whom to call first.
        8 call_first: Option<String> => All,
        /// Whom to call then.
        9 call_second: Option<String> => All,
        /// Whom to call after that.
        10 call_third: Option<String> => All,
        /// With whom it is agreed.
        11 agreed_with: Option<String> => All,
        /// On which day.
        12 agreed_on: Option<Date> => All,
        /// On which day to look at it again.
        13 review_on: Option<Date> => All,
        /// Who sees to that.
        14 review_by: Option<String> => All,
    }
}

kind! {
    /// A contingency plan that is proposed, or a change to one, or that one is taken
    /// out. It is a kind of its own, so that nothing that reads contingency plans can
    /// take it for one. Fields up to 23 are those of [`Contingency`], by number. What
    /// became of it is a [`PlanNote`](super::PlanNote).
    #[derive(Default)]
    ContingencyProposal = 53 in Plan as "contingency_proposal" {
        /// What it is called.
        1 name: Option<String> => All,
        /// What may happen, or bring it on: one a line.
        2 triggers: Option<String> => All,
        /// How it begins.
        3 signs: Option<String> => All,
        /// What to do.
        4 action: Option<String> => All,
        /// What helps the person to cope.
        5 coping: Option<String> => All,
        /// What is to happen where the carer cannot care.
        6 no_carer: Option<String> => All,
        /// Medicines and equipment kept ready for it, and where.
        7 medicines: Option<String> => All,
        /// Whom to call first.
        8 call_first: Option<String> => All,
        /// Whom to call then.
        9 call_second: Option<String> => All,
        /// Whom to call after that.
        10 call_third: Option<String> => All,
        /// With whom it is agreed.
        11 agreed_with: Option<String> => All,
        /// On which day.
        12 agreed_on: Option<Date> => All,
        /// On which day to look at it again.
        13 review_on: Option<Date> => All,
        /// Who sees to that.
        14 review_by: Option<String> => All,
        /// What the proposal would change or take out; none where it would add one.
        24 instead: Option<Ref> => Fixed,
        /// Why it is proposed.
        25 reason: Option<String> => Fixed,
        /// The fields that a change is about. The others are as they stood.
        26 about: Option<FieldSet> => Fixed,
        /// It would take out what it names.
        27 takes_out: Option<bool> => Fixed,
    }
}

impl ContingencyProposal {
    /// What it would do.
    #[must_use]
    pub fn proposes(&self) -> Proposes {
        Proposes::by(self.instead, self.about, self.takes_out)
    }
}
