mod bad_input;
mod clock;
mod needed;
mod pains;
mod stock;
mod taking;
mod two_devices;

use record::EntryId;
use record::kinds::{Allergy, Dose, Medicine, What};

use crate::effects::platform::{Notifications, Notified, Notifying, PlatformOperation, Telling};
use crate::event::{Abilities, Launch, Platform};
use crate::screen::Action;
use crate::testing::Journey;

pub(super) fn launch() -> Launch {
    let abilities = Abilities { notifications: true, unlock: true, ..Abilities::default() };
    Launch { abilities, platform: Platform::Android, ..Launch::default() }
}

/// 7:42 on a Sunday in London.
pub(super) fn person() -> Journey {
    let mut journey = Journey::launched(launch());
    journey.notified = Notified::new(Notifying::Allowed);
    journey.press("Use it on this device");
    journey
}

pub(super) fn medicines(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Medicines")
}

/// Begins a medicine of so many tablets, and stands on the form of its times.
pub(super) fn add(journey: &mut Journey, name: &str, tablets: &str) {
    medicines(journey).press("Add a medicine");
    journey.type_in("What is it called?", name);
    if !tablets.is_empty() {
        journey.type_in("How much at a time, as a number", tablets);
        journey.choose("A number of what?", &["2"]);
    }
    journey.press("Save and set its times");
    assert_eq!(journey.page().name, "medicines.times", "{}", journey.text());
}

/// A medicine to be taken every day at these times.
pub(super) fn daily(journey: &mut Journey, name: &str, times: &[&str]) {
    add(journey, name, "1");
    let labels = ["First time", "Time 2", "Time 3", "Time 4"];
    for (label, time) in labels.iter().zip(times) {
        journey.type_in(label, time);
    }
    journey.press("Save");
    assert_eq!(journey.page().name, "medicines", "{}", journey.text());
}

pub(super) fn today(journey: &mut Journey) -> String {
    journey.press("Today");
    journey.text()
}

pub(super) fn doses(journey: &Journey) -> Vec<What> {
    journey
        .holding(|holding| holding.record.current::<Dose>().map(|entry| entry.value.what).collect())
}

pub(super) fn only_dose(journey: &Journey) -> record::state::Entry<Dose> {
    journey.holding(|holding| {
        let mut all = holding.record.current::<Dose>();
        let only = all.next().unwrap();
        assert!(all.next().is_none());
        only
    })
}

pub(super) fn medicine(journey: &Journey) -> (EntryId, Medicine) {
    journey.holding(|holding| {
        let entry = holding.record.current::<Medicine>().next_back().unwrap();
        (entry.id, entry.value)
    })
}

pub(super) fn armed(journey: &Journey) -> Vec<Telling> {
    let last = journey.asked.iter().rev().find_map(|asked| match asked {
        PlatformOperation::Notifications(Notifications::Arm(tellings)) => Some(tellings.clone()),
        _ => None,
    });
    last.unwrap_or_default()
}

pub(super) fn action(telling: &Telling, label: &str) -> Action {
    let actions = &telling.notification.actions;
    actions.iter().find(|action| action.label == label).unwrap().action.clone()
}

#[test]
fn a_medicine_is_found_by_typing_and_everything_about_it_is_kept() {
    let mut journey = person();
    medicines(&mut journey);
    insta::assert_snapshot!("none", journey.text());
    journey.press("Add a medicine").type_in("What is it called?", "metf");
    insta::assert_snapshot!("form", journey.text());
    journey.choose("What is it called?", &["Metformin"]);
    assert!(journey.text().contains("? What is it called? = Metformin"), "{}", journey.text());
    journey.type_in("Strength", "500 mg").choose("What does it come as?", &["1"]);
    journey.type_in("How much at a time, in your own words", "one with breakfast and supper");
    journey.type_in("How much at a time, as a number", "1").choose("A number of what?", &["2"]);
    journey.type_in("Why do you take it?", "Type 2 diabetes");
    journey.type_in("How do you take it?", "With food");
    journey.type_in("Who prescribed it?", "Dr Reid");
    journey.date("Since when?", "1", "3", "2024").press("Save and set its times");
    insta::assert_snapshot!("times", journey.text());
    journey.type_in("First time", "8:00").type_in("Time 2", "18:00").press("Save");
    insta::assert_snapshot!("list", journey.text());
    journey.press("Metformin 500 mg");
    insta::assert_snapshot!("one", journey.text());
    journey.press("Change").type_in("How do you take it?", "After food").press("Save");
    assert!(journey.text().contains("How: After food"), "{}", journey.text());
    // The times that it had, and all else, stand.
    assert!(journey.text().contains("Every day at 8:00 and 18:00"), "{}", journey.text());
    journey.press("History, or cross it out");
    assert!(journey.text().contains("With food"), "{}", journey.text());
}

#[test]
fn a_name_of_ones_own_is_kept_as_written() {
    let mut journey = person();
    add(&mut journey, "The little blue ones", "");
    journey.choose("How often?", &["none"]).press("Save");
    let text = journey.text();
    assert!(text.contains("<The little blue ones>"), "{text}");
    let (_, kept) = medicine(&journey);
    assert_eq!((kept.dose, kept.rule), (None, None));
}

