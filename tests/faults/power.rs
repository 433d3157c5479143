//! The power goes. A kill leaves the system's cache whole; a power cut does not.
//! So everything the program does to its files is recorded once, and the files
//! are then made as a disk might hold them had the power gone before each of
//! those calls: all that was flushed, and of the rest nothing, everything, the
//! last write alone, or a torn half of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use server::clock::SystemClock;
use server::http::{Config, open_books, start};
use server::signs::PushRule;
use server::web::Apps;

use crate::people::{Before, Door, Person};
use crate::program::House;

/// One call, as the recording has it.
#[derive(Debug)]
struct Call {
    /// Seconds since 1970.
    at: f64,
    file: String,
    what: What,
}

#[derive(Debug)]
enum What {
    Write { at: usize, bytes: Vec<u8> },
    Cut(usize),
    Flush,
    Remove,
}

/// The files, by name.
type Files = BTreeMap<String, Vec<u8>>;

/// Which of the writes that were not flushed reached the disk.
#[derive(Clone, Copy, Debug)]
enum Kept {
    Nothing,
    Everything,
    Last,
    LastTorn,
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs_f64()
}

/// Bytes as `strace -xx` writes them.
fn bytes(text: &str) -> Vec<u8> {
    text.split("\\x").skip(1).map(|pair| u8::from_str_radix(&pair[..2], 16).unwrap()).collect()
}

/// The calls of a recording, in order of when they were made.
fn read(recording: &str, database: &Path) -> Vec<Call> {
    let name = database.file_name().unwrap().to_str().unwrap();
    let mut calls = Vec::new();
    for line in recording.lines() {
        let (_, line) = line.split_once(' ').unwrap();
        let (at, line) = line.trim_start().split_once(' ').unwrap();
        let Some((call, rest)) = line.split_once('(') else { continue };
        assert!(!line.contains("unfinished"), "a call was recorded in two halves: {line:.80}");
        // The file is the first thing a call names, in hexadecimal like all else.
        let named = rest.split(", ").next().unwrap();
        let file = if bytes(named).ends_with(b"-wal") {
            format!("{name}-wal")
        } else {
            assert!(bytes(named).ends_with(name.as_bytes()), "{named}");
            name.to_owned()
        };
        let numbers = rest.rsplit_once(" = ").unwrap().0.trim_end_matches([')', ' ']).split(", ");
        let what = match call {
            "pwrite64" => What::Write {
                at: numbers.last().unwrap().parse().unwrap(),
                bytes: bytes(rest.split('"').nth(1).unwrap()),
            },
            "ftruncate" => What::Cut(numbers.last().unwrap().parse().unwrap()),
            "fsync" | "fdatasync" => What::Flush,
            "unlink" => What::Remove,
            other => panic!("an unexpected call: {other}"),
        };
        calls.push(Call { at: at.parse().unwrap(), file, what });
    }
    calls
}

fn write(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if file.len() < at + bytes.len() {
        file.resize(at + bytes.len(), 0);
    }
    file[at..at + bytes.len()].copy_from_slice(bytes);
}

fn apply(files: &mut Files, call: &Call, torn: bool) {
    match &call.what {
        What::Write { at, bytes } => {
            // A disk writes whole sectors.
            let end = if torn { bytes.len() / 2 / 512 * 512 } else { bytes.len() };
            write(files.entry(call.file.clone()).or_default(), *at, &bytes[..end]);
        }
        What::Cut(length) => files.entry(call.file.clone()).or_default().resize(*length, 0),
        What::Flush => {}
        What::Remove => {
            files.remove(&call.file);
        }
    }
}

/// The files had the power gone after these calls.
fn after(before: &Files, calls: &[Call], kept: Kept) -> Files {
    let mut files = before.clone();
    let flushed = |index: usize| {
        calls[index..]
            .iter()
            .any(|later| matches!(later.what, What::Flush) && later.file == calls[index].file)
    };
    let loose: Vec<usize> = (0..calls.len())
        .filter(|&index| !matches!(calls[index].what, What::Flush) && !flushed(index))
        .collect();
    for (index, call) in calls.iter().enumerate() {
        let is_last = loose.last() == Some(&index);
        let torn = is_last && matches!(kept, Kept::LastTorn);
        let reached = match kept {
            Kept::Everything | Kept::LastTorn => true,
            Kept::Nothing => !loose.contains(&index),
            Kept::Last => !loose.contains(&index) || is_last,
        };
        if reached {
            apply(&mut files, call, torn);
        }
    }
    files
}

fn lay(house: &House, files: &Files) {
    for (name, content) in files {
        fs::write(house.data().join(name), content).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_every_call_with_what_was_not_flushed_lost() {
    let before = Before::the_fault().await;
    let name = before.house.database().file_name().unwrap().to_str().unwrap().to_owned();
    let start_files = Files::from([(name, fs::read(before.house.database()).unwrap())]);

    // The recording. Each block is acknowledged before the next is written.
    let house = before.house.copy();
    let recording = house.data().join("recording");
    let mut strace = house.only_the_database();
    strace.extend(["-y", "-xx", "-s", "100000", "-ttt", "-o"].map(str::to_owned));
    strace.push(recording.display().to_string());
    strace.push("-e".into());
    strace.push("trace=pwrite64,fsync,fdatasync,ftruncate,unlink".into());
    let program = house.start_traced(&strace).unwrap();
    let mut sam = before.sam.clone();
    let mut told = Vec::new();
    let door = Door::to(&program.base);
    for _ in 0..6 {
        sam.push(&door).await.unwrap();
        told.push(now());
    }
    drop(door);
    program.stop();
    let calls = read(&fs::read_to_string(&recording).unwrap(), &house.database());
    assert!(calls.len() > 25, "only {} calls were recorded", calls.len());

    let mut cuts = 0;
    for count in 0..=calls.len() {
        let at = calls.get(count).map_or(f64::MAX, |call| call.at);
        for kept in [Kept::Nothing, Kept::Everything, Kept::Last, Kept::LastTorn] {
            let house = before.house.copy();
            lay(&house, &after(&start_files, &calls[..count], kept));
            // What Sam had been told by then.
            let known = before.sam.sent.len();
            let mut then = sam.clone();
            for (index, sent) in then.sent.iter_mut().enumerate().skip(known) {
                if told[index - known] > at {
                    sent.accepted = None;
                }
            }
            opened_again(&before, &house, &mut then, count, kept).await;
            cuts += 1;
        }
    }
    println!("{} calls, {cuts} power cuts", calls.len());
}

/// Opens what the power cut left, with the server in this process: it is the
/// same code, and there are hundreds of these.
async fn opened_again(before: &Before, house: &House, sam: &mut Person, count: usize, kept: Kept) {
    let anywhere = "127.0.0.1:0".parse().unwrap();
    let config = Config {
        address: anywhere,
        data: house.data(),
        metrics: None,
        behind_proxy: false,
        apps: Apps::default(),
        push: PushRule::default(),
        typeset: |page, now| Ok(paper::pdf(page, now)?),
    };
    let books = open_books(&config.data)
        .unwrap_or_else(|error| panic!("{count} calls, {kept:?}: it does not open: {error}"));
    println!("the power goes after {count} calls; kept of the rest: {kept:?}");
    let running = start(&config, books, Arc::new(SystemClock), &[]).await.unwrap();
    let door = Door::to(&format!("http://{}", running.address()));
    before.is_whole(&door, sam).await;
    drop(door);
    running.stop().await;
}
