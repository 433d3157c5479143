//! People with a device each, what they sent, and the account they keep of it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use record::api::{
    DeviceKey, Enrolled, NewAccount, Problem, RecordOnly, Secret, Session, SignIn, paths,
};
use record::kinds::{DiaryNote, DiaryTopic, Kind, Message};
use record::op::{Act, Operation};
use record::stream::{Cursor, Head};
use record::sync::{Accepted, Request, Response};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, RecordId, Scope, Writer, block};
use reqwest::{Method, StatusCode};
use ring::signature::{Ed25519KeyPair, KeyPair};

use crate::program::House;

pub(crate) const PASSWORD: &str = "a garden in May";
pub(crate) const OCTETS: &str = "application/octet-stream";

/// Why there was no answer to use.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The server said no.
    Said(Problem),
    /// There was no answer at all.
    Broken,
}

impl Failure {
    pub(crate) fn said(self) -> Problem {
        match self {
            Self::Said(problem) => problem,
            Self::Broken => panic!("the connection broke"),
        }
    }
}

/// The way to a server.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) base: String,
    client: reqwest::Client,
    /// Whom the proxy says it is: each door is somewhere else, so that one
    /// address's allowance of tries is not all there is.
    from: String,
}

impl Door {
    pub(crate) fn to(base: &str) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        // Fails where another test was first.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder().timeout(Duration::from_secs(90)).build().unwrap();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self {
            base: base.to_owned(),
            client,
            from: format!("198.51.{}.{}", number >> 8 & 0xff, number & 0xff),
        }
    }

    pub(crate) fn request(
        &self,
        method: Method,
        path: &str,
        token: Option<&Secret>,
    ) -> reqwest::RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.base));
        let request = request.header("x-forwarded-for", &self.from);
        match token {
            Some(token) => request.bearer_auth(token.reveal()),
            None => request,
        }
    }

    pub(crate) async fn post<T: serde::de::DeserializeOwned>(
        &self,
        path: &str,
        token: Option<&Secret>,
        body: &impl serde::Serialize,
    ) -> Result<T, Failure> {
        let request = self.request(Method::POST, path, token).json(body);
        let response = request.send().await.map_err(|_| Failure::Broken)?;
        if response.status().is_success() {
            return response.json().await.map_err(|_| Failure::Broken);
        }
        Err(Failure::Said(response.json().await.map_err(|_| Failure::Broken)?))
    }

    /// What the server says of its health.
    pub(crate) async fn health(&self) -> StatusCode {
        self.request(Method::GET, "/healthz", None).send().await.unwrap().status()
    }

    pub(crate) async fn send_sync(
        &self,
        token: &Secret,
        body: Vec<u8>,
    ) -> Result<reqwest::Response, Failure> {
        self.request(Method::POST, paths::SYNC, Some(token))
            .header("content-type", OCTETS)
            .body(body)
            .send()
            .await
            .map_err(|_| Failure::Broken)
    }

    pub(crate) async fn sync(&self, token: &Secret, asked: &Request) -> Result<Response, Failure> {
        let response = self.send_sync(token, asked.encode()).await?;
        let status = response.status();
        let body = response.bytes().await.map_err(|_| Failure::Broken)?;
        if status == StatusCode::OK {
            return Ok(Response::decode(&body).unwrap());
        }
        Err(Failure::Said(serde_json::from_slice(&body).unwrap()))
    }
}

/// A block that was sent, and what the server said to it.
#[derive(Clone)]
pub(crate) struct Sent {
    scope: Scope,
    first: u32,
    pub(crate) block: Vec<u8>,
    pub(crate) accepted: Option<Accepted>,
}

/// Somebody with one device.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) username: String,
    pub(crate) session: Session,
    pub(crate) record: RecordId,
    pub(crate) writer: Writer,
    key: Arc<Ed25519KeyPair>,
    pub(crate) sent: Vec<Sent>,
    next: BTreeMap<Scope, u32>,
}

pub(crate) fn device_key(key: &Ed25519KeyPair) -> DeviceKey {
    DeviceKey(key.public_key().as_ref().try_into().unwrap())
}

pub(crate) fn new_device() -> Arc<Ed25519KeyPair> {
    let seed = ring::rand::generate::<[u8; 32]>(&ring::rand::SystemRandom::new()).unwrap();
    Arc::new(Ed25519KeyPair::from_seed_unchecked(&seed.expose()).unwrap())
}

