//! Devices that were copied. A copy goes on under the same key and number, so a
//! name no longer says which operation is meant: two branches have it, and one of
//! them gets other names in the end. What such devices say is known by its content.

use std::collections::{BTreeMap, BTreeSet};

use record::op::{Act, KindId};
use record::{Operation, RecordId, Scope};
use shared::holding::slot::{self, Area};
use shared::holding::{Holding, Parked};

use super::{Name, Oracle, operations};
use crate::device::Device;
use record::block;

/// What an operation says, whatever it is called. No two in a world say the same:
/// what people write is numbered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Content {
    pub(super) record: RecordId,
    pub(super) scope: Scope,
    says: String,
}

/// What is known of copied devices.
#[derive(Default)]
pub(super) struct Copies {
    /// Those that share their number with another.
    pub(super) twins: BTreeSet<usize>,
    /// By device: what the server has not acknowledged.
    owed: BTreeMap<usize, BTreeSet<Content>>,
    /// What it has acknowledged, unless nobody can bring it back.
    acknowledged: BTreeSet<Content>,
    /// What the server did not take from them for good.
    refused: BTreeSet<Content>,
    /// Somebody decided about what was set aside: two may have added the same.
    pub(super) decided: bool,
    /// A carer's device counted anew in what it had to forget.
    pub(super) anew: bool,
    /// The server was restored.
    restored: bool,
}

impl Content {
    /// None for a void, which says nothing.
    pub(super) fn of(record: RecordId, scope: Scope, operation: &Operation) -> Option<Self> {
        let act = match operation.act {
            Act::Create(KindId::VOID) => return None,
            Act::Create(kind) => format!("{kind:?}"),
            Act::Change(_) => "change".to_owned(),
            Act::Retract(_) => "retract".to_owned(),
        };
        let Operation { payload, happened, recorded, .. } = operation;
        let says = format!("{act} {payload:?} {happened:?} {recorded:?}");
        Some(Self { record, scope, says })
    }
}

impl Oracle {
    /// A device was copied: what it has not sent, the copy has not sent either, and
    /// from now on neither is known by names.
    pub fn copied(&mut self, from: usize, copy: usize) {
        debug_assert_eq!(copy, self.whose.len());
        self.whose.push(self.whose(from));
        let held: Vec<_> = self.holds.iter().filter(|((at, _), _)| *at == from).collect();
        let held: Vec<_> = held.into_iter().map(|((_, index), of)| ((copy, *index), *of)).collect();
        self.holds.extend(held);
        self.by_content(from);
        self.copies.twins.insert(copy);
        let owed = self.copies.owed.get(&from).cloned().unwrap_or_default();
        self.copies.owed.insert(copy, owed);
    }

    /// From now on, what a device has said is known by its content.
    pub(super) fn by_content(&mut self, device: usize) {
        self.copies.twins.insert(device);
        self.waiting.remove(&device);
        let mut owed = self.copies.owed.remove(&device).unwrap_or_default();
        let said = self.said.iter().filter(|(_, said)| said.device == device);
        let names: Vec<Name> = said.map(|(name, _)| *name).collect();
        for name in names {
            let Some(said) = self.said.remove(&name) else { continue };
            let Some(content) = Content::of(name.0, name.1, &said.operation) else { continue };
            if !said.acknowledged {
                if self.refused.contains(&(name.0, name.1, name.2.writer)) {
                    self.copies.refused.insert(content.clone());
                }
                owed.insert(content);
            } else if !said.gone {
                self.copies.acknowledged.insert(content);
            }
        }
        self.copies.owed.insert(device, owed);
    }

    /// A device is lost: what it alone had to send is lost with it.
    pub(super) fn lost_copied(&mut self, device: usize) {
        self.copies.owed.remove(&device);
    }

    /// A copied device has said this.
    pub(super) fn hear_copied(
        &mut self,
        device: usize,
        record: RecordId,
        scope: Scope,
        operation: &Operation,
    ) {
        let Some(content) = Content::of(record, scope, operation) else { return };
        if !self.copies.acknowledged.contains(&content) {
            self.copies.owed.entry(device).or_default().insert(content);
        }
    }

    /// The server has this of a copied device's.
    pub(super) fn acknowledged_copied(
        &mut self,
        record: RecordId,
        scope: Scope,
        operation: &Operation,
    ) {
        let Some(content) = Content::of(record, scope, operation) else { return };
        for owed in self.copies.owed.values_mut() {
            owed.remove(&content);
        }
        self.copies.acknowledged.insert(content);
    }

