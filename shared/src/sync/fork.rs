//! This device needs another number: it was copied (restored from a backup of
//! its own, or cloned) and its copy has written under the same counters; or the
//! server no longer knows it. It gets a new key where it was copied, and a new
//! number; what it has not sent is written again under that. Both branches stay.

use record::api::{DeviceKey, Enrolled, RecordOnly, Refresh, Secret, Session, paths};
use record::block::{self, MAX_OPERATIONS};
use record::few::Few;
use record::mutation::{self, Mutation};
use record::op::{Act, KindId, Operation};
use record::rename::rename;
use record::rest::Row;
use record::{DecodeError, OpId, Scope, Writer};

use super::take::Stranger;
use super::{Problem, Signal, done, is_enrolled, later, next, reload, stop};
use crate::account::{self, Called, call, send};
use crate::app::{Cmd, Signal as AppSignal, after_saving};
use crate::command::{ask, run};
use crate::effects::clock::ClockOperation;
use crate::effects::keys::{KeysOperation, KeysOutput};
use crate::effects::network::Method;
use crate::effects::store::{LogRow, StoreOperation, StoreOutput, StoreProblem, Write};
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
}

/// Begins, for all records of this device. None where it was tried too often, or
/// nothing is kept here.
pub(super) fn begin(why: Stranger, cx: &mut Cx<'_>) -> Option<Cmd> {
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
    Some(run(move |ctx| async move {
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
        let forked = Box::new(Forked { session, writers });
        ctx.send_event(AppSignal::Sync(Signal::Forked(Some(forked))));
    }))
}

/// The server has given numbers: keeps them.
pub(super) fn forked(forked: Option<Box<Forked>>, cx: &mut Cx<'_>) -> Cmd {
    let Some(forked) = forked else {
        return later(cx, None);
    };
    if cx.open.saving {
        // One thing after the other, so that neither undoes the other.
        return reload::after_this(Signal::Forked(Some(forked)));
    }
    let about = |holding: &Holding| {
        let mut about = holding.about.clone();
        let new = forked.writers.iter().find(|(index, _)| *index == holding.index);
        if let Some((_, writer)) = new {
            about.give(*writer);
        }
        (holding.index, about)
    };
    let abouts: Vec<(u32, About)> = cx.open.holdings.iter().map(about).collect();
    keep(vec![forked.session.keep()], abouts, cx, Signal::ForkKept)
}

/// Keeps what is known of all records, with other writes, in one commit.
fn keep(
    mut writes: Vec<Write>,
    abouts: Vec<(u32, About)>,
    cx: &mut Cx<'_>,
    then: impl FnOnce(Vec<(u32, About)>, StoreOutput) -> Signal + Send + 'static,
) -> Cmd {
    let records: Vec<(u32, &About)> = abouts.iter().map(|(index, about)| (*index, about)).collect();
    writes.push(keep_records(&records));
    cx.open.saving = true;
    ask(StoreOperation::Commit(writes), move |output| AppSignal::Sync(then(abouts, output)))
}

/// The store could not; presses that waited for it go on.
fn give_up(why: StoreProblem, cx: &mut Cx<'_>) -> Cmd {
    stop(cx, Problem::Store(why)).and(after_saving(cx))
}

/// What stands on the disk stands here too; or what is done where the store refused.
fn take_in(abouts: Vec<(u32, About)>, output: &StoreOutput, cx: &mut Cx<'_>) -> Option<Cmd> {
    cx.open.saving = false;
    if let StoreOutput::Failed(why) = output {
        return Some(give_up(*why, cx));
    }
    for (index, about) in abouts {
        if let Some(holding) = cx.open.holding_by_index(index) {
            holding.about = about;
        }
    }
    None
}

/// Kept. Its number is new in all its records, so each has its round again: where a
/// copy shares the session, there may be no other soon.
pub(super) fn kept(abouts: Vec<(u32, About)>, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    let rounds = abouts.iter().map(|(index, _)| *index).collect();
    if let Some(stopped) = take_in(abouts, output, cx) {
        return stopped;
    }
    cx.open.sync.queue = rounds;
    next(cx).and(after_saving(cx))
}

/// All that the server has of a record is here: what this device has not sent is
/// compared with that, as both lie on the disk. Presses wait meanwhile.
pub(super) fn compare(index: u32, cx: &mut Cx<'_>) -> Cmd {
    if cx.open.saving {
        return reload::after_this(Signal::Compare(index));
    }
    cx.open.saving = true;
    ask(StoreOperation::Open, move |output| AppSignal::Sync(Signal::ToCompare(index, output)))
}

/// The store has answered: keeps what is written again, and the new number, as one.
pub(super) fn compared(index: u32, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    cx.open.saving = false;
    let opened = match output {
        StoreOutput::Opened(opened) => opened,
        StoreOutput::Failed(why) => return give_up(*why, cx),
        StoreOutput::Done | StoreOutput::Rows(_) => {
            return give_up(StoreProblem::Unavailable, cx);
        }
    };
    let Some(holding) = cx.open.holding_by_index(index) else {
        return done(cx).and(after_saving(cx));
    };
    let Ok(writes) = redraft(holding, &opened.rows) else {
        return give_up(StoreProblem::Unreadable, cx);
    };
    let about = |holding: &Holding| {
        let mut about = holding.about.clone();
        if holding.index == index {
            about.take_next();
        }
        (holding.index, about)
    };
    let abouts = cx.open.holdings.iter().map(about).collect();
    keep(writes, abouts, cx, move |abouts, output| Signal::Renumbered(index, abouts, output))
}

