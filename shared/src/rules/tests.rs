//! Every rule that the forms can make, of reminders and of medicines: made, said in
//! words, filled in again, and refused at its field where it cannot be.

use record::kinds::{AppointmentSummary, Medicine, Reminder};
use record::schedule::{Days, End, Rule, RuleBytes, When};

use crate::effects::platform::{Notifications, Notified, Notifying, PlatformOperation, Telling};
use crate::event::{Abilities, Event, Launch, Platform};
use crate::saving::{Act, Go};
use crate::testing::Journey;

const HOUR: i64 = 3_600_000;

/// 7:42 on Sunday 22 November 2026 in London.
fn person() -> Journey {
    let abilities = Abilities { notifications: true, ..Abilities::default() };
    let launch = Launch { abilities, platform: Platform::Android, ..Launch::default() };
    let mut journey = Journey::launched(launch);
    journey.notified = Notified::new(Notifying::Allowed);
    journey.press("Use it on this device");
    journey
}

fn list(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("Reminders")
}

/// A new reminder whose days are still to be said.
fn begin(journey: &mut Journey, how: &str) {
    list(journey).press("Make a reminder");
    journey.type_in("In your own words", "Patch").type_in("At which time?", "9:00");
    journey.choose("How often?", &[how]);
}

fn armed(journey: &Journey) -> Vec<(String, String)> {
    let last = journey.asked.iter().rev().find_map(|asked| match asked {
        PlatformOperation::Notifications(Notifications::Arm(tellings)) => Some(tellings.clone()),
        _ => None,
    });
    let when = |telling: &Telling| (telling.date.clone(), telling.time.clone());
    last.unwrap_or_default().iter().map(when).collect()
}

fn days(journey: &Journey, most: usize) -> Vec<String> {
    armed(journey).into_iter().take(most).map(|(date, _)| date).collect()
}

fn rule(journey: &Journey) -> Rule {
    journey.holding(|holding| {
        holding.record.current::<Reminder>().next().unwrap().value.rule.read().unwrap()
    })
}

#[track_caller]
fn says(journey: &Journey, text: &str) {
    assert!(journey.text().contains(text), "{text}: {}", journey.text());
}

/// What was made is said, and saying it again is no change.
#[track_caller]
fn kept(journey: &mut Journey, text: &str) {
    journey.press("Save");
    assert_eq!(journey.page().name, "reminders", "{}", journey.text());
    says(journey, text);
    let before = rule(journey);
    journey.press("Change").press("Save");
    assert_eq!(rule(journey), before, "said again it is no change");
}

#[track_caller]
fn refused(journey: &mut Journey, text: &str) {
    journey.press("Save");
    assert_eq!(journey.page().name, "reminders.edit", "{}", journey.text());
    says(journey, &format!("✗ {text}"));
}

#[test]
fn on_one_day_only() {
    let mut journey = person();
    begin(&mut journey, "once");
    refused(&mut journey, "Enter the day on which it comes");
    journey.date("On which day?", "21", "11", "2026");
    refused(&mut journey, "This day is over. Enter today or a later day.");
    journey.date("On which day?", "31", "11", "2026");
    refused(&mut journey, "Enter a date");
    // Today, at a time that is over.
    journey.date("On which day?", "22", "11", "2026").type_in("At which time?", "7:30");
    refused(&mut journey, "This time is over today");
    journey.date("On which day?", "3", "12", "2026").type_in("At which time?", "14:30");
    kept(&mut journey, "On Thursday 3 December 2026 at 14:30");
    says(&journey, "Next: Thursday 3 December, 14:30");
    assert_eq!(armed(&journey), [("2026-12-03".to_owned(), "14:30".to_owned())]);
    // Once it is over that is said, and its words can still be changed.
    journey.later(12 * 24 * 60);
    list(&mut journey);
    says(&journey, "It is over.");
    journey.press("Change").type_in("In your own words", "The dentist").press("Save");
    says(&journey, "The dentist");
}

#[test]
fn one_day_is_moved_also_while_it_is_today() {
    let mut journey = person();
    begin(&mut journey, "once");
    journey.date("On which day?", "22", "11", "2026").press("Save");
    journey.press("Change");
    assert!(!journey.text().contains("begins tomorrow"), "{}", journey.text());
    journey.type_in("At which time?", "16:00").press("Save");
    says(&journey, "On Sunday 22 November 2026 at 16:00");
    assert_eq!(armed(&journey), [("2026-11-22".to_owned(), "16:00".to_owned())]);
    journey.press("Today");
    assert_eq!(journey.text().matches("Patch").count(), 1, "{}", journey.text());
}

#[test]
fn every_few_days() {
    let mut journey = person();
    begin(&mut journey, "every");
    refused(&mut journey, "Enter a whole number from 1, not too large");
    for wrong in ["0", "-3", "1.5", "400"] {
        journey.type_in("Every how many days?", wrong);
        refused(&mut journey, "Enter a whole number from 1");
    }
    journey.type_in("Every how many days?", "3");
    journey.date("From which day?", "24", "11", "2026");
    kept(&mut journey, "Every 3 days at 9:00");
    assert_eq!(days(&journey, 3), ["2026-11-24", "2026-11-27", "2026-11-30"]);
    says(&journey, "Next: Tuesday 24 November, 9:00");
}

