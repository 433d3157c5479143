use record::kinds::{Message, Ref, Seen};
use record::{Member, OpId, Scope, Scopes};

use super::fixture::{AMINA, JOAN, arrived, came, shared, signed_in, unsent, with};
use crate::holding::RecordSide;
use crate::testing::{Journey, MORNING};

const MINUTE: i64 = 60_000;

fn message(text: &str) -> Message {
    Message { text: text.into(), answers: None }
}

fn rosa() -> Journey {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Messages, Scope::Health]));
    journey
}

#[test]
fn without_an_account_the_page_says_what_is_needed() {
    let mut journey = Journey::default();
    journey.press("Use it on this device").press("Messages");
    insta::assert_snapshot!(journey.text());
    journey.press("I have an invitation");
    assert_eq!(journey.page().name, "welcome.invitation");
}

#[test]
fn a_team_that_may_not_see_messages_is_offered_them() {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Health]));
    journey.press("Messages");
    assert!(journey.text().contains("Your care team cannot see messages now"));
    journey.press("Who can see what");
    assert_eq!(journey.page().name, "sharing");
}

#[test]
fn a_carer_writes_as_themselves_or_for_the_person() {
    let mut journey = rosa();
    journey.press("Messages");
    assert!(!journey.text().contains("Whose words"), "{}", journey.text());
    with(&mut journey, |holding| {
        holding.about.side = RecordSide::Carer;
        holding.about.scopes = Scopes::of(&[Scope::Messages]);
        holding.about.adds = Scopes::of(&[Scope::Messages]);
    });
    for (text, whose) in [("May I call you?", None), ("My chest hurts", Some("person"))] {
        journey.type_in("Write to Riverside Practice", text);
        if let Some(whose) = whose {
            journey.choose("Whose words are these?", &[whose]);
        }
        journey.press("Send to Riverside Practice");
    }
    let said = journey.holding(|holding| {
        let all = holding.record.current::<Message>();
        all.map(|entry| entry.created.on_behalf).collect::<Vec<_>>()
    });
    assert_eq!(said, [None, Some(Member::PERSON)]);
    let text = journey.text();
    assert!(text.contains("You, for Rosa · "), "{text}");
}

#[test]
fn a_message_waits_then_is_sent_then_is_read() {
    let mut journey = rosa();
    journey.press("Messages");
    journey.press("Send to Riverside Practice");
    assert!(journey.text().contains("✗ Write your message first"), "{}", journey.text());
    journey.type_in("Write to Riverside Practice", "Can I move my review?\nThursday is best.");
    assert!(journey.restarted().page().name != "broken");
    journey.press("Send to Riverside Practice");
    insta::assert_snapshot!("waiting", journey.text());
    with(&mut journey, |holding| arrived(holding, MORNING + MINUTE));
    let text = journey.text();
    assert!(text.contains("[Sent]"), "{text}");
    assert!(text.contains("reply expected by Tuesday 24 November, 7:43"), "{text}");
    with(&mut journey, |holding| {
        let first = Ref(OpId { writer: holding.record.me(), counter: 1 });
        came(holding, AMINA, 1, &Seen { message: first }, MORNING + 30 * MINUTE);
    });
    journey.later(60);
    assert!(journey.text().contains("[Read by Amina Khan, practice nurse, 22 November]"));
}

#[test]
fn an_answer_is_new_until_it_is_opened_and_says_who_wrote_it() {
    let mut journey = rosa();
    journey.press("Messages");
    journey.type_in("Write to Riverside Practice", "Can I move my review?");
    journey.press("Send to Riverside Practice").press("Today");
    with(&mut journey, |holding| {
        arrived(holding, MORNING + MINUTE);
        came(holding, JOAN, 1, &message("She means Thursday."), MORNING + 2 * MINUTE);
        came(holding, AMINA, 1, &message("Yes. Thursday at 10."), MORNING + 3 * MINUTE);
    });
    journey.later(10);
    let badge = |journey: &Journey| {
        let page = journey.page();
        page.tabs.into_iter().find(|tab| tab.label == "Messages").and_then(|tab| tab.badge)
    };
    assert_eq!(badge(&journey).as_deref(), Some("2 new"));
    journey.press("Messages");
    assert_eq!(badge(&journey), None);
    insta::assert_snapshot!("answered", journey.text());
    // Opening it again has nothing more to say.
    let written = journey.holding(|holding| holding.record.ids::<Seen>().count());
    journey.press("Today").press("Messages");
    assert_eq!(journey.holding(|holding| holding.record.ids::<Seen>().count()), written);
    assert_eq!(written, 1);
}

#[test]
fn a_late_answer_is_said_to_be_late() {
    let mut journey = rosa();
    journey.press("Messages");
    journey.type_in("Write to Riverside Practice", "Hello");
    journey.press("Send to Riverside Practice");
    with(&mut journey, |holding| arrived(holding, MORNING));
    journey.later(49 * 60);
    let text = journey.text();
    assert!(text.contains("reply was expected by today, 7:42"), "{text}");
    assert!(text.contains("If you need an answer, phone them."), "{text}");
}

#[test]
fn a_message_that_is_too_long_is_kept_and_said_to_be() {
    let mut journey = rosa();
    journey.press("Messages");
    journey.type_in("Write to Riverside Practice", &"a".repeat(4_001));
    journey.press("Send to Riverside Practice");
    assert!(journey.text().contains("✗ Your message has 4001 characters"));
    assert_eq!(journey.holding(|holding| holding.record.ids::<Message>().count()), 0);
}

#[test]
fn older_messages_come_by_asking() {
    let mut journey = rosa();
    with(&mut journey, |holding| {
        for counter in 1..=60 {
            let text = message(&format!("Number {counter}"));
            came(holding, AMINA, counter, &text, MORNING - 100_000_000 + i64::from(counter) * 1000);
        }
    });
    journey.press("Messages");
    let text = journey.text();
    assert!(text.contains("Number 60") && !text.contains("Number 20\n"), "{text}");
    journey.press("Show older messages");
    let text = journey.text();
    assert!(text.contains("Number 1\n") && !text.contains("Show older messages"), "{text}");
}

#[test]
fn what_the_server_refused_says_so() {
    let mut journey = rosa();
    journey.press("Messages");
    journey.type_in("Write to Riverside Practice", "Hello");
    journey.press("Send to Riverside Practice");
    with(&mut journey, |holding| {
        let why = crate::holding::Why::NotAllowed;
        let refused = unsent(holding);
        let refused = refused.into_iter().map(|piece| crate::holding::Parked { why, piece });
        holding.parked.extend(refused);
    });
    assert!(journey.text().contains("[Not sent: the server did not take it]"));
}
