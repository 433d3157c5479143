//! The world at its beginning, made once by the rules themselves and copied:
//! Sam with a phone and a tablet, her mother who cares for her, and a nurse.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use record::api::{
    Account, AccountId, Code, DeviceKey, InvitationRole, NewInvitation, RecordCard, Session,
};
use record::kinds::{AboutMe, Share};
use record::{Member, RecordId, Scope, Scopes};
use server::accounts::{self, Applicant};
use server::clock::Moment;
use server::keys::Keys;
use server::refused::Refused;
use server::sessions::{self, Caller, Tokens};
use server::store::Shelves;
use server::store::books::{Books, Pen};
use server::{invitations, operator, records};
use shared::account::{self, Kept};
use shared::effects::clock::Now;
use shared::holding::About;
use shared::opening;
use shared::saving::{Act, Go};

use crate::device::{Device, key, public};
use crate::dice::SeededChance;
use crate::disk::Disk;
use crate::shelf::Shelf;
use crate::trace::Trace;
use crate::world::World;

/// An hour before the clocks go back in London: Saturday 24 October 2026.
pub const BEGINNING: i64 = 1_792_886_400_000;

/// What the carer may see at first.
pub const CARER_SEES: [Scope; 5] =
    [Scope::About, Scope::Health, Scope::Diary, Scope::Messages, Scope::Support];
/// What the carer may add to at first.
pub const CARER_ADDS: [Scope; 2] = [Scope::Diary, Scope::Messages];

/// What a schedule's `Share` lets the carer see, by its number.
#[must_use]
pub fn share_of(bits: u8) -> (Scopes, Scopes) {
    let chosen: Vec<Scope> = CARER_SEES
        .into_iter()
        .enumerate()
        .filter(|(at, _)| bits >> at & 1 == 1)
        .map(|(_, scope)| scope)
        .collect();
    let see = Scopes::of(&chosen);
    let add = if bits & 32 == 0 { see.and(Scopes::of(&CARER_ADDS)) } else { Scopes::NONE };
    (see, add)
}

/// The beginning.
pub struct Template {
    /// The server's disk.
    pub shelves: Shelves,
    /// The server's keys.
    pub keys: Arc<Keys>,
    /// The devices' disks.
    pub disks: Vec<Disk>,
    /// The devices' first keys.
    pub device_keys: Vec<Arc<ring::signature::Ed25519KeyPair>>,
    /// Whose device each is.
    pub people: Vec<Account>,
    /// Sam's record.
    pub record: RecordId,
    /// Who the carer is in it.
    pub carer: Member,
    /// Who the team is in it.
    pub team: Member,
    /// What the server has given its devices, by its sum.
    pub given: BTreeSet<u64>,
}

/// The beginning, made once.
pub static TEMPLATE: LazyLock<Template> = LazyLock::new(make);

const NOW: Moment = Moment(BEGINNING);

