//! What became of a time: from Today, from a notification, for several at once;
//! and amending it.

use record::kinds::{Dose, What};

use super::{action, armed, daily, doses, medicines, only_dose, person, today};
use crate::event::Event;
use crate::testing::{Journey, MORNING};

#[test]
fn one_is_taken_from_today_and_stands_in_the_day() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00", "18:00"]);
    today(&mut journey);
    insta::assert_snapshot!("today", journey.text());
    journey.press("Metformin");
    insta::assert_snapshot!("dose", journey.text());
    journey.press("Taken");
    assert_eq!(journey.page().name, "today");
    insta::assert_snapshot!("today_taken", journey.text());
    let dose = only_dose(&journey);
    assert_eq!(dose.value.what, What::Done);
    assert_eq!(dose.value.taken.unwrap().amount, Some(record::Decimal::whole(1)));
    assert_eq!(dose.happened.at, MORNING / 1000);
    journey.press("More").press("Diary");
    assert!(journey.text().contains("7:42 · Metformin: 1 tablet"), "{}", journey.text());
}

#[test]
fn one_is_skipped_with_a_reason_that_is_nobodys_failing() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    today(&mut journey);
    journey.press("Metformin").press("Not taken").press("Save");
    insta::assert_snapshot!("skip", journey.text());
    journey.choose("Why not?", &["ill"]).type_in("In your own words", "sick all night");
    journey.press("Save");
    assert_eq!(journey.page().name, "today");
    let dose = only_dose(&journey);
    assert_eq!(dose.value.what, What::Skipped);
    assert_eq!(dose.value.note.as_deref(), Some("I felt ill: sick all night"));
    assert!(journey.text().contains("Metformin [Not taken]"), "{}", journey.text());
}

#[test]
fn nobody_has_to_say_why() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    today(&mut journey);
    journey.press("Metformin").press("Not taken").choose("Why not?", &["silent"]).press("Save");
    assert_eq!(only_dose(&journey).value.note, None);
}

#[test]
fn late_and_at_its_time_are_told_apart() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.later(3 * 60);
    today(&mut journey);
    assert!(journey.text().contains("Metformin [Still open]"), "{}", journey.text());
    let mut other = Journey::on(journey.copied().disk);
    other.ms = journey.ms;
    journey.press("Metformin").press("Taken");
    let late = only_dose(&journey);
    assert_eq!((late.value.what, late.happened.at), (What::DoneLate, journey.ms / 1000));
    today(&mut other);
    other.press("Metformin").press("I took it at 8:00");
    let on_time = only_dose(&other);
    assert_eq!(on_time.value.what, What::Done);
    assert_eq!(on_time.happened.at, MORNING / 1000 + 18 * 60);
}

#[test]
fn part_of_one_says_how_much() {
    let mut journey = person();
    daily(&mut journey, "Prednisolone", &["8:00"]);
    today(&mut journey);
    journey.press("Prednisolone").press("Part of it, or at another time");
    journey.choose("What became of it?", &["3"]);
    journey.type_in("How much was taken?", "").press("Save");
    assert!(journey.text().contains("Write how much of it was taken"), "{}", journey.text());
    journey.type_in("How much was taken?", "0.5").press("Save");
    assert_eq!(journey.page().name, "today");
    assert!(journey.text().contains("Prednisolone: Part taken, 0.5 tablets"), "{}", journey.text());
}

#[test]
fn what_was_said_is_amended_and_its_history_stands() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    today(&mut journey);
    journey.press("Metformin").press("Taken").press("Metformin");
    // Answered: nothing invites to say it again.
    assert!(!journey.text().contains("<Taken>"), "{}", journey.text());
    journey.press("Metformin: 1 tablet").press("Correct");
    journey.choose("What became of it?", &["4"]).type_in("Anything else?", "Spat it out");
    journey.press("Save");
    insta::assert_snapshot!("amended", journey.text());
    assert_eq!(doses(&journey), [What::Skipped]);
    assert!(today(&mut journey).contains("Metformin [Not taken]"), "{}", journey.text());
    // Crossed out, it is asked for again.
    journey.press("Metformin").press("Metformin: Not taken").press("Cross it out");
    journey.choose("Why?", &["typed"]).press("Cross it out");
    assert!(today(&mut journey).contains("Metformin [Now]"), "{}", journey.text());
}

