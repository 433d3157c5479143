//! The caseload: whom a team looks after, by consent, and who waits for it.

mod waiting;

pub use waiting::{Waiting, waiting};

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use record::api::{Attention, Caseload, CaseloadPerson};
use record::stream::Head;
use record::sync::Side;
use record::{RecordId, Scope, Scopes};

use crate::clock::Moment;
use crate::records::TeamId;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::{Accounts, Grants, Patients, Records, Streams, Teams, Writers};
use crate::sync;

/// What was folded before, by the head it was folded from: a stream that has
/// not grown is not read again.
#[derive(Debug, Default)]
pub struct Cache(Mutex<HashMap<RecordId, (Head, Option<Waiting>)>>);

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
        people.push(person(read, cache, record, see, reply_hours)?);
    }
    people.sort_by(|one, other| {
        let waits =
            |person: &CaseloadPerson| (person.waiting_since.is_none(), person.waiting_since);
        waits(one)
            .cmp(&waits(other))
            .then_with(|| one.name.to_lowercase().cmp(&other.name.to_lowercase()))
    });
    Ok(Caseload { at: now.seconds(), people })
}

fn person(
    read: &impl Read,
    cache: &Cache,
    record: RecordId,
    see: Scopes,
    reply_hours: u32,
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
    let attention: Vec<Attention> = waiting
        .map(|waiting| Attention::UnansweredMessage {
            since: waiting.since.seconds(),
            reply_by: waiting.since.seconds() + i64::from(reply_hours) * 3600,
        })
        .into_iter()
        .collect();
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
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
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
}
