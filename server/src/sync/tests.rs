//! What is taken of a push and what a device lacks, over the memory engine.

use std::sync::Arc;

use record::api::{AccountId, DeviceKey};
use record::block;
use record::kinds::{DiaryNote, DiaryTopic, Kind, Look, Share};
use record::op::{Act, Operation};
use record::stream::{Cursor, Head, Placed};
use record::sync::{Refusal, Request, Response};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Touch, Writer};
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::{pull, push};
use crate::accounts::AccountKind;
use crate::chance::SystemChance;
use crate::clock::Moment;
use crate::keys::Keys;
use crate::records::{self, Role, Standing};
use crate::refused::Refused;
use crate::sessions::{Caller, SessionId};
use crate::store::MemoryStore;
use crate::store::books::Books;

const NOW: Moment = Moment(1_800_000_000_000);

/// A person's record, and one device that writes in it.
struct World {
    books: Books,
    record: RecordId,
    writer: Writer,
    key: Ed25519KeyPair,
}

impl World {
    async fn new() -> Self {
        let keys = Keys::from_master(&[7; 32]).unwrap();
        let books = Books::new(
            Arc::new(MemoryStore::default()),
            Arc::new(keys),
            Arc::new(SystemChance::default()),
        );
        let key = Ed25519KeyPair::from_seed_unchecked(&[9; 32]).unwrap();
        let device = DeviceKey(key.public_key().as_ref().try_into().unwrap());
        let account = AccountId([1; 16]);
        let (record, writer) = books
            .write(move |pen| {
                pen.put(crate::store::tables::Accounts, &account, &account_row())?;
                let record = records::create(pen, account, NOW)?;
                let caller = Caller {
                    session: SessionId([0; 16]),
                    account,
                    kind: AccountKind::Person,
                    device,
                    until: NOW,
                    opened: Vec::new(),
                };
                let enrolled = records::enrol(pen, &caller, &person(record))?;
                let again = records::enrol(pen, &caller, &person(record))?;
                assert_eq!(enrolled, again, "one device has one number");
                Ok::<_, Refused>((record, enrolled.writer))
            })
            .await
            .unwrap();
        Self { books, record, writer, key }
    }

    fn block(&self, scope: Scope, first: u32, count: u32, text: &str) -> Vec<u8> {
        self.block_of(scope, first, count, &note(text))
    }

    fn block_of(&self, scope: Scope, first: u32, count: u32, act: &(Act, Vec<u8>)) -> Vec<u8> {
        let operations: Vec<Operation> = (first..first + count)
            .map(|counter| Operation {
                id: OpId { writer: self.writer, counter },
                act: act.0.clone(),
                happened: Happened { at: NOW.seconds(), zone: Zone::new("Europe/London") },
                recorded: Hlc::new(NOW.0 + i64::from(counter), 0),
                on_behalf: None,
                payload: act.1.clone(),
            })
            .collect();
        let draft = block::encode(scope, self.writer, &operations).unwrap();
        let signature = self.key.sign(&block::signing_bytes(self.record, &draft));
        block::sign(draft, signature.as_ref().try_into().unwrap())
    }

    fn check(&self, standing: &Standing, block: Vec<u8>) -> Result<push::Checked, Option<Refusal>> {
        let key: [u8; 32] = self.key.public_key().as_ref().try_into().unwrap();
        push::check(standing, self.writer, &key, block)
            .map_err(|refused| refused.map(|refused| refused.reason))
    }

    async fn push(&self, blocks: Vec<Vec<u8>>) -> push::Taken {
        let checked = blocks
            .into_iter()
            .map(|block| self.check(&person(self.record), block).unwrap())
            .collect();
        let record = self.record;
        self.books.write(move |pen| push::take(pen, record, checked, NOW)).await.unwrap()
    }

    async fn pull(&self, cursor: Cursor, taken: push::Taken) -> Response {
        let request = Request {
            record: self.record,
            writer: self.writer,
            writers: 0,
            cursors: vec![(Scope::Diary, cursor)],
            push: Vec::new(),
        };
        let standing = person(self.record);
        self.books
            .read(move |page| pull::answer(page, &standing, &request, taken, NOW))
            .await
            .unwrap()
    }
}

fn account_row() -> crate::accounts::AccountRow {
    let password = r#"{"salt":"00000000000000000000000000000000","hash":"0000000000000000000000000000000000000000000000000000000000000000","cost":[8,1,1]}"#;
    crate::accounts::AccountRow {
        username: "sam".into(),
        name: "Sam".into(),
        kind: AccountKind::Person,
        password: serde_json::from_str(password).unwrap(),
        made: NOW,
    }
}

