//! The bytes of everything that is kept or sent. A difference here means that
//! older apps, servers and stores can no longer read what newer ones write: it
//! needs a new version of the format, not a new snapshot.

use std::fmt::Write as _;

use record::block;
use record::kinds::{
    AboutMe, ActionPlan, Allergy, Amount, Answers, AppointmentSummary, Card, CardOf, Condition,
    Context, Decision, DecisionPart, DecisionStep, DiaryNote, DiaryTopic, Dosage, Dose, DoseTaken,
    DoseUnit, Experiment, FieldSet, Forgotten, Gauge, Kind, Limits, Look, Measure, Medicine,
    MedicineForm, Message, Occasion, Often, Outcome, OwnDay, OwnNote, OwnPlace, PartOf, PlanAnswer,
    PlanItem, PlanNote, PlanSort, PlanStatus, Proxy, Questionnaire, QuestionnaireResponse, Reacts,
    Reading, Ref, Referral, ReferralFor, ReferralPart, ReferralPartOf, Reminder, Seen, Share,
    StepOf, SummaryPart, Supply, Symptom, Tell, TellOf, Threshold, Told, Tracker, Unit, Weeks,
    What,
};
use record::op::{Act, Operation, Touch};
use record::stream::{Cursor, Head, Placed};
use record::sync::{
    Accepted, Capabilities, Healed, Refusal, Refused, Request, Response, SetAside, Side,
    StreamPart, Vouched, WriterCard,
};
use record::time::{Happened, Hlc, Zone};
use record::{Decimal, KindId, Member, OpId, RecordId, Scope, Scopes, Writer};

use crate::support::{MONDAY, op};

const ME: Writer = Writer(2);

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap();
        hex
    })
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn line<K: Kind>(out: &mut String, value: &K) {
    writeln!(out, "{:>2} {}: {}", K::SPEC.id.0, K::SPEC.name, hex(&value.payload(ME))).unwrap();
}

fn reading() -> Reading {
    Reading {
        tracker: Ref(op(2, 3)),
        value: decimal("128"),
        second: Some(decimal("82")),
        third: Some(decimal("71")),
        context: Some(Context::Bedtime),
        note: Some(text("After a rest")),
    }
}

fn about() -> AboutMe {
    AboutMe {
        most_important: Some(text("My garden")),
        people: Some(text("Ada")),
        communicate: Some(text("Speak slowly")),
        wellness: Some(text("Good: I walk")),
        please_do: Some(text("Ask me")),
        please_dont: Some(text("Rush")),
        support: Some(text("Mornings")),
        also: Some(text("I sing")),
        helped_by: Some(text("Ada")),
        ..AboutMe::default()
    }
}

