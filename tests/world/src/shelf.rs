//! The server's disk, as an engine of its own: acts wait in a queue until the
//! world lets one happen, so that requests interleave, the power can be cut
//! between any two, and whatever was answered is on the disk. What is written is
//! what the server's own memory engine keeps.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use server::store::{Act, Keep, Look, Run, Shelves, Store, StoreError, Undo};

use crate::disk::Health;

/// How the server's disk is broken on purpose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Broken {
    /// It is not.
    #[default]
    No,
    /// It says that it has synced, and has not.
    NoSync,
    /// An act is told done before it is written; one that fails, too.
    Early,
    /// An act whose flush failed is told done.
    FlushIgnored,
}

enum Job {
    Look(Look),
    Act(Act),
}

#[derive(Default)]
struct Inside {
    shelves: Shelves,
    queue: VecDeque<(u32, Job)>,
    /// Whose jobs come now.
    asking: u32,
    health: Option<Health>,
    broken: Broken,
    /// Whether nobody else writes on it, so that rows may be kept in memory.
    alone: bool,
    /// How often something was added to a log.
    appended: usize,
    /// How often it may have come to hold something else.
    changed: u64,
    /// What a power cut would undo, where a broken disk has not synced.
    unsynced: Vec<Undo>,
    /// A flush failed: nobody knows what the disk holds, and nothing more is
    /// written before the server starts again.
    failed: bool,
}

/// The server's disk.
#[derive(Default)]
pub struct Shelf(Mutex<Inside>);

/// What became of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Did {
    /// There was none.
    Nothing,
    /// It was done, or refused.
    Done,
}

impl Shelf {
    /// With this on it; one server's `alone`, or one that others may write on too.
    #[must_use]
    pub fn with(shelves: Shelves, broken: Broken, alone: bool) -> Self {
        Self(Mutex::new(Inside { shelves, broken, alone, ..Inside::default() }))
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A copy of everything on it, as a backup takes it.
    #[must_use]
    pub fn copy(&self) -> Shelves {
        self.inside().shelves.clone()
    }

    /// Puts a copy back.
    pub fn restore(&self, shelves: Shelves) {
        let mut inside = self.inside();
        inside.shelves = shelves;
        inside.changed += 1;
        inside.unsynced.clear();
    }

    /// How it fares from now on.
    pub fn fare(&self, health: Health) {
        self.inside().health = Some(health);
    }

    /// How often something was added to a log: more than before where there is
    /// anything new.
    #[must_use]
    pub fn appended(&self) -> usize {
        self.inside().appended
    }

    /// The same number as before where it holds what it held before.
    #[must_use]
    pub fn changed(&self) -> u64 {
        self.inside().changed
    }

    /// The jobs that come from now on are this request's.
    pub fn ask_as(&self, request: u32) {
        self.inside().asking = request;
    }

    /// Does the first job of a request.
    pub fn work(&self, request: u32) -> Did {
        let Some(job) = self.take(request) else { return Did::Nothing };
        match job {
            Job::Look(look) => {
                let inside = self.inside();
                look(Ok(&inside.shelves));
            }
            Job::Act(act) => {
                let done = act.done;
                let outcome = self.inside().act(act.run);
                done(outcome);
            }
        }
        Did::Done
    }

    /// Whether the first job of a request writes.
    #[must_use]
    pub fn writes(&self, request: u32) -> bool {
        let inside = self.inside();
        let first = inside.queue.iter().find(|(whose, _)| *whose == request);
        matches!(first, Some((_, Job::Act(_))))
    }

    /// The flush of the first job of a request fails: it is told so, and all of it
    /// is on the disk or nothing.
    pub fn fail(&self, request: u32, whole: bool) {
        let Some(Job::Act(act)) = self.take(request) else { return };
        let mut inside = self.inside();
        if whole {
            let _ = inside.act(act.run);
        } else {
            let (_, undo) = inside.shelves.run(act.run);
            inside.shelves.undo(undo);
        }
        inside.failed = true;
        let told = if inside.broken == Broken::FlushIgnored { Ok(()) } else { Err(failed()) };
        drop(inside);
        (act.done)(told);
    }

    /// The power is cut while the first job of a request is being done; where it
    /// writes, all of it is on the disk or nothing.
    pub fn cut(&self, request: u32, whole: bool) {
        let job = self.take(request);
        let mut inside = self.inside();
        if let Some(Job::Act(act)) = job
            && whole
        {
            let _ = inside.act(act.run);
        }
        inside.queue.clear();
        inside.failed = false;
        while let Some(undo) = inside.unsynced.pop() {
            inside.changed += 1;
            inside.shelves.undo(undo);
        }
    }

    fn take(&self, request: u32) -> Option<Job> {
        let mut inside = self.inside();
        let at = inside.queue.iter().position(|(whose, _)| *whose == request)?;
        inside.queue.remove(at).map(|(_, job)| job)
    }
}

fn failed() -> StoreError {
    StoreError::Failed("the disk failed".to_owned())
}

impl Inside {
    fn act(&mut self, run: Run) -> Result<(), StoreError> {
        if self.failed {
            return Err(failed());
        }
        let (keep, undo) = self.shelves.run(run);
        let refused = match self.health {
            Some(Health::Full) if !undo.is_empty() => Some(StoreError::Full),
            Some(Health::Failing) if !undo.is_empty() => Some(failed()),
            _ => None,
        };
        if keep == Keep::No || refused.is_some() {
            self.shelves.undo(undo);
        } else {
            self.changed += u64::from(!undo.is_empty());
            self.appended += undo.appended();
            if self.broken == Broken::NoSync {
                self.unsynced.push(undo);
            }
        }
        match refused {
            Some(error) if self.broken != Broken::Early => Err(error),
            _ => Ok(()),
        }
    }
}

impl Store for Shelf {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        let mut inside = self.inside();
        let whose = inside.asking;
        inside.queue.push_back((whose, Job::Look(look)));
        Ok(())
    }

    fn write(&self, act: Act) -> Result<(), StoreError> {
        let mut inside = self.inside();
        let whose = inside.asking;
        inside.queue.push_back((whose, Job::Act(act)));
        Ok(())
    }

    fn writes_alone(&self) -> bool {
        self.inside().alone
    }

    fn believed_for(&self) -> Duration {
        // The operator's commands go through the server's own books here, and no
        // true time may decide anything.
        Duration::MAX
    }
}

/// What is on the disk at this moment, for whoever watches: not in the queue, and
/// through no server's memory.
pub struct Bare(pub Arc<Shelf>);

impl Store for Bare {
    fn read(&self, look: Look) -> Result<(), StoreError> {
        look(Ok(&self.0.inside().shelves));
        Ok(())
    }

    fn write(&self, _: Act) -> Result<(), StoreError> {
        Err(failed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does each job at once, as the conformance suite expects.
    struct AtOnce(Shelf);

    impl Store for AtOnce {
        fn read(&self, look: Look) -> Result<(), StoreError> {
            self.0.read(look)?;
            self.0.work(0);
            Ok(())
        }

        fn write(&self, act: Act) -> Result<(), StoreError> {
            self.0.write(act)?;
            self.0.work(0);
            Ok(())
        }
    }

    #[test]
    fn keeps_what_a_store_keeps() {
        server::store::conformance::run(&|| AtOnce(Shelf::default()));
    }
}