fn person(record: RecordId) -> Standing {
    Standing {
        record,
        member: Member::PERSON,
        role: Role::Person,
        see: Scopes::ALL,
        add: Scopes::ALL,
        open: true,
    }
}

fn note(text: &str) -> (Act, Vec<u8>) {
    let note = DiaryNote { topic: DiaryTopic::Note, text: text.into(), amount: None, mood: None };
    (Act::Create(DiaryNote::SPEC.id), note.payload(Writer::ME))
}

fn reach(cursor: Cursor, blocks: &[Placed]) -> Head {
    blocks.iter().fold(cursor.head, Head::after)
}

#[tokio::test]
async fn what_is_pushed_is_pulled_and_the_hash_proves_it() {
    let world = World::new().await;
    let blocks =
        vec![world.block(Scope::Diary, 1, 3, "one"), world.block(Scope::Diary, 4, 2, "two")];
    let taken = world.push(blocks.clone()).await;
    let firsts: Vec<u64> = taken.accepted.iter().map(|accepted| accepted.first).collect();
    assert_eq!(firsts, [1, 4]);
    assert_eq!(taken.grew, Scopes::of(&[Scope::Diary]));

    let pulled = world.pull(Cursor::default(), push::Taken::default()).await;
    let part = &pulled.streams[0];
    let got: Vec<&[u8]> = part.blocks.iter().map(|placed| placed.block.as_slice()).collect();
    assert_eq!(got, blocks);
    assert!(!part.afresh && !part.more);
    assert_eq!(part.head.sequence, 5);
    assert_eq!(reach(Cursor::default(), &part.blocks), part.head);
    assert_eq!(pulled.writers.len(), 2, "the server, and this device");

    let cursor = Cursor { epoch: 1, head: part.head };
    let nothing = world.pull(cursor, push::Taken::default()).await;
    assert!(nothing.streams.is_empty());
}

#[tokio::test]
async fn what_this_request_pushed_is_counted_and_not_sent_back() {
    let world = World::new().await;
    let first = world
        .pull(Cursor::default(), world.push(vec![world.block(Scope::Diary, 1, 1, "a")]).await)
        .await;
    let part = &first.streams[0];
    assert!(part.blocks.is_empty());
    assert_eq!(part.head.sequence, 1);
    let own = Placed {
        first: first.accepted[0].first,
        arrived: first.accepted[0].arrived,
        block: world.block(Scope::Diary, 1, 1, "a"),
    };
    assert_eq!(Head::default().after(&own), part.head);
}

#[tokio::test]
async fn a_repeat_has_no_effect_and_says_where_it_stands() {
    let world = World::new().await;
    let block = world.block(Scope::Diary, 1, 3, "one");
    let first = world.push(vec![block.clone()]).await;
    world.push(vec![world.block(Scope::Diary, 4, 1, "two")]).await;
    let again = world.push(vec![block]).await;
    assert_eq!(again.accepted, first.accepted);
    assert!(again.refused.is_empty() && again.grew.is_empty());
    let pulled = world.pull(Cursor::default(), push::Taken::default()).await;
    assert_eq!(pulled.streams[0].head.sequence, 4);
}

#[tokio::test]
async fn a_gap_and_a_copied_device_are_told_what_comes_next() {
    let world = World::new().await;
    world.push(vec![world.block(Scope::Diary, 1, 2, "one")]).await;
    let taken = world
        .push(vec![
            world.block(Scope::Diary, 4, 1, "gap"),
            world.block(Scope::Diary, 2, 2, "half known"),
            world.block(Scope::Diary, 1, 2, "other words"),
            world.block(Scope::Health, 1, 1, "another stream is not held up"),
        ])
        .await;
    let why: Vec<Refusal> = taken.refused.iter().map(|refused| refused.reason).collect();
    assert_eq!(
        why,
        [
            Refusal::Gap { send_from: 3 },
            Refusal::Gap { send_from: 3 },
            Refusal::Clone { send_from: 3 },
        ]
    );
    assert_eq!(taken.accepted.len(), 1);
}