#[test]
fn every_few_weeks_on_chosen_days() {
    let mut journey = person();
    begin(&mut journey, "weekly");
    refused(&mut journey, "Choose at least one day");
    journey.choose("On which days?", &["1", "8"]).type_in("Every how many weeks?", "0");
    refused(&mut journey, "Enter a whole number from 1, or leave it empty");
    journey.type_in("Every how many weeks?", "2");
    journey.date("From which day?", "23", "11", "2026");
    kept(&mut journey, "Every 2 weeks on Monday and Thursday at 9:00");
    assert_eq!(days(&journey, 4), ["2026-11-23", "2026-11-26", "2026-12-07", "2026-12-10"]);
    // Of every week it is said as before.
    journey.press("Change").type_in("Every how many weeks?", "").press("Save");
    says(&journey, "Monday and Thursday at 9:00");
}

#[test]
fn every_month_by_its_date_also_where_a_month_has_none_such() {
    let mut journey = person();
    begin(&mut journey, "monthly");
    for wrong in ["", "0", "32"] {
        journey.type_in("On which day of the month?", wrong);
        refused(&mut journey, "Enter a");
    }
    says(&journey, "In a month that is shorter, it comes on its last day");
    journey.type_in("On which day of the month?", "31");
    kept(&mut journey, "Every month on day 31, or on its last day if it is shorter, at 9:00");
    assert_eq!(days(&journey, 4), ["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28"]);
    journey.press("Change").type_in("On which day of the month?", "5");
    journey.type_in("Every how many months?", "3");
    kept(&mut journey, "Every 3 months on day 5 at 9:00");
    assert_eq!(days(&journey, 1), ["2027-02-05"]);
}

#[test]
fn every_month_by_a_day_of_the_week() {
    let mut journey = person();
    begin(&mut journey, "monthly");
    journey.choose("By its date, or by a day of the week?", &["weekday"]);
    refused(&mut journey, "Choose a day of the week");
    journey.choose("Which day of the week?", &["2"]);
    kept(&mut journey, "Every month on the first Tuesday at 9:00");
    assert_eq!(days(&journey, 2), ["2026-12-01", "2027-01-05"]);
    for (nth, said, first) in [
        ("2", "second", "2026-12-08"),
        ("3", "third", "2026-12-15"),
        ("4", "fourth", "2026-11-24"),
        ("5", "last", "2026-11-24"),
    ] {
        journey.press("Change").choose("Which one in the month?", &[nth]);
        kept(&mut journey, &format!("Every month on the {said} Tuesday at 9:00"));
        assert_eq!(days(&journey, 1), [first], "{said}");
    }
}

#[test]
fn until_a_day_or_so_many_times() {
    let mut journey = person();
    begin(&mut journey, "daily");
    journey.date("Until which day?", "21", "11", "2026");
    refused(&mut journey, "This day is over");
    journey.date("From which day?", "26", "11", "2026").date(
        "Until which day?",
        "25",
        "11",
        "2026",
    );
    refused(&mut journey, "It would end before it starts");
    journey.date("Until which day?", "28", "11", "2026").type_in("Or after how many times?", "4");
    refused(&mut journey, "Enter a last day or a number, not both");
    journey.date("Until which day?", "", "", "");
    kept(&mut journey, "Every day at 9:00, 4 times in all");
    assert_eq!(days(&journey, 9), ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]);
    journey.press("Change").type_in("Or after how many times?", "");
    journey.date("Until which day?", "27", "11", "2026");
    kept(&mut journey, "Every day at 9:00, until 27 November");
    assert_eq!(days(&journey, 9), ["2026-11-26", "2026-11-27"]);
    // No day of it is left before it ends.
    journey.press("Change").choose("How often?", &["weekly"]).choose("On which days?", &["1"]);
    refused(&mut journey, "It would be over before it comes once");
}

#[test]
fn rules_that_no_form_makes_are_said_too() {
    let words = crate::words::Words::default();
    let mut journey = person();
    begin(&mut journey, "daily");
    journey.press("Save");
    let terms = rule(&journey).terms().clone();
    let said = |change: &dyn Fn(&mut record::schedule::Terms)| {
        let mut terms = terms.clone();
        change(&mut terms);
        super::said(&words, &Rule::new(terms).unwrap(), super::Of::Reminder)
    };
    let needed = When::AsNeeded { gap: Some(240), most: Some(4) };
    let text = said(&|terms| terms.when = needed.clone());
    assert_eq!(text, "As needed, at least 4 hours between two, at most 4 a day");
    let text = said(&|terms| terms.when = When::Elapsed { every: 360, start: 480 });
    assert_eq!(text, "6 hours after the last one");
    let text = said(&|terms| terms.end = End::After(1));
    assert_eq!(text, "Every day at 9:00, once");
}

