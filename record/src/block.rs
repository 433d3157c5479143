//! Blocks: how operations travel and rest. One block holds a contiguous run of
//! one writer's operations in one stream, signed once.
//!
//! Layout (all numbers as in [`crate::codec`]):
//!
//! ```text
//! version 1 · scope · writer · first counter · count
//! recorded milliseconds of the first · zones: count, names
//! operations, each against the one before
//! signature, 64 bytes (not in a draft)
//! ```
//!
//! An operation's flags say what is left out because it is as before; a reading
//! costs about 13 bytes. Within a block writer 0 means the block's own writer,
//! so what was written before the device had a number needs no rewriting.

use crate::codec::{DecodeError, Reader, put_int, put_sized, put_uint};
use crate::ids::{Member, OpId, RecordId, Scope, Writer};
use crate::op::{Act, KindId, MAX_PAYLOAD, Operation, Touch};
use crate::time::{Happened, Hlc, Zone};

const VERSION: u8 = 1;

/// The most bytes a block may have.
pub const MAX_BLOCK: usize = 512 * 1024;

/// The most operations in a block.
pub const MAX_OPERATIONS: usize = 4096;

/// Bytes of a signature (Ed25519).
pub const SIGNATURE: usize = 64;

const ACT: u8 = 0b11;
const SAME_KIND: u8 = 1 << 2;
const OTHER_ZONE: u8 = 1 << 3;
const NEXT_TICK: u8 = 1 << 4;
const ON_BEHALF: u8 = 1 << 5;
const HAPPENED_NOW: u8 = 1 << 6;
const RESERVED: u8 = 1 << 7;

/// What a block says of itself before its operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The stream it belongs to.
    pub scope: Scope,
    /// Whose operations these are; [`Writer::ME`] in a draft made before the
    /// device had a number.
    pub writer: Writer,
    /// The counter of the first.
    pub first: u32,
    /// How many, at least 1.
    pub count: u32,
}

impl Header {
    /// The counter of the last.
    #[must_use]
    pub fn last(self) -> u32 {
        self.first + (self.count - 1)
    }
}

/// Why operations cannot be made into a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BlockError {
    /// There are none, or too many.
    #[error("a block holds 1 to {MAX_OPERATIONS} operations")]
    Count,
    /// They are not one writer's, in order, without gaps.
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
    if operations.len() > MAX_OPERATIONS {
        return Err(BlockError::Count);
    }
    let mut out = Vec::with_capacity(32 + operations.len() * 20);
    out.push(VERSION);
    out.push(scope.code());
    put_uint(&mut out, u64::from(writer.0));
    put_uint(&mut out, u64::from(first.id.counter));
    put_uint(&mut out, operations.len() as u64);

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

/// What the operation before leaves behind for the next to differ from.
#[derive(Debug)]
struct Before {
    counter: u32,
    recorded: Hlc,
    happened: i64,
    kind: KindId,
    zone: usize,
}

impl Before {
    fn new(ms: i64, counter: u32) -> Self {
        Self {
            counter,
            recorded: Hlc::new(ms, 0),
            happened: ms.div_euclid(1000),
            kind: KindId(0),
            zone: 0,
        }
    }
}

fn put_operation(
    out: &mut Vec<u8>,
    operation: &Operation,
    writer: Writer,
    zones: &[&Zone],
    before: &mut Before,
) {
    let zone = zones.iter().position(|zone| **zone == operation.happened.zone).unwrap_or(0);
    let next_tick = operation.recorded == Hlc(before.recorded.0 + 1);
    let now = operation.happened.at == operation.recorded.ms().div_euclid(1000);
    let mut flags = match operation.act {
        Act::Create(kind) => {
            if kind == before.kind {
                SAME_KIND
            } else {
                0
            }
        }
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

fn read_id(reader: &mut Reader<'_>, writer: Writer, counter: u32) -> Result<OpId, DecodeError> {
    let named = Writer(reader.u32()?);
    let counter = if named == Writer::ME {
        let back = reader.int()?;
        u32::try_from(i64::from(counter).checked_sub(back).ok_or(DecodeError::Number)?)
            .map_err(|_| DecodeError::Number)?
    } else {
        reader.u32()?
    };
    Ok(OpId { writer: named.or(writer), counter })
}

/// An operation in a block, its payload still in the block's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// Its name.
    pub id: OpId,
    /// What it does.
    pub act: Act,
    /// Seconds since 1970, UTC.
    pub happened: i64,
    /// Index into [`Operations::zones`].
    pub zone: usize,
    /// When it was written down.
    pub recorded: Hlc,
    /// For whom.
    pub on_behalf: Option<Member>,
    /// Its fields.
    pub payload: &'a [u8],
}

/// Walks the operations of a block or draft.
#[derive(Debug)]
pub struct Operations<'a> {
    /// What the block says of itself.
    pub header: Header,
    /// The zones its operations name.
    pub zones: Vec<Zone>,
    reader: Reader<'a>,
    before: Before,
    left: u32,
}

