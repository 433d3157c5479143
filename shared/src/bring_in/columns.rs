//! Which column holds what: the page and what is said on it.

use super::Intent;
use super::flow::{Loaded, forward, hash, onward};
use super::parse::Layout;
use super::parse::dates::Order;
use super::parse::numbers::Mark;
use super::parse::table::{Columns, Table, TimeFrom};
use crate::app::Cmd;
use crate::forms::Draft;
use crate::model::{Cx, View};
use crate::screen::{
    Block, Button, Cell, Choice, ChoiceField, Column, Field, Page, Question, Row, Table as Shown,
};
use crate::words::{Words, say};

const NONE: &str = "none";
const SAME: &str = "same";
const MIDDAY: &str = "midday";

/// The form of this page: the same for files with the same columns, so that
/// what was said is there when the file is picked again.
fn form(table: &Table) -> String {
    format!("bring_in.columns.{}", hash(&format!("{}{}", table.separator, table.names.join("\t"))))
}

/// The names of the forms that a finished import forgets.
#[must_use]
pub(super) fn form_of(loaded: &Loaded) -> Option<String> {
    match &loaded.diary.layout {
        Layout::Coded => None,
        Layout::Table(table) => Some(form(table)),
    }
}

fn value(at: Option<usize>) -> String {
    at.map_or_else(|| NONE.to_owned(), |at| format!("c{at}"))
}

fn column(value: Option<&str>) -> Option<usize> {
    value?.strip_prefix('c')?.parse().ok()
}

/// Fills in what was made out, where the person has not said anything yet.
pub(super) fn prefill(cx: &mut Cx<'_>) {
    let Some(loaded) = &cx.open.bring_in.loaded else { return };
    let Layout::Table(table) = &loaded.diary.layout else { return };
    let (form, columns) = (form(table), loaded.columns);
    let forms = &mut cx.open.forms;
    if !forms.opens(&form, Vec::new()) {
        return;
    }
    if columns.date.is_some() {
        forms.choose(&form, "date", value(columns.date));
    }
    match columns.time {
        Some(TimeFrom::Same) => forms.choose(&form, "time", SAME),
        Some(TimeFrom::Column(at)) => forms.choose(&form, "time", value(Some(at))),
        Some(TimeFrom::Midday) | None => {}
    }
    for (field, at) in [
        ("what", columns.what),
        ("value", columns.value),
        ("unit", columns.unit),
        ("note", columns.note),
    ] {
        if at.is_some() || matches!(field, "unit" | "note") {
            forms.choose(&form, field, value(at));
        }
    }
}

fn read(draft: &Draft) -> Columns {
    Columns {
        date: column(draft.choice("date")),
        time: match draft.choice("time") {
            Some(SAME) => Some(TimeFrom::Same),
            Some(MIDDAY) => Some(TimeFrom::Midday),
            other => column(other).map(TimeFrom::Column),
        },
        what: column(draft.choice("what")),
        value: column(draft.choice("value")),
        unit: column(draft.choice("unit")),
        note: column(draft.choice("note")),
        order: match draft.choice("order") {
            Some("day") => Some(Order::DayFirst),
            Some("month") => Some(Order::MonthFirst),
            _ => None,
        },
        mark: match draft.choice("mark") {
            Some("point") => Some(Mark::Point),
            Some("comma") => Some(Mark::Comma),
            _ => None,
        },
        meter: false,
    }
}

/// Takes what the person said.
pub(super) fn take(cx: &mut Cx<'_>) -> Cmd {
    let words = cx.words;
    let Some(loaded) = &mut cx.open.bring_in.loaded else {
        forward(cx.open, super::Screen::Pick);
        return Cmd::done();
    };
    let Layout::Table(table) = &loaded.diary.layout else {
        return Cmd::done();
    };
    let form = form(table);
    let draft = cx.open.forms.get(&form);
    let columns = read(&draft);
    let mut errors = Vec::new();
    if columns.date.is_none() {
        errors.push(("date", say!(words, "bring-in-columns-date-needed")));
    }
    if columns.time.is_none() {
        errors.push(("time", say!(words, "bring-in-columns-time-needed")));
    }
    if draft.choice("what").is_none() {
        errors.push(("what", say!(words, "bring-in-columns-what-needed")));
    }
    if columns.value.is_none() && columns.note.is_none() {
        errors.push(("value", say!(words, "bring-in-columns-value-needed")));
    }
    if errors.is_empty() {
        loaded.columns = columns;
        loaded.settle();
        if let Some(facts) = loaded.facts {
            if facts.order_matters && loaded.columns.order.is_none() {
                errors.push(("order", say!(words, "bring-in-columns-order-needed")));
            }
            if facts.mark_matters && loaded.columns.mark.is_none() {
                errors.push(("mark", say!(words, "bring-in-columns-mark-needed")));
            }
        }
    }
    if errors.is_empty() {
        onward(cx);
    } else {
        cx.open.forms.refuse(&form, errors);
    }
    Cmd::done()
}

