//! A server, people with devices, and what they do.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use record::api::{
    DeviceKey, Enrolled, InvitationMade, InvitationRole, NewAccount, NewInvitation, OpenRecord,
    Opened, Problem, ProblemCode, RecordOnly, Secret, Session, paths,
};
use record::kinds::{DiaryNote, DiaryTopic, Kind, Message, Share};
use record::op::{Act, Operation};
use record::stream::Cursor;
use record::sync::{Request, Response};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Writer, block};
use reqwest::{Method, StatusCode};
use ring::signature::{Ed25519KeyPair, KeyPair};
use server::clock::{Clock, MovedClock};
use server::http::{Config, Running, open_books, start};
use server::operator;
use server::refused::Refused;
use server::signs::PushRule;
use server::store::books::Books;
use server::web::Apps;

pub(crate) const PASSWORD: &str = "a garden in May";

/// A server.
pub(crate) struct House {
    pub(crate) clock: Arc<MovedClock>,
    pub(crate) books: Books,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) base: String,
    pub(crate) metrics: String,
    running: Running,
    client: reqwest::Client,
}

/// An account on a device.
pub(crate) struct Person {
    pub(crate) session: Session,
    pub(crate) device: Device,
}

/// A device's key.
pub(crate) struct Device(Ed25519KeyPair);

impl Device {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU8 = AtomicU8::new(1);
        let seed = [NEXT.fetch_add(1, Ordering::Relaxed); 32];
        Self(Ed25519KeyPair::from_seed_unchecked(&seed).unwrap())
    }

    pub(crate) fn key(&self) -> DeviceKey {
        DeviceKey(self.0.public_key().as_ref().try_into().unwrap())
    }
}

pub(crate) fn config(data: PathBuf) -> Config {
    let anywhere = "127.0.0.1:0".parse().unwrap();
    Config {
        address: anywhere,
        data,
        metrics: Some(anywhere),
        behind_proxy: false,
        apps: Apps::default(),
        push: PushRule::default(),
        typeset: |page, now| Ok(paper::pdf(page, now)?),
    }
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::open_at(tempfile::tempdir().unwrap()).await
    }

    /// One that sends pushes to this service as well.
    pub(crate) async fn open_pushing_to(service: &str) -> Self {
        let rule = PushRule {
            contact: Some("mailto:it@practice.example".into()),
            services: vec![service.into()],
        };
        Self::open_with(tempfile::tempdir().unwrap(), rule).await
    }

    pub(crate) async fn open_at(folder: tempfile::TempDir) -> Self {
        Self::open_with(folder, PushRule::default()).await
    }

    async fn open_with(folder: tempfile::TempDir, push: PushRule) -> Self {
        // Fails where another test was first.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let clock = Arc::new(MovedClock::default());
        let config = Config { push, ..config(folder.path().to_owned()) };
        let books = open_books(&config.data).unwrap();
        let ticking: Arc<dyn Clock> = clock.clone();
        let running = start(&config, books.clone(), ticking, &[]).await.unwrap();
        Self {
            clock,
            books,
            folder,
            base: format!("http://{}", running.address()),
            metrics: format!("http://{}/metrics", running.metrics_address().unwrap()),
            running,
            client: reqwest::Client::new(),
        }
    }

    /// Stops it; the folder stays.
    pub(crate) async fn close(self) -> tempfile::TempDir {
        self.running.stop().await;
        self.folder
    }

    pub(crate) fn request(
        &self,
        method: Method,
        path: &str,
        token: Option<&Secret>,
    ) -> reqwest::RequestBuilder {
        self.request_by(&self.client, method, path, token)
    }

    /// The same by another client than the house's own.
    pub(crate) fn request_by(
        &self,
        client: &reqwest::Client,
        method: Method,
        path: &str,
        token: Option<&Secret>,
    ) -> reqwest::RequestBuilder {
        let request = client.request(method, format!("{}{path}", self.base));
        match token {
            Some(token) => request.bearer_auth(token.reveal()),
            None => request,
        }
    }

    /// Asks, and reads the answer or the problem.
    pub(crate) async fn ask<T: serde::de::DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        token: Option<&Secret>,
        body: Option<&impl serde::Serialize>,
    ) -> Result<T, Problem> {
        let mut request = self.request(method, path, token);
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.unwrap();
        let status = response.status();
        if status.is_success() {
            let text = response.text().await.unwrap();
            let text = if text.is_empty() { "null" } else { &text };
            return Ok(serde_json::from_str(text).unwrap());
        }
        let problem: Problem = response.json().await.unwrap();
        assert_eq!(status.as_u16(), problem.code.status(), "{problem:?}");
        Err(problem)
    }

    pub(crate) async fn post<T: serde::de::DeserializeOwned>(
        &self,
        path: &str,
        token: Option<&Secret>,
        body: &impl serde::Serialize,
    ) -> Result<T, Problem> {
        self.ask(Method::POST, path, token, Some(body)).await
    }

    pub(crate) async fn get<T: serde::de::DeserializeOwned>(
        &self,
        path: &str,
        token: &Secret,
    ) -> Result<T, Problem> {
        self.ask(Method::GET, path, Some(token), None::<&()>).await
    }

    pub(crate) async fn sign_up(
        &self,
        username: &str,
        invitation: Option<&InvitationMade>,
    ) -> Person {
        let device = Device::new();
        let asked = NewAccount {
            username: username.into(),
            password: Secret::new(PASSWORD),
            name: format!("{}{}", username[..1].to_uppercase(), &username[1..]),
            device_key: device.key(),
            invitation: invitation.map(|made| made.code.clone()),
        };
        let session = self.post(paths::ACCOUNTS, None, &asked).await.unwrap();
        Person { session, device }
    }

    /// A team of one colleague.
    pub(crate) async fn colleague(&self, username: &str, team: &str) -> Person {
        let (team, name) = (team.to_owned(), username.to_owned());
        let now = self.clock.now();
        let made = self
            .books
            .write(move |pen| {
                let team = match operator::find_team(pen, &team)? {
                    Some(team) => team,
                    None => operator::make_team(pen, &team, 24)?,
                };
                operator::invite_staff(pen, team, &name, "practice nurse", now)
            })
            .await
            .map_err(|refused: Refused| refused.to_string())
            .unwrap();
        self.sign_up(username, Some(&made)).await
    }

    /// A person whom the colleague's team looks after.
    pub(crate) async fn patient(&self, username: &str, colleague: &Person) -> Person {
        let made = self.invite(colleague, InvitationRole::Patient, username).await.unwrap();
        self.sign_up(username, Some(&made)).await
    }

    pub(crate) async fn invite(
        &self,
        by: &Person,
        role: InvitationRole,
        name: &str,
    ) -> Result<InvitationMade, Problem> {
        let asked = NewInvitation {
            role,
            record: None,
            name: name.into(),
            relation: "daughter".into(),
            scopes: Scopes::of(&[Scope::Diary]),
        };
        self.post(paths::INVITATIONS, Some(by.token()), &asked).await
    }

    pub(crate) async fn enrol(
        &self,
        person: &Person,
        record: RecordId,
    ) -> Result<Enrolled, Problem> {
        self.post(paths::ENROL, Some(person.token()), &RecordOnly { record }).await
    }

    pub(crate) async fn open_record(
        &self,
        by: &Person,
        record: RecordId,
    ) -> Result<Opened, Problem> {
        let asked = OpenRecord { record, reason: "Your review on Monday".into() };
        self.post(paths::OPEN, Some(by.token()), &asked).await
    }

    /// One sync.
    pub(crate) async fn sync(
        &self,
        by: &Person,
        request: &Request,
    ) -> Result<Response, ProblemCode> {
        let response = self.send_sync(Some(by.token()), request.encode()).await;
        if response.status() == StatusCode::OK {
            return Ok(Response::decode(&response.bytes().await.unwrap()).unwrap());
        }
        Err(response.json::<Problem>().await.unwrap().code)
    }

    pub(crate) async fn send_sync(
        &self,
        token: Option<&Secret>,
        body: Vec<u8>,
    ) -> reqwest::Response {
        self.request(Method::POST, paths::SYNC, token)
            .header("content-type", "application/octet-stream")
            .body(body)
            .send()
            .await
            .unwrap()
    }

    /// Enrols and pushes one entry as the first of this device in its stream.
    pub(crate) async fn write<K: Kind>(
        &self,
        by: &Person,
        record: RecordId,
        entry: &K,
    ) -> Response {
        let writer = self.enrol(by, record).await.unwrap().writer;
        let pulled = self.sync(by, &everything(record, writer)).await.unwrap();
        let head = |scope| {
            let part = pulled.streams.iter().find(|part| part.scope == scope);
            part.map_or(0, |part| {
                part.blocks
                    .iter()
                    .map(|placed| block::header(&placed.block).unwrap())
                    .filter(|header| header.writer == writer)
                    .map(block::Header::last)
                    .max()
                    .unwrap_or(0)
            })
        };
        let first = head(K::SPEC.scope) + 1;
        let mut request = everything(record, writer);
        request.push = vec![by.block(record, writer, first, entry)];
        let response = self.sync(by, &request).await.unwrap();
        assert_eq!(response.refused, []);
        response
    }

    /// The person lets a member see and add to scopes.
    pub(crate) async fn share(&self, person: &Person, member: Member, scopes: &[Scope]) {
        let share = Share {
            member,
            see: Scopes::of(scopes),
            add: Scopes::of(scopes),
            until: None,
            name: "Somebody".into(),
        };
        self.write(person, person.record(), &share).await;
    }
}

