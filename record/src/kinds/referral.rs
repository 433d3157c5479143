//! Referrals: where somebody was sent, since when they wait, and what they chose.

use jiff::civil::Date;

use super::{Ref, codes, kind};

codes! {
    /// What a referral is for.
    ReferralFor {
        /// A first appointment with a consultant or a team.
        1 Outpatient,
        /// A suspected cancer.
        2 Cancer,
        /// Mental health.
        3 MentalHealth,
        /// Something else.
        4 Other,
    }
}

kind! {
    /// A referral, with its clock.
    Referral = 63 in Decisions as "referral" {
        /// What for.
        1 of: ReferralFor => All,
        /// To which service.
        2 service: String => All,
        /// About which problem.
        3 problem: Option<String> => All,
        /// Who referred.
        4 by: Option<String> => All,
        /// On which day.
        5 referred: Option<Date> => All,
        /// From which day the wait is counted.
        6 clock: Option<Date> => All,
        /// The provider that was chosen.
        7 chosen: Option<Ref> => All,
        /// Why that one.
        8 because: Option<String> => All,
        /// The day on which the wait was over.
        9 over: Option<Date> => All,
    }
}

codes! {
    /// What is said of a referral.
    ReferralPartOf {
        /// A provider that was offered.
        1 Provider,
        /// The person chose to wait.
        2 ChoseToWait,
        /// Waiting is better for their health.
        3 BetterToWait,
        /// Their health is watched for a time before treatment.
        4 Watched,
        /// They missed appointments that they had chosen.
        5 Missed,
        /// Treatment is no longer needed.
        6 NotNeeded,
    }
}

kind! {
    /// Something that is said of a referral: a provider, or a reason for which the
    /// wait may not count.
    ReferralPart = 64 in Decisions as "referral_part" {
        /// The referral.
        1 referral: Ref => Fixed,
        /// What it is.
        2 of: ReferralPartOf => Fixed,
        /// The provider's name; else more about it.
        3 text: Option<String> => All,
        /// How far away.
        4 distance: Option<String> => All,
        /// How long one waits there.
        5 wait: Option<String> => All,
        /// What others say of it.
        6 others: Option<String> => All,
        /// Where that is from.
        7 source: Option<String> => All,
        /// Since when.
        8 from: Option<Date> => All,
        /// Until when, with that day.
        9 until: Option<Date> => All,
    }
}
