//! An old app among newer ones: it keeps and passes on what it does not know,
//! and its changes erase none of it.

use record::block;
use record::fields::{FieldsWriter, Value};
use record::kinds::{
    Amount, Card, CardOf, DiaryNote, FieldSpec, Kind, KindSpec, Measure, Merge, Reading, Share,
    Tracker, Written,
};
use record::{DecodeError, Member, Scope, Scopes, Writer};

use crate::support::{Pen, entry, fold, note, op};

/// A diary note as a later version might have it: with the weather.
#[derive(Clone, Debug, PartialEq)]
struct NewerNote {
    text: String,
    weather: String,
}

impl Kind for NewerNote {
    const SPEC: KindSpec = KindSpec {
        fields: &[
            FieldSpec { number: 2, name: "text", merge: Merge::Fixed, names_entries: false },
            FieldSpec { number: 60, name: "weather", merge: Merge::All, names_entries: false },
        ],
        ..DiaryNote::SPEC
    };

    fn read_from(fields: &mut Written<'_, '_>) -> Result<Self, DecodeError> {
        let mut read = Self { text: String::new(), weather: String::new() };
        for (number, value, _) in fields {
            match (number, value) {
                (2, Value::Bytes(text)) => read.text = String::from_utf8_lossy(text).into_owned(),
                (60, Value::Bytes(text)) => {
                    read.weather = String::from_utf8_lossy(text).into_owned();
                }
                _ => {}
            }
        }
        Ok(read)
    }

    fn write(&self, _author: Writer, out: &mut FieldsWriter) {
        out.put(1, Value::Uint(0));
        out.put(2, Value::Bytes(self.text.as_bytes()));
        out.put(60, Value::Bytes(self.weather.as_bytes()));
    }
}

#[test]
fn a_field_it_does_not_know_outlives_its_change() {
    let (mut new, mut old) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let written = NewerNote { text: "Walked".to_owned(), weather: "Rain".to_owned() };
    let (created, first) = new.create(&written);
    let id = entry(Scope::Diary, created);

    let read = fold(&[&first]).get::<DiaryNote>(id).unwrap().value;
    assert_eq!(read, note("Walked"));
    let (seen, change) = old.change(created, &[created], &read, &note("Walked far"));
    let record = fold(&[&first, &change]);
    assert_eq!(record.get::<DiaryNote>(id).unwrap().value.text, "Walked far");
    assert_eq!(
        record.get::<NewerNote>(id).unwrap().value,
        NewerNote { text: "Walked far".to_owned(), weather: "Rain".to_owned() }
    );

    // Concurrent values of such a field are all kept, too.
    let weather = |weather: &str| NewerNote { weather: weather.to_owned(), ..written.clone() };
    let (_, sun) = new.change(created, &[seen], &written, &weather("Sun"));
    let (_, snow) = old.change(created, &[seen], &written, &weather("Snow"));
    let record = fold(&[&first, &change, &sun, &snow]);
    assert_eq!(record.get::<NewerNote>(id).unwrap().conflicts[0].values.len(), 2);
}

#[test]
fn a_kind_it_does_not_know_is_kept_and_passed_on_byte_for_byte() {
    // Not even its fields need be such as we know.
    let payload = vec![0xff, 0x00, 0x07];
    let mut pen = Pen::new(2, Scope::Budget);
    let (created, first) = pen.create_bytes(40_000, payload.clone());
    let (_, change) = pen.change_bytes(created, &[created], payload.clone());
    let record = fold(&[&first, &change]);
    assert_eq!((record.unknown(), record.count(Scope::Budget)), (1, 2));

    let operations = block::decode(&first).unwrap();
    assert_eq!(operations[0].payload, payload);
    assert_eq!(block::encode(Scope::Budget, Writer(2), &operations), Ok(first));
}

#[test]
fn a_code_it_does_not_know_is_kept_as_it_came() {
    let known = Tracker { measure: Measure::Unknown(77), ..crate::support::tracker("?") };
    let mut pen = Pen::new(2, Scope::Health);
    let (created, first) = pen.create(&known);
    let id = entry(Scope::Health, created);
    assert_eq!(fold(&[&first]).get::<Tracker>(id).unwrap().value, known);
    let named = Tracker { name: Some("Grip".to_owned()), ..known.clone() };
    let (_, change) = pen.change(created, &[created], &known, &named);
    assert_eq!(fold(&[&first, &change]).get::<Tracker>(id).unwrap().value, named);
    assert_eq!(Amount::from_code(9), Amount::Unknown(9));
}

#[test]
fn a_scope_it_does_not_know_stays_agreed_and_grants_nothing_here() {
    let later = 1 << 40;
    let see = Scopes::from_bits(later | Scopes::of(&[Scope::Diary]).bits());
    let share =
        |see| Share { member: Member(3), see, add: Scopes::NONE, until: None, name: String::new() };
    let mut pen = Pen::new(2, Scope::Sharing);
    let (created, first) = pen.create(&share(see));
    let read = fold(&[&first]).get::<Share>(entry(Scope::Sharing, created)).unwrap().value;
    assert_eq!(read.see.iter().collect::<Vec<_>>(), [Scope::Diary]);
    let (_, change) = pen.change(created, &[created], &read, &share(read.see.with(Scope::Health)));
    let changed =
        fold(&[&first, &change]).get::<Share>(entry(Scope::Sharing, created)).unwrap().value;
    assert_eq!(changed.see.bits() & later, later);
    assert!(Scopes::from_bits(later).is_empty());
}

#[test]
fn an_entry_is_read_only_as_what_it_is() {
    let (created, first) = Pen::new(2, Scope::Health).create(&crate::support::tracker("Feet"));
    let record = fold(&[&first]);
    assert!(record.get::<Reading>(entry(Scope::Health, created)).is_none());
    assert!(record.get::<Tracker>(entry(Scope::Diary, created)).is_none());
    assert!(record.get::<Tracker>(entry(Scope::Health, op(2, 9))).is_none());
    let card = Card {
        of: CardOf::Team,
        member: Member(4),
        name: "Nurses".to_owned(),
        role: None,
        phone: None,
        reply: None,
        conditions: Vec::new(),
    };
    let (created, first) = Pen::new(2, Scope::About).create(&card);
    assert_eq!(fold(&[&first]).get::<Card>(entry(Scope::About, created)).unwrap().value, card);
}
