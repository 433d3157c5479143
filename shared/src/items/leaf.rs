//! An entry with its kind forgotten: the fields as they are kept.

use jiff::civil::Date;
use record::few::Few;
use record::fields::{FieldNumber, Fields, FieldsWriter, Value};
use record::kinds::{Kind, Slot};
use record::op::Act as Doing;
use record::state::{Entry, Sight, Version};
use record::{EntryId, Record, Writer};

use super::{Item, Shape};
use crate::forms::Draft;
use crate::saving::Act;

/// What an item says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Said {
    /// Words.
    Text(String),
    /// A day.
    Day(Date),
    /// What was chosen, by codes.
    Codes(Vec<u64>),
}

/// A field, and its values: who set each, and the fields as they would be.
type Differs = (FieldNumber, Vec<(Version, Vec<u8>)>);

/// An entry.
pub(crate) struct Leaf {
    pub(crate) id: EntryId,
    pub(super) sight: Sight,
    /// Its fields. Of several values of one, the one that every device picks.
    pub(super) fields: Vec<u8>,
    /// Fields with several values.
    differs: Vec<Differs>,
    pub(super) created: Version,
    versions: usize,
    /// It holds, and somebody crossed it out.
    pub(super) disputed: bool,
    pub(super) retracted: bool,
}

fn leaf<K: Kind>(entry: Entry<K>, me: Writer) -> Leaf {
    let sight = entry.sight();
    let mut differs = Vec::new();
    for conflict in entry.conflicts {
        let mut values = Vec::new();
        for (version, value) in conflict.values {
            values.push((version, value.payload(me)));
        }
        differs.push((conflict.field.number, values));
    }
    Leaf {
        id: entry.id,
        sight,
        fields: entry.value.payload(me),
        differs,
        created: entry.created,
        versions: entry.versions,
        disputed: entry.disputed.is_some(),
        retracted: entry.retracted.is_some(),
    }
}

/// One, as it stood when a form was opened.
pub(super) fn get<K: Kind>(record: &Record, draft: &Draft, id: EntryId) -> Option<Leaf> {
    draft.stood::<K>(record, id).map(|entry| leaf(entry, record.me()))
}

pub(super) fn ids<K: Kind>(record: &Record) -> Vec<EntryId> {
    record.ids::<K>().collect()
}

fn read_as<K: Kind>(fields: &[u8], me: Writer) -> Option<K> {
    let fields = Fields::of(fields).flatten();
    K::read(fields.map(|(number, value)| (number, value, me))).ok()
}

/// What fields come to; none where something that is needed is missing.
pub(crate) fn read<K: Kind>(fields: &[u8]) -> Option<K> {
    read_as(fields, Writer::ME)
}

/// Begins an entry, or changes the one that is there as if it had said `old`.
pub(super) fn set<K: Kind>(
    act: &mut Act,
    me: Writer,
    before: Option<(&Leaf, &[u8])>,
    new: &[u8],
) -> Option<EntryId> {
    let read = |fields| read_as(fields, me);
    let new: K = read(new)?;
    let Some((leaf, old)) = before else {
        let now = act.happened_now();
        return Some(act.create(&new, now));
    };
    let old: K = read(old)?;
    if old != new {
        act.change(leaf.sight.clone(), &old, &new, leaf.created.happened.clone());
    }
    Some(leaf.id)
}

/// What fields say of an item.
pub(super) fn said(fields: &[u8], item: &Item) -> Option<Said> {
    let mut codes = Vec::new();
    for (number, value) in Fields::of(fields).flatten() {
        match value {
            _ if number != item.number => {}
            Value::Bytes(text) => {
                let text = String::from_utf8_lossy(text).into_owned();
                return (!text.trim().is_empty()).then_some(Said::Text(text));
            }
            Value::Uint(_) if matches!(item.shape, Shape::Day | Shape::Review) => {
                let mut day = None;
                <Option<Date> as Slot>::add(&mut day, value, Writer::ME).ok()?;
                return day.map(Said::Day);
            }
            Value::Uint(code) => codes.push(code),
            _ => {}
        }
    }
    (!codes.is_empty()).then_some(Said::Codes(codes))
}

