//! This device needs another number: it was copied (restored from a backup of
//! its own, or cloned) and its copy has written under the same counters; or the
//! server no longer knows it. It gets a new key where it was copied, and a new
//! number; what it has not sent is written again under that. Both branches stay.

use std::collections::BTreeMap;

use crux_core::Command;
use record::api::{DeviceKey, Enrolled, RecordOnly, Refresh, Secret, Session, paths};
use record::block::{self, Header, MAX_OPERATIONS};
use record::mutation::{self, Mutation};
use record::op::{KindId, Operation};
use record::rename::rename;
use record::sync::{Refusal, Response};
use record::{DecodeError, OpId, Scope, Writer};

use super::take::Stranger;
use super::{Problem, Signal, is_enrolled, later, reload, stop};
use crate::account::{self, Called, call, send};
use crate::app::{Cmd, Signal as AppSignal};
use crate::effects::clock::ClockOperation;
use crate::effects::keys::{KeysOperation, KeysOutput};
use crate::effects::network::Method;
use crate::effects::store::{StoreOperation, StoreOutput, StoreProblem, Write};
use crate::holding::slot::Area;
use crate::holding::{About, Holding, Piece};
use crate::model::Cx;
use crate::welcome::keep_records;
use record::sort;

/// How often one run of the app does this: more would be a fault of ours, and
/// not a copied device.
const MOST: u8 = 3;

/// A session under the device's key, and its new numbers.
#[derive(Debug)]
pub struct Forked {
    session: account::Kept,
    writers: Vec<(u32, Writer)>,
    /// In the record with this number.
    had: (u32, Had),
}

/// What the server has of what this device has not sent: that need not be written
/// again.
#[derive(Debug, Default)]
pub(crate) struct Had {
    /// Blocks: the scope, the first counter, and the first one that it has not.
    blocks: Vec<(Scope, u32, u32)>,
    /// What a copy sent first.
    said: Vec<(Scope, Operation)>,
}

impl Had {
    /// What an answer says of it.
    pub(super) fn of(holding: &Holding, response: &Response) -> Self {
        let accepted = response.accepted.iter();
        let accepted = accepted.map(|had| (had.scope, had.counter, u32::MAX));
        let begun = response.refused.iter().filter_map(|refused| match refused.reason {
            Refusal::Gap { send_from } if send_from > refused.counter => {
                Some((refused.scope, refused.counter, send_from))
            }
            _ => None,
        });
        let me = holding.record.me();
        let placed = response.streams.iter().flat_map(|part| {
            part.blocks.iter().filter_map(|placed| {
                let (draft, _) = block::unsigned(&placed.block).ok()?;
                let own = block::header(draft).ok()?.writer == me;
                own.then(|| (part.scope, block::decode(draft).unwrap_or_default()))
            })
        });
        let said = placed.flat_map(|(scope, operations)| {
            operations.into_iter().map(move |operation| (scope, operation))
        });
        Self { blocks: accepted.chain(begun).collect(), said: said.collect() }
    }

    /// Whether the server has this, of the piece that begins so.
    fn has(&self, holding: &Holding, header: Header, operation: &Operation) -> bool {
        let (scope, counter) = (header.scope, operation.id.counter);
        let in_block = |(of, first, until): &(Scope, u32, u32)| {
            (*of, *first) == (scope, header.first) && counter < *until
        };
        let is_said = |(of, said): &(Scope, Operation)| {
            *of == scope
                && said.id.counter == counter
                && said.recorded == operation.recorded
                && said.happened == operation.happened
                && said.payload == operation.payload
        };
        let id = OpId { writer: holding.record.me(), counter };
        let had = self.blocks.iter().any(in_block)
            || self.said.iter().any(is_said)
            || holding.record.has_arrived(scope, id);
        had && !mutation::is(Mutation::CopyDoubled)
    }
}

