//! A stream's blocks at rest.
//!
//! An entry is the stream's hash after the block (16 bytes), then, sealed and
//! bound to record, scope and place: when it arrived, and the block. Its place
//! is the number of the block's last operation, so that a cursor is found
//! without looking into anything.
//!
//! Old blocks are gathered into segments (`gather`): one entry at the place of
//! the last of them, with the hash after it, then, sealed and bound to a place
//! where no block lies, all of them ([`segment`]). The stream's row says up to
//! where there are segments; what is recent never needs one opened.

use record::api::ProblemCode;
use record::block::{self, Header};
use record::codec::{Reader, put_int};
use record::kinds::Kind;
use record::op::{Act, Operation};
use record::state::Record;
use record::stream::{Head, Placed};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, RecordId, Scope, Writer};

use super::{StreamRow, segment};
use crate::chance::Chance;
use crate::clock::Moment;
use crate::keys::DataKey;
use crate::records::{self, block_place, segment_place};
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

/// The blocks of the entry at a place, each with where the stream stands after it.
pub(super) type Opened = (u64, Vec<(Placed, Head)>);

/// The hash of a stream after the block at this place. None where no block ends
/// there. Leaves in `opened` the segment that it had to open for that.
pub(super) fn hash_at(
    read: &impl Read,
    (record, scope): (RecordId, Scope),
    stream: &StreamRow,
    place: u64,
    opened: &mut Option<Opened>,
) -> Result<Option<[u8; HASH]>, StoreError> {
    if let Some(body) = read.entry(stream.log, place)? {
        return said_hash(&body).map(Some);
    }
    if place >= stream.gathered() {
        return Ok(None);
    }
    let Some(entry) = read.entries(stream.log, place, 1)?.into_iter().next() else {
        return Ok(None);
    };
    let at = entry.place;
    let blocks = Opener::of(read, record, scope, stream)?.open(entry)?;
    let found = blocks.iter().find(|(_, head)| head.sequence == place).map(|(_, head)| head.hash);
    *opened = Some((at, blocks));
    Ok(found)
}

/// The hash that rests before what is sealed.
pub(super) fn said_hash(body: &[u8]) -> Result<[u8; HASH], StoreError> {
    body.first_chunk::<HASH>().copied().ok_or(StoreError::Damaged)
}

/// Opens the entries of one stream.
#[derive(Debug)]
pub struct Opener {
    data_key: DataKey,
    record: RecordId,
    scope: Scope,
    gathered: u64,
}

impl Opener {
    /// Of a stream whose row is this.
    #[must_use]
    pub fn new(data_key: DataKey, record: RecordId, scope: Scope, stream: &StreamRow) -> Self {
        Self { data_key, record, scope, gathered: stream.gathered() }
    }

    pub(super) fn of(
        read: &impl Read,
        record: RecordId,
        scope: Scope,
        stream: &StreamRow,
    ) -> Result<Self, StoreError> {
        let known = read.get(Records, &record)?.ok_or(StoreError::Damaged)?;
        Ok(Self::new(known.data_key(read, record)?, record, scope, stream))
    }

    /// Opens an entry: its block, or all of a segment; each with where the stream
    /// stands after it. The last hash is what rests beside what is sealed, and
    /// proves nothing before it is held against the blocks.
    ///
    /// # Errors
    /// [`StoreError::Damaged`].
    pub fn open(&self, entry: Entry) -> Result<Vec<(Placed, Head)>, StoreError> {
        let hash = said_hash(&entry.body)?;
        let place = entry.place;
        let said = Head { sequence: place, hash };
        if place > self.gathered {
            return Ok(vec![(self.open_block(entry)?, said)]);
        }
        let segment = self.open_segment(entry)?;
        let mut blocks = Vec::with_capacity(segment.blocks.len());
        let mut head = segment.before;
        for placed in segment.blocks {
            head = head.after(&placed);
            blocks.push((placed, head));
        }
        match blocks.last_mut() {
            Some((_, last)) if last.sequence == place => *last = said,
            _ => return Err(StoreError::Damaged),
        }
        Ok(blocks)
    }

    fn open_block(&self, mut entry: Entry) -> Result<Placed, StoreError> {
        let sealed = entry.body.split_off(HASH);
        let plain = self
            .data_key
            .open(&block_place(self.record, self.scope, entry.place), sealed)
            .map_err(|_| StoreError::Damaged)?;
        let mut reader = Reader::new(&plain);
        let arrived = reader.int().map_err(|_| StoreError::Damaged)?;
        let block = plain[plain.len() - reader.left()..].to_vec();
        let count = block::header(&block).map_err(|_| StoreError::Damaged)?.count;
        let first = (entry.place + 1).checked_sub(u64::from(count)).ok_or(StoreError::Damaged)?;
        Ok(Placed { first, arrived, block })
    }

    /// Opens a segment.
    pub(super) fn open_segment(&self, mut entry: Entry) -> Result<segment::Segment, StoreError> {
        let sealed = entry.body.split_off(HASH);
        let plain = self
            .data_key
            .open(&segment_place(self.record, self.scope, entry.place), sealed)
            .map_err(|_| StoreError::Damaged)?;
        segment::unpack(self.scope, &plain).map_err(|_| StoreError::Damaged)
    }

    /// Seals a segment that ends at `head`: the body of its entry.
    pub(super) fn seal_segment(
        &self,
        head: Head,
        plain: &[u8],
        chance: &dyn Chance,
    ) -> Result<Vec<u8>, StoreError> {
        let place = segment_place(self.record, self.scope, head.sequence);
        let sealed = self.data_key.seal(&place, plain, chance);
        let mut body = head.hash.to_vec();
        body.extend(sealed.map_err(|error| StoreError::Failed(error.to_string()))?);
        Ok(body)
    }
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
    let opener = Opener::of(read, record, scope, &stream)?;
    let mut after = 0;
    loop {
        let entries = read.entries(stream.log, after, PART)?;
        let Some(last) = entries.last() else {
            return Ok(());
        };
        after = last.place;
        for entry in entries {
            for (placed, _) in opener.open(entry)? {
                if !visit(placed) {
                    return Ok(());
                }
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
