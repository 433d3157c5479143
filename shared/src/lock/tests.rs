use crate::effects::platform::{PlatformOperation, Unlocked};
use crate::event::{Abilities, Event, Launch};
use crate::screen::Input;
use crate::testing::{Journey, MORNING};

fn launch() -> Launch {
    Launch { abilities: Abilities { unlock: true, ..Abilities::default() }, ..Launch::default() }
}

/// Somebody who has written a note and locks their app.
fn locks() -> Journey {
    let mut journey = Journey::launched(launch());
    journey.press("Use it on this device");
    journey.press("More").press("Diary").press("Write a note");
    journey.type_in("What would you like to remember?", "A bad night").press("Save");
    journey.press("More").press("Settings");
    journey.press("Lock it");
    assert!(journey.text().contains("The app locks from now on"), "{}", journey.text());
    journey
}

fn leave_for(journey: &mut Journey, seconds: i64) {
    journey.send(Event::Left);
    journey.ms += seconds * 1000;
    journey.send(Event::Resume);
}

fn times_asked(journey: &Journey) -> usize {
    journey.asked.iter().filter(|ask| matches!(ask, PlatformOperation::Unlock(_))).count()
}

#[test]
fn it_is_not_offered_where_the_device_cannot() {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Settings");
    assert!(!journey.text().contains("Lock it"));
}

#[test]
fn nothing_is_shown_while_the_app_is_left_and_who_is_soon_back_is_not_asked() {
    let mut journey = locks();
    journey.press("More").press("Diary");
    journey.send(Event::Left);
    insta::assert_snapshot!("locked", journey.text());
    let page = journey.page();
    assert!(page.tabs.is_empty() && page.notices.is_empty() && page.back.is_none());
    journey.ms += 59_000;
    journey.send(Event::Resume);
    assert_eq!(journey.page().name, "diary");
    assert_eq!(times_asked(&journey), 1, "only when the lock was turned on");
}

#[test]
fn who_comes_back_later_is_asked_and_stays_out_until_it_is_shown() {
    let mut journey = locks();
    journey.press("More").press("Diary");
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 60);
    assert_eq!(journey.page().name, "locked");
    assert!(!journey.text().contains("A bad night"));
    journey.send(Event::Back);
    assert_eq!(journey.page().name, "locked");
    journey.press("Unlock");
    assert_eq!(journey.page().name, "locked");
    journey.unlocking = Unlocked::Proved;
    journey.press("Unlock");
    assert_eq!(journey.page().name, "diary");
    assert!(journey.text().contains("A bad night"));
}

#[test]
fn a_clock_that_is_put_back_does_not_open_it() {
    let mut journey = locks();
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, -3600);
    assert_eq!(journey.page().name, "locked");
}

#[test]
fn a_new_start_is_locked_and_so_is_one_in_the_background() {
    let journey = locks();
    let mut next = Journey::launched_on(journey.disk.clone(), launch());
    assert_eq!(times_asked(&next), 1);
    assert_eq!(next.page().name, "today");
    let mut background = Launch { background: true, ..launch() };
    next = Journey::launched_on(journey.disk.clone(), background.clone());
    assert_eq!((times_asked(&next), next.page().name.as_str()), (0, "locked"));
    next.send(Event::Background);
    assert_eq!((times_asked(&next), next.page().name.as_str()), (0, "locked"));
    next.send(Event::Resume);
    assert_eq!((times_asked(&next), next.page().name.as_str()), (1, "today"));
    // An app that was never locked shows itself.
    background.abilities.unlock = false;
    next = Journey::launched_on(journey.disk.clone(), background);
    assert_eq!(next.page().name, "today");
}

#[test]
fn what_was_pressed_outside_is_done_once_it_opens() {
    let mut journey = locks();
    let track = crate::pilot::find(&journey.page(), "Track").unwrap();
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 600);
    journey.send(Event::Press(track));
    assert_eq!(journey.page().name, "locked");
    journey.press("Unlock");
    assert_eq!(journey.page().name, "locked");
    journey.unlocking = Unlocked::Proved;
    journey.press("Unlock");
    assert_eq!(journey.page().name, "track", "it waited through both");
    // A link likewise.
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 600);
    journey.unlocking = Unlocked::Proved;
    journey.send(Event::Link("https://x/#open=track".into()));
    assert_eq!(journey.page().name, "track");
}

#[test]
fn what_was_typed_just_before_is_kept() {
    let mut journey = locks();
    journey.press("More").press("Diary").press("Write a note");
    let (form, field) =
        crate::pilot::field(&journey.page(), "What would you like to remember?").unwrap();
    journey.send(Event::Left);
    let value = Input::Text("half a sentence".into());
    journey.send(Event::Input(crate::event::FieldInput { form, field, value }));
    journey.send(Event::Resume);
    assert!(journey.text().contains("half a sentence"), "{}", journey.text());
}

