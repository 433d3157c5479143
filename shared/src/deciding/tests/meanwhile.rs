//! What somebody else changes while something is decided, and since.

use record::EntryId;
use record::kinds::{AboutMe, DecisionPart, DecisionStep, Kind, PartOf};
use record::op::{Act as Doing, Touch};

use super::who::{NURSE, numbered, nurse};
use super::{begun, decide, decisions, option};
use crate::saving::{Act, Go};
use crate::testing::Journey;

/// An option by what it says.
fn option_called(journey: &Journey, name: &str) -> (EntryId, Touch, DecisionPart) {
    journey.holding(|holding| {
        let mut all = holding.record.current::<DecisionPart>();
        let entry = all.find(|entry| entry.value.text == name).unwrap();
        let seen = holding.record.touch(entry.id).seen;
        (entry.id, Touch { entry: entry.id.created_by(), seen }, entry.value)
    })
}

/// Three options, and the second ticked as what was decided.
fn ticked() -> Journey {
    let mut journey = numbered();
    option(&mut journey, "An inhaler").press("Back");
    option(&mut journey, "An operation").press("Back");
    journey.press("Write down the decision");
    let which = crate::pilot::choices(&journey.page(), "What was decided?", &["An inhaler"]);
    journey.choose("What was decided?", &[&which[0]]);
    journey
}

fn steps(journey: &Journey) -> Vec<DecisionStep> {
    journey.holding(|holding| {
        holding.record.current::<DecisionStep>().map(|entry| entry.value).collect()
    })
}

#[test]
fn what_was_ticked_is_decided_though_another_option_was_crossed_out() {
    let mut journey = ticked();
    let (inhaler, ..) = option_called(&journey, "An inhaler");
    let (_, touch, _) = option_called(&journey, "Breathing classes");
    nurse(&mut journey, vec![(Doing::Retract(touch), Vec::new())]);
    journey.press("Save");
    let step = steps(&journey).remove(0);
    assert_eq!(step.option.unwrap().0, inhaler.created_by());
    assert!(journey.text().contains("22 November 2026: An inhaler"), "{}", journey.text());
}

#[test]
fn what_was_ticked_and_crossed_out_since_is_not_decided() {
    let mut journey = ticked();
    let (_, touch, _) = option_called(&journey, "An inhaler");
    nurse(&mut journey, vec![(Doing::Retract(touch), Vec::new())]);
    journey.press("Save");
    assert!(
        journey.text().contains("✗ Something that you chose was changed"),
        "{}",
        journey.text()
    );
    assert_eq!(steps(&journey), []);
    let which = crate::pilot::choices(&journey.page(), "What was decided?", &["An operation"]);
    journey.choose("What was decided?", &[&which[0]]).press("Save");
    assert_eq!(steps(&journey)[0].said.as_deref(), Some("An operation"));
}

#[test]
fn what_was_decided_keeps_its_words_and_what_it_says_now_stands_beside_it() {
    let mut journey = numbered();
    decide(&mut journey, "Breathing classes");
    assert!(!journey.text().contains("now says"), "{}", journey.text());
    let (_, touch, old) = option_called(&journey, "Breathing classes");
    assert_eq!(old.of, PartOf::Option);
    let new = DecisionPart { text: "Steroid tablets".into(), ..old.clone() };
    nurse(&mut journey, vec![(Doing::Change(touch), new.payload_from(&old, NURSE))]);
    let text = journey.text();
    let said = "22 November 2026: Breathing classes / This option now says: Steroid tablets";
    assert!(text.contains(said), "{text}");
    journey.press("A page to print");
    let text = journey.text();
    let steps = &text[text.find("What was done so far").unwrap()..];
    assert!(steps.contains("Breathing classes; This option now says: Steroid"), "{text}");
    decisions(&mut journey);
    let text = journey.text();
    assert!(text.contains("Breathing classes") && !text.contains("Steroid"), "{text}");
}

fn important(journey: &mut Journey, text: &str) {
    journey.act(|cx| {
        let holding = cx.open.holding().unwrap();
        let entry = holding.record.current::<AboutMe>().next().unwrap();
        let new = AboutMe { most_important: Some(text.into()), ..entry.value.clone() };
        let mut act = Act::new(holding, cx.now);
        act.set(Some(&entry), &new);
        act.save(cx, Go::Stay, None)
    });
}

#[test]
fn what_was_ticked_of_about_me_is_kept_though_about_me_was_changed() {
    let mut journey = begun();
    journey.press("More").press("About me").press("What is most important to me");
    journey.type_in("What is most important to me", "My garden\nMy choir\nMy dog").press("Save");
    decisions(&mut journey).press("Breathing classes, or not").press("Add: What matters to me");
    let ready = "Choose any of these";
    let choir = crate::pilot::choices(&journey.page(), ready, &["My choir"]);
    journey.choose(ready, &[&choir[0]]);
    important(&mut journey, "My choir\nMy dog");
    journey.press("Save");
    let matters = |journey: &Journey| {
        journey.holding(|holding| {
            let all = holding.record.current::<DecisionPart>();
            all.map(|entry| entry.value.text).collect::<Vec<_>>()
        })
    };
    assert_eq!(matters(&journey), ["My choir"]);
    // What is not there any more is said, and asked for once more.
    journey.press("Add: What matters to me");
    let both = crate::pilot::choices(&journey.page(), ready, &["My choir", "My dog"]);
    journey.choose(ready, &[&both[0], &both[1]]);
    important(&mut journey, "My dog");
    journey.press("Save");
    assert!(
        journey.text().contains("✗ Something that you chose was changed"),
        "{}",
        journey.text()
    );
    journey.press("Save");
    assert_eq!(matters(&journey), ["My choir", "My dog"]);
}
