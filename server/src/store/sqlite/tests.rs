//! What only a file can show.

use std::sync::mpsc::channel;

use super::*;
use crate::store::{Keep, LogId, Reads, TableId, Turn, conformance};

fn write(store: &SqliteStore, key: &'static [u8]) -> Result<(), StoreError> {
    let (tell, told) = channel();
    store.write(Act {
        turn: Turn::Whole,
        run: Box::new(move |tables| {
            tables.put(TableId::Meta, key, b"row").unwrap();
            Keep::Yes
        }),
        done: Box::new(move |outcome| tell.send(outcome).unwrap()),
    })?;
    told.recv().unwrap()
}

fn has(store: &SqliteStore, key: &'static [u8]) -> bool {
    let (tell, told) = channel();
    store
        .read(Box::new(move |tables| {
            tell.send(tables.unwrap().get(TableId::Meta, key).unwrap().is_some()).unwrap();
        }))
        .unwrap();
    told.recv().unwrap()
}

#[test]
fn keeps_what_a_store_keeps() {
    let folder = tempfile::tempdir().unwrap();
    let count = std::cell::Cell::new(0);
    conformance::run(&|| {
        count.set(count.get() + 1);
        SqliteStore::open(&folder.path().join(format!("{}.sqlite", count.get()))).unwrap()
    });
    let path = folder.path().join("shared.sqlite");
    let open = || SqliteStore::open(&path).unwrap();
    conformance::run_with_others(&open(), &open());
}

#[test]
fn what_was_told_done_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    let store = SqliteStore::open(&path).unwrap();
    write(&store, b"one").unwrap();
    drop(store);
    assert!(has(&SqliteStore::open(&path).unwrap(), b"one"));
}

#[test]
fn a_stopped_servers_file_is_all_there_is_to_copy() {
    for _ in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        let store = SqliteStore::open(&path).unwrap();
        write(&store, b"one").unwrap();
        assert!(has(&store, b"one"));
        drop(store);
        assert!(!checkpointer::log_of(&path).exists());
        let copy = folder.path().join("b.sqlite");
        std::fs::copy(&path, &copy).unwrap();
        assert!(has(&SqliteStore::open(&copy).unwrap(), b"one"));
    }
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    drop(SqliteStore::open(&path).unwrap());
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.pragma_update(None, "user_version", 3).unwrap();
    drop(connection);
    let before = std::fs::read(&path).unwrap();
    let error = SqliteStore::open(&path).unwrap_err();
    assert_eq!(error, StoreError::Newer { found: 3, known: 2 });
    assert!(error.to_string().contains("newer version"));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    std::fs::write(&path, vec![b'x'; 8192]).unwrap();
    assert_eq!(SqliteStore::open(&path).unwrap_err(), StoreError::Damaged);
}

#[test]
fn two_processes_may_write_to_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    let (one, other) = (SqliteStore::open(&path).unwrap(), SqliteStore::open(&path).unwrap());
    write(&one, b"one").unwrap();
    write(&other, b"other").unwrap();
    assert!(has(&one, b"other") && has(&other, b"one"));
}

#[test]
fn nothing_is_lost_when_many_write_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("a.sqlite")).unwrap();
    let (tell, told) = channel();
    for number in 0_u32..500 {
        let tell = tell.clone();
        store
            .write(Act {
                turn: Turn::Whole,
                run: Box::new(move |tables| {
                    tables.put(TableId::Meta, &number.to_be_bytes(), b"row").unwrap();
                    // Every third changes its mind, and takes only itself back.
                    if number % 3 == 0 { Keep::No } else { Keep::Yes }
                }),
                done: Box::new(move |outcome| tell.send(outcome).unwrap()),
            })
            .unwrap();
    }
    drop(tell);
    assert!(told.iter().take(500).all(|outcome| outcome.is_ok()));
    let (tell, told) = channel();
    store
        .read(Box::new(move |tables| {
            tell.send(tables.unwrap().list(TableId::Meta, b"").unwrap().len()).unwrap();
        }))
        .unwrap();
    assert_eq!(told.recv().unwrap(), 333);
}

/// So many bytes in an act of its own.
fn write_much(store: &SqliteStore, place: u64) {
    let (tell, told) = channel();
    store
        .write(Act {
            turn: Turn::Whole,
            run: Box::new(move |tables| {
                tables.append(LogId(1), place, &vec![7; 1024 * 1024]).unwrap();
                Keep::Yes
            }),
            done: Box::new(move |outcome| tell.send(outcome).unwrap()),
        })
        .unwrap();
    told.recv().unwrap().unwrap();
}

fn log_bytes(store: &SqliteStore) -> u64 {
    store.gauges().into_iter().find(|(name, _)| *name == "store_wal_bytes").unwrap().1
}

#[test]
fn the_log_stays_bounded_while_somebody_always_looks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    let store = Arc::new(SqliteStore::open(&path).unwrap());
    // Each of the readers looks again as soon as it has looked, none of them when
    // the others do not: without a checkpointer the log would not begin anew.
    let finished = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let looking: Vec<_> = (0..2 * READERS)
        .map(|_| {
            let (store, finished) = (Arc::clone(&store), Arc::clone(&finished));
            std::thread::spawn(move || {
                while !finished.load(Ordering::SeqCst) {
                    let (tell, told) = channel();
                    let look = Box::new(move |tables: Result<&dyn Reads, StoreError>| {
                        let tables = tables.unwrap();
                        let before = tables.entries(LogId(1), 0, 4096).unwrap();
                        std::thread::sleep(Duration::from_millis(20));
                        assert_eq!(tables.entries(LogId(1), 0, 4096).unwrap(), before);
                        tell.send(()).unwrap();
                    });
                    store.read(look).unwrap();
                    told.recv().unwrap();
                }
            })
        })
        .collect();
    let mut largest = 0;
    for place in 1..=300 {
        write_much(&store, place);
        largest = largest.max(std::fs::metadata(checkpointer::log_of(&path)).unwrap().len());
    }
    finished.store(true, Ordering::SeqCst);
    for thread in looking {
        thread.join().unwrap();
    }
    assert!(largest < 3 * checkpointer::LARGE, "{largest} bytes");
}

#[test]
fn a_look_that_does_not_end_is_given_up_and_holds_nothing_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.sqlite");
    let store = SqliteStore::open_within(&path, Duration::from_millis(300)).unwrap();
    write_much(&store, 1);
    let (tell, told) = channel();
    store
        .read(Box::new(move |tables| {
            let tables = tables.unwrap();
            let error = loop {
                match tables.get(TableId::Meta, b"a") {
                    Ok(_) => std::thread::sleep(Duration::from_millis(1)),
                    Err(error) => break error,
                }
            };
            tell.send(error).unwrap();
        }))
        .unwrap();
    // Writing goes on meanwhile, and the log is cut once the look has ended.
    let mut place = 1;
    let error = loop {
        place += 1;
        write_much(&store, place);
        if let Ok(error) = told.try_recv() {
            break error;
        }
    };
    assert_eq!(error, StoreError::TooLong);
    loop {
        place += 1;
        write_much(&store, place);
        if place > 80 && log_bytes(&store) < checkpointer::LARGE {
            break;
        }
    }
    assert!(!has(&store, b"a"), "it can be looked at as before");
}
