//! The statements, over a connection whose transaction is open.

use std::cell::RefCell;

use postgres::Statement;
use postgres::types::ToSql;

use super::link::Link;
use crate::store::sqlite::after_prefix;
use crate::store::{Entry, LogId, Reads, Row, StoreError, TableId};

/// How many entries are asked for first; then twice as many, and so on.
const FIRST: i64 = 32;
const MOST: i64 = 1024;

/// The statements of a connection, prepared once.
pub(super) struct Statements {
    get: Statement,
    list: Statement,
    list_wide: Statement,
    entry: Statement,
    entries: Statement,
    last: Statement,
    rows_after: Statement,
    all_entries: Statement,
}

impl Statements {
    pub(super) fn prepare(link: &mut Link) -> Result<Self, StoreError> {
        let mut prepare = |sql: &str| link.client.prepare(sql).map_err(StoreError::from);
        Ok(Self {
            get: prepare(
                "SELECT row FROM what_matters.rows WHERE tab = $1 AND home = $2 AND key = $3",
            )?,
            list: prepare(
                "SELECT key, row FROM what_matters.rows
                 WHERE tab = $1 AND home = $2 AND key >= $3 AND ($4::bytea IS NULL OR key < $4)
                 ORDER BY key",
            )?,
            list_wide: prepare(
                "SELECT key, row FROM what_matters.rows
                 WHERE tab = $1 AND home BETWEEN $2 AND $3 AND key >= $4 AND ($5::bytea IS NULL OR key < $5)
                 ORDER BY home, key",
            )?,
            entry: prepare(
                "SELECT body FROM what_matters.entries WHERE home = $1 AND log = $2 AND place = $3",
            )?,
            entries: prepare(
                "SELECT place, body FROM what_matters.entries
                 WHERE home = $1 AND log = $2 AND place > $3 ORDER BY place LIMIT $4",
            )?,
            last: prepare(
                "SELECT max(place) FROM what_matters.entries WHERE home = $1 AND log = $2",
            )?,
            rows_after: prepare(
                "SELECT key, row FROM what_matters.rows
                 WHERE tab = $1 AND (home, key) > ($2, $3) ORDER BY home, key LIMIT $4",
            )?,
            all_entries: prepare(
                "SELECT home, log, place, body FROM what_matters.entries
                 WHERE (home, log, place) > ($1, $2, $3) ORDER BY home, log, place LIMIT $4",
            )?,
        })
    }
}

/// A connection whose transaction is open, for one look or one round of acts.
pub(super) struct Open<'a> {
    link: RefCell<&'a mut Link>,
    statements: &'a Statements,
    /// The first thing that went wrong. The server has then given up the
    /// transaction, and would call its end a success.
    failed: RefCell<Option<StoreError>>,
}

/// Keeps the order of unsigned numbers among signed ones.
pub(super) fn ordered(number: u32) -> i32 {
    (number ^ 0x8000_0000).cast_signed()
}

fn unordered(number: i32) -> u32 {
    number.cast_unsigned() ^ 0x8000_0000
}

/// Where a key is at home: its first four bytes, the missing ones zero. Keys are
/// ordered as their homes are.
pub(super) fn home(key: &[u8]) -> i32 {
    home_or(key, 0)
}

fn home_or(key: &[u8], missing: u8) -> i32 {
    let mut first = [missing; 4];
    for (byte, known) in first.iter_mut().zip(key) {
        *byte = *known;
    }
    ordered(u32::from_be_bytes(first))
}

/// The home and the name of a log.
pub(super) fn name(log: LogId) -> (i32, i32) {
    // Neither half is longer than it fits into.
    let half = |number: u64| ordered(u32::try_from(number).unwrap_or(u32::MAX));
    (half(log.0 >> 32), half(log.0 & u64::from(u32::MAX)))
}

fn named(home: i32, log: i32) -> LogId {
    LogId(u64::from(unordered(home)) << 32 | u64::from(unordered(log)))
}

/// The database's integers are signed; places never reach their end.
pub(super) fn signed(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::OutOfOrder)
}

fn unsigned(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::Damaged)
}

pub(super) fn number(table: TableId) -> i16 {
    i16::from(table as u8)
}

/// Takes what fits into a number of bytes, and one at least.
struct Room {
    bytes: usize,
    used: usize,
    taken: bool,
}

impl Room {
    fn new(bytes: usize) -> Self {
        Self { bytes, used: 0, taken: false }
    }

    fn takes(&mut self, size: usize) -> bool {
        self.used = self.used.saturating_add(size);
        let takes = self.used <= self.bytes || !self.taken;
        self.taken = true;
        takes
    }
}

impl<'a> Open<'a> {
    pub(super) fn new(link: &'a mut Link, statements: &'a Statements) -> Self {
        Self { link: RefCell::new(link), statements, failed: RefCell::new(None) }
    }

    /// What went wrong, if anything did.
    pub(super) fn outcome(&self) -> Result<(), StoreError> {
        self.failed.borrow().clone().map_or(Ok(()), Err)
    }

