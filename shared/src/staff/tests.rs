use std::sync::{Arc, Mutex};

use crux_core::Command;
use record::api::{
    AccountRole, Attention, Caseload, CaseloadPerson, Enrolled, InvitationMade, OpenRecord, Opened,
    Problem, ProblemCode, RecordCard, RecordRole, RecordTeam, Team, paths,
};
use record::kinds::Kind;
use record::kinds::{
    AboutMe, AccessNeeds, Message, Need, PlanItem, PlanSort, Referral, ReferralFor,
};
use record::op::{Act, Operation};
use record::stream::{Head, Placed};
use record::sync::{Request, Response, StreamPart};
use record::time::{Happened, Hlc, Zone};
use record::{OpId, RecordId, Scope, Scopes, Writer, block};

use super::begin;
use crate::effects::network::{Answer, NetworkOperation, NetworkOutput};
use crate::messages::fixture::{AMINA, PERSON, RECORD, TEAM, answer, become_rosa, session};
use crate::testing::{Journey, MORNING};

const NOW: i64 = MORNING / 1000;
const SHARED: [Scope; 2] = [Scope::About, Scope::Messages];

fn person(record: u8, name: &str, since: Option<i64>) -> CaseloadPerson {
    CaseloadPerson {
        record: RecordId([record; 16]),
        name: name.into(),
        scopes: Scopes::of(&SHARED),
        attention: since
            .map(|since| Attention::UnansweredMessage { since, reply_by: since + 48 * 3600 })
            .into_iter()
            .collect(),
        waiting_since: since,
        last_entry: Some(NOW - 7200),
    }
}

fn caseload() -> Caseload {
    Caseload {
        at: NOW,
        people: vec![
            person(3, "Ben Okoro", Some(NOW - 50 * 3600)),
            person(7, "Rosa Jones", Some(NOW - 2 * 3600)),
            person(4, "Wei Chen", None),
        ],
    }
}

/// One person's streams, as a server holds them.
#[derive(Default)]
struct Streams(Vec<(Scope, Head, Vec<Placed>)>);

impl Streams {
    fn append(&mut self, block: Vec<u8>, at: i64) {
        let header = block::header(&block).unwrap();
        if !self.0.iter().any(|(scope, ..)| *scope == header.scope) {
            self.0.push((header.scope, Head::default(), Vec::new()));
        }
        let stream = self.0.iter_mut().find(|(scope, ..)| *scope == header.scope).unwrap();
        let placed = Placed { first: stream.1.sequence + 1, arrived: at, block };
        stream.1 = stream.1.after(&placed);
        stream.2.push(placed);
    }

    fn write<K: Kind>(&mut self, counter: u32, value: &K) {
        let operation = Operation {
            id: OpId { writer: PERSON, counter },
            act: Act::Create(K::SPEC.id),
            happened: Happened { at: NOW - 7200, zone: Zone::new("Europe/London") },
            recorded: Hlc::new((NOW - 7200) * 1000, 0),
            on_behalf: None,
            payload: value.payload(PERSON),
        };
        let draft = block::encode(K::SPEC.scope, PERSON, &[operation]).unwrap();
        self.append(block::sign(draft, &[0; 64]), (NOW - 7200) * 1000);
    }

    fn sync(&mut self, request: &Request) -> Response {
        let mut response = Response { epoch: 1, now: MORNING, ..Response::default() };
        for block in &request.push {
            let header = block::header(block).unwrap();
            self.append(block.clone(), MORNING);
            let (_, head, _) = self.0.iter().find(|(scope, ..)| *scope == header.scope).unwrap();
            response.accepted.push(record::sync::Accepted {
                scope: header.scope,
                counter: header.first,
                first: head.sequence - u64::from(header.count) + 1,
                arrived: MORNING,
            });
        }
        for (scope, head, blocks) in &self.0 {
            let cursor = request.cursors.iter().find(|(asked, _)| asked == scope);
            let Some((_, cursor)) = cursor else { continue };
            if cursor.head == *head {
                continue;
            }
            let new = blocks.iter().filter(|placed| {
                placed.first > cursor.head.sequence && !request.push.contains(&placed.block)
            });
            response.streams.push(StreamPart {
                scope: *scope,
                afresh: cursor.head.sequence == 0,
                head: *head,
                more: false,
                blocks: new.cloned().collect(),
            });
        }
        response.writers = crate::messages::fixture::holding(0).writers;
        response
    }
}

