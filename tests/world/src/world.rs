//! The world: devices, the server, what is on its way between them, and the
//! true time. One step after the other; nothing happens by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use record::api::{Account, paths};
use record::sync::{Request, Response};
use record::{Member, RecordId};
use server::chance::Chance;
use server::clock::{Clock, Moment, RisingClock};
use server::keys::Keys;
use server::operator;
use server::store::books::Pen;
use shared::effects::network::{Answer, Hint, NetworkOperation, NetworkOutput};
use shared::event::{Event, FieldInput};
use shared::nav::Intent;
use shared::screen::Input;
use shared::{account, staff};

use crate::device::{Device, Sent};
use crate::dice::SeededChance;
use crate::disk::Health;
use crate::oracle::{Fault, Oracle};
use crate::schedule::Schedule;
use crate::service::Service;
use crate::shelf::{Shelf, Shelves};
use crate::step::{Step, Way};
use crate::template::{self, TEMPLATE};
use crate::trace::Trace;
use crate::write;

/// The colleague's device.
pub const STAFF: usize = 3;

/// How often one step lets a device send before it counts as going in circles.
const ROUNDS: usize = 24;

/// Something on its way.
struct Flight {
    id: u32,
    device: usize,
    /// The run of the app that sent it.
    life: u32,
    request: NetworkOperation,
    /// What awaits the answer; none for a copy, or where nobody does any more.
    sent: Option<Sent>,
    /// None until the server has answered.
    answer: Option<Answer>,
}

/// The server's clock, as the world sets it.
#[derive(Debug)]
struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Relaxed))
    }
}

/// The world.
pub struct World {
    /// The devices.
    pub devices: Vec<Device>,
    /// Whose they are.
    pub people: Vec<Account>,
    /// The server.
    pub service: Service,
    /// The true time: milliseconds since 1970.
    pub now: i64,
    server_skew: i64,
    hands: Arc<Hands>,
    clock: Arc<dyn Clock>,
    /// The server's last backup.
    backup: Option<Shelves>,
    flights: Vec<Flight>,
    next: u32,
    /// What is known to be true.
    pub oracle: Oracle,
    /// What happened.
    pub trace: Trace,
    /// Numbers what is written, so that no two say the same.
    pub serial: u32,
    record: RecordId,
    carer: Member,
    keys: Arc<Keys>,
    chance: Arc<dyn Chance>,
}

impl World {
    /// With a server and nobody.
    #[must_use]
    pub fn empty(shelf: Shelf, keys: Arc<Keys>, chance: Arc<dyn Chance>, now: i64) -> Self {
        let hands = Arc::new(Hands(AtomicI64::new(now)));
        let told: Arc<dyn Clock> = Arc::<Hands>::clone(&hands);
        let clock = Arc::new(RisingClock::new(told, Moment(now)));
        let service = Service::new(Arc::new(shelf), Arc::clone(&keys), Arc::clone(&chance));
        Self {
            devices: Vec::new(),
            people: Vec::new(),
            service,
            now,
            server_skew: 0,
            hands,
            clock,
            backup: None,
            flights: Vec::new(),
            next: 0,
            oracle: Oracle::default(),
            trace: Trace::default(),
            serial: 0,
            record: RecordId([0; 16]),
            carer: Member::PERSON,
            keys,
            chance,
        }
    }

    /// At the beginning of a schedule.
    #[must_use]
    pub fn of(schedule: &Schedule) -> Self {
        let template = &*TEMPLATE;
        let shelf = Shelf::with(template.shelves.clone(), schedule.broken.shelf());
        let chance = Arc::new(SeededChance::new(schedule.seed));
        let mut world = Self::empty(shelf, Arc::clone(&template.keys), chance, template::BEGINNING);
        world.record = template.record;
        world.carer = template.carer;
        world.oracle = Oracle::new(template);
        for device in 0..usize::from(schedule.devices).min(template.disks.len()) {
            let mut disk = template.disks[device].clone();
            disk.broken = schedule.broken.disk();
            let key = Arc::clone(&template.device_keys[device]);
            world.devices.push(Device::new(disk, key));
            world.people.push(template.people[device].clone());
            world.start(device);
        }
        world.look(None);
        world
    }

    /// The server's time.
    fn moment(&self) -> Moment {
        self.hands.0.store(self.now + self.server_skew, Ordering::Relaxed);
        self.clock.now()
    }

    /// Starts the app; a colleague signs in, for nothing of theirs was kept.
    fn start(&mut self, device: usize) {
        if self.devices[device].runs() {
            return;
        }
        self.devices[device].start(self.now, &mut self.trace);
        self.collect();
        if device == STAFF {
            self.sign_in_again(device);
        }
    }

