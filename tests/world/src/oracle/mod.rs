//! What must be true, and who notices where it is not: the invariants.
//!
//! - **I1** what was shown as saved is in the device's log or the server's;
//! - **I2** what was acknowledged survives any crash;
//! - **I3** after quiet, entitled replicas hold the same;
//! - **I4** no replica is served, nor keeps, what it may not see;
//! - **I5** nothing has its effect twice, and no two things have one name;
//! - **I6** nobody's word is silently dropped where two disagree;
//! - **I7** once faults stop, everything is sent and everything has come.

mod answers;
mod copies;
mod quiet;
mod truth;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash as _, Hasher as _};

use record::block::Header;
use record::op::Operation;
use record::rest::Row;
use record::stream::Placed;
use record::{Member, OpId, RecordId, Scope, Scopes, Writer};
use shared::holding::slot::{self, Area};
use shared::holding::{Holding, Piece};

use self::copies::Copies;
use self::words::{covers, header_of, is_same, operations, own_words};
use crate::device::Device;
use crate::template::Template;
use crate::world::STAFF;

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which invariant: "I1" to "I7".
    pub invariant: &'static str,
    /// What was found.
    pub what: String,
}

/// The name of an operation in the whole world.
pub type Name = (RecordId, Scope, OpId);

/// An operation that somebody wrote.
#[derive(Clone, Debug)]
struct Said {
    operation: Operation,
    device: usize,
    acknowledged: bool,
    /// The server was restored to before it had it, and no device of the
    /// person's has it: nobody can bring it back.
    gone: bool,
}

/// What is known to be true.
#[derive(Default)]
pub struct Oracle {
    /// What was found to be wrong first.
    pub fault: Option<Fault>,
    /// The server is an older one, which has no stream for what the person keeps to
    /// themselves: that waits, or is not given, until it is replaced.
    pub older: bool,
    said: BTreeMap<Name, Said>,
    /// By device: whose it is, as the number of the first that they had; a copy is
    /// the person's whose device was copied.
    whose: Vec<usize>,
    copies: Copies,
    /// By device: what the server has not acknowledged.
    waiting: BTreeMap<usize, BTreeSet<Name>>,
    /// Drafts and blocks that were looked at, by their sum.
    seen: BTreeMap<(usize, u32, bool, Scope, u32), u64>,
    /// Blocks in the places that the server gave them, by their sum.
    pub(crate) given: BTreeSet<u64>,
    /// Which record a device holds under which number.
    holds: BTreeMap<(usize, u32), RecordId>,
    /// Writers who were refused for good somewhere.
    refused: BTreeSet<(RecordId, Scope, Writer)>,
    /// What a device was told to forget: it no longer knows its own counters there.
    forgotten: BTreeSet<(usize, RecordId, Scope)>,
    /// Blocks that came while their writer was allowed to add them, by their sum.
    might: BTreeSet<u64>,
    /// What a member may see and add to, and when the server's disk said so.
    allowed: BTreeMap<Member, (u64, (Scopes, Scopes))>,
    /// A device was lost, and its owner has another.
    lost: bool,
    /// The server was restored, and may not have been healed yet.
    healing: bool,
    record: Option<RecordId>,
    carer: Member,
    team: Member,
}

fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn place_sum(record: RecordId, scope: Scope, placed: &Placed) -> u64 {
    let mut hash = std::hash::DefaultHasher::new();
    (record.0, scope.code(), placed.first, placed.arrived, &placed.block).hash(&mut hash);
    hash.finish()
}

impl Oracle {
    /// At the beginning.
    #[must_use]
    pub fn new(template: &Template, devices: usize) -> Self {
        Self {
            record: Some(template.record),
            carer: template.carer,
            team: template.team,
            given: template.given.clone(),
            whose: (0..devices).collect(),
            ..Self::default()
        }
    }

