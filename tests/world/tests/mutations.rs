//! The world finds bugs: each rule broken on purpose is noticed, by the
//! invariants that it breaks, within so many seeds.
#![cfg(feature = "mutations")]

use record::mutation::Mutation;
use world::schedule::{Broken, Schedule};
use world::shrink::shrink;

/// The rule, within how many seeds it is noticed, and by which invariants.
const BROKEN: &[(Broken, u64, &[&str])] = &[
    (Broken::DeviceNoSync, 50, &["I1"]),
    (Broken::DeviceTorn, 2000, &["I1", "I5", "I7"]),
    (Broken::ServerNoSync, 200, &["I2"]),
    (Broken::ServerEarly, 400, &["I2"]),
    (Broken::ServerFlushIgnored, 3000, &["I2"]),
    (Broken::Rule(Mutation::ClockWins), 100, &["I6"]),
    (Broken::Rule(Mutation::NoHashCheck), 400, &["I5"]),
    (Broken::Rule(Mutation::PendingForgotten), 100, &["I1"]),
    (Broken::Rule(Mutation::RefusalIgnored), 600, &["I1"]),
    (Broken::Rule(Mutation::NoPurge), 600, &["I4"]),
    (Broken::Rule(Mutation::CounterReused), 50, &["I5"]),
    (Broken::Rule(Mutation::UnknownDropped), 50, &["I5"]),
    (Broken::Rule(Mutation::StreamTooMany), 600, &["I4"]),
    (Broken::Rule(Mutation::OverlapTwice), 100, &["I5"]),
    (Broken::Rule(Mutation::AnyoneAdds), 600, &["I4"]),
    (Broken::Rule(Mutation::NoHeal), 100, &["I2"]),
    (Broken::Rule(Mutation::WiderConsent), 4000, &["I4"]),
    (Broken::Rule(Mutation::CopyTaken), 200, &["I2"]),
    (Broken::Rule(Mutation::CopyDoubled), 6000, &["I5"]),
    (Broken::Rule(Mutation::OverlapWaits), 8000, &["I1", "I2", "I5", "I7"]),
    (Broken::Rule(Mutation::NoveltyRefused), 200, &["I7"]),
    (Broken::Rule(Mutation::GatherStale), 1500, &["I2", "I5", "I7"]),
    (Broken::Rule(Mutation::CacheStale), 50, &["I1", "I2", "I4", "I5", "I7"]),
    (Broken::Rule(Mutation::NoVouchers), 600, &["I2"]),
];

fn first(broken: Broken, seeds: u64) -> Option<(u64, world::oracle::Fault)> {
    (0..seeds).find_map(|seed| {
        let life = Schedule::of_seed(seed).breaking(broken).live();
        life.fault.map(|fault| (seed, fault))
    })
}

#[test]
fn every_broken_rule_is_noticed() {
    let mut missed = Vec::new();
    for (broken, seeds, invariants) in BROKEN {
        match first(*broken, *seeds) {
            Some((seed, fault)) => {
                println!("{broken:?}: seed {seed} breaks {}: {}", fault.invariant, fault.what);
                if !invariants.contains(&fault.invariant) {
                    missed.push(format!("{broken:?} breaks {} instead", fault.invariant));
                }
            }
            None => missed.push(format!("{broken:?} is not noticed in {seeds} seeds")),
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_failing_schedule_is_cut_down_to_what_it_needs() {
    let broken = Broken::Rule(Mutation::ClockWins);
    let (seed, _) = first(broken, 200).unwrap();
    let small = shrink(&Schedule::of_seed(seed).breaking(broken));
    assert!(small.live().fault.is_some());
    assert!(small.steps.len() <= 4, "{}", small.write());
    for at in 0..small.steps.len() {
        let mut less = small.clone();
        less.steps.remove(at);
        assert_eq!(less.live().fault, None, "step {at} is not needed");
    }
}
