//! Logs, and walking all that is kept.

use std::sync::mpsc::channel;

use super::{act, keep, look};
use crate::store::copy::{Count, Fill, Item, copy, walk};
use crate::store::{Entry, Keep, LogId, MemoryStore, Reads, Store, StoreError, TableId};

pub(super) fn a_log_only_grows(store: &dyn Store) {
    let append = |log: u64, place: u64| {
        act(store, move |tables| {
            let outcome = tables.append(LogId(log), place, &place.to_be_bytes());
            (if outcome.is_ok() { Keep::Yes } else { Keep::No }, outcome)
        })
    };
    assert_eq!(append(1, 5), Ok(()));
    assert_eq!(append(1, 5), Err(StoreError::OutOfOrder));
    assert_eq!(append(1, 4), Err(StoreError::OutOfOrder));
    assert_eq!(append(2, 1), Ok(()), "another log has its own order");
    assert_eq!(append(1, 6), Ok(()));
    let entries = look(store, |tables| tables.entries(LogId(1), 0, usize::MAX));
    let places: Vec<_> = entries.unwrap_or_default().iter().map(|entry| entry.place).collect();
    assert_eq!(places, [5, 6]);
}

pub(super) fn a_log_is_read_in_parts(store: &dyn Store) {
    for place in [2_u64, 4, 6] {
        let appended =
            act(store, move |tables| (Keep::Yes, tables.append(LogId(1), place, &[7; 10])));
        assert_eq!(appended, Ok(()));
    }
    let places = |after: u64, bytes: usize| {
        look(store, move |tables| tables.entries(LogId(1), after, bytes))
            .unwrap_or_default()
            .iter()
            .map(|Entry { place, .. }| *place)
            .collect::<Vec<_>>()
    };
    assert_eq!(places(0, 20), [2, 4]);
    assert_eq!(places(0, 29), [2, 4]);
    assert_eq!(places(2, 1), [4], "one entry is read whatever its size");
    assert_eq!(places(3, 1000), [4, 6]);
    assert_eq!(places(6, 1000), [0; 0]);
    assert_eq!(look(store, |tables| tables.entry(LogId(1), 4)), Ok(Some(vec![7; 10])));
    assert_eq!(look(store, |tables| tables.entry(LogId(1), 3)), Ok(None));
    assert_eq!(look(store, |tables| tables.entry(LogId(9), 4)), Ok(None));
}

pub(super) fn what_was_undone_may_be_done_again(store: &dyn Store) {
    for keep in [Keep::No, Keep::Yes] {
        let appended = act(store, move |tables| (keep, tables.append(LogId(1), 4, b"entry")));
        assert_eq!(appended, Ok(()), "{keep:?}");
    }
    let again = act(store, |tables| (Keep::No, tables.append(LogId(1), 4, b"entry")));
    assert_eq!(again, Err(StoreError::OutOfOrder));
    // Several in one act, the first of them seen by the second.
    let both = act(store, |tables| {
        let both = tables
            .append(LogId(1), 5, b"five")
            .and_then(|()| {
                tables.append(LogId(1), 5, b"again").map_or(Ok(()), |()| Err(StoreError::Damaged))
            })
            .and_then(|()| tables.append(LogId(1), 6, b"six"))
            .and_then(|()| tables.entries(LogId(1), 0, 9));
        (Keep::Yes, both)
    });
    let places: Vec<_> = both.unwrap_or_default().iter().map(|entry| entry.place).collect();
    assert_eq!(places, [4, 5], "as many as fit, of what was there and what is new");
}

/// Entries at these places, each of so many bytes of its place.
fn fill_log(store: &dyn Store, log: LogId, places: &'static [u64]) {
    let filled = act(store, move |tables| {
        let filled = places.iter().try_for_each(|place| {
            let byte = u8::try_from(*place).unwrap_or_default();
            tables.append(log, *place, &[byte; 10])
        });
        (Keep::Yes, filled)
    });
    assert_eq!(filled, Ok(()));
}

