//! What is on its way between devices and the server.

use std::sync::Arc;

use record::Scopes;
use record::api::paths;
use record::sync::{Request, Response};
use shared::effects::network::{Answer, NetworkOperation, NetworkOutput};
use shared::event::Event;

use super::way::spoil;
use super::{World, version};
use crate::device::Sent;
use crate::step::Way;

/// How often one step lets a device send before it counts as going in circles.
const ROUNDS: usize = 24;

/// Something on its way.
pub(super) struct Flight {
    id: u32,
    device: usize,
    /// The run of the app that sent it.
    life: u32,
    /// Its device has been lost since.
    lost: bool,
    request: NetworkOperation,
    /// What awaits the answer; none for a copy, or where nobody does any more.
    sent: Option<Sent>,
    /// What its device was allowed to add to whenever the server wrote for it.
    adds: Scopes,
    /// What its device was allowed to see when the server last went on with it.
    sees: Scopes,
    /// None until the server has answered.
    pub(super) answer: Option<Answer>,
}

impl World {
    /// Takes what devices have sent onto its way.
    pub(super) fn collect(&mut self) {
        for (at, device) in self.devices.iter_mut().enumerate() {
            for sent in std::mem::take(&mut device.sent) {
                self.flights.push(Flight {
                    id: self.next,
                    device: at,
                    life: device.life,
                    lost: false,
                    request: version::says(device.version, sent.operation.clone()),
                    sent: Some(sent),
                    adds: Scopes::NONE,
                    sees: Scopes::NONE,
                    answer: None,
                });
                self.next += 1;
            }
        }
    }

    /// Whoever sent these is no more.
    pub(super) fn orphan(&mut self, device: usize) {
        for flight in self.flights.iter_mut().filter(|flight| flight.device == device) {
            flight.lost = true;
        }
    }

    pub(super) fn pick(&self, number: u8) -> Option<usize> {
        let count = self.flights.len();
        (count > 0).then(|| usize::from(number) % count)
    }

    /// A flight reaches the server.
    pub(super) fn deliver(&mut self, at: usize) {
        self.moment();
        let flight = &self.flights[at];
        if flight.answer.is_none() && !self.service.handles(flight.id) {
            let (id, request) = (flight.id, version::hears(self.version, flight.request.clone()));
            let answer = self.service.arrive(id, request, Arc::clone(&self.clock));
            let flight = &mut self.flights[at];
            (flight.sees, _) = self.oracle.may(&self.service, flight.device);
            if let Some(answer) = answer {
                self.answered(at, answer);
            }
        }
    }

    /// Notes what a flight's device may add to, where the server writes for it next.
    pub(super) fn may_write(&mut self, at: usize) -> bool {
        let flight = &mut self.flights[at];
        if !self.service.shelf.writes(flight.id) {
            return false;
        }
        let (_, adds) = self.oracle.may(&self.service, flight.device);
        flight.adds = flight.adds.or(adds);
        if self.oracle.whose(flight.device) >= 2
            && flight.request.path == paths::SYNC
            && let Ok(asked) = Request::decode(&flight.request.body)
        {
            self.oracle.might_add(adds, &asked);
        }
        true
    }

    /// The server does one read or write of a flight's.
    pub(super) fn work(&mut self, at: usize) {
        let writes = self.may_write(at);
        let flight = &mut self.flights[at];
        let answer = self.service.work(flight.id);
        let (sees, _) = self.oracle.may(&self.service, flight.device);
        // What is served may have been read before something was written last.
        flight.sees = if writes { flight.sees.or(sees) } else { sees };
        if let Some(answer) = answer {
            self.answered(at, answer);
        }
    }

    /// The server has answered: from now on it is bound by what it said.
    pub(super) fn answered(&mut self, at: usize, answer: Answer) {
        let answer = version::answers(self.version, &self.flights[at].request, answer);
        self.trace.add(b"answer", &answer.body);
        let flight = &self.flights[at];
        if flight.request.path == paths::SYNC
            && answer.status == 200
            && let (Ok(asked), Ok(said)) =
                (Request::decode(&flight.request.body), Response::decode(&answer.body))
        {
            if !flight.lost {
                self.oracle.sent(flight.device, &asked);
            }
            self.oracle.answered(flight.device, (flight.sees, flight.adds), &asked, &said);
        }
        self.flights[at].answer = Some(answer);
    }

    /// The server does all of it.
    pub(super) fn finish(&mut self, at: usize) {
        self.deliver(at);
        self.finish_begun(at);
    }

    /// The server does all that is left of what it has begun.
    pub(super) fn finish_begun(&mut self, at: usize) {
        while self.flights[at].answer.is_none() && self.service.handles(self.flights[at].id) {
            self.work(at);
        }
    }

    /// What a flight comes to reaches its device.
    pub(super) fn land(&mut self, at: usize, output: NetworkOutput) {
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

    pub(super) fn lose(&mut self, at: usize) {
        // What the server has begun it may finish; nobody hears of it.
        if self.service.handles(self.flights[at].id) {
            self.finish(at);
        }
        self.land(at, NetworkOutput::Unreachable);
    }

    pub(super) fn of_device(&self, device: usize) -> Option<usize> {
        self.flights.iter().position(|flight| flight.device == device)
    }

    /// A device syncs, and nothing happens to it.
    pub fn sync_well(&mut self, device: usize) {
        self.sync(device, Way::Well);
    }

    pub(super) fn sync(&mut self, device: usize, way: Way) {
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
    pub(super) fn copy(&mut self, at: usize) {
        let original = &self.flights[at];
        let copy = Flight {
            id: self.next,
            device: original.device,
            life: original.life,
            request: original.request.clone(),
            sent: None,
            lost: self.flights[at].lost,
            adds: Scopes::NONE,
            sees: Scopes::NONE,
            answer: None,
        };
        self.next += 1;
        self.flights.push(copy);
        let last = self.flights.len() - 1;
        self.finish(last);
        self.flights.remove(last);
    }
}
