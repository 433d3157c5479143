//! Records as the server knows them: whose they are, who is a member, which
//! devices write, and what the person's consents grant.

pub mod access;
pub mod ask;
mod cards;
mod enrol;
mod grants;
mod open;
mod vouch;

pub use access::{Role, Standing};
pub use cards::cards;
pub use enrol::enrol;
pub use grants::{Grant, GrantsRow, refold};
pub use open::{OPEN_SECONDS, open};
pub use vouch::{has_vouched, put_back, remembered, voucher, writer_card};

pub use record::api::TeamId;
use record::api::{AccountId, Team};
use record::sync::Side;
use record::{Member, RecordId, Scope, Writer};

use crate::chance::draw;
use crate::clock::Moment;
use crate::keys::{DataKey, Keys};
use crate::refused::Refused;
use crate::store::books::{Pen, Read};
use crate::store::tables::{Members, Patients, Reaches, Records, Writers};
use crate::store::{LogId, StoreError};

/// A care team as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TeamRow {
    /// Its name.
    pub name: String,
    /// Within how many hours it answers a message.
    pub reply_hours: u32,
}

impl TeamRow {
    /// As others see it.
    #[must_use]
    pub fn card(&self, id: TeamId) -> Team {
        Team { id: Some(id), name: self.name.clone(), reply_hours: self.reply_hours }
    }
}

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RecordRow {
    /// Whose it is.
    pub person: AccountId,
    /// Since when.
    pub made: Moment,
    /// The key under which its blocks rest, wrapped.
    #[serde(with = "crate::hex")]
    data_key: Vec<u8>,
    next_member: u32,
    next_writer: u32,
    /// The teams that look after the person, and the member that each is.
    #[serde(default)]
    pub teams: Vec<(TeamId, Member)>,
    /// Blocks set aside for the person: where they are, and how many.
    #[serde(default)]
    pub set_aside: Option<(LogId, u64)>,
    /// After so many of them, so many of the numbers by which devices know them
    /// were left out by a restore; in rising order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<(u64, u32)>,
}

/// A member of a record.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberRow {
    /// The person.
    Person {
        /// Their account.
        account: AccountId,
    },
    /// Somebody who cares for them.
    Carer {
        /// Their account, once they have accepted.
        account: Option<AccountId>,
        /// As the person calls them.
        name: String,
        /// What they are to the person.
        relation: String,
    },
    /// A care team.
    Team {
        /// Which.
        team: TeamId,
    },
}

/// A writer of a record.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct WriterRow {
    /// On whose behalf.
    pub member: Member,
    /// Whose device; none for the server, and for one that is remembered from
    /// before a restore: nobody writes as that.
    pub account: Option<AccountId>,
    /// The device's key.
    #[serde(with = "crate::hex")]
    pub key: [u8; 32],
    /// Their name when the device was enrolled.
    pub name: String,
    /// What they were to the person.
    pub role: String,
    /// What kind of member.
    pub side: Side,
    /// For a carer's device: the parts of the record that it was given, as bits,
    /// until it says that it has forgotten them.
    #[serde(default)]
    pub served: u64,
}

impl MemberRow {
    /// The account of a carer who has accepted.
    #[must_use]
    pub fn carer(&self) -> Option<AccountId> {
        match self {
            Self::Carer { account, .. } => *account,
            _ => None,
        }
    }

    /// As the person calls a carer.
    #[must_use]
    pub fn called(&self) -> Option<&str> {
        match self {
            Self::Carer { name, .. } => Some(name),
            _ => None,
        }
    }
}

impl RecordRow {
    /// The key under which its blocks rest.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it does not open.
    pub fn data_key(&self, read: &impl Read, record: RecordId) -> Result<DataKey, StoreError> {
        self.open_data_key(read.keys(), record)
    }

    /// The same, where only the keys are at hand.
    ///
    /// # Errors
    /// As [`RecordRow::data_key`].
    pub fn open_data_key(&self, keys: &Keys, record: RecordId) -> Result<DataKey, StoreError> {
        keys.data_key(&record.0, &self.data_key).map_err(|_| StoreError::Damaged)
    }

