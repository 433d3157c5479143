//! All of one sort.

use record::kinds::PlanSort;

use super::all::{Seen, add, cards};
use super::gathered::Gathered;
use super::rights::{right, sees};
use super::{Screen, seconds, sorts};
use crate::entry::gone;
use crate::model::View;
use crate::nav::Screen as Place;
use crate::screen::{Block, Button, Page};
use crate::words::say;

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
    if all.len() > skip + SHOWN {
        let more = Place::Plan(Screen::List(sort, skip + SHOWN));
        buttons.push(Button::quiet(say!(words, "plan-more"), more));
    }
    if !buttons.is_empty() {
        blocks.push(Block::buttons(buttons));
    }
    Page {
        name: "plan.list".into(),
        title: words.get(of.many),
        caption: view.owner(),
        blocks,
        ..Page::default()
    }
}
