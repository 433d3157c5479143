//! Telling a carer, on both ends: what the server hears, and what the carer reads.

use record::api::{Tells, paths};
use record::kinds::{Share, Tell, Told};
use record::{Scope, Scopes, Writer};

use crate::event::{Abilities, Event, Launch};
use crate::holding::RecordSide;
use crate::messages::fixture::{CARER, TABLET, become_rosa, came, with};
use crate::messages::served::{Asked, done, posted, served};
use crate::testing::{Journey, MORNING};

const NOW: i64 = MORNING / 1000;

/// Rosa, who shares her readings with Joan.
fn rosa() -> (Journey, Asked) {
    let (mut journey, asked) = served(Journey::default(), |_| done());
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    with(&mut journey, |holding| {
        let share = Share {
            member: CARER,
            see: Scopes::of(&[Scope::Health]),
            add: Scopes::NONE,
            until: None,
            name: "Joan".into(),
        };
        came(holding, TABLET, 1, &share, MORNING - 86_400_000);
    });
    (journey, asked)
}

fn remind(journey: &mut Journey, words: &str, at: &str) {
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", words).type_in("At which time?", at).press("Save");
}

fn let_joan_know(journey: &mut Journey, what: &str) {
    journey.press("More").press("Reminders").press("Let somebody know");
    journey.press("Choose somebody").choose("What shall they hear of?", &[what]);
    journey.choose("Who?", &["2"]).press("Save");
}

fn last(asked: &Asked) -> Tells {
    posted(asked, paths::TELLS).pop().expect("the server was told")
}

#[test]
fn the_server_is_told_when_and_never_what() {
    let (mut journey, asked) = rosa();
    remind(&mut journey, "Breathing exercises", "8:00");
    assert!(posted::<Tells>(&asked, paths::TELLS).is_empty(), "nothing without consent");
    let_joan_know(&mut journey, "r.2.1");
    insta::assert_snapshot!("list", journey.text());
    let told = last(&asked);
    let eight = NOW + 18 * 60;
    let times: Vec<i64> = told.tells.iter().map(|tell| tell.at).collect();
    let days: Vec<i64> = (0..7).map(|day| eight + 3600 + day * 86_400).collect();
    assert_eq!(times, days, "an hour after its time, for a week");
    assert!(told.tells.iter().all(|tell| tell.to == CARER));
    for (_, path, body) in asked.lock().unwrap().iter() {
        let body = String::from_utf8_lossy(body).to_lowercase();
        assert!(!body.contains("breath") && !body.contains("remind"), "{path}: {body}");
    }
}

#[test]
fn what_is_answered_is_taken_back_and_nothing_is_said_twice() {
    let (mut journey, asked) = rosa();
    remind(&mut journey, "Breathing exercises", "8:00");
    let_joan_know(&mut journey, "r.2.1");
    let before = last(&asked);
    let count = posted::<Tells>(&asked, paths::TELLS).len();
    journey.later(1);
    assert_eq!(posted::<Tells>(&asked, paths::TELLS).len(), count, "nothing has changed");
    journey.later(30);
    journey.press("Today").press("Breathing exercises").press("Done");
    let after = last(&asked);
    assert_eq!(after.over, [before.tells[0].name]);
    assert!(after.tells.iter().all(|tell| tell.name != before.tells[0].name));
}

#[test]
fn a_time_that_has_just_come_stays_named_so_that_a_fast_clock_takes_nothing_back() {
    let (mut journey, asked) = rosa();
    remind(&mut journey, "Breathing exercises", "8:00");
    let_joan_know(&mut journey, "r.2.1");
    let first = last(&asked).tells[0];
    journey.later(18 + 60 + 5);
    assert!(last(&asked).tells.contains(&first));
    assert!(last(&asked).over.is_empty());
}

#[test]
fn it_is_stopped_with_one_press_and_ends_with_the_carers_consent() {
    let (mut journey, asked) = rosa();
    remind(&mut journey, "Breathing exercises", "8:00");
    let_joan_know(&mut journey, "r.2.1");
    assert!(!last(&asked).tells.is_empty());
    journey.press("Stop");
    assert!(last(&asked).tells.is_empty());
    assert!(!journey.text().contains("Joan: Breathing"), "{}", journey.text());
    let_joan_know(&mut journey, "r.2.1");
    assert!(!last(&asked).tells.is_empty());
    journey.press("More").press("Who can see what").press("Stop sharing with Joan");
    journey.press("Stop sharing with Joan");
    assert!(last(&asked).tells.is_empty());
    journey.press("More").press("Reminders").press("Let somebody know");
    assert!(journey.text().contains("nothing is shared with them any more"), "{}", journey.text());
}

