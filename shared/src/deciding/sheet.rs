//! A decision on one page, to print or to hand over as a file.

use record::EntryId;
use record::kinds::{DecisionPart, PartOf};
use record::state::Entry;

use super::sort::SORTS;
use super::whole::{Whole, status, whole};
use super::wording::{did, lines, said, step_lines, tag, wordings};
use super::{Intent, nothing};
use crate::app::{Cmd, Signal};
use crate::command::ask;
use crate::effects::platform::{OutgoingFile, PlatformOperation};
use crate::entry;
use crate::event::Platform;
use crate::holding::Holding;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Cell, Column, Icon, Page, Row, Table};
use crate::words::say;
use crate::your_data::{self, ReadableTable};
use crate::{track, when};

struct Sheet {
    title: String,
    correct: String,
    parts: Vec<(ReadableTable, String)>,
    says: String,
}

fn find(id: EntryId, view: View<'_>) -> Option<Sheet> {
    let holding = view.open.holding().filter(|holding| super::is_shared(holding))?;
    Some(sheet(&whole(holding, id)?, holding, view))
}

/// Who wrote it, where that was somebody else.
fn by(entry: &Entry<DecisionPart>, holding: &Holding, view: View<'_>) -> String {
    track::authors(view.words, holding, entry).join(", ")
}

fn sheet(whole: &Whole, holding: &Holding, view: View<'_>) -> Sheet {
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
                    entry::who(words, holding, step.created.id),
                ]
            })
            .collect(),
    };
    let about = wordings(words, &whole.decision, |decision| decision.about.clone());
    Sheet {
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

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(sheet) = find(id, view) else { return entry::gone(view) };
    let mut blocks = vec![Block::lede(sheet.correct)];
    for (part, none) in sheet.parts {
        if part.rows.is_empty() {
            blocks.push(Block::paragraph(none));
            continue;
        }
        let row = |cells: Vec<String>| Row::new(cells.into_iter().map(Cell::new).collect());
        blocks.push(Block::Table(Table {
            caption: part.title,
            columns: part
                .columns
                .into_iter()
                .map(|title| Column { title, numeric: false })
                .collect(),
            rows: part.rows.into_iter().map(row).collect(),
            more: None,
        }));
    }
    blocks.push(Block::small(sheet.says));
    let how = match view.launch.platform {
        Platform::Web => say!(words, "medicines-sheet-print-browser"),
        _ => say!(words, "medicines-sheet-print"),
    };
    blocks.push(Block::small(how));
    let keep = Press::Deciding(Intent::Sheet(id));
    let keep = Button::primary(say!(words, "medicines-sheet-keep"), keep).icon(Icon::Download);
    blocks.push(Block::buttons(vec![keep]));
    Page {
        name: "decisions.sheet".into(),
        title: sheet.title,
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// Hands the page over as a file.
pub(super) fn hand_over(id: EntryId, cx: &mut Cx<'_>) -> Cmd {
    let Some(sheet) = find(id, cx.view()) else { return nothing() };
    let page = your_data::printed(&sheet.title, &sheet.correct, &sheet.parts, &sheet.says);
    let file = OutgoingFile {
        name: format!("decision-{}.html", cx.today()),
        media_type: "text/html".into(),
        content: page.into_bytes(),
    };
    // What is said of it afterwards is the same for every page that is handed over.
    ask(PlatformOperation::HandOver(file), Signal::Medicines)
}
