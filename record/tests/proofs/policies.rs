//! The three merge policies, corrections and retractions, one case each.

use record::fields::{FieldsWriter, Value};
use record::kinds::{AboutMe, DiaryNote, Kind, Reading, Ref, Seen, Share, Tracker};
use record::op::{Act, Operation};
use record::state::{HAPPENED, Sight};
use record::time::Hlc;
use record::{Decimal, Member, OpId, Record, Scope, Scopes, Writer, block};

use crate::support::{MONDAY, Pen, entry, fold, london, note, op, reading, tracker};

fn about(most_important: &str) -> AboutMe {
    AboutMe { most_important: Some(most_important.to_owned()), ..AboutMe::default() }
}

#[test]
fn a_correction_replaces_what_it_saw_and_the_first_stays_on_record() {
    let mut pen = Pen::new(2, Scope::Diary);
    let (created, first) = pen.create(&note("Walked a mile"));
    let (changed, second) =
        pen.change(created, &[created], &note("Walked a mile"), &note("Walked two miles"));
    let entry = fold(&[&first, &second]).get::<DiaryNote>(entry(Scope::Diary, created)).unwrap();
    assert_eq!(entry.value.text, "Walked two miles");
    assert_eq!((entry.versions, entry.created.id, entry.last.id), (2, created, changed));
    assert!(entry.conflicts.is_empty() && entry.retracted.is_none());
}

#[test]
fn concurrent_corrections_are_all_kept_until_one_saw_both() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = me.create(&note("?"));
    let (a, three) = mum.change(created, &[created], &note("?"), &note("three"));
    let (b, seven) = me.change(created, &[created], &note("?"), &note("seven"));
    let id = entry(Scope::Diary, created);

    let record = fold(&[&first, &three, &seven]);
    let disputed = record.get::<DiaryNote>(id).unwrap();
    let conflict = &disputed.conflicts[0];
    assert_eq!(conflict.field.name, "text");
    let said: Vec<_> =
        conflict.values.iter().map(|(by, value)| (by.id, value.text.as_str())).collect();
    assert_eq!(said, [(a, "three"), (b, "seven")]);
    assert_eq!(record.touch(id).seen, [a, b]);

    let (_, settled) = mum.change(created, &[a, b], &note("three"), &note("five"));
    let record = fold(&[&first, &three, &seven, &settled]);
    let settled = record.get::<DiaryNote>(id).unwrap();
    assert_eq!(settled.value.text, "five");
    assert!(settled.conflicts.is_empty());
}

#[test]
fn all_keeps_every_concurrent_value_whatever_the_clocks_say() {
    let (mut mum, mut me, mut dad) =
        (Pen::new(2, Scope::About), Pen::new(3, Scope::About), Pen::new(4, Scope::About));
    let (created, first) = mum.create(&AboutMe::default());
    let (one, x) = mum.at(10).change(created, &[created], &AboutMe::default(), &about("Family"));
    let (two, y) = me.at(9_000).change(created, &[created], &AboutMe::default(), &about("Garden"));
    let (_, z) = dad.at(1).change(created, &[created], &AboutMe::default(), &about("Family"));
    let id = entry(Scope::About, created);

    let shown = fold(&[&first, &x, &y, &z]).get::<AboutMe>(id).unwrap();
    // Two who said the same do not disagree: two values, not three.
    let said: Vec<_> = shown.conflicts[0]
        .values
        .iter()
        .map(|(by, value)| (by.id, value.most_important.clone().unwrap()))
        .collect();
    assert_eq!(said, [(one, "Family".to_owned()), (two, "Garden".to_owned())]);

    // A change that saw only one of them leaves the other.
    let (_, w) = mum.change(created, &[one], &about("Family"), &about("My family"));
    let shown = fold(&[&first, &x, &y, &w]).get::<AboutMe>(id).unwrap();
    assert_eq!(shown.conflicts[0].values.len(), 2);
}

#[test]
fn different_fields_changed_at_once_do_not_conflict() {
    let (mut mum, mut me) = (Pen::new(2, Scope::About), Pen::new(3, Scope::About));
    let (created, first) = mum.create(&AboutMe::default());
    let people = AboutMe { people: Some("Ada".to_owned()), ..AboutMe::default() };
    let (_, x) = mum.change(created, &[created], &AboutMe::default(), &about("Family"));
    let (_, y) = me.change(created, &[created], &AboutMe::default(), &people);
    let shown = fold(&[&first, &x, &y]).get::<AboutMe>(entry(Scope::About, created)).unwrap();
    assert_eq!(shown.value, AboutMe { people: people.people, ..about("Family") });
    assert!(shown.conflicts.is_empty());
}

