//! What is in the record already, so that the same file brought in twice adds
//! nothing: also what has since been corrected or retracted, because an entry
//! that the person took back must not come again.

use std::collections::HashSet;

use jiff::civil::DateTime;
use record::few::Few;
use record::fields::Fields;
use record::kinds::{DiaryNote, DoseTaken, Kind, Reading, Symptom, Tracker};
use record::time::Happened;
use record::{Act, Decimal, EntryId, OpId, Record};

use super::parse::item::{Item, NewReading, TrackerKey};
use crate::letters;
use crate::zones::Zone;

/// What makes two entries the same: when by the wall (so that a device in
/// another zone finds them too), and all that they say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    wall: DateTime,
    says: Vec<u8>,
}

/// The key of an item.
#[must_use]
pub fn key(wall: DateTime, item: &Item) -> Key {
    let mut says = Says::default();
    match item {
        Item::Reading(reading) => {
            says.number(1);
            says.number(reading.tracker.measure.code());
            says.number(reading.tracker.unit.code());
            says.words(reading.tracker.name.as_deref().map(letters::small).as_deref());
            says.words(reading.tracker.unit_name.as_deref().map(letters::small).as_deref());
            says.decimal(Some(reading.value));
            says.decimal(reading.second);
            says.decimal(reading.third);
            says.number(reading.context.map_or(0, record::kinds::Context::code));
            says.words(reading.note.as_deref());
        }
        Item::Symptom(symptom) => {
            says.number(2);
            says.words(Some(&symptom.what));
            says.number(symptom.severity.map_or(0, |severity| severity + 1));
            says.words(symptom.note.as_deref());
        }
        Item::Dose(dose) => {
            says.number(3);
            says.words(Some(&dose.medicine));
            says.decimal(dose.amount);
            says.number(dose.unit.code());
            says.words(dose.note.as_deref());
        }
        Item::Note(note) => {
            says.number(4);
            says.number(note.topic.code());
            says.words(Some(&note.text));
            says.number(note.mood.map_or(0, |mood| mood + 1));
            says.number(note.amount.map_or(0, record::kinds::Amount::code));
        }
    }
    Key { wall, says: says.0 }
}

/// Everything that a record says or has said.
#[must_use]
pub fn keys(record: &Record) -> HashSet<Key> {
    let mut keys = HashSet::new();
    let mut walls = Walls::default();
    let trackers: Few<OpId, TrackerKey> = record
        .all::<Tracker>()
        .map(|entry| (entry.id.created_by(), TrackerKey::of(&entry.value)))
        .collect();
    let reading = |reading: Reading| {
        let tracker = trackers.get(&reading.tracker.0)?.clone();
        let Reading { value, second, third, context, note, .. } = reading;
        Some(Item::Reading(NewReading { tracker, value, second, third, context, note }))
    };
    gather(record, &mut keys, &mut walls, reading);
    gather(record, &mut keys, &mut walls, |symptom: Symptom| Some(Item::Symptom(symptom)));
    gather(record, &mut keys, &mut walls, |dose: DoseTaken| Some(Item::Dose(dose)));
    gather(record, &mut keys, &mut walls, |note: DiaryNote| Some(Item::Note(note)));
    keys
}

/// As written first, and as it stands.
fn gather<K: Kind>(
    record: &Record,
    keys: &mut HashSet<Key>,
    walls: &mut Walls,
    item: impl Fn(K) -> Option<Item>,
) {
    let scope = K::SPEC.scope;
    let mut touched = HashSet::new();
    for held in record.history(scope) {
        match held.act {
            Act::Create(kind) if kind == K::SPEC.id => {
                let author = held.id.writer;
                let fields = Fields::of(held.payload).map_while(Result::ok);
                let first = K::read(fields.map(|(number, value)| (number, value, author)));
                if let Some(item) = first.ok().and_then(&item) {
                    keys.insert(key(walls.of(&held.happened), &item));
                }
            }
            Act::Create(_) => {}
            Act::Change(touch) | Act::Retract(touch) => {
                touched.insert(touch.entry);
            }
        }
    }
    for OpId { writer, counter } in touched {
        if let Some(entry) = record.get::<K>(EntryId { scope, writer, counter })
            && let Some(item) = item(entry.value)
        {
            keys.insert(key(walls.of(&entry.happened), &item));
        }
    }
}

/// Wall times, each zone looked up once.
#[derive(Default)]
struct Walls(Few<String, Zone>);

impl Walls {
    fn of(&mut self, happened: &Happened) -> DateTime {
        let name = happened.zone.name();
        let zone = match self.0.get(name) {
            Some(zone) => zone,
            None => self.0.or_insert_with(name.to_owned(), || crate::when::zone(name)),
        };
        let at = jiff::Timestamp::from_second(happened.at);
        zone.to_datetime(at.unwrap_or(jiff::Timestamp::UNIX_EPOCH))
    }
}

#[derive(Default)]
struct Says(Vec<u8>);

impl Says {
    fn number(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_be_bytes());
    }

    fn words(&mut self, words: Option<&str>) {
        let words = words.unwrap_or_default();
        self.number(words.len() as u64);
        self.0.extend_from_slice(words.as_bytes());
    }

    /// 6.8 and 6.80 say the same here.
    fn decimal(&mut self, decimal: Option<Decimal>) {
        let Some(decimal) = decimal else {
            return self.0.push(0xff);
        };
        let (mut mantissa, mut places) = (decimal.mantissa(), decimal.places());
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places -= 1;
        }
        self.0.push(places);
        self.0.extend_from_slice(&mantissa.to_be_bytes());
    }
}
