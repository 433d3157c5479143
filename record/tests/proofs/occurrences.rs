//! What rules come to: on which days, at which times, under what name, and where
//! each stands.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use record::kinds::What;
use record::schedule::{
    Amount, At, Days, End, InForce, Occurrence, OccurrenceKey, Rule, Schedule, State, Step, Terms,
    Weekdays, When, Window, next, state,
};
use record::time::Zone;

use crate::rules::{clocks, daily, day, on, schedule, times, zone};
use crate::support::{MONDAY, op};

/// Every occurrence of the rule in these days, in UTC.
fn all(terms: Terms, from: Date, to: Date) -> Vec<Occurrence> {
    schedule(1, &Rule::new(terms).unwrap()).occurrences(from, to, &TimeZone::UTC)
}

fn dates(terms: Terms, to: Date) -> String {
    let all = all(terms, day(2026, 1, 1), to);
    all.iter()
        .map(|one| one.key.date.strftime("%-d.%-m.").to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn days_of_every_sort() {
    let to = |month: i8| Date::constant(2026, month, 28);
    let weekly = |every, days: &[Weekday]| Days::Weeks { every, on: Weekdays::of(days) };
    let monthly = |every, nth, on| Days::MonthWeekday { every, nth, on };
    let cases = [
        (Days::DAILY, day(2026, 1, 8), "5.1. 6.1. 7.1. 8.1."),
        (Days::Every(3), day(2026, 1, 15), "5.1. 8.1. 11.1. 14.1."),
        (
            weekly(1, &[Weekday::Tuesday, Weekday::Sunday]),
            day(2026, 1, 18),
            "6.1. 11.1. 13.1. 18.1.",
        ),
        (weekly(2, &[Weekday::Monday, Weekday::Sunday]), day(2026, 2, 1), "5.1. 11.1. 19.1. 25.1."),
        (
            Days::MonthDay { every: 1, day: 31 },
            day(2026, 6, 30),
            "31.1. 28.2. 31.3. 30.4. 31.5. 30.6.",
        ),
        (Days::MonthDay { every: 3, day: 5 }, to(8), "5.1. 5.4. 5.7."),
        (monthly(1, 1, Weekday::Monday), to(4), "5.1. 2.2. 2.3. 6.4."),
        (monthly(1, Days::LAST, Weekday::Friday), to(5), "30.1. 27.2. 27.3. 24.4."),
        (monthly(2, 3, Weekday::Wednesday), to(5), "21.1. 18.3. 20.5."),
    ];
    for (days, to, expected) in cases {
        assert_eq!(dates(on(days, &[480]), to), expected, "{days:?}");
    }
}

#[test]
fn leap_days_come_when_they_come() {
    let first = day(2024, 2, 29);
    let yearly = Terms { first, from: first, ..on(Days::MonthDay { every: 12, day: 29 }, &[480]) };
    let dates: Vec<_> =
        all(yearly, first, day(2028, 12, 31)).iter().map(|one| one.key.date).collect();
    let last = |year| day(year, 2, 28);
    assert_eq!(dates, [first, last(2025), last(2026), last(2027), day(2028, 2, 29)]);
    // Every day across the leap day of a year that is not one of the hundreds.
    let every = Terms { first, from: first, ..on(Days::DAILY, &[480]) };
    assert_eq!(all(every, day(2024, 1, 1), day(2024, 3, 1)).len(), 2);
    let century = day(2100, 2, 27);
    let every = Terms { first: century, from: century, ..on(Days::DAILY, &[480]) };
    let dates: Vec<_> =
        all(every, century, day(2100, 3, 1)).iter().map(|one| one.key.date).collect();
    assert_eq!(dates, [century, day(2100, 2, 28), day(2100, 3, 1)]);
}

#[test]
fn courses_end_on_their_last_day_or_after_so_many_wherever_one_looks_from() {
    let until = Terms { end: End::On(day(2026, 1, 7)), ..on(Days::DAILY, &[480, 1200]) };
    assert_eq!(all(until, day(2025, 1, 1), day(2027, 1, 1)).len(), 6);
    let five = Terms { end: End::After(5), ..on(Days::DAILY, &[480, 1200]) };
    let whole = all(five.clone(), day(2025, 1, 1), day(2027, 1, 1));
    assert_eq!(whole.len(), 5);
    assert_eq!(whole[4].key.date, day(2026, 1, 7));
    for (at, one) in whole.iter().enumerate() {
        let from = all(five.clone(), one.key.date, day(2027, 1, 1));
        assert!(whole.ends_with(&from) && from.len() >= whole.len() - at, "{from:?}");
    }
}

#[test]
fn a_taper_steps_down_and_every_time_says_how_much() {
    let step = |days, minutes: &[u16], words: &str| Step {
        days,
        times: times(minutes)
            .into_iter()
            .map(|at| At { amount: Some(Amount::Words(words.to_owned())), ..at })
            .collect(),
    };
    let steps = vec![step(2, &[480, 1200], "two"), step(1, &[480], "one"), step(2, &[600], "half")];
    let terms = Terms { when: When::Calendar { days: Days::DAILY, steps }, ..on(Days::DAILY, &[]) };
    let schedule = schedule(1, &Rule::new(terms).unwrap());
    let said: Vec<String> = schedule
        .occurrences(day(2026, 1, 1), day(2026, 3, 1), &TimeZone::UTC)
        .iter()
        .map(|one| {
            let Some(Amount::Words(words)) = schedule.amount(&one.key) else { panic!("{one:?}") };
            format!("{} {}: {words}", one.key.date.day(), one.wall.hour())
        })
        .collect();
    assert_eq!(
        said,
        ["5 8: two", "5 20: two", "6 8: two", "6 20: two", "7 8: one", "8 10: half", "9 10: half"]
    );
}

#[test]
fn a_time_before_the_day_begins_belongs_to_the_day_before() {
    let terms =
        Terms { day_start: 240, ..on(Days::Weeks { every: 1, on: Weekdays(1) }, &[60, 480]) };
    let all = all(terms, day(2026, 1, 5), day(2026, 1, 5));
    let said: Vec<_> =
        all.iter().map(|one| (one.key.date.day(), one.key.slot, one.wall.day())).collect();
    assert_eq!(said, [(5, 480, 5), (5, 60, 6)]);
}

#[test]
fn elapsed_goes_by_the_last_outcome_and_there_is_one_at_a_time() {
    let terms = Terms { when: When::Elapsed { every: 360, start: 480 }, ..on(Days::DAILY, &[]) };
    let mut schedule = schedule(1, &Rule::new(terms).unwrap());
    let tokyo = zone("Asia/Tokyo").unwrap();
    let whole = |schedule: &Schedule, zone: &TimeZone| {
        schedule.occurrences(day(2026, 1, 1), day(2026, 2, 1), zone)
    };
    let first = whole(&schedule, &tokyo);
    assert_eq!((first.len(), first[0].key.slot, first[0].wall.hour()), (1, 480, 8));
    // Half a minute past eight, by UTC.
    schedule.last = Some(MONDAY / 1000 + 30);
    let second = whole(&schedule, &tokyo);
    assert_eq!((second.len(), second[0].at), (1, MONDAY / 1000 + 60 + 6 * 3600));
    assert_eq!(second[0].key.slot, 1440 + 14 * 60 + 1);
    assert_eq!((second[0].wall.day(), second[0].wall.hour()), (5, 23));
    // Its name is the same from anywhere.
    let here = whole(&schedule, &TimeZone::UTC);
    assert_eq!((here[0].key, here[0].at), (second[0].key, second[0].at));
    // In New York it is still the fifth, though by UTC, as its name has it, the
    // sixth: found on the day on which it is.
    let new_york = zone("America/New_York").unwrap();
    schedule.last = Some(MONDAY / 1000 + 12 * 3600);
    let fifth = schedule.occurrences(day(2026, 1, 5), day(2026, 1, 5), &new_york);
    assert_eq!((fifth[0].wall.day(), fifth[0].key.date), (5, day(2026, 1, 6)));
    assert!(schedule.occurrences(day(2026, 1, 6), day(2026, 1, 9), &new_york).is_empty());
    let next = next(std::slice::from_ref(&schedule), fifth[0].at - 1, 9, &new_york, &|_| false);
    assert_eq!(next, fifth);
    // An outcome of long before does not begin it, nor one of a broken clock.
    for last in [0, i64::MIN, i64::MAX] {
        schedule.last = Some(last);
        assert_eq!(whole(&schedule, &tokyo), first);
    }
}

#[test]
fn as_needed_has_no_occurrences_and_says_how_long_ago_and_how_many_today() {
    let terms = Terms {
        when: When::AsNeeded { gap: Some(240), most: Some(4) },
        day_start: 240,
        ..on(Days::DAILY, &[])
    };
    let rule = Rule::new(terms).unwrap();
    let one = schedule(1, &rule);
    assert!(one.occurrences(day(2026, 1, 1), day(2027, 1, 1), &TimeZone::UTC).is_empty());
    assert!(next(&[one], MONDAY / 1000, 5, &TimeZone::UTC, &|_| false).is_empty());
    let rule = InForce::new(rule, &clocks).unwrap();
    // At 01:00; 23:00 and 04:00 were on the same day of hers, 03:59 was not.
    let hour = 3600;
    let now = MONDAY / 1000 + 17 * hour;
    let done = [now - 2 * hour, now - 21 * hour, now - 21 * hour - 60];
    let needed = rule.needed(&done, now, &TimeZone::UTC);
    assert_eq!((needed.since, needed.today), (Some(2 * hour), 2));
    assert_eq!(rule.needed(&[], now, &TimeZone::UTC).since, None);
    // A clock that is ahead does not make a dose vanish.
    let ahead = rule.needed(&[now + 60], now, &TimeZone::UTC);
    assert_eq!((ahead.since, ahead.today), (Some(0), 1));
}

#[test]
fn where_it_stands_and_that_a_stale_one_is_not_asked_for_beside_the_next() {
    let window = Window { early: 30, due: 60, expires: 600 };
    let all =
        all(Terms { window, ..on(Days::DAILY, &[480, 720]) }, day(2026, 1, 5), day(2026, 1, 5));
    let (morning, noon) = (&all[0], &all[1]);
    let at = |minutes: i64| morning.at + minutes * 60;
    let stands = |minutes| state(morning, None, at(minutes));
    assert_eq!(stands(-31), State::Upcoming);
    assert_eq!(stands(-30), State::Due);
    assert_eq!(stands(59), State::Due);
    assert_eq!(stands(60), State::Late);
    assert_eq!(stands(239), State::Late);
    // It would have been open until 18:00; at noon the next one is due.
    assert_eq!(stands(240), State::Expired);
    assert_eq!(state(noon, None, at(240)), State::Due);
    // The last of the day is open until it expires by itself.
    assert_eq!(noon.expires, noon.at + 36_000);
    assert_eq!(state(morning, Some(What::Done), at(-100)), State::Outcome(What::Done));
    assert_eq!(state(morning, Some(What::NotKnown), at(900)), State::Outcome(What::NotKnown));
}

#[test]
fn the_last_one_of_a_range_ends_where_the_next_one_begins_all_the_same() {
    let window = Window { early: 0, due: 60, expires: 1440 };
    let terms = Terms { window, ..on(Days::DAILY, &[480, 1380]) };
    let one = all(terms.clone(), day(2026, 1, 5), day(2026, 1, 5));
    let two = all(terms, day(2026, 1, 5), day(2026, 1, 6));
    assert_eq!(one, two[..2]);
    assert_eq!(one[1].expires, two[2].at);
}

#[test]
fn a_key_reads_back_from_bytes_and_text_and_nothing_else_does() {
    let key = OccurrenceKey {
        schedule: op(3, 17),
        version: 268_435_455,
        date: day(2026, 1, 5),
        slot: 480,
    };
    assert_eq!(key.to_text(), "3.17.268435455.20458.480");
    assert_eq!(crate::golden::hex(&key.to_bytes()), "0311ffffff7fea9f01e003");
    assert_eq!(OccurrenceKey::from_text(&key.to_text()), Some(key));
    assert_eq!(OccurrenceKey::from_bytes(&key.to_bytes()), Ok(key));
    for text in [
        "",
        "1.2.3.4",
        "1.2.3.4.5.6",
        "01.2.3.4.5",
        "+1.2.3.4.5",
        "1.2.3.4.65536",
        "1.2.3.4294967295.5",
        "1.2.3.4.5\n",
    ] {
        assert_eq!(OccurrenceKey::from_text(text), None, "{text:?}");
    }
    let outcome = record::kinds::Outcome::of(key, What::Part, None);
    assert_eq!(OccurrenceKey::of(&outcome), Some(key));
}

#[test]
fn the_next_ones_of_many_in_order_without_those_that_have_an_outcome() {
    let weekly = on(Days::Weeks { every: 1, on: Weekdays(1) }, &[480]);
    let yearly = on(Days::MonthDay { every: 12, day: 4 }, &[0]);
    let pinned = Terms { zone: Some(Zone::new("Asia/Tokyo")), ..on(Days::DAILY, &[480]) };
    let schedules: Vec<Schedule> = [daily(&[480, 1200])]
        .into_iter()
        .chain([weekly, yearly, pinned].into_iter().map(|terms| Rule::new(terms).unwrap()))
        .enumerate()
        .map(|(at, rule)| schedule(u32::try_from(at).unwrap() + 1, &rule))
        .collect();
    let monday = MONDAY / 1000;
    let told = |most, answered: &dyn Fn(&OccurrenceKey) -> bool| -> Vec<(u32, i64)> {
        next(&schedules, monday, most, &TimeZone::UTC, answered)
            .iter()
            .map(|one| (one.key.schedule.counter, (one.at - monday) / 3600))
            .collect()
    };
    // Eight o'clock itself is not after eight o'clock.
    let four = [(1, 12), (4, 15), (1, 24), (1, 36)];
    assert_eq!(told(4, &|_| false), four);
    let done = OccurrenceKey::from_bytes(
        &next(&schedules, monday, 1, &TimeZone::UTC, &|_| false)[0].key.to_bytes(),
    );
    assert_eq!(told(3, &|key| Ok(*key) == done), four[1..]);
    assert!(told(0, &|_| false).is_empty());
    // The rare ones are found, and all of it agrees with looking at every day.
    let many = told(1_200, &|_| false);
    assert!(many.iter().any(|(which, _)| *which == 3));
    let mut looked: Vec<i64> = schedules
        .iter()
        .flat_map(|one| one.occurrences(day(2025, 12, 1), day(2028, 3, 1), &TimeZone::UTC))
        .filter(|one| one.at > monday)
        .map(|one| (one.at - monday) / 3600)
        .collect();
    looked.sort_unstable();
    let found: Vec<i64> = many.iter().map(|(_, hours)| *hours).collect();
    assert_eq!(found, looked[..1_200]);
}
