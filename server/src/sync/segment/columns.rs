//! Columns: bytes of one kind, written and read back in the same order, each
//! packed by itself so that nothing unlike spoils it.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use record::codec::{DecodeError, Reader, put_int, put_sized, put_uint};

use super::{MAX_COLUMNS, low};

/// What a column holds: something that every operation has, or a part of a field
/// of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    kind: u32,
    tag: u64,
    part: u8,
}

/// Less is not packed: to begin costs a quarter of a megabyte of empty tables, and
/// a few bytes do not get smaller by much.
const LEAST_PACKED: usize = 32;

/// The kind of what every operation has: no kind has this number.
const COMMON: u32 = u32::MAX;

impl Name {
    /// Of what every operation has.
    pub(super) const fn of(number: u64) -> Self {
        Self { kind: COMMON, tag: number, part: 0 }
    }

    /// A part of what stands under this tag in this kind.
    pub(super) fn field(kind: u32, tag: u64, part: u8) -> Self {
        Self { kind, tag, part }
    }

    fn put(self, out: &mut Vec<u8>) {
        // So that what every segment has takes one byte of it.
        put_uint(out, u64::from(self.kind.wrapping_add(1)));
        put_uint(out, self.tag);
        out.push(self.part);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let kind = reader.u32()?.wrapping_sub(1);
        Ok(Self { kind, tag: reader.uint()?, part: reader.u8()? })
    }
}

/// The fewest bytes a column takes: its name, two lengths, and a byte.
const LEAST: usize = 6;

/// Columns that are being written.
#[derive(Default)]
pub(super) struct Writing(BTreeMap<Name, Vec<u8>>);

impl Writing {
    fn column(&mut self, name: Name) -> &mut Vec<u8> {
        self.0.entry(name).or_default()
    }

    pub(super) fn u8(&mut self, name: Name, byte: u8) {
        self.column(name).push(byte);
    }

    pub(super) fn uint(&mut self, name: Name, number: u64) {
        put_uint(self.column(name), number);
    }

    pub(super) fn int(&mut self, name: Name, number: i64) {
        put_int(self.column(name), number);
    }

    pub(super) fn bytes(&mut self, name: Name, bytes: &[u8]) {
        self.column(name).extend_from_slice(bytes);
    }

    pub(super) fn sized(&mut self, name: Name, bytes: &[u8]) {
        put_sized(self.column(name), bytes);
    }

    /// A number whose low byte says nothing that could be foretold, and whose
    /// high ones do.
    pub(super) fn halves(&mut self, high: Name, low_byte: Name, number: u64) {
        self.uint(high, number >> 8);
        self.u8(low_byte, low(number));
    }

    /// Appends all of them.
    ///
    /// # Errors
    /// [`DecodeError::TooLarge`].
    pub(super) fn finish(mut self, out: &mut Vec<u8>) -> Result<(), DecodeError> {
        self.0.retain(|_, column| !column.is_empty());
        if self.0.values().map(Vec::len).sum::<usize>() > MAX_COLUMNS {
            return Err(DecodeError::TooLarge);
        }
        put_uint(out, self.0.len() as u64);
        for (name, column) in self.0 {
            name.put(out);
            put_uint(out, column.len() as u64);
            let packed = (column.len() >= LEAST_PACKED).then(|| deflate(&column)).flatten();
            if let Some(packed) = packed.filter(|packed| packed.len() < column.len()) {
                put_sized(out, &packed);
            } else {
                put_uint(out, 0);
                out.extend_from_slice(&column);
            }
        }
        Ok(())
    }
}

fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// Exactly so many bytes, and no memory for more.
fn inflate(packed: &[u8], length: usize) -> Result<Vec<u8>, DecodeError> {
    let mut bytes = Vec::new();
    let most = length as u64 + 1;
    DeflateDecoder::new(packed)
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|_| DecodeError::Code)?;
    if bytes.len() == length { Ok(bytes) } else { Err(DecodeError::Number) }
}

/// A column, and how far it was taken.
struct Column {
    bytes: Vec<u8>,
    at: usize,
}

/// Columns that are being read back.
pub(super) struct Taking(BTreeMap<Name, Column>);

impl Taking {
    /// Reads all of them.
    ///
    /// # Errors
    /// [`DecodeError`].
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut columns = BTreeMap::new();
        let mut left = MAX_COLUMNS;
        for _ in 0..reader.count(LEAST)? {
            let name = Name::read(reader)?;
            let length = usize::try_from(reader.uint()?).map_err(|_| DecodeError::Number)?;
            left = left.checked_sub(length).ok_or(DecodeError::TooLarge)?;
            let bytes = match reader.count(1)? {
                0 => reader.bytes(length)?.to_vec(),
                packed => inflate(reader.bytes(packed)?, length)?,
            };
            // In the one order in which they are written.
            if columns.last_key_value().is_some_and(|(last, _)| *last >= name) {
                return Err(DecodeError::Code);
            }
            columns.insert(name, Column { bytes, at: 0 });
        }
        Ok(Self(columns))
    }

    fn with<'a, T>(
        &'a mut self,
        name: Name,
        read: impl FnOnce(&mut Reader<'a>) -> Result<T, DecodeError>,
    ) -> Result<T, DecodeError> {
        let column = self.0.get_mut(&name).ok_or(DecodeError::Truncated)?;
        let mut reader = Reader::new(column.bytes.get(column.at..).unwrap_or_default());
        let taken = read(&mut reader)?;
        column.at = column.bytes.len() - reader.left();
        Ok(taken)
    }

    pub(super) fn u8(&mut self, name: Name) -> Result<u8, DecodeError> {
        self.with(name, Reader::u8)
    }

    pub(super) fn uint(&mut self, name: Name) -> Result<u64, DecodeError> {
        self.with(name, Reader::uint)
    }

    pub(super) fn u32(&mut self, name: Name) -> Result<u32, DecodeError> {
        self.with(name, Reader::u32)
    }

    pub(super) fn int(&mut self, name: Name) -> Result<i64, DecodeError> {
        self.with(name, Reader::int)
    }

    pub(super) fn bytes(&mut self, name: Name, count: usize) -> Result<&[u8], DecodeError> {
        self.with(name, |reader| reader.bytes(count))
    }

    pub(super) fn sized(&mut self, name: Name) -> Result<&[u8], DecodeError> {
        self.with(name, Reader::sized)
    }

    pub(super) fn both(&mut self, high: Name, low_byte: Name) -> Result<u64, DecodeError> {
        let high = self.uint(high)?;
        if high > u64::MAX >> 8 {
            return Err(DecodeError::Number);
        }
        Ok(high << 8 | u64::from(self.u8(low_byte)?))
    }

    /// Nothing may be left.
    ///
    /// # Errors
    /// [`DecodeError::Trailing`].
    pub(super) fn end(&self) -> Result<(), DecodeError> {
        let all = self.0.values().all(|column| column.at == column.bytes.len());
        if all { Ok(()) } else { Err(DecodeError::Trailing) }
    }
}
