//! How a stream rests on a device: in rows, each in one of two forms.
//!
//! *As it came*: blocks with their signatures, one behind the other
//! ([`Placed`]). A device can give these back to a server that lost them.
//!
//! *Packed*: once the server says that a backup holds them too
//! (`sync::Response::safe`), the operations of many blocks stand in few drafts,
//! without signatures, with the times of arrival beside them. An operation that
//! was synced by itself takes about 25 bytes so, where it took 190.
//!
//! A packed row begins with a zero byte, which no block in its place does:
//!
//! ```text
//! 0 · version 1 · where the stream stands after it: sequence, hash
//! drafts: count, each: length, draft
//!                      arrivals: count, each: operations, milliseconds against the one before
//! ```

use crate::block::{self, MAX_OPERATIONS};
use crate::codec::{DecodeError, Reader, put_int, put_sized, put_uint};
use crate::few::Few;
use crate::ids::{Scope, Writer};
use crate::op::Operation;
use crate::stream::{Head, Placed};

const PACKED: u8 = 0;
const VERSION: u8 = 1;

/// About how many bytes a packed row may have. A full one is not packed again.
const FULL: usize = 48 * 1024;

/// Operations that arrived together, one run behind the other: how many, and
/// when (milliseconds since 1970, by the server's clock).
pub type Arrivals = Vec<(u32, i64)>;

/// A row of a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// Blocks as they came.
    Blocks(Vec<Placed>),
    /// Operations of many blocks.
    Packed(Packed),
}

/// A packed row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Where the stream stands after it.
    pub end: Head,
    /// Drafts, one for each writer, and when their operations arrived.
    pub drafts: Vec<(Vec<u8>, Arrivals)>,
}

impl Row {
    /// From bytes.
    ///
    /// # Errors
    /// [`DecodeError`]; the drafts' operations are not read.
    pub fn read(body: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(body);
        if body.first() != Some(&PACKED) {
            let mut blocks = Vec::new();
            while reader.left() > 0 {
                blocks.push(Placed::read(&mut reader)?);
            }
            return Ok(Self::Blocks(blocks));
        }
        reader.u8()?;
        if reader.u8()? != VERSION {
            return Err(DecodeError::Version);
        }
        let end = Head { sequence: reader.uint()?, hash: reader.array()? };
        let count = reader.count(3)?;
        let mut drafts = Vec::with_capacity(count);
        for _ in 0..count {
            let draft = reader.sized()?.to_vec();
            let runs = reader.count(2)?;
            let mut arrivals = Vec::with_capacity(runs);
            let mut at = 0_i64;
            for _ in 0..runs {
                let operations = reader.u32()?;
                at = at.checked_add(reader.int()?).ok_or(DecodeError::Number)?;
                arrivals.push((operations, at));
            }
            drafts.push((draft, arrivals));
        }
        reader.end()?;
        Ok(Self::Packed(Packed { end, drafts }))
    }

    /// Whether it is packed already, and full.
    fn is_full(body: &[u8]) -> bool {
        body.first() == Some(&PACKED) && body.len() >= FULL / 4
    }
}

impl Packed {
    fn encode(&self) -> Vec<u8> {
        let mut out = vec![PACKED, VERSION];
        put_uint(&mut out, self.end.sequence);
        out.extend_from_slice(&self.end.hash);
        put_uint(&mut out, self.drafts.len() as u64);
        for (draft, arrivals) in &self.drafts {
            put_sized(&mut out, draft);
            put_uint(&mut out, arrivals.len() as u64);
            let mut before = 0_i64;
            for (operations, at) in arrivals {
                put_uint(&mut out, u64::from(*operations));
                put_int(&mut out, at.wrapping_sub(before));
                before = *at;
            }
        }
        out
    }
}

/// Rows that take the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repacked {
    /// Positions whose rows go: from the first to the last.
    pub remove: (u64, u64),
    /// The rows that come, by position: the number of their first operation.
    pub rows: Vec<(u64, Vec<u8>)>,
}

