//! When carers are to be given a sign about a person, as that person's devices say;
//! and what they were given. Each time the person sees it in their record.

use record::api::{MAX_SIGNS, ProblemCode, Tells};
use record::kinds::Told;
use record::{Member, RecordId, Scopes};

use super::due::schedule;
use super::{LATE, Post, Wait, Whose, name, push};
use crate::clock::Moment;
use crate::records::Standing;
use crate::refused::Refused;
use crate::sessions::SessionId;
use crate::store::StoreError;
use crate::store::books::{Books, Pen, Read};
use crate::store::tables::{Grants, Members, Tellings};
use crate::sync;

/// For how long a sign that was given is shown to the carer, in seconds.
pub const SHOWN: i64 = 24 * 3600;

/// For how long its name is known, so that it is not given twice, in seconds.
const KNOWN: i64 = 3 * 24 * 3600;

/// The signs about one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TellingsRow {
    /// Those to come: when, in seconds since 1970, the name, and to whom.
    tells: Vec<(i64, u64, Member)>,
    /// Those that were given, and whether they still say something.
    given: Vec<Given>,
    /// What each of the person's devices says needs no telling: another one, which does
    /// not know why yet, does not bring it back.
    #[serde(default)]
    over: Vec<Over>,
    /// As [`PushRow::scheduled`](super::push::PushRow).
    scheduled: Option<i64>,
}

/// A sign that was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Given {
    at: i64,
    name: u64,
    to: Member,
    over: bool,
}

/// What one device took back.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Over {
    session: [u8; 16],
    at: i64,
    names: Vec<u64>,
}

/// What signs that were just given come to.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Pushes to the carers' devices.
    pub posts: Vec<Post>,
    /// What those may see who were given one, or from whom one was taken back.
    pub seen_by: Scopes,
    /// Whether any was given: the person's record says so.
    pub given: bool,
}

/// When signs are to be given from now on. What is due already is given now.
///
/// # Errors
/// [`ProblemCode::NotAllowed`] to anybody but the person.
pub async fn set(
    books: &Books,
    (standing, session): (Standing, SessionId),
    asked: Tells,
    now: Moment,
) -> Result<Outcome, Refused> {
    if standing.member != Member::PERSON {
        return Err(ProblemCode::NotAllowed.into());
    }
    if asked.tells.len() > MAX_SIGNS || asked.over.len() > MAX_SIGNS {
        return Err(ProblemCode::TooLarge.into());
    }
    let record = standing.record;
    books
        .write(move |pen| {
            let mut row = pen.get(Tellings, &record)?.unwrap_or_default();
            let over: Vec<u64> = asked.over.into_iter().map(name).collect();
            let (session, at) = (session.0, now.seconds());
            row.over.retain(|by| by.session != session && by.at > at - KNOWN);
            if !over.is_empty() {
                row.over.push(Over { session, at, names: over.clone() });
            }
            let told = asked.tells.iter().map(|tell| (tell.at, name(tell.name), tell.to));
            let is_to_come = |name, to| {
                !row.was_given(name, to) && !row.over.iter().any(|by| by.names.contains(&name))
            };
            row.tells = told.filter(|(_, name, to)| is_to_come(*name, *to)).collect();
            let mut outcome = Outcome::default();
            let grants = pen.get(Grants, &record)?.unwrap_or_default();
            for given in row.given.iter_mut().filter(|given| over.contains(&given.name)) {
                if !std::mem::replace(&mut given.over, true) {
                    outcome.seen_by = outcome.seen_by.or(grants.of(given.to, now).0);
                }
            }
            give(pen, record, row, now, &mut outcome)?;
            Ok(outcome)
        })
        .await
}

/// Gives what is due.
pub(super) fn due(
    pen: &mut Pen<'_>,
    record: RecordId,
    now: Moment,
    outcome: &mut Outcome,
) -> Result<(), Refused> {
    match pen.get(Tellings, &record)? {
        Some(row) => give(pen, record, row, now, outcome),
        None => Ok(()),
    }
}

fn give(
    pen: &mut Pen<'_>,
    record: RecordId,
    mut row: TellingsRow,
    now: Moment,
    outcome: &mut Outcome,
) -> Result<(), Refused> {
    let seconds = now.seconds();
    row.given.retain(|given| given.at > seconds - KNOWN);
    let (due, later): (Vec<_>, Vec<_>) =
        std::mem::take(&mut row.tells).into_iter().partition(|(at, ..)| *at <= seconds);
    row.tells = later;
    let grants = pen.get(Grants, &record)?.unwrap_or_default();
    for (at, name, to) in due {
        // Consent may have ended since, or what was to be said be long past.
        let see = grants.of(to, now).0;
        if at < seconds - LATE || see.is_empty() || row.was_given(name, to) {
            continue;
        }
        let Some(carer) = pen.get(Members, &(record, to))? else { continue };
        let (Some(account), Some(who)) = (carer.carer(), carer.called()) else { continue };
        sync::tell(pen, record, &Told { member: to, who: who.to_owned() }, now)?;
        for (session, device) in push::devices(pen, account)? {
            outcome.posts.push(Post { session, endpoint: device.endpoint, wait: Wait::Day });
        }
        row.given.push(Given { at: seconds, name, to, over: false });
        outcome.seen_by = outcome.seen_by.or(see);
        outcome.given = true;
    }
    row.scheduled = schedule(pen, Whose::Record(record), row.tells.iter().map(|(at, ..)| *at))?;
    Ok(pen.put(Tellings, &record, &row)?)
}

impl TellingsRow {
    fn was_given(&self, name: u64, to: Member) -> bool {
        self.given.iter().any(|given| given.name == name && given.to == to)
    }
}

/// When a carer was given signs lately that still say something; the last one last.
///
/// # Errors
/// [`StoreError`].
pub fn given(
    read: &impl Read,
    record: RecordId,
    member: Member,
    now: Moment,
) -> Result<Vec<i64>, StoreError> {
    let row = read.get(Tellings, &record)?.unwrap_or_default();
    let shown =
        |given: &&Given| given.to == member && !given.over && given.at > now.seconds() - SHOWN;
    Ok(row.given.iter().filter(shown).map(|given| given.at).collect())
}
