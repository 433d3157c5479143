//! A stream's state in words, whatever kinds the app knows: for comparing
//! replicas.

use std::fmt::Write as _;

use super::Record;
use super::merge::History;
use super::stream::{KeptAct, Stream};
use crate::fields::Value;
use crate::ids::{OpId, Scope};
use crate::kinds::{self, KindSpec};

/// A line for every entry, with every standing value, and for every operation
/// that waits for its entry.
pub(super) fn stream(record: &Record, stream: &Stream, scope: Scope) -> Vec<String> {
    let mut lines: Vec<String> = stream
        .operations
        .iter()
        .filter_map(|first| match first.act {
            KeptAct::Create(kind) => {
                let unknown = KindSpec { id: kind, name: "unknown", scope, fields: &[] };
                let spec = kinds::spec(kind).copied().unwrap_or(unknown);
                let history = History::of(stream, first)?;
                let mut line = format!("{scope:?} ");
                entry(record, &history, &spec, &mut line);
                if stream.is_double(first) {
                    line.push_str(" for which another stands");
                }
                Some(line)
            }
            _ => None,
        })
        .collect();
    let is_entry =
        |id: OpId| stream.find(id).is_some_and(|kept| matches!(kept.act, KeptAct::Create(_)));
    lines.extend(stream.touched().filter(|id| !is_entry(*id)).map(|id| {
        let mut waiting: Vec<OpId> =
            stream.touching(id).into_iter().flatten().map(|kept| kept.id).collect();
        waiting.sort();
        format!("{scope:?} {id:?} awaited by {waiting:?}")
    }));
    lines
}

fn entry(record: &Record, history: &History<'_>, spec: &KindSpec, out: &mut String) {
    let by = |at: usize| history.operations[at].id;
    name(by(0), out);
    let _ = write!(out, " {}", spec.name);
    for at in history.times(spec) {
        let kept = history.operations[at];
        out.push_str(" at ");
        name(by(at), out);
        let _ = write!(out, "={} {}", kept.happened, record.zone(kept).name());
    }
    let tips = history.tips();
    for at in &tips {
        out.push_str(if history.is_retraction(*at) { " retracted by " } else { " tip " });
        name(by(*at), out);
    }
    if let Some(at) = history.newest(&tips) {
        out.push_str(" newest ");
        name(by(at), out);
    }
    let Some(standing) = history.standing(spec, &|_| true) else {
        return out.push_str(" that cannot be read");
    };
    for (number, setters) in standing {
        let _ = write!(out, " {number}:");
        for setter in setters {
            out.push_str(" | ");
            name(by(setter.at), out);
            for value in setter.values {
                self::value(value, out);
            }
        }
    }
}

fn name(id: OpId, out: &mut String) {
    let _ = write!(out, "{}.{}", id.writer.0, id.counter);
}

/// A value with its length, so that no two read alike.
fn value(value: Value<'_>, out: &mut String) {
    let _ = match value {
        Value::Uint(number) => write!(out, "={number}"),
        Value::Int(number) => write!(out, "={number:+}"),
        Value::Decimal(number) => write!(out, "={number:?}"),
        Value::Bytes(bytes) => {
            let _ = write!(out, "={}*", bytes.len());
            out.extend(bytes.iter().copied().map(char::from));
            Ok(())
        }
    };
}
