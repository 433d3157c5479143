//! Who was enrolled after the backup that the server was restored from is known
//! again by the server's own word, and by no other.

use std::sync::Arc;

use record::api::{AccountId, DeviceKey, ProblemCode};
use record::kinds::{Kind, Share};
use record::op::Act;
use record::stream::{Cursor, Placed};
use record::sync::{Capabilities, Healed, Request, Response, Side, StreamPart, Vouched};
use record::{Member, Scope, Scopes, Writer};
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::super::tests::{NOW, World, account_row, person};
use super::super::{answer, heal};
use crate::accounts::AccountKind;
use crate::clock::{Clock, Moment};
use crate::keys::Keys;
use crate::records::{self, MemberRow, RecordRow, Role, Standing, WriterRow};
use crate::refused::Refused;
use crate::sessions::{Caller, SessionId};
use crate::store::books::Read;
use crate::store::tables::{Accounts, Devices, Grants, Members, Meta, Records, Streams, Writers};

const PERSON: AccountId = AccountId([1; 16]);
const CARER: AccountId = AccountId([2; 16]);
/// A member who is not in the backup.
const MUM: Member = Member(9);
const LATER: Moment = Moment(NOW.0 + 60_000);

/// A person's record, and a device of somebody's that was enrolled after a backup
/// of it was made.
struct Late {
    phone: World,
    /// Writes as the late device.
    device: World,
    account: AccountId,
    member: Member,
    /// The record as it is in the backup.
    backup: RecordRow,
}

/// A clock that stands at [`LATER`].
#[derive(Debug)]
struct Stopped;

impl Clock for Stopped {
    fn now(&self) -> Moment {
        LATER
    }
}

fn caller(account: AccountId, key: &Ed25519KeyPair) -> Caller {
    Caller {
        session: SessionId([0; 16]),
        account,
        kind: AccountKind::Person,
        device: DeviceKey(public(key)),
        until: LATER,
        opened: Vec::new(),
    }
}

fn public(key: &Ed25519KeyPair) -> [u8; 32] {
    key.public_key().as_ref().try_into().unwrap()
}

fn carer(phone: &World, member: Member) -> Standing {
    Standing { member, role: Role::Carer, ..person(phone.record) }
}

impl Late {
    /// The person's own second device.
    async fn tablet() -> Self {
        Self::new(PERSON, Member::PERSON).await
    }

    /// The phone of a carer whose account was made after the backup, too.
    async fn carers() -> Self {
        Self::new(CARER, MUM).await
    }

    async fn new(account: AccountId, member: Member) -> Self {
        let phone = World::new().await;
        let (record, key) = (phone.record, Ed25519KeyPair::from_seed_unchecked(&[11; 32]).unwrap());
        let by = caller(account, &key);
        let standing = if account == PERSON { person(record) } else { carer(&phone, member) };
        let (backup, writer) = phone
            .books
            .write(move |pen| {
                let backup = pen.get(Records, &record)?.unwrap();
                pen.put(Accounts, &account, &account_row())?;
                if account == CARER {
                    let row = MemberRow::Carer {
                        account: Some(account),
                        name: "Mum".into(),
                        relation: "mother".into(),
                    };
                    pen.put(Members, &(record, member), &row)?;
                }
                let enrolled = records::enrol(pen, &by, &standing)?;
                Ok::<_, Refused>((backup, enrolled.writer))
            })
            .await
            .unwrap();
        let device = World { books: phone.books.clone(), record, writer, key };
        Self { phone, device, account, member, backup }
    }

    /// A request from end to end.
    async fn ask(
        &self,
        by: Caller,
        standing: Standing,
        request: Request,
    ) -> Result<Response, Refused> {
        let clock: Arc<dyn Clock> = Arc::new(Stopped);
        let request = Request { record: self.phone.record, ..request };
        answer(&self.phone.books, &clock, &by, standing, request).await.answer
    }

    async fn ask_phone(&self, request: Request) -> Response {
        let (by, writer) = (caller(PERSON, &self.phone.key), self.phone.writer);
        self.ask(by, person(self.phone.record), Request { writer, ..request }).await.unwrap()
    }

