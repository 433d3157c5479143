//! Tables of items against the kinds that they are of, and what two devices said.

use record::kinds::{AccessNeeds, AdvancePaper, AdvanceWishes, Contingency, Kind, Need};
use record::op::{Act, Operation, Touch};
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, Member, OpId, Record, Scope, Scopes, Writer, block};

use super::{Itemed, Shape};
use crate::holding::RecordSide;
use crate::testing::{Journey, MORNING};

/// The writer's number of somebody else.
pub(crate) const ADA: Writer = Writer(8);

/// Somebody on this device, which the server has given a number.
pub(crate) fn numbered() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(3);
        holding.record = Record::new(Writer(3));
        crux_core::Command::done()
    });
    journey
}

/// Something that Ada, a daughter, wrote on her device for the person.
pub(crate) fn ada(journey: &mut Journey, scope: Scope, (counter, act): (u32, Act), fields: &[u8]) {
    let operation = Operation {
        id: OpId { writer: ADA, counter },
        act,
        happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING + 60_000, 0),
        on_behalf: Some(Member::PERSON),
        payload: fields.to_vec(),
    };
    let draft = block::encode(scope, ADA, &[operation]).unwrap();
    let card = WriterCard {
        writer: ADA,
        member: Member(2),
        side: Side::Carer,
        name: "Ada".into(),
        role: "daughter".into(),
        key: [0; 32],
    };
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.record.apply(&draft, Some(MORNING + 60_000)).unwrap();
        holding.writers.retain(|known| known.writer != ADA);
        holding.writers.push(card);
        crux_core::Command::done()
    });
}

/// The same record, looked at by somebody else.
pub(crate) fn become_another(
    journey: &mut Journey,
    side: RecordSide,
    see: &[Scope],
    add: &[Scope],
) {
    let (see, add) = (Scopes::of(see), Scopes::of(add));
    journey.act(|cx| {
        let about = &mut cx.open.holding_mut().unwrap().about;
        (about.side, about.member, about.name) = (side, Member(2), "Rosa".into());
        (about.scopes, about.adds) = (see, add);
        crux_core::Command::done()
    });
}

fn of<K: Itemed>() {
    let mut numbers: Vec<u16> = K::OF.items().map(|item| item.number).collect();
    numbers.sort_unstable();
    let fields: Vec<u16> = K::SPEC.fields.iter().map(|field| field.number).collect();
    assert_eq!(numbers, fields, "{}", K::SPEC.name);
    assert!(fields.iter().all(|number| usize::from(*number) < super::form::FIELDS.len()));
    assert_eq!(K::OF.scope, K::SPEC.scope);
}

#[test]
fn every_field_of_a_kind_is_an_item_and_every_need_can_be_chosen() {
    of::<AccessNeeds>();
    of::<AdvanceWishes>();
    of::<AdvancePaper>();
    of::<Contingency>();
    let mut codes: Vec<u64> = AccessNeeds::OF
        .items()
        .flat_map(|item| match item.shape {
            Shape::Any(of) => of.iter().map(|(code, _)| *code).collect(),
            _ => Vec::new(),
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes, Need::ALL.iter().map(|need| need.code()).collect::<Vec<_>>());
}

fn needs(journey: &Journey) -> (EntryId, AccessNeeds) {
    journey.holding(|holding| {
        let entry = holding.record.current::<AccessNeeds>().next_back().unwrap();
        (entry.id, entry.value)
    })
}

fn write_needs(journey: &mut Journey, words: &str) {
    journey.press("More").press("About me").press("What I need");
    journey.choose("Send me information", &["1"]).type_in("Anything else I need", words);
    journey.press("Save");
    assert_eq!(journey.page().name, "about_me", "{}", journey.text());
}

#[test]
fn two_who_wrote_at_once_both_stand_and_saving_puts_them_into_one() {
    let mut journey = numbered();
    write_needs(&mut journey, "Call in the morning");
    let (id, before) = needs(&journey);
    let seen = journey.holding(|holding| holding.record.touch(id).seen);
    journey.press("Change").type_in("Anything else I need", "Call at noon").press("Save");
    let theirs = AccessNeeds { words: Some("Call Ada".into()), ..before.clone() };
    let touch = Touch { entry: id.created_by(), seen };
    let fields = theirs.payload_from(&before, ADA);
    ada(&mut journey, Scope::About, (1, Act::Change(touch)), &fields);
    let text = journey.text();
    assert!(text.contains("Call at noon") && text.contains("Call Ada"), "{text}");
    assert!(text.contains("written by Ada, daughter") && text.contains("two places"), "{text}");
    // What nobody disagrees about has no second voice.
    assert_eq!(text.matches("in large print").count(), 1, "{text}");
    journey.press("Change").press("Save");
    let text = journey.text();
    assert!(!text.contains("two places"), "{text}");
    let words = needs(&journey).1.words.unwrap();
    assert!(words.contains("Call at noon") && words.contains("Call Ada"), "{words}");
}

#[test]
fn what_a_newer_app_knows_stays_when_this_one_saves() {
    let mut journey = numbered();
    let theirs = AccessNeeds {
        information: vec![Need::Braille, Need::Unknown(77)],
        talking: Vec::new(),
        visits: Vec::new(),
        which: None,
        words: None,
        review_on: None,
    };
    let create = Act::Create(AccessNeeds::SPEC.id);
    ada(&mut journey, Scope::About, (1, create), &theirs.payload(ADA));
    journey.press("More").press("About me");
    assert!(journey.text().contains("does not know yet"), "{}", journey.text());
    journey.press("Change").choose("Send me information", &["2"]).press("Save");
    assert_eq!(needs(&journey).1.information, [Need::EasyRead, Need::Unknown(77)]);
}

#[test]
fn begun_on_two_devices_there_is_one_after_saving() {
    let mut journey = numbered();
    write_needs(&mut journey, "Call at noon");
    let theirs = AccessNeeds {
        information: vec![Need::Braille],
        talking: Vec::new(),
        visits: Vec::new(),
        which: None,
        words: Some("Call Ada".into()),
        review_on: None,
    };
    let create = Act::Create(AccessNeeds::SPEC.id);
    ada(&mut journey, Scope::About, (1, create), &theirs.payload(ADA));
    let text = journey.text();
    assert!(text.contains("in braille") && text.contains("in large print"), "{text}");
    journey.press("Change").press("Save");
    journey.holding(|holding| assert_eq!(holding.record.current::<AccessNeeds>().count(), 1));
    let one = needs(&journey).1;
    assert_eq!(one.information, [Need::LargePrint, Need::Braille]);
    assert_eq!(one.words.as_deref(), Some("Call at noon\nCall Ada"));
}
