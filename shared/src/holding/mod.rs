//! A holding: one person's record as this device holds it.
//!
//! On the device a record is rows in slots ([`slot`]): what the server has
//! (`stream`), what is signed and on its way (`pending`), what was written here
//! and is not yet signed (`outbox`), and what the server refused (`parked`).
//! In memory it is all folded into one [`record::Record`].

pub mod apart;
mod parked;
pub mod slot;
pub(crate) mod vouchers;

pub use apart::Apart;
pub use parked::{Parked, Why};
pub use vouchers::Vouchers;

use serde::{Deserialize, Serialize};

use record::api::TeamId;
use record::block::{self, Header};
use record::few::Few;
use record::mutation::{self, Mutation};
use record::rest::Row;
use record::rights::{Hand, Word};
use record::stream::{Cursor, Placed};
use record::sync::{SetAside, Side, WriterCard};
use record::time::Hlc;
use record::{DecodeError, Member, Record, RecordId, Scope, Scopes, Writer};

use crate::effects::store::{Opened, Write};
use record::sort;
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
    /// The server's word for them, where it gave any.
    pub vouchers: Vouchers,
    /// The next request asks for all of them, and not for what is new: something
    /// of them is missing here, or an older app kept them.
    pub all_writers: bool,
    /// Drafts not yet signed, by scope and first counter.
    pub outbox: Vec<Piece>,
    /// Signed blocks that the server has not acknowledged.
    pub pending: Vec<Piece>,
    /// Blocks that the server refused, kept for the person.
    pub parked: Vec<Parked>,
    /// Blocks that others wrote for the person and might no longer add.
    pub set_aside: Vec<SetAside>,
    /// Up to which of those the person has decided.
    pub decided: u64,
    /// Pictures, sound and film, as far as they are here.
    pub apart: Apart,
    /// What arrived before this moment, by the server's clock, need not be given
    /// back to it (`record::sync::Response::safe`).
    pub safe: i64,
    /// How many rows of each stream lie as they came, to be packed some time.
    pub loose: Few<Scope, u32>,
    /// The last clock written with.
    pub clock: Hlc,
    /// False for a record that is held in memory only (a member of staff's
    /// look): nothing of it is kept on the device.
    pub kept: bool,
    /// All that the server had has come here at least once. Until then an empty
    /// page says nothing of the record.
    pub whole: bool,
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
    /// The numbers that this device had before in it.
    #[serde(default)]
    pub former: Vec<Writer>,
    /// The number that the server has given it since. It writes under that as soon
    /// as what it has not sent is compared with what the server has (`sync::fork`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Writer>,
    /// For a carer: when they were given signs lately that still say something.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<i64>,
}

impl About {
    /// The server gives this device a number. One that has written under another
    /// goes on under that for now.
    pub fn give(&mut self, writer: Writer) {
        if self.writer == Writer::ME {
            self.writer = writer;
        }
        self.next = (writer != self.writer).then_some(writer);
    }

