use record::api::{InvitationMade, NewInvitation, Problem, ProblemCode, paths};
use record::kinds::{Forgotten, Look, Share};
use record::{Member, Scope, Scopes, Writer};

use super::{allowed, seconds};
use crate::effects::network::NetworkOutput;
use crate::holding::Holding;
use crate::messages::fixture::{
    CARER, TABLET, TEAM, answer, become_rosa, came, changed, shared, signed_in, with,
};
use crate::testing::{Journey, MORNING};

fn open(journey: &mut Journey) {
    journey.press("More").press("Who can see what");
}

fn team_sees(journey: &Journey) -> Scopes {
    let now = seconds(journey.ms);
    journey.holding(|holding| {
        let all = allowed(holding, now);
        all.iter().find(|(member, _)| *member == TEAM).map_or(Scopes::NONE, |(_, grant)| grant.see)
    })
}

fn looked(holding: &mut Holding, counter: u32, why: &str) {
    let look = Look {
        member: TEAM,
        who: "Amina Khan, practice nurse, Riverside Practice".into(),
        saw: Scopes::of(&[Scope::Health, Scope::Messages]),
        reason: Some(why.into()),
    };
    came(holding, Writer::SERVER, counter, &look, MORNING - 3_600_000 + i64::from(counter));
}

#[test]
fn alone_nobody_sees_anything() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    open(&mut journey);
    let text = journey.text();
    assert!(text.contains("Nobody but you can see anything."), "{text}");
    assert!(text.contains("you need an account"), "{text}");
}

#[test]
fn the_page_says_who_sees_what_and_who_has_looked() {
    let mut journey = signed_in();
    with(&mut journey, |holding| {
        shared(holding, &[Scope::Health, Scope::Messages]);
        looked(holding, 1, "To answer a message");
    });
    open(&mut journey);
    insta::assert_snapshot!("everybody", journey.text());
    journey.press("Show all");
    insta::assert_snapshot!("looks", journey.text());
}

#[test]
fn what_a_team_sees_is_changed_offline() {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Health, Scope::Messages]));
    open(&mut journey);
    journey.press("Change");
    insta::assert_snapshot!("change", journey.text());
    let see = "What can Riverside Practice see?";
    journey.choose(see, &["3"]).press("Save");
    assert!(journey.text().contains("✗ They can only add to what they see"), "{}", journey.text());
    journey.choose("What can Riverside Practice add to?", &[]);
    journey.date("Until when?", "1", "1", "2026").press("Save");
    assert!(journey.text().contains("✗ Choose today or a later day"), "{}", journey.text());
    journey.date("Until when?", "24", "11", "2026").press("Save");
    let text = journey.text();
    assert!(text.contains("Can see: Readings and symptoms\n"), "{text}");
    assert!(text.contains("Until: 24 November"), "{text}");
    assert_eq!(team_sees(&journey), Scopes::of(&[Scope::Health]));
    journey.later(2 * 24 * 60 + 17 * 60);
    assert_eq!(team_sees(&journey), Scopes::NONE);
    assert!(journey.text().contains("The time you chose has passed"), "{}", journey.text());
    assert_eq!(journey.restarted().page().name, "today");
}

#[test]
fn sharing_is_stopped_after_asking_once_more() {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Health, Scope::Messages]));
    open(&mut journey);
    journey.press("Stop sharing with Riverside Practice");
    insta::assert_snapshot!("stop", journey.text());
    journey.press("Stop sharing with Riverside Practice");
    assert_eq!(team_sees(&journey), Scopes::NONE);
    let text = journey.text();
    assert!(text.contains("Riverside Practice: You have stopped sharing <Share>"), "{text}");
    // And begun again.
    journey.press("Share");
    journey.choose("What can Riverside Practice see?", &["3", "7"]).press("Save");
    assert_eq!(team_sees(&journey), Scopes::of(&[Scope::Health, Scope::Messages]));
    assert_eq!(journey.holding(|holding| holding.record.ids::<Share>().count()), 1);
}

#[test]
fn where_two_devices_differ_only_what_both_allow_counts_until_chosen_again() {
    let mut journey = signed_in();
    with(&mut journey, |holding| {
        shared(holding, &[Scope::Health, Scope::Messages]);
        let entry = holding.record.current::<Share>().next().unwrap();
        let touch = holding.record.touch(entry.id);
        let wider = Share { see: entry.value.see.with(Scope::Diary), ..entry.value.clone() };
        let narrower = Share { see: Scopes::of(&[Scope::Messages]), ..entry.value.clone() };
        let (phone, tablet) = (holding.record.me(), TABLET);
        changed(holding, tablet, 2, touch.clone(), (&entry.value, &wider), MORNING - 2_000);
        changed(holding, phone, 1, touch, (&entry.value, &narrower), MORNING - 1_000);
    });
    assert_eq!(team_sees(&journey), Scopes::of(&[Scope::Messages]));
    open(&mut journey);
    assert!(journey.text().contains("[Chosen twice]"), "{}", journey.text());
    journey.press("Change").press("Save");
    let text = journey.text();
    assert!(!text.contains("[Chosen twice]"), "{text}");
    assert_eq!(team_sees(&journey), Scopes::of(&[Scope::Messages]));
}

