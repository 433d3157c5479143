//! The days that follow from a referral's clock. Arithmetic with the calendar, and
//! no judgement.

use jiff::civil::Date;
use record::kinds::{Referral, ReferralFor, ReferralPart};

use super::rules::{self, Rule};
use crate::when;

/// A wait, counted from the clock.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wait {
    /// By which rule.
    pub(super) rule: Rule<'static>,
    /// From which day.
    pub(super) clock: Date,
    /// The day on which its days are over.
    pub(super) day: Date,
    /// How many days were written down as days that may not count.
    pub(super) apart: i32,
    /// The day, counted without those.
    pub(super) without: Date,
}

/// The waits of a referral, by the rules of its day; none without its clock.
pub(super) fn waits(
    referral: &Referral,
    of: ReferralFor,
    pauses: &[ReferralPart],
    today: Date,
) -> Vec<Wait> {
    let Some(clock) = referral.clock else { return Vec::new() };
    let made = referral.referred.unwrap_or(clock);
    let end = referral.over.unwrap_or(today);
    let all = rules::all().into_iter();
    let wait = |rule: Rule<'static>| {
        let day = when::days_after(clock, rule.days)?;
        let apart = if rule.pauses { days_paused(clock, end, pauses) } else { 0 };
        let without = when::days_after(day, apart)?;
        Some(Wait { rule, clock, day, apart, without })
    };
    all.filter(|rule| rule.days > 0 && rule.is_of(of) && rule.holds_on(made))
        .filter_map(wait)
        .collect()
}

/// How many days, from the clock to the end, are within some reason not to count
/// them: each once, however many reasons. One that goes on reaches to the end.
fn days_paused(clock: Date, end: Date, pauses: &[ReferralPart]) -> i32 {
    let covers = |pause: &ReferralPart, day: Date| {
        pause.from.is_some_and(|from| from <= day) && pause.until.is_none_or(|until| day <= until)
    };
    let mut day = clock;
    let mut count = 0;
    // No wait is longer than ten years.
    for _ in 0..3_660 {
        if day > end {
            break;
        }
        count += i32::from(pauses.iter().any(|pause| covers(pause, day)));
        let Some(next) = when::days_after(day, 1) else { break };
        day = next;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use record::OpId;
    use record::kinds::{Ref, ReferralPartOf};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn referral(of: ReferralFor, referred: &str, clock: &str) -> Referral {
        Referral {
            of,
            service: "Lung clinic".to_owned(),
            problem: None,
            by: None,
            referred: Some(day(referred)),
            clock: Some(day(clock)),
            chosen: None,
            because: None,
            over: None,
        }
    }

    fn pause(from: &str, until: Option<&str>) -> ReferralPart {
        ReferralPart {
            referral: Ref(OpId { writer: record::Writer(2), counter: 1 }),
            of: ReferralPartOf::ChoseToWait,
            text: None,
            distance: None,
            wait: None,
            others: None,
            source: None,
            from: Some(day(from)),
            until: until.map(day),
        }
    }

    fn counted(
        referral: &Referral,
        pauses: &[ReferralPart],
        today: &str,
    ) -> Vec<(String, Date, i32, Date)> {
        waits(referral, referral.of, pauses, day(today))
            .into_iter()
            .map(|wait| (wait.rule.id.to_owned(), wait.day, wait.apart, wait.without))
            .collect()
    }

    #[test]
    fn eighteen_weeks_from_the_clock_over_a_leap_day_and_a_change_of_clocks() {
        let made = referral(ReferralFor::Outpatient, "2027-12-01", "2027-12-06");
        let found = counted(&made, &[], "2028-01-01");
        // 126 days, over 29 February and the last Sunday of March.
        assert_eq!(found, [("weeks18".to_owned(), day("2028-04-10"), 0, day("2028-04-10"))]);
        assert_eq!(day("2028-04-10").since(day("2027-12-06")).unwrap().get_days(), 126);
    }

    #[test]
    fn days_that_may_not_count_are_counted_once_each() {
        let made = referral(ReferralFor::Outpatient, "2026-06-01", "2026-06-01");
        // 11 days, of which 5 are in both; and one before the clock.
        let pauses = [
            pause("2026-05-20", Some("2026-05-31")),
            pause("2026-07-01", Some("2026-07-07")),
            pause("2026-07-03", Some("2026-07-11")),
        ];
        let found = counted(&made, &pauses, "2026-09-01");
        assert_eq!(found[0].1, day("2026-10-05"));
        assert_eq!((found[0].2, found[0].3), (11, day("2026-10-16")));
        // One that goes on reaches to today, and no further.
        let open = [pause("2026-08-30", None)];
        assert_eq!(counted(&made, &open, "2026-09-01")[0].2, 3);
        // Nothing is counted after the wait was over.
        let over = Referral { over: Some(day("2026-08-31")), ..made };
        assert_eq!(counted(&over, &open, "2026-09-01")[0].2, 2);
    }

    #[test]
    fn the_rules_of_the_day_of_the_referral_count() {
        let ids = |of, referred: &str| {
            let made = referral(of, referred, referred);
            let found = counted(&made, &[], "2026-09-01");
            found.into_iter().map(|(id, day, ..)| (id, day.to_string())).collect::<Vec<_>>()
        };
        let one = |id: &str, day: &str| vec![(id.to_owned(), day.to_owned())];
        assert_eq!(ids(ReferralFor::Cancer, "2024-03-31"), one("weeks2", "2024-04-14"));
        assert_eq!(ids(ReferralFor::Cancer, "2024-04-01"), one("days28", "2024-04-29"));
        assert_eq!(ids(ReferralFor::MentalHealth, "2026-06-01"), one("weeks18", "2026-10-05"));
        assert_eq!(ids(ReferralFor::Other, "2026-06-01"), []);
        let unsaid =
            Referral { clock: None, ..referral(ReferralFor::Cancer, "2026-06-01", "2026-06-01") };
        assert_eq!(counted(&unsaid, &[], "2026-09-01"), []);
    }
}
