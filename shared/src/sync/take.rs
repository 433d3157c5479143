//! From the server to the record.
//!
//! What came is checked before it is kept: blocks must follow each other
//! without a hole, and reach the hash that the server says. A stream that does
//! not is asked for afresh; what was written here is never touched by that.

use record::api::ProblemCode;
use record::block;
use record::mutation::{self, Mutation};
use record::stream::{Cursor, Head, Placed};
use record::sync::{Capabilities, Refusal, Response, SetAside, StreamPart};
use record::{DecodeError, Scope};

use super::{Problem, Signal, done, fork, heal, later, refuse, reload, send, stop, writers};
use crate::account;
use crate::app::{Cmd, Signal as AppSignal, drawn};
use crate::command::ask;
use crate::effects::network::NetworkOutput;
use crate::effects::store::{StoreOperation, StoreOutput, Write};
use crate::holding::slot::Area;
use crate::holding::{Holding, Parked, Piece, RecordSide, vouchers};
use crate::media;
use crate::model::Cx;
use record::sort;

/// The most bytes of blocks in one row.
const ROW: usize = 64 * 1024;

/// After how many failed rounds an answer that cannot be read is told.
const UNREADABLE: u32 = 3;

/// An answer, made ready to be kept.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is by itself true or not")]
pub struct Taking {
    index: u32,
    pub(super) writes: Vec<Write>,
    streams: Vec<TakenStream>,
    /// Counters, by scope, of pending blocks that have their place.
    placed: Vec<(Scope, u32)>,
    /// Pending blocks that the server refused for good, and what is kept of them.
    pub(super) parked: Vec<Parked>,
    /// Pending blocks that go back to the outbox, changed: scope, first counter,
    /// and the drafts that take their place.
    pub(super) reopened: Vec<(Scope, u32, Vec<Piece>)>,
    withdrawn: Vec<Scope>,
    /// Streams that the server, restored from a backup, may lack, and where each
    /// stands with it.
    wanted: Vec<(Scope, Head)>,
    set_aside: Vec<SetAside>,
    /// The server's epoch.
    epoch: u32,
    /// What arrived before it need not be given back.
    safe: i64,
    /// Somebody else writes under this device's number, or the server does not
    /// know its key.
    pub(super) stranger: Option<Stranger>,
    writers: Vec<writers::Told>,
    /// Somebody wrote of whom neither this device nor the answer knows.
    unknown: bool,
    more: bool,
    /// Something that was withdrawn was here.
    forgot: bool,
    /// The server has a stream for what the person keeps to themselves, and this device
    /// has not known that.
    own: bool,
}

/// Why this device needs another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stranger {
    /// It was copied, and its copy has written under the same counters.
    Copied,
    /// The server does not know it: it was enrolled after the backup that the
    /// server was restored from, or its key changed.
    Unknown,
}

#[derive(Debug)]
struct TakenStream {
    scope: Scope,
    afresh: bool,
    cursor: Cursor,
    blocks: Vec<Placed>,
    /// In how many rows they are kept.
    rows: u32,
}

/// The server has answered.
pub(super) fn answered(index: u32, output: Option<NetworkOutput>, cx: &mut Cx<'_>) -> Cmd {
    let answer = match output {
        None | Some(NetworkOutput::Unreachable) => return later(cx, None),
        Some(NetworkOutput::Answer(answer)) => answer,
    };
    match answer.status {
        200 => {}
        429 | 502..=504 => return send::busy(cx, answer.retry_after),
        _ => {
            let problem = account::problem_of(&answer);
            if answer.status == 403
                && problem.code == ProblemCode::NotAllowed
                && let Some(fork) = fork::begin(Stranger::Unknown, cx)
            {
                return fork;
            }
            if let Some(seconds) = problem.retry_after {
                return send::busy(cx, Some(seconds));
            }
            return stop(cx, Problem::Refused);
        }
    }
    let Some(holding) = cx.open.holding_by_index(index) else {
        return done(cx);
    };
    let decoded = Response::decode(&answer.body);
    let Ok(mut taking) = decoded.and_then(|response| take(holding, &response)) else {
        // Cut short or damaged on its way, most likely; where it goes on, told.
        return if cx.open.sync.failures < UNREADABLE {
            later(cx, None)
        } else {
            stop(cx, Problem::Refused)
        };
    };
    if let Some(stranger) = taking.stranger {
        if stranger == Stranger::Copied && goes_on(holding, &taking) {
            // What can still go under this number goes first: its copy has that too,
            // and would say it again.
            taking.more = true;
        } else if let Some(fork) = fork::begin(stranger, cx) {
            // Nothing of this answer is kept: all of it comes again, to a device that
            // has a number of its own.
            return fork;
        }
    }
    let kept = cx.open.holding_by_index(index).is_some_and(|holding| holding.kept);
    if taking.writes.is_empty() || !kept {
        return taken(taking, &StoreOutput::Done, cx);
    }
    let writes = taking.writes.clone();
    let taking = Box::new(taking);
    ask(StoreOperation::Commit(writes), move |output| {
        AppSignal::Sync(Signal::Taken(taking, output))
    })
}

