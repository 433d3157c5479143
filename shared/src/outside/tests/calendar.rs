use super::{person, remind};
use crate::testing::Journey;

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
