//! Rows, and acts that are whole or not at all.

use super::{act, get, keep, look};
use crate::store::{Keep, LogId, Store, TableId};

pub(super) fn rows_come_back(store: &dyn Store) {
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

pub(super) fn tables_are_apart(store: &dyn Store) {
    keep(store, TableId::Accounts, b"a", b"account");
    keep(store, TableId::Teams, b"a", b"team");
    assert_eq!(get(store, TableId::Accounts, b"a"), Some(b"account".to_vec()));
    assert_eq!(get(store, TableId::Teams, b"a"), Some(b"team".to_vec()));
    assert_eq!(get(store, TableId::Records, b"a"), None);
}

pub(super) fn a_list_is_of_one_prefix_in_order(store: &dyn Store) {
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

pub(super) fn an_act_is_whole_or_not_at_all(store: &dyn Store) {
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

pub(super) fn an_act_sees_its_own_changes_and_a_look_sees_only_what_is_done(store: &dyn Store) {
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

pub(super) fn big_things_come_back(store: &dyn Store) {
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
