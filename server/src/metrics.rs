//! Numbers for an operator, in the text form that Prometheus reads. Routes and
//! counts alone: nothing here is about anybody.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

use crate::http::App;
use crate::sync::Told;

/// The upper bounds of the times, in milliseconds.
const BOUNDS: [u64; 9] = [1, 2, 5, 10, 25, 50, 100, 500, 2_500];

/// What is counted.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    answers: Mutex<BTreeMap<(&'static str, &'static str, u16), u64>>,
    times: Mutex<BTreeMap<(&'static str, &'static str), Times>>,
    blocks_accepted: AtomicU64,
    blocks_refused: AtomicU64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Times {
    within: [u64; BOUNDS.len()],
    count: u64,
    sum: Duration,
}

impl Metrics {
    pub(crate) fn answered(
        &self,
        method: &'static str,
        route: &'static str,
        status: u16,
        took: Duration,
    ) {
        *lock(&self.answers).entry((method, route, status)).or_default() += 1;
        let mut times = lock(&self.times);
        let times = times.entry((method, route)).or_default();
        times.count += 1;
        times.sum += took;
        for (within, bound) in times.within.iter_mut().zip(BOUNDS) {
            *within += u64::from(took <= Duration::from_millis(bound));
        }
    }

    pub(crate) fn took(&self, told: Told) {
        let add = |counter: &AtomicU64, count: usize| {
            counter.fetch_add(count as u64, Ordering::Relaxed);
        };
        add(&self.blocks_accepted, told.accepted);
        add(&self.blocks_refused, told.refused);
    }

    fn text(&self, listeners: usize, store: &[(&'static str, u64)]) -> String {
        let mut out = String::new();
        out.push_str("# TYPE http_responses_total counter\n");
        for ((method, route, status), count) in &*lock(&self.answers) {
            let _ = writeln!(
                out,
                "http_responses_total{{method=\"{method}\",route=\"{route}\",status=\"{status}\"}} {count}"
            );
        }
        out.push_str("# TYPE http_response_seconds histogram\n");
        for ((method, route), times) in &*lock(&self.times) {
            let labels = format!("method=\"{method}\",route=\"{route}\"");
            for (within, bound) in times.within.iter().zip(BOUNDS) {
                let bound = Duration::from_millis(bound).as_secs_f64();
                let _ = writeln!(
                    out,
                    "http_response_seconds_bucket{{{labels},le=\"{bound}\"}} {within}"
                );
            }
            let (count, sum) = (times.count, times.sum.as_secs_f64());
            let _ = writeln!(out, "http_response_seconds_bucket{{{labels},le=\"+Inf\"}} {count}");
            let _ = writeln!(out, "http_response_seconds_sum{{{labels}}} {sum}");
            let _ = writeln!(out, "http_response_seconds_count{{{labels}}} {count}");
        }
        for (name, kind, value) in [
            ("sync_blocks_accepted_total", "counter", self.blocks_accepted.load(Ordering::Relaxed)),
            ("sync_blocks_refused_total", "counter", self.blocks_refused.load(Ordering::Relaxed)),
            ("hint_listeners", "gauge", listeners as u64),
        ] {
            let _ = writeln!(out, "# TYPE {name} {kind}\n{name} {value}");
        }
        for (name, value) in store {
            let _ = writeln!(out, "# TYPE {name} gauge\n{name} {value}");
        }
        out
    }
}

/// The router of the metrics' own address.
pub(crate) fn router(app: Arc<App>) -> Router {
    let tell = move || {
        let text = app.metrics.text(app.hub.len(), &app.books.store().gauges());
        async move { ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response() }
    };
    Router::new().route("/metrics", get(tell))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_told_by_route() {
        let metrics = Metrics::default();
        metrics.answered("POST", "/api/v1/sync", 200, Duration::from_millis(4));
        metrics.answered("POST", "/api/v1/sync", 200, Duration::from_millis(700));
        let text = metrics.text(3, &[("store_wal_bytes", 7)]);
        for line in [
            "http_responses_total{method=\"POST\",route=\"/api/v1/sync\",status=\"200\"} 2",
            "http_response_seconds_bucket{method=\"POST\",route=\"/api/v1/sync\",le=\"0.005\"} 1",
            "http_response_seconds_bucket{method=\"POST\",route=\"/api/v1/sync\",le=\"+Inf\"} 2",
            "hint_listeners 3",
            "store_wal_bytes 7",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }
}