#[test]
fn a_bad_day_is_told_once_to_whom_the_person_chose_and_to_nobody_else() {
    let (mut journey, asked) = rosa();
    journey.press("Today").press("Today is a bad day");
    assert!(posted::<Tells>(&asked, paths::TELLS).is_empty());
    assert!(journey.text().contains("The app tells nobody"), "{}", journey.text());
    journey.press("Back to my usual day");
    let_joan_know(&mut journey, "b");
    assert!(last(&asked).tells.is_empty(), "today is none");
    journey.press("Today").press("Today is a bad day");
    let text = journey.text();
    assert!(text.contains("The people you chose are told that you may like to hear from them, once this device has a network"), "{text}");
    let told: Vec<Tells> = posted(&asked, paths::TELLS);
    let said: Vec<_> = told.iter().flat_map(|tells| &tells.tells).collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!((said[0].at - NOW).abs() < 60);
    journey.later(5);
    let count =
        posted::<Tells>(&asked, paths::TELLS).iter().filter(|t| !t.tells.is_empty()).count();
    assert_eq!(count, 1, "once a day");
}

#[test]
fn on_a_bad_day_nobody_hears_that_something_was_missed() {
    let (mut journey, asked) = rosa();
    remind(&mut journey, "Breathing exercises", "8:00");
    let_joan_know(&mut journey, "r.2.1");
    let before = last(&asked);
    journey.press("Today").press("Today is a bad day");
    let after = last(&asked);
    assert_eq!(after.over, [before.tells[0].name], "this day's is taken back");
    assert_eq!(after.tells, before.tells[1..], "and tomorrow's stays");
}

#[test]
fn the_person_sees_that_somebody_was_told() {
    let (mut journey, _) = rosa();
    with(&mut journey, |holding| {
        let told = Told { member: CARER, who: "Joan".into() };
        came(holding, Writer::SERVER, 1, &told, MORNING - 600_000);
    });
    journey.press("More").press("Reminders").press("Let somebody know");
    let text = journey.text();
    assert!(text.contains("Joan was told") && text.contains("Today, 7:32"), "{text}");
    journey.press("More").press("Who can see what");
    assert!(journey.text().contains("Joan was told"), "{}", journey.text());
}

#[test]
fn nothing_can_be_kept_without_whom_and_what() {
    let (mut journey, _) = rosa();
    journey.press("More").press("Reminders").press("Let somebody know");
    journey.press("Choose somebody").press("Save");
    let text = journey.text();
    assert!(text.contains("Choose what they shall hear of"), "{text}");
    assert!(text.contains("Choose who shall hear of it"), "{text}");
    journey.holding(|holding| assert_eq!(holding.record.current::<Tell>().count(), 0));
}

/// Joan's device, that was given a sign.
fn joan(journey: &mut Journey) {
    with(journey, |holding| {
        holding.about.side = RecordSide::Carer;
        holding.about.signs = vec![NOW];
    });
    journey.press("Today");
}

#[test]
fn a_carer_reads_what_is_shared_with_them_and_never_that_somebody_watches() {
    let (mut journey, _) = rosa();
    joan(&mut journey);
    let text = journey.text();
    assert!(text.contains("Rosa wanted you to know"), "{text}");
    assert!(text.contains("This app does not know which"), "{text}");
    let (mut journey, _) = rosa();
    remind(&mut journey, "Breathing exercises", "7:30");
    joan(&mut journey);
    let text = journey.text();
    assert!(text.contains("Rosa has not answered a reminder that matters"), "{text}");
    assert!(text.contains("Breathing exercises, 7:30"), "{text}");
    assert!(text.contains("You may want to get in touch."), "{text}");
    for word in ["monitor", "watch", "alarm", "emergency"] {
        assert!(!text.to_lowercase().contains(word), "{word}: {text}");
    }
    // Answered since, on the person's device: nothing is left to say.
    with(&mut journey, |holding| holding.about.signs.clear());
    assert!(!journey.text().contains("has not answered"));
}

#[test]
fn outside_the_app_a_carer_reads_neither_who_nor_what() {
    use crate::effects::platform::{Notifications, Notified, Notifying, PlatformOperation};

    let abilities = Abilities { notifications: true, ..Abilities::default() };
    let launch = Launch { abilities, ..Launch::default() };
    let (mut journey, _) = served(Journey::launched(launch), |_| done());
    journey.notified = Notified::new(Notifying::Allowed);
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    journey.send(Event::Left);
    joan(&mut journey);
    journey.send(Event::Background);
    journey.send(Event::Background);
    let shown: Vec<_> = journey
        .asked
        .iter()
        .filter_map(|asked| match asked {
            PlatformOperation::Notifications(Notifications::Show(shown)) => Some(shown),
            _ => None,
        })
        .collect();
    let [shown] = shown[..] else { panic!("{shown:?}") };
    assert_eq!(shown.text, "Somebody you help wanted you to know something");
    assert!(!shown.title.contains("Rosa"));
}
