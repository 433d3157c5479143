//! What hurt people elsewhere, each named after where it was said.

use record::kinds::{Dose, What};
use record::{Member, Scope, Scopes};

use super::{action, add, armed, daily, doses, medicines, only_dose, person, today};
use crate::event::Event;
use crate::holding::RecordSide;
use crate::messages::fixture;
use crate::testing::Journey;

#[test]
fn carekit_626_going_east_moves_no_dose_and_doubles_none() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    daily(&mut journey, "Atorvastatin", &["20:00"]);
    // A whole day is behind them, so that every time there and here would be asked for.
    for (name, minutes) in [("Metformin", 738), ("Atorvastatin", 702), ("Metformin", 0)] {
        today(&mut journey);
        journey.press(name).press("Taken").later(minutes);
    }
    let keys = |journey: &Journey| {
        journey.holding(|holding| {
            let all = holding.record.current::<Dose>();
            all.map(|entry| entry.value.key()).collect::<Vec<_>>()
        })
    };
    let said = keys(&journey);
    assert_eq!(said.len(), 3);
    for zone in ["Asia/Tokyo", "Pacific/Kiritimati", "America/Los_Angeles", "Europe/London"] {
        journey.zone = zone.into();
        journey.send(Event::Resume);
        let text = today(&mut journey);
        assert!(!text.contains("[Now]") && !text.contains("Not known"), "{zone}: {text}");
        assert_eq!(keys(&journey), said);
    }
    assert!(today(&mut journey).contains("Metformin [Taken]"), "{}", journey.text());
}

#[test]
fn carekit_567_a_dose_said_on_two_devices_is_the_same_dose() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    let mut other = journey.copied();
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    other.later(5);
    today(&mut other);
    other.press("Metformin").press("Taken");
    assert_eq!(only_dose(&journey).value.key(), only_dose(&other).value.key());
}

#[test]
fn carekit_699_an_app_that_was_left_overnight_shows_today() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    assert!(journey.text().contains("Metformin [Taken]"), "{}", journey.text());
    journey.later(24 * 60);
    assert!(journey.text().contains("Metformin [Now]"), "{}", journey.text());
    // And where nobody left it: on a stand, in front all night.
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    journey.stays_open(24 * 60);
    assert!(journey.text().contains("Metformin [Now]"), "{}", journey.text());
}

#[test]
fn carekit_129_what_is_taken_as_needed_is_a_medicine_like_any_other() {
    let mut journey = person();
    add(&mut journey, "Paracetamol", "2");
    journey.choose("How often?", &["needed"]).press("Save");
    assert!(today(&mut journey).contains("Paracetamol [As needed]"), "{}", journey.text());
    journey.press("Paracetamol").press("Write down a dose").press("Save");
    assert_eq!(doses(&journey), [What::Done]);
    assert!(armed(&journey).is_empty());
}

#[test]
fn uhabits_88_a_week_of_illness_is_held_against_nobody() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    journey.later(7 * 24 * 60);
    today(&mut journey);
    medicines(&mut journey).press("Metformin");
    let text = journey.text().to_ascii_lowercase();
    for word in ["missed", "streak", "in a row", "%", "failed", "overdue", "adherence"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert_eq!(doses(&journey).len(), 1);
}

#[test]
fn medtimer_759_who_travels_can_keep_the_clock_at_home() {
    let mut journey = person();
    add(&mut journey, "The pill", "1");
    journey.type_in("First time", "8:00").choose("When you travel", &["pinned"]).press("Save");
    journey.zone = "America/New_York".into();
    journey.send(Event::Resume);
    let next = armed(&journey)[0].clone();
    assert_eq!((next.time.as_str(), next.zone.as_str()), ("08:00", "Europe/London"));
    assert!(today(&mut journey).contains("3:00 · 1 tablet"), "{}", journey.text());
}

#[test]
fn medtimer_943_every_24_hours_and_daily_at_8_are_different_promises() {
    // The night on which the clocks go forward in London.
    let saturday = 1_806_130_800_000; // 27 March 2027, 7:00.
    let mut journey = person();
    journey.ms = saturday;
    journey.send(Event::Resume);
    daily(&mut journey, "At eight", &["8:00"]);
    add(&mut journey, "Every 24 hours", "1");
    journey.choose("How often?", &["elapsed"]);
    journey.type_in("How many hours after the last one?", "24").type_in("First time", "8:00");
    journey.press("Save");
    journey.later(60);
    today(&mut journey);
    journey.press("At eight").press("Taken").press("Every 24 hours").press("Taken");
    journey.ms = saturday + 12 * 3_600_000;
    journey.send(Event::Resume);
    let next = armed(&journey);
    let times: Vec<(&str, &str)> =
        next.iter().take(2).map(|one| (one.date.as_str(), one.time.as_str())).collect();
    assert_eq!(times, [("2027-03-28", "08:00"), ("2027-03-28", "09:00")]);
}

#[test]
fn medtimer_1017_several_peoples_medicines_stand_apart() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    let mine = armed(&journey)[0].clone();
    fixture::show_somebody_elses(&mut journey);
    medicines(&mut journey);
    assert!(!journey.text().contains("Metformin"), "{}", journey.text());
    // What is pressed outside goes to its own record, whichever is on show.
    journey.send(Event::Press(action(&mine, "Done")));
    assert!(doses(&journey).is_empty());
    journey.send(Event::Press(mine.notification.open));
    assert_eq!(journey.holding(|holding| holding.index), 0);
    assert_eq!(doses(&journey), [What::Done]);
}

