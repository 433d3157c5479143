//! What a device sends.

use super::{
    Capabilities, MAX_REQUEST, VERSION, Vouched, put_head, put_list, read_head, read_list,
    read_scope,
    section::{self, Sections},
};
use crate::block::MIN_BLOCK;
use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::ids::{RecordId, Scope, Scopes, Writer};
use crate::stream::{Cursor, Placed};

const CAPABILITIES: u32 = 1;
const SET_ASIDE: u32 = 2;
const HEAL: u32 = 3;
const VOUCHED: u32 = 4;

/// What a device sends.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
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
    /// What the device can do.
    pub capabilities: Capabilities,
    /// How many of the blocks set aside for the person it has; none where it
    /// does not ask.
    pub set_aside: Option<u64>,
    /// Blocks of streams that the server asked for ([`super::Response::wanted`]),
    /// whoever wrote them, in order, as the device has them.
    pub heal: Vec<(Scope, Placed)>,
    /// Who wrote those, with the server's own word for each
    /// ([`super::Response::vouchers`]), where the device has it.
    pub vouched: Vec<Vouched>,
    /// What a newer app says besides, by number, as it came.
    pub others: Vec<(u32, Vec<u8>)>,
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
        let mut sections = Sections::default();
        sections.put(CAPABILITIES, self.capabilities != Capabilities::NONE, |out| {
            put_uint(out, self.capabilities.0);
        });
        sections.put(SET_ASIDE, self.set_aside.is_some(), |out| {
            put_uint(out, self.set_aside.unwrap_or_default());
        });
        sections.put(HEAL, !self.heal.is_empty(), |out| {
            put_list(out, &self.heal, |out, (scope, placed)| {
                out.push(scope.code());
                placed.put(out);
            });
        });
        sections.put(VOUCHED, !self.vouched.is_empty(), |out| {
            put_list(out, &self.vouched, |out, vouched| vouched.put(out));
        });
        sections.put_others(&self.others);
        sections.end(&mut out);
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
        let mut request = Self {
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
            ..Self::default()
        };
        let others = section::read(&mut reader, |number, reader| {
            match number {
                CAPABILITIES => {
                    request.capabilities = Capabilities(reader.uint()?);
                    section::says(request.capabilities != Capabilities::NONE)?;
                }
                SET_ASIDE => request.set_aside = Some(reader.uint()?),
                HEAL => {
                    request.heal = read_list(reader, 1 + Placed::LEAST, |reader| {
                        Ok((read_scope(reader)?, Placed::read(reader)?))
                    })?;
                    section::says(!request.heal.is_empty())?;
                }
                VOUCHED => {
                    request.vouched = read_list(reader, Vouched::LEAST, Vouched::read)?;
                    section::says(!request.vouched.is_empty())?;
                }
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        request.others = others;
        let asked =
            Scopes::of(&request.cursors.iter().map(|(scope, _)| *scope).collect::<Vec<_>>());
        if asked.iter().count() != request.cursors.len() {
            return Err(DecodeError::Number);
        }
        Ok(request)
    }
}
