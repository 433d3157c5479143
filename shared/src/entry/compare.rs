//! Two versions of an entry beside each other: which words were added, and which
//! were taken out.

use record::{EntryId, OpId};

use super::by::who;
use super::diff::{self, Piece};
use super::page::{SHOWN, gone, more, written};
use super::sight;
use super::steps::{self, Did, Step};
use super::{Screen, Which};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{
    Block, Page, Paragraph, ParagraphStyle, SummaryList, SummaryRow, Timeline, TimelineItem,
};
use crate::words::{Words, say};

impl Which {
    pub(crate) fn of(id: OpId) -> Self {
        Self { writer: id.writer, counter: id.counter }
    }
}

fn text(step: &Step) -> Option<&str> {
    match &step.did {
        Did::Wrote(text) => Some(text),
        Did::CrossedOut(_) => None,
    }
}

/// The comparison of a version with the one before it; none for the first.
pub(super) fn with_before(id: EntryId, steps: &[Step], at: usize) -> Option<Place> {
    text(&steps[at])?;
    let before = steps[..at].iter().rev().find(|step| text(step).is_some())?;
    let (before, after) = (Which::of(before.id), Which::of(steps[at].id));
    Some(Place::Entry(Screen::Compare(id, before, after)))
}

/// The page.
pub(super) fn page(id: EntryId, one: Which, other: Which, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some((sight, of)) = sight::find(view, holding, id) else { return gone(view) };
    let steps = steps::steps(words, &holding.record, sight.id, of.said);
    let at = |which: Which| steps.iter().position(|step| Which::of(step.id) == which);
    let (Some(one), Some(other)) = (at(one), at(other)) else { return gone(view) };
    // The earlier one first, whichever was pressed.
    let (old, new) = (one.min(other), one.max(other));
    let (Some(before), Some(after)) = (text(&steps[old]), text(&steps[new])) else {
        return gone(view);
    };
    let said =
        |step: &Step| format!("{}, {}", who(words, holding, step.by), written(view, step.recorded));
    let rows = vec![
        SummaryRow::new(say!(words, "entry-compare-earlier"), said(&steps[old])),
        SummaryRow::new(say!(words, "entry-compare-later"), said(&steps[new])),
    ];
    let mut blocks = vec![Block::SummaryList(SummaryList { rows })];
    blocks.extend(pieces(words, before, after));
    let others = others(sight.id, &steps, (old, new), holding, view);
    if !others.is_empty() {
        blocks.push(Block::heading(say!(words, "entry-compare-other")));
        // The two that are compared stand above.
        let more = more(sight.id, steps.len(), SHOWN + 2, words);
        blocks.push(Block::Timeline(Timeline { items: others, more }));
    }
    Page {
        name: "entry.compare".into(),
        title: say!(words, "entry-compare"),
        caption: Some(sight.named),
        blocks,
        ..Page::default()
    }
}

/// The words: what was added and taken out is said, and set in other type.
fn pieces(words: &Words, before: &str, after: &str) -> Vec<Block> {
    let pieces = diff::diff(before, after);
    if !pieces.iter().any(|piece| !matches!(piece, Piece::Same(_))) {
        return vec![Block::paragraph(say!(words, "entry-compare-same"))];
    }
    let last = pieces.len() - 1;
    let lead = |lead: String, text: String| {
        let style = ParagraphStyle::Body;
        Block::Paragraph(Paragraph { lead: Some(lead), text, style })
    };
    pieces
        .into_iter()
        .enumerate()
        .map(|(at, piece)| match piece {
            Piece::Same(text) => Block::small(diff::shortened(&text, at == 0, at == last)),
            Piece::Out(text) => lead(say!(words, "entry-compare-out"), text),
            Piece::In(text) => lead(say!(words, "entry-compare-in"), text),
        })
        .collect()
}

/// The other versions, each to be compared with the later of the two.
fn others(
    id: EntryId,
    steps: &[Step],
    (old, new): (usize, usize),
    holding: &Holding,
    view: View<'_>,
) -> Vec<TimelineItem> {
    let all = steps.iter().enumerate().rev();
    let all = all.filter(|(at, step)| *at != old && *at != new && text(step).is_some());
    all.take(SHOWN)
        .map(|(_, step)| {
            let (this, after) = (Which::of(step.id), Which::of(steps[new].id));
            TimelineItem {
                when: written(view, step.recorded),
                title: text(step).unwrap_or_default().to_owned(),
                lines: vec![who(view.words, holding, step.by)],
                icon: None,
                tag: None,
                action: Some(Place::Entry(Screen::Compare(id, this, after)).into()),
            }
        })
        .collect()
}
