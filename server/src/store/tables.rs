//! The tables by their types: what a key and a row of each is.

use record::api::AccountId;
use record::{Member, RecordId, Scope, Writer};

use super::{StoreError, TableId};
use crate::accounts::AccountRow;
use crate::calendar::CalendarRow;
use crate::chance::{Chance, NoChance, draw};
use crate::invitations::InvitationRow;
use crate::keys::Keys;
use crate::media::{MediaKey, MediaPartRow, MediaRow};
use crate::records::{GrantsRow, MemberRow, RecordRow, TeamId, TeamRow, WriterRow};
use crate::sessions::{SessionId, SessionRow};
use crate::signs::DueKey;
use crate::signs::push::PushRow;
use crate::signs::tells::TellingsRow;
use crate::signs::vapid::VapidRow;
use crate::sync::StreamRow;

/// A table whose keys and rows have types.
pub trait Table {
    /// What a row is named by.
    type Key: Key;
    /// What it holds. Written as JSON, so that fields may come later; a field
    /// that an older row does not have needs a default.
    type Row: serde::Serialize + serde::de::DeserializeOwned + Clone + Send + Sync + 'static;
    /// Where it is kept.
    const ID: TableId;
}

/// A key: bytes, and the beginnings of them by which rows are listed.
pub trait Key {
    /// The bytes. Parts stand one after the other, each of a fixed length.
    fn bytes(&self) -> Vec<u8>;
}

/// A key whose bytes can be read back when rows are listed.
pub trait ReadKey: Sized {
    /// The key, where the bytes are one.
    fn read(bytes: &[u8]) -> Option<Self>;
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident($key:ty) -> $row:ty;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $name;

            impl Table for $name {
                type Key = $key;
                type Row = $row;
                const ID: TableId = TableId::$name;
            }
        )*

        /// Whether a row of any table opens, and is what it should be.
        ///
        /// # Errors
        /// [`StoreError::Damaged`].
        pub fn opens(
            table: TableId,
            keys: &Keys,
            key: &[u8],
            sealed: Vec<u8>,
        ) -> Result<(), StoreError> {
            match table {
                $(TableId::$name => open_row::<$name>(keys, key, sealed).map(drop),)*
            }
        }
    };
}

tables! {
    /// What the server remembers of itself, in one row.
    Meta(()) -> MetaRow;
    /// Accounts.
    Accounts(AccountId) -> AccountRow;
    /// Account ids by the hash of the username.
    Usernames([u8; 32]) -> AccountId;
    /// Sessions.
    Sessions(SessionId) -> SessionRow;
    /// Records.
    Records(RecordId) -> RecordRow;
    /// Members of records.
    Members((RecordId, Member)) -> MemberRow;
    /// The records in which an account is a member.
    Reaches((AccountId, RecordId)) -> Member;
    /// Writers of records.
    Writers((RecordId, Writer)) -> WriterRow;
    /// The writer that an account's device is.
    Devices((RecordId, [u8; 32], AccountId)) -> Writer;
    /// Streams.
    Streams((RecordId, Scope)) -> StreamRow;
    /// What the sharing stream grants.
    Grants(RecordId) -> GrantsRow;
    /// Invitations by the hash of the code.
    Invitations([u8; 32]) -> InvitationRow;
    /// Teams.
    Teams(TeamId) -> TeamRow;
    /// The records that a team looks after, and the member that it is there.
    Patients((TeamId, RecordId)) -> Member;
    /// Devices that are told while their app is closed.
    Pushes(SessionId) -> PushRow;
    /// The sessions of an account whose devices are, or were.
    Heard((AccountId, SessionId)) -> ();
    /// Signs that carers are to be given, and were.
    Tellings(RecordId) -> TellingsRow;
    /// What is due.
    Due(DueKey) -> ();
    /// The key by which push services know the server.
    Vapid(()) -> VapidRow;
    /// The times that a calendar follows.
    Calendars(AccountId) -> CalendarRow;
    /// Accounts by the hash of what a calendar holds.
    Follows([u8; 32]) -> AccountId;
    /// Pictures, sound and film.
    Media(MediaKey) -> MediaRow;
    /// Their parts.
    MediaParts((MediaKey, u32)) -> MediaPartRow;
}

/// Opens a row of a table.
///
/// # Errors
/// [`StoreError::Damaged`].
pub fn open_row<T: Table>(keys: &Keys, key: &[u8], sealed: Vec<u8>) -> Result<T::Row, StoreError> {
    let opened = super::books::open(keys, T::ID, key, sealed)?;
    super::books::typed::<T>(&opened, false)
}

/// Seals a row of a table.
///
/// # Errors
/// [`StoreError::Failed`] where the system gives no random bytes.
pub fn seal_row<T: Table>(
    keys: &Keys,
    key: &[u8],
    row: &T::Row,
    chance: &dyn Chance,
) -> Result<Vec<u8>, StoreError> {
    super::books::seal(keys, T::ID, key, &super::books::plain::<T>(row)?, chance)
}

