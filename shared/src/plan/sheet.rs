//! The plan on one page, to print or to hand over as a file.

use record::kinds::PlanItem;
use record::state::Entry;

use super::gathered::Gathered;
use super::part;
use super::part::said;
use super::rights::sees;
use super::sorts::SORTS;
use crate::about_me::{self, Item};
use crate::holding::Holding;
use crate::model::View;
use crate::sheet::Sheet;
use crate::when;
use crate::words::say;
use crate::your_data::ReadableTable;
use record::judge::versions;

/// As much of the plan as is on the page, for a plan with hundreds of entries.
const MOST: usize = 100;

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
            .take(MOST)
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

/// A cell: of several values each, for nobody has said yet which is right.
fn one(entry: &Entry<PlanItem>, part: part::Part, holding: &Holding, view: View<'_>) -> String {
    let words = view.words;
    let texts = versions(entry, |item| said(words, &holding.record, item, part));
    let mut texts = texts.into_iter().flatten();
    let first = texts.next().unwrap_or_default();
    texts.fold(first, |before, value| say!(words, "track-or", before = before, value = value))
}
