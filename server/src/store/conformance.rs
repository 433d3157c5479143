//! What every store must do, whatever it is made of. Each engine's tests run
//! this against itself.

use std::sync::mpsc::{Sender, channel};

use super::copy::{Count, Fill, copy, walk};
use super::{Act, Entry, Keep, LogId, Reads, Store, StoreError, TableId, Turn, Writes};

/// Runs all of it, each part against a new and empty store.
///
/// # Panics
/// Where the store does not do what a store must.
pub fn run<S: Store>(make: &dyn Fn() -> S) {
    rows_come_back(&make());
    tables_are_apart(&make());
    a_list_is_of_one_prefix_in_order(&make());
    an_act_is_whole_or_not_at_all(&make());
    an_act_sees_its_own_changes_and_a_look_sees_only_what_is_done(&make());
    a_log_only_grows(&make());
    a_log_is_read_in_parts(&make());
    what_was_undone_may_be_done_again(&make());
    old_entries_are_gathered_into_one(&make());
    what_is_gathered_lies_between_what_is_added(&make());
    what_was_gathered_and_undone_is_as_it_was(&make());
    a_log_may_have_any_number(&make());
    everything_is_walked_once(&make());
    acts_come_one_after_another(&make());
    a_refused_act_takes_nobody_with_it(&make());
    big_things_come_back(&make());
}

/// Runs what two stores over the same database must do, or one store twice,
/// whose looks and acts go on beside each other.
///
/// # Panics
/// Where they do not do what they must.
pub fn run_with_others<S: Store>(one: &S, other: &S) {
    a_look_is_of_one_moment(one, other);
    acts_of_two_stores_come_one_after_another(one, other);
}

/// Does it and waits until it is done.
fn act<T: Send + 'static>(
    store: &dyn Store,
    run: impl FnOnce(&mut dyn Writes) -> (Keep, T) + Send + 'static,
) -> T {
    let (tell, told): (Sender<T>, _) = channel();
    let (finish, finished) = channel();
    store
        .write(Act {
            turn: Turn::Whole,
            run: Box::new(move |tables| {
                let (keep, value) = run(tables);
                tell.send(value).ok();
                keep
            }),
            done: Box::new(move |outcome| {
                finish.send(outcome).ok();
            }),
        })
        .unwrap_or_else(|error| unreachable!("an idle store is not busy: {error}"));
    assert_eq!(finished.recv(), Ok(Ok(())), "the act is told done");
    told.recv().unwrap_or_else(|error| unreachable!("the act ran: {error}"))
}

fn look<T: Send + 'static>(
    store: &dyn Store,
    run: impl FnOnce(&dyn Reads) -> T + Send + 'static,
) -> T {
    let (tell, told) = channel();
    store
        .read(Box::new(move |tables| {
            tell.send(tables.map(run)).ok();
        }))
        .unwrap_or_else(|error| unreachable!("an idle store is not busy: {error}"));
    match told.recv() {
        Ok(Ok(value)) => value,
        other => unreachable!("a look is answered: {:?}", other.map(Result::err)),
    }
}

fn keep(store: &dyn Store, table: TableId, key: &'static [u8], row: &'static [u8]) {
    let kept = act(store, move |tables| (Keep::Yes, tables.put(table, key, row)));
    assert_eq!(kept, Ok(()));
}

fn get(store: &dyn Store, table: TableId, key: &'static [u8]) -> Option<Vec<u8>> {
    look(store, move |tables| tables.get(table, key)).unwrap_or_default()
}

fn rows_come_back(store: &dyn Store) {
    assert_eq!(get(store, TableId::Meta, b"a"), None);
    keep(store, TableId::Meta, b"a", b"one");
    assert_eq!(get(store, TableId::Meta, b"a"), Some(b"one".to_vec()));
    keep(store, TableId::Meta, b"a", b"two");
    assert_eq!(get(store, TableId::Meta, b"a"), Some(b"two".to_vec()));
    keep(store, TableId::Meta, b"", b"");
    assert_eq!(get(store, TableId::Meta, b""), Some(Vec::new()));
    act(store, |tables| (Keep::Yes, tables.remove(TableId::Meta, b"a"))).ok();
    assert_eq!(get(store, TableId::Meta, b"a"), None);
    let again = act(store, |tables| (Keep::Yes, tables.remove(TableId::Meta, b"a")));
    assert_eq!(again, Ok(()), "forgetting what is not there is no error");
}