/// What the server remembers of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MetaRow {
    /// Begins at 1; each restore from a backup begins another ([`MetaRow::next_epoch`]).
    pub epoch: u32,
    /// Everything that arrived before this is also held by a verified backup:
    /// milliseconds since 1970, by the server's clock; 0 for nothing.
    #[serde(default)]
    pub safe_before: i64,
    /// Nothing that arrives from now on is said to have arrived before this. A
    /// backup moves it up before it looks, so that it can say exactly what it
    /// holds, whatever the clocks of several servers do.
    #[serde(default)]
    pub floor: i64,
    /// Until when devices may give back, at its old place and time, what was lost
    /// by a restore: milliseconds since 1970. Until then nothing more is called
    /// safe, so that no backup speaks for what comes back after it.
    #[serde(default)]
    pub heals_until: i64,
}

impl MetaRow {
    /// The epoch that a restore begins. Its number is drawn, and only told apart
    /// from others: counted on from the backup's, or told by a clock that can go
    /// back, a backup restored twice could begin the same epoch twice, and devices
    /// would take what the server has lost since for something that never was.
    ///
    /// # Errors
    /// [`NoChance`].
    pub fn next_epoch(&self, chance: &dyn Chance) -> Result<u32, NoChance> {
        loop {
            let drawn = u32::from_le_bytes(draw(chance)?);
            // The first is that of a server that has lost nothing.
            if drawn > 1 && drawn != self.epoch {
                return Ok(drawn);
            }
        }
    }
}

impl Default for MetaRow {
    fn default() -> Self {
        Self { epoch: 1, safe_before: 0, floor: 0, heals_until: 0 }
    }
}

impl Key for () {
    fn bytes(&self) -> Vec<u8> {
        Vec::new()
    }
}

impl<const N: usize> Key for [u8; N] {
    fn bytes(&self) -> Vec<u8> {
        self.to_vec()
    }
}

macro_rules! keys {
    ($($name:ty => |$key:ident| $bytes:expr;)*) => {
        $(impl Key for $name {
            fn bytes(&self) -> Vec<u8> {
                let $key = self;
                $bytes.to_vec()
            }
        })*
    };
}

keys! {
    AccountId => |key| key.0;
    SessionId => |key| key.0;
    RecordId => |key| key.0;
    TeamId => |key| key.0;
    Member => |key| key.0.to_be_bytes();
    Writer => |key| key.0.to_be_bytes();
    Scope => |key| [key.code()];
    u32 => |key| key.to_be_bytes();
}

impl<A: Key, B: Key> Key for (A, B) {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.0.bytes();
        bytes.extend(self.1.bytes());
        bytes
    }
}

impl<A: Key, B: Key, C: Key> Key for (A, B, C) {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.0.bytes();
        bytes.extend(self.1.bytes());
        bytes.extend(self.2.bytes());
        bytes
    }
}

/// The last `N` bytes of a key.
fn tail<const N: usize>(bytes: &[u8]) -> Option<[u8; N]> {
    bytes.last_chunk().copied()
}

impl ReadKey for (RecordId, Member) {
    fn read(bytes: &[u8]) -> Option<Self> {
        let record = RecordId(*bytes.first_chunk()?);
        Some((record, Member(u32::from_be_bytes(tail(bytes)?))))
    }
}

impl ReadKey for (RecordId, Writer) {
    fn read(bytes: &[u8]) -> Option<Self> {
        let record = RecordId(*bytes.first_chunk()?);
        Some((record, Writer(u32::from_be_bytes(tail(bytes)?))))
    }
}

impl ReadKey for (RecordId, Scope) {
    fn read(bytes: &[u8]) -> Option<Self> {
        let record = RecordId(*bytes.first_chunk()?);
        Some((record, Scope::from_code(*bytes.last()?).ok()?))
    }
}

impl ReadKey for MediaKey {
    fn read(bytes: &[u8]) -> Option<Self> {
        let record = RecordId(*bytes.first_chunk()?);
        let scope = Scope::from_code(*bytes.get(record.0.len())?).ok()?;
        Some(((record, scope), tail(bytes)?))
    }
}

impl ReadKey for (AccountId, RecordId) {
    fn read(bytes: &[u8]) -> Option<Self> {
        Some((AccountId(*bytes.first_chunk()?), RecordId(tail(bytes)?)))
    }
}

impl ReadKey for (TeamId, RecordId) {
    fn read(bytes: &[u8]) -> Option<Self> {
        Some((TeamId(*bytes.first_chunk()?), RecordId(tail(bytes)?)))
    }
}

impl ReadKey for (AccountId, SessionId) {
    fn read(bytes: &[u8]) -> Option<Self> {
        Some((AccountId(*bytes.first_chunk()?), SessionId(tail(bytes)?)))
    }
}

impl ReadKey for SessionId {
    fn read(bytes: &[u8]) -> Option<Self> {
        Some(Self(bytes.try_into().ok()?))
    }
}

impl ReadKey for RecordId {
    fn read(bytes: &[u8]) -> Option<Self> {
        Some(Self(bytes.try_into().ok()?))
    }
}

impl ReadKey for TeamId {
    fn read(bytes: &[u8]) -> Option<Self> {
        Some(Self(bytes.try_into().ok()?))
    }
}
