//! Gives a server that was restored from a backup what it lacks: the blocks of a
//! stream as they rest here, whoever wrote them, and its own word for those who
//! did. The server finds out for itself which of them it has.

use record::block;
use record::rest::Row;
use record::stream::{Head, Placed};
use record::sync::{Capabilities, Healed, Refusal, Request, Response, Vouched};
use record::{DecodeError, Scope, Writer};

use super::{Problem, Signal, done, fork, later, refuse, send, stop};
use crate::account::authorized;
use crate::app::{Cmd, Signal as AppSignal};
use crate::command::{ask, run};
use crate::effects::network::{Content, Method, NetworkOperation, NetworkOutput};
use crate::effects::store::{LogRow, StoreOperation, StoreOutput, StoreProblem, Write};
use crate::holding::slot::Area;
use crate::holding::{Holding, Parked, Piece, Why};
use crate::model::Cx;
use record::sort;

/// The most bytes of one request.
const BYTES: usize = 600 * 1024;

/// A stream that is being given back.
#[derive(Debug)]
pub struct Healing {
    index: u32,
    scope: Scope,
    epoch: u32,
    /// Other streams that are wanted, after this one.
    rest: Vec<(Scope, Head)>,
    /// What was given, and what became of it.
    given: Vec<(Placed, Healed)>,
    /// Of blocks whose beginning the server has: the first counter, and the first
    /// that it has not.
    begun: Vec<(u32, u32)>,
}

impl Healing {
    /// From where the server wants the rest of the block that begins so. None where
    /// blocks of several writers begin so: rather say something twice than never.
    fn begun(&self, first: u32) -> Option<u32> {
        let of_that = |(placed, healed): &&(Placed, Healed)| {
            *healed == Healed::Gap
                && block::header(&placed.block).is_ok_and(|header| header.first == first)
        };
        if self.given.iter().filter(of_that).count() > 1 {
            return None;
        }
        self.begun.iter().find(|(begun, _)| *begun == first).map(|(_, from)| *from)
    }
}

/// Begins with the first of the streams that are wanted.
pub(super) fn begin(
    index: u32,
    epoch: u32,
    mut wanted: Vec<(Scope, Head)>,
    cx: &mut Cx<'_>,
) -> Cmd {
    let Some(holding) = cx.open.holding_by_index(index) else {
        return done(cx);
    };
    if wanted.is_empty() {
        return send::begin(index, cx);
    }
    // Who may see what comes last: a consent that ended since the backup must
    // not keep out what was written while it held.
    sort::by_key(&mut wanted, |(scope, _)| *scope);
    let (scope, head) = wanted.remove(0);
    let operation = StoreOperation::Rows { slot: holding.slot(Area::Stream, scope) };
    let healing = Box::new(Healing {
        index,
        scope,
        epoch,
        rest: wanted,
        given: Vec::new(),
        begun: Vec::new(),
    });
    ask(operation, move |output| AppSignal::Sync(Signal::HealRows(healing, head, output)))
}

/// Here are the stream's rows: sends what the server lacks, a part at a time.
pub(super) fn rows(healing: Healing, head: Head, output: StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    let rows = match output {
        StoreOutput::Rows(rows) => rows,
        StoreOutput::Failed(why) => return stop(cx, Problem::Store(why)),
        StoreOutput::Done | StoreOutput::Opened(_) => {
            return stop(cx, Problem::Store(StoreProblem::Unavailable));
        }
    };
    let Ok(blocks) = lacking(&rows, head) else {
        return stop(cx, Problem::Store(StoreProblem::Unreadable));
    };
    let session = cx.open.session().cloned();
    let Some(holding) = cx.open.holding_by_index(healing.index) else {
        return done(cx);
    };
    let Some(record) = holding.about.record else {
        return done(cx);
    };
    let like = Request {
        record,
        writer: holding.number(),
        writers: u32::try_from(holding.writers.len()).unwrap_or(u32::MAX),
        capabilities: Capabilities::ALL,
        ..Request::default()
    };
    let vouched = holding.vouched(&authors(&blocks));
    run(move |ctx| async move {
        let mut healing = healing;
        let mut blocks = blocks.into_iter().peekable();
        while blocks.peek().is_some() {
            let mut size = 0;
            let mut part = Vec::new();
            while let Some(placed) =
                blocks.next_if(|placed| part.is_empty() || size + placed.block.len() <= BYTES)
            {
                size += placed.block.len();
                part.push((healing.scope, placed));
            }
            let vouched = of_these(&vouched, &part);
            let body = Request { heal: part.clone(), vouched, ..like.clone() }.encode();
            let request = NetworkOperation {
                method: Method::Post,
                path: record::api::paths::SYNC.to_owned(),
                bearer: None,
                content: Content::Binary,
                body,
            };
            let output = authorized(&ctx, session.clone(), true, request).await;
            let said = match output {
                Some(NetworkOutput::Answer(answer)) if answer.status == 200 => {
                    Response::decode(&answer.body).ok()
                }
                _ => None,
            };
            let Some(response) = said.filter(|said| said.healed.len() == part.len()) else {
                // It goes on from the beginning another time.
                ctx.send_event(AppSignal::Sync(Signal::Healed(None)));
                return;
            };
            healing.begun.extend(response.refused.iter().filter_map(|refused| {
                let Refusal::Gap { send_from } = refused.reason else { return None };
                Some((refused.counter, send_from))
            }));
            let part = part.into_iter().map(|(_, placed)| placed);
            healing.given.extend(part.zip(response.healed));
        }
        ctx.send_event(AppSignal::Sync(Signal::Healed(Some(Box::new(healing)))));
    })
}

