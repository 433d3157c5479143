//! What two devices, or two people, said at once.

use crux_core::Command;
use record::block;
use record::kinds::{ActionPlan, Limits, Threshold};
use record::op::{Act, Operation, Touch};
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{Decimal, EntryId, Kind, Member, OpId, Record, Scope, Writer};

use super::{calls, log, plan, plans, threshold};
use crate::screen::Block;
use crate::testing::{Journey, MORNING};

/// An asthma plan, as once the server has given this device a number.
fn numbered() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(3);
        holding.record = Record::new(Writer(3));
        Command::done()
    });
    journey.press("Track").press("Choose what to follow");
    let which = "What do you want to follow?";
    let values = crate::pilot::choices(&journey.page(), which, &["Peak flow"]);
    journey.choose(which, &[&values[0]]).press("Follow these");
    super::begin(&mut journey, "Asthma plan");
    let percent = "Peak flow, per cent of personal best";
    let numbers = [("Personal best", "450"), ("Amber: below", "80"), ("Red: below", "60")];
    super::set(&mut journey, percent, &numbers);
    journey
}

/// The nurse changes an entry, having seen `seen`.
fn nurse<K: Kind>(journey: &mut Journey, id: EntryId, seen: Vec<OpId>, (old, new): (&K, &K)) {
    let writer = Writer(8);
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act: Act::Change(Touch { entry: id.created_by(), seen }),
        happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING + 60_000, 0),
        on_behalf: None,
        payload: new.payload_from(old, writer),
    };
    let draft = block::encode(Scope::Plan, writer, &[operation]).unwrap();
    let card = WriterCard {
        writer,
        member: Member(2),
        side: Side::Team,
        name: "Sam".into(),
        role: "asthma nurse".into(),
        key: [0; 32],
    };
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.record.apply(&draft, Some(MORNING + 60_000)).unwrap();
        holding.writers.push(card);
        Command::done()
    });
}

fn tips(journey: &Journey, id: EntryId) -> Vec<OpId> {
    journey.holding(|holding| holding.record.touch(id).seen)
}

/// Both change the numbers, after the same.
fn disagreed() -> (Journey, EntryId) {
    let mut journey = numbered();
    let before = threshold(&journey);
    let seen = tips(&journey, before.id);
    journey.press("Change: Peak flow, per cent of personal best");
    journey.type_in("Red: below", "50").choose("Who set it?", &["person"]).press("Save");
    let limits = Limits {
        red_below: Some(Decimal::whole(75)),
        amber_below: Some(Decimal::whole(85)),
        set_by: "Dr Reid".into(),
        ..before.value.limits.clone()
    };
    let new = Threshold { limits, ..before.value.clone() };
    nurse(&mut journey, before.id, seen, (&before.value, &new));
    (journey, before.id)
}

#[test]
fn two_sets_of_numbers_at_once_are_both_shown_until_one_is_chosen() {
    let (mut journey, id) = disagreed();
    plans(&mut journey).press("Asthma plan");
    insta::assert_snapshot!("both", journey.text());
    journey.press("A page to print");
    let text = journey.text();
    assert!(text.contains("Red below 75%") && text.contains("Red below 50%"), "{text}");
    journey.press("Back").press("Look at both and choose");
    insta::assert_snapshot!("doubt", journey.text());
    let keep = crate::pilot::presses(&journey.page());
    let keep = keep.iter().find(|(label, _)| label.contains("Keep") && label.contains("75%"));
    let label = keep.unwrap().0.clone();
    journey.press(&label);
    let entry = journey.holding(|holding| holding.record.get::<Threshold>(id).unwrap());
    assert!(entry.conflicts.is_empty());
    // One of the two as it was said, and no mixture of both.
    let limits = entry.value.limits;
    assert_eq!(limits.red_below, Some(Decimal::whole(75)));
    assert_eq!(limits.amber_below, Some(Decimal::whole(85)));
    assert_eq!(limits.set_by, "Dr Reid");
}

#[test]
fn a_reading_is_held_against_both_and_the_worse_is_shown_first() {
    let (mut journey, _) = disagreed();
    // 66%: amber by the person's numbers, red by the doctor's.
    log(&mut journey, "Peak flow", "300");
    let text = journey.text();
    assert!(text.contains("Red in Asthma plan") && text.contains("Set by Dr Reid"), "{text}");
    assert!(text.contains("[Amber]") && text.contains("Set by you"), "{text}");
    assert!(text.contains("Not all numbers say the same"), "{text}");
    assert_eq!(calls(&journey)[0], "999");
    // A picture could show one of them alone, so it shows none.
    journey.press("Track").press("Peak flow");
    let page = journey.page();
    let bands = page.blocks.iter().any(|block| match block {
        Block::Chart(chart) => !chart.zones.is_empty(),
        _ => false,
    });
    assert!(!bands);
}

#[test]
fn two_wordings_of_a_part_are_both_read_in_red() {
    let mut journey = numbered();
    super::part(&mut journey, "Red", "", "Blue inhaler", "Ada, 01632 960002");
    let (id, before) = plan(&journey);
    let seen = tips(&journey, id);
    super::part(&mut journey, "Red", "", "Blue inhaler, then ring Ada", "Ada, 01632 960002");
    let new = ActionPlan {
        red_do: Some("Ring 999 at once".into()),
        red_call: Some("Clinic\n01632 960003".into()),
        ..before.clone()
    };
    nurse(&mut journey, id, seen, (&before, &new));
    log(&mut journey, "Peak flow", "100");
    let text = journey.text();
    assert!(text.contains("Ring 999 at once") && text.contains("then ring Ada"), "{text}");
    assert!(text.contains("nobody has said yet which is right"), "{text}");
    let called = calls(&journey);
    assert!(called[..2].contains(&"01632 960003".to_owned()), "{called:?}");
    // Only what differs is asked about, and not the whole plan.
    plans(&mut journey).press("Asthma plan").press("Look at both and choose");
    let keep = crate::pilot::presses(&journey.page());
    let keep = keep.iter().any(|(label, _)| label == "Keep Red: What to do: Ring 999 at once");
    assert!(keep, "{}", journey.text());
}