#[test]
fn allergies_are_written_down_first_of_all_and_can_be_corrected() {
    let mut journey = person();
    medicines(&mut journey).press("Add an allergy or bad reaction").press("Save");
    let text = journey.text();
    assert!(text.contains("Write what it is a reaction to"), "{text}");
    assert!(text.contains("“Not sure” is an answer too"), "{text}");
    journey.type_in("To what?", "Penicilin").choose("What sort of reaction is it?", &["1"]);
    journey.type_in("What happens?", "A rash").press("Save");
    journey.press("Penicilin").press("Correct").type_in("To what?", "Penicillin").press("Save");
    insta::assert_snapshot!("allergy", journey.text());
    let all = journey.holding(|holding| holding.record.current::<Allergy>().count());
    assert_eq!(all, 1);
}

#[test]
fn what_is_stopped_asks_no_more_and_says_why() {
    let mut journey = person();
    daily(&mut journey, "Ramipril", &["20:00"]);
    assert!(today(&mut journey).contains("Ramipril"));
    medicines(&mut journey).press("Ramipril").press("I no longer take it");
    journey.date("What was the last day?", "21", "11", "2026");
    journey.type_in("Why was it stopped?", "A dry cough").press("Save");
    assert!(journey.text().contains("Why it was stopped: A dry cough"), "{}", journey.text());
    assert!(!today(&mut journey).contains("Ramipril"), "{}", journey.text());
    assert!(armed(&journey).is_empty());
    medicines(&mut journey);
    assert!(journey.text().contains("## No longer taken"), "{}", journey.text());
    journey.press("Ramipril").press("I take it again");
    assert!(today(&mut journey).contains("Ramipril"));
    assert!(!armed(&journey).is_empty());
}

#[test]
fn the_page_for_others_has_allergies_first_and_says_when_it_was_correct() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00", "18:00"]);
    add(&mut journey, "Salbutamol", "");
    journey.choose("How often?", &["needed"]).type_in("At most how many in a day?", "8");
    journey.type_in("At least how long between two?", "4").press("Save");
    daily(&mut journey, "Ramipril", &["20:00"]);
    journey.press("Ramipril").press("I no longer take it").press("Save");
    journey.later(24 * 60);
    medicines(&mut journey).press("A page to show or print");
    assert!(journey.text().contains("That does not mean that there are none"));
    journey.press("Back").press("Add an allergy or bad reaction");
    journey.type_in("To what?", "Penicillin <b>").choose("What sort of reaction is it?", &["1"]);
    journey.type_in("What happens?", "A rash").press("Save").press("A page to show or print");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("Save this page as a file");
    assert!(journey.text().contains("The page is saved as a file"), "{}", journey.text());
    let file = &journey.files[0];
    assert_eq!(file.name, "medicines-2026-11-23.html");
    let page = String::from_utf8_lossy(&file.content).into_owned();
    insta::assert_snapshot!("sheet_file", page.split("</style>").nth(1).unwrap());
    assert!(page.contains("Penicillin &lt;b&gt;"));
}

#[test]
fn the_copy_of_the_record_has_them_all_and_counts_them() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.press("Add an allergy or bad reaction").type_in("To what?", "Nuts");
    journey.choose("What sort of reaction is it?", &["3"]).press("Save");
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    medicines(&mut journey).press("Metformin").press("What is left");
    journey.type_in("How much is there now?", "28").press("Save");
    journey.press("More").press("Your data on this device");
    let text = journey.text();
    assert!(text.contains("Doses: 1") && text.contains("Medicines: 3"), "{text}");
    journey.press("Save a copy");
    let copy = String::from_utf8_lossy(&journey.files[0].content).into_owned();
    for name in ["medicines.csv", "medicines-taken.csv", "medicines-left.csv", "allergies.csv"] {
        assert!(copy.contains(name), "{name}");
    }
}

#[test]
fn a_core_that_died_goes_on_in_the_form_of_the_times() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.press("Metformin").press("Change its times");
    let again = journey.died();
    assert_eq!(again.page().name, "medicines.times");
    assert!(again.text().contains("? First time = 08:00"), "{}", again.text());
}

#[test]
fn nonsense_from_outside_changes_nothing() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    for token in [
        r#"{"Medicines":{"Take":{"time":{"record":0,"key":"m1.2.3"},"when":"Now"}}}"#,
        r#"{"Medicines":{"Take":{"time":{"record":9,"key":"m0.1.7.20000.480"},"when":"Now"}}}"#,
        r#"{"Medicines":{"Take":{"time":{"record":0,"key":"0.1.7.20000.480"},"when":"Now"}}}"#,
        r#"{"Medicines":{"TakeAll":[]}}"#,
        r#"{"Medicines":{"TakeAll":[{"record":0,"key":"x"}]}}"#,
        r#"{"Medicines":{"Later":{"record":0,"key":"m0.99.7.20000.480"}}}"#,
        r#"{"Medicines":{"Order":[7,{"scope":"Medicines","writer":0,"counter":1}]}}"#,
        r#"{"Go":{"Medicines":{"Dose":"nonsense"}}}"#,
        r#"{"Go":{"Medicines":{"Skip":"m0.1.7.20000.480"}}}"#,
        r#"{"Go":{"Medicines":{"Write":{"Time":"nonsense"}}}}"#,
    ] {
        journey.send(crate::event::Event::Press(Action { token: token.into() }));
        let _ = journey.text();
    }
    assert!(doses(&journey).is_empty());
}