    fn wrong(&mut self, invariant: &'static str, what: impl FnOnce() -> String) {
        if self.fault.is_none() {
            self.fault = Some(Fault { invariant, what: what() });
        }
    }

    /// Whose device this is, as the number of the first that they had.
    #[must_use]
    pub fn whose(&self, device: usize) -> usize {
        self.whose.get(device).copied().unwrap_or(device)
    }

    /// Who has this device is, in Sam's record.
    fn member(&self, device: usize) -> Member {
        match self.whose(device) {
            0 | 1 => Member::PERSON,
            STAFF => self.team,
            _ => self.carer,
        }
    }

    fn is_persons(&self, device: usize, record: RecordId) -> bool {
        self.whose(device) < 2 || self.record != Some(record)
    }

    /// Whether it shares its number with another.
    #[must_use]
    pub fn is_copied(&self, device: usize) -> bool {
        self.copies.twins.contains(&device)
    }

    /// Whether any device was copied.
    #[must_use]
    pub fn has_copies(&self) -> bool {
        !self.copies.twins.is_empty()
    }

    /// Whether any device was lost.
    #[must_use]
    pub fn has_lost(&self) -> bool {
        self.lost
    }

    /// Looks at a device after something has happened to it.
    pub fn watch(&mut self, at: usize, device: &mut Device) {
        for holding in device.holdings() {
            let Some(record) = holding.about.record else { continue };
            self.holds.insert((at, holding.index), record);
            for piece in &holding.outbox {
                self.heard(at, record, holding, piece, false);
            }
            for piece in &holding.pending {
                self.heard(at, record, holding, piece, true);
            }
        }
        self.is_given(at, device);
        self.is_kept(at, device);
    }

    /// A draft or block that the app holds: the page has said "saved".
    fn heard(
        &mut self,
        at: usize,
        record: RecordId,
        holding: &Holding,
        piece: &Piece,
        signed: bool,
    ) {
        let place = (at, holding.index, signed, piece.header.scope, piece.header.first);
        let sum = sum(&piece.bytes);
        if self.seen.insert(place, sum) == Some(sum) {
            return;
        }
        for operation in operations(piece.header, &piece.bytes, signed, holding.record.me()) {
            self.hear(at, (record, piece.header.scope, operation.id), operation, !holding.kept);
        }
    }

    /// A device that has another number by now says again under that what it had
    /// not sent: the name before is nobody's.
    fn renamed(&mut self, device: usize, new: Name, operation: &Operation) {
        let Some(waiting) = self.waiting.get_mut(&device) else { return };
        let said = &self.said;
        waiting.retain(|name| {
            (name.0, name.1) != (new.0, new.1)
                || name.2.writer == new.2.writer
                || said.get(name).is_none_or(|said| !is_same(&said.operation, operation))
        });
    }

    fn hear(&mut self, device: usize, name: Name, operation: Operation, volatile: bool) {
        if self.is_copied(device) {
            return self.hear_copied(device, name.0, name.1, &operation);
        }
        match self.said.get(&name) {
            None => {
                self.renamed(device, name, &operation);
                if !volatile {
                    self.waiting.entry(device).or_default().insert(name);
                }
                let said = Said { operation, device, acknowledged: false, gone: false };
                self.said.insert(name, said);
            }
            // A device that keeps nothing begins again from what the server has.
            Some(said) if volatile && !said.acknowledged && said.device == device => {
                let said = Said { operation, ..said.clone() };
                self.said.insert(name, said);
            }
            // What was refused as it was may be written otherwise: a void.
            Some(said)
                if said.operation != operation
                    && !said.acknowledged
                    && self.refused.contains(&(name.0, name.1, name.2.writer)) =>
            {
                let said = Said { operation, ..said.clone() };
                self.said.insert(name, said);
            }
            // Counted anew after all of it was forgotten: the server tells it apart, as
            // a copied device's.
            Some(said)
                if said.operation != operation
                    && self.forgotten.contains(&(device, name.0, name.1)) =>
            {
                self.by_content(device);
                self.copies.anew = true;
                self.hear_copied(device, name.0, name.1, &operation);
            }
            Some(said) if said.operation != operation => {
                self.wrong("I5", || format!("two operations have one name: {name:?}"));
            }
            Some(_) => {}
        }
    }

