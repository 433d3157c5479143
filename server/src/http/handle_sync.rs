//! The handler of sync: checks outside the one writer, takes in turn, answers.

use std::sync::Arc;

use record::api::ProblemCode;
use record::sync::{Request, Response};

use super::App;
use crate::records::Standing;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::books::Read;
use crate::store::tables::Writers;
use crate::sync::push::{Judged, Taken};
use crate::sync::{aside, heal, holds, pull, push};

pub(super) async fn sync(
    app: &Arc<App>,
    caller: &Caller,
    standing: Standing,
    mut asked: Request,
) -> Result<Response, Refused> {
    let taken = if asked.push.is_empty() && asked.heal.is_empty() {
        Taken::default()
    } else {
        take(app, caller, standing, &mut asked).await?
    };
    let clock = Arc::clone(&app.clock);
    let writer = asked.writer;
    // Where a second machine confirms each commit, all that was ever told
    // accepted is safe.
    let safe = if app.books.store().safe_now() { app.clock.now().0 } else { 0 };
    let (response, change) = app
        .books
        .glance(move |page| {
            let mut response = pull::answer(page, &standing, &asked, &taken, clock.now())?;
            response.safe = response.safe.max(safe);
            let change = holds::change(page, &standing, &asked, &response)?;
            Ok::<_, Refused>((response, change))
        })
        .await?;
    if let Some(change) = change {
        let clock = Arc::clone(&app.clock);
        let told = app
            .books
            .write_of(&standing.record, move |pen| {
                let now = pen.arrival(clock.now())?;
                holds::note(pen, &standing, writer, change, now)
            })
            .await?;
        if !told.is_empty() {
            app.hub.tell(standing.record, told);
        }
    }
    Ok(response)
}

/// What the device brings.
async fn take(
    app: &Arc<App>,
    caller: &Caller,
    standing: Standing,
    asked: &mut Request,
) -> Result<Taken, Refused> {
    let blocks = std::mem::take(&mut asked.push);
    let given = std::mem::take(&mut asked.heal);
    let mut refused = Vec::new();
    let (mut good, mut late) = (Vec::new(), Vec::new());
    if !blocks.is_empty() {
        let key = writer_key(app, caller, standing, asked).await?;
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
        app.books
            .read(move |page| {
                Ok::<_, Refused>((heal::authors(page, standing.record, &given)?, given))
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
    let clock = Arc::clone(&app.clock);
    let mut taken = app
        .books
        .write_of(&standing.record, move |pen| {
            let now = pen.arrival(clock.now())?;
            let healed = heal::take(pen, &standing, given, now)?;
            let mut taken = push::take(pen, &standing, good, now)?;
            taken.refused.extend(aside::keep(pen, standing.record, late, now)?);
            taken.healed = healed.healed;
            taken.grew = taken.grew.or(healed.grew);
            Ok::<_, Refused>(taken)
        })
        .await?;
    app.metrics.took(&taken);
    if !taken.grew.is_empty() {
        app.hub.tell(standing.record, taken.grew);
    }
    taken.refused.extend(refused);
    Ok(taken)
}

/// The key of the writer that the request says it is, which must be this very
/// device of this very account.
async fn writer_key(
    app: &Arc<App>,
    caller: &Caller,
    standing: Standing,
    asked: &Request,
) -> Result<[u8; 32], Refused> {
    let (account, device) = (caller.account, caller.device);
    let place = (standing.record, asked.writer);
    app.books
        .glance(move |page| {
            page.get(Writers, &place)?
                .filter(|row| row.account == Some(account) && row.key == device.0)
                .map(|row| row.key)
                .ok_or_else(|| ProblemCode::NotAllowed.into())
        })
        .await
}