fn tables_are_apart(store: &dyn Store) {
    keep(store, TableId::Accounts, b"a", b"account");
    keep(store, TableId::Teams, b"a", b"team");
    assert_eq!(get(store, TableId::Accounts, b"a"), Some(b"account".to_vec()));
    assert_eq!(get(store, TableId::Teams, b"a"), Some(b"team".to_vec()));
    assert_eq!(get(store, TableId::Records, b"a"), None);
}

fn a_list_is_of_one_prefix_in_order(store: &dyn Store) {
    keep(store, TableId::Members, b"b\x02", b"4");
    keep(store, TableId::Members, b"a\xff\xff", b"3");
    keep(store, TableId::Members, b"a", b"1");
    keep(store, TableId::Members, b"a\x01", b"2");
    keep(store, TableId::Writers, b"a\x02", b"0");
    let list = |prefix: &'static [u8]| {
        look(store, move |tables| tables.list(TableId::Members, prefix))
            .unwrap_or_default()
            .into_iter()
            .flat_map(|(_, row)| row)
            .collect::<Vec<_>>()
    };
    assert_eq!(list(b"a"), b"123");
    assert_eq!(list(b"a\xff"), b"3");
    assert_eq!(list(b""), b"1234");
    assert_eq!(list(b"c"), b"");
}

fn an_act_is_whole_or_not_at_all(store: &dyn Store) {
    keep(store, TableId::Meta, b"a", b"before");
    keep(store, TableId::Meta, b"b", b"before");
    act(store, |tables| {
        let done = tables
            .put(TableId::Meta, b"a", b"after")
            .and_then(|()| tables.put(TableId::Meta, b"a", b"after all"))
            .and_then(|()| tables.remove(TableId::Meta, b"b"))
            .and_then(|()| tables.put(TableId::Meta, b"c", b"new"))
            .and_then(|()| tables.append(LogId(1), 1, b"entry"));
        assert_eq!(done, Ok(()));
        (Keep::No, ())
    });
    assert_eq!(get(store, TableId::Meta, b"a"), Some(b"before".to_vec()));
    assert_eq!(get(store, TableId::Meta, b"b"), Some(b"before".to_vec()));
    assert_eq!(get(store, TableId::Meta, b"c"), None);
    assert_eq!(look(store, |tables| tables.entry(LogId(1), 1)), Ok(None));
}

fn an_act_sees_its_own_changes_and_a_look_sees_only_what_is_done(store: &dyn Store) {
    let seen = act(store, |tables| {
        let seen = tables
            .put(TableId::Meta, b"a", b"one")
            .and_then(|()| tables.append(LogId(7), 3, b"entry"))
            .and_then(|()| Ok((tables.get(TableId::Meta, b"a")?, tables.entry(LogId(7), 3)?)));
        (Keep::Yes, seen)
    });
    assert_eq!(seen, Ok((Some(b"one".to_vec()), Some(b"entry".to_vec()))));
    assert_eq!(get(store, TableId::Meta, b"a"), Some(b"one".to_vec()));
}

