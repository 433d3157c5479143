//! What a carer wrote for the person and may no longer add: kept for the
//! person, who decides, and never dropped.

use record::RecordId;
use record::codec::{Reader, put_int};
use record::sync::{Refusal, Refused as RefusedBlock, SetAside};

use super::push::Checked;
use crate::clock::Moment;
use crate::keys::DataKey;
use crate::refused::Refused;
use crate::store::books::{Pen, Read};
use crate::store::tables::Records;
use crate::store::{Entry, StoreError};

/// The most blocks set aside for one person; more stay on the carer's device.
const MOST: u64 = 500;

/// The most bytes of them in one answer.
const ANSWER: usize = 256 * 1024;

/// Whether a block that was set aside opens at its place.
#[must_use]
pub fn opens(data_key: &DataKey, record: RecordId, entry: &Entry) -> bool {
    data_key.open(&place(record, entry.place), entry.body.clone()).is_ok()
}

fn place(record: RecordId, number: u64) -> Vec<u8> {
    // A scope's code is 1 to 12: no block of a stream lies in such a place.
    let mut place = record.0.to_vec();
    place.push(0);
    place.extend_from_slice(&number.to_be_bytes());
    place
}

/// Keeps blocks; the same again has no effect. Says what the device is told.
///
/// # Errors
/// [`Refused::Store`].
pub fn keep(
    pen: &mut Pen<'_>,
    record: RecordId,
    blocks: Vec<Checked>,
    now: Moment,
) -> Result<Vec<RefusedBlock>, Refused> {
    let mut told = Vec::new();
    if blocks.is_empty() {
        return Ok(told);
    }
    let mut row = pen.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let data_key = row.data_key(pen, record)?;
    let (log, mut count) = match row.set_aside {
        Some(known) => known,
        None => (pen.new_log(record)?, 0),
    };
    let known = read(pen, record, 0, usize::MAX)?;
    for Checked { header, block } in blocks {
        let has = known.iter().any(|aside| aside.block == block);
        if !has && count < MOST {
            count += 1;
            let mut plain = Vec::with_capacity(block.len() + 10);
            put_int(&mut plain, now.0);
            plain.extend_from_slice(&block);
            let body = data_key.seal(&place(record, count), &plain, pen.chance())?;
            pen.append(log, count, &body)?;
        }
        let kept = has || count < MOST;
        told.push(RefusedBlock {
            scope: header.scope,
            counter: header.first,
            reason: if kept { Refusal::SetAside } else { Refusal::NotAllowed },
        });
    }
    row.set_aside = Some((log, count));
    pen.put(Records, &record, &row)?;
    Ok(told)
}

/// Those with a number above `held`, as many as fit an answer.
///
/// # Errors
/// [`StoreError`].
pub fn after(read: &impl Read, record: RecordId, held: u64) -> Result<Vec<SetAside>, StoreError> {
    self::read(read, record, held, ANSWER)
}

fn read(
    read: &impl Read,
    record: RecordId,
    held: u64,
    bytes: usize,
) -> Result<Vec<SetAside>, StoreError> {
    let row = read.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let held = row.aside_place(held);
    let Some((log, _)) = row.set_aside.filter(|(_, count)| *count > held) else {
        return Ok(Vec::new());
    };
    let data_key = row.data_key(read, record)?;
    let entries = read.entries(log, held, bytes)?;
    entries
        .into_iter()
        .map(|entry| {
            let plain = data_key
                .open(&place(record, entry.place), entry.body)
                .map_err(|_| StoreError::Damaged)?;
            let mut reader = Reader::new(&plain);
            let arrived = reader.int().map_err(|_| StoreError::Damaged)?;
            let block = plain[plain.len() - reader.left()..].to_vec();
            Ok(SetAside { number: row.aside_number(entry.place), arrived, block })
        })
        .collect()
}

#[cfg(test)]
mod tests;
