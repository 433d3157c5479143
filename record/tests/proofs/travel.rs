//! A device that travels: what things are called does not change, nothing done
//! is asked for again, and there and back again all is as it was.

use jiff::ToSpan;
use jiff::tz::{AmbiguousOffset, TimeZone};
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
        // What the clocks said where each was done: by the wall, and not by a key.
        let mut walls: Vec<jiff::civil::DateTime> = Vec::new();
        for (zone, doses) in flights {
            let (_, zone) = zone.get(&zones);
            for _ in 0..doses {
                let answered = |key: &OccurrenceKey| done.contains(key);
                let one = next(std::slice::from_ref(&schedule), now, 1, zone, &answered)[0];
                prop_assert!(one.at > now);
                prop_assert!(!done.contains(&one.key));
                prop_assert!(!walls.contains(&one.wall), "{} was done before", one.wall);
                walls.push(one.wall);
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

/// What outcomes keep of the times that they are of.
fn kept(all: &[Occurrence]) -> Vec<Vec<u8>> {
    all.iter().map(|one| one.key.to_bytes()).collect()
}

/// The times that a kept outcome answers, in whatever zone the device is by now.
fn answered(kept: &[Vec<u8>], schedule: &Schedule, zone: &TimeZone) -> Vec<(usize, Occurrence)> {
    let (from, to) = (day(2026, 3, 20), day(2026, 4, 10));
    let all = schedule.occurrences(from, to, zone);
    let mut found = Vec::new();
    for (at, key) in kept.iter().enumerate() {
        let key = OccurrenceKey::from_bytes(key).unwrap();
        found.extend(all.iter().filter(|one| one.key == key).map(|one| (at, *one)));
    }
    found
}

/// What was said in one zone is of the same day and the same time of the clock in every
/// other: by the rule's own numbers, which nothing here takes from a key.
#[test]
fn no_outcome_ever_moves_when_the_zone_changes() {
    let minutes = [20, 90, 480, 1410];
    let terms = Terms { day_start: 60, ..on(record::schedule::Days::DAILY, &minutes) };
    let floating = schedule(1, &Rule::new(terms.clone()).unwrap());
    let home = Zone::new("Europe/London");
    let pinned = schedule(2, &Rule::new(Terms { zone: Some(home), ..terms }).unwrap());
    let london = zone("Europe/London").unwrap();
    let (from, to) = (day(2026, 3, 24), day(2026, 4, 2));
    for (schedule, floats) in [(&floating, true), (&pinned, false)] {
        let said = schedule.occurrences(from, to, &london);
        assert_eq!(said.len(), 10 * minutes.len());
        let outcomes = kept(&said);
        // No two outcomes are of one time.
        let mut names = outcomes.clone();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), outcomes.len());
        for (name, away) in every_zone() {
            let found = answered(&outcomes, schedule, &away);
            assert_eq!(found.len(), said.len(), "{name}: each answers one time, and no other");
            for (at, one) in found {
                let before = &said[at];
                if !floats {
                    assert_eq!((one.at, one.wall), (before.at, before.wall), "{name}");
                    continue;
                }
                // What the wall says is the rule's own time on the rule's own day, found
                // anew from the place in the list; only a clock that skips it says more.
                let (nth, slot) = (at / minutes.len(), at % minutes.len());
                // The day begins at one: what comes before is the last of the day before.
                let minute = [90, 480, 1410, 20][slot];
                let date = from.saturating_add(i64::try_from(nth).unwrap().days());
                let date = if minute < 60 { date.tomorrow().unwrap() } else { date };
                let part = |number: i32| i8::try_from(number).unwrap();
                let time = jiff::civil::time(part(minute / 60), part(minute % 60), 0, 0);
                let planned = date.to_datetime(time);
                let skipped = matches!(
                    away.to_ambiguous_timestamp(planned).offset(),
                    AmbiguousOffset::Gap { .. }
                );
                assert!(one.wall == planned || (skipped && one.wall > planned), "{name} {planned}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Out and home again by any way: what was said under way answers at home what it
    /// answered there, what is asked next is as if nobody had travelled, and nothing that
    /// was done is asked for again in any place on the way.
    #[test]
    fn travelling_back_and_forth_ends_where_it_began(
        way in prop::collection::vec(any::<prop::sample::Index>(), 1..6),
        shift in 0_u16..400,
        start in prop::sample::select(vec![0_u16, 240, 1380]),
    ) {
        let zones = every_zone();
        let home = zone("Europe/London").unwrap();
        let terms = Terms {
            day_start: start,
            ..on(record::schedule::Days::DAILY, &[shift, 480 + shift, 1000 + shift])
        };
        let schedule = schedule(1, &Rule::new(terms).unwrap());
        let (from, to) = (day(2026, 3, 26), day(2026, 4, 3));
        let at_home = schedule.occurrences(from, to, &home);
        // Each day of a stay everything is done where the person is, and kept as bytes.
        let mut done: Vec<Vec<u8>> = Vec::new();
        for (nth, index) in way.iter().enumerate() {
            let (_, away) = index.get(&zones);
            let today = from.saturating_add(i64::try_from(nth).unwrap().days());
            for one in schedule.occurrences(today, today, away) {
                let told = |key: &OccurrenceKey| done.contains(&key.to_bytes());
                prop_assert!(!told(&one.key), "asked for a second time on the way");
                done.push(one.key.to_bytes());
            }
        }
        // Three a day, on each of the days, whichever zone each was in.
        prop_assert_eq!(done.len(), way.len() * 3);
        let told = |key: &OccurrenceKey| done.contains(&key.to_bytes());
        let back = schedule.occurrences(from, to, &home);
        prop_assert_eq!(&back, &at_home, "home again it is as it was");
        let open: Vec<&Occurrence> = back.iter().filter(|one| !told(&one.key)).collect();
        // What is left is what comes on the days that nobody has lived yet, and no other.
        prop_assert_eq!(open.len(), back.len() - done.len());
        let lived = from.saturating_add(i64::try_from(way.len()).unwrap().days());
        let left = schedule.occurrences(lived, to, &home);
        prop_assert_eq!(open.into_iter().copied().collect::<Vec<_>>(), left);
    }
}
