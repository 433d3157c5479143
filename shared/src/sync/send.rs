//! From the outbox to the server.

use record::block::{self, MAX_OPERATIONS, SIGNATURE};
use record::mutation::{self, Mutation};
use record::op::Operation;
use record::sync::{Capabilities, Request};
use record::{RecordId, Scope, Scopes};

use super::{Problem, Signal, done, is_enrolled, later, reload, stop};
use crate::account::authorized;
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::{ask, run};
use crate::effects::keys::{KeysOperation, KeysOutput};
use crate::effects::network::{Content, Method, NetworkOperation};
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem, Write};
use crate::holding::slot::Area;
use crate::holding::{Holding, Piece};
use crate::model::Cx;
use record::sort;

/// The most operations of one push.
pub(super) const PUSH_OPERATIONS: usize = 500;

/// The most bytes of one push; the server takes a mebibyte in all.
const PUSH_BYTES: usize = 800 * 1024;

/// A block just signed, and the outbox that it takes the place of.
#[derive(Debug)]
pub struct Signed {
    scope: Scope,
    /// Counters of the outbox pieces that it holds.
    pieces: Vec<u32>,
    block: Vec<u8>,
}

/// Begins a record's round: signs what can be signed, or goes straight on.
pub(super) fn begin(index: u32, cx: &mut Cx<'_>) -> Cmd {
    if std::mem::take(&mut cx.open.sync.anew) {
        return reload::begin(cx, index);
    }
    let Some(holding) = cx.open.holding_by_index(index).filter(|held| is_enrolled(held)) else {
        return done(cx);
    };
    let Some(record) = holding.about.record else {
        return done(cx);
    };
    let drafts = to_sign(holding);
    // What waits under a number that is no longer this device's is compared first.
    if drafts.is_empty() || holding.about.next.is_some() {
        return push(index, cx);
    }
    run(move |ctx| async move {
        let mut signed = Vec::new();
        for (scope, pieces, draft) in drafts {
            let bytes = block::signing_bytes(record, &draft);
            let output = ctx.request_from_shell(KeysOperation::Sign(bytes)).await;
            let KeysOutput::Signature(signature) = output else { break };
            let Ok(signature) = <[u8; SIGNATURE]>::try_from(signature) else {
                break;
            };
            signed.push(Signed { scope, pieces, block: block::sign(draft, &signature) });
        }
        ctx.send_event(AppSignal::Sync(Signal::Signed(index, signed)));
    })
}

/// For each scope with nothing on its way: its outbox, as one draft under this
/// device's number.
fn to_sign(holding: &Holding) -> Vec<(Scope, Vec<u32>, Vec<u8>)> {
    let mut left = PUSH_OPERATIONS;
    let mut drafts = Vec::new();
    for scope in Scope::ALL {
        if left == 0 {
            break;
        }
        let waits = holding.pending.iter().any(|piece| piece.header.scope == scope);
        if waits || !holding.names(scope) {
            continue;
        }
        if let Some((pieces, draft, count)) = gather(holding, scope, left, PUSH_BYTES / 4) {
            left -= count.min(left);
            drafts.push((scope, pieces, draft));
        }
    }
    drafts
}

/// The first pieces of a scope's outbox as one draft, up to `most` operations
/// (but at least one piece) and about `bytes`.
fn gather(
    holding: &Holding,
    scope: Scope,
    most: usize,
    bytes: usize,
) -> Option<(Vec<u32>, Vec<u8>, usize)> {
    let mut pieces: Vec<&Piece> =
        holding.outbox.iter().filter(|piece| piece.header.scope == scope).collect();
    sort::by_key(&mut pieces, |piece| piece.header.first);
    let mut operations: Vec<Operation> = Vec::new();
    let mut taken = Vec::new();
    let mut size = 0;
    for piece in pieces {
        let count = piece.header.count as usize;
        size += piece.bytes.len();
        let fits = operations.len() + count <= most.min(MAX_OPERATIONS) && size <= bytes;
        if !operations.is_empty() && !fits {
            break;
        }
        operations.extend(block::decode(&piece.bytes).ok()?);
        if mutation::is(Mutation::UnknownDropped) {
            operations.iter_mut().for_each(drop_unknown);
        }
        taken.push(piece.header.first);
    }
    let draft = block::encode(scope, holding.record.me(), &operations).ok()?;
    Some((taken, draft, operations.len()))
}

/// Broken on purpose: what is not known is not kept.
fn drop_unknown(operation: &mut Operation) {
    if let record::Act::Create(kind) = operation.act
        && record::kinds::spec(kind).is_none()
    {
        operation.payload.clear();
    }
}

