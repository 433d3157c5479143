mod answers;

use record::EntryId;
use record::kinds::{Outcome, Reading, Reminder, What};
use record::schedule::{Days, Rule, RuleBytes, Step, Terms, When};

use super::Intent;

use crate::effects::platform::{
    Notifications, Notified, Notifying, PlatformOperation, Purpose, Telling,
};
use crate::event::{Abilities, Event, Launch, Platform};
use crate::messages::fixture;
use crate::nav::Intent as Press;
use crate::pilot;
use crate::saving::{Act, Go};
use crate::screen::Action;
use crate::testing::{Journey, MORNING};

const HOUR: i64 = 3_600_000;

fn launch() -> Launch {
    let abilities = Abilities { notifications: true, unlock: true, ..Abilities::default() };
    Launch { abilities, platform: Platform::Android, ..Launch::default() }
}

/// 7:42 on a Sunday in London.
fn person() -> Journey {
    let mut journey = Journey::launched(launch());
    journey.notified = Notified::new(Notifying::Allowed);
    journey.press("Use it on this device");
    journey
}

fn remind(journey: &mut Journey, words: &str, times: &[&str]) {
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", words);
    journey.type_in("At which time?", times[0]);
    if let Some(second) = times.get(1) {
        journey.type_in("Time 2", second);
    }
    journey.press("Save");
}

fn today(journey: &mut Journey) -> String {
    journey.press("Today");
    journey.text()
}

fn armed(journey: &Journey) -> Vec<Telling> {
    let last = journey.asked.iter().rev().find_map(|asked| match asked {
        PlatformOperation::Notifications(Notifications::Arm(tellings)) => Some(tellings.clone()),
        _ => None,
    });
    last.unwrap_or_default()
}

fn cleared(journey: &Journey) -> Vec<String> {
    let clear = |asked: &PlatformOperation| match asked {
        PlatformOperation::Notifications(Notifications::Clear(ids)) => Some(ids.clone()),
        _ => None,
    };
    journey.asked.iter().filter_map(clear).flatten().collect()
}

fn outcomes(journey: &Journey) -> Vec<What> {
    journey.holding(|holding| {
        holding.record.current::<Outcome>().map(|entry| entry.value.what).collect()
    })
}

fn action(telling: &Telling, label: &str) -> Action {
    let actions = &telling.notification.actions;
    actions.iter().find(|action| action.label == label).unwrap().action.clone()
}

fn follow_glucose(journey: &mut Journey) {
    journey.press("Track").press("Choose what to follow");
    let glucose = pilot::choices(
        &journey.page(),
        "What do you want to follow?",
        &["Blood glucose in mmol/L"],
    );
    let glucose: Vec<&str> = glucose.iter().map(String::as_str).collect();
    journey.choose("What do you want to follow?", &glucose).press("Follow these");
}

#[test]
fn where_there_is_nothing_to_choose_nothing_has_to_be_chosen() {
    let mut journey = person();
    journey.press("More").press("Reminders").press("Make a reminder").press("Save");
    let text = journey.text();
    assert!(!text.contains("Choose what the reminder is about"), "{text}");
    assert!(text.contains("Write what we shall remind you of"), "{text}");
    journey.type_in("In your own words", "Stretch");
    journey.type_in("At which time?", "8:00").press("Save");
    assert!(journey.text().contains("Stretch"), "{}", journey.text());
}

#[test]
fn a_form_that_says_nothing_is_told_what_is_missing() {
    let mut journey = person();
    journey.press("More").press("Reminders");
    insta::assert_snapshot!("none", journey.text());
    follow_glucose(&mut journey);
    journey.press("More").press("Reminders").press("Make a reminder").press("Save");
    let text = journey.text();
    assert!(text.contains("Choose what the reminder is about"), "{text}");
    assert!(text.contains("Enter at least one time"), "{text}");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("At which time?", "25:99").press("Save");
    let text = journey.text();
    assert!(text.contains("Write what we shall remind you of"), "{text}");
    assert!(text.contains("Enter a time"), "{text}");
    journey.type_in("In your own words", "Stretch");
    journey.type_in("At which time?", "8:00").type_in("Time 2", "08:00").press("Save");
    assert!(journey.text().contains("This time is there already"), "{}", journey.text());
}

