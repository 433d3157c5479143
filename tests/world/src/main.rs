//! `world`: lives seed after seed, and says what it found.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use world::schedule::Schedule;
use world::shrink::shrink;

const HELP: &str = "\
world [--from SEED] [--count N]

Lives worlds from SEED on (from the time, where none is given), N of them or
until stopped. Prints how many a second, and each failing schedule, cut down:
keep it as a file under tests/world/kept.
";

struct Asked {
    from: u64,
    count: Option<u64>,
}

fn asked() -> Option<Asked> {
    let clock = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut asked =
        Asked { from: u64::from(clock.subsec_nanos()) << 24 ^ clock.as_secs(), count: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let number = words.next()?.parse().ok()?;
        match word.as_str() {
            "--from" => asked.from = number,
            "--count" => asked.count = Some(number),
            _ => return None,
        }
    }
    Some(asked)
}

fn main() -> ExitCode {
    let mut out = std::io::stdout();
    let Some(asked) = asked() else {
        let _ = out.write_all(HELP.as_bytes());
        return ExitCode::FAILURE;
    };
    let _ = writeln!(out, "worlds from seed {} on", asked.from);
    let began = Instant::now();
    let mut last = began;
    let mut lived: u64 = 0;
    let mut failed = 0;
    while asked.count.is_none_or(|count| lived < count) {
        let schedule = Schedule::of_seed(asked.from.wrapping_add(lived));
        lived += 1;
        if let Some(fault) = schedule.live().fault {
            failed += 1;
            let small = shrink(&schedule);
            let found = small.live().fault.unwrap_or(fault);
            let _ = writeln!(
                out,
                "\nseed {} breaks {}: {}\nkeep this as tests/world/kept/NAME.steps:\n{}",
                schedule.seed,
                found.invariant,
                found.what,
                small.write()
            );
        }
        let done = asked.count == Some(lived);
        if done || last.elapsed().as_secs() >= 10 {
            last = Instant::now();
            let rate =
                f64::from(u32::try_from(lived).unwrap_or(u32::MAX)) / began.elapsed().as_secs_f64();
            let _ = writeln!(out, "{lived} worlds, {failed} broken, {rate:.0} worlds/s");
        }
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
