//! Diaries that a person brings in: coded files and tables.

use std::collections::HashSet;
use std::sync::LazyLock;

use shared::bring_in::parse::meaning::Meanings;
use shared::bring_in::parse::plan::{Plan, Reading};
use shared::bring_in::parse::table::{self, Columns};
use shared::bring_in::parse::{Layout, diary as look, plan::plan, rows::count_lines};
use shared::words::Words;

use crate::within;

/// Opened once, however many diaries there are: not what one of them takes.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = Words::default();
    let _ = words.get("app-name");
    words
});

/// A diary's file: each line of it is in the plan once, taken or refused.
pub fn diary(data: &[u8]) {
    let Ok(diary) = within(64, data, look) else {
        return;
    };
    let columns = match &diary.layout {
        Layout::Coded => Columns::default(),
        Layout::Table(table) => {
            let facts = table::facts(&diary.text, table, &table.guess);
            Columns { order: facts.order, mark: facts.mark, ..table.guess }
        }
    };
    let meanings = Meanings::knowing(&[]);
    let known = HashSet::new();
    let words = &*WORDS;
    let read = |_: &[u8]| {
        plan(
            &diary,
            &Reading {
                words,
                zone: "Europe/London",
                now: 1_770_000_000_000,
                columns,
                meanings: &meanings,
                trackers: &[],
                known: &known,
                may_add: &|_| true,
            },
        )
    };
    // A line of two bytes becomes a line of the plan, with its reason.
    let plan: Plan = within(512, data, read);
    let sum = plan.heading + plan.lines_taken() + plan.lines_refused() + plan.lines_there();
    assert_eq!(sum, count_lines(&diary.text), "a line is lost, or there twice");
    let mut seen = HashSet::new();
    let taken = plan.taken.iter().map(|taken| (taken.line, taken.lines));
    let refused = plan.refused.iter().map(|refused| (refused.line, refused.lines));
    for (line, lines) in taken.chain(refused) {
        for line in line..line + lines {
            assert!(seen.insert(line), "line {line} is there twice");
        }
    }
}
