//! Signs, with a push service of the test's own: what reaches it, when, and what it
//! can read of it.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use record::api::{
    InvitationRole, Me, NewPassword, NewPush, ProblemCode, PushKey, Secret, Session, Sign, SignIn,
    SignName, Signs, Tell, Tells, paths,
};
use record::kinds::{Kind, Told};
use record::state::Record;
use record::{Member, Scope, Writer, block};
use reqwest::Method;
use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use server::clock::Clock;
use tokio::sync::mpsc;

use crate::support::{Device, House, PASSWORD, Person, code, everything, message, note};

/// A push that came.
struct Came {
    path: String,
    headers: HeaderMap,
    body: Bytes,
}

/// A push service.
struct Service {
    origin: String,
    came: mpsc::UnboundedReceiver<Came>,
}

type Sender = mpsc::UnboundedSender<Came>;

impl Service {
    /// Answers 410 to what is sent to `/gone`.
    async fn open() -> Self {
        async fn take(
            State(sender): State<Arc<Sender>>,
            path: Uri,
            headers: HeaderMap,
            body: Bytes,
        ) -> StatusCode {
            let path = path.path().to_owned();
            let gone = path == "/gone";
            sender.send(Came { path, headers, body }).unwrap();
            if gone { StatusCode::GONE } else { StatusCode::CREATED }
        }
        let (sender, came) = mpsc::unbounded_channel();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(take).with_state(Arc::new(sender));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { origin, came }
    }

    fn address(&self, path: &str) -> NewPush {
        NewPush { endpoint: format!("{}{path}", self.origin) }
    }

    async fn next(&mut self) -> Came {
        tokio::time::timeout(Duration::from_secs(20), self.came.recv()).await.unwrap().unwrap()
    }

    /// Whether nothing comes for longer than the server takes to look.
    async fn is_quiet(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(2500), self.came.recv()).await.is_err()
    }
}

fn name(name: u8) -> SignName {
    SignName([name; 8])
}

/// Something is due in so many seconds.
fn sign(house: &House, seconds: i64, called: u8) -> Sign {
    Sign { at: house.clock.now().seconds() + seconds, name: name(called) }
}

fn signs(signs: Vec<Sign>) -> Signs {
    Signs { signs, ..Signs::default() }
}

async fn subscribe(house: &House, token: &Secret, push: &NewPush) {
    house.post::<()>(paths::PUSH, Some(token), push).await.unwrap();
}

async fn again(house: &House, username: &str) -> Session {
    let asked = SignIn {
        username: username.into(),
        password: Secret::new(PASSWORD),
        device_key: Device::new().key(),
    };
    house.post(paths::SESSIONS, None, &asked).await.unwrap()
}

/// What base64 for addresses says (RFC 4648 §5), read here by other means than the
/// server writes it.
fn unbase64(text: &str) -> Vec<u8> {
    const FIGURES: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: String = text
        .chars()
        .flat_map(|figure| {
            let value = FIGURES.find(figure).expect("a figure of base64 for addresses");
            (0..6).rev().map(move |bit| if value >> bit & 1 == 1 { '1' } else { '0' })
        })
        .collect();
    let whole = bits.len() / 8 * 8;
    (0..whole).step_by(8).map(|at| u8::from_str_radix(&bits[at..at + 8], 2).unwrap()).collect()
}

