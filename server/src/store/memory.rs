//! The memory engine: for tests. Nothing outlives it.

use std::sync::{Mutex, PoisonError};

use super::copy::Fill;
use super::{Act, Entry, Keep, LogId, Look, Reads, Shelves, Store, StoreError, TableId};

/// Keeps everything in memory.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Shelves>);

impl Store for MemoryStore {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        let shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        look(Ok(&*shelves));
        Ok(())
    }

    fn write(&self, act: Act) -> Result<(), StoreError> {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (keep, undo) = shelves.run(act.run);
        if keep == Keep::No {
            shelves.undo(undo);
        }
        drop(shelves);
        (act.done)(Ok(()));
        Ok(())
    }
}

/// A memory that is being filled.
#[derive(Debug)]
pub struct MemoryFill<'a>(&'a MemoryStore, Shelves);

impl MemoryStore {
    /// Begins to fill it, in place of whatever is there.
    #[must_use]
    pub fn fill(&self) -> MemoryFill<'_> {
        MemoryFill(self, Shelves::default())
    }
}

impl Fill for MemoryFill<'_> {
    fn put(&mut self, table: TableId, key: Vec<u8>, row: Vec<u8>) -> Result<(), StoreError> {
        self.1.put(table, key, row);
        Ok(())
    }

    fn append(&mut self, log: LogId, entry: Entry) -> Result<(), StoreError> {
        self.1.append(log, entry);
        Ok(())
    }

    fn look(
        &mut self,
        look: &mut dyn FnMut(&dyn Reads) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        look(&self.1)
    }

    fn finish(self: Box<Self>) -> Result<(), StoreError> {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = self.1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_a_store_keeps() {
        super::super::conformance::run(&|| MemoryStore::default());
    }
}
