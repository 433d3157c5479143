//! If this happens, do that.

use jiff::civil::Date;

use super::kind;

kind! {
    /// A contingency plan: the items of the PRSB standard for personalised care
    /// and support plans (2.0). Whom to call is a name, and on a second line a
    /// number.
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
