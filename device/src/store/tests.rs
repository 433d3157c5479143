//! The stores against the conformance suite, and the file against the world:
//! other keys, other programs, other versions, damage, fullness and neighbours.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;
use shared::effects::keys::{KeysOperation, KeysOutput};
use shared::effects::store::{StoreOperation, StoreOutput, StoreProblem};
use tempfile::TempDir;

use super::conformance::{Model, any_write, append, commit, conformance, open, put};
use super::{Memory, Place, Shelf, sqlite::Sqlite};
use crate::config::{SealingKey, Storage};

fn at(directory: &TempDir) -> Memory {
    with_key(directory, 1)
}

fn with_key(directory: &TempDir, key: u8) -> Memory {
    Memory::new(Storage::Directory(directory.path().into()), SealingKey::new([key; 32]))
}

fn in_ram() -> (Memory, ()) {
    (Memory::new(Storage::Memory, SealingKey::new([1; 32])), ())
}

fn in_a_file() -> (Memory, TempDir) {
    let directory = TempDir::new().unwrap();
    (at(&directory), directory)
}

conformance!(ram, super::in_ram);
conformance!(file, super::in_a_file);

fn database(directory: &TempDir) -> std::path::PathBuf {
    directory.path().join("record.db")
}

fn opening(memory: &mut Memory) -> Result<(), StoreProblem> {
    match memory.store(StoreOperation::Open) {
        StoreOutput::Failed(problem) => Err(problem),
        _ => Ok(()),
    }
}

/// A closed file with a row, a value and a signing key in it.
fn used() -> (TempDir, KeysOutput) {
    let directory = TempDir::new().unwrap();
    let mut memory = at(&directory);
    commit(&mut memory, vec![append(1, 1, b"peak flow 410"), put("draft", b"tired")]);
    let key = memory.keys(KeysOperation::Public);
    (directory, key)
}

#[test]
fn only_a_file_is_durable() {
    assert!(!open(&mut in_ram().0).durable);
    let (mut memory, _directory) = in_a_file();
    assert!(open(&mut memory).durable);
}

#[test]
fn everything_is_there_after_closing_and_none_of_it_can_be_read_in_the_file() {
    let (directory, key) = used();
    let mut memory = at(&directory);
    let opened = open(&mut memory);
    assert_eq!(opened.rows[0].body, b"peak flow 410");
    assert_eq!(opened.values, [("draft".into(), b"tired".to_vec())]);
    assert_eq!(memory.keys(KeysOperation::Public), key);
    drop(memory);
    let bytes = fs::read(database(&directory)).unwrap();
    assert!(
        ![b"peak".as_slice(), b"tired"]
            .iter()
            .any(|word| bytes.windows(word.len()).any(|w| w == *word))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn any_commits_survive_any_closings(
        commits in proptest::collection::vec((any::<bool>(), proptest::collection::vec(any_write(), 0..6)), 0..8),
    ) {
        let directory = TempDir::new().unwrap();
        let (mut memory, mut model) = (at(&directory), Model::default());
        for (close, writes) in commits {
            model.commit(&writes);
            commit(&mut memory, writes);
            if close {
                drop(memory);
                memory = at(&directory);
                prop_assert!(model.equals(&open(&mut memory)));
            }
        }
    }
}

#[test]
fn another_key_reads_nothing_and_changes_nothing() {
    let (directory, key) = used();
    let before = fs::read(database(&directory)).unwrap();
    let mut stranger = with_key(&directory, 2);
    assert_eq!(opening(&mut stranger), Err(StoreProblem::Unreadable));
    let write = StoreOperation::Commit(vec![put("a", b"1")]);
    assert_eq!(stranger.store(write), StoreOutput::Failed(StoreProblem::Unreadable));
    assert_eq!(stranger.keys(KeysOperation::Renew), KeysOutput::Failed);
    drop(stranger);
    assert!(fs::read(database(&directory)).unwrap() == before);
    assert_eq!(at(&directory).keys(KeysOperation::Public), key);
}

/// Changes the file behind the store's back.
fn tamper(directory: &TempDir, sql: &str) {
    Connection::open(database(directory)).unwrap().execute_batch(sql).unwrap();
}

/// The file is refused for this reason, and left as it was.
fn refused(directory: &TempDir, reason: StoreProblem) {
    let before = fs::read(database(directory)).unwrap();
    assert_eq!(opening(&mut at(directory)), Err(reason));
    assert!(fs::read(database(directory)).unwrap() == before, "the file was touched");
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let (directory, _) = used();
    tamper(&directory, "PRAGMA user_version = 2");
    refused(&directory, StoreProblem::Newer);
}

#[test]
fn another_programs_files_are_left_alone() {
    let directory = TempDir::new().unwrap();
    tamper(&directory, "CREATE TABLE theirs (x); PRAGMA user_version = 1");
    refused(&directory, StoreProblem::Unreadable);
    fs::write(database(&directory), "A letter to the clinic. ".repeat(500)).unwrap();
    refused(&directory, StoreProblem::Unreadable);
}

#[test]
fn bodies_that_were_moved_removed_or_changed_are_noticed() {
    for sql in [
        "UPDATE log SET position = 2",
        "UPDATE value SET key = 'elsewhere' WHERE key = 'draft'",
        "UPDATE log SET body = (SELECT body FROM value WHERE key = 'draft')",
        "UPDATE log SET body = zeroblob(40)",
        "UPDATE log SET body = x''",
        "UPDATE log SET body = 'words'",
        "UPDATE value SET body = 7 WHERE key = 'draft'",
        "DELETE FROM value WHERE key = 'device.check'",
        "DROP TABLE log",
    ] {
        let (directory, _) = used();
        tamper(&directory, sql);
        let outcome = opening(&mut at(&directory));
        assert!(
            matches!(outcome, Err(StoreProblem::Unreadable | StoreProblem::Unavailable)),
            "{sql}: {outcome:?}"
        );
    }
}

#[test]
fn damage_anywhere_yields_the_truth_or_a_refusal() {
    let (directory, _) = used();
    let whole = fs::read(database(&directory)).unwrap();
    let mut refusals = 0;
    for at_byte in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at_byte] ^= 0xFF;
        fs::write(database(&directory), bytes).unwrap();
        let mut memory = at(&directory);
        if let StoreOutput::Opened(opened) = memory.store(StoreOperation::Open) {
            assert!(opened.rows.iter().all(|row| row.body == b"peak flow 410"), "byte {at_byte}");
            assert!(opened.values.iter().all(|(_, body)| body == b"tired"), "byte {at_byte}");
        } else {
            refusals += 1;
        }
        let _either = memory.keys(KeysOperation::Public);
    }
    assert!(refusals > 20, "{refusals}");
    // Below a sector, SQLite takes a file for one that was never begun.
    for length in (512..whole.len()).step_by(97) {
        fs::write(database(&directory), &whole[..length]).unwrap();
        let outcome = opening(&mut at(&directory));
        assert!(outcome.is_err(), "{length} bytes: {outcome:?}");
    }
}

