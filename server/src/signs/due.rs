//! What is due. The rows of one table stand in the order of their times; each says
//! only what is to be looked at then. One that came to nothing meanwhile is no harm.

use record::RecordId;

use super::push::{self, serves};
use super::tells::{self, Outcome};
use super::{LATE, Post, Wait, Whose};
use crate::clock::Moment;
use crate::refused::Refused;
use crate::sessions::SessionId;
use crate::store::StoreError;
use crate::store::books::{Books, Pen, Read};
use crate::store::tables::{Due, Key, Pushes, ReadKey, Table};

/// How many are taken at once.
const AT_ONCE: usize = 200;

/// When, in seconds since 1970, and what is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueKey {
    /// When.
    pub at: i64,
    /// What.
    pub whose: Whose,
}

/// What was due.
#[derive(Debug, Default)]
pub struct Dues {
    /// The pushes to send.
    pub posts: Vec<Post>,
    /// The records about whose people signs were given, with what their carers may
    /// see.
    pub told: Vec<(RecordId, Outcome)>,
    /// Whether there may be more.
    pub more: bool,
}

impl Key for DueKey {
    fn bytes(&self) -> Vec<u8> {
        // Nothing is due before 1970.
        let mut bytes = self.at.max(0).to_be_bytes().to_vec();
        let (tag, id) = match self.whose {
            Whose::Session(id) => (0, id.0),
            Whose::Record(id) => (1, id.0),
        };
        bytes.push(tag);
        bytes.extend_from_slice(&id);
        bytes
    }
}

impl ReadKey for DueKey {
    fn read(bytes: &[u8]) -> Option<Self> {
        let at = i64::from_be_bytes(*bytes.first_chunk()?);
        let id: [u8; 16] = bytes.get(9..)?.try_into().ok()?;
        let whose = match bytes.get(8)? {
            0 => Whose::Session(SessionId(id)),
            1 => Whose::Record(RecordId(id)),
            _ => return None,
        };
        Some(Self { at, whose })
    }
}

/// Lets something be looked at when the soonest of these comes; says when that is.
pub(super) fn schedule(
    pen: &mut Pen<'_>,
    whose: Whose,
    times: impl Iterator<Item = i64>,
) -> Result<Option<i64>, StoreError> {
    let next = times.min();
    if let Some(at) = next {
        pen.put(Due, &DueKey { at, whose }, &())?;
    }
    Ok(next)
}

/// Takes what is due: everything of it is kept before anything is sent, so that
/// nothing is given twice; what a crash keeps from being sent is lost.
///
/// # Errors
/// [`Refused::Store`].
pub async fn take(books: &Books, now: Moment) -> Result<Dues, Refused> {
    let keys = books
        .read(move |page| {
            let rows = page.reads().rows_after(Due::ID, None, AT_ONCE)?;
            let keys = rows.iter().map(|(key, _)| DueKey::read(key).ok_or(StoreError::Damaged));
            let keys = keys.collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Refused>(
                keys.into_iter().take_while(|key| key.at <= now.seconds()).collect::<Vec<_>>(),
            )
        })
        .await?;
    if keys.is_empty() {
        return Ok(Dues::default());
    }
    books
        .write(move |pen| {
            let mut dues = Dues { more: keys.len() == AT_ONCE, ..Dues::default() };
            for key in keys {
                // Another server over the same store may have been first.
                if pen.get(Due, &key)?.is_none() {
                    continue;
                }
                pen.remove(Due, &key)?;
                match key.whose {
                    Whose::Session(id) => dues.posts.extend(of_session(pen, id, now)?),
                    Whose::Record(record) => {
                        let mut outcome = Outcome::default();
                        tells::due(pen, record, now, &mut outcome)?;
                        dues.posts.append(&mut outcome.posts);
                        dues.told.push((record, outcome));
                    }
                }
            }
            Ok(dues)
        })
        .await
}

fn of_session(pen: &mut Pen<'_>, id: SessionId, now: Moment) -> Result<Option<Post>, Refused> {
    let Some(mut row) = pen.get(Pushes, &id)? else { return Ok(None) };
    if !serves(pen, id, &row)? {
        pen.remove(Pushes, &id)?;
        return Ok(None);
    }
    let seconds = now.seconds();
    let is_due = |at: i64| at <= seconds && at > seconds - LATE;
    let due = row.signs.iter().any(|(at, _)| is_due(*at));
    row.signs.retain(|(at, _)| *at > seconds);
    row.scheduled = None;
    let post = Post { session: id, endpoint: row.endpoint.clone(), wait: Wait::Short };
    pen.put(Pushes, &id, &row)?;
    push::stand(pen, id)?;
    Ok(due.then_some(post))
}
