//! The real program, asked over HTTP: signed blocks, sessions, consent, and an
//! answer only when it is durable.

use std::error::Error;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use record::api::{BINARY, paths};
use record::block;
use record::op::{Act, Operation};
use record::stream::{Cursor, Head, Placed};
use record::sync::{Request, Response};
use record::{OpId, Scope};
use server::clock::Moment;

use crate::house::{House, Person, Running};
use crate::life::{Life, PERSON};
use crate::rate::{Rate, Work, together};
use crate::wire::Wire;

const A_MONTH: i64 = 30 * 86_400_000;

/// For how long each push is measured.
pub(crate) const WHILE: Duration = Duration::from_secs(3);

/// One device, and how far it is.
pub(crate) struct Device<'a> {
    pub(crate) person: &'a Person,
    pub(crate) wire: Wire,
    headers: [(String, String); 3],
    cursor: Cursor,
    blocks: std::vec::IntoIter<Vec<u8>>,
}

/// A person's entries in the health stream, again and again, in signed blocks of
/// `size`. Their counters follow one another; what they say is real.
pub(crate) fn blocks(
    person: &Person,
    life: &Life,
    count: usize,
    size: usize,
) -> Result<Vec<Vec<u8>>, Box<dyn Error>> {
    let lane = life.lanes.iter().find(|lane| (lane.scope, lane.writer) == (Scope::Health, PERSON));
    let lane = lane.ok_or("nobody wrote anything about their health")?;
    let entries: Vec<&Operation> = lane
        .operations
        .iter()
        .map(|(_, operation)| operation)
        .filter(|operation| matches!(operation.act, Act::Create(_)))
        .collect();
    let mut counter = 0;
    let mut from = entries.iter().cycle();
    (0..count)
        .map(|_| {
            let operations: Vec<Operation> = from
                .by_ref()
                .take(size)
                .map(|entry| {
                    counter += 1;
                    let id = OpId { writer: person.writer, counter };
                    Operation { id, ..(*entry).clone() }
                })
                .collect();
            Ok(person.sign(&block::encode(Scope::Health, person.writer, &operations)?))
        })
        .collect()
}

impl<'a> Device<'a> {
    pub(crate) fn new(
        person: &'a Person,
        address: SocketAddr,
        blocks: Vec<Vec<u8>>,
    ) -> Result<Self, Box<dyn Error>> {
        Self::over(person, address, blocks, None)
    }

    /// The same over a connection that is open already, as behind a proxy.
    pub(crate) fn over(
        person: &'a Person,
        address: SocketAddr,
        blocks: Vec<Vec<u8>>,
        wire: Option<Wire>,
    ) -> Result<Self, Box<dyn Error>> {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Ok(Self {
            person,
            wire: wire.map_or_else(|| Wire::to(address), Ok)?,
            headers: [
                header("authorization", &format!("Bearer {}", person.token)),
                header("content-type", BINARY),
                header("accept-encoding", "gzip"),
            ],
            cursor: Cursor::default(),
            blocks: blocks.into_iter(),
        })
    }

    /// Asks as a device does.
    pub(crate) fn sync(
        &mut self,
        cursors: Vec<(Scope, Cursor)>,
        push: Vec<Vec<u8>>,
    ) -> Result<Response, Box<dyn Error>> {
        let (record, writer) = (self.person.record, self.person.writer);
        // It knows the two writers that there are.
        let request = Request { record, writer, writers: 2, cursors, push, ..Request::default() };
        let headers: Vec<(&str, &str)> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let body = self.wire.must("POST", paths::SYNC, &headers, &request.encode())?;
        Ok(Response::decode(&body)?)
    }

    /// Pushes the next block, and checks that it was taken. False where there
    /// is none left.
    pub(crate) fn push(&mut self) -> Result<bool, Box<dyn Error>> {
        let Some(block) = self.blocks.next() else { return Ok(false) };
        let answer = self.sync(vec![(Scope::Health, self.cursor)], vec![block.clone()])?;
        let accepted = answer.accepted.first().ok_or("a push was not taken")?;
        let placed = Placed { first: accepted.first, arrived: accepted.arrived, block };
        let head = self.cursor.head.after(&placed);
        if !answer.streams.iter().any(|part| part.head == head && part.blocks.is_empty()) {
            return Err("the server's stream is not the device's".into());
        }
        self.cursor = Cursor { epoch: answer.epoch, head };
        Ok(true)
    }
}

/// Pushes blocks of `size` by as many people at once as are given.
pub(crate) fn push(
    running: &Running,
    people: &[Person],
    life: &Life,
    count: usize,
    size: usize,
) -> Result<Rate, Box<dyn Error>> {
    let mut devices = people
        .iter()
        .map(|person| Device::new(person, running.address, blocks(person, life, count, size)?))
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    let workers = devices.iter_mut().map(|device| Box::new(|| device.push()) as Work<'_>).collect();
    together(workers, WHILE)
}

/// What it took to fetch something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fetched {
    pub(crate) bytes: f64,
    pub(crate) requests: u64,
    pub(crate) milliseconds: f64,
}