fn card() -> RecordCard {
    RecordCard {
        record: RECORD,
        name: "Rosa Jones".into(),
        member: TEAM,
        role: RecordRole::Staff,
        scopes: Scopes::of(&SHARED),
        adds: Scopes::of(&[Scope::Messages]),
        writer: None,
        teams: vec![RecordTeam {
            member: TEAM,
            team: Team { id: None, name: "Riverside Practice".into(), reply_hours: 48 },
        }],
        signs: Vec::new(),
    }
}

type Reasons = Arc<Mutex<Vec<String>>>;

fn server(reasons: Reasons) -> impl FnMut(NetworkOperation) -> NetworkOutput {
    let mut streams = Streams::default();
    streams.write(1, &Message { text: "Can I move my review?".into(), answers: None });
    let about = AboutMe {
        most_important: Some("My garden, and seeing my grandchildren.".into()),
        please_do: Some("Speak slowly".into()),
        ..AboutMe::default()
    };
    streams.write(1, &about);
    move |request| {
        assert_eq!(request.bearer.as_deref(), Some("access"));
        match request.path.as_str() {
            paths::CASELOAD => answer(200, &caseload()),
            paths::OPEN => {
                let asked: OpenRecord = serde_json::from_slice(&request.body).unwrap();
                if asked.record != RECORD {
                    return answer(404, &Problem::from(ProblemCode::RecordUnknown));
                }
                reasons.lock().unwrap().push(asked.reason);
                answer(200, &Opened { record: card(), until: NOW + 1800 })
            }
            paths::ENROL => answer(200, &Enrolled { writer: AMINA, member: TEAM }),
            paths::SYNC => {
                let asked = Request::decode(&request.body).unwrap();
                assert_eq!((asked.record, asked.writer), (RECORD, AMINA));
                NetworkOutput::Answer(Answer {
                    status: 200,
                    retry_after: None,
                    body: streams.sync(&asked).encode(),
                })
            }
            paths::INVITATIONS => answer(
                201,
                &InvitationMade {
                    code: "K7QP-2MXD-9RTB".parse().unwrap(),
                    member: None,
                    expires: NOW + 14 * 86_400,
                },
            ),
            _ => NetworkOutput::Unreachable,
        }
    }
}

/// What Rosa needs, as her device wrote it into the record that is open.
fn needs(journey: &mut Journey) {
    let needs = AccessNeeds {
        information: vec![Need::LargePrint],
        talking: vec![Need::TextNotCall, Need::Slowly],
        visits: Vec::new(),
        which: None,
        words: Some("I hear better on my left".into()),
        review_on: None,
    };
    let operation = Operation {
        id: OpId { writer: PERSON, counter: 2 },
        act: Act::Create(AccessNeeds::SPEC.id),
        happened: Happened { at: NOW - 3600, zone: Zone::new("Europe/London") },
        recorded: Hlc::new((NOW - 3600) * 1000, 0),
        on_behalf: None,
        payload: needs.payload(PERSON),
    };
    let draft = block::encode(Scope::About, PERSON, &[operation]).unwrap();
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.apply(&draft, Some(MORNING)).unwrap();
        Command::done()
    });
}

#[test]
fn what_the_person_needs_stands_first_for_the_team_and_above_messages() {
    let (mut journey, _) = amina();
    open_rosa(&mut journey);
    assert!(journey.text().contains("Ask them."), "that nothing is written is said");
    needs(&mut journey);
    let text = journey.text();
    let (first, next) = (text.find("## What Rosa Jones needs"), text.find("## What matters"));
    assert!(first.is_some() && first < next, "{text}");
    assert!(text.contains("by text message, not by telephone"), "{text}");
    assert!(text.contains("I hear better on my left"), "{text}");
    assert!(!text.contains("Ask them."), "{text}");
    journey.press("Messages");
    let text = journey.text();
    assert!(text.contains("Rosa Jones needs: in large print; by text message"), "{text}");
}

