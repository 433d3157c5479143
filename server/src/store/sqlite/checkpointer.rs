//! A thread that brings what the write-ahead log holds into the file.
//!
//! SQLite would have the writer do it, now and then, in the middle of a commit,
//! and only as far as no reader looks: under many readers, one of which always
//! looks, the log would never begin anew, and grow without end. So this thread
//! does it, called by the writer as soon as there is some. Where it does not
//! keep up, the writer lends a hand before it goes on; and where the log has
//! grown large all the same, everybody is held up for a moment, until the last of
//! the looks that are under way has ended, and it is cut off.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};
use std::thread::Thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::store::StoreError;

/// How often it looks where nobody calls.
const OFTEN: Duration = Duration::from_secs(1);
/// From how many pages on the log is brought in: SQLite's own measure, 4 MiB.
const SOME: u64 = 1000;
/// From how many on the writer does it itself.
const BEHIND: u64 = SOME + SOME / 2;
/// From how many bytes on everybody waits for it.
pub(super) const LARGE: u64 = 64 * 1024 * 1024;
/// How long they wait at most. They are then let go, and the next try comes.
const HOLD_UP: Duration = Duration::from_millis(500);
/// From how many on an operator is told: somebody outside this program looks and
/// does not end, or the disk is too slow.
const ALARM: u64 = 512 * 1024 * 1024;
const ALARM_AGAIN: Duration = Duration::from_mins(1);

/// The write-ahead log, as the threads share it.
#[derive(Debug, Default)]
pub(super) struct Log {
    /// How many pages the last commit left in it, since it last began anew.
    pages: AtomicU64,
    /// How many bytes long its file was when last looked at.
    pub(super) bytes: AtomicU64,
    stopping: AtomicBool,
    /// Passed by each look and each commit; shut while a large log is cut off.
    gate: RwLock<()>,
    /// Held by whoever brings it in.
    hand: Mutex<()>,
}

impl Log {
    /// Waits where it is just being cut off. It is not while this is held.
    pub(super) fn pass(&self) -> RwLockReadGuard<'_, ()> {
        self.gate.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has [`run`] end.
    pub(super) fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    /// Brings in what no look is in the way of.
    fn bring_in(&self, connection: &Connection) {
        let _hand = self.hand.lock().unwrap_or_else(PoisonError::into_inner);
        log_failure(checkpoint(connection, "PASSIVE"));
    }

    fn cut_off(&self, connection: &Connection) {
        let _hand = self.hand.lock().unwrap_or_else(PoisonError::into_inner);
        // Nobody begins to look or to write until it is cut off; those who are
        // at it end first.
        let _alone = self.gate.write().unwrap_or_else(PoisonError::into_inner);
        log_failure(checkpoint(connection, "TRUNCATE"));
    }
}

/// The writer's side.
pub(super) struct Watched {
    log: Arc<Log>,
    checkpointer: Thread,
    /// From how many pages on the writer does it next.
    behind: u64,
}

impl Watched {
    pub(super) fn new(log: Arc<Log>, checkpointer: Thread) -> Self {
        Self { log, checkpointer, behind: BEHIND }
    }

    /// Watches what this connection commits.
    ///
    /// # Errors
    /// [`StoreError::Failed`].
    pub(super) fn watch(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let told = Arc::clone(&self.log);
        connection.wal_hook(Some(move |_: &mut _, pages| {
            told.pages.store(u64::try_from(pages).unwrap_or(0), Ordering::Relaxed);
            Ok(())
        }))?;
        Ok(())
    }

    pub(super) fn log(&self) -> &Log {
        &self.log
    }

    /// After a commit, and once everybody has been told of it.
    pub(super) fn committed(&mut self, connection: &Connection) {
        let pages = self.log.pages.load(Ordering::Relaxed);
        if pages < SOME {
            self.behind = BEHIND;
            return;
        }
        self.checkpointer.unpark();
        if pages >= self.behind {
            self.log.bring_in(connection);
            // Where a look is in the way, each commit after this one need not
            // try again.
            self.behind = pages + SOME;
        }
    }
}

/// Serves until the store is dropped.
pub(super) fn run(connection: &Connection, database: &Path, log: &Log) {
    let file = log_of(database);
    let mut alarmed: Option<Instant> = None;
    while !log.stopping.load(Ordering::SeqCst) {
        let bytes = std::fs::metadata(&file).map_or(0, |file| file.len());
        log.bytes.store(bytes, Ordering::Relaxed);
        if bytes >= LARGE {
            log.cut_off(connection);
        } else if log.pages.load(Ordering::Relaxed) >= SOME {
            log.bring_in(connection);
        }
        if bytes > ALARM && alarmed.is_none_or(|last| last.elapsed() > ALARM_AGAIN) {
            tracing::error!(
                bytes,
                "the write-ahead log stays large: does another program hold the database open?"
            );
            alarmed = Some(Instant::now());
        }
        // Whoever was in the way goes, and the next try comes soon.
        std::thread::park_timeout(OFTEN);
    }
}

fn log_failure(outcome: Result<(), StoreError>) {
    match outcome {
        Ok(()) | Err(StoreError::Busy) => {}
        Err(error) => tracing::error!(%error, "the write-ahead log cannot be brought in"),
    }
}

/// A connection that may hold the writer up only for so long.
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(HOLD_UP)?;
    // What is brought in is flushed before the log that held it begins anew.
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(connection)
}

fn checkpoint(connection: &Connection, mode: &str) -> Result<(), StoreError> {
    connection.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |_| Ok(()))?;
    Ok(())
}

/// The name of a file's write-ahead log.
pub(super) fn log_of(database: &Path) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}