/// Packs the rows of a stream, in order, as far as their blocks arrived before
/// `safe`. None where there is nothing to gain.
///
/// # Errors
/// [`DecodeError`] where a row cannot be read; nothing should be changed then.
pub fn pack(
    scope: Scope,
    rows: &[(u64, &[u8])],
    safe: i64,
) -> Result<Option<Repacked>, DecodeError> {
    let full = rows.iter().take_while(|(_, body)| Row::is_full(body)).count();
    let mut head = match full.checked_sub(1).and_then(|last| rows.get(last)) {
        Some((_, body)) => match Row::read(body)? {
            Row::Packed(packed) => packed.end,
            Row::Blocks(_) => return Err(DecodeError::Code),
        },
        None => Head::default(),
    };
    let rest = rows.get(full..).unwrap_or_default();
    let mut packer = Packer::new(scope, head.sequence + 1);
    let mut last = None;
    let mut taken = 0;
    let mut left = Vec::new();
    'rows: for (position, body) in rest {
        match Row::read(body)? {
            Row::Packed(whole) => {
                head = whole.end;
                for (draft, arrivals) in &whole.drafts {
                    packer.add(draft, arrivals)?;
                }
                packer.reached(head)?;
            }
            Row::Blocks(blocks) => {
                let mut blocks = blocks.into_iter().peekable();
                while let Some(placed) = blocks.next_if(|placed| placed.arrived < safe) {
                    if placed.first != head.sequence + 1 {
                        return Err(DecodeError::Number);
                    }
                    let (draft, _) = block::unsigned(&placed.block)?;
                    let count = block::header(draft)?.count;
                    head = head.after(&placed);
                    packer.add(draft, &[(count, placed.arrived)])?;
                    packer.reached(head)?;
                }
                left = blocks.collect();
            }
        }
        last = Some(*position);
        taken += 1;
        if !left.is_empty() {
            break 'rows;
        }
    }
    let (Some((from, _)), Some(to)) = (rest.first(), last) else {
        return Ok(None);
    };
    let mut rows = packer.finish()?;
    if let Some(first) = left.first().map(|placed| placed.first) {
        let mut body = Vec::new();
        for placed in &left {
            placed.put(&mut body);
        }
        rows.push((first, body));
    }
    Ok((rows.len() < taken).then_some(Repacked { remove: (*from, to), rows }))
}

/// Gathers operations into packed rows.
struct Packer {
    scope: Scope,
    /// The number of the first operation of the row at hand.
    first: u64,
    end: Head,
    size: usize,
    writers: Few<Writer, (Vec<Operation>, Arrivals)>,
    rows: Vec<(u64, Vec<u8>)>,
}

impl Packer {
    fn new(scope: Scope, first: u64) -> Self {
        Self {
            scope,
            first,
            end: Head::default(),
            size: 0,
            writers: Few::default(),
            rows: Vec::new(),
        }
    }

    fn add(&mut self, draft: &[u8], arrivals: &[(u32, i64)]) -> Result<(), DecodeError> {
        let writer = block::header(draft)?.writer;
        let (operations, runs) = self.writers.or_default(writer);
        operations.extend(block::decode(draft)?);
        for (count, at) in arrivals {
            match runs.last_mut() {
                Some((known, last)) if last == at => *known += count,
                _ => runs.push((*count, *at)),
            }
        }
        self.size += draft.len();
        Ok(())
    }

    /// Everything up to here has been added.
    fn reached(&mut self, head: Head) -> Result<(), DecodeError> {
        self.end = head;
        let many =
            self.writers.values().any(|(operations, _)| operations.len() > MAX_OPERATIONS / 2);
        if self.size >= FULL || many { self.row() } else { Ok(()) }
    }

    fn row(&mut self) -> Result<(), DecodeError> {
        if self.writers.is_empty() {
            return Ok(());
        }
        let mut drafts = Vec::with_capacity(self.writers.len());
        for (writer, (operations, arrivals)) in std::mem::take(&mut self.writers) {
            // Together they may be too large for one block, or (after a device was
            // copied) not follow each other; then they stay as they are.
            let draft = block::encode(self.scope, writer, &operations)
                .map_err(|_| DecodeError::TooLarge)?;
            drafts.push((draft, arrivals));
        }
        self.rows.push((self.first, Packed { end: self.end, drafts }.encode()));
        self.first = self.end.sequence + 1;
        self.size = 0;
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<(u64, Vec<u8>)>, DecodeError> {
        self.row()?;
        Ok(self.rows)
    }
}
