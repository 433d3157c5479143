//! A person with an account, a team and a carer, for the tests of the features
//! in which people meet. What others wrote comes as it does from the server:
//! as blocks under their own numbers.

use record::api::{Account, AccountId, AccountRole, Team};
use record::kinds::{Kind, Share};
use record::op::{Act, Operation};
use record::sync::{Side, WriterCard};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Writer, block};

use crate::account::Kept;
use crate::effects::network::{Answer, NetworkOutput};
use crate::holding::{About, Holding, Piece, RecordSide, TeamCard};
use crate::nav::Screen;
use crate::testing::{Journey, MORNING};

pub(crate) const PERSON: Writer = Writer(2);
pub(crate) const AMINA: Writer = Writer(3);
pub(crate) const JOAN: Writer = Writer(4);
pub(crate) const TABLET: Writer = Writer(5);
pub(crate) const TEAM: Member = Member(1);
pub(crate) const CARER: Member = Member(2);
pub(crate) const RECORD: RecordId = RecordId([7; 16]);

pub(crate) fn account(role: AccountRole) -> Account {
    let staff = role == AccountRole::Staff;
    Account {
        id: AccountId([if staff { 8 } else { 9 }; 16]),
        username: if staff { "amina" } else { "rosa" }.into(),
        name: if staff { "Amina Khan" } else { "Rosa Jones" }.into(),
        role,
        team: staff.then(|| Team { id: None, name: "Riverside Practice".into(), reply_hours: 48 }),
        job: staff.then(|| "practice nurse".into()),
        easy_read: None,
    }
}

pub(crate) fn session(role: AccountRole) -> Kept {
    Kept {
        access: "access".into(),
        refresh: "refresh".into(),
        until: MORNING + 86_400_000 * 30,
        account: account(role),
        ended: false,
    }
}

fn card(writer: Writer, member: Member, name: &str, role: &str, side: Side) -> WriterCard {
    WriterCard { writer, member, name: name.into(), role: role.into(), side, key: [0; 32] }
}

/// Rosa's record as her own device holds it.
pub(crate) fn holding(index: u32) -> Holding {
    let mut holding = Holding::new(
        index,
        About {
            record: Some(RECORD),
            writer: PERSON,
            member: Member::PERSON,
            side: RecordSide::Person,
            name: "Rosa".into(),
            scopes: Scopes::ALL,
            adds: Scopes::ALL,
            teams: vec![TeamCard {
                member: TEAM,
                id: None,
                name: "Riverside Practice".into(),
                reply_hours: 48,
            }],
            former: Vec::new(),
            next: None,
            signs: Vec::new(),
        },
    );
    holding.whole = true;
    holding.writers = vec![
        card(Writer::SERVER, Member::PERSON, "", "", Side::Server),
        card(PERSON, Member::PERSON, "Rosa", "", Side::Person),
        card(AMINA, TEAM, "Amina Khan", "practice nurse", Side::Team),
        card(JOAN, CARER, "Joan", "daughter", Side::Carer),
        card(TABLET, Member::PERSON, "Rosa", "", Side::Person),
    ];
    holding
}

/// Something that somebody else wrote, as it came from the server.
pub(crate) fn came<K: Kind>(
    holding: &mut Holding,
    writer: Writer,
    counter: u32,
    value: &K,
    at: i64,
) {
    take(
        holding,
        writer,
        counter,
        Act::Create(K::SPEC.id),
        value.payload(writer),
        K::SPEC.scope,
        at,
    );
}

/// A change that another device wrote.
pub(crate) fn changed<K: Kind>(
    holding: &mut Holding,
    writer: Writer,
    counter: u32,
    touch: record::op::Touch,
    (old, new): (&K, &K),
    at: i64,
) {
    let payload = new.payload_from(old, writer);
    take(holding, writer, counter, Act::Change(touch), payload, K::SPEC.scope, at);
}

fn take(
    holding: &mut Holding,
    writer: Writer,
    counter: u32,
    act: Act,
    payload: Vec<u8>,
    scope: Scope,
    at: i64,
) {
    let on_behalf = (writer == JOAN).then_some(Member::PERSON);
    let operation = Operation {
        id: OpId { writer, counter },
        act,
        happened: Happened { at: at.div_euclid(1000), zone: Zone::new("Europe/London") },
        recorded: Hlc::new(at, 0),
        on_behalf,
        payload,
    };
    let draft = block::encode(scope, writer, &[operation]).unwrap();
    holding.record.apply(&draft, Some(at)).unwrap();
}

/// The server has all that this device wrote.
pub(crate) fn arrived(holding: &mut Holding, at: i64) {
    for piece in unsent(holding) {
        let last = piece.header.first + piece.header.count - 1;
        holding.record.arrived(piece.header.scope, piece.header.first, last, at);
    }
}

/// What this device wrote and the server has not, taken away from it.
pub(crate) fn unsent(holding: &mut Holding) -> Vec<Piece> {
    let mut pieces = std::mem::take(&mut holding.outbox);
    pieces.append(&mut holding.pending);
    pieces
}

/// A share with the team, written on this person's other device.
pub(crate) fn shared(holding: &mut Holding, see: &[Scope]) {
    let share = Share {
        member: TEAM,
        see: Scopes::of(see),
        add: Scopes::of(&[Scope::Messages]).and(Scopes::of(see)),
        until: None,
        name: "Riverside Practice".into(),
    };
    came(holding, TABLET, 1, &share, MORNING - 86_400_000);
}

/// Rosa's device, with no network.
pub(crate) fn signed_in() -> Journey {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    journey
}

pub(crate) fn become_rosa(journey: &mut Journey) {
    journey.act(|cx| {
        cx.open.holdings = vec![holding(0)];
        cx.open.session = Some(session(AccountRole::Person));
        crux_core::Command::done()
    });
}

/// Changes the record on show, as sync would.
pub(crate) fn with(journey: &mut Journey, change: impl FnOnce(&mut Holding)) {
    journey.act(|cx| {
        change(cx.open.holding_mut().unwrap());
        crux_core::Command::done()
    });
}

/// A server's answer.
pub(crate) fn answer(status: u16, body: &impl serde::Serialize) -> NetworkOutput {
    NetworkOutput::Answer(Answer {
        status,
        retry_after: None,
        body: serde_json::to_vec(body).unwrap(),
    })
}

/// Somebody else's record on the same device, and on show.
pub(crate) fn show_somebody_elses(journey: &mut Journey) {
    journey.act(|cx| {
        let mut theirs = holding(1);
        theirs.about.side = RecordSide::Carer;
        cx.open.holdings.push(theirs);
        cx.open.active = 1;
        cx.open.restart(Screen::More);
        crux_core::Command::done()
    });
}
