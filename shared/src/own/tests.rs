//! What the person keeps to themselves, shares, and takes back.

use record::kinds::{DecisionPart, OwnNote, PlanItem, Share};
use record::{Kind, Member, Scope, Scopes};

use crate::holding::RecordSide;
use crate::items::tests::{become_another, numbered};
use crate::testing::Journey;

const AFRAID: &str = "I am afraid of the operation";

fn plan(journey: &mut Journey) -> &mut Journey {
    journey.press("Plan")
}

fn write(journey: &mut Journey, sort: &str, text: &str) {
    journey.press("Write something that only you see").press("Save");
    let refused = journey.text();
    assert!(
        refused.contains("Choose what it is") && refused.contains("Write what you want to keep")
    );
    journey.choose("What is it?", &[sort]).type_in("In your words", text).press("Save");
}

/// Ada sees the plan and decisions.
fn shared_with_ada(journey: &mut Journey) {
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = crate::saving::Act::new(holding, cx.now);
        let now = act.happened_now();
        let see = Scopes::of(&[Scope::Plan, Scope::Decisions, Scope::About]);
        let name = "Ada".to_owned();
        act.create(&Share { member: Member(3), see, add: see, until: None, name }, now);
        act.save(cx, crate::saving::Go::Stay, None)
    });
}

fn count<K: Kind>(journey: &Journey) -> usize {
    journey.holding(|holding| holding.record.current::<K>().count())
}

#[test]
fn what_stands_beside_the_plan_is_the_persons_alone_until_they_share_it() {
    let mut journey = numbered();
    shared_with_ada(&mut journey);
    plan(&mut journey);
    write(&mut journey, "3", AFRAID);
    let text = journey.text();
    assert!(text.find("## Only you see this").unwrap() < text.find(AFRAID).unwrap(), "{text}");
    assert_eq!((count::<OwnNote>(&journey), count::<PlanItem>(&journey)), (1, 0));
    // It is on no page that is handed to somebody.
    journey.press("A page to print");
    assert!(!journey.text().contains(AFRAID), "{}", journey.text());
    plan(&mut journey).press(&format!("Open: {AFRAID}"));
    let text = journey.text();
    assert!(text.contains("not somebody who decides for you"), "{text}");
    assert!(text.contains("Who can see that part now: Ada"), "{text}");
    journey.press("Change").type_in("In your words", "I am afraid").press("Save");
    insta::assert_snapshot!("one", journey.text());
    journey.press("Share it");
    let text = journey.text();
    assert!(text.contains("It is shared now") && text.contains("I am afraid"), "{text}");
    assert_eq!((count::<OwnNote>(&journey), count::<PlanItem>(&journey)), (0, 1));

    // And back, with what that does and what it does not.
    journey.press("I am afraid").press("Keep this to yourself");
    insta::assert_snapshot!("keep", journey.text());
    journey.press("Keep it to myself");
    let text = journey.text();
    assert!(text.contains("Whoever has seen it knows it"), "{text}");
    assert_eq!((count::<OwnNote>(&journey), count::<PlanItem>(&journey)), (1, 0));
    let all = journey.holding(|holding| holding.record.all::<PlanItem>().count());
    assert_eq!(all, 1, "its history stays");
    // It survives a restart.
    let mut again = journey.restarted();
    plan(&mut again);
    assert!(again.text().contains("I am afraid"), "{}", again.text());
}

#[test]
fn nobody_else_is_offered_it_not_even_who_decides_for_the_person() {
    let mut journey = numbered();
    plan(&mut journey);
    write(&mut journey, "3", AFRAID);
    for side in [RecordSide::Carer, RecordSide::Team] {
        become_another(&mut journey, side, &[Scope::Plan], &[Scope::Plan]);
        plan(&mut journey);
        let text = journey.text();
        assert!(!text.contains(AFRAID) && !text.contains("Only you see this"), "{text}");
    }
    assert!(!Scopes::SHAREABLE.has(Scope::Own));
}

#[test]
fn a_decision_is_prepared_in_private_and_shared_piece_by_piece() {
    let mut journey = numbered();
    journey.press("More").press("Decisions").press("Begin a decision");
    journey.type_in("What is to be decided?", "My knee").press("Save");
    write(&mut journey, "8", AFRAID);
    let text = journey.text();
    assert!(text.contains(AFRAID), "{text}");
    assert_eq!(count::<DecisionPart>(&journey), 0);
    // Beside another decision it does not stand.
    journey.press("More").press("Decisions").press("Begin a decision");
    journey.type_in("What is to be decided?", "My hip").press("Save");
    assert!(!journey.text().contains(AFRAID), "{}", journey.text());
    journey.press("More").press("Decisions").press("My knee");
    journey.press(&format!("Open: {AFRAID}")).press("Share it");
    assert_eq!((count::<OwnNote>(&journey), count::<DecisionPart>(&journey)), (0, 1));
    assert!(journey.text().contains(AFRAID), "{}", journey.text());
    journey.press(&format!("Keep to myself: {AFRAID}")).press("Keep it to myself");
    assert_eq!((count::<OwnNote>(&journey), count::<DecisionPart>(&journey)), (1, 0));
}

#[test]
fn about_me_has_room_for_what_is_shared_later() {
    let mut journey = numbered();
    journey.press("More").press("About me");
    write(&mut journey, "5", "Knock first");
    journey.press("Open: Knock first").press("Share it");
    assert!(journey.text().contains("Knock first"), "{}", journey.text());
    assert_eq!(count::<OwnNote>(&journey), 0);
    // With no room nothing is lost, and it says what to do.
    let long = "x".repeat(795);
    write(&mut journey, "5", &long);
    journey.press(&format!("Open: {long}")).press("Share it");
    assert!(journey.text().contains("There is no room for it there"), "{}", journey.text());
    assert_eq!(count::<OwnNote>(&journey), 1);
}