    /// What the phone has of a stream, and of the writers.
    async fn held(&self, scope: Scope) -> (StreamPart, Vec<Vouched>) {
        let answer = self
            .ask_phone(Request {
                cursors: vec![(scope, Cursor::default())],
                capabilities: Capabilities::ALL,
                ..Request::default()
            })
            .await;
        let cards = answer.writers.into_iter().zip(answer.vouchers);
        let vouched = cards.map(|(card, voucher)| Vouched { card, voucher }).collect();
        (answer.streams[0].clone(), vouched)
    }

    /// The server goes on from the backup.
    async fn restore(&self) {
        let (record, writer, backup) = (self.phone.record, self.device.writer, self.backup.clone());
        let device = (record, public(&self.device.key), self.account);
        let member = self.member;
        self.phone
            .books
            .write(move |pen| {
                let mut meta = pen.meta()?;
                meta.epoch += 1;
                pen.put(Meta, &(), &meta)?;
                pen.put(Records, &record, &backup)?;
                pen.remove(Writers, &(record, writer))?;
                pen.remove(Devices, &device)?;
                if member != Member::PERSON {
                    pen.remove(Members, &(record, member))?;
                }
                pen.remove(Grants, &record)?;
                for scope in Scope::ALL {
                    pen.remove(Streams, &(record, scope))?;
                }
                Ok::<_, Refused>(())
            })
            .await
            .unwrap();
    }

    /// The phone gives back all of a stream.
    async fn heal(&self, scope: Scope, blocks: &[Placed], vouched: Vec<Vouched>) -> Vec<Healed> {
        let heal = blocks.iter().map(|placed| (scope, placed.clone())).collect();
        self.ask_phone(Request { heal, vouched, ..Request::default() }).await.healed
    }

    async fn writer(&self) -> Option<WriterRow> {
        let place = (self.phone.record, self.device.writer);
        let row = self.phone.books.read(move |page| Ok::<_, Refused>(page.get(Writers, &place)?));
        row.await.unwrap()
    }

    /// The number that the next new device would get, and the next new member.
    async fn next(&self) -> (Writer, Member) {
        let record = self.phone.record;
        let row = self.phone.books.read(move |page| Ok::<_, Refused>(page.get(Records, &record)?));
        let mut row = row.await.unwrap().unwrap();
        (row.new_writer(), row.new_member())
    }
}

#[tokio::test]
async fn what_a_device_of_after_the_backup_wrote_comes_back_byte_for_byte() {
    let world = Late::tablet().await;
    world.phone.push(vec![world.phone.block(Scope::Diary, 1, 1, "from the phone")]).await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 2, "from the tablet")]).await;
    world.phone.push(vec![world.phone.block(Scope::Diary, 2, 1, "on it goes")]).await;
    world.device.push(vec![world.device.block(Scope::Diary, 3, 1, "and on")]).await;
    let (held, vouched) = world.held(Scope::Diary).await;
    assert_eq!(vouched.len(), 3, "the server, the phone and the tablet");
    world.restore().await;
    assert_eq!(world.writer().await, None);

    let healed = world.heal(Scope::Diary, &held.blocks, vouched.clone()).await;
    assert_eq!(healed, [Healed::Has; 4]);
    let (after, cards) = world.held(Scope::Diary).await;
    assert_eq!(after, held);
    assert_eq!(cards, vouched, "and everybody is told again who wrote it, with the same word");
    let row = world.writer().await.unwrap();
    assert_eq!((row.account, row.key), (None, public(&world.device.key)));
    assert_eq!(world.next().await.0, Writer(world.device.writer.0 + 1), "its number stays its own");
    // Once more, by a device that does not have the server's word.
    assert_eq!(world.heal(Scope::Diary, &held.blocks, Vec::new()).await, [Healed::Has; 4]);
}

