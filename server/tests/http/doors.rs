//! Every route, as nobody and as the wrong person.

use record::api::{
    CalendarTimes, Code, CodeOnly, InvitationRole, MediaAsked, MediaPart, NewInvitation,
    NewPassword, NewPush, OpenRecord, Paper, PaperAsked, Problem, ProblemCode, Reading, RecordOnly,
    Secret, Signs, Tells, paths,
};
use record::media::MediaHash;
use record::{RecordId, Scope, Scopes};
use reqwest::{Method, StatusCode};
use server::http::{RouteCard, cards};

use crate::support::{House, Person};

/// Those that need no token, and why.
const OPEN: &[(&str, &str)] = &[
    ("POST", paths::ACCOUNTS), // makes an account
    ("POST", paths::SESSIONS), // signs in
    ("POST", paths::REFRESH),  // the refresh token is in the body
    ("POST", paths::LOOK),     // the code is in the body
    ("GET", paths::FOLLOW),    // the secret is in the path
    ("GET", paths::OPENAPI),   // no secret
    ("GET", "/healthz"),       // no secret
];

fn body(path: &str, record: RecordId) -> Vec<u8> {
    match path {
        paths::ENROL => json(&RecordOnly { record }),
        paths::OPEN => json(&OpenRecord { record, reason: "To look".into() }),
        paths::ACCEPT => json(&CodeOnly { code: Code::from_random([1; 12]) }),
        paths::INVITATIONS => json(&NewInvitation {
            role: InvitationRole::Carer,
            record: Some(record),
            name: "Somebody".into(),
            relation: String::new(),
            scopes: Scopes::NONE,
        }),
        paths::PASSWORD => json(&NewPassword {
            old: Secret::new("not this one"),
            new: Secret::new("a shed in June"),
        }),
        paths::PUSH => json(&NewPush { endpoint: "https://web.push.apple.com/nobody".into() }),
        paths::READING => json(&Reading { easy_read: true }),
        paths::SIGNS => json(&Signs::default()),
        paths::CALENDAR_TIMES => json(&CalendarTimes::default()),
        paths::TELLS => json(&Tells { record, tells: Vec::new(), over: Vec::new() }),
        paths::SYNC => {
            record::sync::Request { record, ..record::sync::Request::default() }.encode()
        }
        paths::MEDIA => MediaPart {
            record,
            scope: Scope::About,
            hash: MediaHash([1; 32]),
            bytes: 4,
            part: 0,
            content: b"OggS".to_vec(),
        }
        .encode(),
        paths::MEDIA_PART | paths::MEDIA_FORGET => {
            let hash = MediaHash([1; 32]);
            json(&MediaAsked { record, scope: Scope::About, hash, part: 0 })
        }
        paths::PAPER => json(&PaperAsked { record, paper: Paper::default() }),
        _ => Vec::new(),
    }
}

fn json(body: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(body).unwrap()
}

async fn knock(
    house: &House,
    card: &RouteCard,
    token: Option<&Secret>,
    record: RecordId,
) -> (StatusCode, Option<ProblemCode>) {
    let method = Method::from_bytes(card.method.as_bytes()).unwrap();
    let mut request = house.request(method, card.path, token);
    if let Some(media) = card.takes {
        request = request.header("content-type", media).body(body(card.path, record));
    }
    let response = request.send().await.unwrap();
    let status = response.status();
    let problem = if status.is_success() {
        None
    } else {
        Some(response.json::<Problem>().await.unwrap().code)
    };
    (status, problem)
}

#[tokio::test]
async fn nobody_gets_in_without_a_token() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let made_up = Secret::new("0a".repeat(48));
    let refresh = &sam.session.refresh;
    for card in cards() {
        let is_open = OPEN.contains(&(card.method, card.path));
        assert_eq!(card.signed_in, !is_open, "{card:?}");
        if is_open {
            continue;
        }
        for token in [None, Some(&made_up), Some(refresh)] {
            let (status, problem) = knock(&house, &card, token, sam.record()).await;
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{card:?}");
            assert_eq!(problem, Some(ProblemCode::SignedOut), "{card:?}");
        }
    }
}

#[tokio::test]
async fn the_wrong_person_gets_nowhere() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let eve = house.sign_up("eve", None).await;
    let nurse = house.colleague("nurse", "Riverside").await;
    // What each is told who asks about Sam's record, or asks for what is only a
    // colleague's. None: the route is about whoever asks.
    let expected = |path: &str, by: &Person| {
        let is_eve = by.session.account == eve.session.account;
        match path {
            paths::OPEN | paths::CASELOAD if is_eve => Some(ProblemCode::NotAllowed),
            // A colleague has no times of their own.
            paths::CALENDAR if !is_eve => Some(ProblemCode::NotAllowed),
            paths::CALENDAR_TIMES if !is_eve => Some(ProblemCode::CalendarUnknown),
            paths::INVITATIONS => Some(ProblemCode::NotAllowed),
            paths::ENROL
            | paths::OPEN
            | paths::SYNC
            | paths::TELLS
            | paths::MEDIA
            | paths::MEDIA_PART
            | paths::MEDIA_FORGET
            | paths::PAPER => Some(ProblemCode::RecordUnknown),
            paths::PASSWORD => Some(ProblemCode::PasswordWrong),
            paths::ACCEPT => Some(ProblemCode::InvitationUnknown),
            _ => None,
        }
    };
    for by in [&eve, &nurse] {
        for card in cards().into_iter().filter(|card| card.signed_in) {
            // These two end the session or never end.
            if card.method == "DELETE" || card.path == paths::HINTS {
                continue;
            }
            let (_, problem) = knock(&house, &card, Some(by.token()), sam.record()).await;
            assert_eq!(problem, expected(card.path, by), "{card:?}");
        }
    }
}

#[tokio::test]
async fn every_route_is_described_and_every_reference_leads_somewhere() {
    let house = House::open().await;
    let response = house.request(Method::GET, paths::OPENAPI, None).send().await.unwrap();
    let described: serde_json::Value = response.json().await.unwrap();
    let mut count = 0;
    for card in cards() {
        let operation = &described["paths"][card.path][card.method.to_lowercase()];
        assert!(operation["summary"].is_string(), "{card:?}");
        assert_eq!(operation["security"].is_array(), card.signed_in, "{card:?}");
        assert_eq!(operation["requestBody"].is_object(), card.takes.is_some(), "{card:?}");
        count += 1;
    }
    let paths = described["paths"].as_object().unwrap();
    let operations: usize = paths.values().map(|item| item.as_object().unwrap().len()).sum();
    assert_eq!(operations, count, "nothing is described that is not there");
    let text = described.to_string();
    let references = text.split("\"$ref\":\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let mut found = 0;
    for reference in references {
        let path = reference.strip_prefix('#').unwrap();
        assert!(described.pointer(path).is_some(), "{reference}");
        found += 1;
    }
    assert!(found > 15);
}
