//! The page that a paramedic or a pharmacist reads: allergies first, then what is
//! taken, on one sheet, with when it was correct. Shown, printed by the browser,
//! or handed over as a file that opens without this app.

use record::kinds::{Allergy, Medicine};
use record::state::Entry;

use super::wording::{dose_text, each, full_name, reacts_text};
use super::{facts, list, rule};
use crate::holding::Holding;
use crate::model::View;
use crate::sheet::Sheet;
use crate::when;
use crate::words::{Words, say};
use crate::your_data::ReadableTable;

/// The most rows of a table.
const MOST: usize = 100;

/// How long ago what is stopped still matters to who reads it, in days.
const RECENT: i32 = 90;

/// What stands on it.
pub(crate) fn for_others(view: View<'_>) -> Option<Sheet> {
    let holding = view.open.holding().filter(|holding| list::is_shared(holding))?;
    Some(of(holding, view))
}

struct Part {
    title: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    /// What is said where there is nothing.
    none: String,
    /// Of what is no longer taken.
    past: bool,
}

fn parts(holding: &Holding, view: View<'_>) -> Vec<Part> {
    let words = view.words;
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    let [now, before] = list::all(view, holding);
    let (needed, regular): (Vec<_>, Vec<_>) =
        now.into_iter().partition(|entry| facts::as_needed(&entry.value));
    let recent = when::days_after(wall.date(), -RECENT);
    let stopped: Vec<_> =
        before.into_iter().filter(|entry| entry.value.stopped >= recent).collect();
    let columns = || {
        vec![
            say!(words, "medicines-sheet-what"),
            say!(words, "medicines-sheet-dose"),
            say!(words, "medicines-sheet-when"),
            say!(words, "medicines-sheet-why"),
        ]
    };
    let mut parts = vec![
        allergies(holding, words),
        Part {
            title: say!(words, "medicines-sheet-regular"),
            columns: columns(),
            rows: regular.iter().take(MOST).map(|entry| row(words, entry)).collect(),
            none: say!(words, "medicines-sheet-none"),
            past: false,
        },
    ];
    if !needed.is_empty() {
        parts.push(Part {
            title: say!(words, "medicines-sheet-needed"),
            columns: columns(),
            rows: needed.iter().take(MOST).map(|entry| row(words, entry)).collect(),
            none: String::new(),
            past: false,
        });
    }
    if !stopped.is_empty() {
        parts.push(stopped_part(words, &stopped, view));
    }
    parts
}

fn of(holding: &Holding, view: View<'_>) -> Sheet {
    let words = view.words;
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    // Seen from another year, so that the year is always said.
    let day = when::day(words, wall.date(), jiff::civil::Date::ZERO);
    let time = when::time(wall.time());
    let table =
        |Part { title, columns, rows, none, .. }| (ReadableTable { title, columns, rows }, none);
    Sheet {
        page: "medicines.sheet",
        pictures: Vec::new(),
        file: "medicines",
        title: match holding.about.name.trim() {
            "" => say!(words, "medicines-sheet-title"),
            name => say!(words, "medicines-sheet-title-of", name = name),
        },
        correct: say!(words, "medicines-sheet-correct", day = day, time = time),
        parts: parts(holding, view).into_iter().map(table).collect(),
        says: say!(words, "medicines-sheet-says"),
    }
}

fn allergies(holding: &Holding, words: &Words) -> Part {
    let rows = holding.record.current::<Allergy>().take(MOST).map(|entry| {
        let part =
            |say: &dyn Fn(&Allergy) -> Option<String>| each(words, &entry, say).unwrap_or_default();
        vec![
            part(&|allergy| Some(allergy.to.clone())),
            part(&|allergy| Some(reacts_text(words, allergy.sort))),
            part(&|allergy| allergy.reaction.clone()),
            part(&|allergy| allergy.noticed.clone()),
        ]
    });
    Part {
        title: say!(words, "medicines-allergies"),
        columns: vec![
            say!(words, "medicines-allergy-to"),
            say!(words, "medicines-row-sort"),
            say!(words, "medicines-row-reaction"),
            say!(words, "medicines-row-noticed"),
        ],
        rows: rows.collect(),
        none: say!(words, "medicines-allergies-none"),
        past: false,
    }
}

/// Of several values each is shown; nobody has said yet which is right.
fn row(words: &Words, entry: &Entry<Medicine>) -> Vec<String> {
    let part = |say: &dyn Fn(&Medicine) -> Option<String>| each(words, entry, say);
    let join =
        |parts: Vec<Option<String>>| parts.into_iter().flatten().collect::<Vec<_>>().join(". ");
    let differs = (!entry.conflicts.is_empty()).then(|| say!(words, "medicines-sheet-differs"));
    let dose = dose_text(words, entry);
    let none = || Some(say!(words, "medicines-sheet-no-dose"));
    let day = |date| when::day(words, date, jiff::civil::Date::ZERO);
    let since = |medicine: &Medicine| {
        let started = medicine.started?;
        Some(say!(words, "medicines-sheet-since", day = day(started)))
    };
    let by = |medicine: &Medicine| {
        let by = medicine.prescriber.as_deref()?;
        Some(say!(words, "medicines-sheet-by", who = by))
    };
    vec![
        join(vec![
            part(&|medicine| Some(full_name(medicine))),
            part(&|medicine| medicine.form.map(|form| super::form_text(words, form))),
        ]),
        join(vec![dose.or_else(none), differs]),
        join(vec![
            part(&|medicine| rule::text(words, medicine)),
            part(&|medicine| medicine.how.clone()),
        ]),
        join(vec![part(&|medicine| medicine.why.clone()), part(&since), part(&by)]),
    ]
}

fn stopped_part(words: &Words, stopped: &[Entry<Medicine>], view: View<'_>) -> Part {
    let day = |date| when::day(words, date, view.today());
    let rows = stopped.iter().take(MOST).map(|entry| {
        vec![
            full_name(&entry.value),
            entry.value.stopped.map(day).unwrap_or_default(),
            entry.value.stop_reason.clone().unwrap_or_default(),
        ]
    });
    Part {
        title: say!(words, "medicines-sheet-stopped"),
        columns: vec![
            say!(words, "medicines-sheet-what"),
            say!(words, "medicines-row-stopped"),
            say!(words, "medicines-row-stop-why"),
        ],
        rows: rows.collect(),
        none: String::new(),
        past: true,
    }
}

/// What is taken and reacted badly to, a line each, for another page.
pub(crate) fn text(holding: &Holding, view: View<'_>) -> String {
    let mut lines = Vec::new();
    for part in parts(holding, view).into_iter().filter(|part| !part.past) {
        lines.push(format!("{}:", part.title));
        if part.rows.is_empty() {
            lines.push(part.none);
        }
        for row in part.rows {
            let cells = row.into_iter().filter(|cell| !cell.is_empty());
            lines.push(format!("- {}", cells.collect::<Vec<_>>().join(", ")));
        }
    }
    lines.join("\n")
}
