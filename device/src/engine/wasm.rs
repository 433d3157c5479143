//! The engine in the browser: everything in one dedicated worker. Turns queue
//! up, and whoever finds the queue at rest works it off, so that neither a shell
//! that presses a button while it draws nor a long chain of answers recurses.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;

use shared::effects::platform::PlatformOutput;
use shared::event::Event;
use shared::screen::Page;

use super::{Desk, EngineError, Heart, RequestId, Shell};
use crate::config::{Config, StartError};
use crate::driver::{Answers, Driver};
use crate::ports::Turn;

/// A core running in this worker. Dropping it closes the file and drops answers
/// that are still on their way.
pub struct Engine {
    desk: Arc<Desk>,
    heart: RefCell<Heart<shared::App>>,
    driver: RefCell<Driver>,
    turns: RefCell<VecDeque<Turn>>,
    busy: Cell<bool>,
}

impl Engine {
    /// Starts a core. Nothing is read or sent until the first event.
    ///
    /// # Errors
    ///
    /// None in the browser; the result is there to be the same as elsewhere.
    pub fn start(config: Config, shell: Arc<dyn Shell>) -> Result<Arc<Self>, StartError> {
        let desk = Arc::<Desk>::default();
        let heart = Heart::new(desk.clone(), shell);
        Ok(Arc::new_cyclic(|engine| Self {
            desk,
            heart: RefCell::new(heart),
            driver: RefCell::new(Driver::new(config, Answers::new(engine.clone()))),
            turns: RefCell::default(),
            busy: Cell::new(false),
        }))
    }

    /// Hands the core an event. All that can be done at once is done, and
    /// [`Shell::render`] called, when it returns (unless it was called from
    /// within a call of the engine's: then it follows).
    ///
    /// # Errors
    ///
    /// None in the browser.
    pub fn update(&self, event: Event) -> Result<(), EngineError> {
        self.post(Turn::Shell(event));
        Ok(())
    }

    /// Says what became of what [`Shell::platform`] was asked.
    ///
    /// # Errors
    ///
    /// [`EngineError::UnknownRequest`] where nothing waits under this id.
    pub fn resolve(&self, id: RequestId, output: PlatformOutput) -> Result<(), EngineError> {
        self.post(self.desk.answer(id, output)?);
        Ok(())
    }

    /// The latest page.
    #[must_use]
    pub fn view(&self) -> Arc<Page> {
        self.desk.page()
    }

    pub(crate) fn post(&self, turn: Turn) {
        self.turns.borrow_mut().push_back(turn);
        if self.busy.replace(true) {
            return;
        }
        // Nothing is borrowed while another's code runs: not the shell's, which
        // may call back, nor the driver's, which may answer at once.
        loop {
            while let Some(turn) = self.next() {
                let jobs = self.heart.borrow_mut().turn(turn);
                for job in jobs {
                    self.driver.borrow_mut().carry_out(job);
                }
            }
            let news = self.heart.borrow_mut().news();
            news.tell();
            if self.turns.borrow().is_empty() {
                break;
            }
        }
        self.busy.set(false);
    }

    fn next(&self) -> Option<Turn> {
        self.turns.borrow_mut().pop_front()
    }
}
