//! What would be brought in: counted, dated, and every line that is not taken
//! with its number and the reason.

use super::flow::{Loaded, thing_id};
use super::labels::{self, Group, short};
use super::pages::{place, whose};
use super::parse::Layout;
use super::parse::coded::CODES;
use super::parse::dates::Order;
use super::parse::item::Item;
use super::parse::numbers::Mark;
use super::parse::table::TimeFrom;
use super::{Intent, Screen, columns};
use crate::model::View;
use crate::nav;
use crate::screen::{
    Block, Button, Cell, Column, Details, Link, Notice, NoticeTone, Page, Row, SummaryList,
    SummaryRow, Table,
};
use crate::track;
use crate::when;
use crate::words::say;

/// The most rows of a table on one page.
const ROWS: usize = 100;

/// How many refused lines stand on the preview itself.
const FIRST: usize = 20;

/// The preview.
#[must_use]
pub(super) fn page(loaded: &Loaded, view: View<'_>) -> Page {
    let words = view.words;
    let plan = &loaded.plan;
    let mut blocks = Vec::new();
    if plan.taken.is_empty() {
        let all_there = plan.lines_there() > 0 && plan.lines_refused() == 0;
        blocks.push(Block::lede(if all_there {
            say!(words, "bring-in-all-there")
        } else {
            say!(words, "bring-in-nothing")
        }));
    } else {
        blocks.push(Block::lede(say!(words, "bring-in-would", entries = plan.taken.len())));
        let caption = say!(words, "bring-in-groups");
        blocks.push(Block::Table(groups(caption, &loaded.groups, view)));
        blocks.push(Block::small(say!(
            words,
            "bring-in-sum",
            name = short(&loaded.name, 60),
            lines = i64::from(
                plan.heading + plan.lines_taken() + plan.lines_refused() + plan.lines_there()
            ),
            taken = i64::from(plan.lines_taken()),
            refused = i64::from(plan.lines_refused()),
            there = i64::from(plan.lines_there()),
            heading = i64::from(plan.heading)
        )));
    }
    blocks.push(Block::heading(say!(words, "bring-in-how")));
    how(loaded, view, &mut blocks);
    unusual(loaded, view, &mut blocks);
    if !plan.refused.is_empty() {
        blocks.push(Block::heading(say!(words, "bring-in-refused")));
        blocks.push(Block::Table(refused(0, FIRST, loaded, view)));
    }
    let mut buttons = Vec::new();
    if !plan.taken.is_empty() {
        buttons.push(Button::primary(
            say!(words, "bring-in-confirm", entries = plan.taken.len()),
            nav::Intent::BringIn(Intent::Confirm),
        ));
    }
    buttons.push(Button::secondary(
        say!(words, "bring-in-pick-another"),
        nav::Intent::BringIn(Intent::Another),
    ));
    blocks.push(Block::buttons(buttons));
    Page {
        name: "bring_in.preview".into(),
        title: say!(words, "bring-in-preview-title"),
        caption: whose(view),
        notices: if plan.taken.is_empty() {
            Vec::new()
        } else {
            vec![Notice::new(NoticeTone::Info, say!(words, "bring-in-not-yet"))]
        },
        blocks,
        ..Page::default()
    }
}

fn column(title: String, numeric: bool) -> Column {
    Column { title, numeric }
}

/// What would be brought in: a row for each sort of thing.
pub(crate) fn groups(caption: String, groups: &[Group], view: View<'_>) -> Table {
    let words = view.words;
    let rows = groups.iter().take(ROWS).map(|group| {
        Row::new(vec![
            Cell::new(group.label.as_str()),
            Cell::new(group.entries.to_string()),
            Cell::new(when::day(words, group.from, view.today())),
            Cell::new(when::day(words, group.to, view.today())),
        ])
    });
    Table {
        caption,
        columns: vec![
            column(say!(words, "bring-in-groups-what"), false),
            column(say!(words, "bring-in-groups-entries"), true),
            column(say!(words, "bring-in-groups-from"), false),
            column(say!(words, "bring-in-groups-to"), false),
        ],
        rows: rows.collect(),
        more: None,
    }
}

