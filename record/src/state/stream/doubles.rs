//! The same, brought in on two devices that had not heard of each other: one of them
//! stands, on every replica the same one. They are the same where they are of one kind,
//! happened at one instant, say the same, and different devices brought them in. A
//! reading says the same also where each device has made the tracker for it.
//!
//! Of two trackers that were begun in the same words, one without readings is not shown.
//!
//! Nothing is taken away: both are held, passed on and in every copy. What a person
//! typed is never taken for a double: two who each give a tablet at eight say the same
//! and mean two.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Kept, KeptAct, Stream};
use crate::few::Few;
use crate::fields::{self, Fields, Value};
use crate::ids::{OpId, Writer};
use crate::kinds::slot::Scalar;
use crate::kinds::{self, Kind, Reading, Ref, Tracker};
use crate::op::KindId;

/// The most of one kind and one instant that are compared with each other. No file
/// says more of a second; a forged one shall cost no time.
const MOST: usize = 200;

type Moment = (KindId, i64);

/// What was brought in.
#[derive(Debug, Default)]
pub(super) struct Doubles {
    /// By whom.
    writers: Few<Writer, ()>,
    /// The operations, by kind and instant. Empty while one device alone brought in.
    alike: BTreeMap<Moment, Vec<u32>>,
    changed: u32,
    /// Trackers for which another stands; found out when somebody asks.
    spare: OnceLock<Vec<OpId>>,
}

impl Stream {
    /// Whether another stands for it.
    pub(in crate::state) fn is_double(&self, kept: &Kept) -> bool {
        let tracker = matches!(kept.act, KeptAct::Create(kind) if kind == Tracker::SPEC.id);
        kept.double || (tracker && self.spare_trackers().contains(&kept.id))
    }

    fn spare_trackers(&self) -> &[OpId] {
        self.doubles.spare.get_or_init(|| {
            let list = |kind| self.at(self.by_kind.get(&kind).map_or(&[][..], Vec::as_slice));
            let trackers: Vec<&Kept> = list(Tracker::SPEC.id).collect();
            let alike = |one: &Kept, other: &Kept| {
                one.id.writer != other.id.writer && self.payload(one) == self.payload(other)
            };
            let mut empty: Vec<&Kept> = trackers
                .iter()
                .copied()
                .filter(|one| trackers.iter().any(|other| alike(one, other)))
                .collect();
            if empty.is_empty() {
                return Vec::new();
            }
            for reading in list(Reading::SPEC.id).filter(|kept| !kept.double) {
                let first = Fields::of(self.payload(reading)).next();
                let Some(Ok((1, value))) = first else { continue };
                if let Ok(Ref(id)) = Ref::from_value(value, reading.id.writer) {
                    empty.retain(|tracker| tracker.id != id);
                }
            }
            let touched = |kept: &Kept| self.touching.contains_key(&kept.id);
            empty.retain(|kept| !touched(kept));
            let ids: Vec<OpId> = empty.iter().map(|kept| kept.id).collect();
            let stands = |other: &Kept, one: &Kept| {
                alike(one, other) && (other.id < one.id || !ids.contains(&other.id))
            };
            empty.retain(|one| trackers.iter().any(|other| stands(other, one)));
            empty.into_iter().map(|kept| kept.id).collect()
        })
    }

    pub(in crate::state) fn doubles_changed(&self) -> u32 {
        self.doubles.changed
    }

    /// Looks through the operations from `mark` on, which have just come.
    pub(super) fn find_doubles(&mut self, mark: usize) {
        self.doubles.spare.take();
        let before = self.doubles.writers.len();
        let mut new = Vec::new();
        for (at, kept) in self.operations.iter().enumerate().skip(mark) {
            if let Some(moment) = self.moment(kept) {
                self.doubles.writers.insert(kept.id.writer, ());
                new.push((moment, at));
            }
        }
        match (before, self.doubles.writers.len()) {
            (_, 0 | 1) => {}
            (0 | 1, _) if mark > 0 => self.find_all_doubles(),
            _ => {
                let mut moments: Vec<Moment> = new.iter().map(|(moment, _)| *moment).collect();
                self.keep_alike(&new);
                let mut trackers = false;
                for kept in self.operations.iter().skip(mark) {
                    trackers |=
                        matches!(kept.act, KeptAct::Create(kind) if kind == Tracker::SPEC.id);
                    let entry = self.touch(kept).and_then(|touch| self.find(touch.entry));
                    moments.extend(entry.and_then(|entry| self.moment(entry)));
                }
                if trackers {
                    // One of them may be what a reading was waiting for.
                    moments = self.doubles.alike.keys().copied().collect();
                }
                // Many of one moment in one block are looked through once.
                moments.sort_unstable();
                moments.dedup();
                self.settle(&moments);
            }
        }
    }

