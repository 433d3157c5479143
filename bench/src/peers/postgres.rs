//! `PostgreSQL`: one operation a transaction.

use std::error::Error;
use std::process::Command;

use super::{lines, script};

/// Transactions a second by so many clients, each flushed.
pub(crate) fn rows(clients: usize, seconds: u64) -> Result<f64, Box<dyn Error>> {
    let mut command = Command::new(script("postgres"));
    command.args([seconds.to_string(), clients.to_string()]);
    let lines = lines(&mut command)?;
    let cell = lines.first().and_then(|line| line.get(1)).ok_or("PostgreSQL said nothing")?;
    Ok(cell.parse()?)
}
