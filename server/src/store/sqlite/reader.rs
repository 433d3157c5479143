//! A reading thread.

use std::sync::mpsc::Receiver;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::checkpointer::Log;
use super::tables::Open;
use crate::store::{Entry, LogId, Look, Reads, Row, StoreError, TableId};

/// Serves looks until the store is dropped. Each sees one moment: a transaction
/// is open around it, for no longer than `within`.
pub(super) fn run(
    connection: &Connection,
    waiting: &Mutex<Receiver<Look>>,
    within: Duration,
    log: &Log,
) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(look) = next else { return };
        let _passing = log.pass();
        match connection.unchecked_transaction() {
            Ok(transaction) => {
                look(Ok(&Timed { open: Open(&transaction), began: Instant::now(), within }));
            }
            Err(error) => look(Err(StoreError::from(error))),
        }
    }
}

/// Reads until its time is over.
struct Timed<'a> {
    open: Open<'a>,
    began: Instant,
    within: Duration,
}

impl Timed<'_> {
    fn open(&self) -> Result<&Open<'_>, StoreError> {
        if self.began.elapsed() > self.within {
            return Err(StoreError::TooLong);
        }
        Ok(&self.open)
    }
}

impl Reads for Timed<'_> {
    fn get(&self, table: TableId, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.open()?.get(table, key)
    }

    fn list(&self, table: TableId, prefix: &[u8]) -> Result<Vec<Row>, StoreError> {
        self.open()?.list(table, prefix)
    }

    fn entry(&self, log: LogId, place: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.open()?.entry(log, place)
    }

    fn entries(&self, log: LogId, after: u64, bytes: usize) -> Result<Vec<Entry>, StoreError> {
        self.open()?.entries(log, after, bytes)
    }

    fn rows_after(
        &self,
        table: TableId,
        after: Option<&[u8]>,
        most: usize,
    ) -> Result<Vec<Row>, StoreError> {
        self.open()?.rows_after(table, after, most)
    }

    fn all_entries(
        &self,
        after: Option<(LogId, u64)>,
        bytes: usize,
    ) -> Result<Vec<(LogId, Entry)>, StoreError> {
        self.open()?.all_entries(after, bytes)
    }
}
