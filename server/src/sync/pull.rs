//! What a device lacks.

use record::Scope;
use record::stream::{Cursor, Head};
use record::sync::{Accepted, MAX_ANSWER, Request, Response, StreamPart, WriterCard};

use super::log;
use super::push::Taken;
use crate::clock::Moment;
use crate::records::Standing;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::{Records, Streams, Writers};

/// What each block costs in an answer beside itself, at most.
const BESIDE: usize = 24;

/// The whole answer to a request, after its push was taken.
///
/// # Errors
/// [`Refused::Store`].
pub fn answer(
    read: &impl Read,
    standing: &Standing,
    request: &Request,
    taken: Taken,
    now: Moment,
) -> Result<Response, Refused> {
    let mut streams = Vec::new();
    let mut withdrawn = Vec::new();
    let mut room = MAX_ANSWER;
    for (scope, cursor) in &request.cursors {
        if standing.see.has(*scope) {
            let had: Vec<&Accepted> =
                taken.accepted.iter().filter(|accepted| accepted.scope == *scope).collect();
            streams.extend(part(read, standing, *scope, *cursor, &had, &mut room)?);
        } else {
            withdrawn.push(*scope);
        }
    }
    Ok(Response {
        epoch: read.meta()?.epoch,
        now: now.0,
        accepted: taken.accepted,
        refused: taken.refused,
        streams,
        withdrawn,
        writers: writers(read, standing, request.writers)?,
    })
}

/// What is new in one stream to a device that has it up to `cursor`. Blocks in
/// `had`, which this very request pushed, are counted and not sent.
fn part(
    read: &impl Read,
    standing: &Standing,
    scope: Scope,
    cursor: Cursor,
    had: &[&Accepted],
    room: &mut usize,
) -> Result<Option<StreamPart>, Refused> {
    let record = standing.record;
    let Some(stream) = read.get(Streams, &(record, scope))? else {
        // A device that holds something of a stream that is not there: the
        // server was restored from a backup.
        let afresh = cursor.head != Head::default();
        return Ok(afresh.then(|| StreamPart {
            scope,
            afresh,
            head: Head::default(),
            more: false,
            blocks: Vec::new(),
        }));
    };
    let fits = if cursor.head.sequence == 0 {
        cursor.head == Head::default()
    } else if cursor.head.sequence == stream.head().sequence {
        cursor.head == stream.head()
    } else {
        log::hash_at(read, &stream, cursor.head.sequence)? == Some(cursor.head.hash)
    };
    let mut reached = if fits { cursor.head } else { Head::default() };
    if fits && reached == stream.head() {
        return Ok(None);
    }
    let known = read.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let data_key = known.data_key(read, record)?;
    let mut blocks = Vec::new();
    'walk: loop {
        let entries = read.entries(stream.log, reached.sequence, (*room).max(1))?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            let (placed, after) = log::open(&data_key, record, scope, entry)?;
            let is_own = had.iter().any(|accepted| accepted.first == placed.first);
            if !is_own {
                let size = placed.block.len() + BESIDE;
                if size > *room && !blocks.is_empty() {
                    break 'walk;
                }
                // Always one block at least, or a large one would never arrive.
                *room = room.saturating_sub(size);
                blocks.push(placed);
            }
            reached = after;
        }
        if *room == 0 {
            break;
        }
    }
    Ok(Some(StreamPart {
        scope,
        afresh: !fits,
        head: reached,
        more: reached != stream.head(),
        blocks,
    }))
}

/// The writers that the device does not know.
fn writers(
    read: &impl Read,
    standing: &Standing,
    known: u32,
) -> Result<Vec<WriterCard>, StoreError> {
    if standing.see.is_empty() {
        return Ok(Vec::new());
    }
    let skip = usize::try_from(known).unwrap_or(usize::MAX);
    Ok(read
        .list(Writers, &standing.record)?
        .into_iter()
        .skip(skip)
        .map(|((_, writer), row)| WriterCard {
            writer,
            member: row.member,
            name: row.name,
            role: row.role,
            side: row.side,
            key: row.key,
        })
        .collect())
}
