//! Whose words something is: a carer's own, or the person's as they were told.

use record::kinds::{PlanItem, PlanNote, PlanSort, Proxy};
use record::{Member, Scope};

use super::{ADA, NURSE, SAM, all, become_carer, become_writer, create, goal, person, plan, some};
use crate::holding::RecordSide;
use crate::testing::Journey;

const WHOSE: &str = "Whose words are these?";

fn ada(journey: &mut Journey) {
    become_carer(journey, &[Scope::Plan], &[Scope::Plan]);
}

fn sam(journey: &mut Journey) {
    become_writer(journey, SAM, RecordSide::Person, &[], &[]);
}

/// Ada proposes a strength, and says whose words it is where she says so.
fn propose(journey: &mut Journey, text: &str, whose: Option<&str>) {
    plan(journey).press("Add a strength").type_in("Strength", text);
    if let Some(whose) = whose {
        journey.choose(WHOSE, &[whose]);
    }
    journey.press("Propose this");
}

#[test]
fn a_carer_proposes_as_themselves_or_in_the_persons_words_and_the_person_sees_which() {
    let mut journey = some();
    ada(&mut journey);
    propose(&mut journey, "A car", None);
    propose(&mut journey, "A dog", Some("person"));
    plan(&mut journey).press("A dog");
    assert!(journey.text().contains("Proposed by you, for Sam"), "{}", journey.text());
    // On the person's device.
    sam(&mut journey);
    plan(&mut journey).press("A dog");
    let text = journey.text();
    assert!(text.contains("Proposed by Ada, daughter, for you, "), "{text}");
    // On a page for others nobody is "you".
    plan(&mut journey).press("A page to print");
    let text = journey.text();
    assert!(text.contains("Ada, daughter, for Sam") && !text.contains("for you"), "{text}");
    plan(&mut journey).press("A car");
    let text = journey.text();
    assert!(text.contains("Proposed by Ada, daughter, "), "{text}");
    assert!(!text.contains("for you"), "{text}");
}

#[test]
fn what_a_carer_changes_or_takes_back_of_their_own_stays_theirs() {
    let mut journey = some();
    ada(&mut journey);
    propose(&mut journey, "A car", None);
    propose(&mut journey, "A dog", Some("person"));
    for (text, whose) in [("A car", None), ("A dog", Some(Member::PERSON))] {
        plan(&mut journey).press(text).press("Change");
        assert!(!journey.text().contains(WHOSE), "{}", journey.text());
        let new = format!("{text}, and a cat");
        journey.type_in("Strength", &new).press("Propose this");
        let found = all(&journey, PlanSort::Strength).into_iter();
        let mut found = found.filter(|entry| entry.value.text.as_deref() == Some(&new));
        let entry = found.next().unwrap();
        assert_eq!((entry.versions, entry.last.on_behalf), (2, whose));
        plan(&mut journey).press(&new).press("Take it back");
        journey.choose("Why?", &["typed"]).press("Cross it out");
        let by = journey.holding(|holding| {
            holding.record.get::<PlanItem>(entry.id).unwrap().retracted.unwrap().by
        });
        assert_eq!(by.on_behalf, whose);
    }
}

#[test]
fn how_it_went_is_said_by_a_carer_or_by_the_person_through_them() {
    let mut journey = person();
    goal(&mut journey, "Walk", "9");
    ada(&mut journey);
    for (text, whose) in [("She was tired", "mine"), ("I liked it", "person")] {
        plan(&mut journey).press("Walk").press("Write how it went");
        journey.type_in("How it went", text).choose(WHOSE, &[whose]).press("Save");
    }
    let said = journey.holding(|holding| {
        let notes = holding.record.current::<PlanNote>();
        notes.map(|entry| entry.created.on_behalf).collect::<Vec<_>>()
    });
    assert_eq!(said, [None, Some(Member::PERSON)]);
    sam(&mut journey);
    plan(&mut journey).press("Walk");
    assert_eq!(journey.text().matches("Ada, daughter, for you").count(), 1, "{}", journey.text());
    // Nobody else is asked.
    journey.press("Write how it went");
    assert!(!journey.text().contains(WHOSE), "{}", journey.text());
    become_writer(&mut journey, NURSE, RecordSide::Team, &[Scope::Plan], &[Scope::Plan]);
    plan(&mut journey).press("Add a strength");
    let text = journey.text();
    assert!(text.contains("Propose this") && !text.contains(WHOSE), "{text}");
}

#[test]
fn who_decides_for_the_person_says_yes_for_them() {
    let mut journey = person();
    let bath = PlanItem {
        proposed: Some(true),
        text: Some("The bath".into()),
        ..PlanItem::new(PlanSort::Need)
    };
    create(&mut journey, (NURSE, 1), 1, &bath);
    let next = journey.holding(|holding| holding.record.next_counter(Scope::Plan));
    create(&mut journey, (SAM, next), 2, &Proxy { member: Member(3), until: None, why: None });
    ada(&mut journey);
    plan(&mut journey).press("The bath").press("Yes, put it in the plan");
    let answer =
        journey.holding(|holding| holding.record.current::<PlanNote>().next().unwrap().created);
    assert_eq!((answer.id.writer, answer.on_behalf), (ADA, Some(Member::PERSON)));
    sam(&mut journey);
    plan(&mut journey).press("The bath");
    let text = journey.text();
    assert!(text.contains("Ada, daughter, for you said yes"), "{text}");
    journey.press("History, or cross it out");
    assert!(journey.text().contains("Ada, daughter, for you"), "{}", journey.text());
}
