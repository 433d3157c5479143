//! The shelf in SQLite: two tables of sealed bodies.
//!
//! One connection holds the file for itself (`locking_mode=EXCLUSIVE`): a second
//! process that opens it is told that it is in use, and no shared-memory file is
//! needed. That also lets the browser's file system, which has no shared memory,
//! keep a write-ahead log: one flush a commit and not three (0.8 ms, not 2.5).
//! `synchronous=FULL` is what makes a commit survive a power cut.

use record::sort;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OptionalExtension, TransactionBehavior, params};
use shared::effects::store::{LogRow, Opened, StoreProblem, Write};

use super::seal::{self, Sealer};
use super::{Place, Shelf};
use crate::config::SealingKey;

/// "what" in ASCII: tells our files from any other program's.
const APPLICATION: i32 = 0x7768_6174;
/// The schema's number.
const VERSION: i32 = 1;
/// Ordinary tables and not `WITHOUT ROWID`: those keep at most a quarter of a
/// page of a row in place, and 2 MB of bodies of 1 KB then take 9 MB of file.
const SCHEMA: &str = "
    CREATE TABLE log (
        slot INTEGER NOT NULL,
        position INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (slot, position)
    );
    CREATE TABLE value (key TEXT PRIMARY KEY NOT NULL, body BLOB NOT NULL);
";
/// A value that opens only under the key that the file was made with.
const CHECK: &str = "device.check";
/// How long to wait for a process that is just letting go of the file.
const PATIENCE: Duration = Duration::from_millis(500);

/// An open file.
pub(crate) struct Sqlite {
    connection: Connection,
    sealer: Sealer,
}

impl Sqlite {
    /// Opens the file, or makes it. One that is newer, damaged, another's, or
    /// sealed with another key is left as it is.
    pub(crate) fn open(place: &Place, key: &SealingKey) -> Result<Self, StoreProblem> {
        let sealer = Sealer::new(key).map_err(|_| StoreProblem::Unavailable)?;
        let mut shelf = Self { connection: place.connect()?, sealer };
        shelf.admit().map_err(Refusal::into_problem)?;
        Ok(shelf)
    }

    fn admit(&mut self) -> Result<(), Refusal> {
        let connection = &self.connection;
        connection.busy_timeout(PATIENCE)?;
        // Until the file is known to be ours, closing it must not tidy it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        let application: i32 =
            connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let tables: i64 =
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let fresh = (application, version, tables) == (0, 0, 0);
        if !fresh && application != APPLICATION {
            return Err(Refusal::Problem(StoreProblem::Unreadable));
        }
        if version > VERSION {
            return Err(Refusal::Problem(StoreProblem::Newer));
        }
        if !fresh {
            let check = self.value(CHECK).map_err(Refusal::Problem)?;
            check.ok_or(Refusal::Problem(StoreProblem::Unreadable))?;
        }
        self.settle()?;
        if fresh {
            self.create()?;
        }
        Ok(())
    }

    /// The settings that write to the file.
    fn settle(&self) -> rusqlite::Result<()> {
        let connection = &self.connection;
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        // On Apple's systems a plain flush stops at the drive's cache.
        connection.pragma_update(None, "fullfsync", "ON")?;
        connection.pragma_update(None, "temp_store", "MEMORY")?;
        // A megabyte of log at most beside a file that is rarely larger.
        connection.pragma_update_and_check(None, "wal_autocheckpoint", 256, |_| Ok(()))?;
        connection.pragma_update_and_check(None, "journal_size_limit", 1 << 20, |_| Ok(()))?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(())
    }

    fn create(&mut self) -> Result<(), Refusal> {
        let check = seal_value(&self.sealer, CHECK, b"")?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(SCHEMA)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
        transaction
            .execute("INSERT INTO value (key, body) VALUES (?1, ?2)", params![CHECK, check])?;
        transaction.commit()?;
        Ok(())
    }