#[test]
fn a_device_whose_lock_is_gone_lets_its_person_in_and_says_so() {
    let mut journey = locks();
    journey.unlocking = Unlocked::Unavailable;
    leave_for(&mut journey, 600);
    assert!(journey.text().contains("The lock is off"), "{}", journey.text());
    leave_for(&mut journey, 600);
    assert_eq!(journey.page().name, "settings");
}

#[test]
fn it_is_turned_off_only_by_who_shows_that_the_device_is_theirs() {
    let mut journey = locks();
    journey.unlocking = Unlocked::NotProved;
    journey.press("No lock");
    assert!(journey.text().contains("The lock was not changed"));
    leave_for(&mut journey, 600);
    assert_eq!(journey.page().name, "locked");
    journey.unlocking = Unlocked::Proved;
    journey.press("Unlock").press("No lock");
    leave_for(&mut journey, 600);
    assert_eq!(journey.page().name, "settings");
    assert_eq!(Journey::launched_on(journey.disk.clone(), launch()).page().name, "today");
    assert!(journey.ms > MORNING);
}

#[test]
fn what_was_pressed_while_locked_outlives_the_app_and_is_done_once() {
    let mut journey = locks();
    let track = crate::pilot::find(&journey.page(), "Track").unwrap();
    let background = || Launch { background: true, ..launch() };
    // The button of a notification starts the app, nobody is there, and it is ended.
    journey = Journey::launched_on(journey.disk.clone(), background());
    journey.unlocking = Unlocked::NotProved;
    journey.send(Event::Press(track));
    assert_eq!(journey.page().name, "locked");
    let mut next = Journey::launched_on(journey.disk.clone(), background());
    next.send(Event::Resume);
    assert_eq!(next.page().name, "track");
    let next = Journey::launched_on(journey.disk.clone(), launch());
    assert_eq!(next.page().name, "today", "once is enough");
}

#[test]
fn what_was_pressed_the_day_before_is_not_done() {
    let mut journey = locks();
    let track = crate::pilot::find(&journey.page(), "Track").unwrap();
    journey = Journey::launched_on(journey.disk.clone(), Launch { background: true, ..launch() });
    journey.unlocking = Unlocked::NotProved;
    journey.send(Event::Press(track));
    journey.unlocking = Unlocked::Proved;
    journey.ms += 24 * 60 * 60_000;
    journey.send(Event::Resume);
    assert_eq!(journey.page().name, "today");
    assert!(!journey.disk.lock().unwrap().values_text().contains("at_ms"));
}

/// The same, who has written about themselves.
fn locks_and_is_known() -> Journey {
    let mut journey = locks();
    journey.press("More").press("About me").press("Please do");
    journey.type_in("Please do", "Speak slowly").press("Save");
    journey
}

#[test]
fn about_me_stands_in_front_of_the_lock_only_where_the_person_allowed_it() {
    let mut journey = locks_and_is_known();
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 600);
    assert_eq!(journey.page().name, "locked");
    assert!(!journey.text().contains("About me"), "{}", journey.text());
    // Nor by a press that somebody made up.
    journey.send(Event::Press(crate::nav::Intent::Lock(super::Intent::Show).into()));
    assert_eq!(journey.page().name, "locked");
    journey.unlocking = Unlocked::Proved;
    journey.press("Unlock").press("More").press("Settings").press("Show About me when asked");
    journey.press("More").press("Diary");
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 600);
    journey.press("Show “About me” to whoever helps");
    assert!(journey.text().contains("Speak slowly"), "{}", journey.text());
    insta::assert_snapshot!("in_front", journey.text());
}

#[test]
fn from_about_me_in_front_of_the_lock_nothing_leads_further_in() {
    let mut journey = locks_and_is_known();
    journey.press("More").press("Settings").press("Show About me when asked");
    journey.press("More").press("Diary");
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 600);
    journey.press("Show “About me” to whoever helps");
    let page = journey.page();
    assert!(page.tabs.is_empty() && page.notices.is_empty());
    assert!(page.look.covered, "the device's list of apps shows nothing of it");
    let presses = crate::pilot::presses(&page);
    assert_eq!(presses.len(), 1, "the way back alone: {presses:?}");
    // What is pressed outside meanwhile has to be unlocked for, as ever.
    let diary = crate::nav::Intent::Tab(crate::nav::Screen::Diary(crate::diary::Screen::All));
    journey.send(Event::Press(diary.into()));
    assert!(!journey.text().contains("A bad night"), "{}", journey.text());
    journey.send(Event::Back);
    assert_eq!(journey.page().name, "locked");
    journey.press("Show “About me” to whoever helps").press("Back");
    assert_eq!(journey.page().name, "locked");
    // Left, and the picture that the device takes of it, shows the lock.
    journey.press("Show “About me” to whoever helps").send(Event::Left);
    assert_eq!(journey.page().name, "locked");
    journey.unlocking = Unlocked::Proved;
    journey.press("Unlock");
    assert_eq!(journey.page().name, "diary");
    // It can be taken back.
    journey.press("More").press("Settings").press("Show nothing");
    journey.unlocking = Unlocked::NotProved;
    leave_for(&mut journey, 600);
    assert!(!journey.text().contains("About me"), "{}", journey.text());
}