/// Begins, for all records of this device. `had` is what the server has of what
/// is pending in the record that it was found in. None where it was tried too often, or
/// nothing is kept here.
pub(super) fn begin(why: Stranger, had: (u32, Had), cx: &mut Cx<'_>) -> Option<Cmd> {
    let session = cx.open.session().cloned()?;
    if cx.open.staff.is_active() || cx.open.sync.forks >= MOST {
        return None;
    }
    cx.open.sync.forks += 1;
    let records: Vec<_> = cx
        .open
        .holdings
        .iter()
        .filter(|holding| is_enrolled(holding) && holding.kept)
        .filter_map(|holding| Some((holding.index, holding.about.record?)))
        .collect();
    Some(Command::new(move |ctx| async move {
        let nothing = || AppSignal::Sync(Signal::Forked(None));
        let key = match why {
            Stranger::Copied => KeysOperation::Renew,
            Stranger::Unknown => KeysOperation::Public,
        };
        let KeysOutput::Public(key) = ctx.request_from_shell(key).await else {
            return ctx.send_event(nothing());
        };
        let Ok(key) = <[u8; 32]>::try_from(key) else {
            return ctx.send_event(nothing());
        };
        let body = Refresh {
            refresh: Secret::new(session.refresh.clone()),
            device_key: Some(DeviceKey(key)),
        };
        let answer = send::<Session>(&ctx, Method::Post, paths::REFRESH, &body).await;
        let session = match answer {
            Called::Done(session) => {
                let now = ctx.request_from_shell(ClockOperation::Now).await;
                account::Kept::from_session(&session, &now)
            }
            Called::Refused(problem) if account::is_over(&problem) => {
                ctx.send_event(AppSignal::Account(account::Signal::Ended));
                return ctx.send_event(nothing());
            }
            _ => return ctx.send_event(nothing()),
        };
        // Kept before it is used: the tokens before no longer serve.
        let _ = ctx.request_from_shell(StoreOperation::Commit(vec![session.keep()])).await;
        let renewed = account::Signal::Renewed(Box::new(session.clone()));
        ctx.send_event(AppSignal::Account(renewed));
        let mut writers = Vec::new();
        for (index, record) in records {
            let body = RecordOnly { record };
            let kept = Some(session.clone());
            let called = call::<Enrolled>(&ctx, kept, true, Method::Post, paths::ENROL, &body);
            match called.await {
                Called::Done(enrolled) => writers.push((index, enrolled.writer)),
                _ => return ctx.send_event(nothing()),
            }
        }
        let forked = Box::new(Forked { session, writers, had });
        ctx.send_event(AppSignal::Sync(Signal::Forked(Some(forked))));
    }))
}

/// The server has given numbers: keeps them, and what is written again, as one.
pub(super) fn forked(forked: Option<Box<Forked>>, cx: &mut Cx<'_>) -> Cmd {
    let Some(forked) = forked else {
        return later(cx, None);
    };
    if cx.open.saving {
        // An act is on its way to the store under the old number: after it.
        return Command::request_from_shell(ClockOperation::Wake { after: 50 })
            .then_send(move |_| AppSignal::Sync(Signal::Forked(Some(forked))));
    }
    let mut writes = vec![forked.session.keep()];
    let mut abouts: Vec<(u32, About)> = Vec::new();
    for holding in &cx.open.holdings {
        let mut about = holding.about.clone();
        let new = forked.writers.iter().find(|(index, _)| *index == holding.index);
        if let Some((_, writer)) = new
            && *writer != about.writer
        {
            let (index, had) = &forked.had;
            let none = Had::default();
            let had = if *index == holding.index { had } else { &none };
            let Ok(again) = redraft(holding, had) else {
                return stop(cx, Problem::Store(StoreProblem::Unreadable));
            };
            writes.extend(again);
            renumber(&mut about, *writer);
        }
        abouts.push((holding.index, about));
    }
    let records: Vec<(u32, &About)> = abouts.iter().map(|(index, about)| (*index, about)).collect();
    writes.push(keep_records(&records));
    cx.open.saving = true;
    Command::request_from_shell(StoreOperation::Commit(writes))
        .then_send(move |output| AppSignal::Sync(Signal::ForkKept(abouts, output)))
}

/// Kept: reads everything anew.
pub(super) fn kept(abouts: Vec<(u32, About)>, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.saving = false;
    if let StoreOutput::Failed(why) = output {
        return stop(cx, Problem::Store(*why));
    }
    let first = abouts.first().map_or(0, |(index, _)| *index);
    for (index, about) in abouts {
        if let Some(holding) = cx.open.holding_by_index(index) {
            holding.about = about;
        }
    }
    reload::begin(cx, first)
}

