//! The way through the pages.

use std::fmt::Write as _;

use crate::effects::store::StoreProblem;
use crate::event::{Event, FieldInput};
use crate::screen::{Input, PickedFile};
use crate::testing::Journey;

fn at_the_file() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Bring in a diary");
    journey
}

fn look_at(content: &str) -> Journey {
    let mut journey = at_the_file();
    journey.pick("Choose the file", "diary.csv", content.as_bytes()).press("Look at the file");
    journey
}

const CODED: &str = "04-21-1991\t9:09\t58\t100\n\
    04-21-1991\t9:09\t33\t009\n\
    04-21-1991\t17:08\t62\t119\n\
    04-22-1991\t7:35\t66\t0\n\
    04-22-1991\t7:40\t65\t000\n\
    06-31-1991\t7:35\t58\t216\n\
    04-22-1991\t7:35\t58\t0Hi\n";

#[test]
fn a_file_is_asked_for_and_refused_in_clear_words() {
    let mut journey = at_the_file();
    insta::assert_snapshot!(journey.text());
    journey.press("Look at the file");
    assert!(journey.text().contains("Choose a file first"));
    for (content, sentence) in [
        (&b"\x89PNG\0\0"[..], "This file is not a diary. It may be a picture"),
        (b"PK\x03\x04", "This file is a spreadsheet"),
        (b"hello\nyou\n", "Its lines have no columns"),
        (b"", "There is nothing in this file"),
    ] {
        journey.pick("Choose the file", "x", content).press("Look at the file");
        assert!(journey.text().contains(sentence), "{}", journey.text());
    }
    // A file of 50 MB comes without its bytes.
    let value =
        Input::File(PickedFile { name: "big.csv".into(), size: 50 * 1024 * 1024, content: None });
    let (form, field) = ("bring_in.pick".to_owned(), "file".to_owned());
    journey.send(Event::Input(FieldInput { form, field, value }));
    journey.press("Look at the file");
    assert!(journey.text().contains("This file has 50 MB. The largest that can be read is 10 MB."));
}

#[test]
fn a_diary_of_codes_goes_in_whole() {
    let mut journey = look_at(CODED);
    insta::assert_snapshot!("coded_preview", journey.text());
    journey.press("Bring in 5 entries");
    insta::assert_snapshot!("coded_done", journey.text());
}

#[test]
fn a_full_device_takes_nothing_and_loses_nothing() {
    let mut journey = look_at(CODED);
    let rows = journey.disk.lock().unwrap().rows();
    journey.disk.lock().unwrap().problem = Some(StoreProblem::Full);
    journey.press("Bring in 5 entries");
    assert!(journey.text().contains("There is no room left on this device"));
    assert_eq!(journey.disk.lock().unwrap().rows(), rows);
    // Killed here, nothing of it is there.
    journey.disk.lock().unwrap().problem = None;
    let mut again = journey.restarted();
    again.press("More").press("Bring in a diary");
    again.pick("Choose the file", "diary", CODED.as_bytes()).press("Look at the file");
    assert!(again.text().contains("5 entries can be brought in"));
    // Not killed, it only has to be pressed again.
    journey.press("Bring in 5 entries");
    assert!(journey.text().contains("Brought in 5 entries"));
}

#[test]
fn pressed_twice_it_goes_in_once() {
    let mut journey = look_at(CODED);
    let action = crate::pilot::find(&journey.page(), "Bring in 5 entries").unwrap();
    journey.send(Event::Press(action.clone()));
    let rows = journey.disk.lock().unwrap().rows();
    journey.send(Event::Press(action));
    assert_eq!(journey.disk.lock().unwrap().rows(), rows);
}

const ODD: &str = "When,Reading,Remark\n\
    02/03/2026 07:42,120,fasting\n\
    03/03/2026 07:40,\"1,234\",\n";

#[test]
fn what_is_not_plain_is_asked() {
    let mut journey = look_at(ODD);
    insta::assert_snapshot!("odd_columns", journey.text());
    journey.press("Continue");
    assert!(journey.text().contains("Choose the column that says what was measured"));
    journey.choose("Which column says what was measured?", &["none"]).press("Continue");
    assert!(journey.text().contains("Choose whether the day or the month comes first"));
    assert!(journey.text().contains("Choose how decimals are written"));
    journey.choose("Which comes first in the dates?", &["month"]);
    journey.choose("How are decimals written?", &["point"]);
    // The device dies; the choices are there when the file is picked again.
    let mut journey = journey.restarted();
    journey.press("More").press("Bring in a diary");
    journey.pick("Choose the file", "diary.csv", ODD.as_bytes()).press("Look at the file");
    journey.press("Continue");
    insta::assert_snapshot!("odd_thing", journey.text());
    journey.press("Continue");
    assert!(journey.text().contains("Choose what this is, or leave it out"));
    journey.choose("Bring it in as", &["tracker.1.2"]).press("Continue");
    insta::assert_snapshot!("odd_preview", journey.text());
    journey.press("Change what Every line is").choose("Bring it in as", &["out"]).press("Continue");
    assert!(journey.text().contains("Nothing in this file can be brought in."));
    assert!(journey.text().contains("You chose to leave it out"));
}

#[test]
fn many_refused_lines_come_page_by_page() {
    let mut content = String::from("04-21-1991\t9:09\t58\t100\n");
    for minute in 0..250 {
        let _ = writeln!(content, "04-21-1991\t9:{:02}\t58\t{minute}Hi", minute % 60);
    }
    let mut journey = look_at(&content);
    assert!(journey.text().contains("Lines 1 to 20 of 250 that are not brought in"));
    journey.press("Show all 250 lines");
    assert!(journey.text().contains("Lines 1 to 100 of 250"));
    journey.press("Show the next 100");
    assert!(journey.text().contains("Lines 101 to 200 of 250"));
    journey.press("Show the next 50");
    assert!(journey.text().contains("Lines 201 to 250 of 250"));
    assert!(!journey.text().contains("Show the next"));
}
