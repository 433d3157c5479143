//! What is proposed of plans for when something happens: nothing of it counts until who
//! decides says yes.

use record::kinds::{Contingency, ContingencyProposal, FieldSet, PlanAnswer, PlanNote, Proposes};
use record::op::{Act, Touch};
use record::state::Entry;
use record::{Kind, Scope, Writer};

use super::{list, written};
use crate::holding::RecordSide;
use crate::plan::tests::{
    NURSE, become_carer, become_person, become_writer, copy, person, plan, theirs,
};
use crate::testing::Journey;

const ACTION: u16 = 4;
const MAY_HAPPEN: &str = "What may happen, or bring it on?";

/// Sam, who has a plan for a chest infection.
fn sam() -> Journey {
    let mut journey = person();
    written(&mut journey);
    journey
}

fn as_ada(journey: &mut Journey) {
    become_carer(journey, &[Scope::Plan], &[Scope::Plan]);
    list(journey);
}

/// Ada proposes other words for what is to be done.
fn changed(journey: &mut Journey) {
    as_ada(journey);
    journey.press("Chest infection").press("Propose a change");
    journey.type_in("What is to be done?", "Ring the surgery first");
    journey.type_in("Why you propose it", "They asked for it").press("Propose this");
    become_person(journey);
    journey.later(5);
}

fn plans(journey: &Journey) -> Vec<Contingency> {
    journey.holding(|h| h.record.current::<Contingency>().map(|entry| entry.value).collect())
}

fn proposals(journey: &Journey) -> Vec<Entry<ContingencyProposal>> {
    journey.holding(|h| h.record.current::<ContingencyProposal>().collect())
}

fn answers(journey: &Journey) -> Vec<PlanAnswer> {
    journey.holding(|holding| {
        let notes = holding.record.current::<PlanNote>();
        notes.filter_map(|note| note.value.answer).collect()
    })
}

#[test]
fn a_new_one_is_proposed_and_counts_for_nothing_until_the_person_says_yes() {
    let mut journey = person();
    as_ada(&mut journey);
    journey.press("Propose a plan");
    insta::assert_snapshot!("form", journey.text());
    journey.press("Propose this");
    assert!(journey.text().contains("✗ Write at least one thing that may happen"));
    journey.type_in(MAY_HAPPEN, "Ada is ill").type_in("What is to be done?", "Ring Jo");
    journey.type_in("Whom to call first", "Jo").type_in("Their phone number", "01632 960009");
    journey.type_in("Why you propose it", "I was ill in May").press("Propose this");
    assert_eq!((plans(&journey).len(), proposals(&journey).len()), (0, 1), "{}", journey.text());
    assert!(journey.text().contains("Proposals waiting for an answer"), "{}", journey.text());

    become_person(&mut journey);
    journey.later(5);
    // No page on which a plan might be needed knows of it.
    for [first, second] in [["More", "Get help now"], ["More", "If something happens"]] {
        journey.press(first).press(second);
        let text = journey.text();
        assert!(!text.contains("If it happens: ") && !text.contains("01632 960009"), "{text}");
        assert!(!text.contains("Ring Jo"), "{text}");
    }
    assert!(journey.text().contains("No plans for this yet"), "{}", journey.text());
    journey.press("Today").press("A proposal to look at");
    insta::assert_snapshot!("proposal", journey.text());
    journey.press("Yes, put it in the plan");
    let [one] = &plans(&journey)[..] else { panic!("{}", journey.text()) };
    assert_eq!((one.triggers.as_str(), one.action.as_deref()), ("Ada is ill", Some("Ring Jo")));
    assert_eq!(one.call_first.as_deref(), Some("Jo\n01632 960009"));
    assert_eq!(answers(&journey), [PlanAnswer::Accepted]);
    journey.press("More").press("Get help now").press("If it happens: Ada is ill");
    let text = journey.text();
    assert!(text.contains("Proposed by Ada, daughter. You said yes"), "{text}");
    list(&mut journey);
    let text = journey.text();
    assert!(text.contains("Proposal: Ada is ill") && text.contains("[yes]"), "{text}");
}

