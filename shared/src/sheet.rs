//! A page for somebody else to read: tables, with when they were correct. Shown,
//! printed by the browser on one sheet, or handed over as a file that opens without
//! this app.

use crate::app::{Cmd, Signal};
use crate::command::ask;
use crate::effects::platform::{OutgoingFile, PlatformOperation};
use crate::event::Platform;
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Cell, Column, Icon, Page, Row, Table};
use crate::when;
use crate::words::say;
use crate::your_data::{self, ReadableTable};

/// Such a page.
pub(crate) struct Sheet {
    /// The name of its page.
    pub(crate) page: &'static str,
    /// What its file is called, before the day.
    pub(crate) file: &'static str,
    pub(crate) title: String,
    /// When it was correct; said first.
    pub(crate) correct: String,
    /// Tables, each with what is said where it is empty.
    pub(crate) parts: Vec<(ReadableTable, String)>,
    /// Pictures, after the tables; none in a file, which has their words.
    pub(crate) pictures: Vec<Block>,
    /// Said last.
    pub(crate) says: String,
}

/// "Correct when printed: 22 November 2026, 7:42".
pub(crate) fn correct(view: View<'_>) -> String {
    let wall = when::wall_at(view.now.ms.div_euclid(1000), &view.now.zone);
    // Seen from another year, so that the year is always said.
    let day = when::day(view.words, wall.date(), jiff::civil::Date::ZERO);
    say!(view.words, "sheet-correct", day = day, time = when::time(wall.time()))
}

/// The page, with a press that hands it over where it may leave the app.
pub(crate) fn page(view: View<'_>, sheet: Sheet, keep: Option<Press>) -> Page {
    let words = view.words;
    let mut blocks = vec![Block::lede(sheet.correct)];
    for (part, none) in sheet.parts {
        if part.rows.is_empty() {
            blocks.push(Block::heading(part.title));
            blocks.push(Block::paragraph(none));
            continue;
        }
        let row = |cells: Vec<String>| Row::new(cells.into_iter().map(Cell::new).collect());
        let column = |title| Column { title, numeric: false };
        blocks.push(Block::Table(Table {
            caption: part.title,
            columns: part.columns.into_iter().map(column).collect(),
            rows: part.rows.into_iter().map(row).collect(),
            more: None,
        }));
    }
    blocks.extend(sheet.pictures);
    if !sheet.says.is_empty() {
        blocks.push(Block::small(sheet.says));
    }
    if let Some(keep) = keep {
        let keep = Button::primary(say!(words, "medicines-sheet-keep"), keep);
        let how = match view.launch.platform {
            Platform::Web => say!(words, "medicines-sheet-print-browser"),
            _ => say!(words, "medicines-sheet-print"),
        };
        blocks.push(Block::buttons(vec![keep.icon(Icon::Download)]));
        blocks.push(Block::details(say!(words, "medicines-sheet-how"), vec![how]));
    }
    let (name, title) = (sheet.page.into(), sheet.title);
    Page { name, title, caption: view.owner(), blocks, ..Page::default() }
}

/// Hands the page over as a file.
pub(crate) fn hand_over(sheet: Option<Sheet>, cx: &Cx<'_>) -> Cmd {
    let Some(sheet) = sheet else { return Cmd::done() };
    let page = your_data::printed(
        &sheet.title,
        &sheet.correct,
        &sheet.parts,
        &sheet.says,
        cx.words.is_easy(),
    );
    let file = OutgoingFile {
        name: format!("{}-{}.html", sheet.file, cx.today()),
        media_type: "text/html".into(),
        content: page.into_bytes(),
    };
    // What is said of it afterwards is the same for every such page.
    ask(PlatformOperation::HandOver(file), Signal::Medicines)
}
