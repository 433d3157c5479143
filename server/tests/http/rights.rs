//! What within a shared stream is not everybody's to say, and what nobody can be let see.

use record::api::InvitationRole;
use record::kinds::{
    Contingency, ContingencyProposal, DecisionStep, FieldSet, Kind, OwnNote, OwnPlace, PlanAnswer,
    PlanItem, PlanNote, PlanSort, Proxy, Ref, Share, StepOf,
};
use record::op::{Act, Operation, Touch};
use record::sync::{Capabilities, Refusal, Request};
use record::time::{Happened, Hlc, Zone};
use record::{Member, OpId, RecordId, Scope, Scopes, Writer, block};
use server::clock::Clock as _;

use crate::support::{House, Person, everything};

const PLAN: [Scope; 2] = [Scope::Plan, Scope::Decisions];

fn item(text: &str, proposed: bool) -> PlanItem {
    PlanItem {
        text: Some(text.into()),
        proposed: proposed.then_some(true),
        ..PlanItem::new(PlanSort::Goal)
    }
}

fn decided(of: OpId) -> DecisionStep {
    DecisionStep {
        decision: Ref(of),
        did: StepOf::Decided,
        option: None,
        text: Some("The tablets".into()),
        reason: None,
        doubts: None,
        again: None,
        answers: Vec::new(),
        said: None,
    }
}

fn touching(by: &Person, record: RecordId, id: OpId, act: Act, payload: Vec<u8>) -> Vec<u8> {
    let operation = Operation {
        id,
        act,
        happened: Happened { at: 1_800_000_000, zone: Zone::new("Europe/London") },
        recorded: Hlc::new(1_800_000_000_000 + i64::from(id.counter), 0),
        on_behalf: None,
        payload,
    };
    let draft = block::encode(Scope::Plan, id.writer, &[operation]).unwrap();
    let signature = by.sign(&block::signing_bytes(record, &draft));
    block::sign(draft, &signature)
}

fn asking(record: RecordId, writer: Writer, push: Vec<Vec<u8>>) -> Request {
    let capabilities = Capabilities::ALL;
    Request { push, capabilities, ..everything(record, writer) }
}

/// A person who shares plan and decisions with a carer.
async fn with_carer(house: &House) -> (Person, Person, Member) {
    let sam = house.sign_up("sam", None).await;
    let made = house.invite(&sam, InvitationRole::Carer, "Mum").await.unwrap();
    let carer = house.sign_up("mum", Some(&made)).await;
    let member = made.member.unwrap();
    house.share(&sam, member, &PLAN).await;
    (sam, carer, member)
}

#[tokio::test]
async fn a_carer_proposes_and_does_not_write_the_plan_and_the_rest_goes_through() {
    let house = House::open().await;
    let (sam, carer, _) = with_carer(&house).await;
    let record = sam.record();
    house.write(&sam, record, &item("Walk to the shop", false)).await;
    let persons = house.enrol(&sam, record).await.unwrap().writer;
    let writer = house.enrol(&carer, record).await.unwrap().writer;

    let theirs = |counter| carer.block(record, writer, counter, &item("Swim", false));
    let answer = house.sync(&carer, &asking(record, writer, vec![theirs(1)])).await.unwrap();
    assert_eq!(answer.refused[0].reason, Refusal::NotTheirs { at: 1 });
    // An older app is told in the words that it knows.
    let older =
        Request { capabilities: Capabilities::NONE, ..asking(record, writer, vec![theirs(1)]) };
    let answer = house.sync(&carer, &older).await.unwrap();
    assert_eq!(answer.refused[0].reason, Refusal::Reserved { at: 1 });

    // What is theirs to say goes through, and what another stream holds.
    let first = OpId { writer, counter: 1 };
    let push = vec![
        carer.block(record, writer, 1, &item("Swim", true)),
        carer.block(record, writer, 1, &decided(first)),
    ];
    let answer = house.sync(&carer, &asking(record, writer, push)).await.unwrap();
    assert_eq!(
        (answer.accepted.len(), answer.refused.len()),
        (2, 0),
        "a carer may decide for them"
    );

    // Their own proposal they may take back, and nothing of the person's.
    let retract = |entry, counter| {
        let act = Act::Retract(Touch { entry, seen: vec![entry] });
        touching(&carer, record, OpId { writer, counter }, act, vec![6, 1, b'x'])
    };
    let persons = OpId { writer: persons, counter: 1 };
    let push = vec![retract(persons, 2)];
    let answer = house.sync(&carer, &asking(record, writer, push)).await.unwrap();
    assert_eq!(answer.refused[0].reason, Refusal::NotTheirs { at: 2 });
    let answer =
        house.sync(&carer, &asking(record, writer, vec![retract(first, 2)])).await.unwrap();
    assert_eq!(answer.accepted.len(), 1);
    // Nor say yes to a proposal, nor let themselves decide, nor make a proposal true.
    let yes = PlanNote {
        of: Ref(first),
        text: None,
        reminder: None,
        tracker: None,
        answer: Some(PlanAnswer::Accepted),
        became: None,
    };
    let made_true = item("Swim", false).payload_from(&item("Swim", true), writer);
    let change = Act::Change(Touch { entry: first, seen: vec![first] });
    for block in [
        carer.block(record, writer, 3, &yes),
        carer.block(record, writer, 3, &Proxy { member: Member(1), until: None, why: None }),
        touching(&carer, record, OpId { writer, counter: 3 }, change, made_true),
    ] {
        let answer = house.sync(&carer, &asking(record, writer, vec![block])).await.unwrap();
        assert_eq!(answer.refused[0].reason, Refusal::NotTheirs { at: 3 });
    }
}