    /// A new session; none while the server cannot write.
    fn session(&mut self, device: usize) -> Option<account::Kept> {
        let key = crate::device::public(self.devices[device].key_in_use());
        let account = self.people[device].clone();
        let now = self.moment();
        let until = self.now + self.devices[device].skew + 900_000;
        let signing = template::sign_in(self.service.books.clone(), account, key, now);
        let mut kept = self.service.at_once(signing).ok()?;
        // By the device's clock, as the core reckons it.
        kept.until = until;
        Some(kept)
    }

    /// Somebody signs in again, where the server has ended their session, or
    /// where none is kept.
    fn sign_in_again(&mut self, device: usize) {
        let ended = self.devices[device]
            .open()
            .is_some_and(|open| open.session().is_none_or(|session| session.ended));
        if !ended {
            return;
        }
        let Some(kept) = self.session(device) else { return };
        if device == STAFF {
            self.devices[device].act(self.now, &mut self.trace, |cx| Some(staff::begin(cx, kept)));
        } else {
            let body = serde_json::to_vec(&kept).unwrap_or_default();
            self.devices[device].disk.content.values.insert(account::SESSION.into(), body);
            if let Some(open) = self.devices[device].open_mut() {
                open.session = Some(kept);
            }
        }
        self.collect();
    }

    /// Takes what devices have sent onto its way.
    fn collect(&mut self) {
        for (at, device) in self.devices.iter_mut().enumerate() {
            for sent in std::mem::take(&mut device.sent) {
                self.flights.push(Flight {
                    id: self.next,
                    device: at,
                    life: device.life,
                    request: sent.operation.clone(),
                    sent: Some(sent),
                    answer: None,
                });
                self.next += 1;
            }
        }
    }

    fn pick(&self, number: u8) -> Option<usize> {
        let count = self.flights.len();
        (count > 0).then(|| usize::from(number) % count)
    }

    fn device(&self, number: u8) -> usize {
        usize::from(number) % self.devices.len().max(1)
    }

    /// A flight reaches the server.
    fn deliver(&mut self, at: usize) {
        self.moment();
        let flight = &self.flights[at];
        if flight.answer.is_none() && !self.service.handles(flight.id) {
            let (id, request) = (flight.id, flight.request.clone());
            if let Some(answer) = self.service.arrive(id, request, Arc::clone(&self.clock)) {
                self.answered(at, answer);
            }
        }
    }

    /// The server does one read or write of a flight's.
    fn work(&mut self, at: usize) {
        if let Some(answer) = self.service.work(self.flights[at].id) {
            self.answered(at, answer);
        }
    }

    /// The server has answered: from now on it is bound by what it said.
    fn answered(&mut self, at: usize, answer: Answer) {
        self.trace.add(b"answer", &answer.body);
        let flight = &self.flights[at];
        if flight.request.path == paths::SYNC
            && answer.status == 200
            && let (Ok(asked), Ok(said)) =
                (Request::decode(&flight.request.body), Response::decode(&answer.body))
        {
            self.oracle.answered(&self.service, flight.device, &asked, &said);
        }
        self.flights[at].answer = Some(answer);
    }

    /// The server does all of it.
    fn finish(&mut self, at: usize) {
        self.deliver(at);
        while self.flights[at].answer.is_none() && self.service.handles(self.flights[at].id) {
            self.work(at);
        }
    }

    /// What a flight comes to reaches its device.
    fn land(&mut self, at: usize, output: NetworkOutput) {
        let flight = self.flights.remove(at);
        let device = &mut self.devices[flight.device];
        if let Some(sent) = flight.sent
            && device.runs()
            && device.life == flight.life
        {
            device.answer(sent, output, self.now, &mut self.trace);
        }
        self.collect();
    }

    fn lose(&mut self, at: usize) {
        // What the server has begun it may finish; nobody hears of it.
        if self.service.handles(self.flights[at].id) {
            self.finish(at);
        }
        self.land(at, NetworkOutput::Unreachable);
    }

    fn of_device(&self, device: usize) -> Option<usize> {
        self.flights.iter().position(|flight| flight.device == device)
    }

    /// A device syncs, and nothing happens to it.
    pub fn sync_well(&mut self, device: usize) {
        self.sync(device, Way::Well);
    }

