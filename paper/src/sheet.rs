//! What the template reads: everything decided but where on the paper it stands.

use std::collections::BTreeMap;

use record::api::{Paper, PaperPart};
use serde::Serialize;

use crate::letters::{MARK, broken, shown};
use crate::world::PICTURES;

/// How many letters of text of 12 pt are sure to fit beside each other.
const WIDE: usize = 60;

/// A page.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    title: String,
    owner: String,
    correct: String,
    parts: Vec<Part>,
    says: String,
    /// Of the text, in points; headings are larger, nothing is smaller.
    size: usize,
    /// Set closely, to be on one sheet.
    close: bool,
    /// Where each picture lies that stands beside words.
    pictures: BTreeMap<String, String>,
    /// What the mark means, where there is one.
    marked: String,
    /// Whose the pictures are, where there are any.
    credit: &'static str,
}

/// Their licence asks for it (CC BY-SA 4.0).
const CREDIT: &str = "Pictures: OpenMoji, CC BY-SA 4.0.";

#[derive(Debug, Serialize)]
struct Part {
    title: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    none: String,
    /// A table has its columns beside each other; else each row is a list of what is in
    /// it, so that it is as wide as the paper.
    table: bool,
    /// How the columns of a table share its width.
    shares: Vec<usize>,
}

impl Sheet {
    /// As it is to stand on the paper; with `close` smaller than is comfortable.
    pub(crate) fn of(paper: &Paper, close: bool) -> Self {
        let size = match (paper.large, paper.easy) {
            (true, _) => 18,
            (_, true) => 16,
            _ if close => 10,
            _ => 12,
        };
        let narrow = match (paper.easy, close) {
            (true, _) => Narrow::Pictured,
            (_, true) => Narrow::Close,
            _ => Narrow::Plain,
        };
        let line = WIDE * 12 / size;
        // Headings are half as large again.
        let title = |text: &str| broken(&shown(text), line / 2);
        let text = |text: &str| broken(&shown(text), line);
        let pictures = paper.pictures.iter().filter_map(|one| {
            let known = PICTURES.iter().any(|(name, _)| *name == one.picture);
            known.then(|| (text(&one.words), format!("/{}.svg", one.picture)))
        });
        let mut sheet = Self {
            title: title(&paper.title),
            owner: text(&paper.owner),
            correct: text(&paper.correct),
            parts: paper.parts.iter().map(|part| Part::of(part, size, narrow)).collect(),
            says: text(&paper.says),
            size,
            close,
            pictures: pictures.collect(),
            marked: String::new(),
            credit: "",
        };
        if !sheet.pictures.is_empty() {
            sheet.credit = CREDIT;
        }
        if sheet.texts().any(|text| text.contains(MARK)) {
            sheet.marked =
                format!("{MARK} stands for a letter or a picture that cannot be printed here.");
        }
        sheet
    }

    fn texts(&self) -> impl Iterator<Item = &String> {
        let parts = self.parts.iter().flat_map(|part| {
            let within = part.columns.iter().chain(part.rows.iter().flatten());
            [&part.title, &part.none].into_iter().chain(within)
        });
        [&self.title, &self.owner, &self.correct, &self.says].into_iter().chain(parts)
    }
}

impl Part {
    fn of(part: &PaperPart, size: usize, narrow: Narrow) -> Self {
        let columns = part.columns.len();
        let table = (2..=if size > 12 { 2 } else { 4 }).contains(&columns);
        let line = WIDE * 12 / size;
        let shares = shares(part, narrow);
        let easy = narrow == Narrow::Pictured;
        let all: usize = shares.iter().sum();
        let wide = |at: usize| match shares.get(at) {
            // A picture stands within what is narrow.
            Some(share) if table && easy && share * 2 < all => line * share / all - PICTURE,
            Some(share) if table => line * share / all,
            _ => line,
        };
        let cells = |cells: &[String]| {
            let cell = |(at, text): (usize, &String)| broken(&shown(text.trim()), wide(at));
            cells.iter().enumerate().map(cell).collect()
        };
        Self {
            title: broken(&shown(&part.title), line / 2),
            columns: cells(&part.columns),
            rows: part.rows.iter().map(|row| cells(row)).collect(),
            none: broken(&shown(&part.none), line),
            table,
            shares,
        }
    }
}

/// What stands in the narrower of two columns.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrow {
    Plain,
    /// Set closely.
    Close,
    /// With pictures beside its words.
    Pictured,
}

/// How many letters less fit beside a picture in a narrow column.
const PICTURE: usize = 3;

/// Of two columns the one in which much more is said is wider, so that questions leave
/// the paper to their answers; others are as wide as each other.
fn shares(part: &PaperPart, narrow: Narrow) -> Vec<usize> {
    let [_, _] = part.columns.as_slice() else { return vec![1; part.columns.len()] };
    let said = |at: usize| -> usize {
        part.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).sum()
    };
    let (narrow, wide) = match narrow {
        Narrow::Pictured => (2, 3),
        Narrow::Plain => (1, 2),
        Narrow::Close => (1, 3),
    };
    let (first, second) = (said(0), said(1));
    if second >= 2 * first {
        vec![narrow, wide]
    } else if first >= 2 * second {
        vec![wide, narrow]
    } else {
        vec![1, 1]
    }
}