/// Works out what an answer changes; changes nothing yet.
fn take(holding: &Holding, response: &Response) -> Result<Taking, DecodeError> {
    let mut taking = Taking {
        index: holding.index,
        writes: Vec::new(),
        streams: Vec::new(),
        placed: Vec::new(),
        parked: Vec::new(),
        reopened: Vec::new(),
        withdrawn: if mutation::is(Mutation::NoPurge) {
            Vec::new()
        } else {
            response.withdrawn.clone()
        },
        wanted: if holding.kept && !mutation::is(Mutation::NoHeal) {
            response.wanted.clone()
        } else {
            Vec::new()
        },
        set_aside: Vec::new(),
        epoch: response.epoch,
        safe: response.safe,
        stranger: None,
        writers: writers::told(response),
        unknown: false,
        more: false,
        own: response.capabilities.has(Capabilities::OWN)
            && holding.about.side == RecordSide::Person
            && !holding.names(Scope::Own),
        forgot: response.withdrawn.iter().any(|scope| holding.cursor(*scope).head.sequence > 0),
    };
    // In these a copy has written: they are left as they are until this device has a
    // number of its own.
    let copied = response.refused.iter();
    let copied = copied.filter(|refused| matches!(refused.reason, Refusal::Clone { .. }));
    let copied: Vec<Scope> = copied.map(|refused| refused.scope).collect();
    taking.wanted.retain(|(scope, _)| !copied.contains(scope));
    for part in response.streams.iter().filter(|part| !copied.contains(&part.scope)) {
        take_part(holding, response, part, &mut taking)?;
    }
    for accepted in response.accepted.iter().filter(|one| !copied.contains(&one.scope)) {
        // A copy of this device sent it first, and it came with the stream: nothing
        // more is said of that.
        let scope = accepted.scope;
        let comes = response.streams.iter().any(|part| part.scope == scope)
            || response.wanted.iter().any(|(wanted, _)| *wanted == scope);
        // Or it was taken, and nothing of that part may be held here any more.
        let gone = response.withdrawn.contains(&scope);
        if (gone || !comes && accepted.first <= holding.cursor(scope).head.sequence)
            && let Some(piece) = find(&holding.pending, scope, accepted.counter)
        {
            taking.writes.push(refuse::remove(holding, piece));
            taking.placed.push((scope, accepted.counter));
        }
    }
    for refused in &response.refused {
        if let Some(piece) = find(&holding.pending, refused.scope, refused.counter) {
            if mutation::is(Mutation::RefusalIgnored) {
                taking.placed.push((refused.scope, refused.counter));
                continue;
            }
            refuse::refused(holding, piece, refused.reason, &mut taking)?;
        }
    }
    for aside in &response.set_aside {
        if aside.number > holding.asides()
            && let Some(write) = holding.keep_aside(aside)
        {
            taking.writes.push(write);
            taking.set_aside.push(aside.clone());
        }
    }
    for scope in &taking.withdrawn {
        taking.writes.push(Write::Remove {
            slot: holding.slot(Area::Stream, *scope),
            from: 0,
            to: u64::MAX,
        });
    }
    if !taking.streams.is_empty() || !taking.withdrawn.is_empty() || taking.own {
        let mut cursors = holding.cursors.clone();
        if taking.own {
            cursors.push((Scope::Own, Cursor::default()));
        }
        withdraw(&mut cursors, &taking.withdrawn);
        for stream in &taking.streams {
            cursors.retain(|(scope, _)| *scope != stream.scope);
            cursors.push((stream.scope, stream.cursor));
        }
        taking.writes.push(holding.keep_cursors(&cursors));
    }
    if !taking.writers.is_empty() {
        let (mut cards, mut words) = (holding.writers.clone(), holding.vouchers.clone());
        vouchers::merge(&mut cards, &mut words, &taking.writers);
        taking.writes.push(holding.keep_writers(&cards));
        taking.writes.push(holding.keep_vouchers(&words));
    }
    let blocks = taking.streams.iter().flat_map(|stream| &stream.blocks);
    taking.unknown = writers::is_missing(holding, &taking.writers, blocks);
    Ok(taking)
}

