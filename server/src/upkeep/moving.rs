//! Moving an embedded database to another engine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Place, Report, Say, UpkeepError, lock, verify};
use crate::keys::Keys;
use crate::store::copy::{copy, walk};
use crate::upkeep::backup::sync_folder;

/// The file in a data folder that says that its database was moved away.
#[must_use]
pub fn moved_mark(data: &Path) -> PathBuf {
    data.join("moved-to-postgres")
}

/// What was moved.
#[derive(Clone, Debug)]
pub struct Moved {
    /// What is there now.
    pub report: Report,
    /// It was there already: an earlier try broke off after its last step but
    /// one.
    pub again: bool,
}

/// Copies the embedded database of a data folder into an empty one, in one
/// transaction; compares every row and every block, opens them and walks every
/// hash there; and marks the old one, so that nobody serves it by mistake. A
/// break leaves the target empty: do it again.
///
/// # Errors
/// [`UpkeepError::InUse`] while a server runs; [`UpkeepError::Taken`] where the
/// target has something else in it; [`UpkeepError`].
pub fn move_to(data: &Path, to: &Place, keys: &Arc<Keys>, say: &Say) -> Result<Moved, UpkeepError> {
    let _held = lock(data)?;
    let from = Place::embedded(data);
    let reading = UpkeepError::store(&from);
    let fails = UpkeepError::store(to);
    say("checking what is to be moved");
    let (known, told) = (Arc::clone(keys), say.clone());
    let source = from.look(move |reads| verify(reads, &known, &told)).map_err(&reading)?;
    if !source.is_whole() {
        return Err(UpkeepError::NotWhole { what: from.to_string(), report: Box::new(source) });
    }
    if !to.is_empty().map_err(&fails)? {
        let there = to.look(|reads| walk(reads, &mut |_| Ok(()))).map_err(&fails)?;
        if there != source.count {
            return Err(UpkeepError::Taken(to.to_string()));
        }
        mark(data)?;
        return Ok(Moved { report: source, again: true });
    }
    let (place, keys, told) = (to.clone(), Arc::clone(keys), say.clone());
    let expected = source.count;
    let report = from
        .look(move |reads| {
            let mut fill = place.fill()?;
            copy(reads, &mut *fill, &mut |done| {
                told(&format!("{} rows and blocks moved", done.rows + done.entries));
            })?;
            told("checking what was moved");
            let mut report = Report::default();
            fill.look(&mut |reads| {
                report = verify(reads, &keys, &told)?;
                Ok(())
            })?;
            if report.is_whole() && report.count == expected {
                fill.finish()?;
            }
            Ok(report)
        })
        .map_err(&fails)?;
    if report.count != expected {
        return Err(UpkeepError::NotTheSame);
    }
    if !report.is_whole() {
        return Err(UpkeepError::NotWhole { what: to.to_string(), report: Box::new(report) });
    }
    mark(data)?;
    Ok(Moved { report, again: false })
}

fn mark(data: &Path) -> Result<(), UpkeepError> {
    let path = moved_mark(data);
    std::fs::File::create(&path)
        .and_then(|file| file.sync_all())
        .and_then(|()| sync_folder(&path))
        .map_err(UpkeepError::file(&path))
}