#[test]
fn every_kind_with_every_field() {
    let mut all = String::new();
    line(&mut all, &about());
    line(
        &mut all,
        &Card {
            of: CardOf::Team,
            member: Member(3),
            name: "Respiratory nurses".to_owned(),
            role: Some(text("Team")),
            phone: Some(text("01632 960000")),
            reply: Some(text("Within 2 days")),
            conditions: vec!["COPD".to_owned(), "Diabetes".to_owned()],
        },
    );
    line(
        &mut all,
        &Tracker {
            measure: Measure::Own,
            name: Some(text("Ankles")),
            unit: Unit::None,
            unit_name: Some(text("cm")),
            least: Some(decimal("10")),
            most: Some(decimal("60.5")),
            place: Some(-1),
            put_away: Some(true),
        },
    );
    line(&mut all, &reading());
    line(&mut all, &Reading { tracker: Ref(op(7, 3)), second: None, third: None, ..reading() });
    line(
        &mut all,
        &Symptom { what: "Cough".to_owned(), severity: Some(4), note: Some(text("Dry")) },
    );
    line(
        &mut all,
        &DiaryNote {
            topic: DiaryTopic::Meal,
            text: "Soup".to_owned(),
            mood: Some(4),
            amount: Some(Amount::Less),
        },
    );
    line(
        &mut all,
        &DoseTaken {
            medicine: "Insulin".to_owned(),
            amount: Some(decimal("7.5")),
            unit: DoseUnit::Unit,
            note: Some(text("Left")),
        },
    );
    line(&mut all, &Message { text: "Hello".to_owned(), answers: Some(Ref(op(3, 1))) });
    line(&mut all, &Seen { message: Ref(op(3, 1)) });
    line(
        &mut all,
        &Share {
            member: Member(3),
            see: Scopes::of(&[Scope::Health, Scope::Messages]),
            add: Scopes::of(&[Scope::Messages]),
            until: Some(MONDAY / 1000),
            name: "Nurses".to_owned(),
        },
    );
    line(
        &mut all,
        &Look {
            member: Member(3),
            who: "Sam, nurse".to_owned(),
            saw: Scopes::of(&[Scope::Health]),
            reason: Some(text("Review")),
        },
    );
    line(
        &mut all,
        &Forgotten {
            member: Member(3),
            who: "Sam".to_owned(),
            parts: Scopes::of(&[Scope::Health, Scope::Diary]),
        },
    );
    let (reminder, outcome) = crate::rules::reminder_and_outcome();
    line(&mut all, &reminder);
    line(&mut all, &outcome);
    medicines(&mut all, reminder, &outcome);
    questionnaires(&mut all);
    plans(&mut all, &outcome);
    insta::assert_snapshot!(all);
}

fn medicines(all: &mut String, reminder: Reminder, outcome: &Outcome) {
    let dosage = Dosage {
        words: "One, with food".to_owned(),
        amount: Some(decimal("1")),
        unit: DoseUnit::Tablet,
    };
    let medicine = Medicine {
        name: "Metformin".to_owned(),
        strength: Some(text("500 mg")),
        form: Some(MedicineForm::Tablet),
        dose: Some(dosage),
        why: Some(text("Diabetes")),
        how: Some(text("With food")),
        prescriber: Some(text("Dr Reid")),
        started: Some(outcome.date),
        stopped: Some(outcome.date),
        stop_reason: Some(text("Done")),
        rule: Some(reminder.rule.clone()),
        discreet: Some(false),
        silent: Some(true),
        beside: Some(Measure::Glucose),
        important: None,
        insist: None,
    };
    line(all, &medicine);
    line(
        all,
        &Dose {
            medicine: outcome.reminder,
            version: Some(outcome.version),
            date: Some(outcome.date),
            slot: Some(outcome.slot),
            what: What::Part,
            taken: Some(Dosage { words: "Half".to_owned(), amount: None, unit: DoseUnit::None }),
            note: Some(text("Felt sick")),
        },
    );
    line(
        all,
        &Allergy {
            to: "Penicillin".to_owned(),
            sort: Reacts::Allergy,
            reaction: Some(text("Rash")),
            noticed: Some(text("As a child")),
        },
    );
    line(
        all,
        &Supply {
            medicine: outcome.reminder,
            left: Some(decimal("28")),
            order_on: Some(outcome.date),
            order_at: Some(decimal("7")),
        },
    );
    // What was added since; the lines above are as they were.
    line(all, &Medicine { important: Some(true), insist: Some(true), ..medicine });
    line(all, &Reminder { important: Some(true), insist: Some(true), ..reminder });
}

fn questionnaires(all: &mut String) {
    line(all, &Questionnaire { source: "{}".to_owned(), put_away: Some(true) });
    let answers = Answers(vec![
        (text("1"), vec![text("Several days")]),
        (text("with"), vec![text("dog"), text("Ada")]),
    ]);
    line(
        all,
        &QuestionnaireResponse {
            questionnaire: "http://loinc.org/q/44249-1".to_owned(),
            version: Some(text("1")),
            title: "Low mood (PHQ-9)".to_owned(),
            answers,
        },
    );
}

