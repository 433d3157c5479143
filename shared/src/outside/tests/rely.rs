use super::{ALLOWED, person, phone, remind, shown};
use crate::effects::platform::{Battery, Notified, Notifying};
use crate::event::{Abilities, Event, Launch, Platform};
use crate::testing::{Journey, MORNING};

fn rely(journey: &mut Journey) -> String {
    journey.press("More").press("Reminders").press("Can I rely on these?");
    journey.text()
}

#[test]
fn uhabits_2290_the_app_says_how_far_it_can_be_relied_on() {
    let mut journey = person();
    remind(&mut journey, "Chemotherapy tablets", &["8:00"], &[]);
    rely(&mut journey);
    insta::assert_snapshot!("rely", journey.text());
    assert!(!journey.text().contains("Chemotherapy"), "as a locked screen shows it");
}

#[test]
fn a_test_comes_now_and_a_press_on_it_is_remembered() {
    let mut journey = person();
    assert!(rely(&mut journey).contains("Nothing is waiting on this device"));
    journey.press("Send a test now");
    let open = {
        let [test] = shown(&journey)[..] else { panic!("{:?}", journey.asked) };
        assert!(test.text.starts_with("This is a test"));
        test.open.clone()
    };
    assert!(journey.text().contains("A test was sent"), "{}", journey.text());
    assert!(journey.text().contains("When one last came: None that the app knows of"));
    journey.press("Today");
    journey.send(Event::Press(open));
    assert_eq!(journey.page().name, "outside.rely");
    assert!(journey.text().contains("It came."), "{}", journey.text());
    let mut next = Journey::launched_on(journey.disk.clone(), phone(false));
    next.notified = ALLOWED;
    assert!(rely(&mut next).contains("You pressed on one: Today, 7:42"), "{}", next.text());
}

#[test]
fn a_permission_that_is_missing_is_said_and_asked_for() {
    let mut journey = person();
    journey.notified = Notified::new(Notifying::NotAsked);
    assert!(rely(&mut journey).contains("This app has not asked yet"), "{}", journey.text());
    journey.notified.allowed = Notifying::Denied;
    journey.press("Allow notifications");
    let text = journey.text();
    assert!(text.contains("Notifications are turned off for this app"), "{text}");
    assert!(text.contains("Allow them in this device's own settings"), "{text}");
    assert!(shown(&journey).is_empty(), "nothing is said that cannot be");
    // Allowed there since: the page asks anew when it is entered.
    journey.notified.allowed = Notifying::Allowed;
    assert!(rely(&mut journey).contains("Allowed for this app"), "{}", journey.text());
}

#[test]
fn alarms_to_the_minute_stand_there_where_the_platform_has_them() {
    let mut journey = Journey::launched(phone(true));
    journey.notified = Notified { exact: true, ..ALLOWED };
    journey.press("Use it on this device");
    assert!(rely(&mut journey).contains("Not chosen. They may come some minutes late"));
    journey.press("More").press("Settings").press("To the minute");
    assert!(rely(&mut journey).contains("Allowed, as you chose"), "{}", journey.text());
    journey.notified.exact = false;
    rely(&mut journey);
    assert!(rely(&mut journey).contains("but the device does not allow it"), "{}", journey.text());
}

#[test]
fn a_browser_warns_and_a_device_that_cannot_says_so() {
    let abilities = Abilities { notifications: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Web, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.notified = ALLOWED;
    journey.press("Use it on this device");
    let text = rely(&mut journey);
    assert!(text.contains("A browser cannot be relied on for reminders"), "{text}");
    assert!(text.contains("Yes, all the time"), "{text}");
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    let text = rely(&mut journey);
    assert!(text.contains("This device cannot show them by itself"), "{text}");
    assert!(!text.contains("Send a test"), "{text}");
}

#[test]
fn a_phone_that_saves_its_battery_on_this_app_is_warned_of() {
    let mut journey = person();
    journey.notified = Notified { battery: Battery::Unrestricted, ..ALLOWED };
    let text = rely(&mut journey);
    assert!(text.contains("Battery: This app may run without limits"), "{text}");
    assert!(!text.contains("This device may stop your reminders"), "{text}");
    journey.notified.battery = Battery::Restricted;
    let text = rely(&mut journey);
    assert!(text.contains("Battery: This device may stop this app to save its battery"), "{text}");
    assert!(text.contains("! Warning: This device may stop your reminders"), "{text}");
    assert!(text.contains("let it use the battery without limits"), "{text}");
    // What is not known is not said.
    journey.notified.battery = Battery::Unknown;
    assert!(!rely(&mut journey).contains("Battery:"), "{}", journey.text());
}

#[test]
fn when_one_was_last_shown_is_said_though_nobody_pressed_it() {
    let mut journey = person();
    journey.notified = Notified { last_said: Some(MORNING - 12 * 60_000), ..ALLOWED };
    let text = rely(&mut journey);
    assert!(text.contains("When one last came: This device showed one: Today, 7:30"), "{text}");
    assert!(!text.contains("When you last pressed on one"), "{text}");
    journey.press("Send a test now");
    let open = shown(&journey)[0].open.clone();
    journey.notified.last_said = Some(MORNING);
    journey.send(Event::Press(open));
    let text = rely(&mut journey);
    assert!(text.contains("showed one: Today, 7:42"), "{text}");
    assert!(text.contains("When you last pressed on one: Today, 7:42"), "{text}");
}
