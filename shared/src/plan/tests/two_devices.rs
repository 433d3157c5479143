//! What two devices wrote at once stands side by side until it is settled.

use record::Kind;
use record::kinds::{PlanItem, PlanSort};
use record::op::{Act, Touch};

use super::{ADA, all, plan, some, theirs};
use crate::testing::Journey;

/// A goal's page, and what the other device does: other words for the goal that it saw.
fn form_open() -> (Journey, impl Fn(&mut Journey)) {
    let mut journey = some();
    let before = all(&journey, PlanSort::Goal).remove(0);
    let seen = journey.holding(|holding| holding.record.touch(before.id).seen);
    journey.press("Change");
    let new = PlanItem { text: Some("Walk to church".into()), ..before.value.clone() };
    let arrive = move |journey: &mut Journey| {
        let act = Act::Change(Touch { entry: before.id.created_by(), seen: seen.clone() });
        let payload = new.payload_from(&before.value, ADA);
        theirs::<PlanItem>(journey, (ADA, 1), 1, act, payload);
    };
    (journey, arrive)
}

/// What stands as the text of the goal, and how much it matters.
fn goal(journey: &Journey) -> (Vec<String>, Option<u64>) {
    let entry = all(journey, PlanSort::Goal).remove(0);
    let mut texts: Vec<String> = match entry.conflicts.first() {
        Some(conflict) => conflict.values.iter().filter_map(|(_, it)| it.text.clone()).collect(),
        None => entry.value.text.clone().into_iter().collect(),
    };
    texts.sort();
    (texts, entry.value.importance)
}

#[test]
fn what_arrives_while_a_form_is_open_is_not_written_over_by_what_was_left_as_it_was() {
    let (mut journey, arrive) = form_open();
    arrive(&mut journey);
    journey.type_in("How much it matters", "7").press("Save");
    assert_eq!(goal(&journey), (vec!["Walk to church".into()], Some(7)));
}

#[test]
fn what_arrives_while_a_form_is_open_stands_beside_what_is_typed() {
    let (mut journey, arrive) = form_open();
    arrive(&mut journey);
    journey.type_in("Goal or hope", "Walk to the shop").press("Save");
    let both = vec!["Walk to church".into(), "Walk to the shop".into()];
    assert_eq!(goal(&journey), (both, Some(9)));
    assert!(journey.text().contains("[two answers]"), "{}", journey.text());
}

#[test]
fn a_form_that_was_only_looked_at_is_filled_in_afresh() {
    let (mut journey, arrive) = form_open();
    journey.press("Back");
    arrive(&mut journey);
    journey.press("Change");
    let text = journey.text();
    assert!(text.contains("? Goal or hope = Walk to church\n"), "{text}");
    journey.type_in("Goal or hope", "Walk to church and back").press("Save");
    assert_eq!(goal(&journey), (vec!["Walk to church and back".into()], Some(9)));
}

#[test]
fn what_was_typed_is_kept_with_what_was_seen_when_it_was_typed() {
    let (mut journey, arrive) = form_open();
    journey.type_in("Goal or hope", "Walk to the shop").press("Back");
    let mut journey = journey.died();
    arrive(&mut journey);
    plan(&mut journey).press("Walk to church").press("Change");
    assert!(journey.text().contains("Walk to the shop"), "{}", journey.text());
    journey.press("Save");
    let both = vec!["Walk to church".into(), "Walk to the shop".into()];
    assert_eq!(goal(&journey), (both, Some(9)));
}

#[test]
fn two_wordings_of_a_goal_are_both_shown_until_one_is_chosen() {
    let mut journey = some();
    let before = all(&journey, PlanSort::Goal).remove(0);
    let seen = journey.holding(|holding| holding.record.touch(before.id).seen);
    journey.press("Change").type_in("Goal or hope", "Walk to the shop").press("Save");
    // The person's other device, which had not heard of that.
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        let card = holding.writers.iter_mut().find(|card| card.writer == ADA).unwrap();
        card.side = record::sync::Side::Person;
        card.member = record::Member::PERSON;
        crux_core::Command::done()
    });
    let new = PlanItem { text: Some("Walk to church".into()), ..before.value.clone() };
    theirs::<PlanItem>(
        &mut journey,
        (ADA, 1),
        1,
        Act::Change(Touch { entry: before.id.created_by(), seen }),
        new.payload_from(&before.value, ADA),
    );
    plan(&mut journey);
    assert!(journey.text().contains("[two answers]"), "{}", journey.text());
    let title = all(&journey, PlanSort::Goal)[0].value.text.clone().unwrap();
    journey.press(&title);
    let text = journey.text();
    assert!(text.contains("Walk to the shop") && text.contains("Walk to church"), "{text}");
    journey.press("Look at both and choose").press("Keep Goal or hope: Walk to church");
    let entry = all(&journey, PlanSort::Goal).remove(0);
    assert!(entry.conflicts.is_empty());
    assert_eq!(entry.value.text.as_deref(), Some("Walk to church"));
    assert_eq!(entry.value.importance, Some(9), "the rest is as it was");
}
