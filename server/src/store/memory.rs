//! The memory engine: for tests and simulated worlds. Nothing outlives it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Act, Entry, Keep, LogId, Look, Reads, Row, Store, StoreError, TableId, Writes};

type Key = (TableId, Vec<u8>);

/// Keeps everything in memory.
#[derive(Debug, Default)]
pub struct MemoryStore(Mutex<Shelves>);

#[derive(Debug, Default)]
struct Shelves {
    rows: BTreeMap<Key, Vec<u8>>,
    logs: BTreeMap<LogId, BTreeMap<u64, Vec<u8>>>,
}

/// The shelves during one act, and how to undo it.
struct Working<'a> {
    shelves: &'a mut Shelves,
    undo: Vec<Undo>,
}

enum Undo {
    Row(Key, Option<Vec<u8>>),
    Entry(LogId, u64),
}

impl Reads for Shelves {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.rows.get(&(table, key.to_vec())).cloned())
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        Ok(self
            .rows
            .range((table, prefix.to_vec())..)
            .take_while(|((found, key), _)| *found == table && key.starts_with(prefix))
            .map(|((_, key), row)| (key.clone(), row.clone()))
            .collect())
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.logs.get(&log).and_then(|log| log.get(&place)).cloned())
    }

    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        let mut found = Vec::new();
        let mut size = 0;
        let from = after.saturating_add(1);
        for (place, body) in self.logs.get(&log).into_iter().flat_map(|log| log.range(from..)) {
            size += body.len();
            if size > bytes && !found.is_empty() {
                break;
            }
            found.push(Entry { place: *place, body: body.clone() });
        }
        Ok(found)
    }
}

impl Reads for Working<'_> {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.shelves.get(table, key)
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        self.shelves.list(table, prefix)
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.shelves.entry(log, place)
    }

    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        self.shelves.entries(log, after, bytes)
    }
}

impl Writes for Working<'_> {
    fn put(&mut self, table: TableId, key: &[u8], row: &[u8]) -> Result<(), StoreError> {
        let key = (table, key.to_vec());
        let old = self.shelves.rows.insert(key.clone(), row.to_vec());
        self.undo.push(Undo::Row(key, old));
        Ok(())
    }

    fn remove(&mut self, table: TableId, key: &[u8]) -> Result<(), StoreError> {
        let key = (table, key.to_vec());
        let old = self.shelves.rows.remove(&key);
        self.undo.push(Undo::Row(key, old));
        Ok(())
    }

    fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        let entries = self.shelves.logs.entry(log).or_default();
        if entries.last_key_value().is_some_and(|(last, _)| *last >= place) {
            return Err(StoreError::OutOfOrder);
        }
        entries.insert(place, body.to_vec());
        self.undo.push(Undo::Entry(log, place));
        Ok(())
    }
}

impl Working<'_> {
    fn undo(mut self) {
        while let Some(step) = self.undo.pop() {
            match step {
                Undo::Row(key, Some(old)) => {
                    self.shelves.rows.insert(key, old);
                }
                Undo::Row(key, None) => {
                    self.shelves.rows.remove(&key);
                }
                Undo::Entry(log, place) => {
                    if let Some(entries) = self.shelves.logs.get_mut(&log) {
                        entries.remove(&place);
                    }
                }
            }
        }
    }
}

impl Store for MemoryStore {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        let shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        look(Ok(&*shelves));
        Ok(())
    }

    fn write(&self, act: Act) -> Result<(), StoreError> {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut working = Working { shelves: &mut shelves, undo: Vec::new() };
        if (act.run)(&mut working) == Keep::No {
            working.undo();
        }
        drop(shelves);
        (act.done)(Ok(()));
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
