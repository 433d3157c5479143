//! Pages as PDFs: for whom they are made, and what is refused.

use record::api::{
    InvitationRole, JSON, MAX_PAPER, Me, PDF, Paper, PaperAsked, PaperPart, Problem, ProblemCode,
    Secret, paths,
};
use record::kinds::Share;
use record::{Member, RecordId, Scope, Scopes};
use reqwest::{Method, Response, StatusCode};
use server::clock::Clock as _;

use crate::support::{House, Person};

fn asked(record: RecordId) -> PaperAsked {
    let part = PaperPart {
        title: "What matters".into(),
        columns: vec!["What".into(), "Said".into()],
        rows: vec![vec!["The allotment".into(), "Every day in May".into()]],
        none: String::new(),
    };
    let paper = Paper {
        title: "My plan".into(),
        owner: "Rosa".into(),
        correct: "Correct when printed: 22 November 2026, 7:42".into(),
        parts: vec![part],
        ..Paper::default()
    };
    PaperAsked { record, paper }
}

async fn post(house: &House, token: Option<&Secret>, body: Vec<u8>) -> Response {
    let request = house.request(Method::POST, paths::PAPER, token);
    request.header("content-type", JSON).body(body).send().await.unwrap()
}

/// The PDF, or why there is none.
async fn make(
    house: &House,
    token: Option<&Secret>,
    asked: &PaperAsked,
) -> Result<Vec<u8>, ProblemCode> {
    let answer = post(house, token, serde_json::to_vec(asked).unwrap()).await;
    let (status, headers) = (answer.status(), answer.headers().clone());
    assert_eq!(headers["cache-control"], "no-store");
    if status == StatusCode::OK {
        assert_eq!(headers["content-type"], PDF);
        return Ok(answer.bytes().await.unwrap().to_vec());
    }
    Err(answer.json::<Problem>().await.unwrap().code)
}

/// The person shares the plan for a minute.
async fn share_for_a_minute(house: &House, rosa: &Person, member: Member) {
    let share = Share {
        member,
        see: Scopes::of(&[Scope::Plan]),
        add: Scopes::NONE,
        until: Some(house.clock.now().seconds() + 60),
        name: "Somebody".into(),
    };
    house.write(rosa, rosa.record(), &share).await;
}

#[tokio::test]
async fn whoever_may_see_the_record_gets_a_tagged_pdf() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    let pdf = make(&house, Some(rosa.token()), &asked(rosa.record())).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("/StructTreeRoot") && text.contains("pdfuaid:part"));
}

#[tokio::test]
async fn nobody_else_gets_one_and_a_carer_only_while_something_is_shared() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    let asked = asked(rosa.record());
    assert_eq!(make(&house, None, &asked).await, Err(ProblemCode::SignedOut));
    let sam = house.sign_up("sam", None).await;
    assert_eq!(make(&house, Some(sam.token()), &asked).await, Err(ProblemCode::RecordUnknown));

    let made = house.invite(&rosa, InvitationRole::Carer, "Mum").await.unwrap();
    let carer = house.sign_up("mum", Some(&made)).await;
    let member = made.member.unwrap();
    share_for_a_minute(&house, &rosa, member).await;
    assert!(make(&house, Some(carer.token()), &asked).await.is_ok());
    house.clock.advance_seconds(61);
    assert_eq!(make(&house, Some(carer.token()), &asked).await, Err(ProblemCode::NotAllowed));
}

#[tokio::test]
async fn a_colleague_opens_the_record_first() {
    let house = House::open().await;
    let amina = house.colleague("amina", "Riverside").await;
    let rosa = house.patient("rosa", &amina).await;
    let asked = asked(rosa.record());
    let me: Me = house.get(paths::ME, rosa.token()).await.unwrap();
    let team = me.records[0].teams[0].member;
    share_for_a_minute(&house, &rosa, team).await;
    assert_eq!(make(&house, Some(amina.token()), &asked).await, Err(ProblemCode::RecordClosed));
    house.open_record(&amina, rosa.record()).await.unwrap();
    assert!(make(&house, Some(amina.token()), &asked).await.is_ok());
    house.clock.advance_seconds(61);
    assert_eq!(make(&house, Some(amina.token()), &asked).await, Err(ProblemCode::RecordUnknown));
}

#[tokio::test]
async fn what_is_too_large_or_no_page_is_refused() {
    let house = House::open().await;
    let rosa = house.sign_up("rosa", None).await;
    let token = Some(rosa.token());
    let body = vec![b' '; MAX_PAPER + 1];
    let problem = post(&house, token, body).await.json::<Problem>().await.unwrap();
    assert_eq!(problem.code, ProblemCode::TooLarge);
    for nonsense in [b"{".to_vec(), b"null".to_vec(), b"%PDF-1.7".to_vec()] {
        let problem = post(&house, token, nonsense).await.json::<Problem>().await.unwrap();
        assert_eq!(problem.code, ProblemCode::Malformed);
    }
    let mut many = asked(rosa.record());
    many.paper.parts = vec![many.paper.parts[0].clone(); ::paper::MOST_PARTS + 1];
    assert_eq!(make(&house, token, &many).await, Err(ProblemCode::TooLarge));
    let mut uneven = asked(rosa.record());
    uneven.paper.parts[0].columns.pop();
    assert_eq!(make(&house, token, &uneven).await, Err(ProblemCode::Invalid));
}
