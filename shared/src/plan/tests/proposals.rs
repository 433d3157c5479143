//! Nothing in a plan changes unless the person says so.

use record::kinds::{PlanItem, PlanNote, PlanSort, Proxy, Ref};
use record::op::{Act, Touch};
use record::{Kind, Member, Scope};

use super::{ADA, NURSE, SAM, all, become_carer, create, goal, person, plan, some, theirs};
use crate::event::Event;
use crate::testing::{Journey, MORNING};

fn proposed(sort: PlanSort, text: &str) -> PlanItem {
    PlanItem {
        proposed: Some(true),
        text: Some(text.into()),
        reason: Some("You said so on Friday".into()),
        ..PlanItem::new(sort)
    }
}

/// The nurse proposes other words for the need that is there.
fn changed(journey: &mut Journey, text: &str) -> record::EntryId {
    let need = all(journey, PlanSort::Need).remove(0);
    let item =
        PlanItem { instead: Some(Ref(need.id.created_by())), ..proposed(PlanSort::Need, text) };
    create(journey, (NURSE, 1), 1, &item)
}

fn need(journey: &Journey) -> Vec<String> {
    let needs = all(journey, PlanSort::Need).into_iter().filter(|it| !it.value.is_proposal());
    needs.filter_map(|entry| entry.value.text).collect()
}

#[test]
fn a_proposal_is_told_on_today_and_changes_nothing_until_it_is_accepted() {
    let mut journey = some();
    changed(&mut journey, "The stairs and the bath");
    assert_eq!(need(&journey), ["The stairs"]);
    journey.press("Today");
    let text = journey.text();
    assert!(text.contains("From Amina Khan, nurse. Nothing changes until you say yes."), "{text}");
    journey.press("A proposal to look at");
    insta::assert_snapshot!("proposal", journey.text());
    journey.press("Yes, put it in the plan");
    assert_eq!(need(&journey), ["The stairs and the bath"]);
    plan(&mut journey);
    assert!(!journey.text().contains("Proposals to look at"), "{}", journey.text());
    journey.press("The stairs and the bath");
    let text = journey.text();
    assert!(text.contains("Proposed by Amina Khan, nurse. You said yes"), "{text}");
    journey.press("Today");
    assert!(!journey.text().contains("proposal"), "{}", journey.text());
}

#[test]
fn it_is_put_into_ones_own_words_before_it_is_accepted() {
    let mut journey = some();
    changed(&mut journey, "The stairs and the bath");
    journey.press("Today").press("A proposal to look at").press("Yes, with changes");
    assert!(journey.text().contains("The stairs and the bath"), "{}", journey.text());
    journey.type_in("Need or concern", "Stairs, bath and getting up").press("Save");
    assert_eq!(need(&journey), ["Stairs, bath and getting up"]);
    let notes: Vec<PlanNote> =
        journey.holding(|h| h.record.current::<PlanNote>().map(|e| e.value).collect());
    assert_eq!(notes[0].answer, Some(record::kinds::PlanAnswer::Adapted));
}

#[test]
fn a_no_needs_its_reason_and_the_reason_is_read_by_whoever_proposed_it() {
    let mut journey = some();
    changed(&mut journey, "The stairs and the bath");
    journey.press("Today").press("A proposal to look at").press("No, not this");
    journey.press("No, not this");
    assert!(journey.text().contains("✗ Write the reason"), "{}", journey.text());
    journey.type_in("Why not?", "The bath is fine").press("No, not this");
    assert_eq!(need(&journey), ["The stairs"]);
    // As whoever may only read and propose sees it.
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey);
    assert!(journey.text().contains("[no]"), "{}", journey.text());
    journey.press("Proposal: The stairs and the bath");
    let text = journey.text();
    assert!(text.contains("said no on 22 November 2026"), "{text}");
    assert!(text.contains("The bath is fine") && !text.contains("Yes, put it"), "{text}");
}