#[test]
fn a_reminder_stands_on_today_and_is_answered_there() {
    let mut journey = person();
    remind(&mut journey, "Breathing exercises", &["8:00", "20:00"]);
    insta::assert_snapshot!("list", journey.text());
    assert!(today(&mut journey).contains("Breathing exercises"), "{}", journey.text());
    insta::assert_snapshot!("today", journey.text());
    journey.press("Breathing exercises");
    insta::assert_snapshot!("one", journey.text());
    journey.press("Done");
    assert_eq!(journey.page().name, "today");
    assert_eq!(outcomes(&journey), [What::Done]);
    assert!(journey.text().contains("Done"), "{}", journey.text());
}

#[test]
fn the_phone_is_handed_the_whole_list_and_nothing_that_others_may_not_read() {
    let mut journey = person();
    remind(&mut journey, "Chemotherapy tablets", &["8:00", "20:00"]);
    let armed = armed(&journey);
    assert_eq!(armed.len(), 30);
    let first = &armed[0];
    assert_eq!((first.date.as_str(), first.time.as_str()), ("2026-11-22", "08:00"));
    assert_eq!((first.zone.as_str(), first.at * 1000), ("Europe/London", MORNING + 18 * 60_000));
    assert_eq!(first.notification.purpose, Purpose::Reminders);
    assert!(armed.windows(2).all(|pair| pair[0].at < pair[1].at));
    let all = format!("{armed:?}");
    assert!(!all.contains("Chemotherapy"), "{all}");
    assert!(armed[29].notification.text.contains("Open the app"), "{:?}", armed[29]);
    // Asked once whether it may notify.
    let asks = journey
        .asked
        .iter()
        .filter(|asked| matches!(asked, PlatformOperation::Notifications(Notifications::Ask)));
    assert_eq!(asks.count(), 1);
}

#[test]
fn who_wants_it_said_on_the_screen_has_it_said() {
    let mut journey = person();
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", "Water the tomatoes").type_in("At which time?", "9:30");
    journey
        .choose("On a locked screen", &["shown"])
        .choose("How often?", &["weekly"])
        .choose("On which days?", &["1", "8"]);
    journey.choose("When you travel", &["pinned"]).press("Save");
    assert!(
        journey.text().contains("Monday and Thursday at 9:30, by the clock of London"),
        "{}",
        journey.text()
    );
    let armed = armed(&journey);
    assert_eq!(armed[0].notification.text, "Water the tomatoes");
    assert_eq!((armed[0].date.as_str(), armed[0].zone.as_str()), ("2026-11-23", "Europe/London"));
    assert_eq!(armed[1].date, "2026-11-26");
}

#[test]
fn done_from_the_notification_once_and_said_where_it_was_already() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    let first = armed(&journey)[0].clone();
    journey.send(Event::Left);
    journey.ms += HOUR / 2;
    journey.send(Event::Press(action(&first, "Done")));
    assert_eq!(outcomes(&journey), [What::Done]);
    assert!(cleared(&journey).contains(&first.notification.id));
    // The same notification on a watch, or pressed twice.
    journey.send(Event::Press(action(&first, "Done")));
    assert_eq!(outcomes(&journey), [What::Done]);
    journey.send(Event::Resume);
    assert!(journey.text().contains("You have answered this already"), "{}", journey.text());
    // What is armed goes on from the next day.
    journey.send(Event::Background);
    assert_eq!(armed(&journey)[0].date, "2026-11-23");
}

#[test]
fn not_this_time_from_the_notification_without_opening_the_app() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    let first = armed(&journey)[0].clone();
    let labels: Vec<&str> =
        first.notification.actions.iter().map(|action| action.label.as_str()).collect();
    assert_eq!(labels, ["Done", "In 15 minutes", "Not this time"]);
    assert!(first.notification.actions.iter().all(|action| !action.opens));
    journey.send(Event::Left);
    journey.ms += HOUR / 2;
    journey.send(Event::Press(action(&first, "Not this time")));
    assert_eq!(outcomes(&journey), [What::Skipped]);
    assert!(cleared(&journey).contains(&first.notification.id));
    assert_eq!(armed(&journey)[0].date, "2026-11-23");
}

