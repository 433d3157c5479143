//! How operations fold into entries.
//!
//! The state is a function of the *set* of operations: merging is commutative,
//! associative and idempotent, because nothing is decided when an operation
//! arrives. It is kept, and entries are read out of what is kept ([`entry`]).
//!
//! Laid out for one person's whole life in memory: operations in one list,
//! payloads end to end in one arena, entries found by number. Folding ten years
//! (73,000 operations) takes a few milliseconds.

mod entry;
mod ids;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::Arc;

pub use entry::{Conflict, Entry, Retraction, Version};

use crate::block::{self, Header, Operations};
use crate::codec::DecodeError;
use crate::ids::{EntryId, Member, OpId, Scope, Writer};
use crate::kinds::{self, Kind};
use crate::op::{Act, KindId, Operation, Touch};
use crate::time::{Hlc, Zone};
use ids::IdMap;

/// One person's record, as far as this replica holds it.
#[derive(Debug, Default)]
pub struct Record {
    me: Writer,
    streams: [Stream; Scope::ALL.len()],
    zones: Vec<Zone>,
}

/// One operation as it is kept.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) id: OpId,
    act: KeptAct,
    pub(crate) happened: i64,
    zone: u16,
    pub(crate) recorded: Hlc,
    /// When the server had it; none while only this device does.
    pub(crate) arrived: Option<i64>,
    pub(crate) on_behalf: Option<Member>,
    payload: (u32, u32),
}

#[derive(Debug, Clone)]
enum KeptAct {
    Create(KindId),
    Change(Box<Touch>),
    Retract(Box<Touch>),
}

impl KeptAct {
    fn touch(&self) -> Option<&Touch> {
        match self {
            Self::Create(_) => None,
            Self::Change(touch) | Self::Retract(touch) => Some(touch),
        }
    }
}

/// One scope's operations.
#[derive(Debug, Default)]
struct Stream {
    operations: Vec<Kept>,
    by_id: IdMap,
    /// Operations that touch an entry, by the entry, in any order.
    touches: HashMap<OpId, Vec<u32>>,
    /// Operations that create an entry, by kind, as they came.
    by_kind: HashMap<KindId, Vec<u32>>,
    arena: Vec<u8>,
    /// The last counter of this device's own writing.
    mine: u32,
    /// Operations that came with other bytes than before under the same id.
    clashes: Vec<OpId>,
}

/// What applying a block did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    /// What the block says of itself.
    pub header: Header,
    /// How many of its operations were new.
    pub new: u32,
}

impl Record {
    /// An empty record, as seen by the device with this number
    /// ([`Writer::ME`] before it has one).
    #[must_use]
    pub fn new(me: Writer) -> Self {
        Self { me, ..Self::default() }
    }

    /// This device's number.
    #[must_use]
    pub fn me(&self) -> Writer {
        self.me
    }

    fn stream(&self, scope: Scope) -> &Stream {
        &self.streams[usize::from(scope.code() - 1)]
    }

    fn stream_mut(&mut self, scope: Scope) -> &mut Stream {
        &mut self.streams[usize::from(scope.code() - 1)]
    }

    /// Takes in a draft, or a block's unsigned part. All of it is read before
    /// any of it is kept.
    ///
    /// `arrived` is when the server had it, milliseconds since 1970; none for
    /// what only this device has.
    ///
    /// # Errors
    /// [`DecodeError`] where it cannot be read; then nothing has changed.
    pub fn apply(&mut self, draft: &[u8], arrived: Option<i64>) -> Result<Applied, DecodeError> {
        let me = self.me;
        let mut walk = Operations::of(draft)?;
        let header = walk.header;
        let author = header.writer.or(me);
        let stream_index = usize::from(header.scope.code() - 1);
        let (mark_ops, mark_arena) = {
            let stream = &self.streams[stream_index];
            (stream.operations.len(), stream.arena.len())
        };
        let mut zone_map: Vec<u16> = Vec::with_capacity(walk.zones.len());
        for zone in &walk.zones {
            let at = self.zones.iter().position(|known| known == zone);
            let at = at.unwrap_or_else(|| {
                self.zones.push(zone.clone());
                self.zones.len() - 1
            });
            zone_map.push(u16::try_from(at).map_err(|_| DecodeError::TooLarge)?);
        }
        let stream = &mut self.streams[stream_index];
        stream.operations.reserve(header.count as usize);
        while let Some(view) = walk.next() {
            let kept = view.and_then(|view| {
                let start = stream.arena.len();
                stream.arena.extend_from_slice(view.payload);
                let end = u32::try_from(stream.arena.len()).map_err(|_| DecodeError::TooLarge)?;
                let own = |id: OpId| OpId { writer: id.writer.or(author), ..id };
                let touch = |touch: Touch| {
                    Box::new(Touch {
                        entry: own(touch.entry),
                        seen: touch.seen.into_iter().map(own).collect(),
                    })
                };
                Ok(Kept {
                    id: own(view.id),
                    act: match view.act {
                        Act::Create(kind) => KeptAct::Create(kind),
                        Act::Change(t) => KeptAct::Change(touch(t)),
                        Act::Retract(t) => KeptAct::Retract(touch(t)),
                    },
                    happened: view.happened,
                    zone: *zone_map.get(view.zone).ok_or(DecodeError::Number)?,
                    recorded: view.recorded,
                    arrived,
                    on_behalf: view.on_behalf,
                    #[expect(clippy::cast_possible_truncation, reason = "not past `end`")]
                    payload: (start as u32, end),
                })
            });
            match kept {
                Ok(kept) => stream.operations.push(kept),
                Err(error) => {
                    stream.operations.truncate(mark_ops);
                    stream.arena.truncate(mark_arena);
                    return Err(error);
                }
            }
        }
        let new = stream.index_from(mark_ops, me);
        Ok(Applied { header, new })
    }

