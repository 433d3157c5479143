//! Reading an entry, with its type, out of the operations that made it.

use serde::{Deserialize, Serialize};

use super::Record;
use super::merge::{FieldMap, Fits, History, Standing};
use super::stream::{Kept, KeptAct, Stream};
use crate::fields::{FieldNumber, Fields, Value};
use crate::ids::{EntryId, Member, OpId, Writer};
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
    /// The newest operation on it: one that none has replaced.
    pub last: Version,
    /// When it happened: as last corrected.
    pub happened: Happened,
    /// Fields with more than one value, each to be shown until resolved. One of
    /// them may be [`HAPPENED`].
    pub conflicts: Vec<Conflict<K>>,
    /// Set where it no longer holds.
    pub retracted: Option<Retraction>,
    /// Set where somebody retracted it while somebody else changed it: it holds,
    /// and the retraction is to be shown beside it until a change or a
    /// retraction that saw both settles it.
    pub disputed: Option<Retraction>,
    /// How many operations made it; more than 1 where it was corrected.
    pub versions: usize,
    /// Its latest operations; empty where there is none but the one that began it.
    tips: Vec<OpId>,
}

/// What somebody saw of an entry, so that what they say of it is said of that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// Which.
    pub entry: EntryId,
    /// Its latest operations, as far as they had them.
    pub seen: Vec<OpId>,
}