    /// Stands in for a full disk.
    #[cfg(test)]
    pub(crate) fn limit_pages(&self, pages: u32) {
        let limit =
            self.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()));
        limit.unwrap();
    }

    /// All rows that do not lie apart, those of one log, or one of them.
    fn read_rows(&self, which: Which) -> Result<Vec<LogRow>, Refusal> {
        let mut statement = self.connection.prepare(match which {
            // Slots that lie apart are negative numbers here. The plus keeps SQLite
            // from looking each row up by the index: it passes over large bodies
            // without reading them.
            Which::All => "SELECT slot, position, body FROM log WHERE +slot >= 0",
            Which::Log(_) => "SELECT slot, position, body FROM log WHERE slot = ?1",
            Which::Row(..) => {
                "SELECT slot, position, body FROM log WHERE slot = ?1 AND position = ?2"
            }
        })?;
        let mut found = match which {
            Which::All => statement.query([])?,
            Which::Log(slot) => statement.query([to_column(slot)])?,
            Which::Row(slot, position) => {
                statement.query([to_column(slot), to_column(position)])?
            }
        };
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let (slot, position) = (from_column(row.get(0)?), from_column(row.get(1)?));
            let sealed = blob(row.get_ref(2)?)?;
            let body = self.sealer.open(seal::Place::Row { slot, position }, sealed)?;
            rows.push(LogRow { slot, position, body });
        }
        // SQLite's integers are signed, so numbers past its half come first.
        sort::by_key(&mut rows, |row| (row.slot, row.position));
        Ok(rows)
    }

    fn read_values(&self) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
        let mut statement = self.connection.prepare("SELECT key, body FROM value ORDER BY key")?;
        let mut found = statement.query([])?;
        let mut values = Vec::new();
        while let Some(row) = found.next()? {
            let key: String = row.get(0)?;
            let body = self.sealer.open(seal::Place::Value(&key), blob(row.get_ref(1)?)?)?;
            values.push((key, body));
        }
        Ok(values)
    }

    fn write_all(&mut self, writes: &[Write]) -> Result<(), Refusal> {
        let mut nonces = self.sealer.nonces(writes.len())?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for write in writes {
            match write {
                Write::Append { slot, position, body } => {
                    let place = seal::Place::Row { slot: *slot, position: *position };
                    let sealed = self.sealer.seal(&mut nonces, place, body)?;
                    transaction
                        .prepare_cached(
                            "INSERT OR REPLACE INTO log (slot, position, body) VALUES (?1, ?2, ?3)",
                        )?
                        .execute(params![to_column(*slot), to_column(*position), sealed])?;
                }
                Write::Remove { slot, from, to } => {
                    let mut delete = transaction.prepare_cached(
                        "DELETE FROM log WHERE slot = ?1 AND position BETWEEN ?2 AND ?3",
                    )?;
                    for (from, to) in column_ranges(*from, *to) {
                        delete.execute(params![to_column(*slot), from, to])?;
                    }
                }
                Write::Put { key, body } => {
                    let sealed = self.sealer.seal(&mut nonces, seal::Place::Value(key), body)?;
                    transaction
                        .prepare_cached("INSERT OR REPLACE INTO value (key, body) VALUES (?1, ?2)")?
                        .execute(params![key, sealed])?;
                }
                Write::Forget { key } => {
                    transaction
                        .prepare_cached("DELETE FROM value WHERE key = ?1")?
                        .execute(params![key])?;
                }
            }
        }
        transaction.commit()?;
        Ok(())
    }
}

impl Shelf for Sqlite {
    fn read(&mut self) -> Result<Opened, StoreProblem> {
        let rows = self.read_rows(Which::All).map_err(Refusal::into_problem)?;
        let values = self.read_values().map_err(Refusal::into_problem)?;
        Ok(Opened { durable: true, rows, values })
    }

    fn rows(&mut self, slot: u64) -> Result<Vec<LogRow>, StoreProblem> {
        self.read_rows(Which::Log(slot)).map_err(Refusal::into_problem)
    }

