//! The books: typed and sealed tables over any [`Store`], for code that waits.
//!
//! Every row is sealed before an engine sees it, bound to its table and key, so
//! that the file names nobody and rows cannot be moved about. Rules that need
//! several rows run inside one act ([`Books::write`]), which is whole or not at
//! all and is answered only once it is durable.

use std::sync::{Arc, Mutex, PoisonError};

use super::tables::{Key, Meta, MetaRow, ReadKey, Table};
use super::{Act, Entry, Keep, LogId, Reads, Store, StoreError, Writes};
use crate::chance::Chance;
use crate::keys::Keys;

/// Everything the server keeps.
#[derive(Clone)]
pub struct Books {
    store: Arc<dyn Store>,
    keys: Arc<Keys>,
    chance: Arc<dyn Chance>,
}

impl std::fmt::Debug for Books {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Books")
    }
}

/// Reads typed rows at one moment.
pub struct Page<'a> {
    reads: &'a dyn Reads,
    keys: &'a Keys,
}

/// Reads and changes typed rows, within one act.
pub struct Pen<'a> {
    writes: &'a mut dyn Writes,
    keys: &'a Keys,
    chance: &'a dyn Chance,
}

/// A typed row with its key.
pub type Found<T> = (<T as Table>::Key, <T as Table>::Row);

/// Reads rows: a [`Page`], or a [`Pen`], which sees what it wrote.
pub trait Read {
    /// The untyped tables.
    fn reads(&self) -> &dyn Reads;

    /// The keys that rows are sealed with.
    fn keys(&self) -> &Keys;

    /// A row.
    ///
    /// # Errors
    /// [`StoreError`]; [`StoreError::Damaged`] where it does not open.
    fn get<T: Table>(&self, _table: T, key: &T::Key) -> Result<Option<T::Row>, StoreError> {
        let key = key.bytes();
        self.reads()
            .get(T::ID, &key)?
            .map(|sealed| open::<T>(self.keys(), &key, sealed))
            .transpose()
    }

    /// The rows whose keys begin with `prefix`, by rising key.
    ///
    /// # Errors
    /// As [`Read::get`].
    fn list<T: Table>(&self, _table: T, prefix: &impl Key) -> Result<Vec<Found<T>>, StoreError>
    where
        T::Key: ReadKey,
    {
        self.reads()
            .list(T::ID, &prefix.bytes())?
            .into_iter()
            .map(|(key, sealed)| {
                let row = open::<T>(self.keys(), &key, sealed)?;
                Ok((T::Key::read(&key).ok_or(StoreError::Damaged)?, row))
            })
            .collect()
    }

    /// What the server remembers of itself.
    ///
    /// # Errors
    /// As [`Read::get`].
    fn meta(&self) -> Result<MetaRow, StoreError> {
        Ok(self.get(Meta, &())?.unwrap_or(MetaRow { epoch: 1, next_log: 1, safe_before: 0 }))
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
}

impl Read for Pen<'_> {
    fn reads(&self) -> &dyn Reads {
        &*self.writes
    }

    fn keys(&self) -> &Keys {
        self.keys
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
        let plain = serde_json::to_vec(row).map_err(failed)?;
        let sealed =
            self.keys.seal_row(&place(T::ID as u8, &key), &plain, self.chance).map_err(failed)?;
        self.writes.put(T::ID, &key, &sealed)
    }

    /// Forgets a row.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove<T: Table>(&mut self, _table: T, key: &T::Key) -> Result<(), StoreError> {
        self.writes.remove(T::ID, &key.bytes())
    }

    /// As [`Writes::append`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        self.writes.append(log, place, body)
    }

    /// The number of a new log.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn new_log(&mut self) -> Result<LogId, StoreError> {
        let mut meta = self.meta()?;
        let log = LogId(meta.next_log);
        meta.next_log += 1;
        self.put(Meta, &(), &meta)?;
        Ok(log)
    }

    /// Where this act's random bytes come from.
    #[must_use]
    pub fn chance(&self) -> &dyn Chance {
        self.chance
    }
}

impl Books {
    /// Over a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, keys: Arc<Keys>, chance: Arc<dyn Chance>) -> Self {
        Self { store, keys, chance }
    }

    /// The server's keys.
    #[must_use]
    pub fn keys(&self) -> &Arc<Keys> {
        &self.keys
    }

    /// Where random bytes come from.
    #[must_use]
    pub fn chance(&self) -> &Arc<dyn Chance> {
        &self.chance
    }

    /// Reads.
    ///
    /// # Errors
    /// What `look` says, or why it could not be asked.
    pub async fn read<T, E>(
        &self,
        look: impl FnOnce(&Page<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (tell, told) = tokio::sync::oneshot::channel();
        let keys = Arc::clone(&self.keys);
        self.store.read(Box::new(move |reads| {
            let outcome = match reads {
                Ok(reads) => look(&Page { reads, keys: &keys }),
                Err(error) => Err(error.into()),
            };
            // Whoever asked may have gone.
            let _ = tell.send(outcome);
        }))?;
        told.await.unwrap_or_else(|_| Err(gone().into()))
    }

    /// Does something, whole or not at all: an error undoes it. Answers once it
    /// is durable.
    ///
    /// # Errors
    /// What `act` says, or why it could not be done.
    pub async fn write<T, E>(
        &self,
        act: impl FnOnce(&mut Pen<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (tell, told) = tokio::sync::oneshot::channel();
        let answer: Arc<Mutex<Option<Result<T, E>>>> = Arc::default();
        let (keys, chance) = (Arc::clone(&self.keys), Arc::clone(&self.chance));
        let said = Arc::clone(&answer);
        self.store.write(Act {
            run: Box::new(move |writes| {
                let outcome = act(&mut Pen { writes, keys: &keys, chance: &*chance });
                let keep = if outcome.is_ok() { Keep::Yes } else { Keep::No };
                *said.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
                keep
            }),
            done: Box::new(move |outcome| {
                let said = answer.lock().unwrap_or_else(PoisonError::into_inner).take();
                let _ = tell.send(match (outcome, said) {
                    (Err(error), _) => Err(error.into()),
                    (Ok(()), Some(said)) => said,
                    (Ok(()), None) => Err(gone().into()),
                });
            }),
        })?;
        told.await.unwrap_or_else(|_| Err(gone().into()))
    }
}

fn open<T: Table>(keys: &Keys, key: &[u8], sealed: Vec<u8>) -> Result<T::Row, StoreError> {
    let plain = keys.open_row(&place(T::ID as u8, key), sealed).map_err(|_| StoreError::Damaged)?;
    serde_json::from_slice(&plain).map_err(|_| StoreError::Damaged)
}

fn place(table: u8, key: &[u8]) -> Vec<u8> {
    let mut place = vec![table];
    place.extend_from_slice(key);
    place
}

fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(error.to_string())
}

fn gone() -> StoreError {
    StoreError::Failed("the store stopped before it answered".to_owned())
}