fn plans(all: &mut String, outcome: &Outcome) {
    line(
        all,
        &ActionPlan {
            condition: Condition::Asthma,
            name: Some(text("Chest")),
            set_by: Some(text("Dr Reid")),
            set_on: Some(outcome.date),
            green_signs: Some(text("I sleep well")),
            green_do: Some(text("Carry on")),
            green_call: Some(text("Ada")),
            amber_signs: Some(text("I wake up")),
            amber_do: Some(text("Rest")),
            amber_call: Some(text("Surgery\n01632 960001")),
            red_signs: Some(text("I cannot talk")),
            red_do: Some(text("Call 999")),
            red_call: Some(text("Ada\n01632 960002")),
            ended: Some(outcome.date),
        },
    );
    line(
        all,
        &Threshold {
            plan: outcome.reminder,
            measure: Measure::Own,
            unit: Unit::None,
            name: Some(text("Ankles")),
            unit_name: Some(text("cm")),
            gauge: Gauge::Rise,
            occasion: Some(Occasion::Night),
            limits: Limits {
                red_below: Some(decimal("3.5")),
                amber_below: Some(decimal("4")),
                amber_from: Some(decimal("9")),
                red_from: Some(decimal("13")),
                best: Some(decimal("450")),
                days: 3,
                set_on: Some(outcome.date),
                set_by: "Dr Reid".to_owned(),
            },
        },
    );
}

#[test]
fn a_care_and_support_plan() {
    let day = jiff::civil::Date::constant(2026, 11, 23);
    let mut all = String::new();
    line(
        &mut all,
        &PlanItem {
            sort: PlanSort::Action,
            proposed: Some(true),
            instead: Some(Ref(op(2, 9))),
            of: Some(Ref(op(7, 300))),
            text: Some(text("Walk to the gate")),
            why: Some(text("The garden")),
            measure: Some(text("I get there")),
            importance: Some(9),
            who: Some(text("Ada, daughter")),
            on: Some(day),
            confidence: Some(6),
            barrier: Some(text("Rain")),
            strategy: Some(text("Indoors")),
            status: Some(PlanStatus::UnderWay),
            outcome: Some(text("Twice a week")),
            review: Some(day),
            place: Some(text("In the drawer")),
            done: Some(day),
            reason: Some(text("You asked")),
            about: Some(FieldSet::of([5, 8, 18])),
            takes_out: Some(true),
        },
    );
    line(
        &mut all,
        &PlanNote {
            of: Ref(op(7, 300)),
            text: Some(text("Went well")),
            reminder: Some(Ref(op(2, 4))),
            tracker: Some(Ref(op(2, 5))),
            answer: Some(PlanAnswer::Adapted),
            became: Some(Ref(op(2, 6))),
        },
    );
    line(
        &mut all,
        &Proxy { member: Member(3), until: Some(1_800_000_000), why: Some(text("In hospital")) },
    );
    insta::assert_snapshot!(all);
}

#[test]
fn a_difference_of_fields() {
    let old = reading();
    let new = Reading { value: decimal("129"), note: None, ..old.clone() };
    insta::assert_snapshot!(hex(&new.payload_from(&old, ME)), @"0b0082021a00");
}

