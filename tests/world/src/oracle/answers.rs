//! What the server answers, and what people decide.

use record::Scopes;
use record::block;
use record::op::{Act, Operation};
use record::stream::Placed;
use record::sync::{Accepted, Refusal, Refused, Request, Response, SetAside};
use shared::holding::Holding;

use super::{Oracle, operations, truth};
use crate::device::Device;
use crate::service::Service;
use crate::world::STAFF;

impl Oracle {
    /// I6: what was set aside waits until the decision about it is kept, and what
    /// is added is added as it was said.
    pub fn decided(&mut self, at: usize, device: &Device, before: &[SetAside], add: bool) {
        self.copies.decided = true;
        let Some(open) = device.open().filter(|open| !open.saving) else { return };
        let own = |held: &&Holding| held.about.record == self.record;
        let Some(holding) = open.holdings.iter().find(own) else { return };
        let (name, value) = holding.decided_value(holding.decided);
        let kept = device.disk.content.values.get(&name);
        if holding.decided > 0 && kept != Some(&value) {
            self.wrong("I6", || format!("device {at} puts away what is not decided on its disk"));
            return;
        }
        let mut own: Vec<Operation> = Vec::new();
        for (pieces, signed) in [(&holding.outbox, false), (&holding.pending, true)] {
            for piece in pieces {
                own.extend(operations(piece.header, &piece.bytes, signed, holding.record.me()));
            }
        }
        let dropped = before
            .iter()
            .filter(|aside| add && aside.number <= holding.decided)
            .filter_map(|aside| Some((block::header(&aside.block).ok()?, &aside.block)))
            .flat_map(|(header, bytes)| operations(header, bytes, true, header.writer))
            .filter(|operation| match operation.act {
                Act::Create(kind) => record::kinds::spec(kind).is_some(),
                _ => false,
            })
            .find(|operation| {
                !own.iter().any(|own| {
                    own.act == operation.act
                        && own.payload == operation.payload
                        && own.happened == operation.happened
                })
            });
        if let Some(dropped) = dropped {
            self.wrong("I6", || format!("device {at} has not added {:?}", dropped.id));
        }
    }

    /// What a device may see and add to in Sam's record at this very moment.
    #[must_use]
    pub fn may(&mut self, service: &Service, device: usize) -> (Scopes, Scopes) {
        let Some(record) = self.record.filter(|record| !self.is_persons(device, *record)) else {
            return (Scopes::ALL, Scopes::ALL);
        };
        // Asked at every read and write of a flight, and changed by few.
        let (member, now) = (self.member(device), service.shelf.changed());
        match self.allowed.get(&member) {
            Some((then, may)) if *then == now => *may,
            _ => {
                let may = truth::consent(service, record, member);
                self.allowed.insert(member, (now, may));
                may
            }
        }
    }

    /// The server is about to write what somebody brings who may add to so much.
    pub fn might_add(&mut self, adds: Scopes, asked: &Request) {
        for bytes in &asked.push {
            if block::header(bytes).is_ok_and(|header| adds.has(header.scope)) {
                self.might.insert(super::sum(bytes));
            }
        }
    }

    /// What a device has signed and sent within one step is seen here first.
    pub fn sent(&mut self, device: usize, asked: &Request) {
        if self.whose(device) == STAFF {
            return;
        }
        for bytes in &asked.push {
            let Ok(header) = block::header(bytes) else { continue };
            for operation in operations(header, bytes, true, asked.writer) {
                self.hear(device, (asked.record, header.scope, operation.id), operation, false);
            }
        }
    }

    /// The server has answered a sync of this device's, which might see so much when
    /// that was read, and add to so much when the server wrote for it.
    pub fn answered(
        &mut self,
        device: usize,
        (sees, adds): (Scopes, Scopes),
        asked: &Request,
        said: &Response,
    ) {
        let record = asked.record;
        for accepted in &said.accepted {
            self.acknowledged((device, adds), asked, accepted);
        }
        for refused in &said.refused {
            self.refused(device, asked, refused);
        }
        self.forgotten.extend(said.withdrawn.iter().map(|scope| (device, record, *scope)));
        for part in &said.streams {
            self.give(record, part.scope, &part.blocks);
        }
        if self.is_persons(device, record) || said.streams.is_empty() {
            return;
        }
        // I4: as the person's consents stood when it was read.
        for part in &said.streams {
            if !sees.has(part.scope) && !part.blocks.is_empty() {
                let scope = part.scope;
                self.wrong("I4", || format!("device {device} was served {scope:?}, unallowed"));
            }
        }
    }

    fn acknowledged(
        &mut self,
        (device, adds): (usize, Scopes),
        asked: &Request,
        accepted: &Accepted,
    ) {
        let record = asked.record;
        for bytes in &asked.push {
            let Ok(header) = block::header(bytes) else { continue };
            if header.scope != accepted.scope || header.first != accepted.counter {
                continue;
            }
            // Or it was taken while it was allowed, and is acknowledged again.
            let once = self.might.contains(&super::sum(bytes));
            if !self.is_persons(device, record) && !adds.has(header.scope) && !once {
                self.wrong("I4", || {
                    format!("device {device} added to {:?}, unallowed", header.scope)
                });
            }
            let (first, arrived) = (accepted.first, accepted.arrived);
            self.give(record, header.scope, &[Placed { first, arrived, block: bytes.clone() }]);
            for operation in operations(header, bytes, true, asked.writer) {
                if self.is_copied(device) {
                    self.acknowledged_copied(record, header.scope, &operation);
                    continue;
                }
                let name = (record, header.scope, operation.id);
                self.hear(device, name, operation, false);
                if let Some(said) = self.said.get_mut(&name) {
                    said.acknowledged = true;
                    let device = said.device;
                    if let Some(waiting) = self.waiting.get_mut(&device) {
                        waiting.remove(&name);
                    }
                }
            }
        }
    }

    /// The server did not take a block.
    fn refused(&mut self, device: usize, asked: &Request, refused: &Refused) {
        match refused.reason {
            Refusal::Gap { .. } => {}
            // Another device has written under this one's number: what it said is
            // said again under another.
            Refusal::Clone { .. } if self.is_copied(device) => {}
            _ if self.is_copied(device) => {
                let blocks = asked.push.iter().filter_map(|bytes| {
                    let header = block::header(bytes).ok()?;
                    let is_it = header.scope == refused.scope && header.first == refused.counter;
                    is_it.then(|| operations(header, bytes, true, asked.writer))
                });
                for said in blocks {
                    self.refused_copied(asked.record, refused.scope, &said);
                }
            }
            _ => {
                self.refused.insert((asked.record, refused.scope, asked.writer));
            }
        }
    }
}
