//! What is taken as needed: facts, and never a permission.

use record::kinds::What;

use super::{add, doses, medicines, person, today};
use crate::event::Event;
use crate::testing::Journey;

fn inhaler() -> Journey {
    let mut journey = person();
    add(&mut journey, "Salbutamol", "2");
    journey.choose("How often?", &["needed"]);
    journey.type_in("At least how long between two?", "4");
    journey.type_in("At most how many in a day?", "8").press("Save");
    journey
}

#[test]
fn the_persons_own_limits_and_the_last_one_are_facts() {
    let mut journey = inhaler();
    today(&mut journey);
    journey.press("Salbutamol").press("Write down a dose").press("Save");
    journey.later(120);
    today(&mut journey);
    insta::assert_snapshot!("needed_today", journey.text());
    journey.press("Salbutamol");
    insta::assert_snapshot!("needed_one", journey.text());
    let text = journey.text();
    assert!(text.contains("You set at least 4 hours between two."), "{text}");
    assert!(text.contains("Last taken 2 hours ago: Today, 7:42."), "{text}");
    // The same facts where one is written down; whatever they say, it is kept.
    journey.press("Write down a dose");
    assert!(journey.text().contains("You set at most 8 a day."), "{}", journey.text());
    journey.press("Save");
    assert_eq!(doses(&journey), [What::Done; 2]);
    let all = journey.text().to_ascii_lowercase();
    for word in ["you can take", "you may take", "next dose", "wait", "safe", "allowed", "due"] {
        assert!(!all.contains(word), "{word}: {all}");
    }
}

#[test]
fn one_can_be_written_down_for_an_earlier_time() {
    let mut journey = inhaler();
    journey.press("Salbutamol").press("Write down a dose");
    journey.type_in("Time", "3:10").type_in("Anything else?", "Woke up wheezing").press("Save");
    let text = journey.text();
    assert!(text.contains("Today, 3:10 · Salbutamol: 2 tablets"), "{text}");
    assert!(text.contains("Last taken 4 hours 32 minutes ago"), "{text}");
}

#[test]
fn a_clock_that_was_set_back_a_year_is_said_and_nothing_is_reckoned_from_it() {
    let mut journey = inhaler();
    journey.press("Salbutamol").press("Write down a dose").press("Save");
    journey.ms -= 365 * 86_400_000;
    journey.send(Event::Resume);
    let text = journey.text();
    assert!(text.contains("which is later than this device’s clock says"), "{text}");
    assert!(text.contains("Check the clock"), "{text}");
    assert!(!text.contains("ago"), "{text}");
    // What is written down meanwhile is kept beside it.
    journey.press("Write down a dose").press("Save");
    assert_eq!(doses(&journey).len(), 2);
    // Times of day go on as the wall says, and nothing from the future answers them.
    super::daily(&mut journey, "Metformin", &["8:00"]);
    assert!(today(&mut journey).contains("Metformin [Now]"), "{}", journey.text());
}

#[test]
fn a_carer_reads_whose_limits_they_are() {
    let mut journey = inhaler();
    journey.act(|cx| {
        let about = &mut cx.open.holding_mut().unwrap().about;
        about.side = crate::holding::RecordSide::Carer;
        about.scopes = record::Scopes::of(&[record::Scope::Medicines]);
        about.adds = about.scopes;
        crux_core::Command::done()
    });
    medicines(&mut journey).press("Salbutamol");
    let text = journey.text();
    assert!(text.contains("At least 4 hours between two is set here."), "{text}");
}

#[test]
fn a_carer_with_whom_they_are_not_shared_is_not_told_that_there_are_none() {
    let mut journey = inhaler();
    journey.act(|cx| {
        let about = &mut cx.open.holding_mut().unwrap().about;
        about.side = crate::holding::RecordSide::Carer;
        about.scopes = record::Scopes::of(&[record::Scope::Health]);
        crux_core::Command::done()
    });
    medicines(&mut journey);
    let text = journey.text();
    assert!(text.contains("That does not mean that there are none"), "{text}");
    assert!(!text.contains("No medicines yet") && !text.contains("Allergies"), "{text}");
}
