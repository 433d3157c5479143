//! What must be true when everything has come to rest.

use std::collections::{BTreeMap, BTreeSet};

use record::block;
use record::kinds::AboutMe;
use record::rest::Row;
use record::stream::{Head, Placed};
use record::{OpId, Operation, Record, RecordId, Scope, Scopes, Writer};
use shared::holding::slot::{self, Area};
use shared::holding::{Holding, RecordSide};

use super::truth::{self, Truth};
use super::words::{operations, placed};
use super::{Name, Oracle};
use crate::device::Device;
use crate::service::Service;
use crate::world::STAFF;

impl Oracle {
    /// A device is lost, and what it had not sent is lost with it.
    pub fn lost(&mut self, at: usize, service: &Service, devices: &[Device]) {
        self.waiting.remove(&at);
        self.said.retain(|_, said| said.device != at || said.acknowledged);
        self.lost_copied(at);
        self.lost = true;
        self.seen.retain(|(device, ..), _| *device != at);
        self.holds.retain(|(device, _), _| *device != at);
        if self.healing {
            // It may have been the last to have something.
            self.restored(service, devices);
        }
    }

    /// The server was restored from a backup. What it has lost must come back,
    /// where the person's devices still have it.
    pub fn restored(&mut self, service: &Service, devices: &[Device]) {
        self.healing = true;
        let mut held: Vec<(RecordId, Scope, Operation)> = Vec::new();
        for ((at, index), record) in &self.holds {
            if self.whose(*at) < 2
                && let Some(device) = devices.get(*at)
            {
                for scope in Scope::ALL {
                    let rows = rows(device, *index, scope).into_iter();
                    held.extend(rows.map(|operation| (*record, scope, operation)));
                }
            }
        }
        let records: BTreeSet<RecordId> = self.holds.values().copied().collect();
        for record in records {
            for (scope, (_, blocks)) in truth::of(service, record).unwrap_or_default() {
                let blocks = blocks.iter().flat_map(placed);
                held.extend(blocks.map(|operation| (record, scope, operation)));
            }
        }
        self.restored_copied(&held);
        let held: BTreeSet<Name> = held
            .into_iter()
            .map(|(record, scope, operation)| (record, scope, operation.id))
            .collect();
        for (name, said) in &mut self.said {
            said.gone |= said.acknowledged && !held.contains(name);
        }
    }

    /// I2: what was acknowledged is on the server.
    pub fn still_there(&mut self, service: &Service) {
        if self.healing {
            return;
        }
        let records: BTreeSet<RecordId> = self
            .said
            .iter()
            .filter(|(_, said)| said.acknowledged)
            .map(|((record, ..), _)| *record)
            .chain(self.acknowledged_of_copied())
            .collect();
        for record in records {
            match truth::of(service, record) {
                Some(truth) => self.compare(record, &in_words(&truth)),
                None => self.wrong("I2", || "the server cannot read what it holds".to_owned()),
            }
        }
    }

    fn compare(&mut self, record: RecordId, words: &Words) {
        let mut held: BTreeMap<(Scope, OpId), &Operation> = BTreeMap::new();
        let mut doubled = None;
        for (scope, operations) in words {
            for operation in operations {
                if held.insert((*scope, operation.id), operation).is_some() {
                    doubled = Some((*scope, operation.id));
                }
            }
        }
        let copied: Vec<_> =
            held.iter().map(|((scope, _), operation)| (*scope, *operation)).collect();
        self.compare_copied(record, &copied);
        if let Some(name) = doubled {
            self.wrong("I5", || format!("the server holds {name:?} twice"));
        }
        let mut lost = None;
        for ((of, scope, id), said) in &self.said {
            if *of == record && said.acknowledged && !said.gone {
                match held.get(&(*scope, *id)) {
                    None => lost = Some(format!("the server has lost {scope:?} {id:?}")),
                    Some(operation) if **operation != said.operation => {
                        lost = Some(format!("the server holds other words as {scope:?} {id:?}"));
                    }
                    Some(_) => {}
                }
            }
        }
        if let Some(what) = lost {
            self.wrong("I2", || what);
        }
    }

