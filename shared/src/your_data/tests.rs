use std::collections::BTreeMap;

use record::block::{self, SIGNATURE};
use record::kinds::{DiaryNote, DiaryTopic, Kind, Reading, Tracker};
use record::op::{Act, Operation};
use record::sync::SetAside;
use record::time::{Happened, Hlc, Zone};
use record::{KindId, Member, OpId, Scope, Writer};

use super::{Counts, archive};
use crate::effects::clock::Now;
use crate::event::Event;
use crate::holding::{About, Holding};
use crate::messages::fixture::{TABLET, signed_in, with};
use crate::pilot;
use crate::testing::{Journey, MORNING};
use crate::words::Words;

/// Reads an archive as any other program does: from the list at its end.
pub(crate) fn unpack(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let u16_at = |at: usize| usize::from(u16::from_le_bytes([archive[at], archive[at + 1]]));
    let u32_at = |at: usize| u16_at(at) + (u16_at(at + 2) << 16);
    let end = archive.len() - 22;
    assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
    let mut at = u32_at(end + 16);
    let mut files = BTreeMap::new();
    for _ in 0..u16_at(end + 10) {
        assert_eq!(&archive[at..at + 4], b"PK\x01\x02");
        let (packed, size) = (u32_at(at + 20), u32_at(at + 24));
        let (name_size, start) = (u16_at(at + 28), u32_at(at + 42));
        let name = String::from_utf8(archive[at + 46..at + 46 + name_size].to_vec()).unwrap();
        let body = start + 30 + name_size;
        let content = &archive[body..body + packed];
        let content = match u16_at(at + 10) {
            0 => content.to_vec(),
            _ => miniz_oxide::inflate::decompress_to_vec(content).ok().unwrap(),
        };
        assert_eq!(content.len(), size);
        files.insert(name, content);
        at += 46 + name_size;
    }
    files
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

fn with_a_diary() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Bring in a diary");
    let file = "Date,Time,What,Value,Unit,Note\n\
        2026-02-13,07:42,Glucose,6.8,mmol/L,\"<b>before, \"\"early\"\"\"\n\
        2026-02-13,08:00,Blood pressure,128/82/70,mmHg,\n\
        2026-02-13,08:05,Pain,3,out of 10,=1+1\n\
        2026-02-13,08:10,Symptom,Dizzy,,\n\
        2026-02-13,08:15,Note,Slept well,,\n";
    journey.pick("Choose the file", "d.csv", file.as_bytes()).press("Look at the file");
    journey
        .press("Bring in 5 entries")
        .press("More")
        .press("Diary")
        .press("Slept well")
        .press("Cross it out");
    journey.type_in("In your own words", "Another day").press("Cross it out");
    journey.press("More").press("Your data on this device");
    journey
}

#[test]
fn what_is_here_and_what_has_been_sent_is_told() {
    insta::assert_snapshot!(with_a_diary().text());
}

#[test]
fn the_copy_holds_every_entry_and_opens_without_the_app() {
    let mut journey = with_a_diary();
    journey.press("Save a copy");
    // Five entries and the three trackers that they needed.
    assert!(journey.text().contains("A copy of all 8 entries is saved"), "{}", journey.text());
    assert!(journey.text().contains("has 8 entries and all 9 changes, in 10 files"));
    let file = &journey.files[0];
    assert_eq!(file.name, "what-matters-2026-11-22.zip");
    let files = unpack(&file.content);
    assert_eq!(files.len(), 10);
    let tracker = text(&files, "readings/blood-glucose-mmol-l.csv");
    assert!(tracker.lines().count() == 2 && tracker.contains(",6.8,mmol/L,"), "{tracker}");
    assert!(files.contains_key("readings/blood-pressure-mmhg.csv"));
    assert!(files.contains_key("readings/pain-out-of-10.csv"));
    insta::assert_snapshot!("read_me", text(&files, "READ ME FIRST.txt").replace('\r', ""));
    insta::assert_snapshot!("readings", text(&files, "readings.csv").replace('\r', ""));
    insta::assert_snapshot!("notes", text(&files, "diary.csv").replace('\r', ""));
    let page = text(&files, "record.html");
    assert!(page.contains("&lt;b&gt;before, &quot;early&quot;") && !page.contains("<b>"));
    assert!(!page.contains("http"), "it fetches nothing");
    let json: serde_json::Value = serde_json::from_slice(&files["record.json"]).unwrap();
    assert_eq!(json["operations"].as_array().unwrap().len(), 9);
    assert_eq!(json["operations_count"], 9);
    let retracted: Vec<_> = json["operations"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|operation| operation["act"] == "retract")
        .collect();
    assert_eq!(retracted.len(), 1);
    assert_eq!(retracted[0]["fields"][0]["value"], "Another day");
}