impl Person {
    /// Makes an account with a record, and its device a writer of it.
    pub(crate) async fn join(door: &Door, username: &str) -> Self {
        let key = new_device();
        let asked = NewAccount {
            username: username.into(),
            password: Secret::new(PASSWORD),
            name: "Somebody".into(),
            device_key: device_key(&key),
            invitation: None,
        };
        let session: Session = door.post(paths::ACCOUNTS, None, &asked).await.unwrap();
        let record = session.records[0].record;
        let asked = RecordOnly { record };
        let enrolled: Enrolled =
            door.post(paths::ENROL, Some(&session.access), &asked).await.unwrap();
        Self::with(session, key, record, enrolled.writer)
    }

    /// Somebody whose account was made in another way.
    pub(crate) fn with(
        session: Session,
        key: Arc<Ed25519KeyPair>,
        record: RecordId,
        writer: Writer,
    ) -> Self {
        let username = session.account.username.clone();
        Self { username, session, record, writer, key, sent: Vec::new(), next: BTreeMap::new() }
    }

    /// Signs in again, on the same device.
    pub(crate) async fn sign_in(&mut self, door: &Door) {
        let asked = SignIn {
            username: self.username.clone(),
            password: Secret::new(PASSWORD),
            device_key: device_key(&self.key),
        };
        self.session = door.post(paths::SESSIONS, None, &asked).await.unwrap();
    }

    /// Enters a block that was sent by other means.
    pub(crate) fn note_sent(&mut self, scope: Scope, first: u32, block: Vec<u8>, at: Accepted) {
        self.sent.push(Sent { scope, first, block, accepted: Some(at) });
    }

    pub(crate) fn token(&self) -> &Secret {
        &self.session.access
    }

    /// A signed block for a record, made with this device's key.
    pub(crate) fn block<K: Kind>(
        &self,
        record: RecordId,
        writer: Writer,
        first: u32,
        entries: &[K],
    ) -> Vec<u8> {
        let operations: Vec<Operation> = (first..)
            .zip(entries)
            .map(|(counter, entry)| Operation {
                id: OpId { writer, counter },
                act: Act::Create(K::SPEC.id),
                happened: Happened { at: 1_800_000_000, zone: Zone::new("Europe/London") },
                recorded: Hlc::new(1_800_000_000_000 + i64::from(counter), 0),
                on_behalf: None,
                payload: entry.payload(writer),
            })
            .collect();
        let draft = block::encode(K::SPEC.scope, writer, &operations).unwrap();
        let signature = self.key.sign(&block::signing_bytes(record, &draft));
        block::sign(draft, signature.as_ref().try_into().unwrap())
    }

    /// Writes a block of three entries, to be sent: by turns in the diary and to
    /// the team.
    pub(crate) fn write(&mut self, words: usize) -> Sent {
        let scope = if self.sent.len().is_multiple_of(2) { Scope::Diary } else { Scope::Messages };
        let first = *self.next.get(&scope).unwrap_or(&1);
        let text = |number: u32| format!("{first} {number} {}", "word ".repeat(words));
        let block = if scope == Scope::Diary {
            let note = |number| DiaryNote {
                topic: DiaryTopic::Note,
                text: text(number),
                mood: None,
                amount: None,
            };
            self.block(self.record, self.writer, first, &[1, 2, 3].map(note))
        } else {
            let message = |number| Message { text: text(number), answers: None };
            self.block(self.record, self.writer, first, &[1, 2, 3].map(message))
        };
        self.next.insert(scope, first + 3);
        let sent = Sent { scope, first, block, accepted: None };
        self.sent.push(sent.clone());
        sent
    }

    pub(crate) fn request(&self, push: Vec<Vec<u8>>) -> Request {
        Request { record: self.record, writer: self.writer, push, ..Request::default() }
    }

    /// Writes one more block and sends it.
    pub(crate) async fn push(&mut self, door: &Door) -> Result<(), Failure> {
        self.write(4);
        self.send_again(door).await
    }

    /// Sends, in one request, every block that was not acknowledged yet.
    pub(crate) async fn send_again(&mut self, door: &Door) -> Result<(), Failure> {
        let waiting = |sent: &&Sent| sent.accepted.is_none();
        let push = self.sent.iter().filter(waiting).map(|sent| sent.block.clone()).collect();
        let answer = door.sync(self.token(), &self.request(push)).await?;
        self.took(&answer);
        assert!(self.sent.iter().all(|sent| sent.accepted.is_some()), "all were acknowledged");
        Ok(())
    }

