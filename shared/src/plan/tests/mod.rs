mod bad_input;
mod easy_read;
mod fields;
mod found;
mod others;
mod proposals;
mod reviews;
mod take_out;
mod then;
mod two_devices;
mod voices;

use std::collections::BTreeMap;

use crux_core::Command;
use record::kinds::{PlanItem, PlanSort};
use record::op::{Act, Operation};
use record::state::Entry;
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, Kind, Member, OpId, Record, Scope, Scopes, Writer, block};

use crate::holding::{Piece, RecordSide};
use crate::testing::{Journey, MORNING};

/// The person's device.
pub(super) const SAM: Writer = Writer(3);
/// Another of the person's.
const SAM_ELSEWHERE: Writer = Writer(4);
/// The daughter's device.
pub(crate) const ADA: Writer = Writer(8);
/// The nurse's.
pub(crate) const NURSE: Writer = Writer(9);

/// 7:42 on a Sunday in London, with a device that has its number.
pub(crate) fn person() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    let card = |writer, member, side, name: &str, role: &str| WriterCard {
        writer,
        member: Member(member),
        side,
        name: name.to_owned(),
        role: role.to_owned(),
        key: [0; 32],
    };
    let cards = [
        card(SAM, 0, Side::Person, "Sam", ""),
        card(ADA, 3, Side::Carer, "Ada", "daughter"),
        card(NURSE, 4, Side::Team, "Amina Khan", "nurse"),
    ];
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = SAM;
        holding.about.name = "Sam".into();
        holding.record = Record::new(SAM);
        holding.writers.extend(cards);
        Command::done()
    });
    plan(&mut journey);
    journey
}

pub(crate) fn plan(journey: &mut Journey) -> &mut Journey {
    journey.press("Plan")
}

/// Writes a goal, and stands on its page.
pub(super) fn goal(journey: &mut Journey, text: &str, importance: &str) {
    plan(journey).press("Add a goal or hope").type_in("Goal or hope", text);
    journey.type_in("How much it matters", importance).press("Save");
    assert_eq!(journey.page().name, "plan.one", "{}", journey.text());
}

/// Adds a step to the goal whose page is open.
pub(super) fn step(journey: &mut Journey, text: &str, who: &str) {
    journey.press("Add a step").type_in("What is to be done", text);
    journey.type_in("Who does it", who).press("Save");
    assert_eq!(journey.page().name, "plan.one", "{}", journey.text());
}

/// A plan as somebody might have it.
pub(super) fn some() -> Journey {
    let mut journey = person();
    journey.press("Add a strength").type_in("Strength", "Good neighbours").press("Save");
    journey.press("Add a need or concern").type_in("Need or concern", "The stairs").press("Save");
    goal(&mut journey, "Walk to the allotment", "9");
    step(&mut journey, "Walk to the gate", "Me, with Ada");
    journey
}

/// Everything of a sort that holds, also what is proposed.
pub(super) fn all(journey: &Journey, sort: PlanSort) -> Vec<Entry<PlanItem>> {
    journey.holding(|holding| {
        holding.record.current::<PlanItem>().filter(|entry| entry.value.sort == sort).collect()
    })
}

/// Something that another device wrote a minute after the hour, and how many minutes
/// after the journey began.
pub(crate) fn theirs<K: Kind>(
    journey: &mut Journey,
    (writer, counter): (Writer, u32),
    minutes: i64,
    act: Act,
    payload: Vec<u8>,
) -> EntryId {
    let at = MORNING + minutes * 60_000;
    let operation = Operation {
        id: OpId { writer, counter },
        act,
        happened: Happened { at: at / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(at, 0),
        on_behalf: None,
        payload,
    };
    let bytes = block::encode(K::SPEC.scope, writer, &[operation]).unwrap();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        let header = holding.record.apply(&bytes, Some(at)).unwrap().header;
        // Kept here, so that another device can be made of it.
        holding.outbox.push(Piece { header, bytes });
        Command::done()
    });
    EntryId { scope: K::SPEC.scope, writer, counter }
}

/// A new entry of another device.
pub(crate) fn create<K: Kind>(
    journey: &mut Journey,
    by: (Writer, u32),
    minutes: i64,
    value: &K,
) -> EntryId {
    theirs::<K>(journey, by, minutes, Act::Create(K::SPEC.id), value.payload(by.0))
}

