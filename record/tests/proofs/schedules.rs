//! What a reminder's rule was, when: amended by one, by two at once, by a newer
//! app.

use jiff::tz::TimeZone;
use record::kinds::{Outcome, Reminder, Tracker, What};
use record::schedule::{OccurrenceKey, Rule, RuleBytes, Schedule, Terms, Trouble};
use record::time::Zone;
use record::{OpId, Record, Scope};

use crate::rules::{clocks, daily, day, on};
use crate::support::{Pen, entry, fold, op, tracker};

fn reminder(rule: &Rule) -> Reminder {
    let rule = RuleBytes::of(rule);
    Reminder {
        about: None,
        words: Some("Walk".to_owned()),
        rule,
        discreet: None,
        put_away: None,
        important: None,
        insist: None,
    }
}

/// From this day of January on, at these times.
fn amended(from: i8, minutes: &[u16]) -> Rule {
    let from = day(2026, 1, from);
    Rule::new(Terms { from, ..on(record::schedule::Days::DAILY, minutes) }).unwrap()
}

fn schedule(record: &Record, id: OpId) -> Schedule {
    Schedule::of(record, entry(Scope::Health, id), &clocks)
}

/// "day:slot" of all of January up to the 12th.
fn told(schedule: &Schedule) -> String {
    let all = schedule.occurrences(day(2026, 1, 1), day(2026, 1, 12), &TimeZone::UTC);
    let all: Vec<String> =
        all.iter().map(|one| format!("{}:{}", one.key.date.day(), one.key.slot)).collect();
    all.join(" ")
}

#[test]
fn an_amended_rule_holds_from_its_day_and_outcomes_stay_with_the_old_one() {
    let mut pen = Pen::new(2, Scope::Health);
    let (old, new) = (reminder(&daily(&[480])), reminder(&amended(8, &[540])));
    let (id, first) = pen.create(&old);
    let before = schedule(&fold(&[&first]), id);
    let fifth = before.occurrences(day(2026, 1, 5), day(2026, 1, 5), &TimeZone::UTC)[0].key;
    let (_, outcome) = pen.create(&Outcome::of(fifth, What::Done, None));
    let (_, change) = pen.change(id, &[id], &old, &new);

    let record = fold(&[&first, &outcome, &change]);
    let after = schedule(&record, id);
    assert_eq!(told(&after), "5:480 6:480 7:480 8:540 9:540 10:540 11:540 12:540");
    assert_eq!(after.versions[0].until, Some(day(2026, 1, 7)));
    let kept = record.current::<Outcome>().next().unwrap().value;
    let found = after.occurrences(day(2026, 1, 5), day(2026, 1, 5), &TimeZone::UTC);
    assert_eq!(OccurrenceKey::of(&kept), Some(found[0].key));
    // Words that change are no version.
    let renamed = Reminder { words: Some("Run".to_owned()), ..new.clone() };
    let (_, words) = pen.change(id, &[id], &new, &renamed);
    assert_eq!(schedule(&fold(&[&first, &change, &words]), id).versions.len(), 2);
}

#[test]
fn amended_again_to_begin_earlier_those_between_never_were() {
    let mut pen = Pen::new(2, Scope::Health);
    let rules = [daily(&[480]), amended(9, &[540]), amended(11, &[570]), amended(7, &[600])];
    let [eight, nine, half_past, ten] = rules.map(|rule| reminder(&rule));
    let (id, first) = pen.create(&eight);
    let (second, later) = pen.change(id, &[id], &eight, &nine);
    let (third, latest) = pen.change(id, &[second], &nine, &half_past);
    let three = schedule(&fold(&[&first, &later, &latest]), id);
    assert_eq!(told(&three), "5:480 6:480 7:480 8:480 9:540 10:540 11:570 12:570");
    let (_, earlier) = pen.change(id, &[third], &half_past, &ten);
    let four = schedule(&fold(&[&first, &later, &latest, &earlier]), id);
    assert_eq!(told(&four), "5:480 6:480 7:600 8:600 9:600 10:600 11:600 12:600");
}

