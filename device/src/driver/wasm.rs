//! The driver in the browser's worker. Memory answers at once, once its file is
//! in hand; the rest answers later.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Weak;
use std::time::Duration;

use gloo_timers::future::sleep;
use shared::effects::clock::ClockOperation;
use shared::effects::keys::KeysOutput;
use shared::effects::store::{StoreOutput, StoreProblem};
use wasm_bindgen_futures::spawn_local;

use crate::clock;
use crate::config::{Config, SealingKey, Storage};
use crate::engine::Engine;
use crate::net::Net;
use crate::ports::{Job, MemoryJob, Turn};
use crate::store::{Memory, Place};

/// Carries jobs out.
pub(crate) struct Driver {
    answers: Answers,
    vault: Rc<RefCell<Vault>>,
    net: Net,
}

/// Where answers go.
#[derive(Clone)]
pub(crate) struct Answers(Weak<Engine>);

impl Answers {
    pub(crate) fn new(engine: Weak<Engine>) -> Self {
        Self(engine)
    }

    pub(crate) fn send(&self, turn: Turn) {
        // Where the engine has gone, nobody waits for the answer.
        if let Some(engine) = self.0.upgrade() {
            engine.post(turn);
        }
    }
}

impl Driver {
    pub(crate) fn new(config: Config, answers: Answers) -> Self {
        Self {
            vault: Rc::new(RefCell::new(Vault::new(config.storage, config.key))),
            net: Net::new(config.server, answers.clone()),
            answers,
        }
    }

    pub(crate) fn carry_out(&mut self, job: Job) {
        match job {
            // Kept back by the engine: they are the shell's.
            Job::Platform(..) => {}
            Job::Random(id, operation) => {
                self.answers.send(Turn::Random(id, super::random(operation.bytes)));
            }
            Job::Clock(id, ClockOperation::Now) => self.answers.send(Turn::Clock(id, clock::now())),
            Job::Clock(id, ClockOperation::Wake { after }) => {
                let answers = self.answers.clone();
                spawn_local(async move {
                    wait(after).await;
                    answers.send(Turn::Clock(id, clock::now()));
                });
            }
            Job::Memory(job) => self.remember(job),
            Job::Network(id, operation) => self.net.request(id, operation),
            Job::Hints(id, operation) => self.net.hints(id, operation),
        }
    }

    fn remember(&self, job: MemoryJob) {
        // The borrow ends before the answer is sent: it may bring the next job.
        let reply = self.vault.borrow_mut().take(job);
        match reply {
            Reply::Now(turn) => self.answers.send(turn),
            Reply::Later => {}
            Reply::Fetch(name) => {
                let (vault, answers) = (self.vault.clone(), self.answers.clone());
                spawn_local(async move {
                    let place = Place::in_browser(&name).await;
                    let turns = vault.borrow_mut().fetched(place);
                    for turn in turns {
                        answers.send(turn);
                    }
                });
            }
        }
    }
}

/// Browsers fire a timer of more than 2³¹ milliseconds at once.
async fn wait(milliseconds: u64) {
    const LONGEST: u64 = 1 << 30;
    let mut left = milliseconds;
    while left > 0 {
        let now = left.min(LONGEST);
        sleep(Duration::from_millis(now)).await;
        left -= now;
    }
}

/// The memory, or what waits until its file is in hand.
enum Vault {
    Open(Memory),
    Shut { name: String, key: SealingKey, waiting: Vec<MemoryJob> },
}

enum Reply {
    Now(Turn),
    Later,
    Fetch(String),
}

impl Vault {
    fn new(storage: Storage, key: SealingKey) -> Self {
        match storage {
            Storage::Opfs { name } => Self::Shut { name, key, waiting: Vec::new() },
            other => Self::Open(Memory::new(other, key)),
        }
    }

    fn take(&mut self, job: MemoryJob) -> Reply {
        match self {
            Self::Open(memory) => Reply::Now(memory.answer(job)),
            Self::Shut { name, waiting, .. } => {
                waiting.push(job);
                if waiting.len() == 1 { Reply::Fetch(name.clone()) } else { Reply::Later }
            }
        }
    }

    /// The file is in hand, or cannot be had: what waited is answered. In the
    /// second case the next job tries again.
    fn fetched(&mut self, place: Result<Place, StoreProblem>) -> Vec<Turn> {
        let Self::Shut { key, waiting, .. } = self else { return Vec::new() };
        let waiting = std::mem::take(waiting);
        match place {
            Ok(place) => {
                let mut memory = Memory::at(place, key.clone());
                let turns = waiting.into_iter().map(|job| memory.answer(job)).collect();
                *self = Self::Open(memory);
                turns
            }
            Err(problem) => waiting
                .into_iter()
                .map(|job| match job {
                    MemoryJob::Store(id, _) => Turn::Store(id, StoreOutput::Failed(problem)),
                    MemoryJob::Keys(id, _) => Turn::Keys(id, KeysOutput::Failed),
                })
                .collect(),
        }
    }
}