    /// Everything that must be true at quiet.
    pub fn judge(&mut self, service: &Service, devices: &[Device]) {
        self.healing = false;
        let said = self.said.iter().filter(|(_, said)| said.acknowledged);
        let said = said.map(|((record, ..), _)| *record);
        let records: BTreeSet<RecordId> = self.holds.values().copied().chain(said).collect();
        for record in records {
            let Some(truth) = truth::of(service, record) else {
                self.wrong("I2", || "the server cannot read what it holds".to_owned());
                return;
            };
            let words = in_words(&truth);
            self.compare(record, &words);
            self.is_sound(&truth);
            let mut shown = BTreeMap::new();
            for (at, device) in devices.iter().enumerate() {
                // A colleague keeps nothing, and only the carer has two records.
                let whose = self.whose(at);
                if whose == STAFF || (self.record != Some(record) && whose != 2) {
                    continue;
                }
                match device.holdings().iter().find(|held| held.about.record == Some(record)) {
                    Some(holding) => {
                        let held = (&truth, &words);
                        self.holds_all(service, (at, device), holding, held, &mut shown);
                    }
                    None => self.wrong("I7", || format!("device {at} does not open")),
                }
            }
        }
        self.is_sent();
    }

    /// I5: every stream is whole, and each writer's counters follow each other.
    fn is_sound(&mut self, truth: &Truth) {
        for (scope, (head, blocks)) in truth {
            let reached = blocks.iter().fold(Head::default(), Head::after);
            if reached != *head {
                self.wrong("I5", || format!("{scope:?} does not reach its own hash"));
            }
            let mut last: BTreeMap<Writer, u32> = BTreeMap::new();
            for operation in blocks.iter().flat_map(placed) {
                let last = last.entry(operation.id.writer).or_default();
                *last += 1;
                if *last != operation.id.counter {
                    let id = operation.id;
                    self.wrong("I5", || format!("{scope:?} holds {id:?} out of turn"));
                    return;
                }
            }
        }
    }

    /// Whether a part of the record waits for another server.
    pub(super) fn waits(&self, scope: Scope) -> bool {
        self.older && scope == Scope::Own
    }

    /// I7: all that was written has reached the server, unless it was refused.
    fn is_sent(&mut self) {
        self.is_sent_copied();
        let left = self
            .waiting
            .values()
            .flatten()
            .filter(|(_, scope, _)| !self.waits(*scope))
            .find(|(record, scope, id)| !self.refused.contains(&(*record, *scope, id.writer)))
            .copied();
        if let Some(name) = left {
            self.wrong("I7", || format!("{name:?} was never sent"));
        }
    }

    /// I3, I4, I6: a device holds what it may, all of it, and shows it.
    fn holds_all(
        &mut self,
        service: &Service,
        (at, device): (usize, &Device),
        holding: &Holding,
        (truth, words): (&Truth, &Words),
        shown: &mut Shown,
    ) {
        if holding.about.record.is_none() {
            return;
        }
        let may = if holding.about.side == RecordSide::Person {
            Scopes::ALL
        } else {
            let (see, _) = self.may(service, at);
            // What it was told of, and what it holds of: it asks for both, so what
            // is allowed once more, and never went, stays.
            let held: Vec<Scope> = holding.cursors.iter().map(|(scope, _)| *scope).collect();
            see.and(holding.about.scopes.or(Scopes::of(&held)))
        };
        let none: (Head, Vec<Placed>) = (Head::default(), Vec::new());
        let mut behind = false;
        for scope in Scope::ALL {
            let (head, blocks) = truth.get(&scope).unwrap_or(&none);
            let mut kept = rows(device, holding.index, scope);
            if !may.has(scope) {
                if !kept.is_empty() {
                    self.wrong("I4", || format!("device {at} keeps {scope:?}, withdrawn"));
                }
                continue;
            }
            // What it has of this it had before the server became an older one.
            if self.waits(scope) && holding.cursor(scope).head != *head {
                behind = true;
                continue;
            }
            if holding.cursor(scope).head != *head {
                self.wrong("I7", || format!("device {at} has not all of {scope:?}"));
            }
            let all = words.get(&scope).map_or(&[][..], Vec::as_slice);
            kept.sort_by_key(|operation| operation.id);
            if *all != kept {
                self.wrong("I3", || format!("device {at} keeps another {scope:?}"));
            }
            let nameless = blocks
                .iter()
                .filter_map(|placed| block::header(&placed.block).ok())
                .map(|header| header.writer)
                .find(|writer| holding.writers.iter().all(|card| card.writer != *writer));
            if let Some(writer) = nameless {
                self.wrong("I3", || format!("device {at} does not know who {writer:?} is"));
            }
            if scope == Scope::About {
                // And what this device alone has, because it was refused.
                let own = holding.parked.iter().map(|parked| &parked.piece);
                let own = own.filter(|piece| piece.header.scope == scope);
                let own = own.flat_map(|piece| {
                    operations(piece.header, &piece.bytes, true, holding.record.me())
                });
                let all: Vec<Operation> = all.iter().cloned().chain(own).collect();
                self.shows_all(at, holding, &all);
            }
        }
        if behind {
            return;
        }
        let expects = || expected(holding, may, truth).fingerprint();
        let nothing = holding.outbox.is_empty()
            && holding.pending.is_empty()
            && !holding.parked.iter().any(|parked| parked.why.shows());
        let found = holding.record.fingerprint();
        // Devices that have nothing of their own show the same.
        let same = if nothing {
            *shown.entry(may.bits()).or_insert_with(expects) == found
        } else {
            expects() == found
        };
        if !same {
            self.wrong("I3", || format!("device {at} shows another record"));
        }
    }

