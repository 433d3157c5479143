//! What hurt people elsewhere about reminders, each named after where it was said.

use record::api::{Tells, paths};
use record::kinds::{Outcome, Ref, Reminder, Share, What};
use record::{Scope, Scopes};

use super::{ALLOWED, armed, person, phone, remind};
use crate::effects::platform::{Notifications, PlatformOperation, Telling};
use crate::event::Event;
use crate::messages::fixture::{CARER, TABLET, become_rosa, came, with};
use crate::messages::served::{done, posted, served};
use crate::testing::{Journey, MORNING};

fn first(journey: &Journey) -> Telling {
    armed(journey).unwrap()[0].clone()
}

fn press(journey: &mut Journey, telling: &Telling, label: &str) {
    let actions = &telling.notification.actions;
    let action = actions.iter().find(|action| action.label == label).unwrap().action.clone();
    journey.send(Event::Press(action));
}

fn has(journey: &Journey, id: &str) -> bool {
    let all = armed(journey).unwrap();
    all.iter().any(|one| one.notification.id.split(".again").next() == Some(id))
}

/// CareKit#585: backup, sync, family and notifications are wanted together.
#[test]
fn carekit_585_one_reminder_is_synced_told_shared_and_in_the_copy() {
    let (mut journey, asked) = served(Journey::launched(phone(false)), |_| done());
    journey.notified = ALLOWED;
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    with(&mut journey, |holding| {
        let share = Share {
            member: CARER,
            see: Scopes::of(&[Scope::Health]),
            add: Scopes::NONE,
            until: None,
            name: "Joan".into(),
        };
        came(holding, TABLET, 1, &share, MORNING - 86_400_000);
    });
    remind(&mut journey, "Stretch", &["8:00"], &[]);
    journey.act(|cx| {
        assert!(cx.open.sync.last.is_some(), "the server has heard of it");
        crux_core::Command::done()
    });
    journey.press("More").press("Reminders").press("Let somebody know");
    journey.press("Choose somebody").choose("What shall they hear of?", &["r.2.1"]);
    journey.choose("Who?", &["2"]).press("Save");
    assert_eq!(first(&journey).time, "08:00");
    let told: Tells = posted(&asked, paths::TELLS).pop().unwrap();
    assert_eq!(told.tells[0].at, first(&journey).at + 3600, "Joan hears an hour after it");
    journey.press("More").press("Your data on this device").press("Save a copy");
    let files = crate::your_data::tests::unpack(&journey.files[0].content);
    let page = String::from_utf8_lossy(&files["record.html"]).into_owned();
    assert!(page.contains("Stretch") && page.contains("Joan"), "{page}");
}

/// uhabits#104: what two devices wrote with no network is all there afterwards.
#[test]
fn uhabits_104_what_two_devices_wrote_apart_is_discarded_by_neither() {
    let mut journey = person();
    become_rosa(&mut journey);
    remind(&mut journey, "Stretch", &["8:00", "18:00"], &[]);
    let (id, reminder) = journey.holding(|holding| {
        let entry = holding.record.current::<Reminder>().next().unwrap();
        (entry.id, entry.value)
    });
    let telling = first(&journey);
    assert_eq!(telling.time, "08:00");
    journey.later(19);
    press(&mut journey, &telling, "Done");
    // The tablet has not heard of that: there another reminder was made, and the
    // evening's time was skipped.
    with(&mut journey, |holding| {
        let theirs = Reminder { words: Some("Breathe".into()), ..reminder.clone() };
        came(holding, TABLET, 1, &theirs, MORNING);
        let outcome = Outcome {
            reminder: Ref(id.created_by()),
            version: u64::from(reminder.rule.number()),
            date: jiff::civil::date(2026, 11, 22),
            slot: 18 * 60,
            what: What::Skipped,
            reason: Some("Too tired".into()),
        };
        came(holding, TABLET, 2, &outcome, MORNING);
    });
    journey.press("More").press("Reminders");
    let text = journey.text();
    assert!(text.contains("Stretch") && text.contains("Breathe"), "{text}");
    let mut answers: Vec<What> = journey.holding(|holding| {
        holding.record.current::<Outcome>().map(|entry| entry.value.what).collect()
    });
    answers.sort();
    assert_eq!(answers, [What::Done, What::Skipped], "mine and theirs");
    // And neither time is asked for again.
    journey.send(Event::Resume);
    let today = armed(&journey).unwrap().iter().filter(|one| one.date == "2026-11-22");
    let times: Vec<&str> = today.map(|one| one.time.as_str()).collect();
    assert_eq!(times, ["18:00"], "that of the other reminder alone");
}

