//! A record folded: one person's whole life in memory. Each scope's operations
//! stand in one list, entries are found by number, and an entry is read out of
//! its operations when it is asked for. Folding ten years (73,000 operations)
//! takes about a millisecond (`docs/PERFORMANCE.md`).
//!
//! The state is a function of the set of operations held: in which order they
//! came, how they were cut into blocks, and how often, changes nothing but the
//! order in which [`Record::ids`] lists them.

mod describe;
mod entry;
mod history;
mod merge;
mod runs;
mod settings;
mod stream;

use std::sync::Arc;

pub use entry::{Conflict, Entry, HAPPENED, Retraction, Sight, Version};
pub use history::Held;
pub use settings::Setting;

use crate::block::{self, Header, Steps};
use crate::codec::DecodeError;
use crate::fields::Fields;
use crate::ids::{EntryId, OpId, Scope, Writer};
use crate::kinds::slot::Scalar;
use crate::kinds::{self, Kind, Ref};
use crate::op::{KindId, Operation, Touch};
use crate::rest::Row;
use crate::stream::Head;
use crate::time::{Hlc, Zone};
use stream::{Kept, Stream};

/// One person's record, as far as this replica holds it.
#[derive(Debug, Default)]
pub struct Record {
    me: Writer,
    streams: [Stream; Scope::ALL.len()],
    zones: Vec<Zone>,
}

/// The record's numbers of a block's zones. Nearly every block has one zone, and
/// folding thousands of blocks must not allocate for each.
#[derive(Default)]
struct Zones {
    few: [u16; 4],
    count: usize,
    many: Vec<u16>,
    too_many: bool,
}

impl Zones {
    fn push(&mut self, at: usize) {
        let number = u16::try_from(at).unwrap_or_else(|_| {
            self.too_many = true;
            0
        });
        match self.few.get_mut(self.count) {
            Some(place) if self.many.is_empty() => *place = number,
            _ => {
                if self.many.is_empty() {
                    self.many.extend_from_slice(&self.few);
                }
                self.many.push(number);
            }
        }
        self.count += 1;
    }

    fn numbers(&self) -> Result<&[u16], DecodeError> {
        if self.too_many {
            return Err(DecodeError::TooLarge);
        }
        Ok(if self.many.is_empty() { &self.few[..self.count] } else { &self.many })
    }
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
    /// any of it is kept. What is held already is met again without effect;
    /// where it says something else under the same id, see [`Record::clashes`].
    ///
    /// `arrived` is when the server had it, milliseconds since 1970; none for
    /// what only this device has.
    ///
    /// # Errors
    /// [`DecodeError`] where it cannot be read; then nothing has changed.
    pub fn apply(&mut self, draft: &[u8], arrived: Option<i64>) -> Result<Applied, DecodeError> {
        match arrived {
            Some(at) => self.apply_runs(draft, &[(u32::MAX, at)]),
            None => self.apply_runs(draft, &[]),
        }
    }

    /// The same, where the operations of the draft arrived at several times:
    /// each run says of how many, and when.
    ///
    /// # Errors
    /// As [`Record::apply`]; [`DecodeError::Field`] where the runs end before the
    /// operations do.
    pub fn apply_runs(
        &mut self,
        draft: &[u8],
        arrivals: &[(u32, i64)],
    ) -> Result<Applied, DecodeError> {
        let Self { me, streams, zones: known } = self;
        let mut zones = Zones::default();
        let steps = Steps::of(draft, |name| {
            let at = known.iter().position(|zone| zone.name() == name).unwrap_or_else(|| {
                known.push(Zone::new(name));
                known.len() - 1
            });
            zones.push(at);
        })?;
        let header = steps.header;
        let author = header.writer.or(*me);
        let stream = &mut streams[usize::from(header.scope.code() - 1)];
        let new = stream.take(draft, steps, (author, arrivals), (zones.numbers()?, known))?;
        Ok(Applied { header, new })
    }

    /// Takes in a row of a stream, as it rests on a device. Answers where the
    /// stream stands after a packed row.
    ///
    /// # Errors
    /// [`DecodeError`] where it cannot be read.
    pub fn apply_row(&mut self, row: &Row) -> Result<Option<Head>, DecodeError> {
        match row {
            Row::Blocks(blocks) => {
                for placed in blocks {
                    let (draft, _) = block::unsigned(&placed.block)?;
                    self.apply(draft, Some(placed.arrived))?;
                }
                Ok(None)
            }
            Row::Packed(packed) => {
                for (draft, arrivals) in &packed.drafts {
                    self.apply_runs(draft, arrivals)?;
                }
                Ok(Some(packed.end))
            }
        }
    }

