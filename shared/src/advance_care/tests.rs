use record::Scope;
use record::kinds::{AdvancePaper, AdvanceWishes, Kind as _, PaperSort};

use crate::holding::RecordSide;
use crate::items::tests::{become_another, numbered};
use crate::testing::Journey;

/// The only way there is: it is looked for.
fn cover(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("If something happens");
    journey.press("Wishes for later, and where papers are")
}

fn written(journey: &mut Journey) {
    cover(journey).press("Open it").press("What I would like");
    journey.type_in("Where would you like to be cared for?", "At home, with the window open");
    journey.type_in("Where would you like to die?", "St Anne’s hospice").press("Save");
    journey.press("Write down where a paper is").choose("Which paper is it?", &["1"]);
    journey.type_in("Where is it kept?", "Red folder, kitchen drawer");
    journey.type_in("Who completed it?", "Dr Reid, GP").date("On which day?", "1", "5", "2026");
    journey.press("Save");
    assert_eq!(journey.page().name, "advance_care.all", "{}", journey.text());
}

#[test]
fn its_first_page_says_what_it_is_and_can_be_left() {
    let mut journey = numbered();
    cover(&mut journey);
    insta::assert_snapshot!("cover", journey.text());
    journey.press("Not now");
    assert_eq!(journey.page().name, "contingency");
    cover(&mut journey).press("Open it");
    insta::assert_snapshot!("empty", journey.text());
}

#[test]
fn wishes_and_the_whereabouts_of_papers_are_written_and_read_back() {
    let mut journey = numbered();
    written(&mut journey);
    insta::assert_snapshot!("whole", journey.text());
    let mut journey = journey.restarted();
    cover(&mut journey).press("Open it");
    assert!(journey.text().contains("Red folder, kitchen drawer"), "{}", journey.text());
    journey.holding(|holding| {
        let wishes = holding.record.current::<AdvanceWishes>().next().unwrap().value;
        assert_eq!(wishes.place_of_death.as_deref(), Some("St Anne’s hospice"));
        let paper = holding.record.current::<AdvancePaper>().next().unwrap().value;
        assert_eq!(paper.sort, PaperSort::Respect);
        assert_eq!(paper.completed_by.as_deref(), Some("Dr Reid, GP"));
    });
    journey.press("A page to print");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("Save this page as a file");
    assert_eq!(journey.files[0].name, "wishes-for-later-2026-11-22.html");
}

#[test]
fn nobody_meets_it_by_accident() {
    let mut journey = numbered();
    written(&mut journey);
    for place in ["Today", "Plan", "Track", "Messages", "More"] {
        journey.press(place);
        let text = journey.text().to_lowercase();
        for word in ["hospice", "die", "respect form", "red folder", "wishes"] {
            let says = text.replace("diet", "").contains(word);
            assert!(!says, "{place} says {word}: {text}");
        }
    }
    for place in ["Get help now", "About me", "If something happens", "Action plans"] {
        journey.press("More").press(place);
        let text = journey.text();
        assert!(!text.contains("hospice") && !text.contains("Red folder"), "{place}: {text}");
    }
}

#[test]
fn a_paper_needs_which_and_where_and_a_day_that_has_been() {
    let mut journey = numbered();
    cover(&mut journey).press("Open it").press("What I would like").press("Save");
    assert!(journey.text().contains("✗ Write at least one of these"), "{}", journey.text());
    journey.press("Back").press("Write down where a paper is").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ Choose which paper it is"), "{text}");
    assert!(text.contains("✗ Write where it is kept"), "{text}");
    journey.choose("Which paper is it?", &["6"]).type_in("Where is it kept?", "With Ada");
    journey.date("On which day?", "31", "2", "2026").press("Save");
    assert_eq!(journey.page().name, "advance_care.paper", "{}", journey.text());
    journey.date("On which day?", "1", "2", "2027").press("Save");
    assert!(journey.text().contains("has not come yet"), "{}", journey.text());
    journey.date("On which day?", "1", "2", "2026").press("Save");
    assert_eq!(journey.page().name, "advance_care.all", "{}", journey.text());
}

#[test]
fn no_decision_can_be_written_here() {
    let mut journey = numbered();
    written(&mut journey);
    journey.press("Write down where a paper is");
    // A form about resuscitation is found, and what it says is asked for nowhere.
    let text = journey.text();
    assert!(text.contains("Form about resuscitation (CPR)"), "{text}");
    for word in ["for resuscitation", "not for", "attempt", "DNACPR", "decided"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    for field in AdvancePaper::SPEC.fields {
        assert!(!field.name.contains("decision") && !field.name.contains("cpr"), "{}", field.name);
    }
    journey.press("Back");
    assert!(journey.text().contains("This app only says where that form is"));
}

#[test]
fn who_sees_it_is_said_and_another_reads_a_cover_of_their_own() {
    let mut journey = numbered();
    written(&mut journey);
    assert!(journey.text().contains("Nobody but you sees this yet"), "{}", journey.text());
    become_another(&mut journey, RecordSide::Carer, &[Scope::Plan], &[]);
    cover(&mut journey);
    let text = journey.text();
    assert!(text.contains("when Rosa is very ill"), "{text}");
    assert!(!text.contains("hospice"), "{text}");
    journey.press("Open it");
    let text = journey.text();
    assert!(text.contains("St Anne’s hospice") && text.contains("Rosa decides who may"), "{text}");
    assert!(!text.contains("Write down where"), "{text}");
    become_another(&mut journey, RecordSide::Carer, &[Scope::Health], &[]);
    journey.press("Back");
    assert_eq!(journey.page().name, "advance_care");
    assert!(journey.text().contains("does not mean that there is nothing"), "{}", journey.text());
}

#[test]
fn a_paper_that_no_longer_holds_is_crossed_out_and_stays_in_the_record() {
    let mut journey = numbered();
    written(&mut journey);
    // The paper's own, before that of the wishes.
    let presses = crate::pilot::presses(&journey.page());
    let (_, history) =
        presses.iter().find(|(label, _)| label == "History, or cross it out").unwrap();
    journey.send(crate::event::Event::Press(history.clone()));
    assert!(journey.text().contains("Red folder"), "{}", journey.text());
    journey.press("Cross it out").type_in("In your own words", "A new one was made");
    journey.press("Cross it out").press("Back");
    assert!(!journey.text().contains("Red folder"), "{}", journey.text());
    journey.holding(|holding| assert_eq!(holding.record.all::<AdvancePaper>().count(), 1));
}
