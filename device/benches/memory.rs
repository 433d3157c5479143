//! How long a device's memory takes: `cargo bench -p device`.
//!
//! Ten years of records arrive from the core as about 2,000 rows of 1 KB, and
//! every act afterwards as a row or two and a draft.

#![allow(clippy::panic, reason = "a bench that cannot measure has nothing to say")]

use std::time::{Duration, Instant};

use device::store::Memory;
use device::{SealingKey, Storage};
use shared::effects::store::{StoreOperation, StoreOutput, Write};
use tempfile::TempDir;

const ROWS: u64 = 2_000;
const TIMES: usize = 31;

fn memory(directory: &TempDir) -> Memory {
    Memory::new(Storage::Directory(directory.path().into()), SealingKey::new([1; 32]))
}

/// Bytes that do not compress and differ from row to row.
fn body(row: u64) -> Vec<u8> {
    let mut state = row.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[0]
    };
    std::iter::repeat_with(next).take(1024).collect()
}

fn act(row: u64) -> StoreOperation {
    StoreOperation::Commit(vec![
        Write::Append { slot: row % 12, position: row, body: body(row) },
        Write::Put { key: "draft".into(), body: body(row) },
    ])
}

fn must(memory: &mut Memory, operation: StoreOperation) {
    if let StoreOutput::Failed(problem) = memory.store(operation) {
        panic!("{problem:?}");
    }
}

/// The middle of many runs, and the slowest.
fn measure(what: &str, mut run: impl FnMut(usize) -> Duration) {
    let mut took: Vec<_> = (0..TIMES).map(&mut run).collect();
    took.sort_unstable();
    let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
    println!("{what:<44} {:>8.2} ms (slowest {:.2})", ms(took[TIMES / 2]), ms(took[TIMES - 1]));
}

fn timed(run: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    run();
    begun.elapsed()
}

fn main() -> std::io::Result<()> {
    let directory = TempDir::new()?;
    let rows: Vec<_> = (0..ROWS)
        .map(|row| Write::Append { slot: row % 12, position: row, body: body(row) })
        .collect();
    must(&mut memory(&directory), StoreOperation::Commit(rows.clone()));
    let size = std::fs::metadata(directory.path().join("record.db"))?.len();
    println!("ten years of records: {ROWS} rows, {} KiB on disk", size / 1024);

    measure("open, read and unseal ten years", |_| {
        let mut memory = memory(&directory);
        timed(|| must(&mut memory, StoreOperation::Open))
    });
    let mut open = memory(&directory);
    must(&mut open, StoreOperation::Open);
    let mut row = ROWS;
    measure("one act, kept through a power cut", |_| {
        row += 1;
        let act = act(row);
        timed(|| must(&mut open, act))
    });
    drop(open);
    measure("bring in ten years as one act", |_| {
        let Ok(directory) = TempDir::new() else { panic!("no directory") };
        let (mut memory, rows) = (memory(&directory), rows.clone());
        timed(|| must(&mut memory, StoreOperation::Commit(rows)))
    });
    Ok(())
}