#[test]
fn a_change_is_about_what_was_changed_and_leaves_the_rest_as_it_stands() {
    let mut journey = sam();
    changed(&mut journey);
    let says = proposals(&journey).remove(0).value.proposes();
    let Proposes::Changes { fields: Some(fields), .. } = says else { panic!("{says:?}") };
    assert_eq!(fields, FieldSet::of([ACTION]));
    list(&mut journey).press("Chest infection").press("Change");
    journey.type_in("How does it begin?", "I cough").press("Save");
    // It waits on the plan's own page, and what stands is what counts.
    let text = journey.text();
    assert!(text.contains("A change: Chest infection"), "{text}");
    assert!(text.contains("Open the rescue pack") && !text.contains("Ring the surgery"), "{text}");
    journey.press("A page to print");
    assert!(!journey.text().contains("Ring the surgery"), "{}", journey.text());
    list(&mut journey).press("A change: Chest infection");
    let text = journey.text();
    assert!(text.contains("Now: Open the rescue pack"), "{text}");
    assert!(text.contains("Proposed: Ring the surgery first"), "{text}");
    assert!(!text.contains("Jo has a key") && !text.contains("was changed here"), "{text}");
    journey.press("Yes, put it in the plan");
    let one = plans(&journey).remove(0);
    assert_eq!(one.action.as_deref(), Some("Ring the surgery first"));
    assert_eq!(
        (one.signs.as_deref(), one.name.as_deref()),
        (Some("I cough"), Some("Chest infection"))
    );
    assert_eq!(one.no_carer.as_deref(), Some("Jo has a key"));
}

#[test]
fn it_is_put_into_ones_own_words_over_what_stands_now() {
    let mut journey = sam();
    changed(&mut journey);
    list(&mut journey).press("Chest infection").press("Change");
    journey.type_in("How does it begin?", "I cough").press("Save");
    list(&mut journey).press("A change: Chest infection").press("Yes, with changes");
    let text = journey.text();
    assert!(text.contains("Ring the surgery first") && text.contains("I cough"), "{text}");
    // What comes meanwhile for something else is not written over.
    let before = journey.holding(|h| h.record.current::<Contingency>().next().unwrap());
    let new = Contingency { coping: Some("The radio".into()), ..before.value.clone() };
    let seen = journey.holding(|h| h.record.touch(before.id).seen);
    let act = Act::Change(Touch { entry: before.id.created_by(), seen });
    let elsewhere = Writer(4);
    let payload = new.payload_from(&before.value, elsewhere);
    theirs::<Contingency>(&mut journey, (elsewhere, 1), 9, act, payload);
    journey.type_in("What is to be done?", "Ring the surgery, and wait").press("Save");
    let one = plans(&journey).remove(0);
    assert_eq!(one.action.as_deref(), Some("Ring the surgery, and wait"));
    assert_eq!((one.coping.as_deref(), one.signs.as_deref()), (Some("The radio"), Some("I cough")));
    assert_eq!(answers(&journey), [PlanAnswer::Adapted]);
}

#[test]
fn a_no_has_its_reason_which_whoever_proposed_it_reads() {
    let mut journey = sam();
    changed(&mut journey);
    list(&mut journey).press("A change: Chest infection").press("No, not this");
    journey.type_in("Why not?", "They never answer").press("No, not this");
    assert_eq!(plans(&journey)[0].action.as_deref(), Some("Open the rescue pack"));
    as_ada(&mut journey);
    assert!(journey.text().contains("[no]"), "{}", journey.text());
    journey.press("Proposal: Chest infection");
    assert!(journey.text().contains("They never answer"), "{}", journey.text());
    plan(&mut journey).press("Proposal: Chest infection");
    assert!(journey.text().contains("They never answer"), "{}", journey.text());
}

