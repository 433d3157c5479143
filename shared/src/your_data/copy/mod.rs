//! The copy that a person keeps: one archive that opens without this app.
//!
//! `record.html` is for reading, the CSV files are for spreadsheets and for
//! bringing in elsewhere, `record.json` holds every operation to the last byte,
//! also what this version of the app does not understand. What was written is
//! counted against the record before it is handed over: a copy that is not
//! whole is none.

mod action_plan;
mod appointment;
mod check;
mod csv;
mod deciding;
mod experiments;
mod html;
mod json;
mod media;
mod medicines;
#[cfg(test)]
mod pains;
mod plan;
mod questionnaires;
mod sheets;
#[cfg(test)]
mod standards;

use check::Wanted;
use record::Scope;

use crate::effects::clock::Now;
use crate::holding::Holding;
use crate::letters;
use crate::when;
use crate::words::{Words, say};
use crate::zip;
pub(crate) use html::printed;
pub(super) use media::files;
use sheets::Sheet;

/// What is in a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Entries, of every kind, those crossed out among them.
    pub entries: usize,
    /// Operations: what began, corrected and crossed out those entries.
    pub operations: usize,
    /// Files.
    pub files: usize,
}

/// The copy does not hold all of the record, or is too large for its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the copy is not whole")]
pub struct NotWhole;

/// Makes the copy of a record: the archive's bytes, and what is in it.
///
/// # Errors
/// [`NotWhole`] where what was written does not add up to the record.
pub fn archive(holding: &Holding, words: &Words, now: &Now) -> Result<(Vec<u8>, Counts), NotWhole> {
    archive_with(holding, words, now, Vec::new())
}

/// The same, with what lies apart, each under its name.
///
/// # Errors
/// As [`archive`].
pub(super) fn archive_with(
    holding: &Holding,
    words: &Words,
    now: &Now,
    large: Vec<(String, Vec<u8>)>,
) -> Result<(Vec<u8>, Counts), NotWhole> {
    let record = &holding.record;
    let made = when::wall_at(now.ms.div_euclid(1000), &now.zone);
    let mut sheets = sheets::all(holding, words);
    let written = json::write(holding, made);
    let held: usize = Scope::ALL.into_iter().map(|scope| record.count(scope)).sum();
    if written.operations != held || sheets.iter().any(|sheet| !sheet.is_whole()) {
        return Err(NotWhole);
    }
    // A file with nothing in it helps nobody.
    sheets.retain(|sheet| sheet.entries > 0);
    let apart = apart(holding, made);
    let trackers = sheets.iter().find(|sheet| sheet.file == READINGS).map_or_else(Vec::new, apiece);
    let counts = Counts {
        entries: written.entries,
        operations: written.operations,
        files: sheets.len() + trackers.len() + 3 + apart.len() + large.len(),
    };
    let mut copy =
        Copy { archive: zip::write::Archive::new(made), whole: true, wanted: Vec::new() };
    let about = read_me(holding, words, &sheets, trackers.len(), counts, made);
    copy.add("READ ME FIRST.txt", &about, None);
    copy.add("record.html", &html::write(holding, words, &sheets, made), None);
    for sheet in &sheets {
        let rows: Vec<&[String]> = sheet.rows.iter().map(Vec::as_slice).collect();
        copy.add(sheet.file, &csv::write(&sheet.columns, &rows), Some(rows.len() + 1));
        if sheet.file == READINGS {
            for (name, rows) in &trackers {
                copy.add(name, &csv::write(&sheet.columns, rows), Some(rows.len() + 1));
            }
        }
    }
    // Its head and its end are a line each.
    copy.add("record.json", &written.text, (held > 0).then_some(held + 2));
    for (name, text) in apart {
        copy.add(name, &text, None);
    }
    for (name, content) in large {
        copy.whole &= copy.archive.add_as_is(&name, &content);
        copy.wanted.push(Wanted::of(&name, &content));
    }
    let content = copy.archive.finish().filter(|_| copy.whole).ok_or(NotWhole)?;
    if check::holds(&content, &copy.wanted) { Ok((content, counts)) } else { Err(NotWhole) }
}

/// The readings of all trackers.
const READINGS: &str = "readings.csv";

/// A copy being made.
struct Copy {
    archive: zip::write::Archive,
    whole: bool,
    wanted: Vec<Wanted>,
}

