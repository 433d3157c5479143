//! What stands of items, in words.

use jiff::civil::Date;
use record::{EntryId, Scope};

use super::leaf::{self, Leaf, Said, stands};
use super::{Item, Of, Part, Shape};
use crate::action_plan::{call_of, call_text};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, SummaryList, SummaryRow, Tag, Tone};
use crate::words::{Words, say};
use crate::your_data::ReadableTable;
use crate::{entry, help, sharing, track, when};

/// What is said, one string a line.
pub(crate) fn lines(words: &Words, item: &Item, said: &Said) -> Vec<String> {
    match said {
        Said::Text(text) if item.shape == Shape::Call => vec![call_text(text)],
        Said::Text(text) => text.lines().map(str::to_owned).collect(),
        // Seen from another year, so that the year is always said.
        Said::Day(day) => vec![when::day(words, *day, Date::ZERO)],
        Said::Codes(codes) => {
            let of = match item.shape {
                Shape::One(of) | Shape::Any(of) => of,
                _ => &[],
            };
            let name = |code: &u64| {
                let known = of.iter().find(|(known, _)| known == code);
                known.map_or_else(|| say!(words, "items-newer"), |(_, id)| words.get(id))
            };
            codes.iter().map(name).collect()
        }
    }
}

fn line(words: &Words, item: &Item, said: &Said) -> String {
    let between = if matches!(said, Said::Codes(_)) { words.between(", ") } else { "\n" };
    lines(words, item, said).join(between)
}

/// What fields say of each item; empty where that is nothing.
pub(crate) fn cells(words: &Words, of: &Of, fields: &[u8]) -> Vec<String> {
    let cell = |item: &Item| leaf::said(fields, item).map(|said| line(words, item, &said));
    of.items().map(|item| cell(item).unwrap_or_default()).collect()
}

/// What is said and nothing else, each under its question.
pub(super) fn said(words: &Words, of: &Of, fields: &[u8]) -> Vec<(&'static Item, String)> {
    let said = of.items().zip(cells(words, of, fields));
    said.filter(|(_, text)| !text.is_empty()).collect()
}

/// Everything that stands of an item, one string a line: of several, each with who
/// said it.
fn standing(view: View<'_>, holding: &Holding, leaves: &[Leaf], item: &Item) -> Vec<String> {
    let all = stands(&holding.record, leaves, item);
    let mut text = Vec::new();
    for (said, by) in &all {
        text.extend(lines(view.words, item, said));
        text.extend(track::author_line(view.words, holding, by));
    }
    text
}

/// Whether it is time to look at something again.
pub(crate) fn is_due(view: View<'_>, of: &Of, leaves: &[Leaf]) -> bool {
    let due = |item: &Item| {
        let mut said = leaves.iter().filter_map(|leaf| leaf.said(item));
        item.shape == Shape::Review
            && said.any(|said| matches!(said, Said::Day(day) if day <= view.today()))
    };
    of.items().any(due)
}

/// The word on what is to be looked at again, and on what two people wrote at once.
pub(crate) fn tag(view: View<'_>, of: &Of, leaf: &Leaf) -> Option<Tag> {
    let words = view.words;
    if leaf.differs() {
        return Some(Tag::new(say!(words, "entry-differs"), Tone::Amber));
    }
    let due = is_due(view, of, std::slice::from_ref(leaf));
    due.then(|| Tag::new(say!(words, "items-due"), Tone::Amber))
}

/// The rows of some items, of those of which anything is said.
pub(crate) fn rows(
    view: View<'_>,
    holding: &Holding,
    leaves: &[Leaf],
    items: &[Item],
) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    for item in items {
        let value = standing(view, holding, leaves, item);
        if !value.is_empty() {
            let mut row = SummaryRow::new(view.words.get(item.ask), String::new());
            row.value = value;
            rows.push(row);
        }
    }
    rows
}

/// A button for each number to call, and for each only once.
pub(crate) fn calls(words: &Words, holding: &Holding, leaves: &[Leaf], of: &Of) -> Vec<Button> {
    let mut buttons = Vec::new();
    for item in of.items().filter(|item| item.shape == Shape::Call) {
        for (said, _) in stands(&holding.record, leaves, item) {
            let Said::Text(text) = said else { continue };
            let Some(number) = call_of(&text).1 else { continue };
            let label = say!(words, "plans-call", who = call_text(&text));
            let button = help::call(label, number);
            if !buttons.contains(&button) {
                buttons.push(button);
            }
        }
    }
    buttons
}

