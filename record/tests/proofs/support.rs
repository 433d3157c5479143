//! A few people writing about one entry, for the tests of merging.

use record::block::encode;
use record::fields::{FieldsWriter, Value, brought_in};
use record::kinds::{DiaryNote, Kind, Reading, Ref, Tracker};
use record::kinds::{DiaryTopic, Measure, Unit};
use record::op::{Act, Operation, Touch};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, KindId, OpId, Record, Scope, Writer};

/// Monday 5 January 2026, 08:00 UTC, in milliseconds.
pub(crate) const MONDAY: i64 = 1_767_600_000_000;

pub(crate) fn op(writer: u32, counter: u32) -> OpId {
    OpId { writer: Writer(writer), counter }
}

pub(crate) fn london(at: i64) -> Happened {
    Happened { at, zone: Zone::new("Europe/London") }
}

/// The number the server gave to a writer's device, and what it has written.
pub(crate) struct Pen {
    writer: Writer,
    scope: Scope,
    counter: u32,
    clock: i64,
    happened: i64,
}

impl Pen {
    pub(crate) fn new(writer: u32, scope: Scope) -> Self {
        Self { writer: Writer(writer), scope, counter: 0, clock: MONDAY, happened: MONDAY / 1000 }
    }

    /// From here on its clock says this, milliseconds after Monday.
    pub(crate) fn at(&mut self, ms: i64) -> &mut Self {
        self.clock = MONDAY + ms;
        self
    }

    /// From here on what it writes happened so many seconds after Monday.
    pub(crate) fn happened(&mut self, seconds: i64) -> &mut Self {
        self.happened = MONDAY / 1000 + seconds;
        self
    }

    fn write(&mut self, act: Act, payload: Vec<u8>) -> (OpId, Vec<u8>) {
        self.counter += 1;
        self.clock += 1;
        let id = OpId { writer: self.writer, counter: self.counter };
        let operation = Operation {
            id,
            act,
            happened: london(self.happened),
            recorded: Hlc::new(self.clock, 0),
            on_behalf: None,
            payload,
        };
        (id, encode(self.scope, self.writer, &[operation]).unwrap())
    }

    pub(crate) fn create<K: Kind>(&mut self, value: &K) -> (OpId, Vec<u8>) {
        let payload = value.payload(self.writer);
        self.write(Act::Create(K::SPEC.id), payload)
    }

    pub(crate) fn bring_in<K: Kind>(&mut self, value: &K) -> (OpId, Vec<u8>) {
        let payload = brought_in(value.payload(self.writer));
        self.write(Act::Create(K::SPEC.id), payload)
    }

    pub(crate) fn create_bytes(&mut self, kind: u16, payload: Vec<u8>) -> (OpId, Vec<u8>) {
        self.write(Act::Create(KindId(kind)), payload)
    }

    pub(crate) fn change<K: Kind>(
        &mut self,
        entry: OpId,
        seen: &[OpId],
        old: &K,
        new: &K,
    ) -> (OpId, Vec<u8>) {
        let payload = new.payload_from(old, self.writer);
        self.change_bytes(entry, seen, payload)
    }

    pub(crate) fn change_bytes(
        &mut self,
        entry: OpId,
        seen: &[OpId],
        payload: Vec<u8>,
    ) -> (OpId, Vec<u8>) {
        self.write(Act::Change(Touch { entry, seen: seen.to_vec() }), payload)
    }

    pub(crate) fn retract(&mut self, entry: OpId, seen: &[OpId], why: &str) -> (OpId, Vec<u8>) {
        let mut fields = FieldsWriter::default();
        fields.put(1, Value::Bytes(why.as_bytes()));
        self.write(Act::Retract(Touch { entry, seen: seen.to_vec() }), fields.finish())
    }
}

/// Folds these in every order and checks that it makes no difference.
pub(crate) fn fold(drafts: &[&[u8]]) -> Record {
    let folded = in_order(drafts);
    let mut order: Vec<&[u8]> = drafts.to_vec();
    permute(&mut order, 0, &mut |order| {
        assert_eq!(in_order(order).fingerprint(), folded.fingerprint());
    });
    folded
}

fn in_order(drafts: &[&[u8]]) -> Record {
    let mut record = Record::new(Writer(9));
    for draft in drafts {
        record.apply(draft, Some(MONDAY + 60_000)).unwrap();
    }
    record
}

fn permute(items: &mut Vec<&[u8]>, from: usize, visit: &mut impl FnMut(&[&[u8]])) {
    if from == items.len() {
        visit(items);
    }
    for at in from..items.len() {
        items.swap(from, at);
        permute(items, from + 1, visit);
        items.swap(from, at);
    }
}

pub(crate) fn entry(scope: Scope, id: OpId) -> EntryId {
    EntryId { scope, writer: id.writer, counter: id.counter }
}

pub(crate) fn note(text: &str) -> DiaryNote {
    DiaryNote { topic: DiaryTopic::Note, text: text.to_owned(), mood: None, amount: None }
}

pub(crate) fn reading(tracker: OpId, value: &str) -> Reading {
    Reading {
        tracker: Ref(tracker),
        value: value.parse().unwrap(),
        second: None,
        third: None,
        context: None,
        note: None,
    }
}

pub(crate) fn tracker(name: &str) -> Tracker {
    Tracker {
        measure: Measure::Own,
        name: Some(name.to_owned()),
        unit: Unit::None,
        unit_name: None,
        least: None,
        most: None,
        place: None,
        put_away: None,
    }
}
