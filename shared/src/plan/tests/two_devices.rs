//! What two devices wrote at once stands side by side until it is settled.

use record::Kind;
use record::kinds::{PlanItem, PlanSort};
use record::op::{Act, Touch};

use super::{ADA, all, plan, some, theirs};

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