/// How the file was read: everything that could have been read otherwise.
fn how(loaded: &Loaded, view: View<'_>, blocks: &mut Vec<Block>) {
    let words = view.words;
    let plan = &loaded.plan;
    let mut rows = vec![SummaryRow::new(say!(words, "bring-in-how-file"), short(&loaded.name, 60))];
    let mut codes = None;
    match &loaded.diary.layout {
        Layout::Coded => {
            let days = say!(words, "bring-in-how-month-first");
            rows.push(SummaryRow::new(say!(words, "bring-in-how-days"), days));
            codes = Some(Block::Details(Details {
                summary: say!(words, "bring-in-how-codes"),
                text: vec![say!(words, "bring-in-how-codes-text")],
                items: CODES
                    .iter()
                    .map(|(number, code)| labels::code(words, *number, *code))
                    .collect(),
            }));
        }
        Layout::Table(table) => {
            let mut row = SummaryRow::new(say!(words, "bring-in-how-columns"), String::new());
            row.value = columns_in_words(loaded, view);
            if let Some(meter) = table.meter.as_ref().filter(|_| loaded.columns.meter) {
                let left = meter.left_out(&table.names).join(", ");
                if !left.is_empty() {
                    row.value.push(say!(words, "bring-in-how-not-read", columns = left));
                }
            }
            rows.push(
                row.action(
                    Link::to(say!(words, "change"), place(Screen::Columns))
                        .spoken(say!(words, "bring-in-how-columns-change")),
                ),
            );
            let facts = loaded.facts;
            if facts.is_some_and(|facts| facts.order_matters) {
                let order = match loaded.columns.order {
                    Some(Order::MonthFirst) => say!(words, "bring-in-how-month-first"),
                    _ => say!(words, "bring-in-how-day-first"),
                };
                rows.push(SummaryRow::new(say!(words, "bring-in-how-days"), order));
            }
            if facts.is_some_and(|facts| facts.mark_matters) {
                let mark = match loaded.columns.mark {
                    Some(Mark::Comma) => say!(words, "bring-in-columns-comma"),
                    _ => say!(words, "bring-in-columns-point"),
                };
                rows.push(SummaryRow::new(say!(words, "bring-in-how-decimals"), mark));
            }
        }
    }
    let mut times = SummaryRow::new(
        say!(words, "bring-in-how-times"),
        say!(words, "bring-in-how-zone", zone = loaded.zone.replace('_', " ")),
    );
    if plan.moved > 0 {
        times.value.push(say!(words, "bring-in-how-moved", times = i64::from(plan.moved)));
    }
    rows.push(times);
    for found in &plan.things {
        let name = labels::thing(words, &found.thing);
        let taken_as = match &found.meaning {
            Some(meaning) => labels::meaning(words, &found.thing, meaning),
            None => say!(words, "bring-in-how-not-known"),
        };
        let spoken = say!(words, "bring-in-how-thing-change", name = name.as_str());
        rows.push(
            SummaryRow::new(name, taken_as).action(
                Link::to(say!(words, "change"), place(Screen::Thing(thing_id(&found.thing))))
                    .spoken(spoken),
            ),
        );
    }
    blocks.push(Block::SummaryList(SummaryList { rows }));
    blocks.extend(codes);
}

