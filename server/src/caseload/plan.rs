//! The plan of one record, folded once for all that is read out of it.

use record::{Record, RecordId, Scope};

use crate::store::StoreError;
use crate::store::books::Read;
use crate::sync;

/// A plan that is folded when it is first asked for.
pub(super) struct Plan<'a, R> {
    pub(super) read: &'a R,
    pub(super) record: RecordId,
    folded: Option<Record>,
}

impl<'a, R: Read> Plan<'a, R> {
    pub(super) fn new(read: &'a R, record: RecordId) -> Self {
        Self { read, record, folded: None }
    }

    /// All that is in its stream.
    pub(super) fn folded(&mut self) -> Result<&Record, StoreError> {
        let folded = match self.folded.take() {
            Some(folded) => folded,
            None => sync::fold(self.read, self.record, Scope::Plan)?,
        };
        Ok(self.folded.insert(folded))
    }
}
