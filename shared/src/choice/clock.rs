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
    /// How many days on the way to it were written down as days that may not count.
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
    // One that goes on reaches to today so far, and none further than the wait.
    let ends = |pause: &ReferralPart| {
        let until = pause.until.or(referral.over).unwrap_or(today);
        referral.over.map_or(until, |over| until.min(over))
    };
    let all = rules::all().into_iter();
    let wait = |rule: Rule<'static>| {
        let day = when::days_after(clock, rule.days)?;
        let (apart, without) =
            if rule.pauses { left_out((clock, day), pauses, ends) } else { (0, day) };
        Some(Wait { rule, clock, day, apart, without })
    };
    all.filter(|rule| rule.days > 0 && rule.is_of(of) && rule.holds_on(made))
        .filter_map(wait)
        .collect()
}

/// How many days are left out on the way from the clock to the day, and the day that is
/// reached without them. A day is left out once, however many reasons there are; one that
/// lies after the day is none, for by then it is reached.
fn left_out(
    (clock, day): (Date, Date),
    pauses: &[ReferralPart],
    ends: impl Fn(&ReferralPart) -> Date,
) -> (i32, Date) {
    let spans = pauses.iter().filter_map(|pause| Some((pause.from?, ends(pause))));
    let mut spans: Vec<(Date, Date)> = spans.collect();
    record::sort::by_key(&mut spans, |span| *span);
    // Up to here the days are counted or left out.
    let mut known = clock;
    let (mut apart, mut reached) = (0, day);
    for (from, until) in spans {
        let from = from.max(known);
        if from >= reached {
            break;
        }
        let Some(after) = when::days_after(until, 1).filter(|after| from < *after) else {
            continue;
        };
        let days = from.until(after).map_or(0, |span| span.get_days());
        let Some(later) = when::days_after(reached, days) else { break };
        (apart, reached, known) = (apart + days, later, after);
    }
    (apart, reached)
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
    fn days_are_left_out_only_on_the_way_to_the_day() {
        let made = referral(ReferralFor::Outpatient, "2026-06-01", "2026-06-01");
        let today = "2026-11-22";
        for (pauses, apart, without) in [
            // After the day: it was reached by then. On the day itself, the same.
            (vec![pause("2026-11-01", Some("2026-11-14"))], 0, "2026-10-05"),
            (vec![pause("2026-10-05", Some("2026-10-18"))], 0, "2026-10-05"),
            (vec![pause("2026-11-01", None)], 0, "2026-10-05"),
            // Across the day, all of it.
            (vec![pause("2026-10-01", Some("2026-10-14"))], 14, "2026-10-19"),
            // It goes on: as far as it has come.
            (vec![pause("2026-10-01", None)], 53, "2026-11-27"),
            // The first moves the day, so that the second lies before it.
            (
                vec![
                    pause("2026-10-10", Some("2026-10-12")),
                    pause("2026-09-01", Some("2026-09-14")),
                ],
                17,
                "2026-10-22",
            ),
            // One within another, and a day that is in both.
            (
                vec![
                    pause("2026-07-01", Some("2026-07-20")),
                    pause("2026-07-05", Some("2026-07-06")),
                    pause("2026-07-20", Some("2026-07-21")),
                ],
                21,
                "2026-10-26",
            ),
            // From before the clock: from the clock on.
            (vec![pause("2026-05-25", Some("2026-06-02"))], 2, "2026-10-07"),
        ] {
            let found = counted(&made, &pauses, today);
            assert_eq!(found[0].1, day("2026-10-05"));
            assert_eq!((found[0].2, found[0].3), (apart, day(without)), "{pauses:?}");
        }
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