/// Ada's device, which has all that was written: what she may see and add to.
pub(crate) fn become_carer(journey: &mut Journey, see: &[Scope], add: &[Scope]) {
    become_writer(journey, ADA, RecordSide::Carer, see, add);
}

/// The person's own device again.
pub(crate) fn become_person(journey: &mut Journey) {
    become_writer(journey, SAM, RecordSide::Person, &Scope::ALL, &Scope::ALL);
}

pub(crate) fn become_writer(
    journey: &mut Journey,
    writer: Writer,
    side: RecordSide,
    see: &[Scope],
    add: &[Scope],
) {
    let (see, add) = (Scopes::of(see), Scopes::of(add));
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        let mut record = Record::new(writer);
        for piece in &holding.outbox {
            record.apply(&piece.bytes, None).unwrap();
        }
        holding.record = record;
        let member = holding.writers.iter().find(|card| card.writer == writer);
        holding.about.member = member.map_or(Member::PERSON, |card| card.member);
        (holding.about.writer, holding.about.side) = (writer, side);
        (holding.about.scopes, holding.about.adds) = (see, add);
        Command::done()
    });
}

#[test]
fn a_plan_begins_empty_and_says_what_it_is_for() {
    let mut journey = person();
    insta::assert_snapshot!("empty", journey.text());
    journey.press("What is still missing");
    insta::assert_snapshot!("missing", journey.text());
}

#[test]
fn strengths_needs_goals_and_steps_are_written_and_read_back() {
    let mut journey = some();
    insta::assert_snapshot!("goal", journey.text());
    journey.press("Walk to the gate").press("Change");
    let label = "How confident you are";
    journey.type_in(label, "6").type_in("What might get in the way", "Rain");
    journey.type_in("What to do then", "Walk indoors").date("By when", "1", "12", "2026");
    journey.press("Save");
    insta::assert_snapshot!("step", journey.text());
    plan(&mut journey);
    insta::assert_snapshot!("plan", journey.text());
    let step = all(&journey, PlanSort::Action).remove(0).value;
    assert_eq!((step.confidence, step.who.as_deref()), (Some(6), Some("Me, with Ada")));
    assert_eq!(step.of.unwrap().0, all(&journey, PlanSort::Goal)[0].id.created_by());
}

#[test]
fn how_a_step_went_is_a_note_of_a_day_and_it_is_done_in_one_press() {
    let mut journey = some();
    journey.press("Walk to the gate").press("Write how it went").press("Save");
    assert!(journey.text().contains("✗ Write something here"), "{}", journey.text());
    journey.type_in("How it went", "Got there and sat down").date(
        "On which day?",
        "30",
        "11",
        "2026",
    );
    journey.press("Save");
    assert!(journey.text().contains("✗ This day has not come yet"), "{}", journey.text());
    journey.date("On which day?", "20", "11", "2026").press("Save");
    let text = journey.text();
    assert!(text.contains("Friday 20 November") && text.contains("Got there"), "{text}");
    journey.press("This is done");
    let text = journey.text();
    assert!(text.contains("[Done]") && !text.contains("This is done"), "{text}");
}

#[test]
fn a_step_becomes_a_reminder_and_something_to_follow_in_one_press_each() {
    let mut journey = some();
    journey.press("Walk to the gate").press("Remind me");
    assert_eq!(journey.page().name, "plan.one", "{}", journey.text());
    let text = journey.text();
    assert!(text.contains("Reminder") && text.contains("Every day at 9:00"), "{text}");
    assert!(!text.contains("<Remind me>"), "once is enough: {text}");
    journey.press("Make it something to follow");
    let text = journey.text();
    assert!(text.contains("Followed under Track"), "{text}");
    assert!(!text.contains("<Make it something to follow>"), "{text}");
    // Each is changed from here.
    journey.press("Change how it is followed");
    let text = journey.text();
    assert!(text.contains("(•) On a scale") && text.contains("= 10"), "{text}");
    journey.type_in("The most it can be", "5");
    // A core that died in between goes on with what is typed.
    let mut journey = journey.died();
    journey.press("Save");
    assert_eq!(journey.page().name, "plan.one", "{}", journey.text());
    let made: Vec<record::kinds::Tracker> =
        journey.holding(|held| held.record.current().map(|entry| entry.value).collect());
    let [tracker] = made.as_slice() else { panic!("one tracker: {}", made.len()) };
    assert_eq!(tracker.name.as_deref(), Some("Walk to the gate"));
    let limit = |number| Some(record::Decimal::whole(number));
    assert_eq!((tracker.least, tracker.most), (limit(0), limit(5)));
    journey.press("Open: Walk to the gate");
    assert_eq!(journey.page().name, "track.chart", "{}", journey.text());
    journey.press("More").press("Reminders");
    assert!(journey.text().contains("Walk to the gate"), "{}", journey.text());
}

