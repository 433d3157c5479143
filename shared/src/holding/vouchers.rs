//! The server's word for those who write in a record, as the device keeps it:
//! it is shown to a server that was restored from a backup of before they were
//! enrolled. The device cannot check it, and need not.

use record::codec::{Reader, put_uint};
use record::sync::{Vouched, Voucher, WriterCard};
use record::{DecodeError, Writer};

use super::Holding;
use crate::effects::store::Write;

/// The server's word for each writer's card, in order of their numbers. There are
/// few: a list is searched faster than a tree, and is less of the module.
pub type Vouchers = Vec<(Writer, Voucher)>;

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
    pub fn vouched(&self, writers: &[Writer]) -> Vec<Vouched> {
        let cards = self.writers.iter().filter(|card| writers.contains(&card.writer));
        cards
            .filter_map(|card| {
                let voucher = self.voucher(card.writer)?;
                Some(Vouched { card: card.clone(), voucher })
            })
            .collect()
    }

    fn voucher(&self, writer: Writer) -> Option<Voucher> {
        self.vouchers.iter().find(|(known, _)| *known == writer).map(|(_, voucher)| *voucher)
    }

    /// Whether anything is missing here of what the server says of writers: a
    /// card of somebody who wrote, or its word for a card.
    pub(super) fn lacks_writers(&self) -> bool {
        self.writers.iter().any(|card| self.voucher(card.writer).is_none())
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
        // Without a new word, what was said of the very same card holds.
        if voucher.is_some() || !known.contains(card) {
            vouchers.retain(|(writer, _)| *writer != card.writer);
        }
        if let Some(voucher) = voucher {
            let at = vouchers.partition_point(|(writer, _)| *writer < card.writer);
            vouchers.insert(at, (card.writer, *voucher));
        }
        known.retain(|old| old.writer != card.writer);
        let at = known.partition_point(|old| old.writer < card.writer);
        known.insert(at, card.clone());
    }
}

pub(super) fn key(index: u32) -> String {
    format!("vouchers/{index}")
}

pub(super) fn read(body: &[u8]) -> Result<Vouchers, DecodeError> {
    let mut reader = Reader::new(body);
    let mut vouchers = Vouchers::new();
    while reader.left() > 0 {
        let writer = Writer(reader.u32()?);
        if vouchers.last().is_some_and(|(last, _)| *last >= writer) {
            return Err(DecodeError::Number);
        }
        vouchers.push((writer, reader.array()?));
    }
    Ok(vouchers)
}
