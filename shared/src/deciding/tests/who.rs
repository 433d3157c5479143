//! Who says what, and what two people said at once.

use crux_core::Command;
use record::kinds::{Decision, DecisionPart, DecisionStep, Kind, Often, PartOf, Ref, StepOf};
use record::op::{Act, Operation, Touch};
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, Record, Scope, Scopes, Writer, block};

use super::{decide, decisions, grid, option, says, the_decision};
use crate::holding::RecordSide;
use crate::testing::{Journey, MORNING};

pub(super) const NURSE: Writer = Writer(8);

/// A decision with an option, once the server has given this device a number.
pub(super) fn numbered() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.writer = Writer(3);
        holding.record = Record::new(Writer(3));
        holding.writers.push(WriterCard {
            writer: NURSE,
            member: Member(2),
            side: Side::Team,
            name: "Sam".into(),
            role: "respiratory nurse".into(),
            key: [0; 32],
        });
        Command::done()
    });
    decisions(&mut journey).press("Begin a decision");
    journey.type_in("What is to be decided?", "Breathing classes, or not").press("Save");
    option(&mut journey, "Breathing classes");
    says(&mut journey, true, "A sore throat", Some(("8", "100")));
    journey.press("Back");
    journey
}

/// The nurse writes, as their first and second operation and so on.
pub(super) fn nurse(journey: &mut Journey, all: Vec<(Act, Vec<u8>)>) {
    let operations: Vec<Operation> = (1..)
        .zip(all)
        .map(|(counter, (act, payload))| Operation {
            id: OpId { writer: NURSE, counter },
            act,
            happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
            recorded: Hlc::new(MORNING + 60_000 + i64::from(counter), 0),
            on_behalf: None,
            payload,
        })
        .collect();
    let draft = block::encode(Scope::Decisions, NURSE, &operations).unwrap();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.record.apply(&draft, Some(MORNING + 60_000)).unwrap();
        Command::done()
    });
}

fn part(within: OpId, of: PartOf, text: &str) -> (Act, Vec<u8>) {
    let part = DecisionPart {
        within: Ref(within),
        of,
        text: text.to_owned(),
        more: None,
        link: None,
        often: None,
        day: None,
        place: None,
    };
    (Act::Create(DecisionPart::SPEC.id), part.payload(NURSE))
}

#[test]
fn the_team_adds_as_themselves_and_the_person_sees_who_said_what() {
    let mut journey = numbered();
    let id = the_decision(&journey).created_by();
    let inhaler = OpId { writer: NURSE, counter: 1 };
    nurse(
        &mut journey,
        vec![
            part(id, PartOf::Option, "Another inhaler"),
            part(inhaler, PartOf::Benefit, "Quicker"),
            part(inhaler, PartOf::Risk, "A dry mouth"),
            part(id, PartOf::Withheld, "It would upset others"),
        ],
    );
    let names: Vec<String> = grid(&journey).options.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Breathing classes", "Another inhaler"]);
    let text = journey.text();
    assert!(text.contains("It would upset others"), "what is withheld is said to be: {text}");
    journey.press("A page to print");
    let text = journey.text();
    assert!(text.contains("A dry mouth (written by Sam, respiratory nurse)"), "{text}");
}

#[test]
fn nobody_but_the_persons_side_decides() {
    let mut journey = numbered();
    let id = the_decision(&journey).created_by();
    let decided = |did| DecisionStep {
        decision: Ref(id),
        did,
        option: None,
        text: Some("Classes".to_owned()),
        reason: None,
        doubts: None,
        again: None,
        answers: Vec::new(),
        said: None,
    };
    let step = decided(StepOf::Decided).payload(NURSE);
    nurse(&mut journey, vec![(Act::Create(DecisionStep::SPEC.id), step)]);
    assert!(journey.text().contains("[In progress]"), "{}", journey.text());
    // Nor does it become undecided by somebody else.
    decide(&mut journey, "Breathing classes");
    let (mine, seen) = journey.holding(|holding| {
        let mine = holding.record.current::<DecisionStep>().find(|it| it.id.writer == Writer(3));
        let mine = mine.unwrap().id;
        (mine, holding.record.touch(mine).seen)
    });
    let touch = Touch { entry: mine.created_by(), seen };
    let step = decided(StepOf::Decided).payload(NURSE);
    let all = vec![(Act::Create(DecisionStep::SPEC.id), step), (Act::Retract(touch), Vec::new())];
    nurse(&mut journey, all);
    assert!(journey.text().contains("[Decided]"), "{}", journey.text());
}

