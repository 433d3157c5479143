//! Reading typed rows: of one moment, or of what is in memory alone.

use std::cell::Cell;
use std::sync::Arc;

use super::seal::{Opened, open_all, open_one, typed};
use crate::keys::Keys;
use crate::store::cache::{Cache, Known, Name, Turns};
use crate::store::tables::{Key, Meta, MetaRow, ReadKey, Table};
use crate::store::{Entry, LogId, Reads, Row, StoreError, TableId};

/// Reads typed rows at one moment.
pub struct Page<'a> {
    pub(super) reads: &'a dyn Reads,
    pub(super) keys: &'a Keys,
    /// What is known, and the turns in which this look began.
    pub(super) cache: Option<(&'a Cache, &'a Turns)>,
}

/// The engine where only what is in memory may be looked at.
#[derive(Default)]
pub(super) struct MemoryAlone {
    /// Whether something else was asked for.
    pub(super) missed: Cell<bool>,
}

/// A row opened.
pub type Plain = Arc<Opened>;

/// Rows opened, with their keys.
pub type Plains = Arc<[(Vec<u8>, Plain)]>;

/// A typed row with its key.
pub type Found<T> = (<T as Table>::Key, <T as Table>::Row);

/// Reads rows: a [`Page`], or a [`Pen`], which sees what it wrote.
pub trait Read {
    /// The untyped tables.
    fn reads(&self) -> &dyn Reads;

    /// The keys that rows are sealed with.
    fn keys(&self) -> &Keys;

    /// A row, opened.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Damaged`] where it does not open.
    fn plain(&self, table: TableId, key: &[u8]) -> Result<Option<Plain>, StoreError> {
        open_one(self.reads(), self.keys(), table, key)
    }

    /// Rows, opened, by rising key.
    ///
    /// # Errors
    /// As [`Read::plain`].
    fn plain_list(&self, table: TableId, prefix: &[u8]) -> Result<Plains, StoreError> {
        open_all(self.reads(), self.keys(), table, prefix)
    }

    /// A row.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Damaged`] where it does not open.
    fn get<T: Table>(&self, _table: T, key: &T::Key) -> Result<Option<T::Row>, StoreError> {
        let plain = self.plain(T::ID, &key.bytes())?;
        // Somebody else holds it too where it stays in memory.
        plain.map(|plain| typed::<T>(&plain, Arc::strong_count(&plain) > 1)).transpose()
    }

    /// The rows whose keys begin with `prefix`, by rising key.
    ///
    /// # Errors
    /// As [`Read::get`].
    fn list<T: Table>(&self, _table: T, prefix: &impl Key) -> Result<Vec<Found<T>>, StoreError>
    where
        T::Key: ReadKey,
    {
        let list = self.plain_list(T::ID, &prefix.bytes())?;
        let stays = Arc::strong_count(&list) > 1;
        list.iter()
            .map(|(key, plain)| {
                Ok((T::Key::read(key).ok_or(StoreError::Damaged)?, typed::<T>(plain, stays)?))
            })
            .collect()
    }

    /// What the server remembers of itself.
    ///
    /// # Errors
    /// As [`Read::get`].
    fn meta(&self) -> Result<MetaRow, StoreError> {
        Ok(self.get(Meta, &())?.unwrap_or_default())
    }

    /// As [`Reads::entry`].
    ///
    /// # Errors
    /// [`StoreError`].
    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.reads().entry(log, place)
    }

    /// As [`Reads::entries`].
    ///
    /// # Errors
    /// [`StoreError`].
    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        self.reads().entries(log, after, bytes)
    }
}

impl Read for Page<'_> {
    fn reads(&self) -> &dyn Reads {
        self.reads
    }

    fn keys(&self) -> &Keys {
        self.keys
    }

    fn plain(&self, table: TableId, key: &[u8]) -> Result<Option<Plain>, StoreError> {
        let read = || open_one(self.reads, self.keys, table, key);
        let Some(((cache, turns), name)) = self.cache.zip(Name::row(table, key)) else {
            return read();
        };
        if let Some(known) = cache.get(&name) {
            return known.into_row();
        }
        let row = read()?;
        cache.learn(turns, name, &Known::Row(row.clone()));
        Ok(row)
    }

    fn plain_list(&self, table: TableId, prefix: &[u8]) -> Result<Plains, StoreError> {
        let read = || open_all(self.reads, self.keys, table, prefix);
        let Some(((cache, turns), name)) = self.cache.zip(Name::list(table, prefix)) else {
            return read();
        };
        if let Some(known) = cache.get(&name) {
            return known.into_list();
        }
        let list = read()?;
        cache.learn(turns, name, &Known::List(Arc::clone(&list)));
        Ok(list)
    }
}

impl MemoryAlone {
    fn miss<T>(&self) -> Result<T, StoreError> {
        self.missed.set(true);
        Err(StoreError::Busy)
    }
}

impl Reads for MemoryAlone {
    fn get(&self, _: TableId, _: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.miss()
    }

    fn list(&self, _: TableId, _: &[u8]) -> Result<Vec<Row>, StoreError> {
        self.miss()
    }

    fn entry(&self, _: LogId, _: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.miss()
    }

    fn entries(&self, _: LogId, _: u64, _: usize) -> Result<Vec<Entry>, StoreError> {
        self.miss()
    }

    fn rows_after(&self, _: TableId, _: Option<&[u8]>, _: usize) -> Result<Vec<Row>, StoreError> {
        self.miss()
    }

    fn all_entries(
        &self,
        _: Option<(LogId, u64)>,
        _: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        self.miss()
    }
}
