//! What comes next.

use super::clock::{Clocks, Utc};
use super::day;
use super::key::OccurrenceKey;
use super::occur::{Occurrence, insert};
use super::versions::Schedule;
use super::walk::LONGEST_SILENCE;

/// Days that are looked at together.
const STRETCH: i64 = 40;

/// The next occurrences of all these schedules after an instant (seconds since
/// 1970), in the order of time, at most so many: without those that already
/// have an outcome, and those that expire the moment they come. Nothing is
/// looked for further away than about 800 days.
#[must_use]
pub fn next(
    schedules: &[Schedule],
    after: i64,
    most: usize,
    device: &dyn Clocks,
    answered: &dyn Fn(&OccurrenceKey) -> bool,
) -> Vec<Occurrence> {
    let mut all: Vec<Occurrence> = Vec::new();
    // The person's day can be one behind the wall's, the wall's one behind UTC,
    // and a day that a whole zone skipped happens on the one after it.
    let start = day::days_after(day::day_of(after, &Utc, 0), -3);
    for schedule in schedules {
        let mut from = start;
        let mut found = 0;
        for _ in 0..=LONGEST_SILENCE / STRETCH {
            let to = day::days_after(from, STRETCH - 1);
            for one in schedule.occurrences(from, to, device) {
                let over = one.at <= after || one.expires <= one.at;
                if over || found == most || answered(&one.key) {
                    continue;
                }
                found += 1;
                insert(&mut all, one);
                all.truncate(most);
            }
            from = day::days_after(to, 1);
            // Whatever comes later is behind all of these.
            let full = all.len() == most
                && all.last().is_none_or(|last| day::day_of(last.at, &Utc, 0) < to);
            if found == most || full {
                break;
            }
        }
    }
    all
}
