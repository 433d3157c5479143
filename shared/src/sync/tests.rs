//! Sync against a server in a few lines, which can be made to misbehave in the
//! ways that matter. The real server is driven in `tests/`.

mod own;
mod vouchers;

use std::cell::RefCell;
use std::rc::Rc;

use record::api::{
    Account, AccountId, AccountRole, Enrolled, RecordCard, RecordRole, Secret, Session, paths,
};
use record::block;
use record::op::Act;
use record::stream::{Head, Placed};
use record::sync::{
    Accepted, Capabilities, Healed, Refusal, Refused, Request, Response, SetAside, Side,
    StreamPart, Vouched, WriterCard,
};
use record::{KindId, Member, RecordId, Scope, Scopes, Writer};

use crate::effects::network::{Answer, NetworkOperation, NetworkOutput};
use crate::event::{Event, Launch};
use crate::screen::SyncState;
use crate::testing::{Journey, MORNING};

#[derive(Default)]
pub(crate) struct Small {
    /// What it cannot do.
    without: Capabilities,
    /// The streams that it was asked for.
    asked: Vec<Scope>,
    blocks: Vec<(Scope, Placed, Vec<u8>)>,
    writers: u32,
    /// What was pushed, as it came.
    pushes: Vec<Vec<Vec<u8>>>,
    trouble: Trouble,
    /// How often it was restored from a backup.
    restored: u32,
    /// What arrived before it is in a backup.
    safe: i64,
    /// Blocks set aside for the person.
    set_aside: Vec<SetAside>,
    /// It gives its word for writers, and takes it.
    vouches: bool,
    /// A writer of whom it does not tell.
    untold: Option<Writer>,
    /// How many writers each request said that its device knows.
    knew: Vec<u32>,
    /// What is large.
    pub(crate) media: crate::media::tests::Kept,
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
    /// Cannot read the second operation of a block.
    CannotRead,
    /// Says of the second operation of a block that it is somebody else's to write.
    NotTheirs,
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

    fn next(&self, scope: Scope, writer: Writer) -> u32 {
        let own = self.of(scope).filter_map(|placed| block::header(&placed.block).ok());
        own.filter(|header| header.writer == writer).map(block::Header::last).max().unwrap_or(0) + 1
    }

