use std::fmt::Write as _;

use record::Scope;
use record::kinds::{DiaryNote, Kind};
use record::op::Act;

use crate::items::tests::{ADA, ada};
use crate::testing::Journey;

fn writing(text: &str) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Diary").press("Write a note");
    journey.type_in("What would you like to remember?", text);
    journey
}

#[test]
fn an_empty_diary_says_how_it_begins() {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Diary");
    insta::assert_snapshot!(journey.text());
}

#[test]
fn a_note_is_written_corrected_and_crossed_out_with_its_reason() {
    let mut journey = writing("Slept badly.\nLegs ache.");
    journey.choose("How do you feel?", &["2"]);
    insta::assert_snapshot!("write", journey.text());
    journey.press("Save");
    insta::assert_snapshot!("list", journey.text());
    let mut journey = journey.restarted();
    journey.press("More").press("Diary").press("Slept badly.");
    insta::assert_snapshot!("entry", journey.text());
    journey.press("Correct").type_in("What would you like to remember?", "Slept well.");
    journey.press("Save");
    assert!(journey.text().contains("Slept well."), "{}", journey.text());
    let corrected = "Today, 7:42 · Corrected to: Note, Slept well., Felt low\nYou";
    assert!(journey.text().contains(corrected), "{}", journey.text());
    journey.press("Cross it out").press("Cross it out");
    assert!(journey.text().contains("Choose why"));
    journey.choose("Why?", &["other"]).press("Cross it out");
    assert!(journey.text().contains("Write the reason in a few words"));
    journey.type_in("In your own words", "Meant for another day").press("Cross it out");
    insta::assert_snapshot!("crossed_out", journey.text());
    journey.press("Back");
    assert!(!journey.text().contains("Slept"), "{}", journey.text());
}

#[test]
fn a_correction_that_arrives_while_one_is_written_stands_beside_it() {
    let mut journey = crate::items::tests::numbered();
    journey.press("More").press("Diary").press("Write a note");
    journey.type_in("What would you like to remember?", "Fell").press("Save");
    let (id, before) = journey.holding(|held| {
        let entry = held.record.current::<DiaryNote>().next().unwrap();
        (entry.id, entry.value)
    });
    let touch = journey.holding(|held| held.record.touch(id));
    journey.press("Fell").press("Correct");
    let theirs = DiaryNote { text: "Fell on the stairs".into(), ..before.clone() };
    let fields = theirs.payload_from(&before, ADA);
    ada(&mut journey, Scope::Diary, (1, Act::Change(touch)), &fields);
    journey.type_in("What would you like to remember?", "Nearly fell").press("Save");
    let conflicts = journey.holding(|held| held.record.get::<DiaryNote>(id).unwrap().conflicts);
    let [only] = conflicts.as_slice() else { panic!("one field: {conflicts:?}") };
    let mut texts: Vec<&str> = only.values.iter().map(|(_, note)| note.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Fell on the stairs", "Nearly fell"]);
}

#[test]
fn what_was_crossed_out_can_be_put_back() {
    let mut journey = writing("Walked to the shop.");
    journey.choose("What is it about?", &["exercise"]).choose("How much?", &["more"]);
    journey.press("Save").press("Exercise, more than usual").press("Cross it out");
    journey.choose("Why?", &["twice"]).press("Cross it out").press("Put it back").press("Back");
    assert!(journey.text().contains("Walked to the shop."));
}

#[test]
fn a_note_says_something_and_has_a_day_that_has_been() {
    let mut journey = writing("");
    journey.press("Save");
    assert!(journey.text().contains("Write a few words, or choose how you feel"));
    journey.type_in("What would you like to remember?", "Tomorrow");
    journey.date("Date", "23", "11", "2026").press("Save");
    assert!(journey.text().contains("That has not happened yet. Check the date and time."));
    journey.date("Date", "31", "2", "2026").press("Save");
    assert!(journey.text().contains("Enter a date, such as 22 11 2026"));
    journey.date("Date", "20", "11", "2026").press("Save");
    assert!(journey.text().contains("## Friday 20 November"), "{}", journey.text());
}

#[test]
fn a_day_shows_all_that_was_written_on_it_and_older_ones_come_by_asking() {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("Bring in a diary");
    let mut file = String::from("04-22-1991\t7:35\t66\t0\n04-22-1991\t7:40\t65\t000\n");
    file += "04-22-1991\t7:41\t58\t100\n04-22-1991\t7:42\t33\t001\n";
    for day in 1..=20 {
        for hour in 6..14 {
            let _ = writeln!(file, "05-{day:02}-1991\t{hour:02}:00\t48\t1{hour:02}");
        }
    }
    journey.pick("Choose the file", "d", file.as_bytes()).press("Look at the file");
    journey.press("Bring in 164 entries").press("See the diary");
    assert!(journey.text().contains("## Monday 20 May 1991"));
    assert!(!journey.text().contains("Meal"));
    journey.press("Show older entries");
    let text = journey.text();
    insta::assert_snapshot!("one_day", text.split("## ").last().unwrap());
    assert!(!text.contains("Show older entries"));
    // A dose has a page too.
    journey.press("Regular insulin, 1 unit").press("Cross it out");
    journey.type_in("In your own words", "Not taken");
    journey.press("Cross it out").press("Back");
    assert!(!journey.text().contains("Regular insulin"));
}
