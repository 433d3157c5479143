//! Recordings, and the note that everybody agreed to them.

use record::EntryId;
use record::kinds::{DecisionMedia, DecisionPart};

use crate::media::tests::{alone, decision, record, sound};
use crate::saving::{Act, Go};
use crate::testing::Journey;

/// The notes of who agreed, and crossing one out.
fn notes(journey: &Journey) -> Vec<(EntryId, String)> {
    journey.holding(|holding| {
        let all = holding.record.current::<DecisionPart>();
        all.map(|entry| (entry.id, entry.value.text)).collect()
    })
}

fn cross_out(journey: &mut Journey, id: EntryId) {
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let mut act = Act::new(holding, cx.now);
        act.retract(holding, id, "Ada said no");
        act.save(cx, Go::Stay, None)
    });
}

#[test]
fn a_recording_is_shared_only_while_it_stands_that_all_agreed() {
    let mut journey = alone();
    decision(&mut journey);
    record(&mut journey);
    // Another talk, to which others agreed, says nothing of this one.
    journey.press("Add: Recording of a talk").type_in("Who was there?", "Dr Reid alone");
    journey.choose("Did everybody agree to be recorded?", &["all"]).press("Save");
    let note = notes(&journey).into_iter().find(|(_, text)| text == "Dr Reid and Ada").unwrap().0;
    let share = "Share with those who see this decision";
    let presses = |journey: &Journey| crate::pilot::presses(&journey.page());
    let offered = |journey: &Journey| presses(journey).iter().any(|(label, _)| label == share);
    let sharing = presses(&journey).into_iter().find(|(label, _)| label == share).unwrap().1;
    cross_out(&mut journey, note);
    let text = journey.text();
    assert!(!offered(&journey) && text.contains("was crossed out or changed"), "{text}");
    assert!(!text.contains("Everybody agreed: Dr Reid and Ada"), "{text}");
    journey.send(crate::event::Event::Press(sharing));
    journey.holding(|held| assert_eq!(held.record.current::<DecisionMedia>().count(), 0));
    assert!(presses(&journey).iter().any(|(label, _)| label == "Delete for good"));
}

#[test]
fn a_recording_belongs_to_the_note_that_was_chosen_though_another_was_crossed_out() {
    let mut journey = alone();
    decision(&mut journey);
    for who in ["Dr Reid", "Ada and I", "Sam and I"] {
        let press = if who == "Dr Reid" { "Recording" } else { "Add: Recording" };
        journey.press(&format!("{press} of a talk")).type_in("Who was there?", who);
        journey.choose("Did everybody agree to be recorded?", &["all"]).press("Save");
    }
    journey.press("Keep the recording on this device");
    journey.pick("Sound or film", "talk.ogg", &sound(9)).type_in("The same in words", "A talk");
    let who = "Who of these was recorded?";
    let agreed = crate::pilot::choices(&journey.page(), who, &["Ada and I"]);
    journey.choose(who, &[&agreed[0]]);
    let first = notes(&journey).into_iter().find(|(_, text)| text == "Dr Reid").unwrap().0;
    cross_out(&mut journey, first);
    journey.press("Save");
    assert!(journey.text().contains("Everybody agreed: Ada and I"), "{}", journey.text());
}
