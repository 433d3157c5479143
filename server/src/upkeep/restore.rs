//! Putting a backup back.

use std::path::Path;
use std::sync::Arc;

use super::{Place, Report, Say, UpkeepError, verify};
use crate::chance::{Chance, NoChance};
use crate::clock::Moment;
use crate::keys::Keys;
use crate::refused::Refused;
use crate::store::books::{Books, Pen, Read};
use crate::store::copy::copy_changed;
use crate::store::tables::{Key, Meta, MetaRow, Records, open_row, seal_row};
use crate::store::{StoreError, TableId};

/// How many numbers are left out in each record, at least.
const SKIPPED: u32 = 64;
/// Two restores of one backup begin so far apart at most: few enough that numbers
/// stay short, many enough that the two do not meet.
const APART: u32 = 8192;
const HOUR: i64 = 3_600_000;
/// For how long devices may heal the server exactly: a fortnight.
const HEALS: i64 = 14 * 24 * HOUR;

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// What is in it.
    pub report: Report,
    /// The epoch that begins.
    pub epoch: u32,
}

/// How the time after a backup is told from the one that is lost. The longer ago
/// the backup was made, the more is left out; and some more by chance, so that a
/// backup that is restored twice in one hour, or while the clock went back, gives no
/// number twice either.
#[derive(Clone, Copy, Debug)]
pub struct Leap {
    epoch: u32,
    hours: u32,
    now: Moment,
}

impl Leap {
    fn since(meta: &MetaRow, chance: &dyn Chance, now: Moment) -> Result<Self, NoChance> {
        let hours = if meta.floor > 0 { (now.0 - meta.floor).max(0) / HOUR } else { 0 };
        // No backup is older than a hundred years.
        let hours = u32::try_from(hours).unwrap_or(u32::MAX).min(876_000);
        Ok(Self { epoch: meta.next_epoch(chance)?, hours, now })
    }

    /// The first of three steps, each done again without harm.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn begin(pen: &Pen<'_>, now: Moment) -> Result<Self, Refused> {
        Ok(Self::since(&pen.meta()?, pen.chance(), now)?)
    }

    /// The second, for the records whose ids begin so: leaves numbers out.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn skip(self, pen: &mut Pen<'_>, beginning: &impl Key) -> Result<(), Refused> {
        for (record, mut row) in pen.list(Records, beginning)? {
            row.skip(self.numbers());
            pen.put(Records, &record, &row)?;
        }
        Ok(())
    }

    /// The last: the epoch begins. Says which.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn finish(self, pen: &mut Pen<'_>) -> Result<u32, Refused> {
        let next = self.meta(pen.meta()?);
        pen.put(Meta, &(), &next)?;
        Ok(next.epoch)
    }

    fn meta(self, meta: MetaRow) -> MetaRow {
        MetaRow {
            epoch: self.epoch,
            // The backup itself is what holds it.
            safe_before: meta.safe_before.max(meta.floor),
            floor: meta.floor,
            heals_until: self.now.0.saturating_add(HEALS),
        }
    }

    fn numbers(self) -> u32 {
        SKIPPED + self.hours + self.epoch % APART
    }
}

/// Puts a backup where nothing is, after all of it was checked, and begins a new
/// epoch: devices look at what they have and heal it. Whole or not at all.
///
/// # Errors
/// [`UpkeepError::Taken`] where there is something; [`UpkeepError::NotWhole`]
/// where something is wrong with the backup; [`UpkeepError`].
pub fn restore(
    from: &Path,
    to: &Place,
    keys: &Arc<Keys>,
    chance: &Arc<dyn Chance>,
    now: Moment,
    say: &Say,
) -> Result<Restored, UpkeepError> {
    let (source, fails) = (Place::File(from.to_owned()), UpkeepError::store(to));
    if !to.is_empty().map_err(&fails)? {
        return Err(UpkeepError::Taken(to.to_string()));
    }
    say("checking the backup");
    let (known, told) = (Arc::clone(keys), say.clone());
    let report = source
        .look(move |reads| verify(reads, &known, &told))
        .map_err(UpkeepError::store(&source))?;
    if !report.is_whole() {
        return Err(UpkeepError::NotWhole { what: source.to_string(), report: Box::new(report) });
    }
    let (place, keys, chance, told) =
        (to.clone(), Arc::clone(keys), Arc::clone(chance), say.clone());
    let (report, epoch) = source
        .look(move |reads| {
            let mut fill = place.fill()?;
            let key = ().bytes();
            let kept = reads.get(TableId::Meta, &key)?;
            let kept = kept.map(|row| open_row::<Meta>(&keys, &key, row)).transpose()?;
            let meta = kept.unwrap_or_default();
            let leap = Leap::since(&meta, &*chance, now).map_err(no_chance)?;
            let next = leap.meta(meta);
            let mut renew = |table: TableId, key: &[u8], row: &[u8]| match table {
                TableId::Meta if key.is_empty() => seal_row::<Meta>(&keys, key, &next, &*chance),
                TableId::Records => {
                    let mut known = open_row::<Records>(&keys, key, row.to_vec())?;
                    known.skip(leap.numbers());
                    seal_row::<Records>(&keys, key, &known, &*chance)
                }
                _ => Ok(row.to_vec()),
            };
            copy_changed(reads, &mut *fill, &mut renew, &mut |done| {
                told(&format!("{} rows and blocks restored", done.rows + done.entries));
            })?;
            if kept.is_none() {
                let row = seal_row::<Meta>(&keys, &key, &next, &*chance)?;
                fill.put(TableId::Meta, key, row)?;
            }
            told("checking what was restored");
            let mut report = None;
            fill.look(&mut |reads| {
                report = Some(verify(reads, &keys, &told)?);
                Ok(())
            })?;
            let report = report.unwrap_or_default();
            if report.is_whole() {
                fill.finish()?;
            }
            Ok((report, next.epoch))
        })
        .map_err(&fails)?;
    if !report.is_whole() {
        return Err(UpkeepError::NotWhole { what: to.to_string(), report: Box::new(report) });
    }
    Ok(Restored { report, epoch })
}

/// The same for a database that was put back by other means: begins a new epoch
/// and leaves numbers out. A break does no harm; do it again. Says the epoch.
///
/// # Errors
/// [`Refused`].
pub fn begin_epoch(books: &Books, now: Moment) -> Result<u32, Refused> {
    let leap = books.write_now(move |pen| Leap::begin(pen, now))?;
    for first in 0..=u8::MAX {
        books.write_now(move |pen| leap.skip(pen, &[first]))?;
    }
    books.write_now(move |pen| leap.finish(pen))
}

fn no_chance(error: NoChance) -> StoreError {
    StoreError::Failed(error.to_string())
}
