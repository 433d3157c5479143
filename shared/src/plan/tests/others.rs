//! Other plans: of elsewhere, and of the app itself.

use record::Scope;
use record::kinds::{ActionPlan, Condition, PlanItem, PlanSort};

use super::{SAM, become_carer, create, person, plan};
use crate::screen::{Block, Target};
use crate::testing::Journey;

fn other(journey: &mut Journey, counter: u32, place: &str) {
    let item = PlanItem {
        text: Some(format!("Plan {counter}")),
        place: Some(place.into()),
        ..PlanItem::new(PlanSort::OtherPlan)
    };
    create(journey, (SAM, counter), 1, &item);
}

/// The addresses that the page leads to.
fn leads(journey: &Journey) -> Vec<String> {
    let blocks = journey.page().blocks.into_iter();
    let rows = blocks.filter_map(|block| match block {
        Block::SummaryList(list) => Some(list.rows),
        _ => None,
    });
    let links = rows.flatten().flat_map(|row| row.actions);
    links
        .filter_map(|link| match link.target {
            Target::Open(address) => Some(address),
            _ => None,
        })
        .collect()
}

#[test]
fn a_plan_on_the_web_is_a_link_and_one_in_a_folder_is_not() {
    let mut journey = person();
    other(&mut journey, 1, "https://plans.example.org/sam");
    other(&mut journey, 2, "The blue folder");
    plan(&mut journey).press("Open: Other plans").press("Plan 1");
    assert_eq!(leads(&journey), ["https://plans.example.org/sam"]);
    plan(&mut journey).press("Open: Other plans").press("Plan 2");
    assert!(leads(&journey).is_empty());
    assert!(journey.text().contains("The blue folder"), "{}", journey.text());
}

#[test]
fn plans_of_the_app_itself_are_found_there_and_wishes_for_later_are_only_led_to() {
    let mut journey = person();
    plan(&mut journey).press("Add: Other plans");
    let text = journey.text();
    assert!(text.contains("Other plans here"), "{text}");
    let asthma = ActionPlan {
        condition: Condition::Asthma,
        name: None,
        set_by: None,
        set_on: None,
        green_signs: None,
        green_do: None,
        green_call: None,
        amber_signs: None,
        amber_do: None,
        amber_call: None,
        red_signs: None,
        red_do: None,
        red_call: None,
        ended: None,
    };
    create(&mut journey, (SAM, 1), 1, &asthma);
    plan(&mut journey).press("If something happens").press("Add a plan");
    journey.type_in("What may happen, or bring it on?", "Ada cannot come").press("Save");
    become_carer(&mut journey, &[Scope::Plan], &[]);
    plan(&mut journey).press("Open: Other plans");
    insta::assert_snapshot!("others", journey.text());
    journey.press("Wishes for later, and where papers are");
    assert_eq!(journey.page().name, "advance_care", "{}", journey.text());
    plan(&mut journey).press("Open: Other plans").press("If it happens: Ada cannot come");
    assert_eq!(journey.page().name, "contingency.one", "{}", journey.text());
}
