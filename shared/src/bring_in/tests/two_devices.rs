//! The same file, brought in on two devices that had not heard of each other.

use crux_core::Command;
use record::kinds::{DoseTaken, Reading, Tracker};
use record::op::Operation;
use record::{Record, Scope, Writer, block};

use crate::testing::{Journey, MORNING};

const METER: &str = "04-21-1991\t9:09\t58\t100\n\
    04-21-1991\t9:09\t33\t009\n\
    04-21-1991\t17:08\t62\t119\n";

/// A device with the number that the server gave it, which brings the file in.
fn brought_in(writer: u32) -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(writer);
        holding.record = Record::new(Writer(writer));
        Command::done()
    });
    journey.press("More").press("Bring in a diary");
    journey.pick("Choose the file", "diary.tsv", METER.as_bytes()).press("Look at the file");
    journey.press("Bring in 3 entries");
    journey
}

/// All that a device has written, as it comes by the server.
fn written(journey: &Journey) -> Vec<Vec<u8>> {
    journey.holding(|holding| {
        let record = &holding.record;
        let draft = |scope| {
            let held = record.history(scope);
            let operations: Vec<Operation> = held
                .map(|held| Operation {
                    id: held.id,
                    act: held.act,
                    happened: held.happened,
                    recorded: held.recorded,
                    on_behalf: held.on_behalf,
                    payload: held.payload.to_vec(),
                })
                .collect();
            block::encode(scope, record.me(), &operations).ok()
        };
        [Scope::Health, Scope::Medicines].into_iter().filter_map(draft).collect()
    })
}

fn counts(journey: &Journey) -> (usize, usize, usize) {
    journey.holding(|holding| {
        let record = &holding.record;
        (
            record.current::<Reading>().count(),
            record.current::<DoseTaken>().count(),
            record.current::<Tracker>().count(),
        )
    })
}

/// What the pages say that show it.
fn pages(journey: &mut Journey) -> String {
    let diary = journey.press("More").press("Diary").text();
    let track = journey.press("Track").text();
    diary + &track + &journey.press("Blood glucose").text()
}

#[test]
fn each_reading_stands_once_and_all_of_them_are_in_the_copy() {
    for (ours, theirs) in [(3, 8), (8, 3)] {
        let mut journey = brought_in(ours);
        // The pages have looked at it before the other's comes.
        let alone = pages(&mut journey);
        assert!(alone.contains("119 mg/dL"), "{alone}");
        for draft in written(&brought_in(theirs)) {
            journey.act(|cx| {
                let holding = cx.open.holding_mut().unwrap();
                holding.record.apply(&draft, Some(MORNING + 60_000)).unwrap();
                Command::done()
            });
        }
        assert_eq!(counts(&journey), (2, 1, 1));
        assert_eq!(pages(&mut journey), alone);
        // What is brought in again is known, also from a device that stands behind.
        journey.press("More").press("Bring in a diary");
        journey.pick("Choose the file", "diary.tsv", METER.as_bytes()).press("Look at the file");
        assert!(journey.text().contains("in the record already"), "{}", journey.text());
        let held = journey.holding(|holding| {
            let of = |scope| holding.record.count(scope);
            of(Scope::Health) + of(Scope::Medicines)
        });
        assert_eq!(held, 8, "nothing of it is gone");
    }
}
