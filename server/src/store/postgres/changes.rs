//! What a round of acts changes: gathered here, and written together.
//!
//! An act changes nothing in the database while it runs. What it changes lies
//! over what is there, so that it sees it; where it changes its mind it is
//! dropped, and where not it is written with that of the other acts, a few
//! statements for all of them.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::link::Link;
use super::tables::{Open, home, name, number, signed};
use crate::store::{Entry, LogId, Reads, Row, StoreError, TableId, Writes};

type Key = (TableId, Vec<u8>);

/// Changes that are not in the database yet.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Rows that are kept, and those that are gone.
    rows: BTreeMap<Key, Option<Vec<u8>>>,
    entries: BTreeMap<LogId, BTreeMap<u64, Vec<u8>>>,
    /// What of each log gives way to the entries here: after one place, up to
    /// another.
    gone: BTreeMap<LogId, Vec<(u64, u64)>>,
}

impl Changes {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.entries.is_empty()
    }

    /// Adds a row.
    pub(super) fn put(&mut self, table: TableId, key: Vec<u8>, row: Vec<u8>) {
        self.rows.insert((table, key), Some(row));
    }

    /// Adds an entry.
    pub(super) fn append(&mut self, log: LogId, entry: Entry) {
        self.entries.entry(log).or_default().insert(entry.place, entry.body);
    }

    /// Adds those of one more act.
    fn take(&mut self, later: Self) {
        self.rows.extend(later.rows);
        for (log, gone) in later.gone {
            if let Some(entries) = self.entries.get_mut(&log) {
                entries.retain(|place, _| !covers(&gone, *place));
            }
            self.gone.entry(log).or_default().extend(gone);
        }
        for (log, entries) in later.entries {
            self.entries.entry(log).or_default().extend(entries);
        }
    }

    /// Puts one entry in place of several.
    fn gather(&mut self, log: LogId, after: u64, place: u64, body: Vec<u8>) {
        let entries = self.entries.entry(log).or_default();
        entries.retain(|known, _| !covers(&[(after, place)], *known));
        entries.insert(place, body);
        self.gone.entry(log).or_default().push((after, place));
    }

    /// Whether what was at this place before gave way.
    fn is_gone(&self, log: LogId, place: u64) -> bool {
        self.gone.get(&log).is_some_and(|gone| covers(gone, place))
    }

    fn last(&self, log: LogId) -> Option<u64> {
        self.entries.get(&log)?.last_key_value().map(|(place, _)| *place)
    }

    /// Writes all of them.
    pub(super) fn write(&self, link: &mut Link) -> Result<(), StoreError> {
        let kept = self.rows.iter().filter_map(|(key, row)| Some((key, row.as_deref()?)));
        let (mut homes, mut tables, mut keys, mut rows) = (vec![], vec![], vec![], vec![]);
        for ((table, key), row) in kept {
            homes.push(home(key));
            tables.push(number(*table));
            keys.push(key.as_slice());
            rows.push(row);
        }
        if !rows.is_empty() {
            link.client.execute(
                "INSERT INTO what_matters.rows (home, tab, key, row)
                 SELECT * FROM unnest($1::integer[], $2::smallint[], $3::bytea[], $4::bytea[])
                 ON CONFLICT (tab, home, key) DO UPDATE SET row = excluded.row",
                &[&homes, &tables, &keys, &rows],
            )?;
        }
        let (mut homes, mut tables, mut keys) = (vec![], vec![], vec![]);
        for ((table, key), _) in self.rows.iter().filter(|(_, row)| row.is_none()) {
            homes.push(home(key));
            tables.push(number(*table));
            keys.push(key.as_slice());
        }
        if !keys.is_empty() {
            link.client.execute(
                "DELETE FROM what_matters.rows AS known
                 USING unnest($1::integer[], $2::smallint[], $3::bytea[]) AS gone (home, tab, key)
                 WHERE (known.home, known.tab, known.key) = (gone.home, gone.tab, gone.key)",
                &[&homes, &tables, &keys],
            )?;
        }
        self.write_gone(link)?;
        let (mut homes, mut logs, mut places, mut bodies) = (vec![], vec![], vec![], vec![]);
        for (log, entries) in &self.entries {
            let (home, log) = name(*log);
            for (place, body) in entries {
                homes.push(home);
                logs.push(log);
                places.push(signed(*place)?);
                bodies.push(body.as_slice());
            }
        }
        if !bodies.is_empty() {
            link.client.execute(
                "INSERT INTO what_matters.entries (home, log, place, body)
                 SELECT * FROM unnest($1::integer[], $2::integer[], $3::bigint[], $4::bytea[])",
                &[&homes, &logs, &places, &bodies],
            )?;
        }
        Ok(())
    }

    fn write_gone(&self, link: &mut Link) -> Result<(), StoreError> {
        if self.gone.is_empty() {
            return Ok(());
        }
        let (mut homes, mut logs, mut afters, mut places) = (vec![], vec![], vec![], vec![]);
        for (log, gone) in &self.gone {
            let (home, log) = name(*log);
            for (after, place) in gone {
                homes.push(home);
                logs.push(log);
                afters.push(signed(*after)?);
                places.push(signed(*place)?);
            }
        }
        link.client.execute(
            "DELETE FROM what_matters.entries AS known
             USING unnest($1::integer[], $2::integer[], $3::bigint[], $4::bigint[])
                 AS gone (home, log, after, upto)
             WHERE known.home = gone.home AND known.log = gone.log
                 AND known.place > gone.after AND known.place <= gone.upto",
            &[&homes, &logs, &afters, &places],
        )?;
        Ok(())
    }
}

