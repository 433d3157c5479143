mod again;
mod badge;
mod calendar;
mod pains;
mod push;
mod quiet;
mod rely;
mod travel;

use record::Scope;
use record::kinds::Message;

use crate::effects::platform::{
    Notification, Notifications, Notified, Notifying, PlatformOperation, Purpose, Telling,
};
use crate::event::{Abilities, Event, Launch, Platform};
use crate::messages::fixture::{AMINA, become_rosa, came, shared, with};
use crate::testing::{Journey, MORNING};

const ALLOWED: Notified = Notified::new(Notifying::Allowed);

fn launch() -> Launch {
    let abilities = Abilities { notifications: true, widget: true, ..Abilities::default() };
    Launch { abilities, ..Launch::default() }
}

/// Rosa, who shares messages with her team.
fn rosa() -> Journey {
    let mut journey = Journey::launched(launch());
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    with(&mut journey, |holding| shared(holding, &[Scope::Messages]));
    journey.notified = ALLOWED;
    journey
}

fn turn(journey: &mut Journey, label: &str) {
    journey.press("More").press("Settings").press(label);
}

fn amina_writes(journey: &mut Journey, counter: u32) {
    let message = Message { text: "Your potassium is a little high".into(), answers: None };
    with(journey, |holding| came(holding, AMINA, counter, &message, MORNING));
    journey.send(Event::Background);
}

fn shown(journey: &Journey) -> Vec<&Notification> {
    journey
        .asked
        .iter()
        .filter_map(|asked| match asked {
            PlatformOperation::Notifications(Notifications::Show(shown)) => Some(&**shown),
            _ => None,
        })
        .collect()
}

fn cleared(journey: &Journey) -> usize {
    let clear = |asked: &&PlatformOperation| {
        matches!(asked, PlatformOperation::Notifications(Notifications::Clear(_)))
    };
    journey.asked.iter().filter(clear).count()
}

#[test]
fn a_new_message_is_told_once_and_says_nothing_of_itself() {
    let mut journey = rosa();
    turn(&mut journey, "Tell me about new messages");
    assert!(journey.text().contains("You will be told about new messages"));
    journey.send(Event::Left);
    amina_writes(&mut journey, 1);
    journey.send(Event::Background);
    let [told] = shown(&journey)[..] else { panic!("{:?}", journey.asked) };
    assert_eq!(
        (told.title.as_str(), told.text.as_str()),
        ("What Matters", "You have a new message")
    );
    assert_eq!((told.id.as_str(), told.purpose), ("messages", Purpose::Messages));
    let open = told.open.clone();
    amina_writes(&mut journey, 2);
    assert_eq!(shown(&journey)[1].text, "You have 2 new messages");
    // Opened, seen, and so gone from the list of notifications.
    journey.send(Event::Resume);
    journey.send(Event::Press(open));
    assert_eq!(journey.page().name, "messages");
    assert_eq!(cleared(&journey), 1);
    journey.send(Event::Left);
    journey.send(Event::Background);
    assert_eq!((shown(&journey).len(), cleared(&journey)), (2, 1));
}

#[test]
fn who_looks_at_the_app_or_has_not_asked_for_it_is_not_told() {
    let mut journey = rosa();
    journey.send(Event::Left);
    amina_writes(&mut journey, 1);
    assert!(shown(&journey).is_empty());
    let mut journey = rosa();
    turn(&mut journey, "Tell me about new messages");
    amina_writes(&mut journey, 1);
    assert!(shown(&journey).is_empty(), "the page has it");
    turn(&mut journey, "Do not tell me");
    journey.send(Event::Left);
    amina_writes(&mut journey, 2);
    assert!(shown(&journey).is_empty());
}

#[test]
fn what_was_told_is_not_told_again_after_a_start() {
    let mut journey = rosa();
    turn(&mut journey, "Tell me about new messages");
    journey.send(Event::Left);
    amina_writes(&mut journey, 1);
    assert_eq!(shown(&journey).len(), 1);
    // The next start reads it beside the record.
    assert!(journey.disk.lock().unwrap().values_text().contains("\"told\":1"));
}

#[test]
fn a_platform_that_says_no_is_believed() {
    let mut journey = rosa();
    journey.notified = Notified::new(Notifying::Denied);
    turn(&mut journey, "Tell me about new messages");
    assert!(journey.text().contains("Notifications are turned off for this app"));
    journey.send(Event::Left);
    amina_writes(&mut journey, 1);
    assert!(shown(&journey).is_empty());
}

#[test]
fn it_is_not_offered_where_nobody_writes_or_the_platform_cannot() {
    let mut journey = Journey::launched(launch());
    journey.press("Use it on this device").press("More").press("Settings");
    assert!(!journey.text().contains("Tell me about new messages"));
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    journey.press("More").press("Settings");
    assert!(!journey.text().contains("Tell me about new messages"));
}