    /// Enters an answer into the account.
    pub(crate) fn took(&mut self, answer: &Response) {
        assert_eq!(answer.refused, []);
        for accepted in &answer.accepted {
            let sent = self
                .sent
                .iter_mut()
                .find(|sent| (sent.scope, sent.first) == (accepted.scope, accepted.counter))
                .expect("only what was sent is acknowledged");
            assert!(sent.accepted.is_none_or(|before| before == *accepted), "it moved");
            sent.accepted = Some(*accepted);
        }
    }

    /// All of their streams, as the server has them now, walked and held against
    /// the account: what was acknowledged is in its place, nothing appears that
    /// was not sent, blocks are whole and in order, and the hashes are right.
    pub(crate) async fn check(&self, door: &Door) -> BTreeMap<Scope, Head> {
        self.try_check(door).await.unwrap()
    }

    /// As [`Person::check`]; what the server says where it does not answer.
    pub(crate) async fn try_check(&self, door: &Door) -> Result<BTreeMap<Scope, Head>, Failure> {
        let mut heads: BTreeMap<Scope, Head> = BTreeMap::new();
        let mut found: BTreeMap<(Scope, u32), (u64, i64)> = BTreeMap::new();
        let mut asked = self.request(Vec::new());
        asked.cursors = Scope::ALL.map(|scope| (scope, Cursor::default())).to_vec();
        while !asked.cursors.is_empty() {
            let answer = door.sync(self.token(), &asked).await?;
            assert_eq!(answer.withdrawn, [], "it is their own record");
            asked.cursors.clear();
            for part in answer.streams {
                assert!(!part.afresh, "a true cursor fits");
                let mut head = heads.get(&part.scope).copied().unwrap_or_default();
                for placed in part.blocks {
                    assert_eq!(placed.first, head.sequence + 1, "no hole in {:?}", part.scope);
                    head = head.after(&placed);
                    let header = block::header(&placed.block).unwrap();
                    let sent = self
                        .sent
                        .iter()
                        .find(|sent| (sent.scope, sent.first) == (part.scope, header.first))
                        .unwrap_or_else(|| panic!("{header:?} was never sent"));
                    assert!(sent.block == placed.block, "{header:?} is not as it was sent");
                    let place = (placed.first, placed.arrived);
                    let twice = found.insert((part.scope, header.first), place);
                    assert_eq!(twice, None, "{header:?} is there twice");
                }
                assert_eq!(head, part.head, "the hash of {:?}", part.scope);
                heads.insert(part.scope, head);
                if part.more {
                    asked.cursors.push((part.scope, Cursor { epoch: answer.epoch, head }));
                }
            }
        }
        for sent in &self.sent {
            if let Some(accepted) = sent.accepted {
                assert_eq!(
                    found.get(&(sent.scope, sent.first)),
                    Some(&(accepted.first, accepted.arrived)),
                    "an acknowledged block of {:?} from {} is not in its place",
                    sent.scope,
                    sent.first
                );
            }
        }
        Ok(heads)
    }

    /// How many blocks were acknowledged.
    pub(crate) fn acknowledged(&self) -> usize {
        self.sent.iter().filter(|sent| sent.accepted.is_some()).count()
    }
}

/// A stopped house in which Sam and, untouched by all that follows, Pat have
/// written something.
pub(crate) struct Before {
    pub(crate) house: House,
    pub(crate) sam: Person,
    pub(crate) pat: Person,
    pub(crate) pats: BTreeMap<Scope, Head>,
}

impl Before {
    pub(crate) async fn the_fault() -> Self {
        let house = House::new();
        let program = house.start();
        let door = Door::to(&program.base);
        let mut sam = Person::join(&door, "sam").await;
        let mut pat = Person::join(&door, "pat").await;
        for _ in 0..3 {
            sam.push(&door).await.unwrap();
            pat.push(&door).await.unwrap();
        }
        let pats = pat.check(&door).await;
        drop(door);
        assert!(program.stop().success());
        Self { house, sam, pat, pats }
    }

    /// After the fault: Sam's account is right, what was not acknowledged can
    /// be sent, and Pat's streams are to the byte what they were.
    pub(crate) async fn is_whole(&self, door: &Door, sam: &mut Person) {
        self.nobody_elses_changed(door).await;
        sam.check(door).await;
        sam.send_again(door).await.unwrap();
        sam.push(door).await.unwrap();
        let heads = sam.check(door).await;
        let operations: u64 = heads.values().map(|head| head.sequence).sum();
        assert_eq!(operations, 3 * sam.sent.len() as u64, "each block has had one effect");
    }

    pub(crate) async fn nobody_elses_changed(&self, door: &Door) {
        assert_eq!(self.pat.check(door).await, self.pats, "another person's streams changed");
    }
}
