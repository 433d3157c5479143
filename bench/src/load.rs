//! A load like that of many people: real rows of some of them, each sync another
//! person's, at the rates that 2.5 million people would bring; then devices that
//! only listen.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use record::api::paths;

use crate::house::{House, Person, Running};
use crate::life::Life;
use crate::ours::{self, Device};
use crate::rate::{Rate, Work, together};
use crate::wire::request;

/// People whose rows are really there.
const PEOPLE: u32 = 20_000;
/// Entries of a sync: 20 a day on two devices, each of which syncs six times.
const ENTRIES: usize = 2;
/// What 2.5 million people bring on average, syncs a second.
const MEAN: f64 = 347.0;
/// Devices that listen at once.
const LISTENERS: usize = 10_000;
/// Connections that the load comes over.
const CLIENTS: usize = 32;
const WHILE: Duration = Duration::from_secs(8);

/// Does it, and prints what it saw.
pub(crate) fn measure() -> Result<String, Box<dyn Error>> {
    // Each listener is a file handle here and one in the program.
    let _ = rlimit::increase_nofile_limit(40_000);
    let house = House::new()?;
    let started = Instant::now();
    let people = house.people(PEOPLE)?;
    let mut out =
        format!("| {PEOPLE} people’s rows made in | {:.1} s |\n", started.elapsed().as_secs_f64());
    let life = Life::of_days(365);
    let running = house.start()?;
    let empty = running.bytes()?;
    line(&mut out, "disk of a person with nothing written", per(empty, PEOPLE), "bytes");
    let (some, rest) = people.split_at(people.len() / 2);
    for (what, share, people) in
        [("mean", 1.0, &some[..3_000]), ("peak, five times the mean", 5.0, &some[3_000..])]
    {
        let rate = syncs(&running, people, &life, ENTRIES, Some(MEAN * share))?;
        line(
            &mut out,
            &format!("{what}: syncs a second, asked for {}", MEAN * share),
            rate.a_second,
            "",
        );
        line(&mut out, "… half within", rate.of_thousand(500), "ms");
        line(&mut out, "… 99 of 100 within", rate.of_thousand(990), "ms");
    }
    // Six hours are five entries a person.
    let (drain, idle) = rest.split_at(rest.len() / 2);
    let rate = syncs(&running, drain, &life, 5, None)?;
    line(&mut out, "after an outage, 5 entries each: entries a second", rate.a_second * 5.0, "");
    line(&mut out, "… half within", rate.of_thousand(500), "ms");
    line(&mut out, "… 99 of 100 within", rate.of_thousand(990), "ms");
    let before = resident(running.process())?;
    line(&mut out, "memory of the program then", before / 1e6, "MB");
    let lines = listen(&running, idle, LISTENERS)?;
    let after = resident(running.process())?;
    let listeners = u32::try_from(lines.len())?;
    line(&mut out, "devices that listen", f64::from(listeners), "");
    line(&mut out, "… memory of each", (after - before) / f64::from(listeners), "bytes");
    Ok(out)
}

fn line(out: &mut String, what: &str, value: f64, unit: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "| {what} | {value:.1} {unit} |");
}

fn per(bytes: u64, people: u32) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let bytes = bytes as f64;
    bytes / f64::from(people)
}

/// Each person syncs once, over so many connections, at this rate or as fast as
/// it goes.
fn syncs(
    running: &Running,
    people: &[Person],
    life: &Life,
    entries: usize,
    rate: Option<f64>,
) -> Result<Rate, Box<dyn Error>> {
    let share = people.len() / CLIENTS;
    let mut queues = Vec::new();
    for people in people.chunks(share).take(CLIENTS) {
        let mut ready = Vec::new();
        for person in people {
            ready.push((person, ours::blocks(person, life, 1, entries)?));
        }
        queues.push(ready.into_iter());
    }
    #[expect(clippy::cast_precision_loss, reason = "a few")]
    let between = rate.map(|rate| Duration::from_secs_f64(CLIENTS as f64 / rate));
    let address = running.address;
    let begin = Instant::now();
    let workers = queues.iter_mut().enumerate().map(|(client, queue)| {
        let offset = between.unwrap_or_default() * u32::try_from(client).unwrap_or(0)
            / u32::try_from(CLIENTS).unwrap_or(1);
        let mut due = begin + offset;
        let mut wire = None;
        Box::new(move || {
            let Some((person, blocks)) = queue.next() else { return Ok(false) };
            if let Some(between) = between {
                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                due += between;
            }
            let mut device = Device::over(person, address, blocks, wire.take())?;
            device.push()?;
            wire = Some(device.wire);
            Ok(true)
        }) as Work<'_>
    });
    together(workers.collect(), WHILE)
}

/// Opens so many lines, and keeps them.
fn listen(
    running: &Running,
    people: &[Person],
    count: usize,
) -> Result<Vec<TcpStream>, Box<dyn Error>> {
    let mut lines = Vec::new();
    for person in people.iter().cycle().take(count) {
        let mut stream = TcpStream::connect(running.address)?;
        let token = format!("Bearer {}", person.token);
        let headers = [("authorization", token.as_str())];
        stream.write_all(&request("GET", paths::HINTS, "localhost", &headers, &[]))?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        if !answer.ends_with(b"200") {
            return Err(String::from_utf8_lossy(&answer).into());
        }
        lines.push(stream);
    }
    Ok(lines)
}

/// The memory of a process that is really there, in bytes.
fn resident(process: u32) -> Result<f64, Box<dyn Error>> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes * 1024.0)
}
