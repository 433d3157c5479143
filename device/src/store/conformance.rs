//! What every store must do, run against each kind: `conformance!(name, make)`
//! where `make()` yields a fresh memory and whatever must outlive it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use ring::signature::{ED25519, UnparsedPublicKey};
use shared::effects::keys::{KeysOperation, KeysOutput};
use shared::effects::store::{
    APART, LogRow, Opened, StoreOperation, StoreOutput, StoreProblem, Write,
};

use super::Memory;

macro_rules! conformance {
    ($name:ident, $make:expr, $($test:ident),+ $(,)?) => {
        mod $name {
            $(
                #[test]
                fn $test() {
                    crate::store::conformance::$test($make);
                }
            )+
        }
    };
    ($name:ident, $make:expr) => {
        $crate::store::conformance::conformance!(
            $name,
            $make,
            a_fresh_store_is_empty,
            what_was_committed_is_there_in_order,
            writes_of_one_commit_happen_in_their_order,
            ranges_reach_from_end_to_end,
            bodies_and_names_may_be_anything,
            what_is_large_lies_apart_until_it_is_asked_for,
            the_devices_own_names_are_refused_whole,
            the_signing_key_stays_until_it_is_renewed,
            erasing_forgets_everything,
            any_commits_equal_the_same_changes_to_a_map,
        );
    };
}
pub(crate) use conformance;

pub(crate) fn open(memory: &mut Memory) -> Opened {
    match memory.store(StoreOperation::Open) {
        StoreOutput::Opened(opened) => opened,
        other => panic!("not opened: {other:?}"),
    }
}

pub(crate) fn commit(memory: &mut Memory, writes: Vec<Write>) {
    assert_eq!(memory.store(StoreOperation::Commit(writes)), StoreOutput::Done);
}

pub(crate) fn append(slot: u64, position: u64, body: &[u8]) -> Write {
    Write::Append { slot, position, body: body.to_vec() }
}

pub(crate) fn put(key: &str, body: &[u8]) -> Write {
    Write::Put { key: key.into(), body: body.to_vec() }
}

fn remove(slot: u64, from: u64, to: u64) -> Write {
    Write::Remove { slot, from, to }
}

fn places(opened: &Opened) -> Vec<(u64, u64)> {
    opened.rows.iter().map(|row| (row.slot, row.position)).collect()
}

pub(crate) fn a_fresh_store_is_empty<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let opened = open(&mut memory);
    assert!(opened.rows.is_empty() && opened.values.is_empty());
}

pub(crate) fn what_was_committed_is_there_in_order<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    commit(&mut memory, vec![append(2, 1, b"c"), append(1, 9, b"b"), put("b", b"2")]);
    commit(&mut memory, vec![]);
    commit(&mut memory, vec![append(1, 2, b"a"), put("a", b"1"), append(APART - 1, 0, b"d")]);
    for _ in 0..2 {
        let opened = open(&mut memory);
        let row = |slot, position, body: &[u8]| LogRow { slot, position, body: body.to_vec() };
        let rows = [row(1, 2, b"a"), row(1, 9, b"b"), row(2, 1, b"c"), row(APART - 1, 0, b"d")];
        assert!(opened.rows == rows, "{:?}", places(&opened));
        assert_eq!(opened.values, [("a".into(), b"1".to_vec()), ("b".into(), b"2".to_vec())]);
    }
}

pub(crate) fn writes_of_one_commit_happen_in_their_order<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let forget = || Write::Forget { key: "draft".into() };
    commit(
        &mut memory,
        vec![append(1, 1, b"old"), append(1, 1, b"new"), put("draft", b"x"), forget()],
    );
    let opened = open(&mut memory);
    assert_eq!(opened.rows[0].body, b"new");
    assert!(opened.values.is_empty());

    commit(&mut memory, vec![remove(1, 0, 5), append(1, 3, b"kept"), forget(), put("draft", b"y")]);
    let opened = open(&mut memory);
    assert_eq!(places(&opened), [(1, 3)]);
    assert_eq!(opened.values, [("draft".into(), b"y".to_vec())]);
}