/// One of each act, with every flag on and off.
fn operations() -> Vec<Operation> {
    let happened = |at: i64, zone: &str| Happened { at, zone: Zone::new(zone) };
    let start = MONDAY / 1000;
    let why = {
        let mut fields = record::fields::FieldsWriter::default();
        fields.put(1, record::fields::Value::Bytes(b"Twice"));
        fields.finish()
    };
    let operation = |counter, act, happened, recorded, on_behalf, payload| Operation {
        id: OpId { writer: ME, counter },
        act,
        happened,
        recorded,
        on_behalf,
        payload,
    };
    let touch = |entry, seen: &[OpId]| Touch { entry, seen: seen.to_vec() };
    let london = "Europe/London";
    vec![
        operation(
            5,
            Act::Create(Reading::SPEC.id),
            happened(start, london),
            Hlc::new(MONDAY, 0),
            None,
            reading().payload(ME),
        ),
        operation(
            6,
            Act::Create(Reading::SPEC.id),
            happened(start - 86_400, "Asia/Tokyo"),
            Hlc::new(MONDAY, 1),
            Some(Member::PERSON),
            reading().payload(ME),
        ),
        operation(
            7,
            Act::Create(KindId(40_000)),
            happened(start + 60, london),
            Hlc::new(MONDAY + 60_000, 2),
            None,
            vec![0xff, 0x00],
        ),
        operation(
            8,
            Act::Change(touch(op(2, 5), &[op(2, 5), op(7, 300)])),
            happened(start, london),
            Hlc::new(MONDAY + 60_000, 3),
            None,
            Vec::new(),
        ),
        operation(
            9,
            Act::Retract(touch(op(7, 1), &[op(7, 1)])),
            happened(start, london),
            Hlc::new(MONDAY + 50_000, 0),
            None,
            why,
        ),
    ]
}

fn draft() -> Vec<u8> {
    block::encode(Scope::Health, ME, &operations()).unwrap()
}

fn signed() -> Vec<u8> {
    block::sign(draft(), &[0xab; block::SIGNATURE])
}

fn placed() -> Placed {
    Placed { first: 41, arrived: MONDAY + 70_000, block: signed() }
}

#[test]
fn blocks() {
    let mut all = String::new();
    writeln!(all, "draft: {}", hex(&draft())).unwrap();
    let unnumbered = block::encode(
        Scope::Health,
        Writer::ME,
        &operations()
            .into_iter()
            .map(|operation| Operation {
                id: OpId { writer: Writer::ME, ..operation.id },
                ..operation
            })
            .take(3)
            .collect::<Vec<_>>(),
    )
    .unwrap();
    writeln!(all, "before there is a number: {}", hex(&unnumbered)).unwrap();
    writeln!(all, "claimed: {}", hex(&block::claim(&unnumbered, ME).unwrap())).unwrap();
    writeln!(all, "signed: {}", hex(&signed())).unwrap();
    let record = RecordId([0x11; 16]);
    writeln!(all, "what is signed: {}", hex(&block::signing_bytes(record, &draft()))).unwrap();
    let mut bytes = Vec::new();
    placed().put(&mut bytes);
    writeln!(all, "placed: {}", hex(&bytes)).unwrap();
    let head = Head { sequence: 40, hash: [0x22; 16] }.after(&placed());
    writeln!(all, "head after it: {} {}", head.sequence, hex(&head.hash)).unwrap();
    insta::assert_snapshot!(all);
    assert_eq!(block::decode(&draft()).unwrap(), operations());
}

fn card() -> WriterCard {
    WriterCard {
        writer: Writer(7),
        member: Member(3),
        name: "Sam".to_owned(),
        role: "nurse".to_owned(),
        side: Side::Team,
        key: [0x33; 32],
    }
}

