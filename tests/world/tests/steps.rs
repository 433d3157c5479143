//! What single steps do: that they do it, and that nothing is lost by it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use record::Writer;
use server::store::StoreError;
use server::store::books::Read as _;
use world::schedule::{Broken, Schedule};
use world::step::{Step, Version, Way, What};
use world::world::World;

/// A world after these steps, in which nothing is wrong so far.
fn lived(seed: u64, devices: u8, steps: Vec<Step>) -> World {
    let schedule = Schedule { seed, devices, steps, broken: Broken::No };
    let mut world = World::of(&schedule);
    for step in &schedule.steps {
        world.step(*step);
        assert_eq!(world.fault(), None, "after {step:?}");
    }
    world
}

fn at_quiet(world: &mut World) {
    world.quieten();
    world.judge();
    assert_eq!(world.fault(), None);
}

fn writer(world: &World, device: usize) -> Writer {
    world.devices[device].holdings()[0].about.writer
}

#[cfg(feature = "mutations")]
#[test]
fn a_signature_that_was_made_elsewhere_is_proved_as_ever() {
    use server::keys::{proved, verify};
    use world::device::{key, public};

    let own = key(0, 0, 0);
    let (key, stranger) = (public(&own), public(&key(1, 0, 0)));
    let signature = own.sign(b"a note").as_ref().to_vec();
    for trusted in [false, true] {
        proved::trust(trusted);
        proved::signed(&key, b"a note", &signature);
        assert!(verify(&key, b"a note", &signature));
        assert!(!verify(&stranger, b"a note", &signature));
        assert!(!verify(&key, b"another note", &signature));
        for at in 0..64 {
            let mut wrong = signature.clone();
            wrong[at] ^= 1;
            assert!(!verify(&key, b"a note", &wrong), "{at}");
        }
        assert!(!verify(&key, b"a note", &signature[..63]));
    }
    // What it trusts is what was said to it, and nothing besides.
    proved::signed(&stranger, b"a note", &signature);
    assert!(verify(&stranger, b"a note", &signature));
    proved::trust(false);
    assert!(!verify(&stranger, b"a note", &signature));
}

/// How many entries the server's logs have.
fn entries(world: &World) -> usize {
    let all = world.service.look(|page| page.reads().all_entries(None, usize::MAX));
    all.map_err(|error: StoreError| error).unwrap().len()
}

#[test]
fn of_a_copied_device_both_branches_are_kept_under_two_numbers() {
    let note = |device| Step::Write(device, What::Note);
    let sync = |device| Step::Sync(device, Way::Well);
    let mut world =
        lived(1, 2, vec![Step::Copy(0), note(0), note(2), sync(0), sync(2), note(2), note(0)]);
    at_quiet(&mut world);
    assert_ne!(writer(&world, 0), writer(&world, 2));
    // What was on its way when it was copied is on the server once.
    let mut world = lived(
        1,
        2,
        vec![note(0), Step::Copy(0), sync(0), note(2), sync(2), Step::Restore, sync(2), sync(0)],
    );
    at_quiet(&mut world);
}

#[test]
fn what_a_newer_app_says_comes_through_older_ones() {
    let mut steps = vec![
        Step::App(1, Version::Newer),
        Step::App(0, Version::Older),
        Step::Server(Version::Older),
        Step::Write(1, What::Unknown),
        Step::Write(1, What::MattersMore),
        Step::Sync(1, Way::Well),
        Step::Sync(0, Way::Well),
        Step::Write(1, What::UnknownMore(0)),
        Step::Write(0, What::Matters),
    ];
    let mut world = lived(1, 4, steps.clone());
    at_quiet(&mut world);
    for version in [Version::Newer, Version::Same] {
        steps.extend([Step::Backup, Step::Server(version), Step::Restore, Step::Draw(0)]);
        let mut world = lived(1, 4, steps.clone());
        at_quiet(&mut world);
    }
}

#[test]
fn blocks_are_gathered_in_the_middle_of_everything() {
    let note = [Step::Write(0, What::Note), Step::Sync(0, Way::Well)];
    let notes: Vec<Step> = (0..6).flat_map(|_| note).collect();
    let before = entries(&lived(1, 2, notes.clone()));
    let all = [notes.clone(), vec![Step::Gather(40)]].concat();
    let mut world = lived(1, 2, all.clone());
    assert!(entries(&world) < before, "{} of {before}", entries(&world));
    at_quiet(&mut world);
    let twice = entries(&lived(1, 2, [notes.clone(), notes.clone()].concat()));
    // The server dies, or something else is written, at any moment of it.
    for jobs in 0..12 {
        for whole in [false, true] {
            let cut = vec![Step::Gather(jobs), Step::ServerDies(whole), Step::Gather(40)];
            at_quiet(&mut lived(1, 2, [notes.clone(), cut].concat()));
        }
        let amid = [vec![Step::Gather(jobs)], notes.clone(), vec![Step::Gather(40)]].concat();
        let mut world = lived(1, 2, [notes.clone(), amid].concat());
        assert!(entries(&world) < twice, "{} of {twice}", entries(&world));
        at_quiet(&mut world);
    }
    // And what is gathered heals.
    at_quiet(&mut lived(1, 2, [all, vec![Step::Backup, note[0], note[1], Step::Restore]].concat()));
}

#[test]
fn a_failed_flush_is_never_called_saved_and_what_is_there_counts_once() {
    for whole in [false, true] {
        for jobs in 0..8 {
            let mut steps = vec![Step::Write(0, What::Note), Step::Begin(0), Step::Deliver(0)];
            steps.extend((0..jobs).map(|_| Step::Work(0)));
            steps.extend([Step::ServerFails(whole), Step::Answer(0), Step::Sync(0, Way::Well)]);
            at_quiet(&mut lived(1, 2, steps));
        }
    }
}