    /// I1 for a copied device: what it showed as saved is on it, in the app and on
    /// the disk, until the server has it.
    pub(super) fn is_kept_copied(&mut self, at: usize, device: &Device) {
        let Some(owed) = self.copies.owed.get(&at).filter(|owed| !owed.is_empty()) else { return };
        let mut kept = BTreeSet::new();
        for ((slot, _), body) in &device.disk.content.rows {
            let Some((index, area, scope)) = slot::read(*slot) else { continue };
            let Some(record) = self.holds.get(&(at, index)).copied() else { continue };
            let (bytes, signed) = match area {
                Area::Outbox => (body.clone(), false),
                Area::Pending => (body.clone(), true),
                Area::Parked => match Parked::read(body) {
                    Ok(parked) => (parked.piece.bytes, true),
                    Err(_) => continue,
                },
                Area::Stream | Area::SetAside => continue,
            };
            let Ok(header) = block::header(&bytes) else { continue };
            let own = operations(header, &bytes, signed, header.writer);
            kept.extend(own.iter().filter_map(|said| Content::of(record, scope, said)));
        }
        if !owed.is_subset(&kept) {
            // What came back with the stream is the server's.
            let held = self.holds.iter().filter(|((device, _), _)| *device == at);
            let came: Vec<Content> = held
                .flat_map(|((_, index), record)| Scope::ALL.map(|scope| (*record, *index, scope)))
                .flat_map(|(record, index, scope)| {
                    let rows = super::quiet::rows(device, index, scope).into_iter();
                    rows.filter_map(move |said| Content::of(record, scope, &said))
                })
                .collect();
            self.copies.owed.entry(at).or_default().retain(|owed| !came.contains(owed));
        }
        let owed = self.copies.owed.get(&at).cloned().unwrap_or_default();
        let lost = owed.iter().find(|content| !kept.contains(*content)).cloned();
        let shown = device.open().map(|open| open.holdings.iter().flat_map(own_of).collect());
        let forgotten = shown
            .and_then(|shown: BTreeSet<Content>| owed.iter().find(|said| !shown.contains(*said)))
            .cloned();
        if let Some(content) = lost {
            self.wrong("I1", || format!("copied device {at} showed as saved and lost {content:?}"));
        } else if let Some(content) = forgotten {
            self.wrong("I1", || format!("copied device {at} has, and does not show, {content:?}"));
        }
    }

    /// The server did not take a block of a copied device's, for good.
    pub(super) fn refused_copied(&mut self, record: RecordId, scope: Scope, said: &[Operation]) {
        let contents = said.iter().filter_map(|said| Content::of(record, scope, said));
        self.copies.refused.extend(contents);
    }

    /// What nobody can bring back is no longer asked for.
    pub(super) fn restored_copied(&mut self, held: &[(RecordId, Scope, Operation)]) {
        self.copies.restored = true;
        if self.copies.twins.is_empty() {
            return;
        }
        let held: BTreeSet<Content> = held
            .iter()
            .filter_map(|(record, scope, said)| Content::of(*record, *scope, said))
            .collect();
        self.copies.acknowledged.retain(|content| held.contains(content));
    }

    /// The records of which the server has acknowledged something of theirs.
    pub(super) fn acknowledged_of_copied(&self) -> impl Iterator<Item = RecordId> {
        self.copies.acknowledged.iter().map(|content| content.record)
    }

    /// I2, I5: what copied devices said and was acknowledged is on the server, once.
    pub(super) fn compare_copied(&mut self, record: RecordId, held: &[(Scope, &Operation)]) {
        if self.copies.twins.is_empty() {
            return;
        }
        let mut count: BTreeMap<Content, usize> = BTreeMap::new();
        for (scope, operation) in held {
            if let Some(content) = Content::of(record, *scope, operation) {
                *count.entry(content).or_default() += 1;
            }
        }
        let of_record = |content: &&Content| content.record == record;
        let lost = self
            .copies
            .acknowledged
            .iter()
            .filter(of_record)
            .find(|content| !count.contains_key(*content))
            // What a carer wrote before they had to forget it, or a lost device before
            // its copy wrote under the same names, and the server lost, may stand apart
            // on the person's device: the names are taken.
            .filter(|_| !(self.copies.restored && (self.copies.anew || self.lost)))
            .cloned();
        if let Some(content) = lost {
            self.wrong("I2", || format!("the server has lost {content:?}"));
        }
        // Two who agree on a consent, or on what was set aside, in one moment say the
        // same. And of a device that the restored server does not know, another may
        // hold what that has not; it may be given back after it was written again.
        let doubled = count
            .into_iter()
            .find(|(content, times)| *times > 1 && content.scope != Scope::Sharing)
            .filter(|_| !(self.copies.decided || self.copies.restored && self.lost));
        if let Some((content, _)) = doubled {
            self.wrong("I5", || format!("what was said once is on the server twice: {content:?}"));
        }
    }

    /// I7: all that copied devices wrote has reached the server.
    pub(super) fn is_sent_copied(&mut self) {
        let left = self
            .copies
            .owed
            .values()
            .flatten()
            .filter(|content| !self.waits(content.scope))
            .find(|content| !self.copies.refused.contains(*content))
            .cloned();
        if let Some(content) = left {
            self.wrong("I7", || format!("a copied device never sent {content:?}"));
        }
    }
}

/// What a device holds of its own, in the app.
fn own_of(holding: &Holding) -> Vec<Content> {
    let Some(record) = holding.about.record else { return Vec::new() };
    let parked = holding.parked.iter().map(|parked| (&parked.piece, true));
    let pending = holding.pending.iter().map(|piece| (piece, true));
    let outbox = holding.outbox.iter().map(|piece| (piece, false));
    outbox
        .chain(pending)
        .chain(parked)
        .flat_map(|(piece, signed)| {
            operations(piece.header, &piece.bytes, signed, holding.record.me())
                .into_iter()
                .filter_map(|said| Content::of(record, piece.header.scope, &said))
                .collect::<Vec<_>>()
        })
        .collect()
}