#[test]
fn what_a_device_and_the_server_say() {
    let head = Head { sequence: 300, hash: [0x44; 16] };
    let request = Request {
        record: RecordId([0x11; 16]),
        writer: ME,
        writers: 3,
        cursors: vec![
            (Scope::Health, Cursor { epoch: 1, head }),
            (Scope::Messages, Cursor::default()),
        ],
        push: vec![signed()],
        capabilities: Capabilities::ALL,
        set_aside: Some(2),
        heal: vec![(Scope::Health, placed())],
        vouched: Vec::new(),
        others: Vec::new(),
    };
    let refused = |reason| Refused { scope: Scope::Diary, counter: 9, reason };
    let response = Response {
        epoch: 1,
        now: MONDAY,
        accepted: vec![Accepted { scope: Scope::Health, counter: 5, first: 301, arrived: MONDAY }],
        refused: vec![
            refused(Refusal::Gap { send_from: 4 }),
            refused(Refusal::Signature),
            refused(Refusal::NotAllowed),
            refused(Refusal::Malformed { at: 10 }),
            refused(Refusal::Clone { send_from: 300 }),
            refused(Refusal::Reserved { at: 11 }),
            refused(Refusal::SetAside),
            refused(Refusal::NotTheirs { at: 12 }),
        ],
        streams: vec![StreamPart {
            scope: Scope::Health,
            afresh: true,
            head,
            more: false,
            blocks: vec![placed()],
        }],
        withdrawn: vec![Scope::Budget],
        writers: vec![card()],
        capabilities: Capabilities::ALL,
        safe: MONDAY,
        wanted: vec![(Scope::Diary, head)],
        healed: vec![Healed::Has, Healed::Gap, Healed::Stranger, Healed::Other, Healed::NotAllowed],
        set_aside: vec![SetAside { number: 3, arrived: MONDAY, block: signed() }],
        vouchers: Vec::new(),
        others: Vec::new(),
    };
    let mut bytes = Vec::new();
    card().put(&mut bytes);
    let mut all = String::new();
    writeln!(all, "request: {}", hex(&request.encode())).unwrap();
    writeln!(all, "response: {}", hex(&response.encode())).unwrap();
    writeln!(all, "writer's card: {}", hex(&bytes)).unwrap();
    insta::assert_snapshot!(all);
    assert_eq!(Request::decode(&request.encode()), Ok(request));
    assert_eq!(Response::decode(&response.encode()), Ok(response));
}

#[test]
fn the_servers_word_for_a_writer() {
    let request = Request {
        record: RecordId([0x11; 16]),
        writer: ME,
        heal: vec![(Scope::Health, placed())],
        vouched: vec![Vouched { card: card(), voucher: [0x55; 32] }],
        ..Request::default()
    };
    let response = Response {
        epoch: 1,
        now: MONDAY,
        writers: vec![card()],
        vouchers: vec![[0x55; 32]],
        ..Response::default()
    };
    let mut all = String::new();
    writeln!(all, "request: {}", hex(&request.encode())).unwrap();
    writeln!(all, "response: {}", hex(&response.encode())).unwrap();
    insta::assert_snapshot!(all);
    assert_eq!(Request::decode(&request.encode()), Ok(request));
    assert_eq!(Response::decode(&response.encode()), Ok(response));
}

#[test]
fn whom_to_tell_and_who_was_told() {
    let mut all = String::new();
    line(&mut all, &Told { member: Member(3), who: "Ruth".to_owned() });
    line(
        &mut all,
        &Tell {
            member: Member(3),
            of: TellOf::Reminder,
            which: Some(Ref(op(2, 3))),
            after: Some(60),
        },
    );
    line(&mut all, &OwnDay { start: 240 });
    let bad_day = Tell { member: Member(3), of: TellOf::BadDay, which: None, after: None };
    line(&mut all, &bad_day);
    insta::assert_snapshot!(all);
}

#[test]
fn decisions_and_referrals() {
    let mut all = String::new();
    let day = jiff::civil::Date::constant(2026, 12, 1);
    line(
        &mut all,
        &Decision {
            about: "Breathing classes?".to_owned(),
            problem: Some(text("COPD")),
            complete: Some(true),
        },
    );
    line(
        &mut all,
        &DecisionPart {
            within: Ref(op(2, 3)),
            of: PartOf::Risk,
            text: "A flare-up".to_owned(),
            more: Some(text("In a year")),
            link: Some(text("https://example.org")),
            often: Some(Often { of_them: 34, out_of: 100, source: "A leaflet".to_owned() }),
            day: Some(day),
            place: Some(2),
        },
    );
    line(
        &mut all,
        &DecisionStep {
            decision: Ref(op(2, 3)),
            did: StepOf::Decided,
            option: Some(Ref(op(7, 4))),
            text: Some(text("Classes")),
            reason: Some(text("My garden")),
            doubts: Some(text("The bus")),
            again: Some(day),
            answers: vec![1, 2, 1, 1],
            said: Some(text("Breathing classes")),
        },
    );
    line(
        &mut all,
        &Referral {
            of: ReferralFor::Cancer,
            service: "Lung clinic".to_owned(),
            problem: Some(text("A cough")),
            by: Some(text("Dr Reid")),
            referred: Some(day),
            clock: Some(day),
            chosen: Some(Ref(op(7, 4))),
            because: Some(text("Near")),
            over: Some(day),
        },
    );
    line(
        &mut all,
        &ReferralPart {
            referral: Ref(op(2, 3)),
            of: ReferralPartOf::Provider,
            text: Some(text("St Ann’s")),
            distance: Some(text("4 miles")),
            wait: Some(text("6 weeks")),
            others: Some(text("Kind")),
            source: Some(text("A list")),
            from: Some(day),
            until: Some(day),
        },
    );
    insta::assert_snapshot!(all);
}

