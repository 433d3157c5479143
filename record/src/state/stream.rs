//! One scope's operations in memory: in one list, with the drafts they came in
//! end to end in one arena, so that folding allocates nothing per operation.

mod doubles;
mod spans;

use std::collections::BTreeMap;

use self::doubles::Doubles;
use self::spans::Spans;
use super::runs::Runs;
use crate::block::{Code, Step, Steps};
use crate::codec::DecodeError;
use crate::few::Few;
use crate::ids::{Member, OpId, Writer};
use crate::op::{KindId, Touch};
use crate::time::{Hlc, Zone};

/// One operation as it is kept: 64 bytes.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) id: OpId,
    pub(super) recorded: Hlc,
    pub(super) happened: i64,
    arrived: i64,
    payload: (u32, u32),
    pub(super) on_behalf: Option<Member>,
    pub(super) act: KeptAct,
    pub(super) zone: u16,
    /// Whether another stands for it: see [`Doubles`].
    pub(super) double: bool,
}

/// Kept for `arrived` where the server has not had the operation.
const NOT_YET: i64 = i64::MIN;

impl Kept {
    /// When the server had it, milliseconds since 1970; none while only this
    /// device does.
    pub(super) fn arrived(&self) -> Option<i64> {
        (self.arrived != NOT_YET).then_some(self.arrived)
    }

    /// Whether its clock can be believed.
    pub(super) fn is_sure(&self) -> bool {
        self.arrived().is_none_or(|at| !self.recorded.is_suspect(at))
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) enum KeptAct {
    Create(KindId),
    /// Index into [`Stream::touches`].
    Change(u32),
    /// Index into [`Stream::touches`].
    Retract(u32),
}

/// One scope's operations.
#[derive(Debug, Default)]
pub(super) struct Stream {
    pub(super) operations: Vec<Kept>,
    by_id: Runs,
    touches: Vec<Touch>,
    /// Operations that touch an entry, by the entry, in rising order.
    touching: BTreeMap<OpId, Vec<u32>>,
    /// Operations that create an entry, by kind, in rising order.
    by_kind: Few<KindId, Vec<u32>>,
    arena: Vec<u8>,
    /// How many have not reached the server.
    unsent: usize,
    /// The latest clock of those that are not from the future.
    latest: Hlc,
    /// Ids under which other bytes came than before.
    clashes: Few<OpId, ()>,
    doubles: Doubles,
    spans: Spans,
}

/// How a block's own terms translate into the record's.
struct Terms<'a> {
    author: Writer,
    /// The block's zones, by the record's numbers.
    zones: &'a [u16],
    /// Where the draft stands in the arena.
    base: usize,
}

impl Terms<'_> {
    fn own(&self, id: OpId) -> OpId {
        OpId { writer: id.writer.or(self.author), ..id }
    }

    fn touch(&self, touch: Touch) -> Touch {
        Touch {
            entry: self.own(touch.entry),
            seen: touch.seen.into_iter().map(|id| self.own(id)).collect(),
        }
    }

    /// The step as it is kept; what it touches goes to `touches`.
    #[inline]
    fn keep(
        &self,
        step: &Step,
        touch: Option<Touch>,
        touches: &mut Vec<Touch>,
        arrived: i64,
    ) -> Result<Kept, DecodeError> {
        let act = match (step.code, touch) {
            (Code::Create, _) | (_, None) => KeptAct::Create(step.kind),
            (code, Some(touch)) => {
                let at = place(touches.len())?;
                touches.push(self.touch(touch));
                if code == Code::Change { KeptAct::Change(at) } else { KeptAct::Retract(at) }
            }
        };
        let payload = step.payload();
        Ok(Kept {
            id: OpId { writer: self.author, counter: step.counter },
            recorded: step.recorded,
            happened: step.happened,
            arrived,
            payload: (place(self.base + payload.start)?, place(self.base + payload.end)?),
            on_behalf: step.on_behalf,
            act,
            zone: *self.zones.get(step.zone).ok_or(DecodeError::Number)?,
            double: false,
        })
    }
}

/// Walks runs of arrivals, one operation at a time.
struct Runner<'a> {
    runs: std::slice::Iter<'a, (u32, i64)>,
    left: u32,
    at: i64,
}

impl<'a> Runner<'a> {
    /// With no runs at all, nothing has arrived.
    fn new(runs: &'a [(u32, i64)]) -> Self {
        let left = if runs.is_empty() { u32::MAX } else { 0 };
        Self { runs: runs.iter(), left, at: NOT_YET }
    }

    #[inline]
    fn step(&mut self) -> Result<i64, DecodeError> {
        while self.left == 0 {
            let (count, at) = self.runs.next().ok_or(DecodeError::Field)?;
            self.left = *count;
            self.at = (*at).max(NOT_YET + 1);
        }
        self.left -= 1;
        Ok(self.at)
    }
}

fn place(at: usize) -> Result<u32, DecodeError> {
    u32::try_from(at).map_err(|_| DecodeError::TooLarge)
}

