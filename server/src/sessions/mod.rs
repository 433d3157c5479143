//! Sessions: one account on one device, for as long as it refreshes.
//!
//! A session is a *family* of tokens. An access token serves for 15 minutes; a
//! refresh token serves once and gives the next pair. The pair follows from the
//! token that asked for it (under the server's key), so that when an answer is
//! lost the same question gives the same answer again, for three minutes, with
//! nothing but hashes kept. Any older token is a stolen one: the family dies.

pub mod ask;
pub mod rules;
mod token;

pub use token::Token;

use record::RecordId;
use record::api::{AccountId, DeviceKey, ProblemCode, Secret};

use crate::accounts::AccountKind;
use crate::chance::draw;
use crate::clock::Moment;
use crate::refused::Refused;
use crate::store::StoreError;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Accounts, Pushes, Sessions};
use rules::Turn;

/// A session.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId(pub [u8; 16]);

impl std::fmt::Debug for SessionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionId")
    }
}

/// A session as it is kept. Its tokens are kept as hashes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SessionRow {
    /// Whose.
    pub account: AccountId,
    /// On which device.
    pub device: DeviceKey,
    #[serde(with = "crate::hex")]
    access: [u8; 32],
    access_until: Moment,
    #[serde(with = "crate::hex")]
    refresh: [u8; 32],
    refresh_until: Moment,
    /// The refresh token before, and when it was turned into this one.
    #[serde(with = "crate::hex::option")]
    before: Option<[u8; 32]>,
    turned: Moment,
    /// [`AccountRow::passwords`](crate::accounts::AccountRow) when it began, or
    /// when the password was changed in it.
    #[serde(default)]
    passwords: u32,
    /// The records that a colleague has opened in it, and until when.
    #[serde(default)]
    pub opened: Vec<(RecordId, Moment)>,
}

/// A session's tokens, as they are handed out.
#[derive(Debug)]
pub struct Tokens {
    /// The session.
    pub session: SessionId,
    /// For every request.
    pub access: Secret,
    /// For the next pair.
    pub refresh: Secret,
    /// For how many seconds the first serves.
    pub seconds: u32,
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The session.
    pub session: SessionId,
    /// Whose.
    pub account: AccountId,
    /// What they are.
    pub kind: AccountKind,
    /// On which device.
    pub device: DeviceKey,
    /// Until when the token they came with serves.
    pub until: Moment,
    /// The records that are open to them, and until when.
    pub opened: Vec<(RecordId, Moment)>,
}

/// Begins a session.
///
/// # Errors
/// [`Refused::Store`].
pub fn begin(
    pen: &mut Pen<'_>,
    account: AccountId,
    device: DeviceKey,
    now: Moment,
) -> Result<Tokens, Refused> {
    let id = SessionId(draw(pen.chance())?);
    let pair = rules::Pair { access: draw(pen.chance())?, refresh: draw(pen.chance())? };
    let passwords = pen.get(Accounts, &account)?.map_or(0, |row| row.passwords);
    let row = SessionRow { passwords, ..rules::begin(account, device, &pair, now) };
    pen.put(Sessions, &id, &row)?;
    Ok(tokens(id, &pair, &row, now))
}

/// Gives a session's next tokens; the device has another key from now on, where
/// it says so. A family that died stays dead: its end is
/// kept, so it is an answer, not an error, to the store.
///
/// # Errors
/// [`Refused::Store`].
pub fn refresh(
    pen: &mut Pen<'_>,
    token: &Token,
    device: Option<DeviceKey>,
    now: Moment,
) -> Result<Result<(Tokens, AccountId), ProblemCode>, Refused> {
    let Some(row) = pen.get(Sessions, &token.session)? else {
        return Ok(Err(ProblemCode::SessionEnded));
    };
    if !rules::is_of(&row, pen.get(Accounts, &row.account)?.as_ref()) {
        remove(pen, token.session)?;
        return Ok(Err(ProblemCode::SessionEnded));
    }
    let keys = pen.keys();
    let pair = rules::Pair {
        access: keys.follow(b"access", &token.secret),
        refresh: keys.follow(b"refresh", &token.secret),
    };
    let mut row = match rules::turn(&row, &token.secret, now) {
        Turn::Next => rules::next(row, &pair, now),
        Turn::Again => row,
        Turn::Dead => {
            remove(pen, token.session)?;
            return Ok(Err(ProblemCode::SessionEnded));
        }
    };
    row.device = device.unwrap_or(row.device);
    pen.put(Sessions, &token.session, &row)?;
    Ok(Ok((tokens(token.session, &pair, &row, now), row.account)))
}

