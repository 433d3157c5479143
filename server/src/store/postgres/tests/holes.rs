//! Many who write at once, some of them slow to commit, on two servers: nobody
//! who pulls ever sees a hole, or less than they saw before.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

const RECORDS: u8 = 3;
const WRITERS: u8 = 8;
const EACH: u32 = 40;

fn key(record: u8) -> Vec<u8> {
    vec![record; 16]
}

fn log(record: u8) -> LogId {
    LogId(u64::from_be_bytes([record; 8]))
}

/// Takes the next number of a record's stream, as the rules do: from its row.
fn push(tables: &mut dyn Writes, record: u8, by: u8) -> Result<(), StoreError> {
    let last = head(tables, record)?;
    let next = last + 1;
    tables.append(log(record), next, &[by])?;
    tables.put(TableId::Streams, &key(record), &next.to_be_bytes())
}

fn head(tables: &(impl Reads + ?Sized), record: u8) -> Result<u64, StoreError> {
    let row = tables.get(TableId::Streams, &key(record))?;
    Ok(row.map_or(0, |row| u64::from_be_bytes(row.try_into().unwrap())))
}

#[test]
fn no_puller_sees_a_hole_however_slow_a_commit_is() {
    let Some(database) = Database::new() else { return };
    let stores = [Arc::new(database.open()), Arc::new(database.open())];
    // Every third commit waits, after all its rows are written: the one before
    // which others have taken their numbers, were numbers not held until then.
    database
        .client()
        .batch_execute(
            "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN
                 IF random() < 0.3 THEN PERFORM pg_sleep(0.02); END IF;
                 RETURN NULL;
             END $$;
             CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON what_matters.entries
                 DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()",
        )
        .unwrap();
    let finished = Arc::new(AtomicBool::new(false));
    let pulling: Vec<_> = stores
        .iter()
        .map(|store| {
            let (store, finished) = (Arc::clone(store), Arc::clone(&finished));
            std::thread::spawn(move || pull(&store, &finished))
        })
        .collect();
    let writing: Vec<_> = (0..WRITERS)
        .map(|by| {
            let store = Arc::clone(&stores[usize::from(by) % 2]);
            std::thread::spawn(move || {
                for number in 0..EACH {
                    let record = u8::try_from(number).unwrap() % RECORDS;
                    // Now and then somebody needs the whole, and is no exception.
                    let turn = if number % 10 == 9 { Turn::Whole } else { Turn::Of(key(record)) };
                    act(&store, turn, move |tables| push(tables, record, by)).unwrap();
                }
            })
        })
        .collect();
    for thread in writing {
        thread.join().unwrap();
    }
    finished.store(true, Ordering::SeqCst);
    let looks: u32 = pulling.into_iter().map(|thread| thread.join().unwrap()).sum();
    assert!(looks > 10, "somebody looked meanwhile");
    let total: u64 = (0..RECORDS)
        .map(|record| look(&stores[0], move |tables| head(tables, record).unwrap()))
        .sum();
    assert_eq!(total, u64::from(WRITERS) * u64::from(EACH), "none is lost, none is doubled");
}

/// Looks again and again; each stream is whole up to its head, and only grows.
fn pull(store: &PostgresStore, finished: &AtomicBool) -> u32 {
    let mut seen: BTreeMap<u8, u64> = BTreeMap::new();
    let mut looks = 0;
    loop {
        let last = finished.load(Ordering::SeqCst);
        for record in 0..RECORDS {
            let (head, entries) = look(store, move |tables| {
                let head = head(tables, record).unwrap();
                (head, tables.entries(log(record), 0, usize::MAX).unwrap())
            });
            let places: Vec<u64> = entries.iter().map(|entry| entry.place).collect();
            assert!(places.iter().copied().eq(1..=head), "record {record}, {head}: {places:?}");
            let before = seen.insert(record, head).unwrap_or(0);
            assert!(before <= head, "it went back");
        }
        looks += 1;
        if last {
            return looks;
        }
    }
}

#[test]
fn acts_that_read_and_add_lose_nothing_whatever_their_turns() {
    let Some(database) = Database::new() else { return };
    let stores = [database.open(), database.open()];
    std::thread::scope(|scope| {
        for number in 0..8_u8 {
            let store = &stores[usize::from(number) % 2];
            scope.spawn(move || {
                for _ in 0..25 {
                    let turn = if number % 3 == 0 { Turn::Whole } else { Turn::Of(vec![1; 16]) };
                    act(store, turn, |tables| push(tables, 1, 0)).unwrap();
                }
            });
        }
    });
    assert_eq!(look(&stores[1], |tables| head(tables, 1).unwrap()), 200);
}