    /// Looks through all of them.
    pub(super) fn find_all_doubles(&mut self) {
        let mut all = Vec::new();
        self.doubles.spare.take();
        self.doubles.writers = Few::default();
        self.doubles.alike.clear();
        for (at, kept) in self.operations.iter().enumerate() {
            if let Some(moment) = self.moment(kept) {
                self.doubles.writers.insert(kept.id.writer, ());
                all.push((moment, at));
            }
        }
        for kept in &mut self.operations {
            self.doubles.changed += u32::from(kept.double);
            kept.double = false;
        }
        if self.doubles.writers.len() > 1 {
            self.keep_alike(&all);
            let moments: Vec<Moment> = self.doubles.alike.keys().copied().collect();
            self.settle(&moments);
        }
    }

    /// What it is and when it happened, where it was brought in.
    fn moment(&self, kept: &Kept) -> Option<Moment> {
        match kept.act {
            KeptAct::Create(kind) if fields::is_brought_in(self.payload(kept)) => {
                Some((kind, kept.happened))
            }
            _ => None,
        }
    }

    fn keep_alike(&mut self, new: &[(Moment, usize)]) {
        for (moment, at) in new {
            let at = u32::try_from(*at).unwrap_or(u32::MAX);
            self.doubles.alike.entry(*moment).or_default().push(at);
        }
    }

    /// Finds out which stand of those of these moments.
    fn settle(&mut self, moments: &[Moment]) {
        for moment in moments {
            let alike = self.doubles.alike.get(moment).map_or(&[][..], Vec::as_slice);
            let compared = alike.len() <= MOST;
            let double = |at: &u32| {
                let stands = |other: &u32| self.stands_for(*other, *at);
                (*at as usize, compared && alike.iter().any(stands))
            };
            let settled: Vec<(usize, bool)> = alike.iter().map(double).collect();
            for (at, double) in settled {
                if let Some(kept) = self.operations.get_mut(at) {
                    self.doubles.changed += u32::from(kept.double != double);
                    kept.double = double;
                }
            }
        }
    }

    /// Whether one stands for another that says the same: the one that somebody has
    /// corrected or crossed out, else the one with the lesser id. Of two that were
    /// touched both stand.
    fn stands_for(&self, one: u32, other: u32) -> bool {
        let at = |index: u32| self.operations.get(index as usize);
        let (Some(one), Some(other)) = (at(one), at(other)) else { return false };
        let touched = |kept: &Kept| self.touching.contains_key(&kept.id);
        one.id.writer != other.id.writer
            && !touched(other)
            && (touched(one) || one.id < other.id)
            && self.says_the_same(one, other)
    }

    fn says_the_same(&self, one: &Kept, other: &Kept) -> bool {
        let KeptAct::Create(kind) = one.act else { return false };
        let Some(spec) = kinds::spec(kind) else { return false };
        let fields = |kept: &Kept| Fields::of(self.payload(kept)).map_while(Result::ok);
        let pairs = || fields(one).zip(fields(other));
        fields(one).count() == fields(other).count()
            && pairs().all(|((number, value), (also, said))| {
                let names = spec.fields.iter().any(|f| f.number == number && f.names_entries);
                number == also
                    && if names {
                        self.names_the_same((value, one.id.writer), (said, other.id.writer))
                    } else {
                        value == said
                    }
            })
    }

    /// Whether two values name one entry, or two that were begun in the same words.
    fn names_the_same(&self, one: (Value<'_>, Writer), other: (Value<'_>, Writer)) -> bool {
        let id = |(value, author)| Ref::from_value(value, author).ok().map(|Ref(id)| id);
        let begun = |id: OpId| {
            let kept = self.find(id)?;
            match kept.act {
                KeptAct::Create(kind) => Some((kind, self.payload(kept))),
                KeptAct::Change(_) | KeptAct::Retract(_) => None,
            }
        };
        match (id(one), id(other)) {
            (Some(one), Some(other)) => {
                one == other || (begun(one).is_some() && begun(one) == begun(other))
            }
            _ => false,
        }
    }
}
