//! What hurt people elsewhere about their copies, each named after where it was said.

use record::kinds::{
    ActionPlan, Answers, Condition, DiaryNote, DiaryTopic, Dose, DoseTaken, DoseUnit, Gauge, KINDS,
    Kind, Limits, Measure, Medicine, OwnDay, Questionnaire, QuestionnaireResponse, Reading, Ref,
    Seen, Supply, Symptom, Threshold, Tracker, Unit, What,
};
use record::op::{Act, Operation};
use record::time::{Happened, Hlc, Zone};
use record::{Decimal, OpId, Scope, Writer};

use super::super::tests::unpack;
use super::{Counts, archive, sheets};
use crate::effects::clock::Now;
use crate::holding::{About, Holding};
use crate::testing::{Journey, MORNING};
use crate::words::Words;

fn now() -> Now {
    Now { ms: MORNING, zone: "Europe/London".into(), agreed: None, day_start: 0 }
}

fn holding() -> Holding {
    Holding::new(0, About::default())
}

/// Writes an entry as the next of its stream.
fn write(holding: &mut Holding, kind: record::KindId, scope: Scope, payload: Vec<u8>) {
    let counter = u32::try_from(holding.record.count(scope)).unwrap() + 1;
    let operation = Operation {
        id: OpId { writer: Writer::ME, counter },
        act: Act::Create(kind),
        happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING + i64::from(counter), 0),
        on_behalf: None,
        payload,
    };
    holding.record.write(scope, &[operation]).unwrap();
}

fn put<K: Kind>(holding: &mut Holding, value: &K) {
    write(holding, K::SPEC.id, K::SPEC.scope, value.payload(Writer::ME));
}

/// Flaredown#406: what had no dosage was not exported, and nobody was told.
#[test]
fn flaredown_406_every_kind_of_entry_has_a_place_to_be_read_in_the_copy() {
    // Which messages somebody has seen is no entry that anybody wrote.
    for spec in KINDS.iter().filter(|spec| spec.id != Seen::SPEC.id) {
        let mut holding = holding();
        write(&mut holding, spec.id, spec.scope, Vec::new());
        let of_it: usize =
            sheets::all(&holding, &Words::default()).iter().map(|sheet| sheet.entries).sum();
        assert_eq!(of_it, 1, "{} is only in record.json", spec.name);
    }
}

