//! Sync over HTTP: what each may push and pull.

use std::io::Read as _;

use record::api::{InvitationRole, Me, Opened, Problem, ProblemCode, paths};
use record::kinds::{Look, Share};
use record::state::Record;
use record::sync::{Capabilities, Refusal, Response, Side};
use record::{Scope, Scopes, Writer, block};
use reqwest::StatusCode;
use server::clock::Clock as _;

use crate::support::{Device, House, PASSWORD, Person, code, everything, message, note};

/// The same account on another device.
async fn second_device(house: &House, username: &str) -> Person {
    let device = Device::new();
    let asked = record::api::SignIn {
        username: username.into(),
        password: record::api::Secret::new(PASSWORD),
        device_key: device.key(),
    };
    let session = house.post(paths::SESSIONS, None, &asked).await.unwrap();
    Person { session, device }
}

#[tokio::test]
async fn what_one_device_writes_the_other_has() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let sent = house.write(&sam, sam.record(), &note("Walked to the shop")).await;
    assert_eq!(sent.accepted.len(), 1);

    let other = second_device(&house, "sam").await;
    let writer = house.enrol(&other, sam.record()).await.unwrap().writer;
    let pulled = house.sync(&other, &everything(sam.record(), writer)).await.unwrap();
    let diary = pulled.streams.iter().find(|part| part.scope == Scope::Diary).unwrap();
    let mut folded = Record::new(writer);
    for placed in &diary.blocks {
        let (draft, _) = block::unsigned(&placed.block).unwrap();
        folded.apply(draft, Some(placed.arrived)).unwrap();
    }
    let notes: Vec<_> = folded.current::<record::kinds::DiaryNote>().collect();
    assert_eq!(notes[0].value.text, "Walked to the shop");
    let me: Me = house.get(paths::ME, other.token()).await.unwrap();
    assert_eq!(me.records[0].writer, Some(writer));
}

#[tokio::test]
async fn a_token_for_another_persons_record_gets_nothing_and_changes_nothing() {
    let house = House::open().await;
    let (sam, eve) = (house.sign_up("sam", None).await, house.sign_up("eve", None).await);
    house.write(&sam, sam.record(), &note("Mine")).await;
    let writer = house.enrol(&sam, sam.record()).await.unwrap().writer;

    let enrolled = house.enrol(&eve, sam.record()).await;
    assert_eq!(code(enrolled), ProblemCode::RecordUnknown);
    let mut request = everything(sam.record(), writer);
    request.push = vec![eve.block(sam.record(), writer, 2, &note("Forged"))];
    assert_eq!(house.sync(&eve, &request).await, Err(ProblemCode::RecordUnknown));
    // The same answer as for a record that is not there.
    let nowhere = everything(record::RecordId([0xee; 16]), writer);
    assert_eq!(house.sync(&eve, &nowhere).await, Err(ProblemCode::RecordUnknown));

    let pulled = house.sync(&sam, &everything(sam.record(), writer)).await.unwrap();
    let diary = pulled.streams.iter().find(|part| part.scope == Scope::Diary).unwrap();
    assert_eq!(diary.head.sequence, 1);
}

#[tokio::test]
async fn a_block_that_another_signed_is_refused_by_itself() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let other = second_device(&house, "sam").await;
    let record = sam.record();
    let writer = house.enrol(&sam, record).await.unwrap().writer;
    let mut request = everything(record, writer);
    request.push = vec![
        other.block(record, writer, 1, &note("Signed by the other device")),
        sam.block(record, writer, 1, &message("This one is good")),
    ];
    let answer = house.sync(&sam, &request).await.unwrap();
    let why: Vec<_> =
        answer.refused.iter().map(|refused| (refused.scope, refused.reason)).collect();
    assert_eq!(why, [(Scope::Diary, Refusal::Signature)]);
    assert_eq!(answer.accepted[0].scope, Scope::Messages);

    // Nor may a device say that it is another.
    request.push = vec![other.block(record, writer, 1, &note("Pretending"))];
    assert_eq!(house.sync(&other, &request).await, Err(ProblemCode::NotAllowed));
    request.writer = Writer::SERVER;
    request.push = vec![sam.block(record, Writer::SERVER, 1, &note("Pretending"))];
    assert_eq!(house.sync(&sam, &request).await, Err(ProblemCode::NotAllowed));
}

