//! A decision in Easy Read: read, weighed and decided.

use super::{begun, weighed};
use crate::pilot::choices;

#[test]
fn a_decision_is_read_with_a_picture_beside_each() {
    let mut journey = weighed();
    journey.press("Easy Read");
    insta::assert_snapshot!("easy_one", journey.pictured());
    journey.press("Write down what you choose");
    insta::assert_snapshot!("easy_decide", journey.pictured());
    let which = choices(&journey.page(), "What did you choose?", &["Breathing classes"]);
    let which: Vec<&str> = which.iter().map(String::as_str).collect();
    journey.choose("What did you choose?", &which).press("Save");
    assert!(journey.text().contains("Chosen"), "{}", journey.text());
    // What was decided is decided in standard words too.
    journey.press("Standard words");
    assert!(journey.text().contains("Decided"), "{}", journey.text());
}

#[test]
fn an_option_is_added_in_easy_read() {
    let mut journey = begun();
    journey.press("Easy Read").press("Add something you can choose");
    journey.type_in("What can you choose?", "Breathing classes").press("Save");
    insta::assert_snapshot!("easy_option", journey.pictured());
    journey.press("Add a bad thing that could happen").press("Save");
    insta::assert_snapshot!("easy_risk", journey.pictured());
}