#[test]
fn a_full_device_refuses_whole_commits_and_keeps_what_it_has() {
    let (directory, _) = used();
    let key = SealingKey::new([1; 32]);
    let mut shelf = Sqlite::open(&Place::Directory(directory.path().into()), &key).unwrap();
    shelf.limit_pages(12);
    let large = vec![7; 8 << 10];
    let writes: Vec<_> = (10..20).map(|position| append(1, position, &large)).collect();
    assert_eq!(shelf.commit(&writes), Err(StoreProblem::Full));
    assert_eq!(shelf.read().unwrap().rows.len(), 1, "no half of it");
    assert_eq!(shelf.commit(&[put("small", b"still fits")]), Ok(()));
    drop(shelf);
    let opened = open(&mut at(&directory));
    assert_eq!(opened.rows.len(), 1);
    assert_eq!(opened.values.len(), 2);
}

#[test]
fn a_second_opener_is_told_that_the_file_is_in_use() {
    let (directory, _) = used();
    let mut first = at(&directory);
    open(&mut first);
    let mut second = at(&directory);
    assert_eq!(opening(&mut second), Err(StoreProblem::Unavailable));
    let erase = second.store(StoreOperation::Erase);
    assert_eq!(erase, StoreOutput::Failed(StoreProblem::Unavailable));
    commit(&mut first, vec![append(1, 2, b"the first goes on")]);
    drop(first);
    assert_eq!(open(&mut second).rows.len(), 2);
}

#[test]
fn a_place_that_cannot_be_had_is_unavailable() {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("a-file");
    fs::write(&file, "").unwrap();
    for storage in [Storage::Directory(file), Storage::Opfs { name: "app".into() }] {
        let mut memory = Memory::new(storage, SealingKey::new([1; 32]));
        assert_eq!(opening(&mut memory), Err(StoreProblem::Unavailable));
    }
}

#[test]
fn the_directory_is_made() {
    let directory = TempDir::new().unwrap();
    let deep: &Path = &directory.path().join("one/two");
    let mut memory = Memory::new(Storage::Directory(deep.into()), SealingKey::new([1; 32]));
    commit(&mut memory, vec![put("a", b"1")]);
    assert!(deep.join("record.db").exists());
}

#[test]
fn what_cannot_be_read_can_be_erased() {
    let (directory, key) = used();
    let mut stranger = with_key(&directory, 2);
    assert_eq!(opening(&mut stranger), Err(StoreProblem::Unreadable));
    assert_eq!(stranger.store(StoreOperation::Erase), StoreOutput::Done);
    assert!(open(&mut stranger).rows.is_empty());
    assert_ne!(stranger.keys(KeysOperation::Public), key);
    drop(stranger);
    fs::write(database(&directory), [9; 5000]).unwrap();
    let mut memory = at(&directory);
    assert_eq!(memory.store(StoreOperation::Erase), StoreOutput::Done);
    assert!(open(&mut memory).rows.is_empty());
}

#[test]
fn a_failed_opening_is_tried_again() {
    let directory = TempDir::new().unwrap();
    let elsewhere = directory.path().join("not-yet");
    fs::write(&elsewhere, "").unwrap();
    let mut memory = Memory::new(Storage::Directory(elsewhere.clone()), SealingKey::new([1; 32]));
    assert_eq!(opening(&mut memory), Err(StoreProblem::Unavailable));
    fs::remove_file(&elsewhere).unwrap();
    assert_eq!(opening(&mut memory), Ok(()));
}