/// The same device as that of somebody else.
fn seen_by(journey: &mut Journey, side: RecordSide, adds: Scopes) {
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.side = side;
        holding.about.scopes = Scopes::of(&[Scope::Decisions]);
        holding.about.adds = adds;
        Command::done()
    });
}

#[test]
fn each_side_is_offered_what_it_may_say() {
    let adds = Scopes::of(&[Scope::Decisions]);
    let pressed = |journey: &Journey| {
        let all = crate::pilot::presses(&journey.page());
        all.into_iter().map(|(label, _)| label).collect::<Vec<_>>()
    };
    let mut journey = numbered();
    seen_by(&mut journey, RecordSide::Team, adds);
    let labels = pressed(&journey);
    let has = |label: &str| labels.iter().any(|other| other == label);
    assert!(has("Add an option") && has("Something not told") && has("Decision aid used"));
    for only in [
        "Write down the decision",
        "These are all the options",
        "Say how sure you are",
        "Add: What matters to me",
        "What I want to talk about",
    ] {
        assert!(!has(only), "{only}");
    }
    assert!(journey.text().contains("The person says when it is."), "{}", journey.text());
    // A carer with the right writes for the person.
    seen_by(&mut journey, RecordSide::Carer, adds);
    decide(&mut journey, "Breathing classes");
    journey.holding(|holding| {
        let step = holding.record.current::<DecisionStep>().next().unwrap();
        assert_eq!(step.created.on_behalf, Some(Member::PERSON));
    });
    // One without it reads, and changes nothing.
    seen_by(&mut journey, RecordSide::Carer, Scopes::NONE);
    let before = journey.holding(|holding| holding.record.count(Scope::Decisions));
    for label in pressed(&journey) {
        let adds = ["Add", "Change", "Write", "Open it again", "Move"];
        assert!(!adds.iter().any(|word| label.starts_with(word)), "{label}");
    }
    let id = the_decision(&journey);
    journey.act(|cx| super::super::update(super::super::Intent::Reopen(id), cx));
    assert_eq!(journey.holding(|holding| holding.record.count(Scope::Decisions)), before);
}

#[test]
fn a_carer_adds_to_a_decision_as_themselves_or_in_the_persons_words() {
    let mut journey = numbered();
    seen_by(&mut journey, RecordSide::Carer, Scopes::of(&[Scope::Decisions]));
    let whose = "Whose words are these?";
    let said = |journey: &Journey, text: &str| {
        journey.holding(|holding| {
            let mut all = holding.record.current::<DecisionPart>();
            all.find(|entry| entry.value.text == text).unwrap().created.on_behalf
        })
    };
    option(&mut journey, "Another inhaler");
    assert_eq!(said(&journey, "Another inhaler"), None);
    journey.press("Add a benefit").type_in("What is the benefit?", "Quicker");
    journey.choose(whose, &["person"]).press("Save");
    assert_eq!(said(&journey, "Quicker"), Some(Member::PERSON));
    // What matters is the person's alone to say: nobody asks whose words it is.
    journey.press("Back").press("Add: What matters to me");
    assert!(!journey.text().contains(whose), "{}", journey.text());
    journey.type_in("What matters to you in this?", "My garden").press("Save");
    assert_eq!(said(&journey, "My garden"), Some(Member::PERSON));
    // The person is not asked either.
    seen_by(&mut journey, RecordSide::Person, Scopes::NONE);
    journey.press("Add an option");
    assert!(!journey.text().contains(whose), "{}", journey.text());
}

