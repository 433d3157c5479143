//! Operations into bytes.

use super::{
    Before, HAPPENED_NOW, Header, MAX_BLOCK, MAX_OPERATIONS, NEXT_TICK, ON_BEHALF, OTHER_ZONE,
    SAME_KIND, SIGNATURE, VERSION, read::read_header,
};
use crate::codec::{DecodeError, Reader, put_int, put_sized, put_uint};
use crate::ids::{OpId, Scope, Writer};
use crate::op::{Act, MAX_PAYLOAD, Operation};
use crate::time::Zone;

/// Why operations cannot be made into a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlockError {
    /// There are none, or too many.
    #[error("a block holds 1 to {MAX_OPERATIONS} operations")]
    Count,
    /// They are not one writer's, in order from 1, without gaps.
    #[error("a block holds one writer's operations, in order")]
    Order,
    /// One is too large, or all together are.
    #[error("too large for a block")]
    TooLarge,
}

/// Encodes operations as a draft: a block without its signature.
///
/// # Errors
/// [`BlockError`] where they cannot stand in one block.
pub fn encode(
    scope: Scope,
    writer: Writer,
    operations: &[Operation],
) -> Result<Vec<u8>, BlockError> {
    let first = operations.first().ok_or(BlockError::Count)?;
    let count = u32::try_from(operations.len()).map_err(|_| BlockError::Count)?;
    if operations.len() > MAX_OPERATIONS {
        return Err(BlockError::Count);
    }
    let header = Header { scope, writer, first: first.id.counter, count };
    if !header.fits() {
        return Err(BlockError::Order);
    }
    let mut out = Vec::with_capacity(32 + operations.len() * 32);
    put_header(&mut out, header);

    let mut zones: Vec<&Zone> = Vec::new();
    for operation in operations {
        if !zones.contains(&&operation.happened.zone) {
            zones.push(&operation.happened.zone);
        }
    }
    put_uint(&mut out, first.recorded.ms().cast_unsigned());
    put_uint(&mut out, zones.len() as u64);
    for zone in &zones {
        put_sized(&mut out, zone.name().as_bytes());
    }

    let mut before = Before::new(first.recorded.ms(), first.id.counter);
    for operation in operations {
        if operation.id.writer.or(writer) != writer || operation.id.counter != before.counter {
            return Err(BlockError::Order);
        }
        if operation.payload.len() > MAX_PAYLOAD {
            return Err(BlockError::TooLarge);
        }
        put_operation(&mut out, operation, writer, &zones, &mut before);
    }
    if out.len() + SIGNATURE > MAX_BLOCK {
        return Err(BlockError::TooLarge);
    }
    Ok(out)
}

/// The same draft under the number that its device has now: what was written
/// before the device had one is claimed with this, and then signed. Nothing but
/// the header changes.
///
/// # Errors
/// [`DecodeError`] where the header cannot be read; [`DecodeError::Code`] where
/// the draft has another writer's number already.
pub fn claim(draft: &[u8], writer: Writer) -> Result<Vec<u8>, DecodeError> {
    let mut reader = Reader::new(draft);
    let header = read_header(&mut reader)?;
    if header.writer.or(writer) != writer {
        return Err(DecodeError::Code);
    }
    let mut out = Vec::with_capacity(draft.len() + 4 + SIGNATURE);
    put_header(&mut out, Header { writer, ..header });
    out.extend_from_slice(reader.bytes(reader.left())?);
    Ok(out)
}

fn put_header(out: &mut Vec<u8>, header: Header) {
    out.push(VERSION);
    out.push(header.scope.code());
    put_uint(out, u64::from(header.writer.0));
    put_uint(out, u64::from(header.first));
    put_uint(out, u64::from(header.count));
}

fn put_operation(
    out: &mut Vec<u8>,
    operation: &Operation,
    writer: Writer,
    zones: &[&Zone],
    before: &mut Before,
) {
    let zone = zones.iter().position(|zone| **zone == operation.happened.zone).unwrap_or(0);
    let next_tick = before.recorded.0.checked_add(1) == Some(operation.recorded.0);
    let now = operation.happened.at == operation.recorded.ms().div_euclid(1000);
    let mut flags = match operation.act {
        Act::Create(kind) if kind == before.kind => SAME_KIND,
        Act::Create(_) => 0,
        Act::Change(_) => 1,
        Act::Retract(_) => 2,
    };
    for (on, flag) in [
        (zone != before.zone, OTHER_ZONE),
        (next_tick, NEXT_TICK),
        (operation.on_behalf.is_some(), ON_BEHALF),
        (now, HAPPENED_NOW),
    ] {
        if on {
            flags |= flag;
        }
    }
    out.push(flags);
    match &operation.act {
        Act::Create(kind) => {
            if *kind != before.kind {
                put_uint(out, u64::from(kind.0));
                before.kind = *kind;
            }
        }
        Act::Change(touch) | Act::Retract(touch) => {
            put_id(out, touch.entry, writer, operation.id.counter);
            put_uint(out, touch.seen.len() as u64);
            for id in &touch.seen {
                put_id(out, *id, writer, operation.id.counter);
            }
        }
    }
    if !next_tick {
        put_int(out, operation.recorded.ms().wrapping_sub(before.recorded.ms()));
        put_uint(out, u64::from(operation.recorded.logical()));
    }
    if !now {
        put_int(out, operation.happened.at.wrapping_sub(before.happened));
    }
    if zone != before.zone {
        put_uint(out, zone as u64);
    }
    if let Some(member) = operation.on_behalf {
        put_uint(out, u64::from(member.0));
    }
    put_sized(out, &operation.payload);
    before.recorded = operation.recorded;
    before.happened = operation.happened.at;
    before.zone = zone;
    before.counter = before.counter.wrapping_add(1);
}

/// Own operations by how far back, others' by writer and counter.
fn put_id(out: &mut Vec<u8>, id: OpId, writer: Writer, counter: u32) {
    if id.writer.or(writer) == writer {
        put_uint(out, 0);
        put_int(out, i64::from(counter) - i64::from(id.counter));
    } else {
        put_uint(out, u64::from(id.writer.0));
        put_uint(out, u64::from(id.counter));
    }
}
