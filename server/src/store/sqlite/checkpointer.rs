//! A thread that brings what the write-ahead log holds into the file.
//!
//! SQLite would have the writer do it, now and then, in the middle of a commit,
//! and only as far as no reader looks: under many readers, one of which always
//! looks, the log would never begin anew, and grow without end. So the writer
//! leaves it alone, and this thread does it often; and where the log has grown
//! large all the same, it holds the writer up for a moment, until the last of
//! the looks that are under way has ended, and cuts it off.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::store::StoreError;

/// Passed by each look and each commit; shut while a large log is cut off.
pub(super) type Gate = Arc<RwLock<()>>;

/// How often it looks.
const OFTEN: Duration = Duration::from_millis(20);
/// From how many bytes on the log is brought in: a thousand pages, SQLite's own
/// measure.
const SOME: u64 = 4 * 1024 * 1024;
/// From how many on the writer waits for it.
pub(super) const LARGE: u64 = 64 * 1024 * 1024;
/// How long the writer waits at most. It is then let go, and the next try comes.
const HOLD_UP: Duration = Duration::from_millis(500);
/// From how many on an operator is told: somebody outside this program looks and
/// does not end, or the disk is too slow.
const ALARM: u64 = 512 * 1024 * 1024;
const ALARM_AGAIN: Duration = Duration::from_mins(1);

/// Serves until the store is dropped.
pub(super) fn run(
    connection: &Connection,
    database: &Path,
    size: &Arc<AtomicU64>,
    stopping: &Receiver<()>,
    gate: &Gate,
) {
    let log = log_of(database);
    let mut alarmed: Option<Instant> = None;
    while matches!(stopping.recv_timeout(OFTEN), Err(RecvTimeoutError::Timeout)) {
        let grown = std::fs::metadata(&log).map_or(0, |file| file.len());
        size.store(grown, Ordering::Relaxed);
        if grown < SOME {
            continue;
        }
        let outcome = if grown < LARGE {
            checkpoint(connection, "PASSIVE")
        } else {
            // Nobody begins to look or to write until it is cut off; those who are
            // at it end first.
            let _alone = gate.write().unwrap_or_else(PoisonError::into_inner);
            checkpoint(connection, "TRUNCATE")
        };
        match outcome {
            // Whoever is in the way goes, and the next try comes soon.
            Ok(()) | Err(StoreError::Busy) => {}
            Err(error) => tracing::error!(%error, "the write-ahead log cannot be brought in"),
        }
        if grown > ALARM && alarmed.is_none_or(|last| last.elapsed() > ALARM_AGAIN) {
            tracing::error!(
                bytes = grown,
                "the write-ahead log stays large: does another program hold the database open?"
            );
            alarmed = Some(Instant::now());
        }
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
