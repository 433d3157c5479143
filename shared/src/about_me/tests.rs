use record::kinds::{AboutMe, Kind};
use record::op::{Act, Operation};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, Scope, Writer, block};

use super::Item;
use crate::testing::{Journey, MORNING};

fn begun() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("More").press("About me");
    journey
}

#[test]
fn every_item_is_written_read_back_and_changed() {
    let mut journey = begun();
    insta::assert_snapshot!("empty", journey.text());
    let words = crate::words::Words::default();
    for (at, item) in Item::ALL.into_iter().enumerate() {
        let question = words.get(item.question());
        journey.press(&question).type_in(&question, &format!("Words {at}")).press("Save");
    }
    let mut journey = journey.restarted();
    journey.press("More").press("About me");
    insta::assert_snapshot!("whole", journey.text());
    // One entry holds all, each item in the field that the standard has for it.
    journey.holding(|held| {
        let mut all = held.record.current::<AboutMe>();
        let about = all.next().unwrap().value;
        assert!(all.next().is_none());
        for (at, item) in Item::ALL.into_iter().enumerate() {
            assert_eq!(item.of(&about).as_deref(), Some(format!("Words {at}").as_str()));
            let spec = AboutMe::SPEC.fields[at];
            assert_eq!(spec.number, item.number(), "{}", spec.name);
        }
    });
}

#[test]
fn an_item_can_be_emptied_but_for_what_matters_most() {
    let mut journey = begun();
    journey.press("Please do").press("Save");
    assert!(journey.text().contains("✗ Write what matters"), "{}", journey.text());
    journey.type_in("Please do", "Speak slowly").press("Save");
    assert!(journey.text().contains("Speak slowly"));
    journey.press("Change").type_in("Please do", " ").press("Save");
    assert!(!journey.text().contains("Speak slowly"), "{}", journey.text());
    journey.press("Please do").type_in("Please do", &"a".repeat(801)).press("Save");
    assert!(journey.text().contains("800"), "{}", journey.text());
}

#[test]
fn what_two_wrote_at_once_stands_side_by_side_until_it_is_put_into_one() {
    let mut journey = begun();
    journey.press("Please do not").type_in("Please do not", "Rush me").press("Save");
    let theirs = AboutMe { please_dont: Some("Move her chair".into()), ..AboutMe::default() };
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
    let text = journey.text();
    assert!(text.contains("Rush me") && text.contains("Move her chair"), "{text}");
    journey.press("Put it into one");
    journey.type_in("Please do not", "Rush me or move my chair").press("Save");
    let text = journey.text();
    assert!(text.contains("Rush me or move my chair") && !text.contains("two places"), "{text}");
}
