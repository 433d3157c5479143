//! The driver on native platforms: memory on a thread of its own, network and
//! timers on a small runtime.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use shared::effects::clock::ClockOperation;
use tokio::runtime::{Builder, Runtime};

use crate::clock;
use crate::config::{Config, StartError};
use crate::engine::Message;
use crate::net::Net;
use crate::ports::{Job, MemoryJob, Turn};
use crate::store::Memory;

/// Carries jobs out; lives on the core's thread and never waits there.
pub(crate) struct Driver {
    answers: Answers,
    // Both are taken apart in `drop`.
    memory: Option<(Sender<MemoryJob>, JoinHandle<()>)>,
    runtime: Option<Runtime>,
    net: Net,
}

/// Where answers go.
#[derive(Clone)]
pub(crate) struct Answers(Sender<Message>);

impl Answers {
    pub(crate) fn send(&self, turn: Turn) {
        // The core has gone: nobody waits for the answer.
        let _nobody = self.0.send(Message::Turn(turn));
    }
}

impl Driver {
    pub(crate) fn new(config: Config, inbox: Sender<Message>) -> Result<Self, StartError> {
        let answers = Answers(inbox);
        let (jobs, waiting) = channel();
        let memory = Memory::new(config.storage, config.key);
        let to_core = answers.clone();
        let thread = thread::Builder::new()
            .name("memory".into())
            .spawn(move || remember(memory, &waiting, &to_core))
            .map_err(StartError::NoThread)?;
        let runtime = runtime().map_err(StartError::NoThread)?;
        let net = Net::new(config.server, runtime.handle().clone(), answers.clone());
        Ok(Self { answers, memory: Some((jobs, thread)), runtime: Some(runtime), net })
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
                if let Some(runtime) = &self.runtime {
                    runtime.spawn(async move {
                        tokio::time::sleep(Duration::from_millis(after)).await;
                        answers.send(Turn::Clock(id, clock::now()));
                    });
                }
            }
            Job::Memory(job) => {
                if let Some((jobs, _)) = &self.memory {
                    // Fails only where the thread has panicked; the core then
                    // waits, and the page goes on saying "not saved yet".
                    let _gone = jobs.send(job);
                }
            }
            Job::Network(id, operation) => self.net.request(id, operation),
            Job::Hints(id, operation) => self.net.hints(id, operation),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Not the plain drop, which would wait for name look-ups under way.
            runtime.shutdown_background();
        }
        if let Some((jobs, thread)) = self.memory.take() {
            drop(jobs);
            let _fault = thread.join();
        }
    }
}

fn runtime() -> io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(1).thread_name("network").enable_all().build()
}

/// The memory's thread: the only one that ever touches SQLite.
fn remember(mut memory: Memory, jobs: &Receiver<MemoryJob>, answers: &Answers) {
    for job in jobs {
        answers.send(memory.answer(job));
    }
}
