//! Making an account.

use record::api::{AccountId, Code, DeviceKey, ProblemCode};

use super::password::PasswordRow;
use super::{AccountKind, AccountRow, rules};
use crate::chance::draw;
use crate::clock::Moment;
use crate::invitations::{self, For};
use crate::records;
use crate::refused::Refused;
use crate::sessions::{self, Tokens};
use crate::store::books::{Pen, Read};
use crate::store::tables::{Accounts, Usernames};

/// Somebody who asks for an account, their wishes checked and their password
/// hashed.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// As [`rules::username`] gave it.
    pub username: String,
    /// As [`rules::name`] gave it.
    pub name: String,
    /// The password, hashed.
    pub password: PasswordRow,
    /// Their device.
    pub device: DeviceKey,
    /// The invitation they accept, if any.
    pub invitation: Option<Code>,
}

/// What was made.
#[derive(Debug)]
pub struct Created {
    /// The account.
    pub account: AccountId,
    /// Its first session.
    pub tokens: Tokens,
}

/// Makes the account, what its invitation gives, a record unless it is a
/// carer's or a colleague's, and its first session.
///
/// # Errors
/// [`ProblemCode::UsernameTaken`], or what is wrong with the invitation.
pub fn create(pen: &mut Pen<'_>, applicant: Applicant, now: Moment) -> Result<Created, Refused> {
    let username = rules::username_key(&applicant.username);
    if pen.get(Usernames, &username)?.is_some() {
        return Err(ProblemCode::UsernameTaken.into());
    }
    let invitation =
        applicant.invitation.map(|code| invitations::open(pen, &code, now)).transpose()?;
    let account = AccountId(draw(pen.chance())?);
    let kind = match invitation.as_ref().map(|invitation| &invitation.row.to) {
        Some(For::Staff { team }) => AccountKind::Staff {
            team: *team,
            job: invitation
                .as_ref()
                .map(|invitation| invitation.row.relation.clone())
                .unwrap_or_default(),
        },
        _ => AccountKind::Person,
    };
    let row = AccountRow {
        username: applicant.username,
        name: applicant.name,
        kind,
        password: applicant.password,
        made: now,
        passwords: 0,
        easy_read: None,
    };
    pen.put(Usernames, &username, &account)?;
    pen.put(Accounts, &account, &row)?;
    let own_record = matches!(
        invitation.as_ref().map(|invitation| &invitation.row.to),
        None | Some(For::Patient { .. })
    );
    if own_record {
        records::create(pen, account, now)?;
    }
    if let Some(invitation) = invitation {
        invitations::accept(pen, invitation, account, &row, now)?;
    }
    let tokens = sessions::begin(pen, account, applicant.device, now)?;
    Ok(Created { account, tokens })
}
