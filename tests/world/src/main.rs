//! `world`: lives seed after seed, and says what it found.

use std::io::Write as _;
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use world::schedule::Schedule;
use world::shrink::shrink;
use world::trace::Trace;
use world::world::World;

const HELP: &str = "\
world [--from SEED] [--count N]
world --show FILE

Lives worlds from SEED on (from the time, where none is given), N of them or
until stopped. Prints how many a second, and each failing schedule, cut down:
keep it as a file under tests/world/kept. At the end, the hash of all that
happened: the same for the same seeds, unless something behaves otherwise.

With --show, lives one kept schedule, and says after each step what each device
has: its number, what waits to be signed, what is signed and not sent, what is
set apart, and how far it has each stream.
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

/// Lives a kept schedule step by step.
fn show(file: &str, out: &mut impl std::io::Write) -> std::io::Result<()> {
    let text = std::fs::read_to_string(file)?;
    let schedule = Schedule::read(&text).map_err(std::io::Error::other)?;
    let mut world = World::of(&schedule);
    for step in &schedule.steps {
        world.step(*step);
        writeln!(out, "{step:?}")?;
        show_devices(&world, out)?;
    }
    world.quieten();
    world.judge();
    writeln!(out, "at quiet")?;
    show_devices(&world, out)?;
    match world.fault() {
        Some(fault) => writeln!(out, "breaks {}: {}", fault.invariant, fault.what),
        None => writeln!(out, "nothing is wrong"),
    }
}

fn show_devices(world: &World, out: &mut impl std::io::Write) -> std::io::Result<()> {
    for (at, device) in world.devices.iter().enumerate() {
        for held in device.holdings() {
            let (writer, parked) = (held.about.writer, held.parked.len());
            let heads: Vec<u64> = held.cursors.iter().map(|(_, at)| at.head.sequence).collect();
            let (outbox, pending) = (&held.outbox, &held.pending);
            writeln!(
                out,
                "  {at}: {writer:?} outbox {outbox:?} pending {pending:?} apart {parked} at {heads:?}"
            )?;
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    let mut out = std::io::stdout();
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, file] = words.as_slice()
        && word == "--show"
    {
        return match show(file, &mut out) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(out, "{file}: {error}");
                ExitCode::FAILURE
            }
        };
    }
    let Some(asked) = asked() else {
        let _ = out.write_all(HELP.as_bytes());
        return ExitCode::FAILURE;
    };
    let _ = writeln!(out, "worlds from seed {} on", asked.from);
    let began = Instant::now();
    let mut last = began;
    let mut lived: u64 = 0;
    let mut failed = 0;
    let mut all = Trace::default();
    while asked.count.is_none_or(|count| lived < count) {
        let schedule = Schedule::of_seed(asked.from.wrapping_add(lived));
        lived += 1;
        let life = schedule.live();
        all.add(b"life", life.trace.as_bytes());
        if let Some(fault) = life.fault {
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
    let _ = writeln!(out, "all that happened: {}", all.finish());
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