fn choice(value: impl Into<String>, label: String) -> Choice {
    Choice { value: value.into(), label, hint: None, icon: None, chosen: false }
}

fn name(words: &Words, table: &Table, at: usize) -> String {
    let number = at + 1;
    match table.names.get(at) {
        Some(name) if table.heading && *name != number.to_string() => name.clone(),
        _ => say!(words, "bring-in-column-number", number = number),
    }
}

/// What a column is called on other pages.
#[must_use]
pub(super) fn name_of(words: &Words, loaded: &Loaded, at: usize) -> String {
    match &loaded.diary.layout {
        Layout::Coded => String::new(),
        Layout::Table(table) => name(words, table, at),
    }
}

/// The page.
#[must_use]
pub(super) fn page(loaded: &Loaded, view: View<'_>) -> Page {
    let words = view.words;
    let Layout::Table(table) = &loaded.diary.layout else {
        return Page::default();
    };
    let names: Vec<String> = (0..table.names.len()).map(|at| name(words, table, at)).collect();
    let any = || names.iter().enumerate().map(|(at, name)| choice(format!("c{at}"), name.clone()));
    let field = |question: Question, more: Vec<Choice>| {
        Field::Choice(ChoiceField { question, choices: any().chain(more).collect() })
    };
    let mut fields = vec![
        field(Question::new("date", say!(words, "bring-in-columns-date")), vec![]),
        field(
            Question::new("time", say!(words, "bring-in-columns-time")),
            vec![
                choice(SAME, say!(words, "bring-in-columns-time-same")),
                choice(MIDDAY, say!(words, "bring-in-columns-time-midday")),
            ],
        ),
        field(
            Question::new("what", say!(words, "bring-in-columns-what"))
                .hint(say!(words, "bring-in-columns-what-hint")),
            vec![choice(NONE, say!(words, "bring-in-columns-what-none"))],
        ),
        field(
            Question::new("value", say!(words, "bring-in-columns-value")),
            vec![choice(NONE, say!(words, "bring-in-columns-none"))],
        ),
        field(
            Question::new("unit", say!(words, "bring-in-columns-unit")),
            vec![choice(NONE, say!(words, "bring-in-columns-none"))],
        ),
        field(
            Question::new("note", say!(words, "bring-in-columns-note")),
            vec![choice(NONE, say!(words, "bring-in-columns-none"))],
        ),
    ];
    if let Some(facts) = loaded.facts {
        if facts.order_matters && facts.order.is_none() {
            fields.push(Field::Choice(ChoiceField {
                question: Question::new("order", say!(words, "bring-in-columns-order"))
                    .hint(say!(words, "bring-in-columns-order-hint")),
                choices: vec![
                    choice("day", say!(words, "bring-in-columns-day-first")),
                    choice("month", say!(words, "bring-in-columns-month-first")),
                ],
            }));
        }
        if facts.mark_matters && facts.mark.is_none() {
            fields.push(Field::Choice(ChoiceField {
                question: Question::new("mark", say!(words, "bring-in-columns-mark"))
                    .hint(say!(words, "bring-in-columns-mark-hint")),
                choices: vec![
                    choice("point", say!(words, "bring-in-columns-point")),
                    choice("comma", say!(words, "bring-in-columns-comma")),
                ],
            }));
        }
    }
    let rows = table
        .samples
        .iter()
        .map(|cells| {
            Row::new(
                (0..names.len())
                    .map(|at| {
                        let text = cells.get(at).map_or("", String::as_str);
                        Cell::new(super::labels::short(text, 40))
                    })
                    .collect(),
            )
        })
        .collect();
    let sample = Shown {
        caption: say!(words, "bring-in-columns-sample", name = loaded.name.as_str()),
        columns: names.iter().map(|n| Column { title: n.clone(), numeric: false }).collect(),
        rows,
        more: None,
    };
    Page {
        name: "bring_in.columns".into(),
        title: say!(words, "bring-in-columns-title"),
        caption: super::pages::whose(view),
        blocks: vec![
            Block::paragraph(say!(words, "bring-in-columns-intro")),
            Block::Table(sample),
            Block::form(
                form(table),
                fields,
                vec![Button::primary(
                    say!(words, "continue"),
                    crate::nav::Intent::BringIn(Intent::Columns),
                )],
            ),
        ],
        ..Page::default()
    }
}
