//! Who is behind the writers' numbers, as an answer says it.

use record::Writer;
use record::block;
use record::stream::Placed;
use record::sync::{Response, Voucher, WriterCard};

use crate::holding::Holding;

/// A card, with the server's word for it where it gave one.
pub(super) type Told = (WriterCard, Option<Voucher>);

/// The cards of an answer.
pub(super) fn told(response: &Response) -> Vec<Told> {
    let vouchers = response.vouchers.iter().copied().map(Some).chain(std::iter::repeat(None));
    response.writers.iter().cloned().zip(vouchers).collect()
}

/// Whether somebody wrote of whom nothing is known, nor told. How many writers a
/// device knows says which are new to it, but for a server that was restored:
/// there one may come back with a number below others.
pub(super) fn is_missing<'a>(
    holding: &Holding,
    told: &[Told],
    blocks: impl Iterator<Item = &'a Placed>,
) -> bool {
    let is_known = |writer: Writer| {
        holding.is_known(writer) || told.iter().any(|(card, _)| card.writer == writer)
    };
    let mut headers = blocks.filter_map(|placed| block::header(&placed.block).ok());
    headers.any(|header| !is_known(header.writer))
}
