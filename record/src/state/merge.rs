//! What stands, of all that was said about one entry.
//!
//! Each change names the operations that it saw. An operation is *replaced* for
//! a field by a later one that sets the field and has it among its ancestors;
//! what is left are the field's concurrent values. `latest` fields then show
//! one, the rest show all.

use std::cmp::Reverse;

use super::entry::{Set, changed};
use super::stream::{Kept, KeptAct, Stream};
use crate::few::Few;
use crate::fields::{FieldNumber, Fields, Value};
use crate::ids::OpId;
use crate::kinds::{KindSpec, Merge};
use crate::mutation::{self, Mutation};
use crate::sort;
use crate::time::Hlc;

/// The fields that one operation sets.
pub(super) type FieldMap<'a> = Few<FieldNumber, Vec<Value<'a>>>;

/// Whether the fields of an entry can be read.
pub(super) type Fits<'f> = &'f dyn Fn(&Set<'_>) -> bool;

/// Moments in zones, each once.
type Times = Few<(i64, u16), ()>;

/// All operations on one entry, and which of them replaces which.
pub(super) struct History<'a> {
    stream: &'a Stream,
    /// The creating one first, then the others by id.
    pub(super) operations: Vec<&'a Kept>,
    /// For each, those that its writer had seen. Never in a circle.
    parents: Vec<Vec<usize>>,
    /// Each after its parents.
    order: Vec<usize>,
}

/// One operation's values of a field.
pub(super) struct Setter<'a> {
    /// Index of the operation.
    pub(super) at: usize,
    pub(super) values: Vec<Value<'a>>,
}

/// For each field the values that stand, the one to show first.
pub(super) type Standing<'a> = Few<FieldNumber, Vec<Setter<'a>>>;

/// The ids of the latest operations on an entry: those that none has replaced.
pub(super) fn tips(stream: &Stream, entry: OpId) -> Vec<OpId> {
    match stream.find(entry).and_then(|first| History::of(stream, first)) {
        Some(history) => history.tips().into_iter().map(|at| history.operations[at].id).collect(),
        None => vec![entry],
    }
}

impl<'a> History<'a> {
    /// Of the entry that this operation creates.
    pub(super) fn of(stream: &'a Stream, first: &'a Kept) -> Option<Self> {
        if !matches!(first.act, KeptAct::Create(_)) {
            return None;
        }
        let mut operations = vec![first];
        if let Some(touching) = stream.touching(first.id) {
            operations.extend(touching);
            sort::by_key(&mut operations[1..], |kept| kept.id);
        }
        Some(Self::made_of(stream, operations))
    }

    /// What it was to somebody who had these of its operations, and all that their
    /// writers had seen. All of it where none of them is here.
    pub(super) fn seen(self, ids: &[OpId]) -> Self {
        let mut had: Vec<bool> =
            self.operations.iter().map(|kept| ids.contains(&kept.id)).collect();
        if !had.contains(&true) {
            return self;
        }
        for &at in self.order.iter().rev().filter(|at| **at > 0) {
            if had[at] {
                for &parent in &self.parents[at] {
                    had[parent] = true;
                }
            }
        }
        let mut had = had.into_iter();
        let operations = self.operations.into_iter().filter(|_| had.next() == Some(true));
        Self::made_of(self.stream, operations.collect())
    }

    /// Of these operations: the creating one first, then the others by id.
    fn made_of(stream: &'a Stream, operations: Vec<&'a Kept>) -> Self {
        let first = operations[0];
        let place = |id: OpId| match operations[1..].binary_search_by_key(&id, |kept| kept.id) {
            Ok(at) => Some(at + 1),
            Err(_) => (id == first.id).then_some(0),
        };
        let mut parents: Vec<Vec<usize>> = operations
            .iter()
            .enumerate()
            .map(|(at, kept)| {
                let seen = stream.touch(kept).map_or(&[][..], |touch| &touch.seen);
                let here = seen.iter().filter_map(|id| place(*id));
                // Whatever it names, it has seen the beginning.
                let beginning = (at > 0).then_some(0);
                here.chain(beginning).filter(|parent| *parent != at && at > 0).collect()
            })
            .collect();
        let order = sort(&mut parents);
        Self { stream, operations, parents, order }
    }

