//! Faults stop, and everything comes to rest.

use super::World;
use crate::disk::Health;
use crate::step::Way;

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
}
