//! Bytes in, bytes out: variable-length integers over a bounded reader.
//!
//! Every reader checks against what is really there before it allocates, so
//! truncated or hostile bytes cost an error and nothing else.

/// Why bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The bytes end before the value does.
    #[error("the bytes end too early")]
    Truncated,
    /// Bytes are left over after the value.
    #[error("there are bytes left over")]
    Trailing,
    /// A number does not fit its type, or is written longer than it needs.
    #[error("a number is out of range")]
    Number,
    /// Text is not UTF-8.
    #[error("text is not UTF-8")]
    Text,
    /// A code that has no meaning here.
    #[error("an unknown code")]
    Code,
    /// Larger than this type may be.
    #[error("larger than allowed")]
    TooLarge,
    /// A version of the format that this app does not know.
    #[error("made by a newer version")]
    Version,
    /// A field of a kind is missing or has the wrong shape.
    #[error("a field is missing or misshapen")]
    Field,
}

/// Reads from a slice and never past it.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Over these bytes.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// How many bytes are left.
    #[must_use]
    pub fn left(&self) -> usize {
        self.rest.len()
    }

    /// One byte.
    ///
    /// # Errors
    /// [`DecodeError::Truncated`].
    #[inline]
    pub fn u8(&mut self) -> Result<u8, DecodeError> {
        let (first, rest) = self.rest.split_first().ok_or(DecodeError::Truncated)?;
        self.rest = rest;
        Ok(*first)
    }

    /// So many bytes.
    ///
    /// # Errors
    /// [`DecodeError::Truncated`].
    #[inline]
    pub fn bytes(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        if count > self.rest.len() {
            return Err(DecodeError::Truncated);
        }
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        Ok(taken)
    }

    /// So many bytes, as an array.
    ///
    /// # Errors
    /// [`DecodeError::Truncated`].
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], DecodeError> {
        self.bytes(N)?.try_into().map_err(|_| DecodeError::Truncated)
    }

    /// An unsigned number, least significant seven bits first. Only the
    /// shortest form is taken, so that one value has one encoding.
    ///
    /// # Errors
    /// [`DecodeError::Truncated`], [`DecodeError::Number`].
    #[inline]
    pub fn uint(&mut self) -> Result<u64, DecodeError> {
        // Most numbers of a record are below 128.
        if let Some((&byte, rest)) = self.rest.split_first()
            && byte < 0x80
        {
            self.rest = rest;
            return Ok(u64::from(byte));
        }
        self.long_uint()
    }

    fn long_uint(&mut self) -> Result<u64, DecodeError> {
        let mut value = 0_u64;
        let mut shift = 0_u32;
        loop {
            let byte = self.u8()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(DecodeError::Number);
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return if byte == 0 && shift > 0 { Err(DecodeError::Number) } else { Ok(value) };
            }
            shift += 7;
            if shift > 63 {
                return Err(DecodeError::Number);
            }
        }
    }

    /// An unsigned number that fits 32 bits.
    ///
    /// # Errors
    /// As [`Reader::uint`].
    #[inline]
    pub fn u32(&mut self) -> Result<u32, DecodeError> {
        u32::try_from(self.uint()?).map_err(|_| DecodeError::Number)
    }

    /// A signed number, zigzag.
    ///
    /// # Errors
    /// As [`Reader::uint`].
    #[inline]
    pub fn int(&mut self) -> Result<i64, DecodeError> {
        let raw = self.uint()?;
        Ok((raw >> 1).cast_signed() ^ -(raw & 1).cast_signed())
    }

    /// A count of things that take at least `least` bytes each, so that a
    /// false count cannot ask for memory.
    ///
    /// # Errors
    /// As [`Reader::uint`]; [`DecodeError::Truncated`] where so many cannot be left.
    pub fn count(&mut self, least: usize) -> Result<usize, DecodeError> {
        let count = usize::try_from(self.uint()?).map_err(|_| DecodeError::Number)?;
        if count.saturating_mul(least) > self.rest.len() {
            return Err(DecodeError::Truncated);
        }
        Ok(count)
    }

    /// Length-prefixed bytes.
    ///
    /// # Errors
    /// As [`Reader::count`].
    #[inline]
    pub fn sized(&mut self) -> Result<&'a [u8], DecodeError> {
        let count = self.count(1)?;
        self.bytes(count)
    }

    /// Length-prefixed UTF-8.
    ///
    /// # Errors
    /// As [`Reader::sized`]; [`DecodeError::Text`].
    pub fn text(&mut self) -> Result<&'a str, DecodeError> {
        std::str::from_utf8(self.sized()?).map_err(|_| DecodeError::Text)
    }

    /// Nothing may be left.
    ///
    /// # Errors
    /// [`DecodeError::Trailing`].
    pub fn end(&self) -> Result<(), DecodeError> {
        if self.rest.is_empty() { Ok(()) } else { Err(DecodeError::Trailing) }
    }
}

/// Appends an unsigned number.
#[inline]
pub fn put_uint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 128")]
    out.push(value as u8);
}

/// Appends a signed number, zigzag.
#[inline]
pub fn put_int(out: &mut Vec<u8>, value: i64) {
    put_uint(out, ((value << 1) ^ (value >> 63)).cast_unsigned());
}

/// Appends a length and the bytes.
pub fn put_sized(out: &mut Vec<u8>, bytes: &[u8]) {
    put_uint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_shortest_form_is_taken() {
        assert_eq!(Reader::new(&[0x80, 0x00]).uint(), Err(DecodeError::Number));
        assert_eq!(Reader::new(&[0x00]).uint(), Ok(0));
    }

    #[test]
    fn a_false_count_is_refused_before_anything_is_allocated() {
        let mut bytes = Vec::new();
        put_uint(&mut bytes, u64::MAX);
        assert!(Reader::new(&bytes).count(1).is_err());
        assert!(Reader::new(&bytes).sized().is_err());
    }

    proptest! {
        #[test]
        fn numbers_come_back(u in any::<u64>(), i in any::<i64>()) {
            let mut bytes = Vec::new();
            put_uint(&mut bytes, u);
            put_int(&mut bytes, i);
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.uint(), Ok(u));
            prop_assert_eq!(reader.int(), Ok(i));
            prop_assert_eq!(reader.end(), Ok(()));
        }

        #[test]
        fn any_bytes_are_a_value_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..24)) {
            let mut reader = Reader::new(&bytes);
            while reader.uint().is_ok() {}
            let _ = Reader::new(&bytes).text();
        }
    }
}
