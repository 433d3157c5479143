//! The day, as a person sees it.

use record::block;
use record::kinds::{AboutMe, Amount, DiaryNote, DiaryTopic, DoseTaken, DoseUnit};
use record::op::{Act, Operation};
use record::time::{Happened, Hlc, Zone};
use record::{Decimal, Kind, OpId, Scope, Writer};

use crate::holding::RecordSide;
use crate::items::tests::become_another;
use crate::saving;
use crate::testing::{Journey, MORNING};

mod bad_day;
mod own_day;

fn begun() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey
}

#[test]
fn a_new_person_begins_calmly() {
    insta::assert_snapshot!(begun().text());
}

#[test]
fn a_carer_to_whom_nothing_is_shown_yet_is_told_so() {
    let mut journey = begun();
    become_another(&mut journey, RecordSide::Carer, &[Scope::Messages], &[Scope::Messages]);
    journey.press("Messages").press("Today");
    let text = journey.text();
    assert!(text.contains("What Rosa shares with you comes here as it is written."), "{text}");
    become_another(&mut journey, RecordSide::Carer, &[Scope::Health], &[Scope::Health]);
    journey.press("Messages").press("Today");
    assert!(!journey.text().contains("What Rosa shares with you"), "{}", journey.text());
}

#[test]
fn the_greeting_follows_the_wall_clock() {
    let mut journey = begun();
    let mut said = Vec::new();
    for _ in 0..4 {
        said.push(journey.page().title);
        journey.later(6 * 60);
    }
    assert_eq!(said, ["Good morning", "Good afternoon", "Good evening", "Hello"]);
    assert_eq!(journey.page().caption.as_deref(), Some("Monday 23 November"));
}

#[test]
fn everything_of_today_stands_newest_first() {
    let mut journey = begun();
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = saving::Act::new(holding, cx.now);
        let now = act.happened_now();
        let ago = |minutes: i64| Happened { at: now.at - minutes * 60, zone: now.zone.clone() };
        let dose = |minutes, amount, unit| (ago(minutes), amount, unit);
        for (happened, amount, unit) in [
            dose(27, 2, DoseUnit::Puff),
            dose(30, 1, DoseUnit::Tablet),
            dose(9 * 60, 3, DoseUnit::Unit),
        ] {
            let amount = Some(Decimal::whole(amount));
            let dose = DoseTaken { medicine: "Blue inhaler".into(), amount, unit, note: None };
            act.create(&dose, happened);
        }
        let note = DiaryNote {
            topic: DiaryTopic::Meal,
            text: "Porridge with the grandchildren".into(),
            mood: None,
            amount: Some(Amount::More),
        };
        act.create(&note, ago(5));
        act.save(cx, saving::Go::Stay, None)
    });
    journey.press("Something else").type_in("In your own words", "Short of breath").press("Save");
    insta::assert_snapshot!(journey.text());
}

#[test]
fn what_was_written_in_another_zone_is_today_by_its_own_wall() {
    let mut journey = begun();
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = saving::Act::new(holding, cx.now);
        // 0:30 on Sunday in Auckland is 11:30 on Saturday in London.
        let at = cx.now.ms / 1000 - (20 * 60 + 12) * 60;
        let note = |text: &str| DiaryNote {
            topic: DiaryTopic::Note,
            text: text.into(),
            mood: None,
            amount: None,
        };
        act.create(&note("Landed"), Happened { at, zone: Zone::new("Pacific/Auckland") });
        act.create(&note("At home"), Happened { at, zone: Zone::new("Europe/London") });
        act.save(cx, saving::Go::Stay, None)
    });
    let text = journey.text();
    assert!(text.contains("0:30 · ") && text.contains("Landed"), "{text}");
    assert!(!text.contains("At home"), "{text}");
}

#[test]
fn what_matters_is_written_changed_and_kept() {
    let mut journey = begun();
    journey.press("Write it down").press("Save");
    assert!(journey.text().contains("✗ Write what matters"));
    journey.type_in("What is most important to me", "Walking to the allotment").press("Save");
    assert!(journey.text().contains("Walking to the allotment"));
    journey.press("Change");
    assert!(journey.text().contains("= Walking to the allotment"));
    journey.type_in("What is most important to me", "Walking to the allotment and back");
    journey.press("Save");
    let journey = journey.restarted();
    assert!(journey.text().contains("Walking to the allotment and back"));
    journey.holding(|holding| assert_eq!(holding.record.ids::<AboutMe>().count(), 1));
}

#[test]
fn what_matters_written_twice_is_shown_twice_until_put_into_one() {
    let mut journey = begun();
    journey.press("Write it down").type_in("What is most important to me", "My garden");
    journey.press("Save");
    let theirs = AboutMe { most_important: Some("My grandchildren".into()), ..AboutMe::default() };
    let writer = Writer(9);
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act: Act::Create(AboutMe::SPEC.id),
        happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING, 0),
        on_behalf: None,
        payload: theirs.payload(writer),
    };
    let draft = block::encode(Scope::About, writer, &[operation]).unwrap();
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.apply(&draft, Some(MORNING)).unwrap();
        crux_core::Command::done()
    });
    insta::assert_snapshot!(journey.text());
    journey.press("Put it into one");
    assert!(journey.text().contains("My garden\nMy grandchildren"));
    journey.type_in("What is most important to me", "My garden, with my grandchildren");
    journey.press("Save");
    let text = journey.text();
    assert!(text.contains("My garden, with my grandchildren"));
    assert!(!text.contains("two places"), "{text}");
}
