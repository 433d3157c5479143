//! The statements, over a connection inside a transaction.

use rusqlite::{Connection, OptionalExtension, params};

use crate::store::{Entry, LogId, Reads, Row, StoreError, TableId, Writes};

/// A connection whose transaction is open.
pub(super) struct Open<'a>(pub(super) &'a Connection);

/// SQLite's integers are signed; places never reach their end.
fn signed(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::OutOfOrder)
}

/// A log's number is a name: its bits are kept, whatever sign they make.
fn name(log: LogId) -> i64 {
    log.0.cast_signed()
}

/// The first key after all those that begin with `prefix`; none where there is
/// no such key.
pub(in crate::store) fn after_prefix(prefix: &[u8]) -> Option<Vec<u8>> {
    let mut end = prefix.to_vec();
    while let Some(last) = end.pop() {
        if last < u8::MAX {
            end.push(last + 1);
            return Some(end);
        }
    }
    None
}

impl Reads for Open<'_> {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT row FROM rows WHERE tab = ?1 AND key = ?2")?
            .query_row(params![table as u8, key], |row| row.get(0))
            .optional()?)
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        let pair = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        let found = if let Some(end) = after_prefix(prefix) {
            self.0
                .prepare_cached(
                    "SELECT key, row FROM rows WHERE tab = ?1 AND key >= ?2 AND key < ?3 ORDER BY key",
                )?
                .query_map(params![table as u8, prefix, end], pair)?
                .collect::<Result<_, _>>()?
        } else {
            self.0
                .prepare_cached(
                    "SELECT key, row FROM rows WHERE tab = ?1 AND key >= ?2 ORDER BY key",
                )?
                .query_map(params![table as u8, prefix], pair)?
                .collect::<Result<_, _>>()?
        };
        Ok(found)
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT body FROM entries WHERE log = ?1 AND place = ?2")?
            .query_row(params![name(log), signed(place)?], |row| row.get(0))
            .optional()?)
    }

    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.0.prepare_cached(
            "SELECT place, body FROM entries WHERE log = ?1 AND place > ?2 ORDER BY place",
        )?;
        let mut rows = statement.query(params![name(log), signed(after)?])?;
        let mut found = Vec::new();
        let mut size = 0;
        while let Some(row) = rows.next()? {
            let place: i64 = row.get(0)?;
            let body: Vec<u8> = row.get(1)?;
            size += body.len();
            if size > bytes && !found.is_empty() {
                break;
            }
            found.push(Entry {
                place: u64::try_from(place).map_err(|_| StoreError::Damaged)?,
                body,
            });
        }
        Ok(found)
    }

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        // Two statements, for one of both would walk the table for each part.
        let mut statement = self.0.prepare_cached(if after.is_some() {
            "SELECT key, row FROM rows WHERE tab = ?1 AND key > ?2 ORDER BY key LIMIT ?3"
        } else {
            "SELECT key, row FROM rows WHERE tab = ?1 AND key >= ?2 ORDER BY key LIMIT ?3"
        })?;
        let after = after.unwrap_or_default();
        let found = statement
            .query_map(params![table as u8, after, most], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        // The least of all names, and no place: before everything.
        let (log, place) = match after {
            Some((log, place)) => (name(log), signed(place)?),
            None => (i64::MIN, -1),
        };
        let mut statement = self.0.prepare_cached(
            "SELECT log, place, body FROM entries WHERE (log, place) > (?1, ?2) ORDER BY log, place",
        )?;
        let mut rows = statement.query(params![log, place])?;
        let mut found = Vec::new();
        let mut size = 0;
        while let Some(row) = rows.next()? {
            let (log, place): (i64, i64) = (row.get(0)?, row.get(1)?);
            let body: Vec<u8> = row.get(2)?;
            size += body.len();
            if size > bytes && !found.is_empty() {
                break;
            }
            let place = u64::try_from(place).map_err(|_| StoreError::Damaged)?;
            found.push((LogId(log.cast_unsigned()), Entry { place, body }));
        }
        Ok(found)
    }
}

impl Writes for Open<'_> {
    fn put(&mut self, table: TableId, key: &[u8], row: &[u8]) -> Result<(), StoreError> {
        self.0
            .prepare_cached("INSERT OR REPLACE INTO rows (tab, key, row) VALUES (?1, ?2, ?3)")?
            .execute(params![table as u8, key, row])?;
        Ok(())
    }

    fn remove(&mut self, table: TableId, key: &[u8]) -> Result<(), StoreError> {
        self.0
            .prepare_cached("DELETE FROM rows WHERE tab = ?1 AND key = ?2")?
            .execute(params![table as u8, key])?;
        Ok(())
    }

    fn append(&mut self, log: LogId, place: u64, body: &[u8]) -> Result<(), StoreError> {
        let last: Option<i64> = self
            .0
            .prepare_cached("SELECT max(place) FROM entries WHERE log = ?1")?
            .query_row([name(log)], |row| row.get(0))?;
        let place = signed(place)?;
        if last.is_some_and(|last| last >= place) {
            return Err(StoreError::OutOfOrder);
        }
        self.0
            .prepare_cached("INSERT INTO entries (log, place, body) VALUES (?1, ?2, ?3)")?
            .execute(params![name(log), place, body])?;
        Ok(())
    }

    fn gather(
        &mut self,
        log: LogId,
        after: u64,
        place: u64,
        body: &[u8],
    ) -> Result<(), StoreError> {
        let (name, after, place) = (name(log), signed(after)?, signed(place)?);
        if after >= place {
            return Err(StoreError::OutOfOrder);
        }
        let changed = self
            .0
            .prepare_cached("UPDATE entries SET body = ?3 WHERE log = ?1 AND place = ?2")?
            .execute(params![name, place, body])?;
        if changed == 0 {
            return Err(StoreError::OutOfOrder);
        }
        self.0
            .prepare_cached("DELETE FROM entries WHERE log = ?1 AND place > ?2 AND place < ?3")?
            .execute(params![name, after, place])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::after_prefix;

    #[test]
    fn the_end_of_a_prefix() {
        assert_eq!(after_prefix(b"ab"), Some(b"ac".to_vec()));
        assert_eq!(after_prefix(&[1, 255, 255]), Some(vec![2]));
        assert_eq!(after_prefix(&[255]), None);
        assert_eq!(after_prefix(&[]), None);
    }
}
