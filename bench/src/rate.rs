//! How many in a second, by several at once.

use std::error::Error;
use std::time::{Duration, Instant};

/// What a worker does again and again. False when it has nothing more to do.
pub(crate) type Work<'a> = Box<dyn FnMut() -> Result<bool, Box<dyn Error>> + Send + 'a>;

/// What several workers did.
pub(crate) struct Rate {
    /// How often, in a second, all of them together.
    pub(crate) a_second: f64,
    /// How long each took, fastest first.
    times: Vec<Duration>,
}

/// Lets all of them work for so long at once, each on a thread of its own. One
/// that runs out ends the time for all, so that never fewer work than were
/// asked for.
pub(crate) fn together(workers: Vec<Work<'_>>, most: Duration) -> Result<Rate, Box<dyn Error>> {
    let started = Instant::now();
    let ended = std::sync::atomic::AtomicBool::new(false);
    let outcomes: Vec<Result<Vec<Duration>, String>> = std::thread::scope(|scope| {
        let threads: Vec<_> = workers
            .into_iter()
            .map(|work| {
                let ended = &ended;
                scope.spawn(move || alone(work, started, most, ended))
            })
            .collect();
        let gone = |_| Err("a worker stopped".to_owned());
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(gone)).collect()
    });
    let took = started.elapsed();
    let mut times = Vec::new();
    for outcome in outcomes {
        times.extend(outcome?);
    }
    times.sort_unstable();
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let a_second = times.len() as f64 / took.as_secs_f64();
    Ok(Rate { a_second, times })
}

fn alone(
    mut work: Work<'_>,
    started: Instant,
    most: Duration,
    ended: &std::sync::atomic::AtomicBool,
) -> Result<Vec<Duration>, String> {
    let mut times = Vec::new();
    while started.elapsed() < most && !ended.load(std::sync::atomic::Ordering::Relaxed) {
        let before = Instant::now();
        if !work().map_err(|error| error.to_string())? {
            ended.store(true, std::sync::atomic::Ordering::Relaxed);
            break;
        }
        times.push(before.elapsed());
    }
    Ok(times)
}

impl Rate {
    /// The time that so many of a thousand were faster than, in milliseconds.
    pub(crate) fn of_thousand(&self, part: usize) -> f64 {
        let at = self.times.len() * part / 1000;
        self.times.get(at).or(self.times.last()).map_or(0.0, |took| took.as_secs_f64() * 1e3)
    }
}