fn covers(gone: &[(u64, u64)], place: u64) -> bool {
    gone.iter().any(|(after, upto)| place > *after && place <= *upto)
}

/// What acts read and change during a round.
pub(super) struct Desk<'a> {
    open: Open<'a>,
    /// What the acts before this one changed.
    kept: Changes,
    /// What this one has changed so far.
    trying: Changes,
    /// What was read, for the next act that asks. It stays true: whatever the
    /// acts' turns name is theirs until the round ends.
    read: RefCell<HashMap<Key, Option<Vec<u8>>>>,
    lasts: RefCell<HashMap<LogId, u64>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(open: Open<'a>) -> Self {
        Self {
            open,
            kept: Changes::default(),
            trying: Changes::default(),
            read: RefCell::default(),
            lasts: RefCell::default(),
        }
    }

    /// Keeps what the act has changed.
    pub(super) fn keep(&mut self) {
        self.kept.take(std::mem::take(&mut self.trying));
    }

    /// Drops what the act has changed.
    pub(super) fn undo(&mut self) {
        self.trying = Changes::default();
    }

    /// What all of them have changed.
    ///
    /// # Errors
    /// What went wrong on the way.
    pub(super) fn finish(self) -> Result<Changes, StoreError> {
        self.open.outcome()?;
        Ok(self.kept)
    }

    fn last(&self, log: LogId) -> Result<u64, StoreError> {
        let changed = self.trying.last(log).max(self.kept.last(log));
        // What is gathered may stand before the end; what is added never does.
        if let Some(last) = changed.filter(|_| !self.gathers(log)) {
            return Ok(last);
        }
        let known = self.lasts.borrow().get(&log).copied();
        let last = match known {
            Some(last) => last,
            None => self.open.last(log)?,
        };
        self.lasts.borrow_mut().insert(log, last);
        Ok(last.max(changed.unwrap_or_default()))
    }

    fn gathers(&self, log: LogId) -> bool {
        self.kept.gone.contains_key(&log) || self.trying.gone.contains_key(&log)
    }

    /// All entries of a log in which something was gathered, after a place.
    fn gathered(&self, log: LogId, after: u64) -> Result<BTreeMap<u64, Vec<u8>>, StoreError> {
        let there = self.open.part(log, after, usize::MAX)?.0;
        let mut all: BTreeMap<u64, Vec<u8>> =
            there.into_iter().map(|entry| (entry.place, entry.body)).collect();
        let from = after.saturating_add(1);
        for changes in [&self.kept, &self.trying] {
            all.retain(|place, _| !changes.is_gone(log, *place));
            let added = changes.entries.get(&log).into_iter().flat_map(|log| log.range(from..));
            all.extend(added.map(|(place, body)| (*place, body.clone())));
        }
        Ok(all)
    }
}

