//! Diaries made here, with every kind of dirt.

use std::collections::HashSet;

use proptest::prelude::*;

use super::super::parse::item::{Item, Reason};
use super::super::parse::meaning::Recognised;
use super::super::parse::text::NotADiary;
use super::super::parse::{self, Layout};
use super::{adds_up, read};

/// A line of a diary of codes, and what should become of it.
const CODED: &[(&str, Option<Reason>)] = &[
    ("04-21-1991\t9:09\t58\t100", None),
    ("04-21-1991\t9:09\t33\t009", None),
    ("04-21-1991\t9:09\t65\t0", None),
    ("04-21-1991\t9:09\t66\t000", None),
    ("04-21-1991\t9:09\t34\t6.5", None),
    ("04-21-1991\t9:09\t58\t100", Some(Reason::SameAs(1))),
    ("04-21-1991\t09:09\t58\t0100", Some(Reason::SameAs(1))),
    ("", Some(Reason::Empty)),
    ("\t\t\t", Some(Reason::Empty)),
    ("06-31-1991\t07:50\t58\t149", Some(Reason::NoSuchDay)),
    ("13-01-1991\t07:50\t58\t149", Some(Reason::NoSuchDay)),
    ("\t138\t33\t3A", Some(Reason::NotADay)),
    ("04-22-1991\t11:0\t60\t194", Some(Reason::NotATime)),
    ("04-22-1991\t25:00\t60\t194", Some(Reason::NotATime)),
    ("04-22-1991\t7:00\t0\t", None), // Filled in below.
    ("04-22-1991\t7:00\t58\t0Hi", Some(Reason::NotANumber)),
    ("04-22-1991\t7:00\t58\t", Some(Reason::NoValue)),
    ("04-22-1991\t7:00\t58\t0", Some(Reason::NotPossible)),
    ("04-22-1991\t7:00\t58\t2000", Some(Reason::NotPossible)),
    ("04-22-1991\t7:00\t58\t-5", Some(Reason::NotPossible)),
    ("04-22-1991\t7:00\t33\t0", Some(Reason::NotPossible)),
    ("04-22-1991\t7:00\t66\t3", Some(Reason::ValueNotExpected)),
    ("04-22-2031\t7:00\t58\t100", Some(Reason::Future)),
    ("04-22-1791\t7:00\t58\t100", Some(Reason::LongAgo)),
    ("04-22-1991\t7:00\t58", Some(Reason::Fields { wanted: 4, found: 3 })),
    ("04-22-1991\t7:00\t58\t100\t7", Some(Reason::Fields { wanted: 4, found: 5 })),
    ("04-22-1991\t7:00\t58\t10\u{fffd}", Some(Reason::NotText)),
    ("04-22-1991\t7:10\t57\t510", None),
];

#[test]
fn every_kind_of_dirt_is_refused_with_its_line_and_its_reason() {
    let clean = (1..=28).map(|day| format!("05-{day:02}-1991\t8:00\t48\t120"));
    let lines: Vec<String> =
        CODED.iter().map(|(line, _)| (*line).to_owned()).chain(clean).collect();
    let (diary, plan) = read(lines.join("\r\n").as_bytes(), &HashSet::new());
    assert_eq!(diary.layout, Layout::Coded);
    adds_up(&diary, &plan);
    for (i, (line, wanted)) in CODED.iter().enumerate() {
        let number = u32::try_from(i + 1).unwrap();
        let got = plan.refused.iter().find(|refused| refused.line == number).map(|r| &r.reason);
        let wanted = match line.split('\t').nth(2) {
            Some("0") => Some(Reason::Code("0".into())),
            _ => wanted.clone(),
        };
        assert_eq!(got, wanted.as_ref(), "line {number}: {line:?}");
    }
    let unusual: Vec<u32> = plan.taken.iter().filter(|t| t.unusual).map(|t| t.line).collect();
    assert_eq!(unusual, [28], "510 mg/dL is possible, and to be looked at");
}

#[test]
fn a_csv_of_a_spreadsheet_is_read_with_its_quotes_commas_and_dirt() {
    let csv = "\u{feff}Date;Time;Type;Value;Unit;Notes\r\n\
        13.02.2026;07:42;Glucose;6,8;mmol/L;before breakfast\r\n\
        13.02.2026;19:00;Blood pressure;128/82;mmHg;\r\n\
        14.02.2026;7:10 am;Weight;\"71,5\";kg;\"after a \"\"long\"\" walk;\nslept well\"\r\n\
        31.02.2026;07:42;Glucose;6,8;mmol/L;\r\n\
        14.02.2026;08:00;Steps;1.234;;\r\n\
        14.02.2026;;Steps;100;;\r\n\
        14.02.2026;08:05;BG;120;;\r\n\
        14.02.2026;08:06;Itch;3;;\r\n\
        14.02.2026;08:07;Note;felt well;;\r\n\
        14.02.2026;08:08;Glucose;120 mg/dL;mmol/L;\r\n\
        14.02.2026;08:09;Weight;71,5 biscuits;kg;\r\n\
        14.02.2026;08:10;Pressure;82/128;;\r\n\
        14.02.2026;08:11;Glucose;\"6,8;mmol/L;\r\n\
        \r\n\
        15.02.2026;08:00;Steps;12,5;;\r\n";
    let (diary, plan) = read(csv.as_bytes(), &HashSet::new());
    adds_up(&diary, &plan);
    let why: Vec<(u32, &Reason)> = plan.refused.iter().map(|r| (r.line, &r.reason)).collect();
    let what = |what: &str| Reason::What(what.into());
    let unit = |what: &str| Reason::Unit(what.into());
    assert_eq!(
        why,
        [
            (6, &Reason::NoSuchDay),
            (8, &Reason::NoTime),
            (9, &unit("BG")),
            (10, &what("Itch")),
            (12, &unit("Glucose")),
            (13, &Reason::NotANumber),
            (14, &Reason::NotPossible),
            (15, &Reason::Quote),
            (16, &Reason::Empty),
            (17, &Reason::NotPossible),
        ]
    );
    let Item::Reading(weight) = &plan.taken[2].item else { panic!() };
    assert_eq!(weight.value.to_string(), "71.5");
    assert_eq!(weight.note.as_deref(), Some("after a \"long\" walk;\nslept well"));
    assert_eq!(plan.taken[2].lines, 2);
    let Item::Reading(steps) = &plan.taken[3].item else { panic!() };
    assert_eq!(steps.value.to_string(), "1234", "a point parts thousands where a comma decides");
}

