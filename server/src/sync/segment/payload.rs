//! A payload's fields, each value in the column of its field.

use record::Decimal;
use record::codec::{DecodeError, put_int, put_sized, put_uint};
use record::fields::{Fields, Value};

use super::columns::{Name, Taking, Writing};

/// What stands among a payload's tags where it ends, and where it is kept as it
/// is. Tags are counted on from there.
const END: u64 = 0;
const VERBATIM: u64 = 1;
const TAGS: u64 = 2;

const UINT: u64 = 0;
const INT: u64 = 1;
const BYTES: u64 = 2;
const DECIMAL: u64 = 3;

/// The tags of all payloads of a kind stand under a tag that no field has.
fn tags(kind: u32) -> Name {
    Name::field(kind, 0, 0)
}

fn verbatim(kind: u32) -> Name {
    Name::field(kind, 0, 1)
}

/// Appends a payload.
pub(super) fn put(columns: &mut Writing, kind: u32, payload: &[u8]) {
    let Some(fields) = fields(payload) else {
        columns.uint(tags(kind), VERBATIM);
        columns.sized(verbatim(kind), payload);
        return;
    };
    for (tag, value) in fields {
        columns.uint(tags(kind), tag + TAGS);
        let part = |part| Name::field(kind, tag, part);
        match value {
            Value::Uint(number) => columns.uint(part(0), number),
            Value::Int(number) => columns.int(part(0), number),
            Value::Bytes(bytes) => {
                columns.uint(part(0), bytes.len() as u64);
                columns.bytes(part(1), bytes);
            }
            Value::Decimal(decimal) => {
                columns.u8(part(0), decimal.places());
                columns.int(part(1), decimal.mantissa());
            }
        }
    }
    columns.uint(tags(kind), END);
}

/// A payload's fields by tag, where they make the same payload again.
fn fields(payload: &[u8]) -> Option<Vec<(u64, Value<'_>)>> {
    let mut found = Vec::new();
    let mut again = Vec::with_capacity(payload.len());
    for field in Fields::of(payload) {
        let (number, value) = field.ok()?;
        let shape = match value {
            Value::Uint(_) => UINT,
            Value::Int(_) => INT,
            Value::Bytes(_) => BYTES,
            Value::Decimal(_) => DECIMAL,
        };
        let tag = u64::from(number) << 2 | shape;
        put_field(&mut again, tag, value);
        found.push((tag, value));
    }
    (again == payload).then_some(found)
}

fn put_field(out: &mut Vec<u8>, tag: u64, value: Value<'_>) {
    put_uint(out, tag);
    match value {
        Value::Uint(number) => put_uint(out, number),
        Value::Int(number) => put_int(out, number),
        Value::Bytes(bytes) => put_sized(out, bytes),
        Value::Decimal(decimal) => {
            out.push(decimal.places());
            put_int(out, decimal.mantissa());
        }
    }
}

/// Takes the next payload of a kind.
///
/// # Errors
/// [`DecodeError`].
pub(super) fn take(columns: &mut Taking, kind: u32) -> Result<Vec<u8>, DecodeError> {
    let mut payload = Vec::new();
    loop {
        let tag = match columns.uint(tags(kind))? {
            END => return Ok(payload),
            VERBATIM if payload.is_empty() => return Ok(columns.sized(verbatim(kind))?.to_vec()),
            VERBATIM => return Err(DecodeError::Code),
            tag => tag - TAGS,
        };
        let part = |part| Name::field(kind, tag, part);
        match tag & 3 {
            UINT => put_field(&mut payload, tag, Value::Uint(columns.uint(part(0))?)),
            INT => put_field(&mut payload, tag, Value::Int(columns.int(part(0))?)),
            BYTES => {
                let length = columns.uint(part(0))?;
                let length = usize::try_from(length).map_err(|_| DecodeError::Number)?;
                // No text, no column.
                let bytes = if length == 0 { &[] } else { columns.bytes(part(1), length)? };
                put_field(&mut payload, tag, Value::Bytes(bytes));
            }
            _ => {
                let places = columns.u8(part(0))?;
                let decimal = Decimal::new(columns.int(part(1))?, places)?;
                put_field(&mut payload, tag, Value::Decimal(decimal));
            }
        }
        if payload.len() > record::op::MAX_PAYLOAD {
            return Err(DecodeError::TooLarge);
        }
    }
}