    /// Those among the chosen that none of the chosen has for an ancestor.
    fn maximal(&self, chosen: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut replaced = vec![false; self.operations.len()];
        for &at in self.order.iter().rev() {
            if replaced[at] || chosen(at) {
                for &parent in &self.parents[at] {
                    replaced[parent] = true;
                }
            }
        }
        (0..self.operations.len()).filter(|at| chosen(*at) && !replaced[*at]).collect()
    }

    pub(super) fn is_retraction(&self, at: usize) -> bool {
        matches!(self.operations[at].act, KeptAct::Retract(_))
    }

    /// The latest operations, by id.
    pub(super) fn tips(&self) -> Vec<usize> {
        self.maximal(|_| true)
    }

    /// The newest of these: a clock that can be believed goes before one that
    /// cannot, and only clocks that can be believed are compared.
    pub(super) fn newest(&self, among: &[usize]) -> Option<usize> {
        among.iter().copied().max_by_key(|at| newness(self.operations[*at]))
    }

    /// The fields that stand. A change that cannot be read is passed over; the
    /// rest of the entry stands. None where the beginning cannot be read.
    pub(super) fn standing(&self, spec: &KindSpec, fits: Fits<'_>) -> Option<Standing<'a>> {
        let mut standing = Standing::default();
        for (at, fields) in self.readable(fits)? {
            for (number, values) in fields {
                standing.or_default(number).push(Setter { at, values });
            }
        }
        for (number, setters) in standing.iter_mut() {
            if setters.len() > 1 {
                self.keep_standing(*number, setters, spec);
            }
        }
        Some(standing)
    }

    /// The operations that set fields and can be read, with the fields. None where
    /// the beginning cannot be read.
    fn readable(&self, fits: Fits<'_>) -> Option<Vec<(usize, FieldMap<'a>)>> {
        let beginning = fields_of(self.stream, self.operations[0])?;
        let mut readable = Vec::with_capacity(self.operations.len());
        for (at, kept) in self.operations.iter().enumerate() {
            if self.is_retraction(at) {
                continue;
            }
            let Some(fields) = fields_of(self.stream, kept) else { continue };
            let creator = self.operations[0].id.writer;
            if at > 0 && !fits(&changed((creator, &beginning), (kept.id.writer, &fields))) {
                continue;
            }
            readable.push((at, fields));
        }
        Some(readable)
    }

    /// The operations that ever set a field.
    pub(super) fn setters(&self, field: FieldNumber, fits: Fits<'_>) -> Vec<usize> {
        let mut readable = self.readable(fits).unwrap_or_default();
        readable.retain(|(_, fields)| fields.contains(&field));
        readable.into_iter().map(|(at, _)| at).collect()
    }

    /// For each operation whether its writer had seen each other, or one that had.
    pub(super) fn ancestors(&self) -> Vec<Vec<bool>> {
        let mut ancestors = vec![vec![false; self.operations.len()]; self.operations.len()];
        for &at in &self.order {
            let mut seen = std::mem::take(&mut ancestors[at]);
            for &parent in &self.parents[at] {
                for (seen, before) in seen.iter_mut().zip(&ancestors[parent]) {
                    *seen |= before;
                }
                seen[parent] = true;
            }
            ancestors[at] = seen;
        }
        ancestors
    }

    fn keep_standing(&self, number: FieldNumber, setters: &mut Vec<Setter<'a>>, spec: &KindSpec) {
        let mut who = vec![false; self.operations.len()];
        for setter in setters.iter() {
            who[setter.at] = true;
        }
        let stand = self.maximal(|at| who[at]);
        setters.retain(|setter| stand.binary_search(&setter.at).is_ok());
        let latest = spec.merge(number) == Merge::Latest;
        if latest || mutation::is(Mutation::ClockWins) {
            sort::by_key(setters, |setter| Reverse(newness(self.operations[setter.at])));
            setters.truncate(1);
            return;
        }
        // Not by any clock: the order is only for all replicas to agree.
        sort::by_key(setters, |setter| self.operations[setter.at].id);
        // Two who said the same do not disagree.
        let mut said: Vec<Vec<Value<'a>>> = Vec::new();
        setters.retain(|setter| {
            let author = self.operations[setter.at].id.writer;
            let means: Vec<Value<'a>> =
                setter.values.iter().map(|value| spec.meaning(number, *value, author)).collect();
            let new = !said.contains(&means);
            if new {
                said.push(means);
            }
            new
        });
    }

    /// The operations that say when it happened, the one to show first. A change
    /// carries the time of what it changes; it says when only where that differs
    /// from what its writer saw.
    pub(super) fn times(&self, spec: &KindSpec) -> Vec<usize> {
        let changes = |at: usize| !self.is_retraction(at);
        if !spec.is_event() {
            return self.newest(&self.maximal(changes)).into_iter().collect();
        }
        let mut saw: Vec<Times> = vec![Times::default(); self.operations.len()];
        let mut says = vec![false; self.operations.len()];
        for &at in &self.order {
            let kept = self.operations[at];
            let own = (kept.happened, kept.zone);
            let mut before = Times::default();
            // The beginning is everybody's parent; it counts where nothing else does.
            let named = self.parents[at].iter().filter(|parent| **parent != 0);
            for parent in named {
                before.extend(saw[*parent].clone());
            }
            if before.is_empty() && at > 0 {
                before.extend(saw[0].clone());
            }
            if self.is_retraction(at) {
                saw[at] = before;
            } else {
                says[at] = before.len() != 1 || !before.contains(&own);
                saw[at] = [(own, ())].into_iter().collect();
            }
        }
        let mut seen = Times::default();
        let mut times = self.maximal(|at| says[at]);
        times.retain(|at| {
            let own = (self.operations[*at].happened, self.operations[*at].zone);
            seen.insert(own, ()).is_none()
        });
        times
    }
}

fn newness(kept: &Kept) -> (bool, Hlc, OpId) {
    let sure = kept.is_sure();
    (sure, if sure { kept.recorded } else { Hlc::default() }, kept.id)
}

/// An order in which each comes after its parents. Honest writers cannot have
/// seen each other's operations in a circle; where forged ones claim it, the
/// claim is dropped from the lowest id on, so that nothing replaces itself and
/// all of it stays to be seen.
fn sort(parents: &mut [Vec<usize>]) -> Vec<usize> {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); parents.len()];
    let mut waiting: Vec<usize> = parents.iter().map(Vec::len).collect();
    for (at, parents) in parents.iter().enumerate() {
        for parent in parents {
            children[*parent].push(at);
        }
    }
    let mut left = vec![true; parents.len()];
    let mut lowest = 0;
    let mut ready: Vec<usize> = (0..left.len()).filter(|at| waiting[*at] == 0).collect();
    let mut order = Vec::with_capacity(parents.len());
    loop {
        while let Some(at) = ready.pop() {
            left[at] = false;
            order.push(at);
            for child in &children[at] {
                if left[*child] && waiting[*child] > 0 {
                    waiting[*child] -= 1;
                    if waiting[*child] == 0 {
                        ready.push(*child);
                    }
                }
            }
        }
        while lowest < left.len() && !left[lowest] {
            lowest += 1;
        }
        if lowest == left.len() {
            return order;
        }
        parents[lowest].retain(|parent| !left[*parent]);
        waiting[lowest] = 0;
        ready.push(lowest);
    }
}

/// The values that an operation gives each field.
fn fields_of<'a>(stream: &'a Stream, kept: &Kept) -> Option<FieldMap<'a>> {
    let mut fields = FieldMap::default();
    for field in Fields::of(stream.payload(kept)) {
        let (number, value) = field.ok()?;
        fields.or_default(number).push(value);
    }
    Some(fields)
}
