//! What two devices, or two people, said at once.

use crux_core::Command;
use record::block;
use record::kinds::Reading;
use record::op::{Act, Operation, Touch};
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, Kind, Member, OpId, Record, Scope, Writer};

use super::{GLUCOSE, begun, logged};
use crate::testing::{Journey, MORNING};

/// As once the server has given this device a number.
fn numbered() -> Journey {
    let mut journey = begun();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(3);
        holding.record = Record::new(Writer(3));
        Command::done()
    });
    journey.press("Choose what to follow").choose("What do you want to follow?", &[GLUCOSE]);
    journey.press("Follow these");
    journey
}

/// Writes operations as another device would, with its own number.
fn from_another(
    journey: &mut Journey,
    name: &str,
    counter: u32,
    act: Act,
    payload: Vec<u8>,
    at: i64,
) {
    let writer = Writer(counter + 7);
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act,
        happened: Happened { at, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING + 60_000, 0),
        on_behalf: None,
        payload,
    };
    let draft = block::encode(Scope::Health, writer, &[operation]).unwrap();
    let card = WriterCard {
        writer,
        member: Member(counter + 1),
        side: Side::Carer,
        name: name.to_owned(),
        role: "daughter".into(),
        key: [0; 32],
    };
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.record.apply(&draft, Some(MORNING + 60_000)).unwrap();
        holding.writers.push(card);
        Command::done()
    });
}

fn only_reading(journey: &Journey) -> (EntryId, Reading, i64) {
    journey.holding(|holding| {
        let entry = holding.record.all::<Reading>().next().unwrap();
        (entry.id, entry.value, entry.created.happened.at)
    })
}

#[test]
fn two_corrections_at_once_are_both_shown_until_one_is_chosen() {
    let mut journey = numbered();
    logged(&mut journey, "6.8");
    let (id, value, at) = only_reading(&journey);
    journey.press("Blood glucose 6.8 mmol/L").press("Correct").type_in("Reading", "7.8");
    journey.press("Save").press("Today");
    let theirs = Reading { value: "8.6".parse().unwrap(), ..value.clone() };
    let touch = Touch { entry: id.created_by(), seen: vec![id.created_by()] };
    let payload = theirs.payload_from(&value, Writer(8));
    from_another(&mut journey, "Rosa", 1, Act::Change(touch), payload, at);
    insta::assert_snapshot!("conflict_today", journey.text());
    journey.press("Blood glucose 7.8 mmol/L or 8.6 mmol/L");
    insta::assert_snapshot!("conflict", journey.text());
    journey.press("Keep 8.6 mmol/L");
    let (_, value, _) = only_reading(&journey);
    assert_eq!(value.value.to_string(), "8.6");
    assert!(!journey.text().contains("at the same time"), "{}", journey.text());
    // The one on show can be kept as well.
    journey.holding(|holding| {
        assert!(holding.record.get::<Reading>(id).unwrap().conflicts.is_empty());
    });
}

#[test]
fn the_value_on_show_can_be_kept_too() {
    let mut journey = numbered();
    logged(&mut journey, "6.8");
    let (id, value, at) = only_reading(&journey);
    for (n, typed) in [(1, "7.8"), (2, "8.6")] {
        let theirs = Reading { value: typed.parse().unwrap(), ..value.clone() };
        let touch = Touch { entry: id.created_by(), seen: vec![id.created_by()] };
        let payload = theirs.payload_from(&value, Writer(n + 7));
        from_another(&mut journey, "Rosa", n, Act::Change(touch), payload, at);
    }
    let (_, shown, _) = only_reading(&journey);
    let shown = shown.value.to_string();
    let other = if shown == "7.8" { "8.6" } else { "7.8" };
    journey.press(&format!("Blood glucose {shown} mmol/L or {other} mmol/L"));
    journey.press(&format!("Keep {shown} mmol/L"));
    assert_eq!(only_reading(&journey).1.value.to_string(), shown);
    assert!(!journey.text().contains("at the same time"), "{}", journey.text());
}

