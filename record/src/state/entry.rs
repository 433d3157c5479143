//! Reading an entry out of the operations that made it.
//!
//! Each change names the operations that it saw. An operation is *replaced* for
//! a field by a later one that sets the field and has it among its ancestors;
//! what is left are the field's concurrent values. `latest` fields then show
//! one, the rest show all.

use std::collections::BTreeMap;

use super::{Kept, KeptAct, Record, Stream};
use crate::fields::{FieldNumber, Fields, Value};
use crate::ids::{EntryId, Member, OpId, Scope, Writer};
use crate::kinds::{FieldSpec, Kind, KindSpec, Merge};
use crate::time::{Happened, Hlc};

/// An entry as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<K> {
    /// Its name.
    pub id: EntryId,
    /// Its fields. Where a field has several values, the one that every replica
    /// picks; the others are in `conflicts`.
    pub value: K,
    /// The operation that began it.
    pub created: Version,
    /// The newest operation on it.
    pub last: Version,
    /// When it happened: as last corrected.
    pub happened: Happened,
    /// Fields with more than one value, each to be shown until resolved.
    pub conflicts: Vec<Conflict<K>>,
    /// Set where it no longer holds.
    pub retracted: Option<Retraction>,
    /// How many operations made it; more than 1 where it was corrected.
    pub versions: usize,
}

/// One operation on an entry: who, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which.
    pub id: OpId,
    /// For whom the writer wrote it, where not for themselves.
    pub on_behalf: Option<Member>,
    /// When it happened.
    pub happened: Happened,
    /// When it was written down, by the writer's clock.
    pub recorded: Hlc,
    /// When the server had it, milliseconds since 1970; none while only this
    /// device does.
    pub arrived: Option<i64>,
}

/// A field with more than one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict<K> {
    /// Which field.
    pub field: FieldSpec,
    /// The entry as each of them would have it, with who said so.
    pub values: Vec<(Version, K)>,
}

/// Why an entry no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retraction {
    /// Who said so, and when.
    pub by: Version,
    /// Why, in their words.
    pub reason: String,
}

/// Indexes of the operations on an entry: the creating one first, then the
/// others by clock, writer, counter.
fn gather(stream: &Stream, created: OpId) -> Option<Vec<&Kept>> {
    let first = stream.find(created)?;
    if !matches!(first.act, KeptAct::Create(_)) {
        return None;
    }
    let mut all = vec![first];
    if let Some(touches) = stream.touches.get(&created) {
        all.extend(touches.iter().filter_map(|index| stream.operations.get(*index as usize)));
        all[1..].sort_by_key(|kept| (kept.recorded, kept.id));
    }
    Some(all)
}

/// For each operation, which of the others are its ancestors (by index).
fn ancestors(all: &[&Kept]) -> Vec<Vec<bool>> {
    let place: BTreeMap<OpId, usize> = all.iter().enumerate().map(|(i, k)| (k.id, i)).collect();
    let mut known: Vec<Vec<bool>> = vec![vec![false; all.len()]; all.len()];
    for (start, row) in known.iter_mut().enumerate() {
        let mut queue = vec![start];
        while let Some(at) = queue.pop() {
            let Some(touch) = all.get(at).and_then(|kept| kept.act.touch()) else {
                continue;
            };
            // Whatever it names, it has seen the beginning.
            for id in touch.seen.iter().chain([&touch.entry]) {
                if let Some(&parent) = place.get(id)
                    && parent != start
                    && !row[parent]
                {
                    row[parent] = true;
                    queue.push(parent);
                }
            }
        }
    }
    known
}

/// Those that no other among them has for an ancestor.
fn maximal(candidates: &[usize], known: &[Vec<bool>]) -> Vec<usize> {
    candidates.iter().copied().filter(|a| !candidates.iter().any(|b| known[*b][*a])).collect()
}

pub(super) fn tips(stream: &Stream, created: OpId) -> Vec<OpId> {
    let Some(all) = gather(stream, created) else {
        return vec![created];
    };
    if all.len() == 1 {
        return vec![created];
    }
    let known = ancestors(&all);
    let everything: Vec<usize> = (0..all.len()).collect();
    let mut ids: Vec<OpId> = maximal(&everything, &known).into_iter().map(|i| all[i].id).collect();
    ids.sort();
    ids
}

