//! Where a database is.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::UpkeepError;
use crate::store::copy::Fill;
use crate::store::{
    PostgresFill, PostgresOptions, PostgresStore, Reads, SqliteFill, SqliteStore, Store, StoreError,
};

/// Where a database is.
#[derive(Clone, Debug)]
pub enum Place {
    /// A file of the embedded engine: the server's own, or a backup.
    File(PathBuf),
    /// A PostgreSQL database.
    Postgres(PostgresOptions),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            // Its address may hold a password.
            Self::Postgres(_) => f.write_str("the PostgreSQL database"),
        }
    }
}

impl Place {
    /// The file of the embedded engine in a data folder.
    #[must_use]
    pub fn embedded(data: &Path) -> Self {
        Self::File(data.join("what-matters.sqlite"))
    }

    /// Opens it for a server; makes it where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open(&self) -> Result<Arc<dyn Store>, StoreError> {
        Ok(match self {
            Self::File(path) => Arc::new(SqliteStore::open(path)?),
            Self::Postgres(options) => Arc::new(PostgresStore::open(options)?),
        })
    }

    /// Whether there is nothing yet. Changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        match self {
            Self::File(path) => Ok(!path.exists()),
            Self::Postgres(options) => PostgresStore::is_empty(options),
        }
    }

    /// Looks at it as it is at one moment, for as long as that takes, beside a
    /// server that uses it.
    pub(super) fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&dyn Reads) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        match self {
            Self::File(path) => SqliteStore::look_at(path, look),
            Self::Postgres(options) => PostgresStore::look_at(options, look),
        }
    }

    /// Begins to fill it: it must be empty.
    pub(super) fn fill(&self) -> Result<Box<dyn Fill>, StoreError> {
        Ok(match self {
            Self::File(path) => Box::new(SqliteFill::begin(path)?),
            Self::Postgres(options) => Box::new(PostgresFill::begin(options)?),
        })
    }
}

/// Says that a server uses a data folder, until the file is dropped. Several
/// may.
///
/// # Errors
/// [`UpkeepError::InUse`] while a tool has it for itself.
pub fn lock_shared(data: &Path) -> Result<File, UpkeepError> {
    locked(data, File::try_lock_shared)
}

/// Has a data folder for itself, until the file is dropped.
///
/// # Errors
/// [`UpkeepError::InUse`] while a server uses it.
pub fn lock(data: &Path) -> Result<File, UpkeepError> {
    locked(data, File::try_lock)
}

fn locked(
    data: &Path,
    lock: impl Fn(&File) -> Result<(), std::fs::TryLockError>,
) -> Result<File, UpkeepError> {
    let path = data.join("in-use");
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(UpkeepError::file(&path))?;
    match lock(&file) {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => {
            Err(UpkeepError::InUse(data.display().to_string()))
        }
        Err(std::fs::TryLockError::Error(reason)) => Err(UpkeepError::file(&path)(reason)),
    }
}
