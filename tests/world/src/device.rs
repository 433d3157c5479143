//! A device: the real core on a disk of the world's, with a clock that may be
//! wrong. What it sends goes to the world.

use std::sync::Arc;

use crux_core::App as _;
use ring::signature::{Ed25519KeyPair, KeyPair};
use shared::app::{App, Cmd, Signal};
use shared::effects::Effect;
use shared::effects::clock::{ClockOperation, Now};
use shared::effects::keys::{KeysOperation, KeysOutput};
use shared::effects::network::{Hint, HintsOperation, NetworkOperation, NetworkOutput};
use shared::effects::store::{StoreOperation, StoreOutput};
use shared::event::{Event, Launch};
use shared::holding::Holding;
use shared::model::{Cx, Model, Open, Stage};

use crate::disk::Disk;
use crate::step::Version;
use crate::trace::Trace;

/// A request to the network, which awaits its answer.
pub type Sent = crux_core::Request<NetworkOperation>;
type Asked = crux_core::Request<StoreOperation>;

/// Time zones that a device may be carried into.
const ZONES: [&str; 5] =
    ["Europe/London", "America/New_York", "Pacific/Apia", "Asia/Kolkata", "Not/A_Zone"];

/// A command of the core's.
struct Running {
    command: Cmd,
    /// Whether it may go on by itself.
    ready: bool,
    /// Whether it has nothing more to do, nor to wait for.
    done: bool,
}

impl Running {
    fn new(command: Cmd) -> Self {
        Self { command, ready: true, done: false }
    }
}

/// A device.
pub struct Device {
    /// Its disk.
    pub disk: Disk,
    /// Signing keys, the first one first.
    pub keys: Vec<Arc<Ed25519KeyPair>>,
    /// Which copy of its first it is; 0 for the first.
    pub copy: u8,
    /// Which version of the app is on it.
    pub version: Version,
    /// How often it has started.
    pub life: u32,
    /// The core, while it runs.
    model: Option<Model>,
    running: Vec<Running>,
    asked: Vec<Asked>,
    held: bool,
    wake: Option<crux_core::Request<ClockOperation>>,
    hints: Option<crux_core::Request<HintsOperation>>,
    fuse: Option<(u8, bool)>,
    /// Milliseconds by which its clock is wrong.
    pub skew: i64,
    zone: usize,
    /// What it has sent since it was last looked at.
    pub sent: Vec<Sent>,
}

/// A device's key, the n-th of one of its copies.
///
/// # Panics
/// Never: a seed of 32 bytes is a key.
#[must_use]
#[expect(clippy::expect_used, reason = "a seed of 32 bytes is a key")]
pub fn key(device: u8, copy: u8, number: u8) -> Arc<Ed25519KeyPair> {
    let mut seed = [0x5a; 32];
    seed[0] = device;
    seed[1] = number;
    seed[2] ^= copy;
    Arc::new(Ed25519KeyPair::from_seed_unchecked(&seed).expect("a seed of 32 bytes"))
}

/// The public half.
#[must_use]
pub fn public(key: &Ed25519KeyPair) -> [u8; 32] {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(key.public_key().as_ref());
    bytes
}

impl Device {
    /// With this disk, switched off.
    #[must_use]
    pub fn new(disk: Disk, key: Arc<Ed25519KeyPair>) -> Self {
        Self {
            disk,
            keys: vec![key],
            copy: 0,
            version: Version::Same,
            life: 0,
            model: None,
            running: Vec::new(),
            asked: Vec::new(),
            held: false,
            wake: None,
            hints: None,
            fuse: None,
            skew: 0,
            zone: 0,
            sent: Vec::new(),
        }
    }

    /// Another device with a copy of this one's disk, key and all, switched off.
    #[must_use]
    pub fn copied(&self, copy: u8) -> Self {
        let mut disk = self.disk.clone();
        disk.fresh();
        let keys = self.keys.clone();
        let new = Self::new(disk, Arc::clone(&self.keys[0]));
        let (version, skew, zone) = (self.version, self.skew, self.zone);
        Self { keys, copy, version, skew, zone, ..new }
    }

    /// The key that it signs with.
    #[must_use]
    pub fn key_in_use(&self) -> &Ed25519KeyPair {
        let last = self.keys.len() - 1;
        &self.keys[usize::from(self.disk.key).min(last)]
    }

    /// Whether the app runs.
    #[must_use]
    pub fn runs(&self) -> bool {
        self.model.is_some()
    }