/// Whether anything goes on under this device's number where a copy has not written:
/// something was taken just now, or can be signed next.
fn goes_on(holding: &Holding, taking: &Taking) -> bool {
    let waits = |scope: Scope| {
        let mut pending = holding.pending.iter().map(|piece| piece.header);
        pending
            .any(|header| header.scope == scope && !taking.placed.contains(&(scope, header.first)))
    };
    !taking.placed.is_empty()
        || !taking.reopened.is_empty()
        || holding.outbox.iter().any(|piece| !waits(piece.header.scope))
}

pub(super) fn find(pieces: &[Piece], scope: Scope, counter: u32) -> Option<&Piece> {
    pieces.iter().find(|piece| piece.header.scope == scope && piece.header.first == counter)
}

fn take_part(
    holding: &Holding,
    response: &Response,
    part: &StreamPart,
    taking: &mut Taking,
) -> Result<(), DecodeError> {
    let scope = part.scope;
    let cursor = holding.cursor(scope);
    let afresh = part.afresh || cursor.head.sequence == 0;
    let mut own = Vec::new();
    let mut blocks = part.blocks.clone();
    for accepted in response.accepted.iter().filter(|accepted| accepted.scope == scope) {
        let Some(piece) = find(&holding.pending, scope, accepted.counter) else {
            continue;
        };
        own.push((accepted.first, accepted.counter));
        blocks.push(Placed {
            first: accepted.first,
            arrived: accepted.arrived,
            block: piece.bytes.clone(),
        });
    }
    sort::by_key(&mut blocks, |placed| placed.first);
    blocks.dedup_by_key(|placed| placed.first);
    let mut head = if afresh { Head::default() } else { cursor.head };
    // What this device already has of it (an acknowledgement that came twice).
    blocks.retain(|placed| placed.first > head.sequence);
    let mut fitting = Vec::new();
    for placed in blocks {
        if placed.first != head.sequence + 1 || (part.more && head == part.head) {
            break;
        }
        let (draft, _) = block::unsigned(&placed.block)?;
        // Read whole before any of it is kept.
        for view in block::Operations::of(draft)? {
            view?;
        }
        head = head.after(&placed);
        fitting.push(placed);
    }
    taking.more |= part.more;
    if head != part.head && !mutation::is(Mutation::NoHashCheck) {
        // A hole, or other bytes than the server's: from the beginning again, by a
        // cursor that fits nowhere. One at the beginning would fit, and a server
        // restored from a backup would not ask for what only this device holds.
        taking.more = true;
        let mut nowhere = cursor;
        if nowhere.head.sequence > 0 {
            nowhere.head.hash = [0; 16];
        }
        taking.streams.push(TakenStream {
            scope,
            afresh: false,
            cursor: nowhere,
            blocks: Vec::new(),
            rows: 0,
        });
        return Ok(());
    }
    let stream_slot = holding.slot(Area::Stream, scope);
    if afresh {
        taking.writes.push(Write::Remove { slot: stream_slot, from: 0, to: u64::MAX });
    }
    let rows = keep_rows(stream_slot, &fitting, &mut taking.writes);
    for (first, counter) in own {
        if first <= head.sequence {
            let at = u64::from(counter);
            taking.writes.push(Write::Remove {
                slot: holding.slot(Area::Pending, scope),
                from: at,
                to: at,
            });
            taking.placed.push((scope, counter));
        }
    }
    taking.streams.push(TakenStream {
        scope,
        afresh,
        cursor: Cursor { epoch: response.epoch, head },
        blocks: fitting,
        rows,
    });
    Ok(())
}

/// Blocks one behind the other in as few rows as is sensible.
fn keep_rows(slot: u64, blocks: &[Placed], writes: &mut Vec<Write>) -> u32 {
    let mut rows = 0;
    let mut row: Option<(u64, Vec<u8>)> = None;
    for placed in blocks {
        let (_, body) = row.get_or_insert_with(|| (placed.first, Vec::new()));
        placed.put(body);
        if body.len() >= ROW
            && let Some((position, body)) = row.take()
        {
            rows += 1;
            writes.push(Write::Append { slot, position, body });
        }
    }
    if let Some((position, body)) = row {
        rows += 1;
        writes.push(Write::Append { slot, position, body });
    }
    rows
}

