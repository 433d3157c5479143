//! Ours beside each peer, measured in turns in one run: a table of ratios and of
//! the marks they must reach.

use std::error::Error;

use crate::house::House;
use crate::life::Life;
use crate::ours::{self, Fetched};
use crate::peers::{atuin, folding, postgres, pouchdb, sqlite};
use crate::timing::time;

/// How often each is measured, in turns with its peers; of rates the highest
/// and of times the shortest counts, for what else a machine does only ever
/// takes away.
const ROUNDS: usize = 2;
/// Operations of a request.
const PUSH: usize = 20;
/// Operations of a request that catches up.
const BACKLOG: usize = 500;

/// What a ratio must be.
#[derive(Clone, Copy)]
enum Mark {
    /// So many times the peer's, at least.
    AtLeast(f64),
    /// One of so many parts of the peer's, at most.
    Part(f64),
    /// Only told.
    None,
}

/// The rows.
#[derive(Default)]
pub(crate) struct Beside {
    rows: Vec<[String; 6]>,
    missed: usize,
}

impl Beside {
    fn row(&mut self, what: &str, unit: &str, ours: f64, peer: (&str, f64), mark: Mark) {
        let (name, theirs) = peer;
        let (ratio, said, met) = match mark {
            Mark::AtLeast(least) => {
                (format!("{:.1} ×", ours / theirs), format!("≥ {least} ×"), ours / theirs >= least)
            }
            Mark::Part(part) => {
                (format!("1/{:.1}", theirs / ours), format!("≤ 1/{part}"), theirs / ours >= part)
            }
            Mark::None => (format!("{:.2} ×", ours / theirs), String::new(), true),
        };
        let said = if met { said } else { format!("{said}, MISSED") };
        self.missed += usize::from(!met);
        let cell = |value: f64| format!("{} {unit}", figures(value));
        self.rows.push([what.to_owned(), cell(ours), name.to_owned(), cell(theirs), ratio, said]);
    }

    /// How many marks were missed.
    pub(crate) fn missed(&self) -> usize {
        self.missed
    }
}

impl std::fmt::Display for Beside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let head = ["measure", "ours", "peer", "theirs", "ratio", "mark"].map(str::to_owned);
        let rows: Vec<&[String; 6]> = std::iter::once(&head).chain(&self.rows).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max();
        for (number, row) in rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                write!(f, "| {cell:<0$} ", width(column).unwrap_or(0))?;
            }
            writeln!(f, "|")?;
            if number == 0 {
                writeln!(f, "|---|--:|---|--:|--:|---|")?;
            }
        }
        Ok(())
    }
}

/// Everything of the server's part.
pub(crate) fn measure() -> Result<Beside, Box<dyn Error>> {
    let mut table = Beside::default();
    let life = Life::told_of_days(365);
    push(&life, &mut table)?;
    pull(&life, &mut table)?;
    at_rest_and_folding(&life, &mut table)?;
    Ok(table)
}

/// Ours alone: for whoever changes it.
pub(crate) fn quick() -> Result<(), Box<dyn Error>> {
    let life = Life::told_of_days(365);
    ours_once(&life, &mut Best::default())?;
    let year = ours::Year::new()?;
    eprintln!("a year {:?}", fetch(|| year.all())?);
    eprintln!("a day {:?}", fetch(|| year.last_day())?);
    at_rest()
}

/// What ours stores and what it takes to read it again, every block by itself and
/// gathered: for whoever changes that.
pub(crate) fn at_rest() -> Result<(), Box<dyn Error>> {
    for gathers in [false, true] {
        let how = if gathers { "old blocks in segments" } else { "every block by itself" };
        let stored = ours::stored(gathers)?;
        eprintln!("{how}: an operation {:.1} bytes, in a copy {:.1}", stored.lived, stored.copied);
        let year = if gathers { ours::Year::gathered()? } else { ours::Year::new()? };
        eprintln!("{how}: a year {:?}", fetch(|| year.all())?);
        eprintln!("{how}: a day {:?}", fetch(|| year.last_day())?);
    }
    Ok(())
}

/// The highest of what several rounds gave.
#[derive(Clone, Copy, Default)]
struct Best {
    one: f64,
    many: f64,
    backlog: f64,
}

