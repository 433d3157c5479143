//! A decision on one page, to print or to hand over as a file.

use record::EntryId;
use record::kinds::{DecisionPart, PartOf};
use record::state::{Entry, Version};

use super::sort::SORTS;
use super::whole::{Whole, status, whole};
use super::wording::{did, lines, said, step_lines, tag, wordings};
use crate::entry;
use crate::holding::Holding;
use crate::model::View;
use crate::sheet::Sheet;
use crate::when;
use crate::words::say;
use crate::your_data::ReadableTable;

/// What stands on the page of one.
pub(crate) fn for_others(id: EntryId, view: View<'_>) -> Option<Sheet> {
    let holding = view.open.holding().filter(|holding| super::is_shared(holding))?;
    Some(of(&whole(holding, id)?, holding, view))
}

/// Who wrote it, where that was somebody else, and who corrected it. Nothing where two
/// people disagree: each then has said something of it.
fn by(entry: &Entry<DecisionPart>, holding: &Holding, view: View<'_>) -> String {
    let words = view.words;
    let named = |version: &Version| entry::on_paper(words, holding, version);
    let author = |version: &Version| holding.author(version.id.writer);
    let (first, last) = (&entry.created, &entry.last);
    let mut said = Vec::new();
    if entry.conflicts.is_empty() {
        if !author(first).me {
            said.push(say!(words, "by-person", name = named(first)));
        }
        if author(first) != author(last) {
            said.push(say!(words, "track-corrected-by", name = named(last)));
        }
    }
    said.join(", ")
}

fn of(whole: &Whole, holding: &Holding, view: View<'_>) -> Sheet {
    let words = view.words;
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    let day = when::day(words, wall.date(), jiff::civil::Date::ZERO);
    let text =
        |entry: &Entry<DecisionPart>| wordings(words, entry, |part| lines(words, part).join(". "));
    let all = |entries: &[Entry<DecisionPart>]| {
        let texts = entries.iter().map(|entry| {
            let text = wordings(words, entry, |part| match &part.often {
                Some(often) => format!("{} ({})", said(words, part), often.source),
                None => said(words, part),
            });
            match by(entry, holding, view) {
                by if by.is_empty() => text,
                by => format!("{text} ({by})"),
            }
        });
        texts.collect::<Vec<_>>().join("; ")
    };
    let options = ReadableTable {
        title: say!(words, "deciding-options"),
        columns: ["deciding-option", "deciding-benefits", "deciding-risks"]
            .iter()
            .map(|id| words.get(id))
            .collect(),
        rows: whole
            .ways
            .iter()
            .map(|way| vec![text(&way.entry), all(&way.benefits), all(&way.risks)])
            .collect(),
    };
    let mut rows = Vec::new();
    if let Some(problem) = &whole.decision.value.problem {
        rows.push(vec![say!(words, "deciding-problem"), problem.clone(), String::new()]);
    }
    for sort in SORTS {
        for (at, entry) in whole.of(sort.of).enumerate() {
            let name = words.get(sort.title);
            let name = match sort.of {
                PartOf::Matters => format!("{name} {}", at + 1),
                _ => name,
            };
            rows.push(vec![name, text(entry), by(entry, holding, view)]);
        }
    }
    let columns = ["copy-what", "copy-words", "copy-author"];
    let columns: Vec<String> = columns.iter().map(|id| words.get(id)).collect();
    let said =
        ReadableTable { title: say!(words, "deciding-said"), columns: columns.clone(), rows };
    let steps = ReadableTable {
        title: say!(words, "deciding-so-far"),
        columns,
        rows: whole
            .steps
            .iter()
            .map(|step| {
                let on = when::wall(&step.happened).date();
                let on = when::day(words, on, jiff::civil::Date::ZERO);
                vec![
                    format!("{}, {on}", did(words, step.value.did)),
                    step_lines(words, &step.value, &holding.record).join("; "),
                    entry::on_paper(words, holding, &step.created),
                ]
            })
            .collect(),
    };
    let about = wordings(words, &whole.decision, |decision| decision.about.clone());
    Sheet {
        page: "decisions.sheet",
        pictures: Vec::new(),
        file: "decision",
        title: match holding.about.name.trim() {
            "" => about,
            person => say!(words, "plans-sheet-of", plan = about, name = person),
        },
        correct: format!(
            "{}. {}",
            tag(words, status(&whole.steps)).text,
            say!(words, "plans-sheet-correct", day = day)
        ),
        parts: vec![
            (said, say!(words, "deciding-nothing-said")),
            (options, say!(words, "deciding-options-none")),
            (steps, say!(words, "deciding-open-text")),
        ],
        says: say!(words, "deciding-sheet-says"),
    }
}
