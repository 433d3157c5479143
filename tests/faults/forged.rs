//! Somebody who pretends: a stolen token, another's name on a block, another's
//! record, guessed places. And answers that are lost a thousand times.

use std::collections::BTreeMap;

use record::api::{
    CodeOnly, Enrolled, InvitationMade, InvitationRole, NewAccount, NewInvitation, OpenRecord,
    ProblemCode, RecordOnly, Refresh, Secret, Session, SignIn, paths,
};
use record::kinds::{DiaryNote, DiaryTopic, Share};
use record::stream::{Cursor, Head};
use record::sync::Refusal;
use record::{RecordId, Scope, Scopes, Writer};

use crate::people::{Before, Door, PASSWORD, Person, device_key, new_device};

fn note() -> DiaryNote {
    DiaryNote { topic: DiaryTopic::Note, text: "Forged".into(), mood: None, amount: None }
}

fn refresh(session: &Session) -> Refresh {
    Refresh { refresh: session.refresh.clone(), device_key: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stolen_refresh_token_ends_the_session_and_loses_nothing() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    let stolen = sam.session.clone();
    for _ in 0..2 {
        sam.session = door.post(paths::REFRESH, None, &refresh(&sam.session)).await.unwrap();
    }
    // The thief comes with the old token; from then on nobody is in.
    let thief = door.post::<Session>(paths::REFRESH, None, &refresh(&stolen)).await;
    assert_eq!(thief.unwrap_err().said().code, ProblemCode::SessionEnded);
    let problem = sam.push(&door).await.unwrap_err().said();
    assert_eq!(problem.code, ProblemCode::SignedOut);
    let dead = door.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await;
    assert_eq!(dead.unwrap_err().said().code, ProblemCode::SessionEnded);
    for token in [&stolen.access, &stolen.refresh, &sam.session.refresh] {
        let problem = door.sync(token, &sam.request(Vec::new())).await.unwrap_err().said();
        assert_eq!(problem.code, ProblemCode::SignedOut);
    }
    // A restart forgives no token.
    drop(door);
    program.kill();
    let program = before.house.start();
    let door = Door::to(&program.base);
    let dead = door.post::<Session>(paths::REFRESH, None, &refresh(&sam.session)).await;
    assert_eq!(dead.unwrap_err().said().code, ProblemCode::SessionEnded);
    // Sam signs in again on the same device: what was not sent is sent.
    sam.sign_in(&door).await;
    before.is_whole(&door, &mut sam).await;
}

/// What a request must not have changed.
async fn streams(door: &Door, people: [&Person; 2]) -> [BTreeMap<Scope, Head>; 2] {
    [people[0].check(door).await, people[1].check(door).await]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_author_scope_or_record_changes_nothing() {
    let before = Before::the_fault().await;
    let (sam, pat) = (&before.sam, &before.pat);
    let program = before.house.start();
    let door = Door::to(&program.base);
    let eve = Person::join(&door, "eve").await;
    let whole = streams(&door, [sam, pat]).await;

    // Into another's record, in every way there is to say it.
    let to_sams = |writer, block| {
        let mut request = eve.request(vec![block]);
        (request.record, request.writer) = (sam.record, writer);
        request
    };
    for writer in [eve.writer, sam.writer, Writer::ME, Writer::SERVER, Writer(9)] {
        for request in [
            to_sams(writer, eve.block(sam.record, writer, 7, &[note()])),
            to_sams(writer, eve.block(eve.record, writer, 7, &[note()])),
            // Sam's own block, sent by another.
            to_sams(writer, sam.sent[0].block.clone()),
        ] {
            let problem = door.sync(eve.token(), &request).await.unwrap_err().said();
            assert_eq!(problem.code, ProblemCode::RecordUnknown);
        }
    }
    for (path, problem) in
        [(paths::ENROL, ProblemCode::RecordUnknown), (paths::OPEN, ProblemCode::NotAllowed)]
    {
        let asked = OpenRecord { record: sam.record, reason: "To look".into() };
        let refused = door.post::<Enrolled>(path, Some(eve.token()), &asked).await;
        assert_eq!(refused.unwrap_err().said().code, problem);
    }

    // Into one's own record, with another's name or another's block on it.
    for (writer, block) in [
        // Signed for Sam's record, and so not for this one.
        (eve.writer, eve.block(sam.record, eve.writer, 1, &[note()])),
        (eve.writer, sam.block(eve.record, eve.writer, 1, &[note()])),
        (eve.writer, sam.sent[0].block.clone()),
        (eve.writer, eve.block(eve.record, Writer::SERVER, 1, &[note()])),
        (eve.writer, eve.block(eve.record, Writer(9), 1, &[note()])),
    ] {
        let mut request = eve.request(vec![block]);
        request.writer = writer;
        let answer = door.sync(eve.token(), &request).await.unwrap();
        assert_eq!(answer.accepted, []);
        let reason = answer.refused[0].reason;
        assert!(matches!(reason, Refusal::Signature | Refusal::NotAllowed), "{reason:?}");
    }
    assert!(eve.check(&door).await.is_empty(), "nothing of it was kept");
    assert_eq!(streams(&door, [sam, pat]).await, whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_carer_cannot_go_beyond_what_was_shared() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    let asked = NewInvitation {
        role: InvitationRole::Carer,
        record: None,
        name: "Mum".into(),
        relation: "mother".into(),
        scopes: Scopes::of(&[Scope::Diary]),
    };
    let made: InvitationMade =
        door.post(paths::INVITATIONS, Some(sam.token()), &asked).await.unwrap();
    let key = new_device();
    let asked = NewAccount {
        username: "mum".into(),
        password: Secret::new(PASSWORD),
        name: "Mum".into(),
        device_key: device_key(&key),
        invitation: Some(made.code.clone()),
    };
    let session: Session = door.post(paths::ACCOUNTS, None, &asked).await.unwrap();
    let asked = RecordOnly { record: sam.record };
    // Before Sam's consent there is nothing to be seen.
    let share = Share {
        member: made.member.unwrap(),
        see: Scopes::of(&[Scope::Diary]),
        add: Scopes::of(&[Scope::Diary]),
        until: None,
        name: "Mum".into(),
    };
    let block = sam.block(sam.record, sam.writer, 1, &[share]);
    let answer = door.sync(sam.token(), &sam.request(vec![block.clone()])).await.unwrap();
    assert_eq!(answer.refused, []);
    sam.note_sent(Scope::Sharing, 1, block, answer.accepted[0]);
    let enrolled: Enrolled = door.post(paths::ENROL, Some(&session.access), &asked).await.unwrap();
    let whole = sam.check(&door).await;

    let mum = Person::with(session, key, sam.record, enrolled.writer);
    // Guessed places in streams that were not shared say nothing of them: not
    // even whether they fit.
    let truth = whole[&Scope::Messages];
    let guesses = [
        Head::default(),
        truth,
        Head { sequence: truth.sequence, hash: [9; 16] },
        Head { sequence: u64::MAX, hash: [0; 16] },
        Head { sequence: 3, hash: truth.hash },
    ];
    let mut answers = Vec::new();
    for head in guesses {
        let mut asked = mum.request(Vec::new());
        asked.cursors = vec![(Scope::Messages, Cursor { epoch: 1, head })];
        let mut answer = door.sync(mum.token(), &asked).await.unwrap();
        answer.now = 0;
        answers.push(answer);
    }
    assert!(answers.iter().all(|answer| answer.streams.is_empty()));
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
    // Nor may she write there, or say who may see what.
    let grant = Share {
        member: made.member.unwrap(),
        see: Scopes::ALL,
        add: Scopes::ALL,
        until: None,
        name: "Mum".into(),
    };
    let message = record::kinds::Message { text: "As if from Sam".into(), answers: None };
    let push = vec![
        mum.block(mum.record, mum.writer, 1, &[grant]),
        mum.block(mum.record, mum.writer, 1, &[message]),
    ];
    let answer = door.sync(mum.token(), &mum.request(push)).await.unwrap();
    let reasons: Vec<Refusal> = answer.refused.iter().map(|refused| refused.reason).collect();
    // What a carer may not add is kept for the person to decide; what would change
    // consent is not.
    assert_eq!(reasons, [Refusal::SetAside, Refusal::NotAllowed]);
    // An accepted invitation serves once.
    let again = door
        .post::<Session>(paths::ACCEPT, Some(before.pat.token()), &CodeOnly { code: made.code })
        .await;
    assert_eq!(again.unwrap_err().said().code, ProblemCode::InvitationUsed);
    assert_eq!(sam.check(&door).await, whole);
    before.nobody_elses_changed(&door).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guessed_places_in_anothers_record_say_nothing() {
    let before = Before::the_fault().await;
    let program = before.house.start();
    let door = Door::to(&program.base);
    let truth = before.sam.check(&door).await[&Scope::Diary];
    let mut answers = Vec::new();
    for (record, head) in [
        (before.sam.record, truth),
        (before.sam.record, Head { sequence: truth.sequence, hash: [0; 16] }),
        (before.sam.record, Head::default()),
        (RecordId([0xee; 16]), Head::default()),
    ] {
        let mut asked = before.pat.request(Vec::new());
        asked.record = record;
        asked.cursors = vec![(Scope::Diary, Cursor { epoch: 1, head })];
        answers.push(door.sync(before.pat.token(), &asked).await.unwrap_err().said());
    }
    assert_eq!(answers[0].code, ProblemCode::RecordUnknown);
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_lost_a_thousand_times_leaves_one_effect() {
    let before = Before::the_fault().await;
    let mut sam = before.sam.clone();
    let program = before.house.start();
    let door = Door::to(&program.base);
    let body = {
        let block = sam.write(4).block;
        sam.request(vec![block]).encode()
    };
    let mut places = Vec::new();
    for _ in 0..100 {
        let again: Vec<_> = (0..10)
            .map(|_| {
                let (door, token, body) = (door.clone(), sam.token().clone(), body.clone());
                tokio::spawn(async move { door.send_sync(&token, body).await.unwrap() })
            })
            .collect();
        for response in again {
            let bytes = response.await.unwrap().bytes().await.unwrap();
            let answer = record::sync::Response::decode(&bytes).unwrap();
            assert_eq!(answer.refused, []);
            places.push(answer.accepted[0]);
        }
    }
    assert_eq!(places.len(), 1_000);
    assert!(places.iter().all(|place| *place == places[0]), "each was told the same place");
    before.is_whole(&door, &mut sam).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_account_get_the_same_answers() {
    let before = Before::the_fault().await;
    let program = before.house.start();
    let key = device_key(&new_device());
    let mut answers = Vec::new();
    for username in ["sam", "nobody", "no name at all"] {
        // Each from an address of its own, and then beyond what it may try.
        let door = Door::to(&program.base);
        let mut told = Vec::new();
        for _ in 0..13 {
            let asked = SignIn {
                username: username.into(),
                password: Secret::new("a garden in June"),
                device_key: key,
            };
            let problem =
                door.post::<Session>(paths::SESSIONS, None, &asked).await.unwrap_err().said();
            told.push((problem.code, problem.message));
        }
        answers.push(told);
    }
    assert_eq!(answers[0][0].0, ProblemCode::CredentialsWrong);
    assert_eq!(answers[0][12].0, ProblemCode::TooManyTries);
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{answers:?}");

    // And where more ask at once than can be served.
    let mut waiting = Vec::new();
    for number in 0..120 {
        let door = Door::to(&program.base);
        let username = if number % 2 == 0 { "sam" } else { "nobody" };
        waiting.push((
            username,
            tokio::spawn(async move {
                let asked = SignIn {
                    username: username.into(),
                    password: Secret::new("a garden in June"),
                    device_key: key,
                };
                door.post::<Session>(paths::SESSIONS, None, &asked).await.unwrap_err().said()
            }),
        ));
    }
    let mut kinds: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for (username, task) in waiting {
        let problem = task.await.unwrap();
        assert!(
            matches!(problem.code, ProblemCode::CredentialsWrong | ProblemCode::Busy),
            "{problem:?}"
        );
        assert_eq!(problem.code == ProblemCode::Busy, problem.retry_after.is_some());
        *kinds.entry(username).or_default().entry(problem.message).or_default() += 1;
    }
    println!("{kinds:?}");
    let of = |username: &str| kinds[username].keys().cloned().collect::<Vec<_>>();
    assert_eq!(of("sam"), of("nobody"), "the same answers to both");
    before.is_whole(&Door::to(&program.base), &mut before.sam.clone()).await;
}
