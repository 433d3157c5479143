//! Invitations, from the asking to what they make of somebody.

use record::api::{
    Code, CodeOnly, InvitationCard, InvitationRole, Me, NewAccount, ProblemCode, RecordRole,
    Secret, Session, paths,
};
use record::{Member, Scope};

use crate::support::{Device, House, PASSWORD, code};

#[tokio::test]
async fn a_carer_joins_and_may_do_what_the_person_then_allows() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let made = house.invite(&sam, InvitationRole::Carer, "Mum").await.unwrap();
    let member = made.member.unwrap();
    assert_ne!(member, Member::PERSON);

    let asked = CodeOnly { code: made.code.clone() };
    let card: InvitationCard = house.post(paths::LOOK, None, &asked).await.unwrap();
    assert_eq!((card.from.as_str(), card.role), ("Sam", InvitationRole::Carer));
    assert_eq!((card.name.as_str(), card.relation.as_str()), ("Mum", "daughter"));

    let carer = house.sign_up("mum", Some(&made)).await;
    let records = &carer.session.records;
    assert_eq!(records.len(), 1, "a carer gets no record of their own");
    assert_eq!((records[0].record, records[0].role), (sam.record(), RecordRole::Carer));
    assert!(records[0].scopes.is_empty(), "an invitation alone gives nothing");

    house.share(&sam, member, &[Scope::Diary]).await;
    let me: Me = house.get(paths::ME, carer.token()).await.unwrap();
    assert!(me.records[0].scopes.has(Scope::Diary));
}

#[tokio::test]
async fn somebody_with_an_account_accepts() {
    let house = House::open().await;
    let (sam, pat) = (house.sign_up("sam", None).await, house.sign_up("pat", None).await);
    let made = house.invite(&sam, InvitationRole::Carer, "Pat").await.unwrap();
    let asked = CodeOnly { code: made.code };
    let own = house.post::<Me>(paths::ACCEPT, Some(sam.token()), &asked).await;
    assert_eq!(code(own), ProblemCode::NotAllowed, "nobody is their own carer");
    let me: Me = house.post(paths::ACCEPT, Some(pat.token()), &asked).await.unwrap();
    let roles: Vec<_> = me.records.iter().map(|card| card.role).collect();
    assert_eq!(roles, [RecordRole::Person, RecordRole::Carer]);
}

#[tokio::test]
async fn an_invitation_serves_once_for_two_weeks_and_an_unknown_one_never() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let made = house.invite(&sam, InvitationRole::Carer, "Mum").await.unwrap();
    house.sign_up("mum", Some(&made)).await;
    let try_code = |code: Code| {
        let asked = NewAccount {
            username: "another".into(),
            password: Secret::new(PASSWORD),
            name: "Another".into(),
            device_key: Device::new().key(),
            invitation: Some(code),
        };
        let house = &house;
        async move { house.post::<Session>(paths::ACCOUNTS, None, &asked).await }
    };
    assert_eq!(code(try_code(made.code).await), ProblemCode::InvitationUsed);
    let unknown = Code::from_random([3; 12]);
    assert_eq!(code(try_code(unknown).await), ProblemCode::InvitationUnknown);
    let late = house.invite(&sam, InvitationRole::Carer, "Dad").await.unwrap();
    house.clock.advance_seconds(14 * 24 * 60 * 60);
    assert_eq!(code(try_code(late.code.clone()).await), ProblemCode::InvitationExpired);
    // What failed left nothing behind: the name is still free.
    house.sign_up("another", None).await;
}

#[tokio::test]
async fn codes_cannot_be_tried_without_end() {
    let house = House::open().await;
    let mut last = None;
    for number in 0..31 {
        let asked = CodeOnly { code: Code::from_random([number; 12]) };
        last = Some(house.post::<InvitationCard>(paths::LOOK, None, &asked).await);
    }
    assert_eq!(code(last.unwrap()), ProblemCode::TooManyTries);
}

#[tokio::test]
async fn each_invites_only_whom_they_may() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let nurse = house.colleague("nurse", "Riverside").await;
    for (by, role) in [
        (&sam, InvitationRole::Patient),
        (&sam, InvitationRole::Staff),
        (&nurse, InvitationRole::Carer),
        (&nurse, InvitationRole::Staff),
    ] {
        let outcome = house.invite(by, role, "Somebody").await;
        assert_eq!(code(outcome), ProblemCode::NotAllowed, "{role:?}");
    }
}

#[tokio::test]
async fn a_patient_joins_a_team_and_a_colleague_does_not() {
    let house = House::open().await;
    let nurse = house.colleague("nurse", "Riverside").await;
    let account = &nurse.session.account;
    assert_eq!(account.team.as_ref().unwrap().name, "Riverside");
    assert_eq!(account.job.as_deref(), Some("practice nurse"));
    assert!(nurse.session.records.is_empty());
    let sam = house.patient("sam", &nurse).await;
    let team = &sam.session.records[0].teams[0];
    assert_eq!((team.team.name.as_str(), team.team.reply_hours), ("Riverside", 24));

    let made = house.invite(&nurse, InvitationRole::Patient, "Pat").await.unwrap();
    let asked = CodeOnly { code: made.code };
    let colleague = house.post::<Me>(paths::ACCEPT, Some(nurse.token()), &asked).await;
    assert_eq!(code(colleague), ProblemCode::NotAllowed);
}
