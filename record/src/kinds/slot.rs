//! How the types of fields become values and come back.

use crate::codec::DecodeError;
use crate::decimal::Decimal;
use crate::fields::{FieldNumber, FieldsWriter, Value};
use crate::ids::{Member, OpId, Scopes, Writer};

/// A type that a field of a kind can have.
pub trait Slot: Sized {
    /// What is gathered while the payload is read.
    type Building: Default;

    /// Whether the same value means another thing when another writer sets it
    /// (a [`Ref`]: "my third entry").
    const RELATIVE: bool;

    /// Takes one value, set by `author`.
    ///
    /// # Errors
    /// [`DecodeError::Field`] where it has another shape.
    fn add(
        building: &mut Self::Building,
        value: Value<'_>,
        author: Writer,
    ) -> Result<(), DecodeError>;

    /// The field, once all values are taken.
    ///
    /// # Errors
    /// [`DecodeError::Field`] where one is needed and there was none.
    fn done(building: Self::Building) -> Result<Self, DecodeError>;

    /// Writes it, as `author` would.
    fn put(&self, number: FieldNumber, author: Writer, out: &mut FieldsWriter);
}

/// One value.
pub trait Scalar: Sized {
    /// Whether the same value means another thing when another writer sets it.
    const RELATIVE: bool = false;

    /// From a value set by `author`.
    ///
    /// # Errors
    /// [`DecodeError::Field`].
    fn from_value(value: Value<'_>, author: Writer) -> Result<Self, DecodeError>;

    /// As a value that `author` would write.
    fn to_value(&self, author: Writer) -> Owned<'_>;
}

/// A value on its way out.
#[derive(Debug)]
pub enum Owned<'a> {
    /// [`Value::Uint`].
    Uint(u64),
    /// [`Value::Int`].
    Int(i64),
    /// [`Value::Bytes`].
    Bytes(&'a [u8]),
    /// [`Value::Bytes`], of a value that is not kept as bytes.
    Made(Vec<u8>),
    /// [`Value::Decimal`].
    Decimal(Decimal),
}

impl Owned<'_> {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Uint(n) => Value::Uint(*n),
            Self::Int(n) => Value::Int(*n),
            Self::Bytes(bytes) => Value::Bytes(bytes),
            Self::Made(bytes) => Value::Bytes(bytes),
            Self::Decimal(decimal) => Value::Decimal(*decimal),
        }
    }
}

/// Makes a type a [`Scalar`] and a required [`Slot`].
macro_rules! scalar {
    ($type:ty, $from:expr, $to:expr $(, $relative:ident)?) => {
        impl $crate::kinds::slot::Scalar for $type {
            $( const $relative: bool = true; )?

            fn from_value(
                value: $crate::fields::Value<'_>,
                author: $crate::ids::Writer,
            ) -> Result<Self, $crate::codec::DecodeError> {
                let from: fn(
                    $crate::fields::Value<'_>,
                    $crate::ids::Writer,
                ) -> Result<Self, $crate::codec::DecodeError> = $from;
                from(value, author)
            }

            fn to_value(&self, author: $crate::ids::Writer) -> $crate::kinds::slot::Owned<'_> {
                let to: fn(&Self, $crate::ids::Writer) -> $crate::kinds::slot::Owned<'_> = $to;
                to(self, author)
            }
        }

        impl $crate::kinds::Slot for $type {
            const RELATIVE: bool = <Self as $crate::kinds::slot::Scalar>::RELATIVE;

            type Building = Option<Self>;

            fn add(
                building: &mut Option<Self>,
                value: $crate::fields::Value<'_>,
                author: $crate::ids::Writer,
            ) -> Result<(), $crate::codec::DecodeError> {
                *building = Some($crate::kinds::slot::Scalar::from_value(value, author)?);
                Ok(())
            }

            fn done(building: Option<Self>) -> Result<Self, $crate::codec::DecodeError> {
                building.ok_or($crate::codec::DecodeError::Field)
            }

            fn put(
                &self,
                number: $crate::fields::FieldNumber,
                author: $crate::ids::Writer,
                out: &mut $crate::fields::FieldsWriter,
            ) {
                $crate::kinds::slot::put(self, number, author, out);
            }
        }
    };
}
pub(crate) use scalar;

pub(crate) fn put<T: Scalar>(
    scalar: &T,
    number: FieldNumber,
    author: Writer,
    out: &mut FieldsWriter,
) {
    out.put(number, scalar.to_value(author).value());
}

impl<T: Scalar> Slot for Option<T> {
    const RELATIVE: bool = T::RELATIVE;

