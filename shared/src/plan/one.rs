//! One thing in the plan: what it says, what belongs to it, how it went.

use record::EntryId;
use record::kinds::{PlanItem, PlanSort, PlanStatus};
use record::state::Entry;

use super::all::{Seen, add, cards, may_add, stranger};
use super::gathered::Gathered;
use super::part::said;
use super::rights::{Right, right, sees};
use super::told::line;
use super::{Intent, Screen, Writing, link, others, proposal, review, seconds, sorts};
use crate::entry::{self, gone};
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::own;
use crate::screen::{Block, Button, Icon, Page, SummaryList, SummaryRow, Timeline, TimelineItem};
use crate::when;
use crate::words::say;
use record::judge::versions;

/// As many notes stand on the page.
pub(super) const NOTES: usize = 50;

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let holding = view.open.holding().filter(|holding| sees(holding));
    let entry = holding.and_then(|held| Some((held, held.record.get::<PlanItem>(id)?)));
    let Some((holding, entry)) = entry else { return gone(view) };
    if entry.value.is_proposal() {
        return proposal::page(id, view);
    }
    let plan = Gathered::of(holding);
    let seen = Seen { holding, plan: &plan, view };
    let right = right(holding, seconds(view));
    let whole = || Place::Entry(entry::Screen::Whole(entry.id));
    let mut blocks = Vec::new();
    if !entry.conflicts.is_empty() || entry.disputed.is_some() {
        blocks.push(Block::inset(say!(words, "plan-differs")));
        let look = Button::primary(say!(words, "plan-look-at-both"), whole());
        blocks.push(Block::buttons(vec![look]));
    }
    let mut rows = rows(&entry, seen);
    let became = match entry.value.sort {
        PlanSort::Action | PlanSort::Review => link::rows(holding, &plan, entry.id, view),
        _ => Vec::new(),
    };
    rows.extend(became);
    if let Some(first) = rows.first_mut() {
        first.tag = entry::differs(words, &entry)
            .or_else(|| stranger(&entry, holding, view))
            .or_else(|| sorts::status_tag(words, &entry.value));
    }
    blocks.push(Block::SummaryList(SummaryList { rows }));
    blocks.extend(proposal::came(words, holding, &plan, entry.id));
    blocks.push(Block::buttons(buttons(&entry, right, seen)));
    if entry.value.sort == PlanSort::Goal
        && let Some(of) = sorts::of(PlanSort::Action)
    {
        blocks.push(Block::heading(words.get(of.many)));
        let steps = plan.children(entry.id);
        if steps.is_empty() {
            blocks.push(Block::small(words.get(of.text)));
        } else {
            blocks.push(cards(steps.into_iter().take(NOTES), seen));
        }
        blocks.extend(add(of, Some(entry.id), right, seen).map(|add| Block::buttons(vec![add])));
    }
    blocks.extend(notes(&entry, right, seen));
    blocks.extend(review::since(&entry, seen));
    let history = Button::quiet(say!(words, "plan-history"), whole());
    blocks.push(Block::buttons(vec![history]));
    Page {
        name: "plan.one".into(),
        title: line(words, &holding.record, &entry.value),
        caption: Some(sorts::name(words, entry.value.sort)),
        blocks,
        ..Page::default()
    }
}

/// What it says; of several values each is shown.
fn rows(entry: &Entry<PlanItem>, seen: Seen<'_>) -> Vec<SummaryRow> {
    let (words, record) = (seen.view.words, &seen.holding.record);
    let asks = sorts::of(entry.value.sort).map_or(&[][..], |of| of.asks);
    let mut rows = Vec::new();
    for ask in asks {
        let texts = versions(entry, |item| said(words, record, item, ask.part));
        let texts: Vec<String> = texts.into_iter().flatten().collect();
        if !texts.is_empty() {
            let mut row = SummaryRow::new(words.get(ask.label), String::new());
            row.value = texts;
            row.actions = others::links(words, entry, ask.part);
            rows.push(row);
        }
    }
    rows
}

fn buttons(entry: &Entry<PlanItem>, right: Right, seen: Seen<'_>) -> Vec<Button> {
    let words = seen.view.words;
    let item = &entry.value;
    let mut buttons = Vec::new();
    let change = Press::Plan(Intent::Edit(Writing::Change(entry.id)));
    match right {
        Right::Decides if entry.conflicts.is_empty() => {
            buttons.push(Button::secondary(say!(words, "change"), change).icon(Icon::Pencil));
        }
        Right::Proposes if may_add(item.sort, right, seen.holding) => {
            let label = say!(words, "plan-propose-change");
            buttons.push(Button::secondary(label, change).icon(Icon::Pencil));
            let out = Place::Plan(Screen::TakeOut(entry.id));
            buttons.push(Button::quiet(say!(words, "plan-out-propose"), out));
        }
        Right::Decides | Right::Proposes | Right::Reads => {}
    }
    if item.sort == PlanSort::Agreement {
        let then = Place::Plan(Screen::AsAgreed(entry.id));
        buttons.push(Button::secondary(say!(words, "plan-then"), then).icon(Icon::Plan));
    }
    let over = matches!(item.status, Some(PlanStatus::Done | PlanStatus::Dropped));
    let done = match item.sort {
        PlanSort::Goal => Some("plan-reached-press"),
        PlanSort::Action => Some("plan-done-press"),
        _ => None,
    };
    if let Some(done) = done.filter(|_| right == Right::Decides && !over) {
        let press = Press::Plan(Intent::Done(entry.id));
        buttons.push(Button::secondary(words.get(done), press).icon(Icon::Check));
    }
    if matches!(item.sort, PlanSort::Action | PlanSort::Review) && !over {
        buttons.extend(link::buttons(seen.holding, entry, right, seen.view));
    }
    let keep = own::take_back(seen.view, own::Shared::Plan(entry.id));
    buttons.extend(keep.map(|keep| Button::quiet(say!(words, "own-keep-title"), keep)));
    buttons
}

/// How it went, the last first; of a review, what each side wants to talk about.
fn notes(entry: &Entry<PlanItem>, right: Right, seen: Seen<'_>) -> Vec<Block> {
    let Seen { holding, plan, view } = seen;
    let words = view.words;
    let (heading, write) = match entry.value.sort {
        PlanSort::Goal | PlanSort::Action | PlanSort::Need => ("plan-went", "plan-went-write"),
        PlanSort::Review => ("plan-prepared", "plan-prepare"),
        _ => return Vec::new(),
    };
    let items: Vec<TimelineItem> = plan
        .notes_of(entry.id)
        .into_iter()
        .filter(|note| note.value.answer.is_none())
        .filter_map(|note| {
            Some(TimelineItem {
                when: when::near_day(words, when::wall(&note.happened).date(), view.today()),
                title: note.value.text.clone()?,
                lines: vec![entry::who(words, holding, &note.created)],
                icon: None,
                tag: entry::differs(words, note),
                action: Some(Place::Entry(entry::Screen::Whole(note.id)).into()),
            })
        })
        .take(NOTES)
        .collect();
    let mut blocks = vec![Block::heading(words.get(heading))];
    if items.is_empty() {
        blocks.push(Block::small(say!(words, "plan-nothing")));
    } else {
        blocks.push(Block::Timeline(Timeline { items, more: None }));
    }
    if right != Right::Reads {
        let note = Place::Plan(Screen::Note(entry.id));
        blocks.push(Block::buttons(vec![Button::secondary(words.get(write), note)]));
    }
    blocks
}