#[test]
fn the_widget_has_quick_ways_in_and_nothing_that_was_written() {
    let mut journey = rosa();
    let widget = |journey: &Journey| {
        journey.asked.iter().rev().find_map(|asked| match asked {
            PlatformOperation::Widget(widget) => Some(widget.clone()),
            _ => None,
        })
    };
    amina_writes(&mut journey, 1);
    let shown = widget(&journey).unwrap();
    assert_eq!(shown.line.as_deref(), Some("You have a new message"));
    assert!(!format!("{shown:?}").contains("potassium"));
    let labels: Vec<&str> = shown.buttons.iter().map(|button| button.label.as_str()).collect();
    assert_eq!(labels, ["Add a reading", "Write in the diary"]);
    journey.send(Event::Press(shown.buttons[1].action.clone()));
    assert_eq!(journey.page().name, "diary.write");
    journey.send(Event::Press(shown.buttons[0].action.clone()));
    assert_eq!(journey.page().name, "track");
    // Told when something has changed, and only then.
    let told = journey.asked.len();
    journey.send(Event::Background);
    assert_eq!(journey.asked.len(), told);
}

fn armed(journey: &Journey) -> Option<&Vec<Telling>> {
    journey.asked.iter().rev().find_map(|asked| match asked {
        PlatformOperation::Notifications(Notifications::Arm(tellings)) => Some(tellings),
        _ => None,
    })
}

fn phone(exact: bool) -> Launch {
    let abilities = Abilities { exact, ..launch().abilities };
    Launch { abilities, platform: Platform::Android, ..launch() }
}

fn reminded(exact: bool) -> Journey {
    let mut journey = Journey::launched(phone(exact));
    journey.notified = ALLOWED;
    journey.press("Use it on this device");
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", "Walk to the allotment");
    journey.type_in("At which time?", "09:00").press("Save");
    journey.press("More").press("Settings");
    journey
}

#[test]
fn reminders_come_to_the_minute_only_by_choice_and_with_the_platforms_leave() {
    let mut journey = reminded(true);
    assert!(armed(&journey).unwrap().iter().all(|telling| !telling.exact));
    // The person did not allow it where the platform lets them.
    journey.press("To the minute");
    assert!(journey.text().contains("This device does not allow it yet"), "{}", journey.text());
    assert!(armed(&journey).unwrap().iter().all(|telling| !telling.exact));
    journey.notified.exact = true;
    journey.press("To the minute");
    assert!(journey.text().contains("Reminders come to the minute from now on"));
    journey.press("More").press("Reminders");
    assert!(journey.text().contains("on this device’s screen to the minute"), "{}", journey.text());
    let exact = armed(&journey).unwrap();
    assert!(!exact.is_empty() && exact.iter().all(|telling| telling.exact));
    // Taken back: said where it was chosen, once the platform says so.
    journey.notified.exact = false;
    let mut next = Journey::launched_on(journey.disk.clone(), phone(true));
    next.notified = journey.notified;
    next.send(Event::Background);
    next.ms += 60 * 60_000;
    next.later(60 * 24);
    next.press("More").press("Reminders");
    assert!(next.text().contains("some minutes late"), "{}", next.text());
    next.press("More").press("Settings");
    assert!(next.text().contains("This device does not allow it any more"), "{}", next.text());
    next.press("A few minutes do not matter");
    assert!(armed(&next).unwrap().iter().all(|telling| !telling.exact));
}

#[test]
fn a_platform_without_such_a_permission_does_not_offer_it() {
    let journey = reminded(false);
    assert!(!journey.text().contains("To the minute"));
}

/// 7:42 on a Sunday in London, on a phone that may notify.
fn person() -> Journey {
    let mut journey = Journey::launched(phone(false));
    journey.notified = ALLOWED;
    journey.press("Use it on this device");
    journey
}

fn remind(journey: &mut Journey, words: &str, times: &[&str], choices: &[(&str, &str)]) {
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", words).type_in("At which time?", times[0]);
    if let Some(second) = times.get(1) {
        journey.type_in("Time 2", second);
    }
    for (question, choice) in choices {
        journey.choose(question, &[choice]);
    }
    journey.press("Save");
    assert_eq!(journey.page().name, "reminders", "{}", journey.text());
}

/// When what is armed comes: "22 08:00".
fn moments(journey: &Journey) -> Vec<String> {
    let moment = |one: &Telling| format!("{} {}", &one.date[8..], one.time);
    armed(journey).unwrap().iter().map(moment).collect()
}
