//! JSON, with little code for each type: the browser's module has forty types
//! that are read, and every one brings its own copy of what reads it.
//!
//! So text is read into [`serde_json::Value`] once and for all, and a type is
//! read from that, by names only, with an error that has no words. Nobody is
//! ever shown them.

use std::io::Write;

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::{Serialize, forward_to_deserialize_any};
use serde_json::ser::{Formatter, Serializer};
use serde_json::{Map, Value};

/// Reads a value; none where the text is no JSON, or not of that type.
#[must_use]
pub fn read<T: DeserializeOwned>(text: &[u8]) -> Option<T> {
    T::deserialize(Node(serde_json::from_slice(text).ok()?)).ok()
}

/// Writes a value. Plain data never fails; what does becomes nothing.
#[must_use]
pub fn bytes<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut text = Vec::new();
    match value.serialize(&mut Serializer::with_formatter(&mut text, Plain)) {
        Ok(()) => text,
        Err(_) => Vec::new(),
    }
}

/// As [`bytes`], as text.
#[must_use]
pub fn text<T: Serialize + ?Sized>(value: &T) -> String {
    String::from_utf8(bytes(value)).unwrap_or_default()
}

/// Writes numbers as the rest of the app does: `serde_json`'s own way is twice
/// as fast, and a table of 10 KB.
struct Plain;

impl Formatter for Plain {
    fn write_f64<W: ?Sized + Write>(&mut self, to: &mut W, value: f64) -> std::io::Result<()> {
        write!(to, "{value}")
    }
}

/// What was read does not fit the type.
#[derive(Debug)]
struct Unfit;

impl std::fmt::Display for Unfit {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unfit {}

/// Each without its words, which would be in the module otherwise.
impl de::Error for Unfit {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// A value that a type is read from.
struct Node(Value);

impl Node {
    /// The fields of a struct.
    fn members(self, fields: &'static [&'static str]) -> Result<Members, Unfit> {
        match self.0 {
            Value::Object(values) => Ok(Members { fields: fields.iter(), values }),
            _ => Err(Unfit),
        }
    }

    /// A variant of an enum and what it holds.
    fn variant(self) -> Result<Variant, Unfit> {
        let (name, content) = match self.0 {
            Value::String(name) => (name, Value::Null),
            Value::Object(values) => {
                let mut values = values.into_iter();
                match (values.next(), values.next()) {
                    (Some(variant), None) => variant,
                    _ => return Err(Unfit),
                }
            }
            _ => return Err(Unfit),
        };
        Ok(Variant { name, content: Node(content) })
    }
}

/// The values of a struct's fields, in the struct's own order: what reads them
/// one after the other compares no names and waits for no field twice.
struct Members {
    fields: std::slice::Iter<'static, &'static str>,
    values: Map<String, Value>,
}

impl Members {
    fn next(&mut self) -> Option<Value> {
        self.values.get_mut(*self.fields.next()?).map(Value::take)
    }
}

impl<'de> SeqAccess<'de> for Members {
    type Error = Unfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unfit> {
        match self.next() {
            Some(value) => seed.deserialize(Node(value)).map(Some),
            // An `Option` may be missing. For the rest the type says whether it
            // has a default: it is told that there is none.
            None => Ok(seed.deserialize(Node(Value::Null)).ok()),
        }
    }
}

impl IntoDeserializer<'_, Unfit> for Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! numbers {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
            self.deserialize_u64(visitor)
        }
    )*};
}