/// The places of a log after one of them, and the first byte at each.
fn places(tables: &dyn Reads, log: LogId, after: u64) -> Vec<(u64, u8)> {
    let entries = tables.entries(log, after, usize::MAX).unwrap_or_default();
    entries.iter().map(|entry| (entry.place, entry.body.first().copied().unwrap_or(0))).collect()
}

pub(super) fn old_entries_are_gathered_into_one(store: &dyn Store) {
    let log = LogId(1);
    fill_log(store, log, &[2, 4, 6, 9]);
    fill_log(store, LogId(2), &[4, 6]);
    let gathered = act(store, move |tables| (Keep::Yes, tables.gather(log, 0, 6, b"segment")));
    assert_eq!(gathered, Ok(()));
    assert_eq!(look(store, move |tables| places(tables, log, 0)), [(6, b's'), (9, 9)]);
    assert_eq!(look(store, move |tables| places(tables, log, 4)), [(6, b's'), (9, 9)]);
    assert_eq!(look(store, move |tables| tables.entry(log, 4)), Ok(None));
    assert_eq!(look(store, move |tables| tables.entry(log, 6)), Ok(Some(b"segment".to_vec())));
    let others = look(store, |tables| places(tables, LogId(2), 0));
    assert_eq!(others, [(4, 4), (6, 6)], "another log is not touched");
    // What was gathered may be gathered again, with what came since; never what
    // is not there, and nothing is gathered into nothing.
    let again = act(store, move |tables| (Keep::Yes, tables.gather(log, 0, 9, b"larger")));
    assert_eq!(again, Ok(()));
    for (after, place) in [(0, 5), (9, 9), (10, 9), (0, 12)] {
        let refused = act(store, move |tables| (Keep::No, tables.gather(log, after, place, b"")));
        assert_eq!(refused, Err(StoreError::OutOfOrder), "({after}, {place}]");
    }
    let elsewhere = act(store, |tables| (Keep::No, tables.gather(LogId(3), 0, 1, b"")));
    assert_eq!(elsewhere, Err(StoreError::OutOfOrder));
    let late = act(store, move |tables| (Keep::No, tables.append(log, 9, b"")));
    assert_eq!(late, Err(StoreError::OutOfOrder), "the log goes on where it was");
    fill_log(store, log, &[11]);
    assert_eq!(look(store, move |tables| places(tables, log, 0)), [(9, b'l'), (11, 11)]);
    let walked = look(store, |tables| tables.all_entries(None, usize::MAX)).unwrap_or_default();
    let walked: Vec<(u64, u64)> = walked.iter().map(|(log, entry)| (log.0, entry.place)).collect();
    assert_eq!(walked, [(1, 9), (1, 11), (2, 4), (2, 6)]);
}

pub(super) fn what_is_gathered_lies_between_what_is_added(store: &dyn Store) {
    let log = LogId(1);
    fill_log(store, log, &[1, 2, 3, 8]);
    // In one act: seen by what comes after it, whatever is kept meanwhile.
    let seen = act(store, move |tables| {
        let mut gather = || -> Result<_, StoreError> {
            tables.append(log, 9, &[9; 10])?;
            tables.gather(log, 1, 3, b"middle")?;
            let middle = places(tables, log, 0);
            let entries = (tables.entry(log, 2)?, tables.entry(log, 3)?);
            let late = tables.append(log, 8, b"late");
            tables.append(log, 12, &[12; 10])?;
            tables.gather(log, 3, 9, b"behind")?;
            let part: Vec<u64> =
                tables.entries(log, 0, 17)?.iter().map(|entry| entry.place).collect();
            Ok((middle, entries, late, places(tables, log, 0), part))
        };
        (Keep::Yes, gather())
    });
    let Ok((middle, entries, late, all, part)) = seen else { unreachable!("{seen:?}") };
    assert_eq!(middle, [(1, 1), (3, b'm'), (8, 8), (9, 9)]);
    assert_eq!(entries, (None, Some(b"middle".to_vec())));
    assert_eq!(late, Err(StoreError::OutOfOrder));
    assert_eq!(all, [(1, 1), (3, b'm'), (9, b'b'), (12, 12)]);
    assert_eq!(part, [1, 3], "as many as fit");
    assert_eq!(look(store, move |tables| places(tables, log, 0)), all);
}

