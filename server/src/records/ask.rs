//! What is asked about one record, from end to end: over the books, for whatever
//! lets the world in.

use std::sync::Arc;

use record::RecordId;
use record::api::{Enrolled, OpenRecord, Opened};

use super::{Standing, access};
use crate::clock::{Clock, Moment};
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::books::Books;

/// What the caller may do with a record.
///
/// # Errors
/// As [`access::standing`].
pub async fn standing(
    books: &Books,
    caller: &Caller,
    record: RecordId,
    now: Moment,
) -> Result<Standing, Refused> {
    let caller = caller.clone();
    books.glance(move |page| access::standing(page, &caller, record, now)).await
}

/// Makes the caller's device a writer of a record that is open to them.
///
/// # Errors
/// [`Refused::Store`].
pub async fn enrol(
    books: &Books,
    caller: &Caller,
    standing: Standing,
) -> Result<Enrolled, Refused> {
    let caller = caller.clone();
    books.write_of(&standing.record, move |pen| super::enrol(pen, &caller, &standing)).await
}

/// Opens a record to a colleague.
///
/// # Errors
/// As [`super::open`].
pub async fn open(
    books: &Books,
    clock: &Arc<dyn Clock>,
    caller: &Caller,
    standing: Standing,
    asked: OpenRecord,
) -> Result<Opened, Refused> {
    let (caller, clock) = (caller.clone(), Arc::clone(clock));
    books
        .write(move |pen| {
            let now = pen.arrival(clock.now())?;
            super::open(pen, &caller, &standing, &asked.reason, now)
        })
        .await
}