#[test]
fn flaredown_406_what_was_left_empty_is_exported_like_anything_else() {
    let first = Ref(OpId { writer: Writer::ME, counter: 1 });
    let mut holding = holding();
    let tracker = Tracker {
        measure: Measure::Own,
        name: None,
        unit: Unit::None,
        unit_name: None,
        least: None,
        most: None,
        place: None,
        put_away: None,
    };
    put(&mut holding, &tracker);
    let value = Decimal::whole(0);
    let of = first;
    put(
        &mut holding,
        &Reading { tracker: of, value, second: None, third: None, context: None, note: None },
    );
    put(&mut holding, &Symptom { what: "Ache".into(), severity: None, note: None });
    let text = String::new();
    put(&mut holding, &DiaryNote { topic: DiaryTopic::Note, text, mood: None, amount: None });
    let medicine = "Something".to_owned();
    put(&mut holding, &DoseTaken { medicine, amount: None, unit: DoseUnit::None, note: None });
    put(&mut holding, &bare_medicine());
    let medicine = Ref(OpId { writer: Writer::ME, counter: 2 });
    let what = What::NotKnown;
    put(
        &mut holding,
        &Dose { medicine, version: None, date: None, slot: None, what, taken: None, note: None },
    );
    put(&mut holding, &Supply { medicine, left: None, order_on: None, order_at: None });
    put(&mut holding, &bare_plan());
    put(&mut holding, &bare_threshold(first));
    put(&mut holding, &Questionnaire { source: "{}".into(), put_away: None });
    put(
        &mut holding,
        &QuestionnaireResponse {
            questionnaire: "https://example.org/q".into(),
            version: None,
            title: "Mine".into(),
            answers: Answers(Vec::new()),
        },
    );
    put(&mut holding, &OwnDay { start: 0 });
    let (content, counts) = archive(&holding, &Words::default(), &now()).unwrap();
    assert_eq!((counts.entries, counts.operations), (13, 13));
    let files = unpack(&content);
    let mut rows = 0;
    for (name, content) in &files {
        if name.rsplit('.').next() != Some("csv") {
            continue;
        }
        let lines = String::from_utf8_lossy(content).lines().count();
        assert!(lines > 1, "{name} has no row");
        rows += lines - 1;
    }
    assert!(rows >= 13, "{rows} rows in {:?}", files.keys());
    let page = String::from_utf8_lossy(&files["record.html"]).into_owned();
    for words in ["Ache", "Something", "The white ones", "Mine"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

fn bare_medicine() -> Medicine {
    Medicine {
        name: "The white ones".into(),
        strength: None,
        form: None,
        dose: None,
        why: None,
        how: None,
        prescriber: None,
        started: None,
        stopped: None,
        stop_reason: None,
        rule: None,
        discreet: None,
        silent: None,
        beside: None,
        important: None,
        insist: None,
    }
}

fn bare_plan() -> ActionPlan {
    ActionPlan {
        condition: Condition::Own,
        name: None,
        set_by: None,
        set_on: None,
        green_signs: None,
        green_do: None,
        green_call: None,
        amber_signs: None,
        amber_do: None,
        amber_call: None,
        red_signs: None,
        red_do: None,
        red_call: None,
        ended: None,
    }
}

fn bare_threshold(plan: Ref) -> Threshold {
    Threshold {
        plan,
        measure: Measure::Own,
        unit: Unit::None,
        name: None,
        unit_name: None,
        gauge: Gauge::Reading,
        occasion: None,
        limits: Limits {
            red_below: None,
            amber_below: None,
            amber_from: None,
            red_from: None,
            best: None,
            days: 0,
            set_on: None,
            set_by: String::new(),
        },
    }
}

const DIARY: &str = "Date,Time,What,Value,Unit,Note\n\
    2026-02-13,07:42,Glucose,6.8,mmol/L,\n\
    2026-02-13,08:05,Pain,3,out of 10,\n\
    2026-02-14,07:40,Glucose,7.1,mmol/L,\n\
    2026-02-31,07:40,Glucose,7.0,mmol/L,\n";

fn bring(file: &[u8]) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Bring in a diary");
    journey.pick("Choose the file", "d.csv", file).press("Look at the file");
    journey
}

fn readings(journey: &Journey) -> usize {
    journey.holding(|holding| holding.record.current::<Reading>().count())
}

/// track-and-graph#120: an export of zero bytes, and an import that said nothing.
#[test]
fn track_and_graph_120_what_goes_in_and_out_is_counted_and_said() {
    let mut journey = bring(DIARY.as_bytes());
    let text = journey.text();
    assert!(text.contains("3 entries can be brought in"), "{text}");
    assert!(text.contains("2026-02-31"), "the one that cannot is shown: {text}");
    journey.press("Bring in 3 entries");
    assert!(journey.text().contains("Brought in 3 entries"), "{}", journey.text());
    assert_eq!(readings(&journey), 3);
    journey.press("More").press("Your data on this device").press("Save a copy");
    // Three readings and the two trackers that they are of.
    assert!(journey.text().contains("A copy of all 5 entries is saved"), "{}", journey.text());
    let files = unpack(&journey.files[0].content);
    assert!(files.values().all(|content| !content.is_empty()), "{:?}", files.keys());
    let json: serde_json::Value = serde_json::from_slice(&files["record.json"]).unwrap();
    assert_eq!(json["operations"].as_array().unwrap().len(), 5);
    // On another device as many come in as went out.
    let mut other = bring(&files["readings.csv"]);
    other.press("Bring in 3 entries");
    assert!(other.text().contains("Brought in 3 entries"), "{}", other.text());
    assert_eq!(readings(&other), 3);
}

#[test]
fn track_and_graph_120_a_copy_that_would_lack_a_row_is_none() {
    let mut holding = holding();
    put(&mut holding, &Symptom { what: "Ache".into(), severity: None, note: None });
    let mut all = sheets::all(&holding, &Words::default());
    assert!(all.iter().all(sheets::Sheet::is_whole));
    let symptoms = all.iter_mut().find(|sheet| sheet.entries == 1).unwrap();
    symptoms.entries = 2;
    assert!(!symptoms.is_whole());
    // Of nothing there is a copy too, and it says so.
    let empty = Holding::new(0, About::default());
    let (content, counts) = archive(&empty, &Words::default(), &now()).unwrap();
    assert_eq!(counts, Counts { entries: 0, operations: 0, files: 3 });
    assert!(unpack(&content).values().all(|file| !file.is_empty()));
}

/// Dosage#39: doctors cannot read JSON.
#[test]
fn dosage_39_the_copy_is_read_by_whoever_has_no_program_for_it() {
    let mut holding = holding();
    put(&mut holding, &bare_medicine());
    put(&mut holding, &Symptom { what: "Ache".into(), severity: Some(4), note: None });
    let (content, _) = archive(&holding, &Words::default(), &now()).unwrap();
    let files = unpack(&content);
    let first = String::from_utf8_lossy(&files["READ ME FIRST.txt"]).into_owned();
    assert!(first.contains("record.html"), "{first}");
    let page = String::from_utf8_lossy(&files["record.html"]).into_owned();
    assert!(page.contains("The white ones") && page.contains("Ache"), "{page}");
    // In words, and by nobody's inner names.
    for inner in ["payload", "operations", "retract", "{\""] {
        assert!(!page.contains(inner), "{inner}: {page}");
    }
}