/// A year on one person's server, and what it costs to have it.
pub(crate) struct Year {
    person: Person,
    running: Running,
    /// How far each stream was before the last 20 operations.
    before: Vec<(Scope, Cursor)>,
    operations: u64,
}

impl Year {
    /// A year, synced once a day; then one day more.
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        Self::make(false)
    }

    /// The same, old by now and gathered into segments, the last day as well.
    pub(crate) fn gathered() -> Result<Self, Box<dyn Error>> {
        Self::make(true)
    }

    fn make(gathers: bool) -> Result<Self, Box<dyn Error>> {
        let house = House::new()?;
        let mut people = house.people(1)?;
        let person = people.pop().ok_or("nobody")?;
        let drafts = Life::of_days(365).by_day()?;
        let last = drafts.partition_point(|draft| draft.day < 364);
        let (year, day) = drafts.split_at(last);
        house.live(&person, year)?;
        let mut before = Vec::new();
        for scope in Scope::ALL {
            let head = house.head(person.record, scope)?;
            before.push((scope, Cursor { epoch: 1, head }));
        }
        house.live(&person, day)?;
        if let Some(last) = day.last().filter(|_| gathers) {
            house.gather(Moment(last.evening() + A_MONTH))?;
        }
        let operations = drafts.iter().map(|draft| draft.count as u64).sum();
        Ok(Self { person, running: house.start()?, before, operations })
    }

    /// All of it, by a device that has nothing. What comes is proved whole.
    pub(crate) fn all(&self) -> Result<Fetched, Box<dyn Error>> {
        self.fetch(Scope::ALL.map(|scope| (scope, Cursor::default())).to_vec(), self.operations)
    }

    /// The last day, by a device that has the days before.
    pub(crate) fn last_day(&self) -> Result<Fetched, Box<dyn Error>> {
        let had: u64 = self.before.iter().map(|(_, cursor)| cursor.head.sequence).sum();
        self.fetch(self.before.clone(), self.operations - had)
    }

    fn fetch(
        &self,
        mut cursors: Vec<(Scope, Cursor)>,
        operations: u64,
    ) -> Result<Fetched, Box<dyn Error>> {
        let mut device = Device::new(&self.person, self.running.address, Vec::new())?;
        let before: u64 = cursors.iter().map(|(_, cursor)| cursor.head.sequence).sum();
        let started = Instant::now();
        loop {
            let answer = device.sync(cursors.clone(), Vec::new())?;
            for part in &answer.streams {
                let cursor = cursors.iter_mut().find(|(scope, _)| *scope == part.scope);
                let (_, cursor) = cursor.ok_or("a stream that was not asked for")?;
                let reached = part.blocks.iter().fold(cursor.head, Head::after);
                if reached != part.head {
                    return Err("a stream is not whole".into());
                }
                *cursor = Cursor { epoch: answer.epoch, head: reached };
            }
            if !answer.streams.iter().any(|part| part.more) {
                break;
            }
        }
        let milliseconds = started.elapsed().as_secs_f64() * 1e3;
        let after: u64 = cursors.iter().map(|(_, cursor)| cursor.head.sequence).sum();
        if after - before != operations {
            return Err(format!("{} operations came of {operations}", after - before).into());
        }
        #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
        let bytes = device.wire.bytes as f64;
        Ok(Fetched { bytes, requests: device.wire.requests, milliseconds })
    }
}

/// What an operation takes on the server's disk, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stored {
    /// In the file that it was lived in.
    pub(crate) lived: f64,
    /// In a copy, where nothing is free between.
    pub(crate) copied: f64,
}

/// What an operation takes on the server's disk: people with a year each, day by
/// day, beside the same people with nothing written. Old blocks are gathered every
/// evening, or never.
pub(crate) fn stored(gathers: bool) -> Result<Stored, Box<dyn Error>> {
    const PEOPLE: u32 = 20;
    let drafts = Life::of_days(365).by_day()?;
    let empty = House::new()?;
    empty.people(PEOPLE)?;
    let empty = empty.close()?;
    let house = House::new()?;
    let people = house.people(PEOPLE)?;
    for day in drafts.chunk_by(|one, next| one.day == next.day) {
        for person in &people {
            house.live(person, day)?;
        }
        if let Some(draft) = day.last().filter(|_| gathers) {
            house.gather(Moment(draft.evening()))?;
        }
    }
    let full = house.close()?;
    let operations: usize = drafts.iter().map(|draft| draft.count).sum();
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let each =
        |full: u64, empty: u64| (full - empty) as f64 / (operations as f64 * f64::from(PEOPLE));
    Ok(Stored { lived: each(full.lived, empty.lived), copied: each(full.copied, empty.copied) })
}
