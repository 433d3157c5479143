//! The page of an entry.

use record::EntryId;
use record::time::{Happened, Hlc, Zone};

use super::by::who;
use super::sight::{self, Sight};
use super::steps::{self, Did, Step};
use super::{Intent, Screen, compare, doubt};
use crate::action_plan;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{
    Block, Button, Page, SummaryList, SummaryRow, Tag, Timeline, TimelineItem, Tone,
};
use crate::when;
use crate::words::{Words, say};

/// As many versions stand on a page.
pub(super) const SHOWN: usize = 100;

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some((sight, of)) = sight::find(view, holding, id) else { return gone(view) };
    let write = sight.may && holding.may_write(id.scope);
    let mut blocks = Vec::new();
    blocks.extend(doubt::card(view, holding, &sight, write));
    blocks.extend(buttons(words, &sight).filter(|_| write));
    if sight.versions > 1 {
        blocks.push(Block::heading(say!(words, "entry-history")));
        let steps = steps::steps(words, &holding.record, sight.id, of.said);
        blocks.push(timeline(sight.id, &steps, 0, holding, view));
    }
    let at = usize::from(sight.doubt.is_some());
    let rows = summary(view, holding, &sight);
    blocks.insert(at, Block::SummaryList(SummaryList { rows }));
    Page {
        name: "entry".into(),
        title: sight.title,
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// The page of older versions than those that stand on the entry's own.
pub(super) fn older(id: EntryId, skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some((sight, of)) = sight::find(view, holding, id) else { return gone(view) };
    let steps = steps::steps(words, &holding.record, sight.id, of.said);
    Page {
        name: "entry".into(),
        title: say!(words, "entry-history"),
        caption: Some(sight.named),
        blocks: vec![timeline(sight.id, &steps, skip, holding, view)],
        ..Page::default()
    }
}

/// Its versions, the newest first, each to be compared with the one before it.
fn timeline(id: EntryId, steps: &[Step], skip: usize, holding: &Holding, view: View<'_>) -> Block {
    let newest = steps.iter().enumerate().rev().skip(skip).take(SHOWN);
    let items = newest
        .map(|(at, step)| {
            let compare = compare::with_before(id, steps, at);
            step_item(view, holding, at == 0, step, compare)
        })
        .collect();
    let more = more(id, steps.len(), skip + SHOWN, view.words);
    Block::Timeline(Timeline { items, more })
}

/// A button to the versions after the newest of them, where there are more.
pub(super) fn more(id: EntryId, all: usize, skip: usize, words: &Words) -> Option<Button> {
    let older = Place::Entry(Screen::Older(id, skip));
    (all > skip).then(|| Button::quiet(say!(words, "entry-older"), older))
}

/// What it says, when, and who wrote it.
fn summary(view: View<'_>, holding: &Holding, sight: &Sight) -> Vec<SummaryRow> {
    let words = view.words;
    let mut rows = sight.rows.clone();
    rows.extend(action_plan::entry_rows(view, holding, sight.id));
    let when = when::near(words, &sight.happened, view.today());
    rows.push(SummaryRow::new(say!(words, "entry-when"), when));
    rows.push(SummaryRow::new(say!(words, "entry-who"), who(words, holding, sight.created)));
    if let Some((by, reason)) = &sight.crossed_out {
        let mut why = SummaryRow::new(say!(words, "entry-why"), reason.clone());
        why.tag = Some(Tag::new(say!(words, "entry-crossed-out"), Tone::Neutral));
        why.value.push(who(words, holding, *by));
        rows.insert(0, why);
    }
    rows
}

/// What can be done with it; nothing while it is in doubt, for that is asked
/// first.
fn buttons(words: &Words, sight: &Sight) -> Option<Block> {
    if sight.crossed_out.is_some() {
        return Some(Block::buttons(vec![Button::secondary(
            say!(words, "entry-put-back"),
            Press::Entry(Intent::PutBack(sight.id)),
        )]));
    }
    if sight.doubt.is_some() {
        return None;
    }
    let correct = sight.correct.clone();
    let mut buttons: Vec<Button> = correct
        .map(|press| Button::secondary(say!(words, "entry-correct"), press))
        .into_iter()
        .collect();
    buttons.push(Button::quiet(
        say!(words, "entry-cross-out"),
        Place::Entry(Screen::CrossOut(sight.id)),
    ));
    Some(Block::buttons(buttons))
}

/// When an operation was written down, as the wall here says.
pub(super) fn written(view: View<'_>, recorded: Hlc) -> String {
    let happened = Happened { at: recorded.ms().div_euclid(1000), zone: Zone::new(&view.now.zone) };
    when::near(view.words, &happened, view.today())
}

fn step_item(
    view: View<'_>,
    holding: &Holding,
    first: bool,
    step: &Step,
    compare: Option<Place>,
) -> TimelineItem {
    let words = view.words;
    let written = written(view, step.recorded);
    let happened = when::near(words, &step.happened, view.today());
    let other_time = (happened != written).then(|| say!(words, "entry-step-for", when = happened));
    let (title, time) = match &step.did {
        Did::Wrote(text) if first => {
            (say!(words, "entry-step-wrote", value = text.as_str()), other_time)
        }
        Did::Wrote(text) => {
            (say!(words, "entry-step-corrected", value = text.as_str()), other_time)
        }
        Did::CrossedOut(reason) => {
            (say!(words, "entry-step-crossed", reason = reason.as_str()), None)
        }
    };
    let lines = time.into_iter().chain([who(words, holding, step.by)]).collect();
    let action = compare.map(Into::into);
    TimelineItem { when: written, title, lines, icon: None, tag: None, action }
}

/// The page of something that is not here, yet or any more.
pub(crate) fn gone(view: View<'_>) -> Page {
    Page {
        name: "gone".into(),
        title: say!(view.words, "entry-gone"),
        blocks: vec![Block::paragraph(say!(view.words, "entry-gone-text"))],
        ..Page::default()
    }
}
