//! What the server did not take of a push: kept for the person where it is for
//! good, changed and sent again where that helps, and never in the way of the
//! rest.

use record::block::{self, Header, SIGNATURE};
use record::op::{Act, KindId, Operation};
use record::sync::Refusal;
use record::{DecodeError, OpId, Scope};

use super::take::{Stranger, Taking};
use crate::effects::store::Write;
use crate::holding::slot::Area;
use crate::holding::{Holding, Parked, Piece, RecordSide, Why};

/// Works out what a refusal means for a pending block; changes nothing yet.
pub(super) fn refused(
    holding: &Holding,
    piece: &Piece,
    refusal: Refusal,
    taking: &mut Taking,
) -> Result<(), DecodeError> {
    match refusal {
        // The server will never have those before it: voids take their counters.
        // Otherwise it was restored from a backup, and is given back what it lacks
        // (`heal`).
        Refusal::Gap { send_from } if never_come(holding, piece, send_from) => {
            let voids = voids(holding, piece, send_from)?;
            reopen(holding, piece, vec![voids, draft(piece)?], taking);
            Ok(())
        }
        // A copy of this device sent the beginning of it first, or all, in a block
        // cut otherwise: the server has that, and takes the rest.
        Refusal::Gap { send_from } if piece.header.first < send_from => {
            let (draft, _) = block::unsigned(&piece.bytes)?;
            let mut rest = block::decode(draft)?;
            rest.retain(|operation| operation.id.counter >= send_from);
            let rest =
                if rest.is_empty() { Vec::new() } else { vec![encode(piece.header.scope, &rest)?] };
            reopen(holding, piece, rest, taking);
            Ok(())
        }
        // What stands before it waits to be signed: after that, in its turn.
        Refusal::Gap { .. } if waits_for_another(holding, piece) => {
            reopen(holding, piece, vec![draft(piece)?], taking);
            Ok(())
        }
        Refusal::Gap { .. } => Ok(()),
        Refusal::Clone { .. } => {
            taking.stranger = Some(Stranger::Copied);
            Ok(())
        }
        Refusal::Signature => {
            taking.stranger.get_or_insert(Stranger::Unknown);
            park(holding, piece, Why::Signature, taking);
            Ok(())
        }
        Refusal::Malformed { at } => one(holding, piece, at, Why::Malformed, taking),
        Refusal::Reserved { at } => one(holding, piece, at, Why::Reserved, taking),
        Refusal::NotTheirs { at } => one(holding, piece, at, Why::NotTheirs, taking),
        Refusal::NotAllowed => {
            park(holding, piece, Why::NotAllowed, taking);
            Ok(())
        }
        Refusal::SetAside => {
            park(holding, piece, Why::SetAside, taking);
            Ok(())
        }
    }
}

fn waits_for_another(holding: &Holding, piece: &Piece) -> bool {
    holding
        .outbox
        .iter()
        .map(|waiting| waiting.header)
        .any(|waiting| waiting.scope == piece.header.scope && waiting.first < piece.header.first)
}

fn park(holding: &Holding, piece: &Piece, why: Why, taking: &mut Taking) {
    taking.writes.push(remove(holding, piece));
    let parked = Parked { why, piece: piece.clone() };
    taking.writes.push(parked.keep(holding.index));
    taking.parked.push(parked);
}

/// What takes a block out of what is on its way.
pub(super) fn remove(holding: &Holding, piece: &Piece) -> Write {
    let at = u64::from(piece.header.first);
    Write::Remove { slot: holding.slot(Area::Pending, piece.header.scope), from: at, to: at }
}

/// Takes a block back into the outbox as these drafts.
fn reopen(holding: &Holding, piece: &Piece, drafts: Vec<Piece>, taking: &mut Taking) {
    let scope = piece.header.scope;
    taking.writes.push(remove(holding, piece));
    for draft in &drafts {
        taking.writes.push(Write::Append {
            slot: holding.slot(Area::Outbox, scope),
            position: u64::from(draft.header.first),
            body: draft.bytes.clone(),
        });
    }
    taking.reopened.push((scope, piece.header.first, drafts));
}

