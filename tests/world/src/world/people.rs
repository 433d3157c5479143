//! What people do besides writing: they start the app, sign in, and a colleague
//! opens the record.

use shared::event::{Event, FieldInput};
use shared::nav::Intent;
use shared::screen::Input;
use shared::{account, staff, your_data};

use super::{STAFF, World};
use crate::device::{key, public};
use crate::step::{Way, What};
use crate::{template, write};

/// More rows than a device leaves unpacked.
const CROWD: usize = 70;

/// The most devices of a world, copies among them.
const DEVICES: usize = 6;

impl World {
    /// Starts the app; a colleague signs in, for nothing of theirs was kept.
    pub(super) fn start(&mut self, device: usize) {
        if self.devices[device].runs() {
            return;
        }
        self.devices[device].start(self.now, &mut self.trace);
        self.collect();
        if self.oracle.whose(device) == STAFF {
            self.sign_in_again(device);
        }
    }

    /// A new session; none while the server cannot write.
    pub(super) fn session(&mut self, device: usize) -> Option<account::Kept> {
        let key = public(self.devices[device].key_in_use());
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
    pub(super) fn sign_in_again(&mut self, device: usize) {
        let ended = self.devices[device]
            .open()
            .is_some_and(|open| open.session().is_none_or(|session| session.ended));
        if !ended {
            return;
        }
        let Some(kept) = self.session(device) else { return };
        if self.oracle.whose(device) == STAFF {
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

    /// A device is lost, and its person signs in on another; not while the server
    /// cannot write.
    pub(super) fn replace(&mut self, at: usize) {
        let device = &self.devices[at];
        let number = u8::try_from(device.keys.len()).unwrap_or(u8::MAX);
        // No number that a renewed key of this device could have.
        let key = key(u8::try_from(at).unwrap_or_default(), device.copy, number | 0x80);
        let account = self.people[at].id;
        let now = self.moment();
        let books = self.service.books.clone();
        let signing = template::sign_in_anew(books, account, public(&key), now);
        let Ok(session) = self.service.at_once(signing) else { return };
        let device = &mut self.devices[at];
        device.stop();
        let mut disk = template::disk(&session, self.now + device.skew);
        disk.health = device.disk.health;
        disk.broken = device.disk.broken;
        disk.key = number;
        device.disk = disk;
        device.keys.push(key);
        self.orphan(at);
        self.oracle.lost(at, &self.service, &self.devices);
        self.start(at);
    }

    /// Somebody writes and syncs day after day; then the operator makes a backup,
    /// and the device hears of it.
    pub(super) fn crowd(&mut self, at: usize) {
        for _ in 0..CROWD {
            self.serial += 1;
            let (record, serial, now) = (self.record, self.serial, self.now);
            write::write(&mut self.devices[at], record, What::Note, serial, now, &mut self.trace);
            self.sync(at, Way::Well);
        }
        // What a backup holds arrived before it began.
        self.pass(1);
        self.backup();
        self.sync(at, Way::Well);
        self.sync(at, Way::Well);
    }

    /// What is on a device is copied to another, key and all, as a backup of a
    /// phone is put on a new one; both go on, and either may be copied again. A colleague's
    /// has nothing to copy.
    pub(super) fn copy_device(&mut self, from: usize) {
        let copy = self.devices.len();
        if self.oracle.whose(from) == STAFF || copy >= DEVICES {
            return;
        }
        let number = u8::try_from(copy).unwrap_or(u8::MAX);
        let device = self.devices[from].copied(number);
        self.devices.push(device);
        self.people.push(self.people[from].clone());
        self.oracle.copied(from, copy);
        self.start(copy);
    }

    /// The person decides about what was set aside.
    pub(super) fn decide(&mut self, at: usize, add: bool) {
        let device = &mut self.devices[at];
        // Presses wait while something is being saved.
        if device.open().is_none_or(|open| open.saving) {
            return;
        }
        let Some(holding) =
            device.holdings().iter().find(|held| held.about.record == Some(self.record))
        else {
            return;
        };
        let waiting: Vec<_> = holding
            .set_aside
            .iter()
            .filter(|aside| aside.number > holding.decided)
            .cloned()
            .collect();
        if waiting.is_empty() {
            return;
        }
        let up_to = holding.asides();
        let press = if add {
            your_data::Intent::AddAside { up_to }
        } else {
            your_data::Intent::PutAsideAway { up_to }
        };
        let press = Intent::YourData(press);
        device.send(Event::Press(press.into()), self.now, &mut self.trace);
        self.oracle.decided(at, device, &waiting, add);
    }

    /// A colleague says why, and opens the record.
    pub(super) fn open(&mut self) {
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
}
