//! All of it on one page.

use record::Scope;

use super::said::{Said, said};
use super::{Intent, Item};
use crate::holding::Holding;
use crate::model::View;
use crate::nav::Intent as Press;
use crate::screen::{Block, Button, Page};
use crate::track;
use crate::when;
use crate::words::say;

/// The page: what is written, each with who wrote it, and then what is not.
pub(super) fn page(view: View<'_>) -> Page {
    let words = view.words;
    let mut page = Page {
        name: "about_me".into(),
        title: say!(words, "about-me-title"),
        caption: view.owner(),
        ..Page::default()
    };
    let Some(holding) = view.open.holding() else { return page };
    let write = holding.may_write(Scope::About);
    let blocks = &mut page.blocks;
    let mut missing = Vec::new();
    let mut last = None;
    for item in Item::ALL {
        let all = said(&holding.record, item);
        last = last.max(all.iter().map(|said| said.by.happened.at).max());
        let written = written(item, all, write, holding, view);
        if written.is_empty() {
            missing.push(item);
        }
        blocks.extend(written);
    }
    let some = missing.len() < Item::ALL.len();
    if !some {
        blocks.push(Block::lede(say!(words, "about-me-intro")));
    }
    if write && !missing.is_empty() {
        if some {
            blocks.push(Block::heading(say!(words, "about-me-more")));
        }
        let buttons = missing.into_iter().map(|item| {
            let press = Press::AboutMe(Intent::Write(item));
            Button::secondary(words.get(item.question()), press)
        });
        blocks.push(Block::buttons(buttons.collect()));
    } else if !some {
        blocks.push(Block::paragraph(say!(words, "about-me-none")));
    }
    if let Some(at) = last {
        let wall = when::wall_at(at, &view.now.zone);
        let day = when::long_day(words, wall.date(), view.today());
        blocks.push(Block::small(say!(words, "about-me-changed", day = day)));
        blocks.push(Block::small(say!(words, "about-me-print")));
    }
    page
}

fn written(
    item: Item,
    all: Vec<Said>,
    write: bool,
    holding: &Holding,
    view: View<'_>,
) -> Vec<Block> {
    let words = view.words;
    if all.is_empty() {
        return Vec::new();
    }
    let question = words.get(item.question());
    let mut blocks = vec![Block::heading(question.clone())];
    let two = all.len() > 1;
    if two {
        blocks.push(Block::paragraph(say!(words, "today-matters-two")));
    }
    for said in all {
        blocks.push(Block::quote(said.text));
        blocks.extend(track::author_line(words, holding, &said.by).map(Block::small));
    }
    if write {
        let label = if two { say!(words, "today-matters-settle") } else { say!(words, "change") };
        let spoken = say!(
            words,
            "today-matters-button",
            button = label.as_str(),
            heading = question.as_str()
        );
        let press = Press::AboutMe(Intent::Write(item));
        blocks.push(Block::buttons(vec![Button::quiet(label, press).spoken(spoken)]));
    }
    blocks
}