#[test]
fn medicines_by_the_same_form() {
    type Way = (&'static str, &'static [(&'static str, &'static str)], &'static str);
    let ways: [Way; 3] = [
        ("every", &[("Every how many days?", "3")], "Every 3 days at 8:00"),
        (
            "monthly",
            &[("On which day of the month?", "1"), ("Every how many months?", "3")],
            "Every 3 months on day 1 at 8:00",
        ),
        ("weekly", &[], "Monday at 8:00"),
    ];
    for (how, typed, said) in ways {
        let mut journey = person();
        journey.press("More").press("Medicines").press("Add a medicine");
        journey.type_in("What is it called?", "Methotrexate").press("Save and set its times");
        journey.choose("How often?", &[how]).type_in("First time", "8:00");
        if how == "weekly" {
            journey.choose("On which days?", &["1"]);
        }
        for (label, text) in typed {
            journey.type_in(label, text);
        }
        journey.press("Save");
        says(&journey, said);
        let medicine = |journey: &Journey| {
            journey.holding(|h| h.record.current::<Medicine>().next().unwrap().value)
        };
        let before = medicine(&journey);
        journey.press("Methotrexate").press("Change its times").press("Save");
        assert_eq!(medicine(&journey), before, "{how}: said again it is no change");
    }
}

#[test]
fn a_medicine_of_one_day_and_no_second_dose_of_what_was_set_before() {
    let mut journey = person();
    journey.press("More").press("Medicines").press("Add a medicine");
    journey.type_in("What is it called?", "Vaccine").press("Save and set its times");
    journey.choose("How often?", &["once"]).type_in("First time", "8:00");
    journey.date("On which day?", "22", "11", "2026").press("Save");
    says(&journey, "On Sunday 22 November 2026 at 8:00");
    journey.press("Today").press("Vaccine").press("Taken");
    // What comes today stays; the day it is set to must be a later one.
    journey.press("More").press("Medicines").press("Vaccine").press("Change its times");
    says(&journey, "begins tomorrow");
    journey.type_in("First time", "20:00").press("Save");
    says(&journey, "✗ Today stays as it was set before. Enter tomorrow or a later day.");
}

#[test]
fn an_appointment_is_reminded_of_in_one_press() {
    let mut journey = person();
    journey.press("More").press("Appointments").press("Get ready for an appointment");
    journey.type_in("Who is it with?", "Dr Reid").date("On which day?", "3", "12", "2026");
    journey.type_in("At which time?", "14:30");
    journey.type_in("What I most want to talk about", "My knee").press("Save");
    journey.press("Remind me");
    says(&journey, "Appointment with Dr Reid, Thursday 3 December, 14:30");
    journey.press("Save");
    assert_eq!(journey.page().name, "appointment.one");
    says(&journey, "On Wednesday 2 December 2026 at 18:00");
    assert!(!journey.text().contains("<Remind me>"), "{}", journey.text());
    assert_eq!(armed(&journey), [("2026-12-02".to_owned(), "18:00".to_owned())]);
    let linked = journey.holding(|holding| {
        let page = holding.record.current::<AppointmentSummary>().next().unwrap();
        page.value.reminder.is_some()
    });
    assert!(linked);
    list(&mut journey);
    says(&journey, "Thursday 3 December, 14:30");
    // Stopped, it is offered again.
    journey.press("Stop").press("More").press("Appointments");
    journey.press("With Dr Reid");
    says(&journey, "<Remind me>");
}

#[test]
fn an_appointment_of_tomorrow_is_reminded_of_before_its_time() {
    let mut journey = person();
    // After six in the evening.
    journey.ms += 11 * HOUR;
    journey.send(Event::Resume);
    journey.press("More").press("Appointments").press("Get ready for an appointment");
    journey.date("On which day?", "23", "11", "2026").type_in("At which time?", "10:20");
    journey.type_in("What I most want to talk about", "My knee").press("Save");
    journey.press("Remind me").press("Save");
    says(&journey, "On Monday 23 November 2026 at 9:20");
}

#[test]
fn a_rule_of_another_app_is_filled_in_and_kept() {
    let mut journey = person();
    begin(&mut journey, "daily");
    journey.press("Save");
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let old = holding.record.current::<Reminder>().next().unwrap();
        let mut terms = old.value.rule.read().unwrap().terms().clone();
        if let When::Calendar { days, .. } = &mut terms.when {
            let on = jiff::civil::Weekday::Friday;
            *days = Days::MonthWeekday { every: 2, nth: Days::LAST, on };
        }
        terms.end = End::After(6);
        let rule = RuleBytes::of(&Rule::new(terms).unwrap());
        let mut act = Act::new(holding, cx.now);
        act.set(Some(&old), &Reminder { rule, ..old.value.clone() });
        act.save(cx, Go::Stay, None)
    });
    list(&mut journey);
    let before = rule(&journey);
    says(&journey, "Every 2 months on the last Friday at 9:00, 6 times in all");
    journey.press("Change").press("Save");
    assert_eq!(rule(&journey), before);
}
