//! What cannot be tried out so, refused where it stands.

use record::kinds::Experiment;

use super::{begin, experiments, fill, person, tracker, write};

#[test]
fn what_cannot_be_is_refused_where_it_stands() {
    let mut journey = person();
    experiments(&mut journey).press("Try something out").press("Save");
    let text = journey.text();
    for needed in [
        "✗ Write what you want to know",
        "✗ Write what you will do differently",
        "✗ Choose what to look at",
    ] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    fill(&mut journey, "Tiredness");
    for (first, second, days, needed) in [
        (
            ("22", "11", "2026"),
            ("20", "11", "2026"),
            "7",
            "✗ The days as usual go on until 28 November. Enter a later day.",
        ),
        (
            ("22", "11", "2026"),
            ("28", "11", "2026"),
            "7",
            "✗ The days as usual go on until 28 November. Enter a later day.",
        ),
        (
            ("22", "11", "2026"),
            ("29", "11", "2026"),
            "2",
            "✗ Enter a whole number of days from 3 to 28",
        ),
        (
            ("22", "11", "2026"),
            ("29", "12", "2026"),
            "29",
            "✗ Enter a whole number of days from 3 to 28",
        ),
        (
            ("22", "11", "2026"),
            ("29", "12", "2026"),
            "a week",
            "✗ Enter a whole number of days from 3 to 28",
        ),
        (("31", "2", "2026"), ("29", "11", "2026"), "7", "✗ Enter a date, such as 22 11 2026"),
        (("22", "11", "20226"), ("29", "11", "2026"), "7", "✗ Enter a date, such as 22 11 2026"),
        (
            ("22", "11", "2206"),
            ("29", "11", "2206"),
            "7",
            "✗ This day is more than a year away. Check the year.",
        ),
        (("22", "11", "1066"), ("29", "11", "2026"), "7", "✗ Enter a day after 1969"),
    ] {
        journey.date("First day as usual", first.0, first.1, first.2);
        journey.date("First day with the change", second.0, second.1, second.2);
        journey.type_in("How many days as usual?", days).press("Save");
        assert!(journey.text().contains(needed), "{needed}: {}", journey.text());
        assert_eq!(journey.holding(|holding| holding.record.ids::<Experiment>().count()), 0);
    }
    journey.type_in("What do you want to know?", &"a".repeat(301)).press("Save");
    assert!(journey.text().contains("✗ Use 300 characters or fewer"), "{}", journey.text());
}

#[test]
fn a_tracker_that_was_put_away_meanwhile_is_said_to_be() {
    let mut journey = person();
    experiments(&mut journey).press("Try something out");
    fill(&mut journey, "Tiredness");
    let id = tracker(&journey, "Tiredness");
    journey.act(|cx| crate::track::update(crate::track::Intent::PutAway(id), cx));
    experiments(&mut journey).press("Try something out").press("Save");
    let text = journey.text();
    assert!(
        text.contains("✗ Tiredness is put away. Bring it back first, or choose something else."),
        "{text}"
    );
    // One that was there before goes on being counted.
    let mut journey = person();
    write(&mut journey, "Tiredness", -14, &[5, 6, 5].map(Some));
    begin(&mut journey);
    journey.act(|cx| crate::track::update(crate::track::Intent::PutAway(id), cx));
    experiments(&mut journey).press("Does pacing help me?");
    let text = journey.text();
    assert!(text.contains("What this looks at is put away") && text.contains("3 of 7"), "{text}");
}