/// Kept: reads everything anew.
pub(super) fn renumbered(
    index: u32,
    abouts: Vec<(u32, About)>,
    output: &StoreOutput,
    cx: &mut Cx<'_>,
) -> Cmd {
    if let Some(stopped) = take_in(abouts, output, cx) {
        return stopped;
    }
    reload::begin(cx, index)
}

/// What keeps everything that is not sent as written by "this device" under its next
/// number. What the server has of it, whoever sent it, is in the stream.
fn redraft(holding: &Holding, rows: &[LogRow]) -> Result<Vec<Write>, DecodeError> {
    let mut writes = Vec::new();
    for scope in Scope::ALL {
        let of_scope = |piece: &&Piece| piece.header.scope == scope;
        let mut operations = Vec::new();
        for piece in holding.pending.iter().filter(of_scope) {
            operations.extend(block::decode(block::unsigned(&piece.bytes)?.0)?);
        }
        for piece in holding.outbox.iter().filter(of_scope) {
            operations.extend(block::decode(&piece.bytes)?);
        }
        if operations.is_empty() {
            continue;
        }
        sort::by_key(&mut operations, |operation: &Operation| operation.id.counter);
        let had = Had::of(holding, scope, &operations, rows)?;
        let (known, unsent) = had.part(operations);
        for area in [Area::Pending, Area::Outbox] {
            writes.push(Write::Remove { slot: holding.slot(area, scope), from: 0, to: u64::MAX });
        }
        let again = under_new_names(holding, scope, unsent, (had.next, &known));
        writes.extend(put(holding, scope, &again)?);
    }
    Ok(writes)
}

/// What the server has of what this device has not sent: in the same words, from this
/// device before an answer was lost, or from a copy of it, under whatever name.
struct Had {
    operations: Vec<Operation>,
    /// The first counter that nothing has under the device's next number.
    next: u32,
}

impl Had {
    fn of(
        holding: &Holding,
        scope: Scope,
        unsent: &[Operation],
        rows: &[LogRow],
    ) -> Result<Self, DecodeError> {
        let mut had = Self { operations: Vec::new(), next: 1 };
        let mut add = |draft: &[u8]| -> Result<(), DecodeError> {
            let writer = block::header(draft)?.writer;
            if !holding.is_own(writer) {
                return Ok(());
            }
            for operation in block::decode(draft)? {
                if Some(writer) == holding.about.next {
                    had.next = had.next.max(operation.id.counter.saturating_add(1));
                }
                if unsent.iter().any(|unsent| says_the_same(unsent, &operation)) {
                    had.operations.push(operation);
                }
            }
            Ok(())
        };
        let slot = holding.slot(Area::Stream, scope);
        for row in rows.iter().filter(|row| row.slot == slot) {
            match Row::read(&row.body)? {
                Row::Blocks(blocks) => {
                    for placed in blocks {
                        add(block::unsigned(&placed.block)?.0)?;
                    }
                }
                Row::Packed(packed) => {
                    for (draft, _) in &packed.drafts {
                        add(draft)?;
                    }
                }
            }
        }
        Ok(had)
    }

    /// What it has, by the name here and the name there, and what it has not.
    fn part(&self, operations: Vec<Operation>) -> (Vec<(OpId, OpId)>, Vec<Operation>) {
        let mut known = Vec::new();
        let mut unsent = Vec::new();
        for operation in operations {
            let same = self.operations.iter().find(|had| says_the_same(had, &operation));
            match same.filter(|_| !mutation::is(Mutation::CopyDoubled)) {
                Some(had) => known.push((operation.id, had.id)),
                None => unsent.push(operation),
            }
        }
        (known, unsent)
    }
}

/// Whether two operations are one under two names. A device's clock never says the
/// same twice.
fn says_the_same(one: &Operation, other: &Operation) -> bool {
    one.recorded == other.recorded
        && one.happened == other.happened
        && one.on_behalf == other.on_behalf
        && one.payload == other.payload
        && match (&one.act, &other.act) {
            (Act::Create(one), Act::Create(other)) => one == other,
            (Act::Change(_), Act::Change(_)) | (Act::Retract(_), Act::Retract(_)) => true,
            _ => false,
        }
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
    put(holding, scope, &under_new_names(holding, scope, operations, (next, &[])))
}

/// Operations of this device under its own name, counted from `next`; whatever
/// names one of them, or one that is `known` by another name, names it as it is
/// called now.
fn under_new_names(
    holding: &Holding,
    scope: Scope,
    operations: Vec<Operation>,
    (next, known): (u32, &[(OpId, OpId)]),
) -> Vec<Operation> {
    let old = holding.record.me();
    let whole = |id: OpId| OpId { writer: id.writer.or(old), ..id };
    let new = operations.iter().map(|operation| operation.id).zip(next..);
    let new = new.map(|(id, counter)| (id, OpId { writer: Writer::ME, counter }));
    let names: Few<OpId, OpId> =
        known.iter().copied().chain(new).map(|(id, name)| (whole(id), name)).collect();
    let name = |id: OpId| names.get(&whole(id)).copied().unwrap_or(whole(id));
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