#[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
fn ours_once(life: &Life, best: &mut Best) -> Result<(), Box<dyn Error>> {
    let house = House::new()?;
    let people = house.people(129)?;
    let running = house.start()?;
    let (one, rest) = people.split_at(1);
    let (many, backlog) = rest.split_at(64);
    let rate = |people, count, size| {
        let rate = ours::push(&running, people, life, count, size)?;
        eprintln!(
            "ours, {} clients of {size}: {:.0} requests/s, half within {:.2} ms, 99 of 100 within {:.2} ms",
            <[_]>::len(people),
            rate.a_second,
            rate.of_thousand(500),
            rate.of_thousand(990),
        );
        Ok::<_, Box<dyn Error>>(rate.a_second * size as f64)
    };
    best.one = best.one.max(rate(one, 12_000, PUSH)?);
    best.many = best.many.max(rate(many, 1_000, PUSH)?);
    best.backlog = best.backlog.max(rate(backlog, 60, BACKLOG)?);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
fn push(life: &Life, table: &mut Beside) -> Result<(), Box<dyn Error>> {
    let (mut ours, mut pouch, mut atuin) = (Best::default(), Best::default(), Best::default());
    let (mut postgres_one, mut postgres_many) = (0.0_f64, 0.0_f64);
    let (mut raw, mut raw_many) = (0.0_f64, 0.0_f64);
    let size = PUSH as f64;
    for _ in 0..ROUNDS {
        ours_once(life, &mut ours)?;
        pouch.one = pouch.one.max(pouchdb::push(life, 1, PUSH, true)?.a_second * size);
        for apart in [true, false] {
            pouch.many = pouch.many.max(pouchdb::push(life, 64, PUSH, apart)?.a_second * size);
        }
        atuin.one = atuin.one.max(atuin::push(1, PUSH)?.a_second * size);
        atuin.many = atuin.many.max(atuin::push(64, PUSH)?.a_second * size);
        postgres_one = postgres_one.max(postgres::rows(1, 3)?);
        postgres_many = postgres_many.max(postgres::rows(64, 3)?);
        raw = raw.max(sqlite::append(20)?);
        raw_many = raw_many.max(sqlite::append(1000)?);
    }
    let unit = "ops/s";
    let mut row = |what: &str, ours, peer, mark| table.row(what, unit, ours, peer, mark);
    row(
        "push, 20 a request, 1 client",
        ours.one,
        ("pouchdb-server", pouch.one),
        Mark::AtLeast(5.0),
    );
    row(
        "push, 20 a request, 64 clients",
        ours.many,
        ("pouchdb-server", pouch.many),
        Mark::AtLeast(40.0),
    );
    row("push, 20 a request, 1 client", ours.one, ("atuin-server", atuin.one), Mark::AtLeast(5.0));
    row(
        "push, 20 a request, 64 clients",
        ours.many,
        ("atuin-server", atuin.many),
        Mark::AtLeast(5.0),
    );
    row(
        "durable ingest over HTTP, 64 clients",
        ours.many,
        ("PostgreSQL, a row a transaction, 64 clients", postgres_many),
        Mark::AtLeast(4.0),
    );
    row(
        "durable ingest over HTTP, 1 client",
        ours.one,
        ("PostgreSQL, a row a transaction, 1 client", postgres_one),
        Mark::AtLeast(4.0),
    );
    row(
        "durable ingest, 20 a request, 64 clients",
        ours.many,
        ("SQLite alone, 20 rows a commit", raw),
        Mark::AtLeast(0.5),
    );
    row(
        "durable ingest, 500 a request, 64 clients",
        ours.backlog,
        ("SQLite alone, 1,000 rows a commit", raw_many),
        Mark::AtLeast(0.5),
    );
    Ok(())
}

/// The fastest of several.
fn fetch(
    mut how: impl FnMut() -> Result<Fetched, Box<dyn Error>>,
) -> Result<Fetched, Box<dyn Error>> {
    let mut best = how()?;
    for _ in 0..4 {
        let again = how()?;
        best.milliseconds = best.milliseconds.min(again.milliseconds);
    }
    Ok(best)
}

fn pull(life: &Life, table: &mut Beside) -> Result<(), Box<dyn Error>> {
    let ours = ours::Year::new()?;
    let pouch = pouchdb::Year::new(life)?;
    let year = fetch(|| ours.all())?;
    let replicated = fetch(|| pouch.replicated(None))?;
    let at_once = fetch(|| pouch.at_once())?;
    let atuin = atuin::year(life.told.len())?;
    let name = "pouchdb-server, as its client replicates";
    let part = Mark::Part(20.0);
    table.row("a year’s pull", "KB", year.bytes / 1e3, (name, replicated.bytes / 1e3), part);
    table.row("a year’s pull", "ms", year.milliseconds, (name, replicated.milliseconds), part);
    let name = "pouchdb-server, all in one request";
    table.row("a year’s pull", "KB", year.bytes / 1e3, (name, at_once.bytes / 1e3), Mark::None);
    table.row("a year’s pull", "ms", year.milliseconds, (name, at_once.milliseconds), Mark::None);
    let name = "atuin-server";
    let part = Mark::Part(5.0);
    table.row("a year’s pull", "ms", year.milliseconds, (name, atuin.milliseconds), part);
    let day = fetch(|| ours.last_day())?;
    let last = life.told.iter().filter(|told| told.day == 364).count();
    let theirs = fetch(|| pouch.replicated(Some(last)))?;
    let name = "pouchdb-server, as its client replicates";
    let what = format!("the last day’s {last} operations pulled, heads counted");
    table.row(&what, "bytes", day.bytes, (name, theirs.bytes), Mark::Part(12.0));
    #[expect(clippy::cast_precision_loss, reason = "a few")]
    let (one, several) = (day.requests as f64, theirs.requests as f64);
    table.row("… requests", "", one, (name, several), Mark::Part(2.0));
    let stored = ours::stored(true)?.lived;
    let name = "pouchdb-server, compacted";
    table.row("stored, an operation", "bytes", stored, (name, pouch.stored()?), Mark::Part(35.0));
    Ok(())
}

fn at_rest_and_folding(life: &Life, table: &mut Beside) -> Result<(), Box<dyn Error>> {
    let stored = ours::stored(true)?.lived;
    let days = life.by_day()?;
    let folding = time(99, || (), |()| crate::fold::folded(&days)).least();
    for peer in folding::all(life)? {
        let (fold, rest) = match peer.name.as_str() {
            "yjs" => (Mark::Part(5.0), Mark::None),
            "automerge" => (Mark::Part(30.0), Mark::Part(3.5)),
            _ => (Mark::None, Mark::None),
        };
        let name = peer.name.as_str();
        table.row("folding a year", "ms", folding, (name, peer.milliseconds), fold);
        table.row("stored, an operation", "bytes", stored, (name, peer.stored), rest);
    }
    Ok(())
}

/// Three figures that matter.
fn figures(value: f64) -> String {
    match value {
        v if v >= 100.0 || v.fract() == 0.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v => format!("{v:.2}"),
    }
}