#[tokio::test]
async fn a_push_is_empty_and_signed_by_the_key_that_the_browser_was_given() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let sam = house.sign_up("sam", None).await;
    let key: PushKey = house.get(paths::PUSH, sam.token()).await.unwrap();
    subscribe(&house, sam.token(), &service.address("/sam")).await;
    let due = signs(vec![sign(&house, 3600, 1)]);
    house.post::<()>(paths::SIGNS, Some(sam.token()), &due).await.unwrap();
    assert!(service.is_quiet().await, "nothing is sent before its time");
    house.clock.advance_seconds(3600);
    let came = service.next().await;
    // Nothing of anybody's health, nor anything else.
    assert_eq!((came.path.as_str(), &came.body[..]), ("/sam", &b""[..]));
    assert_eq!(came.headers["content-length"], "0");
    for secret in ["sam", "reminder", "medicine"] {
        let said = came
            .headers
            .iter()
            .any(|(_, value)| value.to_str().unwrap().to_lowercase().contains(secret));
        assert!(!said, "{secret}: {:?}", came.headers);
    }
    assert_eq!(came.headers["ttl"], "900");
    assert_eq!(came.headers["urgency"], "high");
    // RFC 8292: the token names the service, ends within a day, says whom to turn to,
    // and is signed by the key that stands beside it.
    let word = came.headers["authorization"].to_str().unwrap().strip_prefix("vapid t=").unwrap();
    let (token, k) = word.split_once(", k=").unwrap();
    assert_eq!(k, key.key);
    let point = unbase64(k);
    assert_eq!((point.len(), point[0]), (65, 4));
    let (said, signature) = token.rsplit_once('.').unwrap();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &point)
        .verify(said.as_bytes(), &unbase64(signature))
        .unwrap();
    let (head, claims) = said.split_once('.').unwrap();
    let head: serde_json::Value = serde_json::from_slice(&unbase64(head)).unwrap();
    assert_eq!(head, serde_json::json!({ "typ": "JWT", "alg": "ES256" }));
    let claims: serde_json::Value = serde_json::from_slice(&unbase64(claims)).unwrap();
    assert_eq!(claims["aud"], service.origin);
    assert_eq!(claims["sub"], "mailto:it@practice.example");
    let left = claims["exp"].as_i64().unwrap() - house.clock.now().seconds();
    assert!((0..=86_400).contains(&left), "{left}");
    assert!(service.is_quiet().await, "once is enough");
}

#[tokio::test]
async fn what_is_done_on_one_device_is_not_said_on_another() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let sam = house.sign_up("sam", None).await;
    let other = again(&house, "sam").await;
    subscribe(&house, sam.token(), &service.address("/phone")).await;
    subscribe(&house, &other.access, &service.address("/laptop")).await;
    let due = signs(vec![sign(&house, 60, 1), sign(&house, 600, 2)]);
    house.post::<()>(paths::SIGNS, Some(sam.token()), &due).await.unwrap();
    house.post::<()>(paths::SIGNS, Some(&other.access), &due).await.unwrap();
    // Answered on the phone.
    let left = Signs { over: vec![name(1)], ..signs(vec![sign(&house, 600, 2)]) };
    house.post::<()>(paths::SIGNS, Some(sam.token()), &left).await.unwrap();
    house.clock.advance_seconds(60);
    assert!(service.is_quiet().await);
    house.clock.advance_seconds(540);
    let mut both = [service.next().await.path, service.next().await.path];
    both.sort();
    assert_eq!(both, ["/laptop", "/phone"]);
}

#[tokio::test]
async fn a_device_that_signed_out_or_is_gone_is_told_nothing_more() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let sam = house.sign_up("sam", None).await;
    let [out, ended, gone] =
        [again(&house, "sam").await, again(&house, "sam").await, again(&house, "sam").await];
    for (session, path) in [(&out, "/out"), (&ended, "/ended"), (&gone, "/gone")] {
        subscribe(&house, &session.access, &service.address(path)).await;
        let due = signs(vec![sign(&house, 60, 1), sign(&house, 120, 2)]);
        house.post::<()>(paths::SIGNS, Some(&session.access), &due).await.unwrap();
    }
    house.ask::<()>(Method::DELETE, paths::SESSIONS, Some(&out.access), None::<&()>).await.unwrap();
    house.clock.advance_seconds(60);
    let mut both = [service.next().await.path, service.next().await.path];
    both.sort();
    assert_eq!(both, ["/ended", "/gone"]);
    // A new password ends the other sessions; the one that was gone was forgotten.
    let password = NewPassword { old: Secret::new(PASSWORD), new: Secret::new("a shed in June") };
    house.post::<()>(paths::PASSWORD, Some(sam.token()), &password).await.unwrap();
    house.clock.advance_seconds(60);
    assert!(service.is_quiet().await);
    let unknown = house.post::<()>(paths::SIGNS, Some(sam.token()), &Signs::default()).await;
    assert_eq!(code(unknown), ProblemCode::PushUnknown);
}

#[tokio::test]
async fn a_server_that_stopped_says_nothing_that_is_no_longer_true() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let sam = house.sign_up("sam", None).await;
    subscribe(&house, sam.token(), &service.address("/sam")).await;
    let due = signs(vec![sign(&house, 60, 1), sign(&house, 7200, 2)]);
    house.post::<()>(paths::SIGNS, Some(sam.token()), &due).await.unwrap();
    house.clock.advance_seconds(3600);
    assert!(service.is_quiet().await, "an hour late says nothing true");
    house.clock.advance_seconds(3600);
    assert_eq!(service.next().await.path, "/sam");
}

