//! The file: its settings, its format, and how an older one is brought up.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::store::StoreError;

/// The newest format this program knows; kept in the file's `user_version`. The
/// second may have segments in it, which a program of the first would take for
/// damage; nothing else is otherwise.
const FORMAT: i64 = 2;

const CREATE: &str = "
    CREATE TABLE rows (
        tab INTEGER NOT NULL,
        key BLOB NOT NULL,
        row BLOB NOT NULL,
        PRIMARY KEY (tab, key)
    ) WITHOUT ROWID;
    -- A log's entries are appended where the file ends, whichever log it is:
    -- clustering them by log would rewrite a page for every push.
    CREATE TABLE entries (
        log INTEGER NOT NULL,
        place INTEGER NOT NULL,
        body BLOB NOT NULL
    );
    CREATE UNIQUE INDEX entries_by_place ON entries (log, place);
    PRAGMA user_version = 2;
";

/// The writing connection; makes the file where there is none.
pub(super) fn open_for_writing(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // Looked at before anything is set, so that a newer file is left as it is.
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > FORMAT {
        return Err(StoreError::Newer { found, known: FORMAT });
    }
    // Readers and the writer do not wait for each other.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // Each commit is flushed before it is told done; with NORMAL a power cut
    // could take back what was acknowledged.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // The checkpointer's work, not the writer's.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // The inner pages of both trees stay at hand: 32 MB. No memory map: an error
    // of the disk would then end the program instead of a statement.
    connection.pragma_update(None, "cache_size", -32 * 1024)?;
    if found < FORMAT {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another process may have made it since.
        let made: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if made == 0 {
            transaction.execute_batch(CREATE)?;
        } else {
            transaction.pragma_update(None, "user_version", FORMAT)?;
        }
        transaction.commit()?;
    }
    Ok(connection)
}

/// A connection to a new file that nobody else knows yet: it needs to be durable
/// only when it is whole.
pub(super) fn open_to_fill(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "MEMORY")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.execute_batch(CREATE)?;
    Ok(connection)
}

/// A connection that looks, at a file that may have no server.
pub(super) fn open_to_look(path: &Path) -> Result<Connection, StoreError> {
    let connection = open_for_reading(path)?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match found {
        0 => Err(StoreError::Missing),
        found if found > FORMAT => Err(StoreError::Newer { found, known: FORMAT }),
        _ => Ok(connection),
    }
}

/// A connection that cannot write.
pub(super) fn open_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(Duration::from_secs(5))?;
    Ok(connection)
}
