//! A stream's state in words, whatever kinds the app knows: for comparing
//! replicas.

use super::Record;
use super::merge::History;
use super::stream::{Kept, KeptAct, Stream};
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
                Some(format!("{scope:?} {}", entry(record, &history, &spec)))
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

fn entry(record: &Record, history: &History<'_>, spec: &KindSpec) -> String {
    let by = |at: &usize| history.operations[*at].id;
    let when = |kept: &Kept| format!("{} {}", kept.happened, record.zone(kept).name());
    let values = history.standing(spec, &|_, _| true).map(|standing| {
        standing
            .iter()
            .map(|(number, setters)| {
                let values: Vec<String> = setters
                    .iter()
                    .map(|setter| format!("{:?}={:?}", by(&setter.at), setter.values))
                    .collect();
                format!("{number}: {}", values.join(" | "))
            })
            .collect::<Vec<_>>()
    });
    let times: Vec<String> = history
        .times(spec)
        .iter()
        .map(|at| format!("{:?}={}", by(at), when(history.operations[*at])))
        .collect();
    let tips: Vec<String> = history
        .tips()
        .iter()
        .map(|at| {
            let retracts = if history.is_retraction(*at) { " retracts" } else { "" };
            format!("{:?}{retracts}", by(at))
        })
        .collect();
    let newest = history.newest(&history.tips()).map(|at| by(&at));
    format!("{:?} {} {times:?} tips {tips:?} newest {newest:?} {values:?}", by(&0), spec.name)
}