    type Building = Self;

    fn add(building: &mut Self, value: Value<'_>, author: Writer) -> Result<(), DecodeError> {
        *building = match value {
            // An empty value clears a field.
            Value::Bytes(b"") => None,
            value => Some(T::from_value(value, author)?),
        };
        Ok(())
    }

    fn done(building: Self) -> Result<Self, DecodeError> {
        Ok(building)
    }

    fn put(&self, number: FieldNumber, author: Writer, out: &mut FieldsWriter) {
        if let Some(scalar) = self {
            put(scalar, number, author, out);
        }
    }
}

impl<T: Scalar> Slot for Vec<T> {
    const RELATIVE: bool = T::RELATIVE;

    type Building = Self;

    fn add(building: &mut Self, value: Value<'_>, author: Writer) -> Result<(), DecodeError> {
        if value == Value::Bytes(b"") {
            building.clear();
        } else {
            building.push(T::from_value(value, author)?);
        }
        Ok(())
    }

    fn done(building: Self) -> Result<Self, DecodeError> {
        Ok(building)
    }

    fn put(&self, number: FieldNumber, author: Writer, out: &mut FieldsWriter) {
        for scalar in self {
            let owned = scalar.to_value(author);
            let value = owned.value();
            // An empty value would clear the list: an empty item says nothing.
            if value != Value::Bytes(b"") {
                out.put(number, value);
            }
        }
    }
}

scalar!(
    String,
    |value, _author| match value {
        Value::Bytes(bytes) =>
            std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| DecodeError::Text),
        _ => Err(DecodeError::Field),
    },
    |text: &String, _author| Owned::Bytes(text.as_bytes())
);

scalar!(
    Decimal,
    |value, _author| match value {
        Value::Decimal(decimal) => Ok(decimal),
        _ => Err(DecodeError::Field),
    },
    |decimal: &Decimal, _author| Owned::Decimal(*decimal)
);

scalar!(
    u64,
    |value, _author| match value {
        Value::Uint(n) => Ok(n),
        _ => Err(DecodeError::Field),
    },
    |n: &u64, _author| Owned::Uint(*n)
);

scalar!(
    i64,
    |value, _author| match value {
        Value::Int(n) => Ok(n),
        _ => Err(DecodeError::Field),
    },
    |n: &i64, _author| Owned::Int(*n)
);

scalar!(
    bool,
    |value, _author| match value {
        Value::Uint(0) => Ok(false),
        Value::Uint(1) => Ok(true),
        _ => Err(DecodeError::Field),
    },
    |flag: &bool, _author| Owned::Uint(u64::from(*flag))
);

scalar!(
    Member,
    |value, _author| match value {
        Value::Uint(n) => u32::try_from(n).map(Member).map_err(|_| DecodeError::Field),
        _ => Err(DecodeError::Field),
    },
    |member: &Member, _author| Owned::Uint(u64::from(member.0))
);

scalar!(
    Scopes,
    |value, _author| match value {
        Value::Uint(bits) => Ok(Scopes::from_bits(bits)),
        _ => Err(DecodeError::Field),
    },
    |scopes: &Scopes, _author| Owned::Uint(scopes.bits())
);

/// Another entry of the same stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ref(pub OpId);

impl Ref {
    /// The same number whoever writes it: writer × 2³² + counter.
    pub(crate) fn absolute(self) -> u64 {
        u64::from(self.0.writer.0) << 32 | u64::from(self.0.counter)
    }
}

// An entry of the author's own costs its counter alone: counter × 2. Another's
// is (writer × 2³² + counter) × 2 + 1.
scalar!(
    Ref,
    |value, author| match value {
        Value::Uint(n) => {
            let own = n & 1 == 0;
            let n = n >> 1;
            let counter = u32::try_from(n & 0xffff_ffff).map_err(|_| DecodeError::Field)?;
            let writer = u32::try_from(n >> 32).map_err(|_| DecodeError::Field)?;
            if own && writer != 0 || !own && writer == 0 {
                return Err(DecodeError::Field);
            }
            let writer = if own { author } else { Writer(writer) };
            Ok(Ref(OpId { writer, counter }))
        }
        _ => Err(DecodeError::Field),
    },
    |reference: &Ref, author| {
        let OpId { writer, counter } = reference.0;
        Owned::Uint(if writer.or(author) == author {
            u64::from(counter) << 1
        } else {
            (u64::from(writer.0 & 0x7fff_ffff) << 32 | u64::from(counter)) << 1 | 1
        })
    },
    RELATIVE
);