/// did-i-take-my-meds#64: repeat until answered, for each medicine by itself.
#[test]
fn did_i_take_my_meds_64_each_medicine_is_asked_again_or_not_by_its_own_wish() {
    let mut journey = person();
    for (name, again) in [("Metformin", true), ("Vitamin D", false)] {
        journey.press("More").press("Medicines").press("Add a medicine");
        journey.type_in("What is it called?", name).press("Save and set its times");
        journey.type_in("First time", "8:00");
        if again {
            journey.choose("If you do not answer", &["again"]);
        }
        journey.press("Save");
    }
    let today = |journey: &Journey| {
        let all = armed(journey).unwrap().iter().filter(|one| one.date == "2026-11-22");
        let mut times: Vec<(String, String)> = all
            .map(|one| {
                let id = one.notification.id.split(".again").next().unwrap().to_owned();
                (id, one.time.clone())
            })
            .collect();
        times.sort();
        times
    };
    let all = today(&journey);
    let mut ids: Vec<&String> = all.iter().map(|(id, _)| id).collect();
    ids.dedup();
    let [one, other] = ids[..] else { panic!("{all:?}") };
    let count = |id: &String| all.iter().filter(|(of, _)| of == id).count();
    let mut counts = [count(one), count(other)];
    counts.sort_unstable();
    assert_eq!(counts, [1, 6], "{all:?}");
    let insists = if count(one) == 6 { one.clone() } else { other.clone() };
    // The answer to the one leaves the other's asking as it is.
    let telling = armed(&journey).unwrap().iter().find(|one| one.notification.id == insists);
    let telling = telling.unwrap().clone();
    press(&mut journey, &telling, "Done");
    let left = today(&journey);
    assert_eq!(left.len(), 1, "{left:?}");
    assert_ne!(left[0].0, insists);
}

/// cgm-remote-monitor#5180: an alarm that was acknowledged came back.
#[test]
fn nightscout_5180_what_was_answered_never_comes_back() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"], &[("If you do not answer", "again")]);
    let telling = first(&journey);
    let id = telling.notification.id.clone();
    journey.later(19);
    // Put off first, and then answered: neither the one nor the other is left.
    press(&mut journey, &telling, "In 15 minutes");
    assert!(has(&journey, &id));
    press(&mut journey, &telling, "Done");
    let is_over = |journey: &Journey| {
        assert!(!has(journey, &id), "{:?}", armed(journey));
        journey.asked.iter().any(|asked| {
            matches!(asked, PlatformOperation::Notifications(Notifications::Clear(ids)) if ids.contains(&id))
        })
    };
    assert!(is_over(&journey));
    for minutes in [1, 14, 16, 60] {
        journey.later(minutes);
        assert!(is_over(&journey), "after {minutes} minutes");
    }
    // Nor after a restart, nor by pressing what was said before once more.
    let mut again = Journey::launched_on(journey.disk.clone(), phone(false));
    (again.notified, again.ms) = (ALLOWED, journey.ms);
    again.send(Event::Background);
    assert!(!has(&again, &id), "{:?}", armed(&again));
    press(&mut again, &telling, "In 15 minutes");
    assert!(!has(&again, &id), "{:?}", armed(&again));
}