#[test]
fn while_the_app_is_locked_it_is_done_without_opening_it() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    let first = armed(&journey)[0].clone();
    journey.press("More").press("Settings").press("Lock it");
    journey.send(Event::Left);
    journey.ms += HOUR;
    journey.send(Event::Press(action(&first, "Done")));
    assert_eq!(journey.page().name, "locked");
    assert_eq!(outcomes(&journey), [What::Done]);
    // To look at it, it has to be unlocked.
    journey.unlocking = crate::effects::platform::Unlocked::NotProved;
    journey.send(Event::Press(first.notification.open));
    assert_eq!(journey.page().name, "locked");
}

#[test]
fn later_asks_again_and_only_on_this_device() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["7:30"]);
    today(&mut journey);
    journey.press("Stretch").press("In 15 minutes");
    assert!(journey.text().contains("You will be asked again at 7:57"), "{}", journey.text());
    let first = armed(&journey)[0].clone();
    assert_eq!((first.date.as_str(), first.time.as_str()), ("2026-11-22", "07:57"));
    assert!(outcomes(&journey).is_empty());
    // Kept, for the phone may start the app anew.
    let again = Journey::launched_on(journey.disk.clone(), launch());
    assert_eq!(armed(&again)[0].time, "07:57");
    journey.press("Done");
    assert_ne!(armed(&journey)[0].time, "07:57");
}

#[test]
fn track_and_graph_270_a_reading_answers_the_reminder_of_its_tracker() {
    let mut journey = person();
    follow_glucose(&mut journey);
    journey.press("More").press("Reminders").press("Make a reminder");
    let about = pilot::choices(&journey.page(), "What shall we remind you of?", &["Blood glucose"]);
    journey.choose("What shall we remind you of?", &[about[0].as_str()]);
    journey.type_in("At which time?", "8:00").press("Save");
    let first = armed(&journey)[0].clone();
    journey.send(Event::Press(action(&first, "Write it down")));
    assert_eq!(journey.page().name, "track.log");
    journey.type_in("Reading", "6.8").press("Save");
    assert_eq!(journey.holding(|holding| holding.record.current::<Reading>().count()), 1);
    assert!(today(&mut journey).contains("[Done]"), "{}", journey.text());
    assert_eq!(armed(&journey)[0].date, "2026-11-23", "nothing is asked for twice");
    assert!(outcomes(&journey).is_empty(), "only the reading was written down");
    journey.send(Event::Press(first.notification.open));
    assert!(journey.text().contains("you wrote down a reading"), "{}", journey.text());
}

#[test]
fn a_change_begins_tomorrow_and_asks_for_nothing_twice() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    today(&mut journey);
    journey.press("Stretch").press("Done");
    journey.press("More").press("Reminders").press("Change");
    assert!(journey.text().contains("begins tomorrow"), "{}", journey.text());
    journey.type_in("Time 2", "20:00").press("Save");
    assert!(journey.text().contains("Every day at 8:00 and 20:00"), "{}", journey.text());
    assert_eq!(today(&mut journey).matches("Stretch").count(), 1, "{}", journey.text());
    let armed = armed(&journey);
    assert_eq!((armed[0].date.as_str(), armed[0].time.as_str()), ("2026-11-23", "08:00"));
    assert_eq!((armed[1].date.as_str(), armed[1].time.as_str()), ("2026-11-23", "20:00"));
    // A change that says the same is none.
    journey.press("More").press("Reminders").press("Change").press("Save");
    journey.ms += 24 * HOUR;
    journey.send(Event::Resume);
    assert_eq!(today(&mut journey).matches("Stretch").count(), 2, "{}", journey.text());
}