/// The same record under another number.
pub(crate) fn renumber(about: &mut About, writer: Writer) {
    if about.writer != Writer::ME && about.writer != writer {
        about.former.push(about.writer);
    }
    about.writer = writer;
}

/// What keeps everything that is not sent as written by "this device", counted
/// from 1: for when its number changes. What the server has of it comes with the
/// stream.
///
/// # Errors
/// [`DecodeError`] where something cannot be read; nothing should be changed then.
pub(crate) fn redraft(holding: &Holding, had: &Had) -> Result<Vec<Write>, DecodeError> {
    let mut writes = Vec::new();
    for scope in Scope::ALL {
        let mut pieces: Vec<(u32, Vec<Operation>)> = Vec::new();
        let of_scope = |piece: &&Piece| piece.header.scope == scope;
        let mut add = |piece: &Piece, draft: &[u8]| -> Result<(), DecodeError> {
            let mut operations = block::decode(draft)?;
            operations.retain(|operation| !had.has(holding, piece.header, operation));
            pieces.push((piece.header.first, operations));
            Ok(())
        };
        for piece in holding.pending.iter().filter(of_scope) {
            add(piece, block::unsigned(&piece.bytes)?.0)?;
        }
        for piece in holding.outbox.iter().filter(of_scope) {
            add(piece, &piece.bytes)?;
        }
        if pieces.is_empty() {
            continue;
        }
        sort::by_key(&mut pieces, |(first, _)| *first);
        let operations = pieces.into_iter().flat_map(|(_, operations)| operations).collect();
        for area in [Area::Pending, Area::Outbox] {
            writes.push(Write::Remove { slot: holding.slot(area, scope), from: 0, to: u64::MAX });
        }
        writes.extend(put(holding, scope, &under_new_names(holding, scope, operations, 1))?);
    }
    Ok(writes)
}

/// What writes operations of this device's own again, behind what it has already
/// to send.
pub(super) fn again(
    holding: &Holding,
    scope: Scope,
    operations: Vec<Operation>,
) -> Result<Vec<Write>, DecodeError> {
    if operations.is_empty() {
        return Ok(Vec::new());
    }
    let next = holding.record.next_counter(scope);
    put(holding, scope, &under_new_names(holding, scope, operations, next))
}

/// Operations of this device under its own name, counted from `next`; whatever
/// names one of them names it as it is called now.
fn under_new_names(
    holding: &Holding,
    scope: Scope,
    operations: Vec<Operation>,
    next: u32,
) -> Vec<Operation> {
    let old = holding.record.me();
    let names: BTreeMap<OpId, u32> = operations
        .iter()
        .map(|operation| OpId { writer: operation.id.writer.or(old), ..operation.id })
        .zip(next..)
        .collect();
    let name = |id: OpId| {
        let id = OpId { writer: id.writer.or(old), ..id };
        names.get(&id).map_or(id, |counter| OpId { writer: Writer::ME, counter: *counter })
    };
    operations
        .into_iter()
        .map(|operation| {
            let kind = kind_of(holding, scope, &operation);
            rename(operation, kind, Writer::ME, name)
        })
        .collect()
}

/// The kind of the entry that an operation touches.
fn kind_of(holding: &Holding, scope: Scope, operation: &Operation) -> Option<KindId> {
    let entry = operation.act.touch()?.entry;
    holding.record.kind_of(scope, OpId { writer: entry.writer.or(holding.record.me()), ..entry })
}

fn put(
    holding: &Holding,
    scope: Scope,
    operations: &[Operation],
) -> Result<Vec<Write>, DecodeError> {
    operations
        .chunks(MAX_OPERATIONS / 8)
        .map(|part| {
            let draft =
                block::encode(scope, Writer::ME, part).map_err(|_| DecodeError::TooLarge)?;
            let first = Piece { header: block::header(&draft)?, bytes: draft };
            Ok(Write::Append {
                slot: holding.slot(Area::Outbox, scope),
                position: u64::from(first.header.first),
                body: first.bytes,
            })
        })
        .collect()
}
