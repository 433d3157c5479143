//! What the server answers.

use super::{
    Capabilities, VERSION, Voucher, WriterCard, put_head, put_list, read_bool, read_head,
    read_list, read_scope,
    section::{self, Sections},
};
use crate::block::MIN_BLOCK;
use crate::codec::{DecodeError, Reader, put_int, put_sized, put_uint};
use crate::ids::Scope;
use crate::stream::{Head, Placed};

const CAPABILITIES: u32 = 1;
const SAFE: u32 = 2;
const WANTED: u32 = 3;
const HEALED: u32 = 4;
const SET_ASIDE: u32 = 5;
const VOUCHERS: u32 = 6;

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
    /// What the server can do.
    pub capabilities: Capabilities,
    /// What arrived before this moment (milliseconds since 1970, by the server's
    /// clock) is held by a replica or a backup too: a device need no longer be
    /// able to give it back. 0 for nothing.
    pub safe: i64,
    /// Streams in which the device has more than the server, or other, from
    /// before it was restored from a backup; and where each stands with the
    /// server. The device sends what it has ([`super::Request::heal`]), and asks
    /// again with the server's present epoch.
    pub wanted: Vec<(Scope, Head)>,
    /// What became of each block of [`super::Request::heal`], in its order.
    pub healed: Vec<Healed>,
    /// Blocks by writers who might no longer write, kept for the person.
    pub set_aside: Vec<SetAside>,
    /// The server's word for each of `writers`, in their order; none at all from
    /// a server that gives none.
    pub vouchers: Vec<Voucher>,
    /// What a newer server says besides, by number, as it came.
    pub others: Vec<(u32, Vec<u8>)>,
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
    /// Operations before it are missing: send from this counter. Where that lies
    /// within the block, or right behind it, the server has its beginning from a
    /// copy of the device.
    Gap {
        /// The next counter the server takes.
        send_from: u32,
    },
    /// The signature does not fit the writer's key.
    Signature,
    /// The writer may not write there.
    NotAllowed,
    /// An operation cannot be read; those before it could be.
    Malformed {
        /// Its counter.
        at: u32,
    },
    /// The server has other bytes under these counters: a copied device.
    Clone {
        /// The next counter the server takes.
        send_from: u32,
    },
    /// An operation says what only the server may say.
    Reserved {
        /// Its counter.
        at: u32,
    },
    /// The writer may no longer write there; the person has the block, and
    /// decides.
    SetAside,
    /// An operation is somebody else's to write ([`crate::rights`]).
    NotTheirs {
        /// Its counter.
        at: u32,
    },
}

impl StreamPart {
    /// A stream with nothing in it.
    #[must_use]
    pub fn empty(scope: Scope) -> Self {
        Self { scope, afresh: false, head: Head::default(), more: false, blocks: Vec::new() }
    }
}

/// What became of a block that a device gave back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Healed {
    /// The server has it, durably.
    Has = 0,
    /// Operations of the same writer before it are missing.
    Gap = 1,
    /// The server does not know the writer, or the signature does not fit.
    Stranger = 2,
    /// The server has other bytes under these counters.
    Other = 3,
    /// The device may not see that stream.
    NotAllowed = 4,
}

impl Healed {
    const ALL: [Self; 5] = [Self::Has, Self::Gap, Self::Stranger, Self::Other, Self::NotAllowed];

    fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Self::ALL.get(usize::from(reader.u8()?)).copied().ok_or(DecodeError::Code)
    }
}

/// A block that its writer might no longer write, kept for the person.
#[derive(Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its number among those of the record, from 1.
    pub number: u64,
    /// When it reached the server: milliseconds since 1970, by its clock.
    pub arrived: i64,
    /// The block, with its signature.
    pub block: Vec<u8>,
}

impl std::fmt::Debug for SetAside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SetAside({}, {} bytes)", self.number, self.block.len())
    }
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
        self.put_sections(&mut out);
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
        let mut response = Self {
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
            writers: read_list(&mut reader, WriterCard::LEAST, WriterCard::read)?,
            ..Self::default()
        };
        response.others =
            section::read(&mut reader, |number, reader| response.read_section(number, reader))?;
        Ok(response)
    }

    fn put_sections(&self, out: &mut Vec<u8>) {
        let mut sections = Sections::default();
        sections.put(CAPABILITIES, self.capabilities != Capabilities::NONE, |out| {
            put_uint(out, self.capabilities.0);
        });
        sections.put(SAFE, self.safe != 0, |out| put_int(out, self.safe));
        sections.put(WANTED, !self.wanted.is_empty(), |out| {
            put_list(out, &self.wanted, |out, (scope, head)| {
                out.push(scope.code());
                put_head(out, *head);
            });
        });
        sections.put(HEALED, !self.healed.is_empty(), |out| {
            put_list(out, &self.healed, |out, healed| out.push(*healed as u8));
        });
        sections.put(SET_ASIDE, !self.set_aside.is_empty(), |out| {
            put_list(out, &self.set_aside, |out, aside| {
                put_uint(out, aside.number);
                put_int(out, aside.arrived);
                put_sized(out, &aside.block);
            });
        });
        sections.put(VOUCHERS, !self.vouchers.is_empty(), |out| {
            put_list(out, &self.vouchers, |out, voucher| out.extend_from_slice(voucher));
        });
        sections.put_others(&self.others);
        sections.end(out);
    }

    fn read_section(&mut self, number: u32, reader: &mut Reader<'_>) -> Result<bool, DecodeError> {
        match number {
            CAPABILITIES => self.capabilities = Capabilities(reader.uint()?),
            SAFE => self.safe = reader.int()?,
            WANTED => {
                self.wanted =
                    read_list(reader, 18, |reader| Ok((read_scope(reader)?, read_head(reader)?)))?;
            }
            HEALED => self.healed = read_list(reader, 1, Healed::read)?,
            SET_ASIDE => {
                self.set_aside = read_list(reader, 3 + MIN_BLOCK, |reader| {
                    Ok(SetAside {
                        number: reader.uint()?,
                        arrived: reader.int()?,
                        block: reader.sized()?.to_vec(),
                    })
                })?;
            }
            VOUCHERS => {
                self.vouchers = read_list(reader, 32, Reader::array)?;
                // One for each card, or it would be said of another.
                if self.vouchers.len() != self.writers.len() {
                    return Err(DecodeError::Number);
                }
            }
            _ => return Ok(false),
        }
        section::says(match number {
            CAPABILITIES => self.capabilities != Capabilities::NONE,
            SAFE => self.safe != 0,
            WANTED => !self.wanted.is_empty(),
            HEALED => !self.healed.is_empty(),
            SET_ASIDE => !self.set_aside.is_empty(),
            _ => !self.vouchers.is_empty(),
        })?;
        Ok(true)
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
        Refusal::Malformed { at } => {
            out.push(3);
            put_uint(out, u64::from(at));
        }
        Refusal::Clone { send_from } => {
            out.push(4);
            put_uint(out, u64::from(send_from));
        }
        Refusal::Reserved { at } => {
            out.push(5);
            put_uint(out, u64::from(at));
        }
        Refusal::SetAside => out.push(6),
        Refusal::NotTheirs { at } => {
            out.push(7);
            put_uint(out, u64::from(at));
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
            3 => Refusal::Malformed { at: reader.u32()? },
            4 => Refusal::Clone { send_from: reader.u32()? },
            5 => Refusal::Reserved { at: reader.u32()? },
            6 => Refusal::SetAside,
            7 => Refusal::NotTheirs { at: reader.u32()? },
            _ => return Err(DecodeError::Code),
        },
    })
}