#[test]
fn all_of_this_morning_are_taken_with_one_press_and_in_one_act() {
    let mut journey = person();
    for name in ["Metformin", "Ramipril", "Aspirin"] {
        daily(&mut journey, name, &["8:00"]);
    }
    daily(&mut journey, "Atorvastatin", &["22:00"]);
    let text = today(&mut journey);
    assert!(text.contains("<Taken: all of this morning’s>"), "{text}");
    let rows = journey.disk.lock().unwrap().rows();
    journey.press("Taken: all of this morning’s");
    assert_eq!(journey.disk.lock().unwrap().rows(), rows + 1);
    assert_eq!(doses(&journey), [What::Done; 3]);
    let text = journey.text();
    assert!(text.contains("Metformin, Ramipril and Aspirin"), "{text}");
    assert!(!text.contains("all of this morning"), "{text}");
    assert!(text.contains("Atorvastatin [Later]"), "{text}");
}

#[test]
fn a_notification_says_nothing_of_it_and_its_press_is_taken_while_locked() {
    let mut journey = person();
    journey.press("More").press("Settings").press("Lock it");
    daily(&mut journey, "Metformin", &["8:00"]);
    let all = armed(&journey);
    assert_eq!(all.len(), 30);
    let first = all[0].clone();
    assert_eq!((first.date.as_str(), first.time.as_str()), ("2026-11-22", "08:00"));
    assert!(!format!("{:?}", first.notification).contains("Metformin"));
    journey.send(Event::Left);
    journey.later(20);
    journey.send(Event::Press(action(&first, "Done")));
    assert_eq!(doses(&journey), [What::Done]);
    // Pressed twice, or on an old one, it is said once.
    journey.send(Event::Press(action(&first, "Done")));
    assert_eq!(doses(&journey), [What::Done]);
    let next = armed(&journey)[0].clone();
    assert_eq!(next.date, "2026-11-23");
}

#[test]
fn not_taken_from_the_notification_asks_why_and_never_twice() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    let first = armed(&journey)[0].clone();
    let actions = &first.notification.actions;
    let said: Vec<(&str, bool)> = actions.iter().map(|one| (&*one.label, one.opens)).collect();
    assert_eq!(said, [("Done", false), ("In 15 minutes", false), ("Not taken", true)]);
    journey.later(20);
    journey.send(Event::Press(action(&first, "Not taken")));
    assert_eq!(journey.page().name, "medicines.skip", "{}", journey.text());
    assert!(doses(&journey).is_empty(), "nothing is said before the person has");
    journey.choose("Why not?", &["ill"]).press("Save");
    assert_eq!(journey.page().name, "medicines", "where the person was");
    assert_eq!(doses(&journey), [What::Skipped]);
    // The same notification on a watch: it stands already, and is not asked again.
    journey.send(Event::Press(action(&first, "Not taken")));
    assert_eq!(journey.page().name, "medicines.dose");
    assert!(journey.text().contains("You have answered this already"), "{}", journey.text());
    assert_eq!(doses(&journey), [What::Skipped]);
}

#[test]
fn put_off_it_comes_again_on_this_device() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["8:00"]);
    journey.later(20);
    let first = armed(&journey)[0].clone();
    today(&mut journey);
    journey.press("Metformin").press("In 15 minutes");
    let again = armed(&journey)[0].clone();
    assert_eq!((again.date.as_str(), again.time.as_str()), ("2026-11-22", "08:17"));
    assert_eq!(first.date, "2026-11-23");
    journey.send(Event::Press(action(&again, "Done")));
    assert_ne!(armed(&journey)[0].time, "08:17");
}

#[test]
fn shown_by_name_on_a_locked_screen_only_where_that_was_chosen() {
    let mut journey = person();
    daily(&mut journey, "Metformin", &["20:00"]);
    journey.press("Metformin").press("Change its times");
    journey.choose("On a locked screen", &["shown"]).press("Save");
    assert_eq!(armed(&journey)[0].notification.text, "Metformin");
    journey.press("Change its times").choose("At its times", &["silent"]).press("Save");
    assert!(armed(&journey).is_empty());
    assert!(today(&mut journey).contains("Metformin [Later]"), "{}", journey.text());
}

