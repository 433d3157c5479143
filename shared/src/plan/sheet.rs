//! The plan on one page, to print or to hand over as a file.

use record::kinds::PlanItem;
use record::state::Entry;

use super::gathered::Gathered;
use super::part;
use super::part::said;
use super::proposed::Proposal;
use super::rights::sees;
use super::sorts::SORTS;
use super::told::line;
use crate::about_me::{self, Item};
use crate::entry;
use crate::holding::Holding;
use crate::model::View;
use crate::sheet::Sheet;
use crate::when;
use crate::words::{Words, say};
use crate::your_data::ReadableTable;
use record::judge::versions;

/// A table, and what is said where it is empty.
type Part = (ReadableTable, String);

/// What stands on it.
pub(crate) fn for_others(view: View<'_>) -> Option<Sheet> {
    let holding = view.open.holding().filter(|holding| sees(holding))?;
    let words = view.words;
    let plan = Gathered::of(holding);
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    let matters = about_me::said(&holding.record, Item::Important);
    let matters = ReadableTable {
        title: words.get(Item::Important.question()),
        columns: vec![words.get(Item::Important.question())],
        rows: matters.into_iter().map(|said| vec![said.text]).collect(),
    };
    let mut parts = vec![(matters, say!(words, "plan-nothing"))];
    for of in &SORTS {
        let all = plan.of_sort(of.sort);
        if all.is_empty() {
            continue;
        }
        let rows: Vec<Vec<String>> = all
            .iter()
            .map(|entry| {
                let cell = |ask: &super::sorts::Ask| one(entry, ask.part, holding, view);
                of.asks.iter().map(cell).collect()
            })
            .collect();
        // A column that nobody filled in takes room and says nothing.
        let filled: Vec<usize> =
            (0..of.asks.len()).filter(|at| rows.iter().any(|row| !row[*at].is_empty())).collect();
        let pick = |row: &Vec<String>| filled.iter().map(|at| row[*at].clone()).collect();
        let table = ReadableTable {
            title: words.get(of.many),
            columns: filled.iter().map(|at| words.get(of.asks[*at].label)).collect(),
            rows: rows.iter().map(pick).collect(),
        };
        parts.push((table, String::new()));
    }
    parts.extend(went(&plan, holding, view));
    parts.extend(waiting(&plan, holding, view));
    let mut says = vec![say!(words, "plans-sheet-says")];
    if plan.items.iter().any(|entry| !entry.conflicts.is_empty()) {
        says.push(say!(words, "plan-differs"));
    }
    let name = holding.about.name.trim();
    Some(Sheet {
        page: "plan.sheet",
        pictures: Vec::new(),
        file: "plan",
        title: match name {
            "" => say!(words, "plan-title"),
            name => say!(words, "plans-sheet-of", plan = say!(words, "plan-title"), name = name),
        },
        correct: say!(words, "plan-sheet-correct", day = part::day(words, wall.date())),
        parts,
        says: says.join(" "),
    })
}

/// How it went, and what was written for a review: of each thing the last first.
fn went(plan: &Gathered, holding: &Holding, view: View<'_>) -> Option<Part> {
    let words = view.words;
    let mut rows = Vec::new();
    for entry in SORTS.iter().flat_map(|of| plan.of_sort(of.sort)) {
        for note in plan.notes_of(entry.id) {
            let Some(text) = note.value.text.clone().filter(|_| note.value.answer.is_none()) else {
                continue;
            };
            let day = part::day(words, when::wall(&note.happened).date());
            let who = entry::on_paper(words, holding, &note.created);
            rows.push(vec![line(words, &holding.record, &entry.value), text, day, who]);
        }
    }
    let columns = ["plan-sheet-of", "plan-went", "plan-talk-on", "entry-who"];
    table(words, "plan-went", &columns, rows)
}

/// What is proposed, and not answered yet.
fn waiting(plan: &Gathered, holding: &Holding, view: View<'_>) -> Option<Part> {
    let words = view.words;
    let row = |proposal: &&Proposal| {
        let what = proposal.title(words, holding);
        let who = entry::on_paper(words, holding, &proposal.created);
        vec![proposal.name(words), what, proposal.reason.clone().unwrap_or_default(), who]
    };
    let rows = plan.waiting(holding).iter().map(row).collect();
    let columns = ["plan-sheet-of", "plan-proposal", "plan-propose-why", "entry-who"];
    table(words, "plan-proposals-waiting", &columns, rows)
}

/// A part of the page, where there is anything in it.
fn table(words: &Words, title: &str, columns: &[&str], rows: Vec<Vec<String>>) -> Option<Part> {
    let columns = columns.iter().map(|id| words.get(id)).collect();
    let table = ReadableTable { title: words.get(title), columns, rows };
    (!table.rows.is_empty()).then(|| (table, String::new()))
}

/// A cell: of several values each, for nobody has said yet which is right.
pub(super) fn one(
    entry: &Entry<PlanItem>,
    part: part::Part,
    holding: &Holding,
    view: View<'_>,
) -> String {
    let words = view.words;
    let texts = versions(entry, |item| said(words, &holding.record, item, part));
    let mut texts = texts.into_iter().flatten();
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |before, value| say!(words, "track-or", before = before, value = value))
}
