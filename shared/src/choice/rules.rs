//! The rules of choice as data: what is a right in England, since when and until
//! when, for which referrals, and who says so. A change of law is a change of
//! `rules.tsv`, and of the words where there are new ones.
//!
//! What was the law on the day of a referral holds for it, also where it was
//! changed since.

use jiff::civil::Date;
use record::kinds::ReferralFor;

/// The file.
const FILE: &str = include_str!("rules.tsv");

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule<'a> {
    /// Names it in links.
    pub(super) id: &'a str,
    /// Of which referrals, a letter each; none where it belongs to no referral.
    kinds: &'a str,
    /// Within how many days from the clock; 0 where it is no wait.
    pub(super) days: i32,
    /// Whether it is a legal right in England.
    pub(super) is_right: bool,
    /// Whether there are reasons for which its days may not count.
    pub(super) pauses: bool,
    /// The first day on which it was in force; none where the source does not say.
    pub(super) from: Option<Date>,
    /// The last day, where it is no longer.
    pub(super) until: Option<Date>,
    /// Which version of the source this says.
    pub(super) version: &'a str,
    /// Who says so, and where.
    pub(super) source: &'a str,
    pub(super) address: &'a str,
    /// The ids of its words: what it is, what it does not cover, how to use it, and
    /// what to say.
    pub(super) title: &'a str,
    pub(super) limits: &'a str,
    pub(super) how: &'a str,
    pub(super) words: &'a str,
    /// What a letter asks for, and what where a provider is chosen; the second is empty
    /// where it is not about providers.
    pub(super) letter: &'a str,
    pub(super) letter_to: &'a str,
}

/// The rules of a file; a row that is none is passed over.
pub(super) fn read(file: &str) -> Vec<Rule<'_>> {
    file.lines().skip(1).filter_map(row).collect()
}

fn row(line: &str) -> Option<Rule<'_>> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let day = |cell: &str| match cell {
        "" => Some(None),
        day => day.parse().ok().map(Some),
    };
    Some(Rule {
        id: next()?,
        kinds: next()?,
        days: next()?.parse().ok()?,
        is_right: next()? == "yes",
        pauses: next()? == "yes",
        from: day(next()?)?,
        until: day(next()?)?,
        version: next()?,
        source: next()?,
        address: next()?,
        title: next()?,
        limits: next()?,
        how: next()?,
        words: next()?,
        letter: next()?,
        letter_to: next()?,
    })
}

/// The app's own.
pub(super) fn all() -> Vec<Rule<'static>> {
    read(FILE)
}

/// One of them.
pub(super) fn find(id: &str) -> Option<Rule<'static>> {
    all().into_iter().find(|rule| rule.id == id)
}

impl Rule<'_> {
    /// Whether it was in force on a day.
    pub(super) fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it is about such referrals.
    pub(super) fn is_of(&self, of: ReferralFor) -> bool {
        self.kinds.contains(match of {
            ReferralFor::Outpatient => 'o',
            ReferralFor::Cancer => 'c',
            ReferralFor::MentalHealth => 'm',
            ReferralFor::Other | ReferralFor::Unknown(_) => 'x',
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Id, Words};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn every_row_of_the_file_is_a_rule_with_its_source_its_date_and_its_words() {
        let all = all();
        assert_eq!(all.len(), FILE.lines().count() - 1, "a row that is no rule");
        for (at, rule) in all.iter().enumerate() {
            assert!(!rule.source.is_empty() && rule.address.starts_with("https://"), "{rule:?}");
            assert!(rule.version.parse::<Date>().is_ok(), "{rule:?}");
            assert!(rule.until.is_none_or(|until| rule.from < Some(until)), "{rule:?}");
            let letter_to = Some(rule.letter_to).filter(|id| !id.is_empty());
            let ids = [rule.title, rule.limits, rule.how, rule.words, rule.letter];
            for id in ids.into_iter().chain(letter_to) {
                assert!(Id::find(id).is_some(), "{id}");
                let said = Words::default().get(id).to_lowercase();
                assert!(!said.contains("breach"), "{said}");
            }
            assert!(all[..at].iter().all(|other| other.id != rule.id), "{} is twice", rule.id);
        }
    }

    #[test]
    fn the_two_week_rule_holds_for_a_referral_of_its_time_and_not_after() {
        let rule = find("weeks2").unwrap();
        assert!(rule.is_of(ReferralFor::Cancer) && rule.is_right);
        assert!(rule.holds_on(day("2013-04-01")) && rule.holds_on(day("2024-03-31")));
        assert!(!rule.holds_on(day("2013-03-31")) && !rule.holds_on(day("2024-04-01")));
        let since = find("days28").unwrap();
        assert!(!since.holds_on(day("2024-03-31")) && since.holds_on(day("2024-04-01")));
    }

    #[test]
    fn a_rule_whose_beginning_is_not_known_holds_on_any_day_until_it_ends() {
        for id in ["practice", "others"] {
            let rule = find(id).unwrap();
            assert_eq!(rule.from, None, "the update of the source is not when it began");
            assert!(rule.holds_on(day("2012-01-01")) && rule.holds_on(day("2026-11-22")));
        }
        let ended = Rule { until: Some(day("2026-01-01")), ..find("practice").unwrap() };
        assert!(!ended.holds_on(day("2026-01-02")));
    }

    #[test]
    fn a_change_of_law_is_a_change_of_the_file() {
        // As if 18 weeks became 12 from a day on.
        let old = FILE.lines().find(|line| line.starts_with("weeks18")).unwrap();
        let ended = old.replacen("2013-04-01\t\t", "2013-04-01\t2027-03-31\t", 1);
        let new = old.replacen("weeks18", "weeks12", 1).replacen("126", "84", 1);
        let new = new.replacen("2013-04-01", "2027-04-01", 1);
        let file = FILE.replace(old, &format!("{ended}\n{new}"));
        let days = |on: &str| {
            let rules = read(&file);
            let of = |rule: &&Rule<'_>| {
                rule.days > 0 && rule.is_of(ReferralFor::Outpatient) && rule.holds_on(day(on))
            };
            rules.iter().filter(of).map(|rule| rule.days).collect::<Vec<_>>()
        };
        assert_eq!(days("2027-03-31"), [126]);
        assert_eq!(days("2027-04-01"), [84]);
    }

    #[test]
    fn a_row_that_is_none_is_passed_over() {
        for line in ["", "x", "x\to\tmany\tyes\tno\t2013-04-01", "x\to\t1\tyes\tno\tsoon\t\t"] {
            assert_eq!(read(&format!("head\n{line}\n")), []);
        }
    }
}
