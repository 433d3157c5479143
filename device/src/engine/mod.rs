//! A core running on a device: events in, pages out, everything else in between.
//!
//! One turn at a time moves the core; what it asked for is carried out after the
//! turn; when nothing is left that can be answered at once, the page is made
//! anew (if the core asked for it) and the shell is told, once.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(test)]
mod tests;
#[cfg(target_arch = "wasm32")]
mod wasm;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use shared::effects::platform::{PlatformOperation, PlatformOutput};
use shared::screen::Page;

use crate::ports::{self, DeviceApp, Id, Job, Router, Turn};

#[cfg(not(target_arch = "wasm32"))]
pub use native::Engine;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::Message;
#[cfg(target_arch = "wasm32")]
pub use wasm::Engine;

/// What a shell must be to be called from the engine: on native platforms it is
/// called from the core's thread; in the browser there is only one.
#[cfg(not(target_arch = "wasm32"))]
pub trait ShellBounds: Send + Sync + 'static {}
#[cfg(not(target_arch = "wasm32"))]
impl<T: Send + Sync + 'static> ShellBounds for T {}
/// What a shell must be to be called from the engine: in the browser there is
/// only one thread, so nothing is asked.
#[cfg(target_arch = "wasm32")]
pub trait ShellBounds: 'static {}
#[cfg(target_arch = "wasm32")]
impl<T: 'static> ShellBounds for T {}

/// What the engine asks of a shell.
///
/// On native platforms the calls come from the core's own thread: hop to the
/// main thread without waiting for it, or a shell that drops its engine there
/// waits for ever.
pub trait Shell: ShellBounds {
    /// There is a new page: take it with [`Engine::view`]. Called at most once
    /// for each [`Engine::update`] or [`Engine::resolve`] and each answer that
    /// arrives later; calls that would follow one another at once are one.
    fn render(&self);
    /// Do what belongs to the platform, then say what became of it with
    /// [`Engine::resolve`].
    fn platform(&self, id: RequestId, operation: PlatformOperation);
}

/// Names a request to the shell until it is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RequestId(pub u32);

/// Why the engine did not take what a shell gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// The core has stopped by a fault of its own; start a new engine. All that
    /// a page said was saved is still there.
    #[error("the core has stopped")]
    Stopped,
    /// No request of this id waits for an answer: it was answered before, or
    /// never made.
    #[error("no such request waits for an answer")]
    UnknownRequest,
}

/// What the core's side and the shell's side share: the latest page and the
/// requests under way.
#[derive(Default)]
pub(crate) struct Desk {
    page: Mutex<Arc<Page>>,
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    last: u32,
    by_id: HashMap<u32, Id<PlatformOperation>>,
}

impl Desk {
    pub(crate) fn page(&self) -> Arc<Page> {
        lock(&self.page).clone()
    }

    fn admit(&self, parked: Id<PlatformOperation>) -> RequestId {
        let mut waiting = lock(&self.waiting);
        waiting.last = waiting.last.wrapping_add(1);
        let id = waiting.last;
        waiting.by_id.insert(id, parked);
        RequestId(id)
    }

    pub(crate) fn answer(
        &self,
        id: RequestId,
        output: PlatformOutput,
    ) -> Result<Turn, EngineError> {
        let parked = lock(&self.waiting).by_id.remove(&id.0);
        parked.map(|parked| Turn::Platform(parked, output)).ok_or(EngineError::UnknownRequest)
    }
}

// Nothing panics while holding these locks; a poisoned one still holds a whole value.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The core, and what it has for the shell.
pub(crate) struct Heart<A: DeviceApp> {
    router: Arc<Router<A>>,
    desk: Arc<Desk>,
    shell: Arc<dyn Shell>,
    stale: bool,
    asks: Vec<(RequestId, PlatformOperation)>,
}

impl<A: DeviceApp> Heart<A> {
    pub(crate) fn new(desk: Arc<Desk>, shell: Arc<dyn Shell>) -> Self {
        let router = ports::router::<A>();
        *lock(&desk.page) = Arc::new(router.view());
        Self { router, desk, shell, stale: false, asks: Vec::new() }
    }

    /// Moves the core by one turn and answers with what it now asks of the device.
    pub(crate) fn turn(&mut self, turn: Turn) -> Vec<Job> {
        ports::take_turn(&self.router, turn);
        let asked = self.router.routes.take_asked();
        self.stale |= asked.render;
        let (asks, jobs): (Vec<_>, Vec<_>) =
            asked.jobs.into_iter().partition(|job| matches!(job, Job::Platform(..)));
        for job in asks {
            if let Job::Platform(parked, operation) = job {
                self.asks.push((self.desk.admit(parked), operation));
            }
        }
        jobs
    }

    /// Makes the page that is due, and says what the shell is to be told. The
    /// shell is told by the caller, who first lets go of everything.
    pub(crate) fn news(&mut self) -> News {
        let render = std::mem::take(&mut self.stale);
        if render {
            *lock(&self.desk.page) = Arc::new(self.router.view());
        }
        News { shell: self.shell.clone(), render, asks: std::mem::take(&mut self.asks) }
    }
}

/// What the shell is to be told.
pub(crate) struct News {
    shell: Arc<dyn Shell>,
    render: bool,
    asks: Vec<(RequestId, PlatformOperation)>,
}

impl News {
    pub(crate) fn tell(self) {
        if self.render {
            self.shell.render();
        }
        for (id, operation) in self.asks {
            self.shell.platform(id, operation);
        }
    }
}
