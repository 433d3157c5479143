//! The books: typed and sealed tables over any [`Store`], for code that waits.
//!
//! Every row is sealed before an engine sees it, bound to its table and key, so
//! that the file names nobody and rows cannot be moved about. Rules that need
//! several rows run inside one act ([`Books::write`]), which is whole or not at
//! all and is answered only once it is durable.
//!
//! Rows that every request looks at stay opened in memory ([`Cache`]) where one
//! hand writes; [`Books::glance`] then answers without asking the engine at all.

use std::cell::Cell;
use std::sync::{Arc, Mutex, PoisonError};

use super::cache::{Cache, Known, Name, Turns};
use super::tables::{Key, Meta, MetaRow, ReadKey, Table};
use super::{Act, Entry, Keep, LogId, Reads, Row, Store, StoreError, TableId, Turn, Writes};
use record::RecordId;

use crate::chance::{Chance, draw};
use crate::clock::Moment;
use crate::keys::Keys;

/// Everything the server keeps.
#[derive(Clone)]
pub struct Books {
    store: Arc<dyn Store>,
    keys: Arc<Keys>,
    chance: Arc<dyn Chance>,
    /// None where somebody else may write too.
    cache: Option<Arc<Cache>>,
    /// Says to other programs that the data folder is in use.
    _held: Option<Arc<std::fs::File>>,
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
    /// What is known, and the turns in which this look began.
    cache: Option<(&'a Cache, &'a Turns)>,
}

/// Reads and changes typed rows, within one act.
pub struct Pen<'a> {
    writes: &'a mut dyn Writes,
    keys: &'a Keys,
    chance: &'a dyn Chance,
    turn: &'a Turn,
    cache: Option<&'a Cache>,
    /// The rows that this act changed, as they are after it.
    changed: &'a mut Vec<(Name, Known)>,
}

/// The engine where only what is in memory may be looked at.
#[derive(Default)]
struct MemoryAlone {
    /// Whether something else was asked for.
    missed: Cell<bool>,
}

/// A row opened, before its type is read.
type Plain = Arc<[u8]>;