#[tokio::test]
async fn a_proxy_writes_until_the_right_ends_and_then_the_person_has_what_came_late() {
    let house = House::open().await;
    let (sam, carer, member) = with_carer(&house).await;
    let record = sam.record();
    let until = Some(house.clock.now().seconds() + 300);
    house.write(&sam, record, &Proxy { member, until, why: None }).await;
    let writer = house.enrol(&carer, record).await.unwrap().writer;
    let push = vec![carer.block(record, writer, 1, &item("Swim", false))];
    let answer = house.sync(&carer, &asking(record, writer, push)).await.unwrap();
    assert_eq!((answer.accepted.len(), answer.refused.len()), (1, 0));

    house.clock.advance_seconds(301);
    let late = carer.block(record, writer, 2, &item("Dance", false));
    let answer = house.sync(&carer, &asking(record, writer, vec![late])).await.unwrap();
    assert_eq!(answer.refused[0].reason, Refusal::SetAside);
    let mut own = asking(record, Writer::ME, Vec::new());
    own.set_aside = Some(0);
    assert_eq!(house.sync(&sam, &own).await.unwrap().set_aside.len(), 1, "nothing is lost");

    // What they propose still goes through.
    let again = asking(record, writer, vec![carer.block(record, writer, 2, &item("Dance", true))]);
    assert_eq!(house.sync(&carer, &again).await.unwrap().accepted.len(), 1);
}

