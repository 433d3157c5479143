//! The engine on native platforms: the core on a thread of its own, fed by a
//! channel, so that no call of a shell waits for the core, the disk or the net.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use shared::effects::platform::PlatformOutput;
use shared::event::Event;
use shared::screen::Page;

use super::{Desk, EngineError, Heart, RequestId, Shell};
use crate::config::{Config, StartError};
use crate::driver::Driver;
use crate::ports::{DeviceApp, Turn};

/// Turns taken together before the shell is told, at most. Answers that come at
/// once (the time, randomness) then cost no page of their own.
const TOGETHER: usize = 64;

/// What reaches the core's thread.
pub(crate) enum Message {
    Turn(Turn),
    Stop,
}

/// A core running on this device.
///
/// Dropping it finishes the commits that were asked for, closes the file, and
/// abandons what is on its way over the network.
pub struct Engine {
    inbox: Sender<Message>,
    desk: Arc<Desk>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Engine {
    /// Starts a core. Nothing is read or sent until the first event.
    ///
    /// # Errors
    ///
    /// [`StartError::NoThread`] where the system gives no thread.
    pub fn start(config: Config, shell: Arc<dyn Shell>) -> Result<Arc<Self>, StartError> {
        Self::start_app::<shared::App>(config, shell)
    }

    pub(crate) fn start_app<A: DeviceApp>(
        config: Config,
        shell: Arc<dyn Shell>,
    ) -> Result<Arc<Self>, StartError> {
        let (inbox, messages) = channel();
        let desk = Arc::<Desk>::default();
        let heart = Heart::<A>::new(desk.clone(), shell);
        let driver = Driver::new(config, inbox.clone())?;
        let thread = thread::Builder::new()
            .name("core".into())
            .spawn(move || live(heart, driver, messages))
            .map_err(StartError::NoThread)?;
        Ok(Arc::new(Self { inbox, desk, thread: Mutex::new(Some(thread)) }))
    }

    /// Hands the core an event. Returns at once; [`Shell::render`] follows when
    /// there is a new page.
    ///
    /// # Errors
    ///
    /// [`EngineError::Stopped`] where the core has stopped by a fault.
    pub fn update(&self, event: Event) -> Result<(), EngineError> {
        self.post(Turn::Shell(event))
    }

    /// Says what became of what [`Shell::platform`] was asked.
    ///
    /// # Errors
    ///
    /// [`EngineError::UnknownRequest`] where nothing waits under this id;
    /// [`EngineError::Stopped`] where the core has stopped by a fault.
    pub fn resolve(&self, id: RequestId, output: PlatformOutput) -> Result<(), EngineError> {
        self.post(self.desk.answer(id, output)?)
    }

    /// The latest page. Never waits for the core.
    #[must_use]
    pub fn view(&self) -> Arc<Page> {
        self.desk.page()
    }

    fn post(&self, turn: Turn) -> Result<(), EngineError> {
        self.inbox.send(Message::Turn(turn)).map_err(|_| EngineError::Stopped)
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let _stopped_already = self.inbox.send(Message::Stop);
        let thread = self.thread.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        // A shell may drop its engine from within a call of the engine's.
        if let Some(thread) = thread.filter(|thread| thread.thread().id() != thread::current().id())
        {
            let _fault = thread.join();
        }
    }
}

/// The core's thread. Where it ends, by a fault too, the inbox closes before the
/// shell is let go of (parameters are dropped last to first): a shell that sees
/// the end is told so by its next call.
#[expect(clippy::needless_pass_by_value, reason = "dropped here, and first")]
fn live<A: DeviceApp>(mut heart: Heart<A>, mut driver: Driver, messages: Receiver<Message>) {
    while let Ok(first) = messages.recv() {
        let mut next = Some(first);
        let mut taken = 0;
        while let Some(message) = next {
            let Message::Turn(turn) = message else { return };
            for job in heart.turn(turn) {
                driver.carry_out(job);
            }
            taken += 1;
            next = if taken < TOGETHER { messages.try_recv().ok() } else { None };
        }
        let news = heart.news();
        // A shell's exception arrives as a panic; it must not take the core along.
        let _shells_fault = catch_unwind(AssertUnwindSafe(|| news.tell()));
    }
}