#[test]
fn latest_shows_one_value_by_the_clock() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Health), Pen::new(3, Scope::Health));
    let (created, first) = mum.create(&tracker("Feet"));
    let (_, x) = mum.at(900).change(created, &[created], &tracker("Feet"), &tracker("My feet"));
    let (_, y) = me.at(100).change(created, &[created], &tracker("Feet"), &tracker("Toes"));
    let shown = fold(&[&first, &x, &y]).get::<Tracker>(entry(Scope::Health, created)).unwrap();
    assert_eq!(shown.value.name.as_deref(), Some("My feet"));
    assert!(shown.conflicts.is_empty());
}

#[test]
fn a_clock_from_the_future_wins_nothing() {
    let far = 365 * 24 * 3600 * 1000;
    let (mut mum, mut me, mut dad) =
        (Pen::new(2, Scope::Health), Pen::new(3, Scope::Health), Pen::new(4, Scope::Health));
    let (created, first) = mum.create(&tracker("Feet"));
    let (honest, x) = mum.change(created, &[created], &tracker("Feet"), &tracker("My feet"));
    let (ahead, y) = me.at(far).change(created, &[created], &tracker("Feet"), &tracker("Toes"));
    let id = entry(Scope::Health, created);
    let record = fold(&[&first, &x, &y]);
    let shown = record.get::<Tracker>(id).unwrap();
    assert_eq!(shown.value.name.as_deref(), Some("My feet"));
    assert_eq!(shown.last.id, honest);
    assert!(record.latest_clock().ms() < MONDAY + 1_000);

    // Of two such clocks the further one does not win either: the writer's number does.
    let (_, z) = dad.at(2).change(created, &[created], &tracker("Feet"), &tracker("Soles"));
    let shown = fold(&[&first, &y, &z]).get::<Tracker>(id).unwrap();
    assert_eq!(shown.value.name.as_deref(), Some("Soles"));

    // But who has seen the honest one and changes it is heard, whatever their clock.
    let (_, after) =
        me.change(created, &[honest, ahead], &tracker("My feet"), &tracker("My two feet"));
    let shown = fold(&[&first, &x, &y, &after]).get::<Tracker>(id).unwrap();
    assert_eq!(shown.value.name.as_deref(), Some("My two feet"));
}

#[test]
fn a_retraction_says_who_and_why_and_a_later_change_brings_the_entry_back() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = mum.create(&note("Fell"));
    let (gone, retracted) = me.retract(created, &[created], "Not mine");
    let id = entry(Scope::Diary, created);
    let shown = fold(&[&first, &retracted]).get::<DiaryNote>(id).unwrap();
    let why = shown.retracted.unwrap();
    assert_eq!((why.by.id, why.reason.as_str()), (gone, "Not mine"));
    assert_eq!(shown.value.text, "Fell");

    let (_, back) = mum.change(created, &[gone], &note("Fell"), &note("Did fall"));
    let shown = fold(&[&first, &retracted, &back]).get::<DiaryNote>(id).unwrap();
    assert_eq!(shown.value.text, "Did fall");
    assert!(shown.retracted.is_none() && shown.disputed.is_none());
}

#[test]
fn an_entry_is_read_as_it_was_seen_whatever_has_come_since() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = me.create(&note("?"));
    let (a, three) = mum.change(created, &[created], &note("?"), &note("three"));
    let (b, seven) = me.change(created, &[created], &note("?"), &note("seven"));
    let (c, five) = mum.change(created, &[a, b], &note("three"), &note("five"));
    let (gone, retracted) = me.retract(created, &[c], "Not mine");
    let record = fold(&[&first, &three, &seven, &five, &retracted]);
    let id = entry(Scope::Diary, created);
    let read = |seen: &[OpId]| {
        let sight = Sight { entry: id, seen: seen.to_vec() };
        let found = record.as_seen::<DiaryNote>(&sight).unwrap();
        assert_eq!(found.sight(), sight, "what is seen of it is what it was seen by");
        let texts = found.conflicts.iter().flat_map(|conflict| &conflict.values);
        let mut texts: Vec<String> = texts.map(|(_, value)| value.text.clone()).collect();
        if texts.is_empty() {
            texts.push(found.value.text);
        }
        (texts.join(" or "), found.versions, found.retracted.is_some())
    };
    assert_eq!(read(&[created]), ("?".into(), 1, false));
    assert_eq!(read(&[a]), ("three".into(), 2, false));
    assert_eq!(read(&[a, b]), ("three or seven".into(), 3, false));
    assert_eq!(read(&[c]), ("five".into(), 4, false));
    assert_eq!(read(&[gone]), ("five".into(), 5, true));
    // What was seen by operations that are not here is read as it stands.
    let lost = Sight { entry: id, seen: vec![op(9, 1)] };
    let whole = record.get::<DiaryNote>(id);
    assert!(record.as_seen::<DiaryNote>(&lost) == whole);
    assert_eq!(whole.unwrap().sight().seen, record.touch(id).seen);
    assert!(record.as_seen::<Tracker>(&lost).is_none(), "it is of another kind");
}