    pub(crate) fn handle(&mut self, request: &NetworkOperation) -> NetworkOutput {
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
                        easy_read: None,
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
                        signs: Vec::new(),
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
            _ => self.media.handle(request),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a whole server, read from top to bottom")]
    fn sync(&mut self, request: &Request) -> NetworkOutput {
        self.pushes.push(request.push.clone());
        self.knew.push(request.writers);
        self.asked.extend(request.cursors.iter().map(|(scope, _)| *scope));
        let mut response = Response {
            epoch: 1 + self.restored,
            now: MORNING,
            safe: self.safe,
            capabilities: Capabilities::ALL.without(self.without),
            ..Response::default()
        };
        for (scope, placed) in &request.heal {
            let header = block::header(&placed.block).unwrap();
            if self.vouches && !self.knows(header.writer, &request.vouched) {
                response.healed.push(Healed::Stranger);
                continue;
            }
            let has = self.of(*scope).any(|known| known.block == placed.block);
            let other = self.next(*scope, header.writer) > header.first;
            if !has && !other {
                let first = self.head(*scope).sequence + 1;
                let placed = Placed { first, ..placed.clone() };
                self.blocks.push((*scope, placed.clone(), placed.block));
            }
            response.healed.push(if has || !other { Healed::Has } else { Healed::Other });
        }
        let asides = request.set_aside.unwrap_or(u64::MAX);
        response.set_aside =
            self.set_aside.iter().filter(|aside| aside.number > asides).cloned().collect();
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
            let refuse = |reason| Refused { scope, counter: header.first, reason };
            let single = [Trouble::CannotRead, Trouble::NotTheirs].contains(&self.trouble);
            if single && header.count > 1 {
                let (draft, _) = block::unsigned(block).unwrap();
                let second = &block::decode(draft).unwrap()[1];
                if second.act != Act::Create(KindId::VOID) {
                    let at = header.first + 1;
                    response.refused.push(refuse(if self.trouble == Trouble::NotTheirs {
                        Refusal::NotTheirs { at }
                    } else {
                        Refusal::Malformed { at }
                    }));
                    continue;
                }
            }
            let known = self.of(scope).find(|placed| placed.block == *block);
            let next = self.next(scope, header.writer);
            let first = if let Some(placed) = known {
                placed.first
            } else if header.first < next {
                response.refused.push(refuse(Refusal::Clone { send_from: next }));
                continue;
            } else if header.first > next {
                response.refused.push(refuse(Refusal::Gap { send_from: next }));
                continue;
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
            let boundary = cursor.head == Head::default()
                || self
                    .of(*scope)
                    .scan(Head::default(), |head, placed| {
                        *head = head.after(placed);
                        Some(*head)
                    })
                    .any(|head| head == cursor.head);
            if !boundary && cursor.epoch < response.epoch {
                response.wanted.push((*scope, head));
                continue;
            }
            let afresh = !boundary;
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
        let told = (0..self.writers).map(|n| Writer(n + 2));
        let told = told.filter(|writer| self.untold != Some(*writer));
        response.writers = told.skip(request.writers as usize).map(card).collect();
        if self.vouches {
            response.vouchers = response.writers.iter().map(|card| word(card.writer)).collect();
        }
        answer(200, response.encode())
    }

    /// Whether it knows a writer, or takes its own word for them.
    fn knows(&self, writer: Writer, vouched: &[Vouched]) -> bool {
        let own = Vouched { card: card(writer), voucher: word(writer) };
        writer.0 <= self.writers + 1 || vouched.contains(&own)
    }
}

fn card(writer: Writer) -> WriterCard {
    WriterCard {
        writer,
        member: Member::PERSON,
        name: "Sam".into(),
        role: String::new(),
        side: Side::Person,
        key: [1; 32],
    }
}

/// Its word for a writer.
fn word(writer: Writer) -> [u8; 32] {
    [u8::try_from(writer.0).unwrap(); 32]
}

pub(crate) fn with(server: &Rc<RefCell<Small>>, journey: Journey) -> Journey {
    let server = server.clone();
    journey.with_server(move |request| server.borrow_mut().handle(&request))
}

pub(crate) fn signed_in(server: &Rc<RefCell<Small>>) -> Journey {
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
fn a_new_device_does_not_say_that_all_is_here_before_it_is() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "from the phone");
    server.borrow_mut().trouble = Trouble::LostAnswer;
    let laptop = signed_in(&server);
    assert_eq!(laptop.page().sync.state, SyncState::Waiting, "{}", laptop.text());
    assert!(laptop.text().contains("What was written before is still to come"));
    // A restart without a network does not make it so either.
    let mut laptop = with(&server, laptop.restarted());
    assert_eq!(laptop.page().sync.state, SyncState::Waiting, "{}", laptop.text());
    laptop.later(600);
    assert_eq!(laptop.page().sync.state, SyncState::Sent, "{}", laptop.text());
    assert_eq!(notes(&laptop), ["from the phone"]);
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
    // Its counter was never taken: a void takes it, so that the next can go.
    write(&mut phone, "goes on");
    phone.later(30);
    assert_eq!(server.borrow().head(Scope::Diary).sequence, 2);
    assert_eq!(notes(&signed_in(&server)), ["goes on"]);
    assert_eq!(phone.holding(|holding| holding.parked.len()), 1);
    assert!(notes(&phone.restarted()).contains(&"goes on".to_owned()));
}

#[test]
fn a_server_restored_from_a_backup_gets_back_what_it_lost() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "in the backup");
    write(&mut phone, "after the backup");
    assert_eq!(phone.page().sync.state, SyncState::Sent);
    let before = server.borrow().head(Scope::Diary);
    server.borrow_mut().blocks.pop();
    server.borrow_mut().restored = 1;
    phone.later(10);
    assert_eq!(phone.page().sync.state, SyncState::Sent, "{}", phone.text());
    assert_eq!(notes(&phone), ["after the backup", "in the backup"]);
    assert_eq!(server.borrow().head(Scope::Diary), before, "byte for byte");
    assert_eq!(notes(&phone.restarted()), ["after the backup", "in the backup"]);
    assert_eq!(notes(&signed_in(&server)), ["after the backup", "in the backup"]);
}

#[test]
fn a_restored_server_that_wrote_something_else_since_keeps_both() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    let mut laptop = signed_in(&server);
    write(&mut phone, "in the backup");
    write(&mut laptop, "lost with the server");
    phone.later(2);
    server.borrow_mut().blocks.pop();
    server.borrow_mut().restored = 1;
    // The phone writes before anybody has given anything back.
    let mut tablet = signed_in(&server);
    write(&mut tablet, "since the restore");
    assert_eq!(server.borrow().blocks.len(), 2);
    laptop.later(10);
    assert_eq!(laptop.page().sync.state, SyncState::Sent, "{}", laptop.text());
    let all = ["in the backup", "lost with the server", "since the restore"];
    assert_eq!(notes(&laptop), all);
    phone.later(10);
    assert_eq!(notes(&phone), all);
    assert_eq!(notes(&laptop.restarted()), all);
}

#[test]
fn what_a_backup_holds_too_is_packed_and_says_the_same() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    for n in 0..80 {
        write(&mut phone, &format!("note {n:02}"));
        phone.later(2);
    }
    let before = notes(&phone);
    assert!(phone.disk.lock().unwrap().rows() >= 80);
    server.borrow_mut().safe = MORNING + 1;
    write(&mut phone, "one more");
    assert_eq!(phone.page().sync.state, SyncState::Sent, "{}", phone.text());
    let rows = phone.disk.lock().unwrap().rows();
    assert!(rows < 10, "{rows} rows");
    let mut phone = with(&server, phone.restarted());
    assert_eq!(notes(&phone).len(), before.len() + 1);
    phone.later(2);
    assert_eq!(phone.page().sync.state, SyncState::Sent, "the packed rows still reach the hash");
    write(&mut phone, "and on it goes");
    assert_eq!(notes(&signed_in(&server)), notes(&phone));
}

