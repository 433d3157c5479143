//! Who asks for a stretch of time gets what happened in it: whatever came in which
//! order, and whatever was asked before.

use proptest::prelude::*;
use record::kinds::{DiaryNote, Reading};
use record::{EntryId, Record, Scope, Writer};

use crate::support::{MONDAY, Pen, note, reading, tracker};

/// A note that happened so many minutes after Monday; and how it was moved, or crossed
/// out, since.
#[derive(Clone, Debug)]
struct Written {
    at: i64,
    moved: Option<i64>,
    gone: bool,
    /// What touches it comes before it.
    backwards: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let seldom = |often| prop::bool::weighted(often);
    let moved = prop::option::weighted(0.02, -9_000..9_000_i64);
    (-20..20_i64, moved, seldom(0.02), seldom(0.5))
        .prop_map(|(at, moved, gone, backwards)| Written { at, moved, gone, backwards })
}

fn asked(record: &Record, (from, to): (i64, i64)) -> Vec<EntryId> {
    record.between::<DiaryNote>((from, to)).map(|entry| entry.id).collect()
}

fn counted(record: &Record, (from, to): (i64, i64)) -> Vec<EntryId> {
    let within = record.current::<DiaryNote>();
    within.filter(|it| (from..=to).contains(&it.happened.at)).map(|it| it.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_stretch_of_time_is_what_plain_counting_finds(
        all in proptest::collection::vec(written(), 300..900),
        stretches in proptest::collection::vec((-9_000..9_000_i64, 0..600_i64), 8),
    ) {
        let stretches: Vec<(i64, i64)> = stretches
            .into_iter()
            .map(|(from, long)| (MONDAY / 1000 + from * 60, MONDAY / 1000 + (from + long) * 60))
            .collect();
        let mut record = Record::new(Writer(9));
        let mut pen = Pen::new(2, Scope::Diary);
        for (nth, one) in all.iter().enumerate() {
            // Day after day, more or less: a year and a half of them on both sides of Monday.
            let minutes = (i64::try_from(nth).unwrap() - 450) * 20 + one.at;
            let (id, draft) = pen.happened(minutes * 60).create(&note("one"));
            let mut drafts = vec![draft];
            if let Some(moved) = one.moved {
                let (touched, draft) =
                    pen.happened(moved * 60).change(id, &[id], &note("one"), &note("two"));
                drafts.push(draft);
                if one.gone {
                    drafts.push(pen.retract(id, &[touched], "").1);
                }
            } else if one.gone {
                drafts.push(pen.retract(id, &[id], "").1);
            }
            if one.backwards {
                drafts.reverse();
            }
            for draft in drafts {
                record.apply(&draft, None).unwrap();
            }
            if nth % 140 == 0 {
                for stretch in &stretches {
                    prop_assert_eq!(asked(&record, *stretch), counted(&record, *stretch));
                }
            }
        }
        for stretch in &stretches {
            prop_assert_eq!(asked(&record, *stretch), counted(&record, *stretch));
            let mut backwards = asked(&record, *stretch);
            backwards.reverse();
            let back = record.between::<DiaryNote>(*stretch).rev().map(|entry| entry.id);
            prop_assert_eq!(back.collect::<Vec<_>>(), backwards);
        }
        let found: usize = stretches.iter().map(|it| asked(&record, *it).len()).sum();
        prop_assert!(found < all.len() * stretches.len());
    }
}

#[test]
fn those_that_name_an_entry_are_found_also_where_a_correction_named_it() {
    let mut pen = Pen::new(2, Scope::Health);
    let mut record = Record::new(Writer(9));
    let mut take = |draft: &[u8]| record.apply(draft, None).map(|_| ());
    let (sugar, draft) = pen.create(&tracker("Sugar"));
    take(&draft).unwrap();
    let (weight, draft) = pen.create(&tracker("Weight"));
    take(&draft).unwrap();
    for nth in 0..300 {
        let of = if nth % 3 == 0 { weight } else { sugar };
        let (id, draft) = pen.happened(nth * 3_600).create(&reading(of, "7"));
        take(&draft).unwrap();
        if nth % 60 == 0 {
            let (was, is) = (reading(of, "7"), reading(sugar, "7"));
            take(&pen.change(id, &[id], &was, &is).1).unwrap();
        } else if nth % 50 == 0 {
            take(&pen.retract(id, &[id], "").1).unwrap();
        }
    }
    let time = (MONDAY / 1000 + 40 * 3_600, MONDAY / 1000 + 260 * 3_600);
    for tracker in [sugar, weight] {
        let named = record.naming::<Reading>(tracker, time);
        let named: Vec<_> =
            named.filter(|it| it.value.tracker.0 == tracker).map(|it| it.id).collect();
        let all = record.between::<Reading>(time);
        let all: Vec<_> = all.filter(|it| it.value.tracker.0 == tracker).map(|it| it.id).collect();
        assert_eq!(named, all);
        assert!(all.len() > 60, "{}", all.len());
    }
    // None is read that names another and was never changed.
    let others = record.naming::<Reading>(weight, time).filter(|it| it.value.tracker.0 == sugar);
    assert!(others.count() < 10);
}