#[tokio::test]
async fn what_to_do_if_something_happens_is_changed_by_who_decides_alone() {
    let house = House::open().await;
    let (sam, carer, member) = with_carer(&house).await;
    let record = sam.record();
    let plan = |action: &str| Contingency {
        triggers: "A cold".into(),
        action: Some(action.into()),
        ..Contingency::default()
    };
    house.write(&sam, record, &plan("Open the rescue pack")).await;
    let persons = house.enrol(&sam, record).await.unwrap().writer;
    let writer = house.enrol(&carer, record).await.unwrap().writer;
    let entry = OpId { writer: persons, counter: 1 };
    let touch = || Touch { entry, seen: vec![entry] };
    let id = OpId { writer, counter: 1 };
    let wait = plan("Wait").payload_from(&plan("Open the rescue pack"), writer);
    let all = || {
        [
            carer.block(record, writer, 1, &plan("Wait")),
            touching(&carer, record, id, Act::Change(touch()), wait.clone()),
            touching(&carer, record, id, Act::Retract(touch()), vec![6, 1, b'x']),
        ]
    };
    for block in all() {
        let answer = house.sync(&carer, &asking(record, writer, vec![block])).await.unwrap();
        assert_eq!(answer.refused[0].reason, Refusal::NotTheirs { at: 1 });
    }
    // What they would have it say they propose, also that something is taken out, and
    // have it their own way as long as it waits.
    let says = |action: &str| ContingencyProposal {
        triggers: Some("A cold".into()),
        action: Some(action.into()),
        instead: Some(Ref(entry)),
        about: Some(FieldSet::of([4])),
        ..ContingencyProposal::default()
    };
    let out = PlanItem { instead: Some(Ref(entry)), takes_out: Some(true), ..item("Walk", true) };
    let own = Touch { entry: id, seen: vec![id] };
    let again = says("Ring Jo").payload_from(&says("Wait"), writer);
    let push = vec![
        carer.block(record, writer, 1, &says("Wait")),
        carer.block(record, writer, 2, &out),
        touching(
            &carer,
            record,
            OpId { writer, counter: 3 },
            Act::Change(own.clone()),
            again.clone(),
        ),
    ];
    let answer = house.sync(&carer, &asking(record, writer, push)).await.unwrap();
    assert_eq!((answer.accepted.len(), answer.refused.len()), (3, 0));
    // Somebody else's is not theirs to change, nor is what it is about.
    let made = house.invite(&sam, InvitationRole::Carer, "Jo").await.unwrap();
    let other = house.sign_up("joan", Some(&made)).await;
    house.share(&sam, made.member.unwrap(), &PLAN).await;
    let theirs = house.enrol(&other, record).await.unwrap().writer;
    let first = OpId { writer: theirs, counter: 1 };
    for act in [Act::Change(own.clone()), Act::Retract(own)] {
        let block = touching(&other, record, first, act, again.clone());
        let answer = house.sync(&other, &asking(record, theirs, vec![block])).await.unwrap();
        assert_eq!(answer.refused[0].reason, Refusal::NotTheirs { at: 1 });
    }
    // Whom the person lets decide writes it.
    let id = OpId { writer, counter: 4 };
    let all = || [touching(&carer, record, id, Act::Change(touch()), wait.clone())];
    house.write(&sam, record, &Proxy { member, until: None, why: None }).await;
    let [change] = all();
    let answer = house.sync(&carer, &asking(record, writer, vec![change])).await.unwrap();
    assert_eq!((answer.accepted.len(), answer.refused.len()), (1, 0));
}

#[tokio::test]
async fn a_care_team_decides_nothing_and_alone_says_what_it_holds_back() {
    let house = House::open().await;
    let nurse = house.colleague("nurse", "Riverside").await;
    let sam = house.patient("sam", &nurse).await;
    let record = sam.record();
    let team = sam.session.records[0].teams[0].member;
    house.share(&sam, team, &PLAN).await;
    house.open_record(&nurse, record).await.unwrap();
    let writer = house.enrol(&nurse, record).await.unwrap().writer;
    let first = OpId { writer, counter: 1 };
    let push = vec![
        nurse.block(record, writer, 1, &item("Swim", false)),
        nurse.block(record, writer, 1, &decided(first)),
    ];
    let answer = house.sync(&nurse, &asking(record, writer, push)).await.unwrap();
    let why: Vec<_> = answer.refused.iter().map(|no| no.reason).collect();
    assert_eq!(why, [Refusal::NotTheirs { at: 1 }; 2]);
    let formulation = PlanItem { sort: PlanSort::Formulation, ..item("As we see it", true) };
    let push = vec![nurse.block(record, writer, 1, &formulation)];
    assert_eq!(house.sync(&nurse, &asking(record, writer, push)).await.unwrap().accepted.len(), 1);
}

#[tokio::test]
async fn what_the_person_keeps_to_themselves_is_given_to_nobody_else() {
    let house = House::open().await;
    let (sam, carer, member) = with_carer(&house).await;
    let record = sam.record();
    let text = "I am afraid of the operation".to_owned();
    let note = OwnNote { place: OwnPlace::Decision, of: None, sort: 8, text };
    house.write(&sam, record, &note).await;
    // Even where a consent names it.
    let all = Scopes::ALL;
    let name = "Mum".to_owned();
    house.write(&sam, record, &Share { member, see: all, add: all, until: None, name }).await;

    let writer = house.enrol(&carer, record).await.unwrap().writer;
    let mine = carer.block(record, writer, 1, &note);
    let answer = house.sync(&carer, &asking(record, writer, vec![mine])).await.unwrap();
    assert!(answer.streams.iter().all(|part| part.scope != Scope::Own));
    assert!(answer.withdrawn.contains(&Scope::Own));
    assert!(answer.accepted.is_empty());
    // The person's own devices have it.
    let own = house.sync(&sam, &asking(record, Writer::ME, Vec::new())).await.unwrap();
    let part = own.streams.iter().find(|part| part.scope == Scope::Own).unwrap();
    assert_eq!(part.blocks.len(), 1);
}
