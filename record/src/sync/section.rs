//! Sections: what is said beyond the fixed part. First how many there are, then
//! each with a number and a length, in rising order of number, each at most once.

use crate::codec::{DecodeError, Reader, put_sized, put_uint};
use crate::mutation::{self, Mutation};

/// Sections on their way out.
#[derive(Default)]
pub(super) struct Sections {
    count: u64,
    bytes: Vec<u8>,
}

impl Sections {
    /// Adds a section, unless it has nothing to say.
    pub(super) fn put(&mut self, number: u32, says: bool, body: impl FnOnce(&mut Vec<u8>)) {
        if says {
            let mut bytes = Vec::new();
            body(&mut bytes);
            self.count += 1;
            put_uint(&mut self.bytes, u64::from(number));
            put_sized(&mut self.bytes, &bytes);
        }
    }

    /// Adds sections that this app does not know, as they came.
    pub(super) fn put_others(&mut self, others: &[(u32, Vec<u8>)]) {
        for (number, body) in others {
            self.put(*number, true, |out| out.extend_from_slice(body));
        }
    }

    /// Appends them all.
    pub(super) fn end(self, out: &mut Vec<u8>) {
        put_uint(out, self.count);
        out.extend_from_slice(&self.bytes);
    }
}

/// Reads all sections to the end. `take` answers false for a number that it
/// does not know, which is kept as it came; one that it knows it must read whole.
pub(super) fn read<'a>(
    reader: &mut Reader<'a>,
    mut take: impl FnMut(u32, &mut Reader<'a>) -> Result<bool, DecodeError>,
) -> Result<Vec<(u32, Vec<u8>)>, DecodeError> {
    let mut others = Vec::new();
    let mut last = 0;
    for _ in 0..reader.count(2)? {
        let number = reader.u32()?;
        if number <= last {
            return Err(DecodeError::Number);
        }
        last = number;
        let body = reader.sized()?;
        let mut section = Reader::new(body);
        if take(number, &mut section)? {
            section.end()?;
        } else if mutation::is(Mutation::NoveltyRefused) {
            return Err(DecodeError::Number);
        } else {
            others.push((number, body.to_vec()));
        }
    }
    reader.end()?;
    Ok(others)
}

/// Refuses a section that has nothing to say: it is left out, so that one value
/// has one encoding.
pub(super) fn says(something: bool) -> Result<(), DecodeError> {
    if something { Ok(()) } else { Err(DecodeError::Field) }
}
