use record::kinds::{DiaryNote, Dose};

use crate::effects::platform::{Notifications, Notified, Notifying, PlatformOperation, Telling};
use crate::event::{Abilities, Event, Launch, Platform};
use crate::testing::Journey;

fn person() -> Journey {
    let abilities = Abilities { notifications: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Ios, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.notified = Notified::new(Notifying::Allowed);
    journey.press("Use it on this device");
    journey
}

fn remind(journey: &mut Journey, words: &str, important: &str) {
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", words).type_in("At which time?", "8:00");
    journey.choose("In quiet hours and on bad days", &[important]);
    journey.choose("On a locked screen", &["shown"]).press("Save");
}

fn medicine(journey: &mut Journey, name: &str, at: &str) {
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", name).press("Save and set its times");
    journey.type_in("First time", at).choose("On a locked screen", &["shown"]).press("Save");
}

fn told(journey: &Journey, date: &str) -> Vec<String> {
    let all = journey.asked.iter().rev().find_map(|asked| match asked {
        PlatformOperation::Notifications(Notifications::Arm(tellings)) => Some(tellings),
        _ => None,
    });
    let text = |one: &Telling| one.notification.text.clone();
    all.unwrap().iter().filter(|one| one.date == date).map(text).collect()
}

fn full() -> Journey {
    let mut journey = person();
    medicine(&mut journey, "Metformin", "8:00");
    medicine(&mut journey, "Ramipril", "8:00");
    remind(&mut journey, "Stretch", "wait");
    remind(&mut journey, "Dialysis", "always");
    journey.press("Today");
    journey
}

#[test]
fn one_press_leaves_three_big_buttons_and_no_numbers() {
    let mut journey = full();
    journey.press("Today is a bad day");
    insta::assert_snapshot!("bad_day", journey.text());
    assert_eq!(journey.page().name, "today");
    journey.press("I took my medicines");
    assert_eq!(journey.holding(|holding| holding.record.current::<Dose>().count()), 2);
    assert!(journey.text().contains("None to take right now"), "{}", journey.text());
    journey.press("I’m all right for now");
    let notes: Vec<String> = journey.holding(|holding| {
        holding.record.current::<DiaryNote>().map(|entry| entry.value.text).collect()
    });
    assert_eq!(notes, ["A bad day. All right for now."]);
    journey.press("I need help");
    assert_eq!(journey.page().name, "help");
}

#[test]
fn whoever_helps_is_shown_about_me_on_a_bad_day_too() {
    let mut journey = full();
    journey.press("More").press("About me");
    journey.press("Please do").type_in("Please do", "Speak slowly").press("Save");
    journey.press("Today").press("Today is a bad day");
    journey.press("Show “About me” to whoever helps");
    assert_eq!(journey.page().name, "about_me.sheet");
    assert!(journey.text().contains("Speak slowly"), "{}", journey.text());
}

#[test]
fn it_is_quiet_about_all_but_medicines_and_what_matters_for_that_day() {
    let mut journey = full();
    let usual = told(&journey, "2026-11-22");
    assert_eq!(usual.len(), 4);
    journey.press("Today is a bad day");
    let mut today = told(&journey, "2026-11-22");
    today.sort();
    assert_eq!(today, ["Dialysis", "Metformin", "Ramipril"]);
    assert_eq!(told(&journey, "2026-11-23").len(), 4, "quiet ends by itself");
    let text = journey.text();
    assert!(text.contains("Dialysis") && !text.contains("Stretch"), "{text}");
    journey.press("Back to my usual day");
    assert_eq!(told(&journey, "2026-11-22"), usual);
}

#[test]
fn uhabits_88_the_way_back_is_one_press_and_asks_for_no_catching_up() {
    let mut journey = full();
    journey.press("Today is a bad day");
    // Kept, whatever becomes of the app.
    assert!(journey.restarted().text().contains("I need help"));
    journey.ms += 24 * 3_600_000;
    journey.send(Event::Resume);
    let text = journey.text();
    assert!(text.contains("Is today a bad day too?"), "{text}");
    assert_eq!(told(&journey, "2026-11-23").len(), 4);
    journey.press("Yes, today too");
    assert_eq!(told(&journey, "2026-11-23").len(), 3);
    assert!(!journey.text().contains("Is today a bad day too?"), "{}", journey.text());
    journey.press("Back to my usual day");
    let text = journey.text();
    assert!(text.contains("There is nothing to catch up on"), "{text}");
    assert!(text.contains("Today is a bad day"), "{text}");
    for word in ["missed", "overdue", "streak", "2026-11-22", "Yesterday", "failed"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn medicines_of_two_parts_of_the_day_are_each_looked_at() {
    let mut journey = person();
    medicine(&mut journey, "Metformin", "8:00");
    medicine(&mut journey, "Ramipril", "12:00");
    journey.later(5 * 60);
    journey.press("Today").press("Today is a bad day");
    let text = journey.text();
    assert!(!text.contains("I took my medicines"), "{text}");
    journey.press("Metformin");
    assert_eq!(journey.page().name, "medicines.dose");
}

#[test]
fn who_has_no_medicines_is_not_asked_about_any() {
    let mut journey = person();
    journey.press("Today is a bad day");
    let text = journey.text();
    assert!(!text.contains("I took my medicines"), "{text}");
    journey.press("Write a note");
    assert_eq!(journey.page().name, "diary.write");
}
