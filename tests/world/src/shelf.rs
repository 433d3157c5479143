//! The server's disk, as an engine of its own: acts wait in a queue until the
//! world lets one happen, so that requests interleave, the power can be cut
//! between any two, and whatever was answered is on the disk.

use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use server::store::{
    Act, Entry, Keep, LogId, Look, Reads, Row, Store, StoreError, TableId, Writes,
};

use crate::disk::Health;

type Key = (TableId, Bytes);

/// A row's key, without memory of its own: worlds begin by copying all of them.
#[derive(Clone, Copy)]
struct Bytes {
    length: u8,
    bytes: [u8; Self::MOST],
}

impl Bytes {
    /// A record, a device and an account: no key is longer.
    const MOST: usize = 64;

    fn of(key: &[u8]) -> Self {
        assert!(key.len() <= Self::MOST, "a key of {} bytes", key.len());
        let mut bytes = [0; Self::MOST];
        bytes[..key.len()].copy_from_slice(key);
        Self { length: u8::try_from(key.len()).unwrap_or(0), bytes }
    }

    fn get(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Bytes {}

impl PartialOrd for Bytes {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Bytes {
    fn cmp(&self, other: &Self) -> Ordering {
        self.get().cmp(other.get())
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

/// How the server's disk is broken on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Broken {
    /// It is not.
    #[default]
    No,
    /// It says that it has synced, and has not.
    NoSync,
    /// An act is told done before it is written; one that fails, too.
    Early,
}

/// What is written.
#[derive(Clone, Debug, Default)]
pub struct Shelves {
    rows: BTreeMap<Key, Arc<[u8]>>,
    logs: BTreeMap<LogId, BTreeMap<u64, Arc<[u8]>>>,
}

enum Job {
    Look(Look),
    Act(Act),
}

enum Undo {
    Row(Key, Option<Arc<[u8]>>),
    Entry(LogId, u64, Option<Arc<[u8]>>),
}

#[derive(Default)]
struct Inside {
    shelves: Shelves,
    queue: VecDeque<(u32, Job)>,
    /// Whose jobs come now.
    asking: u32,
    health: Option<Health>,
    broken: Broken,
    /// How often something was added to a log.
    appended: u64,
    /// What a power cut would undo, where a broken disk has not synced.
    unsynced: Vec<Undo>,
}

/// The server's disk.
#[derive(Default)]
pub struct Shelf(Mutex<Inside>);

/// What became of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// There was none.
    Nothing,
    /// It was done, or refused.
    Done,
}

impl Shelf {
    /// With this on it.
    #[must_use]
    pub fn with(shelves: Shelves, broken: Broken) -> Self {
        Self(Mutex::new(Inside { shelves, broken, ..Inside::default() }))
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A copy of everything on it, as a backup takes it.
    #[must_use]
    pub fn copy(&self) -> Shelves {
        self.inside().shelves.clone()
    }

    /// Puts a copy back.
    pub fn restore(&self, shelves: Shelves) {
        let mut inside = self.inside();
        inside.shelves = shelves;
        inside.unsynced.clear();
    }

    /// How it fares from now on.
    pub fn fare(&self, health: Health) {
        self.inside().health = Some(health);
    }

    /// How often something was added to a log: more than before where there is
    /// anything new.
    #[must_use]
    pub fn appended(&self) -> u64 {
        self.inside().appended
    }

    /// The jobs that come from now on are this request's.
    pub fn ask_as(&self, request: u32) {
        self.inside().asking = request;
    }

    /// Whether a request has a job waiting.
    #[must_use]
    pub fn waits(&self, request: u32) -> bool {
        self.inside().queue.iter().any(|(whose, _)| *whose == request)
    }

    /// Does the first job of a request.
    pub fn work(&self, request: u32) -> Did {
        let Some(job) = self.take(request) else { return Did::Nothing };
        match job {
            Job::Look(look) => {
                let shelves = self.inside();
                look(Ok(&shelves.shelves));
            }
            Job::Act(act) => {
                let done = act.done;
                let outcome = self.act(act.run);
                done(outcome);
            }
        }
        Did::Done
    }

    /// The power is cut while the first job of a request is being done; where it
    /// writes, all of it is on the disk or nothing.
    pub fn cut(&self, request: u32, whole: bool) {
        if let Some(Job::Act(act)) = self.take(request)
            && whole
        {
            let _ = self.act(act.run);
        }
        let mut inside = self.inside();
        inside.queue.clear();
        let mut undo = std::mem::take(&mut inside.unsynced);
        undo_all(&mut inside.shelves, &mut undo);
    }

    fn take(&self, request: u32) -> Option<Job> {
        let mut inside = self.inside();
        let at = inside.queue.iter().position(|(whose, _)| *whose == request)?;
        inside.queue.remove(at).map(|(_, job)| job)
    }

    fn act(&self, run: server::store::Run) -> Result<(), StoreError> {
        let mut inside = self.inside();
        let inside = &mut *inside;
        let mut working = Working {
            shelves: &mut inside.shelves,
            undo: Vec::new(),
            appended: &mut inside.appended,
        };
        let keep = run(&mut working);
        let mut undo = working.undo;
        let refused = match inside.health {
            Some(Health::Full) if !undo.is_empty() => Some(StoreError::Full),
            Some(Health::Failing) if !undo.is_empty() => {
                Some(StoreError::Failed("the disk failed".to_owned()))
            }
            _ => None,
        };
        if keep == Keep::No || refused.is_some() {
            undo_all(&mut inside.shelves, &mut undo);
        } else if inside.broken == Broken::NoSync {
            inside.unsynced.append(&mut undo);
        }
        match refused {
            Some(error) if inside.broken != Broken::Early => Err(error),
            _ => Ok(()),
        }
    }
}

fn undo_all(shelves: &mut Shelves, undo: &mut Vec<Undo>) {
    while let Some(step) = undo.pop() {
        match step {
            Undo::Row(key, Some(old)) => {
                shelves.rows.insert(key, old);
            }
            Undo::Row(key, None) => {
                shelves.rows.remove(&key);
            }
            Undo::Entry(log, place, old) => {
                let entries = shelves.logs.entry(log).or_default();
                match old {
                    Some(old) => entries.insert(place, old),
                    None => entries.remove(&place),
                };
            }
        }
    }
}

impl Store for Shelf {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        let mut inside = self.inside();
        let whose = inside.asking;
        inside.queue.push_back((whose, Job::Look(look)));
        Ok(())
    }

    fn write(&self, act: Act) -> Result<(), StoreError> {
        let mut inside = self.inside();
        let whose = inside.asking;
        inside.queue.push_back((whose, Job::Act(act)));
        Ok(())
    }
}

struct Working<'a> {
    shelves: &'a mut Shelves,
    undo: Vec<Undo>,
    appended: &'a mut u64,
}

impl Reads for Shelves {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.rows.get(&(table, Bytes::of(key))).map(|row| row.to_vec()))
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        Ok(self
            .rows
            .range((table, Bytes::of(prefix))..)
            .take_while(|((found, key), _)| *found == table && key.get().starts_with(prefix))
            .map(|((_, key), row)| (key.get().to_vec(), row.to_vec()))
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
        let from = after.map_or(Bound::Included((table, Bytes::of(&[]))), |key| {
            Bound::Excluded((table, Bytes::of(key)))
        });
        Ok(self
            .rows
            .range((from, Bound::Unbounded))
            .take_while(|((found, _), _)| *found == table)
            .take(most)
            .map(|((_, key), row)| (key.get().to_vec(), row.to_vec()))
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
            for (place, body) in entries {
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

impl Writes for Working<'_> {
    fn put(&mut self, table: TableId, key: &[u8], row: &[u8]) -> Result<(), StoreError> {
        let key = (table, Bytes::of(key));
        let old = self.shelves.rows.insert(key, row.into());
        self.undo.push(Undo::Row(key, old));
        Ok(())
    }

    fn remove(&mut self, table: TableId, key: &[u8]) -> Result<(), StoreError> {
        let key = (table, Bytes::of(key));
        let old = self.shelves.rows.remove(&key);
        self.undo.push(Undo::Row(key, old));
        Ok(())
    }

    fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        let entries = self.shelves.logs.entry(log).or_default();
        if entries.last_key_value().is_some_and(|(last, _)| *last >= place) {
            return Err(StoreError::OutOfOrder);
        }
        entries.insert(place, body.into());
        *self.appended += 1;
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
        let old = entries.insert(place, body.into());
        self.undo.push(Undo::Entry(log, place, old));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does each job at once, as the conformance suite expects.
    struct AtOnce(Shelf);

    impl Store for AtOnce {
        fn read(&self, look: Look) -> Result<(), StoreError> {
            self.0.read(look)?;
            self.0.work(0);
            Ok(())
        }

        fn write(&self, act: Act) -> Result<(), StoreError> {
            self.0.write(act)?;
            self.0.work(0);
            Ok(())
        }
    }

    #[test]
    fn keeps_what_a_store_keeps() {
        server::store::conformance::run(&|| AtOnce(Shelf::default()));
    }
}