    /// I6: every value that nobody has replaced is shown.
    fn shows_all(&mut self, at: usize, holding: &Holding, all: &[Operation]) {
        let operations: Vec<&Operation> = all.iter().collect();
        for entry in holding.record.all::<AboutMe>() {
            let shown: BTreeSet<Vec<u8>> = entry
                .conflicts
                .iter()
                .filter(|conflict| conflict.field.number == 1)
                .flat_map(|conflict| conflict.values.iter().map(|(_, value)| value))
                .chain([&entry.value])
                .filter_map(|value| value.most_important.clone().map(String::into_bytes))
                .collect();
            let stand = truth::standing(&operations, entry.id.created_by());
            let dropped: Vec<_> = stand.difference(&shown).collect();
            if !dropped.is_empty() {
                self.wrong("I6", || {
                    format!("device {at} shows nothing of {} values", dropped.len())
                });
            }
        }
    }
}

/// What devices show that may see so much, and have nothing of their own to send.
type Shown = BTreeMap<u64, Vec<String>>;

/// What the server holds, in words, by name.
type Words = BTreeMap<Scope, Vec<Operation>>;

fn in_words(truth: &Truth) -> Words {
    let operations = |blocks: &[Placed]| {
        let mut operations: Vec<Operation> = blocks.iter().flat_map(placed).collect();
        operations.sort_by_key(|operation| operation.id);
        operations
    };
    truth.iter().map(|(scope, (_, blocks))| (*scope, operations(blocks))).collect()
}

/// A record folded from the beginning, from what the server holds and what the
/// device has of its own.
fn expected(holding: &Holding, may: Scopes, truth: &Truth) -> Record {
    let mut expected = Record::new(holding.record.me());
    for (scope, (_, blocks)) in truth {
        for block in blocks.iter().filter(|_| may.has(*scope)) {
            if let Ok((draft, _)) = block::unsigned(&block.block) {
                let _ = expected.apply(draft, Some(block.arrived));
            }
        }
    }
    for piece in &holding.outbox {
        let _ = expected.apply(&piece.bytes, None);
    }
    for piece in &holding.pending {
        if let Ok((draft, _)) = block::unsigned(&piece.bytes) {
            let _ = expected.apply(draft, None);
        }
    }
    // After what has its names: where something else has the name, that holds.
    for parked in &holding.parked {
        if parked.is_shown_in(&expected)
            && let Ok((draft, _)) = block::unsigned(&parked.piece.bytes)
        {
            let _ = expected.apply(draft, None);
        }
    }
    expected
}

/// The operations of a stream as they lie on a device's disk.
pub(super) fn rows(device: &Device, index: u32, scope: Scope) -> Vec<Operation> {
    let slot = slot::of(index, Area::Stream, scope);
    let mut operations = Vec::new();
    for (_, body) in device.disk.content.rows.range((slot, 0)..=(slot, u64::MAX)) {
        match Row::read(body) {
            Ok(Row::Blocks(blocks)) => operations.extend(blocks.iter().flat_map(placed)),
            Ok(Row::Packed(packed)) => operations.extend(unpacked(&packed)),
            Err(_) => {}
        }
    }
    operations
}

/// The operations of a packed row.
fn unpacked(packed: &record::rest::Packed) -> Vec<Operation> {
    let drafts = packed.drafts.iter();
    drafts
        .filter_map(|(draft, _)| Some((block::header(draft).ok()?, draft)))
        .flat_map(|(header, draft)| operations(header, draft, false, header.writer))
        .collect()
}
