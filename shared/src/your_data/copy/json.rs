//! Every operation of a record, to the last byte: what a program needs to build
//! the record again, of kinds it knows and of kinds it does not.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::civil::DateTime;
use record::fields::{Fields, Value};
use record::kinds::{Ref, Slot, spec};
use record::op::Act;
use record::state::Held;
use record::sync::Side;
use record::{OpId, Record, Scope, Writer};
use serde::Serialize;

use crate::holding::Holding;
use crate::json;

/// The file, and what is in it.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) operations: usize,
    pub(super) entries: usize,
}

#[derive(Serialize)]
struct Id {
    writer: u32,
    counter: u32,
}

impl From<OpId> for Id {
    fn from(id: OpId) -> Self {
        Self { writer: id.writer.0, counter: id.counter }
    }
}

#[derive(Serialize)]
struct Operation {
    scope: Scope,
    #[serde(flatten)]
    id: Id,
    act: &'static str,
    kind: Option<u16>,
    kind_name: Option<&'static str>,
    /// The entry that is changed or retracted.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<Id>,
    /// The operations that the writer had seen of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    seen: Vec<Id>,
    /// Seconds since 1970, UTC, and where.
    happened: i64,
    zone: String,
    happened_text: String,
    /// The writer's clock: milliseconds since 1970, and a counter within.
    recorded: i64,
    recorded_counter: u16,
    /// When the server had it: milliseconds since 1970.
    arrived: Option<i64>,
    on_behalf_of: Option<u32>,
    /// Another stands for it: the same, brought in on another device.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    double: bool,
    fields: Vec<Field>,
    /// The fields as they are kept.
    payload: String,
}

#[derive(Serialize)]
struct Field {
    number: u16,
    name: Option<&'static str>,
    value: serde_json::Value,
}

#[derive(Serialize)]
struct Author {
    writer: u32,
    member: u32,
    name: String,
    role: String,
    side: Side,
    key: String,
}

#[derive(Serialize)]
struct Head<'a> {
    format: &'static str,
    made: String,
    record: Option<String>,
    person: &'a str,
    this_device: u32,
    writers: Vec<Author>,
    operations_count: usize,
}

/// Writes the file: its head on one line, then an operation on each line.
pub(super) fn write(holding: &Holding, made: DateTime) -> Written {
    let record = &holding.record;
    let count: usize = Scope::ALL.into_iter().map(|scope| record.count(scope)).sum();
    let head = Head {
        format: "what-matters record 1",
        made: made.to_string(),
        record: holding.about.record.map(|id| id.to_string()),
        person: &holding.about.name,
        this_device: record.me().0,
        writers: holding
            .writers
            .iter()
            .map(|card| Author {
                writer: card.writer.0,
                member: card.member.0,
                name: card.name.clone(),
                role: card.role.clone(),
                side: card.side,
                key: hex(&card.key),
            })
            .collect(),
        operations_count: count,
    };
    let head = json::text(&head);
    let mut text = head.strip_suffix('}').unwrap_or(&head).to_owned();
    text.push_str(",\"operations\":[\n");
    let (mut operations, mut entries) = (0, 0);
    for scope in Scope::ALL {
        for held in record.history(scope) {
            entries += usize::from(matches!(held.act, Act::Create(_)) && !held.double);
            if operations > 0 {
                text.push_str(",\n");
            }
            text.push_str(&json::text(&operation(record, scope, held)));
            operations += 1;
        }
    }
    text.push_str("\n]}\n");
    Written { text, operations, entries }
}

fn operation(record: &Record, scope: Scope, held: Held<'_>) -> Operation {
    let (act, kind, touch) = match held.act {
        Act::Create(kind) => ("create", Some(kind), None),
        Act::Change(touch) => ("change", record.kind_of(scope, touch.entry), Some(touch)),
        Act::Retract(touch) => ("retract", record.kind_of(scope, touch.entry), Some(touch)),
    };
    let spec = kind.and_then(spec);
    let retracts = act == "retract";
    let name = |number: u16| match spec {
        _ if retracts => (number == 1).then_some("reason"),
        Some(spec) => spec.fields.iter().find(|f| f.number == number).map(|f| f.name),
        None => None,
    };
    let names_entry = |number: u16| {
        spec.is_some_and(|spec| spec.fields.iter().any(|f| f.number == number && f.names_entries))
            && !retracts
    };
    let fields = Fields::of(held.payload)
        .map_while(Result::ok)
        .map(|(number, v)| {
            let entry = if names_entry(number) { named(v, held.id.writer) } else { None };
            Field { number, name: name(number), value: entry.unwrap_or_else(|| value(v)) }
        })
        .collect();
    let happened = Timestamp::from_second(held.happened.at).unwrap_or(Timestamp::UNIX_EPOCH);
    Operation {
        scope,
        id: held.id.into(),
        act,
        kind: kind.map(|kind| kind.0),
        kind_name: spec.map(|spec| spec.name),
        entry: touch.as_ref().map(|touch| touch.entry.into()),
        seen: touch.map_or_else(Vec::new, |t| t.seen.into_iter().map(Id::from).collect()),
        happened: held.happened.at,
        happened_text: crate::when::zone(held.happened.zone.name())
            .to_datetime(happened)
            .to_string(),
        zone: held.happened.zone.name().to_owned(),
        recorded: held.recorded.ms(),
        recorded_counter: held.recorded.logical(),
        arrived: held.arrived,
        on_behalf_of: held.on_behalf.map(|member| member.0),
        double: held.double,
        fields,
        payload: hex(held.payload),
    }
}

/// The entry that a value names, by its operation; none where it names none.
fn named(value: Value<'_>, author: Writer) -> Option<serde_json::Value> {
    let mut building = None;
    <Ref as Slot>::add(&mut building, value, author).ok()?;
    building.and_then(|Ref(id)| serde_json::to_value(Id::from(id)).ok())
}

/// A value as JSON has it: decimals as they were typed, bytes that are no text
/// as hex.
fn value(value: Value<'_>) -> serde_json::Value {
    match value {
        Value::Uint(n) => n.into(),
        Value::Int(n) => n.into(),
        Value::Decimal(decimal) => decimal.to_string().into(),
        Value::Bytes(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => serde_json::json!({ "hex": hex(bytes) }),
        },
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