#[test]
fn a_step_called_as_something_that_is_followed_is_followed_there() {
    let mut journey = some();
    step(&mut journey, "Pain", "Me");
    journey.press("Track").press("Choose what to follow");
    journey.choose("What do you want to follow?", &["7.10"]).press("Follow these");
    plan(&mut journey).press("Walk to the allotment").press("Pain");
    journey.press("Make it something to follow");
    let text = journey.text();
    assert!(text.contains("Followed under Track: Pain"), "{text}");
    assert!(!text.contains("Change how it is followed"), "it is the app's own: {text}");
    let trackers =
        |held: &crate::holding::Holding| held.record.current::<record::kinds::Tracker>().count();
    assert_eq!(journey.holding(trackers), 1);
}

#[test]
fn the_page_to_print_says_when_it_was_correct_and_is_kept_as_a_file() {
    let mut journey = some();
    plan(&mut journey).press("A page to print");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("Save this page as a file");
    let file = &journey.files[0];
    let text = String::from_utf8_lossy(&file.content);
    assert!(text.contains("Correct when printed on 22 November 2026"), "{text}");
    assert!(text.contains("Good neighbours") && text.contains("Me, with Ada"), "{text}");
    assert_eq!(file.name, "plan-2026-11-22.html");
}

#[test]
fn the_five_criteria_are_said_as_what_is_missing_and_never_as_a_score() {
    let mut journey = some();
    let missing = |journey: &mut Journey| {
        plan(journey).press("What is still missing");
        let text = journey.text();
        assert!(!text.contains('%') && !text.contains(" of 5") && !text.contains("/5"), "{text}");
        text.matches("Still missing").count()
    };
    assert_eq!(missing(&mut journey), 5, "{}", journey.text());
    journey.press("You are at the centre, and choose who takes part");
    journey.press("Add somebody who takes part").type_in("Name", "Ada").press("Save");
    assert_eq!(missing(&mut journey), 4, "{}", journey.text());
    journey.press("You talked about what matters to you").press("Add a conversation");
    journey.type_in("What you talked about", "The allotment").type_in("With whom", "Amina");
    journey.date("When", "20", "11", "2026").press("Save");
    assert_eq!(missing(&mut journey), 3, "{}", journey.text());
    agree(&mut journey);
    assert_eq!(missing(&mut journey), 2, "{}", journey.text());
    plan(&mut journey).press("Add: Reviews").press("Add a review");
    journey.date("When it is due", "1", "3", "2027");
    journey.type_in("Who is responsible for it", "Amina Khan").press("Save");
    assert_eq!(missing(&mut journey), 1, "{}", journey.text());
    let last = "What matters, the goals and the steps are in one plan that can be shared";
    journey.press(last).press("What is most important to me");
    journey.type_in("What is most important to me", "My garden").press("Save");
    assert_eq!(missing(&mut journey), 0, "{}", journey.text());
}

pub(super) fn agree(journey: &mut Journey) {
    plan(journey).press("Add: Agreements").press("Write down an agreement");
    journey.type_in("Who agreed for the person", "Sam, myself");
    journey.date("When they agreed", "22", "11", "2026");
    journey.type_in("Who agreed for the other side", "Amina Khan, nurse");
    journey.date("When the other side agreed", "22", "11", "2026").press("Save");
    assert_eq!(journey.page().name, "plan.list", "{}", journey.text());
}

#[test]
fn what_changed_after_it_was_agreed_is_said() {
    let mut journey = some();
    agree(&mut journey);
    plan(&mut journey);
    let text = journey.text();
    assert!(text.contains("Agreed by Sam, myself and Amina Khan, nurse"), "{text}");
    assert!(!text.contains("changed since"), "{text}");
    journey.later(5);
    journey.press("The stairs").press("Change");
    journey.type_in("Need or concern", "The stairs, and the bath").press("Save");
    plan(&mut journey);
    let text = journey.text();
    assert!(text.contains("One thing has changed since this was agreed"), "{text}");
    assert!(text.contains("[changed since agreed]"), "{text}");
    journey.press("What is still missing");
    assert!(journey.text().contains("Agree again when you are ready"), "{}", journey.text());
}