    /// Leaves out so many numbers of writers, of members and of what was set
    /// aside: after a restore, for those that were given out since the backup.
    pub fn skip(&mut self, numbers: u32) {
        let there = self.set_aside.map_or(0, |(_, count)| count);
        match self.left_out.last_mut().filter(|(after, _)| *after == there) {
            Some((_, out)) => *out = out.saturating_add(numbers),
            None => self.left_out.push((there, numbers)),
        }
        self.next_writer = self.next_writer.saturating_add(numbers);
        self.next_member = self.next_member.saturating_add(numbers);
    }

    /// Gives these numbers to nobody new.
    fn pass(&mut self, writer: Writer, member: Member) {
        self.next_writer = self.next_writer.max(writer.0.saturating_add(1));
        self.next_member = self.next_member.max(member.0.saturating_add(1));
    }

    /// By which number devices know what was set aside in this place of its log.
    #[must_use]
    pub fn aside_number(&self, place: u64) -> u64 {
        let out = self.left_out.iter().filter(|(after, _)| *after < place);
        out.fold(place, |number, (_, out)| number.saturating_add(u64::from(*out)))
    }

    /// The last place in the log whose number is not above this one.
    #[must_use]
    pub fn aside_place(&self, number: u64) -> u64 {
        self.left_out.iter().fold(number, |place, (after, out)| {
            if place > *after { place.saturating_sub(u64::from(*out)).max(*after) } else { place }
        })
    }

    /// A number for a new member.
    pub fn new_member(&mut self) -> Member {
        let member = Member(self.next_member);
        self.next_member += 1;
        member
    }

    /// A number for a new writer.
    pub fn new_writer(&mut self) -> Writer {
        let writer = Writer(self.next_writer);
        self.next_writer += 1;
        writer
    }
}

/// Where a block lies: what its seal is bound to.
#[must_use]
pub fn block_place(record: RecordId, scope: Scope, last: u64) -> Vec<u8> {
    let mut place = record.0.to_vec();
    place.push(scope.code());
    place.extend_from_slice(&last.to_be_bytes());
    place
}

/// Where a segment lies: no scope has such a code, so that no block can be taken
/// for one.
#[must_use]
pub fn segment_place(record: RecordId, scope: Scope, last: u64) -> Vec<u8> {
    let mut place = record.0.to_vec();
    place.push(scope.code() | 0x80);
    place.extend_from_slice(&last.to_be_bytes());
    place
}

/// Makes a person's record, with the server as its first writer.
///
/// # Errors
/// [`Refused::Store`].
pub fn create(pen: &mut Pen<'_>, person: AccountId, now: Moment) -> Result<RecordId, Refused> {
    let record = RecordId(draw(pen.chance())?);
    let (_, data_key) = pen.keys().new_data_key(&record.0, pen.chance())?;
    let row = RecordRow {
        person,
        made: now,
        data_key,
        next_member: 1,
        next_writer: Writer::SERVER.0 + 1,
        teams: Vec::new(),
        set_aside: None,
        left_out: Vec::new(),
    };
    let server = WriterRow {
        member: Member::PERSON,
        account: None,
        key: pen.keys().public(),
        name: "What Matters".to_owned(),
        role: String::new(),
        side: Side::Server,
        served: 0,
    };
    pen.put(Records, &record, &row)?;
    pen.put(Members, &(record, Member::PERSON), &MemberRow::Person { account: person })?;
    pen.put(Reaches, &(person, record), &Member::PERSON)?;
    pen.put(Writers, &(record, Writer::SERVER), &server)?;
    Ok(record)
}

/// A person's own record. None for somebody who is a carer alone.
///
/// # Errors
/// [`StoreError`].
pub fn own(read: &impl Read, account: AccountId) -> Result<Option<RecordId>, StoreError> {
    Ok(read
        .list(Reaches, &account)?
        .into_iter()
        .find(|(_, member)| *member == Member::PERSON)
        .map(|((_, record), _)| record))
}

/// Puts a record into a team's care; the same again changes nothing.
///
/// # Errors
/// [`Refused::Store`].
pub fn join_team(pen: &mut Pen<'_>, record: RecordId, team: TeamId) -> Result<Member, Refused> {
    let mut row = pen.get(Records, &record)?.ok_or(StoreError::Damaged)?;
    if let Some((_, member)) = row.teams.iter().find(|(known, _)| *known == team) {
        return Ok(*member);
    }
    let member = row.new_member();
    row.teams.push((team, member));
    pen.put(Records, &record, &row)?;
    pen.put(Members, &(record, member), &MemberRow::Team { team })?;
    pen.put(Patients, &(team, record), &member)?;
    Ok(member)
}
