//! What two devices, or two people, said at once.

use crux_core::Command;
use record::block;
use record::kinds::{Dosage, Dose, DoseUnit, Medicine};
use record::op::{Act, Operation, Touch};
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, Kind, Member, OpId, Record, Scope, Writer};

use super::{daily, doses, medicine, medicines, person, today};
use crate::testing::{Journey, MORNING};

/// As once the server has given this device a number.
fn numbered() -> Journey {
    let mut journey = person();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(3);
        holding.record = Record::new(Writer(3));
        Command::done()
    });
    daily(&mut journey, "Prednisolone", &["8:00"]);
    journey
}

/// Writes an operation as another person's device would, with its own number.
fn from_another(journey: &mut Journey, act: Act, payload: Vec<u8>) {
    from_another_at(journey, act, payload, MORNING / 1000);
}

fn from_another_at(journey: &mut Journey, act: Act, payload: Vec<u8>, at: i64) {
    let writer = Writer(8);
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act,
        happened: Happened { at, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING + 60_000, 0),
        on_behalf: None,
        payload,
    };
    let draft = block::encode(Scope::Medicines, writer, &[operation]).unwrap();
    let card = WriterCard {
        writer,
        member: Member(2),
        side: Side::Carer,
        name: "Rosa".into(),
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

/// The daughter says three, not having seen what is said here.
fn says_three(journey: &mut Journey, seen: &[OpId]) {
    let (id, value) = medicine(journey);
    let dose = Dosage {
        words: "as the hospital said".into(),
        amount: Some(record::Decimal::whole(3)),
        unit: DoseUnit::Tablet,
    };
    let theirs = Medicine { dose: Some(dose), ..value.clone() };
    let touch = Touch { entry: id.created_by(), seen: seen.to_vec() };
    let payload = theirs.payload_from(&value, Writer(8));
    from_another(journey, Act::Change(touch), payload);
}

fn tips(journey: &Journey, id: EntryId) -> Vec<OpId> {
    journey.holding(|holding| holding.record.touch(id).seen)
}

/// Both change the dose, after the same.
fn disagreed() -> (Journey, EntryId) {
    let mut journey = numbered();
    let (id, _) = medicine(&journey);
    let seen = tips(&journey, id);
    journey.press("Prednisolone").press("Change");
    journey.type_in("How much at a time, as a number", "7").press("Save");
    says_three(&mut journey, &seen);
    (journey, id)
}

#[test]
fn a_dose_that_arrives_while_a_form_is_open_is_not_written_over() {
    let mut journey = numbered();
    let (id, _) = medicine(&journey);
    let seen = tips(&journey, id);
    journey.press("Prednisolone").press("Change");
    says_three(&mut journey, &seen);
    journey.type_in("Why do you take it?", "Breathing").press("Save");
    let (_, now) = medicine(&journey);
    assert_eq!(now.why.as_deref(), Some("Breathing"));
    let dose = now.dose.unwrap();
    assert_eq!(dose.amount, Some(record::Decimal::whole(3)));
    let conflicts = |journey: &Journey| {
        journey.holding(|held| held.record.get::<Medicine>(id).unwrap().conflicts.len())
    };
    assert_eq!(conflicts(&journey), 0);
    // Where both say how much, both stand.
    let mut journey = numbered();
    let (id, _) = medicine(&journey);
    let seen = tips(&journey, id);
    journey.press("Prednisolone").press("Change");
    says_three(&mut journey, &seen);
    journey.type_in("How much at a time, as a number", "7").press("Save");
    journey.holding(|held| {
        assert_eq!(held.record.get::<Medicine>(id).unwrap().conflicts.len(), 1);
    });
}

#[test]
fn times_that_arrive_while_a_form_is_open_are_not_written_over() {
    let mut journey = numbered();
    let (id, value) = medicine(&journey);
    let seen = tips(&journey, id);
    journey.press("Prednisolone").press("Change its times");
    let theirs = Medicine { rule: None, ..value.clone() };
    let touch = Touch { entry: id.created_by(), seen };
    let payload = theirs.payload_from(&value, Writer(8));
    from_another(&mut journey, Act::Change(touch), payload);
    journey.choose("In quiet hours", &["always"]).press("Save");
    let (_, now) = medicine(&journey);
    assert_eq!((now.rule, now.important), (None, Some(true)));
}

#[test]
fn two_doses_at_once_are_both_shown_everywhere_until_one_is_chosen() {
    let (mut journey, id) = disagreed();
    // "Mum says 3, I say 7": each with its own words beside its own number.
    let both = "as the hospital said (3 tablets)";
    for place in ["Medicines", "Today", "Sheet"] {
        match place {
            "Medicines" => drop(medicines(&mut journey)),
            "Today" => drop(today(&mut journey)),
            _ => drop(medicines(&mut journey).press("A page to show or print")),
        }
        let text = journey.text();
        assert!(text.contains(both) && text.contains("7 tablets"), "{place}: {text}");
    }
    assert!(journey.text().contains("nobody has said yet which is right"), "{}", journey.text());
    medicines(&mut journey).press("Prednisolone");
    insta::assert_snapshot!("both", journey.text());
    journey.press("Look at both and choose");
    insta::assert_snapshot!("doubt", journey.text());
    let keep = crate::pilot::presses(&journey.page());
    let keep = keep.iter().find(|(label, _)| label.contains("Keep") && label.contains("(3 tab"));
    let label = keep.unwrap().0.clone();
    journey.press(&label);
    let dose = journey.holding(|holding| {
        let entry = holding.record.get::<Medicine>(id).unwrap();
        assert!(entry.conflicts.is_empty());
        entry.value.dose.unwrap()
    });
    assert_eq!(dose.amount, Some(record::Decimal::whole(3)));
    assert_eq!(dose.words, "as the hospital said");
}

#[test]
fn while_two_doses_stand_no_press_picks_one() {
    let (mut journey, _) = disagreed();
    daily(&mut journey, "Metformin", &["8:00"]);
    let text = today(&mut journey);
    // Together it would pass unseen; on the notification too.
    assert!(!text.contains("all of this morning"), "{text}");
    let labels: Vec<Vec<String>> = super::armed(&journey)
        .iter()
        .take(2)
        .map(|one| one.notification.actions.iter().map(|a| a.label.clone()).collect())
        .collect();
    let without_done = ["In 15 minutes", "Not taken"].map(str::to_owned).to_vec();
    assert!(labels.contains(&without_done), "{labels:?}");
    journey.press("Prednisolone");
    assert!(journey.text().contains("nothing was chosen for you"), "{}", journey.text());
    journey.press("Taken");
    let dose = super::only_dose(&journey);
    assert_eq!(dose.value.taken, None, "how much is for the person to say");
}

#[test]
fn taken_here_and_skipped_there_both_stand() {
    let mut journey = numbered();
    today(&mut journey);
    journey.press("Prednisolone").press("Taken");
    let mine = super::only_dose(&journey);
    let theirs = Dose {
        what: record::kinds::What::Skipped,
        taken: None,
        note: Some("She was asleep".into()),
        ..mine.value.clone()
    };
    from_another(&mut journey, Act::Create(Dose::SPEC.id), theirs.payload(Writer(8)));
    assert_eq!(doses(&journey).len(), 2);
    today(&mut journey);
    journey.press("Prednisolone");
    insta::assert_snapshot!("both_answered", journey.text());
}

#[test]
fn two_rules_at_once_both_stand_and_both_are_said() {
    let mut journey = numbered();
    let (id, value) = medicine(&journey);
    let seen = tips(&journey, id);
    journey.press("Prednisolone").press("Change its times");
    journey.type_in("First time", "9:00").press("Save");
    let mut terms = value.rule.clone().unwrap().read().unwrap().terms().clone();
    if let record::schedule::When::Calendar { steps, .. } = &mut terms.when {
        steps[0].times[0].minute = 600;
    }
    terms.from = jiff::civil::date(2026, 11, 23);
    let rule = record::schedule::Rule::new(terms).unwrap();
    let rule = Some(record::schedule::RuleBytes::of(&rule));
    let theirs = Medicine { rule, ..value.clone() };
    let touch = Touch { entry: id.created_by(), seen };
    from_another(&mut journey, Act::Change(touch), theirs.payload_from(&value, Writer(8)));
    let text = journey.text();
    assert!(text.contains("at 9:00") && text.contains("at 10:00"), "{text}");
    assert!(text.contains("Two people wrote this differently"), "{text}");
}

#[test]
fn what_another_device_took_is_off_the_stock_too() {
    let mut journey = numbered();
    journey.press("Prednisolone").press("What is left");
    journey.type_in("How much is there now?", "10").press("Save");
    journey.later(5);
    today(&mut journey);
    journey.press("Prednisolone").press("Taken");
    let mine = super::only_dose(&journey);
    let theirs = Dose { version: None, date: None, slot: None, ..mine.value };
    let operation = theirs.payload(Writer(8));
    from_another_at(&mut journey, Act::Create(Dose::SPEC.id), operation, MORNING / 1000 + 400);
    medicines(&mut journey);
    assert!(journey.text().contains("8 tablets left"), "{}", journey.text());
}
