//! Taking times: of several, the one that a quarter is faster than. What else a
//! machine does only ever adds time.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// How long each of several tries took, fastest first.
pub(crate) struct Times(Vec<Duration>);

/// Does it so many times; what is made ready for each is not counted.
pub(crate) fn time<R, O>(
    tries: usize,
    mut ready: impl FnMut() -> R,
    mut work: impl FnMut(R) -> O,
) -> Times {
    let times: Vec<Duration> = (0..tries.max(1))
        .map(|_| {
            let readied = black_box(ready());
            let start = Instant::now();
            let done = black_box(work(readied));
            let took = start.elapsed();
            drop(done);
            took
        })
        .collect();
    times.into()
}

impl From<Vec<Duration>> for Times {
    fn from(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }
}

impl Times {
    /// The fastest, in milliseconds.
    pub(crate) fn least(&self) -> f64 {
        self.0.first().map_or(0.0, |took| took.as_secs_f64() * 1e3)
    }

    /// The one that a quarter is faster than, in milliseconds.
    pub(crate) fn usual(&self) -> f64 {
        self.0.get(self.0.len() / 4).map_or(0.0, |took| took.as_secs_f64() * 1e3)
    }
}