/// The same fields with something else said of some items.
pub(super) fn with(fields: &[u8], said: &[(FieldNumber, Option<Said>)]) -> Vec<u8> {
    let before = || Fields::of(fields).flatten().map(|(number, _)| number);
    let most = before().chain(said.iter().map(|(number, _)| *number)).max().unwrap_or(0);
    let mut out = FieldsWriter::default();
    for number in 1..=most {
        match said.iter().find(|(of, _)| *of == number) {
            Some((_, None)) => {}
            Some((_, Some(Said::Text(text)))) => out.put(number, Value::Bytes(text.as_bytes())),
            Some((_, Some(Said::Day(day)))) => Some(*day).put(number, Writer::ME, &mut out),
            Some((_, Some(Said::Codes(codes)))) => {
                for code in codes {
                    out.put(number, Value::Uint(*code));
                }
            }
            None => Fields::of(fields)
                .flatten()
                .filter(|(of, _)| *of == number)
                .for_each(|(_, value)| out.put(number, value)),
        }
    }
    out.finish()
}

impl Leaf {
    /// What it says of an item, as every device picks it.
    pub(crate) fn said(&self, item: &Item) -> Option<Said> {
        said(&self.fields, item)
    }

    /// Whether anything of it is in doubt.
    pub(crate) fn differs(&self) -> bool {
        self.disputed || !self.differs.is_empty()
    }

    /// The fields that what is now said of these items is held against: where several
    /// values stand, one that is not said, so that what is said is written.
    pub(super) fn against(&self, items: &[Item], new: &[u8]) -> Vec<u8> {
        // All that stands of these is in the form, so who saves it has seen it.
        let joined = |number| {
            let shape = items.iter().find(|item| item.number == number).map(|item| item.shape);
            matches!(shape, Some(Shape::Line | Shape::Words | Shape::Any(_)))
        };
        let mut old = self.fields.clone();
        for (number, values) in self.differs.iter().filter(|(number, _)| joined(*number)) {
            let of = |fields| -> Vec<Value<'_>> {
                let all = Fields::of(fields).flatten();
                all.filter(|(of, _)| of == number).map(|(_, value)| value).collect()
            };
            let Some((_, other)) = values.iter().find(|(_, fields)| of(fields) != of(new)) else {
                continue;
            };
            let mut out = FieldsWriter::default();
            let theirs = Fields::of(other).flatten().filter(|(of, _)| of == number);
            let mine = Fields::of(&old).flatten().filter(|(of, _)| of != number);
            let mut all: Vec<(FieldNumber, Value<'_>)> = mine.chain(theirs).collect();
            record::sort::by_key(&mut all, |(number, _)| *number);
            for (number, value) in all {
                out.put(number, value);
            }
            old = out.finish();
        }
        old
    }

    /// Everything that stands of an item, each with who said it.
    fn stands(&self, record: &Record, item: &Item) -> Vec<(Said, Version)> {
        let differs = self.differs.iter().find(|(number, _)| *number == item.number);
        if let Some((_, values)) = differs {
            let all = values.iter().filter_map(|(by, fields)| Some((said(fields, item)?, by)));
            return all.map(|(said, by)| (said, by.clone())).collect();
        }
        let by = || match self.versions {
            1 => self.created.clone(),
            _ => setters(record, self.id)
                .remove(&item.number)
                .unwrap_or_else(|| self.created.clone()),
        };
        self.said(item).map(|said| (said, by())).into_iter().collect()
    }
}

/// Everything that stands of an item in these entries, each once. There is more than
/// one entry of a kind that has one a record where two devices began it.
pub(crate) fn stands(record: &Record, leaves: &[Leaf], item: &Item) -> Vec<(Said, Version)> {
    let mut all: Vec<(Said, Version)> = Vec::new();
    for (said, by) in leaves.iter().flat_map(|leaf| leaf.stands(record, item)) {
        if all.iter().all(|(known, _)| *known != said) {
            all.push((said, by));
        }
    }
    all
}

/// Who set each field of an entry last, by their writers' clocks.
pub(crate) fn setters(record: &Record, id: EntryId) -> Few<FieldNumber, Version> {
    let entry = record.own(id).created_by();
    let mut found: Few<FieldNumber, Version> = Few::default();
    for held in record.history(id.scope) {
        let of = match &held.act {
            Doing::Create(_) => held.id,
            Doing::Change(touch) => touch.entry,
            Doing::Retract(_) => continue,
        };
        if of != entry {
            continue;
        }
        for (number, _) in Fields::of(held.payload).flatten() {
            if found.get(&number).is_none_or(|known| known.recorded <= held.recorded) {
                let by = Version {
                    id: held.id,
                    on_behalf: held.on_behalf,
                    happened: held.happened.clone(),
                    recorded: held.recorded,
                    arrived: held.arrived,
                };
                found.insert(number, by);
            }
        }
    }
    found
}