#[test]
fn something_new_is_proposed_with_its_goal_and_goes_into_the_plan_whole() {
    let mut journey = some();
    let goal_of = all(&journey, PlanSort::Goal).remove(0).id;
    let step = PlanItem {
        of: Some(Ref(goal_of.created_by())),
        who: Some("Amina Khan".into()),
        confidence: Some(8),
        ..proposed(PlanSort::Action, "Ask for a walking frame")
    };
    create(&mut journey, (NURSE, 1), 1, &step);
    let steps = |journey: &Journey| {
        let mut steps = all(journey, PlanSort::Action);
        steps.retain(|it| !it.value.is_proposal());
        steps
    };
    let before = steps(&journey);
    plan(&mut journey).press("Ask for a walking frame").press("Yes, put it in the plan");
    let after = steps(&journey);
    let [new] = &after[before.len()..] else { panic!("one step more: {}", after.len()) };
    assert_eq!(after[..before.len()], before, "what was there is as it was");
    assert_eq!(new.value.text.as_deref(), Some("Ask for a walking frame"));
    assert_eq!(new.value.of.unwrap().0, goal_of.created_by());
    assert_eq!((new.value.confidence, new.value.reason.clone()), (Some(8), None));
}

#[test]
fn what_the_person_changed_meanwhile_is_said_before_it_is_overwritten() {
    let mut journey = some();
    changed(&mut journey, "The stairs and the bath");
    journey.later(10);
    plan(&mut journey).press("The stairs").press("Change");
    journey.type_in("Need or concern", "The stairs at night").press("Save");
    plan(&mut journey).press("A change: The stairs and the bath");
    let text = journey.text();
    assert!(text.contains("The plan was changed here after this was proposed"), "{text}");
    assert!(text.contains("Now: The stairs at night"), "{text}");
}

#[test]
fn a_carer_with_the_right_proposes_and_one_without_it_reads() {
    let mut journey = some();
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("The stairs").press("Propose a change");
    let text = journey.text();
    assert!(text.contains("Nothing in the plan changes until Sam says yes"), "{text}");
    journey.type_in("Need or concern", "The bath").type_in("Why you propose it", "She fell");
    journey.press("Propose this");
    assert_eq!(need(&journey), ["The stairs"]);
    plan(&mut journey);
    assert!(journey.text().contains("Proposals waiting for an answer"), "{}", journey.text());
    // Nor can they say yes to it themselves, or cross out what is not theirs.
    journey.press("A change: The bath");
    let text = journey.text();
    assert!(text.contains("Waiting for Sam to answer") && !text.contains("Yes, "), "{text}");
    plan(&mut journey).press("The stairs").press("History, or cross it out");
    let text = journey.text();
    assert!(!text.contains("Cross it out") && !text.contains("Correct"), "{text}");
    become_carer(&mut journey, &[Scope::Plan], &[]);
    plan(&mut journey).press("The stairs");
    let text = journey.text();
    assert!(!text.contains("Propose") && !text.contains("Write how it went"), "{text}");
    // A page that was open when the right ended takes no answer either.
    let proposal = all(&journey, PlanSort::Need).into_iter().find(|it| it.value.is_proposal());
    let proposal = proposal.unwrap();
    let yes = super::super::Intent::Accept(proposal.id, proposal.last.id);
    journey.act(|cx| super::super::update(yes, cx));
    assert_eq!(need(&journey), ["The stairs"]);
    assert!(
        journey.text().contains("Your right to decide for Sam has ended"),
        "{}",
        journey.text()
    );
}

#[test]
fn what_a_carer_says_to_a_proposal_is_no_answer() {
    let mut journey = some();
    let id = changed(&mut journey, "The stairs and the bath");
    let note = PlanNote {
        of: Ref(id.created_by()),
        text: None,
        reminder: None,
        tracker: None,
        answer: Some(record::kinds::PlanAnswer::Accepted),
        became: None,
    };
    create(&mut journey, (ADA, 1), 2, &note);
    plan(&mut journey);
    assert!(journey.text().contains("Proposals to look at"), "{}", journey.text());
}

