//! The same life as plain documents, for peers that keep documents: natural
//! names, whole numbers as numbers, nothing that ours does not hold too.

use record::kinds::{DiaryNote, DoseTaken, Message, Reading, Symptom, Tracker};
use record::op::Operation;
use record::{Decimal, OpId, Scope};
use serde_json::{Map, Value, json};

/// One operation as a document.
pub(crate) struct Told {
    pub(crate) day: u32,
    /// An object, named by its `_id`.
    pub(crate) document: Map<String, Value>,
}

/// An entry that can be told.
pub(crate) trait Entry {
    /// What it is called.
    const KIND: &'static str;
    /// Its fields, those that it has.
    fn fields(&self) -> Value;
}

impl Told {
    pub(crate) fn of(
        day: u32,
        scope: Scope,
        operation: &Operation,
        value: &impl Entry,
        corrects: Option<OpId>,
    ) -> Self {
        Self { day, document: document(scope, operation, value, corrects) }
    }

    pub(crate) fn as_document(&self) -> &Map<String, Value> {
        &self.document
    }
}

fn document<E: Entry>(
    scope: Scope,
    operation: &Operation,
    value: &E,
    corrects: Option<OpId>,
) -> Map<String, Value> {
    let mut document = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            document.insert(name.to_owned(), value);
        }
    };
    put("_id", json!(name(scope, operation.id)));
    put("kind", json!(E::KIND));
    put("happened", json!(operation.happened.at));
    put("zone", json!(operation.happened.zone.name()));
    put("recorded", json!(operation.recorded.ms()));
    put("by", json!(operation.id.writer.0));
    put("corrects", json!(corrects.map(|entry| name(scope, entry))));
    if let Value::Object(fields) = value.fields() {
        for (name, value) in fields {
            put(&name, value);
        }
    }
    document
}

/// Short, and in order: what is best for those who sort by it.
fn name(scope: Scope, id: OpId) -> String {
    format!("{}-{}-{:06}", scope.code(), id.writer.0, id.counter)
}

fn number(decimal: Decimal) -> Value {
    if decimal.places() == 0 { json!(decimal.mantissa()) } else { json!(decimal.to_f64()) }
}

impl Entry for Reading {
    const KIND: &'static str = "reading";

    fn fields(&self) -> Value {
        json!({
            "tracker": name(Scope::Health, self.tracker.0),
            "value": number(self.value),
            "second": self.second.map(number),
            "third": self.third.map(number),
            "note": self.note,
        })
    }
}

impl Entry for DoseTaken {
    const KIND: &'static str = "dose";

    fn fields(&self) -> Value {
        json!({ "medicine": self.medicine, "amount": self.amount.map(number), "unit": "tablet" })
    }
}

impl Entry for Symptom {
    const KIND: &'static str = "symptom";

    fn fields(&self) -> Value {
        json!({ "what": self.what, "severity": self.severity })
    }
}

impl Entry for DiaryNote {
    const KIND: &'static str = "note";

    fn fields(&self) -> Value {
        json!({ "text": self.text, "mood": self.mood })
    }
}

impl Entry for Message {
    const KIND: &'static str = "message";

    fn fields(&self) -> Value {
        json!({ "text": self.text })
    }
}

impl Entry for Tracker {
    const KIND: &'static str = "tracker";

    fn fields(&self) -> Value {
        json!({ "measure": format!("{:?}", self.measure), "unit": format!("{:?}", self.unit) })
    }
}
