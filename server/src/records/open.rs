//! A colleague opens a person's record: never without the person seeing it.

use record::api::{Opened, ProblemCode};
use record::kinds::Look;

use super::{Standing, cards};
use crate::accounts::{AccountKind, rules};
use crate::clock::Moment;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Accounts, Sessions, Teams};
use crate::sync;

/// For how long an opened record stays open, in seconds.
pub const OPEN_SECONDS: i64 = 30 * 60;

/// Writes the look into the record's sharing stream, signed by the server, and
/// opens the record to this session: both, or neither.
///
/// # Errors
/// [`ProblemCode::Invalid`] without a reason; [`Refused::Store`].
pub fn open(
    pen: &mut Pen<'_>,
    caller: &Caller,
    standing: &Standing,
    reason: &str,
    now: Moment,
) -> Result<Opened, Refused> {
    let reason = rules::text(reason, 1, 200).ok_or(ProblemCode::Invalid)?;
    let AccountKind::Staff { team, job } = &caller.kind else {
        return Err(ProblemCode::NotAllowed.into());
    };
    let account = pen.get(Accounts, &caller.account)?.ok_or(StoreError::Damaged)?;
    let team = pen.get(Teams, team)?.ok_or(StoreError::Damaged)?;
    let parts = [account.name.as_str(), job, &team.name];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let look = Look {
        member: standing.member,
        who: said.join(", "),
        saw: standing.see,
        reason: Some(reason),
    };
    sync::tell(pen, standing.record, &look, now)?;
    let until = now.plus_seconds(OPEN_SECONDS);
    let mut session = pen.get(Sessions, &caller.session)?.ok_or(ProblemCode::SignedOut)?;
    session.opened.retain(|(record, until)| *record != standing.record && now < *until);
    session.opened.push((standing.record, until));
    pen.put(Sessions, &caller.session, &session)?;
    let standing = Standing { open: true, ..*standing };
    Ok(Opened { record: cards::card(pen, caller, &standing, now)?, until: until.seconds() })
}