#[test]
fn uhabits_88_an_ill_day_is_not_known_and_nothing_more() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    journey.ms += 20 * HOUR;
    journey.send(Event::Resume);
    let text = today(&mut journey);
    assert!(!text.to_lowercase().contains("missed"), "{text}");
    journey.ms -= 5 * HOUR;
    journey.send(Event::Resume);
    let text = today(&mut journey);
    assert!(text.contains("[Not known]"), "{text}");
    journey.press("Stretch");
    assert!(journey.text().contains("you can still say so"), "{}", journey.text());
    journey.press("Done");
    assert_eq!(outcomes(&journey), [What::DoneLate]);
}

#[test]
fn carekit_626_on_a_journey_the_wall_decides_and_what_was_answered_stays_answered() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    today(&mut journey);
    journey.press("Stretch").press("Done");
    // To New York, where it is five hours earlier: 8:00 comes once more, and is answered.
    journey.zone = "America/New_York".into();
    journey.send(Event::Resume);
    assert!(today(&mut journey).contains("[Done]"), "{}", journey.text());
    let armed = armed(&journey);
    assert_eq!((armed[0].date.as_str(), armed[0].time.as_str()), ("2026-11-23", "08:00"));
    journey.zone = "Europe/London".into();
    journey.send(Event::Resume);
    assert!(today(&mut journey).contains("[Done]"), "{}", journey.text());
}

#[test]
fn a_stopped_reminder_is_silent_and_can_be_started_again() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    journey.press("Stop");
    assert!(armed(&journey).is_empty());
    assert!(!today(&mut journey).contains("Stretch"));
    journey.press("More").press("Reminders").press("Start again");
    assert_eq!(armed(&journey).len(), 30);
}

#[test]
fn a_phone_that_may_not_notify_says_so_and_keeps_the_reminder() {
    let mut journey = person();
    journey.notified = Notified::new(Notifying::Denied);
    remind(&mut journey, "Stretch", &["8:00"]);
    assert!(journey.text().contains("Notifications are turned off"), "{}", journey.text());
    assert!(today(&mut journey).contains("Stretch"));
}

#[test]
fn nonsense_from_an_old_notification_changes_nothing() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    for token in [
        r#"{"Reminders":{"Answer":{"time":{"record":0,"key":"1.2.3"},"what":"Done","again":false}}}"#,
        r#"{"Reminders":{"Answer":{"time":{"record":9,"key":"0.1.7.20000.480"},"what":"Done","again":false}}}"#,
        r#"{"Reminders":{"Later":{"record":0,"key":"0.99.7.20000.480"}}}"#,
        r#"{"Reminders":{"Write":{"record":0,"key":"0.1.7.20000.480"}}}"#,
        r#"{"Go":{"Reminders":{"One":"nonsense"}}}"#,
        r#"{"Reminders":{"Take":1}}"#,
    ] {
        journey.send(Event::Press(Action { token: token.into() }));
    }
    assert!(outcomes(&journey).is_empty());
    assert!(!armed(&journey).iter().any(|telling| telling.time == "07:57"));
}

#[test]
fn the_copy_of_the_record_has_reminders_and_what_became_of_them() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    today(&mut journey);
    journey.press("Stretch").press("Done");
    journey.press("More").press("Your data on this device").press("Save a copy");
    let text = String::from_utf8_lossy(&journey.files[0].content).into_owned();
    assert!(text.contains("reminders.csv") && text.contains("reminders-answered.csv"));
}

#[test]
fn what_is_pressed_outside_goes_to_its_own_record_whichever_is_on_show() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    let first = armed(&journey)[0].clone();
    fixture::show_somebody_elses(&mut journey);
    journey.send(Event::Press(action(&first, "Done")));
    assert!(outcomes(&journey).is_empty(), "not in the record on show");
    journey.send(Event::Press(first.notification.open.clone()));
    assert_eq!(journey.page().name, "reminders.one");
    assert_eq!(journey.holding(|holding| holding.index), 0);
    assert_eq!(outcomes(&journey), [What::Done]);
}

#[test]
fn after_everything_is_removed_nothing_is_asked_any_more() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["7:30"]);
    today(&mut journey);
    journey.press("Stretch").press("In 15 minutes");
    assert!(!armed(&journey).is_empty());
    journey.press("More").press("Your data on this device").press("Remove everything");
    journey.type_in("Type: remove", "remove").press("Remove everything");
    assert_eq!(journey.page().name, "welcome");
    assert!(armed(&journey).is_empty(), "{:?}", journey.asked.last());
    assert!(!journey.disk.lock().unwrap().values_text().contains("until_ms"));
}

