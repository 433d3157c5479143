//! Nothing is lost from sight: what was crossed out, every version, and all of a plan
//! on its page to print.

use record::kinds::{PlanItem, PlanSort};

use super::{NURSE, SAM_ELSEWHERE, all, create, plan, some};

#[test]
fn what_was_crossed_out_is_found_again_and_put_back() {
    let mut journey = some();
    plan(&mut journey);
    assert!(!journey.text().contains("What was crossed out"), "{}", journey.text());
    journey.press("Walk to the allotment").press("Walk to the gate");
    journey.press("History, or cross it out").press("Cross it out");
    journey.choose("Why?", &["typed"]).press("Cross it out");
    assert!(all(&journey, PlanSort::Action).is_empty());
    plan(&mut journey).press("What was crossed out");
    let text = journey.text();
    assert!(text.contains("[crossed out]") && text.contains("Step"), "{text}");
    journey.press("Walk to the gate").press("Put it back");
    assert_eq!(all(&journey, PlanSort::Action).len(), 1);
    plan(&mut journey);
    assert!(!journey.text().contains("What was crossed out"), "{}", journey.text());
}

#[test]
fn every_version_can_be_read_however_many_there_are() {
    let mut journey = some();
    for version in 0..203 {
        journey.press("Change").type_in("Goal or hope", &format!("Walk, {version}"));
        journey.press("Save");
    }
    journey.press("History, or cross it out");
    assert!(!journey.text().contains("allotment"), "{}", journey.text());
    journey.press("Show older");
    assert!(!journey.text().contains("allotment"), "{}", journey.text());
    journey.press("Show older");
    let text = journey.text();
    assert!(text.contains("Written down: ") && text.contains("allotment"), "{text}");
    assert!(!text.contains("Show older"), "{text}");
}

#[test]
fn how_it_went_and_what_is_proposed_are_on_the_page_to_print() {
    let mut journey = some();
    journey.press("Walk to the gate").press("Write how it went");
    journey.type_in("How it went", "Got there and sat down");
    journey.date("On which day?", "20", "11", "2026").press("Save");
    let proposed = PlanItem {
        proposed: Some(true),
        text: Some("Ask for a frame".into()),
        ..PlanItem::new(PlanSort::Need)
    };
    create(&mut journey, (NURSE, 1), 1, &proposed);
    plan(&mut journey).press("A page to print");
    let text = journey.text();
    assert!(text.contains("Got there and sat down") && text.contains("20 November 2026"), "{text}");
    assert!(text.contains("Proposals waiting for an answer"), "{text}");
    assert!(text.contains("Ask for a frame") && text.contains("Amina Khan, nurse"), "{text}");
}

#[test]
fn nothing_of_a_long_plan_is_left_off_the_page_to_print() {
    let mut journey = some();
    for counter in 1..=120 {
        let text = Some(format!("Concern {counter}."));
        let need = PlanItem { text, ..PlanItem::new(PlanSort::Need) };
        create(&mut journey, (SAM_ELSEWHERE, counter), 1, &need);
    }
    plan(&mut journey).press("A page to print");
    let text = journey.text();
    for counter in 1..=120 {
        assert!(text.contains(&format!("Concern {counter}.")), "{counter}: {text}");
    }
}
