//! What the server keeps, and what it asks of whatever keeps it.
//!
//! A store holds two shapes: *tables* of small rows by key, and *logs*, each an
//! append-only run of entries in rising order, of which old ones may be gathered
//! into one. It knows nothing of people or
//! care: what the rows mean, and that they are sealed, is the business of
//! [`books`]. That keeps an engine small, and lets one suite ([`conformance`])
//! say for every engine what "kept" means.
//!
//! Where to start: [`Store`], then [`books::Books`], which everything else uses.

pub mod books;
mod cache;
pub mod conformance;
pub mod copy;
mod memory;
mod postgres;
mod shelves;
mod sqlite;
pub mod tables;

pub use memory::MemoryStore;
pub use postgres::{PostgresFill, PostgresOptions, PostgresStore};
pub use shelves::{Shelves, Undo};
pub use sqlite::{SqliteFill, SqliteStore};

#[cfg(test)]
pub(crate) use postgres::tests::Database as TestDatabase;

use std::sync::mpsc::TrySendError;
use std::thread::JoinHandle;
use std::time::Duration;

/// The tables. An engine keeps each apart; the number is the name on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum TableId {
    /// What the server remembers of itself.
    Meta = 1,
    /// Accounts by id.
    Accounts = 2,
    /// Account ids by the hash of a username.
    Usernames = 3,
    /// Sessions by id.
    Sessions = 4,
    /// Records by id.
    Records = 5,
    /// Members by record and number.
    Members = 6,
    /// Which records an account is a member of.
    Reaches = 7,
    /// Writers by record and number.
    Writers = 8,
    /// Writer numbers by record, device key and account.
    Devices = 9,
    /// Stream heads by record and scope.
    Streams = 10,
    /// What the sharing stream grants, by record.
    Grants = 11,
    /// Invitations by the hash of their code.
    Invitations = 12,
    /// Care teams by id.
    Teams = 13,
    /// Which records a team looks after.
    Patients = 14,
    /// Devices that are told while their app is closed, by session.
    Pushes = 15,
    /// Their sessions, by account.
    Heard = 16,
    /// Signs that carers are to be given, by record.
    Tellings = 17,
    /// What is due, by its time.
    Due = 18,
    /// The key by which push services know the server.
    Vapid = 19,
    /// The times that a calendar follows, by account.
    Calendars = 20,
    /// Accounts by the hash of what a calendar holds.
    Follows = 21,
    /// Pictures, sound and film, by record, scope and hash.
    Media = 22,
    /// Their parts.
    MediaParts = 23,
}

impl TableId {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Meta,
        Self::Accounts,
        Self::Usernames,
        Self::Sessions,
        Self::Records,
        Self::Members,
        Self::Reaches,
        Self::Writers,
        Self::Devices,
        Self::Streams,
        Self::Grants,
        Self::Invitations,
        Self::Teams,
        Self::Patients,
        Self::Pushes,
        Self::Heard,
        Self::Tellings,
        Self::Due,
        Self::Vapid,
        Self::Calendars,
        Self::Follows,
        Self::Media,
        Self::MediaParts,
    ];
}

/// Names a log.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct LogId(pub u64);

/// An entry of a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place: rises along the log.
    pub place: u64,
    /// Its content.
    pub body: Vec<u8>,
}

/// A row with its key.
pub type Row = (Vec<u8>, Vec<u8>);

/// What can be read. Everything read through one value is of one moment.
pub trait Reads {
    /// The row with this key.
    ///
    /// # Errors
    /// [`StoreError`].
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// All rows whose keys begin so, by rising key.
    ///
    /// # Errors
    /// [`StoreError`].
    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError>;

    /// The entry at exactly this place.
    ///
    /// # Errors
    /// [`StoreError`].
    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError>;

    /// The entries after a place, in order: as many as fit into `bytes`, and
    /// one at least where there is one.
    ///
    /// # Errors
    /// [`StoreError`].
    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError>;

    /// The rows of a table after a key (from the beginning where there is none),
    /// by rising key: at most `most`. For walking all of a table in parts.
    ///
    /// # Errors
    /// [`StoreError`].
    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError>;

    /// The entries of all logs after one of them, log by log in an order of the
    /// engine's own, each log's by rising place: as many as fit into `bytes`, and
    /// one at least where there is one. For walking all of a store in parts.
    ///
    /// # Errors
    /// [`StoreError`].
    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError>;
}

/// What can be changed.
pub trait Writes: Reads {
    /// Keeps a row, in place of one with the same key.
    ///
    /// # Errors
    /// [`StoreError`].
    fn put(&mut self, table: TableId, key: &[u8], row: &[u8]) -> Result<(), StoreError>;

    /// Forgets a row, if it is there.
    ///
    /// # Errors
    /// [`StoreError`].
    fn remove(&mut self, table: TableId, key: &[u8]) -> Result<(), StoreError>;