/// What a visitor is asked for one thing only brings no code for the others.
impl<'de> Deserializer<'de> for Node {
    type Error = Unfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(_) => self.deserialize_u64(visitor),
            Value::String(value) => visitor.visit_string(value),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let Value::Number(number) = self.0 else { return Err(Unfit) };
        if let Some(number) = number.as_u64() {
            visitor.visit_u64(number)
        } else if let Some(number) = number.as_i64() {
            visitor.visit_i64(number)
        } else {
            visitor.visit_f64(number.as_f64().ok_or(Unfit)?)
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_bool(self.0.as_bool().ok_or(Unfit)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let Value::String(value) = self.0 else { return Err(Unfit) };
        visitor.visit_string(value)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_str(self.0.as_str().ok_or(Unfit)?)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(Unfit) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let Value::Array(values) = self.0 else { return Err(Unfit) };
        let mut values = SeqDeserializer::new(values.into_iter().map(Node));
        let read = visitor.visit_seq(&mut values)?;
        values.end()?;
        Ok(read)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        let Value::Object(values) = self.0 else { return Err(Unfit) };
        visitor.visit_map(MapDeserializer::new(
            values.into_iter().map(|(key, value)| (key, Node(value))),
        ))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_seq(self.members(fields)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_enum(self.variant()?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unfit> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! { char bytes byte_buf }
    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_f32 deserialize_f64
    }
}

/// A variant of an enum and what it holds.
struct Variant {
    name: String,
    content: Node,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unfit;
    type Variant = Node;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Node), Unfit> {
        let name = StrDeserializer::new(&self.name);
        Ok((seed.deserialize(name)?, self.content))
    }
}

impl<'de> VariantAccess<'de> for Node {
    type Error = Unfit;

    fn unit_variant(self) -> Result<(), Unfit> {
        if self.0.is_null() { Ok(()) } else { Err(Unfit) }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Unfit> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Unfit> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unfit> {
        visitor.visit_seq(self.members(fields)?)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;
    use crate::screen::Page;

    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    struct Kept {
        name: String,
        #[serde(default)]
        later: Option<i8>,
        pair: (u64, bool),
        shapes: Vec<Shape>,
        nothing: (),
    }

    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    enum Shape {
        Dot,
        Line(f64),
        Arc(i64, char),
        Box { sides: [u8; 2] },
    }

    fn kept() -> Kept {
        Kept {
            name: "a \"name\"".into(),
            later: Some(-7),
            pair: (u64::MAX, true),
            shapes: vec![
                Shape::Dot,
                Shape::Line(0.1),
                Shape::Arc(i64::MIN, 'ß'),
                Shape::Box { sides: [3, 4] },
            ],
            nothing: (),
        }
    }

    #[test]
    fn it_reads_and_writes_as_serde_json_does() {
        assert_eq!(text(&kept()), serde_json::to_string(&kept()).unwrap());
        assert_eq!(read(&bytes(&kept())), Some(kept()));
        // Every block that a page can have.
        let page = crate::gallery::page();
        let written = text(&page);
        assert_eq!(serde_json::from_str::<Page>(&written).unwrap(), page);
        assert_eq!(read(written.as_bytes()), Some(page));
    }

    #[test]
    fn what_is_missing_unknown_or_of_another_type() {
        let mut value = serde_json::to_value(kept()).unwrap();
        value["newer"] = json!({ "than": ["this"] });
        value.as_object_mut().unwrap().remove("later");
        assert_eq!(read(value.to_string().as_bytes()), Some(Kept { later: None, ..kept() }));
        for (field, wrong) in [
            ("name", json!(3)),
            ("name", json!(null)),
            ("later", json!(128)),
            ("later", json!("1")),
            ("pair", json!([1])),
            ("pair", json!([1, true, 3])),
            ("shapes", json!(["Circle"])),
            ("shapes", json!([{ "Dot": 1 }])),
            ("shapes", json!([{ "Line": 1.5, "Dot": null }])),
            ("nothing", json!(0)),
        ] {
            let mut value = serde_json::to_value(kept()).unwrap();
            value[field] = wrong;
            assert_eq!(read::<Kept>(value.to_string().as_bytes()), None, "{value}");
        }
        for text in ["", "{", "[]", "{} {}", "\u{1}", "nul"] {
            assert_eq!(read::<Kept>(text.as_bytes()), None, "{text}");
        }
        assert_eq!(read::<()>(b" null "), Some(()));
    }
}
