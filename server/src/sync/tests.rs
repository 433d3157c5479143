//! What is taken of a push and what a device lacks, over the memory engine.

use std::sync::Arc;

use record::api::{AccountId, DeviceKey};
use record::block;
use record::kinds::{DiaryNote, DiaryTopic, Kind, Look, Share};
use record::op::{Act, Operation};
use record::stream::{Cursor, Head, Placed};
use record::sync::{Capabilities, Healed, Refusal, Request, Response, SetAside};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Touch, Writer};
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::gather::{self, Rule};
use super::push::Judged;
use super::{aside, heal, pull, push};
use crate::accounts::AccountKind;
use crate::chance::SystemChance;
use crate::clock::Moment;
use crate::keys::Keys;
use crate::records::{self, Role, Standing};
use crate::refused::Refused;
use crate::sessions::{Caller, SessionId};
use crate::store::books::{Books, Read};
use crate::store::{MemoryStore, StoreError};
use crate::upkeep;

pub(super) const NOW: Moment = Moment(1_800_000_000_000);

/// A person's record, and one device that writes in it.
pub(super) struct World {
    pub(super) books: Books,
    pub(super) record: RecordId,
    pub(super) writer: Writer,
    pub(super) key: Ed25519KeyPair,
}

impl World {
    pub(super) async fn new() -> Self {
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

    pub(super) fn block(&self, scope: Scope, first: u32, count: u32, text: &str) -> Vec<u8> {
        self.block_of(scope, first, count, &note(text))
    }

    pub(super) fn block_of(
        &self,
        scope: Scope,
        first: u32,
        count: u32,
        act: &(Act, Vec<u8>),
    ) -> Vec<u8> {
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
        match push::check(standing, self.writer, &key, block) {
            Ok(Judged::Good(block)) => Ok(block),
            Ok(Judged::Late(_)) => Err(Some(Refusal::SetAside)),
            Ok(Judged::Refused(refused)) => Err(Some(refused.reason)),
            Err(push::Unreadable) => Err(None),
        }
    }

    pub(super) async fn push(&self, blocks: Vec<Vec<u8>>) -> push::Taken {
        let checked = blocks
            .into_iter()
            .map(|block| self.check(&person(self.record), block).unwrap())
            .collect();
        let standing = person(self.record);
        self.books.write(move |pen| push::take(pen, &standing, checked, NOW)).await.unwrap()
    }

    async fn pull(&self, cursor: Cursor, taken: push::Taken) -> Response {
        let request = Request {
            record: self.record,
            writer: self.writer,
            writers: 0,
            cursors: vec![(Scope::Diary, cursor)],
            ..Request::default()
        };
        let standing = person(self.record);
        self.books
            .read(move |page| pull::answer(page, &standing, &request, &taken, NOW))
            .await
            .unwrap()
    }
}

pub(super) fn account_row() -> crate::accounts::AccountRow {
    let password = r#"{"salt":"00000000000000000000000000000000","hash":"0000000000000000000000000000000000000000000000000000000000000000","cost":[8,1,1]}"#;
    crate::accounts::AccountRow {
        username: "sam".into(),
        name: "Sam".into(),
        kind: AccountKind::Person,
        password: serde_json::from_str(password).unwrap(),
        made: NOW,
        passwords: 0,
        easy_read: None,
    }
}

pub(super) fn person(record: RecordId) -> Standing {
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
            world.block(Scope::Diary, 1, 2, "other words"),
            world.block(Scope::Diary, 1, 1, "one"),
            world.block(Scope::Diary, 2, 2, "half known, in other words"),
            world.block(Scope::Diary, 2, 2, "one"),
            world.block(Scope::Health, 1, 1, "another stream is not held up"),
        ])
        .await;
    let why: Vec<Refusal> = taken.refused.iter().map(|refused| refused.reason).collect();
    assert_eq!(
        why,
        [
            Refusal::Gap { send_from: 3 },
            Refusal::Clone { send_from: 3 },
            // The same words, cut otherwise: what is behind them is asked for.
            Refusal::Gap { send_from: 2 },
            Refusal::Clone { send_from: 3 },
            Refusal::Gap { send_from: 3 },
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

    let staff = Standing { add: Scopes::of(&[Scope::Health]), role: Role::Staff, ..standing };
    assert_eq!(world.check(&staff, good.clone()), Err(Some(Refusal::NotAllowed)));
    let carer = Standing { role: Role::Carer, ..staff };
    assert_eq!(world.check(&carer, good.clone()), Err(Some(Refusal::SetAside)));

    let key: [u8; 32] = world.key.public_key().as_ref().try_into().unwrap();
    let another = push::check(&standing, Writer(99), &key, good);
    let Ok(Judged::Refused(refused)) = another else { panic!("not refused") };
    assert_eq!(refused.reason, Refusal::NotAllowed);

    let misshapen = (Act::Create(DiaryNote::SPEC.id), vec![0xff; 4]);
    let misshapen = world.block_of(Scope::Diary, 1, 1, &misshapen);
    assert_eq!(world.check(&standing, misshapen), Err(Some(Refusal::Malformed { at: 1 })));

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
    assert_eq!(world.check(&standing, made_up), Err(Some(Refusal::Reserved { at: 1 })));

    let entry = OpId { writer: Writer::SERVER, counter: 1 };
    let taken_back = (Act::Retract(Touch { entry, seen: vec![entry] }), vec![6, 1, b'x']);
    let taken_back = world.block_of(Scope::Sharing, 1, 1, &taken_back);
    assert_eq!(world.check(&standing, taken_back), Err(Some(Refusal::Reserved { at: 1 })));
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

impl World {
    /// As after a restore from a backup that had none of this record's blocks.
    async fn forget_blocks(&self, scope: Scope) {
        let record = self.record;
        self.books
            .write(move |pen| {
                let mut meta = pen.meta()?;
                meta.epoch += 1;
                pen.put(crate::store::tables::Meta, &(), &meta)?;
                pen.remove(crate::store::tables::Streams, &(record, scope))?;
                Ok::<_, Refused>(())
            })
            .await
            .unwrap();
    }

    async fn heal(&self, standing: Standing, blocks: Vec<Placed>) -> Vec<Healed> {
        let record = self.record;
        let given: Vec<(Scope, Placed)> =
            blocks.into_iter().map(|placed| (Scope::Diary, placed)).collect();
        self.books
            .write(move |pen| {
                let authors = heal::authors(pen, record, &given, &[])?;
                let given = given
                    .into_iter()
                    .map(|(scope, placed)| heal::check(&standing, &authors, scope, placed))
                    .collect();
                heal::take(pen, &standing, &authors, given, NOW.plus_seconds(60))
            })
            .await
            .unwrap()
            .healed
    }
}

fn healing(cursor: Cursor) -> Request {
    Request {
        cursors: vec![(Scope::Diary, cursor)],
        capabilities: Capabilities::ALL,
        ..Request::default()
    }
}

#[tokio::test]
async fn a_restored_server_is_given_back_byte_for_byte_what_it_lost() {
    let world = World::new().await;
    for number in 0..3 {
        world.push(vec![world.block(Scope::Diary, 1 + number, 1, "mine")]).await;
    }
    let before = world.pull(Cursor::default(), push::Taken::default()).await;
    let held = before.streams[0].clone();
    world.forget_blocks(Scope::Diary).await;

    // It asks for what it may lack, and does not tell the device to begin afresh.
    let standing = person(world.record);
    let cursor = Cursor { epoch: 1, head: held.head };
    let request = Request { record: world.record, writer: world.writer, ..healing(cursor) };
    let asked = request.clone();
    let answer = world
        .books
        .read(move |page| pull::answer(page, &standing, &asked, &push::Taken::default(), NOW))
        .await
        .unwrap();
    assert_eq!(answer.wanted, [(Scope::Diary, Head::default())]);
    assert!(answer.streams.is_empty());
    // One that cannot heal gets what there is.
    let old = Request { capabilities: Capabilities::NONE, ..request };
    let answer = world
        .books
        .read(move |page| pull::answer(page, &standing, &old, &push::Taken::default(), NOW))
        .await
        .unwrap();
    assert!(answer.wanted.is_empty() && answer.streams[0].afresh);

    assert_eq!(world.heal(standing, held.blocks.clone()).await, [Healed::Has; 3]);
    let after = world.pull(Cursor::default(), push::Taken::default()).await;
    assert_eq!(after.streams[0], held);
    // A second device gives the same, without effect.
    assert_eq!(world.heal(standing, held.blocks.clone()).await, [Healed::Has; 3]);
    let again = world.pull(Cursor::default(), push::Taken::default()).await;
    assert_eq!(again.streams[0], held);
}

#[tokio::test]
async fn what_was_written_since_the_restore_and_what_was_lost_both_stand() {
    let world = World::new().await;
    world.push(vec![world.block(Scope::Diary, 1, 2, "lost")]).await;
    let lost = world.pull(Cursor::default(), push::Taken::default()).await.streams[0].clone();
    world.forget_blocks(Scope::Diary).await;
    world.push(vec![world.block(Scope::Diary, 1, 1, "other bytes under the same counter")]).await;
    // Other bytes under known counters are told, never written over.
    let standing = person(world.record);
    assert_eq!(world.heal(standing, lost.blocks.clone()).await, [Healed::Other]);
    let part = world.pull(Cursor::default(), push::Taken::default()).await.streams[0].clone();
    assert_eq!(part.head.sequence, 1);
}

#[tokio::test]
async fn nothing_comes_in_by_the_door_of_healing_that_may_not() {
    let world = World::new().await;
    let standing = person(world.record);
    let block = world.block(Scope::Diary, 1, 1, "mine");
    let placed = |block| Placed { first: 1, arrived: NOW.0, block };
    // A server that was never restored lacks nothing.
    assert_eq!(world.heal(standing, vec![placed(block.clone())]).await, [Healed::NotAllowed]);
    world.forget_blocks(Scope::Diary).await;
    let mut forged = block.clone();
    forged[20] ^= 1;
    assert_eq!(world.heal(standing, vec![placed(forged)]).await, [Healed::Stranger]);
    let blind = Standing { see: Scopes::NONE, ..standing };
    assert_eq!(world.heal(blind, vec![placed(block.clone())]).await, [Healed::NotAllowed]);
    let after = world.block(Scope::Diary, 2, 1, "after a gap");
    assert_eq!(world.heal(standing, vec![placed(after)]).await, [Healed::Gap]);
    assert_eq!(world.heal(standing, vec![placed(block)]).await, [Healed::Has]);
}

#[tokio::test]
async fn what_a_carer_may_no_longer_add_is_kept_for_the_person_once() {
    let world = World::new().await;
    let (record, block) = (world.record, world.block(Scope::Diary, 1, 1, "he slept badly"));
    for _ in 0..2 {
        let header = block::header(&block).unwrap();
        let late = vec![push::Checked { header, block: block.clone() }];
        let told = world.books.write(move |pen| aside::keep(pen, record, late, NOW)).await.unwrap();
        assert_eq!(told[0].reason, Refusal::SetAside);
    }
    let all = world.books.read(move |page| aside::after(page, record, 0)).await.unwrap();
    assert_eq!(all, [SetAside { number: 1, arrived: NOW.0, block }]);
    assert!(world.books.read(move |page| aside::after(page, record, 1)).await.unwrap().is_empty());
    let nothing = world.pull(Cursor::default(), push::Taken::default()).await;
    assert!(nothing.streams.is_empty(), "it is not in the record");
}

#[tokio::test]
async fn times_of_arrival_never_go_back() {
    let world = World::new().await;
    let standing = person(world.record);
    let blocks: Vec<push::Checked> = (1..=2)
        .map(|n| world.check(&standing, world.block(Scope::Diary, n, 1, "x")).unwrap())
        .collect();
    for (block, now) in blocks.into_iter().zip([NOW, Moment(NOW.0 - 5_000)]) {
        world.books.write(move |pen| push::take(pen, &standing, vec![block], now)).await.unwrap();
    }
    let part = world.pull(Cursor::default(), push::Taken::default()).await.streams[0].clone();
    assert!(part.blocks.iter().all(|placed| placed.arrived == NOW.0));
}

/// All that is there, in segments of so many bytes of blocks.
fn all_of(full: usize) -> Rule {
    Rule { older_than: 0, least: 1, full }
}

impl World {
    async fn gather(&self, rule: Rule) -> upkeep::Gathered {
        upkeep::gather(&self.books, NOW, rule, std::time::Duration::ZERO).await.unwrap()
    }

    async fn row(&self, scope: Scope) -> super::StreamRow {
        let record = self.record;
        let row = self.books.read(move |page| {
            Ok::<_, Refused>(page.get(crate::store::tables::Streams, &(record, scope))?)
        });
        row.await.unwrap().unwrap()
    }

    /// How many entries the log of a stream has.
    async fn entries(&self, scope: Scope) -> usize {
        let log = self.row(scope).await.log;
        let entries =
            self.books.read(move |page| Ok::<_, Refused>(page.entries(log, 0, usize::MAX)?));
        entries.await.unwrap().len()
    }

    /// The bytes of every answer that a device could be given.
    async fn answers(&self) -> Vec<Vec<u8>> {
        let all = self.pull(Cursor::default(), push::Taken::default()).await.streams[0].clone();
        let mut cursors = vec![Head::default()];
        for placed in &all.blocks {
            cursors.push(cursors[cursors.len() - 1].after(placed));
        }
        let ends: Vec<u64> = cursors.iter().map(|head| head.sequence).collect();
        // Within blocks, behind the end, and with other hashes.
        for sequence in 0..all.head.sequence + 2 {
            if !ends.contains(&sequence) {
                cursors.push(Head { sequence, hash: [1; 16] });
            }
        }
        for end in &ends {
            cursors.push(Head { sequence: *end, hash: [1; 16] });
        }
        let mut answers = Vec::new();
        for head in cursors {
            let answer = self.pull(Cursor { epoch: 1, head }, push::Taken::default()).await;
            answers.push(answer.encode());
        }
        answers
    }
}

#[tokio::test]
async fn every_answer_is_the_same_before_and_after_blocks_are_gathered() {
    let world = World::new().await;
    let mut first = 1;
    for number in 0..40_u32 {
        let count = 1 + number % 4;
        let text = "words ".repeat(usize::try_from(number % 7).unwrap());
        world.push(vec![world.block(Scope::Diary, first, count, &text)]).await;
        first += count;
    }
    let before = world.answers().await;
    let mut entries = world.entries(Scope::Diary).await;
    assert_eq!(entries, 40);
    // Some, then more of them, then all in one.
    for full in [1_000, 3_000, 1_000_000] {
        let rule = Rule { least: if full < 3_000 { 8 } else { 1 }, ..all_of(full) };
        let gathered = world.gather(rule).await;
        assert!(gathered.damaged == 0);
        assert!(before == world.answers().await, "segments of {full} bytes");
        let fewer = world.entries(Scope::Diary).await;
        assert!(fewer <= entries, "{fewer} entries");
        entries = fewer;
    }
    assert!(entries < 10, "{entries} entries");
    let again = world.gather(all_of(1_000_000)).await;
    assert_eq!(again, upkeep::Gathered::default(), "nothing is left to do");
    // It goes on behind them, and that is gathered too.
    world.push(vec![world.block(Scope::Diary, first, 3, "more")]).await;
    let before = world.answers().await;
    assert_eq!(world.gather(all_of(1_000_000)).await.blocks, 1);
    assert!(before == world.answers().await);
}

#[tokio::test]
async fn a_long_stream_comes_in_the_same_parts_from_segments() {
    let world = World::new().await;
    let long = "x".repeat(60_000);
    for number in 0..50 {
        world.push(vec![world.block(Scope::Diary, 1 + number, 1, &long)]).await;
    }
    let before = world.answers().await;
    let gathered = world.gather(all_of(500_000)).await;
    assert!(gathered.blocks == 50 && gathered.segments > 4, "{gathered:?}");
    assert!(before == world.answers().await);
}

#[tokio::test]
async fn what_is_recent_or_too_little_stays_as_it_is() {
    let world = World::new().await;
    for number in 1..=20 {
        world.push(vec![world.block(Scope::Diary, number, 1, "one")]).await;
    }
    let rule = Rule { older_than: 1, least: 5, full: 1_000_000 };
    assert_eq!(world.gather(rule).await.segments, 0, "all of it is recent");
    let rule = Rule { older_than: 0, least: 21, ..rule };
    assert_eq!(world.gather(rule).await.segments, 0, "there are too few");
    let rule = Rule { least: 20, ..rule };
    assert_eq!(world.gather(rule).await.blocks, 20);
    for number in 21..=39 {
        world.push(vec![world.block(Scope::Diary, number, 1, "one")]).await;
    }
    assert_eq!(world.gather(rule).await.blocks, 0, "too few behind the segment");
    assert_eq!(world.entries(Scope::Diary).await, 20);
    world.push(vec![world.block(Scope::Diary, 40, 1, "one")]).await;
    assert_eq!(world.gather(rule).await, upkeep::Gathered { segments: 1, blocks: 20, damaged: 0 });
    assert_eq!(world.entries(Scope::Diary).await, 1, "the last one was not full");
}

#[tokio::test]
async fn repeats_copies_and_what_is_given_back_are_told_as_before() {
    let world = World::new().await;
    let one = world.block(Scope::Diary, 1, 3, "one");
    let first = world.push(vec![one.clone()]).await;
    world.push(vec![world.block(Scope::Diary, 4, 1, "two")]).await;
    world.gather(all_of(1_000_000)).await;
    let again = world.push(vec![one]).await;
    assert_eq!(again.accepted, first.accepted);
    let other = world.push(vec![world.block(Scope::Diary, 1, 3, "other words")]).await;
    assert_eq!(other.refused[0].reason, Refusal::Clone { send_from: 5 });

    // Healed after a restore, from what came out of a segment; and into one.
    let held = world.pull(Cursor::default(), push::Taken::default()).await.streams[0].clone();
    world.forget_blocks(Scope::Diary).await;
    let standing = person(world.record);
    assert_eq!(world.heal(standing, held.blocks.clone()).await, [Healed::Has; 2]);
    world.gather(all_of(1_000_000)).await;
    assert_eq!(world.heal(standing, held.blocks.clone()).await, [Healed::Has; 2]);
    let after = world.pull(Cursor::default(), push::Taken::default()).await;
    assert_eq!(after.streams[0], held);
}

#[tokio::test]
async fn a_consent_in_a_segment_holds() {
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
    assert_eq!(world.gather(all_of(1_000_000)).await.segments, 1);
    // Folded again from all of the stream when it grows.
    world.push(vec![world.block_of(Scope::Sharing, 2, 1, &share)]).await;
    let record = world.record;
    let grants = world
        .books
        .read(move |page| Ok::<_, Refused>(page.get(crate::store::tables::Grants, &record)?));
    let grants = grants.await.unwrap().unwrap();
    assert_eq!(grants.of(Member(4), NOW).0, Scopes::of(&[Scope::Diary]));
}

#[tokio::test]
async fn nothing_recent_needs_a_segment_opened_and_a_spoiled_one_is_never_served() {
    let world = World::new().await;
    for number in 1..=6 {
        world.push(vec![world.block(Scope::Diary, number, 1, "one")]).await;
    }
    let all = world.pull(Cursor::default(), push::Taken::default()).await.streams[0].clone();
    let fourth = reach(Cursor::default(), &all.blocks[..4]);
    world.gather(Rule { least: 6, ..all_of(1_000_000) }).await;
    for number in 7..=9 {
        world.push(vec![world.block(Scope::Diary, number, 1, "two")]).await;
    }
    // One bit of what is sealed.
    let row = world.row(Scope::Diary).await;
    world
        .books
        .write(move |pen| {
            let mut body = pen.entry(row.log, 6)?.unwrap();
            let last = body.len() - 30;
            body[last] ^= 1;
            Ok::<_, Refused>(pen.gather(row.log, 0, 6, &body)?)
        })
        .await
        .unwrap();
    let end = Cursor { epoch: 1, head: all.head };
    let recent = world.pull(end, push::Taken::default()).await.streams[0].clone();
    assert_eq!(recent.blocks.len(), 3);
    let cursor = Cursor { epoch: 1, head: reach(end, &recent.blocks[..2]) };
    let last = world.pull(cursor, push::Taken::default()).await;
    assert_eq!(last.streams[0].blocks, recent.blocks[2..]);
    for head in [Head::default(), fourth] {
        let (standing, record) = (person(world.record), world.record);
        let request =
            Request { record, writer: world.writer, ..healing(Cursor { epoch: 1, head }) };
        let asked = world.books.read(move |page| {
            pull::answer(page, &standing, &request, &push::Taken::default(), NOW)
        });
        assert_eq!(asked.await, Err(Refused::Store(StoreError::Damaged)));
    }
    // Nor is it gathered again, where that would give damage a new seal.
    let gathered = world.gather(all_of(1_000_000)).await;
    assert_eq!(gathered, upkeep::Gathered { segments: 0, blocks: 0, damaged: 1 });
    assert_eq!(world.entries(Scope::Diary).await, 4);
}

#[tokio::test]
async fn a_segment_that_another_server_was_faster_with_changes_nothing() {
    let world = World::new().await;
    for number in 1..=6 {
        world.push(vec![world.block(Scope::Diary, number, 1, "one")]).await;
    }
    let (record, rule) = (world.record, all_of(1_000_000));
    let made = || async {
        let found =
            world.books.read(move |page| gather::look(page, record, Scope::Diary, rule, NOW));
        found.await.unwrap().unwrap().make(rule, NOW, &**world.books.chance()).unwrap().unwrap()
    };
    let (slow, fast) = (made().await, made().await);
    // What comes meanwhile is behind it.
    world.push(vec![world.block(Scope::Diary, 7, 1, "two")]).await;
    let before = world.answers().await;
    let put = |made| world.books.write_of(&record, move |pen| gather::put(pen, &made));
    assert_eq!(put(fast).await, Ok(true));
    assert_eq!(put(slow).await, Ok(false));
    assert!(before == world.answers().await);
    assert_eq!(world.entries(Scope::Diary).await, 2);
    // Nor does one that was made of a stream that is another now.
    let old = made().await;
    world.forget_blocks(Scope::Diary).await;
    assert_eq!(put(old).await, Ok(false));
}