#[test]
fn a_proxy_decides_until_the_day_that_the_person_said() {
    let mut journey = person();
    goal(&mut journey, "Walk", "9");
    create(&mut journey, (NURSE, 1), 1, &proposed(PlanSort::Need, "The bath"));
    // The person lets Ada decide, up to 23 November.
    let until = MORNING / 1000 + 2 * 86_400 - (7 * 60 + 42) * 60;
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = crate::saving::Act::new(holding, cx.now);
        let now = act.happened_now();
        act.create(&Proxy { member: Member(3), until: Some(until), why: None }, now);
        act.save(cx, crate::saving::Go::Stay, None)
    });
    let written = journey.holding(|h| h.record.current::<Proxy>().next().unwrap().created.id);
    assert_eq!(written.writer, SAM);
    let right = |journey: &Journey, now: i64| {
        journey.holding(|holding| super::super::rights::proxy(holding, Member(3), now).is_some())
    };
    assert!(right(&journey, until - 1) && !right(&journey, until));
    // On Ada's device: she says yes for him, and it is in the plan with her name.
    become_carer(&mut journey, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("Walk").press("Change");
    journey.type_in("Goal or hope", "Walk to church");
    journey.ms += 2 * 86_400_000;
    journey.press("Save");
    let text = journey.text();
    assert!(text.contains("✗ Your right to decide for Sam ended on 23 November 2026"), "{text}");
    assert!(text.contains("Walk to church"), "what was typed is still there: {text}");
    journey.press("Propose this");
    let goals = all(&journey, PlanSort::Goal);
    assert!(goals.iter().any(|goal| goal.value.is_proposal()), "{}", journey.text());
    assert!(goals.iter().any(|goal| goal.value.text.as_deref() == Some("Walk")));
    journey.ms -= 2 * 86_400_000;
    plan(&mut journey).press("The bath").press("Yes, put it in the plan");
    assert_eq!(need(&journey), ["The bath"]);
    // Nobody lengthens it but the person.
    let next = journey.holding(|h| h.record.next_counter(Scope::Plan));
    create(&mut journey, (ADA, next), 3, &Proxy { member: Member(3), until: None, why: None });
    assert!(!right(&journey, until), "what Ada wrote of herself lets her do nothing");
    let id = record::EntryId { scope: Scope::Plan, writer: SAM, counter: written.counter };
    let touch = journey.holding(|h| h.record.touch(id));
    let (old, new) = (
        Proxy { member: Member(3), until: Some(until), why: None },
        Proxy { member: Member(3), until: None, why: None },
    );
    super::theirs::<Proxy>(
        &mut journey,
        (ADA, next + 1),
        4,
        record::op::Act::Change(touch),
        record::Kind::payload_from(&new, &old, ADA),
    );
    assert!(!right(&journey, until - 1), "one that was touched counts for nothing");
}

#[test]
fn the_last_answers_stand_in_the_plan_and_all_of_them_on_a_page() {
    let mut journey = some();
    for (counter, text) in (1..).zip(["The bath", "The bus", "The kettle", "The dog"]) {
        create(&mut journey, (NURSE, counter), i64::from(counter), &proposed(PlanSort::Need, text));
    }
    for text in ["The bath", "The bus", "The kettle"] {
        plan(&mut journey).press(text).press("No, not this");
        journey.type_in("Why not?", "It is fine").press("No, not this");
        journey.later(1);
    }
    plan(&mut journey).press("The dog").press("Yes, put it in the plan");
    plan(&mut journey);
    let text = journey.text();
    let answered = &text[text.find("Proposals that were answered").unwrap()..];
    let answered = &answered[..answered.find("Strengths").unwrap()];
    assert!(answered.contains("[yes]") && answered.contains("The kettle"), "{answered}");
    assert!(!answered.contains("The bath"), "the first answered is not among the last: {answered}");
    journey.press("All 4: Proposals that were answered").press("Proposal: The bath");
    assert!(journey.text().contains("It is fine"), "{}", journey.text());
}

#[test]
fn who_says_yes_says_it_to_what_they_read() {
    let mut journey = some();
    let id = changed(&mut journey, "The stairs and the bath");
    journey.press("Today").press("A proposal to look at");
    let yes = crate::pilot::find(&journey.page(), "Yes, put it in the plan").unwrap();
    // While the person reads it, the nurse has it say something else.
    let said = journey.holding(|holding| holding.record.get::<PlanItem>(id).unwrap().value);
    let other = PlanItem { text: Some("The cellar".into()), ..said.clone() };
    let touch = Touch { entry: id.created_by(), seen: vec![id.created_by()] };
    theirs::<PlanItem>(
        &mut journey,
        (NURSE, 2),
        1,
        Act::Change(touch),
        other.payload_from(&said, NURSE),
    );
    journey.send(Event::Press(yes));
    assert_eq!(need(&journey), ["The stairs"]);
    let text = journey.text();
    assert!(text.contains("This proposal was changed while you read it."), "{text}");
    assert!(text.contains("The cellar"), "{text}");
    journey.press("Yes, put it in the plan");
    assert_eq!(need(&journey), ["The cellar"]);
}