#[tokio::test]
async fn a_long_answer_is_packed_for_whoever_can_unpack_it_and_says_the_same() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    for _ in 0..20 {
        house.write(&sam, sam.record(), &note("Walked to the shop and back, twice")).await;
    }
    let asked = everything(sam.record(), Writer::ME);
    let send = async |coding: Option<&str>| {
        // One that unpacks nothing by itself, whatever it was built with.
        let client = reqwest::Client::builder().no_gzip().build().unwrap();
        let mut request = house
            .request_by(&client, reqwest::Method::POST, paths::SYNC, Some(sam.token()))
            .header("content-type", "application/octet-stream");
        if let Some(coding) = coding {
            request = request.header("accept-encoding", coding);
        }
        let answer = request.body(asked.encode()).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        let coding = answer.headers().get("content-encoding").cloned();
        (coding, answer.bytes().await.unwrap())
    };
    let (coding, plain) = send(None).await;
    assert_eq!(coding, None);
    let (coding, refused) = send(Some("br, gzip;q=0")).await;
    assert_eq!((coding, refused.len()), (None, plain.len()));
    let (coding, packed) = send(Some("br, gzip")).await;
    assert_eq!(coding.unwrap(), "gzip");
    // Signatures, 64 bytes each, get no smaller.
    assert!(packed.len() * 4 < plain.len() * 3, "{} of {}", packed.len(), plain.len());
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked).unwrap();
    let (one, other) = (Response::decode(&plain).unwrap(), Response::decode(&unpacked).unwrap());
    assert_eq!(one.streams, other.streams);
    assert_eq!(one.streams[0].blocks.len(), 20);

    // What comes packed is not opened.
    let nobodys = house
        .request(reqwest::Method::POST, paths::SYNC, Some(sam.token()))
        .header("content-type", "application/octet-stream")
        .header("content-encoding", "gzip")
        .body(packed.to_vec())
        .send()
        .await
        .unwrap();
    assert_eq!(nobodys.json::<Problem>().await.unwrap().code, ProblemCode::WrongKind);
}

#[tokio::test]
async fn malformed_and_oversized_requests_are_refused() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let refused = async |body: Vec<u8>| {
        let response = house.send_sync(Some(sam.token()), body).await;
        response.json::<Problem>().await.unwrap().code
    };
    assert_eq!(refused(vec![]).await, ProblemCode::Malformed);
    assert_eq!(refused(vec![0xff; 500]).await, ProblemCode::Malformed);
    let mut request = everything(sam.record(), Writer(2));
    let mut cut = request.encode();
    cut.pop();
    assert_eq!(refused(cut).await, ProblemCode::Malformed);
    assert_eq!(refused(vec![1; 1024 * 1024 + 1]).await, ProblemCode::TooLarge);
    // A block that not even says where it belongs.
    let writer = house.enrol(&sam, sam.record()).await.unwrap().writer;
    request.writer = writer;
    request.push = vec![vec![0; 200]];
    assert_eq!(refused(request.encode()).await, ProblemCode::Malformed);
    let response = house
        .request(reqwest::Method::POST, paths::SYNC, Some(sam.token()))
        .body("x")
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn a_carer_sees_and_adds_to_what_was_shared_and_nothing_else() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let made = house.invite(&sam, InvitationRole::Carer, "Mum").await.unwrap();
    let carer = house.sign_up("mum", Some(&made)).await;
    let record = sam.record();
    house.write(&sam, record, &note("Before the consent")).await;
    house.write(&sam, record, &message("For the team alone")).await;
    house.share(&sam, made.member.unwrap(), &[Scope::Diary]).await;

    let writer = house.enrol(&carer, record).await.unwrap().writer;
    let mut request = everything(record, writer);
    request.push = vec![
        carer.block(record, writer, 1, &note("She walked well")),
        carer.block(record, writer, 1, &message("Not mine to send")),
    ];
    let answer = house.sync(&carer, &request).await.unwrap();
    let scopes: Vec<Scope> = answer.streams.iter().map(|part| part.scope).collect();
    assert_eq!(scopes, [Scope::Diary]);
    assert_eq!(answer.streams[0].blocks.len(), 1, "what is older than the consent arrives too");
    assert_eq!(answer.withdrawn.len(), 11);
    assert_eq!(answer.refused[0].reason, Refusal::SetAside);
    assert_eq!(answer.accepted.len(), 1);

    let pulled = house.sync(&sam, &everything(record, Writer::ME)).await.unwrap();
    let card = pulled.writers.iter().find(|card| card.writer == writer).unwrap();
    assert_eq!(
        (card.name.as_str(), card.role.as_str(), card.side),
        ("Mum", "daughter", Side::Carer)
    );
}

