//! A writing thread: a round of acts, one transaction.
//!
//! Before a round begins it takes the turns of all its acts, as locks that the
//! database holds until the round is durable: on every server alike, the next
//! act of the same record begins after this one can be seen. That is what makes
//! the order of a stream the order of its commits, without a counter that all
//! share.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::changes::Desk;
use super::link::{Address, Link};
use super::tables::{Open, Statements};
use crate::store::{Act, Done, Keep, StoreError, Turn};

/// The most acts in one round. Each may hold a lock, and the database's table of
/// locks is made for some thousands.
const TOGETHER: usize = 200;

/// The lock of the whole: held by all who write, alone by an act that has to be
/// alone with everything. No hash of a turn has this number's upper byte.
const WHOLE: i64 = 0x7f00_0000_0000_0000;

/// Serves acts until the store is dropped and all of them are written.
pub(super) fn run(address: &Arc<Address>, waiting: &Receiver<Act>) {
    let mut seat: Option<Seat> = None;
    while let Ok(first) = waiting.recv() {
        let mut acts = vec![first];
        while acts.len() < TOGETHER
            && let Ok(next) = waiting.try_recv()
        {
            acts.push(next);
        }
        let mut told = Vec::with_capacity(acts.len());
        let outcome = serve(address, &mut seat, acts, &mut told);
        if let Err(error) = &outcome {
            tracing::error!(%error, "a round of acts was not written");
            // Whatever state the connection is in: the next round has a new one.
            seat = None;
        }
        for done in told {
            done(outcome.clone());
        }
    }
}

/// A connection with its statements.
struct Seat {
    link: Link,
    statements: Statements,
}

impl Seat {
    fn take(address: &Address) -> Result<Self, StoreError> {
        let mut link = address.connect()?;
        let statements = Statements::prepare(&mut link)?;
        Ok(Self { link, statements })
    }

    /// Begins a transaction in which these turns are held.
    fn begin(&mut self, turns: &Turns) -> Result<(), StoreError> {
        self.link.client.batch_execute("BEGIN")?;
        match turns {
            Turns::Whole => {
                self.link.client.execute("SELECT pg_advisory_xact_lock($1)", &[&WHOLE])?;
            }
            // Always in the same order, so that nobody waits in a circle.
            Turns::Of(turns) => {
                self.link.client.execute("SELECT pg_advisory_xact_lock_shared($1)", &[&WHOLE])?;
                self.link.client.execute(
                    "SELECT pg_advisory_xact_lock(turn) FROM unnest($1::bigint[]) AS turn",
                    &[turns],
                )?;
            }
        }
        Ok(())
    }
}

/// The turns of a round.
enum Turns {
    Whole,
    Of(Vec<i64>),
}

impl Turns {
    fn of(acts: &[Act]) -> Self {
        let mut turns = Vec::with_capacity(acts.len());
        for act in acts {
            match &act.turn {
                Turn::Whole => return Self::Whole,
                Turn::Of(key) => turns.push(lock(key)),
            }
        }
        turns.sort_unstable();
        turns.dedup();
        Self::Of(turns)
    }
}

/// The number of a turn's lock: the same on every server, of whatever version.
/// Two turns with one number wait for each other without need; no more than that.
pub(super) fn lock(key: &[u8]) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in key {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash >> 8).cast_signed()
}

/// All of them in one transaction. `told` gets everybody who waits for the
/// outcome.
fn serve(
    address: &Address,
    seat: &mut Option<Seat>,
    acts: Vec<Act>,
    told: &mut Vec<Done>,
) -> Result<(), StoreError> {
    let turns = Turns::of(&acts);
    let begun = begin(address, seat, &turns);
    let (runs, dones): (Vec<_>, Vec<_>) = acts.into_iter().map(|act| (act.run, act.done)).unzip();
    told.extend(dones);
    let seat = begun?;
    let mut desk = Desk::new(Open::new(&mut seat.link, &seat.statements));
    for run in runs {
        match run(&mut desk) {
            Keep::Yes => desk.keep(),
            Keep::No => desk.undo(),
        }
    }
    let changes = desk.finish()?;
    if changes.is_empty() {
        seat.link.client.batch_execute("ROLLBACK")?;
        return Ok(());
    }
    changes.write(&mut seat.link)?;
    seat.link.commit()
}

/// Begins, with a new connection where the old one is gone: no act has run yet,
/// so nothing is done twice.
fn begin<'a>(
    address: &Address,
    seat: &'a mut Option<Seat>,
    turns: &Turns,
) -> Result<&'a mut Seat, StoreError> {
    let served = match seat.as_mut() {
        Some(seat) if !seat.link.is_closed() => seat.begin(turns),
        _ => Err(StoreError::Failed(String::new())),
    };
    match served {
        Ok(()) => {}
        Err(error @ StoreError::Busy) => return Err(error),
        Err(_) => {
            let mut new = Seat::take(address)?;
            new.begin(turns)?;
            *seat = Some(new);
        }
    }
    seat.as_mut().ok_or(StoreError::Busy)
}