    /// Takes in operations that this device has just written, exactly as
    /// [`Record::apply`] takes a draft of them.
    ///
    /// # Errors
    /// [`DecodeError::TooLarge`] where they cannot stand in one block.
    pub fn write(
        &mut self,
        scope: Scope,
        operations: &[Operation],
    ) -> Result<Vec<u8>, DecodeError> {
        let draft = block::encode(scope, self.me, operations).map_err(|_| DecodeError::TooLarge)?;
        self.apply(&draft, None)?;
        Ok(draft)
    }

    /// Marks this device's operations `first..=last` as having reached the
    /// server.
    pub fn arrived(&mut self, scope: Scope, first: u32, last: u32, at: i64) {
        let me = self.me;
        let stream = self.stream_mut(scope);
        for counter in first..=last {
            let id = OpId { writer: me, counter };
            if let Some(kept) =
                stream.by_id.get(id).and_then(|index| stream.operations.get_mut(index as usize))
            {
                kept.arrived = Some(at);
            }
        }
    }

    /// Forgets a stream (consent was withdrawn, or it is read afresh).
    pub fn forget(&mut self, scope: Scope) {
        *self.stream_mut(scope) = Stream::default();
    }

    /// The counter of this device's next operation in a stream.
    #[must_use]
    pub fn next_counter(&self, scope: Scope) -> u32 {
        self.stream(scope).mine + 1
    }

    /// The latest clock among the operations held that are not from the future.
    #[must_use]
    pub fn latest_clock(&self) -> Hlc {
        self.streams
            .iter()
            .flat_map(|stream| &stream.operations)
            .filter(|kept| kept.arrived.is_none_or(|at| !kept.recorded.is_suspect(at)))
            .map(|kept| kept.recorded)
            .max()
            .unwrap_or_default()
    }

    /// How many operations are held in a stream.
    #[must_use]
    pub fn count(&self, scope: Scope) -> usize {
        self.stream(scope).by_id.len()
    }

    /// How many of them have not reached the server.
    #[must_use]
    pub fn unsent(&self, scope: Scope) -> usize {
        let stream = self.stream(scope);
        stream.operations.iter().filter(|kept| kept.arrived.is_none()).count()
    }

