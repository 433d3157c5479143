//! A reading thread.

use std::sync::mpsc::Receiver;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;

use super::tables::Open;
use crate::store::{Look, StoreError};

/// Serves looks until the store is dropped. Each sees one moment: a transaction
/// is open around it.
pub(super) fn run(connection: &Connection, waiting: &Mutex<Receiver<Look>>) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(look) = next else { return };
        match connection.unchecked_transaction() {
            Ok(transaction) => look(Ok(&Open(&transaction))),
            Err(error) => look(Err(StoreError::from(error))),
        }
    }
}