#[test]
fn retracted_by_one_and_corrected_by_another_it_holds_and_both_are_shown() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = mum.create(&note("Fell"));
    let (gone, retracted) = me.retract(created, &[created], "Not mine");
    let (changed, corrected) = mum.change(created, &[created], &note("Fell"), &note("Did fall"));
    let id = entry(Scope::Diary, created);

    let record = fold(&[&first, &retracted, &corrected]);
    let shown = record.get::<DiaryNote>(id).unwrap();
    assert_eq!(shown.value.text, "Did fall");
    assert!(shown.retracted.is_none());
    assert_eq!(shown.disputed.unwrap().by.id, gone);
    assert_eq!(record.current::<DiaryNote>().count(), 1);

    let (_, settled) = mum.retract(created, &[gone, changed], "Agreed");
    let shown = fold(&[&first, &retracted, &corrected, &settled]).get::<DiaryNote>(id).unwrap();
    assert_eq!(shown.retracted.unwrap().reason, "Agreed");
    assert!(shown.disputed.is_none());
}

#[test]
fn who_corrects_the_time_does_not_lose_to_who_corrects_the_value() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = mum.create(&note("Fell"));
    let (earlier, time) = mum.happened(-3600).change_bytes(created, &[created], Vec::new());
    let (_, words) = me.change(created, &[created], &note("Fell"), &note("Did fall"));
    let id = entry(Scope::Diary, created);
    let shown = fold(&[&first, &time, &words]).get::<DiaryNote>(id).unwrap();
    assert_eq!(shown.value.text, "Did fall");
    assert_eq!(shown.happened, london(MONDAY / 1000 - 3600));
    assert!(shown.conflicts.is_empty());

    // Two who say different times disagree, and both times are shown.
    let (later, other) = me.happened(7200).change_bytes(created, &[created], Vec::new());
    let shown = fold(&[&first, &time, &other]).get::<DiaryNote>(id).unwrap();
    let conflict = &shown.conflicts[0];
    assert_eq!(conflict.field, HAPPENED);
    let said: Vec<_> = conflict.values.iter().map(|(by, _)| by.id).collect();
    assert_eq!(said, [earlier, later]);
}

#[test]
fn a_change_that_cannot_be_read_hides_nothing() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = mum.create(&note("Fell"));
    let mut misshapen = FieldsWriter::default();
    misshapen.put(2, Value::Uint(7));
    let (_, wrong_shape) = me.change_bytes(created, &[created], misshapen.finish());
    let (_, cut) = me.change_bytes(created, &[created], vec![2 << 2 | 2, 200]);
    let shown =
        fold(&[&first, &wrong_shape, &cut]).get::<DiaryNote>(entry(Scope::Diary, created)).unwrap();
    assert_eq!(shown.value.text, "Fell");
    assert_eq!(shown.versions, 3);
}

#[test]
fn forged_operations_that_claim_to_have_seen_each_other_hide_nothing() {
    let (mut mum, mut me) = (Pen::new(2, Scope::Diary), Pen::new(3, Scope::Diary));
    let (created, first) = mum.create(&note("Fell"));
    let (_, x) = mum.change(created, &[created, op(3, 1)], &note("Fell"), &note("three"));
    let (_, y) = me.change(created, &[op(2, 2), op(3, 1)], &note("Fell"), &note("seven"));
    let shown = fold(&[&first, &x, &y]).get::<DiaryNote>(entry(Scope::Diary, created)).unwrap();
    assert!(shown.value.text == "three" || shown.value.text == "seven");
    assert!(shown.last.id != created);
}