impl Stream {
    pub(super) fn payload(&self, kept: &Kept) -> &[u8] {
        self.arena.get(kept.payload.0 as usize..kept.payload.1 as usize).unwrap_or_default()
    }

    pub(super) fn touch(&self, kept: &Kept) -> Option<&Touch> {
        match kept.act {
            KeptAct::Create(_) => None,
            KeptAct::Change(at) | KeptAct::Retract(at) => self.touches.get(at as usize),
        }
    }

    pub(super) fn find(&self, id: OpId) -> Option<&Kept> {
        self.operations.get(self.by_id.get(id)? as usize)
    }

    fn at(&self, indexes: &[u32]) -> impl DoubleEndedIterator<Item = &Kept> {
        indexes.iter().filter_map(|index| self.operations.get(*index as usize))
    }

    /// What creates the entries of a kind, in the order in which they came here; of
    /// what was brought in twice, one.
    pub(super) fn of_kind(&self, kind: KindId) -> impl DoubleEndedIterator<Item = &Kept> {
        let created = self.at(self.by_kind.get(&kind).map_or(&[][..], Vec::as_slice));
        created.filter(|kept| !self.is_double(kept))
    }

    /// How many entries there are of each kind.
    pub(super) fn kinds(&self) -> impl Iterator<Item = (KindId, usize)> {
        self.by_kind.iter().map(|(kind, created)| (*kind, created.len()))
    }

    /// What touches an entry; none where nothing does.
    pub(super) fn touching(&self, entry: OpId) -> Option<impl Iterator<Item = &Kept>> {
        self.touching.get(&entry).map(|indexes| self.at(indexes))
    }

    /// Entries that are touched, here or not.
    pub(super) fn touched(&self) -> impl Iterator<Item = OpId> {
        self.touching.keys().copied()
    }

    pub(super) fn unsent(&self) -> usize {
        self.unsent
    }

    pub(super) fn latest(&self) -> Hlc {
        self.latest
    }

    pub(super) fn last_of(&self, writer: Writer) -> u32 {
        self.by_id.last(writer)
    }

    pub(super) fn writers(&self) -> impl Iterator<Item = Writer> {
        self.by_id.writers()
    }

    pub(super) fn clashes(&self) -> impl Iterator<Item = OpId> {
        self.clashes.keys().copied()
    }

    /// Takes in the operations of a draft, all or none; its zones are these by
    /// the record's numbers, `names` are all that the record knows. Answers how
    /// many were new.
    pub(super) fn take(
        &mut self,
        draft: &[u8],
        mut steps: Steps<'_>,
        (author, arrivals): (Writer, &[(u32, i64)]),
        (zones, names): (&[u16], &[Zone]),
    ) -> Result<u32, DecodeError> {
        let header = steps.header;
        let mark = (self.operations.len(), self.arena.len(), self.touches.len());
        place(mark.0 + header.count as usize)?;
        let terms = Terms { author, zones, base: mark.1 };
        let mut arrivals = Runner::new(arrivals);
        self.operations.reserve(header.count as usize);
        // Usually all of a block is new; then no operation is looked up.
        let overlap = self.by_id.any(author, header.first, header.count);
        let mut again = Vec::new();
        while let Some(step) = steps.step() {
            let touches = &mut self.touches;
            let kept = step
                .and_then(|step| terms.keep(&step, steps.touch.take(), touches, arrivals.step()?));
            match kept {
                Ok(kept) => match if overlap { self.by_id.get(kept.id) } else { None } {
                    Some(known) => again.push((known, kept)),
                    None => self.operations.push(kept),
                },
                Err(error) => {
                    self.operations.truncate(mark.0);
                    self.touches.truncate(mark.2);
                    return Err(error);
                }
            }
        }
        self.arena.extend_from_slice(draft);
        self.spans.forget();
        let new = self.index_from(mark.0);
        self.find_doubles(mark.0);
        let repeated = again.into_iter().fold(true, |all, (known, kept)| {
            let same = self.meet(known as usize, kept, names);
            all && same
        });
        if new == 0 && repeated {
            // Nothing of the draft is kept: its bytes need not stay either.
            self.arena.truncate(mark.1);
            self.touches.truncate(mark.2);
        }
        Ok(new)
    }