#[test]
fn a_course_that_goes_down_in_steps_says_each_days_own_dose() {
    let mut journey = person();
    super::add(&mut journey, "Prednisolone", "8");
    journey.type_in("First time", "8:00");
    journey.choose("Is the dose always the same?", &["stepped"]);
    journey.type_in("Step 1: how much each time", "8").type_in("Step 1: for how many days", "1");
    journey.type_in("Step 2: how much each time", "6").type_in("Step 2: for how many days", "2");
    journey.type_in("Step 3: how much each time", "half of one");
    journey.type_in("Step 3: for how many days", "1").press("Save");
    let text = journey.text();
    let steps =
        "Every day at 8:00: 8 tablets for 1 day, 6 tablets for 2 days, half of one for 1 day";
    assert!(text.contains(steps), "{text}");
    for (day, dose) in
        [(0, Some("8 tablets")), (1, Some("6 tablets")), (3, Some("half of one")), (4, None)]
    {
        let mut then = journey.restarted();
        then.ms += day * 86_400_000;
        then.send(Event::Resume);
        let text = today(&mut then);
        match dose {
            Some(dose) => assert!(text.contains(&format!("8:00 · {dose}")), "{day}: {text}"),
            None => assert!(!text.contains("Prednisolone"), "{day}: {text}"),
        }
    }
    // The form says all of it again.
    journey.press("Prednisolone").press("Change its times");
    let text = journey.text();
    assert!(text.contains("? Step 3: how much each time (optional) = half of one"), "{text}");
    journey.press("Save");
    assert!(journey.text().contains(steps), "{}", journey.text());
}

#[test]
fn what_depends_on_the_time_of_day_says_each_times_own_dose() {
    let mut journey = person();
    super::add(&mut journey, "Hydrocortisone", "10");
    journey.choose("Is the dose always the same?", &["by-time"]);
    journey.type_in("First time", "8:00").type_in("How much the first time", "2");
    journey.type_in("Time 2", "18:00").press("Save");
    assert!(journey.text().contains("✗ Write how much at this time"), "{}", journey.text());
    journey.type_in("How much at time 2", "1").press("Save");
    let said = "Every day at 8:00 (2 tablets) and 18:00 (1 tablet)";
    assert!(journey.text().contains(said), "{}", journey.text());
    let text = today(&mut journey);
    assert!(text.contains("8:00 · 2 tablets") && text.contains("18:00 · 1 tablet"), "{text}");
    journey.press("Hydrocortisone").press("Taken");
    let taken = only_dose(&journey).value.taken.unwrap();
    assert_eq!(taken.amount, Some(record::Decimal::whole(2)));
    let before = super::medicine(&journey).1;
    medicines(&mut journey).press("Hydrocortisone").press("Change its times").press("Save");
    assert_eq!(super::medicine(&journey).1, before);
}

#[test]
fn every_way_of_taking_it_is_said_and_filled_in_again() {
    type Way = (&'static str, &'static [(&'static str, &'static str)], &'static str);
    let ways: [Way; 5] = [
        ("weekly", &[("First time", "8:00")], "Monday and Thursday at 8:00"),
        ("every", &[("Every how many days?", "3"), ("First time", "8:00")], "Every 3 days at 8:00"),
        (
            "monthly",
            &[("On which day of the month?", "31"), ("First time", "8:00")],
            "Every month on day 31, or on its last day if it is shorter, at 8:00",
        ),
        (
            "needed",
            &[("At least how long between two?", "4.5"), ("At most how many in a day?", "4")],
            "As needed, at least 4 hours 30 minutes between two, at most 4 a day",
        ),
        (
            "elapsed",
            &[("How many hours after the last one?", "6"), ("First time", "8:00")],
            "6 hours after the last one",
        ),
    ];
    for (way, typed, said) in ways {
        let mut journey = person();
        super::add(&mut journey, "Tablets", "1");
        journey.choose("How often?", &[way]);
        if way == "weekly" {
            journey.choose("On which days?", &["1", "8"]);
        }
        for (label, text) in typed {
            journey.type_in(label, text);
        }
        journey.date("Until which day?", "31", "1", "2027").press("Save");
        let said = format!("{said}, until 31 January 2027");
        assert!(journey.text().contains(&said), "{way}: {}", journey.text());
        let before = super::medicine(&journey).1;
        journey.press("Tablets").press("Change its times").press("Save");
        assert_eq!(super::medicine(&journey).1, before, "{way}: said again it is no change");
    }
}

#[test]
fn a_dose_that_was_brought_in_under_the_same_name_stands_among_its_doses() {
    let mut journey = person();
    journey.press("Track").press("Choose what to follow");
    journey.choose("What do you want to follow?", &["1.1"]).press("Follow these");
    journey.press("Today").press("Blood glucose").type_in("Reading", "6.8").press("Save");
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = crate::saving::Act::new(holding, cx.now);
        let now = act.happened_now();
        let dose = record::kinds::DoseTaken {
            medicine: "insulin GLARGINE".into(),
            amount: Some(record::Decimal::whole(12)),
            unit: record::kinds::DoseUnit::Unit,
            note: None,
        };
        act.create(&dose, now);
        act.save(cx, crate::saving::Go::Stay, None)
    });
    medicines(&mut journey).press("Add a medicine");
    journey.type_in("What is it called?", "Insulin glargine");
    journey.type_in("How much at a time, as a number", "12").choose("A number of what?", &["1"]);
    journey.choose("Show readings beside its doses", &["1"]).press("Save and set its times");
    journey.press("Not now").press("Insulin glargine").press("Write down a dose");
    journey.press("Save");
    insta::assert_snapshot!("beside", journey.text());
    let doses = journey.holding(|holding| holding.record.current::<Dose>().count());
    assert_eq!(doses, 1);
    journey.press("Write down: Blood glucose");
    assert_eq!(journey.page().name, "track.log");
}

