//! What others wrote for the person and might no longer add: the person reads it,
//! and adds it to the record or puts it away. Nothing is dropped: it stays in
//! the copy that can be saved.

use record::block;
use record::op::Act as Doing;
use record::rename::rename;
use record::sync::SetAside;
use record::{Record, Scope};

use super::{Intent, copy};
use crate::app::Cmd;
use crate::holding::{About, Holding};
use crate::model::{Cx, View};
use crate::nav::Intent as Press;
use crate::saving::{Act, Go};
use crate::screen::{
    Block, Button, Cell, Column, Notice, NoticeTone, Page, Row, SummaryList, SummaryRow, Table,
};
use crate::when;
use crate::words::say;

/// The most rows of one table.
const ROWS: usize = 50;

/// Those that the person has not decided about.
pub(super) fn waiting(holding: &Holding) -> impl Iterator<Item = &SetAside> {
    holding.set_aside.iter().filter(|aside| aside.number > holding.decided)
}

/// The blocks as a record of their own, so that they read as a record does.
pub(super) fn alone<'a>(
    holding: &Holding,
    blocks: impl Iterator<Item = (&'a [u8], Option<i64>)>,
) -> Holding {
    let about = About { former: Vec::new(), ..holding.about.clone() };
    let mut alone = Holding::new(holding.index, about);
    alone.writers.clone_from(&holding.writers);
    let mut record = Record::new(holding.record.me());
    for (bytes, arrived) in blocks {
        if let Ok((draft, _)) = block::unsigned(bytes) {
            // What cannot be read is not shown; it is kept all the same.
            let _ = record.apply(draft, arrived);
        }
    }
    alone.record = record;
    alone
}

/// The page.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "your_data.aside".into(),
        title: say!(words, "aside-title"),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else {
        return page;
    };
    let asides: Vec<&SetAside> = waiting(holding).collect();
    if asides.is_empty() {
        page.blocks.push(Block::paragraph(say!(words, "aside-none")));
        return page;
    }
    page.blocks.push(Block::lede(say!(words, "aside-text")));
    let rows = asides
        .iter()
        .filter_map(|aside| {
            let (draft, _) = block::unsigned(&aside.block).ok()?;
            let header = block::header(draft).ok()?;
            let wall = when::wall_at(aside.arrived.div_euclid(1000), &view.now.zone);
            let day = when::near_day(words, wall.date(), view.today());
            Some(SummaryRow::new(
                holding.author(header.writer).name,
                say!(words, "day-time", day = day, time = when::time(wall.time())),
            ))
        })
        .collect();
    page.blocks.push(Block::SummaryList(SummaryList { rows }));
    let blocks = asides.iter().map(|aside| (aside.block.as_slice(), Some(aside.arrived)));
    for sheet in copy::tables(&alone(holding, blocks), words) {
        page.blocks.push(Block::Table(Table {
            caption: sheet.title,
            columns: sheet
                .columns
                .into_iter()
                .map(|title| Column { title, numeric: false })
                .collect(),
            rows: sheet
                .rows
                .into_iter()
                .take(ROWS)
                .map(|cells| Row::new(cells.into_iter().map(Cell::new).collect()))
                .collect(),
            more: None,
        }));
    }
    // What arrives while the person reads is not decided about unread.
    let up_to = asides.iter().map(|aside| aside.number).max().unwrap_or_default();
    page.blocks.push(Block::buttons(vec![
        Button::primary(say!(words, "aside-add"), Press::YourData(Intent::AddAside { up_to })),
        Button::secondary(
            say!(words, "aside-put-away"),
            Press::YourData(Intent::PutAsideAway { up_to }),
        ),
    ]));
    page.blocks.push(Block::small(say!(words, "aside-copy")));
    page
}

/// Adds what can be added to the person's record, as theirs, at the times at
/// which it happened.
pub(super) fn add(cx: &mut Cx<'_>, up_to: u64) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let mut act = Act::new(holding, cx.now);
    let me = holding.record.me();
    for aside in waiting(holding).filter(|aside| aside.number <= up_to) {
        let Ok((draft, _)) = block::unsigned(&aside.block) else { continue };
        let (Ok(header), Ok(operations)) = (block::header(draft), block::decode(draft)) else {
            continue;
        };
        if header.scope == Scope::Sharing {
            continue;
        }
        for operation in operations {
            // A change of what never was in the record changes nothing.
            if let Doing::Create(kind) = operation.act
                && record::kinds::spec(kind).is_some()
            {
                act.adopt(header.scope, rename(operation, None, me, |id| id));
            }
        }
    }
    let notice = say!(cx.words, "aside-added", count = act.len());
    decide(cx, act, up_to, notice)
}

/// Puts it away.
pub(super) fn put_away(cx: &mut Cx<'_>, up_to: u64) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    let act = Act::new(holding, cx.now);
    let notice = say!(cx.words, "aside-put-away-done");
    decide(cx, act, up_to, notice)
}

fn decide(cx: &mut Cx<'_>, mut act: Act, up_to: u64, notice: String) -> Cmd {
    let Some(holding) = cx.open.holding() else { return Cmd::done() };
    act.decide(holding, up_to.max(holding.decided));
    act.save(cx, Go::Back, Some(Notice::new(NoticeTone::Success, notice)))
}
