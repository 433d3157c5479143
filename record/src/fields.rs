//! The payload of an operation: fields by number, each value self-describing,
//! so that an app keeps and passes on byte for byte what it does not know.
//!
//! A field is a tag (number × 4 + shape), then the value:
//!
//! | shape | value |
//! |---|---|
//! | 0 | unsigned number |
//! | 1 | signed number, zigzag |
//! | 2 | length, bytes |
//! | 3 | decimal: places, mantissa zigzag |
//!
//! Fields stand in rising order of number; one that repeats is a list.

use crate::codec::{DecodeError, Reader, put_int, put_sized, put_uint};
use crate::decimal::Decimal;

/// The number of a field within its kind, from 1.
pub type FieldNumber = u16;

/// Stands behind the kind's own fields in what was brought in from a file or from what
/// a phone has measured, so that the same, brought in on two devices, is known to be
/// one ([`brought_in`]). No kind has a field of this number.
pub const BROUGHT_IN: FieldNumber = 31;

/// The payload of what is brought in.
#[must_use]
pub fn brought_in(payload: Vec<u8>) -> Vec<u8> {
    let mut fields = FieldsWriter { bytes: payload };
    fields.put(BROUGHT_IN, Value::Uint(1));
    fields.finish()
}

/// Whether a payload is of what was brought in.
#[must_use]
pub fn is_brought_in(payload: &[u8]) -> bool {
    // Nearly none is: its last two bytes say so before anything is read.
    payload.ends_with(&[31 << 2, 1])
        && Fields::of(payload).flatten().any(|field| field == (BROUGHT_IN, Value::Uint(1)))
}

/// One value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// An unsigned number.
    Uint(u64),
    /// A signed number.
    Int(i64),
    /// Bytes or text.
    Bytes(&'a [u8]),
    /// A decimal number.
    Decimal(Decimal),
}

/// Walks the fields of a payload.
#[derive(Clone, Debug)]
pub struct Fields<'a> {
    reader: Reader<'a>,
    last: FieldNumber,
}

impl<'a> Fields<'a> {
    /// Over a payload.
    #[must_use]
    pub fn of(payload: &'a [u8]) -> Self {
        Self { reader: Reader::new(payload), last: 1 }
    }

    fn read(&mut self) -> Result<(FieldNumber, Value<'a>), DecodeError> {
        let tag = self.reader.uint()?;
        let number = u16::try_from(tag >> 2).map_err(|_| DecodeError::Number)?;
        if number < self.last {
            return Err(DecodeError::Field);
        }
        self.last = number;
        let value = match tag & 3 {
            0 => Value::Uint(self.reader.uint()?),
            1 => Value::Int(self.reader.int()?),
            2 => Value::Bytes(self.reader.sized()?),
            _ => {
                let places = self.reader.u8()?;
                Value::Decimal(Decimal::new(self.reader.int()?, places)?)
            }
        };
        Ok((number, value))
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Result<(FieldNumber, Value<'a>), DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.reader.left() == 0 {
            return None;
        }
        let field = self.read();
        if field.is_err() {
            self.reader = Reader::new(&[]);
        }
        Some(field)
    }
}

/// Checks that a payload is well formed, whatever its fields mean.
///
/// # Errors
/// As the first field that cannot be read.
pub fn check(payload: &[u8]) -> Result<(), DecodeError> {
    Fields::of(payload).try_for_each(|field| field.map(|_| ()))
}

/// Writes a payload. Fields must be put in rising order of number.
#[derive(Debug, Default)]
pub struct FieldsWriter {
    bytes: Vec<u8>,
}

impl FieldsWriter {
    /// Appends one value.
    pub fn put(&mut self, number: FieldNumber, value: Value<'_>) {
        let tag = u64::from(number) << 2;
        match value {
            Value::Uint(n) => {
                put_uint(&mut self.bytes, tag);
                put_uint(&mut self.bytes, n);
            }
            Value::Int(n) => {
                put_uint(&mut self.bytes, tag | 1);
                put_int(&mut self.bytes, n);
            }
            Value::Bytes(bytes) => {
                put_uint(&mut self.bytes, tag | 2);
                put_sized(&mut self.bytes, bytes);
            }
            Value::Decimal(decimal) => {
                put_uint(&mut self.bytes, tag | 3);
                self.bytes.push(decimal.places());
                put_int(&mut self.bytes, decimal.mantissa());
            }
        }
    }

    /// The payload.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}
