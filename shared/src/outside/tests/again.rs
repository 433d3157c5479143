use std::collections::HashSet;

use super::{armed, moments, person, remind};
use crate::effects::platform::{Notifications, PlatformOperation, Telling};
use crate::event::Event;
use crate::screen::Action;
use crate::testing::Journey;

const AGAIN: [(&str, &str); 1] = [("If you do not answer", "again")];

fn action(journey: &Journey, label: &str) -> Action {
    let first = &armed(journey).unwrap()[0].notification;
    first.actions.iter().find(|action| action.label == label).unwrap().action.clone()
}

fn again(journey: &Journey) -> Vec<&Telling> {
    let all = armed(journey).unwrap().iter();
    all.filter(|telling| telling.notification.id.contains(".again")).collect()
}

#[test]
fn did_i_take_my_meds_64_who_wants_it_is_asked_again_until_there_is_an_answer() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"], &AGAIN);
    let first = ["22 08:00", "22 08:10", "22 08:20", "22 08:30", "22 08:40", "22 08:50"];
    assert_eq!(moments(&journey)[..7], [&first[..], &["23 08:00"]].concat());
    // The phone keeps one of each name.
    let ids: HashSet<&str> =
        armed(&journey).unwrap().iter().map(|one| one.notification.id.as_str()).collect();
    assert_eq!(ids.len(), armed(&journey).unwrap().len());
    journey.later(33);
    assert_eq!(moments(&journey)[..2], ["22 08:20", "22 08:30"]);
    let shown = armed(&journey).unwrap()[0].notification.id.clone();
    journey.send(Event::Press(action(&journey, "Done")));
    assert_eq!(moments(&journey)[0], "23 08:00");
    let cleared = journey.asked.iter().any(|asked| {
        matches!(asked, PlatformOperation::Notifications(Notifications::Clear(ids)) if ids.contains(&shown))
    });
    assert!(cleared, "what was said is taken back: {shown}");
}

#[test]
fn who_puts_it_off_is_left_alone_until_then() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"], &AGAIN);
    journey.later(19);
    journey.send(Event::Press(action(&journey, "In 15 minutes")));
    assert_eq!(moments(&journey)[..2], ["22 08:16", "23 08:00"]);
}

#[test]
fn nobody_is_asked_again_once_it_can_no_longer_be_done() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00", "8:25"], &AGAIN);
    let first = ["22 08:00", "22 08:10", "22 08:20", "22 08:25", "22 08:35"];
    assert_eq!(moments(&journey)[..5], first);
    // Without the wish it is asked once.
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    assert!(again(&journey).is_empty());
    assert_eq!(moments(&journey)[..2], ["22 08:00", "23 08:00"]);
}

#[test]
fn asking_again_takes_nobody_elses_place() {
    let mut journey = person();
    for (words, at) in [("Stretch", "8:00"), ("Breathe", "9:00"), ("Walk", "10:00")] {
        remind(&mut journey, words, &[at], &AGAIN);
    }
    remind(&mut journey, "Read", &["11:00"], &[]);
    let all = armed(&journey).unwrap();
    assert_eq!(all.len(), 30);
    assert!(all.windows(2).all(|pair| pair[0].at <= pair[1].at));
    // Two thirds are first ones, five days of all four; the soonest are said again.
    assert_eq!(again(&journey).len(), 10);
    assert!(again(&journey).iter().all(|telling| telling.date == "2026-11-22"));
    let read = moments(&journey).into_iter().filter(|one| one.ends_with("11:00"));
    assert_eq!(read.count(), 5);
    assert!(all[29].notification.text.contains("Open the app"), "{:?}", all[29]);
}

#[test]
fn a_medicine_is_asked_for_again_too() {
    let mut journey = person();
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", "Metformin");
    journey.press("Save and set its times");
    journey.type_in("First time", "8:00").choose("If you do not answer", &["again"]);
    journey.press("Save");
    assert_eq!(moments(&journey)[..3], ["22 08:00", "22 08:10", "22 08:20"]);
    journey.later(19);
    journey.send(Event::Press(action(&journey, "Done")));
    assert_eq!(moments(&journey)[0], "23 08:00");
}

#[test]
fn each_says_from_when_on_it_must_not_be_said_any_more() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00", "8:25"], &AGAIN);
    let all = armed(&journey).unwrap();
    let [first, again] = ["08:00", "08:10"].map(|time| all.iter().find(|one| one.time == time));
    let next = all.iter().find(|one| one.time == "08:25").unwrap();
    assert_eq!([first, again].map(|one| one.unwrap().expires), [next.at; 2]);
    assert!(all.iter().all(|one| one.expires > one.at), "{all:?}");
    // A medicine is asked for six hours, and no longer.
    let mut journey = person();
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", "Metformin").press("Save and set its times");
    journey.type_in("First time", "8:00").press("Save");
    let first = &armed(&journey).unwrap()[0];
    assert_eq!(first.expires - first.at, 6 * 3600);
}
