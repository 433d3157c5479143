//! Which parts of a record a carer's device was given, and that it has
//! forgotten them when they were withdrawn.
//!
//! A device that asks for a part which it may not see, and says that it holds
//! nothing of it, has forgotten it. The person is told, once.

use record::kinds::Forgotten;
use record::sync::{Request, Response};
use record::{Scope, Scopes, Writer};

use super::log;
use crate::clock::Moment;
use crate::records::{Role, Standing};
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::Writers;

/// What has changed in what a device holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    served: Scopes,
    forgot: Scopes,
}

/// What an answer changes; none where that is nothing, as nearly always.
///
/// # Errors
/// [`StoreError`].
pub fn change(
    read: &impl Read,
    standing: &Standing,
    request: &Request,
    response: &Response,
) -> Result<Option<Change>, StoreError> {
    if standing.role != Role::Carer {
        return Ok(None);
    }
    let Some(row) = read.get(Writers, &(standing.record, request.writer))? else {
        return Ok(None);
    };
    let known = Scopes::from_bits(row.served);
    let served: Vec<Scope> = response.streams.iter().map(|part| part.scope).collect();
    let forgot: Vec<Scope> = request
        .cursors
        .iter()
        .filter(|(scope, cursor)| cursor.head.sequence == 0 && response.withdrawn.contains(scope))
        .map(|(scope, _)| *scope)
        .collect();
    let change = Change {
        served: Scopes::of(&served).without(known),
        forgot: Scopes::of(&forgot).and(known),
    };
    Ok((!change.served.is_empty() || !change.forgot.is_empty()).then_some(change))
}

/// Notes it, and tells the person what was forgotten. Answers which streams
/// grew by that.
///
/// # Errors
/// [`Refused::Store`].
pub fn note(
    pen: &mut Pen<'_>,
    standing: &Standing,
    writer: Writer,
    change: Change,
    now: Moment,
) -> Result<Scopes, Refused> {
    let place = (standing.record, writer);
    let mut row = pen.get(Writers, &place)?.ok_or(StoreError::Damaged)?;
    let known = Scopes::from_bits(row.served);
    // Somebody may have been here since the answer was made.
    let forgot = change.forgot.and(known);
    row.served = known.or(change.served).without(forgot).bits();
    pen.put(Writers, &place, &row)?;
    if forgot.is_empty() {
        return Ok(Scopes::NONE);
    }
    let said = Forgotten { member: standing.member, who: row.name, parts: forgot };
    log::tell(pen, standing.record, &said, now)?;
    Ok(Scopes::of(&[Scope::Sharing]))
}