#[test]
fn medtimer_772_a_carer_hears_of_orders_and_not_of_doses() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.press("Metformin").press("What is left").type_in("How much is there now?", "20");
    journey.date("On which day shall we remind you to order?", "24", "11", "2026").press("Save");
    journey.act(|cx| {
        let about = &mut cx.open.holding_mut().unwrap().about;
        about.side = RecordSide::Carer;
        about.member = Member(2);
        about.scopes = Scopes::of(&[Scope::Medicines]);
        about.adds = about.scopes;
        crux_core::Command::done()
    });
    journey.send(Event::Resume);
    let ids: Vec<String> = armed(&journey).into_iter().map(|one| one.notification.id).collect();
    assert_eq!(ids.len(), 1, "{ids:?}");
    assert!(ids[0].starts_with("order."), "{ids:?}");
}

#[test]
fn medtimer_1136_a_stale_prompt_never_invites_a_second_dose() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00", "18:00"]);
    let morning = armed(&journey)[0].clone();
    journey.later(11 * 60);
    let text = today(&mut journey);
    // The morning's is over since six hours went by; the evening's is asked for.
    assert_eq!(text.matches("[Not known]").count(), 1, "{text}");
    assert_eq!(text.matches("[Now]").count(), 1, "{text}");
    assert!(!text.contains("all of this"), "{text}");
    journey.send(Event::Press(morning.notification.open));
    let text = journey.text();
    assert!(text.contains("is not asked for any more"), "{text}");
    assert!(!text.contains("<Taken>") && text.contains("<I took it at 8:00>"), "{text}");
}

#[test]
fn did_i_take_my_meds_68_a_late_dose_is_credited_to_its_own_time() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00", "18:00"]);
    journey.later(9 * 60 + 30);
    let text = today(&mut journey);
    assert!(text.contains("[Not known]") && text.contains("[Now]"), "{text}");
    // The first of the two on the page is the morning's.
    journey.press("Metformin").press("I took it at 8:00");
    assert_eq!(only_dose(&journey).value.key().unwrap().slot, 480);
    let text = today(&mut journey);
    assert!(text.contains("[Taken]") && text.contains("[Now]"), "{text}");
}

#[test]
fn did_i_take_my_meds_87_the_record_is_corrected_and_keeps_its_history() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.later(60);
    today(&mut journey);
    journey.press("Metformin").press("Taken").press("Metformin: 1 tablet").press("Correct");
    journey.type_in("Time", "7:55").press("Save");
    let text = journey.text();
    assert!(text.contains("When: Today, 7:55"), "{text}");
    assert!(text.contains("## How it came about") || text.contains("Today, 8:42"), "{text}");
    let versions =
        journey.holding(|holding| holding.record.current::<Dose>().next().unwrap().versions);
    assert_eq!(versions, 2);
}

#[test]
fn track_and_graph_270_what_is_taken_already_is_not_asked_for() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    assert_eq!(armed(&journey)[0].date, "2026-11-22");
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    assert_eq!(armed(&journey)[0].date, "2026-11-23");
}

#[test]
fn flaredown_406_a_medicine_without_a_dose_is_exported_like_any_other() {
    let mut journey = person();
    add(&mut journey, "Something from the pharmacy", "");
    journey.choose("How often?", &["needed"]).press("Save");
    journey.press("Something from the pharmacy").press("Write down a dose").press("Save");
    let (counts, rows) = journey.holding(|holding| {
        let words = crate::words::Words::default();
        let now = crate::effects::clock::Now {
            ms: crate::testing::MORNING,
            zone: "UTC".into(),
            agreed: None,
            day_start: 0,
        };
        let (_, counts) = crate::your_data::archive(holding, &words, &now).unwrap();
        (counts, holding.record.count(Scope::Medicines))
    });
    assert_eq!((counts.entries, counts.operations), (2, rows));
    assert_eq!(rows, 3, "the medicine, its times, and a dose of no number");
}

#[test]
fn nightscout_8461_a_dose_keeps_the_zone_in_which_it_was_taken() {
    let mut journey = person();
    journey.zone = "Asia/Tokyo".into();
    journey.send(Event::Resume);
    daily(&mut journey, "Metformin", &["17:00"]);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    journey.zone = "Europe/London".into();
    journey.send(Event::Resume);
    assert_eq!(only_dose(&journey).happened.zone.name(), "Asia/Tokyo");
    journey.press("More").press("Diary");
    assert!(journey.text().contains("16:42 · Metformin"), "{}", journey.text());
}

#[test]
fn nightscout_8403_who_helps_from_another_zone_sees_the_persons_clock() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.later(20);
    today(&mut journey);
    journey.press("Metformin").press("Taken");
    journey.act(|cx| {
        let about = &mut cx.open.holding_mut().unwrap().about;
        about.side = RecordSide::Carer;
        about.member = Member(2);
        about.scopes = Scopes::of(&[Scope::Medicines]);
        crux_core::Command::done()
    });
    journey.zone = "America/New_York".into();
    journey.send(Event::Resume);
    medicines(&mut journey).press("Metformin");
    let text = journey.text();
    assert!(text.contains("8:02") && !text.contains("3:02"), "{text}");
}

#[test]
fn dose_android_66_many_medicines_arm_no_more_than_thirty() {
    let mut journey = person();
    for n in 0..12 {
        daily(&mut journey, &format!("Tablets {n}"), &["8:00", "12:00", "18:00", "22:00"]);
    }
    let armed = armed(&journey);
    assert_eq!(armed.len(), 30);
    assert!(armed.windows(2).all(|two| two[0].at <= two[1].at));
    assert!(armed.last().unwrap().notification.text.contains("Open the app"));
}
