//! The records that an account may reach, as they are told to it.

use record::api::{RecordCard, RecordRole, RecordTeam};
use record::{Member, RecordId};

use super::{Role, Standing, access};
use crate::accounts::AccountKind;
use crate::clock::Moment;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::signs::tells;
use crate::store::StoreError;
use crate::store::books::Read;
use crate::store::tables::{Accounts, Devices, Reaches, Records, Teams};

/// All of them: a person's own first. To a colleague, only those that are open.
///
/// # Errors
/// [`Refused::Store`].
pub fn cards(read: &impl Read, caller: &Caller, now: Moment) -> Result<Vec<RecordCard>, Refused> {
    let records: Vec<RecordId> = match caller.kind {
        AccountKind::Person => {
            let mut reaches = read.list(Reaches, &caller.account)?;
            reaches.sort_by_key(|((_, record), member)| (*member != Member::PERSON, *record));
            reaches.into_iter().map(|((_, record), _)| record).collect()
        }
        AccountKind::Staff { .. } => caller
            .opened
            .iter()
            .filter(|(_, until)| now < *until)
            .map(|(record, _)| *record)
            .collect(),
    };
    let mut cards = Vec::with_capacity(records.len());
    for record in records {
        match access::standing(read, caller, record, now) {
            Ok(standing) => cards.push(card(read, caller, &standing, now)?),
            // Consent may have ended since it was opened.
            Err(Refused::Rule(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(cards)
}

/// One of them.
///
/// # Errors
/// [`Refused::Store`].
pub(super) fn card(
    read: &impl Read,
    caller: &Caller,
    standing: &Standing,
    now: Moment,
) -> Result<RecordCard, Refused> {
    let row = read.get(Records, &standing.record)?.ok_or(StoreError::Damaged)?;
    let person = read.get(Accounts, &row.person)?.ok_or(StoreError::Damaged)?;
    let mut teams = Vec::with_capacity(row.teams.len());
    for (id, member) in &row.teams {
        let team = read.get(Teams, id)?.ok_or(StoreError::Damaged)?.card(*id);
        teams.push(RecordTeam { member: *member, team });
    }
    Ok(RecordCard {
        record: standing.record,
        name: person.name,
        member: standing.member,
        role: match standing.role {
            Role::Person => RecordRole::Person,
            Role::Carer => RecordRole::Carer,
            Role::Staff => RecordRole::Staff,
        },
        scopes: standing.see,
        adds: standing.add,
        writer: read.get(Devices, &(standing.record, caller.device.0, caller.account))?,
        teams,
        signs: match standing.role {
            Role::Carer => tells::given(read, standing.record, standing.member, now)?,
            Role::Person | Role::Staff => Vec::new(),
        },
    })
}
