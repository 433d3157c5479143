//! The SQLite engine: the embedded default.
//!
//! One thread writes, and puts everything that waits into one transaction, so
//! that a hundred devices share one flush of the disk (*group commit*). A few
//! other threads read, each from its own connection, beside the writer (WAL).
//! `synchronous=FULL`: an act is told done only after it would survive a power
//! cut.

mod checkpointer;
mod fill;
mod reader;
mod schema;
mod tables;
mod writer;

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{Act, Look, Store, StoreError, refused, spawn, stopped};
use checkpointer::{Log, Watched};
pub use fill::SqliteFill;
pub(super) use tables::after_prefix;

/// The most acts, and the most looks, that may wait. More are refused, before
/// anything is accepted.
const QUEUE: usize = 4096;
/// How long a look may take. While it looks, what is written meanwhile cannot
/// all be brought into the file.
const LOOK_WITHIN: Duration = Duration::from_secs(30);
/// Reading threads.
const READERS: usize = 3;

/// Keeps everything in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    queues: Option<Queues>,
    log: Arc<Log>,
    writer: Option<JoinHandle<()>>,
    readers: Vec<JoinHandle<()>>,
    checkpointer: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Queues {
    acts: SyncSender<Act>,
    looks: SyncSender<Look>,
}

impl SqliteStore {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for a file made by a newer version, which is left
    /// as it is; [`StoreError::Failed`] where it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_within(path, LOOK_WITHIN)
    }

    fn open_within(path: &Path, look_within: Duration) -> Result<Self, StoreError> {
        let mut writing = schema::open_for_writing(path)?;
        let connection = checkpointer::connect(path)?;
        let log = Arc::new(Log::default());
        let checkpointer = spawn("store-checkpointer", {
            let (database, log) = (path.to_owned(), Arc::clone(&log));
            move || checkpointer::run(&connection, &database, &log)
        })?;
        let watched = Watched::new(Arc::clone(&log), checkpointer.thread().clone());
        // From here on a store that is dropped half made ends its threads.
        let mut store = Self {
            queues: None,
            log,
            writer: None,
            readers: Vec::new(),
            checkpointer: Some(checkpointer),
        };
        watched.watch(&mut writing)?;
        let (looks, next_looks) = sync_channel(QUEUE);
        let shared: Arc<Mutex<Receiver<Look>>> = Arc::new(Mutex::new(next_looks));
        for _ in 0..READERS {
            let reading = schema::open_for_reading(path)?;
            let (shared, log) = (Arc::clone(&shared), Arc::clone(&store.log));
            store.readers.push(spawn("store-reader", move || {
                reader::run(&reading, &shared, look_within, &log);
            })?);
        }
        let (acts, next_acts) = sync_channel(QUEUE);
        store.writer =
            Some(spawn("store-writer", move || writer::run(writing, &next_acts, watched))?);
        store.queues = Some(Queues { acts, looks });
        Ok(store)
    }

    fn queues(&self) -> Result<&Queues, StoreError> {
        self.queues.as_ref().ok_or_else(stopped)
    }
}

impl Store for SqliteStore {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        self.queues()?.looks.try_send(look).map_err(|error| refused(&error))
    }

    fn write(&self, act: Act) -> Result<(), StoreError> {
        self.queues()?.acts.try_send(act).map_err(|error| refused(&error))
    }

    fn writes_alone(&self) -> bool {
        true
    }

    fn gauges(&self) -> Vec<(&'static str, u64)> {
        vec![("store_wal_bytes", self.log.bytes.load(Ordering::Relaxed))]
    }
}

impl Drop for SqliteStore {
    /// Waits until everything accepted is written. The writer's connection closes
    /// last: SQLite then brings the whole log into the file and removes it, which
    /// a reader that closed last could not, so that a stopped server's file is all
    /// there is to copy.
    fn drop(&mut self) {
        // A thread that panicked has nothing left to say.
        let acts = self.queues.take().map(|queues| queues.acts);
        for reader in self.readers.drain(..) {
            let _ = reader.join();
        }
        if let Some(checkpointer) = self.checkpointer.take() {
            self.log.stop();
            checkpointer.thread().unpark();
            let _ = checkpointer.join();
        }
        drop(acts);
        let _ = self.writer.take().map(JoinHandle::join);
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            Some(rusqlite::ErrorCode::DatabaseBusy) => Self::Busy,
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Self::Damaged
            }
            // SQLite's own words name tables and codes, never what is in a row.
            _ => Self::Failed(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests;
