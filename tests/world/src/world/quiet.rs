//! Faults stop, and everything comes to rest.

use super::World;
use crate::disk::Health;
use crate::step::{Version, Way};

impl World {
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
        while self.gathering.is_some_and(|id| self.service.handles(id)) {
            self.gather(1);
        }
        // What the server held when each of them last asked.
        let mut asked: Vec<Option<usize>> = vec![None; self.devices.len()];
        for _ in 0..6 {
            let mut rests = true;
            for (at, asked) in asked.iter_mut().enumerate() {
                // Again for those who asked before the last had sent.
                if *asked == Some(self.service.shelf.appended()) && self.is_settled(at) {
                    continue;
                }
                rests = false;
                self.start(at);
                self.sign_in_again(at);
                self.sync(at, Way::Well);
                *asked = Some(self.service.shelf.appended());
            }
            if rests {
                break;
            }
        }
        self.oracle.older = self.version == Version::Older;
        self.look(None);
    }

    /// Whether a device has sent all that it can, and its last round went through.
    fn is_settled(&self, at: usize) -> bool {
        self.devices[at].open().is_some_and(|open| {
            !open.sync.is_running()
                && !open.sync.is_offline()
                && open.session().is_none_or(|session| !session.ended)
                && open
                    .holdings
                    .iter()
                    .all(|held| held.outbox.is_empty() && held.pending.is_empty())
        })
    }
}