    fn sync(&mut self, device: usize, way: Way) {
        let event = Event::Network(true);
        self.devices[device].release(self.now, &mut self.trace);
        self.devices[device].send(event, self.now, &mut self.trace);
        self.collect();
        let mut way = way;
        for _ in 0..ROUNDS {
            let Some(at) = self.of_device(device) else { return };
            if way == Way::NoRequest && !self.service.handles(self.flights[at].id) {
                self.land(at, NetworkOutput::Unreachable);
                continue;
            }
            if way == Way::Twice {
                self.copy(at);
            }
            self.finish(at);
            let Some(answer) = self.flights[at].answer.clone() else {
                self.land(at, NetworkOutput::Unreachable);
                continue;
            };
            let output = match way {
                Way::NoAnswer | Way::NoRequest => NetworkOutput::Unreachable,
                _ => NetworkOutput::Answer(spoil(answer, &mut way)),
            };
            self.land(at, output);
        }
    }

    /// The server sees a flight once more, all of it.
    fn copy(&mut self, at: usize) {
        let original = &self.flights[at];
        let copy = Flight {
            id: self.next,
            device: original.device,
            life: original.life,
            request: original.request.clone(),
            sent: None,
            answer: None,
        };
        self.next += 1;
        self.flights.push(copy);
        let last = self.flights.len() - 1;
        self.finish(last);
        self.flights.remove(last);
    }

    /// Carries out a step, and looks whether all that must hold still does.
    pub fn step(&mut self, step: Step) {
        self.trace.add(b"step", format!("{step:?}").as_bytes());
        let device = match step {
            Step::Write(device, _)
            | Step::Sync(device, _)
            | Step::Begin(device)
            | Step::Die(device, ..)
            | Step::Start(device)
            | Step::Hold(device)
            | Step::Release(device)
            | Step::Disk(device, _)
            | Step::Skew(device, _)
            | Step::Zone(device, _)
            | Step::Hint(device)
            | Step::Share(device, _)
            | Step::Draw(device) => Some(self.device(device)),
            _ => None,
        };
        match device {
            Some(at) => self.at_device(at, step),
            None => self.elsewhere(step),
        }
        self.collect();
        self.look(device);
    }

    fn at_device(&mut self, at: usize, step: Step) {
        let (now, record) = (self.now, self.record);
        let trace = &mut self.trace;
        let device = &mut self.devices[at];
        match step {
            Step::Write(_, what) => {
                self.serial += 1;
                write::write(device, record, what, self.serial, now, trace);
            }
            Step::Share(_, bits) if at < 2 => {
                let share = template::share_of(bits);
                write::share(device, self.carer, share, now, trace);
            }
            Step::Sync(_, way) => self.sync(at, way),
            Step::Begin(_) => device.send(Event::Network(true), now, trace),
            Step::Die(_, after, whole) => device.light(after, whole),
            Step::Start(_) => self.start(at),
            Step::Hold(_) => device.hold(),
            Step::Release(_) => device.release(now, trace),
            Step::Disk(_, health) => device.disk.health = health,
            Step::Skew(_, hours) => device.skew = i64::from(hours) * 3_600_000,
            Step::Zone(_, zone) => device.carry(zone),
            Step::Hint(_) => device.hint(Hint::New, now, trace),
            Step::Draw(_) => {
                let page = device.draw().map(|page| shared::screen::text::render(&page));
                trace.add(b"page", page.unwrap_or_default().as_bytes());
            }
            _ => {}
        }
    }

    fn elsewhere(&mut self, step: Step) {
        match step {
            Step::Deliver(n) => {
                if let Some(at) = self.pick(n) {
                    self.deliver(at);
                }
            }
            Step::Work(n) => {
                if let Some(at) = self.pick(n) {
                    self.deliver(at);
                    self.work(at);
                }
            }
            Step::Answer(n) => {
                if let Some(at) = self.pick(n) {
                    self.finish(at);
                    if let Some(answer) = self.flights[at].answer.clone() {
                        self.land(at, NetworkOutput::Answer(answer));
                    }
                }
            }
            Step::Lose(n) => {
                if let Some(at) = self.pick(n) {
                    self.lose(at);
                }
            }
            Step::Again(n) => {
                if let Some(at) = self.pick(n) {
                    self.copy(at);
                }
            }
            Step::Pass(minutes) => self.pass(minutes),
            Step::ServerSkew(minutes) => self.server_skew = i64::from(minutes) * 60_000,
            Step::ServerDies(whole) => self.server_dies(whole),
            Step::ServerDisk(health) => self.service.shelf.fare(health),
            Step::Backup => self.backup = Some(self.service.shelf.copy()),
            Step::Restore => self.restore(),
            Step::Open if self.devices.len() > STAFF => self.open(),
            _ => {}
        }
    }

    fn pass(&mut self, minutes: u16) {
        self.now += i64::from(minutes) * 60_000;
        for device in &mut self.devices {
            device.wake(self.now, &mut self.trace);
        }
    }

    fn server_dies(&mut self, whole: bool) {
        self.service.die(whole);
        for device in &mut self.devices {
            device.hint(Hint::Closed, self.now, &mut self.trace);
        }
        self.oracle.still_there(&self.service);
    }