/// Rows opened, with their keys.
type Plains = Arc<[(Vec<u8>, Plain)]>;

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
        self.plain(T::ID, &key.bytes())?.map(|plain| typed::<T>(&plain)).transpose()
    }

    /// The rows whose keys begin with `prefix`, by rising key.
    ///
    /// # Errors
    /// As [`Read::get`].
    fn list<T: Table>(&self, _table: T, prefix: &impl Key) -> Result<Vec<Found<T>>, StoreError>
    where
        T::Key: ReadKey,
    {
        self.plain_list(T::ID, &prefix.bytes())?
            .iter()
            .map(|(key, plain)| {
                Ok((T::Key::read(key).ok_or(StoreError::Damaged)?, typed::<T>(plain)?))
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
        self.change(T::ID, &key, || Some(plain.into()));
        self.writes.put(T::ID, &key, &sealed)
    }

    /// Says that a row changes, before it does.
    fn change(&mut self, table: TableId, key: &[u8], now: impl FnOnce() -> Option<Plain>) {
        if let Some((cache, name)) = self.cache.zip(Name::row(table, key)) {
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

impl Books {
    /// Over a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, keys: Arc<Keys>, chance: Arc<dyn Chance>) -> Self {
        let cache = store.writes_alone().then(Arc::default);
        Self { store, keys, chance, cache, _held: None }
    }

    /// The same, which holds a data folder's lock for as long as it is there.
    #[must_use]
    pub fn holding(self, lock: std::fs::File) -> Self {
        Self { _held: Some(Arc::new(lock)), ..self }
    }

    /// The server's keys.
    #[must_use]
    pub fn keys(&self) -> &Arc<Keys> {
        &self.keys
    }

    /// What keeps them.
    #[must_use]
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
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
        // The turns of before the engine settles on a moment.
        let cache = self.cache.as_ref().map(|cache| (Arc::clone(cache), cache.turns()));
        self.store.read(Box::new(move |reads| {
            let outcome = match reads {
                Ok(reads) => {
                    // The engine settles on its moment with the first row it
                    // reads: before anything is taken from memory, so that what
                    // is may be newer than what it goes with, and never older.
                    if cache.is_some()
                        && let Err(error) = reads.get(TableId::Meta, &[])
                    {
                        let _ = tell.send(Err(error.into()));
                        return;
                    }
                    let cache = cache.as_ref().map(|(cache, turns)| (&**cache, turns));
                    look(&Page { reads, keys: &keys, cache })
                }
                Err(error) => Err(error.into()),
            };
            // Whoever asked may have gone.
            let _ = tell.send(outcome);
        }))?;
        told.await.unwrap_or_else(|_| Err(gone().into()))
    }

    /// Reads what is most likely in memory: without asking the engine where all
    /// of it is, and as [`Books::read`] where not. `look` may be called twice.
    ///
    /// # Errors
    /// As [`Books::read`].
    pub async fn glance<T, E>(
        &self,
        look: impl Fn(&Page<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        if let Some(outcome) = self.in_memory(&look) {
            return outcome;
        }
        self.read(look).await
    }

    /// What `look` sees in memory alone; none where that is not all it asks for.
    fn in_memory<T, E>(&self, look: &impl Fn(&Page<'_>) -> Result<T, E>) -> Option<Result<T, E>> {
        let cache = self.cache.as_ref()?;
        let memory = MemoryAlone::default();
        // Nothing is learned from a look that reads nothing.
        let turns = Turns::never();
        let outcome =
            look(&Page { reads: &memory, keys: &self.keys, cache: Some((cache, &turns)) });
        (!memory.missed.get()).then_some(outcome)
    }

    /// Does something, whole or not at all: an error undoes it. Answers once it
    /// is durable. Nothing else is done meanwhile, on any server: for what is
    /// rare, or concerns more than one record.
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
        self.write_in(Turn::Whole, act).await
    }

    /// As [`Books::write`], for what changes one record alone, or one session:
    /// rows whose keys begin with its id, and its logs. Acts of others may happen
    /// beside it, so it must decide by nothing else that such an act could change.
    ///
    /// # Errors
    /// As [`Books::write`]; [`StoreError::OutOfTurn`] where it would change
    /// anything else.
    pub async fn write_of<T, E>(
        &self,
        whose: &impl Key,
        act: impl FnOnce(&mut Pen<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.write_in(Turn::Of(whose.bytes()), act).await
    }

    /// As [`Books::write`], for whoever waits without a runtime.
    ///
    /// # Errors
    /// As [`Books::write`].
    pub fn write_now<T, E>(
        &self,
        act: impl FnOnce(&mut Pen<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (tell, told) = std::sync::mpsc::channel();
        self.begin(Turn::Whole, act, move |said| {
            // Whoever asked waits.
            let _ = tell.send(said);
        })?;
        told.recv().unwrap_or_else(|_| Err(gone().into()))
    }

    async fn write_in<T, E>(
        &self,
        turn: Turn,
        act: impl FnOnce(&mut Pen<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (tell, told) = tokio::sync::oneshot::channel();
        self.begin(turn, act, move |said| {
            // Whoever asked may have gone.
            let _ = tell.send(said);
        })?;
        told.await.unwrap_or_else(|_| Err(gone().into()))
    }

    /// Begins to do something; `tell` is told what became of it.
    fn begin<T, E>(
        &self,
        turn: Turn,
        act: impl FnOnce(&mut Pen<'_>) -> Result<T, E> + Send + 'static,
        tell: impl FnOnce(Result<T, E>) + Send + 'static,
    ) -> Result<(), StoreError>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let answer: Arc<Mutex<Option<Result<T, E>>>> = Arc::default();
        let (keys, chance) = (Arc::clone(&self.keys), Arc::clone(&self.chance));
        let (said, held) = (Arc::clone(&answer), turn.clone());
        let cache = self.cache.clone();
        let journal: Arc<Mutex<Vec<(Name, Known)>>> = Arc::default();
        let (cached, changed) = (cache.clone(), Arc::clone(&journal));
        self.store.write(Act {
            turn,
            run: Box::new(move |writes| {
                let mut changed = changed.lock().unwrap_or_else(PoisonError::into_inner);
                let outcome = act(&mut Pen {
                    writes,
                    keys: &keys,
                    chance: &*chance,
                    turn: &held,
                    cache: cached.as_deref(),
                    changed: &mut changed,
                });
                let keep = if outcome.is_ok() { Keep::Yes } else { Keep::No };
                *said.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome);
                keep
            }),
            done: Box::new(move |outcome| {
                let said = answer.lock().unwrap_or_else(PoisonError::into_inner).take();
                let kept = outcome.is_ok() && said.as_ref().is_some_and(Result::is_ok);
                if let Some(cache) = cache {
                    let mut journal = journal.lock().unwrap_or_else(PoisonError::into_inner);
                    for (name, now) in journal.drain(..) {
                        cache.told(&name, kept.then_some(now));
                    }
                }
                tell(match (outcome, said) {
                    (Err(error), _) => Err(error.into()),
                    (Ok(()), Some(said)) => said,
                    (Ok(()), None) => Err(gone().into()),
                });
            }),
        })
    }
}

fn open_one(
    reads: &dyn Reads,
    keys: &Keys,
    table: TableId,
    key: &[u8],
) -> Result<Option<Plain>, StoreError> {
    reads.get(table, key)?.map(|sealed| open(keys, table, key, sealed)).transpose()
}

fn open_all(
    reads: &dyn Reads,
    keys: &Keys,
    table: TableId,
    prefix: &[u8],
) -> Result<Plains, StoreError> {
    reads
        .list(table, prefix)?
        .into_iter()
        .map(|(key, sealed)| {
            let plain = open(keys, table, &key, sealed)?;
            Ok((key, plain))
        })
        .collect()
}

pub(super) fn open(
    keys: &Keys,
    table: TableId,
    key: &[u8],
    sealed: Vec<u8>,
) -> Result<Plain, StoreError> {
    let plain = keys.open_row(&place(table as u8, key), sealed);
    Ok(plain.map_err(|_| StoreError::Damaged)?.into())
}

pub(super) fn typed<T: Table>(plain: &[u8]) -> Result<T::Row, StoreError> {
    serde_json::from_slice(plain).map_err(|_| StoreError::Damaged)
}

pub(super) fn plain<T: Table>(row: &T::Row) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(row).map_err(failed)
}

pub(super) fn seal(
    keys: &Keys,
    table: TableId,
    key: &[u8],
    plain: &[u8],
    chance: &dyn Chance,
) -> Result<Vec<u8>, StoreError> {
    keys.seal_row(&place(table as u8, key), plain, chance).map_err(failed)
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
