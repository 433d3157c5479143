//! What is taken of a push.
//!
//! Each block is judged by itself: one that is refused never holds up another.
//! A repeat is acknowledged without effect, a gap is refused with the counter to
//! send from, and so is what the server has in the same words, cut otherwise. Other
//! words under known counters are told apart, for they mean a copied device.

use record::block::{self, Header, Operations};
use record::kinds::{Forgotten, Kind, Look, Told};
use record::mutation::{self, Mutation};
use record::op::Act;
use record::stream::Head;
use record::sync::{Accepted, Healed, Refusal, Refused as RefusedBlock};
use record::{OpId, RecordId, Scope, Scopes, Writer, fields};

use super::rights::{Rights, Verdict};
use super::{StreamRow, log};
use crate::clock::Moment;
use crate::keys;
use crate::records::{Role, Standing};
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::Streams;

/// A block that may be taken, when its turn is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it says of itself.
    pub header: Header,
    /// Its bytes, signature and all.
    pub block: Vec<u8>,
}

/// What can be said of a block by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It may be taken.
    Good(Checked),
    /// Its writer, a carer, may not write there (any more): it is set aside for
    /// the person, who decides.
    Late(Checked),
    /// It is not taken.
    Refused(RefusedBlock),
}

/// Not even the header can be read, so nothing could be named in an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// What became of a push.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What the server has.
    pub accepted: Vec<Accepted>,
    /// What it did not take.
    pub refused: Vec<RefusedBlock>,
    /// What its writer, a carer, might no longer add when its turn came.
    pub late: Vec<Checked>,
    /// What became of each block given back.
    pub healed: Vec<Healed>,
    /// The streams that grew.
    pub grew: Scopes,
    /// How the push made them grow, in order.
    pub steps: Vec<Step>,
}

/// What one block of a push did to its stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub scope: Scope,
    /// Where the stream stood.
    pub before: Head,
    /// Where it stands after the block.
    pub after: Head,
}

/// Judges a block by itself: its form, its author, its scope, its signature.
///
/// # Errors
/// [`Unreadable`].
pub fn check(
    standing: &Standing,
    writer: Writer,
    key: &[u8; 32],
    block: Vec<u8>,
) -> Result<Judged, Unreadable> {
    let (draft, signature) = block::unsigned(&block).map_err(|_| Unreadable)?;
    let header = block::header(draft).map_err(|_| Unreadable)?;
    let refuse = |reason| {
        Ok(Judged::Refused(RefusedBlock { scope: header.scope, counter: header.first, reason }))
    };
    if header.writer != writer {
        return refuse(Refusal::NotAllowed);
    }
    if !keys::verify(key, &block::signing_bytes(standing.record, draft), signature) {
        return refuse(Refusal::Signature);
    }
    if let Err(reason) = readable(draft, header) {
        return refuse(reason);
    }
    if standing.add.has(header.scope) || mutation::is(Mutation::AnyoneAdds) {
        Ok(Judged::Good(Checked { header, block }))
    } else if late(standing.role, header) {
        Ok(Judged::Late(Checked { header, block }))
    } else {
        refuse(Refusal::NotAllowed)
    }
}

/// Whether every operation can be read, and says what a device may say.
pub(super) fn readable(draft: &[u8], header: Header) -> Result<(), Refusal> {
    let mut at = header.first;
    let operations = Operations::of(draft).map_err(|_| Refusal::Malformed { at })?;
    for operation in operations {
        let operation = operation.map_err(|_| Refusal::Malformed { at })?;
        fields::check(operation.payload).map_err(|_| Refusal::Malformed { at })?;
        if header.writer != Writer::SERVER && is_the_servers(header.scope, &operation.act) {
            return Err(Refusal::Reserved { at });
        }
        at = at.saturating_add(1);
    }
    Ok(())
}

/// Who looked, who was told and which device has forgotten is the server's to say, and nobody's to change.
fn is_the_servers(scope: Scope, act: &Act) -> bool {
    let of_server = |writer| scope == Scope::Sharing && writer == Writer::SERVER;
    match act {
        Act::Create(kind) => [Look::SPEC.id, Forgotten::SPEC.id, Told::SPEC.id].contains(kind),
        Act::Change(touch) | Act::Retract(touch) => of_server(touch.entry.writer),
    }
}