    /// Adds an entry to a log.
    ///
    /// # Errors
    /// [`StoreError::OutOfOrder`] unless its place is beyond the last one's.
    fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError>;

    /// Puts one entry in place of all of a log's that are after `after` and up to
    /// `place`: at the place of the last of them, which must be there.
    ///
    /// # Errors
    /// [`StoreError::OutOfOrder`] where there is no entry at `place`, or it is
    /// not after `after`.
    fn gather(&mut self, log: LogId, after: u64, place: u64, body: &[u8])
    -> Result<(), StoreError>;
}

/// Whether an act's changes are to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Keep them.
    Yes,
    /// Undo all of them; other acts are not touched.
    No,
}

/// Something to be read.
pub type Look = Box<dyn FnOnce(Result<&dyn Reads, StoreError>) + Send>;

/// The doing of an act.
pub type Run = Box<dyn FnOnce(&mut dyn Writes) -> Keep + Send>;

/// The telling of what became of an act.
pub type Done = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// With what an act has to be alone.
///
/// An engine with several writers lets acts of different turns run beside each
/// other. It takes the turn before it runs the act, so that no act ever has to
/// be run twice.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Turn {
    /// With everything. Always right.
    Whole,
    /// With the rows whose keys begin so, and the logs that they name. The act
    /// changes nothing else, and decides by nothing else that such an act could
    /// change.
    Of(Vec<u8>),
}

/// Something to be done, whole or not at all.
pub struct Act {
    /// With what it has to be alone.
    pub turn: Turn,
    /// Does it.
    pub run: Run,
    /// Told once, after it is durable (or was undone on purpose), or why it is
    /// not. Where `run` was never called, this is still told.
    pub done: Done,
}

/// Keeps things.
///
/// Acts happen as if one after another, each alone with what its [`Turn`] names;
/// a look sees all acts whose
/// `done` was told before the look was asked for, and none that is half done.
pub trait Store: Send + Sync {
    /// Reads.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where too much waits already; the look is not run.
    fn read(&self, look: Look) -> Result<(), StoreError>;

    /// Writes.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where too much waits already; neither half is run.
    fn write(&self, act: Act) -> Result<(), StoreError>;

    /// Whether nobody else changes what is kept while this is open, other than
    /// what the operator's commands add beside the server: teams, invitations,
    /// and what the server remembers of itself. Where it is so, rows are kept
    /// opened in memory.
    fn writes_alone(&self) -> bool {
        false
    }

    /// For how long a row that the operator's commands may change beside the server
    /// is believed, where rows are kept in memory.
    fn believed_for(&self) -> Duration {
        Duration::from_secs(1)
    }

    /// Whether everything that is told done is also held by a second machine
    /// before it is told.
    fn safe_now(&self) -> bool {
        false
    }

    /// Passes a word to the other processes that share this store: soon, once,
    /// or not at all. Nothing may depend on it.
    fn tell(&self, word: &[u8]) {
        let _ = word;
    }

    /// Hears the words of the other processes.
    fn listen(&self, ear: Ear) {
        drop(ear);
    }

    /// What an operator may want to watch: names and numbers.
    fn gauges(&self) -> Vec<(&'static str, u64)> {
        Vec::new()
    }
}

/// What hears a word.
pub type Ear = Box<dyn Fn(&[u8]) + Send + Sync>;

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, StoreError> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(|error| StoreError::Failed(error.to_string()))
}

fn refused<T>(error: &TrySendError<T>) -> StoreError {
    match error {
        TrySendError::Full(_) => StoreError::Busy,
        TrySendError::Disconnected(_) => stopped(),
    }
}

fn stopped() -> StoreError {
    StoreError::Failed("it has stopped".to_owned())
}

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Too much waits; nothing was accepted.
    #[error("too much is waiting to be written")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The disk, the file or the engine failed.
    #[error("the database failed: {0}")]
    Failed(String),
    /// An entry's place is not beyond the last one's.
    #[error("a log entry is out of order")]
    OutOfOrder,
    /// What was read is not what was written.
    #[error("something in the database is damaged, or was sealed with another key")]
    Damaged,
    /// It has something in it.
    #[error("there is something in it already. Nothing was changed")]
    NotEmpty,
    /// There is no database.
    #[error("there is no database of What Matters")]
    Missing,
    /// A look took too long: others wait for what it holds up.
    #[error("reading took too long, and was given up")]
    TooLong,
    /// An act would change what its turn does not name. Nothing was kept.
    #[error("an act would change what is not its turn")]
    OutOfTurn,
    /// The file was made by a newer version of this program.
    #[error(
        "this database was made by a newer version of What Matters (its format is {found}, this program knows {known}). Nothing was changed. Start the newer version, or use another data folder"
    )]
    Newer {
        /// The format of the file.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
}