fn a_log_only_grows(store: &dyn Store) {
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

fn a_log_is_read_in_parts(store: &dyn Store) {
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

fn what_was_undone_may_be_done_again(store: &dyn Store) {
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

fn old_entries_are_gathered_into_one(store: &dyn Store) {
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

fn what_is_gathered_lies_between_what_is_added(store: &dyn Store) {
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

fn what_was_gathered_and_undone_is_as_it_was(store: &dyn Store) {
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

fn a_log_may_have_any_number(store: &dyn Store) {
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

fn everything_is_walked_once(store: &dyn Store) {
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
                super::copy::Item::Row(table, key, _) => rows.push((table, key.to_vec())),
                super::copy::Item::Entry(log, entry) => entries.push((log, entry.place)),
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
    let copied = super::MemoryStore::default();
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

fn count_up(tables: &mut dyn Writes) -> Result<(), StoreError> {
    let row = tables.get(TableId::Teams, b"count")?.unwrap_or_default();
    let count = row.first_chunk().copied().map_or(0, u32::from_be_bytes);
    tables.put(TableId::Teams, b"count", &(count + 1).to_be_bytes())
}

fn add(store: &dyn Store, turn: Turn, tell: Sender<Result<(), StoreError>>) {
    let act = Act {
        turn,
        run: Box::new(|tables| if count_up(tables).is_ok() { Keep::Yes } else { Keep::No }),
        done: Box::new(move |outcome| {
            tell.send(outcome).ok();
        }),
    };
    store.write(act).unwrap_or_else(|error| unreachable!("so little is not too much: {error}"));
}

fn acts_come_one_after_another(store: &dyn Store) {
    let (tell, told) = channel();
    for number in 0..200 {
        let turn = if number % 5 == 0 { Turn::Whole } else { Turn::Of(b"count".to_vec()) };
        add(store, turn, tell.clone());
    }
    drop(tell);
    assert_eq!(told.iter().flatten().count(), 200);
    assert_eq!(get(store, TableId::Teams, b"count"), Some(200_u32.to_be_bytes().to_vec()));
}

fn acts_of_two_stores_come_one_after_another(one: &dyn Store, other: &dyn Store) {
    let (tell, told) = channel();
    for number in 0..200 {
        let turn = if number % 5 == 0 { Turn::Whole } else { Turn::Of(b"count".to_vec()) };
        add(if number % 2 == 0 { one } else { other }, turn, tell.clone());
    }
    drop(tell);
    assert_eq!(told.iter().flatten().count(), 200);
    assert_eq!(get(other, TableId::Teams, b"count"), Some(200_u32.to_be_bytes().to_vec()));
}

fn a_refused_act_takes_nobody_with_it(store: &dyn Store) {
    let (tell, told) = channel();
    for number in 0..100_u8 {
        let tell = tell.clone();
        let act = Act {
            turn: Turn::Of(vec![number]),
            run: Box::new(move |tables| {
                let kept = tables
                    .put(TableId::Members, &[number], b"row")
                    .and_then(|()| tables.append(LogId(u64::from(number)), 1, b""));
                if kept.is_ok() && number % 2 == 0 { Keep::Yes } else { Keep::No }
            }),
            done: Box::new(move |outcome| {
                tell.send(outcome).ok();
            }),
        };
        store.write(act).unwrap_or_else(|error| unreachable!("so little is not too much: {error}"));
    }
    drop(tell);
    assert_eq!(told.iter().flatten().count(), 100, "to be undone is no error");
    let rows = look(store, |tables| tables.list(TableId::Members, b"")).unwrap_or_default();
    assert!(rows.iter().all(|(key, _)| key.first().is_some_and(|number| number % 2 == 0)));
    assert_eq!(rows.len(), 50);
}

fn big_things_come_back(store: &dyn Store) {
    // Longer than a page of any engine, and not to be made smaller.
    let big: Vec<u8> = (0..3_000_000_u32)
        .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
        .collect();
    let body = big.clone();
    let kept = act(store, move |tables| {
        let kept = tables
            .append(LogId(1), 1, &body)
            .and_then(|()| tables.append(LogId(1), 2, b"small"))
            .and_then(|()| tables.put(TableId::Meta, b"big", &body));
        (Keep::Yes, kept)
    });
    assert_eq!(kept, Ok(()));
    assert!(get(store, TableId::Meta, b"big") == Some(big.clone()));
    assert!(look(store, |tables| tables.entry(LogId(1), 1)) == Ok(Some(big)));
    let first = look(store, |tables| tables.entries(LogId(1), 0, 10)).unwrap_or_default();
    assert_eq!(first.len(), 1, "one entry is read whatever its size");
}

fn a_look_is_of_one_moment<S: Store>(one: &S, other: &S) {
    keep(one, TableId::Grants, b"a", b"before");
    // A look that is held open while another store writes.
    let (looked, begun) = channel();
    let (written, go_on) = channel::<()>();
    let (tell, told) = channel();
    let asked = one.read(Box::new(move |tables| {
        let seen = tables.and_then(|tables| {
            let first = tables.get(TableId::Grants, b"a")?;
            looked.send(()).ok();
            go_on.recv().ok();
            let all = tables.list(TableId::Grants, b"")?.len();
            Ok((first, tables.get(TableId::Grants, b"a")?, all, tables.entry(LogId(9), 1)?))
        });
        tell.send(seen).ok();
    }));
    assert_eq!(asked, Ok(()));
    begun.recv().ok();
    keep(other, TableId::Grants, b"a", b"after");
    keep(other, TableId::Grants, b"b", b"after");
    let appended = act(other, |tables| (Keep::Yes, tables.append(LogId(9), 1, b"entry")));
    assert_eq!(appended, Ok(()));
    written.send(()).ok();
    let before = Some(b"before".to_vec());
    assert_eq!(told.recv(), Ok(Ok((before.clone(), before, 1, None))));
    assert_eq!(get(one, TableId::Grants, b"a"), Some(b"after".to_vec()));
}
