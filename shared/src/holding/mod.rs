//! A holding: one person's record as this device holds it.
//!
//! On the device a record is rows in slots ([`slot`]): what the server has
//! (`stream`), what is signed and on its way (`pending`), what was written here
//! and is not yet signed (`outbox`), and what the server refused (`parked`).
//! In memory it is all folded into one [`record::Record`].

pub mod slot;

use serde::{Deserialize, Serialize};

use record::block::{self, Header};
use record::stream::{Cursor, Placed};
use record::sync::{Side, WriterCard};
use record::time::Hlc;
use record::{DecodeError, Member, Record, RecordId, Scope, Scopes, Writer};

use crate::effects::store::{Opened, Write};
use slot::Area;

/// One person's record as this device holds it.
pub struct Holding {
    /// Its number on this device.
    pub index: u32,
    /// What is known of it apart from its operations.
    pub about: About,
    /// Its operations, folded.
    pub record: Record,
    /// How far each stream is held.
    pub cursors: Vec<(Scope, Cursor)>,
    /// Who is behind each writer's number.
    pub writers: Vec<WriterCard>,
    /// Drafts not yet signed, by scope and first counter.
    pub outbox: Vec<Piece>,
    /// Signed blocks that the server has not acknowledged.
    pub pending: Vec<Piece>,
    /// Blocks that the server refused, kept for the person.
    pub parked: Vec<Piece>,
    /// The last clock written with.
    pub clock: Hlc,
    /// False for a record that is held in memory only (a member of staff's
    /// look): nothing of it is kept on the device.
    pub kept: bool,
}

/// What is known of a record apart from its operations. Kept as JSON.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Default)]
pub struct About {
    /// Its id with the server; none while it is on this device alone.
    pub record: Option<RecordId>,
    /// This device's number in it.
    pub writer: Writer,
    /// Whose side this device is on.
    pub member: Member,
    /// What kind of member that is.
    pub side: RecordSide,
    /// The person's name.
    pub name: String,
    /// What this member may see.
    pub scopes: Scopes,
    /// What this member may add to.
    #[serde(default)]
    pub adds: Scopes,
    /// The care teams that it is shared with, by member.
    pub teams: Vec<TeamCard>,
}

/// On whose side a holding is.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum RecordSide {
    /// The person's own.
    #[default]
    Person,
    /// A carer's view of it.
    Carer,
    /// A care team's view of it.
    Team,
}

/// A care team as a person needs it.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct TeamCard {
    /// Its member number.
    pub member: Member,
    /// Its name.
    pub name: String,
    /// Within how many hours it answers messages.
    pub reply_hours: u32,
}

/// A draft or block with its header read.
#[derive(Clone)]
pub struct Piece {
    /// What it says of itself.
    pub header: Header,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Who wrote something, as the page says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// This device's own side wrote it.
    pub me: bool,
    /// Their name; empty where it is not known.
    pub name: String,
    /// What they are to the person; empty where it is not known.
    pub role: String,
    /// What kind of member.
    pub side: Side,
}

impl Holding {
    /// A new, empty record on this device alone.
    #[must_use]
    pub fn new(index: u32, about: About) -> Self {
        Self {
            index,
            record: Record::new(about.writer),
            about,
            cursors: Vec::new(),
            writers: Vec::new(),
            outbox: Vec::new(),
            pending: Vec::new(),
            parked: Vec::new(),
            clock: Hlc::default(),
            kept: true,
        }
    }

    /// Folds what the store had for this record.
    ///
    /// # Errors
    /// [`DecodeError`] where a row cannot be read.
    pub fn load(index: u32, about: About, opened: &Opened) -> Result<Self, DecodeError> {
        let mut holding = Self::new(index, about);
        for (key, body) in &opened.values {
            if *key == cursors_key(index) {
                holding.cursors = read_cursors(body)?;
            } else if *key == writers_key(index) {
                holding.writers = read_writers(body)?;
            }
        }
        for row in &opened.rows {
            let Some((owner, area, _)) = slot::read(row.slot) else {
                continue;
            };
            if owner != index {
                continue;
            }
            match area {
                Area::Stream => {
                    let mut reader = record::codec::Reader::new(&row.body);
                    // A row may hold several blocks, one behind the other.
                    while reader.left() > 0 {
                        let placed = Placed::read(&mut reader)?;
                        let (draft, _) = block::unsigned(&placed.block)?;
                        holding.record.apply(draft, Some(placed.arrived))?;
                    }
                }
                Area::Pending | Area::Parked => {
                    let (draft, _) = block::unsigned(&row.body)?;
                    let header = block::header(draft)?;
                    holding.record.apply(draft, None)?;
                    let piece = Piece { header, bytes: row.body.clone() };
                    if area == Area::Pending {
                        holding.pending.push(piece);
                    } else {
                        holding.parked.push(piece);
                    }
                }
                Area::Outbox => {
                    let header = holding.record.apply(&row.body, None)?.header;
                    holding.outbox.push(Piece { header, bytes: row.body.clone() });
                }
            }
        }
        holding.clock = holding.record.latest_clock();
        Ok(holding)
    }

