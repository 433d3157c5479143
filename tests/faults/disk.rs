//! The disk fills, fails, lies, and forgets.

use std::fs;
use std::process::Command;

use record::api::ProblemCode;

use crate::people::{Before, Door, Failure, Person};
use crate::program::{House, Program};

/// Sam pushes, and is told that nothing can be saved now.
async fn is_turned_away(door: &Door, sam: &mut Person) {
    let problem = sam.push(door).await.unwrap_err().said();
    assert_eq!(problem.code, ProblemCode::Unavailable);
    assert!(problem.retry_after.is_some(), "it says when to come back");
}

/// Nothing is saved any more until a restart, whatever the disk does meanwhile;
/// reading goes on. Then everything is there.
async fn only_a_restart_helps(before: &Before, program: Program<'_>, sam: &mut Person) {
    let door = Door::to(&program.base);
    for _ in 0..3 {
        is_turned_away(&door, sam).await;
    }
    assert_eq!(door.health().await, 503, "it says that it cannot work");
    sam.check(&door).await;
    before.nobody_elses_changed(&door).await;
    drop(door);
    program.stop();
    let log = before.house.log();
    assert!(log.contains("nothing more will be written"), "the operator is told: {log}");
    let program = before.house.start();
    before.is_whole(&Door::to(&program.base), sam).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flush_that_failed_is_never_tried_again_as_if_it_had_not() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    sam.push(&door).await.unwrap();
    let broken = program.break_disk(&["fsync:error=EIO", "fdatasync:error=EIO"]);
    is_turned_away(&door, &mut sam).await;
    drop(broken);
    only_a_restart_helps(&before, program, &mut sam).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_failed() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    sam.push(&door).await.unwrap();
    let broken = program.break_disk(&["pwrite64:error=EIO"]);
    is_turned_away(&door, &mut sam).await;
    drop(broken);
    only_a_restart_helps(&before, program, &mut sam).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_that_failed_serves_nothing() {
    let before = Before::the_fault().await;
    let program = before.house.start();
    let door = Door::to(&program.base);
    let broken = program.break_disk(&["pread64:error=EIO"]);
    let problem = before.sam.try_check(&door).await.unwrap_err().said();
    // Of a page that cannot be read SQLite says at some places that the disk failed, and
    // at others that the file is damaged.
    let refused = [ProblemCode::Unavailable, ProblemCode::Fault];
    assert!(refused.contains(&problem.code), "{problem:?} {}", before.house.log());
    drop(broken);
    // What was read badly was not kept: the same program reads on, or says that
    // it has stopped.
    let mut sam = before.sam.clone();
    match sam.push(&door).await {
        Ok(()) => before.is_whole(&door, &mut sam).await,
        Err(_) => only_a_restart_helps(&before, program, &mut sam).await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_that_has_room_again_needs_no_restart() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    sam.push(&door).await.unwrap();
    let full = program.break_disk(&["pwrite64:error=ENOSPC"]);
    for _ in 0..3 {
        is_turned_away(&door, &mut sam).await;
    }
    sam.check(&door).await;
    drop(full);
    before.is_whole(&door, &mut sam).await;
}

/// A disk of its own, of so many KiB.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    /// None where this is not root.
    fn mount(at: std::path::PathBuf, size: u32) -> Option<Self> {
        fs::create_dir(&at).unwrap();
        let size = format!("size={size}k");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at);
        mount.output().is_ok_and(|output| output.status.success()).then_some(Self(at))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disk_that_really_fills() {
    let house = House::new();
    let Some(disk) = SmallDisk::mount(house.data(), 1500) else {
        println!("only root can mount a small disk; injected ENOSPC is tested above");
        return;
    };
    let ballast = disk.0.join("ballast");
    fs::write(&ballast, vec![1; 400 * 1024]).unwrap();
    let program = house.start();
    let door = Door::to(&program.base);
    let mut sam = Person::join(&door, "sam").await;
    let mut told = None;
    for _ in 0..200 {
        sam.write(400);
        match sam.send_again(&door).await {
            Ok(()) => {}
            Err(Failure::Said(problem)) => {
                told = Some(problem.code);
                break;
            }
            Err(Failure::Broken) => panic!("it stopped: {}", house.log()),
        }
    }
    assert_eq!(told, Some(ProblemCode::Unavailable));
    assert!(sam.acknowledged() > 20);
    sam.check(&door).await;
    // The operator makes room, and nothing else has to be done.
    fs::remove_file(&ballast).unwrap();
    sam.send_again(&door).await.unwrap();
    sam.check(&door).await;
    drop(door);
    program.kill();
    let program = house.start();
    sam.check(&Door::to(&program.base)).await;
    drop(program);
    drop(disk);
}

/// Flips one bit of what is kept of the entry at a place of a log, counted from
/// the body's end where `from_end`.
pub(crate) fn flip(house: &House, entry: i64, at: usize, from_end: bool) {
    let connection = rusqlite::Connection::open(house.database()).unwrap();
    let mut body: Vec<u8> = connection
        .query_row("SELECT body FROM entries WHERE rowid = ?1", [entry], |row| row.get(0))
        .unwrap();
    let at = if from_end { body.len() - 1 - at } else { at };
    body[at] ^= 0x10;
    connection.execute("UPDATE entries SET body = ?2 WHERE rowid = ?1", (entry, body)).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bit_flipped_in_a_block_is_found_and_the_block_not_served() {
    let before = Before::the_fault().await;
    // The first entry is Sam's, for Sam wrote first: of its sealed part the
    // nonce, the middle and the tag; of what stands before it the hash.
    for (at, from_end) in [(16, false), (40, false), (0, true), (0, false), (15, false)] {
        let house = before.house.copy();
        flip(&house, 1, at, from_end);
        let program = house.start();
        let door = Door::to(&program.base);
        let problem = before.sam.try_check(&door).await.unwrap_err().said();
        assert_eq!(problem.code, ProblemCode::Fault, "byte {at}");
        assert!(house.log().contains("damaged"), "the operator is told: {}", house.log());
        // It is one stream that cannot be served, and nobody else's.
        before.nobody_elses_changed(&door).await;
        let mut pat = before.pat.clone();
        pat.push(&door).await.unwrap();
        pat.check(&door).await;
    }
}