    fn row(&mut self, slot: u64, position: u64) -> Result<Option<LogRow>, StoreProblem> {
        let rows = self.read_rows(Which::Row(slot, position)).map_err(Refusal::into_problem)?;
        Ok(rows.into_iter().next())
    }

    fn value(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreProblem> {
        let sealed: Option<Vec<u8>> = self
            .connection
            .query_row("SELECT body FROM value WHERE key = ?1", [key], |row| row.get(0))
            .optional()
            .map_err(|error| problem(&error))?;
        let open = |sealed: Vec<u8>| self.sealer.open(seal::Place::Value(key), &sealed);
        sealed.map(open).transpose().map_err(|_| StoreProblem::Unreadable)
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreProblem> {
        self.write_all(writes).map_err(Refusal::into_problem)
    }
}

/// Which rows.
#[derive(Clone, Copy)]
enum Which {
    All,
    Log(u64),
    Row(u64, u64),
}

/// Why something did not go through.
enum Refusal {
    Sqlite(rusqlite::Error),
    Problem(StoreProblem),
}

impl Refusal {
    fn into_problem(self) -> StoreProblem {
        match self {
            Self::Sqlite(error) => problem(&error),
            Self::Problem(problem) => problem,
        }
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<seal::Sealed> for Refusal {
    fn from(_: seal::Sealed) -> Self {
        Self::Problem(StoreProblem::Unreadable)
    }
}

/// What an error of SQLite's means to the person.
pub(crate) fn problem(error: &rusqlite::Error) -> StoreProblem {
    match error {
        rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
            ErrorCode::DiskFull => StoreProblem::Full,
            // The browser's files know one reason why a write to an open file
            // fails, too little room (`QuotaExceededError` of the File System
            // standard), and SQLite is told only that it failed.
            ErrorCode::SystemIoFailure
                if cfg!(target_arch = "wasm32")
                    && failure.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE =>
            {
                StoreProblem::Full
            }
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreProblem::Unreadable,
            _ => StoreProblem::Unavailable,
        },
        // A column of another type than we ever wrote.
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::IntegralValueOutOfRange(..) => StoreProblem::Unreadable,
        _ => StoreProblem::Unavailable,
    }
}

fn blob(value: rusqlite::types::ValueRef<'_>) -> Result<&[u8], Refusal> {
    value.as_blob().map_err(|_| Refusal::Problem(StoreProblem::Unreadable))
}

fn seal_value(sealer: &Sealer, key: &str, body: &[u8]) -> Result<Vec<u8>, seal::Sealed> {
    sealer.seal(&mut sealer.nonces(1)?, seal::Place::Value(key), body)
}

// The bits of the number as they are: every `u64` has its own column value.
fn to_column(number: u64) -> i64 {
    number.cast_signed()
}

fn from_column(column: i64) -> u64 {
    column.cast_unsigned()
}

/// A range of numbers as ranges of columns: two where it crosses the sign.
fn column_ranges(from: u64, to: u64) -> impl Iterator<Item = (i64, i64)> {
    let half = i64::MAX.cast_unsigned();
    let low = (from <= to.min(half)).then(|| (to_column(from), to_column(to.min(half))));
    let high = (from.max(half + 1) <= to).then(|| (to_column(from.max(half + 1)), to_column(to)));
    low.into_iter().chain(high)
}

#[cfg(test)]
mod tests {
    use super::column_ranges;

    #[test]
    fn ranges_of_numbers_become_ranges_of_columns() {
        let ranges = |from, to| column_ranges(from, to).collect::<Vec<_>>();
        assert_eq!(ranges(3, 5), [(3, 5)]);
        assert_eq!(ranges(0, u64::MAX), [(0, i64::MAX), (i64::MIN, -1)]);
        assert_eq!(ranges(1 << 63, u64::MAX), [(i64::MIN, -1)]);
        assert_eq!(ranges(u64::MAX, u64::MAX), [(-1, -1)]);
        assert_eq!(ranges(5, 3), []);
        assert_eq!(ranges(u64::MAX, 0), []);
    }
}