#[test]
fn a_copied_device_goes_on_under_a_number_of_its_own_and_both_branches_stay() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "before the copy");
    let mut copy = with(&server, phone.copied());
    server.borrow_mut().trouble = Trouble::Down;
    write(&mut copy, "from the copy, 1");
    write(&mut copy, "from the copy, 2");
    server.borrow_mut().trouble = Trouble::None;
    write(&mut phone, "from the phone");
    copy.later(30);
    assert_eq!(copy.page().sync.state, SyncState::Sent, "{}", copy.text());
    let all = ["before the copy", "from the copy, 1", "from the copy, 2", "from the phone"];
    assert_eq!(notes(&copy), all);
    phone.later(2);
    assert_eq!(notes(&phone), all);
    write(&mut copy, "on it goes");
    write(&mut phone, "so does the phone");
    copy.later(2);
    assert_eq!(notes(&copy).len(), 6);
    assert_eq!(notes(&copy.restarted()), notes(&signed_in(&server)));
}

#[test]
fn one_bad_operation_is_kept_apart_and_the_rest_goes_through() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    server.borrow_mut().trouble = Trouble::Down;
    // The first is on its way before the other two are signed as one block.
    for what in ["good", "good too", "bad"] {
        write(&mut phone, what);
    }
    server.borrow_mut().trouble = Trouble::CannotRead;
    phone.later(30);
    assert_eq!(server.borrow().head(Scope::Diary).sequence, 3);
    assert_eq!(notes(&phone), ["good", "good too"]);
    assert_eq!(phone.page().sync.state, SyncState::Attention, "it is told");
    phone.holding(|holding| {
        let parked = &holding.parked[0];
        assert_eq!((parked.why, parked.piece.header.count), (crate::holding::Why::Malformed, 1));
        assert!(parked.piece.bytes.windows(3).any(|bytes| bytes == b"bad"));
    });
    server.borrow_mut().trouble = Trouble::None;
    write(&mut phone, "later");
    let expected = ["good", "good too", "later"];
    assert_eq!(notes(&phone.restarted()), expected);
    assert_eq!(notes(&signed_in(&server)), expected);
}

#[test]
fn what_others_may_no_longer_add_comes_to_the_person_once() {
    let server = Rc::new(RefCell::new(Small::default()));
    let mut phone = signed_in(&server);
    write(&mut phone, "mine");
    let block = server.borrow().blocks[0].1.block.clone();
    server.borrow_mut().set_aside = vec![SetAside { number: 1, arrived: MORNING, block }];
    phone.later(2);
    phone.later(2);
    phone.holding(|holding| assert_eq!(holding.set_aside.len(), 1));
    phone.restarted().holding(|holding| assert_eq!(holding.set_aside.len(), 1));
    assert_eq!(notes(&phone), ["mine"], "it is not in the record");
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

#[test]
fn who_asks_is_told_when_all_that_was_set_going_is_over_and_not_before() {
    let server = Rc::default();
    let mut journey = signed_in(&server);
    journey.later(60);
    let before = journey.requests;
    journey.send_together([Event::Background, Event::Settle(1)]);
    let (number, requests) = journey.settled[0];
    assert_eq!((number, journey.settled.len()), (1, 1));
    assert!(requests > before && requests == journey.requests, "{requests} {before}");
    // Nothing is going on: at once. A press that waits for one that is being saved
    // comes first, and so does what both set going.
    journey.send(Event::Settle(2));
    assert_eq!(journey.settled.len(), 2);
    journey.press("More").press("Diary").press("Write a note");
    journey.type_in("What would you like to remember?", "A bad night");
    let save = crate::pilot::find(&journey.page(), "Save").unwrap();
    let track = crate::pilot::find(&journey.page(), "Track").unwrap();
    let before = journey.requests;
    journey.send_together([Event::Press(save), Event::Press(track), Event::Settle(3)]);
    assert_eq!(journey.page().name, "track");
    assert_eq!(journey.settled[2], (3, journey.requests));
    assert!(journey.requests > before);
    assert_eq!(journey.page().sync.state, SyncState::Sent);
}

#[test]
fn who_asks_without_a_network_or_before_all_is_open_is_told_too() {
    let server = Rc::<RefCell<Small>>::default();
    let mut journey = signed_in(&server);
    server.borrow_mut().trouble = Trouble::Down;
    journey.later(60);
    journey.send_together([Event::Background, Event::Settle(1)]);
    assert_eq!(journey.settled.len(), 1);
    let mut next = Journey::unstarted(journey.disk.clone());
    next.send_together([Event::Start(Launch::default()), Event::Settle(7)]);
    assert_eq!(next.settled.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [7]);
    // And where nothing can be opened.
    journey.disk.lock().unwrap().unreadable = true;
    let mut shut = Journey::unstarted(journey.disk.clone());
    shut.send_together([Event::Start(Launch::default()), Event::Settle(8)]);
    shut.send(Event::Settle(9));
    assert_eq!(shut.settled, [(8, 0), (9, 0)]);
}
