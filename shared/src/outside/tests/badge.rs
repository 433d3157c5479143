//! The number on the app's icon: what is due now, as a number, on the tab of Today.

use super::{person, remind};
use crate::event::Event;
use crate::testing::Journey;

fn badge(journey: &Journey) -> Option<String> {
    journey.page().tabs.into_iter().find(|tab| tab.label == "Today").and_then(|tab| tab.badge)
}

#[test]
fn what_is_due_now_is_counted_until_it_is_answered_or_over() {
    let mut journey = person();
    remind(&mut journey, "Chemotherapy", &["8:00"], &[]);
    remind(&mut journey, "Stretch", &["8:30"], &[]);
    assert_eq!(badge(&journey), None, "nothing is due yet");
    journey.later(20);
    assert_eq!(badge(&journey).as_deref(), Some("1 now"));
    journey.later(30);
    assert_eq!(badge(&journey).as_deref(), Some("2 now"));
    // Never what it is; each shell adds the numbers that the tabs begin with.
    assert!(!format!("{:?}", journey.page().tabs).contains("Chemotherapy"));
    journey.press("Today").press("Stretch").press("Done");
    assert_eq!(badge(&journey).as_deref(), Some("1 now"));
    // Put off, it is not due until then.
    journey.press("Chemotherapy").press("In 15 minutes");
    assert_eq!(badge(&journey), None);
    journey.later(20);
    assert_eq!(badge(&journey).as_deref(), Some("1 now"));
    // Once nobody is asked any more it is not counted, and not held against anyone.
    journey.later(14 * 60);
    assert_eq!(badge(&journey), None);
}

#[test]
fn on_a_bad_day_nothing_is_counted() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"], &[("In quiet hours and on bad days", "always")]);
    journey.later(20);
    assert_eq!(badge(&journey).as_deref(), Some("1 now"));
    journey.press("Today").press("Today is a bad day");
    journey.send(Event::Background);
    assert_eq!(badge(&journey), None);
}