#[test]
fn what_another_device_stopped_while_a_form_was_open_stays_stopped() {
    let mut journey = signed_in();
    with(&mut journey, |holding| shared(holding, &[Scope::Health, Scope::Messages]));
    open(&mut journey);
    journey.press("Change");
    with(&mut journey, |holding| {
        let entry = holding.record.current::<Share>().next().unwrap();
        let touch = holding.record.touch(entry.id);
        let narrower = Share { see: Scopes::of(&[Scope::Messages]), ..entry.value.clone() };
        changed(holding, TABLET, 2, touch, (&entry.value, &narrower), MORNING - 1_000);
    });
    journey.choose("What can Riverside Practice add to?", &["7"]).press("Save");
    assert_eq!(team_sees(&journey), Scopes::of(&[Scope::Messages]), "{}", journey.text());
}

#[test]
fn what_a_team_wrote_itself_is_no_consent() {
    let mut journey = signed_in();
    with(&mut journey, |holding| {
        let share = Share {
            member: TEAM,
            see: Scopes::ALL,
            add: Scopes::ALL,
            until: None,
            name: "Riverside Practice".into(),
        };
        came(holding, crate::messages::fixture::AMINA, 1, &share, MORNING);
    });
    assert_eq!(team_sees(&journey), Scopes::NONE);
}

fn inviting(reply: impl Fn() -> NetworkOutput + 'static) -> Journey {
    let mut journey = Journey::default().with_server(move |request| {
        if request.path != paths::INVITATIONS {
            return NetworkOutput::Unreachable;
        }
        assert_eq!(request.bearer.as_deref(), Some("access"));
        let asked: NewInvitation = serde_json::from_slice(&request.body).unwrap();
        assert_eq!((asked.name.as_str(), asked.relation.as_str()), ("Joan", "daughter"));
        assert_eq!(asked.scopes, Scopes::of(&[Scope::Health, Scope::Diary]));
        reply()
    });
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    with(&mut journey, |holding| holding.writers.retain(|card| card.member != CARER));
    open(&mut journey);
    journey.press("Invite someone").press("Make the invitation");
    assert!(journey.text().contains("✗ Enter their name"), "{}", journey.text());
    journey.type_in("Their name", "Joan").type_in("What are they to you?", "daughter");
    journey.choose("What can they see?", &["3", "5"]).choose("What can they add to?", &["3"]);
    journey.press("Make the invitation");
    journey
}

#[test]
fn a_carer_is_invited_with_a_code_and_a_consent() {
    let mut journey = inviting(|| {
        answer(
            201,
            &InvitationMade {
                code: "K7QP-2MXD-9RTB".parse().unwrap(),
                member: Some(Member(6)),
                expires: MORNING / 1000 + 14 * 86_400,
            },
        )
    });
    insta::assert_snapshot!("code", journey.text());
    journey.press("Done");
    let text = journey.text();
    assert!(text.contains("## Joan, daughter"), "{text}");
    assert!(text.contains("Joan has not used the invitation yet."), "{text}");
    assert!(text.contains("Can see: Readings and symptoms, Diary"), "{text}");
    assert!(!text.contains("K7QP"), "{text}");
}

#[test]
fn an_invitation_that_cannot_be_made_keeps_the_form() {
    let mut journey = inviting(|| NetworkOutput::Unreachable);
    let text = journey.text();
    assert!(text.contains("There is no connection to the server."), "{text}");
    assert!(text.contains("Their name = Joan"), "{text}");
    journey.press("Back");
    let journey = inviting(|| answer(429, &Problem::from(ProblemCode::TooManyTries)));
    assert!(journey.text().contains("There were too many tries."), "{}", journey.text());
    assert_eq!(journey.holding(|holding| holding.record.ids::<Share>().count()), 0);
}

#[test]
fn the_person_sees_that_a_device_has_forgotten_what_is_no_longer_shared() {
    let mut journey = signed_in();
    with(&mut journey, |holding| {
        let forgotten =
            Forgotten { member: CARER, who: "Joan".into(), parts: Scopes::of(&[Scope::Diary]) };
        came(holding, Writer::SERVER, 1, &forgotten, MORNING - 3_600_000);
    });
    open(&mut journey);
    let text = journey.text();
    assert!(text.contains("Joan: removed from their device"), "{text}");
    assert!(text.contains("they may remember"), "{text}");
}