impl<K> Entry<K> {
    /// What one sees who sees it as it stands here.
    #[must_use]
    pub fn sight(&self) -> Sight {
        let seen = match self.tips.as_slice() {
            [] => vec![self.created.id],
            tips => tips.to_vec(),
        };
        Sight { entry: self.id, seen }
    }
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

/// Stands as the field of a conflict about when an event happened: the times
/// are those of the versions. No kind has a field with this number.
pub const HAPPENED: FieldSpec =
    FieldSpec { number: 0, name: "happened", merge: Merge::Fixed, names_entries: false };

pub(super) fn version(record: &Record, kept: &Kept) -> Version {
    Version {
        id: kept.id,
        on_behalf: kept.on_behalf,
        happened: Happened { at: kept.happened, zone: record.zone(kept) },
        recorded: kept.recorded,
        arrived: kept.arrived(),
    }
}

fn begins<K: Kind>(first: &Kept) -> bool {
    matches!(first.act, KeptAct::Create(kind) if kind == K::SPEC.id)
}

/// The entry that `first` creates, where it is of this kind and can be read.
pub(super) fn read<K: Kind>(record: &Record, stream: &Stream, first: &Kept) -> Option<Entry<K>> {
    if !begins::<K>(first) {
        return None;
    }
    let OpId { writer, counter } = first.id;
    let id = EntryId { scope: K::SPEC.scope, writer, counter };
    if stream.touching(first.id).is_some() {
        let history = History::of(stream, first)?;
        return read_changed((record, stream), &history, id);
    }
    // Nearly every entry: one operation, read where it lies.
    let mut sound = true;
    let value = K::read(Fields::of(stream.payload(first)).map_while(|field| {
        sound &= field.is_ok();
        field.ok().map(|(number, value)| (number, value, writer))
    }));
    let value = value.ok().filter(|_| sound)?;
    let created = version(record, first);
    Some(Entry {
        id,
        value,
        last: created.clone(),
        happened: created.happened.clone(),
        created,
        conflicts: Vec::new(),
        retracted: None,
        disputed: None,
        versions: 1,
        tips: Vec::new(),
    })
}

/// The entry that `first` creates, as it was to somebody who had seen this much of it.
pub(super) fn read_seen<K: Kind>(
    record: &Record,
    stream: &Stream,
    first: &Kept,
    seen: &[OpId],
) -> Option<Entry<K>> {
    let history = History::of(stream, first).filter(|_| begins::<K>(first))?.seen(seen);
    let OpId { writer, counter } = first.id;
    let id = EntryId { scope: K::SPEC.scope, writer, counter };
    read_changed((record, stream), &history, id)
}

fn read_changed<K: Kind>(
    of: (&Record, &Stream),
    history: &History<'_>,
    id: EntryId,
) -> Option<Entry<K>> {
    let told = Told::of(of, history, &K::SPEC, &fits::<K>)?;
    let value: K = read_all(&told.fields)?;
    let mut conflicts = Vec::with_capacity(told.differs.len());
    for (field, versions) in told.differs {
        let mut values = Vec::with_capacity(versions.len());
        for (version, fields) in versions {
            values.extend(read_all(&fields).map(|value| (version, value)));
        }
        conflicts.push(Conflict { field, values });
    }
    Some(Entry {
        id,
        value,
        created: told.created,
        last: told.last,
        happened: told.happened,
        conflicts,
        retracted: told.retracted,
        disputed: told.disputed,
        versions: told.versions,
        tips: told.tips,
    })
}

/// An entry whose values have no type yet: all that is one copy for every kind.
struct Told<'a> {
    fields: Set<'a>,
    created: Version,
    last: Version,
    happened: Happened,
    /// Fields with more than one value, who set each, and the entry as they would
    /// have it.
    differs: Vec<(FieldSpec, Vec<(Version, Set<'a>)>)>,
    retracted: Option<Retraction>,
    disputed: Option<Retraction>,
    versions: usize,
    tips: Vec<OpId>,
}

impl<'a> Told<'a> {
    fn of(
        (record, stream): (&Record, &Stream),
        history: &History<'a>,
        spec: &KindSpec,
        fits: Fits<'_>,
    ) -> Option<Self> {
        let standing = history.standing(spec, fits)?;
        let fields = chosen(history, &standing, None);
        let version_at = |at: usize| version(record, history.operations[at]);
        let mut differs = Vec::new();
        for field in spec.fields {
            let setters = standing.get(&field.number).map_or(&[][..], Vec::as_slice);
            if setters.len() > 1 {
                let versions = setters.iter().enumerate().map(|(choice, setter)| {
                    let fields = chosen(history, &standing, Some((field.number, choice)));
                    (version_at(setter.at), fields)
                });
                differs.push((*field, versions.collect()));
            }
        }
        let times: Vec<Version> = history.times(spec).iter().map(|at| version_at(*at)).collect();
        let tips = history.tips();
        let retraction = tips.iter().copied().find(|at| history.is_retraction(*at)).map(|at| {
            let kept = history.operations[at];
            Retraction { by: version(record, kept), reason: reason(stream, kept) }
        });
        let holds = tips.iter().any(|at| !history.is_retraction(*at));
        let (retracted, disputed) = if holds { (None, retraction) } else { (retraction, None) };
        let created = version_at(0);
        let happened = times.first().unwrap_or(&created).happened.clone();
        if times.len() > 1 {
            let versions = times.into_iter().map(|version| (version, fields.clone()));
            differs.push((HAPPENED, versions.collect()));
        }
        Some(Self {
            fields,
            last: history.newest(&tips).map_or_else(|| created.clone(), version_at),
            happened,
            created,
            differs,
            retracted,
            disputed,
            versions: history.operations.len(),
            tips: tips.iter().map(|at| history.operations[*at].id).collect(),
        })
    }
}

/// Fields, each with who set it.
pub(super) type Set<'a> = Vec<(FieldNumber, Value<'a>, Writer)>;

fn read_all<K: Kind>(fields: &[(FieldNumber, Value<'_>, Writer)]) -> Option<K> {
    K::read_from(&mut fields.iter().copied()).ok()
}

/// Whether fields can be read as this kind.
pub(super) fn fits<K: Kind>(fields: &Set<'_>) -> bool {
    read_all::<K>(fields).is_some()
}

/// The fields of an entry after a change, nothing else having happened.
pub(super) fn changed<'a>(
    (creator, beginning): (Writer, &FieldMap<'a>),
    (author, change): (Writer, &FieldMap<'a>),
) -> Set<'a> {
    let kept = beginning.iter().filter(|(number, _)| !change.contains(number));
    kept.map(|(number, values)| (number, values, creator))
        .chain(change.iter().map(|(number, values)| (number, values, author)))
        .flat_map(|(number, values, by)| values.iter().map(move |value| (*number, *value, by)))
        .collect()
}

/// The fields of an entry as they stand, with `choice` standing for one of them.
fn chosen<'a>(
    history: &History<'a>,
    standing: &Standing<'a>,
    choice: Option<(FieldNumber, usize)>,
) -> Set<'a> {
    let mut fields = Vec::new();
    for (number, setters) in standing.iter() {
        let at = match choice {
            Some((field, at)) if field == *number => at,
            _ => 0,
        };
        let Some(setter) = setters.get(at) else { continue };
        let by = history.operations[setter.at].id.writer;
        fields.extend(setter.values.iter().map(|value| (*number, *value, by)));
    }
    fields
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
