//! What was said, read out of blocks, drafts and rows.

use record::block::{self, Header};
use record::op::{Act, Operation};
use record::stream::Placed;
use record::{OpId, RecordId, Touch, Writer};
use shared::holding::Parked;
use shared::holding::slot::{self, Area};

use super::Name;
use crate::device::Device;

/// An operation with its writer's number wherever it says "this device".
fn absolute(mut operation: Operation, author: Writer) -> Operation {
    let own = |id: OpId| OpId { writer: id.writer.or(author), ..id };
    operation.id = own(operation.id);
    let touch = |touch: Touch| Touch {
        entry: own(touch.entry),
        seen: touch.seen.into_iter().map(own).collect(),
    };
    operation.act = match operation.act {
        Act::Create(kind) => Act::Create(kind),
        Act::Change(what) => Act::Change(touch(what)),
        Act::Retract(what) => Act::Retract(touch(what)),
    };
    operation
}

/// The operations of a draft or a signed block.
pub(super) fn operations(header: Header, bytes: &[u8], signed: bool, me: Writer) -> Vec<Operation> {
    let draft =
        if signed { block::unsigned(bytes).map_or(bytes, |(draft, _)| draft) } else { bytes };
    let author = header.writer.or(me);
    let operations = block::decode(draft).unwrap_or_default();
    operations.into_iter().map(|operation| absolute(operation, author)).collect()
}

/// The operations of a block in its place.
pub(super) fn placed(placed: &Placed) -> Vec<Operation> {
    block::header(&placed.block)
        .map(|header| operations(header, &placed.block, true, header.writer))
        .unwrap_or_default()
}

/// What lies on a device's disk of its own, and was not acknowledged.
pub(super) fn own_words(device: &Device) -> impl Iterator<Item = Operation> {
    let rows = device.disk.content.rows.iter();
    rows.filter_map(|((slot, _), body)| {
        let (_, area, _) = slot::read(*slot)?;
        let header = header_of(area, body)?;
        Some(operations(header, body, area == Area::Pending, header.writer))
    })
    .flatten()
}

/// What a row of a device's own says of itself.
pub(super) fn header_of(area: Area, body: &[u8]) -> Option<Header> {
    match area {
        Area::Outbox | Area::Pending => block::header(body).ok(),
        Area::Parked => Some(Parked::read(body).ok()?.piece.header),
        Area::Stream | Area::SetAside => None,
    }
}

/// Whether they are the same, perhaps under two names: what was written keeps its
/// times.
pub(super) fn is_same(one: &Operation, other: &Operation) -> bool {
    one.recorded == other.recorded && one.happened == other.happened
}

pub(super) fn covers(runs: &[(RecordId, Header)], (record, scope, id): &Name) -> bool {
    runs.iter().any(|(of, header)| {
        of == record
            && header.scope == *scope
            && header.first <= id.counter
            && id.counter <= header.last()
    })
}
