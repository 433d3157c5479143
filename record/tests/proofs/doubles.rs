//! What two devices brought in before they had heard of each other stands once,
//! whatever comes when; what people wrote stands as often as they wrote it.

use record::fields::{BROUGHT_IN, is_brought_in};
use record::kinds::{DoseTaken, DoseUnit, KINDS, Kind, Reading, Tracker};
use record::{OpId, Record, Scope, Writer};

use crate::support::{MONDAY, Pen, entry, fold, op, reading, tracker};

fn pen(writer: u32) -> Pen {
    Pen::new(writer, Scope::Health)
}

/// A device brings in one reading of a meter, with the tracker that it makes for it.
fn import(pen: &mut Pen, value: &str) -> (OpId, [Vec<u8>; 2]) {
    let (glucose, made) = pen.happened(0).create(&tracker("Sugar"));
    let (id, read) = pen.happened(-3_600).bring_in(&reading(glucose, value));
    (id, [made, read])
}

fn readings(record: &Record) -> Vec<(OpId, String)> {
    let current = record.current::<Reading>();
    current.map(|entry| (entry.id.created_by(), entry.value.value.to_string())).collect()
}

fn stands(drafts: &[&[u8]]) -> Vec<(OpId, String)> {
    let mut all = readings(&fold(drafts));
    all.sort();
    all
}

fn said(all: &[(OpId, &str)]) -> Vec<(OpId, String)> {
    all.iter().map(|(id, value)| (*id, (*value).to_owned())).collect()
}

#[test]
fn the_same_from_two_devices_stands_once_with_one_tracker() {
    let ((ours, a), (theirs, b)) = (import(&mut pen(2), "6.8"), import(&mut pen(3), "6.8"));
    let record = fold(&[&a[0], &a[1], &b[0], &b[1]]);
    assert_eq!(readings(&record), said(&[(ours, "6.8")]));
    assert_eq!(record.ids::<Reading>().count(), 1);
    assert_eq!(record.first_times::<Reading>().count(), 1);
    assert_eq!(record.since::<Reading>(0).count(), 1);
    let trackers: Vec<_> = record.current::<Tracker>().map(|entry| entry.id).collect();
    assert_eq!(trackers, [entry(Scope::Health, op(2, 1))]);
    // Both are held, and found by their names.
    assert_eq!(record.count(Scope::Health), 4);
    assert!(record.get::<Reading>(entry(Scope::Health, theirs)).is_some());
    let doubles = record.history(Scope::Health).filter(|held| held.double).map(|held| held.id);
    assert_eq!(doubles.collect::<Vec<_>>(), [op(3, 1), theirs]);
}

#[test]
fn another_value_or_another_time_is_another_reading() {
    let ((ours, a), (theirs, b)) = (import(&mut pen(2), "6.8"), import(&mut pen(3), "6.9"));
    let all = stands(&[&a[0], &a[1], &b[0], &b[1]]);
    assert_eq!(all, said(&[(ours, "6.8"), (theirs, "6.9")]));
    let mut later = pen(4);
    let (sugar, made) = later.create(&tracker("Sugar"));
    let (other, read) = later.happened(-3_599).bring_in(&reading(sugar, "6.8"));
    let all = stands(&[&a[0], &a[1], &made, &read]);
    assert_eq!(all, said(&[(ours, "6.8"), (other, "6.8")]));
    // Of another thing.
    let mut ketones = pen(5);
    let (tracked, made) = ketones.create(&tracker("Ketones"));
    let (other, read) = ketones.happened(-3_600).bring_in(&reading(tracked, "6.8"));
    let all = stands(&[&a[0], &a[1], &made, &read]);
    assert_eq!(all, said(&[(ours, "6.8"), (other, "6.8")]));
}

#[test]
fn the_one_that_was_corrected_stands() {
    let ((_, a), (theirs, b)) = (import(&mut pen(2), "6.8"), {
        let mut pen = pen(3);
        let (id, [made, read]) = import(&mut pen, "6.8");
        let tracker = op(3, 1);
        let (old, new) = (reading(tracker, "6.8"), reading(tracker, "8.6"));
        let (_, change) = pen.change(id, &[id], &old, &new);
        (id, [made, read, change])
    });
    let all = stands(&[&a[0], &a[1], &b[0], &b[1], &b[2]]);
    assert_eq!(all, said(&[(theirs, "8.6")]));
}

