//! This device's memory: the core's rows and values, and the signing key.
//!
//! [`Memory`] answers the store and the keys port. Below it are two shelves that
//! pass one conformance suite: one in RAM (`ram`) and one in SQLite
//! (`sqlite`); `seal` is how bodies are sealed, `place` is where a
//! platform keeps the file.
//!
//! A store that cannot be read is never written: whatever is wrong with it, it
//! stays as it was until the person says [`StoreOperation::Erase`].

#[cfg(test)]
mod conformance;
mod place;
#[cfg(target_arch = "wasm32")]
mod pool;
mod ram;
mod seal;
mod sqlite;
#[cfg(test)]
mod tests;

use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{Ed25519KeyPair, KeyPair};
use shared::effects::keys::{KeysOperation, KeysOutput};
use shared::effects::store::{LogRow, Opened, StoreOperation, StoreOutput, StoreProblem, Write};

use crate::config::{SealingKey, Storage};
use crate::ports::{MemoryJob, Turn};
pub(crate) use place::Place;
use ram::Ram;
use sqlite::Sqlite;

/// Names beginning so are the device's own; the core neither sees nor writes them.
const RESERVED: &str = "device.";
/// The seed of the signing key.
const SEED: &str = "device.seed";

/// What a store can do, whatever it is made of. Every body is the core's own
/// bytes: sealing is the shelf's business.
pub(crate) trait Shelf {
    /// Everything that does not lie [`APART`](shared::effects::store::APART), the
    /// device's own values included; rows by slot, then by position.
    fn read(&mut self) -> Result<Opened, StoreProblem>;
    /// The rows of one log, by position.
    fn rows(&mut self, slot: u64) -> Result<Vec<LogRow>, StoreProblem>;
    /// One row of a log.
    fn row(&mut self, slot: u64, position: u64) -> Result<Option<LogRow>, StoreProblem>;
    /// One value.
    fn value(&mut self, key: &str) -> Result<Option<Vec<u8>>, StoreProblem>;
    /// All of these or none; durable when it returns.
    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreProblem>;
}

/// A device's memory. Opens at the first use; after a failure, tries again at
/// the next.
pub struct Memory {
    place: Place,
    key: SealingKey,
    shelf: Option<Box<dyn Shelf + Send>>,
    signing: Option<Ed25519KeyPair>,
}

impl Memory {
    /// A memory at a place; nothing is touched yet.
    #[must_use]
    pub fn new(storage: Storage, key: SealingKey) -> Self {
        Self::at(Place::from(storage), key)
    }

    /// A memory in the browser's private file system, under this name, or in RAM
    /// where there is none. For a dedicated worker.
    ///
    /// # Errors
    ///
    /// [`StoreProblem::Unavailable`] where another tab or worker holds it, and
    /// still does after about five seconds.
    #[cfg(target_arch = "wasm32")]
    pub async fn in_browser(name: &str, key: SealingKey) -> Result<Self, StoreProblem> {
        Ok(Self::at(Place::in_browser(name).await?, key))
    }

    pub(crate) fn at(place: Place, key: SealingKey) -> Self {
        Self { place, key, shelf: None, signing: None }
    }

    /// Answers the store port.
    pub fn store(&mut self, operation: StoreOperation) -> StoreOutput {
        let answer = match operation {
            StoreOperation::Open => self.open().map(StoreOutput::Opened),
            StoreOperation::Rows { slot } => {
                self.shelf().and_then(|shelf| shelf.rows(slot)).map(StoreOutput::Rows)
            }
            StoreOperation::Row { slot, position } => {
                let row = self.shelf().and_then(|shelf| shelf.row(slot, position));
                row.map(|row| StoreOutput::Rows(row.into_iter().collect()))
            }
            StoreOperation::Commit(writes) => self.commit(&writes).map(|()| StoreOutput::Done),
            StoreOperation::Erase => self.erase().map(|()| StoreOutput::Done),
        };
        answer.unwrap_or_else(StoreOutput::Failed)
    }

