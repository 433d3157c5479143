//! What is large, on this device: pictures, sound and film lie apart in the store, in
//! parts, and are read only when somebody wants to see or hear them. What is known of
//! each without its bytes is a value of its own, so that two of them never overwrite
//! each other. Why: `docs/decisions/0038`.

use record::kinds::MediaType;
use record::media::{MediaHash, PART};
use record::{EntryId, Scope};
use serde::{Deserialize, Serialize};

use crate::effects::store::{APART, Opened, Write};
use crate::json;

/// All of a record's.
#[derive(Default)]
pub struct Apart {
    /// Those of the record whose bytes are here, or were.
    pub held: Vec<Held>,
    /// Recordings that are on this device alone, and no part of the record.
    pub recordings: Vec<Recording>,
    /// Bytes in memory alone (a member of staff's look).
    pub looked: Vec<(MediaHash, Vec<u8>)>,
}

/// One whose bytes are here, or were.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Held {
    /// Which.
    pub hash: MediaHash,
    /// Whose consent it goes by.
    pub scope: Scope,
    /// How many bytes.
    pub bytes: u64,
    /// How far it is.
    pub state: HeldState,
}

/// How far it is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldState {
    /// Here, and not yet with the server.
    Unsent,
    /// Here, and with the server.
    Sent,
    /// No longer here; the server is to forget it too.
    Leaving,
}

/// A recording on this device alone.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq)]
pub struct Recording {
    /// Which.
    pub hash: MediaHash,
    /// The decision that it belongs to, as this device names it
    /// ([`record::Record::own`]).
    pub decision: EntryId,
    /// What it is: the code of its [`MediaType`].
    pub code: u64,
    /// How many bytes.
    pub bytes: u64,
    /// What it says.
    pub words: String,
    /// Who was there and agreed.
    pub agreed: String,
    /// Where that is written down, as this device names it. Older apps did not keep it.
    #[serde(default)]
    pub agreement: Option<EntryId>,
    /// When it was kept, seconds since 1970.
    pub at: i64,
}

/// What an act does with a recording.
#[derive(Debug)]
pub enum Kept {
    /// It is kept on this device.
    Here(Recording),
    /// It is deleted, or has become a part of the record.
    Gone(MediaHash),
}

impl Kept {
    /// It is so, as the store has said.
    pub fn take(self, apart: &mut Apart) {
        let hash = match &self {
            Self::Here(recording) => recording.hash,
            Self::Gone(hash) => *hash,
        };
        apart.recordings.retain(|known| known.hash != hash);
        if let Self::Here(recording) = self {
            apart.recordings.push(recording);
        }
    }
}

impl Apart {
    /// What is known of them on this device.
    pub(super) fn load(index: u32, opened: &Opened) -> Self {
        let mut apart = Self::default();
        for (key, body) in &opened.values {
            if key.starts_with(&format!("media/{index}/")) {
                apart.held.extend(json::read::<Held>(body));
            } else if key.starts_with(&format!("recording/{index}/")) {
                apart.recordings.extend(json::read::<Recording>(body));
            }
        }
        apart
    }

    /// One by its hash.
    #[must_use]
    pub fn find(&self, scope: Scope, hash: MediaHash) -> Option<&Held> {
        self.held.iter().find(|held| held.is(scope, hash))
    }

    /// A recording by its hash.
    #[must_use]
    pub fn recording(&self, hash: MediaHash) -> Option<&Recording> {
        self.recordings.iter().find(|recording| recording.hash == hash)
    }

    /// How many are here, and how many bytes that is.
    #[must_use]
    pub fn size(&self) -> (usize, u64) {
        let held = self.held.iter().filter(|held| held.state != HeldState::Leaving);
        let bytes = held.map(|held| held.bytes);
        let bytes = bytes.chain(self.recordings.iter().map(|recording| recording.bytes));
        bytes.fold((0, 0), |(count, all), bytes| (count + 1, all + bytes))
    }

    /// Takes the place of what was known.
    pub fn put(&mut self, held: Held) {
        self.held.retain(|known| !known.is(held.scope, held.hash));
        self.held.push(held);
    }

    /// Forgets it.
    pub fn forget(&mut self, scope: Scope, hash: MediaHash) {
        self.held.retain(|known| !known.is(scope, hash));
    }
}

impl Held {
    fn is(&self, scope: Scope, hash: MediaHash) -> bool {
        (self.scope, self.hash) == (scope, hash)
    }

    /// What keeps it.
    #[must_use]
    pub fn keep(&self, index: u32) -> Write {
        Write::Put { key: key(index, self.scope, self.hash), body: json::bytes(self) }
    }
}

impl Recording {
    /// What it is.
    #[must_use]
    pub fn media(&self) -> MediaType {
        MediaType::from_code(self.code)
    }

    /// What keeps it.
    #[must_use]
    pub fn keep(&self, index: u32) -> Write {
        Write::Put { key: recording_key(index, self.hash), body: json::bytes(self) }
    }
}

fn key(index: u32, scope: Scope, hash: MediaHash) -> String {
    format!("media/{index}/{}/{}", scope.code(), hash.hex())
}

fn recording_key(index: u32, hash: MediaHash) -> String {
    format!("recording/{index}/{}", hash.hex())
}

/// What forgets what is known of one.
#[must_use]
pub fn forget(index: u32, scope: Scope, hash: MediaHash) -> Write {
    Write::Forget { key: key(index, scope, hash) }
}

/// What forgets what is known of a recording.
#[must_use]
pub fn forget_recording(index: u32, hash: MediaHash) -> Write {
    Write::Forget { key: recording_key(index, hash) }
}

/// The log of its parts. A part's position is its number.
#[must_use]
pub fn slot(index: u32, scope: Scope, hash: MediaHash) -> u64 {
    let mut name = index.to_le_bytes().to_vec();
    name.push(scope.code());
    name.extend_from_slice(&hash.0);
    let name = MediaHash::of(&name).0;
    let mut first = [0; 8];
    first.copy_from_slice(&name[..8]);
    APART | u64::from_le_bytes(first)
}

/// What keeps its bytes.
#[must_use]
pub fn rows(index: u32, scope: Scope, hash: MediaHash, bytes: &[u8]) -> Vec<Write> {
    let slot = slot(index, scope, hash);
    let parts = bytes.chunks(PART).zip(0..);
    parts.map(|(part, position)| Write::Append { slot, position, body: part.to_vec() }).collect()
}

/// What forgets them.
#[must_use]
pub fn remove(index: u32, scope: Scope, hash: MediaHash) -> Write {
    Write::Remove { slot: slot(index, scope, hash), from: 0, to: u64::MAX }
}
