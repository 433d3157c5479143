//! What people write, through the acts that the app's features use.

use record::fields::{FieldNumber, FieldsWriter, Value};
use record::kinds::{
    AboutMe, DiaryNote, DiaryTopic, FieldSpec, Kind, KindSpec, Merge, Message, OwnNote, OwnPlace,
    Share, Written,
};
use record::op::KindId;
use record::{DecodeError, Member, RecordId, Scope, Scopes, Writer};
use shared::app::Cmd;
use shared::holding::RecordSide;
use shared::model::Cx;
use shared::saving::{Act, Go};

use crate::device::Device;
use crate::step::What;
use crate::trace::Trace;

/// An entry of a kind that this app does not know, with fields of every shape.
#[derive(Clone, PartialEq)]
struct Novel(String);

/// What matters most, as a newer app writes it: with one field more.
#[derive(Clone, PartialEq)]
struct MattersMore(String);

const fn field(number: FieldNumber, name: &'static str) -> FieldSpec {
    FieldSpec { number, name, merge: Merge::All, names_entries: false }
}

fn first_text<'a>(
    fields: impl Iterator<Item = (FieldNumber, Value<'a>, Writer)>,
) -> Result<String, DecodeError> {
    for (number, value, _) in fields {
        if let (1, Value::Bytes(bytes)) = (number, value) {
            return String::from_utf8(bytes.to_vec()).map_err(|_| DecodeError::Text);
        }
    }
    Ok(String::new())
}

impl Kind for Novel {
    const SPEC: KindSpec = KindSpec {
        id: KindId(9_001),
        name: "novel",
        scope: Scope::Health,
        fields: &[field(1, "words"), field(7, "number"), field(900, "far")],
    };

    fn read_from(fields: &mut Written<'_, '_>) -> Result<Self, DecodeError> {
        first_text(fields).map(Self)
    }

    fn write(&self, _: Writer, out: &mut FieldsWriter) {
        out.put(1, Value::Bytes(self.0.as_bytes()));
        out.put(7, Value::Int(-3));
        out.put(900, Value::Uint(1 << 40));
    }
}

impl Kind for MattersMore {
    const SPEC: KindSpec = KindSpec {
        id: AboutMe::SPEC.id,
        name: "about me",
        scope: Scope::About,
        fields: &[field(1, "most_important"), field(99, "said_how")],
    };

    fn read_from(fields: &mut Written<'_, '_>) -> Result<Self, DecodeError> {
        first_text(fields).map(Self)
    }

    fn write(&self, _: Writer, out: &mut FieldsWriter) {
        out.put(1, Value::Bytes(self.0.as_bytes()));
        out.put(99, Value::Bytes(self.0.as_bytes()));
    }
}

fn note(text: String) -> DiaryNote {
    DiaryNote { topic: DiaryTopic::Note, text, mood: None, amount: None }
}

/// Somebody writes something into this record, where their device holds it.
pub(crate) fn write(
    device: &mut Device,
    record: RecordId,
    what: What,
    serial: u32,
    now: i64,
    trace: &mut Trace,
) {
    device.act(now, trace, |cx| act(cx, record, what, format!("words {serial}")));
}

fn act(cx: &mut Cx<'_>, record: RecordId, what: What, words: String) -> Option<Cmd> {
    let holding = cx.open.holdings.iter().find(|held| held.about.record == Some(record))?;
    let mut act = Act::new(holding, cx.now);
    let now = act.happened_now();
    match what {
        What::Note => {
            act.create(&note(words), now);
        }
        What::Notes(count) => {
            for part in 0..count {
                act.create(&note(format!("{words}.{part}")), now.clone());
            }
        }
        What::Matters | What::MattersMore => {
            let entry = holding.record.current::<AboutMe>().next();
            match (entry, what) {
                (Some(entry), What::Matters) => {
                    let new = AboutMe { most_important: Some(words), ..entry.value.clone() };
                    act.change(entry.sight(), &entry.value, &new, now);
                }
                (Some(entry), _) => {
                    let sight = entry.sight();
                    let old = MattersMore(entry.value.most_important.unwrap_or_default());
                    act.change(sight, &old, &MattersMore(words), now);
                }
                (None, What::Matters) => {
                    let new = AboutMe { most_important: Some(words), ..AboutMe::default() };
                    act.create(&new, now);
                }
                (None, _) => {
                    act.create(&MattersMore(words), now);
                }
            }
        }
        What::Correct(number) => {
            let entry = nth_note(holding, number)?;
            act.change(entry.sight(), &entry.value, &note(words), now);
        }
        What::CrossOut(number) => {
            let entry = nth_note(holding, number)?;
            act.retract(holding, entry.id, &words);
        }
        What::Message => {
            act.create(&Message { text: words, answers: None }, now);
        }
        What::Own => {
            if holding.about.side != RecordSide::Person {
                return None;
            }
            act.create(&OwnNote { place: OwnPlace::Plan, of: None, sort: 3, text: words }, now);
        }
        What::UnknownMore(number) => {
            let novels: Vec<_> = holding.record.current::<Novel>().collect();
            let count = novels.len().max(1);
            let entry = novels.into_iter().nth(usize::from(number) % count)?;
            act.change(entry.sight(), &entry.value, &Novel(words), now);
        }
        What::Unknown => {
            act.create(&Novel(words), now);
        }
    }
    Some(act.save(cx, Go::Stay, None))
}

fn nth_note(
    holding: &shared::holding::Holding,
    number: u8,
) -> Option<record::state::Entry<DiaryNote>> {
    let notes: Vec<_> = holding.record.current::<DiaryNote>().collect();
    let count = notes.len();
    (count > 0).then(|| notes.into_iter().nth(usize::from(number) % count)).flatten()
}

/// The person says what the carer may see and add to.
pub(crate) fn share(
    device: &mut Device,
    carer: Member,
    (see, add): (Scopes, Scopes),
    now: i64,
    trace: &mut Trace,
) {
    device.act(now, trace, |cx| {
        let holding = cx.open.holding()?;
        let mut act = Act::new(holding, cx.now);
        let happened = act.happened_now();
        let found = holding.record.current::<Share>().find(|entry| entry.value.member == carer);
        let entry = found?;
        let new = Share { see, add, ..entry.value.clone() };
        act.change(entry.sight(), &entry.value, &new, happened);
        Some(act.save(cx, Go::Stay, None))
    });
}
