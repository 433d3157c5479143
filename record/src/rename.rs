//! An operation under another name: for what a copied device wrote after it was
//! copied, and for what a person keeps of what somebody else wrote.

use crate::fields::{Fields, FieldsWriter, Value};
use crate::ids::{OpId, Writer};
use crate::kinds::{self, Ref, Slot};
use crate::op::{Act, KindId, Operation, Touch};

/// The same operation as `by` writes it: its own name, and every name in it, put
/// through `names`. All names that `names` is given are whole: they say their
/// writer. `kind` is that of the entry it belongs to, where it is known: fields
/// that name other entries are then put through `names` too.
#[must_use]
pub fn rename(
    operation: Operation,
    kind: Option<KindId>,
    by: Writer,
    names: impl Fn(OpId) -> OpId,
) -> Operation {
    let was = operation.id.writer;
    let whole = |id: OpId| names(OpId { writer: id.writer.or(was), ..id });
    let touch = |touch: Touch| Touch {
        entry: whole(touch.entry),
        seen: touch.seen.into_iter().map(whole).collect(),
    };
    let kind = match &operation.act {
        Act::Create(kind) => Some(*kind),
        Act::Change(_) | Act::Retract(_) => kind,
    };
    Operation {
        id: names(operation.id),
        payload: payload(&operation.payload, kind, was, by, &names).unwrap_or(operation.payload),
        act: match operation.act {
            Act::Create(kind) => Act::Create(kind),
            Act::Change(of) => Act::Change(touch(of)),
            Act::Retract(of) => Act::Retract(touch(of)),
        },
        ..operation
    }
}

/// None where there is nothing to put otherwise.
fn payload(
    payload: &[u8],
    kind: Option<KindId>,
    was: Writer,
    by: Writer,
    names: impl Fn(OpId) -> OpId,
) -> Option<Vec<u8>> {
    let spec = kinds::spec(kind?)?;
    let is_name =
        |number| spec.fields.iter().any(|field| field.number == number && field.names_entries);
    let fields: Vec<(u16, Value<'_>)> = Fields::of(payload).collect::<Result<_, _>>().ok()?;
    if !fields.iter().any(|(number, _)| is_name(*number)) {
        return None;
    }
    let mut out = FieldsWriter::default();
    for (number, value) in fields {
        let mut reference: Option<Ref> = None;
        if is_name(number) && Ref::add(&mut reference, value, was).is_ok() && reference.is_some() {
            reference.map(|Ref(id)| Ref(names(id))).put(number, by, &mut out);
        } else {
            out.put(number, value);
        }
    }
    Some(out.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Scope;
    use crate::kinds::{Kind, Seen};
    use crate::time::{Happened, Hlc, Zone};

    fn id(writer: u32, counter: u32) -> OpId {
        OpId { writer: Writer(writer), counter }
    }

    fn operation(act: Act, payload: Vec<u8>) -> Operation {
        Operation {
            id: id(5, 12),
            act,
            happened: Happened { at: 1, zone: Zone::new("UTC") },
            recorded: Hlc::new(1_000, 0),
            on_behalf: None,
            payload,
        }
    }

    /// Writer 5's operations from 11 on become writer 9's, from 1.
    fn fork(id: OpId) -> OpId {
        if id.writer == Writer(5) && id.counter >= 11 {
            OpId { writer: Writer(9), counter: id.counter - 10 }
        } else {
            id
        }
    }

    #[test]
    fn its_own_name_and_those_it_touches_are_put_otherwise() {
        let touch = Touch { entry: id(0, 11), seen: vec![id(5, 3), id(7, 20)] };
        let named = rename(operation(Act::Change(touch), vec![]), None, Writer(9), fork);
        assert_eq!(named.id, id(9, 2));
        let touch = Touch { entry: id(9, 1), seen: vec![id(5, 3), id(7, 20)] };
        assert_eq!(named.act, Act::Change(touch));
    }

    #[test]
    fn entries_that_its_fields_name_are_still_the_same_entries() {
        assert_eq!(Seen::SPEC.scope, Scope::Messages);
        for (named, becomes) in [(id(5, 11), id(9, 1)), (id(5, 4), id(5, 4)), (id(7, 2), id(7, 2))]
        {
            let seen = Seen { message: Ref(named) };
            let before = operation(Act::Create(Seen::SPEC.id), seen.payload(Writer(5)));
            let after = rename(before, None, Writer(9), fork);
            let expected = Seen { message: Ref(becomes) };
            assert_eq!(after.payload, expected.payload(Writer(9)));
        }
    }
}
