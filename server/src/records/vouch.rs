//! The server's word for those whom it made writers of a record.
//!
//! A device keeps it beside the card, and shows it to a server that was restored
//! from a backup older than the enrolment. The server's key survives a restore,
//! so it knows its own word; nobody else can make one.

use record::sync::{Vouched, Voucher, WriterCard};
use record::{RecordId, Writer};

use super::WriterRow;
use crate::keys::Keys;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Records, Writers};

/// A writer as others are told of them.
#[must_use]
pub fn writer_card(writer: Writer, row: WriterRow) -> WriterCard {
    WriterCard {
        writer,
        member: row.member,
        name: row.name,
        role: row.role,
        side: row.side,
        key: row.key,
    }
}

/// The server's word for a card of this record.
#[must_use]
pub fn voucher(keys: &Keys, record: RecordId, card: &WriterCard) -> Voucher {
    keys.vouch(&record.0, &encoded(card))
}

/// Whether the server gave its word for this card, in this record.
#[must_use]
pub fn has_vouched(keys: &Keys, record: RecordId, vouched: &Vouched) -> bool {
    keys.has_vouched(&record.0, &encoded(&vouched.card), &vouched.voucher)
}

/// A writer as the server would have kept them: known for what they wrote, and
/// on nobody's account, so that nobody writes under that number any more.
#[must_use]
pub fn remembered(card: &WriterCard) -> WriterRow {
    WriterRow {
        member: card.member,
        account: None,
        key: card.key,
        name: card.name.clone(),
        role: card.role.clone(),
        side: card.side,
        served: 0,
    }
}

fn encoded(card: &WriterCard) -> Vec<u8> {
    let mut bytes = Vec::new();
    card.put(&mut bytes);
    bytes
}

/// Makes somebody a writer again, as the server had, and gives neither their
/// number nor their member's to anybody else. False where somebody with another
/// key has the number by now: that one stays.
///
/// # Errors
/// [`Refused::Store`].
pub fn put_back(
    pen: &mut Pen<'_>,
    record: RecordId,
    writer: Writer,
    row: &WriterRow,
) -> Result<bool, Refused> {
    if let Some(known) = pen.get(Writers, &(record, writer))? {
        return Ok(known.key == row.key);
    }
    let mut known = pen.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    known.pass(writer, row.member);
    pen.put(Records, &record, &known)?;
    pen.put(Writers, &(record, writer), row)?;
    Ok(true)
}