    /// Takes in operations that this device has just written, exactly as
    /// [`Record::apply`] takes a draft of them. Answers the draft.
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
    /// server at `at`, milliseconds since 1970.
    pub fn arrived(&mut self, scope: Scope, first: u32, last: u32, at: i64) {
        let me = self.me;
        let stream = self.stream_mut(scope);
        for counter in first..=last.min(stream.last_of(me)) {
            stream.arrived(OpId { writer: me, counter }, at);
        }
    }

    /// Forgets a stream (consent was withdrawn, or it is read afresh).
    pub fn forget(&mut self, scope: Scope) {
        *self.stream_mut(scope) = Stream::default();
    }

    /// The counter of this device's next operation in a stream.
    #[must_use]
    pub fn next_counter(&self, scope: Scope) -> u32 {
        self.stream(scope).last_of(self.me) + 1
    }

    /// Who wrote anything that is held; a writer of several streams comes several
    /// times.
    pub fn writers(&self) -> impl Iterator<Item = Writer> + '_ {
        self.streams.iter().flat_map(Stream::writers)
    }

    /// The latest clock among the operations held that are not from the future.
    #[must_use]
    pub fn latest_clock(&self) -> Hlc {
        self.streams.iter().map(Stream::latest).max().unwrap_or_default()
    }

    /// How many operations are held in a stream.
    #[must_use]
    pub fn count(&self, scope: Scope) -> usize {
        self.stream(scope).operations.len()
    }

    /// How many of them have not reached the server.
    #[must_use]
    pub fn unsent(&self, scope: Scope) -> usize {
        self.stream(scope).unsent()
    }

    /// The ids of all entries of a kind, in the order in which they came here,
    /// retracted ones among them.
    #[must_use]
    pub fn ids<K: Kind>(&self) -> impl DoubleEndedIterator<Item = EntryId> + '_ {
        self.first_times::<K>().map(|(id, _)| id)
    }

    /// Entries of a kind with when they happened first, cheaply: only the
    /// creating operation is looked at, and its payload is not read. Seconds
    /// since 1970, UTC.
    #[must_use]
    pub fn first_times<K: Kind>(&self) -> impl DoubleEndedIterator<Item = (EntryId, i64)> + '_ {
        let scope = K::SPEC.scope;
        self.stream(scope).of_kind(K::SPEC.id).map(move |kept| {
            let OpId { writer, counter } = kept.id;
            (EntryId { scope, writer, counter }, kept.happened)
        })
    }

    /// All entries of a kind that can be read, retracted ones among them.
    #[must_use]
    pub fn all<K: Kind>(&self) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        let stream = self.stream(K::SPEC.scope);
        stream.of_kind(K::SPEC.id).filter_map(move |kept| entry::read(self, stream, kept))
    }

    /// All entries of a kind that hold.
    #[must_use]
    pub fn current<K: Kind>(&self) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        self.all().filter(|entry: &Entry<K>| entry.retracted.is_none())
    }

    /// Entries of a kind that hold and happened at that time or later, in seconds since
    /// 1970, UTC, in the order in which they came here.
    #[must_use]
    pub fn since<K: Kind>(&self, at: i64) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        self.between((at, i64::MAX))
    }

    /// Entries of a kind that hold and happened in a stretch of time, both ends in
    /// it: seconds since 1970, UTC. Of the others only those that were changed are
    /// read.
    #[must_use]
    pub fn between<K: Kind>(
        &self,
        time: (i64, i64),
    ) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        self.of_which(time, |_, _| true)
    }

    /// The same of those whose first field names this entry, cheaply: the others'
    /// payloads are not read any further. One that was changed may name it no more.
    #[must_use]
    pub fn naming<K: Kind>(
        &self,
        entry: OpId,
        time: (i64, i64),
    ) -> impl DoubleEndedIterator<Item = Entry<K>> + '_ {
        self.of_which(time, move |stream, kept| {
            let first = Fields::of(stream.payload(kept)).next();
            let named = first.and_then(Result::ok).filter(|(number, _)| *number == 1);
            named.and_then(|(_, value)| Ref::from_value(value, kept.id.writer).ok())
                == Some(Ref(entry))
        })
    }

    /// Of a stretch of time, those that are wanted as they were begun, and all that were
    /// changed.
    fn of_which<'a, K: Kind>(
        &'a self,
        (from, to): (i64, i64),
        wanted: impl Fn(&Stream, &Kept) -> bool + 'a,
    ) -> impl DoubleEndedIterator<Item = Entry<K>> + 'a {
        let stream = self.stream(K::SPEC.scope);
        let within = move |at: i64| (from..=to).contains(&at);
        stream
            .of_kind_about(K::SPEC.id, (from, to))
            .filter(move |kept| {
                (within(kept.happened) && wanted(stream, kept))
                    || stream.touching(kept.id).is_some()
            })
            .filter_map(move |kept| entry::read(self, stream, kept))
            .filter(move |entry: &Entry<K>| entry.retracted.is_none() && within(entry.happened.at))
    }

    /// One entry. None where there is none of this kind with this id, or this
    /// app cannot read it.
    #[must_use]
    pub fn get<K: Kind>(&self, id: EntryId) -> Option<Entry<K>> {
        if id.scope != K::SPEC.scope {
            return None;
        }
        let stream = self.stream(id.scope);
        entry::read(self, stream, stream.find(self.own(id).created_by())?)
    }

    /// One entry as somebody saw it, whatever has come since. Where it was seen by
    /// operations that are not here (this device has another number now), as it stands.
    #[must_use]
    pub fn as_seen<K: Kind>(&self, sight: &Sight) -> Option<Entry<K>> {
        let Sight { entry: id, seen } = sight;
        if id.scope != K::SPEC.scope {
            return None;
        }
        let stream = self.stream(id.scope);
        let first = stream.find(self.own(*id).created_by())?;
        let seen: Vec<OpId> =
            seen.iter().map(|id| OpId { writer: id.writer.or(self.me), ..*id }).collect();
        entry::read_seen(self, stream, first, &seen)
    }

    /// Whether an operation of this name is here.
    #[must_use]
    pub fn holds(&self, scope: Scope, id: OpId) -> bool {
        self.stream(scope).find(id).is_some()
    }

    /// The kind of the entry that an operation began; none where it is not here,
    /// or began none.
    #[must_use]
    pub fn kind_of(&self, scope: Scope, created: OpId) -> Option<KindId> {
        match self.stream(scope).find(created)?.act {
            stream::KeptAct::Create(kind) => Some(kind),
            stream::KeptAct::Change(_) | stream::KeptAct::Retract(_) => None,
        }
    }

    /// What began an entry: its kind, and what was said first. None where it is not
    /// here, or is no entry.
    #[must_use]
    pub fn begun(&self, scope: Scope, created: OpId) -> Option<(KindId, &[u8])> {
        let stream = self.stream(scope);
        let kept = stream.find(created)?;
        match kept.act {
            stream::KeptAct::Create(kind) => Some((kind, stream.payload(kept))),
            stream::KeptAct::Change(_) | stream::KeptAct::Retract(_) => None,
        }
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
        let entry = self.own(id).created_by();
        Touch { entry, seen: merge::tips(self.stream(id.scope), entry) }
    }

    /// Whether the server has this operation, and nothing else under its id.
    #[must_use]
    pub fn has_arrived(&self, scope: Scope, id: OpId) -> bool {
        self.stream(scope).has_arrived(id)
    }

    /// Ids under which two different operations came: a copied device. All
    /// replicas keep the same one of the two.
    pub fn clashes(&self) -> impl Iterator<Item = (Scope, OpId)> + '_ {
        Scope::ALL
            .into_iter()
            .flat_map(|scope| self.stream(scope).clashes().map(move |id| (scope, id)))
    }

    /// Entries of kinds that this app does not know: held, and passed on.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.streams
            .iter()
            .flat_map(Stream::kinds)
            .filter(|(kind, _)| *kind != KindId::VOID && kinds::spec(*kind).is_none())
            .map(|(_, created)| created)
            .sum()
    }

    fn zone(&self, kept: &Kept) -> Zone {
        self.zones.get(usize::from(kept.zone)).cloned().unwrap_or_else(Zone::utc)
    }

    /// The whole state in a form that two replicas can compare. It holds what
    /// the person wrote: for tests, never for a log.
    #[must_use]
    pub fn fingerprint(&self) -> Vec<String> {
        let mut lines: Vec<String> = Scope::ALL
            .into_iter()
            .flat_map(|scope| describe::stream(self, self.stream(scope), scope))
            .collect();
        lines.sort();
        lines
    }

    /// The zones that its operations name, each once.
    #[must_use]
    pub fn zones(&self) -> Arc<[Zone]> {
        self.zones.clone().into()
    }
}
