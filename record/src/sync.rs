//! The one request of sync, and its answer: push my blocks, tell me my heads,
//! give me what I lack.

use crate::block::MIN_BLOCK;
use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::ids::{Member, RecordId, Scope, Scopes, Writer};
use crate::stream::{Cursor, Hash, Head, Placed};

const VERSION: u8 = 1;

/// The most bytes of a request's body.
pub const MAX_REQUEST: usize = 1024 * 1024;

/// The most bytes of blocks in an answer; the rest is asked for again.
pub const MAX_ANSWER: usize = 2 * 1024 * 1024;

/// What a device sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Whose record.
    pub record: RecordId,
    /// The device's number in it.
    pub writer: Writer,
    /// How many of the record's writers the device knows.
    pub writers: u32,
    /// How far it has each stream. One that it does not have is at the default;
    /// a stream left out is not asked for. Each stream at most once.
    pub cursors: Vec<(Scope, Cursor)>,
    /// Its new blocks, signed.
    pub push: Vec<Vec<u8>>,
}

/// What the server answers.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Response {
    /// The server's epoch.
    pub epoch: u32,
    /// When it answered: milliseconds since 1970, by its clock.
    pub now: i64,
    /// What it took, one for each block of the push that it took or had.
    pub accepted: Vec<Accepted>,
    /// What it did not take.
    pub refused: Vec<Refused>,
    /// What the device lacks.
    pub streams: Vec<StreamPart>,
    /// Scopes that the device may not hold: it forgets them.
    pub withdrawn: Vec<Scope>,
    /// Writers that the device does not know, in order of their numbers.
    pub writers: Vec<WriterCard>,
}

/// A block that the server has, durably.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The stream.
    pub scope: Scope,
    /// The counter of the block's first operation.
    pub counter: u32,
    /// Where it stands in the stream.
    pub first: u64,
    /// When it arrived.
    pub arrived: i64,
}

/// A block that the server did not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The stream.
    pub scope: Scope,
    /// The counter of the block's first operation.
    pub counter: u32,
    /// Why.
    pub reason: Refusal,
}

/// Why a block was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Operations before it are missing: send from this counter.
    Gap {
        /// The next counter the server takes.
        send_from: u32,
    },
    /// The signature does not fit the writer's key.
    Signature,
    /// The writer may not write there.
    NotAllowed,
    /// The block cannot be read.
    Malformed,
    /// The server has other bytes under these counters: a copied device.
    Clone {
        /// The next counter the server takes.
        send_from: u32,
    },
}

/// Part of a stream, from where the device has it.
///
/// Blocks that this very request pushed (taken now, or already there) are left
/// out: the device has them, and [`Accepted`] says where they stand. It puts
/// them in their places among `blocks`, and the whole must reach `head`. There
/// is a part for every asked-for stream in which anything is new to the device,
/// its own accepted blocks included. `more` ends a part early; then `head` is
/// where the blocks given (and the device's own before them) reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamPart {
    /// Which.
    pub scope: Scope,
    /// True where the device's cursor does not fit this stream: what it holds
    /// of the stream is replaced from the beginning.
    pub afresh: bool,
    /// Where the stream stands after these blocks.
    pub head: Head,
    /// True where there is more to ask for.
    pub more: bool,
    /// In order.
    pub blocks: Vec<Placed>,
}

/// Who is behind a writer's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriterCard {
    /// The number.
    pub writer: Writer,
    /// On whose side.
    pub member: Member,
    /// Their name.
    pub name: String,
    /// What they are to the person: "practice nurse", "daughter".
    pub role: String,
    /// What kind of member.
    pub side: Side,
    /// Their device's Ed25519 key.
    pub key: [u8; 32],
}

/// What kind of member a writer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum Side {
    /// The person.
    Person = 0,
    /// Somebody who cares for them.
    Carer = 1,
    /// Their care team.
    Team = 2,
    /// The server.
    Server = 3,
}

impl Side {
    fn from_code(code: u8) -> Result<Self, DecodeError> {
        [Self::Person, Self::Carer, Self::Team, Self::Server]
            .get(usize::from(code))
            .copied()
            .ok_or(DecodeError::Code)
    }
}

fn put_list<T>(out: &mut Vec<u8>, items: &[T], mut put: impl FnMut(&mut Vec<u8>, &T)) {
    put_uint(out, items.len() as u64);
    for item in items {
        put(out, item);
    }
}

fn read_list<'a, T>(
    reader: &mut Reader<'a>,
    least: usize,
    mut read: impl FnMut(&mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<Vec<T>, DecodeError> {
    let count = reader.count(least)?;
    (0..count).map(|_| read(reader)).collect()
}

fn put_head(out: &mut Vec<u8>, head: Head) {
    put_uint(out, head.sequence);
    out.extend_from_slice(&head.hash);
}

fn read_head(reader: &mut Reader<'_>) -> Result<Head, DecodeError> {
    Ok(Head { sequence: reader.uint()?, hash: reader.array::<16>()? as Hash })
}

fn read_scope(reader: &mut Reader<'_>) -> Result<Scope, DecodeError> {
    Scope::from_code(reader.u8()?)
}

fn read_bool(reader: &mut Reader<'_>) -> Result<bool, DecodeError> {
    match reader.u8()? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(DecodeError::Code),
    }
}

