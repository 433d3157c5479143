//! After an outage everybody comes back at once, each with a backlog, while the
//! disk is slow. The queue is bounded, whoever is turned away is told when to
//! come back, and at the end all of it is there.

use std::time::Duration;

use record::api::ProblemCode;

use crate::people::{Before, Door, Failure, Person};

const PEOPLE: usize = 24;
/// Blocks that each has waiting.
const BACKLOG: usize = 15;
/// Requests that each sends at once: retries of one push, as after a time-out.
/// All together they are more than the queue of 4,096 and what is being written.
const AT_ONCE: usize = 240;

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Became {
    Taken,
    TurnedAway,
}

async fn ask(door: &Door, sam: &Person) -> Became {
    let push = sam.sent.iter().take(1).map(|sent| sent.block.clone()).collect();
    match door.sync(sam.token(), &sam.request(push)).await {
        Ok(answer) => {
            assert_eq!((answer.accepted.len(), answer.refused.len()), (1, 0));
            Became::Taken
        }
        Err(Failure::Said(problem)) => {
            assert_eq!(problem.code, ProblemCode::Busy);
            assert!(problem.retry_after.is_some(), "it says when to come back");
            Became::TurnedAway
        }
        Err(Failure::Broken) => panic!("a request was dropped"),
    }
}

/// A system lets a process have some 1,000 connections unless it asks for more.
fn ask_for_connections() {
    let pid = std::process::id().to_string();
    let mut prlimit = std::process::Command::new("prlimit");
    let asked = prlimit.args(["--pid", &pid, "--nofile=16384:"]).status().unwrap();
    assert!(asked.success(), "16,384 open files are not allowed here");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_of_the_backlog_arrives_and_nothing_is_shed_once_taken() {
    // Before the program is started, which inherits it.
    ask_for_connections();
    let before = Before::the_fault().await;
    let program = before.house.start();
    let door = Door::to(&program.base);
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        let mut person = Person::join(&door, &format!("person{number}")).await;
        for _ in 0..BACKLOG {
            person.write(20);
        }
        people.push(person);
    }

    // A disk that hangs in a flush until enough have come to be turned away.
    let hangs = ["fsync:delay_exit=60000000", "fdatasync:delay_exit=60000000"];
    let slow = program.break_disk(&hangs);
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let mut waiting = Vec::new();
    for person in &people {
        for _ in 0..AT_ONCE {
            let (door, person, tell) = (door.clone(), person.clone(), tell.clone());
            waiting.push(tokio::spawn(async move {
                let became = ask(&door, &person).await;
                let _ = tell.send(became);
                became
            }));
        }
    }
    while let Some(became) = told.recv().await
        && became == Became::Taken
    {}
    drop(slow);
    let mut turned_away = 0;
    let mut taken = 0;
    for task in waiting {
        match task.await.unwrap() {
            Became::Taken => taken += 1,
            Became::TurnedAway => turned_away += 1,
        }
    }
    println!("{taken} taken, {turned_away} turned away, {} MiB", program.most_memory());
    assert!(turned_away > 0 && taken > 0, "the queue was never full");
    assert!(program.most_memory() < 512, "{} MiB", program.most_memory());

    // They come back, each with all that they have, as often as it takes.
    let draining: Vec<_> = people
        .into_iter()
        .map(|mut person| {
            let door = door.clone();
            tokio::spawn(async move {
                while let Err(failure) = person.send_again(&door).await {
                    assert_eq!(failure.said().code, ProblemCode::Busy);
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                person
            })
        })
        .collect();
    let mut people = Vec::new();
    for person in draining {
        people.push(person.await.unwrap());
    }
    drop(door);
    program.kill();
    let program = before.house.start();
    let door = Door::to(&program.base);
    for person in &people {
        let heads = person.check(&door).await;
        let operations: u64 = heads.values().map(|head| head.sequence).sum();
        assert_eq!(operations, 3 * BACKLOG as u64);
    }
    before.is_whole(&door, &mut before.sam.clone()).await;
}
