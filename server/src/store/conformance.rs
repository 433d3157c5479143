//! What every store must do, whatever it is made of. Each engine's tests run
//! this against itself.

use std::sync::mpsc::{Sender, channel};

use super::{Act, Entry, Keep, LogId, Reads, Store, StoreError, TableId, Writes};

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