pub(crate) fn ranges_reach_from_end_to_end<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let positions = [0, 1, 7, i64::MAX.cast_unsigned(), 1 << 63, u64::MAX];
    let all = || positions.map(|p| append(7, p, b"x")).to_vec();
    commit(&mut memory, all());
    commit(&mut memory, vec![append(8, 1, b"another's")]);
    assert_eq!(places(&open(&mut memory)).len(), 7);
    commit(&mut memory, vec![remove(7, 1, (1 << 63) - 1)]);
    assert_eq!(places(&open(&mut memory)), [(7, 0), (7, 1 << 63), (7, u64::MAX), (8, 1)]);
    commit(&mut memory, vec![remove(7, 5, 3), remove(9, 0, u64::MAX)]);
    assert_eq!(places(&open(&mut memory)).len(), 4);
    commit(&mut memory, vec![remove(7, 0, u64::MAX)]);
    assert_eq!(places(&open(&mut memory)), [(8, 1)]);
}

pub(crate) fn bodies_and_names_may_be_anything<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let large = vec![0xA5; 3 << 20];
    let names = ["", "'; DROP TABLE log; --", "zoë 🫁", "a\0b", "a"];
    let mut writes: Vec<_> = names.iter().map(|name| put(name, name.as_bytes())).collect();
    writes.extend([append(0, 0, b""), append(0, 1, &large)]);
    commit(&mut memory, writes);
    let opened = open(&mut memory);
    assert_eq!(opened.rows[0].body, b"");
    assert!(opened.rows[1].body == large);
    assert_eq!(opened.values.len(), names.len());
    assert!(opened.values.iter().all(|(name, body)| name.as_bytes() == body));
}

pub(crate) fn what_is_large_lies_apart_until_it_is_asked_for<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let part = |byte: u8| vec![byte; 128 << 10];
    for slot in [APART, u64::MAX] {
        commit(&mut memory, vec![append(slot, 0, &part(1)), append(slot, 1, &part(2))]);
    }
    commit(&mut memory, vec![append(1, 0, b"small")]);
    assert_eq!(places(&open(&mut memory)), [(1, 0)]);
    let mut row = |slot, position| match memory.store(StoreOperation::Row { slot, position }) {
        StoreOutput::Rows(rows) => rows,
        other => panic!("no rows: {other:?}"),
    };
    for slot in [APART, u64::MAX] {
        assert!(row(slot, 1) == [LogRow { slot, position: 1, body: part(2) }]);
        assert!(row(slot, 2).is_empty());
    }
    assert!(row(1, 0) == [LogRow { slot: 1, position: 0, body: b"small".to_vec() }]);
    commit(&mut memory, vec![remove(APART, 0, u64::MAX)]);
    assert!(rows(&mut memory, APART).is_empty());
    assert_eq!(rows(&mut memory, u64::MAX).len(), 2);
    assert_eq!(memory.store(StoreOperation::Erase), StoreOutput::Done);
    assert!(rows(&mut memory, u64::MAX).is_empty());
}

fn rows(memory: &mut Memory, slot: u64) -> Vec<LogRow> {
    match memory.store(StoreOperation::Rows { slot }) {
        StoreOutput::Rows(rows) => rows,
        other => panic!("no rows: {other:?}"),
    }
}

pub(crate) fn the_devices_own_names_are_refused_whole<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let before = memory.keys(KeysOperation::Public);
    for write in [put("device.seed", b"mine"), Write::Forget { key: "device.check".into() }] {
        let answer = memory.store(StoreOperation::Commit(vec![append(1, 1, b"x"), write]));
        assert_eq!(answer, StoreOutput::Failed(StoreProblem::Unavailable));
    }
    assert!(open(&mut memory).rows.is_empty());
    assert_eq!(memory.keys(KeysOperation::Public), before);
}

fn public(memory: &mut Memory, operation: KeysOperation) -> Vec<u8> {
    match memory.keys(operation) {
        KeysOutput::Public(key) => key,
        other => panic!("no key: {other:?}"),
    }
}

