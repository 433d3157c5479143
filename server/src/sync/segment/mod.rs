//! Segments: many old blocks of one stream as the bytes of one entry, before they
//! are sealed.
//!
//! Layout (numbers as in [`record::codec`]):
//!
//! ```text
//! version 1 · hash before the first block, 16 bytes · the first operation's number
//! blocks: count
//! signatures, 64 bytes each
//! columns: count, then of each: name, length, packed length (0: not packed), bytes
//! ```
//!
//! A signature does not get smaller, so all of them stand by themselves. All else
//! is taken apart into columns of the same kind: all writers, all times, all
//! values of one field of one kind. What is alike then stands together, and is
//! packed together. A block is made of its operations again by the one encoding
//! that they have ([`block::encode`]); one that would not become the same bytes is
//! kept as it is.

mod columns;
mod payload;
#[cfg(test)]
mod tests;

use record::block::{self, Header, SIGNATURE};
use record::codec::{DecodeError, Reader, put_uint};
use record::op::{Act, KindId, Operation, Touch};
use record::stream::{Head, Placed};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, Scope, Writer};

use columns::{Name, Taking, Writing};

const VERSION: u8 = 1;

/// The most bytes that all columns of a segment may have, before they are packed.
pub const MAX_COLUMNS: usize = 4 * 1024 * 1024;

/// The most blocks in a segment.
pub const MAX_BLOCKS: usize = 16 * 1024;

const WRITER: Name = Name::of(1);
const COUNTER: Name = Name::of(2);
const COUNT: Name = Name::of(3);
const ARRIVED: Name = Name::of(4);
const VERBATIM: Name = Name::of(5);
const ZONES: Name = Name::of(6);
const ACT: Name = Name::of(7);
const KIND: Name = Name::of(8);
const TOUCHED: Name = Name::of(9);
const SECONDS: Name = Name::of(10);
const SECONDS_LOW: Name = Name::of(11);
const THOUSANDTHS: Name = Name::of(12);
const THOUSANDTHS_LOW: Name = Name::of(13);
const LOGICAL: Name = Name::of(14);
const LATE: Name = Name::of(15);
const LATE_LOW: Name = Name::of(16);
const ZONE: Name = Name::of(17);
const BEHALF: Name = Name::of(18);

/// Under which a change's fields stand: what kind it changes is not said in it.
const CHANGED: u32 = 1 << 16;
const RETRACTED: u32 = CHANGED + 1;

/// What a segment holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where the stream stood before the first block.
    pub before: Head,
    /// The blocks, each where the one before it ends.
    pub blocks: Vec<Placed>,
}

/// What one block leaves behind for the next to differ from.
#[derive(Default)]
struct Before {
    arrived: i64,
    seconds: i64,
    counters: Vec<(Writer, u32)>,
    zones: Vec<Zone>,
}

impl Before {
    /// The counter that a writer's next block most likely begins with.
    fn expected(&self, writer: Writer) -> i64 {
        let known = self.counters.iter().find(|(known, _)| *known == writer);
        known.map_or(1, |(_, last)| i64::from(*last) + 1)
    }

    fn after(&mut self, header: Header) {
        let (writer, last) = (header.writer, header.last());
        match self.counters.iter_mut().find(|(known, _)| *known == writer) {
            Some((_, known)) => *known = last,
            None => self.counters.push((writer, last)),
        }
    }

    fn zone(&mut self, out: &mut Writing, zone: &Zone) -> u64 {
        let at = self.zones.iter().position(|known| known == zone).unwrap_or_else(|| {
            out.sized(ZONES, zone.name().as_bytes());
            self.zones.push(zone.clone());
            self.zones.len() - 1
        });
        at as u64
    }
}

/// Packs a segment. Its blocks belong to `scope`.
///
/// # Errors
/// [`DecodeError::TooLarge`] where it holds too much; [`DecodeError`] where a
/// block is none.
pub fn pack(scope: Scope, segment: &Segment) -> Result<Vec<u8>, DecodeError> {
    if segment.blocks.len() > MAX_BLOCKS {
        return Err(DecodeError::TooLarge);
    }
    let mut out = vec![VERSION];
    out.extend_from_slice(&segment.before.hash);
    put_uint(&mut out, segment.before.sequence.checked_add(1).ok_or(DecodeError::Number)?);
    put_uint(&mut out, segment.blocks.len() as u64);
    let (mut columns, mut before) = (Writing::default(), Before::default());
    for placed in &segment.blocks {
        let (draft, signature) = block::unsigned(&placed.block)?;
        out.extend_from_slice(signature);
        columns.int(ARRIVED, placed.arrived.wrapping_sub(before.arrived));
        before.arrived = placed.arrived;
        let header = block::header(draft)?;
        if let Some(operations) = split(scope, draft) {
            columns.uint(COUNT, u64::from(header.count));
            columns.uint(WRITER, u64::from(header.writer.0));
            let expected = before.expected(header.writer);
            columns.int(COUNTER, i64::from(header.first) - expected);
            for operation in &operations {
                put_operation(&mut columns, &mut before, operation);
            }
        } else {
            columns.uint(COUNT, 0);
            columns.sized(VERBATIM, draft);
        }
        before.after(header);
    }
    columns.finish(&mut out)?;
    Ok(out)
}

