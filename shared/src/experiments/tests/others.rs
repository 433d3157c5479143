//! Two devices, carers, and the copy.

use jiff::civil::Date;
use record::kinds::{Experiment, Weeks};
use record::{Scope, Scopes};

use super::super::{Intent, update};
use super::{begin, experiments, follow, only, person, write};
use crate::effects::clock::Now;
use crate::holding::RecordSide;
use crate::messages::fixture::{TABLET, changed, signed_in, with};
use crate::testing::{Journey, MORNING};

#[test]
fn two_devices_that_set_other_days_have_both_and_nothing_is_counted_until_one_is_kept() {
    let mut journey = signed_in();
    follow(&mut journey);
    write(&mut journey, "Tiredness", -14, &[5, 6, 5, 7].map(Some));
    begin(&mut journey);
    let before = only(&journey);
    let touch = journey.holding(|holding| holding.record.touch(before.id));
    let other = Weeks { change: (Date::constant(2026, 11, 20), 7), ..before.value.weeks };
    let other = Experiment { weeks: other, ..before.value.clone() };
    journey.press("Change it").type_in("How many days with the change?", "10").press("Save");
    with(&mut journey, |holding| {
        changed(holding, TABLET, 1, touch, (&before.value, &other), MORNING + 60_000);
    });
    let text = journey.text();
    assert!(text.contains("so nothing is counted") && !text.contains("Side by side"), "{text}");
    journey.press("Look at both and choose");
    let text = journey.text();
    assert!(text.contains("20 November 2026 to 26 November 2026"), "{text}");
    assert!(text.contains("15 November 2026 to 24 November 2026"), "{text}");
    let keep = crate::pilot::presses(&journey.page());
    let (label, _) = keep
        .iter()
        .find(|(label, _)| label.starts_with("Keep") && label.contains("20 November"))
        .unwrap();
    journey.press(label);
    assert_eq!(only(&journey).value.weeks, other.weeks);
    journey.press("Back");
    assert!(journey.text().contains("Side by side"), "{}", journey.text());
}

fn carer(journey: &mut Journey, sees: &[Scope], adds: &[Scope]) {
    with(journey, |holding| {
        holding.about.side = RecordSide::Carer;
        holding.about.name = "Rosa".into();
        (holding.about.scopes, holding.about.adds) = (Scopes::of(sees), Scopes::of(adds));
    });
}

#[test]
fn a_carer_sees_or_helps_as_far_as_readings_are_shared() {
    let mut journey = person();
    begin(&mut journey);
    carer(&mut journey, &[Scope::Health], &[]);
    experiments(&mut journey);
    assert!(!journey.text().contains("<Try something out>"), "{}", journey.text());
    journey.press("Does pacing help me?");
    let text = journey.text();
    assert!(text.contains("Side by side") && !text.contains("Stop here"), "{text}");
    // A press of another time changes nothing either.
    let id = only(&journey).id;
    journey.act(|cx| update(Intent::Stop(id, true), cx));
    assert_eq!(only(&journey).value.stopped, None);
    carer(&mut journey, &[Scope::Health], &[Scope::Health]);
    experiments(&mut journey).press("Does pacing help me?").press("What I think of it");
    journey.type_in("What I think of it", "It did Rosa good, I think").press("Save");
    assert!(only(&journey).value.thoughts.is_some());
    carer(&mut journey, &[Scope::Diary], &[]);
    experiments(&mut journey);
    let text = journey.text();
    assert!(text.contains("not shared with you") && !text.contains("pacing"), "{text}");
}

#[test]
fn all_of_it_is_in_the_copy_that_the_person_keeps() {
    let mut journey = person();
    begin(&mut journey);
    journey.press("What I think of it").type_in("What I think of it", "Worth it, I think");
    journey.press("Save");
    let now = Now { ms: journey.ms, zone: journey.zone.clone(), agreed: None, day_start: 0 };
    let words = crate::words::Words::default();
    let (archive, _) =
        journey.holding(|holding| crate::your_data::archive(holding, &words, &now).unwrap());
    let files = crate::your_data::tests::unpack(&archive);
    let file = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
    for name in ["experiments.csv", "record.html", "record.json"] {
        let text = file(name);
        assert!(text.contains("Does pacing help me?"), "{name}");
        assert!(text.contains("Worth it, I think"), "{name}");
    }
    assert!(file("experiments.csv").contains("Tiredness,2026-11-08,7,2026-11-15,7"));
    journey.press("More").press("Your data on this device");
    assert!(journey.text().contains("Home experiments: 1"), "{}", journey.text());
}
