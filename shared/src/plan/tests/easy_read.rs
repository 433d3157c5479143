//! The plan in Easy Read: read, written and printed.

use super::{goal, person, plan, some};

#[test]
fn the_plan_is_read_with_a_picture_beside_each() {
    let mut journey = some();
    journey.press("Easy Read");
    insta::assert_snapshot!("easy_one", journey.pictured());
    journey.press("Plan");
    insta::assert_snapshot!("easy_all", journey.pictured());
    journey.press("What is not there yet");
    insta::assert_snapshot!("easy_missing", journey.pictured());
    journey.press("Back").press("A page to print");
    insta::assert_snapshot!("easy_sheet", journey.pictured());
}

#[test]
fn it_is_written_in_easy_read_and_what_is_not_filled_in_is_said_so() {
    let mut journey = person();
    journey.press("Easy Read").press("Add a goal").press("Save");
    insta::assert_snapshot!("easy_form", journey.pictured());
    journey.type_in("A goal", "Walk to the garden").press("Save");
    journey.press("Add a step").type_in("What must be done?", "Walk to the gate");
    journey.type_in("Who does it?", "Me").press("Save");
    assert_eq!(journey.page().name, "plan.one", "{}", journey.text());
    // Who reads standard words reads the same plan.
    journey.press("Standard words");
    plan(&mut journey);
    assert!(journey.text().contains("Walk to the garden"), "{}", journey.text());
    goal(&mut journey, "Swim", "7");
}