#[test]
fn what_two_of_their_devices_each_began_of_about_me_is_all_shown() {
    let (mut journey, _) = amina();
    open_rosa(&mut journey);
    let about = AboutMe {
        most_important: Some("That my dog is walked".into()),
        please_do: Some("Write it down".into()),
        please_dont: Some("Move my chair".into()),
        helped_by: Some("Ada, my daughter".into()),
        helped_on: Some(jiff::civil::Date::constant(2026, 11, 12)),
        ..AboutMe::default()
    };
    let operation = Operation {
        id: OpId { writer: PERSON, counter: 2 },
        act: Act::Create(AboutMe::SPEC.id),
        happened: Happened { at: NOW - 3600, zone: Zone::new("Europe/London") },
        recorded: Hlc::new((NOW - 3600) * 1000, 0),
        on_behalf: None,
        payload: about.payload(PERSON),
    };
    let draft = block::encode(Scope::About, PERSON, &[operation]).unwrap();
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().record.apply(&draft, Some(MORNING)).unwrap();
        Command::done()
    });
    let text = journey.text();
    for said in [
        "My garden, and seeing my grandchildren.",
        "That my dog is walked",
        "Speak slowly",
        "Write it down",
        "Move my chair",
        "Who helped them to write this: Ada, my daughter, 12 November 2026",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

fn amina() -> (Journey, Reasons) {
    let reasons = Reasons::default();
    let mut journey = Journey::default().with_server(server(reasons.clone()));
    journey.act(|cx| begin(cx, session(AccountRole::Staff)));
    (journey, reasons)
}

fn open_rosa(journey: &mut Journey) {
    journey.press("Rosa Jones");
    journey.choose("Why do you open it?", &["message"]).press("Open the record");
}

#[test]
fn the_caseload_says_who_needs_the_team_and_by_when() {
    let (mut journey, _) = amina();
    insta::assert_snapshot!("caseload", journey.text());
    journey.type_in("Find a person", "wei");
    let text = journey.text();
    assert!(text.contains("Wei Chen") && !text.contains("Rosa Jones"), "{text}");
    journey.type_in("Find a person", "zz");
    assert!(journey.text().contains("Nobody’s name has “zz” in it."));
}

#[test]
fn a_reading_in_the_red_of_their_own_plan_is_said_with_its_date_and_nobody_is_said_to_watch() {
    let (journey, _) = amina();
    assert!(!journey.text().contains("in the red"), "{}", journey.text());
    let mut list = caseload();
    list.people[0].attention.push(Attention::RedReading { taken: NOW - 3600 });
    list.people[2].attention.push(Attention::RedReading { taken: NOW - 86_400 });
    let mut journey = journey.with_server(move |_| answer(200, &list));
    journey.press("Look again");
    let text = journey.text();
    assert_eq!(text.matches("A reading in the red of their own plan: ").count(), 2, "{text}");
    // Beside the message that waits, and as the one reason there is.
    let row = |name: &str| {
        text.lines().find(|line| line.contains(name) && line.contains("in the red")).is_some()
    };
    assert!(row("Ben Okoro") && row("Wei Chen") && !row("Rosa Jones"), "{text}");
    assert!(text.contains("today, 6:42") && text.contains("yesterday, 7:42"), "{text}");
    assert!(text.contains("Nobody is told of a reading when it comes"), "{text}");
    for word in ["watch", "monitor", "alarm", "alert"] {
        assert!(!text.to_lowercase().contains(word), "{word}: {text}");
    }
}

#[test]
fn a_review_that_is_due_is_said_with_its_date_and_whether_it_has_passed() {
    let (journey, _) = amina();
    assert!(!journey.text().contains("review of the plan"), "{}", journey.text());
    let mut list = caseload();
    let due = |day| Attention::ReviewDue { due: jiff::civil::date(2026, 11, day) };
    list.people[0].attention.push(due(20));
    list.people[2].attention.push(Attention::RedReading { taken: NOW - 3600 });
    list.people[2].attention.push(due(22));
    let mut journey = journey.with_server(move |_| answer(200, &list));
    journey.press("Look again");
    let text = journey.text();
    let row = |name: &str| text.lines().find(|line| line.contains(name)).unwrap_or_default();
    let late = "A review of the plan is overdue: Friday 20 November 2026";
    assert!(row("Ben Okoro").contains(late), "beside the message that waits: {text}");
    let today = "A review of the plan is due: Sunday 22 November 2026";
    let chen = row("Wei Chen");
    let (red, review) = (chen.find("in the red"), chen.find(today));
    assert!(red.is_some() && red < review, "after the reading: {text}");
    assert!(!row("Rosa Jones").contains("review of the plan"), "{text}");
}

#[test]
fn a_review_stands_on_the_persons_page_where_the_plan_is_shared() {
    let (mut journey, _) = amina();
    open_rosa(&mut journey);
    let review = PlanItem {
        on: Some(jiff::civil::date(2026, 11, 20)),
        who: Some("Amina Khan".into()),
        ..PlanItem::new(PlanSort::Review)
    };
    let mut streams = Streams::default();
    streams.write(1, &review);
    let block = streams.0.remove(0).2.remove(0).block;
    journey.act(|cx| {
        let draft = &block[..block.len() - block::SIGNATURE];
        cx.open.holding_mut().unwrap().record.apply(draft, Some(MORNING)).unwrap();
        Command::done()
    });
    assert!(!journey.text().contains("Review due"), "{}", journey.text());
    journey.act(|cx| {
        cx.open.holding_mut().unwrap().about.scopes = Scopes::of(&[Scope::About, Scope::Plan]);
        Command::done()
    });
    assert!(journey.text().contains("Review due on 20 November 2026"), "{}", journey.text());
    journey.press("Review due on 20 November 2026");
    assert_eq!(journey.page().name, "plan.one");
}

#[test]
fn a_record_is_opened_for_a_reason_read_and_answered_and_nothing_is_kept() {
    let (mut journey, reasons) = amina();
    journey.press("Rosa Jones");
    insta::assert_snapshot!("ask", journey.text());
    journey.press("Open the record");
    assert!(journey.text().contains("✗ Choose why you open it"), "{}", journey.text());
    journey.choose("Why do you open it?", &["other"]).press("Open the record");
    assert!(journey.text().contains("✗ Say why in your own words"), "{}", journey.text());
    journey.choose("Why do you open it?", &["message"]);
    journey.type_in("In your own words", "about her review").press("Open the record");
    assert_eq!(*reasons.lock().unwrap(), ["To answer a message: about her review"]);
    insta::assert_snapshot!("person", journey.text());
    journey.press("Messages");
    journey.type_in("Write to Rosa Jones", "Yes. Thursday at 10.").press("Send to Rosa Jones");
    insta::assert_snapshot!("answered", journey.text());
    assert_eq!(journey.holding(crate::holding::Holding::unsent), 0);
    let answers = journey.holding(|holding| {
        holding.record.current::<Message>().next_back().and_then(|entry| entry.value.answers)
    });
    assert_eq!(answers, Some(record::kinds::Ref(OpId { writer: PERSON, counter: 1 })));
    assert_eq!(journey.disk.lock().unwrap().rows(), 0);
    journey.press("Rosa Jones").press("Close Rosa Jones’s record");
    assert_eq!(journey.page().name, "staff");
    assert!(!journey.page().tabs.iter().any(|tab| tab.label == "Rosa Jones"));
    assert_eq!(journey.restarted().page().name, "welcome");
}

/// Rosa's device shares decisions, and has a referral.
fn referral(journey: &mut Journey) {
    let referral = Referral {
        of: ReferralFor::Outpatient,
        service: "Lung clinic".into(),
        problem: None,
        by: None,
        referred: Some(jiff::civil::Date::constant(2026, 11, 1)),
        clock: None,
        chosen: None,
        because: None,
        over: None,
    };
    let operation = Operation {
        id: OpId { writer: PERSON, counter: 1 },
        act: Act::Create(Referral::SPEC.id),
        happened: Happened { at: NOW - 3600, zone: Zone::new("Europe/London") },
        recorded: Hlc::new((NOW - 3600) * 1000, 0),
        on_behalf: None,
        payload: referral.payload(PERSON),
    };
    let draft = block::encode(Scope::Decisions, PERSON, &[operation]).unwrap();
    journey.act(|cx| {
        let holding = cx.open.holding_mut().unwrap();
        holding.record.apply(&draft, Some(MORNING)).unwrap();
        holding.about.scopes = holding.about.scopes.with(Scope::Decisions);
        holding.about.adds = holding.about.adds.with(Scope::Decisions);
        Command::done()
    });
}

#[test]
fn a_team_comes_to_a_referral_writes_down_what_it_offers_and_does_not_choose() {
    let (mut journey, _) = amina();
    open_rosa(&mut journey);
    assert!(!journey.text().contains("Choice and rights"), "not shared: {}", journey.text());
    referral(&mut journey);
    journey.press("Choice and rights").press("Lung clinic").press("Add a provider");
    journey.type_in("What is it called?", "St Ann’s").press("Save");
    let text = journey.text();
    assert!(text.contains("St Ann’s"), "{text}");
    let pressed = crate::pilot::presses(&journey.page());
    assert!(!pressed.iter().any(|(label, _)| label == "Choose a provider"), "{text}");
}

#[test]
fn a_record_that_is_not_shared_stays_closed() {
    let (mut journey, _) = amina();
    journey.press("Wei Chen");
    journey.choose("Why do you open it?", &["review"]).press("Open the record");
    assert!(journey.text().contains("This record is not there"), "{}", journey.text());
    assert_eq!(journey.page().name, "staff.ask");
}

#[test]
fn a_record_closes_when_its_time_is_over() {
    let (mut journey, _) = amina();
    open_rosa(&mut journey);
    journey.ms += 31 * 60_000;
    journey.act(super::woke);
    assert_eq!(journey.page().name, "staff");
    assert!(journey.text().contains("because its time is over"), "{}", journey.text());
}

#[test]
fn what_is_unsent_is_never_lost_in_silence() {
    let (journey, _) = amina();
    let mut journey = journey;
    open_rosa(&mut journey);
    let mut journey = journey.with_server(|_| NetworkOutput::Unreachable);
    journey.press("Messages");
    journey.type_in("Write to Rosa Jones", "Yes.").press("Send to Rosa Jones");
    assert!(journey.text().contains("[Not sent yet]"), "{}", journey.text());
    journey.press("Rosa Jones").press("Close Rosa Jones’s record");
    assert_eq!(journey.page().name, "staff.unsent");
    insta::assert_snapshot!("unsent", journey.text());
    journey.press("People").press("Ben Okoro");
    journey.choose("Why do you open it?", &["review"]).press("Open the record");
    assert_eq!(journey.page().name, "staff.unsent");
    journey.ms += 31 * 60_000;
    journey.act(super::woke);
    assert!(journey.holding(crate::holding::Holding::unsent) > 0);
    journey.press("More").press("Sign out");
    assert!(journey.text().contains("lost if you leave now"), "{}", journey.text());
}

#[test]
fn a_persons_own_record_is_set_aside_and_comes_back() {
    let mut journey = Journey::default();
    journey.press("Use it on this device");
    become_rosa(&mut journey);
    let mut journey = journey.with_server(server(Reasons::default()));
    journey.act(|cx| {
        cx.open.session = None;
        Command::done()
    });
    journey.act(|cx| begin(cx, session(AccountRole::Staff)));
    open_rosa(&mut journey);
    assert_eq!(journey.holding(|holding| holding.record.me()), AMINA);
    let mut journey = journey.with_server(|_| NetworkOutput::Unreachable);
    journey.press("More").press("Sign out").press("Sign out");
    assert_eq!(journey.page().name, "today");
    assert_eq!(journey.holding(|holding| holding.record.me()), Writer(2));
}

#[test]
fn a_person_is_invited_with_a_code() {
    let (mut journey, _) = amina();
    journey.press("Invite a person").press("Make the invitation");
    assert!(journey.text().contains("✗ Enter their name"), "{}", journey.text());
    journey.type_in("Their name", "Tom Reed").press("Make the invitation");
    insta::assert_snapshot!("code", journey.text());
    journey.press("Done");
    assert_eq!(journey.page().name, "staff");
}

#[test]
fn an_ended_session_says_so_and_is_not_kept() {
    let mut journey =
        Journey::default().with_server(|_| answer(401, &Problem::from(ProblemCode::SessionEnded)));
    journey.act(|cx| begin(cx, session(AccountRole::Staff)));
    journey.act(|cx| crate::account::signal(crate::account::Signal::Ended, cx));
    assert!(journey.text().contains("You have been signed out."), "{}", journey.text());
    assert_eq!(journey.restarted().page().name, "welcome");
}