/// Kept: folds it.
pub(super) fn taken(taking: Taking, output: &StoreOutput, cx: &mut Cx<'_>) -> Cmd {
    if let StoreOutput::Failed(why) = output {
        return stop(cx, Problem::Store(*why));
    }
    let Some(holding) = cx.open.holding_by_index(taking.index) else {
        return done(cx);
    };
    let index = holding.index;
    let mut came = Vec::new();
    let mut clashes = false;
    holding
        .pending
        .retain(|piece| !taking.placed.contains(&(piece.header.scope, piece.header.first)));
    if taking.own {
        holding.cursors.push((Scope::Own, Cursor::default()));
    }
    withdraw(&mut holding.cursors, &taking.withdrawn);
    for scope in &taking.withdrawn {
        holding.loose.remove(scope);
        refold(holding, *scope);
    }
    for stream in taking.streams {
        if stream.afresh && holding.cursor(stream.scope).head.sequence > 0 {
            refold(holding, stream.scope);
        }
        holding.cursors.retain(|(scope, _)| *scope != stream.scope);
        holding.cursors.push((stream.scope, stream.cursor));
        *holding.loose.or_default(stream.scope) += stream.rows;
        for placed in stream.blocks {
            if let Ok((draft, _)) = block::unsigned(&placed.block) {
                // Read whole in `take_part`.
                if let Ok(applied) = holding.record.apply(draft, Some(placed.arrived)) {
                    came.push(applied.header);
                }
            }
        }
    }
    let progress =
        !taking.placed.is_empty() || !taking.parked.is_empty() || !taking.reopened.is_empty();
    for parked in taking.parked {
        let header = parked.piece.header;
        holding.pending.retain(|piece| piece.header != header);
        holding.parked.push(parked);
        clashes |= holding.record.clashes().any(|(scope, id)| header.names(scope, id));
    }
    // Under the names of what is set apart something else stands: read anew, it is as
    // after a start.
    let anew = clashes || came.into_iter().any(|header| holding.stands_apart(header));
    vouchers::merge(&mut holding.writers, &mut holding.vouchers, &taking.writers);
    // Asked for once: a server that does not know them either is not asked again.
    let ask = taking.unknown && !holding.all_writers;
    holding.all_writers = ask;
    let mut again = Vec::new();
    for (scope, first, pieces) in taking.reopened {
        holding.pending.retain(|piece| (piece.header.scope, piece.header.first) != (scope, first));
        holding.outbox.extend(pieces);
        again.push(scope);
    }
    if !again.is_empty() {
        // What a void took the place of must go out of memory too.
        return reload::begin(cx, index);
    }
    holding.set_aside.extend(taking.set_aside);
    if taking.safe > 0 {
        holding.safe = taking.safe;
    }
    holding.clock = holding.clock.max(holding.record.latest_clock());
    let waiting = !holding.outbox.is_empty() || !holding.pending.is_empty();
    // What lies apart with a server that lost blocks went the same way.
    let again = if taking.wanted.is_empty() { Vec::new() } else { media::ask_again(holding) };
    cx.open.sync.anew |= anew;
    if !taking.wanted.is_empty() {
        return media::keep(again).and(heal::begin(index, taking.epoch, taking.wanted, cx));
    }
    // One more round after a withdrawal: it tells the server that it is done.
    let forgot = !taking.withdrawn.is_empty() && taking.forgot;
    if taking.more || taking.own || forgot || ask || anew || (waiting && progress) {
        return drawn(send::begin(index, cx));
    }
    if let Some(holding) = cx.open.holding_by_index(index) {
        holding.whole = true;
        if holding.about.next.is_some() {
            return fork::compare(index, cx);
        }
    }
    done(cx)
}

/// What was held of these is gone: it is asked for once more from the beginning,
/// which tells the server so, and then no more.
fn withdraw(cursors: &mut Vec<(Scope, Cursor)>, withdrawn: &[Scope]) {
    cursors.retain(|(scope, cursor)| !withdrawn.contains(scope) || cursor.head.sequence > 0);
    for (scope, cursor) in cursors {
        if withdrawn.contains(scope) {
            *cursor = Cursor::default();
        }
    }
}

/// Forgets a stream's server part, and folds again what is on its way from here.
fn refold(holding: &mut Holding, scope: Scope) {
    holding.record.forget(scope);
    for piece in &holding.outbox {
        if piece.header.scope == scope {
            let _ = holding.record.apply(&piece.bytes, None);
        }
    }
    let parked = holding.parked.iter().filter(|parked| parked.why.shows());
    for piece in holding.pending.iter().chain(parked.map(|parked| &parked.piece)) {
        if piece.header.scope == scope
            && let Ok((draft, _)) = block::unsigned(&piece.bytes)
        {
            let _ = holding.record.apply(draft, None);
        }
    }
}
