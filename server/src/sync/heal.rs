//! Taking back what a server restored from a backup lacks.
//!
//! Devices hold what the server had, with the writers' signatures. Where a
//! device's blocks go on exactly from where the server stands, they are taken at
//! their old places and times, so that the stream is byte for byte what it was
//! and every other device's cursor fits again. Where something new was written
//! since the restore, they are taken as new.
//!
//! Who was enrolled since the backup is unknown here. The server gave its word for
//! them at the time, and takes it now: they are known again for what they wrote,
//! and nobody can write as them.

use std::collections::{BTreeMap, BTreeSet};

use record::block::{self, Header};
use record::op::Operation;
use record::stream::Placed;
use record::sync::{Healed, Refusal, Side, Vouched};
use record::{OpId, RecordId, Scope, Writer};

use super::rights::{Rights, Verdict};
use super::{log, push};
use crate::clock::Moment;
use crate::keys;
use crate::records::{self, Role, Standing, WriterRow};
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Grants, Streams, Writers};

/// A block that a device gives back, as far as it can be judged by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    scope: Scope,
    placed: Placed,
    judged: Result<Header, Healed>,
}

/// Somebody who wrote what is given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    writer: Writer,
    row: WriterRow,
    /// The server knows them by its own word alone, from before it was restored.
    vouched: bool,
}

/// Who wrote the blocks that are given back: whom the server knows, and for whom
/// it once gave its word.
///
/// # Errors
/// [`StoreError`].
pub fn authors(
    read: &impl Read,
    record: RecordId,
    blocks: &[(Scope, Placed)],
    vouched: &[Vouched],
) -> Result<Vec<Author>, StoreError> {
    let writers: BTreeSet<Writer> = blocks
        .iter()
        .filter_map(|(_, placed)| block::header(&placed.block).ok())
        .map(|header| header.writer)
        .collect();
    let mut authors = Vec::new();
    let mut unknown = BTreeSet::new();
    for writer in writers {
        match read.get(Writers, &(record, writer))? {
            Some(row) => authors.push(Author { writer, row, vouched: false }),
            None => drop(unknown.insert(writer)),
        }
    }
    let word: BTreeMap<Writer, &Vouched> = vouched
        .iter()
        .filter(|vouched| unknown.contains(&vouched.card.writer))
        .filter(|vouched| records::has_vouched(read.keys(), record, vouched))
        .map(|vouched| (vouched.card.writer, vouched))
        .collect();
    authors.extend(word.into_iter().map(|(writer, vouched)| Author {
        writer,
        row: records::remembered(&vouched.card),
        vouched: true,
    }));
    Ok(authors)
}

/// Judges a block by itself: who wrote it, and whether the signature is theirs.
#[must_use]
pub fn check(standing: &Standing, authors: &[Author], scope: Scope, placed: Placed) -> Given {
    let judged = judge(standing, authors, scope, &placed);
    Given { scope, placed, judged }
}

fn judge(
    standing: &Standing,
    authors: &[Author],
    scope: Scope,
    placed: &Placed,
) -> Result<Header, Healed> {
    if !standing.see.has(scope) {
        return Err(Healed::NotAllowed);
    }
    let (draft, signature) = block::unsigned(&placed.block).map_err(|_| Healed::Stranger)?;
    let header = block::header(draft).map_err(|_| Healed::Stranger)?;
    if header.scope != scope {
        return Err(Healed::Stranger);
    }
    let author = author(authors, header.writer).ok_or(Healed::Stranger)?;
    if !keys::verify(&author.row.key, &block::signing_bytes(standing.record, draft), signature) {
        return Err(Healed::Stranger);
    }
    push::readable(draft, header).map_err(|_| Healed::Stranger)?;
    Ok(header)
}

fn author(authors: &[Author], writer: Writer) -> Option<&Author> {
    authors.iter().find(|author| author.writer == writer)
}

/// Takes what the server lacks, in the order given. Says for each block what
/// became of it, and which streams grew.
///
/// The person's own devices may give back anything that was written in their
/// record. Anybody else's may give back what its author may still add: a block
/// that was refused once must not come in by this door.
///
/// # Errors
/// [`Refused::Store`]; then nothing was taken.
pub fn take(
    pen: &mut Pen<'_>,
    standing: &Standing,
    authors: &[Author],
    blocks: Vec<Given>,
    now: Moment,
) -> Result<push::Taken, Refused> {
    let mut taken = push::Taken::default();
    if blocks.is_empty() {
        return Ok(taken);
    }
    if pen.meta()?.epoch <= 1 {
        // Nothing was ever lost here.
        taken.healed = vec![Healed::NotAllowed; blocks.len()];
        return Ok(taken);
    }
    let mut known = Known::default();
    for given in blocks {
        let outcome = match given.judged {
            Err(outcome) => outcome,
            Ok(header) => {
                let of = (header, &given.placed.block[..]);
                if let Err(outcome) = admit(pen, standing, authors, of, now)? {
                    outcome
                } else {
                    let (record, block) = (standing.record, given.placed.block.clone());
                    let one = take_one(pen, record, header, given.placed, &mut known, now)?;
                    begun(pen, record, header, &block, one, &mut taken)?
                }
            }
        };
        if outcome == Healed::Has {
            taken.grew = taken.grew.with(given.scope);
        }
        taken.healed.push(outcome);
    }
    Ok(taken)
}

