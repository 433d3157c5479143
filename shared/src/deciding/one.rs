//! One decision: what it is about, what matters, the options, and how far it is.

use record::kinds::{DecisionPart, OwnPlace, PartOf, StepOf};
use record::state::Entry;
use record::{EntryId, Scope};

use super::sort::{SORTS, Sort};
use super::whole::{Status, Way, Whole, entry_of, last, status, whole};
use super::wording::{day_text, did, lines, others, step_lines, tag, wordings};
use super::{Intent, Screen, decide, grid, may_decide, recording};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::own;
use crate::screen::{
    Block, Button, Icon, Link, Page, SummaryList, SummaryRow, Timeline, TimelineItem,
};
use crate::track;
use crate::when;
use crate::words::say;

/// The page.
pub(super) fn page(id: EntryId, asked: bool, view: View<'_>) -> Page {
    let words = view.words;
    let shared = view.open.holding().filter(|holding| super::is_shared(holding));
    let Some(holding) = shared else { return gone(view) };
    let Some(whole) = whole(holding, id) else { return gone(view) };
    let mut blocks = vec![head(&whole, holding, view)];
    let (matters, rest) = SORTS
        .iter()
        .filter(|sort| !sort.is_option() && !sort.is_of_option())
        .partition::<Vec<_>, _>(|sort| sort.of == PartOf::Matters);
    for sort in matters {
        blocks.extend(section(sort, &whole, holding, view, true));
    }
    blocks.extend(options(&whole, asked, holding, view));
    blocks.extend(sure(&whole, holding, view));
    blocks.extend(outcome(&whole, holding, view));
    let mut more = Vec::new();
    for sort in rest {
        let section = section(sort, &whole, holding, view, false);
        if section.is_empty() && sort.may(holding) {
            let new = Place::Deciding(Screen::NewPart(id, sort.of.code()));
            more.push(Button::quiet(words.get(sort.title), new));
        }
        blocks.extend(section);
    }
    blocks.extend(recording::blocks(view, holding, &whole));
    if !more.is_empty() {
        blocks.push(Block::heading(say!(words, "deciding-more")));
        blocks.push(Block::buttons(more));
    }
    blocks.extend(own::blocks(view, OwnPlace::Decision, Some(id)));
    blocks.extend(history(&whole, holding, view));
    let sheet = Place::Deciding(Screen::Sheet(id));
    let print = Button::secondary(say!(words, "plans-sheet"), sheet).icon(Icon::File);
    let whole_entry = Place::Entry(entry::Screen::Whole(id));
    let history = Button::quiet(say!(words, "plans-history"), whole_entry);
    blocks.push(Block::buttons(vec![print, history]));
    Page {
        name: "decisions.one".into(),
        title: wordings(words, &whole.decision, |decision| decision.about.clone()),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

/// How far it is, and what it belongs to.
fn head(whole: &Whole, holding: &Holding, view: View<'_>) -> Block {
    let words = view.words;
    let differs = entry::differs(words, &whole.decision);
    let mut state = SummaryRow::new(say!(words, "deciding-status"), String::new());
    state.value = track::authors(words, holding, &whole.decision);
    state.tag = Some(tag(words, status(&whole.steps)));
    let mut about = SummaryRow::new(
        say!(words, "deciding-problem"),
        wordings(words, &whole.decision, |it| it.problem.clone().unwrap_or_default()),
    );
    about.tag = differs;
    if holding.may_write(Scope::Decisions) {
        let label = say!(words, "change");
        let change = Press::Deciding(Intent::Change(whole.decision.id));
        about = about.action(Link::to(label, change).spoken(say!(words, "deciding-change")));
    }
    Block::SummaryList(SummaryList { rows: vec![state, about] })
}

/// What was said of a sort, one row each.
pub(super) fn rows(
    sort: &Sort,
    all: &[&Entry<DecisionPart>],
    holding: &Holding,
    view: View<'_>,
) -> Block {
    let words = view.words;
    let may = sort.may(holding);
    let mut rows = Vec::new();
    for (at, entry) in all.iter().enumerate() {
        let mut row = SummaryRow::new((at + 1).to_string(), String::new());
        row.value = lines(words, &entry.value);
        for other in others(*entry) {
            row.value.push(say!(words, "deciding-or"));
            row.value.extend(lines(words, other));
        }
        row.value.extend(track::authors(words, holding, entry));
        row.tag = entry::differs(words, *entry);
        let name = entry.value.text.as_str();
        let mut action = |label: String, press: Press| {
            let spoken = format!("{label}: {name}");
            row.actions.push(Link::to(label, press).spoken(spoken));
        };
        if !entry.conflicts.is_empty() || entry.disputed.is_some() {
            let whole = Place::Entry(entry::Screen::Whole(entry.id));
            action(say!(words, "plans-look-at-both"), Press::Go(whole));
        } else if may {
            action(say!(words, "change"), Press::Deciding(Intent::Part(entry.id)));
        }
        if may && sort.of == PartOf::Matters {
            if at > 0 {
                action(say!(words, "deciding-up"), Press::Deciding(Intent::Move(entry.id, true)));
            }
            if at + 1 < all.len() {
                let down = Press::Deciding(Intent::Move(entry.id, false));
                action(say!(words, "deciding-down"), down);
            }
        }
        if let Some(keep) = own::take_back(view, own::Shared::Decision(entry.id)) {
            action(say!(words, "own-keep-short"), keep);
        }
        rows.push(row);
    }
    Block::SummaryList(SummaryList { rows })
}

/// A sort's heading, what was said, and a button for more; nothing where nothing
/// was, unless it is always to stand there.
fn section(
    sort: &Sort,
    whole: &Whole,
    holding: &Holding,
    view: View<'_>,
    always: bool,
) -> Vec<Block> {
    let words = view.words;
    let all: Vec<&Entry<DecisionPart>> = whole.of(sort.of).collect();
    if all.is_empty() && !always {
        return Vec::new();
    }
    let title = words.get(sort.title);
    let mut blocks = vec![Block::heading(title.clone())];
    if all.is_empty() {
        blocks.push(Block::paragraph(say!(words, "deciding-nothing-said")));
    } else {
        blocks.push(rows(sort, &all, holding, view));
    }
    if sort.may(holding) {
        let new = Place::Deciding(Screen::NewPart(whole.decision.id, sort.of.code()));
        let add = say!(words, "deciding-add", what = title);
        blocks.push(Block::buttons(vec![Button::quiet(add, new).icon(Icon::Plus)]));
    }
    blocks
}

/// The option that was chosen, while the decision stands.
pub(super) fn chosen(whole: &Whole) -> Option<&Way> {
    let step = last(&whole.steps, StepOf::Decided)?;
    let option = entry_of(step.value.option?);
    let decided = status(&whole.steps) == Status::Decided;
    whole.ways.iter().find(|way| decided && way.entry.id == option)
}

fn options(whole: &Whole, asked: bool, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let id = whole.decision.id;
    let mut blocks = vec![Block::heading(say!(words, "deciding-options"))];
    if whole.ways.is_empty() {
        blocks.push(Block::paragraph(say!(words, "deciding-options-none")));
    } else {
        blocks.push(grid::grid(words, whole, chosen(whole), asked));
        let complete = whole.decision.value.complete == Some(true) && whole.is_complete();
        blocks.push(Block::small(if complete {
            say!(words, "deciding-complete")
        } else {
            say!(words, "deciding-draft")
        }));
    }
    let mut buttons = Vec::new();
    if holding.may_write(Scope::Decisions) {
        let new = |of: PartOf| Place::Deciding(Screen::NewPart(id, of.code()));
        let add = Button::secondary(say!(words, "deciding-option-add"), new(PartOf::Option));
        buttons.push(add.icon(Icon::Plus));
        if !whole.ways.iter().any(|way| way.entry.value.of == PartOf::Nothing) {
            let nothing = say!(words, "deciding-nothing-add");
            buttons.push(Button::quiet(nothing, new(PartOf::Nothing)));
        }
    }
    if may_decide(holding) && whole.decision.value.complete != Some(true) {
        let complete = Press::Deciding(Intent::Complete(id));
        buttons.push(Button::quiet(say!(words, "deciding-complete-say"), complete));
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    blocks
}

/// How sure the person was when they last said so.
fn sure(whole: &Whole, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let said = last(&whole.steps, StepOf::Sure);
    if said.is_none() && !may_decide(holding) {
        return Vec::new();
    }
    let mut blocks = vec![Block::heading(say!(words, "deciding-sure"))];
    if let Some(step) = said {
        let on = day_text(words, when::wall(&step.happened).date());
        let mut row = SummaryRow::new(on, String::new());
        row.value = step_lines(words, &step.value, &holding.record);
        blocks.push(Block::SummaryList(SummaryList { rows: vec![row] }));
    }
    if may_decide(holding) {
        let ask = Place::Deciding(Screen::Sure(whole.decision.id));
        blocks.push(Block::buttons(vec![Button::quiet(say!(words, "deciding-sure-say"), ask)]));
    }
    blocks
}

/// What was decided, and what can be done now.
fn outcome(whole: &Whole, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let id = whole.decision.id;
    let mut blocks = vec![Block::heading(say!(words, "deciding-decision"))];
    let status = status(&whole.steps);
    let may = may_decide(holding);
    let mut buttons = Vec::new();
    match last(&whole.steps, StepOf::Decided).filter(|_| status == Status::Decided) {
        Some(step) => {
            let on = day_text(words, when::wall(&step.happened).date());
            let mut row = SummaryRow::new(on, String::new());
            row.value = step_lines(words, &step.value, &holding.record);
            let by = entry::who(words, holding, &step.created);
            row.value.push(say!(words, "deciding-recorded-by", who = by));
            row.tag = entry::differs(words, step);
            blocks.push(Block::SummaryList(SummaryList { rows: vec![row] }));
            let diary = Place::Deciding(Screen::Diary(id));
            let diary = Button::secondary(say!(words, "deciding-diary"), diary);
            buttons.push(diary.icon(Icon::Diary));
            buttons.extend(decide::remind_button(step, holding, view));
        }
        None if status == Status::Cancelled => {
            blocks.push(Block::paragraph(say!(words, "deciding-cancelled-text")));
        }
        None => blocks.push(Block::paragraph(if may {
            say!(words, "deciding-open-text")
        } else {
            say!(words, "deciding-theirs-to-say")
        })),
    }
    if may && status == Status::InProgress {
        let decide = Place::Deciding(Screen::Decide(id));
        buttons.push(Button::primary(say!(words, "deciding-decide"), decide));
        let cancel = Press::Deciding(Intent::Cancel(id));
        buttons.push(Button::quiet(say!(words, "deciding-cancel"), cancel));
    } else if may {
        let again = Press::Deciding(Intent::Reopen(id));
        buttons.push(Button::quiet(say!(words, "deciding-reopen"), again));
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    blocks
}

/// What was done, newest first, where there is more than what stands above.
fn history(whole: &Whole, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let steps = whole.steps.iter().filter(|step| step.value.did != StepOf::Sure);
    if steps.count() < 2 {
        return Vec::new();
    }
    vec![Block::heading(say!(words, "deciding-so-far")), timeline(whole, holding, view)]
}

/// All that was done, newest first.
pub(super) fn timeline(whole: &Whole, holding: &Holding, view: View<'_>) -> Block {
    let words = view.words;
    let items = whole.steps.iter().rev().take(100).map(|step| {
        let mut lines = step_lines(words, &step.value, &holding.record);
        lines.push(entry::who(words, holding, &step.created));
        TimelineItem {
            when: day_text(words, when::wall(&step.happened).date()),
            title: did(words, step.value.did),
            lines,
            icon: None,
            tag: entry::differs(words, step),
            action: Some(Place::Entry(entry::Screen::Whole(step.id)).into()),
        }
    });
    Block::Timeline(Timeline { items: items.collect(), more: None })
}
