//! The plan as it was when it was agreed.

use record::kinds::{PlanItem, PlanSort};
use record::op::{Act, Touch};
use record::{Kind, Record, Scope};

use super::super::then::as_it_was;
use super::{ADA, SAM, agree, all, become_carer, create, goal, plan, some, theirs};
use crate::testing::Journey;

fn then(journey: &mut Journey) -> String {
    plan(journey).press("Open: Agreements").press("Sam, myself and Amina Khan, nurse");
    journey.press("The plan as it was then");
    assert_eq!(journey.page().name, "plan.then", "{}", journey.text());
    journey.text()
}

fn need(journey: &mut Journey, from: &str, to: &str) {
    plan(journey).press(from).press("Change").type_in("Need or concern", to).press("Save");
}

fn cross_out(journey: &mut Journey, name: &str) {
    plan(journey).press(name).press("History, or cross it out").press("Cross it out");
    journey.choose("Why?", &["typed"]).press("Cross it out");
}

#[test]
fn the_plan_of_then_says_what_was_changed_added_and_taken_out_since() {
    let mut journey = some();
    need(&mut journey, "The stairs", "The stairs and the bath");
    journey.later(5);
    agree(&mut journey);
    let text = then(&mut journey);
    assert!(text.contains("The stairs and the bath"), "{text}");
    assert!(!text.contains(" since"), "nothing has changed: {text}");
    journey.later(5);
    need(&mut journey, "The stairs and the bath", "The bus");
    cross_out(&mut journey, "Good neighbours");
    plan(&mut journey).press("Walk to the allotment").press("Change");
    journey.type_in("Goal or hope", "Walk to church").press("Save");
    goal(&mut journey, "Swim", "5");
    let proposed = PlanItem {
        proposed: Some(true),
        text: Some("A dog".into()),
        ..PlanItem::new(PlanSort::Strength)
    };
    create(&mut journey, (ADA, 1), 20, &proposed);
    then(&mut journey);
    insta::assert_snapshot!("then", journey.text());
    // What was changed opens what it was beside what it is.
    journey.press("The stairs and the bath");
    assert_eq!(journey.page().name, "entry.compare", "{}", journey.text());
    let text = journey.text();
    assert!(text.contains("The bus") && text.contains("stairs and the bath"), "{text}");
    then(&mut journey);
    journey.press("Good neighbours");
    assert!(journey.text().contains("[crossed out]"), "{}", journey.text());
    then(&mut journey);
    journey.press("Swim");
    assert_eq!(journey.page().name, "plan.one");
}

#[test]
fn what_was_written_before_and_came_after_was_in_it() {
    let mut journey = some();
    let before = all(&journey, PlanSort::Need).remove(0);
    journey.later(30);
    agree(&mut journey);
    // Written on another device two minutes after the journey began; it comes now.
    let new = PlanItem { text: Some("The bath".into()), ..before.value.clone() };
    let touch = Touch { entry: before.id.created_by(), seen: vec![before.id.created_by()] };
    let payload = new.payload_from(&before.value, ADA);
    theirs::<PlanItem>(&mut journey, (ADA, 1), 2, Act::Change(touch), payload);
    let text = then(&mut journey);
    assert!(text.contains("The bath") && !text.contains("[changed since]"), "{text}");
}

#[test]
fn it_is_the_plan_that_a_device_had_which_stopped_then() {
    let mut journey = some();
    for (at, text) in ["The bath", "The bus", "The stairs again"].into_iter().enumerate() {
        journey.later(5);
        let from = ["The stairs", "The bath", "The bus"][at];
        need(&mut journey, from, text);
    }
    cross_out(&mut journey, "Good neighbours");
    journey.later(5);
    agree(&mut journey);
    journey.holding(|holding| {
        let mut stopped = Record::new(SAM);
        let blocks = holding.outbox.iter().filter(|piece| piece.header.scope == Scope::Plan);
        let mut moments = 0;
        for piece in blocks {
            stopped.apply(&piece.bytes, None).unwrap();
            let until = stopped.history(Scope::Plan).map(|held| held.recorded).max().unwrap();
            let had = stopped.current::<PlanItem>();
            let had: Vec<_> = had.filter(|it| it.value.sort != PlanSort::Agreement).collect();
            let was = as_it_was(&holding.record, until).items;
            let said = |all: &[record::state::Entry<PlanItem>]| {
                let all = all.iter();
                all.map(|it| (it.id, it.value.clone(), it.last.id)).collect::<Vec<_>>()
            };
            assert_eq!(said(&was), said(&had));
            moments += 1;
        }
        assert!(moments > 8, "{moments}");
    });
}

#[test]
fn only_an_agreement_has_it_and_only_for_who_sees_the_plan() {
    let mut journey = some();
    agree(&mut journey);
    let need = all(&journey, PlanSort::Need).remove(0).id;
    let agreement = all(&journey, PlanSort::Agreement).remove(0).id;
    let open = |journey: &mut Journey, id| {
        journey.act(|cx| {
            cx.open.go(crate::nav::Screen::Plan(super::super::Screen::AsAgreed(id)));
            crux_core::Command::done()
        });
        journey.page().name
    };
    assert_eq!(open(&mut journey, need), "gone");
    assert_eq!(open(&mut journey, agreement), "plan.then");
    become_carer(&mut journey, &[Scope::Plan], &[]);
    assert_eq!(open(&mut journey, agreement), "plan.then");
    become_carer(&mut journey, &[Scope::Health], &[]);
    assert_eq!(open(&mut journey, agreement), "gone");
}
