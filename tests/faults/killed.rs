//! The program is killed: at every write and every flush, and in the middle of
//! everybody's work.

use std::time::Duration;

use crate::people::{Before, Door, Person};
use crate::program::{House, was_killed};

/// The calls that change a disk.
const CALLS: [&str; 5] = ["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink"];
/// Blocks pushed before the program is told to stop.
const PUSHES: usize = 5;

/// Pushes and stops a program that dies at the `n`th of these calls; answers
/// whether it did.
async fn dies(house: &House, sam: &mut Person, call: &str, n: usize) -> bool {
    let mut strace = house.only_the_database();
    strace.extend(["-e".into(), format!("trace={call}"), "-o".into(), "/dev/null".into()]);
    strace.extend(["-e".into(), format!("inject={call}:signal=KILL:when={n}")]);
    let Some(program) = house.start_traced(&strace) else {
        return true;
    };
    let door = Door::to(&program.base);
    for _ in 0..PUSHES {
        if sam.push(&door).await.is_err() {
            return was_killed(program.wait());
        }
    }
    drop(door);
    // The database is put in order as it closes: more writes to die at.
    was_killed(program.stop())
}

#[tokio::test(flavor = "multi_thread")]
async fn at_every_write_and_every_flush() {
    let before = Before::the_fault().await;
    let mut deaths = 0;
    for call in CALLS {
        for n in 1.. {
            let house = before.house.copy();
            let mut sam = before.sam.clone();
            let died = dies(&house, &mut sam, call, n).await;
            let program = house.start();
            before.is_whole(&Door::to(&program.base), &mut sam).await;
            if !died {
                break;
            }
            deaths += 1;
        }
    }
    println!("killed at {deaths} calls");
    assert!(deaths > 20, "only {deaths} calls were reached");
}

#[tokio::test(flavor = "multi_thread")]
async fn at_every_step_of_its_first_start() {
    let mut deaths = 0;
    for call in ["openat", "write", "link", "linkat", "pwrite64", "fsync", "unlink"] {
        // The first files that it opens are its libraries.
        for n in (1..).step_by(if call == "openat" { 3 } else { 1 }) {
            let house = House::new();
            let died = {
                let inject = format!("inject={call}:signal=KILL:when={n}");
                let trace = format!("trace={call}");
                let strace = ["-o", "/dev/null", "-e", &trace, "-e", &inject].map(str::to_owned);
                let started = house.start_traced(&strace);
                started.is_none()
            };
            let program = house.start();
            let door = Door::to(&program.base);
            assert_eq!(door.health().await, 200, "{call} {n}");
            if !died {
                let mut sam = Person::join(&door, "sam").await;
                sam.push(&door).await.unwrap();
                sam.check(&door).await;
                break;
            }
            deaths += 1;
        }
    }
    println!("killed at {deaths} steps");
    assert!(deaths > 15, "only {deaths} steps were reached");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_times_while_everybody_writes() {
    const ROUNDS: u64 = 12;
    const PEOPLE: usize = 6;
    let before = Before::the_fault().await;
    let mut people = Vec::new();
    let program = before.house.start();
    for number in 0..PEOPLE {
        people.push(Person::join(&Door::to(&program.base), &format!("person{number}")).await);
    }
    program.kill();
    for round in 0..ROUNDS {
        let program = before.house.start();
        let writing: Vec<_> = people
            .drain(..)
            .map(|mut person| {
                let door = Door::to(&program.base);
                tokio::spawn(async move {
                    while person.push(&door).await.is_ok() {}
                    person
                })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(40 * (round + 1))).await;
        program.kill();
        for person in writing {
            people.push(person.await.unwrap());
        }
        let program = before.house.start();
        let door = Door::to(&program.base);
        for person in &mut people {
            person.check(&door).await;
            person.send_again(&door).await.unwrap();
        }
        before.nobody_elses_changed(&door).await;
        program.kill();
    }
    let written: usize = people.iter().map(Person::acknowledged).sum();
    println!("{written} blocks over {ROUNDS} deaths");
    assert!(written > 100, "only {written} blocks were written in all");
}