#[test]
fn a_teams_proposal_to_take_one_out_waits_and_takes_it_out() {
    let mut journey = sam();
    become_writer(&mut journey, NURSE, RecordSide::Team, &[Scope::Plan], &[Scope::Plan]);
    list(&mut journey).press("Chest infection").press("Propose to take it out");
    journey.press("Propose this");
    assert!(journey.text().contains("✗ Write the reason in a few words"), "{}", journey.text());
    journey.type_in("Why take it out?", "It is in the new plan").press("Propose this");
    assert_eq!(plans(&journey).len(), 1);
    assert!(journey.text().contains("Take out: Chest infection"), "{}", journey.text());
    become_person(&mut journey);
    journey.later(5);
    journey.press("Today").press("A proposal to look at");
    let text = journey.text();
    assert!(text.contains("What would go") && text.contains("Open the rescue pack"), "{text}");
    assert!(text.contains("It is in the new plan") && !text.contains("with changes"), "{text}");
    journey.press("Yes, take it out");
    assert!(plans(&journey).is_empty(), "{}", journey.text());
    list(&mut journey).press("Take out: Chest infection");
    assert!(journey.text().contains("You said yes"), "{}", journey.text());
}

#[test]
fn ones_own_is_put_better_or_taken_back_and_one_that_changes_nothing_is_refused() {
    let mut journey = sam();
    changed(&mut journey);
    as_ada(&mut journey);
    journey.press("A change: Chest infection").press("Change");
    journey.type_in("What is to be done?", "Open the rescue pack").press("Propose this");
    assert!(journey.text().contains("✗ The plan says this already"), "{}", journey.text());
    journey.type_in("What helps you to cope?", "Tea").press("Propose this");
    let [one] = &proposals(&journey)[..] else { panic!("{}", journey.text()) };
    let Proposes::Changes { fields: Some(fields), .. } = one.value.proposes() else {
        panic!("{one:?}")
    };
    assert_eq!(fields, FieldSet::of([5]));
    assert_eq!(one.value.reason.as_deref(), Some("They asked for it"));
    list(&mut journey).press("A change: Chest infection").press("Take it back");
    journey.choose("Why?", &["typed"]).press("Cross it out");
    assert!(proposals(&journey).is_empty(), "{}", journey.text());
    list(&mut journey);
    assert!(!journey.text().contains("A change: "), "{}", journey.text());
}

#[test]
fn who_only_reads_proposes_nothing_and_who_decides_has_no_need_to() {
    let mut journey = sam();
    changed(&mut journey);
    let id = proposals(&journey).remove(0).id;
    become_carer(&mut journey, &[Scope::Plan], &[]);
    list(&mut journey);
    assert!(!journey.text().contains("<Propose"), "{}", journey.text());
    journey.press("A change: Chest infection");
    assert!(!journey.text().contains("Yes, "), "{}", journey.text());
    journey.act(|cx| {
        super::super::update(
            super::super::Intent::SaveProposal(super::super::Writing::Adapt(id)),
            cx,
        )
    });
    journey.act(|cx| {
        super::super::update(super::super::Intent::SaveProposal(super::super::Writing::New), cx)
    });
    journey.act(|cx| crate::plan::update(crate::plan::Intent::Accept(id, id.created_by()), cx));
    assert_eq!((proposals(&journey).len(), answers(&journey).len()), (1, 0));
    assert_eq!(plans(&journey)[0].action.as_deref(), Some("Open the rescue pack"));
    become_person(&mut journey);
    list(&mut journey);
    assert!(!journey.text().contains("<Propose"), "{}", journey.text());
}

#[test]
fn the_copy_has_it_apart_from_what_stands() {
    let mut journey = sam();
    changed(&mut journey);
    let files = copy(&journey);
    assert!(!files["if-something-happens.csv"].contains("Ring the surgery"));
    let proposed = &files["if-something-happens-proposed.csv"];
    assert!(proposed.contains("A change: Chest infection"), "{proposed}");
    assert!(proposed.contains("Ring the surgery first"), "{proposed}");
    assert!(
        proposed.contains("They asked for it") && !proposed.contains("Jo has a key"),
        "{proposed}"
    );
}

#[test]
fn in_easy_read_it_is_an_idea() {
    let mut journey = sam();
    changed(&mut journey);
    journey.press("Today").press("Easy Read").press("An idea to look at");
    insta::assert_snapshot!("easy", journey.pictured());
}
