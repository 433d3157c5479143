//! Care in advance: what the person would like, and where papers are kept that
//! somebody else completed. No decision is made in an entry of these kinds.

use jiff::civil::Date;

use super::{codes, kind};

kind! {
    /// What the person would like when they are very ill or near the end of their
    /// life, in their own words: preferences of the PRSB standard for palliative
    /// and end of life care (1.1). It binds nobody. One entry a record.
    AdvanceWishes = 57 in Plan as "advance wishes" {
        /// Where I would like to be cared for.
        1 cared_for: Option<String> => All,
        /// Where I would like to die.
        2 place_of_death: Option<String> => All,
        /// Who should be near, and who should be told.
        3 people: Option<String> => All,
        /// Faith, culture and spirit.
        4 spiritual: Option<String> => All,
        /// What would comfort me.
        5 comfort: Option<String> => All,
        /// What I would not like.
        6 avoid: Option<String> => All,
        /// Whom I have talked with about it.
        7 talked_with: Option<String> => All,
        /// On which day to look at it again.
        8 review_on: Option<Date> => All,
    }
}

codes! {
    /// A paper that says something in advance.
    PaperSort {
        /// A `ReSPECT` form.
        1 Respect,
        /// An advance decision to refuse treatment.
        2 Decision,
        /// An advance statement.
        3 Statement,
        /// A lasting power of attorney for health and welfare.
        4 HealthAttorney,
        /// A lasting power of attorney for property and money.
        5 MoneyAttorney,
        /// A form about resuscitation.
        6 Resuscitation,
        /// Another one.
        7 Other,
    }
}

kind! {
    /// Where a paper is, and who completed it. What it says is on the paper alone.
    AdvancePaper = 58 in Plan as "advance paper" {
        /// Which.
        1 sort: PaperSort => All,
        /// What it is called, where that does not say it.
        2 name: Option<String> => All,
        /// Where it is kept.
        3 place: String => All,
        /// Who completed it: a clinician, a solicitor, the person.
        4 completed_by: Option<String> => All,
        /// On which day.
        5 completed_on: Option<Date> => All,
        /// On which day it is to be looked at again.
        6 review_on: Option<Date> => All,
        /// Who is named in it, or has a copy.
        7 holders: Option<String> => All,
        /// Whom to ask about it: a name, and on a second line a number.
        8 call: Option<String> => All,
    }
}
