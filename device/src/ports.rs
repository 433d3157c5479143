//! The wiring to Crux's effect router: every effect of the core is parked under
//! an id and becomes a [`Job`]; carrying it out yields a [`Turn`].
//!
//! Routes only note jobs down; they never resolve from inside the routing
//! closure. The engine carries the jobs out when the turn is over, so a long
//! chain of effects that are answered at once is a loop and not a recursion.
//! Parking (rather than holding `Request`s) also makes a late answer harmless:
//! the core's own `resolve` asserts on one in debug builds.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use crux_core::capability::Operation;
use crux_core::effects::routes::Parked;
use crux_core::effects::{EffectRouter, ParkedEffectId, Routes};
use crux_core::{App, Core, Request};
use shared::effects::Effect;
use shared::effects::clock::ClockOperation;
use shared::effects::keys::KeysOperation;
use shared::effects::network::{HintsOperation, NetworkOperation};
use shared::effects::platform::PlatformOperation;
use shared::effects::random::RandomOperation;
use shared::effects::store::StoreOperation;
use shared::event::Event;
use shared::screen::Page;

/// The id of a parked request for `Op`.
pub(crate) type Id<Op> = ParkedEffectId<<Op as Operation>::Output>;

/// One thing the core asks for.
pub(crate) enum Job {
    Platform(Id<PlatformOperation>, PlatformOperation),
    Clock(Id<ClockOperation>, ClockOperation),
    Random(Id<RandomOperation>, RandomOperation),
    Memory(MemoryJob),
    Network(Id<NetworkOperation>, NetworkOperation),
    Hints(Id<HintsOperation>, HintsOperation),
}

/// What the owner of the store is asked for.
pub(crate) enum MemoryJob {
    Store(Id<StoreOperation>, StoreOperation),
    Keys(Id<KeysOperation>, KeysOperation),
}

/// One thing that moves the core.
pub(crate) enum Turn {
    Shell(Event),
    Platform(Id<PlatformOperation>, <PlatformOperation as Operation>::Output),
    Clock(Id<ClockOperation>, <ClockOperation as Operation>::Output),
    Random(Id<RandomOperation>, <RandomOperation as Operation>::Output),
    Store(Id<StoreOperation>, <StoreOperation as Operation>::Output),
    Keys(Id<KeysOperation>, <KeysOperation as Operation>::Output),
    Network(Id<NetworkOperation>, <NetworkOperation as Operation>::Output),
    Hints(Id<HintsOperation>, <HintsOperation as Operation>::Output),
}

/// What the core asked for during one turn.
#[derive(Default)]
pub(crate) struct Asked {
    /// The page changed.
    pub(crate) render: bool,
    /// In the order they were asked.
    pub(crate) jobs: Vec<Job>,
}

pub(crate) type Router<A> = EffectRouter<A, Ports<A>>;

type Lane<A, Op> = Arc<Parked<A, Ports<A>, Op>>;

/// One parking lane a port.
pub(crate) struct Ports<A: DeviceApp> {
    platform: Lane<A, PlatformOperation>,
    clock: Lane<A, ClockOperation>,
    random: Lane<A, RandomOperation>,
    store: Lane<A, StoreOperation>,
    network: Lane<A, NetworkOperation>,
    hints: Lane<A, HintsOperation>,
    keys: Lane<A, KeysOperation>,
    asked: Arc<Mutex<Asked>>,
}

// Derived `Clone` would ask it of the app as well.
impl<A: DeviceApp> Clone for Ports<A> {
    fn clone(&self) -> Self {
        Self {
            platform: self.platform.clone(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            store: self.store.clone(),
            network: self.network.clone(),
            hints: self.hints.clone(),
            keys: self.keys.clone(),
            asked: self.asked.clone(),
        }
    }
}

/// What this crate needs of an app: the shared one, or a test's.
pub(crate) trait DeviceApp:
    App<Effect = Effect, ViewModel = Page, Model: Default + Send + Sync>
    + Default
    + Send
    + Sync
    + 'static
{
    /// How a shell's event reaches the app.
    fn from_shell(event: Event) -> Self::Event;
}

impl DeviceApp for shared::App {
    fn from_shell(event: Event) -> shared::Signal {
        event.into()
    }
}

impl<A: DeviceApp> Routes<A> for Ports<A> {
    fn new(router: Weak<Router<A>>) -> Self {
        Self {
            platform: Arc::new(Parked::new(router.clone())),
            clock: Arc::new(Parked::new(router.clone())),
            random: Arc::new(Parked::new(router.clone())),
            store: Arc::new(Parked::new(router.clone())),
            network: Arc::new(Parked::new(router.clone())),
            hints: Arc::new(Parked::new(router.clone())),
            keys: Arc::new(Parked::new(router)),
            asked: Arc::default(),
        }
    }
}

/// A router over a fresh core.
pub(crate) fn router<A: DeviceApp>() -> Arc<Router<A>> {
    EffectRouter::new(Core::<A>::new(), |ports: Ports<A>| move |effect| ports.note(effect))
}

impl<A: DeviceApp> Ports<A> {
    fn note(&self, effect: Effect) {
        let job = match effect {
            Effect::Render(_) => {
                self.asked().render = true;
                return;
            }
            Effect::Platform(request) => park(&self.platform, request, Job::Platform),
            Effect::Clock(request) => park(&self.clock, request, Job::Clock),
            Effect::Random(request) => park(&self.random, request, Job::Random),
            Effect::Store(request) => {
                park(&self.store, request, |id, op| Job::Memory(MemoryJob::Store(id, op)))
            }
            Effect::Keys(request) => {
                park(&self.keys, request, |id, op| Job::Memory(MemoryJob::Keys(id, op)))
            }
            Effect::Network(request) => park(&self.network, request, Job::Network),
            Effect::Hints(request) => park(&self.hints, request, Job::Hints),
        };
        self.asked().jobs.push(job);
    }

    fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the core asked for since this was last called.
    pub(crate) fn take_asked(&self) -> Asked {
        std::mem::take(&mut self.asked())
    }
}

fn park<A: DeviceApp, Op: Operation>(
    lane: &Lane<A, Op>,
    request: Request<Op>,
    job: impl FnOnce(Id<Op>, Op) -> Job,
) -> Job {
    let (id, operation) = lane.park(request);
    job(id, operation)
}

/// Moves the core by one turn. An answer that nobody waits for any more (the
/// core gave up on it) is dropped.
pub(crate) fn take_turn<A: DeviceApp>(router: &Router<A>, turn: Turn) {
    let ports = &router.routes;
    let _late = match turn {
        Turn::Shell(event) => {
            router.update(A::from_shell(event));
            Ok(())
        }
        Turn::Platform(id, output) => ports.platform.resolve(id, output),
        Turn::Clock(id, output) => ports.clock.resolve(id, output),
        Turn::Random(id, output) => ports.random.resolve(id, output),
        Turn::Store(id, output) => ports.store.resolve(id, output),
        Turn::Keys(id, output) => ports.keys.resolve(id, output),
        Turn::Network(id, output) => ports.network.resolve(id, output),
        Turn::Hints(id, output) => ports.hints.resolve(id, output),
    };
}
