mod proposals;

use record::kinds::{Contingency, Kind, Proxy};
use record::op::{Act, Operation, Touch};
use record::time::{Happened, Hlc, Zone};
use record::{EntryId, Member, OpId, Scope, Writer, block};

use crate::action_plan::tests as plans;
use crate::holding::RecordSide;
use crate::items::tests::{ADA, ada, become_another, numbered};
use crate::screen::{Block, Target};
use crate::testing::{Journey, MORNING};

fn list(journey: &mut Journey) -> &mut Journey {
    journey.press("More").press("If something happens")
}

/// A plan for a chest infection, as somebody might have it.
fn written(journey: &mut Journey) {
    list(journey).press("Add a plan");
    journey.type_in("What do you call it?", "Chest infection");
    journey.type_in("What may happen, or bring it on?", "A cold\nA cold day").press("Save");
    assert_eq!(journey.page().name, "contingency.one", "{}", journey.text());
    journey.press("Do this").type_in("What is to be done?", "Open the rescue pack");
    journey.type_in("What if your carer cannot care?", "Jo has a key").press("Save");
    journey.press("Call").type_in("Whom to call first", "Ada");
    journey.type_in("Their phone number", "01632 960002").press("Save");
}

fn plan(journey: &Journey) -> (EntryId, Contingency) {
    journey.holding(|holding| {
        let entry = holding.record.current::<Contingency>().next_back().unwrap();
        (entry.id, entry.value)
    })
}

fn calls(journey: &Journey) -> Vec<String> {
    let page = journey.page();
    let buttons = page.blocks.iter().filter_map(|block| match block {
        Block::Buttons(buttons) => Some(&buttons.buttons),
        _ => None,
    });
    let number = |target: &Target| match target {
        Target::Call(number) => Some(number.clone()),
        _ => None,
    };
    buttons.flatten().filter_map(|button| number(&button.target)).collect()
}

#[test]
fn a_plan_is_written_part_by_part_and_its_numbers_can_be_pressed() {
    let mut journey = numbered();
    list(&mut journey);
    insta::assert_snapshot!("none", journey.text());
    written(&mut journey);
    insta::assert_snapshot!("one", journey.text());
    assert_eq!(calls(&journey), ["01632 960002"]);
    let mut journey = journey.restarted();
    list(&mut journey);
    insta::assert_snapshot!("list", journey.text());
    journey.press("Chest infection");
    assert!(journey.text().contains("Jo has a key"), "{}", journey.text());
}

#[test]
fn a_plan_without_anything_that_may_happen_is_refused_where_it_is_asked() {
    let mut journey = numbered();
    list(&mut journey).press("Add a plan").type_in("What do you call it?", "Nothing");
    journey.press("Save");
    assert_eq!(journey.page().name, "contingency.write");
    assert!(journey.text().contains("✗ Write at least one thing that may happen"));
    let long = "a".repeat(1_501);
    journey.type_in("What may happen, or bring it on?", &long).press("Save");
    assert!(journey.text().contains("1500"), "{}", journey.text());
    journey.type_in("What may happen, or bring it on?", "A fall").press("Save");
    journey.press("Call").type_in("Whom to call then", "Ada");
    let (form, _) = crate::pilot::field(&journey.page(), "Whom to call then").unwrap();
    let input = crate::screen::Input::Text("ask Ada".into());
    let field = "9n".to_owned();
    journey.send(crate::event::Event::Input(crate::event::FieldInput {
        form,
        field,
        value: input,
    }));
    journey.press("Save");
    assert!(journey.text().contains("A phone number has figures"), "{}", journey.text());
    journey.press("Back").press("Agreed").date("On which day?", "1", "1", "2027");
    journey.date("When do you want to look at this again?", "1", "1", "2020").press("Save");
    let text = journey.text();
    assert!(text.contains("has not come yet") && text.contains("This day is over"), "{text}");
    assert_eq!(plan(&journey).1.agreed_on, None, "nothing was kept");
}

#[test]
fn the_day_to_look_at_it_again_is_said_when_it_comes_and_is_not_in_the_way() {
    let mut journey = numbered();
    written(&mut journey);
    let when = "When do you want to look at this again?";
    journey.press("Agreed").date(when, "1", "12", "2026").press("Save");
    assert!(!journey.text().contains("The day has come"), "{}", journey.text());
    journey.later(10 * 24 * 60);
    assert!(journey.text().contains("The day has come"), "{}", journey.text());
    list(&mut journey);
    assert!(journey.text().contains("[look at it again]"), "{}", journey.text());
    // Something else in that part can still be changed.
    journey.press("Chest infection");
    let change = crate::pilot::presses(&journey.page());
    let (_, agreed) = change.iter().rfind(|(label, _)| label == "Change").unwrap();
    journey.send(crate::event::Event::Press(agreed.clone()));
    journey.type_in("With whom is it agreed?", "Sam, nurse").press("Save");
    assert_eq!(plan(&journey).1.agreed_with.as_deref(), Some("Sam, nurse"));
}

