//! When a token serves, and what a refresh token does. No clock, no storage.

use record::api::{AccountId, DeviceKey};

use super::SessionRow;
use crate::accounts::AccountRow;
use crate::clock::Moment;
use crate::keys::digest;

/// For how long an access token serves, in seconds.
pub const ACCESS_SECONDS: i64 = 15 * 60;
/// For how long a refresh token serves: a session unused for so long ends.
pub const REFRESH_SECONDS: i64 = 90 * 24 * 60 * 60;
/// For how long the token before gives the same answer again.
pub const GRACE_SECONDS: i64 = 3 * 60;

/// A pair of tokens' secrets.
pub struct Pair {
    /// The access token's.
    pub access: [u8; 32],
    /// The refresh token's.
    pub refresh: [u8; 32],
}

/// What a refresh token that was presented does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Turns into the next pair.
    Next,
    /// Gives the pair that it gave before: the answer was lost.
    Again,
    /// Ends the session: it is over, or the token was used before and somebody
    /// has a copy.
    Dead,
}

fn access_hash(secret: &[u8; 32]) -> [u8; 32] {
    digest(b"access", secret)
}

fn refresh_hash(secret: &[u8; 32]) -> [u8; 32] {
    digest(b"refresh", secret)
}

/// A session as it begins.
#[must_use]
pub fn begin(account: AccountId, device: DeviceKey, pair: &Pair, now: Moment) -> SessionRow {
    SessionRow {
        account,
        device,
        access: access_hash(&pair.access),
        access_until: now.plus_seconds(ACCESS_SECONDS),
        refresh: refresh_hash(&pair.refresh),
        refresh_until: now.plus_seconds(REFRESH_SECONDS),
        before: None,
        turned: now,
        passwords: 0,
        opened: Vec::new(),
    }
}

/// What the refresh token with this secret does now.
#[must_use]
pub fn turn(row: &SessionRow, secret: &[u8; 32], now: Moment) -> Turn {
    let hash = refresh_hash(secret);
    if now >= row.refresh_until {
        Turn::Dead
    } else if hash == row.refresh {
        Turn::Next
    } else if row.before == Some(hash) && now < row.turned.plus_seconds(GRACE_SECONDS) {
        Turn::Again
    } else {
        Turn::Dead
    }
}

/// The session with its next pair.
#[must_use]
pub fn next(row: SessionRow, pair: &Pair, now: Moment) -> SessionRow {
    let mut opened = row.opened;
    opened.retain(|(_, until)| now < *until);
    SessionRow {
        before: Some(row.refresh),
        passwords: row.passwords,
        opened,
        ..begin(row.account, row.device, pair, now)
    }
}

/// Whether the access token with this secret serves now.
#[must_use]
pub fn serves(row: &SessionRow, secret: &[u8; 32], now: Moment) -> bool {
    now < row.access_until && access_hash(secret) == row.access
}

/// Whether a session is of this account, since its last change of password.
#[must_use]
pub fn is_of(row: &SessionRow, account: Option<&AccountRow>) -> bool {
    account.is_some_and(|account| account.passwords == row.passwords)
}

/// For how many seconds more the access token serves.
#[must_use]
pub fn seconds_left(row: &SessionRow, now: Moment) -> u32 {
    u32::try_from(row.access_until.since(now) / 1000).unwrap_or(0)
}
