//! Acts and looks beside each other.

use std::sync::mpsc::{Sender, channel};

use super::{act, get, keep, look};
use crate::store::{Act, Keep, LogId, Store, StoreError, TableId, Turn, Writes};

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

pub(super) fn acts_come_one_after_another(store: &dyn Store) {
    let (tell, told) = channel();
    for number in 0..200 {
        let turn = if number % 5 == 0 { Turn::Whole } else { Turn::Of(b"count".to_vec()) };
        add(store, turn, tell.clone());
    }
    drop(tell);
    assert_eq!(told.iter().flatten().count(), 200);
    assert_eq!(get(store, TableId::Teams, b"count"), Some(200_u32.to_be_bytes().to_vec()));
}

pub(super) fn acts_of_two_stores_come_one_after_another(one: &dyn Store, other: &dyn Store) {
    let (tell, told) = channel();
    for number in 0..200 {
        let turn = if number % 5 == 0 { Turn::Whole } else { Turn::Of(b"count".to_vec()) };
        add(if number % 2 == 0 { one } else { other }, turn, tell.clone());
    }
    drop(tell);
    assert_eq!(told.iter().flatten().count(), 200);
    assert_eq!(get(other, TableId::Teams, b"count"), Some(200_u32.to_be_bytes().to_vec()));
}

pub(super) fn a_refused_act_takes_nobody_with_it(store: &dyn Store) {
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

pub(super) fn a_look_is_of_one_moment<S: Store>(one: &S, other: &S) {
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
