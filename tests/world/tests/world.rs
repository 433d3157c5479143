//! The world itself: the same from the same seed, whatever was once found stays
//! mended, and fresh seeds find nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;

use world::schedule::Schedule;

#[test]
fn a_seed_lives_the_same_life_twice() {
    let mut traces = Vec::new();
    for seed in 0..150 {
        let schedule = Schedule::of_seed(seed);
        let (first, second) = (schedule.live(), schedule.live());
        assert_eq!(first, second, "seed {seed}");
        traces.push(first.trace);
    }
    traces.sort();
    traces.dedup();
    assert_eq!(traces.len(), 150, "and no two the same");
}

#[test]
fn a_schedule_reads_back_as_it_was_written() {
    for seed in 0..50 {
        let schedule = Schedule::of_seed(seed);
        assert_eq!(Schedule::read(&schedule.write()), Ok(schedule));
    }
    assert!(Schedule::read("").is_err());
    assert!(Schedule::read("1 2\n{\"Fly\":1}").is_err());
}

/// Every schedule that ever failed.
fn kept() -> Vec<(String, Schedule)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("kept");
    let mut kept: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "steps"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let schedule =
                Schedule::read(&text).unwrap_or_else(|line| panic!("{}: {line}", path.display()));
            (path.display().to_string(), schedule)
        })
        .collect();
    kept.sort_by(|one, other| one.0.cmp(&other.0));
    kept
}

#[test]
fn what_was_once_found_stays_mended() {
    let kept = kept();
    assert!(!kept.is_empty());
    for (name, schedule) in kept {
        assert_eq!(schedule.live().fault, None, "{name}");
    }
}

#[test]
fn the_first_seeds_find_nothing() {
    for seed in 0..500 {
        let schedule = Schedule::of_seed(seed);
        assert_eq!(schedule.live().fault, None, "seed {seed}: {}", schedule.write());
    }
}
