//! What the server holds, and what follows from it, worked out in the plainest
//! way there is: not by the code under test.

use std::collections::{BTreeMap, BTreeSet};

use record::fields::{Fields, Value};
use record::kinds::Share;
use record::op::Act;
use record::stream::{Cursor, Head, Placed};
use record::sync::Request;
use record::{Member, OpId, Operation, RecordId, Scope, Scopes, Writer};
use server::clock::Moment;
use server::records::{Role, Standing};
use server::refused::Refused;
use server::sync::{fold, pull, push};

use crate::service::Service;

/// A record as the server holds it.
pub(super) type Truth = BTreeMap<Scope, (Head, Vec<Placed>)>;

/// Everything that the server holds of a record. None where it cannot be read.
pub(super) fn of(service: &Service, record: RecordId) -> Option<Truth> {
    let standing = Standing {
        record,
        member: Member::PERSON,
        role: Role::Person,
        see: Scopes::ALL,
        add: Scopes::ALL,
        open: true,
    };
    let request = Request {
        record,
        writer: Writer::SERVER,
        writers: 0,
        cursors: Scope::ALL.into_iter().map(|scope| (scope, Cursor::default())).collect(),
        ..Request::default()
    };
    let answer = service.look(move |page| {
        pull::answer(page, &standing, &request, &push::Taken::default(), Moment(0))
    });
    let parts = answer.ok()?.streams.into_iter();
    Some(parts.map(|part| (part.scope, (part.head, part.blocks))).collect())
}

/// What a member may see and add to, as the person's consents stand: only what
/// every standing value of every field allows.
pub(super) fn consent(service: &Service, record: RecordId, member: Member) -> (Scopes, Scopes) {
    let folded = service.look(move |page| Ok::<_, Refused>(fold(page, record, Scope::Sharing)?));
    let Ok(folded) = folded else { return (Scopes::NONE, Scopes::NONE) };
    let (mut see, mut add) = (Scopes::NONE, Scopes::NONE);
    for entry in folded.current::<Share>() {
        if entry.value.member != member {
            continue;
        }
        let all = entry.conflicts.iter().flat_map(|conflict| &conflict.values);
        let (sees, adds) = all
            .map(|(_, share)| share)
            .fold((entry.value.see, entry.value.add), |(see, add), share| {
                (see.and(share.see), add.and(share.add))
            });
        see = see.or(sees);
        add = add.or(adds.and(sees));
    }
    (see, add.without(Scopes::of(&[Scope::Sharing])))
}

/// The first field of an operation, where it sets it.
fn first_field(operation: &Operation) -> Option<Vec<u8>> {
    Fields::of(&operation.payload).flatten().find_map(|(number, value)| match (number, value) {
        (1, Value::Bytes(bytes)) => Some(bytes.to_vec()),
        _ => None,
    })
}

/// The values of an entry's first field that nobody has replaced, by walking
/// what each operation says it had seen.
pub(super) fn standing(operations: &[&Operation], entry: OpId) -> BTreeSet<Vec<u8>> {
    let of_entry: BTreeMap<OpId, &Operation> = operations
        .iter()
        .filter(|operation| {
            operation.id == entry || operation.act.touch().is_some_and(|touch| touch.entry == entry)
        })
        .map(|operation| (operation.id, *operation))
        .collect();
    let parents = |id: OpId| -> Vec<OpId> {
        let touch = of_entry.get(&id).and_then(|operation| operation.act.touch());
        touch.map_or_else(Vec::new, |touch| {
            touch.seen.iter().copied().chain([entry]).filter(|seen| *seen != id).collect()
        })
    };
    let mut replaced = BTreeSet::new();
    for (id, operation) in &of_entry {
        if first_field(operation).is_none() || matches!(operation.act, Act::Retract(_)) {
            continue;
        }
        let mut walk = parents(*id);
        let mut walked = BTreeSet::new();
        while let Some(at) = walk.pop() {
            if walked.insert(at) {
                walk.extend(parents(at));
            }
        }
        replaced.extend(walked);
    }
    of_entry
        .iter()
        .filter(|(id, operation)| {
            !replaced.contains(*id) && !matches!(operation.act, Act::Retract(_))
        })
        .filter_map(|(_, operation)| first_field(operation))
        .collect()
}
