//! What a device lacks.

use record::mutation::{self, Mutation};
use record::stream::{Cursor, Head};
use record::sync::{
    Accepted, Capabilities, MAX_ANSWER, Request, Response, StreamPart, Voucher, WriterCard,
};
use record::{RecordId, Scope};

use super::log::Opened;
use super::push::{Step, Taken};
use super::{StreamRow, aside, log};
use crate::clock::Moment;
use crate::records::{self, Role, Standing};
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::{Streams, Writers};

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
    taken: &Taken,
    now: Moment,
) -> Result<Response, Refused> {
    let standing = &standing.again(read, now)?;
    let meta = read.meta()?;
    let mut response = Response {
        epoch: meta.epoch,
        now: now.0,
        capabilities: Capabilities::ALL,
        safe: meta.safe_before,
        writers: writers(read, standing, request.writers)?,
        ..Response::default()
    };
    response.vouchers = vouchers(read, request, &response.writers);
    let mut room = MAX_ANSWER;
    for (scope, cursor) in &request.cursors {
        if !standing.see.has(*scope) && !mutation::is(Mutation::StreamTooMany) {
            response.withdrawn.push(*scope);
            continue;
        }
        let stream = read.get(Streams, &(standing.record, *scope))?;
        let head = stream.as_ref().map(StreamRow::head).unwrap_or_default();
        // Most often nobody else wrote meanwhile: the device's own blocks lead
        // from where it is to where the stream is, and the log is not looked at.
        if let Some(led) = led(taken, *scope, cursor.head).filter(|led| *led == head) {
            response.streams.push(StreamPart { head: led, ..StreamPart::empty(*scope) });
            continue;
        }
        let mut opened = None;
        let whose = (standing.record, *scope);
        let fits = fits(read, whose, stream.as_ref(), *cursor, &mut opened)?;
        let heals = request.capabilities.has(Capabilities::HEAL) && cursor.epoch != meta.epoch;
        if !fits && heals {
            response.wanted.push((*scope, head));
            continue;
        }
        let pushed: Vec<&Accepted> =
            taken.accepted.iter().filter(|accepted| accepted.scope == *scope).collect();
        let from = if fits { cursor.head } else { Head::default() };
        let which = (*scope, stream.as_ref());
        let given = part(read, standing, which, from, &pushed, opened, &mut room)?;
        if let Some(mut part) = given {
            part.afresh = !fits;
            response.streams.push(part);
        } else if !fits {
            // The stream is not there at all: the server was restored.
            response.streams.push(StreamPart { afresh: true, ..StreamPart::empty(*scope) });
        }
    }
    if let Some(held) = request.set_aside
        && standing.role == Role::Person
        && request.capabilities.has(Capabilities::SET_ASIDE)
    {
        response.set_aside = aside::after(read, standing.record, held)?;
    }
    response.accepted.clone_from(&taken.accepted);
    response.refused.clone_from(&taken.refused);
    response.healed.clone_from(&taken.healed);
    Ok(response)
}

/// Where the blocks that this very request pushed lead from `head`; none where
/// they lead nowhere.
fn led(taken: &Taken, scope: Scope, head: Head) -> Option<Head> {
    let follow = |head: Head, step: &Step| if step.before == head { step.after } else { head };
    let reached = taken.steps.iter().filter(|step| step.scope == scope).fold(head, follow);
    (reached != head).then_some(reached)
}

/// Whether a device's cursor is a place in this stream.
fn fits(
    read: &impl Read,
    whose: (RecordId, Scope),
    stream: Option<&StreamRow>,
    cursor: Cursor,
    opened: &mut Option<Opened>,
) -> Result<bool, StoreError> {
    let Some(stream) = stream else { return Ok(cursor.head == Head::default()) };
    Ok(if cursor.head.sequence == 0 {
        cursor.head == Head::default()
    } else if cursor.head.sequence == stream.head().sequence {
        cursor.head == stream.head()
    } else {
        log::hash_at(read, whose, stream, cursor.head.sequence, opened)? == Some(cursor.head.hash)
    })
}

/// What is in one stream behind `reached`. Blocks in `had`, which this very
/// request pushed, are counted and not sent. What `segment` holds is not opened
/// again.
fn part(
    read: &impl Read,
    standing: &Standing,
    (scope, stream): (Scope, Option<&StreamRow>),
    mut reached: Head,
    had: &[&Accepted],
    mut segment: Option<Opened>,
    room: &mut usize,
) -> Result<Option<StreamPart>, Refused> {
    let Some(stream) = stream.filter(|stream| stream.head() != reached) else {
        return Ok(None);
    };
    let opener = log::Opener::of(read, standing.record, scope, stream)?;
    let mut blocks = Vec::new();
    'walk: loop {
        let entries = read.entries(stream.log, reached.sequence, (*room).max(1))?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            let blocks_there = match segment.take_if(|(place, _)| *place == entry.place) {
                Some((_, blocks)) => blocks,
                None => opener.open(entry)?,
            };
            for (placed, after) in blocks_there {
                // In the same segment, and before the cursor.
                if after.sequence <= reached.sequence {
                    continue;
                }
                // The hash rests beside the sealed block, not within it.
                if reached.after(&placed) != after {
                    return Err(StoreError::Damaged.into());
                }
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
        }
        if *room == 0 {
            break;
        }
    }
    Ok(Some(StreamPart {
        scope,
        afresh: false,
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
        .map(|((_, writer), row)| records::writer_card(writer, row))
        .collect())
}

/// The server's word for each of them, where the device could ever need it.
fn vouchers(read: &impl Read, request: &Request, cards: &[WriterCard]) -> Vec<Voucher> {
    if !request.capabilities.has(Capabilities::HEAL) || mutation::is(Mutation::NoVouchers) {
        return Vec::new();
    }
    cards.iter().map(|card| records::voucher(read.keys(), request.record, card)).collect()
}
