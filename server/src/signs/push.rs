//! Which devices are told while their app is closed, and when. One row to a session,
//! which goes with it.

use record::api::{AccountId, MAX_SIGNS, NewPush, ProblemCode, SignName, Signs};
use record::{Member, RecordId, Scope};

use super::due::schedule;
use super::{Post, Wait, Whose, name};
use crate::clock::Moment;
use crate::refused::Refused;
use crate::sessions::{self, Caller, SessionId};
use crate::store::StoreError;
use crate::store::books::{Books, Pen, Read};
use crate::store::tables::{Accounts, Grants, Heard, Members, Pushes, Records, Sessions};

/// How often a device is told of new messages at most, in seconds.
const MESSAGES_EVERY: i64 = 5 * 60;

/// The name of the sign that is given once a night is over in which somebody wrote.
const MORNING: u64 = 0;

/// A device that is told while its app is closed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PushRow {
    /// Whose.
    pub account: AccountId,
    /// Where its pushes go.
    pub endpoint: String,
    /// When something is due, in seconds since 1970, and its name.
    pub signs: Vec<(i64, u64)>,
    /// Whether it is told of new messages.
    pub messages: bool,
    /// Between which minutes of a day, UTC, it is told of none.
    pub quiet: Option<(u16, u16)>,
    /// When it was last told of a message, in seconds.
    pub told: i64,
    /// From when on its row among the [`Dues`](super::Dues) stands; none where it
    /// has none.
    pub scheduled: Option<i64>,
}

/// Begins to tell the caller's device.
///
/// # Errors
/// [`Refused::Store`].
pub async fn begin(books: &Books, caller: &Caller, asked: NewPush) -> Result<(), Refused> {
    let (id, account) = (caller.session, caller.account);
    books
        .write(move |pen| {
            // Signed out meanwhile, say.
            if pen.get(Sessions, &id)?.is_none() {
                return Err(ProblemCode::SignedOut.into());
            }
            let endpoint = asked.endpoint;
            let row = match pen.get(Pushes, &id)? {
                Some(row) => PushRow { endpoint, ..row },
                None => PushRow {
                    account,
                    endpoint,
                    signs: Vec::new(),
                    messages: false,
                    quiet: None,
                    told: 0,
                    scheduled: None,
                },
            };
            // What sessions left here that are over.
            for (key, ()) in pen.list(Heard, &account)? {
                if pen.get(Pushes, &key.1)?.is_none() {
                    pen.remove(Heard, &key)?;
                }
            }
            pen.put(Heard, &(account, id), &())?;
            Ok(pen.put(Pushes, &id, &row)?)
        })
        .await
}

/// Tells the caller's device no longer.
///
/// # Errors
/// [`Refused::Store`].
pub async fn end(books: &Books, session: SessionId) -> Result<(), Refused> {
    books.write_of(&session, move |pen| Ok(pen.remove(Pushes, &session)?)).await
}

/// When the caller's device is to be told from now on.
///
/// # Errors
/// [`ProblemCode::PushUnknown`] where it is not told at all.
pub async fn set(books: &Books, caller: &Caller, asked: Signs, now: Moment) -> Result<(), Refused> {
    if asked.signs.len() > MAX_SIGNS || asked.over.len() > MAX_SIGNS {
        return Err(ProblemCode::TooLarge.into());
    }
    let (id, account) = (caller.session, caller.account);
    let over = asked.over.clone();
    // Where what is due next is no sooner than what was, nothing else is touched.
    let sooner = books
        .write_of(&id, move |pen| {
            let mut row = pen.get(Pushes, &id)?.ok_or(ProblemCode::PushUnknown)?;
            // What says that a night is over stays: no device knows of it.
            row.signs.retain(|(at, name)| *name == MORNING && *at > now.seconds());
            row.signs.extend(asked.signs.iter().map(|sign| (sign.at, name(sign.name))));
            (row.messages, row.quiet) = (asked.messages, asked.quiet);
            let sooner = sooner(&row);
            pen.put(Pushes, &id, &row)?;
            Ok::<_, Refused>(sooner)
        })
        .await?;
    if sooner {
        books.write(move |pen| stand(pen, id)).await?;
    }
    if !over.is_empty() {
        silence(books, account, id, over).await?;
    }
    Ok(())
}

/// The other devices of the account need no sign of what is over.
async fn silence(
    books: &Books,
    account: AccountId,
    but: SessionId,
    over: Vec<SignName>,
) -> Result<(), Refused> {
    let others = books
        .read(move |page| Ok::<_, Refused>(devices(page, account)?))
        .await?
        .into_iter()
        .filter(|(id, _)| *id != but);
    let over: Vec<u64> = over.into_iter().map(name).collect();
    for (id, row) in others {
        if !row.signs.iter().any(|(_, name)| over.contains(name)) {
            continue;
        }
        let over = over.clone();
        books
            .write_of(&id, move |pen| {
                if let Some(mut row) = pen.get(Pushes, &id)? {
                    row.signs.retain(|(_, name)| !over.contains(name));
                    pen.put(Pushes, &id, &row)?;
                }
                Ok::<_, Refused>(())
            })
            .await?;
    }
    Ok(())
}

/// Whether something is due before the row is looked at next.
fn sooner(row: &PushRow) -> bool {
    let next = row.signs.iter().map(|(at, _)| *at).min();
    next.is_some_and(|next| row.scheduled.is_none_or(|stands| next < stands))
}