    /// I5: what a device keeps as the server's is what the server gave it, to the
    /// last bit and in its place.
    fn is_given(&mut self, at: usize, device: &mut Device) {
        for (slot, position) in device.disk.fresh() {
            let Some((index, Area::Stream, scope)) = slot::read(slot) else { continue };
            let Some(record) = self.holds.get(&(at, index)).copied() else { continue };
            let Some(body) = device.disk.content.rows.get(&(slot, position)) else { continue };
            match Row::read(body) {
                Ok(Row::Blocks(blocks)) => {
                    let given = |placed| self.given.contains(&place_sum(record, scope, placed));
                    if !blocks.iter().all(given) {
                        self.wrong("I5", || {
                            format!("device {at} keeps what nobody gave it in {scope:?}")
                        });
                    }
                }
                // Made on the device, of blocks that were looked at.
                Ok(Row::Packed(_)) => {}
                Err(_) => self.wrong("I5", || format!("device {at} cannot read {scope:?}")),
            }
        }
    }

    /// The server has given these blocks.
    fn give(&mut self, record: RecordId, scope: Scope, blocks: &[Placed]) {
        self.given.extend(blocks.iter().map(|placed| place_sum(record, scope, placed)));
    }

    /// I1: what was shown as saved is on the device, until the server has it.
    fn is_kept(&mut self, at: usize, device: &Device) {
        if self.is_copied(at) {
            return self.is_kept_copied(at, device);
        }
        if self.waiting.get(&at).is_none_or(BTreeSet::is_empty) {
            return;
        }
        let mut runs: Vec<(RecordId, Header)> = Vec::new();
        for ((slot, _), body) in &device.disk.content.rows {
            let Some((index, area, _)) = slot::read(*slot) else { continue };
            if area != Area::Stream
                && let Some(record) = self.holds.get(&(at, index))
                && let Some(header) = header_of(area, body)
            {
                runs.push((*record, header));
            }
        }
        // What came back with the stream is the server's.
        let came = |name: &Name| {
            let (record, scope, _) = name;
            let held = self.holds.iter().filter(|((of, _), held)| *of == at && *held == record);
            held.flat_map(|((_, index), _)| quiet::rows(device, *index, *scope))
                .any(|came| is_same(&self.said[name].operation, &came))
        };
        if let Some(waiting) = self.waiting.get_mut(&at) {
            waiting.retain(|name| covers(&runs, name) || !came(name));
        }
        let waiting = &self.waiting[&at];
        // Where its number has changed on the disk alone so far, it has another name.
        let is_lost = |name: &&Name| {
            !covers(&runs, name)
                && !own_words(device).any(|word| is_same(&self.said[*name].operation, &word))
        };
        let lost = waiting.iter().find(is_lost).copied();
        let forgotten = device.open().and_then(|open| {
            let held: Vec<(RecordId, Header)> = open
                .holdings
                .iter()
                .filter_map(|held| held.about.record.map(|record| (record, held)))
                .flat_map(|(record, held)| {
                    held.outbox
                        .iter()
                        .chain(&held.pending)
                        .chain(held.parked.iter().map(|parked| &parked.piece))
                        .map(move |piece| (record, piece.header))
                })
                .collect();
            waiting.iter().find(|name| !covers(&held, name)).copied()
        });
        if let Some(name) = lost {
            self.wrong("I1", || format!("device {at} showed as saved and has lost {name:?}"));
        } else if let Some(name) = forgotten {
            self.wrong("I1", || format!("device {at} has, and does not show, {name:?}"));
        }
    }
}