impl Person {
    pub(crate) fn token(&self) -> &Secret {
        &self.session.access
    }

    /// Their first record.
    pub(crate) fn record(&self) -> RecordId {
        self.session.records[0].record
    }

    /// This device's signature.
    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; block::SIGNATURE] {
        self.device.0.sign(bytes).as_ref().try_into().unwrap()
    }

    /// A signed block of one operation that creates an entry.
    pub(crate) fn block<K: Kind>(
        &self,
        record: RecordId,
        writer: Writer,
        first: u32,
        entry: &K,
    ) -> Vec<u8> {
        let operation = Operation {
            id: OpId { writer, counter: first },
            act: Act::Create(K::SPEC.id),
            happened: Happened { at: 1_800_000_000, zone: Zone::new("Europe/London") },
            recorded: Hlc::new(1_800_000_000_000 + i64::from(first), 0),
            on_behalf: None,
            payload: entry.payload(writer),
        };
        let draft = block::encode(K::SPEC.scope, writer, &[operation]).unwrap();
        let signature = self.device.0.sign(&block::signing_bytes(record, &draft));
        block::sign(draft, signature.as_ref().try_into().unwrap())
    }
}

pub(crate) fn note(text: &str) -> DiaryNote {
    DiaryNote { topic: DiaryTopic::Note, text: text.into(), mood: None, amount: None }
}

pub(crate) fn message(text: &str) -> Message {
    Message { text: text.into(), answers: None }
}

pub(crate) fn code<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> ProblemCode {
    outcome.unwrap_err().code
}

/// Asks for everything in every stream, from the beginning.
pub(crate) fn everything(record: RecordId, writer: Writer) -> Request {
    Request {
        record,
        writer,
        writers: 0,
        cursors: Scope::ALL.map(|scope| (scope, Cursor::default())).to_vec(),
        ..Request::default()
    }
}
