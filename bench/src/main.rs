//! Measures what `docs/PERFORMANCE.md` tells: `make bench`. Everything is made
//! from a fixed seed, so that two runs measure the same work.

mod app;
mod beside;
mod chance;
mod fold;
mod health;
mod house;
mod kept;
mod life;
mod load;
mod medicines;
mod ours;
mod peers;
mod plan;
mod rate;
mod table;
mod times;
mod timing;
mod told;
mod wire;

use std::error::Error;
use std::process::ExitCode;

use life::{A_DAY, Life};
use table::Table;

/// Ten years of 365 days.
const DAYS: u32 = 3_650;

fn measure() -> Result<Table, Box<dyn Error>> {
    let life = Life::of_days(DAYS);
    println!(
        "{} entries of {DAYS} days ({A_DAY} a day), {} operations\n",
        DAYS as usize * A_DAY,
        life.operations()
    );
    let mut table = Table::default();
    fold::measure(&life, &mut table)?;
    times::measure(&mut table)?;
    app::measure(&life, &mut table)?;
    app::measure_plan(&mut table)?;
    app::measure_size(&mut table)?;
    Ok(table)
}

fn plan() -> Result<Table, Box<dyn Error>> {
    let mut table = Table::default();
    app::measure_plan(&mut table)?;
    Ok(table)
}

/// Writes an export of Apple Health to the file that is named, for the browser.
fn export() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(2).ok_or("name the file to write")?;
    health::write(path.as_ref())?;
    Ok(())
}

fn main() -> ExitCode {
    let part = std::env::args().nth(1);
    let outcome = match part.as_deref() {
        None => measure().map(|table| (table.to_string(), table.missed())),
        Some("peers") => beside::measure().map(|table| (table.to_string(), table.missed())),
        Some("load") => load::measure().map(|table| (table, 0)),
        Some("stored") => beside::at_rest().map(|()| (String::new(), 0)),
        Some("plan") => plan().map(|table| (table.to_string(), table.missed())),
        Some("quick") => beside::quick().map(|()| (String::new(), 0)),
        Some("health") => health::measure().map(|table| (table.to_string(), table.missed())),
        Some("export") => export().map(|()| (String::new(), 0)),
        Some(other) => Err(format!("{other}: nothing, or peers, or load").into()),
    };
    match outcome {
        Ok((table, missed)) => {
            println!("{table}");
            if missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