impl<'a> Operations<'a> {
    /// Over a draft (or a block's [`unsigned`] part).
    ///
    /// # Errors
    /// [`DecodeError`] where the header cannot be read.
    pub fn of(draft: &'a [u8]) -> Result<Self, DecodeError> {
        if draft.len() > MAX_BLOCK {
            return Err(DecodeError::TooLarge);
        }
        let mut reader = Reader::new(draft);
        let header = read_header(&mut reader)?;
        let ms = i64::try_from(reader.uint()?).map_err(|_| DecodeError::Number)?;
        if ms.cast_unsigned() > Hlc::MAX_MS {
            return Err(DecodeError::Number);
        }
        let count = reader.count(2)?;
        if count == 0 || count > header.count as usize {
            return Err(DecodeError::Number);
        }
        let mut zones = Vec::with_capacity(count);
        for _ in 0..count {
            let name = reader.text()?;
            if !Zone::fits(name) {
                return Err(DecodeError::Text);
            }
            zones.push(Zone::new(name));
        }
        Ok(Self {
            header,
            zones,
            before: Before::new(ms, header.first),
            reader,
            left: header.count,
        })
    }

    fn read(&mut self) -> Result<View<'a>, DecodeError> {
        let writer = self.header.writer;
        let counter = self.before.counter;
        let flags = self.reader.u8()?;
        if flags & RESERVED != 0 {
            return Err(DecodeError::Code);
        }
        let act = match flags & ACT {
            0 => {
                if flags & SAME_KIND == 0 {
                    let kind =
                        u16::try_from(self.reader.uint()?).map_err(|_| DecodeError::Number)?;
                    if KindId(kind) == self.before.kind {
                        return Err(DecodeError::Number);
                    }
                    self.before.kind = KindId(kind);
                }
                Act::Create(self.before.kind)
            }
            code @ (1 | 2) => {
                if flags & SAME_KIND != 0 {
                    return Err(DecodeError::Code);
                }
                let entry = read_id(&mut self.reader, writer, counter)?;
                let count = self.reader.count(2)?;
                let seen = (0..count)
                    .map(|_| read_id(&mut self.reader, writer, counter))
                    .collect::<Result<_, _>>()?;
                let touch = Touch { entry, seen };
                if code == 1 { Act::Change(touch) } else { Act::Retract(touch) }
            }
            _ => return Err(DecodeError::Code),
        };
        self.read_times(flags)?;
        let on_behalf =
            if flags & ON_BEHALF == 0 { None } else { Some(Member(self.reader.u32()?)) };
        let payload = self.reader.sized()?;
        if payload.len() > MAX_PAYLOAD {
            return Err(DecodeError::TooLarge);
        }
        self.before.counter = counter.checked_add(1).ok_or(DecodeError::Number)?;
        Ok(View {
            id: OpId { writer, counter },
            act,
            happened: self.before.happened,
            zone: self.before.zone,
            recorded: self.before.recorded,
            on_behalf,
            payload,
        })
    }

    fn read_times(&mut self, flags: u8) -> Result<(), DecodeError> {
        let before = &mut self.before;
        before.recorded = if flags & NEXT_TICK == 0 {
            let ms =
                before.recorded.ms().checked_add(self.reader.int()?).ok_or(DecodeError::Number)?;
            if !u64::try_from(ms).is_ok_and(|ms| ms <= Hlc::MAX_MS) {
                return Err(DecodeError::Number);
            }
            let logical = u16::try_from(self.reader.uint()?).map_err(|_| DecodeError::Number)?;
            let recorded = Hlc::new(ms, logical);
            if recorded.0 == before.recorded.0.wrapping_add(1) {
                return Err(DecodeError::Number);
            }
            recorded
        } else {
            Hlc(before.recorded.0.checked_add(1).ok_or(DecodeError::Number)?)
        };
        let now = before.recorded.ms().div_euclid(1000);
        before.happened = if flags & HAPPENED_NOW == 0 {
            let at = before.happened.checked_add(self.reader.int()?).ok_or(DecodeError::Number)?;
            if at == now {
                return Err(DecodeError::Number);
            }
            at
        } else {
            now
        };
        if flags & OTHER_ZONE != 0 {
            let zone = usize::try_from(self.reader.uint()?).map_err(|_| DecodeError::Number)?;
            if zone >= self.zones.len() || zone == before.zone {
                return Err(DecodeError::Number);
            }
            before.zone = zone;
        }
        Ok(())
    }
}

