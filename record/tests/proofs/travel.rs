//! A device that travels: what things are called does not change, nothing done
//! is asked for again, and there and back again all is as it was.

use jiff::ToSpan;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use record::schedule::{Occurrence, OccurrenceKey, Rule, Schedule, Terms, next};
use record::time::Zone;

use crate::rules::{self, daily, day, on, schedule, zone};
use crate::zones::every_zone;

fn keys(all: &[Occurrence]) -> Vec<OccurrenceKey> {
    let mut keys: Vec<_> = all.iter().map(|one| one.key).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn from_every_zone_things_have_the_same_names_and_pinned_ones_the_same_instants() {
    let base = on(record::schedule::Days::DAILY, &[90, 480, 1410]);
    let pinned = Terms { zone: Some(Zone::new("Europe/London")), day_start: 240, ..base.clone() };
    let floating = schedule(1, &Rule::new(base).unwrap());
    let pinned = schedule(2, &Rule::new(pinned).unwrap());
    let (from, to) = (day(2026, 3, 1), day(2026, 4, 30));
    let home = zone("Europe/London").unwrap();
    let of = |schedule: &Schedule, zone: &TimeZone| schedule.occurrences(from, to, zone);
    let (floats_home, pinned_home) = (of(&floating, &home), of(&pinned, &home));
    assert_eq!(floats_home.len(), 61 * 3);
    for (name, away) in every_zone() {
        assert_eq!(keys(&of(&floating, &away)), keys(&floats_home), "{name}");
        assert_eq!(of(&pinned, &away), pinned_home, "{name}");
        // And home again.
        assert_eq!(of(&floating, &home), floats_home, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_rule_has_the_same_names_everywhere(rule in rules::rule(), at in any::<prop::sample::Index>()) {
        let zones = every_zone();
        let (name, away) = at.get(&zones);
        let schedule = schedule(1, &rule);
        let from = rule.terms().from;
        let to = from.saturating_add(70.days());
        let here = schedule.occurrences(from, to, &TimeZone::UTC);
        let there = schedule.occurrences(from, to, away);
        prop_assert_eq!(keys(&here), keys(&there), "{}", name);
        let mut names = keys(&here);
        names.dedup();
        prop_assert_eq!(names.len(), here.len(), "no two have one name");
        // Looking at a part shows that part of the whole.
        let middle = from.saturating_add(20.days());
        let mut parts = keys(&schedule.occurrences(from, middle, away));
        parts.extend(keys(&schedule.occurrences(middle.tomorrow().unwrap(), to, away)));
        parts.sort_unstable();
        prop_assert_eq!(parts, keys(&there));
        // What comes next is what comes, from any of them on.
        if let Some(after) = there.get(at.index(there.len().max(1))) {
            let expected: Vec<Occurrence> = there
                .iter()
                .filter(|one| one.at > after.at && one.expires > one.at)
                .take(5)
                .copied()
                .collect();
            let mut found = next(&[schedule], after.at, 5, away, &|_| false);
            found.truncate(expected.len());
            prop_assert_eq!(found, expected, "{}", name);
        }
    }

    /// Somebody who flies about, and does each thing when it is asked for.
    #[test]
    fn whoever_does_what_comes_next_does_everything_once(
        flights in prop::collection::vec((any::<prop::sample::Index>(), 1_usize..9), 1..12),
        shift in 0_u16..60,
    ) {
        let zones = every_zone();
        let schedule = schedule(1, &daily(&[shift, 480 + shift, 1200 + shift]));
        let mut now = crate::support::MONDAY / 1000;
        let mut done: Vec<OccurrenceKey> = Vec::new();
        for (zone, doses) in flights {
            let (_, zone) = zone.get(&zones);
            for _ in 0..doses {
                let answered = |key: &OccurrenceKey| done.contains(key);
                let one = next(std::slice::from_ref(&schedule), now, 1, zone, &answered)[0];
                prop_assert!(one.at > now);
                prop_assert!(!done.contains(&one.key));
                now = one.at;
                done.push(one.key);
            }
        }
        // At home again, every time between the first and the last is either done
        // or was skipped by flying on; none is asked for twice, and what is left
        // is the same as if nobody had travelled.
        let home = TimeZone::UTC;
        let rest = next(std::slice::from_ref(&schedule), now, 5, &home, &|key| done.contains(key));
        let stayed: Vec<Occurrence> = next(std::slice::from_ref(&schedule), now, 40, &home, &|_| false)
            .into_iter()
            .filter(|one| !done.contains(&one.key))
            .take(5)
            .collect();
        let names = |all: &[Occurrence]| all.iter().map(|one| (one.key, one.at)).collect::<Vec<_>>();
        prop_assert_eq!(names(&rest), names(&stayed));
    }
}

#[test]
fn what_comes_next_is_found_where_the_day_of_the_rule_is_two_behind_that_of_utc() {
    // A day that begins at 23:59 in Samoa, eleven hours behind.
    let samoa = zone("Pacific/Pago_Pago").unwrap();
    let terms = Terms { day_start: 1439, ..on(record::schedule::Days::DAILY, &[1438]) };
    let schedule = schedule(1, &Rule::new(terms).unwrap());
    let all = schedule.occurrences(day(2026, 1, 5), day(2026, 1, 9), &samoa);
    let found = next(&[schedule], all[2].at - 1, 2, &samoa, &|_| false);
    assert_eq!(found, all[2..4]);
}