pub(crate) fn the_signing_key_stays_until_it_is_renewed<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let first = public(&mut memory, KeysOperation::Public);
    assert_eq!(public(&mut memory, KeysOperation::Public), first);
    let signed = |memory: &mut Memory| match memory.keys(KeysOperation::Sign(b"a block".to_vec())) {
        KeysOutput::Signature(signature) => signature,
        other => panic!("no signature: {other:?}"),
    };
    let verifies = |key: &[u8], signature: &[u8]| {
        UnparsedPublicKey::new(&ED25519, key).verify(b"a block", signature).is_ok()
    };
    assert!(verifies(&first, &signed(&mut memory)));
    let second = public(&mut memory, KeysOperation::Renew);
    assert_ne!(first, second);
    assert_eq!(public(&mut memory, KeysOperation::Public), second);
    let signature = signed(&mut memory);
    assert!(verifies(&second, &signature) && !verifies(&first, &signature));
    assert!(open(&mut memory).values.is_empty(), "the seed is not the core's to see");
}

pub(crate) fn erasing_forgets_everything<G>(make: impl Fn() -> (Memory, G)) {
    let (mut memory, _guard) = make();
    let key = public(&mut memory, KeysOperation::Public);
    commit(&mut memory, vec![append(1, 1, b"x"), put("a", b"1")]);
    assert_eq!(memory.store(StoreOperation::Erase), StoreOutput::Done);
    let opened = open(&mut memory);
    assert!(opened.rows.is_empty() && opened.values.is_empty());
    assert_ne!(public(&mut memory, KeysOperation::Public), key);
    commit(&mut memory, vec![append(1, 1, b"a new beginning")]);
    assert_eq!(open(&mut memory).rows[0].body, b"a new beginning");
}

/// Small numbers, so that writes meet.
pub(crate) fn any_write() -> impl Strategy<Value = Write> {
    let number = || prop_oneof![0..4_u64, Just(1 << 63), Just(u64::MAX)];
    let body = || proptest::collection::vec(any::<u8>(), 0..40);
    prop_oneof![
        4 => (number(), number(), body())
            .prop_map(|(slot, position, body)| Write::Append { slot, position, body }),
        1 => (number(), number(), number()).prop_map(|(slot, from, to)| remove(slot, from, to)),
        2 => ("[a-c]{0,2}", body()).prop_map(|(key, body)| Write::Put { key, body }),
        1 => "[a-c]{0,2}".prop_map(|key| Write::Forget { key }),
    ]
}

/// What a store should hold.
#[derive(Default)]
pub(crate) struct Model {
    rows: BTreeMap<(u64, u64), Vec<u8>>,
    values: BTreeMap<String, Vec<u8>>,
}

impl Model {
    pub(crate) fn commit(&mut self, writes: &[Write]) {
        for write in writes.iter().cloned() {
            match write {
                Write::Append { slot, position, body } => {
                    self.rows.insert((slot, position), body);
                }
                Write::Remove { slot, from, to } => {
                    self.rows.retain(|(s, p), _| *s != slot || !(from..=to).contains(p));
                }
                Write::Put { key, body } => {
                    self.values.insert(key, body);
                }
                Write::Forget { key } => {
                    self.values.remove(&key);
                }
            }
        }
    }

    pub(crate) fn equals(&self, opened: &Opened) -> bool {
        let rows = opened.rows.iter().map(|row| ((row.slot, row.position), row.body.clone()));
        let mine = self.rows.clone().into_iter().filter(|((slot, _), _)| *slot < APART);
        rows.eq(mine) && opened.values.iter().cloned().eq(self.values.clone())
    }
}

pub(crate) fn any_commits_equal_the_same_changes_to_a_map<G>(make: impl Fn() -> (Memory, G)) {
    let commits = proptest::collection::vec(proptest::collection::vec(any_write(), 0..8), 0..8);
    let run = TestRunner::new(ProptestConfig::with_cases(64)).run(&commits, |commits| {
        let (mut memory, _guard) = make();
        let mut model = Model::default();
        for writes in commits {
            model.commit(&writes);
            commit(&mut memory, writes);
            prop_assert!(model.equals(&open(&mut memory)));
            for slot in [0, APART, u64::MAX] {
                let found = rows(&mut memory, slot).into_iter();
                let found = found.map(|row| ((row.slot, row.position), row.body));
                let mine = model.rows.clone().into_iter().filter(|((of, _), _)| *of == slot);
                prop_assert!(found.eq(mine));
            }
        }
        Ok(())
    });
    run.unwrap();
}