#[test]
fn readings_of_a_copy_brought_back_are_there_already() {
    let mut journey = with_a_diary();
    journey.press("Save a copy");
    let readings = unpack(&journey.files[0].content).remove("readings.csv").unwrap();
    journey.press("More").press("Bring in a diary");
    journey.pick("Choose the file", "readings.csv", &readings).press("Look at the file");
    let text = journey.text();
    // What begins like a formula is not the same words any more, and is shown.
    assert!(text.contains("1 entry can be brought in"), "{text}");
    assert!(text.contains("2 in the record already"), "{text}");
}

#[test]
fn kinds_of_a_newer_app_are_in_the_copy_to_the_last_byte() {
    let mut holding = Holding::new(0, About { writer: Writer(4), ..About::default() });
    let operation = |counter, act, payload: Vec<u8>| Operation {
        id: OpId { writer: Writer(4), counter },
        act,
        happened: Happened { at: 1_000_000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(1_000_000_000, 0).next(1_000_000_000 + i64::from(counter)),
        on_behalf: None,
        payload,
    };
    let odd = vec![6, 3, 0xff, 0xfe, 0xfd];
    let newer = operation(1, Act::Create(KindId(4000)), odd.clone());
    // A reading that names no tracker: this app cannot read it.
    let broken = operation(2, Act::Create(<Reading as record::Kind>::SPEC.id), Vec::new());
    holding.record.write(Scope::Health, &[newer, broken]).unwrap();
    let now = Now { ms: MORNING, zone: "Europe/London".into(), agreed: None, day_start: 0 };
    let (content, counts) = archive(&holding, &Words::default(), &now).unwrap();
    assert_eq!(counts, Counts { entries: 2, operations: 2, files: 4 });
    let files = unpack(&content);
    let json: serde_json::Value = serde_json::from_slice(&files["record.json"]).unwrap();
    assert_eq!(json["operations"][0]["payload"], "0603fffefd");
    assert_eq!(json["operations"][0]["fields"][0]["value"]["hex"], "fffefd");
    let about = text(&files, "READ ME FIRST.txt");
    assert!(about.contains("1 entry was made by a newer version of What Matters."));
    assert!(about.contains("1 of them was made by a newer version and is only in record.json."));
}

#[test]
fn everything_is_removed_only_where_that_was_typed() {
    let mut journey = with_a_diary();
    let rows = journey.disk.lock().unwrap().rows();
    journey.press("Remove everything");
    insta::assert_snapshot!("erase", journey.text());
    journey.press("Remove everything");
    assert!(journey.text().contains("To remove everything, type the word: remove"));
    assert_eq!(journey.disk.lock().unwrap().rows(), rows);
    journey.type_in("Type: remove", "Remove").press("Remove everything");
    assert!(journey.text().contains("Everything was removed."), "{}", journey.text());
    assert_eq!(journey.disk.lock().unwrap().rows(), 0);
    assert!(journey.restarted().text().contains("Use it on this device"));
}

#[test]
fn thousands_of_readings_make_a_copy_that_adds_up() {
    let mut holding = Holding::new(0, About::default());
    let now = Now { ms: MORNING, zone: "Europe/London".into(), agreed: None, day_start: 0 };
    let tracker = crate::bring_in::parse::item::TrackerKey::ready_made(
        record::kinds::Measure::Glucose,
        record::kinds::Unit::MmolPerLitre,
    );
    let happened = |at| Happened { at, zone: Zone::new("Europe/London") };
    let mut operations = vec![Operation {
        id: OpId { writer: Writer::ME, counter: 1 },
        act: Act::Create(<Tracker as record::Kind>::SPEC.id),
        happened: happened(0),
        recorded: Hlc::new(MORNING, 0),
        on_behalf: None,
        payload: record::Kind::payload(&tracker.tracker(), Writer::ME),
    }];
    for counter in 2..=4000_u32 {
        let reading = Reading {
            tracker: record::kinds::Ref(OpId { writer: Writer::ME, counter: 1 }),
            value: record::Decimal::new(60 + i64::from(counter % 40), 1).unwrap(),
            second: None,
            third: None,
            context: None,
            note: None,
        };
        operations.push(Operation {
            id: OpId { writer: Writer::ME, counter },
            act: Act::Create(<Reading as record::Kind>::SPEC.id),
            happened: happened(i64::from(counter) * 3_600),
            recorded: Hlc::new(MORNING + i64::from(counter), 0),
            on_behalf: None,
            payload: record::Kind::payload(&reading, Writer::ME),
        });
    }
    holding.record.write(Scope::Health, &operations).unwrap();
    let (content, counts) = archive(&holding, &Words::default(), &now).unwrap();
    assert_eq!((counts.entries, counts.operations), (4000, 4000));
    let files = unpack(&content);
    assert_eq!(text(&files, "readings.csv").lines().count(), 4000);
}

/// A note that a carer wrote after the diary was no longer shared with them.
fn note_set_aside(number: u32, text: &str) -> SetAside {
    let note = DiaryNote { topic: DiaryTopic::Note, text: text.into(), amount: None, mood: None };
    let operation = Operation {
        id: OpId { writer: TABLET, counter: number },
        act: Act::Create(DiaryNote::SPEC.id),
        happened: Happened { at: MORNING / 1000 - 7_200, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING - 7_200_000, 0),
        on_behalf: Some(Member::PERSON),
        payload: note.payload(TABLET),
    };
    let draft = block::encode(Scope::Diary, TABLET, &[operation]).unwrap();
    let block = block::sign(draft, &[0; SIGNATURE]);
    SetAside { number: number.into(), arrived: MORNING - 3_600_000, block }
}

fn with_a_note_set_aside() -> Journey {
    let mut journey = signed_in();
    with(&mut journey, |holding| {
        holding.set_aside.push(note_set_aside(1, "He ate well at lunch"));
    });
    journey.press("More").press("Your data on this device");
    journey
}

fn notes(journey: &Journey) -> Vec<String> {
    journey.holding(|holding| {
        holding.record.current::<DiaryNote>().map(|entry| entry.value.text).collect()
    })
}

#[test]
fn the_person_reads_what_was_set_aside_and_adds_it() {
    let mut journey = with_a_note_set_aside();
    assert!(journey.text().contains("It is not in your record."), "{}", journey.text());
    journey.press("Read it and decide");
    insta::assert_snapshot!(journey.text());
    assert!(notes(&journey).is_empty());
    journey.press("Add it to my record");
    assert_eq!(notes(&journey), ["He ate well at lunch"]);
    assert!(!journey.text().contains("Kept for you to decide"), "{}", journey.text());
    journey.holding(|holding| {
        let entry = holding.record.current::<DiaryNote>().next().unwrap();
        assert_eq!(entry.happened.at, MORNING / 1000 - 7_200, "when it happened, not when added");
        assert_eq!(entry.created.id.writer, holding.record.me());
    });
}

#[test]
fn what_arrives_while_the_person_reads_is_not_decided_about_unread() {
    for button in ["Put it away", "Add it to my record"] {
        let mut journey = with_a_note_set_aside();
        journey.press("Read it and decide");
        let seen = pilot::find(&journey.page(), button).unwrap();
        with(&mut journey, |holding| {
            holding.set_aside.push(note_set_aside(2, "He slept in the afternoon"));
        });
        // The press that was on the page, before the page was drawn again.
        journey.send(Event::Press(seen));
        assert!(!notes(&journey).contains(&"He slept in the afternoon".to_owned()));
        assert!(journey.text().contains("Kept for you to decide"), "{}", journey.text());
        journey.press("Read it and decide");
        assert!(journey.text().contains("He slept in the afternoon"), "{}", journey.text());
        assert!(!journey.text().contains("He ate well at lunch"), "{}", journey.text());
    }
}

#[test]
fn what_was_put_away_is_still_in_the_copy() {
    let mut journey = with_a_note_set_aside();
    journey.press("Read it and decide").press("Put it away");
    assert!(notes(&journey).is_empty());
    assert!(!journey.text().contains("Kept for you to decide"), "{}", journey.text());
    journey.press("Save a copy");
    let (content, _) = journey.holding(|holding| {
        let now = Now { ms: MORNING, zone: "Europe/London".into(), agreed: None, day_start: 0 };
        archive(holding, &Words::default(), &now).unwrap()
    });
    let set_aside = text(&unpack(&content), "set-aside.json");
    assert!(set_aside.contains("He ate well at lunch"), "{set_aside}");
}