impl Request {
    /// As bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        out.extend_from_slice(&self.record.0);
        put_uint(&mut out, u64::from(self.writer.0));
        put_uint(&mut out, u64::from(self.writers));
        put_list(&mut out, &self.cursors, |out, (scope, cursor)| {
            out.push(scope.code());
            put_uint(out, u64::from(cursor.epoch));
            put_head(out, cursor.head);
        });
        put_list(&mut out, &self.push, |out, block| put_sized(out, block));
        out
    }

    /// From bytes.
    ///
    /// # Errors
    /// [`DecodeError`]; the blocks themselves are not read, but what is too short
    /// to be one is refused. [`DecodeError::Number`] where a stream is asked for
    /// twice.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > MAX_REQUEST {
            return Err(DecodeError::TooLarge);
        }
        let mut reader = Reader::new(bytes);
        if reader.u8()? != VERSION {
            return Err(DecodeError::Version);
        }
        let request = Self {
            record: RecordId(reader.array()?),
            writer: Writer(reader.u32()?),
            writers: reader.u32()?,
            cursors: read_list(&mut reader, 19, |reader| {
                let scope = read_scope(reader)?;
                let epoch = reader.u32()?;
                let head = read_head(reader)?;
                Ok((scope, Cursor { epoch, head }))
            })?,
            push: read_list(&mut reader, MIN_BLOCK, |reader| {
                let block = reader.sized()?;
                if block.len() < MIN_BLOCK {
                    return Err(DecodeError::Truncated);
                }
                Ok(block.to_vec())
            })?,
        };
        reader.end()?;
        let asked =
            Scopes::of(&request.cursors.iter().map(|(scope, _)| *scope).collect::<Vec<_>>());
        if asked.iter().count() != request.cursors.len() {
            return Err(DecodeError::Number);
        }
        Ok(request)
    }
}

impl Response {
    /// As bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        put_uint(&mut out, u64::from(self.epoch));
        put_uint(&mut out, self.now.cast_unsigned());
        put_list(&mut out, &self.accepted, |out, accepted| {
            out.push(accepted.scope.code());
            put_uint(out, u64::from(accepted.counter));
            put_uint(out, accepted.first);
            put_uint(out, accepted.arrived.cast_unsigned());
        });
        put_list(&mut out, &self.refused, put_refused);
        put_list(&mut out, &self.streams, |out, part| {
            out.push(part.scope.code());
            out.push(u8::from(part.afresh));
            put_head(out, part.head);
            out.push(u8::from(part.more));
            put_list(out, &part.blocks, |out, placed| placed.put(out));
        });
        put_list(&mut out, &self.withdrawn, |out, scope| out.push(scope.code()));
        put_list(&mut out, &self.writers, |out, card| card.put(out));
        out
    }

    /// From bytes.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        if reader.u8()? != VERSION {
            return Err(DecodeError::Version);
        }
        let response = Self {
            epoch: reader.u32()?,
            now: reader.uint()?.cast_signed(),
            accepted: read_list(&mut reader, 4, |reader| {
                Ok(Accepted {
                    scope: read_scope(reader)?,
                    counter: reader.u32()?,
                    first: reader.uint()?,
                    arrived: reader.uint()?.cast_signed(),
                })
            })?,
            refused: read_list(&mut reader, 3, read_refused)?,
            streams: read_list(&mut reader, 20, |reader| {
                Ok(StreamPart {
                    scope: read_scope(reader)?,
                    afresh: read_bool(reader)?,
                    head: read_head(reader)?,
                    more: read_bool(reader)?,
                    blocks: read_list(reader, Placed::LEAST, Placed::read)?,
                })
            })?,
            withdrawn: read_list(&mut reader, 1, read_scope)?,
            writers: read_list(&mut reader, 37, WriterCard::read)?,
        };
        reader.end()?;
        Ok(response)
    }
}

fn put_refused(out: &mut Vec<u8>, refused: &Refused) {
    out.push(refused.scope.code());
    put_uint(out, u64::from(refused.counter));
    match refused.reason {
        Refusal::Gap { send_from } => {
            out.push(0);
            put_uint(out, u64::from(send_from));
        }
        Refusal::Signature => out.push(1),
        Refusal::NotAllowed => out.push(2),
        Refusal::Malformed => out.push(3),
        Refusal::Clone { send_from } => {
            out.push(4);
            put_uint(out, u64::from(send_from));
        }
    }
}

fn read_refused(reader: &mut Reader<'_>) -> Result<Refused, DecodeError> {
    Ok(Refused {
        scope: read_scope(reader)?,
        counter: reader.u32()?,
        reason: match reader.u8()? {
            0 => Refusal::Gap { send_from: reader.u32()? },
            1 => Refusal::Signature,
            2 => Refusal::NotAllowed,
            3 => Refusal::Malformed,
            4 => Refusal::Clone { send_from: reader.u32()? },
            _ => return Err(DecodeError::Code),
        },
    })
}

impl WriterCard {
    /// Appends it to `out`.
    pub fn put(&self, out: &mut Vec<u8>) {
        put_uint(out, u64::from(self.writer.0));
        put_uint(out, u64::from(self.member.0));
        put_sized(out, self.name.as_bytes());
        put_sized(out, self.role.as_bytes());
        out.push(self.side as u8);
        out.extend_from_slice(&self.key);
    }

    /// Reads one.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(Self {
            writer: Writer(reader.u32()?),
            member: Member(reader.u32()?),
            name: reader.text()?.to_owned(),
            role: reader.text()?.to_owned(),
            side: Side::from_code(reader.u8()?)?,
            key: reader.array()?,
        })
    }
}