/// Whether a block may be taken as far as its author goes. One who is known by
/// the server's word alone is one of the record's writers from here on.
fn admit(
    pen: &mut Pen<'_>,
    standing: &Standing,
    authors: &[Author],
    (header, block): (Header, &[u8]),
    now: Moment,
) -> Result<Result<(), Healed>, Refused> {
    let Some(author) = author(authors, header.writer) else { return Ok(Err(Healed::Stranger)) };
    if !may_add(pen, standing, author, (header, block), now)? {
        return Ok(Err(Healed::NotAllowed));
    }
    let record = standing.record;
    if author.vouched && !records::put_back(pen, record, author.writer, &author.row)? {
        return Ok(Err(Healed::Stranger));
    }
    Ok(Ok(()))
}

fn may_add(
    read: &impl Read,
    standing: &Standing,
    author: &Author,
    (header, block): (Header, &[u8]),
    now: Moment,
) -> Result<bool, StoreError> {
    if standing.role == Role::Person || header.writer == Writer::SERVER {
        return Ok(true);
    }
    if author.row.member == record::Member::PERSON {
        return Ok(true);
    }
    let grants = read.get(Grants, &standing.record)?.unwrap_or_default();
    if !grants.of(author.row.member, now).1.has(header.scope) {
        return Ok(false);
    }
    let role = if author.row.side == Side::Team { Role::Staff } else { Role::Carer };
    let Some(mut rights) = Rights::of(read, standing.record, author.row.member, role)? else {
        return Ok(true);
    };
    Ok(rights.judge(read, header.scope, block, now)? == Verdict::Theirs)
}

fn take_one(
    pen: &mut Pen<'_>,
    record: RecordId,
    header: Header,
    placed: Placed,
    known: &mut Known,
    now: Moment,
) -> Result<Healed, Refused> {
    let expected = log::next_counter(pen, record, header.scope, header.writer)?;
    if header.first == expected {
        let stream = pen.get(Streams, &(record, header.scope))?;
        let (head, arrived) =
            stream.map_or((0, Moment(i64::MIN)), |row| (row.head().sequence, row.arrived));
        let old = Moment(placed.arrived);
        // Not before what a backup that was made meanwhile says that it holds.
        let floor = arrived.max(Moment(pen.meta()?.floor));
        let goes_on = placed.first == head + 1 && (floor..=now).contains(&old);
        let at = if goes_on { old } else { now };
        known.add(header.scope, &placed.block);
        log::append(pen, record, header, placed.block, at)?;
        return Ok(Healed::Has);
    }
    if header.first > expected {
        return Ok(Healed::Gap);
    }
    if known.has(pen, record, header.scope, &placed.block)? {
        return Ok(Healed::Has);
    }
    if header.writer == Writer::SERVER {
        reissue(pen, record, header.scope, &placed.block, now)?;
        return Ok(Healed::Has);
    }
    Ok(Healed::Other)
}

/// Of a block whose first words the server has, in another block of its device's
/// copy, what is behind them is asked for, as in a push.
fn begun(
    read: &impl Read,
    record: RecordId,
    header: Header,
    block: &[u8],
    outcome: Healed,
    taken: &mut push::Taken,
) -> Result<Healed, Refused> {
    if outcome != Healed::Other {
        return Ok(outcome);
    }
    let expected = log::next_counter(read, record, header.scope, header.writer)?;
    let refused = push::overlapped(read, record, header, block, expected)?;
    if !matches!(refused.reason, Refusal::Gap { .. }) {
        return Ok(outcome);
    }
    taken.refused.push(refused);
    Ok(Healed::Gap)
}

/// What the server itself had written, and wrote something else under the same
/// counters since it was restored: it says it again, under new ones. Who looked
/// must not be lost.
fn reissue(
    pen: &mut Pen<'_>,
    record: RecordId,
    scope: Scope,
    block: &[u8],
    now: Moment,
) -> Result<(), Refused> {
    let (draft, _) = block::unsigned(block).map_err(|_| StoreError::Damaged)?;
    let operations = block::decode(draft).map_err(|_| StoreError::Damaged)?;
    let folded = log::fold(pen, record, scope)?;
    let is_there = |operation: &Operation| {
        folded.history(scope).any(|held| {
            held.id.writer == Writer::SERVER
                && held.recorded == operation.recorded
                && held.payload == operation.payload
        })
    };
    let mut counter = log::next_counter(pen, record, scope, Writer::SERVER)?;
    let mut lost: Vec<Operation> =
        operations.into_iter().filter(|operation| !is_there(operation)).collect();
    for operation in &mut lost {
        operation.id = OpId { writer: Writer::SERVER, counter };
        counter = counter.saturating_add(1);
    }
    if lost.is_empty() {
        return Ok(());
    }
    log::write(pen, record, scope, &lost, now)
}

/// The blocks of the streams at hand, by hash: read once for each stream.
#[derive(Default)]
struct Known(Vec<(Scope, BTreeSet<[u8; 32]>)>);

impl Known {
    fn add(&mut self, scope: Scope, block: &[u8]) {
        if let Some((_, hashes)) = self.0.iter_mut().find(|(known, _)| *known == scope) {
            hashes.insert(keys::digest(b"block", block));
        }
    }

    fn has(
        &mut self,
        read: &impl Read,
        record: RecordId,
        scope: Scope,
        block: &[u8],
    ) -> Result<bool, StoreError> {
        if !self.0.iter().any(|(known, _)| *known == scope) {
            let mut hashes = BTreeSet::new();
            log::walk(read, record, scope, |placed| {
                hashes.insert(keys::digest(b"block", &placed.block));
                true
            })?;
            self.0.push((scope, hashes));
        }
        let hash: [u8; 32] = keys::digest(b"block", block);
        Ok(self.0.iter().any(|(known, hashes)| *known == scope && hashes.contains(&hash)))
    }
}

#[cfg(test)]
mod tests;
