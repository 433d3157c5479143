//! Gathering old blocks of a stream into segments.
//!
//! Three steps, so that the one writer is never held up: [`look`] reads what there
//! is, [`Found::make`] opens it, holds every hash against its block and packs all
//! of it, outside of any act, and [`put`] puts the segment in place of what it was
//! made of, in one act that does nothing else. A log only grows, so what was read
//! is still what is there, unless somebody else gathered it meanwhile; then
//! nothing happens.

use record::mutation::{self, Mutation};
use record::stream::{Head, Placed};
use record::{RecordId, Scope};

use super::segment::{self, Segment};
use super::{Opener, StreamRow, log};
use crate::chance::Chance;
use crate::clock::Moment;
use crate::store::books::{Pen, Read};
use crate::store::tables::Streams;
use crate::store::{Entry, StoreError};

const DAY: i64 = 24 * 3_600_000;

/// What is gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What arrived less than so many milliseconds ago stays as it is: devices
    /// that sync now and then find it without opening anything else.
    pub older_than: i64,
    /// Fewer blocks than this are not worth rewriting the last segment for.
    pub least: usize,
    /// A segment of so many bytes of blocks is full. More would be opened to read
    /// one, and rewritten to add one.
    pub full: usize,
}

impl Default for Rule {
    fn default() -> Self {
        Self { older_than: 7 * DAY, least: 16, full: 96 * 1024 }
    }
}

/// What a look found of one stream.
#[derive(Debug)]
pub struct Found {
    record: RecordId,
    scope: Scope,
    row: StreamRow,
    opener: Opener,
    /// The last segment.
    last: Option<Entry>,
    /// What lies behind it.
    loose: Vec<Entry>,
}

/// A segment, ready to be put in place of what it was made of.
#[derive(Debug)]
pub struct Made {
    record: RecordId,
    scope: Scope,
    /// The stream as it was when it was made.
    row: StreamRow,
    after: u64,
    place: u64,
    body: Vec<u8>,
    /// How many blocks got a place in a segment.
    pub blocks: u64,
}

impl Rule {
    /// Whether there may be anything to gather.
    #[must_use]
    pub fn concerns(&self, row: &StreamRow) -> bool {
        // A block holds one operation at least. A few large ones wait for more: as
        // they are, they cost little beside what they hold.
        row.head().sequence.saturating_sub(row.gathered()) >= self.least.max(1) as u64
    }

    /// Whether enough of these is old. Blocks arrive one after another, so one of
    /// them speaks for those before it, and nothing else is opened in vain.
    fn is_due(self, opener: &Opener, loose: &[Entry], now: Moment) -> Result<bool, StoreError> {
        let bytes: usize = loose.iter().map(|entry| entry.body.len()).sum();
        // Of large ones, fewer are enough.
        let few = if bytes < self.full / 2 { usize::MAX } else { loose.len() };
        let count = self.least.max(1).min(few);
        let Some(entry) = count.checked_sub(1).and_then(|at| loose.get(at)) else {
            return Ok(false);
        };
        let blocks = opener.open(entry.clone())?;
        Ok(blocks.iter().all(|(placed, _)| self.is_old(placed, now)))
    }

    fn is_old(self, placed: &Placed, now: Moment) -> bool {
        placed.arrived <= now.0.saturating_sub(self.older_than)
    }
}

/// Reads what there is of a stream; none where nothing is to be gathered.
///
/// # Errors
/// [`StoreError`].
pub fn look(
    read: &impl Read,
    record: RecordId,
    scope: Scope,
    rule: Rule,
    now: Moment,
) -> Result<Option<Found>, StoreError> {
    let Some(row) = read.get(Streams, &(record, scope))?.filter(|row| rule.concerns(row)) else {
        return Ok(None);
    };
    let opener = Opener::of(read, record, scope, &row)?;
    let loose = read.entries(row.log, row.gathered(), rule.full)?;
    if !rule.is_due(&opener, &loose, now)? {
        return Ok(None);
    }
    let last = match row.gathered() {
        0 => None,
        place => {
            let body = read.entry(row.log, place)?.ok_or(StoreError::Damaged)?;
            Some(Entry { place, body })
        }
    };
    Ok(Some(Found { record, scope, row, opener, last, loose }))
}

