//! Measures what `docs/PERFORMANCE.md` tells: `make bench`. Everything is made
//! from a fixed seed, so that two runs measure the same work.

mod app;
mod chance;
mod fold;
mod kept;
mod life;
mod table;
mod timing;

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
    app::measure(&life, &mut table)?;
    app::measure_size(&mut table)?;
    Ok(table)
}

fn main() -> ExitCode {
    match measure() {
        Ok(table) => {
            println!("{table}");
            if table.missed() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
