//! One option: its benefits and its risks, with who said what, and all their numbers
//! drawn.

use record::EntryId;
use record::kinds::{DecisionPart, PartOf};
use record::state::Entry;

use super::grid;
use super::one::rows;
use super::sort::{self, Sort};
use super::whole::way;
use super::wording::wordings;
use super::{Intent, Screen};
use crate::entry::{self, gone};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::{Intent as Press, Screen as Place};
use crate::screen::{Block, Button, Icon, Page};
use crate::track;
use crate::words::say;

/// The page.
pub(super) fn page(id: EntryId, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding() else { return gone(view) };
    let entry = holding.record.get::<DecisionPart>(id);
    let option = entry.filter(|entry| {
        entry.retracted.is_none() && sort::of(entry.value.of).is_some_and(Sort::is_option)
    });
    let Some(option) = option else { return gone(view) };
    let way = way(holding, option);
    let mut blocks = Vec::new();
    if let Some(tag) = entry::differs(words, &way.entry) {
        blocks.push(Block::inset(tag.text));
    }
    let fits = wordings(words, &way.entry, |part| part.more.clone().unwrap_or_default());
    if !fits.is_empty() {
        blocks.push(Block::paragraph(say!(words, "deciding-fits-is", text = fits)));
    }
    blocks.extend(track::authors(words, holding, &way.entry).into_iter().map(Block::small));
    blocks.extend(section(PartOf::Benefit, &way.benefits, id, holding, view));
    blocks.extend(section(PartOf::Risk, &way.risks, id, holding, view));
    if let Some(drawn) = grid::drawn(words, &way) {
        blocks.push(Block::heading(say!(words, "deciding-drawn")));
        blocks.push(drawn);
    }
    let mut buttons = Vec::new();
    if holding.may_write(id.scope) {
        let change = Press::Deciding(Intent::Part(id));
        buttons.push(Button::secondary(say!(words, "deciding-option-change"), change));
    }
    let whole = Place::Entry(entry::Screen::Whole(id));
    buttons.push(Button::quiet(say!(words, "plans-history"), whole));
    blocks.push(Block::buttons(buttons));
    Page {
        name: "decisions.option".into(),
        title: wordings(words, &way.entry, |part| part.text.clone()),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}

fn section(
    of: PartOf,
    all: &[Entry<DecisionPart>],
    option: EntryId,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    let Some(sort) = sort::of(of) else { return Vec::new() };
    let (heading, none, add) = if of == PartOf::Risk {
        ("deciding-risks", "deciding-risk-none", "deciding-risk-add")
    } else {
        ("deciding-benefits", "deciding-benefit-none", "deciding-benefit-add")
    };
    let mut blocks = vec![Block::heading(words.get(heading))];
    if all.is_empty() {
        blocks.push(Block::paragraph(words.get(none)));
    } else {
        blocks.push(rows(sort, &all.iter().collect::<Vec<_>>(), holding, view));
    }
    if sort.may(holding) {
        let new = Place::Deciding(Screen::NewPart(option, of.code()));
        blocks.push(Block::buttons(vec![Button::secondary(words.get(add), new).icon(Icon::Plus)]));
    }
    blocks
}