fn columns_in_words(loaded: &Loaded, view: View<'_>) -> Vec<String> {
    let words = view.words;
    let columns = &loaded.columns;
    let name = |at: usize| short(&columns::name_of(words, loaded, at), 40);
    let mut lines = Vec::new();
    if let Some(at) = columns.date {
        lines.push(say!(words, "bring-in-how-date", column = name(at)));
    }
    lines.push(match columns.time {
        Some(TimeFrom::Column(at)) => say!(words, "bring-in-how-time", column = name(at)),
        Some(TimeFrom::Midday) => say!(words, "bring-in-how-midday"),
        Some(TimeFrom::Same) | None => say!(words, "bring-in-how-time-same"),
    });
    match columns.what {
        Some(at) => lines.push(say!(words, "bring-in-how-what", column = name(at))),
        // Of a meter's table each column says it.
        None if columns.meter => {}
        None => lines.push(say!(words, "bring-in-columns-what-none")),
    }
    if let Some(at) = columns.value {
        lines.push(say!(words, "bring-in-how-value", column = name(at)));
    }
    if let Some(at) = columns.unit {
        lines.push(say!(words, "bring-in-how-unit", column = name(at)));
    }
    if let Some(at) = columns.note {
        lines.push(say!(words, "bring-in-how-note", column = name(at)));
    }
    lines
}

/// Numbers that are possible but unlikely: taken, and shown first.
fn unusual(loaded: &Loaded, view: View<'_>, blocks: &mut Vec<Block>) {
    let words = view.words;
    let all = loaded.plan.taken.iter().filter(|taken| taken.unusual);
    let count = all.clone().count();
    if count == 0 {
        return;
    }
    let rows = all.take(ROWS).filter_map(|taken| {
        let Item::Reading(reading) = &taken.item else { return None };
        let tracker = reading.tracker.tracker();
        Some(Row::new(vec![
            Cell::new(taken.line.to_string()),
            Cell::new(format!(
                "{}, {}",
                when::day(words, taken.wall.date(), view.today()),
                when::time(taken.wall.time())
            )),
            Cell::new(track::tracker_name(words, &tracker)),
            Cell::new(track::number_text(words, &tracker, reading.value)),
        ]))
    });
    blocks.push(Block::heading(say!(words, "bring-in-unusual")));
    blocks.push(Block::paragraph(say!(words, "bring-in-unusual-text", count = count)));
    blocks.push(Block::Table(Table {
        caption: say!(words, "bring-in-unusual-caption"),
        columns: vec![
            column(say!(words, "bring-in-refused-line"), true),
            column(say!(words, "bring-in-unusual-when"), false),
            column(say!(words, "bring-in-groups-what"), false),
            column(say!(words, "bring-in-unusual-value"), true),
        ],
        rows: rows.collect(),
        more: None,
    }));
}

fn refused(from: usize, rows: usize, loaded: &Loaded, view: View<'_>) -> Table {
    let words = view.words;
    let all = &loaded.plan.refused;
    let end = (from + rows).min(all.len());
    let shown = all.get(from..end).unwrap_or_default().iter().map(|refused| {
        let line = loaded.diary.text.get(refused.at.0..refused.at.1).unwrap_or_default();
        Row::new(vec![
            Cell::new(refused.line.to_string()),
            Cell::new(labels::reason(words, &refused.reason)),
            Cell::new(short(line, 60)),
        ])
    });
    let left = all.len() - end;
    Table {
        caption: say!(
            words,
            "bring-in-refused-caption",
            from = (from + 1).min(all.len()),
            to = end,
            all = all.len()
        ),
        columns: vec![
            column(say!(words, "bring-in-refused-line"), true),
            column(say!(words, "bring-in-refused-why"), false),
            column(say!(words, "bring-in-refused-text"), false),
        ],
        rows: shown.collect(),
        more: (left > 0).then(|| {
            let next = if from == 0 && rows == FIRST { 0 } else { end };
            let label = if next == 0 {
                say!(words, "bring-in-refused-all", all = all.len())
            } else {
                say!(words, "bring-in-refused-more", next = left.min(ROWS))
            };
            Button::secondary(label, place(Screen::Refused(next)))
        }),
    }
}

/// The lines that are not taken, page by page.
#[must_use]
pub(super) fn refused_page(from: usize, loaded: &Loaded, view: View<'_>) -> Page {
    Page {
        name: format!("bring_in.refused.{from}"),
        title: say!(view.words, "bring-in-refused"),
        caption: whose(view),
        blocks: vec![Block::Table(refused(from, ROWS, loaded, view))],
        ..Page::default()
    }
}