/// Takes what is in turn.
///
/// # Errors
/// [`Refused::Store`]; then nothing was taken.
pub fn take(
    pen: &mut Pen<'_>,
    standing: &Standing,
    blocks: Vec<Checked>,
    now: Moment,
) -> Result<Taken, Refused> {
    let record = standing.record;
    // A consent may have ended since the block was judged.
    let add = standing.again(pen, now)?.add;
    let mut rights = Rights::of(pen, record, standing.member, standing.role)?;
    let mut taken = Taken::default();
    let (mut repeats, mut overlaps) = (Vec::new(), Vec::new());
    for Checked { header, block } in blocks {
        if !add.has(header.scope) && !mutation::is(Mutation::AnyoneAdds) {
            if late(standing.role, header) {
                taken.late.push(Checked { header, block });
            } else {
                let (scope, counter) = (header.scope, header.first);
                let reason = Refusal::NotAllowed;
                taken.refused.push(RefusedBlock { scope, counter, reason });
            }
            continue;
        }
        let stream = pen.get(Streams, &(record, header.scope))?;
        let before = stream.as_ref().map(StreamRow::head).unwrap_or_default();
        let expected = expected(stream.as_ref(), header.writer);
        let again = header.last() < expected && mutation::is(Mutation::OverlapTwice);
        if header.first == expected || again {
            let verdict = match &mut rights {
                Some(rights) => rights.judge(pen, header.scope, &block, now)?,
                None => Verdict::Theirs,
            };
            match verdict {
                Verdict::Theirs => {}
                Verdict::NoLonger => {
                    taken.late.push(Checked { header, block });
                    continue;
                }
                Verdict::NotTheirs(at) => {
                    let (scope, counter) = (header.scope, header.first);
                    let reason = Refusal::NotTheirs { at };
                    taken.refused.push(RefusedBlock { scope, counter, reason });
                    continue;
                }
            }
            if let Some(rights) = &mut rights {
                rights.taken(header.scope, &block, now);
            }
            let placed = log::append(pen, record, header, block, now)?;
            let after = before.after(&placed);
            taken.steps.push(Step { scope: header.scope, before, after });
            taken.grew = taken.grew.with(header.scope);
            taken.accepted.push(Accepted {
                scope: header.scope,
                counter: header.first,
                first: placed.first,
                arrived: placed.arrived,
            });
        } else if header.last() < expected {
            repeats.push(Checked { header, block });
        } else if header.first < expected && !mutation::is(Mutation::OverlapWaits) {
            overlaps.push(Checked { header, block });
        } else {
            taken.refused.push(RefusedBlock {
                scope: header.scope,
                counter: header.first,
                reason: Refusal::Gap { send_from: expected },
            });
        }
    }
    let others = acknowledge(pen, record, repeats, &mut taken)?;
    for Checked { header, block } in others.into_iter().chain(overlaps) {
        let stream = pen.get(Streams, &(record, header.scope))?;
        let send_from = expected(stream.as_ref(), header.writer);
        taken.refused.push(overlapped(pen, record, header, &block, send_from)?);
    }
    Ok(taken)
}

/// The counter that a writer's next operation has.
fn expected(stream: Option<&StreamRow>, writer: Writer) -> u32 {
    stream.map_or(0, |stream| stream.last_counter(writer)).saturating_add(1)
}

/// Whether a block that may not be taken is set aside for the person.
fn late(role: Role, header: Header) -> bool {
    role == Role::Carer && header.scope != Scope::Sharing
}

/// What is said of a block that the server has not, under counters of which it has
/// some or all: its device was copied before it was signed. What is behind the words
/// that both wrote is asked for; where both wrote other words, that is told.
pub(super) fn overlapped(
    read: &impl Read,
    record: RecordId,
    header: Header,
    block: &[u8],
    send_from: u32,
) -> Result<RefusedBlock, StoreError> {
    let until = send_from.min(header.last().saturating_add(1));
    let begun = |id: &OpId| (header.first..until).contains(&id.counter);
    let of_block = |bytes: &[u8]| {
        let mut operations =
            block::unsigned(bytes).and_then(|(draft, _)| block::decode(draft)).unwrap_or_default();
        operations.retain(|operation| begun(&operation.id));
        operations
    };
    let mut held = Vec::new();
    log::walk(read, record, header.scope, |placed| {
        if block::header(&placed.block).is_ok_and(|of| of.writer == header.writer) {
            held.extend(of_block(&placed.block));
        }
        true
    })?;
    let own = of_block(block);
    let same = held.iter().zip(&own).take_while(|(held, own)| held == own).count();
    let same = if mutation::is(Mutation::OverlapWaits) { 0 } else { same };
    let reason = match u32::try_from(same) {
        Ok(same @ 1..) => Refusal::Gap { send_from: header.first.saturating_add(same) },
        _ => Refusal::Clone { send_from },
    };
    Ok(RefusedBlock { scope: header.scope, counter: header.first, reason })
}

/// Says where blocks stand that the server has already, byte for byte. Answers
/// those that it has not.
///
/// # Errors
/// [`StoreError`].
pub fn acknowledge(
    read: &impl Read,
    record: RecordId,
    blocks: Vec<Checked>,
    taken: &mut Taken,
) -> Result<Vec<Checked>, StoreError> {
    let mut others = Vec::new();
    let scopes: Vec<Scope> = blocks.iter().map(|block| block.header.scope).collect();
    let mut left = blocks;
    for scope in Scopes::of(&scopes).iter() {
        let (mut waiting, rest) =
            left.into_iter().partition::<Vec<_>, _>(|Checked { header, .. }| header.scope == scope);
        left = rest;
        log::walk(read, record, scope, |placed| {
            waiting.retain(|Checked { header, block }| {
                let taken_for_it = mutation::is(Mutation::CopyTaken)
                    && block::header(&placed.block).is_ok_and(|placed| placed == *header);
                if *block != placed.block && !taken_for_it {
                    return true;
                }
                taken.accepted.push(Accepted {
                    scope,
                    counter: header.first,
                    first: placed.first,
                    arrived: placed.arrived,
                });
                false
            });
            !waiting.is_empty()
        })?;
        others.extend(waiting);
    }
    Ok(others)
}