#[test]
fn my_first_entry_and_your_first_entry_are_not_the_same_answer() {
    let (mut mum, mut me, mut dad) =
        (Pen::new(2, Scope::Health), Pen::new(3, Scope::Health), Pen::new(4, Scope::Health));
    let (mine, x) = mum.create(&tracker("Left foot"));
    let (yours, y) = me.create(&tracker("Right foot"));
    let (created, z) = mum.create(&reading(op(4, 1), "3"));
    let id = entry(Scope::Health, created);
    let (_, left) = mum.change(created, &[created], &reading(op(4, 1), "3"), &reading(mine, "3"));
    let (_, right) = me.change(created, &[created], &reading(op(4, 1), "3"), &reading(yours, "3"));
    let shown = fold(&[&x, &y, &z, &left, &right]).get::<Reading>(id).unwrap();
    let said: Vec<_> = shown.conflicts[0].values.iter().map(|(_, value)| value.tracker).collect();
    assert_eq!(said, [Ref(mine), Ref(yours)]);

    // The same entry named by its own writer and by another is one answer.
    let (_, agreed) = dad.change(created, &[created], &reading(op(4, 1), "3"), &reading(mine, "3"));
    let shown = fold(&[&x, &z, &left, &agreed]).get::<Reading>(id).unwrap();
    assert!(shown.conflicts.is_empty());
    assert_eq!(shown.value.tracker, Ref(mine));
}

#[test]
fn a_reference_to_anyones_entry_reads_back() {
    for (id, author) in [(op(2, 7), 2), (op(2, 7), 3), (op(0, 7), 0), (op(5, u32::MAX), 1)] {
        let payload = Seen { message: Ref(id) }.payload(Writer(author));
        let fields = record::fields::Fields::of(&payload)
            .map(|field| field.unwrap())
            .map(|(number, value)| (number, value, Writer(author)));
        assert_eq!(Seen::read(fields).unwrap().message, Ref(id));
    }
}

#[test]
fn what_was_written_before_joining_is_the_same_afterwards() {
    let mut alone = Record::new(Writer::ME);
    let operation = |counter, act, payload| Operation {
        id: op(0, counter),
        act,
        happened: london(MONDAY / 1000),
        recorded: Hlc::new(MONDAY + i64::from(counter), 0),
        on_behalf: None,
        payload,
    };
    let feet = tracker("Feet");
    let first = alone
        .write(
            Scope::Health,
            &[
                operation(1, Act::Create(Tracker::SPEC.id), feet.payload(Writer::ME)),
                operation(
                    2,
                    Act::Create(Reading::SPEC.id),
                    reading(op(0, 1), "3").payload(Writer::ME),
                ),
            ],
        )
        .unwrap();
    let id = entry(Scope::Health, op(0, 2));
    let second = alone
        .write(
            Scope::Health,
            &[operation(
                3,
                Act::Change(alone.touch(id)),
                reading(op(0, 1), "4").payload_from(&reading(op(0, 1), "3"), Writer::ME),
            )],
        )
        .unwrap();

    // The same drafts, and the same claimed under the number, as another device reads them.
    let mut joined = Record::new(Writer(5));
    let mut other = Record::new(Writer(6));
    for draft in [&first, &second] {
        let claimed = block::claim(draft, Writer(5)).unwrap();
        assert_eq!(joined.apply(draft, None).unwrap().new, if draft == &first { 2 } else { 1 });
        assert_eq!(joined.apply(&claimed, Some(MONDAY)).unwrap().new, 0);
        other.apply(&claimed, Some(MONDAY)).unwrap();
        assert_eq!(block::claim(&claimed, Writer(5)), Ok(claimed.clone()));
        assert!(block::claim(&claimed, Writer(6)).is_err());
    }
    assert_eq!(joined.fingerprint(), other.fingerprint());
    assert_eq!(joined.next_counter(Scope::Health), 4);
    // An id kept from before still names the entry.
    let shown = joined.get::<Reading>(id).unwrap();
    assert_eq!((shown.value.value, shown.versions), (Decimal::whole(4), 2));
    assert_eq!(shown.value.tracker, Ref(op(5, 1)));
    assert_eq!(alone.get::<Reading>(id).unwrap().value.value, Decimal::whole(4));
}

