//! Who else reads it, writes it, and gets it.

use record::kinds::{AppointmentSummary, Message, Share};
use record::{Scope, Scopes};

use super::{DAY, appointments, begin, only, person};
use crate::holding::RecordSide;
use crate::messages::fixture::{CARER, TABLET, came, changed, shared, signed_in, with};
use crate::sheet::{self, Which};
use crate::testing::{Journey, MORNING};

pub(super) fn messages(journey: &Journey) -> usize {
    journey.holding(|holding| holding.record.ids::<Message>().count())
}

#[test]
fn nothing_is_shared_until_the_person_sends_it_and_what_was_begun_is_kept() {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Messages, Scope::Health]));
    begin(&mut journey, &["Medicines and allergies"]);
    assert!(journey.text().contains("Nobody else can read this until you share it."));
    journey.press("Messages").type_in("Write to Riverside Practice", "Dear all,");
    appointments(&mut journey).press("With Dr Reid").press("See, print or share the page");
    journey.press("Share it as a message");
    assert_eq!(journey.page().name, "messages");
    let text = journey.text();
    assert!(text.contains("= Dear all,\n\nRosa: for an appointment"), "{text}");
    assert!(text.contains("My knee, and the stairs"), "{text}");
    assert_eq!(messages(&journey), 0);
    // Pressed twice, it stands there once; it is there after a crash.
    journey.press("Back").press("Share it as a message");
    assert_eq!(journey.text().matches("for an appointment").count(), 1, "{}", journey.text());
    assert!(journey.disk.lock().unwrap().values_text().contains("My knee"));
    journey.press("Send to Riverside Practice");
    assert_eq!(messages(&journey), 1);
    let sent = journey.holding(|h| h.record.current::<Message>().next().unwrap().value.text);
    assert!(sent.contains("Correct when made: 22 November 2026 at 7:42"), "{sent}");
    // What is changed afterwards is not in what was sent.
    appointments(&mut journey).press("With Dr Reid").press("Change what stands on it");
    journey.type_in("What I most want to talk about", "My hip").press("Save");
    let sent = journey.holding(|h| h.record.current::<Message>().next().unwrap().value.text);
    assert!(!sent.contains("My hip"), "{sent}");
}

#[test]
fn without_a_team_it_is_said_how_to_take_it_along() {
    let mut journey = person();
    begin(&mut journey, &[]);
    journey.press("See, print or share the page");
    let text = journey.text();
    assert!(!text.contains("<Share it as a message>"), "{text}");
    assert!(text.contains("You can print it or save it as a file."), "{text}");
}

#[test]
fn who_reads_the_diary_is_named_where_it_is_written() {
    let mut journey = signed_in();
    with(&mut journey, |holding| {
        let share = Share {
            member: CARER,
            see: Scopes::of(&[Scope::Diary]),
            add: Scopes::NONE,
            until: None,
            name: "Joan".into(),
        };
        came(holding, TABLET, 1, &share, MORNING - DAY);
    });
    begin(&mut journey, &[]);
    assert!(journey.text().contains("Joan can read this as you write it"), "{}", journey.text());
}

#[test]
fn what_two_devices_wrote_at_once_stands_side_by_side() {
    let mut journey = signed_in();
    begin(&mut journey, &[]);
    let before = only(&journey);
    let touch = journey.holding(|holding| holding.record.touch(before.id));
    let other = AppointmentSummary { most: Some("My tablets".into()), ..before.value.clone() };
    journey.press("Change what stands on it");
    journey.type_in("What I most want to talk about", "My back").press("Save");
    with(&mut journey, |holding| {
        changed(holding, TABLET, 1, touch, (&before.value, &other), MORNING + 60_000);
    });
    assert!(journey.text().contains("changed in two places"), "{}", journey.text());
    journey.press("Look at both and choose");
    let text = journey.text();
    assert!(text.contains("My back") && text.contains("My tablets"), "{text}");
    journey.press("Keep What I most want to talk about: My tablets");
    assert_eq!(only(&journey).value.most.as_deref(), Some("My tablets"));
}

fn carer(journey: &mut Journey, sees: &[Scope], adds: &[Scope]) {
    with(journey, |holding| {
        holding.about.side = RecordSide::Carer;
        holding.about.name = "Rosa".into();
        (holding.about.scopes, holding.about.adds) = (Scopes::of(sees), Scopes::of(adds));
    });
}

#[test]
fn a_carer_reads_or_helps_as_far_as_the_diary_is_shared() {
    let mut journey = person();
    begin(&mut journey, &["Medicines and allergies", "Readings"]);
    carer(&mut journey, &[Scope::Health], &[Scope::Health]);
    appointments(&mut journey);
    let text = journey.text();
    assert!(
        text.contains("That does not mean that there are none") && !text.contains("Reid"),
        "{text}"
    );
    let id = only(&journey).id;
    journey.act(|cx| sheet::update(sheet::Intent::Save(Which::Appointment(id)), cx));
    assert!(journey.files.is_empty(), "a press of another time hands nothing over");
    carer(&mut journey, &[Scope::Diary], &[]);
    appointments(&mut journey).press("With Dr Reid");
    let text = journey.text();
    assert!(
        !text.contains("Change what stands on it") && !text.contains("Change the words"),
        "{text}"
    );
    // What is not shared with them is not said to be nothing.
    assert!(
        text.contains("Medicines and allergies: This part of the record is not shared"),
        "{text}"
    );
    assert!(!text.contains("Nobody has written"), "{text}");
    carer(&mut journey, &[Scope::Diary], &[Scope::Diary]);
    appointments(&mut journey).press("With Dr Reid").press("Questions to ask");
    journey.type_in("A question of your own", "Who comes on Sundays?").press("Add");
    assert_eq!(only(&journey).value.questions, ["Who comes on Sundays?"]);
}