impl Found {
    /// Makes a segment of what is old, and of the last one where that is not full.
    /// None where too little is old.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where anything does not open or is not what its hash
    /// says: what is damaged is left as it is, for `verify` to name.
    pub fn make(
        self,
        rule: Rule,
        now: Moment,
        chance: &dyn Chance,
    ) -> Result<Option<Made>, StoreError> {
        let (before, mut blocks) = self.start(rule)?;
        let held = blocks.len();
        let mut reached = blocks.iter().fold(before, Head::after);
        self.is_said(reached)?;
        let (mut bytes, mut added) = (size(&blocks), 0);
        for entry in &self.loose {
            // Behind the last segment an entry is one block.
            let Some((placed, said)) = self.opener.open(entry.clone())?.pop() else { break };
            let is_full = bytes >= rule.full && blocks.len() > held;
            if is_full || !rule.is_old(&placed, now) {
                break;
            }
            reached = reached.after(&placed);
            if reached != said {
                return Err(StoreError::Damaged);
            }
            bytes += placed.block.len();
            added += placed.block.len();
            blocks.push(placed);
        }
        let new = blocks.len() - held;
        if new == 0 || (new < rule.least && added < rule.full / 2) {
            return Ok(None);
        }
        let segment = Segment { before, blocks };
        Ok(Some(Made {
            record: self.record,
            scope: self.scope,
            row: self.row.clone(),
            after: before.sequence,
            place: reached.sequence,
            body: self.seal(&segment, reached, chance)?,
            blocks: new as u64,
        }))
    }

    fn seal(
        &self,
        segment: &Segment,
        reached: Head,
        chance: &dyn Chance,
    ) -> Result<Vec<u8>, StoreError> {
        let plain = segment::pack(self.scope, segment).map_err(|_| StoreError::Damaged)?;
        // What is put in place of blocks must give back those very blocks.
        if segment::unpack(self.scope, &plain).as_ref() != Ok(segment) {
            return Err(StoreError::Failed("a segment is not what it was made of".to_owned()));
        }
        self.opener.seal_segment(reached, &plain, chance)
    }

    /// Where the segment begins, and what it begins with.
    fn start(&self, rule: Rule) -> Result<(Head, Vec<Placed>), StoreError> {
        let Some(last) = &self.last else { return Ok((Head::default(), Vec::new())) };
        // Packed, it is never more than what it was; so it need not be opened.
        if last.body.len() < rule.full {
            let segment = self.opener.open_segment(last.clone())?;
            if size(&segment.blocks) < rule.full {
                return Ok((segment.before, segment.blocks));
            }
        }
        let hash = log::said_hash(&last.body)?;
        Ok((Head { sequence: last.place, hash }, Vec::new()))
    }

    /// Whether the last segment ends where its blocks lead.
    fn is_said(&self, head: Head) -> Result<(), StoreError> {
        let Some(last) = &self.last else { return Ok(()) };
        let said = Head { sequence: last.place, hash: log::said_hash(&last.body)? };
        if head == said { Ok(()) } else { Err(StoreError::Damaged) }
    }
}

fn size(blocks: &[Placed]) -> usize {
    blocks.iter().map(|placed| placed.block.len()).sum()
}

/// Puts a segment in place of what it was made of. False where the stream is not
/// as it was any more, and nothing was done.
///
/// # Errors
/// [`StoreError`].
pub fn put(pen: &mut Pen<'_>, made: &Made) -> Result<bool, StoreError> {
    let key = (made.record, made.scope);
    let Some(mut row) = pen.get(Streams, &key)? else { return Ok(false) };
    if row.log != made.row.log || row.gathered() != made.row.gathered() {
        return Ok(false);
    }
    if mutation::is(Mutation::GatherStale) {
        row = made.row.clone();
    }
    pen.gather(row.log, made.after, made.place, &made.body)?;
    row.gathered = made.place;
    pen.put(Streams, &key, &row)?;
    Ok(true)
}