impl Copy {
    fn add(&mut self, name: &str, content: &str, lines: Option<usize>) {
        self.whole &= self.archive.add(name, content.as_bytes());
        self.wanted.push(Wanted::new(name, content, lines));
    }
}

/// The readings once more, a file for each tracker: what it is called and its unit.
fn apiece(sheet: &Sheet) -> Vec<(String, Vec<&[String]>)> {
    let mut files: Vec<(String, Vec<&[String]>)> = Vec::new();
    for row in &sheet.rows {
        // Behind the day and the time; its unit behind the value.
        let called = [row.get(2), row.get(4)].into_iter().flatten();
        let words: Vec<String> = called
            .flat_map(|words| words.split(|letter: char| !letter.is_alphanumeric()))
            .filter(|word| !word.is_empty())
            .map(letters::small)
            .collect();
        let name = format!("readings/{}.csv", words.join("-"));
        match files.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(row),
            None => files.push((name, vec![row])),
        }
    }
    files
}

/// A kind's entries as a table: its title, its columns, and a row an entry. Only
/// what can be read without knowing how a record is kept.
pub(crate) struct ReadableTable {
    pub(crate) title: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// The kinds of which there is anything.
pub(super) fn tables(holding: &Holding, words: &Words) -> Vec<ReadableTable> {
    sheets::all(holding, words)
        .into_iter()
        .filter(|sheet| !sheet.rows.is_empty())
        .map(|sheet| {
            // The last four columns say how it was kept.
            let shown = sheet.columns.len().saturating_sub(4);
            let cut = |mut cells: Vec<String>| {
                cells.truncate(shown);
                cells
            };
            ReadableTable {
                title: sheet.title,
                columns: cut(sheet.columns),
                rows: sheet.rows.into_iter().map(cut).collect(),
            }
        })
        .collect()
}

/// What is kept and is not part of the record: what the server did not take and
/// what is kept for the person to decide, each as a file like the record's own.
fn apart(holding: &Holding, made: jiff::civil::DateTime) -> Vec<(&'static str, String)> {
    let parked = holding.parked.iter().map(|parked| (parked.piece.bytes.as_slice(), None));
    let asides =
        holding.set_aside.iter().map(|aside| (aside.block.as_slice(), Some(aside.arrived)));
    let mut files = Vec::new();
    if !holding.parked.is_empty() {
        let alone = super::aside::alone(holding, parked);
        files.push(("not-accepted.json", json::write(&alone, made).text));
    }
    if !holding.set_aside.is_empty() {
        let alone = super::aside::alone(holding, asides);
        files.push(("set-aside.json", json::write(&alone, made).text));
    }
    files
}

/// "22 November 2026, 7:42".
fn moment(words: &Words, at: jiff::civil::DateTime) -> String {
    // Seen from another year, so that the year is always said.
    let day = when::day(words, at.date(), jiff::civil::Date::ZERO);
    say!(words, "day-time", day = day, time = when::time(at.time()))
}

fn read_me(
    holding: &Holding,
    words: &Words,
    sheets: &[Sheet],
    trackers: usize,
    counts: Counts,
    made: jiff::civil::DateTime,
) -> String {
    let mut lines = vec![
        title(holding, words),
        say!(words, "copy-made", when = moment(words, made)),
        String::new(),
        say!(words, "copy-counts", entries = counts.entries, operations = counts.operations),
        String::new(),
        say!(words, "copy-file-html"),
    ];
    for sheet in sheets {
        lines.push(format!(
            "{}: {}",
            sheet.file,
            say!(words, "copy-file-entries", name = sheet.title.as_str(), entries = sheet.entries)
        ));
        if sheet.unreadable > 0 {
            lines.push(say!(words, "copy-file-unreadable", entries = sheet.unreadable));
        }
        if sheet.file == READINGS {
            lines.push(say!(words, "copy-file-trackers", count = trackers));
        }
    }
    lines.push(say!(words, "copy-file-json"));
    if holding.record.unknown() > 0 {
        lines.push(say!(words, "copy-unknown", entries = holding.record.unknown()));
    }
    lines.push(String::new());
    lines.push(say!(words, "copy-private"));
    // Windows' own editor of old shows one long line otherwise.
    lines.join("\r\n") + "\r\n"
}

fn title(holding: &Holding, words: &Words) -> String {
    match holding.about.name.trim() {
        "" => say!(words, "copy-title"),
        name => say!(words, "copy-title-of", name = name),
    }
}
