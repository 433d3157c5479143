//! The caseload: whom a team looks after, by consent, who waits for it, whose readings
//! lie in the red of their own plan, and whose plan is to be looked at again. It is
//! worked out when it is asked for: nobody is told by it, and it says nothing of anybody
//! watching.

mod plan;
mod red;
mod waiting;

pub use red::Red;
pub use waiting::{Waiting, waiting};

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use record::api::{Attention, Caseload, CaseloadPerson};
use record::kinds::PlanItem;
use record::review;
use record::stream::Head;
use record::sync::Side;
use record::{RecordId, Scope, Scopes};

use self::plan::Plan;
use crate::clock::Moment;
use crate::records::TeamId;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::{Accounts, Grants, Patients, Records, Streams, Teams, Writers};
use crate::sync;

/// Of the plan and of the readings, and what they came to.
type Reds = ([Option<Head>; 2], Vec<Red>);

/// What was folded before, by the heads it was folded from: a stream that has
/// not grown is not read again.
#[derive(Debug, Default)]
pub struct Cache {
    waiting: Mutex<HashMap<RecordId, (Head, Option<Waiting>)>>,
    red: Mutex<HashMap<RecordId, Reds>>,
    /// The day of the first review that has not been held, due or not: what comes due
    /// by the days that pass is told without reading anything again.
    review: Mutex<HashMap<RecordId, (Head, Option<Date>)>>,
}

/// A team's caseload: who has waited longest first, then the others by name.
///
/// # Errors
/// [`Refused::Store`].
pub fn caseload(
    read: &impl Read,
    cache: &Cache,
    team: TeamId,
    now: Moment,
) -> Result<Caseload, Refused> {
    let reply_hours = read.get(Teams, &team)?.ok_or(StoreError::Damaged)?.reply_hours;
    let mut people = Vec::new();
    for ((_, record), member) in read.list(Patients, &team)? {
        let grants = read.get(Grants, &record)?.unwrap_or_default();
        let (see, _) = grants.of(member, now);
        if see.is_empty() {
            continue;
        }
        people.push(person(read, cache, record, see, (reply_hours, now))?);
    }
    people.sort_by(|one, other| {
        // Who waits first, then for whom there is another reason.
        let place = |person: &CaseloadPerson| {
            let since = person.waiting_since;
            (since.is_none(), since, rank(person))
        };
        place(one)
            .cmp(&place(other))
            .then_with(|| one.name.to_lowercase().cmp(&other.name.to_lowercase()))
    });
    Ok(Caseload { at: now.seconds(), people })
}

/// Among those who wait for no answer: a reading in the red before a review.
fn rank(person: &CaseloadPerson) -> u8 {
    let rank = |why: &Attention| match why {
        Attention::ReviewDue { .. } => 1,
        _ => 0,
    };
    person.attention.iter().map(rank).min().unwrap_or(2)
}

fn person(
    read: &impl Read,
    cache: &Cache,
    record: RecordId,
    see: Scopes,
    (reply_hours, now): (u32, Moment),
) -> Result<CaseloadPerson, Refused> {
    let row = read.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    let account = read.get(Accounts, &row.person)?.ok_or(StoreError::Damaged)?;
    let mut last_entry = None;
    // The sharing stream grows whenever the team itself looks.
    for scope in see.without(Scopes::of(&[Scope::Sharing])).iter() {
        if let Some(stream) = read.get(Streams, &(record, scope))? {
            last_entry = last_entry.max(Some(stream.arrived.seconds()));
        }
    }
    let waiting = if see.has(Scope::Messages) { cache.waiting(read, record)? } else { None };
    let mut attention: Vec<Attention> = waiting
        .map(|waiting| Attention::UnansweredMessage {
            since: waiting.since.seconds(),
            reply_by: waiting.since.seconds() + i64::from(reply_hours) * 3600,
        })
        .into_iter()
        .collect();
    if see.has(Scope::Plan) {
        let mut plan = Plan::new(read, record);
        // The red of a plan says something of both.
        if see.has(Scope::Health) {
            let latest = red::latest(&cache.red(&mut plan, now)?, now);
            attention.extend(latest.map(|taken| Attention::RedReading { taken }));
        }
        let due = cache.review(&mut plan)?.filter(|due| *due <= red::today(now));
        attention.extend(due.map(|due| Attention::ReviewDue { due }));
    }
    Ok(CaseloadPerson {
        record,
        name: account.name,
        scopes: see,
        attention,
        waiting_since: waiting.map(|waiting| waiting.since.seconds()),
        last_entry,
    })
}

impl Cache {
    fn waiting(&self, read: &impl Read, record: RecordId) -> Result<Option<Waiting>, StoreError> {
        let Some(stream) = read.get(Streams, &(record, Scope::Messages))? else {
            return Ok(None);
        };
        let lock = || self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((head, known)) = lock().get(&record)
            && *head == stream.head()
        {
            return Ok(*known);
        }
        let writers = read.list(Writers, &record)?;
        let folded = sync::fold(read, record, Scope::Messages)?;
        let found = waiting(&folded, |writer| {
            writers
                .iter()
                .find(|((_, known), _)| *known == writer)
                .is_some_and(|(_, row)| row.side == Side::Team)
        });
        lock().insert(record, (stream.head(), found));
        Ok(found)
    }

    fn red(&self, plan: &mut Plan<'_, impl Read>, now: Moment) -> Result<Vec<Red>, StoreError> {
        let (read, record) = (plan.read, plan.record);
        let head =
            |scope| Ok::<_, StoreError>(read.get(Streams, &(record, scope))?.map(|it| it.head()));
        let heads = [head(Scope::Plan)?, head(Scope::Health)?];
        if heads.contains(&None) {
            return Ok(Vec::new());
        }
        let lock = || self.red.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, reds)) = lock().get(&record)
            && *known == heads
        {
            return Ok(reds.clone());
        }
        let folded = plan.folded()?;
        let reds = red::reds(folded, || sync::fold(read, record, Scope::Health), now)?;
        lock().insert(record, (heads, reds.clone()));
        Ok(reds)
    }

    fn review(&self, plan: &mut Plan<'_, impl Read>) -> Result<Option<Date>, StoreError> {
        let record = plan.record;
        let Some(stream) = plan.read.get(Streams, &(record, Scope::Plan))? else {
            return Ok(None);
        };
        let lock = || self.review.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((head, known)) = lock().get(&record)
            && *head == stream.head()
        {
            return Ok(*known);
        }
        let first = review::first(plan.folded()?.current::<PlanItem>());
        let found = first.map(|(on, _)| on);
        lock().insert(record, (stream.head(), found));
        Ok(found)
    }
}
