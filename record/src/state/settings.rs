//! All that was ever said of one field: for what stays bound to the value that
//! was in force.

use super::Record;
use super::entry::{self, Version};
use super::merge::History;
use crate::fields::{FieldNumber, Fields, Value};
use crate::ids::EntryId;
use crate::kinds::Kind;

/// One value that a field was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// By which operation.
    pub by: Version,
    /// The bytes.
    pub value: Vec<u8>,
    /// Which of the others its writer had seen, by their place in the list.
    pub saw: Vec<usize>,
}

impl Record {
    /// Everything that a field of bytes was ever set to, by the id of the
    /// operation, the first one first. Empty where there is no such entry; a
    /// change that cannot be read is passed over.
    #[must_use]
    pub fn settings<K: Kind>(&self, id: EntryId, field: FieldNumber) -> Vec<Setting> {
        let stream = self.stream(K::SPEC.scope);
        let first = stream.find(self.own(id).created_by()).filter(|_| id.scope == K::SPEC.scope);
        let history = first
            .filter(|first| self.kind_of(id.scope, first.id) == Some(K::SPEC.id))
            .and_then(|first| History::of(stream, first));
        let Some(history) = history else { return Vec::new() };
        let setters = history.setters(field, &entry::fits::<K>);
        let ancestors = history.ancestors();
        let mut settings = Vec::with_capacity(setters.len());
        for at in &setters {
            let kept = history.operations[*at];
            let value = Fields::of(stream.payload(kept)).flatten().find_map(|value| match value {
                (number, Value::Bytes(bytes)) if number == field => Some(bytes.to_vec()),
                _ => None,
            });
            let mut saw = Vec::new();
            for (place, other) in setters.iter().enumerate() {
                if ancestors[*at][*other] {
                    saw.push(place);
                }
            }
            let value = value.unwrap_or_default();
            settings.push(Setting { by: entry::version(self, kept), value, saw });
        }
        settings
    }
}
