//! Sections: what is said beyond the fixed part. First how many there are, then
//! each with a number and a length, in rising order of number, each at most once.

use crate::codec::{DecodeError, Reader, put_sized, put_uint};

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

    /// Appends them all.
    pub(super) fn end(self, out: &mut Vec<u8>) {
        put_uint(out, self.count);
        out.extend_from_slice(&self.bytes);
    }
}

/// Reads all sections to the end. `take` answers false for a number that it
/// does not know, which is passed over; one that it knows it must read whole.
pub(super) fn read<'a>(
    reader: &mut Reader<'a>,
    mut take: impl FnMut(u32, &mut Reader<'a>) -> Result<bool, DecodeError>,
) -> Result<(), DecodeError> {
    let mut last = 0;
    for _ in 0..reader.count(2)? {
        let number = reader.u32()?;
        if number <= last {
            return Err(DecodeError::Number);
        }
        last = number;
        let mut section = Reader::new(reader.sized()?);
        if take(number, &mut section)? {
            section.end()?;
        }
    }
    reader.end()
}