/// Paracetamol every six hours after the last one; it is 7:47 and the first was at 7:00.
fn every_six_hours() -> Journey {
    let mut journey = person();
    super::add(&mut journey, "Paracetamol", "1");
    journey.choose("How often?", &["elapsed"]);
    journey.type_in("How many hours after the last one?", "6").type_in("First time", "8:00");
    journey.press("Save");
    journey.later(60);
    journey
}

#[test]
fn not_taken_is_an_answer_after_which_the_next_one_comes() {
    let mut journey = every_six_hours();
    today(&mut journey);
    journey.press("Paracetamol").press("Not taken").choose("Why not?", &["ill"]).press("Save");
    assert_eq!(doses(&journey), [What::Skipped]);
    assert!(!today(&mut journey).contains("Paracetamol [Now]"), "{}", journey.text());
    journey.later(6 * 60);
    today(&mut journey);
    journey.press("Paracetamol").press("Taken");
    assert_eq!(doses(&journey), [What::Skipped, What::Done]);
}

#[test]
fn what_nobody_answered_stays_on_today_until_somebody_does() {
    let mut journey = every_six_hours();
    for days in 1..4 {
        journey.later(24 * 60);
        let text = today(&mut journey);
        assert!(text.contains("Paracetamol"), "{days} days later: {text}");
        assert_eq!(text.matches("Paracetamol").count(), 1, "{text}");
    }
    journey.press("Paracetamol").press("I took it at 8:00");
    assert_eq!(doses(&journey), [What::Done]);
    // Six hours after that is long past as well, and asked about in its turn.
    assert!(today(&mut journey).contains("14:00"), "{}", journey.text());
}

#[test]
fn what_is_no_longer_taken_does_not_stay_on_today() {
    let mut journey = every_six_hours();
    journey.later(24 * 60);
    today(&mut journey);
    medicines(&mut journey).press("Paracetamol").press("I no longer take it");
    journey.press("Save");
    assert!(super::medicine(&journey).1.stopped.is_some(), "{}", journey.text());
    journey.later(24 * 60);
    assert!(!today(&mut journey).contains("Paracetamol"), "{}", journey.text());
}

#[test]
fn done_on_a_notification_that_stood_there_for_hours_asks_when_it_was() {
    let mut journey = person();
    super::daily(&mut journey, "Metformin", &["8:00"]);
    let stale = super::armed(&journey)[0].clone();
    journey.later(10 * 60);
    journey.send(Event::Press(super::action(&stale, "Done")));
    assert!(doses(&journey).is_empty(), "{:?}", doses(&journey));
    assert_eq!(journey.page().name, "medicines.dose");
    assert!(journey.text().contains("This was a while ago"), "{}", journey.text());
    journey.press("I took it at 8:00");
    assert_eq!(doses(&journey), [What::Done]);
}
