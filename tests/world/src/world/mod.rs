//! The world: devices, the server, what is on its way between them, and the
//! true time. One step after the other; nothing happens by itself.

mod flights;
mod people;
mod quiet;
mod server;
mod version;
mod way;

use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use ::server::chance::Chance;
use ::server::clock::{Clock, Moment, RisingClock};
use ::server::keys::Keys;
use ::server::store::Shelves;
use record::api::Account;
use record::{Member, RecordId};
use shared::effects::network::{Hint, NetworkOutput};
use shared::event::Event;

use self::flights::Flight;
use self::server::Hands;
use crate::device::Device;
use crate::dice::SeededChance;
use crate::oracle::{Fault, Oracle};
use crate::schedule::Schedule;
use crate::service::Service;
use crate::shelf::Shelf;
use crate::step::{Step, Version};
use crate::template::{self, TEMPLATE};
use crate::trace::Trace;
use crate::write;

/// The colleague's device.
pub const STAFF: usize = 3;

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
    /// Which version of the server runs.
    version: Version,
    hands: Arc<Hands>,
    clock: Arc<dyn Clock>,
    /// The server's last backup.
    backup: Option<Shelves>,
    flights: Vec<Flight>,
    next: u32,
    /// What the server's own gathering is called among its requests.
    gathering: Option<u32>,
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
            version: Version::Same,
            hands,
            clock,
            backup: None,
            flights: Vec::new(),
            next: 0,
            gathering: None,
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
        let shelf =
            Shelf::with(template.shelves.clone(), schedule.broken.shelf(), schedule.alone());
        let chance = Arc::new(SeededChance::new(schedule.seed));
        let mut world = Self::empty(shelf, Arc::clone(&template.keys), chance, template::BEGINNING);
        world.record = template.record;
        world.carer = template.carer;
        let devices = usize::from(schedule.devices).min(template.disks.len());
        world.oracle = Oracle::new(template, devices);
        for device in 0..devices {
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

    fn device(&self, number: u8) -> usize {
        usize::from(number) % self.devices.len().max(1)
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
            | Step::Crowd(device)
            | Step::Decide(device, _)
            | Step::Share(device, _)
            | Step::Copy(device)
            | Step::App(device, _)
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
            Step::Share(_, bits) if self.oracle.whose(at) < 2 => {
                let share = template::share_of(bits);
                write::share(device, self.carer, share, now, trace);
            }
            Step::Sync(_, way) => self.sync(at, way),
            Step::Crowd(_) => self.crowd(at),
            Step::App(_, version) => self.replace_app(at, version),
            Step::Copy(_) => self.copy_device(at),
            Step::Decide(_, add) if self.oracle.whose(at) < 2 => self.decide(at, add),
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
            Step::ServerFails(whole) => self.server_fails(whole),
            Step::Gather(jobs) => self.gather(jobs),
            Step::Server(version) => self.replace_server(version),
            Step::ServerDisk(health) => self.service.shelf.fare(health),
            Step::Backup => self.backup(),
            Step::Restore => self.restore(),
            Step::Open if self.oracle.whose(STAFF) == STAFF && self.devices.len() > STAFF => {
                self.open()
            }
            _ => {}
        }
    }

    pub(super) fn pass(&mut self, minutes: u16) {
        self.now += i64::from(minutes) * 60_000;
        for device in &mut self.devices {
            device.wake(self.now, &mut self.trace);
        }
    }

    /// Looks at what changed.
    fn look(&mut self, device: Option<usize>) {
        match device {
            Some(at) => self.oracle.watch(at, &mut self.devices[at]),
            None => {
                for (at, device) in self.devices.iter_mut().enumerate() {
                    self.oracle.watch(at, device);
                }
            }
        }
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
