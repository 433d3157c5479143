//! All of one sort; all proposals that were answered, and all that was crossed out.

use record::kinds::PlanSort;

use super::all::{Seen, add, answers, cards};
use super::gathered::Gathered;
use super::rights::{right, sees};
use super::{Screen, others, seconds, sorts};
use crate::entry::{self, Told as _, gone};
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Card, CardLayout, Cards, Page, Tag, Tone};
use crate::words::{Words, say};

/// So many stand on a page.
const SHOWN: usize = 50;

/// The page.
pub(super) fn page(sort: u64, skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let of = sorts::of(PlanSort::from_code(sort));
    let holding = view.open.holding().filter(|holding| sees(holding));
    let (Some(of), Some(holding)) = (of, holding) else { return gone(view) };
    let plan = Gathered::of(holding);
    let seen = Seen { holding, plan: &plan, view };
    let all = plan.of_sort(of.sort);
    let mut blocks = vec![Block::paragraph(words.get(of.text))];
    if all.is_empty() {
        blocks.push(Block::small(say!(words, "plan-nothing")));
    } else {
        blocks.push(cards(all.iter().skip(skip).take(SHOWN).copied(), seen));
    }
    let mut buttons = Vec::new();
    buttons.extend(add(of, None, right(holding, seconds(view)), seen));
    buttons.extend(more(all.len(), skip, |skip| Screen::List(sort, skip), words));
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    if of.sort == PlanSort::OtherPlan {
        blocks.extend(others::here(view, holding));
    }
    list(words.get(of.many), blocks, view)
}

/// The page of proposals that were answered.
pub(super) fn answered(skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding().filter(|holding| sees(holding)) else {
        return gone(view);
    };
    let plan = Gathered::of(holding);
    let seen = Seen { holding, plan: &plan, view };
    let all = plan.answered(holding);
    let shown: Vec<_> = all.iter().skip(skip).take(SHOWN).copied().collect();
    let mut blocks = vec![answers(&shown, seen)];
    let more = more(all.len(), skip, Screen::Answered, words);
    blocks.extend(more.map(|more| Block::buttons(vec![more])));
    list(say!(words, "plan-proposals-answered"), blocks, view)
}

/// The page of what was crossed out, each leading to where it is put back.
pub(super) fn crossed(skip: usize, view: View<'_>) -> Page {
    let words = view.words;
    let Some(holding) = view.open.holding().filter(|holding| sees(holding)) else {
        return gone(view);
    };
    let all = Gathered::of(holding).crossed_out;
    let cards = all.iter().skip(skip).take(SHOWN).map(|entry| {
        let mut card = Card::new(entry.value.named(words, &holding.record))
            .opens(Place::Entry(entry::Screen::Whole(entry.id)));
        card.caption = Some(sorts::name(words, entry.value.sort));
        let why = entry.retracted.as_ref().map(|retraction| retraction.reason.clone());
        card.lines.extend(why.filter(|why| !why.is_empty()));
        card.tag = Some(Tag::new(say!(words, "entry-crossed-out"), Tone::Neutral));
        card
    });
    let cards = Cards { layout: CardLayout::Column, cards: cards.collect() };
    let mut blocks =
        vec![Block::paragraph(say!(words, "plan-crossed-out-text")), Block::Cards(cards)];
    let more = more(all.len(), skip, Screen::CrossedOut, words);
    blocks.extend(more.map(|more| Block::buttons(vec![more])));
    list(say!(words, "plan-crossed-out"), blocks, view)
}

/// The button for those that come after, where there are any.
fn more(
    all: usize,
    skip: usize,
    screen: impl FnOnce(usize) -> Screen,
    words: &Words,
) -> Option<Button> {
    let next = skip + SHOWN;
    (all > next).then(|| Button::quiet(say!(words, "plan-more"), Place::Plan(screen(next))))
}

fn list(title: String, blocks: Vec<Block>, view: View<'_>) -> Page {
    Page { name: "plan.list".into(), title, caption: view.owner(), blocks, ..Page::default() }
}
