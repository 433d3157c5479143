//! Bringing in diaries: the real ones, ones made with every kind of dirt, and
//! the way through the pages.

mod dirt;
mod journeys;
mod meters;
pub(crate) mod real;
mod two_devices;

use std::collections::HashSet;

use super::known::Key;
use super::parse::meaning::Meanings;
use super::parse::plan::{Plan, Reading, plan};
use super::parse::table::Columns;
use super::parse::{self, Diary, Layout, rows};
use crate::testing::MORNING;
use crate::words::Words;

/// Reads a file as it is read when all that was made out is right.
fn read(bytes: &[u8], known: &HashSet<Key>) -> (Diary, Plan) {
    let diary = parse::diary(bytes).unwrap();
    let columns = columns(&diary);
    let words = Words::default();
    let reading = Reading {
        words: &words,
        zone: "Europe/London",
        now: MORNING,
        columns,
        meanings: &Meanings::default(),
        trackers: &[],
        known,
        may_add: &|_| true,
    };
    let plan = plan(&diary, &reading);
    (diary, plan)
}

fn columns(diary: &Diary) -> Columns {
    match &diary.layout {
        Layout::Coded => Columns::default(),
        Layout::Table(table) => {
            let facts = parse::table::facts(&diary.text, table, &table.guess);
            Columns { order: facts.order, mark: facts.mark, ..table.guess }
        }
    }
}

/// Every line of the file is in the plan once.
#[track_caller]
fn adds_up(diary: &Diary, plan: &Plan) {
    let lines = rows::count_lines(&diary.text);
    let sum = plan.heading + plan.lines_taken() + plan.lines_refused() + plan.lines_there();
    assert_eq!(sum, lines);
    let mut seen = HashSet::new();
    let taken = plan.taken.iter().map(|taken| (taken.line, taken.lines));
    let refused = plan.refused.iter().map(|refused| (refused.line, refused.lines));
    for (line, lines) in taken.chain(refused) {
        for line in line..line + lines {
            assert!(seen.insert(line), "line {line} is there twice");
        }
    }
}
