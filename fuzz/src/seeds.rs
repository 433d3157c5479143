//! Writes the corpus: a few inputs for each target, made by our own encoders.
//! After `make test-fuzz`: `target/fuzz/*/release/seeds fuzz/corpus`.

#![forbid(unsafe_code)]

use std::path::Path;

// Everything here is compiled with the fuzzer's counters, which are in it.
use libfuzzer_sys as _;

use fuzz::segments::{Segment, pack};
use record::block;
use record::kinds::{DiaryNote, DiaryTopic, Kind, Message, Share};
use record::op::{Act, Operation, Touch};
use record::stream::{Cursor, Head, Placed};
use record::sync::{
    Accepted, Capabilities, Healed, Refusal, Refused, Request, Response, SetAside, Side,
    StreamPart, Vouched, WriterCard,
};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Writer};
use shared::effects::store::Write;
use shared::holding::{About, Holding};

fn operation(counter: u32, act: Act, payload: Vec<u8>) -> Operation {
    let zone = Zone::new(if counter % 3 == 0 { "Europe/Paris" } else { "Europe/London" });
    Operation {
        id: OpId { writer: Writer(2), counter },
        act,
        happened: Happened { at: 1_767_600_000 + i64::from(counter) * 60, zone },
        recorded: Hlc::new(1_767_600_000_000 + i64::from(counter), 0),
        on_behalf: (counter == 4).then_some(Member(0)),
        payload,
    }
}

fn note(text: &str) -> Vec<u8> {
    let note =
        DiaryNote { topic: DiaryTopic::Meal, text: text.into(), mood: Some(4), amount: None };
    note.payload(Writer(2))
}