impl Reads for Desk<'_> {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let key = (table, key.to_vec());
        if let Some(row) = self.trying.rows.get(&key).or_else(|| self.kept.rows.get(&key)) {
            return Ok(row.clone());
        }
        if let Some(row) = self.read.borrow().get(&key) {
            return Ok(row.clone());
        }
        let row = self.open.get(table, &key.1)?;
        self.read.borrow_mut().insert(key, row.clone());
        Ok(row)
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        let mut rows: BTreeMap<Vec<u8>, Vec<u8>> =
            self.open.list(table, prefix)?.into_iter().collect();
        for changes in [&self.kept, &self.trying] {
            let changed = changes
                .rows
                .range((table, prefix.to_vec())..)
                .take_while(|((found, key), _)| *found == table && key.starts_with(prefix));
            for ((_, key), row) in changed {
                match row {
                    Some(row) => rows.insert(key.clone(), row.clone()),
                    None => rows.remove(key),
                };
            }
        }
        Ok(rows.into_iter().collect())
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        for changes in [&self.trying, &self.kept] {
            if let Some(body) = changes.entries.get(&log).and_then(|log| log.get(&place)) {
                return Ok(Some(body.clone()));
            }
            if changes.is_gone(log, place) {
                return Ok(None);
            }
        }
        self.open.entry(log, place)
    }

    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        if self.gathers(log) {
            let (mut found, mut size) = (Vec::new(), 0_usize);
            for (place, body) in self.gathered(log, after)? {
                size = size.saturating_add(body.len());
                if size > bytes && !found.is_empty() {
                    break;
                }
                found.push(Entry { place, body });
            }
            return Ok(found);
        }
        let (mut found, more) = self.open.part(log, after, bytes)?;
        if more {
            return Ok(found);
        }
        // What was added stands behind all that was there.
        let mut size: usize = found.iter().map(|entry| entry.body.len()).sum();
        let from = after.saturating_add(1);
        for changes in [&self.kept, &self.trying] {
            for (place, body) in
                changes.entries.get(&log).into_iter().flat_map(|log| log.range(from..))
            {
                size += body.len();
                if size > bytes && !found.is_empty() {
                    return Ok(found);
                }
                found.push(Entry { place: *place, body: body.clone() });
            }
        }
        Ok(found)
    }

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        // For walks, which change nothing: what is changed is not walked over.
        if !self.kept.is_empty() || !self.trying.is_empty() {
            let mut rows = self.list(table, &[])?;
            rows.retain(|(key, _)| after.is_none_or(|after| key.as_slice() > after));
            rows.truncate(most);
            return Ok(rows);
        }
        self.open.rows_after(table, after, most)
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        if self.kept.entries.is_empty() && self.trying.entries.is_empty() {
            return self.open.all_entries(after, bytes);
        }
        Err(StoreError::Failed("all entries are walked before any is added".to_owned()))
    }
}

impl Writes for Desk<'_> {
    fn put(&mut self, table: TableId, key: &[u8], row: &[u8]) -> Result<(), StoreError> {
        self.open.outcome()?;
        self.trying.rows.insert((table, key.to_vec()), Some(row.to_vec()));
        Ok(())
    }

    fn remove(&mut self, table: TableId, key: &[u8]) -> Result<(), StoreError> {
        self.open.outcome()?;
        self.trying.rows.insert((table, key.to_vec()), None);
        Ok(())
    }

    fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        if self.last(log)? >= place {
            return Err(StoreError::OutOfOrder);
        }
        signed(place)?;
        self.trying.entries.entry(log).or_default().insert(place, body.to_vec());
        Ok(())
    }

    fn gather(
        &mut self,
        log: LogId,
        after: u64,
        place: u64,
        body: &[u8],
    ) -> Result<(), StoreError> {
        if after >= place || self.entry(log, place)?.is_none() {
            return Err(StoreError::OutOfOrder);
        }
        self.trying.gather(log, after, place, body.to_vec());
        Ok(())
    }
}