    /// Makes the operations from `mark` on findable. Answers how many they are.
    fn index_from(&mut self, mark: usize) -> u32 {
        let mut kind: Option<(KindId, &mut Vec<u32>)> = None;
        let mut run: Option<(OpId, u32, u32)> = None;
        let mut new = 0_u32;
        for (at, kept) in self.operations.iter().enumerate().skip(mark) {
            #[expect(clippy::cast_possible_truncation, reason = "`take` has checked")]
            let index = at as u32;
            new += 1;
            match kept.act {
                KeptAct::Create(id) => {
                    let list = match kind.take() {
                        Some((known, list)) if known == id => list,
                        _ => self.by_kind.or_default(id),
                    };
                    list.push(index);
                    kind = Some((id, list));
                }
                KeptAct::Change(touch) | KeptAct::Retract(touch) => {
                    if let Some(touch) = self.touches.get(touch as usize) {
                        self.touching.entry(touch.entry).or_default().push(index);
                    }
                }
            }
            if kept.arrived == NOT_YET {
                self.unsent += 1;
            }
            if kept.recorded > self.latest && kept.is_sure() {
                self.latest = kept.recorded;
            }
            run = Some(match run {
                Some((first, start, count))
                    if first.writer == kept.id.writer
                        && u64::from(first.counter) + u64::from(count)
                            == u64::from(kept.id.counter) =>
                {
                    (first, start, count + 1)
                }
                ended => {
                    if let Some((first, start, count)) = ended {
                        self.by_id.insert(first.writer, first.counter, count, start);
                    }
                    (kept.id, index, 1)
                }
            });
        }
        if let Some((first, start, count)) = run {
            self.by_id.insert(first.writer, first.counter, count, start);
        }
        new
    }

    /// The same id came again: usually the same operation, now with the time it
    /// arrived. Other content under one id is a copied device: the lesser stands,
    /// so that every replica keeps the same whatever came first, and the clash is
    /// told. Answers whether it was the same operation.
    fn meet(&mut self, known: usize, again: Kept, names: &[Zone]) -> bool {
        let Some(old) = self.operations.get(known) else {
            return true;
        };
        let order = self.content(old, names).cmp(&self.content(&again, names));
        let id = old.id;
        let arrived = match (old.arrived(), again.arrived()) {
            (Some(old), Some(again)) => old.min(again),
            (old, again) => old.or(again).unwrap_or(NOT_YET),
        };
        if order.is_ne() {
            self.clashes.insert(id, ());
        }
        if order.is_gt() {
            self.replace(known, again);
        }
        self.set_arrived(known, arrived);
        order.is_eq()
    }

    /// Everything that an operation says, to be compared between replicas.
    fn content<'a>(&'a self, kept: &Kept, names: &'a [Zone]) -> impl Ord + use<'a> {
        let act = match kept.act {
            KeptAct::Create(kind) => (0, Some(kind)),
            KeptAct::Change(_) => (1, None),
            KeptAct::Retract(_) => (2, None),
        };
        (
            self.arena.get(kept.payload.0 as usize..kept.payload.1 as usize),
            act,
            match kept.act {
                KeptAct::Create(_) => None,
                KeptAct::Change(at) | KeptAct::Retract(at) => self.touches.get(at as usize),
            },
            kept.recorded,
            kept.happened,
            names.get(usize::from(kept.zone)),
            kept.on_behalf,
        )
    }

    /// Another operation takes the place of one, in the indexes too.
    fn replace(&mut self, known: usize, mut by: Kept) {
        #[expect(clippy::cast_possible_truncation, reason = "an index of an operation")]
        let index = known as u32;
        let after = by.act;
        let Some(slot) = self.operations.get_mut(known) else {
            return;
        };
        // Whether it arrived is told apart, and counted.
        by.arrived = slot.arrived;
        let before = std::mem::replace(slot, by).act;
        if let Some(list) = self.list(before) {
            list.retain(|at| *at != index);
        }
        if let Some(list) = self.list(after) {
            let at = list.partition_point(|at| *at < index);
            list.insert(at, index);
        }
        self.by_kind.retain(|_, list| !list.is_empty());
        self.touching.retain(|_, list| !list.is_empty());
        self.spans.forget();
        self.find_all_doubles();
        self.recount_latest();
    }

    /// The list of operations that one with this act stands in.
    fn list(&mut self, act: KeptAct) -> Option<&mut Vec<u32>> {
        match act {
            KeptAct::Create(kind) => Some(self.by_kind.or_default(kind)),
            KeptAct::Change(touch) | KeptAct::Retract(touch) => {
                let entry = self.touches.get(touch as usize)?.entry;
                Some(self.touching.entry(entry).or_default())
            }
        }
    }

    /// Whether an operation has reached the server, with no other words under its id.
    pub(super) fn has_arrived(&self, id: OpId) -> bool {
        let kept = self.by_id.get(id).and_then(|at| self.operations.get(at as usize));
        kept.is_some_and(|kept| kept.arrived != NOT_YET) && !self.clashes.contains(&id)
    }

    /// Marks an operation as having reached the server; for good.
    pub(super) fn arrived(&mut self, id: OpId, at: i64) {
        if let Some(index) = self.by_id.get(id) {
            self.set_arrived(index as usize, at.max(NOT_YET + 1));
        }
    }

    fn set_arrived(&mut self, index: usize, at: i64) {
        let Some(kept) = self.operations.get_mut(index) else {
            return;
        };
        if kept.arrived == NOT_YET && at != NOT_YET {
            self.unsent -= 1;
        }
        kept.arrived = at;
        if kept.recorded == self.latest && !kept.is_sure() {
            self.recount_latest();
        }
    }

    fn recount_latest(&mut self) {
        self.latest = self
            .operations
            .iter()
            .filter(|kept| kept.is_sure())
            .map(|kept| kept.recorded)
            .max()
            .unwrap_or_default();
    }
}
