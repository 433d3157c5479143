//! A sync from end to end: what can be said of each block by itself is said
//! outside the one writer, what is good is taken in turn, and what the device
//! lacks is read.

use std::sync::Arc;

use record::api::ProblemCode;
use record::sync::{Capabilities, Refusal, Request, Response};
use record::{Scopes, Writer};

use super::push::{Judged, Taken};
use super::{aside, heal, holds, pull, push};
use crate::clock::Clock;
use crate::records::Standing;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::books::{Books, Read};
use crate::store::tables::Writers;

/// What a sync came to.
#[derive(Debug)]
pub struct Outcome {
    /// What the device is told.
    pub answer: Result<Response, Refused>,
    /// What others are told: what was taken is taken, even where no answer could
    /// be made of it.
    pub told: Told,
}

/// What a sync changed, for those who listen and for the numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The streams that grew.
    pub grew: Scopes,
    /// How many blocks were taken, or had been before.
    pub accepted: usize,
    /// How many were not taken in their turn.
    pub refused: usize,
}

/// Carries out a request of somebody to whom the record is open.
pub async fn answer(
    books: &Books,
    clock: &Arc<dyn Clock>,
    caller: &Caller,
    standing: Standing,
    asked: Request,
) -> Outcome {
    let mut told = Told::default();
    let answer = carry_out(books, clock, caller, standing, asked, &mut told).await;
    Outcome { answer, told }
}

async fn carry_out(
    books: &Books,
    clock: &Arc<dyn Clock>,
    caller: &Caller,
    standing: Standing,
    mut asked: Request,
    told: &mut Told,
) -> Result<Response, Refused> {
    let taken = if asked.push.is_empty() && asked.heal.is_empty() {
        Taken::default()
    } else {
        take(books, clock, caller, standing, &mut asked, told).await?
    };
    let (reading, writer) = (Arc::clone(clock), asked.writer);
    // Where a second machine confirms each commit, all that was ever told
    // accepted is safe.
    let safe = if books.store().safe_now() { clock.now().0 } else { 0 };
    let (response, change) = books
        .glance(move |page| {
            let mut response = pull::answer(page, &standing, &asked, &taken, reading.now())?;
            response.safe = response.safe.max(safe);
            let change = holds::change(page, &standing, &asked, &response)?;
            Ok::<_, Refused>((response, change))
        })
        .await?;
    if let Some(change) = change {
        let noting = Arc::clone(clock);
        let grew = books
            .write_of(&standing.record, move |pen| {
                let now = pen.arrival(noting.now())?;
                holds::note(pen, &standing, writer, change, now)
            })
            .await?;
        told.grew = told.grew.or(grew);
    }
    Ok(response)
}

/// What the device brings.
async fn take(
    books: &Books,
    clock: &Arc<dyn Clock>,
    caller: &Caller,
    standing: Standing,
    asked: &mut Request,
    told: &mut Told,
) -> Result<Taken, Refused> {
    let blocks = std::mem::take(&mut asked.push);
    let given = std::mem::take(&mut asked.heal);
    let vouched = std::mem::take(&mut asked.vouched);
    let mut refused = Vec::new();
    let (mut good, mut late) = (Vec::new(), Vec::new());
    if !blocks.is_empty() {
        let key = writer_key(books, caller, standing, asked.writer).await?;
        for block in blocks {
            match push::check(&standing, asked.writer, &key, block) {
                Ok(Judged::Good(block)) => good.push(block),
                Ok(Judged::Late(block)) => late.push(block),
                Ok(Judged::Refused(why)) => refused.push(why),
                Err(push::Unreadable) => return Err(ProblemCode::Malformed.into()),
            }
        }
    }
    let (authors, given) = if given.is_empty() {
        (Vec::new(), given)
    } else {
        books
            .read(move |page| {
                let authors = heal::authors(page, standing.record, &given, &vouched)?;
                Ok::<_, Refused>((authors, given))
            })
            .await?
    };
    let given: Vec<heal::Given> = given
        .into_iter()
        .map(|(scope, placed)| heal::check(&standing, &authors, scope, placed))
        .collect();
    if good.is_empty() && late.is_empty() && given.is_empty() {
        return Ok(Taken { refused, ..Taken::default() });
    }
    // When it arrives is said in the writer's turn, so that times of arrival
    // rise with the order in which things are kept.
    let clock = Arc::clone(clock);
    let mut taken = books
        .write_of(&standing.record, move |pen| {
            let now = pen.arrival(clock.now())?;
            let healed = heal::take(pen, &standing, &authors, given, now)?;
            let mut taken = push::take(pen, &standing, good, now)?;
            let late = late.into_iter().chain(std::mem::take(&mut taken.late)).collect();
            // What was taken while it was allowed, and the answer lost, is not late.
            let late = push::acknowledge(pen, standing.record, late, &mut taken)?;
            taken.refused.extend(aside::keep(pen, standing.record, late, now)?);
            taken.refused.extend(healed.refused);
            taken.healed = healed.healed;
            taken.grew = taken.grew.or(healed.grew);
            Ok::<_, Refused>(taken)
        })
        .await?;
    *told = Told { grew: taken.grew, accepted: taken.accepted.len(), refused: taken.refused.len() };
    taken.refused.extend(refused);
    if !asked.capabilities.has(Capabilities::RIGHTS) {
        for refused in &mut taken.refused {
            if let Refusal::NotTheirs { at } = refused.reason {
                refused.reason = Refusal::Reserved { at };
            }
        }
    }
    Ok(taken)
}

/// The key of the writer that the request says it is, which must be this very
/// device of this very account.
async fn writer_key(
    books: &Books,
    caller: &Caller,
    standing: Standing,
    writer: Writer,
) -> Result<[u8; 32], Refused> {
    let (account, device) = (caller.account, caller.device);
    let place = (standing.record, writer);
    books
        .glance(move |page| {
            page.get(Writers, &place)?
                .filter(|row| row.account == Some(account) && row.key == device.0)
                .map(|row| row.key)
                .ok_or_else(|| ProblemCode::NotAllowed.into())
        })
        .await
}