#[test]
fn action_plans_and_help_lead_to_it() {
    let mut journey = plans::asthma();
    written(&mut journey);
    plans::log(&mut journey, "Peak flow", "300");
    assert_eq!(journey.page().name, "plans.now");
    journey.press("If it happens: Chest infection");
    assert!(journey.text().contains("Open the rescue pack"), "{}", journey.text());
    journey.press("More").press("Get help now");
    let text = journey.text();
    let (help, own) = (text.find("Call 999"), text.find("If it happens: Chest infection"));
    assert!(help.is_some() && help < own, "the numbers come first: {text}");
    plans::plans(&mut journey).press("Asthma plan").press("If it happens: Chest infection");
    assert_eq!(journey.page().name, "contingency.one");
}

#[test]
fn it_prints_on_one_page_with_when_it_was_correct() {
    let mut journey = numbered();
    written(&mut journey);
    journey.press("A page to print");
    insta::assert_snapshot!("sheet", journey.text());
    journey.press("Save this page as a file");
    let file = &journey.files[0];
    assert_eq!(file.name, "if-something-happens-2026-11-22.html");
    let text = String::from_utf8_lossy(&file.content);
    assert!(text.contains("Open the rescue pack") && text.contains("01632 960002"), "{text}");
}

#[test]
fn two_who_changed_it_at_once_both_stand_until_one_is_chosen() {
    let mut journey = numbered();
    written(&mut journey);
    let (id, before) = plan(&journey);
    let seen = journey.holding(|holding| holding.record.touch(id).seen);
    let change = crate::pilot::presses(&journey.page());
    let (_, call) = change.iter().rfind(|(label, _)| label == "Change").unwrap();
    journey.send(crate::event::Event::Press(call.clone()));
    journey.type_in("Their phone number", "01632 960003").press("Save");
    let theirs = Contingency { call_first: Some("Jo\n01632 960009".into()), ..before.clone() };
    let touch = Touch { entry: id.created_by(), seen };
    let fields = theirs.payload_from(&before, ADA);
    ada(&mut journey, Scope::Plan, (1, Act::Change(touch)), &fields);
    let mut numbers = calls(&journey);
    numbers.sort();
    assert_eq!(numbers, ["01632 960003", "01632 960009"], "{}", journey.text());
    assert!(journey.text().contains("two places"), "{}", journey.text());
    // Whom to call is one thing: what stands is not made into one by saving another part.
    journey.press("Change").type_in("How does it begin?", "I cough").press("Save");
    assert!(journey.text().contains("two places"), "{}", journey.text());
    journey.press("Look at both and choose");
    journey.press("Keep Whom to call first: Jo, 01632 960009").press("Back");
    assert_eq!(calls(&journey), ["01632 960009"]);
}

/// The person, on another device of theirs, lets the carer on this one decide.
fn let_decide(journey: &mut Journey) {
    let writer = Writer(5);
    let proxy = Proxy { member: Member(2), until: None, why: None };
    let operation = Operation {
        id: OpId { writer, counter: 1 },
        act: Act::Create(Proxy::SPEC.id),
        happened: Happened { at: MORNING / 1000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(MORNING, 0),
        on_behalf: None,
        payload: proxy.payload(writer),
    };
    let draft = block::encode(Proxy::SPEC.scope, writer, &[operation]).unwrap();
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.apply(&draft, Some(MORNING)).unwrap();
        crux_core::Command::done()
    });
}

#[test]
fn what_arrives_while_a_form_is_open_is_not_written_over() {
    let mut journey = numbered();
    written(&mut journey);
    let (id, before) = plan(&journey);
    let seen = journey.holding(|holding| holding.record.touch(id).seen);
    let theirs = Contingency { triggers: "A cold, or smoke".into(), ..before.clone() };
    let arrive = |journey: &mut Journey| {
        let touch = Touch { entry: id.created_by(), seen: seen.clone() };
        let fields = theirs.payload_from(&before, ADA);
        ada(journey, Scope::Plan, (1, Act::Change(touch)), &fields);
    };
    journey.press("Change");
    arrive(&mut journey);
    journey.type_in("How does it begin?", "I cough").press("Save");
    let now = plan(&journey).1;
    assert_eq!(
        (now.triggers.as_str(), now.signs.as_deref()),
        ("A cold, or smoke", Some("I cough"))
    );
    assert!(!journey.text().contains("two places"), "{}", journey.text());
}