    /// The id of a row of this record.
    #[must_use]
    pub fn slot(&self, area: Area, scope: Scope) -> u64 {
        slot::of(self.index, area, scope)
    }

    /// How many operations have not reached the server.
    #[must_use]
    pub fn unsent(&self) -> u32 {
        self.outbox.iter().chain(&self.pending).map(|piece| piece.header.count).sum()
    }

    /// How far a stream is held.
    #[must_use]
    pub fn cursor(&self, scope: Scope) -> Cursor {
        self.cursors
            .iter()
            .find(|(known, _)| *known == scope)
            .map_or_else(Cursor::default, |(_, cursor)| *cursor)
    }

    /// Who is behind a writer's number.
    #[must_use]
    pub fn author(&self, writer: Writer) -> Author {
        if writer.or(self.record.me()) == self.record.me() {
            let card = self.writers.iter().find(|card| card.writer == self.record.me());
            return Author {
                me: true,
                name: card.map_or_else(|| self.about.name.clone(), |card| card.name.clone()),
                role: card.map_or_else(String::new, |card| card.role.clone()),
                side: match self.about.side {
                    RecordSide::Person => Side::Person,
                    RecordSide::Carer => Side::Carer,
                    RecordSide::Team => Side::Team,
                },
            };
        }
        self.writers.iter().find(|card| card.writer == writer).map_or_else(
            || Author { me: false, name: String::new(), role: String::new(), side: Side::Person },
            |card| Author {
                me: card.member == self.about.member && card.side != Side::Team,
                name: card.name.clone(),
                role: card.role.clone(),
                side: card.side,
            },
        )
    }

    /// Whether this member may add to a scope here. The server decides for
    /// itself; this is for not offering what it would refuse.
    #[must_use]
    pub fn may_add(&self, scope: Scope) -> bool {
        self.about.side == RecordSide::Person || self.about.adds.has(scope)
    }

    /// What keeps these cursors.
    #[must_use]
    pub fn keep_cursors(&self, cursors: &[(Scope, Cursor)]) -> Write {
        let mut body = Vec::new();
        for (scope, cursor) in cursors {
            body.push(scope.code());
            record::codec::put_uint(&mut body, u64::from(cursor.epoch));
            record::codec::put_uint(&mut body, cursor.head.sequence);
            body.extend_from_slice(&cursor.head.hash);
        }
        Write::Put { key: cursors_key(self.index), body }
    }

    /// What keeps these writers.
    #[must_use]
    pub fn keep_writers(&self, writers: &[WriterCard]) -> Write {
        let mut body = Vec::new();
        for card in writers {
            card.put(&mut body);
        }
        Write::Put { key: writers_key(self.index), body }
    }
}

fn cursors_key(index: u32) -> String {
    format!("cursors/{index}")
}

fn writers_key(index: u32) -> String {
    format!("writers/{index}")
}

fn read_cursors(body: &[u8]) -> Result<Vec<(Scope, Cursor)>, DecodeError> {
    let mut reader = record::codec::Reader::new(body);
    let mut cursors = Vec::new();
    while reader.left() > 0 {
        let scope = Scope::from_code(reader.u8()?)?;
        let mut cursor = Cursor { epoch: reader.u32()?, ..Cursor::default() };
        cursor.head.sequence = reader.uint()?;
        cursor.head.hash = reader.array()?;
        cursors.push((scope, cursor));
    }
    Ok(cursors)
}

fn read_writers(body: &[u8]) -> Result<Vec<WriterCard>, DecodeError> {
    let mut reader = record::codec::Reader::new(body);
    let mut writers = Vec::new();
    while reader.left() > 0 {
        writers.push(WriterCard::read(&mut reader)?);
    }
    Ok(writers)
}
