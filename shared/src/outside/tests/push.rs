use record::api::{NewPush, ProblemCode, PushKey, Signs, paths};

use super::{ALLOWED, remind};
use crate::effects::network::{Method, NetworkOutput};
use crate::effects::platform::{Notified, Notifying, PlatformOperation, Push, Subscribed};
use crate::event::{Abilities, Launch, Platform};
use crate::messages::fixture::{answer, become_rosa};
use crate::messages::served::{Asked, done, posted, served};
use crate::testing::{Journey, MORNING};

const ADDRESS: &str = "https://push.example/rosa";

fn browser(says: impl Fn(&str) -> Option<NetworkOutput> + 'static) -> (Journey, Asked) {
    let abilities = Abilities { notifications: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Web, ..Launch::default() };
    let (mut journey, asked) = served(Journey::launched(launch), move |operation| {
        if let Some(said) = says(&operation.path) {
            return said;
        }
        match (operation.method, operation.path.as_str()) {
            (Method::Get, paths::PUSH) => answer(200, &PushKey { key: "BNcRdr".into() }),
            _ => done(),
        }
    });
    journey.notified = ALLOWED;
    journey.subscribed = Subscribed::Here(ADDRESS.into());
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    (journey, asked)
}

fn turn(journey: &mut Journey, label: &str) -> String {
    journey.press("More").press("Reminders").press("Can I rely on these?").press(label);
    journey.text()
}

fn pushes(journey: &Journey) -> Vec<&Push> {
    let asked = journey.asked.iter();
    let push = asked.filter_map(|asked| match asked {
        PlatformOperation::Push(push) => Some(push),
        _ => None,
    });
    push.collect()
}

#[test]
fn the_server_is_told_when_a_closed_browser_is_to_be_woken_and_never_what_for() {
    let (mut journey, asked) = browser(|_| None);
    remind(&mut journey, "Chemotherapy tablets", &["8:00"], &[]);
    assert!(posted::<Signs>(&asked, paths::SIGNS).is_empty(), "nobody chose it");
    let text = turn(&mut journey, "Wake this browser");
    assert!(text.contains("This browser is woken when it is time"), "{text}");
    assert!(text.contains("For times that matter, use another alarm"), "{text}");
    let new: Vec<NewPush> = posted(&asked, paths::PUSH);
    assert_eq!(new, [NewPush { endpoint: ADDRESS.into() }]);
    let [Push::Subscribe(asks)] = pushes(&journey)[..] else { panic!("{:?}", journey.asked) };
    assert_eq!((asks.key.as_str(), asks.title.as_str()), ("BNcRdr", "What Matters"));
    assert_eq!(asks.text, "Something is waiting for you in the app");
    let told: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    assert_eq!(told.signs[0].at, MORNING / 1000 + 18 * 60);
    for (_, path, body) in asked.lock().unwrap().iter() {
        let body = String::from_utf8_lossy(body).to_lowercase();
        assert!(!body.contains("chemo") && !body.contains("reminder"), "{path}: {body}");
    }
    // Done: the account's other devices need no sign of it either.
    journey.later(30);
    journey.press("Today").press("Chemotherapy tablets").press("Done");
    let after: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    assert!(after.over.contains(&told.signs[0].name), "{after:?}");
    assert!(after.signs.iter().all(|sign| sign.name != told.signs[0].name));
    let count = posted::<Signs>(&asked, paths::SIGNS).len();
    journey.later(0);
    assert_eq!(posted::<Signs>(&asked, paths::SIGNS).len(), count, "nothing has changed");
}

#[test]
fn carekit_567_two_devices_call_the_same_time_the_same() {
    let (mut journey, asked) = browser(|_| None);
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    turn(&mut journey, "Wake this browser");
    let here: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    // On another one the record has another number.
    journey.act(|cx| {
        cx.open.holdings[0].index = 7;
        crux_core::Command::done()
    });
    journey.later(1);
    let there: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    assert_eq!(here.signs[0].name, there.signs[0].name);
    assert_ne!(here.signs[0].name, here.signs[1].name);
}

#[test]
fn quiet_hours_and_messages_are_the_servers_to_know_as_times_alone() {
    let (mut journey, asked) = browser(|_| None);
    turn(&mut journey, "Wake this browser");
    journey.press("More").press("Settings").press("Set quiet hours");
    journey.type_in("From", "22:00").type_in("Until", "7:00").press("Save");
    let told: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    assert_eq!(told.quiet, Some((22 * 60, 7 * 60)), "London is at UTC in November");
    journey.zone = "America/New_York".into();
    journey.later(1);
    let told: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    assert_eq!(told.quiet, Some((3 * 60, 12 * 60)));
}

#[test]
fn it_is_turned_off_with_one_press_and_goes_with_the_session() {
    let (mut journey, asked) = browser(|_| None);
    turn(&mut journey, "Wake this browser");
    let text = turn(&mut journey, "Only while the app is open");
    assert!(text.contains("Reminders come only while the app is open"), "{text}");
    let deleted = |asked: &Asked, path: &str| {
        let asked = asked.lock().unwrap();
        asked.iter().any(|(method, to, _)| *method == Method::Delete && to == path)
    };
    assert!(deleted(&asked, paths::PUSH));
    assert_eq!(pushes(&journey).last(), Some(&&Push::Leave));
    turn(&mut journey, "Wake this browser");
    journey.press("More").press("Settings").press("Sign out").press("Sign out");
    assert!(deleted(&asked, paths::SESSIONS));
    assert_eq!(pushes(&journey).last(), Some(&&Push::Leave));
}

#[test]
fn what_cannot_be_says_why_and_what_to_do() {
    let (mut journey, _) = browser(|_| None);
    journey.notified = Notified::new(Notifying::Denied);
    let text = turn(&mut journey, "Wake this browser");
    assert!(text.contains("Allow them in this device's own settings"), "{text}");
    let (mut journey, _) = browser(|_| None);
    journey.subscribed = Subscribed::Nowhere;
    let text = turn(&mut journey, "Wake this browser");
    assert!(text.contains("This browser cannot be woken by the server"), "{text}");
    let (mut journey, _) =
        browser(|path| (path == paths::PUSH).then_some(NetworkOutput::Unreachable));
    let text = turn(&mut journey, "Wake this browser");
    assert!(text.contains("Try again when you have a network"), "{text}");
    // The push service let go of it, and of what was asked for anew.
    let gone = || answer(404, &record::api::Problem::from(ProblemCode::PushUnknown));
    let (mut journey, _) = browser(move |path| (path == paths::SIGNS).then(gone));
    turn(&mut journey, "Wake this browser");
    journey.press("More").press("Reminders").press("Can I rely on these?");
    assert!(journey.text().contains("Yes, all the time"), "{}", journey.text());
}

#[test]
fn a_subscription_that_the_push_service_let_go_of_is_made_anew_without_a_word() {
    use std::sync::{Arc, Mutex};

    let gone = Arc::new(Mutex::new(false));
    let says = gone.clone();
    let (mut journey, asked) = browser(move |path| {
        let gone = path == paths::SIGNS && std::mem::take(&mut *says.lock().unwrap());
        gone.then(|| answer(404, &record::api::Problem::from(ProblemCode::PushUnknown)))
    });
    turn(&mut journey, "Wake this browser");
    *gone.lock().unwrap() = true;
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    assert_eq!(posted::<NewPush>(&asked, paths::PUSH).len(), 2);
    let told: Signs = posted(&asked, paths::SIGNS).pop().unwrap();
    assert!(!told.signs.is_empty(), "and told when");
    assert!(!journey.text().contains("is woken"), "{}", journey.text());
}