    /// The app in use.
    #[must_use]
    pub fn open(&self) -> Option<&Open> {
        match &self.model.as_ref()?.stage {
            Stage::Open(open) => Some(open),
            _ => None,
        }
    }

    /// The app in use, to be changed behind its back.
    pub fn open_mut(&mut self) -> Option<&mut Open> {
        match &mut self.model.as_mut()?.stage {
            Stage::Open(open) => Some(open),
            _ => None,
        }
    }

    /// The records it holds.
    #[must_use]
    pub fn holdings(&self) -> &[Holding] {
        self.open().map_or(&[], |open| &open.holdings)
    }

    /// Starts the app, unless it runs.
    pub fn start(&mut self, now: i64, trace: &mut Trace) {
        if self.model.is_none() {
            self.life += 1;
            self.model = Some(Model::default());
            self.send(Event::Start(Launch::default()), now, trace);
        }
    }

    /// The app stops: what was only in memory is gone.
    pub fn stop(&mut self) {
        self.model = None;
        self.running.clear();
        self.asked.clear();
        self.held = false;
        self.wake = None;
        self.hints = None;
        self.fuse = None;
        self.disk.cut();
    }

    /// The app stops at its n-th use of disk, keys or network from now.
    pub fn light(&mut self, after: u8, whole: bool) {
        if self.runs() {
            self.fuse = Some((after, whole));
            if after == 0 {
                self.stop();
            }
        }
    }

    /// The app will not stop after all.
    pub fn spare(&mut self) {
        self.fuse = None;
    }

    /// The disk answers nothing for a while.
    pub fn hold(&mut self) {
        self.held = self.runs();
    }

    /// The disk answers what it was asked.
    pub fn release(&mut self, now: i64, trace: &mut Trace) {
        self.held = false;
        for asked in std::mem::take(&mut self.asked) {
            self.store(asked, trace);
        }
        self.run(now, trace);
    }

    /// Carries it into a zone.
    pub fn carry(&mut self, zone: u8) {
        self.zone = usize::from(zone) % ZONES.len();
    }

    fn now(&self, now: i64) -> Now {
        Now { ms: now + self.skew, zone: ZONES[self.zone].to_owned(), agreed: None, day_start: 0 }
    }

    /// Tells the core something.
    pub fn send(&mut self, event: Event, now: i64, trace: &mut Trace) {
        if let Some(model) = &mut self.model {
            let command = App.update(Signal::from(event), model);
            self.running.push(Running::new(command));
            self.run(now, trace);
        }
    }