#[test]
fn a_review_is_reminded_of_in_one_press() {
    let mut journey = some();
    plan(&mut journey).press("Add: Reviews").press("Add a review");
    journey.date("When it is due", "1", "2", "2027");
    journey.type_in("Who is responsible for it", "Amina Khan, nurse").press("Save");
    if journey.page().name != "plan.one" {
        journey.press("Review due on 1 February 2027");
    }
    journey.press("Remind me").press("Save");
    assert_eq!(journey.page().name, "plan.one");
    let text = journey.text();
    assert!(text.contains("On Sunday 31 January 2027 at 18:00"), "{text}");
    assert!(!text.contains("<Remind me>"), "{text}");
}

#[test]
fn a_review_stands_on_today_and_both_sides_prepare_it() {
    let mut journey = some();
    plan(&mut journey).press("Add: Reviews").press("Add a review");
    journey.date("When it is due", "25", "11", "2026");
    journey.type_in("Who is responsible for it", "Amina Khan, nurse").press("Save");
    journey.press("Today").press("Review due on 25 November 2026");
    journey.press("What you want to talk about");
    journey.type_in("What you want to talk about", "The bath").press("Save");
    let review = all(&journey, PlanSort::Review).remove(0).id;
    let note = record::kinds::PlanNote {
        of: record::kinds::Ref(review.created_by()),
        text: Some("Her inhaler technique".into()),
        reminder: None,
        tracker: None,
        answer: None,
        became: None,
    };
    create(&mut journey, (NURSE, 1), 1, &note);
    insta::assert_snapshot!("review", journey.text());
    journey.press("Change").date("When it was held", "22", "11", "2026");
    journey.type_in("What came of it", "A rail for the bath").press("Save");
    assert!(journey.text().contains("Review held on 22 November 2026"), "{}", journey.text());
    journey.press("Today");
    assert!(!journey.text().contains("Review"), "{}", journey.text());
    // What has changed since stands with the next one.
    journey.later(3 * 24 * 60);
    plan(&mut journey).press("The stairs").press("Change");
    journey.type_in("Need or concern", "The bath").press("Save");
    plan(&mut journey).press("Open: Reviews").press("Add a review");
    journey.date("When it is due", "1", "3", "2027");
    journey.type_in("Who is responsible for it", "Amina Khan, nurse").press("Save");
    journey.press("Review due on 1 March 2027");
    let text = journey.text();
    let since = text.split("Changed since the review on 22 November 2026").nth(1).unwrap();
    assert!(since.contains("The bath") && !since.contains("Good neighbours"), "{text}");
}

#[test]
fn two_versions_are_compared_word_by_word() {
    let mut journey = some();
    for (minute, text) in [(1, "Walk slowly to the allotment"), (2, "Walk slowly to the shop")] {
        journey.later(minute);
        journey.press("Change").type_in("Goal or hope", text).press("Save");
    }
    journey.press("History, or cross it out");
    insta::assert_snapshot!("history", journey.text());
    let version = |journey: &Journey, text: &str| {
        let all = crate::pilot::presses(&journey.page());
        all.into_iter().find(|(label, _)| label.contains(text)).unwrap().0
    };
    let last = version(&journey, "slowly to the shop");
    journey.press(&last);
    let text = journey.text();
    assert!(text.contains("Taken out: allotment\n") && text.contains("Added: shop\n"), "{text}");
    // And any other with it: the first.
    let first = version(&journey, "Walk to the allotment");
    journey.press(&first);
    insta::assert_snapshot!("compare", journey.text());
}

/// The files of the copy that the person keeps.
pub(crate) fn copy(journey: &Journey) -> BTreeMap<String, String> {
    let now = crate::effects::clock::Now {
        ms: journey.ms,
        zone: journey.zone.clone(),
        agreed: None,
        day_start: 0,
    };
    let words = crate::words::Words::default();
    let (archive, _) =
        journey.holding(|holding| crate::your_data::archive(holding, &words, &now).unwrap());
    let files = crate::your_data::tests::unpack(&archive).into_iter();
    files.map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

#[test]
fn all_of_it_is_in_the_copy_that_the_person_keeps() {
    let files = copy(&some());
    let text = &files["plan.csv"];
    for needed in ["Good neighbours", "9 out of 10", "Walk to the gate", "Me, with Ada"] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    assert!(files["record.html"].contains("Good neighbours"));
}