#[test]
fn somebody_with_whom_they_are_not_shared_is_not_told_that_there_are_none() {
    let mut journey = numbered();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.about.side = RecordSide::Carer;
        holding.about.scopes = Scopes::of(&[Scope::Health]);
        Command::done()
    });
    decisions(&mut journey);
    assert!(journey.text().contains("That does not mean that there are none"));
}

#[test]
fn consent_to_decisions_can_be_given_before_there_is_one() {
    let offered = |journey: &mut Journey| {
        journey.act(|cx| {
            cx.open.go(crate::nav::Screen::Sharing(crate::sharing::Screen::Invite));
            Command::done()
        });
        journey.text().contains("Decisions")
    };
    // So that somebody else can begin the first.
    let mut nothing = Journey::default();
    nothing.press("Use it on this device");
    assert!(offered(&mut nothing), "{}", nothing.text());
    let mut journey = numbered();
    assert!(offered(&mut journey), "{}", journey.text());
}

#[test]
fn two_numbers_at_once_stand_beside_each_other_each_with_its_source() {
    let mut journey = numbered();
    let (id, seen, old) = journey.holding(|holding| {
        let mut all = holding.record.current::<DecisionPart>();
        let risk = all.find(|entry| entry.value.of == PartOf::Risk).unwrap();
        (risk.id, holding.record.touch(risk.id).seen, risk.value)
    });
    journey.press("Look closer").press("Change: A sore throat");
    journey.type_in("To how many does it happen?", "12").press("Save");
    let often = Often { of_them: 3, out_of: 100, source: "The trial".to_owned() };
    let new = DecisionPart { often: Some(often), ..old.clone() };
    let touch = Touch { entry: id.created_by(), seen };
    nurse(&mut journey, vec![(Act::Change(touch), new.payload_from(&old, NURSE))]);
    let text = journey.text();
    for needed in ["12 in 100", "From: My team’s leaflet, 2026", "3 in 100", "From: The trial"] {
        assert!(text.contains(needed), "{needed}: {text}");
    }
    journey.press("Back");
    let cell = &grid(&journey).options[0].cells[1];
    assert!(cell.frequency.is_none(), "one picture would say that one is right");
    assert!(cell.text.contains("12 in 100") && cell.text.contains("3 in 100"), "{}", cell.text);
    // Chosen whole: no number with the other's source.
    journey.press("Look closer").press("Look at both and choose: A sore throat");
    let keep = crate::pilot::presses(&journey.page());
    let keep = keep.into_iter().find(|(label, _)| label.contains("3 in 100: The trial")).unwrap().0;
    journey.press(&keep);
    let kept = journey.holding(|held| held.record.get::<DecisionPart>(id).unwrap());
    assert!(kept.conflicts.is_empty());
    let often = kept.value.often.unwrap();
    assert_eq!((often.of_them, often.source.as_str()), (3, "The trial"));
}

#[test]
fn two_wordings_of_what_is_decided_are_both_the_title() {
    let mut journey = numbered();
    let id = the_decision(&journey);
    let (seen, old) = journey.holding(|holding| {
        (holding.record.touch(id).seen, holding.record.get::<Decision>(id).unwrap().value)
    });
    journey.press("Change what it is about").type_in("What is to be decided?", "Classes?");
    journey.press("Save");
    let new = Decision { about: "Rehabilitation?".to_owned(), ..old.clone() };
    let touch = Touch { entry: id.created_by(), seen };
    nurse(&mut journey, vec![(Act::Change(touch), new.payload_from(&old, NURSE))]);
    let title = journey.page().title;
    assert!(title.contains("Classes?") && title.contains("Rehabilitation?"), "{title}");
}
