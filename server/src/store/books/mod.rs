//! The books: typed and sealed tables over any [`Store`], for code that waits.
//!
//! Every row is sealed before an engine sees it, bound to its table and key, so
//! that the file names nobody and rows cannot be moved about. Rules that need
//! several rows run inside one act ([`Books::write`]), which is whole or not at
//! all and is answered only once it is durable.
//!
//! Rows that every request looks at stay opened in memory ([`Cache`]) where one
//! hand writes; [`Books::glance`] then answers without asking the engine at all.

mod page;
mod pen;
mod seal;

use std::sync::{Arc, Mutex, PoisonError};

use self::page::MemoryAlone;
use self::seal::gone;
use super::cache::{Cache, Known, Name, Turns};
use super::tables::Key;
use super::{Act, Keep, Store, StoreError, TableId, Turn};
use crate::chance::Chance;
use crate::keys::Keys;

pub use self::page::{Found, Page, Plain, Plains, Read};
pub use self::pen::Pen;
pub use self::seal::Opened;
pub(super) use self::seal::{open, plain, seal, typed};

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

impl Books {
    /// Over a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, keys: Arc<Keys>, chance: Arc<dyn Chance>) -> Self {
        let cache = store.writes_alone().then(|| Arc::new(Cache::new(store.believed_for())));
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