fn authors<'a>(blocks: impl IntoIterator<Item = &'a Placed>) -> Vec<Writer> {
    let mut authors = Vec::new();
    for header in blocks.into_iter().filter_map(|placed| block::header(&placed.block).ok()) {
        if !authors.contains(&header.writer) {
            authors.push(header.writer);
        }
    }
    authors
}

/// Those of them who wrote a part.
fn of_these(vouched: &[Vouched], part: &[(Scope, Placed)]) -> Vec<Vouched> {
    let authors = authors(part.iter().map(|(_, placed)| placed));
    vouched.iter().filter(|known| authors.contains(&known.card.writer)).cloned().collect()
}

/// The blocks behind where the server stands; where it stands at none of our
/// places, all that are here with their signatures.
fn lacking(rows: &[LogRow], server: Head) -> Result<Vec<Placed>, DecodeError> {
    let mut head = Head::default();
    let mut blocks = Vec::new();
    for row in rows {
        match Row::read(&row.body)? {
            Row::Packed(packed) => {
                head = packed.end;
                if head == server {
                    blocks.clear();
                }
            }
            Row::Blocks(placed) => {
                for placed in placed {
                    head = head.after(&placed);
                    blocks.push(placed);
                    if head == server {
                        blocks.clear();
                    }
                }
            }
        }
    }
    Ok(blocks)
}

/// The server has answered for all of a stream. What it could not take is kept:
/// what this device wrote itself is written again, the rest is shown.
pub(super) fn healed(healing: Option<Box<Healing>>, cx: &mut Cx<'_>) -> Cmd {
    let Some(healing) = healing else {
        return later(cx, None);
    };
    let Some(holding) = cx.open.holding_by_index(healing.index) else {
        return done(cx);
    };
    let Ok(writes) = keep(holding, &healing) else {
        return stop(cx, Problem::Store(StoreProblem::Unreadable));
    };
    ask(StoreOperation::Commit(writes), move |output| {
        AppSignal::Sync(Signal::HealKept(healing, output))
    })
}

fn keep(holding: &Holding, healing: &Healing) -> Result<Vec<Write>, DecodeError> {
    let mut writes = Vec::new();
    let mut own = Vec::new();
    // What stands behind something that the server has of this number goes on from
    // there, under the names that it has.
    let mut goes_on = false;
    for (placed, healed) in &healing.given {
        if *healed == Healed::Has {
            continue;
        }
        let (draft, _) = block::unsigned(&placed.block)?;
        let header = block::header(draft)?;
        let mine =
            header.writer == holding.record.me() || holding.about.former.contains(&header.writer);
        // Where the server has other words under its names, a copy of this device
        // wrote those: both branches stay.
        if mine {
            let operations = block::decode(draft)?;
            let begun = healing.begun(header.first).filter(|_| *healed == Healed::Gap);
            goes_on |= begun.is_some() && header.writer == holding.record.me();
            let from = begun.unwrap_or(header.first);
            let rest = operations.into_iter().filter(|operation| operation.id.counter >= from);
            if goes_on {
                let rest: Vec<_> = rest.collect();
                writes.extend(refuse::draft_of(holding, healing.scope, &rest)?);
            } else {
                own.extend(rest);
            }
        } else {
            let piece = Piece { header, bytes: placed.block.clone() };
            writes.push(Parked { why: Why::Lost, piece }.keep(holding.index));
        }
    }
    writes.extend(fork::again(holding, healing.scope, own)?);
    // From now on the server's word stands: what is here and not there is read
    // afresh.
    let mut cursors = holding.cursors.clone();
    for (scope, cursor) in &mut cursors {
        if *scope == healing.scope {
            cursor.epoch = healing.epoch;
        }
    }
    writes.push(holding.keep_cursors(&cursors));
    Ok(writes)
}

/// Kept: the next stream, or on with the round. What was written again lies on the
/// disk alone, until the round reads it anew.
pub(super) fn kept(healing: Healing, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    if let StoreOutput::Failed(why) = output {
        return stop(cx, Problem::Store(*why));
    }
    let Some(holding) = cx.open.holding_by_index(healing.index) else {
        return done(cx);
    };
    for (scope, cursor) in &mut holding.cursors {
        if *scope == healing.scope {
            cursor.epoch = healing.epoch;
        }
    }
    cx.open.sync.anew |= healing.given.iter().any(|(_, healed)| *healed != Healed::Has);
    begin(healing.index, healing.epoch, healing.rest, cx)
}