    /// The server is lost, and goes on from its last backup; with none, from
    /// the beginning.
    fn restore(&mut self) {
        self.service.die(false);
        let backup = self.backup.clone().unwrap_or_else(|| TEMPLATE.shelves.clone());
        self.service.shelf.restore(backup);
        // It takes a while.
        self.now += 60_000;
        let begin = |pen: &mut Pen<'_>| operator::begin_epoch(pen);
        let books = self.service.books.clone();
        let outcome = self.service.at_once(async move { books.write(begin).await });
        // On a disk that takes no more, the operator has not restored it yet.
        if outcome.is_err() {
            self.service.shelf.fare(Health::Well);
            let books = self.service.books.clone();
            let _ = self.service.at_once(async move { books.write(begin).await });
        }
        for device in &mut self.devices {
            device.hint(Hint::Closed, self.now, &mut self.trace);
        }
        self.oracle.restored(&self.service, &self.devices);
    }

    /// A colleague says why, and opens the record.
    fn open(&mut self) {
        self.start(STAFF);
        self.sign_in_again(STAFF);
        let input = FieldInput {
            form: "staff.reason".into(),
            field: "why".into(),
            value: Input::Chosen(vec!["review".into()]),
        };
        let device = &mut self.devices[STAFF];
        device.send(Event::Input(input), self.now, &mut self.trace);
        let press = Intent::Staff(staff::Intent::Open(self.record));
        device.send(Event::Press(press.into()), self.now, &mut self.trace);
        self.collect();
        self.sync(STAFF, Way::Well);
    }

    /// Looks at what changed.
    fn look(&mut self, device: Option<usize>) {
        match device {
            Some(at) => self.oracle.watch(at, &self.devices[at]),
            None => {
                for (at, device) in self.devices.iter().enumerate() {
                    self.oracle.watch(at, device);
                }
            }
        }
    }

    /// Faults stop: all that was on its way is lost or done, everything runs,
    /// and whoever was signed out signs in. Then everybody syncs.
    pub fn quieten(&mut self) {
        self.service.shelf.fare(Health::Well);
        for device in &mut self.devices {
            device.disk.health = Health::Well;
            device.spare();
            device.release(self.now, &mut self.trace);
        }
        while let Some(at) = self.flights.len().checked_sub(1) {
            self.lose(at);
        }
        let mut settled = false;
        for _ in 0..6 {
            for at in 0..self.devices.len() {
                self.start(at);
                self.sign_in_again(at);
                self.sync(at, Way::Well);
            }
            // Once more, for those who asked before the last had sent.
            if std::mem::replace(&mut settled, self.is_settled()) && settled {
                break;
            }
        }
        self.look(None);
    }

    /// Whether every device has sent all that it can, and is done.
    fn is_settled(&self) -> bool {
        self.devices.iter().all(|device| {
            device.open().is_some_and(|open| {
                !open.sync.is_running()
                    && open.session().is_none_or(|session| !session.ended)
                    && open
                        .holdings
                        .iter()
                        .all(|held| held.outbox.is_empty() && held.pending.is_empty())
            })
        })
    }

    /// All invariants that hold at quiet.
    pub fn judge(&mut self) {
        self.oracle.judge(&self.service, &self.devices);
    }

    /// What was found to be wrong first.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.oracle.fault.as_ref()
    }

    /// The server's keys and chance, for a server that starts anew.
    #[must_use]
    pub fn means(&self) -> (Arc<Keys>, Arc<dyn Chance>) {
        (Arc::clone(&self.keys), Arc::clone(&self.chance))
    }
}

/// What the way does to an answer; the first that it fits ends it.
fn spoil(mut answer: Answer, way: &mut Way) -> Answer {
    match *way {
        Way::Short(sixteenths) => {
            let length = answer.body.len() * usize::from(sixteenths) / 16;
            answer.body.truncate(length);
            *way = Way::Well;
        }
        Way::Damaged(how) => {
            if let Ok(mut response) = Response::decode(&answer.body)
                && let Some(part) = response.streams.iter_mut().find(|part| !part.blocks.is_empty())
            {
                let at = usize::from(how / 4) % part.blocks.len();
                match how % 4 {
                    0 => drop(part.blocks.remove(at)),
                    1 => part.blocks.reverse(),
                    2 => part.blocks[at].arrived += 1,
                    _ => {
                        // A letter of what was written.
                        let length = part.blocks[at].block.len();
                        let letter = length - record::block::SIGNATURE - 1;
                        part.blocks[at].block[letter] ^= 1;
                    }
                }
                answer.body = response.encode();
                *way = Way::Well;
            }
        }
        _ => {}
    }
    answer
}