#[tokio::test]
async fn nobody_is_known_by_any_other_word() {
    let world = Late::tablet().await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 1, "from the tablet")]).await;
    let (held, vouched) = world.held(Scope::Diary).await;
    world.restore().await;
    let of = |writer| vouched.iter().find(|one| one.card.writer == writer).unwrap().clone();
    let (good, phone) = (of(world.device.writer), of(world.phone.writer));
    let mut forged = good.clone();
    forged.voucher[31] ^= 1;
    let under = |keys: &Keys, record, card: &_| records::voucher(keys, record, card);
    let keys = world.phone.books.keys();
    let elsewhere = under(keys, record::RecordId([5; 16]), &good.card);
    let another = Keys::from_master(&[8; 32]).unwrap();
    let another = under(&another, world.phone.record, &good.card);
    let mut cards = vec![good.card.clone(); 4];
    cards[0].member = MUM;
    cards[1].key = public(&world.phone.key);
    cards[2].side = Side::Team;
    cards[3].name.push('!');
    let with = |voucher| Vouched { voucher, ..good.clone() };
    let mut bad = vec![forged, with(elsewhere), with(another), with([0; 32])];
    bad.extend(cards.into_iter().map(|card| Vouched { card, ..good.clone() }));
    // The word for another writer, of whom the server knows: for nobody else.
    bad.push(with(phone.voucher));
    bad.push(phone);
    for vouched in bad.clone().into_iter().map(|one| vec![one]).chain([Vec::new(), bad.clone()]) {
        let healed = world.heal(Scope::Diary, &held.blocks, vouched.clone()).await;
        assert_eq!(healed, [Healed::Stranger], "{vouched:?}");
        assert_eq!(world.writer().await, None, "{vouched:?}");
    }
    // One that is true counts among any number that are not.
    bad.push(good);
    assert_eq!(world.heal(Scope::Diary, &held.blocks, bad).await, [Healed::Has]);
}

#[tokio::test]
async fn a_true_word_vouches_for_nothing_that_its_writer_did_not_sign() {
    let world = Late::tablet().await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 1, "signed")]).await;
    let (_, vouched) = world.held(Scope::Diary).await;
    world.restore().await;
    let mut block = world.device.block(Scope::Diary, 1, 1, "never signed so");
    let last = block.len() - 1;
    block[last] ^= 1;
    let placed = Placed { first: 1, arrived: NOW.0, block };
    assert_eq!(world.heal(Scope::Diary, &[placed], vouched).await, [Healed::Stranger]);
    assert_eq!(world.writer().await, None);
}

#[tokio::test]
async fn nobody_writes_under_a_number_that_is_only_remembered() {
    let world = Late::tablet().await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 1, "from the tablet")]).await;
    let (held, vouched) = world.held(Scope::Diary).await;
    world.restore().await;
    assert_eq!(world.heal(Scope::Diary, &held.blocks, vouched).await, [Healed::Has]);
    let by = || caller(world.account, &world.device.key);
    let push = vec![world.device.block(Scope::Diary, 2, 1, "as before")];
    let request = Request { writer: world.device.writer, push, ..Request::default() };
    let answer = world.ask(by(), person(world.phone.record), request).await;
    assert_eq!(answer, Err(ProblemCode::NotAllowed.into()));
    let (by, standing) = (by(), person(world.phone.record));
    let enrolled = world.phone.books.write(move |pen| records::enrol(pen, &by, &standing)).await;
    assert_eq!(
        enrolled.unwrap().writer,
        Writer(world.device.writer.0 + 1),
        "the device goes on so"
    );
}

#[tokio::test]
async fn somebody_who_has_the_number_by_now_keeps_it() {
    let world = Late::tablet().await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 1, "from the tablet")]).await;
    let (held, vouched) = world.held(Scope::Diary).await;
    world.restore().await;
    // Judged while nobody has it, taken after somebody got it.
    let record = world.phone.record;
    let given: Vec<_> = held.blocks.iter().map(|placed| (Scope::Diary, placed.clone())).collect();
    let words = vouched.clone();
    let (authors, judged) = world
        .phone
        .books
        .read(move |page| {
            let authors = heal::authors(page, record, &given, &words)?;
            let check = |(scope, placed)| heal::check(&person(record), &authors, scope, placed);
            let judged: Vec<heal::Given> = given.into_iter().map(check).collect();
            Ok::<_, Refused>((authors, judged))
        })
        .await
        .unwrap();
    let other = Ed25519KeyPair::from_seed_unchecked(&[12; 32]).unwrap();
    let (by, key) = (caller(PERSON, &other), public(&other));
    let books = &world.phone.books;
    let enrolled = books.write(move |pen| records::enrol(pen, &by, &person(record))).await;
    assert_eq!(enrolled.unwrap().writer, world.device.writer);
    let taken =
        books.write(move |pen| heal::take(pen, &person(record), &authors, judged, LATER)).await;
    assert_eq!(taken.unwrap().healed, [Healed::Stranger]);
    assert_eq!(world.heal(Scope::Diary, &held.blocks, vouched).await, [Healed::Stranger]);
    assert_eq!(world.writer().await.unwrap().key, key);
}

