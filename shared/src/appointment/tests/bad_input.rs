//! What cannot stand on a page, refused or said where it is.

use record::Scope;
use record::kinds::{AppointmentSummary, Tracker};

use super::others::messages;
use super::{ALL, appointments, begin, follow, person, read};
use crate::messages::fixture::{shared, signed_in, with};

#[test]
fn a_page_with_nothing_on_it_and_days_that_are_none_are_refused_where_they_stand() {
    let mut journey = person();
    appointments(&mut journey).press("Get ready for an appointment");
    journey.type_in("Who is it with?", "Dr Reid").press("Save");
    let text = journey.text();
    assert!(text.contains("✗ Tick at least one of these, or write above"), "{text}");
    journey.type_in("What I most want to talk about", "My knee");
    for (on, at, since, needed) in [
        (("31", "2", "2027"), "10:20", ("1", "11", "2026"), "✗ Enter a date, such as 22 11 2026"),
        (("24", "11", "2206"), "10:20", ("1", "11", "2026"), "✗ Check the year"),
        (("24", "11", "1926"), "10:20", ("1", "11", "2026"), "✗ Enter a day after 1969"),
        (("24", "11", "2026"), "25:00", ("1", "11", "2026"), "✗ Enter a time, such as 7:42"),
        (("24", "11", "2026"), "10:20", ("23", "11", "2026"), "✗ This day has not come yet."),
    ] {
        journey.date("On which day?", on.0, on.1, on.2).type_in("At which time?", at);
        journey.date("How I have been since", since.0, since.1, since.2).press("Save");
        assert!(journey.text().contains(needed), "{needed}: {}", journey.text());
    }
    assert_eq!(journey.holding(|holding| holding.record.ids::<AppointmentSummary>().count()), 0);
    journey.date("How I have been since", "1", "11", "2026").press("Save");
    assert_eq!(journey.page().name, "appointment.one", "{}", journey.text());
    // Taking away all that it had is refused as well; nothing is shared of nothing.
    journey.press("Change what stands on it");
    journey.type_in("What I most want to talk about", "").press("Save");
    assert!(journey.text().contains("✗ Tick at least one of these"), "{}", journey.text());
}

#[test]
fn what_was_put_away_and_what_is_not_there_is_not_made_up() {
    let mut journey = person();
    follow(&mut journey, "Weight");
    read(&mut journey, -2, "81", None);
    let id = journey.holding(|h| h.record.current::<Tracker>().next().unwrap().id);
    begin(&mut journey, &ALL);
    assert!(
        journey.text().contains("Weight: 1 reading, 81 kg (20 November)."),
        "{}",
        journey.text()
    );
    journey.act(|cx| crate::track::update(crate::track::Intent::PutAway(id), cx));
    appointments(&mut journey).press("With Dr Reid");
    let text = journey.text();
    assert!(!text.contains("Weight"), "{text}");
    assert!(text.contains("Nothing was written down since 1 November."), "{text}");
    assert!(text.contains("That does not mean that there are none"), "{text}");
    assert!(text.contains("What matters most to me: Nothing is written down yet."), "{text}");
}

#[test]
fn a_page_too_long_for_a_message_is_said_to_be_and_stays() {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Messages]));
    begin(&mut journey, &["Symptoms", "From my diary"]);
    journey.press("Change the words of Symptoms since 1 November 2026");
    journey.type_in("In your words", &"a".repeat(3_001)).press("Save");
    assert!(journey.text().contains("✗ Use 3000 characters or fewer"), "{}", journey.text());
    journey.type_in("In your words", &"a".repeat(2_900)).press("Save");
    journey.press("Change the words of From my diary since 1 November 2026");
    journey.type_in("In your words", &"b".repeat(2_900)).press("Save");
    journey.press("See, print or share the page").press("Share it as a message");
    journey.press("Send to Riverside Practice");
    assert!(journey.text().contains("✗ "), "{}", journey.text());
    assert_eq!(messages(&journey), 0);
}
