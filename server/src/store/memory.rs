//! The memory engine: for tests and simulated worlds. Nothing outlives it.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Mutex, PoisonError};

use super::copy::Fill;
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
    Entry(LogId, u64, Option<Vec<u8>>),
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

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let from = after.map_or(Bound::Included((table, Vec::new())), |key| {
            Bound::Excluded((table, key.to_vec()))
        });
        Ok(self
            .rows
            .range((from, Bound::Unbounded))
            .take_while(|((found, _), _)| *found == table)
            .take(most)
            .map(|((_, key), row)| (key.clone(), row.clone()))
            .collect())
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        let (from, begin) = after.map_or((LogId(0), 0), |(log, place)| (log, place));
        let mut found = Vec::new();
        let mut size = 0;
        for (log, entries) in self.logs.range(from..) {
            for (place, body) in entries {
                if after.is_some() && *log == from && *place <= begin {
                    continue;
                }
                size += body.len();
                if size > bytes && !found.is_empty() {
                    return Ok(found);
                }
                found.push((*log, Entry { place: *place, body: body.clone() }));
            }
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

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        self.shelves.rows_after(table, after, most)
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        self.shelves.all_entries(after, bytes)
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
        self.undo.push(Undo::Entry(log, place, None));
        Ok(())
    }

    fn gather(
        &mut self,
        log: LogId,
        after: u64,
        place: u64,
        body: &[u8],
    ) -> Result<(), StoreError> {
        let entries = self.shelves.logs.get_mut(&log).ok_or(StoreError::OutOfOrder)?;
        if after >= place || !entries.contains_key(&place) {
            return Err(StoreError::OutOfOrder);
        }
        let places: Vec<u64> = entries.range(after + 1..place).map(|(place, _)| *place).collect();
        for place in places {
            let old = entries.remove(&place);
            self.undo.push(Undo::Entry(log, place, old));
        }
        let old = entries.insert(place, body.to_vec());
        self.undo.push(Undo::Entry(log, place, old));
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
                Undo::Entry(log, place, old) => {
                    let entries = self.shelves.logs.entry(log).or_default();
                    match old {
                        Some(old) => entries.insert(place, old),
                        None => entries.remove(&place),
                    };
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
        self.1.rows.insert((table, key), row);
        Ok(())
    }

    fn append(&mut self, log: LogId, entry: Entry) -> Result<(), StoreError> {
        self.1.logs.entry(log).or_default().insert(entry.place, entry.body);
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
