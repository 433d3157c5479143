//! One plan: its three parts, its numbers, and what can be done with it.

use record::kinds::{ActionPlan, Condition, Measure, Threshold};
use record::state::Entry;
use record::{EntryId, Scope};

use super::judge::{Part, is_followed, signs};
use super::wording::{
    by_text, call_of, call_text, either, is_mine, limits_text, plan_name, set_text, tag,
    threshold_name, versions,
};
use super::{Intent, Screen, home};
use crate::contingency;
use crate::entry::{self, gone};
use crate::help;
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Icon, Link, Page, SummaryList, SummaryRow};
use crate::words::say;

/// The most signs of a part that have a button each.
const SIGNS: usize = 12;

/// The numbers of a plan that hold.
pub(super) fn thresholds(holding: &Holding, plan: EntryId) -> Vec<Entry<Threshold>> {
    let of = holding.record.own(plan).created_by();
    let all = holding.record.current::<Threshold>();
    all.filter(|entry| entry.value.plan.0 == of).collect()
}

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let Some(entry) = holding.record.get::<ActionPlan>(id) else { return gone(view) };
    let name = either(words, versions(&entry, |plan| plan_name(words, plan)));
    let write = holding.may_write(Scope::Plan);
    let whole = || Place::Entry(entry::Screen::Whole(entry.id));
    let mut blocks = Vec::new();
    if !entry.conflicts.is_empty() || entry.disputed.is_some() {
        blocks.push(Block::inset(say!(words, "plans-differs")));
        let look = Button::primary(say!(words, "plans-look-at-both"), whole());
        blocks.push(Block::buttons(vec![look]));
    }
    let by = versions(&entry, |plan| {
        by_text(words, is_mine(holding), plan.set_by.as_deref(), plan.set_on)
    });
    blocks.push(Block::small(either(words, by)));
    for part in Part::ALL {
        blocks.extend(one_part(&entry, part, holding, view));
    }
    blocks.push(Block::heading(say!(words, "plans-numbers")));
    blocks.extend(numbers(&entry, holding, view));
    let sheet = Place::Plans(Screen::Sheet(entry.id));
    let print = Button::secondary(say!(words, "plans-sheet"), sheet).icon(Icon::File);
    let mut buttons = vec![print];
    if write {
        let change = Press::Plans(Intent::Change(entry.id));
        buttons.push(Button::quiet(say!(words, "plans-change"), change));
        let followed = is_followed(&entry.value, view.today());
        let label = if followed { "plans-end" } else { "plans-again" };
        let end = Press::Plans(Intent::End(entry.id, followed));
        buttons.push(Button::quiet(words.get(label), end));
    }
    buttons.push(Button::quiet(say!(words, "plans-history"), whole()));
    blocks.push(Block::buttons(buttons));
    let mut last = contingency::buttons(view, holding);
    last.push(crate::opening::help_button(words));
    blocks.push(Block::buttons(last));
    Page { name: "plans.one".into(), title: name, caption: view.owner(), blocks, ..Page::default() }
}

/// A part's words, each under its name.
fn one_part(
    entry: &Entry<ActionPlan>,
    part: Part,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    let at = part as usize;
    let title = tag(words, part).text;
    let mut rows = Vec::new();
    let mut add = |key: &str, texts: Vec<Option<String>>| {
        let texts: Vec<String> = texts.into_iter().flatten().collect();
        if !texts.is_empty() {
            let mut row = SummaryRow::new(words.get(key), String::new());
            row.value = either(words, texts).lines().map(str::to_owned).collect();
            rows.push(row);
        }
    };
    add("plans-signs", versions(entry, |plan| plan.parts()[at].signs.clone()));
    add("plans-do", versions(entry, |plan| plan.parts()[at].action.clone()));
    let calls = versions(entry, |plan| plan.parts()[at].call.clone());
    add("plans-whom", calls.iter().map(|call| call.as_deref().map(call_text)).collect());
    let write = holding.may_write(Scope::Plan);
    if rows.is_empty() {
        let none = say!(words, "plans-part-none");
        rows.push(SummaryRow::new(say!(words, "plans-do"), none));
    }
    if let Some(first) = rows.first_mut() {
        first.tag = Some(tag(words, part));
        if write {
            let spoken = say!(words, "plans-change-part", part = title.as_str());
            let change = Press::Plans(Intent::Part(entry.id, at));
            first.actions.push(Link::to(say!(words, "change"), change).spoken(spoken));
        }
    }
    let mut blocks = vec![Block::heading(title), Block::SummaryList(SummaryList { rows })];
    let mut buttons: Vec<Button> = Vec::new();
    for call in calls.iter().flatten() {
        if let (_, Some(number)) = call_of(call) {
            let label = say!(words, "plans-call", who = call_text(call));
            buttons.push(help::call(label, number));
        }
    }
    if part > Part::Green && holding.may_write(Scope::Health) {
        let all = versions(entry, |plan| plan.parts()[at].signs.clone());
        for sign in all.iter().flatten().flat_map(|text| signs(text)).take(SIGNS) {
            let have = Press::Plans(Intent::Have(sign.to_owned()));
            buttons.push(Button::secondary(say!(words, "plans-have", sign = sign), have));
        }
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    blocks
}

fn numbers(entry: &Entry<ActionPlan>, holding: &Holding, view: View<'_>) -> Vec<Block> {
    let words = view.words;
    let write = holding.may_write(Scope::Plan);
    let all = thresholds(holding, entry.id);
    let mut blocks = Vec::new();
    if all.is_empty() {
        blocks.push(Block::paragraph(say!(words, "plans-numbers-none")));
    } else {
        let rows = all.iter().map(|entry| row(entry, write, holding, view)).collect();
        blocks.push(Block::SummaryList(SummaryList { rows }));
    }
    let mut buttons = Vec::new();
    if write {
        let choose = Place::Plans(Screen::Choose(entry.id));
        buttons.push(Button::secondary(say!(words, "plans-numbers-add"), choose).icon(Icon::Plus));
    }
    let pressure = all.iter().any(|it| it.value.measure == Measure::BloodPressure);
    if pressure || entry.value.condition == Condition::Hypertension {
        buttons.extend(home::any(holding, words));
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    blocks
}

fn row(entry: &Entry<Threshold>, write: bool, holding: &Holding, view: View<'_>) -> SummaryRow {
    let words = view.words;
    let name = threshold_name(words, &entry.value);
    let mut row = SummaryRow::new(name.clone(), String::new());
    row.value = versions(entry, |threshold| {
        let limits = limits_text(words, threshold);
        format!("{limits} {}", set_text(view, holding, &threshold.limits))
    });
    row.tag = entry::differs(words, entry);
    let spoken = |label: String| format!("{label}: {name}");
    let whole = Place::Entry(entry::Screen::Whole(entry.id));
    if !entry.conflicts.is_empty() {
        let label = say!(words, "plans-look-at-both");
        row.actions.push(Link::to(label.clone(), whole).spoken(spoken(label)));
    } else if write {
        let label = say!(words, "change");
        let change = Press::Plans(Intent::ChangeLimits(entry.id));
        row.actions.push(Link::to(label.clone(), change).spoken(spoken(label)));
    }
    row
}