/// The operations of a draft, where they make the same draft again.
fn split(scope: Scope, draft: &[u8]) -> Option<Vec<Operation>> {
    let header = block::header(draft).ok()?;
    let operations = block::decode(draft).ok()?;
    let again = block::encode(scope, header.writer, &operations).ok()?;
    (again == draft).then_some(operations)
}

/// Reads a segment of a scope's stream.
///
/// # Errors
/// [`DecodeError`].
pub fn unpack(scope: Scope, bytes: &[u8]) -> Result<Segment, DecodeError> {
    let mut reader = Reader::new(bytes);
    if reader.u8()? != VERSION {
        return Err(DecodeError::Version);
    }
    let hash = reader.array()?;
    let first = reader.uint()?;
    let sequence = first.checked_sub(1).ok_or(DecodeError::Number)?;
    let count = reader.count(SIGNATURE)?;
    if count > MAX_BLOCKS {
        return Err(DecodeError::TooLarge);
    }
    let signatures = reader.bytes(count * SIGNATURE)?;
    let mut columns = Taking::read(&mut reader)?;
    reader.end()?;
    let (mut before, mut next) = (Before::default(), first);
    let mut blocks = Vec::with_capacity(count);
    for signature in signatures.chunks_exact(SIGNATURE) {
        let arrived = before.arrived.wrapping_add(columns.int(ARRIVED)?);
        before.arrived = arrived;
        let mut bytes = take_draft(&mut columns, &mut before, scope)?;
        let header = block::header(&bytes)?;
        before.after(header);
        bytes.extend_from_slice(signature);
        blocks.push(Placed { first: next, arrived, block: bytes });
        next = next.checked_add(u64::from(header.count)).ok_or(DecodeError::Number)?;
    }
    columns.end()?;
    Ok(Segment { before: Head { sequence, hash }, blocks })
}

fn take_draft(
    columns: &mut Taking,
    before: &mut Before,
    scope: Scope,
) -> Result<Vec<u8>, DecodeError> {
    let count = columns.u32(COUNT)?;
    if count == 0 {
        return Ok(columns.sized(VERBATIM)?.to_vec());
    }
    if count as usize > block::MAX_OPERATIONS {
        return Err(DecodeError::TooLarge);
    }
    let writer = Writer(columns.u32(WRITER)?);
    let first = before.expected(writer).checked_add(columns.int(COUNTER)?);
    let first = first.and_then(|first| u32::try_from(first).ok()).ok_or(DecodeError::Number)?;
    // Grows as they are read: a false count asks for no memory.
    let mut operations = Vec::new();
    for counter in (0..count).map(|at| first.checked_add(at)) {
        let id = OpId { writer, counter: counter.ok_or(DecodeError::Number)? };
        operations.push(take_operation(columns, before, id)?);
    }
    block::encode(scope, writer, &operations).map_err(|_| DecodeError::TooLarge)
}

/// What an operation does, in one number; whether it is on somebody's behalf is
/// its third bit.
fn act_code(act: &Act) -> u8 {
    match act {
        Act::Create(_) => 0,
        Act::Change(_) => 1,
        Act::Retract(_) => 2,
    }
}

fn fields_of(act: &Act) -> u32 {
    match act {
        Act::Create(kind) => u32::from(kind.0),
        Act::Change(_) => CHANGED,
        Act::Retract(_) => RETRACTED,
    }
}

fn put_operation(columns: &mut Writing, before: &mut Before, operation: &Operation) {
    let behalf = u8::from(operation.on_behalf.is_some()) << 2;
    columns.u8(ACT, act_code(&operation.act) | behalf);
    match &operation.act {
        Act::Create(kind) => columns.uint(KIND, u64::from(kind.0)),
        Act::Change(touch) | Act::Retract(touch) => {
            put_id(columns, operation.id, touch.entry);
            columns.uint(TOUCHED, touch.seen.len() as u64);
            for id in &touch.seen {
                put_id(columns, operation.id, *id);
            }
        }
    }
    let recorded = operation.recorded.ms();
    let (seconds, thousandths) = (recorded.div_euclid(1000), recorded.rem_euclid(1000));
    columns.halves(SECONDS, SECONDS_LOW, zigzag(seconds - before.seconds));
    before.seconds = seconds;
    columns.halves(THOUSANDTHS, THOUSANDTHS_LOW, thousandths.cast_unsigned());
    columns.uint(LOGICAL, u64::from(operation.recorded.logical()));
    // Most often at once; what is above the low byte says whether there is one.
    let late = zigzag(seconds.wrapping_sub(operation.happened.at));
    if late == 0 {
        columns.uint(LATE, 0);
    } else {
        columns.uint(LATE, (late >> 8) + 1);
        columns.u8(LATE_LOW, low(late));
    }
    let zone = before.zone(columns, &operation.happened.zone);
    columns.uint(ZONE, zone);
    if let Some(member) = operation.on_behalf {
        columns.uint(BEHALF, u64::from(member.0));
    }
    payload::put(columns, fields_of(&operation.act), &operation.payload);
}