#[test]
fn two_amend_at_once_and_both_hold_until_one_saw_both() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Health), Pen::new(3, Scope::Health));
    let old = reminder(&daily(&[480]));
    let (id, first) = mum.create(&old);
    let (a, nine) = mum.change(id, &[id], &old, &reminder(&amended(8, &[540])));
    let (b, ten) = me.change(id, &[id], &old, &reminder(&amended(10, &[600])));
    let record = fold(&[&first, &nine, &ten]);
    let both = schedule(&record, id);
    assert_eq!(
        told(&both),
        "5:480 6:480 7:480 8:540 9:540 10:540 10:600 11:540 11:600 12:540 12:600"
    );
    // Nobody is asked for two at once: the first is over when the second comes.
    let eleventh = both.occurrences(day(2026, 1, 11), day(2026, 1, 11), &TimeZone::UTC);
    assert_eq!(eleventh[0].expires, eleventh[1].at);
    assert_eq!(record.get::<Reminder>(entry(Scope::Health, id)).unwrap().conflicts.len(), 1);

    let seen = reminder(&amended(8, &[540]));
    let (_, settled) = mum.change(id, &[a, b], &seen, &reminder(&amended(11, &[660])));
    let settled = schedule(&fold(&[&first, &nine, &ten, &settled]), id);
    assert_eq!(told(&settled), "5:480 6:480 7:480 8:540 9:540 10:540 10:600 11:660 12:660");
}

#[test]
fn two_who_amend_alike_make_one_of_it() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Health), Pen::new(3, Scope::Health));
    let (old, new) = (reminder(&daily(&[480])), reminder(&amended(8, &[540])));
    let (id, first) = mum.create(&old);
    let (a_id, a) = mum.change(id, &[id], &old, &new);
    let (b_id, b) = me.change(id, &[id], &old, &new);
    let one = schedule(&fold(&[&first, &a, &b]), id);
    assert_eq!((one.versions.len(), one.versions[1].until), (2, None));
    assert_eq!(one, schedule(&fold(&[&first, &a]), id));
    assert_eq!(one, schedule(&fold(&[&first, &b]), id));
    // Who has seen only one of the two does not end the other.
    let (_, c) = mum.change(id, &[a_id], &new, &reminder(&amended(11, &[600])));
    let both = schedule(&fold(&[&first, &a, &b, &c]), id);
    assert_eq!(told(&both), "5:480 6:480 7:480 8:540 9:540 10:540 11:540 11:600 12:540 12:600");
    let (_, d) = me.change(id, &[b_id], &new, &reminder(&amended(12, &[660])));
    let both = schedule(&fold(&[&first, &a, &b, &c, &d]), id);
    assert_eq!(told(&both), "5:480 6:480 7:480 8:540 9:540 10:540 11:540 11:600 12:600 12:660");
}

#[test]
fn a_newer_apps_rule_fires_nothing_nor_does_the_one_it_replaced_and_it_is_said() {
    let mut pen = Pen::new(2, Scope::Health);
    let old = reminder(&daily(&[480]));
    let (id, first) = pen.create(&old);
    let newer = Reminder { rule: RuleBytes(vec![2, 1, 2, 3]), ..old.clone() };
    // Written on Thursday, the 8th.
    let (_, change) = pen.happened(3 * 86_400).change(id, &[id], &old, &newer);
    let record = fold(&[&first, &change]);
    let schedule = schedule(&record, id);
    assert_eq!(told(&schedule), "5:480 6:480 7:480");
    assert_eq!(schedule.trouble(), Some(Trouble::Newer));
    // The rest of the entry can be read, and the bytes are still there.
    let shown = record.get::<Reminder>(entry(Scope::Health, id)).unwrap();
    assert_eq!(shown.value, newer);
}

#[test]
fn a_zone_that_the_device_does_not_know_is_trouble_and_not_utc() {
    let terms = Terms { zone: Some(Zone::new("Mars/Olympus")), ..daily(&[480]).terms().clone() };
    let mut pen = Pen::new(2, Scope::Health);
    let (id, first) = pen.create(&reminder(&Rule::new(terms).unwrap()));
    let schedule = schedule(&fold(&[&first]), id);
    assert_eq!(told(&schedule), "");
    assert_eq!(schedule.trouble(), Some(Trouble::UnknownZone));
}

#[test]
fn what_is_no_reminder_has_no_schedule() {
    let mut pen = Pen::new(2, Scope::Health);
    let (id, first) = pen.create(&tracker("Feet"));
    let record = fold(&[&first]);
    assert!(record.get::<Tracker>(entry(Scope::Health, id)).is_some());
    assert!(schedule(&record, id).versions.is_empty());
    assert!(schedule(&record, op(2, 9)).versions.is_empty());
    assert!(Schedule::of(&record, entry(Scope::Diary, id), &clocks).versions.is_empty());
}
