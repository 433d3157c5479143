//! The world itself: the same from the same seed, whatever was once found stays
//! mended, and fresh seeds find nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::Path;

use shared::holding::slot::{self, Area};
use world::schedule::{Broken, Schedule};
use world::step::{Damage, Step, Way, What};
use world::world::World;

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

/// The schedules that are kept.
fn schedules() -> Vec<(String, Schedule)> {
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
    let kept = schedules();
    assert!(!kept.is_empty());
    for (name, schedule) in kept {
        assert_eq!(schedule.live().fault, None, "{name}");
    }
}

/// How many rows of streams on a device's disk are packed.
fn packed(world: &World, device: usize) -> usize {
    let rows = &world.devices[device].disk.content.rows;
    let of_stream = |slot| matches!(slot::read(slot), Some((_, Area::Stream, _)));
    rows.iter().filter(|((slot, _), body)| of_stream(*slot) && body[0] == 0).count()
}

#[test]
fn what_a_backup_holds_is_packed_and_survives_a_restore() {
    let steps = vec![Step::Crowd(0), Step::Write(0, What::Note), Step::Sync(0, Way::Well)];
    let lived = Schedule { seed: 1, devices: 2, steps, broken: Broken::No };
    let mut world = World::of(&lived);
    for step in &lived.steps {
        world.step(*step);
    }
    assert_eq!(world.fault(), None);
    assert!(packed(&world, 0) > 0, "the phone has packed");
    assert_eq!(packed(&world, 1), 0, "the tablet was away");
    world.step(Step::Restore);
    world.quieten();
    world.judge();
    assert_eq!(world.fault(), None);
}

#[test]
fn an_answer_that_is_damaged_anywhere_is_noticed_and_asked_for_again() {
    let note = |device| [Step::Write(device, What::Note), Step::Sync(device, Way::Well)];
    for damage in [
        Damage::Lost,
        Damage::Doubled,
        Damage::Swapped,
        Damage::Moved,
        Damage::Late,
        Damage::Bit,
        Damage::Acknowledged,
        Damage::Head,
    ] {
        for at in (0..4096).step_by(61) {
            let mut steps: Vec<Step> = (0..3).flat_map(|_| note(1)).collect();
            steps.push(Step::Write(0, What::Note));
            steps.push(Step::Sync(0, Way::Damaged(damage, at)));
            let lived = Schedule { seed: 1, devices: 2, steps, broken: Broken::No };
            assert_eq!(lived.live().fault, None, "{damage:?} {at}");
        }
    }
}

#[test]
fn what_was_set_aside_waits_until_a_decision_is_kept() {
    let kept = include_str!("../kept/a-decision-that-could-not-be-kept.steps");
    let schedule = Schedule::read(kept).unwrap();
    let mut world = World::of(&schedule);
    let mut decided = Vec::new();
    for step in &schedule.steps {
        world.step(*step);
        if matches!(step, Step::Decide(..)) {
            let holding = &world.devices[0].holdings()[0];
            decided.push((holding.asides(), holding.decided));
        }
    }
    assert_eq!(decided, [(1, 0), (1, 1)]);
    assert_eq!(world.fault(), None);
}

#[test]
fn the_first_seeds_find_nothing() {
    for seed in 0..500 {
        let schedule = Schedule::of_seed(seed);
        assert_eq!(schedule.live().fault, None, "seed {seed}: {}", schedule.write());
    }
}