#[test]
fn of_two_operations_under_one_id_all_replicas_keep_the_same() {
    let diary = |text: &str| Pen::new(2, Scope::Diary).create(&note(text)).1;
    let seen = Pen::new(2, Scope::Diary).retract(op(3, 1), &[op(3, 1)], "Not mine").1;
    let other_kind = Pen::new(2, Scope::Diary).create_bytes(999, vec![]).1;
    let other_time = Pen::new(2, Scope::Diary).happened(60).create(&note("one")).1;
    let (_, entry_of_3) = Pen::new(3, Scope::Diary).create(&note("Fell"));
    let (one, two) = (diary("one"), diary("two"));
    // `fold` checks every order.
    let record = fold(&[&one, &two, &seen, &entry_of_3, &other_kind, &other_time]);
    assert_eq!(record.clashes().collect::<Vec<_>>(), [(Scope::Diary, op(2, 1))]);
    assert_eq!(record.count(Scope::Diary), 2);
    // The same again is no clash.
    assert_eq!(fold(&[&one, &one, &two]).clashes().count(), 1);
    assert_eq!(fold(&[&one, &one]).clashes().count(), 0);
}

#[test]
fn arrival_is_the_first_time_the_server_had_it() {
    let (_, draft) = Pen::new(2, Scope::Diary).create(&note("Fell"));
    let mut record = Record::new(Writer(2));
    record.apply(&draft, None).unwrap();
    assert_eq!((record.unsent(Scope::Diary), record.count(Scope::Diary)), (1, 1));
    record.arrived(Scope::Diary, 1, u32::MAX, MONDAY + 5);
    record.apply(&draft, Some(MONDAY + 9)).unwrap();
    record.apply(&draft, None).unwrap();
    assert_eq!((record.unsent(Scope::Diary), record.count(Scope::Diary)), (0, 1));
    let shown = record.current::<DiaryNote>().next().unwrap();
    assert_eq!(shown.last.arrived, Some(MONDAY + 5));
    record.forget(Scope::Diary);
    assert_eq!((record.count(Scope::Diary), record.next_counter(Scope::Diary)), (0, 1));
}

#[test]
fn what_is_not_sent_is_counted_where_two_have_other_words_under_one_id() {
    let diary = |text: &str| Pen::new(2, Scope::Diary).create(&note(text)).1;
    let (one, two) = (diary("one"), diary("two"));
    for (here, there) in [(&one, &two), (&two, &one)] {
        for (first, then) in
            [((here, None), (there, Some(MONDAY))), ((there, Some(MONDAY)), (here, None))]
        {
            let mut record = Record::new(Writer(2));
            record.apply(first.0, first.1).unwrap();
            record.apply(then.0, then.1).unwrap();
            assert_eq!(record.unsent(Scope::Diary), 0);
            assert!(!record.has_arrived(Scope::Diary, op(2, 1)), "one of the two has not");
        }
        let mut record = Record::new(Writer(2));
        record.apply(there, Some(MONDAY)).unwrap();
        assert!(record.has_arrived(Scope::Diary, op(2, 1)));
    }
}

#[test]
fn a_draft_that_ends_badly_changes_nothing() {
    let mut record = Record::new(Writer(2));
    let (_, first) = Pen::new(2, Scope::Diary).create(&note("Fell"));
    record.apply(&first, None).unwrap();
    let before = record.fingerprint();
    let operations: Vec<_> = (1..=3)
        .map(|counter| Operation {
            id: op(2, counter),
            act: Act::Create(DiaryNote::SPEC.id),
            happened: london(MONDAY / 1000),
            recorded: Hlc::new(MONDAY + i64::from(counter), 0),
            on_behalf: None,
            payload: note("x").payload(Writer(2)),
        })
        .collect();
    let draft = block::encode(Scope::Diary, Writer(2), &operations).unwrap();
    assert!(record.apply(&draft[..draft.len() - 1], None).is_err());
    assert_eq!(record.fingerprint(), before);
    assert_eq!((record.count(Scope::Diary), record.unsent(Scope::Diary)), (1, 1));
}

#[test]
fn what_is_agreed_to_be_seen_conflicts_until_settled() {
    let share = |see: &[Scope]| Share {
        member: Member(3),
        see: Scopes::of(see),
        add: Scopes::NONE,
        until: None,
        name: "Ada".to_owned(),
    };
    let (mut mum, mut me) = (Pen::new(2, Scope::Sharing), Pen::new(3, Scope::Sharing));
    let (created, first) = mum.create(&share(&[Scope::Diary]));
    let (_, more) = mum.change(
        created,
        &[created],
        &share(&[Scope::Diary]),
        &share(&[Scope::Diary, Scope::Health]),
    );
    let (_, none) = me.change(created, &[created], &share(&[Scope::Diary]), &share(&[]));
    let shown = fold(&[&first, &more, &none]).get::<Share>(entry(Scope::Sharing, created)).unwrap();
    assert_eq!(shown.conflicts[0].field.name, "see");
    assert_eq!(shown.conflicts[0].values.len(), 2);
}