fn take_operation(
    columns: &mut Taking,
    before: &mut Before,
    id: OpId,
) -> Result<Operation, DecodeError> {
    let code = columns.u8(ACT)?;
    let act = match code & 0b11 {
        0 => {
            let kind = u16::try_from(columns.uint(KIND)?).map_err(|_| DecodeError::Number)?;
            Act::Create(KindId(kind))
        }
        1 => Act::Change(take_touch(columns, id)?),
        2 => Act::Retract(take_touch(columns, id)?),
        _ => return Err(DecodeError::Code),
    };
    let seconds = unzigzag(columns.both(SECONDS, SECONDS_LOW)?);
    let seconds = before.seconds.checked_add(seconds).ok_or(DecodeError::Number)?;
    before.seconds = seconds;
    let thousandths = columns.both(THOUSANDTHS, THOUSANDTHS_LOW)?;
    let recorded = i64::try_from(thousandths)
        .ok()
        .and_then(|thousandths| seconds.checked_mul(1000)?.checked_add(thousandths))
        .filter(|ms| u64::try_from(*ms).is_ok_and(|ms| ms <= Hlc::MAX_MS))
        .ok_or(DecodeError::Number)?;
    let logical = u16::try_from(columns.uint(LOGICAL)?).map_err(|_| DecodeError::Number)?;
    let late = match columns.uint(LATE)? {
        0 => 0,
        more if more - 1 > u64::MAX >> 8 => return Err(DecodeError::Number),
        more => (more - 1) << 8 | u64::from(columns.u8(LATE_LOW)?),
    };
    let zone = usize::try_from(columns.uint(ZONE)?).map_err(|_| DecodeError::Number)?;
    if zone == before.zones.len() {
        let name = columns.sized(ZONES)?;
        let name = std::str::from_utf8(name).map_err(|_| DecodeError::Text)?;
        before.zones.push(Zone::new(name));
    }
    let zone = before.zones.get(zone).ok_or(DecodeError::Number)?.clone();
    let on_behalf = match code >> 2 {
        0 => None,
        1 => Some(Member(columns.u32(BEHALF)?)),
        _ => return Err(DecodeError::Code),
    };
    let payload = payload::take(columns, fields_of(&act))?;
    Ok(Operation {
        id,
        act,
        happened: Happened { at: seconds.wrapping_sub(unzigzag(late)), zone },
        recorded: Hlc::new(recorded, logical),
        on_behalf,
        payload,
    })
}

/// Own operations by how far back, others' by writer and counter.
fn put_id(columns: &mut Writing, own: OpId, id: OpId) {
    if id.writer == own.writer {
        columns.uint(TOUCHED, 0);
        columns.int(TOUCHED, i64::from(own.counter) - i64::from(id.counter));
    } else {
        columns.uint(TOUCHED, u64::from(id.writer.0) + 1);
        columns.uint(TOUCHED, u64::from(id.counter));
    }
}

fn take_id(columns: &mut Taking, own: OpId) -> Result<OpId, DecodeError> {
    let number = |number: u64| u32::try_from(number).map_err(|_| DecodeError::Number);
    match columns.uint(TOUCHED)? {
        0 => {
            let counter = i64::from(own.counter).checked_sub(columns.int(TOUCHED)?);
            let counter = counter.and_then(|counter| u32::try_from(counter).ok());
            Ok(OpId { writer: own.writer, counter: counter.ok_or(DecodeError::Number)? })
        }
        writer => {
            let writer = Writer(number(writer - 1)?);
            Ok(OpId { writer, counter: number(columns.uint(TOUCHED)?)? })
        }
    }
}

fn take_touch(columns: &mut Taking, own: OpId) -> Result<Touch, DecodeError> {
    let entry = take_id(columns, own)?;
    let mut seen = Vec::new();
    for _ in 0..columns.uint(TOUCHED)? {
        seen.push(take_id(columns, own)?);
    }
    Ok(Touch { entry, seen })
}

fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

fn unzigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

#[expect(clippy::cast_possible_truncation, reason = "the low byte is what is asked for")]
fn low(number: u64) -> u8 {
    number as u8
}
