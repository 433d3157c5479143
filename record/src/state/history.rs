//! Every operation as it is held, of known kinds and unknown ones: for copying
//! a record out whole, and for telling what was ever written.

use super::Record;
use super::stream::KeptAct;
use crate::ids::{Member, OpId, Scope};
use crate::op::Act;
use crate::time::{Happened, Hlc};

/// One operation as it is held.
#[derive(Clone, PartialEq, Eq)]
pub struct Held<'a> {
    /// Its name within its stream.
    pub id: OpId,
    /// What it does.
    pub act: Act,
    /// When it happened.
    pub happened: Happened,
    /// When it was written down, by the writer's clock.
    pub recorded: Hlc,
    /// When the server had it, milliseconds since 1970; none while only this
    /// device does.
    pub arrived: Option<i64>,
    /// For whom the writer wrote it, where not for themselves.
    pub on_behalf: Option<Member>,
    /// The fields it sets.
    pub payload: &'a [u8],
    /// Whether it began what another stands for: the same, brought in on two devices.
    pub double: bool,
}

impl std::fmt::Debug for Held<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The payload is somebody's health.
        write!(f, "Held({}.{}, {} bytes)", self.id.writer.0, self.id.counter, self.payload.len())
    }
}

impl Record {
    /// The entries of a stream that were changed or retracted, by what created
    /// them: those that may no longer be what they were at first.
    pub fn touched(&self, scope: Scope) -> impl Iterator<Item = OpId> {
        self.stream(scope).touched()
    }

    /// A number that grows whenever of two that were brought in alike another one
    /// stands than before.
    #[must_use]
    pub fn doubles_changed(&self, scope: Scope) -> u32 {
        self.stream(scope).doubles_changed()
    }

    /// The operations of a stream, in the order in which they came here.
    #[must_use]
    pub fn history(&self, scope: Scope) -> impl DoubleEndedIterator<Item = Held<'_>> {
        let stream = self.stream(scope);
        stream.operations.iter().filter_map(move |kept| {
            Some(Held {
                id: kept.id,
                act: match kept.act {
                    KeptAct::Create(kind) => Act::Create(kind),
                    KeptAct::Change(_) => Act::Change(stream.touch(kept)?.clone()),
                    KeptAct::Retract(_) => Act::Retract(stream.touch(kept)?.clone()),
                },
                happened: Happened { at: kept.happened, zone: self.zone(kept) },
                recorded: kept.recorded,
                arrived: kept.arrived(),
                on_behalf: kept.on_behalf,
                payload: stream.payload(kept),
                double: stream.is_double(kept),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Writer;
    use crate::op::{KindId, Operation, Touch};
    use crate::time::Zone;

    #[test]
    fn every_operation_is_held_as_it_was_written() {
        let mut record = Record::new(Writer(3));
        let operation = |counter, act, payload: &[u8]| Operation {
            id: OpId { writer: Writer(3), counter },
            act,
            happened: Happened { at: 1_000 + i64::from(counter), zone: Zone::new("Asia/Kolkata") },
            recorded: Hlc::new(5_000, 0).next(i64::from(counter) * 9_000),
            on_behalf: Some(Member(2)),
            payload: payload.to_vec(),
        };
        let first = OpId { writer: Writer(3), counter: 1 };
        let touch = Touch { entry: first, seen: vec![first] };
        let written = vec![
            // A kind of a newer app.
            operation(1, Act::Create(KindId(999)), &[4, 7]),
            operation(2, Act::Change(touch.clone()), &[4, 8]),
            operation(3, Act::Retract(touch), &[]),
        ];
        record.write(Scope::Diary, &written).unwrap();
        let held: Vec<Operation> = record
            .history(Scope::Diary)
            .map(|held| {
                assert_eq!(held.arrived, None);
                Operation {
                    id: held.id,
                    act: held.act,
                    happened: held.happened,
                    recorded: held.recorded,
                    on_behalf: held.on_behalf,
                    payload: held.payload.to_vec(),
                }
            })
            .collect();
        assert!(held == written);
        assert_eq!(record.history(Scope::Plan).count(), 0);
    }
}
