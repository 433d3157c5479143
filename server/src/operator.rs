//! What only the operator may do, at the machine itself: teams, and the
//! first of their colleagues.

use record::Scopes;
use record::api::InvitationMade;

use crate::accounts::rules;
use crate::chance::draw;
use crate::clock::Moment;
use crate::invitations::{self, For};
use crate::records::{TeamId, TeamRow};
use crate::refused::Refused;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Meta, Teams};

/// Makes a care team.
///
/// # Errors
/// [`record::api::ProblemCode::NameInvalid`]; [`Refused::Store`].
pub fn make_team(pen: &mut Pen<'_>, name: &str, reply_hours: u32) -> Result<TeamId, Refused> {
    let team = TeamId(draw(pen.chance())?);
    let row = TeamRow { name: rules::name(name)?, reply_hours };
    pen.put(Teams, &team, &row)?;
    Ok(team)
}

/// The team with this name, whatever its case. None where there is none.
///
/// # Errors
/// [`Refused::Store`].
pub fn find_team(read: &impl Read, name: &str) -> Result<Option<TeamId>, Refused> {
    let name = name.trim().to_lowercase();
    Ok(read
        .list(Teams, &())?
        .into_iter()
        .find(|(_, row)| row.name.to_lowercase() == name)
        .map(|(team, _)| team))
}

/// Invites a colleague into a team.
///
/// # Errors
/// [`record::api::ProblemCode::NameInvalid`]; [`Refused::Store`].
pub fn invite_staff(
    pen: &mut Pen<'_>,
    team: TeamId,
    name: &str,
    job: &str,
    now: Moment,
) -> Result<InvitationMade, Refused> {
    let name = rules::name(name)?;
    let job = rules::text(job, 0, 80).ok_or(record::api::ProblemCode::Invalid)?;
    invitations::make(pen, For::Staff { team }, name, job, Scopes::NONE, now)
}

/// Begins a new epoch: said once after the database was restored from a backup,
/// so that devices look at what they have and heal it.
///
/// # Errors
/// [`Refused::Store`].
pub fn begin_epoch(pen: &mut Pen<'_>) -> Result<u32, Refused> {
    let mut meta = pen.meta()?;
    meta.epoch = meta.next_epoch(pen.chance())?;
    pen.put(Meta, &(), &meta)?;
    Ok(meta.epoch)
}
