use record::api::{AccountRole, CalendarMade, CalendarTimes, Me, ProblemCode, Secret, paths};

use super::{ALLOWED, person, phone, remind};
use crate::effects::network::{Method, NetworkOutput};
use crate::event::Event;
use crate::messages::fixture::{account, answer, become_rosa};
use crate::messages::served::{Asked, done, posted, served};
use crate::testing::{Journey, MORNING};

fn file(journey: &mut Journey) -> String {
    journey.press("More").press("Reminders").press("Can I rely on these?");
    journey.press("Save as a calendar file");
    let file = journey.files.last().unwrap();
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("reminders.ics", "text/calendar"));
    String::from_utf8(file.content.clone()).unwrap()
}

/// The values of a property, in the order of the file, read as RFC 5545 says: lines
/// end with CRLF, and one that begins with a blank goes on.
fn all(file: &str, property: &str) -> Vec<String> {
    let whole = file.replace("\r\n ", "");
    let of_it = |line: &str| Some(line.strip_prefix(property)?.strip_prefix(':')?.to_owned());
    whole.split("\r\n").filter_map(of_it).collect()
}

#[test]
fn a_calendar_has_the_times_of_three_months_and_never_says_of_what() {
    let mut journey = person();
    remind(&mut journey, "Chemotherapy tablets", &["8:00"], &[("On a locked screen", "shown")]);
    let file = file(&mut journey);
    assert!(journey.text().contains("Your calendar file was saved"), "{}", journey.text());
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"), "{file}");
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains('\n'));
    assert!(!file.contains("Chemo") && !file.to_lowercase().contains("tablet"), "{file}");
    let starts = all(&file, "DTSTART");
    assert_eq!(starts.len(), 92);
    // By the clock wherever the calendar is: no zone, and no Z.
    assert_eq!(starts[..2], ["20261122T080000", "20261123T080000"]);
    for property in ["UID", "DTSTAMP", "SUMMARY", "TRIGGER"] {
        assert_eq!(all(&file, property).len(), 92, "{property}");
    }
}

#[test]
fn what_is_pinned_keeps_its_own_clock_over_a_change_of_it() {
    let mut journey = person();
    remind(&mut journey, "Dialysis", &["8:00"], &[("When you travel", "pinned")]);
    journey.zone = "America/New_York".into();
    // To the last days of London's winter: eight there is seven by UTC from the 28th.
    journey.later(60 * 24 * 100);
    let starts = all(&file(&mut journey), "DTSTART");
    let on = |day: &str| starts.iter().find(|at| at.starts_with(day)).unwrap().as_str();
    assert_eq!(on("20270327"), "20270327T080000Z");
    assert_eq!(on("20270328"), "20270328T070000Z");
}

#[test]
fn a_newer_file_calls_the_same_time_the_same() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00", "20:00"], &[]);
    let (first, second) = (all(&file(&mut journey), "UID"), all(&file(&mut journey), "UID"));
    assert_eq!(first, second);
    let mut names = first.clone();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), first.len(), "each has its own");
    journey.later(60 * 24);
    assert_eq!(all(&file(&mut journey), "UID")[0], first[2]);
}

#[test]
fn where_nothing_comes_there_is_no_file_and_the_page_says_so() {
    let mut journey = person();
    journey.press("More").press("Reminders").press("Can I rely on these?");
    journey.press("Save as a calendar file");
    assert!(journey.files.is_empty());
    assert!(journey.text().contains("Nothing is waiting on this device"), "{}", journey.text());
}

const ADDRESS: &str = "https://care.example/calendar/0a0b.ics";

/// Rosa, who is signed in, and what the server was asked.
fn rosa(says: impl Fn(&str) -> Option<NetworkOutput> + 'static) -> (Journey, Asked) {
    let (mut journey, asked) = served(Journey::launched(phone(false)), move |operation| {
        let said = says(&operation.path);
        let made = CalendarMade { address: Secret::new(ADDRESS), made: 7 };
        match (operation.method, operation.path.as_str()) {
            _ if said.is_some() => said.unwrap(),
            (Method::Post, paths::CALENDAR) => answer(201, &made),
            _ => done(),
        }
    });
    journey.notified = ALLOWED;
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    (journey, asked)
}

fn rely(journey: &mut Journey) -> String {
    journey.press("More").press("Reminders").press("Can I rely on these?");
    journey.text()
}