#[test]
fn a_platform_that_still_has_what_is_gone_is_told_at_the_next_start() {
    let journey = person();
    let next = Journey::launched_on(journey.disk.clone(), launch());
    let told = |asked: &PlatformOperation| matches!(asked, PlatformOperation::Notifications(Notifications::Arm(all)) if all.is_empty());
    assert!(next.asked.iter().any(told));
}

#[test]
fn medtimer_1136_what_was_put_off_is_not_asked_again_once_the_next_one_comes() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["7:30", "7:50"]);
    today(&mut journey);
    journey.press("Stretch").press("In 15 minutes");
    let times: Vec<String> = armed(&journey).into_iter().map(|telling| telling.time).collect();
    assert!(!times.contains(&"07:57".to_owned()), "{times:?}");
    assert_eq!(times[0], "07:50");
}

/// Changes the rule of the only reminder, as another app might; answers which it is.
fn amend(journey: &mut Journey, change: impl FnOnce(&mut Terms)) -> EntryId {
    let id = journey.holding(|holding| holding.record.ids::<Reminder>().next().unwrap());
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let old = holding.record.get::<Reminder>(id).unwrap();
        let mut terms = old.value.rule.read().unwrap().terms().clone();
        change(&mut terms);
        let rule = RuleBytes::of(&Rule::new(terms).unwrap());
        let mut act = Act::new(holding, cx.now);
        act.set(Some(&old), &Reminder { rule, ..old.value.clone() });
        act.save(cx, Go::Stay, None)
    });
    id
}

#[test]
fn a_rule_that_the_form_cannot_say_is_not_changed_by_it() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    let id = amend(&mut journey, |terms| {
        if let When::Calendar { days, steps } = &mut terms.when {
            *days = Days::MonthDay { every: 1, day: 1 };
            let times = steps[0].times.clone();
            steps.insert(0, Step { days: 40, times });
        }
    });
    journey.press("More").press("Reminders");
    let text = journey.text();
    assert!(text.contains("Every month on day 1 at 8:00"), "{text}");
    assert!(!text.contains("<Change>"), "{text}");
    let before = journey.holding(|holding| holding.record.get::<Reminder>(id).unwrap().value);
    for intent in [Intent::Change(id), Intent::SaveChange(id)] {
        journey.send(Event::Press(Press::Reminders(intent).into()));
    }
    assert_eq!(journey.page().name, "reminders");
    let after = journey.holding(|holding| holding.record.get::<Reminder>(id).unwrap().value);
    assert_eq!(before, after);
}

#[test]
fn a_zone_that_is_not_known_here_is_said_and_asks_for_nothing() {
    let mut journey = person();
    remind(&mut journey, "Stretch", &["8:00"]);
    amend(&mut journey, |terms| {
        terms.zone = Some(record::time::Zone::new("Mars/Olympus"));
    });
    journey.press("More").press("Reminders");
    let text = journey.text();
    assert!(text.contains("Its time zone is not known here"), "{text}");
    assert!(!text.contains("Every day at"), "what does not come is not promised: {text}");
    journey.later(1);
    assert!(armed(&journey).is_empty());
}

#[test]
fn medtimer_759_a_change_made_abroad_does_not_move_what_is_pinned_to_home() {
    let mut journey = person();
    journey.press("More").press("Reminders").press("Make a reminder");
    journey.choose("What shall we remind you of?", &["own"]);
    journey.type_in("In your own words", "Stretch").type_in("At which time?", "8:00");
    journey.choose("When you travel", &["pinned"]).press("Save");
    journey.zone = "Asia/Tokyo".into();
    journey.press("Change");
    assert!(journey.text().contains("Always by the clock of London"), "{}", journey.text());
    journey.type_in("Time 2", "20:00").press("Save");
    assert!(
        journey.text().contains("8:00 and 20:00, by the clock of London"),
        "{}",
        journey.text()
    );
}
