//! What is taken of a push.
//!
//! Each block is judged by itself: one that is refused never holds up another.
//! An overlap is acknowledged without effect, a gap is refused with the counter
//! to send from, and other bytes under known counters are told apart from a
//! repeat, for they mean a copied device.

use record::block::{self, Header, Operations};
use record::kinds::{Kind, Look};
use record::op::Act;
use record::sync::{Accepted, Refusal, Refused as RefusedBlock};
use record::{RecordId, Scope, Scopes, Writer, fields};

use super::log;
use crate::clock::Moment;
use crate::keys;
use crate::records::Standing;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};

/// A block that may be taken, when its turn is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it says of itself.
    pub header: Header,
    /// Its bytes, signature and all.
    pub block: Vec<u8>,
}

/// What became of a push.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// What the server has.
    pub accepted: Vec<Accepted>,
    /// What it did not take.
    pub refused: Vec<RefusedBlock>,
    /// The streams that grew.
    pub grew: Scopes,
}

/// Judges a block by itself: its form, its author, its scope, its signature.
///
/// # Errors
/// The refusal; none at all ([`Err`] of [`None`]) where not even the header can
/// be read, so that nothing could be named in an answer.
pub fn check(
    standing: &Standing,
    writer: Writer,
    key: &[u8; 32],
    block: Vec<u8>,
) -> Result<Checked, Option<RefusedBlock>> {
    let (draft, signature) = block::unsigned(&block).map_err(|_| None)?;
    let header = block::header(draft).map_err(|_| None)?;
    let refuse = |reason| Some(RefusedBlock { scope: header.scope, counter: header.first, reason });
    if header.writer != writer || !standing.add.has(header.scope) {
        return Err(refuse(Refusal::NotAllowed));
    }
    if !keys::verify(key, &block::signing_bytes(standing.record, draft), signature) {
        return Err(refuse(Refusal::Signature));
    }
    for operation in Operations::of(draft).map_err(|_| refuse(Refusal::Malformed))? {
        let operation = operation.map_err(|_| refuse(Refusal::Malformed))?;
        fields::check(operation.payload).map_err(|_| refuse(Refusal::Malformed))?;
        if is_the_servers(header.scope, &operation.act) {
            return Err(refuse(Refusal::NotAllowed));
        }
    }
    Ok(Checked { header, block })
}

/// Who looked is the server's to say, and nobody's to change.
fn is_the_servers(scope: Scope, act: &Act) -> bool {
    let of_server = |writer| scope == Scope::Sharing && writer == Writer::SERVER;
    match act {
        Act::Create(kind) => *kind == Look::SPEC.id,
        Act::Change(touch) | Act::Retract(touch) => of_server(touch.entry.writer),
    }
}

/// Takes what is in turn.
///
/// # Errors
/// [`Refused::Store`]; then nothing was taken.
pub fn take(
    pen: &mut Pen<'_>,
    record: RecordId,
    blocks: Vec<Checked>,
    now: Moment,
) -> Result<Taken, Refused> {
    let mut taken = Taken::default();
    let mut repeats = Vec::new();
    for Checked { header, block } in blocks {
        let expected = log::next_counter(pen, record, header.scope, header.writer)?;
        if header.first == expected {
            let placed = log::append(pen, record, header, block, now)?;
            taken.grew = taken.grew.with(header.scope);
            taken.accepted.push(Accepted {
                scope: header.scope,
                counter: header.first,
                first: placed.first,
                arrived: placed.arrived,
            });
        } else if header.last() < expected {
            repeats.push((Checked { header, block }, expected));
        } else {
            // Missing ones before it, or a block cut otherwise than the one the
            // server has.
            taken.refused.push(RefusedBlock {
                scope: header.scope,
                counter: header.first,
                reason: Refusal::Gap { send_from: expected },
            });
        }
    }
    acknowledge(pen, record, &repeats, &mut taken)?;
    Ok(taken)
}

/// Says where blocks stand that the server had already.
fn acknowledge(
    read: &impl Read,
    record: RecordId,
    repeats: &[(Checked, u32)],
    taken: &mut Taken,
) -> Result<(), StoreError> {
    let scopes: Vec<Scope> = repeats.iter().map(|(repeat, _)| repeat.header.scope).collect();
    for scope in Scopes::of(&scopes).iter() {
        let mut waiting: Vec<&(Checked, u32)> =
            repeats.iter().filter(|(repeat, _)| repeat.header.scope == scope).collect();
        log::walk(read, record, scope, |placed| {
            waiting.retain(|(repeat, _)| {
                if repeat.block != placed.block {
                    return true;
                }
                taken.accepted.push(Accepted {
                    scope,
                    counter: repeat.header.first,
                    first: placed.first,
                    arrived: placed.arrived,
                });
                false
            });
            !waiting.is_empty()
        })?;
        taken.refused.extend(waiting.into_iter().map(|(other, send_from)| RefusedBlock {
            scope,
            counter: other.header.first,
            reason: Refusal::Clone { send_from: *send_from },
        }));
    }
    Ok(())
}
