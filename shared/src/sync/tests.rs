//! Sync against a server in a few lines, which can be made to misbehave in the
//! ways that matter. The real server is driven in `tests/`.

use std::cell::RefCell;
use std::rc::Rc;

use record::api::{
    Account, AccountId, AccountRole, Enrolled, RecordCard, RecordRole, Secret, Session, paths,
};
use record::block;
use record::stream::{Head, Placed};
use record::sync::{Accepted, Refusal, Refused, Request, Response, Side, StreamPart, WriterCard};
use record::{Member, RecordId, Scope, Scopes, Writer};

use crate::effects::network::{Answer, NetworkOperation, NetworkOutput};
use crate::screen::SyncState;
use crate::testing::{Journey, MORNING};

#[derive(Default)]
struct Small {
    blocks: Vec<(Scope, Placed, Vec<u8>)>,
    writers: u32,
    /// What was pushed, as it came.
    pushes: Vec<Vec<Vec<u8>>>,
    trouble: Trouble,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Trouble {
    #[default]
    None,
    /// No network at all.
    Down,
    /// Takes everything, and the answer is lost.
    LostAnswer,
    /// Says a hash that the blocks do not reach, once.
    WrongHash,
    /// Refuses every block for good.
    Refuses,
}

fn answer(status: u16, body: Vec<u8>) -> NetworkOutput {
    NetworkOutput::Answer(Answer { status, retry_after: None, body })
}

impl Small {
    fn head(&self, scope: Scope) -> Head {
        self.of(scope).fold(Head::default(), Head::after)
    }

    fn of(&self, scope: Scope) -> impl Iterator<Item = &Placed> {
        self.blocks.iter().filter(move |(known, ..)| *known == scope).map(|(_, placed, _)| placed)
    }

    fn handle(&mut self, request: &NetworkOperation) -> NetworkOutput {
        if self.trouble == Trouble::Down {
            return NetworkOutput::Unreachable;
        }
        match request.path.as_str() {
            paths::SESSIONS | paths::ACCOUNTS | paths::REFRESH => {
                let session = Session {
                    access: Secret::new("access"),
                    refresh: Secret::new("refresh"),
                    access_seconds: 900,
                    account: Account {
                        id: AccountId([1; 16]),
                        username: "sam".into(),
                        name: "Sam".into(),
                        role: AccountRole::Person,
                        team: None,
                        job: None,
                    },
                    records: vec![RecordCard {
                        record: RecordId([9; 16]),
                        name: "Sam".into(),
                        member: Member::PERSON,
                        role: RecordRole::Person,
                        scopes: Scopes::ALL,
                        adds: Scopes::ALL,
                        writer: None,
                        teams: Vec::new(),
                    }],
                };
                answer(200, serde_json::to_vec(&session).unwrap())
            }
            paths::ENROL => {
                self.writers += 1;
                let enrolled =
                    Enrolled { writer: Writer(self.writers + 1), member: Member::PERSON };
                answer(200, serde_json::to_vec(&enrolled).unwrap())
            }
            paths::SYNC => self.sync(&Request::decode(&request.body).unwrap()),
            _ => answer(404, Vec::new()),
        }
    }

    fn sync(&mut self, request: &Request) -> NetworkOutput {
        self.pushes.push(request.push.clone());
        let mut response = Response { epoch: 1, now: MORNING, ..Response::default() };
        for block in &request.push {
            let header = block::header(block).unwrap();
            let scope = header.scope;
            if self.trouble == Trouble::Refuses {
                response.refused.push(Refused {
                    scope,
                    counter: header.first,
                    reason: Refusal::NotAllowed,
                });
                continue;
            }
            let known = self.blocks.iter().find(|(s, p, _)| {
                *s == scope
                    && block::header(&p.block)
                        .is_ok_and(|h| h.writer == header.writer && h.first == header.first)
            });
            let first = if let Some((_, placed, bytes)) = known {
                assert_eq!(bytes, block, "the same counters came with other bytes");
                placed.first
            } else {
                let first = self.head(scope).sequence + 1;
                let placed = Placed { first, arrived: MORNING, block: block.clone() };
                self.blocks.push((scope, placed, block.clone()));
                first
            };
            response.accepted.push(Accepted {
                scope,
                counter: header.first,
                first,
                arrived: MORNING,
            });
        }
        if self.trouble == Trouble::LostAnswer {
            self.trouble = Trouble::None;
            return NetworkOutput::Unreachable;
        }
        for (scope, cursor) in &request.cursors {
            let mut head = self.head(*scope);
            if head == cursor.head {
                continue;
            }
            let afresh = head.sequence < cursor.head.sequence;
            let blocks = self
                .of(*scope)
                .filter(|placed| {
                    (afresh || placed.first > cursor.head.sequence)
                        && !request.push.contains(&placed.block)
                })
                .cloned()
                .collect();
            if self.trouble == Trouble::WrongHash {
                head.hash[0] ^= 1;
            }
            response.streams.push(StreamPart { scope: *scope, afresh, head, more: false, blocks });
        }
        if self.trouble == Trouble::WrongHash && !response.streams.is_empty() {
            self.trouble = Trouble::None;
        }
        if request.writers < self.writers {
            response.writers = (request.writers..self.writers)
                .map(|n| WriterCard {
                    writer: Writer(n + 2),
                    member: Member::PERSON,
                    name: "Sam".into(),
                    role: String::new(),
                    side: Side::Person,
                    key: [1; 32],
                })
                .collect();
        }
        answer(200, response.encode())
    }
}

fn with(server: &Rc<RefCell<Small>>, journey: Journey) -> Journey {
    let server = server.clone();
    journey.with_server(move |request| server.borrow_mut().handle(&request))
}

fn signed_in(server: &Rc<RefCell<Small>>) -> Journey {
    let mut journey = with(server, Journey::default());
    sign_in(&mut journey);
    journey
}

fn sign_in(journey: &mut Journey) {
    journey
        .press("Sign in")
        .type_in("Username", "sam")
        .type_in("Password", "correct horse battery");
    journey.press("Sign in");
}

fn write(journey: &mut Journey, what: &str) {
    // A diary note through the same act that the diary uses.
    journey.act(|cx| {
        let holding = cx.open.holding().expect("a record");
        let mut act = crate::saving::Act::new(holding, cx.now);
        let now = act.happened_now();
        act.create(
            &record::kinds::DiaryNote {
                topic: record::kinds::DiaryTopic::Note,
                text: what.into(),
                mood: None,
                amount: None,
            },
            now,
        );
        act.save(cx, crate::saving::Go::Stay, None)
    });
}

fn notes(journey: &Journey) -> Vec<String> {
    journey.holding(|holding| {
        let mut notes: Vec<String> = holding
            .record
            .current::<record::kinds::DiaryNote>()
            .map(|entry| entry.value.text)
            .collect();
        notes.sort();
        notes
    })
}

#[test]
fn what_was_written_alone_is_sent_after_joining_and_reaches_the_second_device() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = with(&server, Journey::default());
    phone.press("Use it on this device");
    write(&mut phone, "before any account");
    phone.press("More").press("Sign in");
    sign_in_form(&mut phone);
    assert_eq!(phone.page().sync.state, SyncState::Sent, "{}", phone.text());

