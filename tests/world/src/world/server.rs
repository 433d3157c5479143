//! The server's own life: its clock, its deaths, its backups.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use server::clock::{Clock, Moment, RisingClock};
use server::refused::Refused;
use server::store::StoreError;
use server::store::books::Read as _;
use server::upkeep::{self, Leap};
use shared::effects::network::Hint;

use super::World;
use crate::disk::Health;
use crate::template::TEMPLATE;

/// The server's clock, as the world sets it.
#[derive(Debug)]
pub(super) struct Hands(pub(super) AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::Relaxed))
    }
}

impl World {
    /// The server's time.
    pub(super) fn moment(&self) -> Moment {
        self.hands.0.store(self.now + self.server_skew, Ordering::Relaxed);
        self.clock.now()
    }

    /// The power is cut, and comes again.
    pub(super) fn server_dies(&mut self, whole: bool) {
        // What is being committed may be whole.
        for at in 0..self.flights.len() {
            self.may_write(at);
        }
        self.service.die(whole);
        self.server_starts();
        self.oracle.still_there(&self.service);
    }

    /// A flush of the server's disk fails. As its engines do, it writes nothing more,
    /// says so to all who wait, and starts again from what is on the disk.
    pub(super) fn server_fails(&mut self, whole: bool) {
        if !self.service.fail(whole) {
            return;
        }
        for at in 0..self.flights.len() {
            self.finish_begun(at);
        }
        self.server_dies(false);
    }

    /// The server gathers old blocks into segments: so many reads and writes of it.
    pub(super) fn gather(&mut self, jobs: u8) {
        let id = if let Some(id) = self.gathering.filter(|id| self.service.handles(*id)) {
            id
        } else {
            let (id, now) = (self.next, self.moment());
            self.next += 1;
            self.service.gather(id, now);
            self.gathering = Some(id);
            id
        };
        for _ in 0..jobs {
            self.service.work(id);
        }
    }

    /// As `server::http::start`: what was in memory is gone, and the clock goes on
    /// from what it says now, or from what a backup holds.
    fn server_starts(&mut self) {
        let books = self.service.books.clone();
        let floor = self.service.at_once(async move {
            books.read(|page| Ok::<_, StoreError>(page.meta()?.safe_before)).await
        });
        let told: Arc<dyn Clock> = Arc::<Hands>::clone(&self.hands);
        self.clock = Arc::new(RisingClock::new(told, Moment(floor.unwrap_or_default())));
        for device in &mut self.devices {
            device.hint(Hint::Closed, self.now, &mut self.trace);
        }
    }

    /// The operator makes a backup while the server goes on; none where the disk
    /// takes no more.
    pub(super) fn backup(&mut self) {
        let now = self.moment();
        let books = self.service.books.clone();
        let begun = self
            .service
            .at_once(async move { books.write(move |pen| upkeep::backup_begins(pen, now)).await });
        let Ok(before) = begun else { return };
        self.backup = Some(self.service.shelf.copy());
        let books = self.service.books.clone();
        // Where that fails the backup is there, and nothing is called safe by it.
        let _ = self.service.at_once(async move {
            books.write(move |pen| upkeep::backup_holds(pen, before)).await
        });
    }

    /// The server is lost, and goes on from its last backup; with none, from
    /// the beginning.
    pub(super) fn restore(&mut self) {
        self.service.die(false);
        let backup = self.backup.clone().unwrap_or_else(|| TEMPLATE.shelves.clone());
        self.service.shelf.restore(backup);
        // It takes a while.
        self.now += 60_000;
        // On a disk that takes no more, the operator has not restored it yet.
        if self.begin_epoch().is_err() {
            self.service.shelf.fare(Health::Well);
            let _ = self.begin_epoch();
        }
        self.server_starts();
        self.oracle.restored(&self.service, &self.devices);
    }

    /// As `server::upkeep::begin_epoch`, which waits for a thread of the store's.
    fn begin_epoch(&mut self) -> Result<u32, Refused> {
        let now = self.moment();
        let books = self.service.books.clone();
        self.service.at_once(async move {
            let leap = books.write(move |pen| Leap::begin(pen, now)).await?;
            books.write(move |pen| leap.skip(pen, &())).await?;
            books.write(move |pen| leap.finish(pen)).await
        })
    }
}
