//! What a schedule comes to.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use super::clock::{self, Clocks};
use super::day;
use super::key::OccurrenceKey;
use super::rule::{End, When, Window};
use super::versions::{InForce, Schedule, Version};
use super::walk::Walk;

/// One time at which something is to be done. Instants are seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its name.
    pub key: OccurrenceKey,
    /// What the wall then says where it is done: in the rule's zone where it has
    /// one, otherwise in the device's. It is the rule's time, unless the clock
    /// skips that.
    pub wall: DateTime,
    /// When.
    pub at: i64,
    /// Due from here on,
    pub opens: i64,
    /// late from here on,
    pub late: i64,
    /// and not asked for any more from here on: no later than the next one of
    /// the same schedule. Of several that come at one instant (the clock skipped
    /// their times) all but the last expire at once, so that only one is asked
    /// for; each can still be answered.
    pub expires: i64,
}

impl Occurrence {
    fn new(key: OccurrenceKey, wall: DateTime, at: i64, window: Window) -> Self {
        let after = |minutes: u16| at + i64::from(minutes) * 60;
        Self {
            key,
            wall,
            at,
            opens: at - i64::from(window.early) * 60,
            late: after(window.due),
            expires: after(window.expires),
        }
    }
}

/// Nothing is open for longer than this many days.
const LONGEST_WINDOW: i64 = 2;

impl Schedule {
    /// Its occurrences on the person's days `from` to `to`, both within, in the
    /// order of time. `device`: where the person is, for what is not pinned.
    ///
    /// There are none of a rule in [`Trouble`](super::Trouble), none of what is
    /// done as needed, and of elapsed time the one that comes next.
    #[must_use]
    pub fn occurrences(&self, from: Date, to: Date, device: &dyn Clocks) -> Vec<Occurrence> {
        let mut all = Vec::new();
        // A look ahead, for what ends the last ones.
        let ahead = day::days_after(to, LONGEST_WINDOW);
        for version in &self.versions {
            let Ok(rule) = &version.rule else { continue };
            if let When::Elapsed { every, start } = rule.rule.terms().when {
                self.elapsed(version, rule, (every, start), (from, to), device, &mut all);
            } else {
                self.calendar(version, rule, (from, ahead), device, &mut all);
            }
        }
        for at in 1..all.len() {
            all[at - 1].expires = all[at - 1].expires.min(all[at].at);
        }
        // The names of elapsed ones are by UTC, and they were not looked ahead for.
        all.retain(|one| one.key.date <= to || one.key.slot >= day::MINUTES);
        all
    }

    /// Of elapsed time the one that comes next, however long ago that was: nothing comes
    /// after it until somebody says what became of it.
    #[must_use]
    pub fn waiting(&self, device: &dyn Clocks) -> Option<Occurrence> {
        let mut all = Vec::new();
        for version in self.versions.iter().filter(|version| version.until.is_none()) {
            let Ok(rule) = &version.rule else { continue };
            if let When::Elapsed { every, start } = rule.rule.terms().when {
                let ever = (Date::MIN, Date::MAX);
                self.elapsed(version, rule, (every, start), ever, device, &mut all);
            }
        }
        all.pop()
    }

    fn calendar(
        &self,
        version: &Version,
        InForce { rule, zone }: &InForce,
        (from, to): (Date, Date),
        device: &dyn Clocks,
        out: &mut Vec<Occurrence>,
    ) {
        let terms = rule.terms();
        let zone = zone.as_deref().unwrap_or(device);
        let to = version.until.map_or(to, |until| until.min(to));
        let mut days = Walk::new(rule, from, to);
        while let Some((date, times)) = days.next() {
            for time in times {
                let on =
                    if time.minute < terms.day_start { day::days_after(date, 1) } else { date };
                let planned = on.to_datetime(clock::time(time.minute));
                // None only where the calendar ends.
                let Some((at, wall)) = clock::instant(zone, planned) else { return };
                let key = self.key(version, date, time.minute);
                insert(out, Occurrence::new(key, wall, at, terms.window));
            }
        }
    }

    fn elapsed(
        &self,
        version: &Version,
        InForce { rule, zone }: &InForce,
        (every, start): (u16, u16),
        (from, to): (Date, Date),
        device: &dyn Clocks,
        out: &mut Vec<Occurrence>,
    ) {
        let terms = rule.terms();
        let zone = zone.as_deref().unwrap_or(device);
        let after_last = self.last.and_then(|last| {
            // A whole minute, so that the key says all of it.
            let minutes = last.div_euclid(60) + i64::from(last.rem_euclid(60) > 0);
            let minutes = minutes.saturating_add(i64::from(every));
            let date = day::date(u32::try_from(minutes.div_euclid(1440)).ok()?)?;
            let minute = u16::try_from(minutes.rem_euclid(1440)).ok()?;
            let instant = Timestamp::from_second(minutes * 60).ok()?;
            let key = self.key(version, date, day::MINUTES + minute);
            Some((key, minutes * 60, clock::wall(zone, instant)))
        });
        let own = |at: i64| day::day_of(at, zone, terms.day_start);
        // What came before this rule held does not begin it.
        let after_last = after_last.filter(|(_, at, _)| own(*at) >= terms.from);
        let first = || {
            let (at, wall) = clock::instant(zone, terms.from.to_datetime(clock::time(start)))?;
            Some((self.key(version, terms.from, start), at, wall))
        };
        let Some((key, at, wall)) = after_last.or_else(first) else { return };
        let date = own(at);
        let over = matches!(terms.end, End::On(last) if date > last);
        let replaced = version.until.is_some_and(|until| date > until);
        if over || replaced || date < from || date > to {
            return;
        }
        insert(out, Occurrence::new(key, wall, at, terms.window));
    }

    fn key(&self, version: &Version, date: Date, slot: u16) -> OccurrenceKey {
        OccurrenceKey { schedule: self.id, version: version.number, date, slot }
    }
}

/// Puts one in its place by time; nearly always that is the last.
pub(super) fn insert(all: &mut Vec<Occurrence>, one: Occurrence) {
    let mut at = all.len();
    while at > 0 && all[at - 1].at > one.at {
        at -= 1;
    }
    all.insert(at, one);
}