/// Signed: keeps the blocks as pending, and takes the pieces out of the outbox,
/// in one commit.
pub(super) fn keep(index: u32, signed: Vec<Signed>, cx: &mut Cx<'_>) -> Cmd {
    let Some(holding) = cx.open.holding_by_index(index) else {
        return done(cx);
    };
    if signed.is_empty() {
        return stop(cx, Problem::Store(StoreProblem::Unreadable));
    }
    if !holding.kept {
        return kept(index, signed, &StoreOutput::Done, cx);
    }
    let mut writes = Vec::new();
    for one in &signed {
        let slot = holding.slot(Area::Outbox, one.scope);
        for first in &one.pieces {
            let at = u64::from(*first);
            writes.push(Write::Remove { slot, from: at, to: at });
        }
        if let Ok(header) = block::header(&one.block) {
            writes.push(Write::Append {
                slot: holding.slot(Area::Pending, one.scope),
                position: u64::from(header.first),
                body: one.block.clone(),
            });
        }
    }
    ask(StoreOperation::Commit(writes), move |output| {
        AppSignal::Sync(Signal::Pending(index, signed, output))
    })
}

/// Kept: they are on their way.
pub(super) fn kept(index: u32, signed: Vec<Signed>, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    if let StoreOutput::Failed(why) = output {
        return stop(cx, Problem::Store(*why));
    }
    if let Some(holding) = cx.open.holding_by_index(index) {
        for one in signed {
            holding.outbox.retain(|piece| {
                piece.header.scope != one.scope || !one.pieces.contains(&piece.header.first)
            });
            if let Ok(header) = block::header(&one.block) {
                holding.pending.push(Piece { header, bytes: one.block });
            }
        }
    }
    push(index, cx)
}

/// The one request.
fn push(index: u32, cx: &mut Cx<'_>) -> Cmd {
    let session = cx.open.session().cloned();
    let keep = !cx.open.staff.is_active();
    let Some(holding) = cx.open.holding_by_index(index) else {
        return done(cx);
    };
    let Some(record) = holding.about.record else {
        return done(cx);
    };
    let body = request(holding, record).encode();
    run(move |ctx| async move {
        let request = NetworkOperation {
            method: Method::Post,
            path: record::api::paths::SYNC.to_owned(),
            bearer: None,
            content: Content::Binary,
            body,
        };
        let output = authorized(&ctx, session, keep, request).await;
        ctx.send_event(AppSignal::Sync(Signal::Answered(index, output)));
    })
}

fn request(holding: &Holding, record: RecordId) -> Request {
    let mut push = Vec::new();
    let mut size = 0;
    let mut pending: Vec<&Piece> = holding.pending.iter().collect();
    sort::by_key(&mut pending, |piece| (piece.header.scope, piece.header.first));
    for piece in pending {
        size += piece.bytes.len();
        if holding.about.next.is_some() || size > PUSH_BYTES && !push.is_empty() {
            break;
        }
        push.push(piece.bytes.clone());
    }
    let mut unsent = holding.pending.iter().chain(&holding.outbox);
    let unsent = Scopes::of(&unsent.by_ref().map(|piece| piece.header.scope).collect::<Vec<_>>());
    Request {
        record,
        writer: holding.number(),
        writers: if holding.all_writers {
            0
        } else {
            u32::try_from(holding.writers.len()).unwrap_or(u32::MAX)
        },
        cursors: Scope::ALL
            .into_iter()
            .filter(|scope| holding.names(*scope))
            .filter(|scope| {
                holding.about.side == crate::holding::RecordSide::Person
                    || holding.about.scopes.has(*scope)
                    // What is held and no longer shared is asked for all the same:
                    // the answer takes it away.
                    || holding.cursors.iter().any(|(held, _)| held == scope)
                    // What is sent there has its place only when the stream comes,
                    // and it may be shared again before this device hears of it.
                    || unsent.has(*scope)
            })
            .map(|scope| (scope, holding.cursor(scope)))
            .collect(),
        push,
        capabilities: if holding.kept {
            Capabilities::ALL
        } else {
            Capabilities::ALL.without(Capabilities::HEAL)
        },
        set_aside: (holding.about.side == crate::holding::RecordSide::Person)
            .then(|| holding.asides()),
        heal: Vec::new(),
        vouched: Vec::new(),
        others: Vec::new(),
    }
}

/// For a server that cannot take more just now.
pub(super) fn busy(cx: &mut Cx<'_>, seconds: Option<u32>) -> Cmd {
    later(cx, seconds)
}