#[test]
fn crossed_out_here_and_corrected_there_is_asked_about() {
    let mut journey = numbered();
    logged(&mut journey, "6.8");
    let (id, value, at) = only_reading(&journey);
    journey.press("Blood glucose 6.8 mmol/L").press("Cross it out");
    journey.choose("Why?", &["typed"]).press("Cross it out").press("Today");
    let theirs = Reading { value: "8.6".parse().unwrap(), ..value.clone() };
    let touch = Touch { entry: id.created_by(), seen: vec![id.created_by()] };
    let payload = theirs.payload_from(&value, Writer(8));
    from_another(&mut journey, "Rosa", 1, Act::Change(touch), payload, at);
    journey.press("Blood glucose 8.6 mmol/L");
    insta::assert_snapshot!("disputed", journey.text());
    journey.press("Yes, keep it");
    assert!(!journey.text().contains("Does it count?"), "{}", journey.text());
}

#[test]
fn two_times_at_once_are_asked_about_first() {
    let mut journey = numbered();
    logged(&mut journey, "6.8");
    let (id, value, at) = only_reading(&journey);
    let touch = Touch { entry: id.created_by(), seen: vec![id.created_by()] };
    for (n, typed, moved) in [(1, "7.8", 3_600), (2, "8.6", 7_200)] {
        let theirs = Reading { value: typed.parse().unwrap(), ..value.clone() };
        let payload = theirs.payload_from(&value, Writer(n + 7));
        from_another(&mut journey, "Rosa", n, Act::Change(touch.clone()), payload, at - moved);
    }
    journey.press("Blood glucose 7.8 mmol/L or 8.6 mmol/L").press("Keep Today, 5:42");
    let text = journey.text();
    assert!(text.contains("When: Today, 5:42") && text.contains("<Keep 7.8 mmol/L>"), "{text}");
    journey.press("Keep 7.8 mmol/L");
    let text = journey.text();
    assert!(!text.contains("<Keep ") && text.contains("Reading: 7.8 mmol/L"), "{text}");
    assert!(text.contains("When: Today, 5:42"), "{text}");
}

#[test]
fn what_track_remembers_follows_every_change() {
    let mut journey = numbered();
    let latest = |journey: &mut Journey| {
        journey.press("Track");
        let text = journey.text();
        let line = text.lines().skip_while(|line| *line != "<Blood glucose>").nth(1);
        line.unwrap().to_owned()
    };
    let open = |journey: &mut Journey, row: &str| {
        journey.press("Track").press("Blood glucose").press(row);
    };
    assert_eq!(latest(&mut journey), "Nothing yet");
    journey.press("Today");
    logged(&mut journey, "6.8");
    assert_eq!(latest(&mut journey), "6.8 mmol/L · Today, 7:42");
    journey.later(60);
    journey.press("Today");
    logged(&mut journey, "7.1");
    assert_eq!(latest(&mut journey), "7.1 mmol/L · Today, 8:42");
    open(&mut journey, "Today, 8:42");
    journey.press("Correct").date("Date", "21", "11", "2026").press("Save");
    assert_eq!(latest(&mut journey), "6.8 mmol/L · Today, 7:42");
    open(&mut journey, "Today, 7:42");
    journey.press("Cross it out").choose("Why?", &["twice"]).press("Cross it out");
    assert_eq!(latest(&mut journey), "7.1 mmol/L · Yesterday, 8:42");
    // A correction from elsewhere, and one that comes before what it corrects.
    let (_, value, _) = only_reading(&journey);
    let id = journey.holding(|holding| holding.record.ids::<Reading>().next_back().unwrap());
    let theirs = Reading { value: "9.9".parse().unwrap(), ..value.clone() };
    let touch = Touch { entry: id.created_by(), seen: vec![id.created_by()] };
    let payload = theirs.payload_from(&value, Writer(8));
    from_another(&mut journey, "Rosa", 1, Act::Change(touch), payload, MORNING / 1000);
    assert!(latest(&mut journey).contains("9.9 mmol/L"));
    let early = OpId { writer: Writer(10), counter: 1 };
    let touch = Touch { entry: early, seen: vec![early] };
    from_another(&mut journey, "Rosa", 2, Act::Retract(touch), Vec::new(), MORNING / 1000);
    let before = latest(&mut journey);
    let payload = theirs.payload(Writer(10));
    let act = Act::Create(Reading::SPEC.id);
    from_another(&mut journey, "Rosa", 3, act, payload, MORNING / 1000 + 7200);
    assert_eq!(latest(&mut journey), before);
    // Forgotten with the stream.
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.forget(Scope::Health);
        Command::done()
    });
    journey.press("Track");
    assert!(journey.text().contains("Nothing is followed yet"));
}
