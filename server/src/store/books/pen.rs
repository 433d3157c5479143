//! Reading and changing typed rows, within one act.

use record::RecordId;
use record::mutation::{self, Mutation};

use super::page::{Plain, Read};
use super::seal::{Opened, failed, open_one, plain, seal};
use crate::chance::{Chance, draw};
use crate::clock::Moment;
use crate::keys::Keys;
use crate::store::cache::{Cache, Known, Name};
use crate::store::tables::{Key, Table};
use crate::store::{LogId, Reads, StoreError, TableId, Turn, Writes};

/// Reads and changes typed rows, within one act.
pub struct Pen<'a> {
    pub(super) writes: &'a mut dyn Writes,
    pub(super) keys: &'a Keys,
    pub(super) chance: &'a dyn Chance,
    pub(super) turn: &'a Turn,
    pub(super) cache: Option<&'a Cache>,
    /// The rows that this act changed, as they are after it.
    pub(super) changed: &'a mut Vec<(Name, Known)>,
}

impl Read for Pen<'_> {
    fn reads(&self) -> &dyn Reads {
        &*self.writes
    }

    fn keys(&self) -> &Keys {
        self.keys
    }

    fn plain(&self, table: TableId, key: &[u8]) -> Result<Option<Plain>, StoreError> {
        let read = || open_one(&*self.writes, self.keys, table, key);
        let Some((cache, name)) = self.cache.zip(Name::row(table, key)) else {
            return read();
        };
        if let Some(known) = cache.get_in_act(&name) {
            return known.into_row();
        }
        let row = read()?;
        cache.learn_in_act(name, &Known::Row(row.clone()));
        Ok(row)
    }
}

impl Pen<'_> {
    /// Keeps a row.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put<T: Table>(
        &mut self,
        _table: T,
        key: &T::Key,
        row: &T::Row,
    ) -> Result<(), StoreError> {
        let key = key.bytes();
        self.in_turn(&key)?;
        let plain = plain::<T>(row)?;
        let sealed = seal(self.keys, T::ID, &key, &plain, self.chance)?;
        self.change(T::ID, &key, || Some(Opened::of::<T>(row, plain)));
        self.writes.put(T::ID, &key, &sealed)
    }

    /// Says that a row changes, before it does.
    fn change(&mut self, table: TableId, key: &[u8], now: impl FnOnce() -> Option<Plain>) {
        if let Some((cache, name)) = self.cache.zip(Name::row(table, key))
            && !mutation::is(Mutation::CacheStale)
        {
            cache.touch(&name);
            self.changed.push((name, Known::Row(now())));
        }
    }

    /// Forgets a row.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove<T: Table>(&mut self, _table: T, key: &T::Key) -> Result<(), StoreError> {
        let key = key.bytes();
        self.in_turn(&key)?;
        self.change(T::ID, &key, || None);
        self.writes.remove(T::ID, &key)
    }

    /// As [`Writes::append`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        self.writes.append(log, place, body)
    }

    /// As [`Writes::gather`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn gather(
        &mut self,
        log: LogId,
        after: u64,
        place: u64,
        body: &[u8],
    ) -> Result<(), StoreError> {
        self.writes.gather(log, after, place, body)
    }

    /// The number of a new log of a record. Its upper half says where the record
    /// is at home, as the record's own rows do, so that an engine can keep both
    /// together; its lower half is drawn, so that no counter is shared.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn new_log(&mut self, record: RecordId) -> Result<LogId, StoreError> {
        let home: [u8; 4] = std::array::from_fn(|at| record.0[at]);
        let home = u64::from(u32::from_be_bytes(home)) << 32;
        loop {
            let drawn = u32::from_be_bytes(draw(self.chance).map_err(failed)?);
            let log = LogId(home | u64::from(drawn));
            if self.entries(log, 0, 1)?.is_empty() {
                return Ok(log);
            }
        }
    }

    /// When something arrives that arrives now: never before what a backup says
    /// that it holds.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn arrival(&self, now: Moment) -> Result<Moment, StoreError> {
        Ok(now.max(Moment(self.meta()?.floor)))
    }

    fn in_turn(&self, key: &[u8]) -> Result<(), StoreError> {
        match self.turn {
            Turn::Of(beginning) if !key.starts_with(beginning) => Err(StoreError::OutOfTurn),
            _ => Ok(()),
        }
    }

    /// Where this act's random bytes come from.
    #[must_use]
    pub fn chance(&self) -> &dyn Chance {
        self.chance
    }
}