#[test]
fn experiments_and_pages_for_an_appointment() {
    let (_, outcome) = crate::rules::reminder_and_outcome();
    let day = outcome.date;
    let mut all = String::new();
    let experiment = Experiment {
        question: text("Does pacing help?"),
        change: text("Rest after each hour"),
        tracker: Some(Ref(op(2, 3))),
        symptom: None,
        weeks: Weeks { usual: (day, 7), change: (day.tomorrow().unwrap(), 10) },
        left_out: vec![day, day.tomorrow().unwrap()],
        stopped: Some(day),
        thoughts: Some(text("A little")),
    };
    line(&mut all, &experiment);
    line(&mut all, &Experiment { tracker: None, symptom: Some(text("Dizzy")), ..experiment });
    let page = AppointmentSummary {
        with: Some(text("Dr Reid")),
        on: Some(day),
        at: Some(620),
        most: Some(text("My knee")),
        questions: vec![text("What else?"), text("And if we wait?")],
        since: Some(day),
        parts: SummaryPart::ALL.to_vec(),
        more: Some(text("I moved")),
        readings: Some(text("Up and down")),
        symptoms: Some(text("Dizzy")),
        medicines: Some(text("One")),
        changes: Some(text("None")),
        scores: Some(text("9")),
        matters: Some(text("My garden")),
        notes: Some(text("Slept")),
        reminder: None,
    };
    line(&mut all, &page);
    // What was added since; the lines above are as they were.
    let reminder = Some(Ref(op(2, 7)));
    line(&mut all, &AppointmentSummary { reminder, ..page });
    let text = "Not yet".to_owned();
    line(&mut all, &OwnNote { place: OwnPlace::Decision, of: Some(Ref(op(2, 9))), sort: 6, text });
    insta::assert_snapshot!(all);
}

#[test]
fn codes_of_scopes_and_kinds() {
    let mut all = String::new();
    for scope in Scope::ALL {
        writeln!(all, "scope {:>2} {scope:?}", scope.code()).unwrap();
    }
    for spec in record::kinds::KINDS {
        writeln!(all, "kind {} {} in {:?}", spec.id.0, spec.name, spec.scope).unwrap();
        for field in spec.fields {
            writeln!(all, "    {} {} {:?}", field.number, field.name, field.merge).unwrap();
        }
    }
    let mut codes = |name: &str, all_codes: Vec<(u64, String)>| {
        writeln!(all, "{name}: {all_codes:?}").unwrap();
    };
    codes("measure", Measure::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("unit", Unit::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("context", Context::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("topic", DiaryTopic::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("amount", Amount::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("dose", DoseUnit::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("what", What::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("form", MedicineForm::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("reacts", Reacts::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("condition", Condition::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("gauge", Gauge::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("occasion", Occasion::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("tell of", TellOf::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("part of", PartOf::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("step of", StepOf::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("referral", ReferralFor::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes(
        "referral part",
        ReferralPartOf::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect(),
    );
    codes("own place", OwnPlace::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("part", SummaryPart::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    codes("card of", CardOf::ALL.iter().map(|c| (c.code(), format!("{c:?}"))).collect());
    insta::assert_snapshot!(all);
}