type FieldValues<'a> = Vec<Value<'a>>;

/// The values that each operation gives each field.
fn fields_of<'a>(
    stream: &'a Stream,
    kept: &Kept,
) -> Option<BTreeMap<FieldNumber, FieldValues<'a>>> {
    let mut fields: BTreeMap<FieldNumber, FieldValues<'a>> = BTreeMap::new();
    for field in Fields::of(stream.payload(kept)) {
        let (number, value) = field.ok()?;
        fields.entry(number).or_default().push(value);
    }
    Some(fields)
}

/// An entry's fields, merged: for each field the operations whose values stand,
/// the one to show first.
struct Merged<'a> {
    standing: BTreeMap<FieldNumber, Vec<(usize, FieldValues<'a>)>>,
}

fn merge<'a>(
    stream: &'a Stream,
    all: &[&Kept],
    known: &[Vec<bool>],
    spec: &KindSpec,
) -> Option<Merged<'a>> {
    let mut setters: BTreeMap<FieldNumber, Vec<(usize, FieldValues<'a>)>> = BTreeMap::new();
    for (i, kept) in all.iter().enumerate() {
        if matches!(kept.act, KeptAct::Retract(_)) {
            continue;
        }
        // A change that cannot be read is passed over; the rest of the entry stands.
        let Some(fields) = fields_of(stream, kept) else {
            if i == 0 {
                return None;
            }
            continue;
        };
        for (number, values) in fields {
            setters.entry(number).or_default().push((i, values));
        }
    }
    for (number, setters) in &mut setters {
        if setters.len() == 1 {
            continue;
        }
        let who: Vec<usize> = setters.iter().map(|(i, _)| *i).collect();
        let standing = maximal(&who, known);
        setters.retain(|(i, _)| standing.contains(i));
        if spec.merge(*number) == Merge::Latest {
            setters.sort_by_key(|(i, _)| {
                let kept = all[*i];
                let sure = kept.arrived.is_none_or(|at| !kept.recorded.is_suspect(at));
                std::cmp::Reverse((sure, kept.recorded, kept.id))
            });
            setters.truncate(1);
        } else {
            // Not by any clock: the order is only for all replicas to agree.
            setters.sort_by_key(|(i, _)| all[*i].id);
            // Two who said the same do not disagree.
            let mut distinct: Vec<(usize, FieldValues<'a>)> = Vec::new();
            for (i, values) in setters.drain(..) {
                if distinct.iter().all(|(_, seen)| *seen != values) {
                    distinct.push((i, values));
                }
            }
            *setters = distinct;
        }
    }
    Some(Merged { standing: setters })
}

impl<'a> Merged<'a> {
    /// The fields, with `choice` standing for one field.
    fn read<K: Kind>(&self, all: &[&Kept], choice: Option<(FieldNumber, usize)>) -> Option<K> {
        let fields = self.standing.iter().flat_map(|(number, setters)| {
            let at = match choice {
                Some((field, at)) if field == *number => at,
                _ => 0,
            };
            let chosen = setters.get(at).or_else(|| setters.first());
            chosen
                .into_iter()
                .flat_map(move |(i, values)| values.iter().map(move |value| (*number, *value, *i)))
        });
        K::read(fields.map(|(number, value, i)| (number, value, all[i].id.writer))).ok()
    }
}

fn version(record: &Record, kept: &Kept) -> Version {
    Version {
        id: kept.id,
        on_behalf: kept.on_behalf,
        happened: Happened { at: kept.happened, zone: record.zone(kept) },
        recorded: kept.recorded,
        arrived: kept.arrived,
    }
}

pub(super) fn read<K: Kind>(
    record: &Record,
    stream: &Stream,
    id: EntryId,
    spec: &KindSpec,
) -> Option<Entry<K>> {
    let first = stream.find(id.created_by())?;
    match first.act {
        KeptAct::Create(kind) if kind == spec.id => {}
        _ => return None,
    }
    let created = version(record, first);
    if !stream.touches.contains_key(&first.id) {
        // Nearly every entry: one operation, read where it lies.
        let writer: Writer = first.id.writer;
        let mut sound = true;
        let value = K::read(Fields::of(stream.payload(first)).map_while(|field| {
            sound &= field.is_ok();
            field.ok().map(|(number, value)| (number, value, writer))
        }));
        return Some(Entry {
            id,
            value: value.ok().filter(|_| sound)?,
            last: created.clone(),
            happened: created.happened.clone(),
            created,
            conflicts: Vec::new(),
            retracted: None,
            versions: 1,
        });
    }
    let all = gather(stream, first.id)?;
    let known = ancestors(&all);
    let merged = merge(stream, &all, &known, spec)?;
    let everything: Vec<usize> = (0..all.len()).collect();
    let tips = maximal(&everything, &known);
    let retracted = tips
        .iter()
        .all(|i| matches!(all[*i].act, KeptAct::Retract(_)))
        .then(|| tips.iter().map(|i| all[*i]).min_by_key(|kept| kept.id))
        .flatten()
        .map(|kept| Retraction { by: version(record, kept), reason: reason(stream, kept) });
    // The newest change that holds says when it happened.
    let changes: Vec<usize> = everything
        .iter()
        .copied()
        .filter(|i| !matches!(all[*i].act, KeptAct::Retract(_)))
        .collect();
    let happened = maximal(&changes, &known)
        .into_iter()
        .map(|i| all[i])
        .max_by_key(|kept| kept.id)
        .map_or_else(|| created.happened.clone(), |kept| version(record, kept).happened);
    let conflicts = spec
        .fields
        .iter()
        .filter_map(|field| {
            let setters = merged.standing.get(&field.number)?;
            (setters.len() > 1).then(|| Conflict {
                field: *field,
                values: setters
                    .iter()
                    .enumerate()
                    .filter_map(|(at, (i, _))| {
                        let value = merged.read::<K>(&all, Some((field.number, at)))?;
                        Some((version(record, all[*i]), value))
                    })
                    .collect(),
            })
        })
        .collect();
    let last = all.iter().max_by_key(|kept| (kept.recorded, kept.id))?;
    Some(Entry {
        id,
        value: merged.read(&all, None)?,
        created,
        last: version(record, last),
        happened,
        conflicts,
        retracted,
        versions: all.len(),
    })
}

fn reason(stream: &Stream, kept: &Kept) -> String {
    Fields::of(stream.payload(kept))
        .flatten()
        .find_map(|(number, value)| match (number, value) {
            (1, Value::Bytes(bytes)) => std::str::from_utf8(bytes).ok().map(str::to_owned),
            _ => None,
        })
        .unwrap_or_default()
}

/// Every entry of a stream with every standing value, in words; for comparing
/// replicas, whatever kinds they know.
pub(super) fn describe(record: &Record, stream: &Stream, scope: Scope) -> Vec<String> {
    let created = stream.operations.iter().filter_map(|kept| match kept.act {
        KeptAct::Create(kind) => Some((kept.id, kind)),
        _ => None,
    });
    let mut lines = Vec::new();
    for (id, kind) in created {
        let spec = crate::kinds::spec(kind).copied().unwrap_or(KindSpec {
            id: kind,
            name: "unknown",
            scope,
            fields: &[],
        });
        let Some(all) = gather(stream, id) else { continue };
        let known = ancestors(&all);
        let happened = version(record, all[0]).happened;
        let standing = merge(stream, &all, &known, &spec).map(|merged| {
            merged
                .standing
                .iter()
                .map(|(number, setters)| {
                    let values: Vec<String> = setters
                        .iter()
                        .map(|(i, values)| format!("{:?}={values:?}", all[*i].id))
                        .collect();
                    format!("{number}: {}", values.join(" | "))
                })
                .collect::<Vec<_>>()
        });
        lines.push(format!(
            "{scope:?} {id:?} {} {happened:?} tips {:?} {standing:?}",
            spec.name,
            tips(stream, id)
        ));
    }
    // Touches whose entry is not here yet are state too.
    for (entry, touches) in &stream.touches {
        if stream.find(*entry).is_none() {
            let mut ids: Vec<OpId> = touches
                .iter()
                .filter_map(|i| stream.operations.get(*i as usize))
                .map(|kept| kept.id)
                .collect();
            ids.sort();
            lines.push(format!("{scope:?} {entry:?} awaited by {ids:?}"));
        }
    }
    lines
}