#[test]
fn what_was_crossed_out_on_one_device_does_not_come_back_from_another() {
    let mut second = pen(3);
    let (id, [made, read]) = import(&mut second, "6.8");
    let (_, crossed) = second.retract(id, &[id], "Not mine");
    let (_, a) = import(&mut pen(2), "6.8");
    let record = fold(&[&a[0], &a[1], &made, &read, &crossed]);
    assert_eq!(readings(&record), []);
    let all: Vec<_> = record.all::<Reading>().map(|entry| entry.id.created_by()).collect();
    assert_eq!(all, [id]);
}

#[test]
fn where_both_were_touched_both_stand() {
    let mut pens = [pen(2), pen(3)];
    let mut drafts = Vec::new();
    let mut expected = Vec::new();
    for (pen, value) in pens.iter_mut().zip(["7.1", "7.2"]) {
        let (id, [made, read]) = import(pen, "6.8");
        let tracker = OpId { counter: 1, ..id };
        let (old, new) = (reading(tracker, "6.8"), reading(tracker, value));
        let (_, change) = pen.change(id, &[id], &old, &new);
        drafts.extend([made, read, change]);
        expected.push((id, value));
    }
    let drafts: Vec<&[u8]> = drafts.iter().map(Vec::as_slice).collect();
    assert_eq!(stands(&drafts), said(&expected));
}

#[test]
fn what_people_typed_and_what_one_device_brought_in_is_never_put_together() {
    // Two who each gave a tablet at eight.
    let dose = DoseTaken {
        medicine: "Paracetamol".into(),
        amount: Some("1".parse().unwrap()),
        unit: DoseUnit::Tablet,
        note: None,
    };
    let mut pens = [Pen::new(2, Scope::Medicines), Pen::new(3, Scope::Medicines)];
    let drafts = pens.each_mut().map(|pen| pen.create(&dose).1);
    let record = fold(&[&drafts[0], &drafts[1]]);
    assert_eq!(record.current::<DoseTaken>().count(), 2);
    // One typed, one brought in.
    let (_, brought) = Pen::new(4, Scope::Medicines).bring_in(&dose);
    let record = fold(&[&drafts[0], &brought]);
    assert_eq!(record.current::<DoseTaken>().count(), 2);
    // A file that says a thing twice means it twice.
    let mut one = Pen::new(5, Scope::Medicines);
    let twice = [one.bring_in(&dose).1, one.bring_in(&dose).1];
    let record = fold(&[&twice[0], &twice[1]]);
    assert_eq!(record.current::<DoseTaken>().count(), 2);
    let record = fold(&[&twice[0], &twice[1], &brought]);
    assert_eq!(record.current::<DoseTaken>().count(), 1);
}

#[test]
fn a_reading_of_its_own_keeps_a_tracker_that_was_made_twice() {
    let (_, a) = import(&mut pen(2), "6.8");
    let mut second = pen(3);
    let (_, [made, read]) = import(&mut second, "6.8");
    let (_, typed) = second.happened(60).create(&reading(op(3, 1), "5.5"));
    let record = fold(&[&a[0], &a[1], &made, &read, &typed]);
    assert_eq!(record.current::<Tracker>().count(), 2);
    // Where neither has any, one of them stands.
    let record = fold(&[&a[0], &made]);
    assert_eq!(record.current::<Tracker>().count(), 1);
    // What somebody has put in its place stays.
    let (_, placed) = second.change(
        op(3, 1),
        &[op(3, 1)],
        &tracker("Sugar"),
        &Tracker { place: Some(2), ..tracker("Sugar") },
    );
    let record = fold(&[&a[0], &made, &placed]);
    let all: Vec<_> = record.current::<Tracker>().map(|entry| entry.id.writer).collect();
    assert!(all.contains(&Writer(3)), "{all:?}");
}

#[test]
fn what_stands_is_told_to_those_who_keep_it() {
    let ((_, a), (_, b)) = (import(&mut pen(3), "6.8"), import(&mut pen(2), "6.8"));
    let mut record = Record::new(Writer(9));
    let mut changed = Vec::new();
    for draft in a.iter().chain(&b) {
        record.apply(draft, Some(MONDAY)).unwrap();
        changed.push(record.doubles_changed(Scope::Health));
    }
    // The lesser came last and stands.
    assert_eq!(changed, [0, 0, 0, 1]);
    assert_eq!(readings(&record), said(&[(op(2, 2), "6.8")]));
}

#[test]
fn no_kind_has_a_field_of_the_number_that_says_it() {
    for spec in KINDS {
        assert!(spec.fields.iter().all(|field| field.number < BROUGHT_IN), "{}", spec.name);
    }
    // Words that end as it does are words.
    let note = crate::support::note("|\u{1}").payload(Writer(2));
    assert!(note.ends_with(b"|\x01") && !is_brought_in(&note));
}