    /// Answers the keys port.
    pub fn keys(&mut self, operation: KeysOperation) -> KeysOutput {
        let answer = match operation {
            KeysOperation::Public => self.signing().map(public),
            KeysOperation::Sign(bytes) => {
                self.signing().map(|key| KeysOutput::Signature(key.sign(&bytes).as_ref().to_vec()))
            }
            KeysOperation::Renew => self.renew().map(public),
        };
        answer.unwrap_or(KeysOutput::Failed)
    }

    pub(crate) fn answer(&mut self, job: MemoryJob) -> Turn {
        match job {
            MemoryJob::Store(id, operation) => Turn::Store(id, self.store(operation)),
            MemoryJob::Keys(id, operation) => Turn::Keys(id, self.keys(operation)),
        }
    }

    fn open(&mut self) -> Result<Opened, StoreProblem> {
        let durable = self.place.durable();
        let mut opened = self.shelf()?.read()?;
        opened.durable = durable;
        opened.values.retain(|(key, _)| !key.starts_with(RESERVED));
        Ok(opened)
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreProblem> {
        let reserved = |write: &Write| match write {
            Write::Put { key, .. } | Write::Forget { key } => key.starts_with(RESERVED),
            Write::Append { .. } | Write::Remove { .. } => false,
        };
        if writes.iter().any(reserved) {
            return Err(StoreProblem::Unavailable);
        }
        self.write(writes)
    }

    fn write(&mut self, writes: &[Write]) -> Result<(), StoreProblem> {
        let done = self.shelf()?.commit(writes);
        if done == Err(StoreProblem::Unavailable) {
            // After a failed flush nobody knows what the connection believes to
            // be on disk; a fresh one reads what is.
            self.shelf = None;
        }
        done
    }

    fn erase(&mut self) -> Result<(), StoreProblem> {
        match self.shelf().map(|_| ()) {
            // A file in use elsewhere, or out of reach, is not ours to remove.
            Err(problem @ StoreProblem::Unavailable) => return Err(problem),
            Ok(()) | Err(StoreProblem::Full | StoreProblem::Newer | StoreProblem::Unreadable) => {}
        }
        self.shelf = None;
        self.signing = None;
        self.place.remove()?;
        self.shelf().map(|_| ())
    }

    fn shelf(&mut self) -> Result<&mut (dyn Shelf + Send + 'static), StoreProblem> {
        if self.shelf.is_none() {
            self.shelf = Some(match &self.place {
                Place::Ram => Box::new(Ram::default()),
                place => Box::new(Sqlite::open(place, &self.key)?),
            });
        }
        self.shelf.as_deref_mut().ok_or(StoreProblem::Unavailable)
    }

    fn signing(&mut self) -> Result<&Ed25519KeyPair, StoreProblem> {
        if self.signing.is_none() {
            match self.shelf()?.value(SEED)? {
                Some(seed) => self.signing = Some(pair(&seed)?),
                None => return self.renew(),
            }
        }
        self.signing.as_ref().ok_or(StoreProblem::Unavailable)
    }

    fn renew(&mut self) -> Result<&Ed25519KeyPair, StoreProblem> {
        let mut seed = zeroize::Zeroizing::new([0; 32]);
        SystemRandom::new().fill(seed.as_mut()).map_err(|_| StoreProblem::Unavailable)?;
        let made = pair(seed.as_ref())?;
        self.write(&[Write::Put { key: SEED.into(), body: seed.to_vec() }])?;
        Ok(self.signing.insert(made))
    }
}

fn pair(seed: &[u8]) -> Result<Ed25519KeyPair, StoreProblem> {
    Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| StoreProblem::Unreadable)
}

fn public(key: &Ed25519KeyPair) -> KeysOutput {
    KeysOutput::Public(key.public_key().as_ref().to_vec())
}
