//! Keeps what rests on the device small: many small rows become few large ones.

use crux_core::Command;
use record::Scope;
use record::block;
use record::op::Operation;
use record::rest::{self, Repacked};

use super::send::PUSH_OPERATIONS;
use super::{Signal, next};
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::ask;
use crate::effects::store::{StoreOperation, StoreOutput, Write};
use crate::holding::Piece;
use crate::holding::slot::Area;
use crate::model::Cx;
use record::sort;

/// How many pieces an outbox, or rows a stream, may lie in before it is packed.
const PIECES: usize = 64;

/// Packs the stream rows of a record of which a backup holds enough, where there
/// is such a record. None where there is not.
pub(super) fn streams(cx: &mut Cx<'_>) -> Option<Cmd> {
    let (index, scope, slot) = cx.open.holdings.iter().find_map(|holding| {
        let crowded = |(scope, rows): (&Scope, &u32)| (*rows as usize > PIECES).then_some(*scope);
        let scope = holding.loose.iter().find_map(crowded)?;
        (holding.kept && holding.safe > 0)
            .then(|| (holding.index, scope, holding.slot(Area::Stream, scope)))
    })?;
    // Tried once for so many rows, whatever comes of it.
    if let Some(holding) = cx.open.holding_by_index(index) {
        holding.loose.remove(&scope);
    }
    Some(ask(StoreOperation::Rows { slot }, move |output| {
        AppSignal::Sync(Signal::Rows(index, scope, output))
    }))
}

/// Here are the rows of a stream: keeps them packed. Whatever fails, nothing has
/// changed and nothing is lost.
pub(super) fn rows(index: u32, scope: Scope, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    let (StoreOutput::Rows(rows), Some(holding)) = (output, cx.open.holding_by_index(index)) else {
        return next(cx);
    };
    let bodies: Vec<(u64, &[u8])> =
        rows.iter().map(|row| (row.position, row.body.as_slice())).collect();
    let Ok(Some(Repacked { remove: (from, to), rows })) = rest::pack(scope, &bodies, holding.safe)
    else {
        return next(cx);
    };
    let slot = holding.slot(Area::Stream, scope);
    let mut writes = vec![Write::Remove { slot, from, to }];
    let append = |(position, body)| Write::Append { slot, position, body };
    writes.extend(rows.into_iter().map(append));
    ask(StoreOperation::Commit(writes), |_| AppSignal::Sync(Signal::PackedRows))
}

/// On a device that syncs with nobody, the outbox is all there is: many small
/// pieces become few large ones, so that years of it stay small and open fast.
pub(super) fn outbox(cx: &mut Cx<'_>) -> Cmd {
    if cx.open.saving || cx.open.sync.is_running() {
        return Command::done();
    }
    let Some((index, scope)) = cx.open.holdings.iter().find_map(|holding| {
        let crowded = |scope: &Scope| {
            let small = holding.outbox.iter().filter(|piece| {
                piece.header.scope == *scope && (piece.header.count as usize) < PUSH_OPERATIONS / 2
            });
            small.count() > PIECES
        };
        (holding.kept && holding.pending.is_empty())
            .then(|| Scope::ALL.into_iter().find(crowded))
            .flatten()
            .map(|scope| (holding.index, scope))
    }) else {
        return Command::done();
    };
    let Some(holding) = cx.open.holding_by_index(index) else {
        return Command::done();
    };
    let mut rest = Vec::new();
    let mut small: Vec<&Piece> =
        holding.outbox.iter().filter(|piece| piece.header.scope == scope).collect();
    sort::by_key(&mut small, |piece| piece.header.first);
    let mut run: Vec<Operation> = Vec::new();
    let slot = holding.slot(Area::Outbox, scope);
    let mut writes = vec![Write::Remove { slot, from: 0, to: u64::MAX }];
    for piece in small {
        let Ok(operations) = block::decode(&piece.bytes) else {
            return Command::done();
        };
        if !run.is_empty() && run.len() + operations.len() > PUSH_OPERATIONS {
            rest.push(std::mem::take(&mut run));
        }
        run.extend(operations);
    }
    rest.push(run);
    let mut pieces = Vec::new();
    for run in rest {
        let Ok(draft) = block::encode(scope, holding.record.me(), &run) else {
            return Command::done();
        };
        let Ok(header) = block::header(&draft) else {
            return Command::done();
        };
        writes.push(Write::Append { slot, position: u64::from(header.first), body: draft.clone() });
        pieces.push((scope, draft));
    }
    // Presses wait until it is kept, so that nothing is written beside it.
    cx.open.saving = true;
    ask(StoreOperation::Commit(writes), move |output| {
        AppSignal::Sync(Signal::Packed(index, pieces, output))
    })
}

/// Packed, or not: either way nothing of it is lost.
pub(super) fn packed(
    index: u32,
    pieces: Vec<(Scope, Vec<u8>)>,
    output: &StoreOutput,
    cx: &mut Cx<'_>,
) -> Cmd {
    cx.open.saving = false;
    if *output == StoreOutput::Done
        && let Some(holding) = cx.open.holding_by_index(index)
        && let Some((scope, _)) = pieces.first()
    {
        let scope = *scope;
        holding.outbox.retain(|piece| piece.header.scope != scope);
        for (_, bytes) in pieces {
            if let Ok(header) = block::header(&bytes) {
                holding.outbox.push(Piece { header, bytes });
            }
        }
    }
    crate::app::after_saving(cx)
}
