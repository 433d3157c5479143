//! A stream's blocks at rest.
//!
//! An entry is the stream's hash after the block (16 bytes), then, sealed and
//! bound to record, scope and place: when it arrived, and the block. Its place
//! is the number of the block's last operation, so that a cursor is found
//! without looking into anything.

use record::api::ProblemCode;
use record::block::{self, Header};
use record::codec::{Reader, put_int};
use record::kinds::Kind;
use record::op::{Act, Operation};
use record::state::Record;
use record::stream::{Head, Placed};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, RecordId, Scope, Writer};

use super::StreamRow;
use crate::clock::Moment;
use crate::keys::DataKey;
use crate::records::{self, block_place};
use crate::refused::Refused;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Records, Streams};
use crate::store::{Entry, StoreError};

const HASH: usize = 16;

/// How many bytes of a log are read at once where all of it is wanted.
const PART: usize = 1024 * 1024;

/// Puts a block behind a record's stream, whatever the rules say of it: they
/// have spoken. It arrives at `now`, or with the block before it where a clock
/// went back. Folds consents again where it is the sharing stream.
///
/// # Errors
/// [`Refused::Store`].
pub fn append(
    pen: &mut Pen<'_>,
    record: RecordId,
    header: Header,
    block: Vec<u8>,
    now: Moment,
) -> Result<Placed, Refused> {
    let known = pen.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let data_key = known.data_key(pen, record)?;
    let key = (record, header.scope);
    let mut stream = match pen.get(Streams, &key)? {
        Some(stream) => stream,
        None => StreamRow::new(pen.new_log(record)?, now),
    };
    let before = stream.head();
    let now = if before.sequence == 0 { now } else { now.max(stream.arrived) };
    let placed = Placed { first: before.sequence + 1, arrived: now.0, block };
    let head = before.after(&placed);
    let mut plain = Vec::with_capacity(placed.block.len() + 10);
    put_int(&mut plain, placed.arrived);
    plain.extend_from_slice(&placed.block);
    let place = block_place(record, header.scope, head.sequence);
    let mut body = head.hash.to_vec();
    body.extend(data_key.seal(&place, &plain, pen.chance())?);
    pen.append(stream.log, head.sequence, &body)?;
    stream.advance(head, header.writer, header.last(), now);
    pen.put(Streams, &key, &stream)?;
    if header.scope == Scope::Sharing {
        records::refold(pen, record)?;
    }
    Ok(placed)
}

/// Writes operations of the server's own behind a record's stream. Their
/// counters must be the next.
///
/// # Errors
/// [`Refused::Store`].
pub fn write(
    pen: &mut Pen<'_>,
    record: RecordId,
    scope: Scope,
    operations: &[Operation],
    now: Moment,
) -> Result<(), Refused> {
    let draft = block::encode(scope, Writer::SERVER, operations).map_err(|_| ProblemCode::Fault)?;
    let signature = pen.keys().sign(&block::signing_bytes(record, &draft));
    let header = block::header(&draft).map_err(|_| ProblemCode::Fault)?;
    append(pen, record, header, block::sign(draft, &signature), now)?;
    Ok(())
}

/// Creates an entry of the server's own in the sharing stream, where the person
/// sees it.
///
/// # Errors
/// [`Refused::Store`].
pub fn tell<K: Kind>(
    pen: &mut Pen<'_>,
    record: RecordId,
    entry: &K,
    now: Moment,
) -> Result<(), Refused> {
    let counter = next_counter(pen, record, Scope::Sharing, Writer::SERVER)?;
    let operation = Operation {
        id: OpId { writer: Writer::SERVER, counter },
        act: Act::Create(K::SPEC.id),
        happened: Happened { at: now.seconds(), zone: Zone::new("UTC") },
        recorded: Hlc::new(now.0, 0),
        on_behalf: None,
        payload: entry.payload(Writer::SERVER),
    };
    write(pen, record, Scope::Sharing, &[operation], now)
}

/// The counter that a writer's next operation in a stream must have.
///
/// # Errors
/// [`StoreError`].
pub fn next_counter(
    read: &impl Read,
    record: RecordId,
    scope: Scope,
    writer: Writer,
) -> Result<u32, StoreError> {
    let stream = read.get(Streams, &(record, scope))?;
    Ok(stream.map_or(0, |stream| stream.last_counter(writer)).saturating_add(1))
}

/// The hash of a stream after the block at this place. None where no block ends
/// there.
pub(super) fn hash_at(
    read: &impl Read,
    stream: &StreamRow,
    place: u64,
) -> Result<Option<[u8; HASH]>, StoreError> {
    let Some(body) = read.entry(stream.log, place)? else {
        return Ok(None);
    };
    body.first_chunk::<HASH>().copied().map(Some).ok_or(StoreError::Damaged)
}

/// Opens an entry; also says where the stream stands after it.
///
/// # Errors
/// [`StoreError::Damaged`].
pub fn open(
    data_key: &DataKey,
    record: RecordId,
    scope: Scope,
    entry: Entry,
) -> Result<(Placed, Head), StoreError> {
    let mut body = entry.body;
    if body.len() < HASH {
        return Err(StoreError::Damaged);
    }
    let sealed = body.split_off(HASH);
    let hash: [u8; HASH] = body.as_slice().try_into().map_err(|_| StoreError::Damaged)?;
    let plain = data_key
        .open(&block_place(record, scope, entry.place), sealed)
        .map_err(|_| StoreError::Damaged)?;
    let mut reader = Reader::new(&plain);
    let arrived = reader.int().map_err(|_| StoreError::Damaged)?;
    let block = plain[plain.len() - reader.left()..].to_vec();
    let count = block::header(&block).map_err(|_| StoreError::Damaged)?.count;
    let first = (entry.place + 1).checked_sub(u64::from(count)).ok_or(StoreError::Damaged)?;
    let head = Head { sequence: entry.place, hash };
    Ok((Placed { first, arrived, block }, head))
}

/// Walks a stream's blocks from its beginning. `visit` ends the walk with
/// `false`.
pub(crate) fn walk(
    read: &impl Read,
    record: RecordId,
    scope: Scope,
    mut visit: impl FnMut(Placed) -> bool,
) -> Result<(), StoreError> {
    let Some(stream) = read.get(Streams, &(record, scope))? else {
        return Ok(());
    };
    let known = read.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let data_key = known.data_key(read, record)?;
    let mut after = 0;
    loop {
        let entries = read.entries(stream.log, after, PART)?;
        let Some(last) = entries.last() else {
            return Ok(());
        };
        after = last.place;
        for entry in entries {
            if !visit(open(&data_key, record, scope, entry)?.0) {
                return Ok(());
            }
        }
    }
}

/// A record with one stream of it folded in.
///
/// # Errors
/// [`StoreError`].
pub fn fold(read: &impl Read, record: RecordId, scope: Scope) -> Result<Record, StoreError> {
    let mut folded = Record::new(Writer::SERVER);
    walk(read, record, scope, |placed| {
        // What was taken could be read; an operation of a newer app that this
        // one cannot is kept by the log all the same.
        if let Ok((draft, _)) = block::unsigned(&placed.block) {
            let _ = folded.apply(draft, Some(placed.arrived));
        }
        true
    })?;
    Ok(folded)
}