#[tokio::test]
async fn a_cursor_that_does_not_fit_begins_afresh() {
    let world = World::new().await;
    world.push(vec![world.block(Scope::Diary, 1, 3, "one")]).await;
    world.push(vec![world.block(Scope::Diary, 4, 3, "two")]).await;
    for head in [
        Head { sequence: 3, hash: [1; 16] },
        Head { sequence: 2, hash: [1; 16] },
        Head { sequence: 6, hash: [1; 16] },
        Head { sequence: 900, hash: [1; 16] },
        Head { sequence: 0, hash: [1; 16] },
    ] {
        let pulled = world.pull(Cursor { epoch: 1, head }, push::Taken::default()).await;
        let part = &pulled.streams[0];
        assert!(part.afresh, "{head:?}");
        assert_eq!(part.blocks.len(), 2);
        assert_eq!(reach(Cursor::default(), &part.blocks), part.head);
    }
}

#[tokio::test]
async fn a_long_stream_comes_in_parts_that_join() {
    let world = World::new().await;
    let long = "x".repeat(60_000);
    for number in 0..50 {
        world.push(vec![world.block(Scope::Diary, 1 + number, 1, &long)]).await;
    }
    let mut cursor = Cursor::default();
    let mut parts = 0;
    loop {
        let pulled = world.pull(cursor, push::Taken::default()).await;
        let Some(part) = pulled.streams.into_iter().next() else { break };
        parts += 1;
        assert!(!part.afresh);
        cursor.head = reach(cursor, &part.blocks);
        assert_eq!(cursor.head, part.head);
        let more = part.more;
        if !more {
            break;
        }
    }
    assert_eq!((parts, cursor.head.sequence), (2, 50));
}

#[tokio::test]
async fn only_what_is_signed_allowed_and_readable_is_taken() {
    let world = World::new().await;
    let standing = person(world.record);
    let good = world.block(Scope::Diary, 1, 1, "one");
    assert!(world.check(&standing, good.clone()).is_ok());

    let mut forged = good.clone();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    assert_eq!(world.check(&standing, forged), Err(Some(Refusal::Signature)));

    let elsewhere = person(RecordId([5; 16]));
    assert_eq!(world.check(&elsewhere, good.clone()), Err(Some(Refusal::Signature)));

    let carer = Standing { add: Scopes::of(&[Scope::Health]), ..standing };
    assert_eq!(world.check(&carer, good.clone()), Err(Some(Refusal::NotAllowed)));

    let key: [u8; 32] = world.key.public_key().as_ref().try_into().unwrap();
    let another = push::check(&standing, Writer(99), &key, good);
    assert_eq!(another.unwrap_err().unwrap().reason, Refusal::NotAllowed);

    let misshapen = (Act::Create(DiaryNote::SPEC.id), vec![0xff; 4]);
    let misshapen = world.block_of(Scope::Diary, 1, 1, &misshapen);
    assert_eq!(world.check(&standing, misshapen), Err(Some(Refusal::Malformed)));

    assert_eq!(world.check(&standing, vec![1; 10]), Err(None));
    assert_eq!(world.check(&standing, vec![0; 200]), Err(None));
}

#[tokio::test]
async fn nobody_but_the_server_says_who_looked() {
    let world = World::new().await;
    let standing = person(world.record);
    let look = Look { member: Member(1), who: "Nobody".into(), saw: Scopes::NONE, reason: None };
    let made_up = (Act::Create(Look::SPEC.id), look.payload(Writer::ME));
    let made_up = world.block_of(Scope::Sharing, 1, 1, &made_up);
    assert_eq!(world.check(&standing, made_up), Err(Some(Refusal::NotAllowed)));

    let entry = OpId { writer: Writer::SERVER, counter: 1 };
    let taken_back = (Act::Retract(Touch { entry, seen: vec![entry] }), vec![6, 1, b'x']);
    let taken_back = world.block_of(Scope::Sharing, 1, 1, &taken_back);
    assert_eq!(world.check(&standing, taken_back), Err(Some(Refusal::NotAllowed)));
}

#[tokio::test]
async fn a_consent_holds_from_the_act_that_keeps_it() {
    let world = World::new().await;
    let share = Share {
        member: Member(4),
        see: Scopes::of(&[Scope::Diary]),
        add: Scopes::NONE,
        until: None,
        name: "Mum".into(),
    };
    let share = (Act::Create(Share::SPEC.id), share.payload(Writer::ME));
    world.push(vec![world.block_of(Scope::Sharing, 1, 1, &share)]).await;
    let record = world.record;
    let grants = world
        .books
        .read(move |page| {
            use crate::store::books::Read;
            Ok::<_, Refused>(page.get(crate::store::tables::Grants, &record)?)
        })
        .await
        .unwrap()
        .unwrap();
    assert_eq!(grants.of(Member(4), NOW).0, Scopes::of(&[Scope::Diary]));
}