    /// It writes under the number that it was given last.
    pub fn take_next(&mut self) {
        if let Some(next) = self.next.take() {
            self.former.push(std::mem::replace(&mut self.writer, next));
        }
    }
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
    /// Which team it is; none where an older server did not say.
    #[serde(default)]
    pub id: Option<TeamId>,
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

impl std::fmt::Debug for Piece {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Piece({:?}, {} bytes)", self.header, self.bytes.len())
    }
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
            vouchers: Vouchers::new(),
            all_writers: false,
            outbox: Vec::new(),
            pending: Vec::new(),
            parked: Vec::new(),
            set_aside: Vec::new(),
            decided: 0,
            apart: Apart::default(),
            safe: 0,
            loose: Few::default(),
            clock: Hlc::default(),
            kept: true,
            whole: false,
        }
    }

    /// Folds what the store had for this record.
    ///
    /// # Errors
    /// [`DecodeError`] where a row cannot be read.
    pub fn load(index: u32, about: About, opened: &Opened) -> Result<Self, DecodeError> {
        let mut holding = Self::new(index, about);
        holding.apart = Apart::load(index, opened);
        for (key, body) in &opened.values {
            if *key == cursors_key(index) {
                holding.cursors = read_cursors(body)?;
            } else if *key == writers_key(index) {
                holding.writers = read_writers(body)?;
            } else if *key == vouchers::key(index) {
                holding.vouchers = vouchers::read(body)?;
            } else if *key == decided_key(index) {
                holding.decided = record::codec::Reader::new(body).uint()?;
            }
        }
        for row in &opened.rows {
            let Some((owner, area, scope)) = slot::read(row.slot) else {
                continue;
            };
            if owner != index {
                continue;
            }
            match area {
                Area::Stream => {
                    let rested = Row::read(&row.body)?;
                    holding.record.apply_row(&rested)?;
                    if matches!(rested, Row::Blocks(_)) {
                        *holding.loose.or_default(scope) += 1;
                    }
                }
                Area::Pending if mutation::is(Mutation::PendingForgotten) => {}
                Area::Pending => {
                    let (draft, _) = block::unsigned(&row.body)?;
                    let header = holding.record.apply(draft, None)?.header;
                    holding.pending.push(Piece { header, bytes: row.body.clone() });
                }
                Area::Parked => {
                    let parked = Parked::read(&row.body)?;
                    if parked.is_shown_in(&holding.record) {
                        let (draft, _) = block::unsigned(&parked.piece.bytes)?;
                        holding.record.apply(draft, None)?;
                    }
                    holding.parked.push(parked);
                }
                Area::SetAside => {
                    let placed = Placed::read(&mut record::codec::Reader::new(&row.body))?;
                    holding.set_aside.push(SetAside {
                        number: row.position,
                        arrived: placed.arrived,
                        block: placed.block,
                    });
                }
                Area::Outbox => {
                    let header = holding.record.apply(&row.body, None)?.header;
                    holding.outbox.push(Piece { header, bytes: row.body.clone() });
                }
            }
        }
        sort::by_key(&mut holding.set_aside, |aside| aside.number);
        holding.clock = holding.record.latest_clock();
        // Who else writes is said of every record, also of an empty one.
        holding.whole = !holding.cursors.is_empty() || !holding.writers.is_empty();
        holding.all_writers = holding.lacks_writers();
        Ok(holding)
    }

    /// The id of a row of this record.
    #[must_use]
    pub fn slot(&self, area: Area, scope: Scope) -> u64 {
        slot::of(self.index, area, scope)
    }

    /// The number under which the server knows this device.
    #[must_use]
    pub fn number(&self) -> Writer {
        self.about.next.unwrap_or(self.record.me())
    }

    /// Whether something that is set apart here, and shown, has a name of these.
    #[must_use]
    pub fn stands_apart(&self, header: Header) -> bool {
        self.parked.iter().filter(|parked| parked.why.shows()).any(|parked| {
            let other = parked.piece.header;
            (other.scope, other.writer) == (header.scope, header.writer)
                && other.first <= header.last()
                && header.first <= other.last()
        })
    }

    /// Whether this is a number of this device's, or of another of this member's: a
    /// copy of this device may be among those.
    #[must_use]
    pub fn is_own(&self, writer: Writer) -> bool {
        [self.record.me(), self.number()].contains(&writer)
            || self.about.former.contains(&writer)
            || self
                .writers
                .iter()
                .any(|card| card.writer == writer && card.member == self.about.member)
    }

    /// How many operations have not reached the server.
    #[must_use]
    pub fn unsent(&self) -> u32 {
        self.outbox.iter().chain(&self.pending).map(|piece| piece.header.count).sum()
    }

    /// How many blocks set aside for the person are here.
    #[must_use]
    pub fn asides(&self) -> u64 {
        self.set_aside.last().map_or(0, |aside| aside.number)
    }

    /// What keeps up to which of them the person has decided: a name and its value.
    #[must_use]
    pub fn decided_value(&self, decided: u64) -> (String, Vec<u8>) {
        let mut body = Vec::new();
        record::codec::put_uint(&mut body, decided);
        (decided_key(self.index), body)
    }

    /// What keeps a block that was set aside.
    #[must_use]
    pub fn keep_aside(&self, aside: &SetAside) -> Option<Write> {
        let (draft, _) = block::unsigned(&aside.block).ok()?;
        let scope = block::header(draft).ok()?.scope;
        let mut body = Vec::new();
        let placed = Placed { first: 1, arrived: aside.arrived, block: aside.block.clone() };
        placed.put(&mut body);
        Some(Write::Append { slot: self.slot(Area::SetAside, scope), position: aside.number, body })
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
        if writer.or(self.record.me()) == self.record.me() || self.about.former.contains(&writer) {
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

    /// Whether this member sees a scope. Where they do not, to say that there is
    /// nothing would be to say what is not known.
    #[must_use]
    pub fn sees(&self, scope: Scope) -> bool {
        self.about.side == RecordSide::Person || self.about.scopes.has(scope)
    }

    /// Whether this member may add to a scope here. The server decides for
    /// itself; this is for not offering what it would refuse.
    #[must_use]
    pub fn may_add(&self, scope: Scope) -> bool {
        self.about.side == RecordSide::Person || self.about.adds.has(scope)
    }

    /// Whether a stream is named to the server. What the person keeps to themselves is
    /// named by their own devices, and to a server that has said that it has a stream
    /// for it (`Capabilities::OWN`): then there is a cursor.
    #[must_use]
    pub fn names(&self, scope: Scope) -> bool {
        scope != Scope::Own || self.cursors.iter().any(|(held, _)| *held == scope)
    }

    /// Whose hand this side's is now (seconds since 1970), for what within a stream is
    /// not everybody's to say (`record::rights`).
    #[must_use]
    pub fn hand(&self, now: i64) -> Hand {
        match self.about.side {
            RecordSide::Person => Hand::Person,
            RecordSide::Team => Hand::Team,
            RecordSide::Carer if crate::plan::decides(self, now) => Hand::Proxy,
            RecordSide::Carer => Hand::Carer,
        }
    }

    /// Whether this side may write what is somebody's word, to a stream, now (seconds
    /// since 1970).
    #[must_use]
    pub fn may_say(&self, word: Word, scope: Scope, now: i64) -> bool {
        self.may_write(scope) && word.is_of(self.hand(now))
    }

    /// Whether this side may write to a stream here now. A record held in memory
    /// only has to have come first, so that its next number is known.
    #[must_use]
    pub fn may_write(&self, scope: Scope) -> bool {
        self.may_add(scope) && (self.kept || !self.cursors.is_empty())
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

fn decided_key(index: u32) -> String {
    format!("decided/{index}")
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