    /// Does something with the app in use, as a press would; not while it is
    /// saving, when a press would wait.
    pub fn act(
        &mut self,
        now: i64,
        trace: &mut Trace,
        act: impl FnOnce(&mut Cx<'_>) -> Option<Cmd>,
    ) {
        let stamp = self.now(now);
        let Some(model) = &mut self.model else { return };
        let Stage::Open(open) = &mut model.stage else { return };
        if open.saving {
            return;
        }
        model.now = stamp;
        let mut cx = Cx { words: &model.words, now: &model.now, launch: &model.launch, open };
        if let Some(command) = act(&mut cx) {
            self.running.push(Running::new(command));
            self.run(now, trace);
        }
    }

    /// A minute has passed for the app, where it asked to be woken.
    pub fn wake(&mut self, now: i64, trace: &mut Trace) {
        if let Some(mut wake) = self.wake.take() {
            let _ = wake.resolve(self.now(now));
            self.run(now, trace);
        }
    }

    /// The server hints, where the app listens.
    pub fn hint(&mut self, hint: Hint, now: i64, trace: &mut Trace) {
        if let Some(hints) = &mut self.hints {
            let _ = hints.resolve(hint);
            if hint == Hint::Closed {
                self.hints = None;
            }
            self.run(now, trace);
        }
    }

    /// What it asked of the network comes to this.
    pub fn answer(&mut self, mut sent: Sent, output: NetworkOutput, now: i64, trace: &mut Trace) {
        // A command that was dropped in the meantime takes no answer.
        let _ = sent.resolve(output);
        self.run(now, trace);
    }

    /// The page is drawn.
    #[must_use]
    pub fn draw(&self) -> Option<shared::screen::Page> {
        self.model.as_ref().map(|model| App.view(model))
    }

    /// Runs commands until all that can happen now has happened.
    pub fn run(&mut self, now: i64, trace: &mut Trace) {
        // Any of them may have been answered. From here on only those that move, for
        // what answers one of them here is its own effect.
        for running in &mut self.running {
            running.ready = true;
        }
        while self.running.iter().any(|running| running.ready) {
            let mut all = std::mem::take(&mut self.running);
            for Running { command, ready, done } in all.iter_mut().filter(|running| running.ready) {
                *ready = false;
                let signals: Vec<Signal> = command.events().collect();
                for signal in signals {
                    let Some(model) = &mut self.model else { return };
                    *ready = true;
                    let next = App.update(signal, model);
                    self.running.push(Running::new(next));
                }
                let effects: Vec<Effect> = command.effects().collect();
                for effect in effects {
                    *ready = true;
                    self.carry_out(effect, now, trace);
                    if self.model.is_none() {
                        return;
                    }
                }
                *done = !*ready && command.is_done();
            }
            all.retain(|running| !running.done);
            all.append(&mut self.running);
            self.running = all;
        }
    }

    /// Whether the fuse has burnt down to this use.
    fn burns(&mut self) -> Option<bool> {
        let (left, whole) = self.fuse.as_mut()?;
        *left = left.saturating_sub(1);
        (*left == 0).then_some(*whole)
    }

    fn carry_out(&mut self, effect: Effect, now: i64, trace: &mut Trace) {
        match effect {
            Effect::Clock(mut request) => match request.operation {
                ClockOperation::Now => {
                    let _ = request.resolve(self.now(now));
                }
                ClockOperation::Wake { .. } => self.wake = Some(request),
            },
            Effect::Random(mut request) => {
                let bytes = vec![7; request.operation.bytes as usize];
                let _ = request.resolve(bytes);
            }
            Effect::Store(request) if self.held => self.asked.push(request),
            Effect::Store(request) => self.store(request, trace),
            Effect::Network(request) => {
                trace.add(b"send", &request.operation.body);
                if let Some(whole) = self.burns() {
                    if whole {
                        self.sent.push(request);
                    }
                    self.stop();
                } else {
                    self.sent.push(request);
                }
            }
            Effect::Keys(mut request) => {
                if self.burns().is_some() {
                    self.stop();
                    return;
                }
                let output = self.key(&request.operation);
                let _ = request.resolve(output);
            }
            Effect::Platform(mut request) => {
                let output = request.operation.unavailable();
                let _ = request.resolve(output);
            }
            Effect::Hints(request) => {
                self.hints = match request.operation {
                    HintsOperation::Listen { .. } => Some(request),
                    HintsOperation::Stop => None,
                };
            }
            Effect::Render(_) => {}
        }
    }

    fn store(&mut self, mut request: Asked, trace: &mut Trace) {
        let output = match &request.operation {
            StoreOperation::Open => StoreOutput::Opened(self.disk.opened()),
            StoreOperation::Rows { slot } => StoreOutput::Rows(self.disk.rows(*slot)),
            StoreOperation::Row { slot, position } => {
                let rows = self.disk.rows(*slot).into_iter();
                StoreOutput::Rows(rows.filter(|row| row.position == *position).collect())
            }
            StoreOperation::Commit(writes) => {
                trace.writes(writes);
                if let Some(whole) = self.burns() {
                    self.disk.torn(writes, whole);
                    self.stop();
                    return;
                }
                self.disk.commit(writes).map_or_else(StoreOutput::Failed, |()| StoreOutput::Done)
            }
            StoreOperation::Erase => {
                self.disk.erase();
                StoreOutput::Done
            }
        };
        let _ = request.resolve(output);
    }

    fn key(&mut self, operation: &KeysOperation) -> KeysOutput {
        let index = usize::from(self.disk.key);
        match operation {
            KeysOperation::Renew => {
                let first = public(&self.keys[0])[0];
                self.disk.key = self.disk.key.saturating_add(1);
                self.keys.push(key(first, self.copy, self.disk.key));
                KeysOutput::Public(public(&self.keys[self.keys.len() - 1]).to_vec())
            }
            KeysOperation::Public => match self.keys.get(index) {
                Some(key) => KeysOutput::Public(public(key).to_vec()),
                None => KeysOutput::Failed,
            },
            KeysOperation::Sign(bytes) => match self.keys.get(index) {
                Some(key) => {
                    let signature = key.sign(bytes).as_ref().to_vec();
                    #[cfg(feature = "mutations")]
                    server::keys::proved::signed(&public(key), bytes, &signature);
                    KeysOutput::Signature(signature)
                }
                None => KeysOutput::Failed,
            },
        }
    }
}