fn draft(piece: &Piece) -> Result<Piece, DecodeError> {
    let (draft, _) = block::unsigned(&piece.bytes)?;
    Ok(Piece { header: piece.header, bytes: draft.to_vec() })
}

/// What keeps these to be sent under the names that they have; none where there
/// are none.
pub(super) fn draft_of(
    holding: &Holding,
    scope: Scope,
    operations: &[Operation],
) -> Result<Option<Write>, DecodeError> {
    if operations.is_empty() {
        return Ok(None);
    }
    let Piece { header, bytes } = encode(scope, operations)?;
    let slot = holding.slot(Area::Outbox, scope);
    Ok(Some(Write::Append { slot, position: u64::from(header.first), body: bytes }))
}

fn encode(scope: Scope, operations: &[Operation]) -> Result<Piece, DecodeError> {
    let writer = operations.first().ok_or(DecodeError::Number)?.id.writer;
    let bytes = block::encode(scope, writer, operations).map_err(|_| DecodeError::TooLarge)?;
    Ok(Piece { header: block::header(&bytes)?, bytes })
}

fn void(like: &Operation, id: OpId) -> Operation {
    Operation {
        id,
        act: Act::Create(KindId::VOID),
        on_behalf: None,
        payload: Vec::new(),
        ..like.clone()
    }
}

/// Whether nobody has the operations from `send_from` up to the block to send: the
/// server refused them for good; or they are nowhere on the person's own device, for
/// a restored server has other words there, from a copy, and this device wrote its
/// own again behind them. A carer's may have had to forget what others still hold.
fn never_come(holding: &Holding, piece: &Piece, send_from: u32) -> bool {
    let header = piece.header;
    let covers = |other: Header, counter: u32| {
        other.scope == header.scope && (other.first..=other.last()).contains(&counter)
    };
    let parked = |counter| {
        let mut parked = holding.parked.iter().map(|parked| parked.piece.header);
        parked.any(|parked| parked.writer == header.writer && covers(parked, counter))
    };
    let nowhere = |counter| {
        let mut waiting = holding.outbox.iter().chain(&holding.pending);
        let id = OpId { writer: holding.record.me(), counter };
        holding.about.side == RecordSide::Person
            && !holding.record.has_arrived(header.scope, id)
            && !waiting.any(|waiting| covers(waiting.header, counter))
    };
    send_from < header.first
        && (send_from..header.first).all(|counter| parked(counter) || nowhere(counter))
}

fn voids(holding: &Holding, piece: &Piece, send_from: u32) -> Result<Piece, DecodeError> {
    let (draft, _) = block::unsigned(&piece.bytes)?;
    let like = block::decode(draft)?.into_iter().next().ok_or(DecodeError::Number)?;
    let writer = holding.record.me();
    let voids: Vec<Operation> = (send_from..piece.header.first)
        .map(|counter| void(&like, OpId { writer, counter }))
        .collect();
    encode(piece.header.scope, &voids)
}

/// Takes one operation out of a block, with a void in its place.
fn one(
    holding: &Holding,
    piece: &Piece,
    at: u32,
    why: Why,
    taking: &mut Taking,
) -> Result<(), DecodeError> {
    let (draft, _) = block::unsigned(&piece.bytes)?;
    let mut operations = block::decode(draft)?;
    let Some(bad) = operations.iter_mut().find(|operation| operation.id.counter == at) else {
        // It is not there: nothing is known of what is wrong with the block.
        park(holding, piece, why, taking);
        return Ok(());
    };
    if bad.act == Act::Create(KindId::VOID) {
        // Even the void is refused: the block stays here as it is.
        park(holding, piece, why, taking);
        return Ok(());
    }
    let stays = void(bad, bad.id);
    let bad = std::mem::replace(bad, stays);
    let mut alone = encode(piece.header.scope, &[bad])?;
    alone.bytes = block::sign(alone.bytes, &[0; SIGNATURE]);
    let parked = Parked { why, piece: alone };
    taking.writes.push(parked.keep(holding.index));
    taking.parked.push(parked);
    let changed = encode(piece.header.scope, &operations)?;
    reopen(holding, piece, vec![changed], taking);
    Ok(())
}