#[tokio::test]
async fn what_was_taken_while_it_was_allowed_is_acknowledged_later_and_not_set_aside() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let made = house.invite(&sam, InvitationRole::Carer, "Mum").await.unwrap();
    let carer = house.sign_up("mum", Some(&made)).await;
    let record = sam.record();
    let diary = Scopes::of(&[Scope::Diary]);
    let (member, name) = (made.member.unwrap(), "Mum".to_owned());
    let until = Some(house.clock.now().seconds() + 300);
    house.write(&sam, record, &Share { member, see: diary, add: diary, until, name }).await;

    let writer = house.enrol(&carer, record).await.unwrap().writer;
    let mut request = everything(record, writer);
    request.push = vec![carer.block(record, writer, 1, &note("She walked well"))];
    let first = house.sync(&carer, &request).await.unwrap();
    assert_eq!(first.accepted.len(), 1);

    // The answer was lost, and meanwhile the consent ended.
    house.clock.advance_seconds(301);
    request.push.push(carer.block(record, writer, 2, &note("Too late")));
    let again = house.sync(&carer, &request).await.unwrap();
    assert_eq!(again.accepted, first.accepted);
    let refused: Vec<_> = again.refused.iter().map(|no| (no.counter, no.reason)).collect();
    assert_eq!(refused, [(2, Refusal::SetAside)]);
    assert!(again.withdrawn.contains(&Scope::Diary));

    let mut own = everything(record, Writer::ME);
    own.set_aside = Some(0);
    own.capabilities = Capabilities::ALL;
    let pulled = house.sync(&sam, &own).await.unwrap();
    assert_eq!(pulled.set_aside.len(), 1, "what is in the record is not asked about");
}

#[tokio::test]
async fn a_colleague_opens_a_record_first_and_the_person_sees_who_looked() {
    let house = House::open().await;
    let nurse = house.colleague("nurse", "Riverside").await;
    let sam = house.patient("sam", &nurse).await;
    let record = sam.record();
    let team = sam.session.records[0].teams[0].member;

    // Before the person shares anything, the record is not to be known of.
    assert_eq!(code(house.open_record(&nurse, record).await), ProblemCode::RecordUnknown);
    house.share(&sam, team, &[Scope::Messages, Scope::Diary]).await;
    house.write(&sam, record, &note("A good day")).await;
    let closed = everything(record, Writer::ME);
    assert_eq!(house.sync(&nurse, &closed).await, Err(ProblemCode::RecordClosed));
    assert_eq!(code(house.enrol(&nurse, record).await), ProblemCode::RecordClosed);

    let opened: Opened = house.open_record(&nurse, record).await.unwrap();
    assert_eq!(opened.record.scopes, Scopes::of(&[Scope::Messages, Scope::Diary]));
    let seen = house.sync(&nurse, &closed).await.unwrap();
    assert_eq!(seen.streams.len(), 1);
    house.write(&nurse, record, &message("Well done")).await;

    let pulled = house.sync(&sam, &everything(record, Writer::ME)).await.unwrap();
    let sharing = pulled.streams.iter().find(|part| part.scope == Scope::Sharing).unwrap();
    let mut folded = Record::new(Writer::ME);
    for placed in &sharing.blocks {
        let (draft, signature) = block::unsigned(&placed.block).unwrap();
        let header = block::header(draft).unwrap();
        let card = pulled.writers.iter().find(|card| card.writer == header.writer).unwrap();
        let signed = block::signing_bytes(record, draft);
        assert!(server::keys::verify(&card.key, &signed, signature));
        folded.apply(draft, Some(placed.arrived)).unwrap();
    }
    let looks: Vec<_> = folded.current::<Look>().collect();
    assert_eq!(looks.len(), 1);
    assert_eq!(looks[0].value.who, "Nurse, practice nurse, Riverside");
    assert_eq!(looks[0].value.reason.as_deref(), Some("Your review on Monday"));
    assert_eq!(looks[0].created.id.writer, Writer::SERVER);

    house.clock.advance_seconds(14 * 60);
    let again: record::api::Session = house
        .post(
            paths::REFRESH,
            None,
            &record::api::Refresh { refresh: nurse.session.refresh.clone(), device_key: None },
        )
        .await
        .unwrap();
    assert_eq!(again.records.len(), 1, "what is open stays open over a refresh");
    house.clock.advance_seconds(14 * 60);
    let token = Person { session: again, device: nurse.device };
    assert!(house.sync(&token, &closed).await.is_ok());
    let last: record::api::Session = house
        .post(
            paths::REFRESH,
            None,
            &record::api::Refresh { refresh: token.session.refresh.clone(), device_key: None },
        )
        .await
        .unwrap();
    house.clock.advance_seconds(3 * 60);
    let token = Person { session: last, device: token.device };
    assert_eq!(house.sync(&token, &closed).await, Err(ProblemCode::RecordClosed));
}

#[tokio::test]
async fn another_team_sees_nothing() {
    let house = House::open().await;
    let nurse = house.colleague("nurse", "Riverside").await;
    let stranger = house.colleague("stranger", "Hillside").await;
    let sam = house.patient("sam", &nurse).await;
    house.share(&sam, sam.session.records[0].teams[0].member, &[Scope::Diary]).await;
    assert_eq!(code(house.open_record(&stranger, sam.record()).await), ProblemCode::RecordUnknown);
    house.open_record(&nurse, sam.record()).await.unwrap();
}