fn told(asked: &Asked) -> Vec<CalendarTimes> {
    posted(asked, paths::CALENDAR_TIMES)
}

#[test]
fn a_calendar_follows_the_times_and_is_never_told_of_what() {
    let (mut journey, asked) = rosa(|_| None);
    remind(&mut journey, "Chemotherapy tablets", &["8:00"], &[]);
    remind(&mut journey, "Dialysis", &["9:00"], &[("When you travel", "pinned")]);
    let text = rely(&mut journey);
    for said in ["at which times something is due, but not what", "hours later", "a fallback"] {
        assert!(text.contains(said), "{text}");
    }
    assert!(told(&asked).is_empty() && !text.contains(ADDRESS), "nobody chose it");
    journey.press("Make an address that your calendar can follow");
    assert!(journey.text().contains(ADDRESS), "{}", journey.text());
    let times = told(&asked).pop().unwrap();
    // Eight by the clock wherever the calendar is; nine in London as a moment.
    let eight = MORNING / 1000 + 18 * 60;
    assert_eq!((times.floating.len(), times.floating[0].at), (92, eight));
    assert_eq!((times.moments.len(), times.moments[0].at), (92, eight + 3600));
    for (_, path, body) in asked.lock().unwrap().iter() {
        let body = String::from_utf8_lossy(body).to_lowercase();
        assert!(!body.contains("chemo") && !body.contains("dialysis"), "{path}: {body}");
    }
    // What is done is there no more, and what has not changed is not told again.
    let telling = super::armed(&journey).unwrap()[0].notification.clone();
    let done = telling.actions.iter().find(|action| action.label == "Done").unwrap();
    journey.send(Event::Press(done.action.clone()));
    let after = told(&asked).pop().unwrap();
    assert!(after.floating.iter().all(|sign| sign.name != times.floating[0].name));
    let count = told(&asked).len();
    journey.later(0);
    assert_eq!(told(&asked).len(), count);
    // One press, and it is over.
    rely(&mut journey);
    journey.press("Stop: the address serves no longer");
    let text = journey.text();
    assert!(text.contains("No calendar follows your times any more"), "{text}");
    assert!(!text.contains(ADDRESS), "{text}");
    let ended = |(method, path, _): &(Method, String, Vec<u8>)| {
        *method == Method::Delete && path == paths::CALENDAR
    };
    assert!(asked.lock().unwrap().iter().any(ended));
    remind(&mut journey, "Stretch", &["20:00"], &[]);
    assert_eq!(told(&asked).len(), count);
}

#[test]
fn another_device_of_the_account_tells_too_and_knows_no_address() {
    let (mut journey, asked) = rosa(|path| {
        let me =
            Me { account: account(AccountRole::Person), records: Vec::new(), calendar: Some(7) };
        (path == paths::ME).then(|| answer(200, &me))
    });
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    journey.later(20);
    assert!(!told(&asked).is_empty());
    let text = rely(&mut journey);
    assert!(text.contains("shown only on the device that made it"), "{text}");
    assert!(
        text.contains("Stop: the address serves no longer") && !text.contains(ADDRESS),
        "{text}"
    );
}

#[test]
fn an_address_that_was_stopped_elsewhere_is_not_said_to_serve() {
    let (mut journey, asked) = rosa(|path| {
        let gone = || answer(404, &record::api::Problem::from(ProblemCode::CalendarUnknown));
        (path == paths::CALENDAR_TIMES).then(gone)
    });
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    rely(&mut journey);
    journey.press("Make an address that your calendar can follow");
    let text = rely(&mut journey);
    assert!(!text.contains(ADDRESS), "{text}");
    assert!(text.contains("Make an address that your calendar can follow"), "{text}");
    assert_eq!(told(&asked).len(), 1, "it is not told for ever");
}

#[test]
fn a_calendar_that_follows_needs_an_account_and_a_network() {
    let mut journey = person();
    let text = rely(&mut journey);
    assert!(text.contains("With an account, you can make an address"), "{text}");
    assert!(!text.contains("Make an address that"), "{text}");
    let (mut journey, _) =
        rosa(|path| (path == paths::CALENDAR).then_some(NetworkOutput::Unreachable));
    rely(&mut journey);
    journey.press("Make an address that your calendar can follow");
    let text = journey.text();
    assert!(text.contains("Try again when you have a network"), "{text}");
    assert!(text.contains("Make an address that your calendar can follow"), "{text}");
}