pub(super) fn what_was_gathered_and_undone_is_as_it_was(store: &dyn Store) {
    let log = LogId(1);
    fill_log(store, log, &[1, 2, 3, 4]);
    act(store, move |tables| {
        let gathered = tables
            .gather(log, 0, 3, b"segment")
            .and_then(|()| tables.append(log, 5, b"five"))
            .and_then(|()| tables.gather(log, 0, 5, b"all"));
        assert_eq!(gathered, Ok(()));
        (Keep::No, ())
    });
    let as_it_was = look(store, move |tables| places(tables, log, 0));
    assert_eq!(as_it_was, [(1, 1), (2, 2), (3, 3), (4, 4)]);
}

pub(super) fn a_log_may_have_any_number(store: &dyn Store) {
    let logs = [0, 1, 1 << 31, 1 << 32, 1 << 63, u64::MAX].map(LogId);
    for log in logs {
        let name = log.0.to_be_bytes();
        assert_eq!(act(store, move |tables| (Keep::Yes, tables.append(log, 1, &name))), Ok(()));
    }
    for log in logs {
        let body = look(store, move |tables| tables.entry(log, 1));
        assert_eq!(body, Ok(Some(log.0.to_be_bytes().to_vec())));
    }
}

pub(super) fn everything_is_walked_once(store: &dyn Store) {
    let filled = act(store, |tables| {
        let mut fill = || -> Result<(), StoreError> {
            // The empty key, short ones, and some that only their ends tell apart.
            for key in [&b""[..], b"\0", b"a", b"a\0", b"\xff", b"\xff\xff\xff\xff\xff"] {
                tables.put(TableId::Meta, key, key)?;
            }
            for number in 0..2500_u32 {
                tables.put(TableId::Patients, &number.to_be_bytes(), b"row")?;
            }
            for log in [3, 1 << 63, 5] {
                for place in 1..=70 {
                    tables.append(LogId(log), place, &[7; 100])?;
                }
            }
            Ok(())
        };
        (Keep::Yes, fill())
    });
    assert_eq!(filled, Ok(()));
    let (rows, entries, parts) = look(store, |tables| {
        let (mut rows, mut entries) = (Vec::new(), Vec::new());
        let walked = walk(tables, &mut |item| {
            match item {
                Item::Row(table, key, _) => rows.push((table, key.to_vec())),
                Item::Entry(log, entry) => entries.push((log, entry.place)),
            }
            Ok(())
        });
        assert_eq!(walked.map(|count| (count.rows, count.entries)), Ok((2506, 210)));
        let parts = tables.all_entries(Some((LogId(3), 69)), 150).unwrap_or_default();
        let parts: Vec<_> = parts.iter().map(|(log, entry)| (*log, entry.place)).collect();
        (rows, entries, parts)
    });
    assert!(rows.is_sorted(), "by table, and by rising key");
    let mut once = entries.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), 210);
    let places: Vec<u64> = entries.iter().map(|(_, place)| *place).collect();
    assert!(places.chunks(70).all(|log| log.iter().copied().eq(1..=70)), "log by log");
    assert_eq!(parts.first(), Some(&(LogId(3), 70)));
    assert_eq!(parts.len(), 1);
    // A copy of it has the same sum, and another sum where one byte is another.
    let count = |store: &dyn Store| look(store, |tables| walk(tables, &mut |_| Ok(())));
    let copied = MemoryStore::default();
    let (tell, told) = channel();
    let filled = look(store, move |tables| {
        let mut fill = copied.fill();
        let copied_count = copy(tables, &mut fill, &mut |_: Count| {});
        let finished = Box::new(fill).finish();
        tell.send(copied).ok();
        (copied_count, finished)
    });
    assert_eq!(filled, (count(store), Ok(())));
    let Ok(copied) = told.recv() else { unreachable!("it was sent") };
    assert_eq!(count(&copied), count(store));
    keep(&copied, TableId::Meta, b"a", b"b");
    assert_ne!(count(&copied), count(store));
}
