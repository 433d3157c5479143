//! A process that keeps committing is killed at any moment, and at every write and
//! flush that it makes. What it said was
//! kept is there at the next start, and no half of anything.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test, helpers and all")]

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use device::store::Memory;
use device::{SealingKey, Storage};
use shared::effects::store::{Opened, StoreOperation, StoreOutput, StoreProblem, Write};
use tempfile::TempDir;

const DIRECTORY: &str = "DEVICE_TEST_DIRECTORY";
/// After how many acts it ends by itself; never where this is not said.
const ACTS: &str = "DEVICE_TEST_ACTS";
const ROUNDS: u64 = 30;
/// Rows of the second log that are kept; the rest is removed as it goes.
const WINDOW: u64 = 5;

fn memory(directory: &Path) -> Memory {
    Memory::new(Storage::Directory(directory.into()), SealingKey::new([3; 32]))
}

fn open(memory: &mut Memory) -> Result<Opened, StoreProblem> {
    match memory.store(StoreOperation::Open) {
        StoreOutput::Opened(opened) => Ok(opened),
        StoreOutput::Failed(problem) => Err(problem),
        StoreOutput::Done | StoreOutput::Rows(_) => {
            unreachable!("opening answers with what is there")
        }
    }
}

/// A body that tells its number, of a size that varies from nothing to 30 KB.
fn body(number: u64) -> Vec<u8> {
    let size = usize::try_from(number * 7919 % 30_000).unwrap();
    let mut body = number.to_be_bytes().to_vec();
    body.resize(8 + size, number.to_le_bytes()[0]);
    body
}

/// The act of this number: it adds, replaces and removes, in two logs and a value.
fn act(number: u64) -> Vec<Write> {
    let append = |slot| Write::Append { slot, position: number, body: body(number) };
    vec![
        append(1),
        Write::Put { key: "count".into(), body: number.to_be_bytes().to_vec() },
        append(2),
        Write::Remove { slot: 2, from: 0, to: number.saturating_sub(WINDOW) },
    ]
}

/// How many acts are in the store, having checked that they are all there whole.
fn acts(opened: &Opened) -> u64 {
    let count = match opened.values.as_slice() {
        [] => 0,
        [(name, body)] if name == "count" => {
            u64::from_be_bytes(body.as_slice().try_into().unwrap())
        }
        others => panic!("{} values", others.len()),
    };
    let numbers = |slot| {
        let rows = opened.rows.iter().filter(move |row| row.slot == slot);
        rows.map(move |row| {
            assert!(row.body == body(row.position), "row {} of log {slot}", row.position);
            row.position
        })
    };
    assert!(numbers(1).eq(1..=count), "the first log is not 1..={count}");
    assert!(numbers(2).eq(count.saturating_sub(WINDOW) + 1..=count), "the second log");
    count
}

#[test]
#[ignore = "the process that the test below kills"]
fn commit_for_ever() {
    let directory = std::env::var(DIRECTORY).expect("only started by the test below");
    let mut memory = memory(Path::new(&directory));
    let mut number = acts(&open(&mut memory).unwrap());
    let last = std::env::var(ACTS).map_or(u64::MAX, |acts| number + acts.parse::<u64>().unwrap());
    let mut out = std::io::stdout().lock();
    while number < last {
        number += 1;
        assert_eq!(memory.store(StoreOperation::Commit(act(number))), StoreOutput::Done);
        writeln!(out, "kept {number}").unwrap();
        out.flush().unwrap();
    }
}

fn start(directory: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "commit_for_ever", "--ignored", "--nocapture"])
        .env(DIRECTORY, directory)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The last act that the process said was kept. Its pipe outlives it, so what it
/// said just before it was killed counts.
fn last_kept(child: &mut Child) -> u64 {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let kept =
        lines.map_while(Result::ok).filter_map(|line| line.strip_prefix("kept ")?.parse().ok());
    kept.last().unwrap_or(0)
}

#[test]
fn what_was_said_to_be_kept_survives_being_killed_at_any_moment() {
    let directory = TempDir::new().unwrap();
    let (mut before, mut mid_commit) = (0, 0);
    for round in 0..ROUNDS {
        let mut child = start(directory.path());
        // From before the file is made to some hundred commits later.
        std::thread::sleep(Duration::from_micros(round * round * 300));
        child.kill().unwrap();
        child.wait().unwrap();
        let kept = last_kept(&mut child).max(before);
        let there = acts(&open(&mut memory(directory.path())).unwrap());
        assert!(there == kept || there == kept + 1, "round {round}: kept {kept}, there {there}");
        mid_commit += u64::from(there > kept);
        before = there;
    }
    assert!(before > 100, "only {before} acts in all, {mid_commit} of them unsaid");
}

/// As [`start`], but under `strace`, which kills it as it makes the `n`th of
/// these calls; it ends by itself after a few acts. The process that `strace`
/// starts in its own place is our child.
#[cfg(target_os = "linux")]
fn start_to_die(directory: &Path, call: &str, n: usize) -> Child {
    Command::new("strace")
        .args(["-D", "-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={call}")])
        .args(["-e", &format!("inject={call}:signal=KILL:when={n}")])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "commit_for_ever", "--ignored", "--nocapture"])
        .env(DIRECTORY, directory)
        .env(ACTS, "6")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_said_to_be_kept_survives_being_killed_at_every_write_and_every_flush() {
    use std::os::unix::process::ExitStatusExt;

    let (mut deaths, mut unsaid) = (0, 0);
    // With no file there, and where the first process left off.
    for begun in [false, true] {
        for call in ["pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink"] {
            for n in 1.. {
                let directory = TempDir::new().unwrap();
                let mut before = 0;
                if begun {
                    let mut memory = memory(directory.path());
                    open(&mut memory).unwrap();
                    for number in 1..=WINDOW + 2 {
                        let done = memory.store(StoreOperation::Commit(act(number)));
                        assert_eq!(done, StoreOutput::Done);
                    }
                    before = WINDOW + 2;
                }
                let mut child = start_to_die(directory.path(), call, n);
                let kept = last_kept(&mut child).max(before);
                let died = child.wait().unwrap().signal() == Some(9);
                let there = acts(&open(&mut memory(directory.path())).unwrap());
                assert!(
                    there == kept || died && there == kept + 1,
                    "{call} {n}: kept {kept}, there {there}"
                );
                if !died {
                    break;
                }
                deaths += 1;
                unsaid += u64::from(there > kept);
            }
        }
    }
    println!("killed at {deaths} calls; {unsaid} acts were kept and never said to be");
    assert!(deaths > 40, "only {deaths} calls were reached");
}

#[test]
fn another_process_is_told_that_the_file_is_in_use() {
    let directory = TempDir::new().unwrap();
    let mut child = start(directory.path());
    // Once it has said something, it holds the file.
    let mut line = String::new();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    while !line.starts_with("kept") {
        line.clear();
        assert_ne!(lines.read_line(&mut line).unwrap(), 0, "it ended");
    }
    let second = open(&mut memory(directory.path()));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(second.err(), Some(StoreProblem::Unavailable));
    assert!(open(&mut memory(directory.path())).is_ok());
}
