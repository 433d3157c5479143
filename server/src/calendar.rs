//! A calendar that follows a person's times. Its address is a secret, of which only
//! the hash is kept; whoever has it sees when something is due, and never what, for
//! the person's devices tell nothing else.
//!
//! It belongs to the account: signing out of a device leaves it, a new password ends
//! it, as it ends all else that somebody who knew the old one may have made.

use record::api::{AccountId, CalendarTimes, MAX_TIMES, ProblemCode};
use record::calendar::{self, About};

use crate::accounts::AccountKind;
use crate::chance::draw;
use crate::clock::Moment;
use crate::hex;
use crate::keys::digest;
use crate::refused::Refused;
use crate::sessions::Caller;
use crate::store::StoreError;
use crate::store::books::{Books, Pen, Read};
use crate::store::tables::{Calendars, Follows};

/// What the calendar is called.
const NAME: &str = "What Matters";
/// What every time in it is called.
const TITLE: &str = "It is time for something you wanted to do";
/// What an address ends with.
const ENDING: &str = ".ics";

/// The times that a calendar follows, as they are kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CalendarRow {
    /// The hash of what the calendar holds.
    #[serde(with = "crate::hex")]
    secret: [u8; 32],
    /// When the address was made.
    made: Moment,
    /// The times.
    times: CalendarTimes,
    /// When they were last told.
    told: Moment,
}

/// A calendar as it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The calendar.
    pub text: String,
    /// What is another one where the calendar is (RFC 9110 §8.8.3).
    pub tag: String,
}

fn key(secret: &[u8; 32]) -> [u8; 32] {
    digest(b"calendar", secret)
}

/// Makes the secret of an address: the last part of its path.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] to a colleague, who has no times.
pub async fn begin(books: &Books, caller: &Caller, now: Moment) -> Result<String, Refused> {
    if caller.kind != AccountKind::Person {
        return Err(ProblemCode::NotAllowed.into());
    }
    let account = caller.account;
    books
        .write(move |pen| {
            remove(pen, account)?;
            let secret: [u8; 32] = draw(pen.chance())?;
            let kept = key(&secret);
            let times = CalendarTimes::default();
            let row = CalendarRow { secret: kept, made: now, times, told: now };
            pen.put(Calendars, &account, &row)?;
            pen.put(Follows, &kept, &account)?;
            Ok(hex::write(&secret) + ENDING)
        })
        .await
}

/// The address that there is serves no longer.
///
/// # Errors
/// [`Refused::Store`].
pub async fn end(books: &Books, account: AccountId) -> Result<(), Refused> {
    books.write(move |pen| Ok(remove(pen, account)?)).await
}

/// As [`end`], within another act.
///
/// # Errors
/// [`StoreError`].
pub fn remove(pen: &mut Pen<'_>, account: AccountId) -> Result<(), StoreError> {
    if let Some(row) = pen.get(Calendars, &account)? {
        pen.remove(Follows, &row.secret)?;
        pen.remove(Calendars, &account)?;
    }
    Ok(())
}

/// When the address was made that a calendar follows; none where none serves.
///
/// # Errors
/// [`StoreError`].
pub fn made(read: &impl Read, account: AccountId) -> Result<Option<i64>, StoreError> {
    Ok(read.get(Calendars, &account)?.map(|row| row.made.seconds()))
}

/// What the calendar says from now on.
///
/// # Errors
/// [`ProblemCode::CalendarUnknown`] where none follows; [`ProblemCode::TooLarge`].
pub async fn set(
    books: &Books,
    account: AccountId,
    times: CalendarTimes,
    now: Moment,
) -> Result<(), Refused> {
    if times.len() > MAX_TIMES {
        return Err(ProblemCode::TooLarge.into());
    }
    books
        .write_of(&account, move |pen| {
            let row = pen.get(Calendars, &account)?.ok_or(ProblemCode::CalendarUnknown)?;
            Ok(pen.put(Calendars, &account, &CalendarRow { times, told: now, ..row })?)
        })
        .await
}

/// The calendar at an address, by the last part of its path. What never was an
/// address, what is none any more and what there is nothing of are one answer.
///
/// # Errors
/// [`ProblemCode::NotFound`].
pub async fn given(books: &Books, last: &str) -> Result<Given, Refused> {
    let secret = last.strip_suffix(ENDING).and_then(hex::read);
    let secret: Option<[u8; 32]> = secret.and_then(|bytes| bytes.try_into().ok());
    let kept = key(&secret.ok_or(ProblemCode::NotFound)?);
    let row = books
        .read(move |page| {
            let account = page.get(Follows, &kept)?;
            let row = account.map(|account| page.get(Calendars, &account)).transpose()?;
            let row = row.flatten().filter(|row| row.secret == kept);
            row.ok_or(Refused::from(ProblemCode::NotFound))
        })
        .await?;
    let about = About { name: NAME, title: TITLE, made: row.told.seconds(), followed: true };
    let text = calendar::write(&row.times, about);
    let tag = format!("\"{}\"", hex::write(&digest(b"calendar-tag", text.as_bytes())[..16]));
    Ok(Given { text, tag })
}
