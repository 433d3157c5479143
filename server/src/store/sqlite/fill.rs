//! Filling a new file, all in one transaction, under another name until it is
//! whole.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::SqliteStore;
use super::schema;
use super::tables::Open;
use crate::store::copy::Fill;
use crate::store::{Entry, LogId, Reads, StoreError, TableId, Writes};

/// A file that is being filled. It has its name only after [`Fill::finish`].
#[derive(Debug)]
pub struct SqliteFill {
    connection: Connection,
    unfinished: PathBuf,
    path: PathBuf,
}

impl SqliteFill {
    /// Begins. What an earlier try left unfinished is thrown away.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where there is a file of this name;
    /// [`StoreError`].
    pub fn begin(path: &Path) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::NotEmpty);
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".unfinished");
        let unfinished = PathBuf::from(name);
        if unfinished.exists() {
            std::fs::remove_file(&unfinished).map_err(failed)?;
        }
        // Made first, for its owner alone: SQLite would let others read it.
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&unfinished).map_err(failed)?;
        let connection = schema::open_to_fill(&unfinished)?;
        connection.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Self { connection, unfinished, path: path.to_owned() })
    }
}

impl Fill for SqliteFill {
    fn put(&mut self, table: TableId, key: Vec<u8>, row: Vec<u8>) -> Result<(), StoreError> {
        Open(&self.connection).put(table, &key, &row)
    }

    fn append(&mut self, log: LogId, entry: Entry) -> Result<(), StoreError> {
        let place = i64::try_from(entry.place).map_err(|_| StoreError::OutOfOrder)?;
        self.connection
            .prepare_cached("INSERT INTO entries (log, place, body) VALUES (?1, ?2, ?3)")?
            .execute(params![log.0.cast_signed(), place, entry.body])?;
        Ok(())
    }

    fn look(
        &mut self,
        look: &mut dyn FnMut(&dyn Reads) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        look(&Open(&self.connection))
    }

    fn finish(self: Box<Self>) -> Result<(), StoreError> {
        self.connection.execute_batch("COMMIT")?;
        self.connection.close().map_err(|(_, error)| StoreError::from(error))?;
        std::fs::File::open(&self.unfinished).and_then(|file| file.sync_all()).map_err(failed)?;
        // A link cannot replace a file that came meanwhile, as a new name could.
        std::fs::hard_link(&self.unfinished, &self.path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => StoreError::NotEmpty,
            _ => failed(error),
        })?;
        std::fs::remove_file(&self.unfinished).map_err(failed)?;
        if let Some(folder) = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        }
        Ok(())
    }
}

impl SqliteStore {
    /// Looks at a file for as long as it takes, beside its server; makes
    /// nothing.
    ///
    /// # Errors
    /// What `look` says; [`StoreError::Missing`] where there is no file.
    pub fn look_at<T>(
        path: &Path,
        look: impl FnOnce(&dyn Reads) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing);
        }
        let connection = schema::open_to_look(path)?;
        let transaction = connection.unchecked_transaction()?;
        look(&Open(&transaction))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
fn failed(error: std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::Full;
    }
    StoreError::Failed(error.to_string())
}