    let mut laptop = signed_in(&server);
    assert_eq!(notes(&laptop), ["before any account"]);
    write(&mut laptop, "from the laptop");
    phone.later(2);
    assert_eq!(notes(&phone), ["before any account", "from the laptop"]);
    // And all of it is there again after a crash of either.
    assert_eq!(notes(&phone.restarted()), notes(&phone));
    assert_eq!(notes(&laptop.restarted()), notes(&laptop));
}

fn sign_in_form(journey: &mut Journey) {
    journey
        .type_in("Username", "sam")
        .type_in("Password", "correct horse battery")
        .press("Sign in");
}

#[test]
fn an_answer_that_is_lost_leads_to_the_same_bytes_again_and_one_effect() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    server.borrow_mut().trouble = Trouble::LostAnswer;
    write(&mut phone, "once");
    assert_eq!(phone.page().sync.state, SyncState::Waiting);
    // The device dies before it can ask again.
    let mut phone = with(&server, phone.restarted());
    phone.later(10);
    assert_eq!(phone.page().sync.state, SyncState::Sent, "{}", phone.text());
    assert_eq!(notes(&phone), ["once"]);
    let server = server.borrow();
    let pushes: Vec<_> = server.pushes.iter().filter(|push| !push.is_empty()).collect();
    assert_eq!(pushes.len(), 2);
    assert_eq!(pushes[0], pushes[1]);
    assert_eq!(server.blocks.len(), 1);
}

#[test]
fn a_stream_that_does_not_reach_the_servers_hash_is_read_again() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "one");
    server.borrow_mut().trouble = Trouble::WrongHash;
    let laptop = signed_in(&server);
    assert_eq!(notes(&laptop), ["one"]);
    assert_eq!(laptop.page().sync.state, SyncState::Sent);
}

#[test]
fn what_the_server_refuses_is_kept_and_told() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    server.borrow_mut().trouble = Trouble::Refuses;
    write(&mut phone, "refused");
    assert_eq!(phone.page().sync.state, SyncState::Attention);
    assert_eq!(notes(&phone), ["refused"]);
    server.borrow_mut().trouble = Trouble::None;
    write(&mut phone, "goes on");
    assert_eq!(notes(&phone.restarted()), ["goes on", "refused"]);
}

#[test]
fn a_server_restored_from_a_backup_takes_nothing_from_a_device() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "in the backup");
    write(&mut phone, "after the backup");
    assert_eq!(phone.page().sync.state, SyncState::Sent);
    server.borrow_mut().blocks.pop();
    phone.later(10);
    assert_eq!(notes(&phone), ["after the backup", "in the backup"]);
    assert_eq!(notes(&phone.restarted()), ["after the backup", "in the backup"]);
}

#[test]
fn with_no_network_everything_waits_and_is_said_to_wait() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    server.borrow_mut().trouble = Trouble::Down;
    write(&mut phone, "on the train");
    assert_eq!(phone.page().sync.state, SyncState::Waiting);
    assert_eq!(phone.page().sync.text, "Saved on this device · not sent yet");
    server.borrow_mut().trouble = Trouble::None;
    phone.later(30);
    assert_eq!(phone.page().sync.state, SyncState::Sent);
}

#[test]
fn years_alone_on_a_device_lie_in_few_pieces() {
    let mut phone = Journey::default();
    phone.press("Use it on this device");
    for n in 0..200 {
        write(&mut phone, &format!("note {n}"));
        phone.later(30);
    }
    let rows = phone.disk.lock().unwrap().rows();
    assert!(rows <= 70, "{rows} rows");
    assert_eq!(notes(&phone.restarted()).len(), 200);
}
