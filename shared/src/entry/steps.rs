//! How an entry came to be what it is: who wrote and corrected it, and when.

use record::few::Few;
use record::fields::{FieldNumber, Fields, Value};
use record::kinds::Written;
use record::op::Act;
use record::time::{Happened, Hlc};
use record::{EntryId, OpId, Record, Writer};

use super::by::By;
use super::sight::Told;
use crate::words::Words;
use record::sort;

/// One operation on an entry.
pub(super) struct Step {
    /// Which.
    pub(super) id: OpId,
    /// Who, and for whom.
    pub(super) by: By,
    /// When it was written down, by the writer's clock.
    pub(super) recorded: Hlc,
    /// When it happened, as the writer had it.
    pub(super) happened: Happened,
    /// What was done.
    pub(super) did: Did,
}

/// What an operation did.
pub(super) enum Did {
    /// Wrote it, or corrected it: the entry as the writer then had it, in one
    /// line.
    Wrote(String),
    /// Crossed it out, for a reason.
    CrossedOut(String),
}

/// An entry of some kind in one line; none where this app cannot read it.
pub(super) type Said = fn(&mut Written<'_, '_>, &Words, &Record) -> Option<String>;

/// That of a kind.
pub(super) fn said<K: Told>(
    fields: &mut Written<'_, '_>,
    words: &Words,
    record: &Record,
) -> Option<String> {
    K::read_from(fields).ok().map(|value| value.text(words, record))
}

type State<'a> = Few<FieldNumber, (Writer, Vec<Value<'a>>)>;

/// The operations on an entry, oldest first by their writers' clocks. One that
/// this app cannot read is passed over.
pub(super) fn steps(words: &Words, record: &Record, id: EntryId, said: Said) -> Vec<Step> {
    let entry = record.own(id).created_by();
    let mut held: Vec<_> = record
        .history(id.scope)
        .filter(|held| match &held.act {
            Act::Create(_) => held.id == entry,
            Act::Change(touch) | Act::Retract(touch) => touch.entry == entry,
        })
        .collect();
    sort::by_key(&mut held, |held| (held.id != entry, held.recorded, held.id));
    let mut states: Few<OpId, State<'_>> = Few::default();
    let mut steps = Vec::new();
    for held in held {
        // What the writer had seen, later writing over earlier.
        let mut state = State::default();
        if let Act::Change(touch) | Act::Retract(touch) = &held.act {
            for seen in [&touch.entry].into_iter().chain(&touch.seen) {
                if let Some(before) = states.get(seen) {
                    state.extend(before.clone());
                }
            }
        }
        let retracts = matches!(held.act, Act::Retract(_));
        let mut set: Few<FieldNumber, Vec<Value<'_>>> = Few::default();
        let mut reason = String::new();
        for (number, value) in Fields::of(held.payload).flatten() {
            match value {
                Value::Bytes(bytes) if retracts && number == 1 => {
                    reason = String::from_utf8_lossy(bytes).into_owned();
                }
                _ if retracts => {}
                _ => set.or_default(number).push(value),
            }
        }
        for (number, values) in set {
            state.insert(number, (held.id.writer, values));
        }
        let mut fields = Vec::new();
        for (number, (writer, values)) in state.iter() {
            fields.extend(values.iter().map(|value| (*number, *value, *writer)));
        }
        let did = match said(&mut fields.into_iter(), words, record) {
            _ if retracts => Did::CrossedOut(reason),
            Some(text) => Did::Wrote(text),
            None => continue,
        };
        states.insert(held.id, state);
        let by = By::from(&held);
        steps.push(Step { id: held.id, by, recorded: held.recorded, happened: held.happened, did });
    }
    steps
}
