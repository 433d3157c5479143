//! The PostgreSQL engine: for where one machine is outgrown.
//!
//! A few threads write, each from its own connection. A round of acts is one
//! transaction, with the locks of its acts' turns taken before the first of them
//! runs ([`writer`]): acts of one record come after one another, on whatever
//! server, and those of different records beside each other. Other threads
//! read, each look in a transaction of one moment. Several servers may share a
//! database.

mod changes;
mod fill;
mod link;
mod reader;
mod schema;
mod tables;
mod words;
mod writer;

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Act, Ear, Look, Store, StoreError, Turn, refused, spawn, stopped};
pub use fill::PostgresFill;
use link::Address;

/// The most acts that may wait for one thread, and the most looks. More are
/// refused, before anything is accepted.
const QUEUE: usize = 2048;
/// Threads for acts that have to be alone with one record.
const WRITERS: usize = 3;
/// Reading threads.
const READERS: usize = 4;
/// How often a standby is looked after.
const BEAT: Duration = Duration::from_secs(1);

/// Which database, and how to reach it.
#[derive(Clone, Default)]
pub struct PostgresOptions {
    /// `postgres://…`, or words such as `host=/run/postgresql dbname=care`.
    pub url: String,
    /// The file of the certificates that the database's own is checked by; those
    /// that the system trusts where this is none.
    pub authority: Option<PathBuf>,
}

impl std::fmt::Debug for PostgresOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // There may be a password in it.
        f.write_str("PostgresOptions")
    }
}

/// Keeps everything in a PostgreSQL database.
pub struct PostgresStore {
    // Dropped first, so that the threads see the end and stop.
    queues: Option<Queues>,
    ears: Arc<Mutex<Vec<Ear>>>,
    safe: Arc<Safe>,
    stopping: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl std::fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PostgresStore")
    }
}

struct Queues {
    /// For acts that have to be alone with everything.
    whole: SyncSender<Act>,
    /// For the others: a record's acts always go to the same one.
    acts: Vec<SyncSender<Act>>,
    looks: SyncSender<Look>,
    words: SyncSender<Vec<u8>>,
    // Its end ends the thread that looks after the standby.
    _watch: Sender<()>,
}

/// When a standby last confirmed.
#[derive(Debug, Default)]
struct Safe(Mutex<Option<Instant>>);

impl Safe {
    fn seen(&self, at: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
    }

    fn not(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn now(&self) -> bool {
        let seen = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.is_some_and(|seen| seen.elapsed() < 3 * BEAT)
    }
}

impl PostgresStore {
    /// Opens the database; makes the tables where there are none.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for tables made by a newer version, which are left
    /// as they are; [`StoreError::Failed`] where it cannot be reached.
    pub fn open(options: &PostgresOptions) -> Result<Self, StoreError> {
        let address = Arc::new(Address::read(options)?);
        away(&address, |address| {
            let mut link = address.connect()?;
            link.client.batch_execute("BEGIN")?;
            schema::make(&mut link)?;
            link.commit()
        })?;
        let mut threads = Vec::new();
        let (whole, next) = sync_channel(QUEUE);
        let there = Arc::clone(&address);
        threads.push(spawn("store-writer", move || writer::run(&there, &next))?);
        let mut acts = Vec::new();
        for _ in 0..WRITERS {
            let (queue, next) = sync_channel(QUEUE);
            let there = Arc::clone(&address);
            threads.push(spawn("store-writer", move || writer::run(&there, &next))?);
            acts.push(queue);
        }
        let (looks, next_looks) = sync_channel(QUEUE);
        let shared = Arc::new(Mutex::new(next_looks));
        for _ in 0..READERS {
            let (there, shared) = (Arc::clone(&address), Arc::clone(&shared));
            threads.push(spawn("store-reader", move || reader::run(&there, &shared))?);
        }
        let (ears, safe, stopping) = (Arc::default(), Arc::default(), Arc::default());
        let me = me();
        let (words, said) = sync_channel(QUEUE);
        let (there, name) = (Arc::clone(&address), me.clone());
        threads.push(spawn("store-words", move || words::say(&there, &name, &said))?);
        let there = Arc::clone(&address);
        let (hearing, stop): (Arc<Mutex<Vec<Ear>>>, Arc<AtomicBool>) =
            (Arc::clone(&ears), Arc::clone(&stopping));
        threads.push(spawn("store-ear", move || words::hear(&there, &me, &hearing, &stop))?);
        let (watch, watching) = channel();
        let seen: Arc<Safe> = Arc::clone(&safe);
        // Not waited for at the end: while a standby is away it waits for that.
        spawn("store-standby", move || words::watch(&address, &seen, &watching))?;
        let queues = Queues { whole, acts, looks, words, _watch: watch };
        Ok(Self { queues: Some(queues), ears, safe, stopping, threads })
    }

    /// Whether nothing is kept in the database yet. Changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn is_empty(options: &PostgresOptions) -> Result<bool, StoreError> {
        let address = Arc::new(Address::read(options)?);
        away(&address, |address| schema::is_empty(&mut address.connect()?))
    }

    fn queues(&self) -> Result<&Queues, StoreError> {
        self.queues.as_ref().ok_or_else(stopped)
    }
}

/// Does it on a thread of its own: the client has a runtime, and must not meet
/// another one.
fn away<T: Send + 'static>(
    address: &Arc<Address>,
    work: impl FnOnce(&Address) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let address = Arc::clone(address);
    let (tell, told) = channel();
    let thread = spawn("store-open", move || {
        // Whoever asked waits for it.
        let _ = tell.send(work(&address));
    })?;
    let outcome = told.recv().unwrap_or_else(|_| Err(stopped()));
    let _ = thread.join();
    outcome
}

/// A name for this process among those that share the database.
fn me() -> String {
    use crate::chance::Chance;
    let mut name = [0; 8];
    // A name that is taken costs a hint that is not heard, no more.
    let _ = crate::chance::SystemChance::default().fill(&mut name);
    format!("{:016x}", u64::from_be_bytes(name))
}

impl Store for PostgresStore {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        self.queues()?.looks.try_send(look).map_err(|error| refused(&error))
    }

    fn write(&self, act: Act) -> Result<(), StoreError> {
        let queues = self.queues()?;
        let queue = match &act.turn {
            Turn::Whole => &queues.whole,
            Turn::Of(key) => {
                let place = writer::lock(key).cast_unsigned() % queues.acts.len().max(1) as u64;
                usize::try_from(place)
                    .ok()
                    .and_then(|place| queues.acts.get(place))
                    .unwrap_or(&queues.whole)
            }
        };
        queue.try_send(act).map_err(|error| refused(&error))
    }

    fn safe_now(&self) -> bool {
        self.safe.now()
    }

    fn tell(&self, word: &[u8]) {
        if let Some(queues) = &self.queues {
            let _ = queues.words.try_send(word.to_vec());
        }
    }

    fn listen(&self, ear: Ear) {
        self.ears.lock().unwrap_or_else(PoisonError::into_inner).push(ear);
    }
}

impl Drop for PostgresStore {
    /// Waits until everything accepted is written.
    fn drop(&mut self) {
        self.queues = None;
        self.stopping.store(true, Ordering::SeqCst);
        for thread in self.threads.drain(..) {
            // A thread that panicked has nothing left to say.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
