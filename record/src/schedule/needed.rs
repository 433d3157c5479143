//! What was done as needed: how long ago, and how often today. What it means is
//! for the person to say; this is never a permission.

use super::clock::Clocks;
use super::day;
use super::versions::InForce;

/// How long ago, and how often today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Seconds since the last; 0 where that is from a clock ahead of this one.
    /// None where there was none.
    pub since: Option<i64>,
    /// How many on the person's day that `now` belongs to.
    pub today: usize,
}

impl InForce {
    /// How long ago and how often today something was done, at `now`; `done` is
    /// when, in any order. All are seconds since 1970. Today is by the rule's
    /// zone where it has one, by the device's otherwise.
    #[must_use]
    pub fn needed(&self, done: &[i64], now: i64, device: &dyn Clocks) -> Needed {
        let zone = self.zone.as_deref().unwrap_or(device);
        let start = self.rule.terms().day_start;
        let today = day::day_of(now, zone, start);
        let mut needed = Needed { since: None, today: 0 };
        for at in done {
            let since = now.saturating_sub(*at).max(0);
            needed.since = Some(needed.since.map_or(since, |least| least.min(since)));
            needed.today += usize::from(day::day_of(*at, zone, start) == today);
        }
        needed
    }
}