    /// Asks, and remembers where that failed.
    fn ask<T>(
        &self,
        question: impl FnOnce(&mut Link) -> Result<T, postgres::Error>,
    ) -> Result<T, StoreError> {
        self.outcome()?;
        question(&mut self.link.borrow_mut()).map_err(|error| {
            let error = StoreError::from(error);
            *self.failed.borrow_mut() = Some(error.clone());
            error
        })
    }

    /// The last place of a log; 0 for none.
    pub(super) fn last(&self, log: LogId) -> Result<u64, StoreError> {
        let (home, log) = name(log);
        let row = self.ask(|link| link.client.query_one(&self.statements.last, &[&home, &log]))?;
        unsigned(row.get::<_, Option<i64>>(0).unwrap_or(0))
    }

    /// As [`Reads::entries`]; also whether there are more.
    pub(super) fn part(
        &self,
        log: LogId,
        after: u64,
        bytes: usize,
    ) -> Result<(Vec<Entry>, bool), StoreError> {
        let (home, log) = name(log);
        let mut after = signed(after)?;
        let mut found = Vec::new();
        let (mut room, mut most) = (Room::new(bytes), FIRST);
        loop {
            let rows = self.ask(|link| {
                link.client.query(&self.statements.entries, &[&home, &log, &after, &most])
            })?;
            let count = rows.len();
            for row in rows {
                let body: Vec<u8> = row.get(1);
                if !room.takes(body.len()) {
                    return Ok((found, true));
                }
                after = row.get(0);
                found.push(Entry { place: unsigned(after)?, body });
            }
            if i64::try_from(count).is_ok_and(|count| count < most) {
                return Ok((found, false));
            }
            most = (most * 2).min(MOST);
        }
    }
}

fn pair(row: &postgres::Row) -> Row {
    (row.get(0), row.get(1))
}

impl Reads for Open<'_> {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self.ask(|link| {
            let key: [&(dyn ToSql + Sync); 3] = [&number(table), &home(key), &key];
            link.client.query_opt(&self.statements.get, &key)
        })?;
        Ok(row.map(|row| row.get(0)))
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        let (from, to) = (home_or(prefix, 0), home_or(prefix, u8::MAX));
        let end = after_prefix(prefix);
        let table = number(table);
        let rows = self.ask(|link| {
            // One home, for nearly every list: said so, that it can be found by it.
            if from == to {
                let asked: [&(dyn ToSql + Sync); 4] = [&table, &from, &prefix, &end];
                return link.client.query(&self.statements.list, &asked);
            }
            let asked: [&(dyn ToSql + Sync); 5] = [&table, &from, &to, &prefix, &end];
            link.client.query(&self.statements.list_wide, &asked)
        })?;
        Ok(rows.iter().map(pair).collect())
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let ((home, log), place) = (name(log), signed(place)?);
        let row =
            self.ask(|link| link.client.query_opt(&self.statements.entry, &[&home, &log, &place]))?;
        Ok(row.map(|row| row.get(0)))
    }

    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        Ok(self.part(log, after, bytes)?.0)
    }

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let Some(after) = after else {
            // The empty key, which nothing is before, is a key too.
            let mut rows: Vec<Row> =
                self.get(table, &[])?.into_iter().map(|row| (Vec::new(), row)).collect();
            let left = usize::try_from(most).unwrap_or(usize::MAX).saturating_sub(rows.len());
            if left > 0 {
                rows.extend(self.rows_after(table, Some(&[]), left)?);
            }
            return Ok(rows);
        };
        let rows = self.ask(|link| {
            link.client
                .query(&self.statements.rows_after, &[&number(table), &home(after), &after, &most])
        })?;
        Ok(rows.iter().map(pair).collect())
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        let mut after = match after {
            Some((log, place)) => {
                let (home, log) = name(log);
                (home, log, signed(place)?)
            }
            None => (i32::MIN, i32::MIN, -1),
        };
        let mut found = Vec::new();
        let (mut room, mut most) = (Room::new(bytes), FIRST);
        loop {
            let rows = self.ask(|link| {
                link.client
                    .query(&self.statements.all_entries, &[&after.0, &after.1, &after.2, &most])
            })?;
            let count = rows.len();
            for row in rows {
                let body: Vec<u8> = row.get(3);
                if !room.takes(body.len()) {
                    return Ok(found);
                }
                after = (row.get(0), row.get(1), row.get(2));
                let entry = Entry { place: unsigned(after.2)?, body };
                found.push((named(after.0, after.1), entry));
            }
            if i64::try_from(count).is_ok_and(|count| count < most) {
                return Ok(found);
            }
            most = (most * 2).min(MOST);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn homes_are_ordered_as_their_keys_are() {
        let keys: [&[u8]; 7] =
            [b"", b"\0", b"a", b"a\x01", b"aaaaa", b"\x80", b"\xff\xff\xff\xff\xff"];
        for pair in keys.windows(2) {
            assert!((home(pair[0]), pair[0]) < (home(pair[1]), pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn a_log_keeps_its_number_and_its_home() {
        for number in [0, 1, u64::MAX, 0x8000_0000_0000_0000, 0x1234_5678_9abc_def0] {
            let (home, log) = name(LogId(number));
            assert_eq!(named(home, log), LogId(number));
        }
        assert_eq!(name(LogId(0x6161_6161_0000_0007)).0, home(b"aaaaa"));
    }
}