/// A beginning of each kind that is known.
fn pictures() -> Vec<Vec<u8>> {
    let mut jpeg = b"\xff\xd8\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01".to_vec();
    jpeg.extend_from_slice(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0");
    jpeg.extend_from_slice(b"\xff\xda\0\x03\0data\xff\xd9behind");
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in
        [(b"IHDR", b"head".as_slice()), (b"tEXt", b"Rosa"), (b"IDAT", b"x"), (b"IEND", b"")]
    {
        png.extend(u32::try_from(body.len()).unwrap_or_default().to_be_bytes());
        png.extend_from_slice(name);
        png.extend_from_slice(body);
        png.extend([0; 4]);
    }
    let part = record::api::MediaPart {
        record: RecordId([7; 16]),
        scope: Scope::About,
        hash: record::media::MediaHash([3; 32]),
        bytes: 4,
        part: 0,
        content: b"OggS".to_vec(),
    };
    vec![
        jpeg,
        png,
        b"RIFF\x26\0\0\0WEBPVP8 \x02\0\0\0xxEXIF\x04\0\0\0II*\0XMP \x02\0\0\0xx".to_vec(),
        b"RIFF\x20\0\0\0WAVEfmt \x02\0\0\0xxLIST\x02\0\0\0xxdata\x02\0\0\0xx".to_vec(),
        b"\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x18moov\0\0\0\x10udta\0\0\0\0vide".to_vec(),
        b"ID3\x04\0\0\0\0\0\x02xx\xff\xfb\x90\x64".to_vec(),
        part.encode(),
    ]
}

fn drafts() -> Vec<Vec<u8>> {
    let first = OpId { writer: Writer(2), counter: 1 };
    let touch = Touch { entry: first, seen: vec![first] };
    let create = || Act::Create(DiaryNote::SPEC.id);
    let all = [
        operation(1, create(), note("Walked")),
        operation(2, create(), note("Slept badly")),
        operation(3, Act::Change(touch.clone()), note("Walked far")),
        operation(4, Act::Retract(touch), Vec::new()),
    ];
    [&all[..1], &all[..2], &all[..], &all[2..]]
        .into_iter()
        .filter_map(|part| block::encode(Scope::Diary, Writer(2), part).ok())
        .collect()
}

fn blocks() -> Vec<Vec<u8>> {
    drafts().into_iter().map(|draft| block::sign(draft, &[7; 64])).collect()
}

fn placed() -> Vec<Placed> {
    (1..)
        .zip(blocks())
        .map(|(first, block)| Placed { first, arrived: 1_767_600_000_500, block })
        .collect()
}

fn cursor() -> (Scope, Cursor) {
    (Scope::Diary, Cursor { epoch: 1, head: Head { sequence: 3, hash: [9; 16] } })
}

fn card() -> WriterCard {
    WriterCard {
        writer: Writer(2),
        member: Member(0),
        name: "Sam".into(),
        role: "daughter".into(),
        side: Side::Carer,
        key: [5; 32],
    }
}

fn requests() -> Vec<Vec<u8>> {
    let record = RecordId([3; 16]);
    let empty = Request { record, writer: Writer(2), ..Request::default() };
    let full = Request {
        writers: 1,
        cursors: vec![cursor()],
        push: blocks(),
        capabilities: Capabilities::ALL,
        set_aside: Some(1),
        heal: placed().into_iter().map(|placed| (Scope::Diary, placed)).collect(),
        vouched: vec![Vouched { card: card(), voucher: [6; 32] }],
        others: vec![(99, b"from a newer app".to_vec())],
        ..empty.clone()
    };
    vec![empty.encode(), full.encode()]
}

fn responses() -> Vec<Vec<u8>> {
    let full = Response {
        epoch: 1,
        now: 1_767_600_000_600,
        accepted: vec![Accepted { scope: Scope::Diary, counter: 1, first: 1, arrived: 5 }],
        refused: vec![Refused {
            scope: Scope::Diary,
            counter: 9,
            reason: Refusal::Gap { send_from: 5 },
        }],
        streams: vec![StreamPart {
            scope: Scope::Diary,
            afresh: false,
            head: cursor().1.head,
            more: true,
            blocks: placed(),
        }],
        withdrawn: vec![Scope::Messages],
        writers: vec![card()],
        capabilities: Capabilities::ALL,
        safe: 1_767_600_000_500,
        wanted: vec![(Scope::Diary, cursor().1.head)],
        healed: vec![Healed::Has, Healed::Other],
        set_aside: blocks()
            .into_iter()
            .map(|block| SetAside { number: 1, arrived: 5, block })
            .collect(),
        vouchers: vec![[6; 32]],
        others: vec![(99, b"from a newer server".to_vec())],
    };
    vec![Response::default().encode(), full.encode()]
}

/// What a device keeps of a record, each behind the byte that says what it is.
fn rows() -> Vec<Vec<u8>> {
    let holding = Holding::new(0, About::default());
    let kept = [holding.keep_cursors(&[cursor()]), holding.keep_writers(&[card(), card()])];
    let mut all: Vec<Vec<u8>> = (0..)
        .zip(kept)
        .filter_map(|(which, write)| match write {
            Write::Put { body, .. } => Some([&[which][..], &body].concat()),
            _ => None,
        })
        .collect();
    for (which, bodies) in [(2_u8, drafts()), (3, blocks())] {
        all.extend(bodies.into_iter().map(|body| [&[which][..], &body].concat()));
    }
    let mut stream = vec![4];
    for placed in placed() {
        placed.put(&mut stream);
    }
    all.push(stream);
    let words = [(Writer(1), [6; 32]), (Writer(300), [7; 32])].into();
    if let Write::Put { body, .. } = holding.keep_vouchers(&words) {
        all.push([&[6][..], &body].concat());
    }
    all
}

/// Segments behind the byte that says that they are, and blocks behind the other.
fn segments() -> Vec<Vec<u8>> {
    let mut loose = vec![1];
    let (mut next, mut blocks) = (1, Vec::new());
    for placed in placed() {
        placed.put(&mut loose);
        let placed = Placed { first: next, ..placed };
        next += placed.count();
        blocks.push(placed);
    }
    let mut all = vec![loose];
    for count in [1, blocks.len()] {
        let before = Head::default();
        let segment = Segment { before, blocks: blocks.iter().take(count).cloned().collect() };
        all.extend(pack(Scope::Diary, &segment).ok().map(|bytes| [&[0][..], &bytes].concat()));
    }
    all
}

fn payloads() -> Vec<Vec<u8>> {
    let message = Message { text: "Could I change my appointment?".into(), answers: None };
    let share = Share {
        member: Member(1),
        see: Scopes::ALL,
        add: Scopes::of(&[Scope::Diary]),
        until: Some(1_800_000_000),
        name: "Mum".into(),
    };
    vec![note("Porridge"), message.payload(Writer(2)), share.payload(Writer(2))]
}

fn merging() -> Vec<Vec<u8>> {
    let all = drafts();
    [&all[..1], &all[..], &all[1..]]
        .map(|drafts| {
            let behind_length = |draft: &Vec<u8>| {
                let length = u16::try_from(draft.len()).unwrap_or(u16::MAX).to_le_bytes();
                [&length[..], draft].concat()
            };
            drafts.iter().map(behind_length).collect::<Vec<_>>().concat()
        })
        .into()
}

fn texts(all: &[&str]) -> Vec<Vec<u8>> {
    all.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// Exports of measurements, each behind a byte that says where its parts end.
fn exports() -> Vec<Vec<u8>> {
    let xml = r#"<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE HealthData [<!-- 14 --><!ATTLIST Me a CDATA #IMPLIED>]>
<HealthData><ExportDate value="2026-01-20 08:00:00 +0000"/><Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" startDate="2026-01-02 07:00:00 +0000" value="71.5"/>
<Record type="HKQuantityTypeIdentifierBloodGlucose" unit="mmol&lt;180.1558800000541&gt;/L" startDate="2026-01-02 07:00:00 +0000" value="6.8"><MetadataEntry key="HKTimeZone" value="Europe/Paris"/></Record>
<Record type="HKQuantityTypeIdentifierBloodPressureSystolic" unit="mmHg" startDate="2026-01-02 07:00:00 +0000" value="128"/><Record type="HKQuantityTypeIdentifierBloodPressureDiastolic" unit="mmHg" startDate="2026-01-02 07:00:00 +0000" value="82"/>
<Record type="HKQuantityTypeIdentifierStepCount" unit="count" startDate="2026-01-02 07:00:00 +0000" value="820"/></HealthData>"#;
    let behind = |content: &[u8]| [&[7], content].concat();
    vec![behind(xml.as_bytes()), behind(&stored("export.xml", xml.as_bytes()))]
}

/// An archive of one file, which is not packed.
fn stored(name: &str, content: &[u8]) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).unwrap_or_default().to_le_bytes();
    let long = |number: usize| u32::try_from(number).unwrap_or_default().to_le_bytes();
    let mut crc = flate2::Crc::new();
    crc.update(content);
    let size = long(content.len());
    let head =
        [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0], &crc.sum().to_le_bytes()[..], &size, &size].concat();
    let head = [&head[..], &short(name.len()), &[0, 0]].concat();
    let mut out = [&b"PK\x03\x04"[..], &head, name.as_bytes(), content].concat();
    let at = out.len();
    let listed = [&b"PK\x01\x02"[..], &[20, 0], &head, &[0; 14], name.as_bytes()].concat();
    out.extend_from_slice(&listed);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    out.extend_from_slice(&[&long(listed.len())[..], &long(at), &[0, 0]].concat());
    out
}