#[tokio::test]
async fn pushes_are_sent_to_no_other_house() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    for endpoint in ["http://127.0.0.1:1/", "https://192.0.2.1/", "nonsense", ""] {
        let push = NewPush { endpoint: endpoint.into() };
        let refused = house.post::<()>(paths::PUSH, Some(sam.token()), &push).await;
        assert_eq!(code(refused), ProblemCode::PushRefused, "{endpoint}");
    }
}

#[tokio::test]
async fn a_message_wakes_whoever_may_read_it_and_wants_that_outside_quiet_hours() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let amina = house.colleague("amina", "Practice").await;
    let sam = house.patient("sam", &amina).await;
    let other = again(&house, "sam").await;
    let team = sam.session.records[0].teams[0].member;
    house.share(&sam, team, &[Scope::Messages]).await;
    house.open_record(&amina, sam.record()).await.unwrap();
    subscribe(&house, sam.token(), &service.address("/phone")).await;
    subscribe(&house, &other.access, &service.address("/laptop")).await;
    let wants = Signs { messages: true, ..Signs::default() };
    house.post::<()>(paths::SIGNS, Some(sam.token()), &wants).await.unwrap();
    // Not for what is no message, nor for one's own.
    house.write(&sam, sam.record(), &note("A walk")).await;
    house.write(&sam, sam.record(), &message("Hello")).await;
    assert!(service.is_quiet().await);
    house.write(&amina, sam.record(), &message("Good morning")).await;
    let came = service.next().await;
    assert_eq!((came.path.as_str(), came.body.len()), ("/phone", 0));
    assert!(service.is_quiet().await, "the laptop was not asked to");
}

/// A person with a carer who may see this; both, and the carer's number.
async fn cared_for(house: &House, scopes: &[Scope]) -> (Person, Person, Member) {
    let sam = house.sign_up("sam", None).await;
    let made = house.invite(&sam, InvitationRole::Carer, "Ruth").await.unwrap();
    let ruth = house.sign_up("ruth", Some(&made)).await;
    let member = ruth.session.records[0].member;
    house.share(&sam, member, scopes).await;
    (sam, ruth, member)
}

/// Whom the server told, as the person's record says.
async fn audit(house: &House, sam: &Person) -> Vec<Told> {
    let pulled = house.sync(sam, &everything(sam.record(), Writer(2))).await.unwrap();
    let mut record = Record::default();
    for part in &pulled.streams {
        for placed in &part.blocks {
            let (draft, _) = block::unsigned(&placed.block).unwrap();
            record.apply(draft, Some(placed.arrived)).unwrap();
        }
    }
    record.all::<Told>().map(|entry| entry.value).collect()
}

async fn given(house: &House, ruth: &Person) -> usize {
    let me: Me = house.get(paths::ME, ruth.token()).await.unwrap();
    me.records[0].signs.len()
}

fn tells(sam: &Person, tells: Vec<Tell>, over: Vec<SignName>) -> Tells {
    Tells { record: sam.record(), tells, over }
}

#[tokio::test]
async fn a_carer_is_given_a_sign_when_nothing_took_it_back_and_the_person_sees_it() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let (sam, ruth, to) = cared_for(&house, &[Scope::Diary]).await;
    subscribe(&house, ruth.token(), &service.address("/ruth")).await;
    let at = house.clock.now().seconds() + 600;
    let [one, two] = [1, 2].map(|called| Tell { at, name: name(called), to });
    // The first is done in time; the second is not.
    let asked = tells(&sam, vec![one, two], Vec::new());
    house.post::<()>(paths::TELLS, Some(sam.token()), &asked).await.unwrap();
    let asked = tells(&sam, vec![two], vec![name(1)]);
    house.post::<()>(paths::TELLS, Some(sam.token()), &asked).await.unwrap();
    assert_eq!((given(&house, &ruth).await, audit(&house, &sam).await.len()), (0, 0));
    house.clock.advance_seconds(600);
    let came = service.next().await;
    assert_eq!((came.path.as_str(), came.body.len()), ("/ruth", 0));
    assert_eq!(given(&house, &ruth).await, 1);
    assert_eq!(audit(&house, &sam).await, [Told { member: to, who: "Ruth".into() }]);
    // Said again by another device of theirs, it is not given again.
    house.post::<()>(paths::TELLS, Some(sam.token()), &asked).await.unwrap();
    assert!(service.is_quiet().await);
    // Done after all: the carer's app has nothing to show any more; that they were
    // told stays in the record.
    let asked = tells(&sam, Vec::new(), vec![name(2)]);
    house.post::<()>(paths::TELLS, Some(sam.token()), &asked).await.unwrap();
    assert_eq!((given(&house, &ruth).await, audit(&house, &sam).await.len()), (0, 1));
}