#[expect(clippy::expect_used, reason = "a beginning that cannot be made is a broken world")]
fn applicant(username: &str, name: &str, device: [u8; 32], invitation: Option<Code>) -> Applicant {
    // No password is ever asked for: argon2 is tested elsewhere.
    let password =
        format!(r#"{{"salt":"{}","hash":"{}","cost":[8,1,1]}}"#, "0".repeat(32), "0".repeat(64));
    Applicant {
        username: username.to_owned(),
        name: name.to_owned(),
        password: serde_json::from_str(&password).expect("a password's row"),
        device: DeviceKey(device),
        invitation,
    }
}

fn session_of(pen: &Pen<'_>, tokens: Tokens, now: Moment) -> Result<(Session, Caller), Refused> {
    let caller = sessions::holder(pen, &tokens, now)?;
    Ok((accounts::session(pen, tokens, now)?, caller))
}

/// Enrols the session's device in all that it reaches.
fn enrolled(pen: &mut Pen<'_>, tokens: Tokens, now: Moment) -> Result<Session, Refused> {
    let (mut session, caller) = session_of(pen, tokens, now)?;
    for card in &mut session.records {
        let standing = records::access::standing(pen, &caller, card.record, now)?;
        card.writer = Some(records::enrol(pen, &caller, &standing)?.writer);
    }
    Ok(session)
}

/// The disk of a device on which somebody has just signed in, at this time by its
/// own clock: milliseconds since 1970.
#[must_use]
pub fn disk(session: &Session, now: i64) -> Disk {
    let mut disk = Disk::default();
    let about = |card: &RecordCard| account::about(card, &About::default());
    let records: Vec<(u32, About)> =
        (0..).zip(&session.records).map(|(index, card)| (index, about(card))).collect();
    let kept = Kept::from_session(
        session,
        &Now { ms: now, zone: String::new(), agreed: None, day_start: 0 },
    );
    disk.content
        .values
        .insert(opening::RECORDS.into(), serde_json::to_vec(&records).unwrap_or_default());
    disk.content
        .values
        .insert(account::SESSION.into(), serde_json::to_vec(&kept).unwrap_or_default());
    disk
}

/// A new session of a device's: its person has signed in again.
///
/// # Errors
/// [`Refused`].
pub async fn sign_in(
    books: Books,
    account: Account,
    device: [u8; 32],
    now: Moment,
) -> Result<Kept, Refused> {
    books
        .write(move |pen| {
            let tokens = sessions::begin(pen, account.id, DeviceKey(device), now)?;
            Ok(Kept {
                access: tokens.access.reveal().to_owned(),
                refresh: tokens.refresh.reveal().to_owned(),
                until: now.0 + i64::from(tokens.seconds) * 1000,
                account: account.clone(),
                ended: false,
            })
        })
        .await
}

/// A session on a device that nobody had before, enrolled in all that its person
/// reaches.
///
/// # Errors
/// [`Refused`].
pub async fn sign_in_anew(
    books: Books,
    account: AccountId,
    device: [u8; 32],
    now: Moment,
) -> Result<Session, Refused> {
    books
        .write(move |pen| {
            let tokens = sessions::begin(pen, account, DeviceKey(device), now)?;
            enrolled(pen, tokens, now)
        })
        .await
}

type Beginning = (Session, RecordId, Member, Member, Code);

/// Sam, her record, the team, and her mother's invitation.
fn sam(pen: &mut Pen<'_>, phone: [u8; 32]) -> Result<(Beginning, Code), Refused> {
    let team = operator::make_team(pen, "Elm Road Surgery", 48)?;
    let created = accounts::create(pen, applicant("sam", "Sam", phone, None), NOW)?;
    let record = records::own(pen, created.account)?.ok_or(record::api::ProblemCode::Fault)?;
    let member = records::join_team(pen, record, team)?;
    let session = enrolled(pen, created.tokens, NOW)?;
    let caller = Caller {
        session: sessions::SessionId([0; 16]),
        account: created.account,
        kind: accounts::AccountKind::Person,
        device: DeviceKey(phone),
        until: NOW,
        opened: Vec::new(),
    };
    let invitation = NewInvitation {
        role: InvitationRole::Carer,
        record: Some(record),
        name: "Mum".into(),
        relation: "mother".into(),
        scopes: Scopes::of(&CARER_SEES),
    };
    let carer = invitations::invite(pen, &caller, &invitation, NOW)?;
    let nurse = operator::invite_staff(pen, team, "Jo", "practice nurse", NOW)?;
    let carer_member = carer.member.unwrap_or_default();
    Ok(((session, record, carer_member, member, carer.code), nurse.code))
}

#[expect(clippy::expect_used, reason = "a beginning that cannot be made is a broken world")]
fn make() -> Template {
    let keys = Arc::new(Keys::from_master(&[7; 32]).expect("32 bytes are a key"));
    let device_keys: Vec<_> = (0..4).map(|device| key(device, 0, 0)).collect();
    let publics: Vec<[u8; 32]> = device_keys.iter().map(|key| public(key)).collect();
    let mut world = World::empty(
        Shelf::default(),
        Arc::clone(&keys),
        Arc::new(SeededChance::new(0)),
        BEGINNING,
    );
    let phone = publics[0];
    let books = world.service.books.clone();
    let ((session, record, carer, team, code), nurse) = world
        .service
        .at_once(async move { books.write(move |pen| sam(pen, phone)).await })
        .expect("Sam's beginning");
    let person = session.account.clone();
    let mut disks = vec![disk(&session, BEGINNING)];
    let mut people = vec![person.clone()];

    // Sam's phone says what matters and who may see what, and syncs.
    world.devices.push(Device::new(disks[0].clone(), Arc::clone(&device_keys[0])));
    world.people.push(person.clone());
    let mut trace = Trace::default();
    world.devices[0].start(BEGINNING, &mut trace);
    world.devices[0].act(BEGINNING, &mut trace, |cx| {
        let mut act = Act::new(cx.open.holding()?, cx.now);
        let now = act.happened_now();
        let about = AboutMe { most_important: Some("The garden".into()), ..AboutMe::default() };
        act.create(&about, now.clone());
        let share = |member, see: &[Scope], name: &str| Share {
            member,
            see: Scopes::of(see),
            add: Scopes::of(&CARER_ADDS).and(Scopes::of(see)),
            until: None,
            name: name.into(),
        };
        act.create(&share(carer, &CARER_SEES, "Mum"), now.clone());
        act.create(&share(team, &[Scope::Diary, Scope::Messages], "Elm Road Surgery"), now);
        Some(act.save(cx, Go::Stay, None))
    });
    world.sync_well(0);
    world.devices[0].stop();
    disks[0] = world.devices[0].disk.clone();

    let books = world.service.books.clone();
    let rest = world
        .service
        .at_once(async move {
            books
                .write(move |pen| {
                    let tokens = sessions::begin(pen, person.id, DeviceKey(publics[1]), NOW)?;
                    let tablet = enrolled(pen, tokens, NOW)?;
                    let mum =
                        accounts::create(pen, applicant("mum", "Mum", publics[2], None), NOW)?;
                    let invitation = invitations::open(pen, &code, NOW)?;
                    let row = record_account(pen, mum.account)?;
                    invitations::accept(pen, invitation, mum.account, &row, NOW)?;
                    let mum = enrolled(pen, mum.tokens, NOW)?;
                    let jo =
                        accounts::create(pen, applicant("jo", "Jo", publics[3], Some(nurse)), NOW)?;
                    let (jo, _) = session_of(pen, jo.tokens, NOW)?;
                    Ok::<_, Refused>([tablet, mum, jo])
                })
                .await
        })
        .expect("the others' beginning");
    for session in rest {
        disks.push(disk(&session, BEGINNING));
        people.push(session.account.clone());
    }
    // Nothing of a colleague is kept on a device.
    disks[3] = Disk::default();
    for device in [1, 2] {
        world.devices.push(Device::new(disks[device].clone(), Arc::clone(&device_keys[device])));
        world.people.push(people[device].clone());
        world.devices[device].start(BEGINNING, &mut trace);
        world.sync_well(device);
        world.devices[device].stop();
        disks[device] = world.devices[device].disk.clone();
    }
    let shelves = world.service.shelf.copy();
    for disk in &mut disks {
        disk.fresh();
    }
    let given = world.oracle.given;
    Template { shelves, keys, disks, device_keys, people, record, carer, team, given }
}

fn record_account(
    pen: &Pen<'_>,
    account: record::api::AccountId,
) -> Result<accounts::AccountRow, Refused> {
    use server::store::books::Read;
    pen.get(server::store::tables::Accounts, &account)?
        .ok_or_else(|| record::api::ProblemCode::Fault.into())
}
