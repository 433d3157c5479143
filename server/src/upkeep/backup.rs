//! Backups: a file of the embedded engine, whatever engine it was made from.

use std::path::{Path, PathBuf};

use super::{Place, Report, Say, UpkeepError, verify};
use crate::clock::Moment;
use crate::store::StoreError;
use crate::store::books::{Books, Pen, Read};
use crate::store::copy::copy;
use crate::store::tables::Meta;

/// What was backed up.
#[derive(Clone, Debug)]
pub struct BackedUp {
    /// What is in it.
    pub report: Report,
    /// Everything that arrived before this is in it: milliseconds since 1970.
    pub before: i64,
}

/// Makes a backup beside a server that goes on, reads it back and checks all of
/// it, and only then gives it its name. The server can tell devices from then on
/// what is safe.
///
/// The key that opens it is not in it.
///
/// # Errors
/// [`UpkeepError::Taken`] where there is a file of this name; [`UpkeepError`].
pub fn backup(
    books: &Books,
    from: &Place,
    to: &Path,
    now: Moment,
    say: &Say,
) -> Result<BackedUp, UpkeepError> {
    if to.exists() {
        return Err(UpkeepError::Taken(to.display().to_string()));
    }
    let unverified = beside(to, "unverified");
    if unverified.exists() {
        std::fs::remove_file(&unverified).map_err(UpkeepError::file(&unverified))?;
    }
    let fails = UpkeepError::store(from);
    let before = books.write_now(move |pen| backup_begins(pen, now)).map_err(&fails)?;
    let place = Place::File(unverified.clone());
    let (to_fill, told) = (place.clone(), say.clone());
    let copied = from
        .look(move |reads| {
            let mut fill = to_fill.fill()?;
            let copied = copy(reads, &mut *fill, &mut |done| {
                told(&format!("{} rows and blocks copied", done.rows + done.entries));
            })?;
            fill.finish()?;
            Ok(copied)
        })
        .map_err(&fails)?;
    say("checking the copy");
    let (keys, told) = (books.keys().clone(), say.clone());
    let report =
        place.look(move |reads| verify(reads, &keys, &told)).map_err(UpkeepError::store(&place))?;
    if report.count != copied {
        return Err(UpkeepError::NotTheSame);
    }
    if !report.is_whole() {
        return Err(UpkeepError::NotWhole { what: from.to_string(), report: Box::new(report) });
    }
    std::fs::hard_link(&unverified, to)
        .and_then(|()| std::fs::remove_file(&unverified))
        .and_then(|()| sync_folder(to))
        .map_err(UpkeepError::file(to))?;
    books.write_now(move |pen| backup_holds(pen, before)).map_err(&fails)?;
    Ok(BackedUp { report, before })
}

/// Before a backup looks: from here on nothing arrives before this moment, by
/// whatever clock, and all that did is there. Says what the backup will hold:
/// everything that arrived before.
///
/// # Errors
/// [`StoreError`].
pub fn backup_begins(pen: &mut Pen<'_>, now: Moment) -> Result<i64, StoreError> {
    let mut meta = pen.meta()?;
    // While devices heal a restored server, what comes back is older.
    if meta.heals_until <= now.0 {
        meta.floor = meta.floor.max(now.0);
        pen.put(Meta, &(), &meta)?;
    }
    Ok(meta.floor)
}

/// After a backup was made and checked: devices need not give back what it holds.
///
/// # Errors
/// [`StoreError`].
pub fn backup_holds(pen: &mut Pen<'_>, before: i64) -> Result<(), StoreError> {
    let mut meta = pen.meta()?;
    meta.safe_before = meta.safe_before.max(before);
    pen.put(Meta, &(), &meta)
}

/// The same name with more behind it.
pub(super) fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(more);
    PathBuf::from(name)
}

/// Makes durable which names are in the folder of a file.
pub(super) fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

const BEFORE: &str = "what-matters-";
const AFTER: &str = ".backup";

/// The name of a backup that is made by the clock: later ones stand behind
/// earlier ones.
#[must_use]
pub fn backup_name(now: Moment) -> String {
    format!("{BEFORE}{:015}{AFTER}", now.0)
}

/// Removes all but the last `keep` of a folder's backups that the clock made.
/// Says how many went.
///
/// # Errors
/// [`UpkeepError::File`].
pub fn rotate(folder: &Path, keep: usize) -> Result<usize, UpkeepError> {
    let fails = UpkeepError::file(folder);
    let mut made = Vec::new();
    for found in std::fs::read_dir(folder).map_err(&fails)? {
        let name = found.map_err(&fails)?.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(BEFORE)?.strip_suffix(AFTER));
        // Nothing that somebody named otherwise is ever touched.
        if number.is_some_and(|number| {
            number.len() == 15 && number.bytes().all(|digit| digit.is_ascii_digit())
        }) {
            made.push(name);
        }
    }
    made.sort_unstable();
    let gone = made.len().saturating_sub(keep.max(1));
    for name in made.iter().take(gone) {
        let path = folder.join(name);
        std::fs::remove_file(&path).map_err(UpkeepError::file(&path))?;
    }
    Ok(gone)
}