#[tokio::test]
async fn what_one_device_took_back_no_other_brings_again() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let (sam, ruth, to) = cared_for(&house, &[Scope::Diary]).await;
    let tablet = again(&house, "sam").await;
    subscribe(&house, ruth.token(), &service.address("/ruth")).await;
    let one = Tell { at: house.clock.now().seconds() + 600, name: name(1), to };
    // The phone knows that it is a bad day, the tablet does not.
    let quiet = tells(&sam, Vec::new(), vec![name(1)]);
    let loud = tells(&sam, vec![one], Vec::new());
    house.post::<()>(paths::TELLS, Some(&tablet.access), &loud).await.unwrap();
    house.post::<()>(paths::TELLS, Some(sam.token()), &quiet).await.unwrap();
    house.post::<()>(paths::TELLS, Some(&tablet.access), &loud).await.unwrap();
    house.clock.advance_seconds(600);
    assert!(service.is_quiet().await);
    assert_eq!(given(&house, &ruth).await, 0);
    // The phone says that it counts after all.
    let two = Tell { at: house.clock.now().seconds() + 600, name: name(2), to };
    let quiet = tells(&sam, Vec::new(), vec![name(2)]);
    house.post::<()>(paths::TELLS, Some(sam.token()), &quiet).await.unwrap();
    let loud = tells(&sam, vec![two], Vec::new());
    house.post::<()>(paths::TELLS, Some(sam.token()), &loud).await.unwrap();
    house.clock.advance_seconds(600);
    assert_eq!(service.next().await.path, "/ruth");
}

#[tokio::test]
async fn a_bad_day_is_said_at_once() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let (sam, ruth, to) = cared_for(&house, &[Scope::Diary]).await;
    subscribe(&house, ruth.token(), &service.address("/ruth")).await;
    let now = Tell { at: house.clock.now().seconds(), name: name(7), to };
    for _ in 0..2 {
        let asked = tells(&sam, vec![now], Vec::new());
        house.post::<()>(paths::TELLS, Some(sam.token()), &asked).await.unwrap();
    }
    assert_eq!(service.next().await.path, "/ruth");
    assert!(service.is_quiet().await, "once");
    assert_eq!(given(&house, &ruth).await, 1);
}

#[tokio::test]
async fn no_carer_is_told_once_consent_has_ended_nor_by_anybody_but_the_person() {
    let mut service = Service::open().await;
    let house = House::open_pushing_to(&service.origin).await;
    let (sam, ruth, to) = cared_for(&house, &[]).await;
    subscribe(&house, ruth.token(), &service.address("/ruth")).await;
    let tell = Tell { at: house.clock.now().seconds() + 60, name: name(1), to };
    let stranger = Tell { to: Member(99), name: name(2), ..tell };
    let asked = tells(&sam, vec![tell, stranger], Vec::new());
    house.post::<()>(paths::TELLS, Some(sam.token()), &asked).await.unwrap();
    let theirs = house.post::<()>(paths::TELLS, Some(ruth.token()), &asked).await;
    assert_eq!(code(theirs), ProblemCode::NotAllowed);
    house.clock.advance_seconds(60);
    assert!(service.is_quiet().await);
    assert_eq!((given(&house, &ruth).await, audit(&house, &sam).await.len()), (0, 0));
}

#[tokio::test]
async fn nobody_can_make_up_that_somebody_was_told() {
    let house = House::open().await;
    let sam = house.sign_up("sam", None).await;
    let writer = house.enrol(&sam, sam.record()).await.unwrap().writer;
    let made_up = Told { member: Member(1), who: "Ruth".into() };
    let mut request = everything(sam.record(), writer);
    request.push = vec![sam.block(sam.record(), writer, 1, &made_up)];
    let response = house.sync(&sam, &request).await.unwrap();
    assert_eq!(response.refused.len(), 1);
    assert_eq!(Told::SPEC.scope, Scope::Sharing);
}
