//! The one request of sync, and its answer: push my blocks, tell me my heads,
//! give me what I lack.
//!
//! Both are a fixed part and then *sections*, each with a number and a length.
//! A section that an app does not know is kept as it came, so that a newer app can
//! say more to an older one; what each side can do is said in [`Capabilities`],
//! and neither ever compares versions.

mod request;
mod response;
mod section;
mod writer;

pub use request::Request;
pub use response::{Accepted, Healed, Refusal, Refused, Response, SetAside, StreamPart};
pub use writer::{Side, Vouched, Voucher, WriterCard};

use crate::codec::{DecodeError, Reader, put_uint};
use crate::ids::Scope;
use crate::stream::{Hash, Head};

const VERSION: u8 = 1;

/// The most bytes of a request's body.
pub const MAX_REQUEST: usize = 1024 * 1024;

/// The most bytes of blocks in an answer; the rest is asked for again.
pub const MAX_ANSWER: usize = 2 * 1024 * 1024;

/// What an app can do beyond the fixed part, as bits. Only what both sides say
/// is used between them; bits that one does not know mean nothing to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Capabilities(pub u64);

impl Capabilities {
    /// Nothing beyond the fixed part.
    pub const NONE: Self = Self(0);
    /// Gives a server restored from a backup what it lacks
    /// ([`Response::wanted`], [`Request::heal`]).
    pub const HEAL: Self = Self(1);
    /// Shows the person what was set aside for them ([`Response::set_aside`]).
    pub const SET_ASIDE: Self = Self(1 << 1);
    /// Puts a void in the place of one operation that cannot be taken
    /// ([`Refusal::Malformed`], [`Refusal::Reserved`]).
    pub const VOID: Self = Self(1 << 2);
    /// Knows that an operation can be somebody else's to write
    /// ([`Refusal::NotTheirs`]); who does not is told [`Refusal::Reserved`].
    pub const RIGHTS: Self = Self(1 << 3);
    /// Has a stream for what the person keeps to themselves ([`Scope::Own`]). To a side
    /// that does not say so it is never named.
    pub const OWN: Self = Self(1 << 4);
    /// All that this app can do.
    pub const ALL: Self = Self(0b1_1111);

    /// Whether all of `other` is among these.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Those of `self` that are not in `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
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
