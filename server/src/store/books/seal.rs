//! Rows sealed and opened, each bound to its table and key.

use std::any::Any;
use std::sync::{Arc, OnceLock};

use super::page::{Plain, Plains};
use crate::chance::Chance;
use crate::keys::Keys;
use crate::store::tables::Table;
use crate::store::{Reads, StoreError, TableId};

/// A row opened. Where it stays in memory its type is read once, and stays with it.
pub struct Opened {
    plain: Box<[u8]>,
    typed: OnceLock<Box<dyn Any + Send + Sync>>,
}

impl Opened {
    /// From the row's bytes.
    pub(in crate::store) fn new(plain: Vec<u8>) -> Plain {
        Arc::new(Self { plain: plain.into(), typed: OnceLock::new() })
    }

    /// From the row, and its bytes.
    pub(super) fn of<T: Table>(row: &T::Row, plain: Vec<u8>) -> Plain {
        let typed: Box<dyn Any + Send + Sync> = Box::new(row.clone());
        Arc::new(Self { plain: plain.into(), typed: OnceLock::from(typed) })
    }
}

pub(super) fn open_one(
    reads: &dyn Reads,
    keys: &Keys,
    table: TableId,
    key: &[u8],
) -> Result<Option<Plain>, StoreError> {
    reads.get(table, key)?.map(|sealed| open(keys, table, key, sealed)).transpose()
}

pub(super) fn open_all(
    reads: &dyn Reads,
    keys: &Keys,
    table: TableId,
    prefix: &[u8],
) -> Result<Plains, StoreError> {
    reads
        .list(table, prefix)?
        .into_iter()
        .map(|(key, sealed)| {
            let plain = open(keys, table, &key, sealed)?;
            Ok((key, plain))
        })
        .collect()
}

pub(in crate::store) fn open(
    keys: &Keys,
    table: TableId,
    key: &[u8],
    sealed: Vec<u8>,
) -> Result<Plain, StoreError> {
    let plain = keys.open_row(&place(table as u8, key), sealed);
    plain.map(Opened::new).map_err(|_| StoreError::Damaged)
}

/// Reads a row's type. Where it `stays` in memory, it need not be read again.
pub(in crate::store) fn typed<T: Table>(
    opened: &Opened,
    stays: bool,
) -> Result<T::Row, StoreError> {
    if let Some(row) = opened.typed.get().and_then(|row| row.downcast_ref::<T::Row>()) {
        return Ok(row.clone());
    }
    let row: T::Row = serde_json::from_slice(&opened.plain).map_err(|_| StoreError::Damaged)?;
    if stays {
        // Another look may have been first, with the same.
        let _ = opened.typed.set(Box::new(row.clone()));
    }
    Ok(row)
}

pub(in crate::store) fn plain<T: Table>(row: &T::Row) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(row).map_err(failed)
}

pub(in crate::store) fn seal(
    keys: &Keys,
    table: TableId,
    key: &[u8],
    plain: &[u8],
    chance: &dyn Chance,
) -> Result<Vec<u8>, StoreError> {
    keys.seal_row(&place(table as u8, key), plain, chance).map_err(failed)
}

fn place(table: u8, key: &[u8]) -> Vec<u8> {
    let mut place = vec![table];
    place.extend_from_slice(key);
    place
}

pub(super) fn failed(error: impl std::fmt::Display) -> StoreError {
    StoreError::Failed(error.to_string())
}

pub(super) fn gone() -> StoreError {
    StoreError::Failed("the store stopped before it answered".to_owned())
}
