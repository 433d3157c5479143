//! The server's word for those who write in a record, as the device keeps it:
//! it is shown to a server that was restored from a backup of before they were
//! enrolled. The device cannot check it, and need not.

use std::collections::{BTreeMap, BTreeSet};

use record::codec::{Reader, put_uint};
use record::sync::{Vouched, Voucher, WriterCard};
use record::{DecodeError, Writer};

use super::Holding;
use crate::effects::store::Write;

/// The server's word for each writer's card, by number.
pub type Vouchers = BTreeMap<Writer, Voucher>;

impl Holding {
    /// What keeps these vouchers.
    #[must_use]
    pub fn keep_vouchers(&self, vouchers: &Vouchers) -> Write {
        let mut body = Vec::new();
        for (writer, voucher) in vouchers {
            put_uint(&mut body, u64::from(writer.0));
            body.extend_from_slice(voucher);
        }
        Write::Put { key: key(self.index), body }
    }

    /// The cards of these writers, with the server's word for each; without those
    /// for whom it is not here.
    #[must_use]
    pub fn vouched(&self, writers: &BTreeSet<Writer>) -> Vec<Vouched> {
        let cards = self.writers.iter().filter(|card| writers.contains(&card.writer));
        cards
            .filter_map(|card| {
                let voucher = *self.vouchers.get(&card.writer)?;
                Some(Vouched { card: card.clone(), voucher })
            })
            .collect()
    }

    /// Whether anything is missing here of what the server says of writers: a
    /// card of somebody who wrote, or its word for a card.
    pub(super) fn lacks_writers(&self) -> bool {
        self.writers.iter().any(|card| !self.vouchers.contains_key(&card.writer))
            || self.record.writers().any(|writer| !self.is_known(writer))
    }

    /// Whether there is a card of somebody who wrote. The server itself needs none.
    pub(crate) fn is_known(&self, writer: Writer) -> bool {
        writer == Writer::SERVER || self.writers.iter().any(|card| card.writer == writer)
    }
}

/// Takes in what the server says of writers. What it says now takes the place of
/// what it said before, card and word as one.
pub(crate) fn merge(
    known: &mut Vec<WriterCard>,
    vouchers: &mut Vouchers,
    new: &[(WriterCard, Option<Voucher>)],
) {
    for (card, voucher) in new {
        match voucher {
            Some(voucher) => drop(vouchers.insert(card.writer, *voucher)),
            // What was said of the very same card holds.
            None if known.contains(card) => {}
            None => drop(vouchers.remove(&card.writer)),
        }
        known.retain(|old| old.writer != card.writer);
        known.push(card.clone());
    }
    known.sort_by_key(|card| card.writer);
}

pub(super) fn key(index: u32) -> String {
    format!("vouchers/{index}")
}

pub(super) fn read(body: &[u8]) -> Result<Vouchers, DecodeError> {
    let mut reader = Reader::new(body);
    let mut vouchers = Vouchers::new();
    while reader.left() > 0 {
        let writer = Writer(reader.u32()?);
        if vouchers.last_key_value().is_some_and(|(last, _)| *last >= writer) {
            return Err(DecodeError::Number);
        }
        vouchers.insert(writer, reader.array()?);
    }
    Ok(vouchers)
}