const API: &[&str] = &[
    r#"{"username":"sam","password":"a garden in May","name":"Sam","device_key":"0707070707070707070707070707070707070707070707070707070707070707","invitation":"K7QP-2MXD-9RTB"}"#,
    r#"{"refresh":"00"}"#,
    r#"{"code":"busy","message":"Later.","retry_after":5}"#,
    r#"{"record":"03030303030303030303030303030303","reason":"To look"}"#,
    r#"{"access":"a","refresh":"b","access_seconds":900,"account":{"id":"d64b1ec0abf64190bce0b83dfc0317de","username":"sam","name":"Sam","role":"person"},"records":[{"record":"29d714222cbd3c2cc48ad8de072da8af","name":"Sam","member":0,"role":"person","scopes":["about","diary"],"adds":["diary"],"teams":[]}]}"#,
    r#"{"role":"carer","name":"Mum","relation":"daughter","scopes":["diary"]}"#,
];

const DIARIES: &[&str] = &[
    "04-21-1991\t9:09\t58\t100\n04-21-1991\t9:09\t33\t009\n04-22-1991\t7:35\t65\t0\n",
    "Date;Time;Type;Value;Unit;Notes\r\n13.02.2026;07:42;Glucose;6,8;mmol/L;\"before; breakfast\"\r\n13.02.2026;19:00;Blood pressure;128/82;mmHg;\r\n",
    "date,weight\n2026-02-13,83.1\n2026-02-14,\"83,4\"\n",
    "\u{feff}Day,What,How much\n1/2/2026 7:00,Peak flow,410\n31/12/2025 7 pm,Oxygen,97 %\n",
];

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "corpus".into());
    let events = texts(&[
        "\u{3}retry: 5000\n: open\n\nevent: new\ndata:\n\n",
        "\u{7}data: 1\r\rdata: 2\r\n\r\n",
    ]);
    for (target, inputs) in [
        ("block", drafts()),
        ("request", requests()),
        ("response", responses()),
        (
            "placed",
            placed()
                .iter()
                .map(|placed| {
                    let mut out = Vec::new();
                    placed.put(&mut out);
                    out
                })
                .collect(),
        ),
        ("fields", payloads()),
        ("rows", rows()),
        ("api", texts(API)),
        ("diary", texts(DIARIES)),
        ("export", exports()),
        ("media", pictures()),
        ("events", events),
        ("code", texts(&["K7QP-2MXD-9RTB", "k7qp 2mxd 9rtb"])),
        ("sealed", vec![fuzz::SEALED.to_vec()]),
        ("merging", merging()),
        ("segment", segments()),
    ] {
        let folder = Path::new(&folder).join(target);
        std::fs::create_dir_all(&folder)?;
        for (number, input) in (1..).zip(inputs) {
            std::fs::write(folder.join(format!("seed-{number}")), input)?;
        }
    }
    Ok(())
}