/// Lets the row be looked at when what is due next comes.
pub(super) fn stand(pen: &mut Pen<'_>, id: SessionId) -> Result<(), Refused> {
    let Some(mut row) = pen.get(Pushes, &id)? else { return Ok(()) };
    row.scheduled = schedule(pen, Whose::Session(id), row.signs.iter().map(|(at, _)| *at))?;
    Ok(pen.put(Pushes, &id, &row)?)
}

/// The devices of an account that are told, each with its session, which still is
/// one.
pub(super) fn devices(
    read: &impl Read,
    account: AccountId,
) -> Result<Vec<(SessionId, PushRow)>, StoreError> {
    let mut devices = Vec::new();
    for ((_, id), ()) in read.list(Heard, &account)? {
        if let Some(row) = read.get(Pushes, &id)?
            && serves(read, id, &row)?
        {
            devices.push((id, row));
        }
    }
    Ok(devices)
}

/// Whether the session of a row is one still, and of the account.
pub(super) fn serves(read: &impl Read, id: SessionId, row: &PushRow) -> Result<bool, StoreError> {
    let account = read.get(Accounts, &row.account)?;
    let session = read.get(Sessions, &id)?.filter(|session| session.account == row.account);
    Ok(session.is_some_and(|session| sessions::rules::is_of(&session, account.as_ref())))
}

/// Forgets a device's address, unless it has another one by now.
///
/// # Errors
/// [`Refused::Store`].
pub async fn forget(books: &Books, post: &Post) -> Result<(), Refused> {
    let (id, endpoint) = (post.session, post.endpoint.clone());
    books
        .write_of(&id, move |pen| {
            if pen.get(Pushes, &id)?.is_some_and(|row| row.endpoint == endpoint) {
                pen.remove(Pushes, &id)?;
            }
            Ok(())
        })
        .await
}

/// Tells the devices of those who may see the messages of a record that one came;
/// not those of whoever wrote it. In a device's quiet hours it waits for their end.
///
/// # Errors
/// [`Refused::Store`].
pub async fn of_message(
    books: &Books,
    record: RecordId,
    by: AccountId,
    now: Moment,
) -> Result<Vec<Post>, Refused> {
    let told = books
        .read(move |page| {
            let mut told = Vec::new();
            let Some(row) = page.get(Records, &record)? else { return Ok(told) };
            let mut accounts = vec![row.person];
            let grants = page.get(Grants, &record)?.unwrap_or_default();
            for ((_, member), row) in page.list(Members, &record)? {
                let sees =
                    member != Member::PERSON && grants.of(member, now).0.has(Scope::Messages);
                if let Some(account) = row.carer().filter(|_| sees) {
                    accounts.push(account);
                }
            }
            for account in accounts.into_iter().filter(|account| *account != by) {
                let devices = devices(page, account)?.into_iter();
                told.extend(devices.filter(|(_, row)| row.messages));
            }
            Ok::<_, Refused>(told)
        })
        .await?;
    let mut posts = Vec::new();
    for (id, row) in told {
        let seconds = now.seconds();
        if let Some(morning) = row.quiet.and_then(|quiet| after_quiet(quiet, seconds)) {
            books
                .write(move |pen| {
                    let Some(mut row) = pen.get(Pushes, &id)? else { return Ok(()) };
                    row.signs.retain(|(_, name)| *name != MORNING);
                    row.signs.push((morning, MORNING));
                    pen.put(Pushes, &id, &row)?;
                    stand(pen, id)
                })
                .await?;
        } else if seconds - row.told >= MESSAGES_EVERY {
            books
                .write_of(&id, move |pen| {
                    if let Some(row) = pen.get(Pushes, &id)? {
                        pen.put(Pushes, &id, &PushRow { told: seconds, ..row })?;
                    }
                    Ok::<_, Refused>(())
                })
                .await?;
            posts.push(Post { session: id, endpoint: row.endpoint, wait: Wait::Day });
        }
    }
    Ok(posts)
}

/// When quiet hours are over that are on now; none where they are not.
fn after_quiet((from, to): (u16, u16), now: i64) -> Option<i64> {
    let (from, to) = (i64::from(from) * 60, i64::from(to) * 60);
    let (day, of_day) = (now.div_euclid(86_400) * 86_400, now.rem_euclid(86_400));
    let night = from > to;
    let is_quiet = if night { of_day >= from || of_day < to } else { (from..to).contains(&of_day) };
    is_quiet.then(|| day + to + if night && of_day >= from { 86_400 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::after_quiet;

    #[test]
    fn quiet_hours_end_on_the_next_day_where_they_go_over_midnight() {
        let night = (22 * 60, 7 * 60);
        let at = |day: i64, hour: i64| day * 86_400 + hour * 3600;
        assert_eq!(after_quiet(night, at(3, 23)), Some(at(4, 7)));
        assert_eq!(after_quiet(night, at(4, 0)), Some(at(4, 7)));
        assert_eq!(after_quiet(night, at(4, 7)), None);
        assert_eq!(after_quiet(night, at(4, 21)), None);
        let nap = (13 * 60, 14 * 60);
        assert_eq!(after_quiet(nap, at(4, 13)), Some(at(4, 14)));
        assert_eq!(after_quiet(nap, at(4, 14)), None);
    }
}
