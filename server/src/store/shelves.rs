//! Rows and logs in memory: what the memory engine keeps, and what a simulated
//! disk has on it. A copy of all of it costs little, for it shares whatever
//! neither side changes afterwards.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use super::{Entry, Keep, LogId, Reads, Row, Run, StoreError, TableId, Writes};

type Bytes = Arc<[u8]>;
type Table = BTreeMap<Bytes, Bytes>;
type Log = BTreeMap<u64, Bytes>;

/// Rows and logs.
#[derive(Clone, Debug, Default)]
pub struct Shelves {
    tables: BTreeMap<TableId, Arc<Table>>,
    logs: BTreeMap<LogId, Arc<Log>>,
}

/// How to undo what was done, the last of it first.
#[derive(Debug, Default)]
#[must_use = "what was done stays done, unless this is used"]
pub struct Undo(Vec<Change>);

#[derive(Debug)]
enum Change {
    /// A row, and what it was.
    Row(TableId, Bytes, Option<Bytes>),
    /// An entry, and what it was.
    Entry(LogId, u64, Option<Bytes>),
}

/// The shelves during one act.
struct Working<'a> {
    shelves: &'a mut Shelves,
    undo: Undo,
}

impl Undo {
    /// Whether there is nothing to undo.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many entries were added to logs.
    #[must_use]
    pub fn appended(&self) -> usize {
        self.0.iter().filter(|change| matches!(change, Change::Entry(_, _, None))).count()
    }
}

impl Shelves {
    /// Runs an act. Whatever it says, nothing is undone yet.
    pub fn run(&mut self, run: Run) -> (Keep, Undo) {
        let mut working = Working { shelves: self, undo: Undo::default() };
        let keep = run(&mut working);
        (keep, working.undo)
    }

    /// Undoes what was done last.
    pub fn undo(&mut self, undo: Undo) {
        for change in undo.0.into_iter().rev() {
            match change {
                Change::Row(table, key, old) => {
                    let rows = self.table(table);
                    match old {
                        Some(old) => rows.insert(key, old),
                        None => rows.remove(&key),
                    };
                }
                Change::Entry(log, place, old) => {
                    let entries = self.log(log);
                    match old {
                        Some(old) => entries.insert(place, old),
                        None => entries.remove(&place),
                    };
                }
            }
        }
    }

    /// Puts a row there, whatever was there before.
    pub(super) fn put(&mut self, table: TableId, key: Vec<u8>, row: Vec<u8>) {
        self.table(table).insert(key.into(), row.into());
    }

    /// Puts an entry there, whatever was there before.
    pub(super) fn append(&mut self, log: LogId, entry: Entry) {
        self.log(log).insert(entry.place, entry.body.into());
    }

    fn table(&mut self, table: TableId) -> &mut Table {
        Arc::make_mut(self.tables.entry(table).or_default())
    }

    fn log(&mut self, log: LogId) -> &mut Log {
        Arc::make_mut(self.logs.entry(log).or_default())
    }

    fn rows(&self, table: TableId, from: Bound<&[u8]>) -> impl Iterator<Item = (&Bytes, &Bytes)> {
        let rows = self.tables.get(&table).into_iter();
        rows.flat_map(move |rows| rows.range::<[u8], _>((from, Bound::Unbounded)))
    }
}

impl Reads for Shelves {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.tables.get(&table).and_then(|rows| rows.get(key)).map(|row| row.to_vec()))
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        Ok(self
            .rows(table, Bound::Included(prefix))
            .take_while(|(key, _)| key.starts_with(prefix))
            .map(|(key, row)| (key.to_vec(), row.to_vec()))
            .collect())
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.logs.get(&log).and_then(|log| log.get(&place)).map(|body| body.to_vec()))
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
            found.push(Entry { place: *place, body: body.to_vec() });
        }
        Ok(found)
    }

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        Ok(self
            .rows(table, after.map_or(Bound::Unbounded, Bound::Excluded))
            .take(most)
            .map(|(key, row)| (key.to_vec(), row.to_vec()))
            .collect())
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        let from = after.map_or(LogId(0), |(log, _)| log);
        let mut found = Vec::new();
        let mut size = 0;
        for (log, entries) in self.logs.range(from..) {
            for (place, body) in entries.iter() {
                if after.is_some_and(|known| (*log, *place) <= known) {
                    continue;
                }
                size += body.len();
                if size > bytes && !found.is_empty() {
                    return Ok(found);
                }
                found.push((*log, Entry { place: *place, body: body.to_vec() }));
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

impl Working<'_> {
    fn replace(&mut self, log: LogId, place: u64, body: Option<&[u8]>) {
        let entries = self.shelves.log(log);
        let old = match body {
            Some(body) => entries.insert(place, body.into()),
            None => entries.remove(&place),
        };
        self.undo.0.push(Change::Entry(log, place, old));
    }
}

impl Writes for Working<'_> {
    fn put(&mut self, table: TableId, key: &[u8], row: &[u8]) -> Result<(), StoreError> {
        let key: Bytes = key.into();
        let old = self.shelves.table(table).insert(Arc::clone(&key), row.into());
        self.undo.0.push(Change::Row(table, key, old));
        Ok(())
    }

    fn remove(&mut self, table: TableId, key: &[u8]) -> Result<(), StoreError> {
        if let Some(old) = self.shelves.table(table).remove(key) {
            self.undo.0.push(Change::Row(table, key.into(), Some(old)));
        }
        Ok(())
    }

    fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        let last = self.shelves.logs.get(&log).and_then(|entries| entries.last_key_value());
        if last.is_some_and(|(last, _)| *last >= place) {
            return Err(StoreError::OutOfOrder);
        }
        self.replace(log, place, Some(body));
        Ok(())
    }

    fn gather(
        &mut self,
        log: LogId,
        after: u64,
        place: u64,
        body: &[u8],
    ) -> Result<(), StoreError> {
        let entries = self.shelves.logs.get(&log).ok_or(StoreError::OutOfOrder)?;
        if after >= place || !entries.contains_key(&place) {
            return Err(StoreError::OutOfOrder);
        }
        let places: Vec<u64> = entries.range(after + 1..place).map(|(place, _)| *place).collect();
        for place in places {
            self.replace(log, place, None);
        }
        self.replace(log, place, Some(body));
        Ok(())
    }
}
