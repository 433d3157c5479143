//! Accounts: who may sign in, and with what.

mod create;
pub mod limits;
pub mod password;
pub mod rules;

pub use create::{Applicant, Created, create};

use record::api::{Account, AccountId, AccountRole, Me, ProblemCode, Reading, Session};

use crate::clock::Moment;
use crate::records::TeamId;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Accounts, Teams};
use password::PasswordRow;

/// An account as it is kept.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct AccountRow {
    /// What it signs in with.
    pub username: String,
    /// How others see it.
    pub name: String,
    /// Whose it is.
    pub kind: AccountKind,
    /// The password, hashed.
    pub password: PasswordRow,
    /// Since when.
    pub made: Moment,
    /// How often the password was changed. A session from before the last
    /// change is over.
    #[serde(default)]
    pub passwords: u32,
    /// Whether they read Easy Read; none where they never said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easy_read: Option<bool>,
}

/// Whose account it is.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// Somebody with a record, or a carer.
    Person,
    /// A colleague in a care team.
    Staff {
        /// Which.
        team: TeamId,
        /// What they do there.
        job: String,
    },
}

impl AccountKind {
    /// The team whose colleague it is.
    ///
    /// # Errors
    /// [`ProblemCode::NotAllowed`] for anybody else.
    pub fn team(&self) -> Result<TeamId, ProblemCode> {
        match self {
            Self::Staff { team, .. } => Ok(*team),
            Self::Person => Err(ProblemCode::NotAllowed),
        }
    }
}

/// An account as it is told to itself.
///
/// # Errors
/// [`Refused::Store`].
pub fn card(read: &impl Read, id: AccountId, row: &AccountRow) -> Result<Account, Refused> {
    let (role, team, job) = match &row.kind {
        AccountKind::Person => (AccountRole::Person, None, None),
        AccountKind::Staff { team: id, job } => {
            let team = read.get(Teams, id)?.ok_or(StoreError::Damaged)?;
            let job = (!job.is_empty()).then(|| job.clone());
            (AccountRole::Staff, Some(team.card(*id)), job)
        }
    };
    let (username, name, easy_read) = (row.username.clone(), row.name.clone(), row.easy_read);
    Ok(Account { id, username, name, role, team, job, easy_read })
}

/// A session that was just begun or refreshed, as it is told to its device.
///
/// # Errors
/// [`Refused::Store`].
pub fn session(
    read: &impl Read,
    tokens: crate::sessions::Tokens,
    now: Moment,
) -> Result<Session, Refused> {
    let caller = crate::sessions::holder(read, &tokens, now)?;
    let me = me(read, &caller, now)?;
    Ok(Session {
        access: tokens.access,
        refresh: tokens.refresh,
        access_seconds: tokens.seconds,
        account: me.account,
        records: me.records,
    })
}

/// Gives an account another password, and ends every session but this one, and the
/// address that a calendar follows.
///
/// # Errors
/// [`ProblemCode::SignedOut`] where this one ended meanwhile.
pub fn change_password(
    pen: &mut Pen<'_>,
    caller: &crate::sessions::Caller,
    password: PasswordRow,
) -> Result<(), Refused> {
    let mut row = pen.get(Accounts, &caller.account)?.ok_or(StoreError::Damaged)?;
    row.password = password;
    row.passwords = row.passwords.saturating_add(1);
    pen.put(Accounts, &caller.account, &row)?;
    crate::calendar::remove(pen, caller.account)?;
    crate::sessions::carry_over(pen, caller.session, row.passwords)
}

/// Keeps how somebody reads.
///
/// # Errors
/// [`Refused::Store`].
pub fn read_so(
    pen: &mut Pen<'_>,
    caller: &crate::sessions::Caller,
    reading: Reading,
) -> Result<(), Refused> {
    let mut row = pen.get(Accounts, &caller.account)?.ok_or(StoreError::Damaged)?;
    row.easy_read = Some(reading.easy_read);
    Ok(pen.put(Accounts, &caller.account, &row)?)
}

/// Who is signed in and what they may reach.
///
/// # Errors
/// [`Refused::Store`].
pub fn me(read: &impl Read, caller: &crate::sessions::Caller, now: Moment) -> Result<Me, Refused> {
    let row = read.get(Accounts, &caller.account)?.ok_or(StoreError::Damaged)?;
    Ok(Me {
        account: card(read, caller.account, &row)?,
        records: crate::records::cards(read, caller, now)?,
        calendar: crate::calendar::made(read, caller.account)?,
    })
}