/// Who comes with this access token.
///
/// # Errors
/// [`ProblemCode::SignedOut`] where it serves no more, or never did.
pub fn caller(read: &impl Read, token: &Token, now: Moment) -> Result<Caller, Refused> {
    let row = read
        .get(Sessions, &token.session)?
        .filter(|row| rules::serves(row, &token.secret, now))
        .ok_or(ProblemCode::SignedOut)?;
    let account = read
        .get(Accounts, &row.account)?
        .filter(|account| rules::is_of(&row, Some(account)))
        .ok_or(ProblemCode::SignedOut)?;
    Ok(Caller {
        session: token.session,
        account: row.account,
        kind: account.kind,
        device: row.device,
        until: row.access_until,
        opened: row.opened,
    })
}

/// The caller of a session that was just begun or refreshed.
///
/// # Errors
/// As [`caller`].
pub fn holder(read: &impl Read, tokens: &Tokens, now: Moment) -> Result<Caller, Refused> {
    let token = Token::read(tokens.access.reveal()).ok_or(ProblemCode::Fault)?;
    caller(read, &token, now)
}

/// Ends a session.
///
/// # Errors
/// [`Refused::Store`].
pub fn end(pen: &mut Pen<'_>, session: SessionId) -> Result<(), Refused> {
    Ok(remove(pen, session)?)
}

/// A session that is over tells its device nothing more.
fn remove(pen: &mut Pen<'_>, session: SessionId) -> Result<(), StoreError> {
    pen.remove(Pushes, &session)?;
    pen.remove(Sessions, &session)
}

/// Takes a session over a change of password.
///
/// # Errors
/// [`ProblemCode::SignedOut`] where it is over.
pub(crate) fn carry_over(
    pen: &mut Pen<'_>,
    session: SessionId,
    passwords: u32,
) -> Result<(), Refused> {
    let row = pen.get(Sessions, &session)?.ok_or(ProblemCode::SignedOut)?;
    Ok(pen.put(Sessions, &session, &SessionRow { passwords, ..row })?)
}

/// The sessions that can never serve again, to be [`swept`](sweep).
///
/// # Errors
/// [`StoreError`].
pub fn ended(read: &impl Read, now: Moment) -> Result<Vec<SessionId>, StoreError> {
    let mut ended = Vec::new();
    for (id, row) in read.list(Sessions, &())? {
        if is_over(read, &row, now)? {
            ended.push(id);
        }
    }
    Ok(ended)
}

/// Forgets these sessions, those of them that are still over.
///
/// # Errors
/// [`StoreError`].
pub fn sweep(pen: &mut Pen<'_>, ended: &[SessionId], now: Moment) -> Result<(), StoreError> {
    for id in ended {
        if let Some(row) = pen.get(Sessions, id)?
            && is_over(pen, &row, now)?
        {
            remove(pen, *id)?;
        }
    }
    Ok(())
}

fn is_over(read: &impl Read, row: &SessionRow, now: Moment) -> Result<bool, StoreError> {
    Ok(now >= row.refresh_until || !rules::is_of(row, read.get(Accounts, &row.account)?.as_ref()))
}

fn tokens(session: SessionId, pair: &rules::Pair, row: &SessionRow, now: Moment) -> Tokens {
    let write = |secret| Token { session, secret }.write();
    Tokens {
        session,
        access: write(pair.access),
        refresh: write(pair.refresh),
        seconds: rules::seconds_left(row, now),
    }
}

#[cfg(test)]
mod tests;
