//! SQLite by itself: the floor. No HTTP, no signatures, nobody asks who you are.

use std::error::Error;
use std::time::Instant;

use rusqlite::params;

use crate::house;
use crate::ours::WHILE;

/// Appends rows of one operation each (120 bytes), so many to a transaction,
/// each transaction flushed (WAL, `synchronous=FULL`). Operations a second.
pub(crate) fn append(rows: u32) -> Result<f64, Box<dyn Error>> {
    let folder = house::folder()?;
    let mut connection = rusqlite::Connection::open(folder.path().join("raw.sqlite"))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch(
        "CREATE TABLE operations (person INTEGER, number INTEGER, body BLOB NOT NULL)",
    )?;
    let body = [0x5a_u8; 120];
    let started = Instant::now();
    let mut number = 0_u32;
    while started.elapsed() < WHILE {
        let transaction = connection.transaction()?;
        {
            let mut insert =
                transaction.prepare_cached("INSERT INTO operations VALUES (?1, ?2, ?3)")?;
            for _ in 0..rows {
                number += 1;
                insert.execute(params![number % 64, number, body])?;
            }
        }
        transaction.commit()?;
    }
    Ok(f64::from(number) / started.elapsed().as_secs_f64())
}
