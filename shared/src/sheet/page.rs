//! The page as it is shown, and as the browser prints it.

use super::{For, Intent, Sheet, Which, find, pdf};
use crate::entry;
use crate::event::Platform;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Cell, Column, Icon, Page, Row, SummaryList, SummaryRow, Table};
use crate::words::say;
use crate::your_data::ReadableTable;

/// The most columns that fit beside each other in large print.
pub(crate) const FIT_LARGE: usize = 2;

/// The page, with what hands it over.
pub(crate) fn page(which: Which, view: View<'_>) -> Page {
    let Some(sheet) = find(which, view, For::Show) else { return entry::gone(view) };
    let mut page = bare(view, sheet);
    page.blocks.extend(ways(which, view));
    if view.open.sheet.makes(which) {
        page.announce = Some(say!(view.words, "sheet-pdf-making"));
    }
    page
}

/// The page, with nothing to press: in front of a locked app.
pub(crate) fn bare(view: View<'_>, sheet: Sheet) -> Page {
    let large = view.open.sheet.large;
    let mut blocks: Vec<Block> = lines(&sheet.correct).map(Block::lede).collect();
    for (part, none) in sheet.parts {
        if part.rows.is_empty() {
            blocks.push(Block::heading(part.title));
            blocks.extend(lines(&none).map(Block::paragraph));
        } else if large && part.columns.len() > FIT_LARGE {
            blocks.push(Block::heading(part.title.clone()));
            blocks.extend(part.rows.into_iter().map(|row| listed(&part.columns, row)));
        } else {
            blocks.push(table(part));
        }
    }
    blocks.extend(sheet.pictures);
    if !sheet.says.is_empty() {
        blocks.push(Block::small(sheet.says));
    }
    let (name, title) = (sheet.page.into(), sheet.title);
    Page { name, title, caption: view.owner(), blocks, large_print: large, ..Page::default() }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

fn table(part: ReadableTable) -> Block {
    let row = |cells: Vec<String>| Row::new(cells.into_iter().map(Cell::new).collect());
    let column = |title| Column { title, numeric: false };
    Block::Table(Table {
        caption: part.title,
        columns: part.columns.into_iter().map(column).collect(),
        rows: part.rows.into_iter().map(row).collect(),
        more: None,
    })
}

/// A row of a table that is too wide: what is in it below each other.
fn listed(columns: &[String], row: Vec<String>) -> Block {
    let filled = columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let rows = filled.map(|(column, cell)| SummaryRow::new(column.as_str(), cell)).collect();
    Block::SummaryList(SummaryList { rows })
}

/// What can be done with it.
fn ways(which: Which, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let (large, press) = (view.open.sheet.large, Press::Sheet);
    let save = Button::primary(say!(words, "medicines-sheet-keep"), press(Intent::Save(which)));
    let mut buttons = vec![save.icon(Icon::Download)];
    let making = view.open.sheet.makes(which);
    if pdf::can(view.open) && !making {
        let label = say!(words, "sheet-pdf");
        buttons.push(Button::secondary(label, press(Intent::Pdf(which))).icon(Icon::File));
    }
    let size = if large { say!(words, "sheet-normal") } else { say!(words, "sheet-large") };
    buttons.push(Button::quiet(size, press(Intent::Large(!large))).icon(Icon::Eye));
    let mut blocks = vec![Block::buttons(buttons)];
    if making {
        blocks.push(Block::small(say!(words, "sheet-pdf-making")));
    }
    if large {
        blocks.push(Block::small(say!(words, "sheet-large-on")));
    }
    let how = match view.launch.platform {
        Platform::Web => say!(words, "medicines-sheet-print-browser"),
        _ => say!(words, "medicines-sheet-print"),
    };
    blocks.push(Block::details(say!(words, "medicines-sheet-how"), vec![how]));
    blocks
}
