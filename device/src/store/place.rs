//! Where the file lies, on each kind of platform.

#[cfg(not(target_arch = "wasm32"))]
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use shared::effects::store::StoreProblem;

use super::sqlite::problem;
use crate::config::Storage;

/// The file's name.
const FILE: &str = "record.db";

/// What SQLite keeps beside the file, and the file. In the order they are
/// removed: a file without its log is older, a log without its file would be
/// played into the next one.
const PARTS: [&str; 3] = ["-wal", "-journal", ""];

/// Where a memory lies.
pub(crate) enum Place {
    /// Nowhere.
    Ram,
    /// A directory.
    #[cfg(not(target_arch = "wasm32"))]
    Directory(PathBuf),
    /// The browser's private file system, once the driver has it in hand.
    #[cfg(target_arch = "wasm32")]
    Pool(sqlite_wasm_vfs::sahpool::OpfsSAHPoolUtil, String),
    /// A place this platform does not have.
    Nowhere,
}

impl From<Storage> for Place {
    #[cfg(not(target_arch = "wasm32"))]
    fn from(storage: Storage) -> Self {
        match storage {
            Storage::Memory => Self::Ram,
            Storage::Directory(path) => Self::Directory(path),
            Storage::Opfs { .. } => Self::Nowhere,
        }
    }

    // The browser's file system takes waiting to open: see `in_browser`.
    #[cfg(target_arch = "wasm32")]
    fn from(storage: Storage) -> Self {
        match storage {
            Storage::Memory => Self::Ram,
            Storage::Directory(_) | Storage::Opfs { .. } => Self::Nowhere,
        }
    }
}

impl Place {
    /// The browser's private files; RAM where it has none.
    #[cfg(target_arch = "wasm32")]
    pub(crate) async fn in_browser(name: &str) -> Result<Self, StoreProblem> {
        super::pool::pool(name).await
    }

    /// Whether what is kept here outlives this run.
    pub(crate) fn durable(&self) -> bool {
        !matches!(self, Self::Ram)
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn connect(&self) -> Result<Connection, StoreProblem> {
        let Self::Directory(directory) = self else { return Err(StoreProblem::Unavailable) };
        std::fs::create_dir_all(directory).map_err(|error| io_problem(&error))?;
        Connection::open(directory.join(FILE)).map_err(|error| problem(&error))
    }

    #[cfg(target_arch = "wasm32")]
    pub(crate) fn connect(&self) -> Result<Connection, StoreProblem> {
        use rusqlite::OpenFlags;
        let Self::Pool(_, vfs) = self else { return Err(StoreProblem::Unavailable) };
        Connection::open_with_flags_and_vfs(FILE, OpenFlags::default(), vfs.as_str())
            .map_err(|error| problem(&error))
    }

    /// Removes the file and what SQLite keeps beside it.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn remove(&self) -> Result<(), StoreProblem> {
        let Self::Directory(directory) = self else { return Ok(()) };
        for suffix in PARTS {
            remove_file(&directory.join(format!("{FILE}{suffix}")))?;
        }
        Ok(())
    }

    #[cfg(target_arch = "wasm32")]
    pub(crate) fn remove(&self) -> Result<(), StoreProblem> {
        use sqlite_wasm_rs::vfs::VfsFilesManager;
        let Self::Pool(pool, _) = self else { return Ok(()) };
        for suffix in PARTS {
            pool.remove(&format!("{FILE}{suffix}")).map_err(|_| StoreProblem::Unavailable)?;
        }
        Ok(())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn remove_file(path: &Path) -> Result<(), StoreProblem> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io_problem(&error)),
        _ => Ok(()),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn io_problem(error: &std::io::Error) -> StoreProblem {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    match error.kind() {
        StorageFull | QuotaExceeded => StoreProblem::Full,
        _ => StoreProblem::Unavailable,
    }
}