/// What comes first where something is in doubt, or is to be looked at again.
pub(crate) fn head(view: View<'_>, of: &Of, leaves: &[Leaf]) -> Vec<Block> {
    let words = view.words;
    let mut blocks = Vec::new();
    let whole = |id: EntryId| Place::Entry(entry::Screen::Whole(id));
    if let Some(leaf) = leaves.iter().find(|leaf| leaf.differs()) {
        blocks.push(Block::inset(say!(words, "today-matters-two")));
        let look = say!(words, "plans-look-at-both");
        blocks.push(Block::buttons(vec![Button::secondary(look, whole(leaf.id))]));
    } else if leaves.len() > 1 {
        blocks.push(Block::inset(say!(words, "today-matters-two")));
    }
    if is_due(view, of, leaves) {
        blocks.push(Block::inset(say!(words, "items-review")));
    }
    blocks
}

/// How the first of them came about, and crossing it out.
pub(crate) fn history(view: View<'_>, leaves: &[Leaf], title: &str) -> Option<Button> {
    let whole = Place::Entry(entry::Screen::Whole(leaves.first()?.id));
    let label = say!(view.words, "plans-history");
    let spoken = say!(view.words, "today-matters-button", button = label.as_str(), heading = title);
    Some(Button::quiet(label, whole).spoken(spoken))
}

/// Said to who may read and not write.
pub(crate) fn read_only(view: View<'_>, holding: &Holding, may: bool) -> Option<Block> {
    let name = holding.about.name.as_str();
    let text = || say!(view.words, "items-read-only", name = name);
    (!may).then(|| Block::small(text()))
}

/// The parts: what is said of each, and then buttons for those of which nothing is.
pub(crate) fn parts(
    view: View<'_>,
    holding: &Holding,
    (of, leaves): (&Of, &[Leaf]),
    write: &dyn Fn(usize) -> Press,
) -> Vec<Block> {
    let words = view.words;
    let may = of.may(holding, view.now.ms.div_euclid(1000));
    let (mut blocks, mut more) = (Vec::new(), Vec::new());
    for (at, Part { title, items }) in of.parts.iter().enumerate() {
        let title = words.get(title);
        let rows = rows(view, holding, leaves, items);
        if rows.is_empty() {
            more.push(Button::secondary(title, write(at)));
            continue;
        }
        blocks.push(Block::heading(title.clone()));
        blocks.push(Block::SummaryList(SummaryList { rows }));
        let mut buttons = Vec::new();
        if items.iter().any(|item| item.shape == Shape::Call) {
            buttons = calls(words, holding, leaves, of);
        }
        if may {
            let label = say!(words, "change");
            let spoken =
                say!(words, "today-matters-button", button = label.as_str(), heading = title);
            buttons.push(Button::quiet(label, write(at)).spoken(spoken));
        }
        if !buttons.is_empty() {
            blocks.push(Block::buttons(buttons));
        }
    }
    if may && !more.is_empty() {
        if !blocks.is_empty() {
            blocks.push(Block::heading(say!(words, "about-me-more")));
        }
        blocks.push(Block::buttons(more));
    }
    blocks
}

/// The same as a table to print: two columns, a question and what is said.
pub(crate) fn table(
    view: View<'_>,
    holding: &Holding,
    (of, leaves): (&Of, &[Leaf]),
    title: String,
) -> ReadableTable {
    let mut all = Vec::new();
    for part in of.parts {
        for row in rows(view, holding, leaves, part.items) {
            all.push(vec![row.key, row.value.join("\n")]);
        }
    }
    ReadableTable { title, columns: columns(view.words), rows: all }
}

/// The headings of such a table.
pub(crate) fn columns(words: &Words) -> Vec<String> {
    vec![say!(words, "items-about"), say!(words, "items-said")]
}

/// Who besides the person sees a part of their record now.
pub(crate) fn seen_by(view: View<'_>, holding: &Holding, scope: Scope) -> String {
    let all = sharing::allowed(holding, view.now.ms.div_euclid(1000));
    let see = all.into_iter().filter(|(_, grant)| grant.see.has(scope));
    let names: Vec<String> = see.map(|(member, _)| sharing::called(holding, member)).collect();
    if names.is_empty() {
        say!(view.words, "items-seen-none")
    } else {
        say!(view.words, "items-seen-by", names = names.join(", "))
    }
}