#[test]
fn what_arrives_for_the_same_item_while_a_form_is_open_stands_beside_what_is_typed() {
    let mut journey = numbered();
    written(&mut journey);
    let (id, before) = plan(&journey);
    let touch = journey.holding(|holding| holding.record.touch(id));
    let theirs = Contingency { triggers: "Smoke".into(), ..before.clone() };
    journey.press("Change");
    ada(&mut journey, Scope::Plan, (1, Act::Change(touch)), &theirs.payload_from(&before, ADA));
    journey.type_in("What may happen, or bring it on?", "A cold night").press("Save");
    let text = journey.text();
    assert!(text.contains("A cold night") && text.contains("Smoke"), "{text}");
    assert!(text.contains("two places"), "{text}");
    // Opened again, it has both, and puts them into one.
    journey.press("Change").press("Save");
    assert!(!journey.text().contains("two places"), "{}", journey.text());
    let triggers = plan(&journey).1.triggers;
    assert!(triggers.contains("A cold night") && triggers.contains("Smoke"), "{triggers}");
}

#[test]
fn nothing_in_it_changes_unless_the_person_says_so_or_whom_they_let_decide() {
    let mut journey = numbered();
    written(&mut journey);
    let (id, before) = plan(&journey);
    for (side, adds) in [
        (RecordSide::Carer, &[][..]),
        (RecordSide::Carer, &[Scope::Plan]),
        (RecordSide::Team, &[Scope::Plan]),
    ] {
        become_another(&mut journey, side, &[Scope::Plan], adds);
        list(&mut journey);
        let text = journey.text();
        assert!(text.contains("You can read this, and not change it. Rosa decides"), "{text}");
        assert!(!text.contains("Add a plan"), "{text}");
        assert_eq!(text.contains("<Propose a plan>"), !adds.is_empty(), "{text}");
        journey.press("Chest infection");
        assert!(!journey.text().contains("<Change>"), "{}", journey.text());
        journey.press("History, or cross it out");
        assert!(!journey.text().contains("<Cross it out>"), "{}", journey.text());
        // Nor by a press from before the right was another.
        journey.act(|cx| super::update(super::Intent::Write(Some(id), 0), cx));
        journey.act(|cx| super::update(super::Intent::Save(Some(id), 0), cx));
        journey.act(|cx| super::update(super::Intent::Save(None, 0), cx));
        assert_eq!(plan(&journey), (id, before.clone()));
    }
    become_another(&mut journey, RecordSide::Carer, &[Scope::Plan], &[Scope::Plan]);
    let_decide(&mut journey);
    list(&mut journey).press("Chest infection");
    journey.press("Change").type_in("How does it begin?", "She is hot").press("Save");
    journey.holding(|holding| {
        let entry = holding.record.current::<Contingency>().next().unwrap();
        assert_eq!(entry.value.signs.as_deref(), Some("She is hot"));
        assert_eq!(entry.last.on_behalf, Some(Member::PERSON));
    });
    become_another(&mut journey, RecordSide::Carer, &[Scope::Health], &[]);
    list(&mut journey);
    assert!(journey.text().contains("does not mean that there is nothing"), "{}", journey.text());
}

#[test]
fn where_there_are_more_than_fit_the_rest_is_a_press_away() {
    let mut journey = numbered();
    for at in 1..=6 {
        list(&mut journey).press("Add a plan");
        journey.type_in("What may happen, or bring it on?", &format!("Case {at}")).press("Save");
        journey.press("More").press("Get help now");
        let all = journey.text().contains("All 6 plans for if something happens");
        assert_eq!(all, at == 6, "{}", journey.text());
    }
    assert!(!journey.text().contains("Case 6"), "{}", journey.text());
    journey.press("All 6 plans for if something happens");
    assert!(journey.text().contains("Case 6"), "{}", journey.text());
}

#[test]
fn a_core_that_died_goes_on_with_what_was_typed() {
    let mut journey = numbered();
    written(&mut journey);
    journey.press("Change").type_in("How does it begin?", "I cough");
    let mut again = journey.died();
    assert_eq!(again.page().name, "contingency.write");
    again.press("Save");
    assert_eq!(plan(&again).1.signs.as_deref(), Some("I cough"));
    assert_eq!(plan(&again).1.triggers, "A cold\nA cold day");
}

#[test]
fn healthlocker_89_what_helps_to_cope_is_there_in_a_crisis() {
    let mut journey = numbered();
    list(&mut journey).press("Add a plan");
    journey.type_in("What may happen, or bring it on?", "I cannot sleep for two nights");
    journey.press("Save").press("Do this");
    journey.type_in("What helps you to cope?", "The radio, and ringing Jo").press("Save");
    // From Today, with no network: whom to call, and then one's own words.
    journey.press("Today").press("Get help now");
    journey.press("If it happens: I cannot sleep for two nights");
    assert!(journey.text().contains("The radio, and ringing Jo"), "{}", journey.text());
}