impl<'a> Iterator for Operations<'a> {
    type Item = Result<View<'a>, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.left == 0 {
            return match std::mem::replace(&mut self.reader, Reader::new(&[])).end() {
                Ok(()) => None,
                Err(error) => Some(Err(error)),
            };
        }
        self.left -= 1;
        let view = self.read();
        if view.is_err() {
            self.left = 0;
            self.reader = Reader::new(&[]);
        }
        Some(view)
    }
}

fn read_header(reader: &mut Reader<'_>) -> Result<Header, DecodeError> {
    if reader.u8()? != VERSION {
        return Err(DecodeError::Version);
    }
    let header = Header {
        scope: Scope::from_code(reader.u8()?)?,
        writer: Writer(reader.u32()?),
        first: reader.u32()?,
        count: reader.u32()?,
    };
    let fits = header.first >= 1
        && header.count >= 1
        && header.count as usize <= MAX_OPERATIONS
        && header.first.checked_add(header.count).is_some();
    if fits { Ok(header) } else { Err(DecodeError::Number) }
}

/// The header of a block or draft, without reading its operations.
///
/// # Errors
/// [`DecodeError`].
pub fn header(bytes: &[u8]) -> Result<Header, DecodeError> {
    read_header(&mut Reader::new(bytes))
}

/// All operations of a draft, owned.
///
/// # Errors
/// [`DecodeError`] at the first that cannot be read.
pub fn decode(draft: &[u8]) -> Result<Vec<Operation>, DecodeError> {
    let mut walk = Operations::of(draft)?;
    let mut operations = Vec::with_capacity(walk.header.count.min(1024) as usize);
    while let Some(view) = walk.next() {
        let view = view?;
        let zone = walk.zones.get(view.zone).ok_or(DecodeError::Number)?.clone();
        operations.push(Operation {
            id: view.id,
            act: view.act,
            happened: Happened { at: view.happened, zone },
            recorded: view.recorded,
            on_behalf: view.on_behalf,
            payload: view.payload.to_vec(),
        });
    }
    Ok(operations)
}

/// What is signed: the draft, bound to the person's record.
#[must_use]
pub fn signing_bytes(record: RecordId, draft: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(24 + 16 + draft.len());
    bytes.extend_from_slice(b"what-matters block v1\0");
    bytes.extend_from_slice(&record.0);
    bytes.extend_from_slice(draft);
    bytes
}

/// A block: the draft with its signature behind it.
#[must_use]
pub fn sign(mut draft: Vec<u8>, signature: &[u8; SIGNATURE]) -> Vec<u8> {
    draft.extend_from_slice(signature);
    draft
}

/// The draft and the signature of a block.
///
/// # Errors
/// [`DecodeError::Truncated`] where there is no room for a signature.
pub fn unsigned(block: &[u8]) -> Result<(&[u8], &[u8]), DecodeError> {
    let at = block.len().checked_sub(SIGNATURE).ok_or(DecodeError::Truncated)?;
    Ok(block.split_at(at))
}
