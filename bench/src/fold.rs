//! The record by itself: its bytes, and how fast it folds.

use std::error::Error;

use record::block::{self, SIGNATURE};
use record::kinds::Reading;
use record::{Record, Writer};

use crate::life::{A_DAY, Draft, Life, PERSON};
use crate::table::{Mark, Table};
use crate::timing::time;

const ARRIVED: Option<i64> = Some(1_800_000_000_000);

pub(crate) fn folded(drafts: &[Draft]) -> Record {
    let mut record = Record::new(PERSON);
    for draft in drafts {
        // Made by the generator a moment ago.
        let _ = record.apply(&draft.bytes, ARRIVED);
    }
    record
}

pub(crate) fn measure(life: &Life, table: &mut Table) -> Result<(), Box<dyn Error>> {
    let operations = life.operations();
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let per = |total: f64| total / operations as f64;
    #[expect(clippy::cast_precision_loss, reason = "far below 2⁵²")]
    let count = |n: usize| n as f64;

    for size in [A_DAY, 500] {
        let drafts = life.in_blocks_of(size)?;
        let bytes: usize = drafts.iter().map(|draft| draft.bytes.len() + SIGNATURE).sum();
        let what = format!("signed blocks of {size}, an operation");
        table.row(&what, per(count(bytes)), "bytes", Mark::None);
        let payloads: usize = drafts
            .iter()
            .filter_map(|draft| block::decode(&draft.bytes).ok())
            .flatten()
            .map(|operation| operation.payload.len())
            .sum();
        let what = format!("… beside what the person wrote, {size} a block");
        table.row(&what, per(count(bytes - payloads)), "bytes", Mark::Below(14.0));
    }

    let encoding = time(9, || (), |()| life.in_blocks_of(500).map(|drafts| drafts.len()));
    table.row("encoding an operation", per(encoding.usual() * 1e6), "ns", Mark::None);

    let days = life.by_day()?;
    let folding = time(25, || (), |()| folded(&days));
    table.row("folding ten years, blocks of a day", folding.usual(), "ms", Mark::None);
    table.row("… an operation", per(folding.usual() * 1e6), "ns", Mark::None);
    let large = life.in_blocks_of(500)?;
    let folding = time(25, || (), |()| folded(&large));
    table.row("folding ten years, blocks of 500", folding.usual(), "ms", Mark::None);
    let year = Life::of_days(365).by_day()?;
    let folding = time(99, || (), |()| folded(&year));
    table.row("folding a year (7,300 entries)", folding.usual(), "ms", Mark::None);

    let record = folded(&days);
    let reading = time(9, || (), |()| record.all::<Reading>().count());
    let readings = record.ids::<Reading>().count();
    table.row("reading an entry", reading.usual() * 1e6 / count(readings), "ns", Mark::None);
    let looking = time(
        25,
        || (),
        |()| {
            record.first_times::<Reading>().rev().take_while(|(_, at)| *at > 1_760_000_000).count()
        },
    );
    table.row("finding the last month's readings", looking.usual(), "ms", Mark::None);
    let again = time(
        9,
        || folded(&days),
        |mut record| {
            for draft in &days {
                let _ = record.apply(&draft.bytes, ARRIVED);
            }
            record.count(record::Scope::Health)
        },
    );
    table.row("meeting ten years again", again.usual(), "ms", Mark::None);
    if record.me() != PERSON || record.me() == Writer::ME {
        return Err("the record is not the person's".into());
    }
    Ok(())
}
