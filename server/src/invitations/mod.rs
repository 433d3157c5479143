//! Invitations: how carers, patients and colleagues come to be what they are.
//!
//! A code is handed over outside the app, serves once, for 14 days, and is kept
//! only as a hash.

#[cfg(test)]
mod tests;

use record::api::{
    AccountId, Code, InvitationCard, InvitationMade, InvitationRole, NewInvitation, ProblemCode,
};
use record::{Member, RecordId, Scopes};

use crate::accounts::{AccountKind, AccountRow, rules};
use crate::chance::draw;
use crate::clock::Moment;
use crate::keys::digest;
use crate::records::{self, MemberRow, TeamId};
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Accounts, Invitations, Members, Reaches, Records, Teams};

/// For how long an invitation serves, in seconds.
pub const SECONDS: i64 = 14 * 24 * 60 * 60;

/// An invitation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct InvitationRow {
    /// What it makes of whoever accepts it.
    pub to: For,
    /// Who is invited, as the inviter calls them.
    pub name: String,
    /// What they are to the person, or their job.
    pub relation: String,
    /// What they are asked to share, or are shown.
    pub scopes: Scopes,
    /// Until when it serves.
    pub expires: Moment,
    /// Whether it was used.
    #[serde(default)]
    pub used: bool,
}

/// What an invitation makes of whoever accepts it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum For {
    /// A carer, as a member of this record.
    Carer {
        /// Which record.
        record: RecordId,
        /// The member they will be.
        member: Member,
    },
    /// Somebody whom this team looks after.
    Patient {
        /// Which team.
        team: TeamId,
    },
    /// A colleague in this team.
    Staff {
        /// Which team.
        team: TeamId,
    },
}

/// An invitation that serves.
#[derive(Clone, Debug)]
pub struct Invitation {
    key: [u8; 32],
    /// What it says.
    pub row: InvitationRow,
}

fn key(code: &Code) -> [u8; 32] {
    digest(b"invitation", code.figures())
}

/// Whether an invitation serves.
///
/// # Errors
/// [`ProblemCode::InvitationUsed`], [`ProblemCode::InvitationExpired`].
pub fn check(row: &InvitationRow, now: Moment) -> Result<(), ProblemCode> {
    if row.used {
        Err(ProblemCode::InvitationUsed)
    } else if now >= row.expires {
        Err(ProblemCode::InvitationExpired)
    } else {
        Ok(())
    }
}

/// The invitation with this code, where it serves.
///
/// # Errors
/// [`ProblemCode::InvitationUnknown`], or as [`check`].
pub fn open(read: &impl Read, code: &Code, now: Moment) -> Result<Invitation, Refused> {
    let key = key(code);
    let row = read.get(Invitations, &key)?.ok_or(ProblemCode::InvitationUnknown)?;
    check(&row, now)?;
    Ok(Invitation { key, row })
}

/// What an invitation is to.
///
/// # Errors
/// As [`open`].
pub fn look(read: &impl Read, code: &Code, now: Moment) -> Result<InvitationCard, Refused> {
    let Invitation { row, .. } = open(read, code, now)?;
    let team = match row.to {
        For::Carer { .. } => None,
        For::Patient { team } | For::Staff { team } => Some(team),
    };
    let (role, from) = match row.to {
        For::Carer { record, .. } => {
            let record = read.get(Records, &record)?.ok_or(StoreError::Damaged)?;
            let person = read.get(Accounts, &record.person)?.ok_or(StoreError::Damaged)?;
            (InvitationRole::Carer, person.name)
        }
        For::Patient { team } => (InvitationRole::Patient, team_name(read, team)?),
        For::Staff { team } => (InvitationRole::Staff, team_name(read, team)?),
    };
    Ok(InvitationCard {
        role,
        from,
        team,
        name: row.name,
        relation: row.relation,
        scopes: row.scopes,
        expires: row.expires.seconds(),
    })
}

fn team_name(read: &impl Read, team: TeamId) -> Result<String, StoreError> {
    Ok(read.get(Teams, &team)?.ok_or(StoreError::Damaged)?.name)
}

/// Invites, as the caller.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] where the caller cannot invite to that,
/// [`ProblemCode::NameInvalid`], [`ProblemCode::Invalid`].
pub fn invite(
    pen: &mut Pen<'_>,
    caller: &Caller,
    asked: &NewInvitation,
    now: Moment,
) -> Result<InvitationMade, Refused> {
    let name = rules::name(&asked.name)?;
    let relation = rules::text(&asked.relation, 0, 80).ok_or(ProblemCode::Invalid)?;
    let to = match (asked.role, &caller.kind) {
        (InvitationRole::Patient, AccountKind::Staff { team, .. }) => For::Patient { team: *team },
        (InvitationRole::Carer, AccountKind::Person) => {
            let own = records::own(pen, caller.account)?;
            let record = own
                .filter(|own| asked.record.is_none_or(|asked| asked == *own))
                .ok_or(ProblemCode::NotAllowed)?;
            let mut row = pen.get(Records, &record)?.ok_or(StoreError::Damaged)?;
            let member = row.new_member();
            pen.put(Records, &record, &row)?;
            pen.put(
                Members,
                &(record, member),
                &MemberRow::Carer { account: None, name: name.clone(), relation: relation.clone() },
            )?;
            For::Carer { record, member }
        }
        _ => return Err(ProblemCode::NotAllowed.into()),
    };
    make(pen, to, name, relation, asked.scopes, now)
}

/// Makes an invitation, whoever asked for it.
///
/// # Errors
/// [`Refused::Store`].
pub fn make(
    pen: &mut Pen<'_>,
    to: For,
    name: String,
    relation: String,
    scopes: Scopes,
    now: Moment,
) -> Result<InvitationMade, Refused> {
    let code = Code::from_random(draw(pen.chance())?);
    let member = match to {
        For::Carer { member, .. } => Some(member),
        For::Patient { .. } | For::Staff { .. } => None,
    };
    let expires = now.plus_seconds(SECONDS);
    let row = InvitationRow { to, name, relation, scopes, expires, used: false };
    pen.put(Invitations, &key(&code), &row)?;
    Ok(InvitationMade { code, member, expires: expires.seconds() })
}

/// Makes of the account what the invitation says, and uses the invitation up.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] where the account cannot become that: a
/// colleague's account is no person's, and the other way round; nobody is their
/// own carer.
pub fn accept(
    pen: &mut Pen<'_>,
    invitation: Invitation,
    account: AccountId,
    row: &AccountRow,
    now: Moment,
) -> Result<(), Refused> {
    let Invitation { key, row: mut invited } = invitation;
    match (&invited.to, &row.kind) {
        (For::Carer { record, member }, AccountKind::Person) => {
            if pen.get(Reaches, &(account, *record))?.is_some() {
                return Err(ProblemCode::NotAllowed.into());
            }
            let member_row = MemberRow::Carer {
                account: Some(account),
                name: invited.name.clone(),
                relation: invited.relation.clone(),
            };
            pen.put(Members, &(*record, *member), &member_row)?;
            pen.put(Reaches, &(account, *record), member)?;
        }
        (For::Patient { team }, AccountKind::Person) => {
            let record = match records::own(pen, account)? {
                Some(record) => record,
                None => records::create(pen, account, now)?,
            };
            records::join_team(pen, record, *team)?;
        }
        (For::Staff { team }, AccountKind::Staff { team: own, .. }) if team == own => {}
        _ => return Err(ProblemCode::NotAllowed.into()),
    }
    invited.used = true;
    Ok(pen.put(Invitations, &key, &invited)?)
}