#[test]
fn what_is_no_diary_is_said_to_be_none() {
    let why = |bytes: &[u8]| parse::diary(bytes).err();
    assert_eq!(why(b""), Some(NotADiary::Empty));
    assert_eq!(why(b" \r\n\t\n"), Some(NotADiary::Empty));
    assert_eq!(why(b"PK\x03\x04xl/workbook.xml"), Some(NotADiary::Spreadsheet));
    assert_eq!(why(b"%PDF-1.7 ..."), Some(NotADiary::NotText));
    assert_eq!(why(&[0x89, b'P', b'N', b'G', 0, 0, 1, 2]), Some(NotADiary::NotText));
    assert_eq!(why(b"Dear diary,\ntoday was good\n"), Some(NotADiary::NoColumns));
    assert_eq!(why(b"name,age\nAnn,70\nBob,71\n"), Some(NotADiary::NoDates));
}

#[test]
fn a_file_of_two_byte_letters_is_read() {
    let text = "Date,Time,What,Value\n2026-02-13,7:42,Steps,100\n";
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let (diary, plan) = read(&bytes, &HashSet::new());
    adds_up(&diary, &plan);
    assert_eq!(plan.taken.len(), 1);
}

#[test]
fn a_time_that_the_clocks_jumped_over_is_taken_and_told() {
    let csv = "Date,Time,What,Value\n2026-03-29,1:30,Steps,100\n2026-03-29,3:30,Steps,100\n";
    let (_, plan) = read(csv.as_bytes(), &HashSet::new());
    assert_eq!(plan.moved, 1);
    assert_eq!(crate::when::time(plan.taken[0].wall.time()), "2:30");
}

#[test]
fn a_large_file_is_read() {
    let line = "04-21-1991\t9:09\t58\t100\n";
    let text = line.repeat(2 * 1024 * 1024 / line.len());
    let (diary, plan) = read(text.as_bytes(), &HashSet::new());
    adds_up(&diary, &plan);
    assert_eq!(plan.taken.len(), 1);
}

fn dirty_line() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        "[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}",
        "[0-9]{1,2}:[0-9]{1,2}",
        "[0-9]{1,4}",
        "[0-9]{0,3}[.,][0-9]{0,4}",
        "(glucose|weight|note|BP|\"q|\"\"|mmol/L|kg)",
        ".{0,8}",
    ];
    (proptest::collection::vec(cell, 0..7), "[,;\t]").prop_map(|(cells, by)| cells.join(&by))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_diary_that_adds_up_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        if parse::diary(&bytes).is_ok() {
            let (diary, plan) = read(&bytes, &HashSet::new());
            adds_up(&diary, &plan);
        }
    }

    #[test]
    fn any_lines_add_up(
        head in prop_oneof![Just("date,time,what,value,unit\n"), Just("Date;Time;What;Value\n"), Just("")],
        good in proptest::collection::vec(
            (1_u8..=12, 1_u8..=28, 0_u8..24, 0_u8..60, 33_u8..=75, 0_u16..700), 1..30),
        dirt in proptest::collection::vec(dirty_line(), 0..20),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
    ) {
        let coded = good.iter().map(|(month, day, hour, minute, code, value)| {
            format!("{month:02}-{day:02}-1991\t{hour}:{minute:02}\t{code}\t{value:03}")
        });
        let mut text = head.to_owned();
        let lines: Vec<String> = if head.is_empty() {
            coded.chain(dirt).collect()
        } else {
            dirt.into_iter().chain(["2026-02-01,7:00,steps,10".to_owned()]).collect()
        };
        text.push_str(&lines.join(end));
        if parse::diary(text.as_bytes()).is_ok() {
            let (diary, plan) = read(text.as_bytes(), &HashSet::new());
            adds_up(&diary, &plan);
            for found in &plan.things {
                let sure = matches!(
                    super::super::parse::meaning::Meanings::default().of(&found.thing),
                    Recognised::Sure(_)
                );
                prop_assert_eq!(found.meaning.is_some(), sure);
            }
        }
    }
}