    /// The ids of all entries of a kind, in the order in which they came here,
    /// retracted ones among them.
    pub fn ids<K: Kind>(&self) -> impl DoubleEndedIterator<Item = EntryId> + '_ {
        let scope = K::SPEC.scope;
        let stream = self.stream(scope);
        stream
            .by_kind
            .get(&K::SPEC.id)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .filter_map(|index| stream.operations.get(*index as usize))
            .map(move |kept| EntryId { scope, writer: kept.id.writer, counter: kept.id.counter })
    }

    /// Entries of a kind with when they happened first, cheaply: only the
    /// creating operation is looked at, and its payload is not read.
    pub fn first_times<K: Kind>(&self) -> impl DoubleEndedIterator<Item = (EntryId, i64)> + '_ {
        let scope = K::SPEC.scope;
        let stream = self.stream(scope);
        self.ids::<K>().filter_map(move |id| {
            let index = stream.by_id.get(id.created_by())?;
            Some((id, stream.operations.get(index as usize)?.happened))
        })
    }

    /// All entries of a kind that can be read, retracted ones among them.
    pub fn all<K: Kind>(&self) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        self.ids::<K>().filter_map(|id| self.get(id))
    }

    /// All entries of a kind that hold.
    pub fn current<K: Kind>(&self) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        self.all().filter(|entry: &Entry<K>| entry.retracted.is_none())
    }

    /// One entry. None where there is none of this kind with this id, or this
    /// app cannot read it.
    #[must_use]
    pub fn get<K: Kind>(&self, id: EntryId) -> Option<Entry<K>> {
        if id.scope != K::SPEC.scope {
            return None;
        }
        entry::read(self, self.stream(id.scope), self.own(id), &K::SPEC)
    }

    /// As it is now known: an id kept from before the device had a number still
    /// names the entry.
    #[must_use]
    pub fn own(&self, id: EntryId) -> EntryId {
        EntryId { writer: id.writer.or(self.me), ..id }
    }

    /// What a change or retraction of an entry must name as seen: its latest
    /// operations here.
    #[must_use]
    pub fn touch(&self, id: EntryId) -> Touch {
        let id = self.own(id);
        let stream = self.stream(id.scope);
        Touch { entry: id.created_by(), seen: entry::tips(stream, id.created_by()) }
    }

    /// Ids under which two different operations came: a copied device.
    pub fn clashes(&self) -> impl Iterator<Item = (Scope, OpId)> + '_ {
        Scope::ALL
            .into_iter()
            .flat_map(|scope| self.stream(scope).clashes.iter().map(move |id| (scope, *id)))
    }

    /// Operations of kinds that this app does not know: held, and passed on.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.streams
            .iter()
            .flat_map(|stream| &stream.by_kind)
            .filter(|(kind, _)| kinds::spec(**kind).is_none())
            .map(|(_, created)| created.len())
            .sum()
    }

    fn zone(&self, kept: &Kept) -> Zone {
        self.zones.get(usize::from(kept.zone)).cloned().unwrap_or_else(|| Zone::new("UTC"))
    }

    /// The whole state in a form that two replicas can compare.
    #[must_use]
    pub fn fingerprint(&self) -> Vec<String> {
        let mut lines: Vec<String> = Scope::ALL
            .into_iter()
            .flat_map(|scope| entry::describe(self, self.stream(scope), scope))
            .collect();
        lines.sort();
        lines
    }

    /// Holds strings that name zones only once; for sizing.
    #[must_use]
    pub fn zones(&self) -> Arc<[Zone]> {
        self.zones.clone().into()
    }
}

impl Stream {
    fn payload(&self, kept: &Kept) -> &[u8] {
        self.arena.get(kept.payload.0 as usize..kept.payload.1 as usize).unwrap_or_default()
    }

    fn find(&self, id: OpId) -> Option<&Kept> {
        self.operations.get(self.by_id.get(id)? as usize)
    }

    /// Makes the operations from `mark` on findable; those already here are
    /// dropped again. Answers how many were new.
    fn index_from(&mut self, mark: usize, me: Writer) -> u32 {
        self.by_id.reserve(self.operations.len() - mark);
        let mut new = 0;
        let mut at = mark;
        while let Some(kept) = self.operations.get(at) {
            let id = kept.id;
            if id.writer == me {
                self.mine = self.mine.max(id.counter);
            }
            if let Some(known) = self.by_id.get(id) {
                self.meet(known as usize, at);
                self.operations.swap_remove(at);
                continue;
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "an operation takes more than a byte of a 4 GiB arena"
            )]
            let index = at as u32;
            match &kept.act {
                KeptAct::Create(kind) => self.by_kind.entry(*kind).or_default().push(index),
                KeptAct::Change(touch) | KeptAct::Retract(touch) => {
                    self.touches.entry(touch.entry).or_default().push(index);
                }
            }
            self.by_id.insert(id, index);
            new += 1;
            at += 1;
        }
        new
    }

    /// The same id came again: usually the same operation, now with the time it
    /// arrived. Other bytes under one id are a copied device: the lesser bytes
    /// stand, so that every replica keeps the same, and the clash is told.
    fn meet(&mut self, known: usize, again: usize) {
        let (Some(old), Some(new)) = (self.operations.get(known), self.operations.get(again))
        else {
            return;
        };
        let same = self.payload(old) == self.payload(new)
            && old.recorded == new.recorded
            && old.happened == new.happened;
        let arrived = old.arrived.or(new.arrived);
        let id = old.id;
        let replace = !same
            && (self.payload(new), new.recorded, new.happened)
                < (self.payload(old), old.recorded, old.happened);
        // A replaced operation keeps its place only where it touches the same
        // entry in the same way; the rest is found by its own index.
        let replacement = replace.then(|| new.clone());
        if !same && !self.clashes.contains(&id) {
            self.clashes.push(id);
        }
        if let Some(old) = self.operations.get_mut(known) {
            if let Some(new) = replacement {
                if std::mem::discriminant(&old.act) == std::mem::discriminant(&new.act)
                    && old.act.touch().map(|t| t.entry) == new.act.touch().map(|t| t.entry)
                {
                    *old = new;
                }
            }
            old.arrived = arrived;
        }
    }
}