#[tokio::test]
async fn a_consent_given_on_a_device_of_after_the_backup_holds_again() {
    let world = Late::tablet().await;
    let share = Share {
        member: MUM,
        see: Scopes::of(&[Scope::Diary]),
        add: Scopes::NONE,
        until: None,
        name: "Mum".into(),
    };
    let share = (Act::Create(Share::SPEC.id), share.payload(Writer::ME));
    world.device.push(vec![world.device.block_of(Scope::Sharing, 1, 1, &share)]).await;
    let record = world.phone.record;
    let sees = || async {
        let row = world.phone.books.read(move |page| Ok::<_, Refused>(page.get(Grants, &record)?));
        row.await.unwrap().unwrap_or_default().of(MUM, LATER).0
    };
    assert_eq!(sees().await, Scopes::of(&[Scope::Diary]));
    let (held, vouched) = world.held(Scope::Sharing).await;
    world.restore().await;
    assert_eq!(sees().await, Scopes::NONE);
    assert_eq!(world.heal(Scope::Sharing, &held.blocks, vouched).await, [Healed::Has]);
    assert_eq!(sees().await, Scopes::of(&[Scope::Diary]));
}

#[tokio::test]
async fn of_a_member_whom_the_server_does_not_know_the_person_alone_gives_back() {
    let world = Late::carers().await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 1, "she slept well")]).await;
    let (held, vouched) = world.held(Scope::Diary).await;
    world.restore().await;
    let heal: Vec<_> = held.blocks.iter().map(|placed| (Scope::Diary, placed.clone())).collect();
    // Another carer, who may see and add to all: what is not granted is not.
    let other = Ed25519KeyPair::from_seed_unchecked(&[12; 32]).unwrap();
    let standing = Standing { see: Scopes::ALL, ..carer(&world.phone, Member(3)) };
    let request = Request { heal, vouched: vouched.clone(), ..Request::default() };
    let answer = world.ask(caller(CARER, &other), standing, request).await.unwrap();
    assert_eq!(answer.healed, [Healed::NotAllowed]);
    assert_eq!(world.writer().await, None);

    assert_eq!(world.heal(Scope::Diary, &held.blocks, vouched).await, [Healed::Has]);
    assert_eq!(world.held(Scope::Diary).await.0, held);
    let row = world.writer().await.unwrap();
    assert_eq!((row.member, row.side), (MUM, Side::Carer));
    let next = (Writer(world.device.writer.0 + 1), Member(MUM.0 + 1));
    assert_eq!(world.next().await, next, "a consent to her must not fit somebody else");
}

#[tokio::test]
async fn a_server_that_was_never_restored_takes_nobodys_word() {
    let world = Late::tablet().await;
    world.device.push(vec![world.device.block(Scope::Diary, 1, 1, "from the tablet")]).await;
    let (held, vouched) = world.held(Scope::Diary).await;
    world.restore().await;
    let books = &world.phone.books;
    let first = |pen: &mut crate::store::books::Pen<'_>| {
        let mut meta = pen.meta()?;
        meta.epoch = 1;
        Ok::<_, Refused>(pen.put(Meta, &(), &meta)?)
    };
    books.write(first).await.unwrap();
    assert_eq!(world.heal(Scope::Diary, &held.blocks, vouched).await, [Healed::NotAllowed]);
    assert_eq!(world.writer().await, None);
}

#[tokio::test]
async fn only_a_device_that_could_need_it_is_given_the_servers_word() {
    let world = Late::tablet().await;
    let ask = |writers, capabilities| {
        world.ask_phone(Request { writers, capabilities, ..Request::default() })
    };
    let all = ask(0, Capabilities::ALL).await;
    assert_eq!((all.writers.len(), all.vouchers.len()), (3, 3));
    let new = ask(2, Capabilities::ALL).await;
    assert_eq!((&new.writers[..], &new.vouchers[..]), (&all.writers[2..], &all.vouchers[2..]));
    assert!(ask(3, Capabilities::ALL).await.vouchers.is_empty());
    let kept_nowhere = ask(0, Capabilities::ALL.without(Capabilities::HEAL)).await;
    assert_eq!((kept_nowhere.writers.len(), kept_nowhere.vouchers.len()), (3, 0));
    // It does not change from one answer to the next.
    assert_eq!(ask(0, Capabilities::ALL).await.vouchers, all.vouchers);
}
